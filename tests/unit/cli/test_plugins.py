"""Pydantic does not search for plugins, and works as ever."""

from __future__ import annotations

import subprocess
import sys

from pydantic.plugin import _loader

from build_tools.cli.plugins import LOADER

PROGRAM = """
import sys
from build_tools.cli.plugins import without_plugins
without_plugins()
from pydantic import ValidationError
from model.actor import Actor
Actor(actor="Document Source", definition="It sends.")
try:
    Actor(actor="", definition="It sends.")
except ValidationError:
    print("importlib.metadata" in sys.modules)
"""


def test_the_search_still_has_the_name_by_which_it_is_spared() -> None:
    """Should a new version of pydantic search elsewhere, this says that :mod:`build_tools.cli.plugins` is idle."""
    assert _loader.__name__ == LOADER
    assert callable(_loader.get_plugins)


def test_models_validate_without_the_search() -> None:
    """And without what it imports."""
    done = subprocess.run((sys.executable, "-c", PROGRAM), capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"

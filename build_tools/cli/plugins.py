"""Spares pydantic its search for plugins, of which this project uses none."""

from __future__ import annotations

import sys
from types import ModuleType

LOADER = "pydantic.plugin._loader"
"""The module of pydantic's that searches; it is imported when the first model is used."""


def without_plugins() -> None:
    """Put in its place a module that finds none.

    At each start of a command it would import all of ``importlib.metadata`` and read the entry points of every
    installed package, which takes a third as long as importing pydantic; ``PYDANTIC_DISABLE_PLUGINS`` spares only the
    reading.
    """
    loader = ModuleType(LOADER, __doc__)
    loader.__dict__["get_plugins"] = tuple
    sys.modules.setdefault(LOADER, loader)

"""How a command ends that has nothing left to put away."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

import click

OWN_PROCESS = "own process"
"""The object of click's context when the command is all that the process does."""


def end(code: int) -> NoReturn:
    """End with an exit code; a process of its own is not taken apart first, which would take noticeable time."""
    sys.stdout.flush()
    sys.stderr.flush()
    if click.get_current_context().obj is OWN_PROCESS:
        os._exit(code)
    sys.exit(code)

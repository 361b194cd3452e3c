"""How a command ends that has nothing left to put away."""

from __future__ import annotations


class EndedError(SystemExit):
    """Everything is printed; the process may end without taking apart what it made, which takes noticeable time."""

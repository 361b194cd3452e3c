"""Work for a second process, so that a command uses two processors while somebody waits for it.

``multiprocessing`` takes longer to import than this saves, so the process is forked here.
"""

from __future__ import annotations

import gc
import os
import pickle
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Generic, NoReturn, TypeVar

T = TypeVar("T")

_ending: list[int] = []
"""Processes whose results are here. Their end, which takes as long as a rule, is not waited for."""


class Beside(Generic[T]):
    """Some work that a second process does from now on.

    The work is done here, when its result is asked for, where there is no second processor, where other threads run,
    which a fork would leave behind, and where the second process failed: so errors arise as if there was none.
    """

    def __init__(self, work: Callable[[], T]) -> None:
        """Begin the work; what it makes must be such that ``pickle`` can write it."""
        self._work = work
        self._pickled = b""
        self._pipe: int | None = None
        if hasattr(os, "fork") and (os.cpu_count() or 1) > 1 and threading.active_count() == 1:
            self._pipe, self._process = _forked(work)

    def wait(self) -> None:
        """Wait until the second process is done; from then on, processes forked here can ask for the result too."""
        if self._pipe is not None:
            with os.fdopen(self._pipe, "rb") as pipe:
                self._pickled = pipe.read()
            self._pipe = None
            _ending.append(self._process)

    def result(self) -> T:
        """What the work made, a new copy whenever it is asked for."""
        self.wait()
        try:
            made: T = pickle.loads(self._pickled)  # noqa: S301 - our own child wrote it
        except (EOFError, pickle.UnpicklingError):
            return self._work()
        return made


def _forked(work: Callable[[], object]) -> tuple[int, int]:
    """A pipe out of which the result will come, and the process that puts it in."""
    while _ending:
        with suppress(ChildProcessError):
            os.waitpid(_ending.pop(), 0)
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        _work_and_end(work, writing)
    os.close(writing)
    return reading, process


def _work_and_end(work: Callable[[], object], writing: int) -> NoReturn:
    """What the second process does: nothing of what the first would do at its end happens here."""
    try:
        gc.disable()
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(pickle.dumps(work(), pickle.HIGHEST_PROTOCOL))
    finally:
        os._exit(0)

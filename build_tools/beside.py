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

_begun: list[int] = []
"""Second processes that have not been seen to end; nobody waits for that, since it takes as long as a rule."""


class Beside(Generic[T]):
    """Some work that a second process does from now on, for this process and for those forked afterwards.

    The work is done here, when its result is asked for, where there is no second processor, where other threads run,
    which a fork would leave behind, and where the second process failed: so errors arise as if there was none.
    """

    def __init__(self, work: Callable[[], T]) -> None:
        """Begin the work; what it makes must be such that ``pickle`` can write it."""
        self._work = work
        self._pickled = b""
        self._coming: tuple[int, int] | None = None
        if hasattr(os, "memfd_create") and (os.cpu_count() or 1) > 1 and threading.active_count() == 1:
            self._coming = _begin(work)

    def result(self) -> T:
        """What the work made, a new copy whenever it is asked for."""
        if self._coming:
            file, end = self._coming
            os.read(end, 1)  # nothing comes: it returns when the second process has closed the other end
            self._pickled = os.pread(file, os.fstat(file).st_size, 0)
            os.close(file)
            os.close(end)
            self._coming = None
        try:
            made: T = pickle.loads(self._pickled)  # noqa: S301 - our own child wrote it
        except (EOFError, pickle.UnpicklingError):
            return self._work()
        return made


def _begin(work: Callable[[], object]) -> tuple[int, int]:
    """A file in memory, and a pipe that ends when the result is in the file."""
    _begun[:] = [process for process in _begun if not _has_ended(process)]
    file = os.memfd_create("beside")
    end, other_end = os.pipe()
    process = os.fork()
    if process == 0:
        _work_and_end(work, file, other_end)
    os.close(other_end)
    _begun.append(process)
    return file, end


def _has_ended(process: int) -> bool:
    with suppress(ChildProcessError):
        return os.waitpid(process, os.WNOHANG)[0] == process
    return True


def _work_and_end(work: Callable[[], object], file: int, end: int) -> NoReturn:
    """What the second process does: nothing of what the first would do at its end happens here."""
    try:
        gc.disable()
        with os.fdopen(file, "wb") as result:
            result.write(pickle.dumps(work(), pickle.HIGHEST_PROTOCOL))
        os.close(end)  # a process gives back its memory first, and its files after that
    finally:
        os._exit(0)

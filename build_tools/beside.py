"""Work for a second process, so that a command uses two processors while somebody waits for it.

``multiprocessing`` takes longer to import than this saves, so the process is forked here.
"""

from __future__ import annotations

import gc
import os
import pickle
import threading
from collections.abc import Callable
from typing import NoReturn, TypeVar

T = TypeVar("T")


def beside(work: Callable[[], T]) -> Callable[[], T]:
    """Begin some work in a second process; the returned function waits for what it makes, which is pickled.

    The work is done here, when its result is asked for, where there is no second processor, where other threads run,
    which a fork would leave behind, and where the second process failed: so errors arise as if there was none.
    """
    if not hasattr(os, "fork") or (os.cpu_count() or 1) < 2 or threading.active_count() > 1:
        return work
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        _work_and_end(work, writing)
    os.close(writing)

    def result() -> T:
        with os.fdopen(reading, "rb") as pipe:
            pickled = pipe.read()
        _, status = os.waitpid(process, 0)
        if status:
            return work()
        made: T = pickle.loads(pickled)  # noqa: S301 - our own child wrote it
        return made

    return result


def _work_and_end(work: Callable[[], object], writing: int) -> NoReturn:
    """What the second process does: nothing of what the first would do at its end happens here."""
    status = 1
    try:
        gc.disable()
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(pickle.dumps(work(), pickle.HIGHEST_PROTOCOL))
        status = 0
    finally:
        os._exit(status)

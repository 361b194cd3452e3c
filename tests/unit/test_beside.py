"""A second process changes how long something takes, never what comes out."""

from __future__ import annotations

import os
import threading

import pytest

from build_tools.beside import Beside

HERE = os.getpid()

pytestmark = pytest.mark.skipif(
    not hasattr(os, "memfd_create") or (os.cpu_count() or 1) < 2, reason="there is no second process here"
)


@pytest.mark.usefixtures("alone")
def test_the_work_is_done_elsewhere() -> None:
    """And its result comes back, equal but a new copy each time."""
    beside = Beside(lambda: [os.getpid()])
    first, second = beside.result(), beside.result()
    assert first == second != [HERE]
    assert first is not second


@pytest.mark.usefixtures("alone")
def test_a_later_process_may_ask_for_the_result() -> None:
    """It gets the same."""
    first = Beside(os.getpid)
    second = Beside(lambda: (first.result(), os.getpid()))
    handed_down, own = second.result()
    assert handed_down == first.result()
    assert len({HERE, handed_down, own}) == 3


def test_where_threads_run_the_work_is_done_here() -> None:
    """A fork would leave them behind."""
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    try:
        assert Beside(os.getpid).result() == HERE
    finally:
        done.set()
        other.join()


def _dies_elsewhere() -> str:
    if os.getpid() != HERE:
        os._exit(9)
    return "done here"


def _fails() -> str:
    raise ValueError("wrong")


@pytest.mark.usefixtures("alone")
def test_what_the_second_process_cannot_do_is_done_here() -> None:
    """It may die, and not everything can be handed over; an error arises as if there was no second process."""
    assert Beside(_dies_elsewhere).result() == "done here"
    assert Beside(lambda: lambda: 5).result()() == 5
    with pytest.raises(ValueError, match="wrong"):
        Beside(_fails).result()

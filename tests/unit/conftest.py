"""What unit tests of several packages share."""

from __future__ import annotations

import threading

import pytest


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process without threads, which that of a test run is not: so that a second process may take over work."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)

"""Commands as an editor runs them: whole processes, timed in turn so that a slow minute hits all of them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
"""The folder of the project."""
ROUNDS = 5
_EVERY = 0.02


@dataclass(frozen=True)
class Command:
    """One command line; ``fresh`` names what is removed before each run."""

    arguments: tuple[str, ...]
    fresh: tuple[Path, ...] = ()

    def start(self, stdout: int = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
        """Start it on clean ground."""
        for path in self.fresh:
            _remove(path)
        return subprocess.Popen(
            (sys.executable, "-m", *self.arguments),
            cwd=ROOT,
            env=_environment(),
            stdout=stdout,
            stderr=subprocess.PIPE,
        )

    def seconds(self) -> float:
        """The wall time of one run."""
        process = self.start()
        return self._finish(process, time.perf_counter())

    def _finish(self, process: subprocess.Popen[bytes], started: float) -> float:
        _, errors = process.communicate()
        seconds = time.perf_counter() - started
        # 1 says that the frameworks have problems, which is no fault of the command
        if process.returncode not in (0, 1) or b"Traceback" in errors:
            raise RuntimeError(f"{' '.join(self.arguments)} failed:\n{errors.decode(errors='replace')}")
        return seconds

    def peak_megabytes(self) -> float:
        """The most memory that one run takes, its child processes included; 0 where it cannot be seen.

        Memory that several processes share is counted once.
        """
        process = self.start()
        most = 0
        while process.poll() is None:
            most = max(most, sum(map(_proportional_kilobytes, _family(process.pid))))
            time.sleep(_EVERY)
        self._finish(process, 0)
        return most / 1024


def _environment() -> dict[str, str]:
    """The environment, in which Python keeps what it compiles, as it does on an author's machine."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(ROOT)}


def _remove(path: Path) -> None:
    # `rm` is many times faster than shutil.rmtree on thousands of files
    subprocess.run(("rm", "-rf", str(path)), check=True)


def medians(runs: Mapping[str, Callable[[], float]], rounds: int = ROUNDS) -> dict[str, float]:
    """The median of several rounds of each run; the runs take turns, after one round that is not counted."""
    for run in runs.values():
        run()
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            taken[name].append(run())
    return {name: median(values) for name, values in taken.items()}


def _family(pid: int) -> list[int]:
    """A process with all its descendants."""
    found = [pid]
    for parent in found:
        for children in Path(f"/proc/{parent}/task").glob("*/children"):
            try:
                found += map(int, children.read_text().split())
            except OSError:
                continue
    return found


def _proportional_kilobytes(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)

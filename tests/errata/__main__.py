"""``make errata``: the table of published errors, whether each is caught, and how many false alarms there are."""

from __future__ import annotations

import sys

from tests.errata.replay import cases, false_alarms, replay


def main() -> int:
    """Print the table; the exit code is 0 when all are caught and none is false."""
    errata = tuple(map(replay, cases()))
    for erratum in errata:
        mark = "caught" if erratum.is_caught else "MISSED"
        print(f"{mark}  {' '.join(erratum.codes) or '-----':<6} {erratum.name[:2]}  {erratum.story}")
    alarms = false_alarms(errata)
    for problem in alarms:
        print(f"FALSE   {problem}")
    caught = sum(erratum.is_caught for erratum in errata)
    print(f"errata: {caught} of {len(errata)} caught, {len(alarms)} false alarms")
    return 0 if caught == len(errata) and not alarms else 1


if __name__ == "__main__":
    sys.exit(main())

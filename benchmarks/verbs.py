"""How long the verbs take as whole processes: milliseconds above a bare interpreter, least and median of some runs.

Only ratios within one run count: machines differ, and so do their hours.
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
RUNS = 7
COMMAND = (sys.executable, "-m", "policyengine")
BARE = (sys.executable, "-c", "pass")


def verbs() -> dict[str, tuple[str, ...]]:
    """Name the measured commands: some of no policy, some of each shipped policy."""
    measured: dict[str, tuple[str, ...]] = {"--help": ("--help",)}
    for file in sorted((ROOT / "policies").glob("*.yaml")):
        measured[f"check {file.stem}"] = ("check", str(file))
        measured[f"ask {file.stem} access"] = ("ask", file.stem, "access", "viewer=evaluated")
        measured[f"show {file.stem}"] = ("show", file.stem)
        measured[f"calendar {file.stem}"] = ("calendar", file.stem, "--year", "2026")
    return measured


def milliseconds(command: tuple[str, ...]) -> list[float]:
    """Run a command some times; the first run, which fills caches, is not counted."""
    taken = []
    for _ in range(RUNS + 1):
        start = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        taken.append((time.perf_counter() - start) * 1000)
    return taken[1:]


def main() -> None:
    """Print the table."""
    bare = milliseconds(BARE)
    print(f"{'bare interpreter':<28}{min(bare):9.1f}{statistics.median(bare):9.1f}  (least, median, ms)")
    for name, arguments in verbs().items():
        above = [taken - min(bare) for taken in milliseconds((*COMMAND, *arguments))]
        print(f"{name:<28}{min(above):+9.1f}{statistics.median(above):+9.1f}")


if __name__ == "__main__":
    main()

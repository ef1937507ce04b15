"""`make bench`: measures everything, or the modules named, and prints one table. A miss is loud, but no failure."""

import multiprocessing
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

from tests.benchmarks.catalogue import measured, names
from tests.benchmarks.ratio import Ratio


def main(wanted: Sequence[str]) -> None:
    known = names()
    unknown = [name for name in wanted if name not in known]
    if unknown:
        sys.exit(f"no such benchmark: {', '.join(unknown)}; there are {', '.join(known)}")
    ratios: list[Ratio] = []
    failed: dict[str, str] = {}
    # Each in a process of its own: what one loads or frees must not be charged to the next.
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"), max_tasks_per_child=1) as processes:
        for name in wanted or known:
            begun = time.perf_counter()
            try:
                ratios += processes.submit(measured, name).result()
            except Exception as error:
                failed[name] = f"{type(error).__name__}: {error}"
            print(f"measured {name} ({time.perf_counter() - begun:.0f} s)", file=sys.stderr)
    _print_table(ratios, failed)


def _print_table(ratios: Sequence[Ratio], failed: dict[str, str]) -> None:
    for ratio in ratios:
        print(ratio)
    for name, reason in failed.items():
        print(f"{name:<64} FAILED: {reason}")
    missed = [ratio for ratio in ratios if not ratio.is_met]
    print(f"{len(ratios) - len(missed)} of {len(ratios)} goals met", end="")
    print(f"; {len(missed)} MISSED" if missed else "", end="")
    print(f"; {len(failed)} benchmarks FAILED to run" if failed else "")


if __name__ == "__main__":
    main(sys.argv[1:])

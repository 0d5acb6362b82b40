#!/usr/bin/env python3
"""Counts the instructions of the hottest paths under valgrind, which repeats where clocks do not, and compares with those kept.

    make bench-instructions                     fails when a path became a tenth dearer than Benchmarks/instructions.json says
    make bench-instructions BENCH=--renew       keeps what is counted now

The paths: checking a number, taking in a row, one card of a decision, one question, one single registration, at once and in three steps. Each is
the difference of doing it N and 2N times, so that starting, signing in and what happens once cancel out; hashing is deterministic. What a C
program on the same SQLite and a Swift program that is none of ours cost in the same run tells the level of machine, libraries and compiler; a
path's change is taken against theirs. Needs valgrind (Scripts/setup.sh).
"""
import argparse
import json
import math
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(HERE))

import cards  # noqa: E402
import counting  # noqa: E402
import customers  # noqa: E402
import numbers_for_check  # noqa: E402
import shiming_server  # noqa: E402

KEPT = HERE / "instructions.json"
DEARER = 1.10
# How often each is done, and once more twice as often.
NUMBERS, TIMES, ROWS, DECIDED, QUESTIONS, REGISTRATIONS = 20_000, 20_000, 20_000, 8_000, 200, 40


def difference(count, number: int) -> float:
    """What one more costs. `count(n)`: the instructions of n of them."""
    return (count(2 * number) - count(number)) / number


def checking(counter: counting.Counter) -> float:
    def count(number: int) -> int:
        lines = counter.folder / "numbers.txt"
        numbers_for_check.write(lines, "resident-id", number, 1)
        with open(lines, "rb") as source:
            return counter.whole([counter.program, "check", "resident-id"], stdin=source)
    return difference(count, NUMBERS)


def calibration(counter: counting.Counter) -> dict[str, float]:
    """A row of the C peer's intake, and a turn of a Swift program that is none of ours."""
    peer, turning = counter.folder / "intake", counter.folder / "calibration"
    subprocess.run(["cc", "-O2", "-o", peer, HERE / "c/intake.c", "-lsqlite3"], check=True)
    subprocess.run(["swiftc", "-O", "-parse-as-library", "-o", turning, HERE / "peers/calibration.swift"], check=True)

    def rows(number: int) -> int:
        file = counter.folder / "peer.csv"
        cards.write(file, number)
        return counter.whole([peer, counter.folder / f"peer-{number}.sqlite", file])

    return {"C": difference(rows, ROWS), "Swift": difference(lambda number: counter.whole([turning, number]), TIMES)}


class Prepared:
    """A data folder with registrations waiting for a decision, a registered stock, and cards in a clerk's hands. Made at full speed."""

    def __init__(self, counter: counting.Counter):
        self.data = counter.folder / "data"
        needed = 3 * DECIDED + 7 * REGISTRATIONS
        with shiming_server.Server(counter.program, self.data, None, counting.SETTINGS) as server:
            self.admin = server.first_administrator()
            shiming_server.prepare_product(self.admin)
            self.take_in(counter.folder, needed, 0)
            bounds = [0, DECIDED, 3 * DECIDED, needed]
            self.deciding = {
                end - begin: shiming_server.Registration(self.admin, cards.iccid(begin), cards.iccid(end - 1), begin)
                for begin, end in zip(bounds[:2], bounds[1:])}
            seller = shiming_server.Seller(self.admin, cards.iccid(bounds[2]), cards.iccid(needed - 1), needed)
            self.clerk, self.content = seller.clerk, shiming_server.content(seller)
            customers.write(counter.folder / "customers", 1, 7 * REGISTRATIONS, bounds[2], 1)
            self.customers = (counter.folder / "customers-0").read_text(encoding="utf-8").splitlines()
            self.asker = shiming_server.Caller(server.url, self.admin.machine("bench.machine", "auditor", ["answer:read"]))
        self.taken = needed

    def move(self, url: str) -> None:
        """The same people at another address."""
        for caller in (self.admin, self.clerk, self.asker, *(each.reviewer for each in self.deciding.values())):
            caller.url = url

    def take_in(self, folder: pathlib.Path, number: int, start: int):
        file = folder / f"cards-{start}.csv"
        cards.write(file, number, start=start)
        shiming_server.take_in(self.admin, file, f"bench-{start}")

    def ask(self, number: int) -> None:
        for place in range(number):
            self.asker.post("/v1/answers", {"iccid": cards.iccid(place * 7 % DECIDED)})

    def register(self, number: int, way=shiming_server.register_at_once) -> None:
        for _ in range(number):
            line = self.customers.pop(0)
            way(self.clerk, customers.content(self.content, line), line.split("\t")[0])

    def register_in_steps(self, number: int) -> None:
        self.register(number, shiming_server.register)


def serving(counter: counting.Counter) -> dict[str, float]:
    prepared = Prepared(counter)
    files = {}
    for number in (ROWS, 2 * ROWS):
        files[number] = counter.folder / f"rows-{number}.csv"
        cards.write(files[number], number, start=prepared.taken + number)
    with counter.server(prepared.data) as server:
        prepared.move(server.url)

        def counted(work):
            return lambda number: server.counting(lambda: work(number))

        # What only the first of them costs shall be in neither count.
        prepared.ask(5)
        prepared.register(REGISTRATIONS // 2)
        prepared.register_in_steps(REGISTRATIONS // 2)
        return {
            "intake, a row": difference(counted(lambda number: shiming_server.send(prepared.admin, files[number], f"bench-{number}")), ROWS),
            "decision, a card": difference(counted(lambda number: prepared.deciding[number].decide()), DECIDED),
            "who answers, a question": difference(counted(prepared.ask), QUESTIONS),
            "single registration at once": difference(counted(prepared.register), REGISTRATIONS),
            "single registration in steps": difference(counted(prepared.register_in_steps), REGISTRATIONS),
        }


def level(now: dict[str, float], kept: dict[str, float]) -> float:
    """How much dearer the same work is here than where the counts were kept: the geometric mean of the calibrations."""
    return math.prod(now[name] / kept[name] for name in now) ** (1 / len(now))


def compared(now: dict, kept: dict | None) -> list[str]:
    """Prints the counts beside those kept. The paths that became dearer."""
    scale, dearer = level(now["calibration"], kept["calibration"]) if kept else 1.0, []
    print(f"{'path':<30}{'instructions':>14}{'kept':>14}  change, the level taken out")
    for path, count in now["paths"].items():
        before = kept["paths"].get(path) if kept else None
        change = count / scale / before - 1 if before else None
        print(f"{path:<30}{count:>14,.0f}" + (f"{before:>14,.0f}  {change:+.1%}" if before else f"{'none':>14}"))
        if change is not None and 1 + change > DEARER:
            dearer.append(f"{path} ({change:+.1%})")
    for name, count in now["calibration"].items():
        print(f"{'level by ' + name:<30}{count:>14,.0f}" + (f"{kept['calibration'][name]:>14,.0f}" if kept else ""))
    return dearer


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--renew", action="store_true", help="keep what is counted now")
    arguments.add_argument("--program", type=pathlib.Path, default=ROOT / ".build/tested/release/shiming")
    given = arguments.parse_args()
    shiming_server.end_what_was_begun()
    if not shutil.which("valgrind"):
        sys.exit("valgrind is needed: Scripts/setup.sh installs it")
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="count-", dir=ROOT / ".build") as name:
        counter = counting.Counter(given.program, pathlib.Path(name))
        now = {"calibration": calibration(counter), "paths": {"check of a number": checking(counter)} | serving(counter)}
    dearer = compared(now, json.loads(KEPT.read_text()) if KEPT.exists() else None)
    print(f"{time.monotonic() - began:.0f} s")
    if given.renew:
        KEPT.write_text(json.dumps({group: {name: round(count) for name, count in counts.items()} for group, counts in now.items()}, indent=2) + "\n")
    elif dearer:
        sys.exit(
            "a tenth dearer or more: " + ", ".join(dearer) + "\nIf that is the price of something wanted: make bench-instructions BENCH=--renew, "
            "and commit Benchmarks/instructions.json")


if __name__ == "__main__":
    main()

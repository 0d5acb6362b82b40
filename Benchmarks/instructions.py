#!/usr/bin/env python3
"""Counts the instructions of the four hottest paths under valgrind, which repeats where clocks do not, and compares with those kept.

    make bench-instructions                     fails when a path became a tenth dearer than Benchmarks/instructions.json says
    make bench-instructions BENCH=--keep        keeps what is counted now

The paths: checking a number, taking in a row, one card of a decision, one question. Hashing is deterministic. Every count is divided by
that of a row of the C peer's intake, counted in the same run with the same SQLite and C library, so that another machine's libraries
shift both. Needs valgrind (Debian: `apt-get install valgrind`).
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(HERE))

import cards  # noqa: E402
import numbers_for_check  # noqa: E402
import shiming_server  # noqa: E402

KEPT = HERE / "instructions.json"
DEARER = 1.10
NUMBERS, ROWS, DECIDED, QUESTIONS = 20_000, 20_000, 2_000, 300
ENVIRONMENT = {"SWIFT_DETERMINISTIC_HASHING": "1"}
# Passwords are made cheap: their cost is no path of these.
SETTINGS = ("rate-requests=1000000", "password-cost-log2=10")


def whole(command: list, **more) -> int:
    """All instructions of a program that ends by itself."""
    made = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *map(str, command)], env=os.environ | ENVIRONMENT,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False, **more)
    found = re.search(r"Collected : (\d+)", made.stderr)
    if not found:
        raise RuntimeError(made.stderr[-2000:])
    return int(found[1])


def checking(program, folder) -> float:
    """A number more, by the difference of two runs, so that the program's start is not in it."""
    counts = []
    for number in (NUMBERS, 2 * NUMBERS):
        lines = folder / "numbers.txt"
        numbers_for_check.write(lines, "resident-id", number, 1)
        with open(lines, "rb") as source:
            counts.append(whole([program, "check", "resident-id"], stdin=source))
    return (counts[1] - counts[0]) / NUMBERS


def calibration(folder) -> float:
    """A row of the C peer's intake."""
    peer = folder / "intake"
    subprocess.run(["cc", "-O2", "-o", peer, HERE / "c/intake.c", "-lsqlite3"], check=True)
    counts = []
    for number in (ROWS, 2 * ROWS):
        file, database = folder / "peer.csv", folder / f"peer-{number}.sqlite"
        cards.write(file, number)
        counts.append(whole([peer, database, file]))
    return (counts[1] - counts[0]) / ROWS


class Counted(shiming_server.Server):
    """A server under valgrind that counts only when told."""

    def __init__(self, program, folder, dumps):
        wrapper = folder.parent / "counted"
        wrapper.write_text(
            f"#!/bin/sh\nexec valgrind --tool=callgrind --instr-atstart=no --callgrind-out-file={dumps}/dump '{program}' \"$@\"\n")
        wrapper.chmod(0o755)
        super().__init__(wrapper, folder, None, SETTINGS, ENVIRONMENT)
        self.dumps = dumps

    def control(self, *command) -> None:
        subprocess.run(["callgrind_control", *command, str(self.process.pid)], check=True, capture_output=True)

    def counting(self, work) -> int:
        """The instructions of all threads while `work` runs."""
        self.control("-z")
        self.control("--instr=on")
        work()
        self.control("--instr=off")
        self.control("-d")
        dump = max(self.dumps.iterdir(), key=lambda file: file.stat().st_mtime_ns)
        return int(re.search(r"^(?:totals|summary): (\d+)", dump.read_text(errors="replace"), re.M)[1])


def serving(program, folder) -> dict[str, float]:
    dumps, data = folder / "dumps", folder / "data"
    dumps.mkdir()
    file = folder / "cards.csv"
    counts = {}
    # What is no path of these is prepared at full speed.
    with shiming_server.Server(program, data, None, SETTINGS) as server:
        admin = server.first_administrator()
        shiming_server.prepare_product(admin)
        cards.write(file, DECIDED)
        shiming_server.take_in(admin, file, "few")
        registration = shiming_server.Registration(admin, cards.iccid(0), cards.iccid(DECIDED - 1), 1)
        key = admin.machine("bench.machine", "auditor", ["answer:read"])
    with Counted(program, data, dumps) as server:
        admin.url = registration.reviewer.url = server.url
        cards.write(file, ROWS, start=DECIDED)
        counts["intake of a row"] = server.counting(lambda: shiming_server.take_in(admin, file, "bench")) / ROWS
        counts["decision, a card"] = server.counting(registration.decide) / DECIDED
        asker = shiming_server.Caller(server.url, key)

        def ask(count: int):
            for number in range(count):
                asker.post("/v1/answers", {"iccid": cards.iccid(number * 7 % DECIDED)})

        ask(20)
        counts["who answers, a question"] = server.counting(lambda: ask(QUESTIONS)) / QUESTIONS
    return counts


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--keep", action="store_true")
    arguments.add_argument("--program", type=pathlib.Path, default=ROOT / ".build/release/shiming")
    given = arguments.parse_args()
    if not shutil.which("valgrind"):
        sys.exit("valgrind is needed: apt-get install valgrind")
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="count-", dir=ROOT / ".build") as name:
        folder = pathlib.Path(name)
        # valgrind cannot read the debugging information of Swift's compiler.
        program = folder / "shiming"
        subprocess.run(["strip", "-o", program, given.program], check=True)
        mask = folder / "own_mask.so"
        subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-o", mask, HERE / "c/own_mask.c"], check=True)
        ENVIRONMENT["LD_PRELOAD"] = str(mask)
        base = calibration(folder)
        counts = {"check of a number": checking(program, folder)} | serving(program, folder)
    kept = json.loads(KEPT.read_text()) if KEPT.exists() else {"calibration": base, "paths": {}}
    dearer = []
    print(f"{'path':<26}{'instructions':>14}{'kept':>14}  change, by the C peer's {base:,.0f} a row (kept {kept['calibration']:,.0f})")
    for path, count in counts.items():
        before = kept["paths"].get(path)
        change = count / base / (before / kept["calibration"]) if before else 1
        print(f"{path:<26}{count:>14,.0f}{before or 0:>14,.0f}  {change - 1:+.1%}")
        if change > DEARER:
            dearer.append(path)
    print(f"{time.monotonic() - began:.0f} s")
    if given.keep:
        KEPT.write_text(json.dumps({"calibration": round(base), "paths": {path: round(count) for path, count in counts.items()}}, indent=2) + "\n")
    elif dearer:
        sys.exit("a tenth dearer or more: " + ", ".join(dearer))


if __name__ == "__main__":
    main()

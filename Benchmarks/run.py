#!/usr/bin/env python3
"""Measures Shiming on both its stores against its peers, by turns, and writes docs/performance.md and Benchmarks/results.json.

    make bench                                  everything, three rounds, a million cards
    make bench BENCH=--short                    every job once, small, nothing written: does it work?
    make bench BENCH="--engine sqlite --only bulk --rounds 5 --keep"

Ratios of one run are what counts; absolute figures are the machine's. Nothing here is a test: nothing fails for being slow.
"""
import argparse
import collections
import itertools
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Benchmarks"))

import bulk  # noqa: E402
import console  # noqa: E402
import floors  # noqa: E402
import numbers_for_check  # noqa: E402
import peer_server  # noqa: E402
import persons  # noqa: E402
import postgres  # noqa: E402
import program as itself  # noqa: E402
import questions  # noqa: E402
import registrations  # noqa: E402
import report  # noqa: E402
import shiming_server  # noqa: E402
import usage  # noqa: E402


def build(skip: bool) -> pathlib.Path:
    if not skip:
        subprocess.run([ROOT / "Scripts/swift-build.sh", "-c", "release", "--product", "shiming"], check=True)
    folder = subprocess.run(
        ["swift", "build", "-c", "release", "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()
    return pathlib.Path(folder) / "shiming"


# ---------------------------------------------------------------- the jobs: each yields (figure, side, value) for one round

def numbers(program, folder, given):
    for kind in numbers_for_check.KINDS:
        lines = folder / f"{kind}.txt"
        if not lines.exists():
            numbers_for_check.write(lines, kind, given.numbers, given.seed)
        # The loop is given a tenth of the lines: its rate is the same and it takes a hundred times as long.
        fewer = folder / f"{kind}-tenth.txt"
        with open(lines, "rb") as source:
            fewer.write_bytes(b"".join(itertools.islice(source, given.numbers // 10)))
        loop = [sys.executable, ROOT / "Benchmarks/peers/stdnum_loop.py", kind]
        for side, command, file, count in (
                ("shiming", [program, "check", kind], lines, given.numbers), ("python-stdnum", loop, fewer, given.numbers // 10)):
            with open(file, "rb") as source:
                began = time.perf_counter()
                # Refused numbers make `shiming check` end with a status of its own.
                subprocess.run(command, stdin=source, stdout=subprocess.DEVNULL, check=False)
                yield f"check {kind}, numbers/s", side, count / (time.perf_counter() - began)


def once(job):
    """A job that takes its own rounds."""
    def of_first_round(program, folder, given):
        if given.round == 0:
            yield from job(program, folder, given)
    return of_first_round


JOBS = {
    "numbers": numbers, "bulk": bulk.measured, "registrations": registrations.compared, "persons": persons.compared,
    "questions": once(questions.compared), "usage": once(usage.measured), "console": once(console.compared), "program": once(itself.measured)}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--cards", type=int, default=1_000_000)
    parser.add_argument("--numbers", type=int, default=1_000_000)
    parser.add_argument("--order", nargs="+", choices=["ordered", "shuffled"], default=["ordered", "shuffled"])
    parser.add_argument("--only", default=",".join(JOBS), help=f"of {', '.join(JOBS)}")
    parser.add_argument("--engine", choices=["sqlite", "postgres", "both"], default="both", help="Shiming's store")
    parser.add_argument("--decisions", type=int, default=5, help="decisions over 10,000 cards in a round")
    parser.add_argument("--seconds", type=int, default=5, help="of questions and of registrations, each time")
    parser.add_argument("--stored", type=int, nargs="+", default=[100_000, 1_000_000, 10_000_000], help="cards stored when questions are asked")
    parser.add_argument("--stored-postgres", type=int, nargs="+", default=[100_000, 1_000_000, 10_000_000], help="the same on PostgreSQL")
    parser.add_argument(
        "--stored-peer", type=int, nargs="+", default=[100_000, 1_000_000, 10_000_000], help="with how many of these the FastAPI peer is asked")
    parser.add_argument("--usage", type=int, default=1_000_000, help="lines about what cards used")
    parser.add_argument("--console-seconds", type=int, default=60, help="of 200 users at the console")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--short", action="store_true", help="one small round of everything, dry, to see that it works")
    parser.add_argument("--clone", action="store_true", help="measure the time from a clone to the first answer too (long)")
    parser.add_argument("--no-build", action="store_true", help="take the release build that is there")
    parser.add_argument("--program", type=pathlib.Path, help="measure this program instead of building one")
    parser.add_argument("--keep", action="store_true", help="keep the figures of the run before that this one does not take again")
    parser.add_argument("--dry", action="store_true", help="print the tables, write no file")
    parser.add_argument("--json", type=pathlib.Path, help="write the figures there as well, also when --dry")
    given = parser.parse_args()
    if given.short:
        given.dry = True
        given.rounds, given.cards, given.numbers, given.decisions, given.seconds = 1, 200_000, 20_000, 2, 3
        given.stored, given.stored_postgres, given.console_seconds, given.usage = [20_000, 60_000], [20_000], 10, 20_000
        given.stored_peer = given.stored
    return given


def main() -> None:
    given = arguments()
    shiming_server.end_what_was_begun()
    given.load, given.minutes = os.getloadavg()[0], collections.Counter()
    jobs = given.only.split(",")
    if {"registrations", "persons", "questions"} & set(jobs) and not shutil.which("wrk"):
        sys.exit("wrk is needed to ask and to register: Scripts/setup.sh --bench")
    if given.engine != "sqlite" and not postgres.binaries():
        sys.exit("PostgreSQL is not installed: Scripts/setup.sh installs it, --engine sqlite does without")
    program = build(given.no_build) if given.program is None else given.program.resolve()
    if {"registrations", "questions"} & set(jobs):
        peer_server.prepare()
    figures: floors.Figures = collections.defaultdict(lambda: collections.defaultdict(list))
    # Not in /tmp, which may be memory: a durable commit must meet a disk.
    (ROOT / ".build").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=ROOT / ".build") as name:
        folder = pathlib.Path(name)
        for given.round in range(given.rounds):
            for job in jobs:
                began = time.monotonic()
                for figure, side, value in JOBS[job](program, folder, given):
                    figures[figure][side].append(value)
                    print(f"round {given.round + 1}  {figure}  {side}: {value:,.4g}", flush=True)
                given.minutes[job] += (time.monotonic() - began) / 60
        if given.clone:
            for figure, side, value in itself.clone(folder):
                figures[figure][side].append(value)
    print("\n" + report.tables(figures))
    print("\nminutes: " + ", ".join(f"{job} {minutes:.1f}" for job, minutes in given.minutes.items()))
    if given.json:
        given.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    if not given.dry:
        report.publish(figures, given)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Measures Shiming against its peers, interleaved, and writes docs/performance.md and Benchmarks/results.json.

    make bench                                  everything, three rounds, a million cards
    make bench BENCH="--cards 100000 --only numbers,intake --rounds 5"

Ratios of one run are what counts; absolute figures are the machine's. Nothing here is a test: nothing fails for being slow.
"""
import argparse
import collections
import datetime
import json
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Benchmarks"))

import cards  # noqa: E402
import numbers_for_check  # noqa: E402
import shiming_server  # noqa: E402

PAGE = ROOT / "docs/performance.md"
BEGIN, END = "<!-- figures: begin (make bench writes what stands between these lines) -->", "<!-- figures: end -->"
Figures = dict[str, dict[str, list[float]]]


# ---------------------------------------------------------------- building both sides

def build(skip: bool) -> pathlib.Path:
    if not skip:
        subprocess.run([ROOT / "Scripts/swift-build.sh", "-c", "release", "--product", "shiming"], check=True)
    folder = subprocess.run(
        ["swift", "build", "-c", "release", "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()
    return pathlib.Path(folder) / "shiming"


def compile_peers(folder: pathlib.Path) -> dict[str, pathlib.Path]:
    peers = {}
    for name in ("intake", "decide"):
        peers[name] = folder / name
        subprocess.run(
            ["cc", "-O2", "-Wall", "-Wextra", "-o", peers[name], ROOT / f"Benchmarks/c/{name}.c", "-lsqlite3"], check=True)
    return peers


def answer(*command) -> dict:
    return json.loads(subprocess.run(list(command), check=True, capture_output=True, text=True).stdout)


# ---------------------------------------------------------------- the jobs: each yields (figure, side, value) for one round

def numbers(program, folder, given):
    for kind in numbers_for_check.KINDS:
        lines = folder / f"{kind}.txt"
        if not lines.exists():
            numbers_for_check.write(lines, kind, given.numbers, given.seed)
        loop = [sys.executable, ROOT / "Benchmarks/peers/stdnum_loop.py", kind]
        for side, command in (("shiming", [program, "check", kind]), ("peer", loop)):
            with open(lines, "rb") as source:
                began = time.perf_counter()
                # Refused numbers make `shiming check` end with a status of its own.
                subprocess.run(command, stdin=source, stdout=subprocess.DEVNULL, check=False)
                yield f"check {kind}, numbers/s", side, given.numbers / (time.perf_counter() - began)


def stock(folder, given, order: str) -> pathlib.Path:
    file = folder / f"cards-{order}.csv"
    if not file.exists():
        cards.write(file, given.cards, shuffled=order == "shuffled", seed=given.seed)
    return file


def intake(program, folder, given):
    for order in given.order:
        file = stock(folder, given, order)
        database = folder / "peer.sqlite"
        remove(database)
        peer = answer(folder / "intake", database, file)
        yield f"intake {order}, rows/s", "peer", given.cards / peer["seconds"]
        yield f"intake {order}, bytes a card on disk", "peer", peer["bytes"] / given.cards
        data = folder / "data"
        remove(data)
        with shiming_server.Server(program, data) as server:
            admin = server.first_administrator()
            shiming_server.prepare_product(admin)
            seconds, job = shiming_server.take_in(admin, file, "bench")
            assert job["counts"]["taken"] == given.cards, job
            yield f"intake {order}, rows/s", "shiming", given.cards / seconds
            yield f"intake {order}, peak memory MiB", "shiming", server.peak_memory_kib() / 1024
        size = (data / "shiming.sqlite").stat().st_size
        yield f"intake {order}, bytes a card on disk", "shiming", size / given.cards


def decision(program, folder, given):
    database, data = folder / "peer.sqlite", folder / "data"
    for count in (10_000, 100_000):
        remove(database)
        remove(data)
        file = folder / f"decide-{count}.csv"
        cards.write(file, count)
        answer(folder / "intake", database, file)
        yield f"decision over {count:,} cards, s", "peer", answer(folder / "decide", database, str(count))["seconds"]
        with shiming_server.Server(program, data) as server:
            admin = server.first_administrator()
            shiming_server.prepare_product(admin)
            shiming_server.take_in(admin, file, "bench")
            hall = admin.post("/v1/organisations", {"kind": "hall", "name": "示例营业厅"})["id"]
            admin.post("/v1/custody-acts", {"kind": "allocate", "organisation": hall, "cards": {"batches": ["bench"]}})
            clerk = admin.colleague("bench-clerk", ["hall-clerk"], hall)
            application = shiming_server.submitted_registration(clerk, "bench")
            seconds, made = shiming_server.decide(admin.colleague("bench-reviewer", ["reviewer"]), application["id"])
            assert made["cardsRegistered"] == count, made
            yield f"decision over {count:,} cards, s", "shiming", seconds


JOBS = {"numbers": numbers, "intake": intake, "decision": decision}


def remove(path: pathlib.Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    for file in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        file.unlink(missing_ok=True)


# ---------------------------------------------------------------- what comes out

def table(figures: Figures) -> str:
    lines = ["| figure | Shiming | peer | Shiming / peer |", "| --- | ---: | ---: | ---: |"]
    for name, sides in figures.items():
        middle = {side: statistics.median(values) for side, values in sides.items()}
        ratio = f"{middle['shiming'] / middle['peer']:.2f}" if len(middle) == 2 and middle["peer"] else ""
        lines.append(f"| {name} | {shown(sides.get('shiming'))} | {shown(sides.get('peer'))} | {ratio} |")
    return "\n".join(lines)


def shown(values: list[float] | None) -> str:
    """The median, and from least to most where there are several rounds."""
    if not values:
        return ""
    texts = [f"{value:,.0f}" if value >= 100 else f"{value:.3g}" for value in (statistics.median(values), min(values), max(values))]
    return texts[0] if len(values) == 1 else f"{texts[0]} ({texts[1]} to {texts[2]})"


def machine() -> str:
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
    return f"{os.cpu_count()} cores, {model}"


def publish(figures: Figures, given) -> None:
    facts = {
        "date": datetime.date.today().isoformat(), "machine": machine(), "rounds": given.rounds, "cards": given.cards,
        "numbers": given.numbers, "seed": given.seed}
    (ROOT / "Benchmarks/results.json").write_text(json.dumps({"facts": facts, "figures": figures}, indent=2) + "\n", encoding="utf-8")
    head = (
        f"Measured {facts['date']} on {facts['machine']}; {given.rounds} rounds, Shiming and peer by turns; "
        f"median (least to most); {given.cards:,} cards, {given.numbers:,} numbers a kind.")
    text = PAGE.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    PAGE.write_text(before + BEGIN + "\n\n" + head + "\n\n" + table(figures) + "\n\n" + END + rest.split(END)[1], encoding="utf-8")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--cards", type=int, default=1_000_000)
    arguments.add_argument("--numbers", type=int, default=1_000_000)
    arguments.add_argument("--order", nargs="+", choices=["ordered", "shuffled"], default=["ordered", "shuffled"])
    arguments.add_argument("--only", default=",".join(JOBS), help=f"of {', '.join(JOBS)}")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--no-build", action="store_true", help="take the release build that is there")
    arguments.add_argument("--dry", action="store_true", help="print the table, write no file")
    given = arguments.parse_args()
    program = build(given.no_build)
    figures: Figures = collections.defaultdict(lambda: collections.defaultdict(list))
    # Not in /tmp, which may be memory: a durable commit must meet a disk.
    (ROOT / ".build").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=ROOT / ".build") as name:
        folder = pathlib.Path(name)
        compile_peers(folder)
        for round_number in range(given.rounds):
            for job in given.only.split(","):
                for figure, side, value in JOBS[job](program, folder, given):
                    figures[figure][side].append(value)
                    print(f"round {round_number + 1}  {figure}  {side}: {value:,.4g}", flush=True)
    print("\n" + table(figures))
    if not given.dry:
        publish(figures, given)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Measures Shiming against its peers, interleaved, and writes docs/performance.md and Benchmarks/results.json.

    make bench                                  everything, three rounds, a million cards
    make bench BENCH="--cards 100000 --only main --rounds 5"

Ratios of one run are what counts; absolute figures are the machine's. Nothing here is a test: nothing fails for being slow.
"""
import argparse
import collections
import contextlib
import datetime
import itertools
import json
import os
import pathlib
import platform
import random
import resource
import shutil
import sqlite3
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
        # The loop is given a tenth of the lines: its rate is the same and it takes a hundred times as long.
        fewer = folder / f"{kind}-tenth.txt"
        with open(lines, "rb") as source:
            fewer.write_bytes(b"".join(itertools.islice(source, given.numbers // 10)))
        loop = [sys.executable, ROOT / "Benchmarks/peers/stdnum_loop.py", kind]
        for side, command, file, count in (
                ("shiming", [program, "check", kind], lines, given.numbers), ("peer", loop, fewer, given.numbers // 10)):
            with open(file, "rb") as source:
                began = time.perf_counter()
                # Refused numbers make `shiming check` end with a status of its own.
                subprocess.run(command, stdin=source, stdout=subprocess.DEVNULL, check=False)
                yield f"check {kind}, numbers/s", side, count / (time.perf_counter() - began)


def stock(folder, given, order: str) -> pathlib.Path:
    file = folder / f"cards-{order}.csv"
    if not file.exists():
        cards.write(file, given.cards, shuffled=order == "shuffled", seed=given.seed)
    return file


def main_job(program, folder, given):
    """Intake, one decision and questions, on one server after the other."""
    # The shuffled file takes longest and is not what carriers deliver: once is enough.
    for order in given.order if given.round == 0 else given.order[:1]:
        file = stock(folder, given, order)
        database, data = folder / "peer.sqlite", folder / "data"
        remove(database)
        remove(data)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        peer = answer(folder / "intake", database, file)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        yield f"intake {order}, rows/s", "peer", given.cards / peer["seconds"]
        seconds = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
        yield f"intake {order}, rows a second of processor time", "peer", given.cards / seconds
        yield f"intake {order}, bytes a card on disk", "peer", peer["bytes"] / given.cards
        with shiming_server.Server(program, data) as server:
            admin = server.first_administrator()
            shiming_server.prepare_product(admin)
            busy = server.cpu_seconds()
            seconds, job = shiming_server.take_in(admin, file, "bench")
            busy = server.cpu_seconds() - busy
            assert job["counts"]["taken"] == given.cards, job
            yield f"intake {order}, rows/s", "shiming", given.cards / seconds
            # Receiving the upload and sealing it are in this time, not in the one before.
            yield f"intake {order}, rows a second of processor time", "shiming", given.cards / busy
            yield f"intake {order}, peak memory MiB", "shiming", server.peak_memory_kib() / 1024
            if order == "ordered":
                yield from decision(server, admin, folder, given)
                yield from answers(server, admin, folder, given)
        yield f"intake {order}, bytes a card on disk", "shiming", bytes_on_disk(data / "shiming.sqlite") / given.cards


def bytes_on_disk(database: pathlib.Path) -> int:
    """The file once the log is written back into it."""
    with contextlib.closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return database.stat().st_size


def decision(server, admin, folder, given):
    # By turns, several a server: one decision alone is over too fast to be measured well.
    for start in range(0, min(given.decisions * DECIDED, given.cards - DECIDED + 1), DECIDED):
        figure = f"decision over {DECIDED:,} cards, ms"
        yield figure, "peer", answer(folder / "decide", folder / "peer.sqlite", str(DECIDED))["seconds"] * 1000
        registration = shiming_server.Registration(admin, cards.iccid(start), cards.iccid(start + DECIDED - 1), start)
        seconds, made = registration.decide()
        assert made["cardsRegistered"] == DECIDED, made
        yield figure, "shiming", seconds * 1000


def answers(server, admin, folder, given):
    """The question is asked about registered cards by chance, with API keys of many machines, since each is limited."""
    keys = [admin.machine(f"bench.machine.{number}", "auditor", ["answer:read"]) for number in range(given.machines)]
    (folder / "keys.txt").write_text("\n".join(keys) + "\n")
    registered = min(given.decisions * DECIDED, given.cards // DECIDED * DECIDED)
    chosen = random.Random(given.seed).choices(range(registered), k=20_000)
    (folder / "iccids.txt").write_text("".join(cards.iccid(serial) + "\n" for serial in chosen))
    for side, route in (("peer", "session"), ("shiming", "answers")):
        busy = server.cpu_seconds()
        made = subprocess.run(
            ["wrk", "-t1", "-c16", f"-d{given.seconds}s", "-s", ROOT / "Benchmarks/wrk/ask.lua", server.url, "--", route, folder / "keys.txt",
             folder / "iccids.txt"], check=True, capture_output=True, text=True).stdout
        came = json.loads(made.rsplit("JSON ", 1)[1])
        assert came["refused"] == 0 and came["broken"] == 0, came
        busy = server.cpu_seconds() - busy
        yield f"who answers, {given.cards:,} cards stored, requests/s", side, came["requests"] / came["seconds"]
        yield "who answers, requests a second of processor time", side, came["requests"] / busy
        yield "who answers, 99th percentile ms", side, came["p99_ms"]


DECIDED = 10_000
JOBS = {"numbers": numbers, "main": main_job}
# What the project holds itself to: the least or the most of Shiming / peer, or of Shiming alone where there is no peer.
FLOORS = {"intake": {"rows/s": ("least", 0.5), "MiB": ("most", 200)}, "decision": {"ms": ("most", 3)},
          "who answers": {"requests/s": ("least", 0.5)}, "check": {"numbers/s": ("least", 50)}}


def remove(path: pathlib.Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    for file in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        file.unlink(missing_ok=True)


# ---------------------------------------------------------------- what comes out

def table(figures: Figures) -> str:
    lines = ["| figure | Shiming | peer | Shiming / peer | floor |", "| --- | ---: | ---: | ---: | --- |"]
    for name, sides in figures.items():
        middle = {side: statistics.median(values) for side, values in sides.items()}
        ratio = middle["shiming"] / middle["peer"] if len(middle) == 2 and middle["peer"] else None
        shown_ratio = "" if ratio is None else f"{ratio:.2f}"
        judged = floor(name, middle["shiming"] if ratio is None else ratio)
        lines.append(f"| {name} | {shown(sides.get('shiming'))} | {shown(sides.get('peer'))} | {shown_ratio} | {judged} |")
    return "\n".join(lines)


def floor(name: str, reached: float) -> str:
    """What is demanded and whether it is reached."""
    for work, units in FLOORS.items():
        for unit, (side, bound) in units.items():
            if name.startswith(work) and name.endswith(unit):
                holds = reached >= bound if side == "least" else reached < bound
                return f"at {side} {bound:g}: " + ("reached" if holds else "**not reached**")
    return ""


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
    results = ROOT / "Benchmarks/results.json"
    if given.keep and results.exists():
        figures = json.loads(results.read_text(encoding="utf-8"))["figures"] | figures
    facts = {
        "date": datetime.date.today().isoformat(), "machine": machine(), "rounds": given.rounds, "cards": given.cards,
        "numbers": given.numbers, "seed": given.seed, "load": [given.load, os.getloadavg()[0]]}
    results.write_text(json.dumps({"facts": facts, "figures": figures}, indent=2) + "\n", encoding="utf-8")
    head = (
        f"Measured {facts['date']} on {facts['machine']}; {given.rounds} rounds, Shiming and peer by turns; "
        f"median (least to most); {given.cards:,} cards, {given.numbers:,} numbers a kind. Load of the machine by other work, "
        f"one-minute average at the start and the end: {given.load:.1f} and {os.getloadavg()[0]:.1f}.")
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
    arguments.add_argument("--decisions", type=int, default=5, help="decisions over 10,000 cards in a round")
    arguments.add_argument("--seconds", type=int, default=10, help="of questions in a round and route")
    arguments.add_argument("--machines", type=int, default=150, help="accounts that ask; each may ask 1,200 times and 20 a second")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--no-build", action="store_true", help="take the release build that is there")
    arguments.add_argument("--program", type=pathlib.Path, help="measure this program instead of building one")
    arguments.add_argument("--keep", action="store_true", help="keep the figures of the run before that this one does not take again")
    arguments.add_argument("--dry", action="store_true", help="print the table, write no file")
    given = arguments.parse_args()
    given.load = os.getloadavg()[0]
    if "main" in given.only and not shutil.which("wrk"):
        sys.exit("wrk is needed to ask questions: apt-get install wrk")
    program = build(given.no_build) if given.program is None else given.program
    figures: Figures = collections.defaultdict(lambda: collections.defaultdict(list))
    # Not in /tmp, which may be memory: a durable commit must meet a disk.
    (ROOT / ".build").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=ROOT / ".build") as name:
        folder = pathlib.Path(name)
        compile_peers(folder)
        for round_number in range(given.rounds):
            given.round = round_number
            for job in given.only.split(","):
                for figure, side, value in JOBS[job](program, folder, given):
                    figures[figure][side].append(value)
                    print(f"round {round_number + 1}  {figure}  {side}: {value:,.4g}", flush=True)
    print("\n" + table(figures))
    if not given.dry:
        publish(figures, given)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""How many bytes a card, a registered card and a single registration take, table by table, on both engines, and how long its upkeep takes: what
docs/scale.md counts with.

    Scripts/setup.sh && Scripts/swift-build.sh -c release --product shiming && .venv/bin/python Benchmarks/row_sizes.py
    … row_sizes.py --cards 500000 --registrations 1000 --engine both

Through the program: cards are taken in, then registered by decisions over many, put into service, reported as used once, then further cards
registered one by one, each with its six papers uploaded (small ones: their bytes are not what is measured), begun, handed in and approved.
Sizes are read after every step, so that each step's own growth is known.
"""
import argparse
import datetime
import itertools
import json
import pathlib
import shutil
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(HERE))

import cards  # noqa: E402
import customers  # noqa: E402
import engines  # noqa: E402
import shiming_server  # noqa: E402
import sizes  # noqa: E402
import upkeep  # noqa: E402
import usage  # noqa: E402

#: Cards of a decision.
DECIDED = 100_000
SETTINGS = ("rate-requests=1000000", "access-token-seconds=86400", "session-seconds-max=86400")


def filled(program, folder, given, engine: engines.Engine, read, more: dict):
    """Does the steps; yields (step, how many, sizes, bytes written, seconds) after each. What an upload costs goes to `more`."""
    # Small tables grow by many pages at once: the first quarter is not counted.
    data, first = folder / "sized", given.registrations // 4
    total = given.cards + first + given.registrations
    shutil.rmtree(data, ignore_errors=True)
    with shiming_server.Server(program, data, engine.store("sized"), SETTINGS) as server:
        admin = server.first_administrator()
        shiming_server.prepare_product(admin)
        began, written = time.perf_counter(), read.written(server)
        yield "empty", 1, read.sizes(), 0, 0.0

        def step(name: str, number: int, work):
            nonlocal began, written
            began, written = time.perf_counter(), read.written(server)
            work()
            seconds = time.perf_counter() - began
            settle(admin)
            return name, number, read.sizes(), read.written(server) - written, seconds

        def take_in():
            for begin in range(0, total, 1_000_000):
                cards.write(folder / "sized.csv", min(1_000_000, total - begin), start=begin)
                shiming_server.take_in(admin, folder / "sized.csv", f"sized-{begin}")

        yield step("stock", total, take_in)
        waiting = [
            shiming_server.Registration(admin, cards.iccid(begin), cards.iccid(min(begin + DECIDED, given.cards) - 1), begin)
            for begin in range(0, given.cards, DECIDED)]
        yield step("many", given.cards, lambda: [each.decide() for each in waiting])
        yield step("in service", given.cards, lambda: activate(admin, given.cards))
        yield step("used", given.cards, lambda: report_use(admin, folder / "used.csv", given.cards))
        seller = shiming_server.Seller(admin, cards.iccid(given.cards), cards.iccid(total - 1), total)
        said, reviewer = shiming_server.content(seller), admin.colleague("bench.reviewer.single", "reviewer")
        customers.write(folder / "customers", 1, first + given.registrations, given.cards, 1)
        lines = (folder / "customers-0").read_text(encoding="utf-8").splitlines()

        def register_each(lines):
            for line in lines:
                whole = customers.content(said, line) | {"evidence": seller.evidence()}
                shiming_server.approve(reviewer, *shiming_server.register(seller.clerk, whole, line.split("\t")[0]))

        register_each(lines[:first])
        settle(admin)
        yield "before", 1, read.sizes(), 0, 0.0
        yield step("single", given.registrations, lambda: register_each(lines[first:]))
        more |= upkeep.uploading(server, seller.clerk)


def activate(admin: shiming_server.Caller, count: int) -> None:
    for begin in range(0, count, DECIDED):
        end = min(begin + DECIDED, count)
        chosen = {"range": {"from": cards.iccid(begin), "to": cards.iccid(end - 1)}}
        done = admin.post("/v1/life-commands", {"command": "activate", "cards": chosen}).json()
        assert done["changed"] == end - begin, done


def report_use(admin: shiming_server.Caller, file: pathlib.Path, count: int) -> None:
    """A line a card."""
    with open(file, "w", encoding="utf-8", newline="") as text:
        text.write(usage.HEADER)
        text.writelines(itertools.islice(usage.reported(count, datetime.datetime.now(usage.CHINA) + datetime.timedelta(seconds=1)), count))
    taken = shiming_server.send_usage(admin, file)[1]["taken"]
    assert taken == count, taken


def settle(admin: shiming_server.Caller) -> None:
    """Until every entry of the trail has its number."""
    while "shiming_trail_pending_entries 0" not in admin.get("/metrics").text:
        time.sleep(0.1)


def report(steps: list) -> dict:
    """The growth by each step, a table at a time, divided by how many the step did."""
    found, before = {}, steps[0][2]
    for name, number, now, written, seconds in steps[1:]:
        if name != "before":
            grown = {}
            for table, (rows, data, indexes) in now.items():
                had = before.get(table, (0, 0, 0))
                if (rows, data, indexes) != had:
                    grown[table] = {
                        "rows": (rows - had[0]) / number, "table": (data - had[1]) / number, "indexes": (indexes - had[2]) / number}
            found[name] = {"number": number, "written": written / number, "seconds": seconds, "tables": grown}
        before = now
    return found


def printed(side: str, found: dict) -> None:
    for name, step in found.items():
        total = sum(table["table"] + table["indexes"] for table in step["tables"].values())
        print(f"\n### {side}: {name}, {step['number']:,}\n")
        print(f"{total:,.0f} bytes each; {step['written']:,.0f} bytes written each; {step['seconds']:.1f} s\n", flush=True)
        print("| table | rows | bytes, table | bytes, indexes |\n| --- | ---: | ---: | ---: |")
        for table, grown in sorted(step["tables"].items(), key=lambda each: -each[1]["table"] - each[1]["indexes"]):
            if grown["table"] + grown["indexes"] >= total / 1_000:
                print(f"| `{table}` | {grown['rows']:.3g} | {grown['table']:,.1f} | {grown['indexes']:,.1f} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cards", type=int, default=500_000)
    parser.add_argument("--registrations", type=int, default=1_000)
    parser.add_argument("--entries", type=int, default=50_000, help="entries of the trail that wait for the sequencer")
    parser.add_argument("--engine", choices=["sqlite", "postgres", "both"], default="both")
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / ".build/release/shiming")
    parser.add_argument("--json", type=pathlib.Path, help="write the figures there as well")
    given = parser.parse_args()
    shiming_server.end_what_was_begun()
    found, program = {}, given.program.resolve()
    with tempfile.TemporaryDirectory(prefix="sizes-", dir=ROOT / ".build") as name:
        folder = pathlib.Path(name)
        with engines.wanted(folder, given) as wanted:
            for engine in wanted:
                read = sizes.OfPostgres(engine.cluster, "sized") if engine.cluster else sizes.OfSQLite(folder / "sized/shiming.sqlite")
                side = "PostgreSQL" if engine.cluster else "SQLite"
                more: dict[str, float] = {}
                found[side] = report(list(filled(program, folder, given, engine, read, more)))
                printed(side, found[side])
                found[side]["upkeep"] = more | upkeep.measured(program, folder, engine, read, given.entries)
                print("\n" + ", ".join(f"{what} {value:,.1f}" for what, value in found[side]["upkeep"].items()), flush=True)
    if given.json:
        given.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

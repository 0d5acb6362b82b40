#!/usr/bin/env python3
"""Says how many tests ran on each engine, adds up the reports of all test runs and prints `N passed, N failed` as the last line.

A run that ended badly without naming a failed test (a crash, a broken collection) or left no report counts as one failure more.
A test that failed beside all others and passed when it ran alone afterwards has passed, and is named as unsteady; not so where the others are
what it is about (ONE_CHANCE).
Where CI=true, a skipped test counts as failed, and so does one that is expected to fail.
What touches a store (STORE_SUITES) runs on both engines: a suite of which one ran other tests than the other counts as one failure more.

With --failed REPORT… it only prints, for the tests that failed there, what runs them again: a pattern for `swift test --filter`, or pytest's
whole file, as tests of a file may build on one another. Nothing for those with one chance, and nothing where so many failed that running them again says nothing more.
With --store-suites it only prints the pattern of what runs on both engines.
"""
import argparse
import collections
import os
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

IS_CI = os.environ.get("CI", "").lower() in ("1", "true", "yes")
AGAIN_MAX = 12
# Suites whose failure is never put down to a busy machine: what they hold must hold beside everything else, and a fault that shows now and
# then is a fault. Failover, kill, full disk, shared commits, several servers, isolation, idempotency, quota.
ONE_CHANCE = {
    "Tests.System.test_postgres", "Tests.System.test_kill", "Tests.System.test_disk_full", "Tests.System.test_shared_commits",
    "Tests.System.test_idempotency", "Tests.System.test_replicas", "Tests.System.test_campaigns", "SQLiteStoreTests.SharedCommitTests", "PostgresStoreTests.SharedCommitTests",
    "PostgresStoreTests.BadLuckTests", "PostgresStoreTests.AloneTests", "PostgresStoreTests.IsolationTests", "PostgresStoreTests.ReplicaTests", "APITests.IdempotencyTests",
    "UseCasesTests.QuotaTests", "UseCasesTests.QuotaToldTests", "CarriersTests.QuotaTests",
}
# All that touch a store, but for the targets that are about one engine: as `swift test --filter` reads it, of TARGET.SUITE/TEST.
STORE_SUITES = r"^((UseCases|API|Records|Store|PersonalPages)Tests\.|CarriersTests\.(CarrierTurn|Notice|WorstHour)Tests/|ConsoleTests\.RenewalTests/)"
RUNS = {
    "swift": "Swift tests", "timed": "Swift tests with time limits", "postgres": "Swift tests again on PostgreSQL", "system": "System tests",
    "statements": "Statements on both engines",
}


def ended(text: str) -> tuple[str, int]:
    run, status = text.split("=")
    if run not in RUNS:
        raise ValueError(run)
    return run, int(status)


def outcomes(report: pathlib.Path) -> dict[tuple[str, str], str]:
    """What came of each test of one report, by its suite and name: passed, failed or skipped."""
    try:
        root = ElementTree.parse(report).getroot()
    except (ElementTree.ParseError, FileNotFoundError):
        return {}  # cut short by a crash, or never written; the status tells
    found: dict[tuple[str, str], str] = {}
    for case in root.iter("testcase"):
        name = (case.get("classname", ""), case.get("name", ""))
        if case.find("failure") is not None or case.find("error") is not None:
            found[name] = "failed"
        elif case.find("skipped") is not None:
            found.setdefault(name, "skipped")
        else:
            found.setdefault(name, "passed")
    return found


def all_outcomes(folder: pathlib.Path, run: str) -> dict[tuple[str, str], str]:
    """Of Swift's two reports (XCTest's is empty here: all Swift tests are Swift Testing's) or pytest's one."""
    return outcomes(folder / f"{run}.xml") | outcomes(folder / f"{run}-swift-testing.xml")


def one_sided(embedded: dict[tuple[str, str], str], postgres: dict[tuple[str, str], str]) -> tuple[str, list[str]]:
    """How many tests of the suites that touch a store ran on each engine, and a line for each suite of which they were not the same."""
    def ran(told: dict[tuple[str, str], str]) -> set[tuple[str, str]]:
        return {test for test, outcome in told.items() if outcome != "skipped" and re.match(STORE_SUITES, "/".join(test))}

    here, there = ran(embedded), ran(postgres)
    lines = []
    for suite in sorted({suite for suite, _ in here ^ there}):
        of_suite = [{name for other, name in side if other == suite} for side in (here, there)]
        alone = ", ".join(sorted(of_suite[0] ^ of_suite[1]))
        lines.append(f"{suite}: {len(of_suite[0])} ran on the embedded engine, {len(of_suite[1])} on PostgreSQL; on one alone: {alone}")
    return f"What touches a store: {len(here)} tests on the embedded engine, {len(there)} on PostgreSQL", lines


def longest(report: pathlib.Path, most: int = 12) -> list[str]:
    """The suites that took longest, with their seconds."""
    seconds: dict[str, float] = collections.defaultdict(float)
    try:
        for case in ElementTree.parse(report).getroot().iter("testcase"):
            seconds[case.get("classname", "")] += float(case.get("time", 0))
    except (ElementTree.ParseError, FileNotFoundError):
        return []
    return [f"{suite.rsplit('.', 1)[-1]} {taken:.0f} s" for suite, taken in sorted(seconds.items(), key=lambda pair: -pair[1])[:most]]


def patterns(reports: list[pathlib.Path]) -> list[str]:
    failed = [name for report in reports for name, outcome in outcomes(report).items() if outcome == "failed"]
    if len(failed) > AGAIN_MAX:
        return []
    failed = [(suite, test) for suite, test in failed if suite not in ONE_CHANCE]
    # Any character in place of those that mean something to a pattern.
    return sorted({
        suite.replace(".", "/") + ".py" if suite.startswith("Tests.System.") else re.sub(r"\W", ".", f"{suite}/{test}")
        for suite, test in failed})


def main() -> int:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--failed", type=pathlib.Path, nargs="+", metavar="REPORT")
    arguments.add_argument("--store-suites", action="store_true")
    arguments.add_argument("--run", type=ended, action="append", default=[], metavar="NAME=STATUS", help="a run and its exit status")
    arguments.add_argument("folder", type=pathlib.Path, nargs="?")
    given = arguments.parse_args()
    if given.failed:
        print(*patterns(given.failed), sep="\n")
        return 0
    if given.store_suites:
        print(STORE_SUITES)
        return 0
    passed, failed, unsteady, engines = 0, 0, [], {}
    for run, status in given.run:
        first, alone = all_outcomes(given.folder, run), all_outcomes(given.folder, f"{run}-alone")
        steadied = [
            test for test, outcome in first.items() if outcome == "failed" and alone.get(test) == "passed" and test[0] not in ONE_CHANCE]
        engines[run] = first
        told = list(first.values())
        good, bad, skipped = told.count("passed") + len(steadied), told.count("failed") - len(steadied), told.count("skipped")
        name = RUNS[run]
        if (status != 0 and not told.count("failed")) or status not in (0, 1) or not told:
            print(f"{name}: ended with status {status} and {len(told)} tests on record", file=sys.stderr)
            bad += 1
        if skipped:
            print(f"{name}: {skipped} skipped" + (", which counts as failed here" if IS_CI else ""), file=sys.stderr)
        print(f"{name}: {good} passed, {bad} failed, {skipped} skipped", flush=True)
        unsteady += [f"{suite} {test}" for suite, test in steadied]
        passed += good
        failed += bad + (skipped if IS_CI else 0)
    # Of a run that left no report nothing is to be compared; it has failed already.
    if "postgres" in engines and all(engines.values()):
        sums, differing = one_sided(engines.get("swift", {}) | engines.get("timed", {}), engines["postgres"])
        print(sums, flush=True)
        for line in differing:
            print(line, file=sys.stderr)
        failed += len(differing)
    if files := longest(given.folder / "system.xml"):
        print("Longest system tests:", ", ".join(files), flush=True)
    for line in unsteady:
        print(f"unsteady, passed only when it ran alone: {line}", flush=True)
    line = f"{passed} passed, {failed} failed"
    (given.folder / "summary").write_text(line + "\n", encoding="utf-8")
    sys.stderr.flush()
    print(line, flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Says how many tests ran on each engine, adds up the reports of all test runs and prints `N passed, N failed` as the last line.

A run that ended badly without naming a failed test (a crash, a broken collection) or left no report counts as one failure more.
Where CI=true, a skipped test counts as failed, and so does one that is expected to fail.
"""
import argparse
import os
import pathlib
import sys
import xml.etree.ElementTree as ElementTree

IS_CI = os.environ.get("CI", "").lower() in ("1", "true", "yes")


def counts(report: pathlib.Path) -> tuple[int, int, int]:
    """(passed, failed, skipped) of one report."""
    try:
        root = ElementTree.parse(report).getroot()
    except ElementTree.ParseError:
        return 0, 0, 0  # cut short by a crash; the status tells
    suites = [root] if root.tag == "testsuite" else root.findall("testsuite")
    total, failed, skipped = 0, 0, 0
    for suite in suites:
        for case in suite.iter("testcase"):
            total += 1
            if case.find("failure") is not None or case.find("error") is not None:
                failed += 1
            elif case.find("skipped") is not None:
                skipped += 1
    return total - failed - skipped, failed, skipped


def main() -> int:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--swift", type=int, required=True, help="exit status of swift test")
    arguments.add_argument("--postgres", type=int, required=True, help="exit status of swift test on PostgreSQL")
    arguments.add_argument("--system", type=int, required=True, help="exit status of pytest")
    arguments.add_argument("folder", type=pathlib.Path)
    given = arguments.parse_args()
    passed, failed = 0, 0
    # XCTest's report (swift.xml) is empty here: all Swift tests are Swift Testing's.
    for name, status, files in (
        ("Swift tests", given.swift, ["swift.xml", "swift-swift-testing.xml", "timed.xml", "timed-swift-testing.xml"]),
        ("Swift tests again on PostgreSQL", given.postgres, ["postgres.xml", "postgres-swift-testing.xml"]),
        ("System tests", given.system, ["system.xml"]),
    ):
        reports = [given.folder / file for file in files if (given.folder / file).exists()]
        good, bad, skipped = (sum(column) for column in zip((0, 0, 0), *map(counts, reports)))
        if (status != 0 and bad == 0) or good + bad + skipped == 0:
            print(f"{name}: ended with status {status} and {good + bad + skipped} tests on record", file=sys.stderr)
            bad += 1
        if skipped:
            print(f"{name}: {skipped} skipped" + (", which counts as failed here" if IS_CI else ""), file=sys.stderr)
        print(f"{name}: {good} passed, {bad} failed, {skipped} skipped", flush=True)
        passed += good
        failed += bad + (skipped if IS_CI else 0)
    line = f"{passed} passed, {failed} failed"
    (given.folder / "summary").write_text(line + "\n", encoding="utf-8")
    sys.stderr.flush()
    print(line, flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

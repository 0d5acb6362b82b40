"""Which tests a run may try once more by themselves, and what the count makes of it."""

import pathlib
import re
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SCRIPT = ROOT / "Scripts/count-tests.py"


def report(path, outcomes):
    cases = "".join(
        f'<testcase classname="{suite}" name="{test}">' + ("" if outcome == "passed" else f"<{outcome}/>") + "</testcase>"
        for (suite, test), outcome in outcomes.items())
    path.write_text(f"<testsuites><testsuite>{cases}</testsuite></testsuites>")


def count(*arguments):
    return subprocess.run([sys.executable, SCRIPT, *map(str, arguments)], capture_output=True, text=True, env={"PATH": "/usr/bin:/bin"})


STEADY = ("StoreTests.PlanTests", "a plan()")


@pytest.mark.parametrize("suite, hasAnother", [
    ("Tests.System.test_console", True), ("StoreTests.MigrationTests", True), ("RegistryTests.QuotaTests", True),
    ("Tests.System.test_postgres", False), ("Tests.System.test_kill", False), ("Tests.System.test_idempotency", False),
    ("Tests.System.test_shared_commits", False), ("SQLiteStoreTests.SharedCommitTests", False), ("UseCasesTests.QuotaTests", False),
])
def test_a_second_chance_is_for_those_that_are_not_about_the_others(tmp_path, suite, hasAnother):
    test = (suite, "an act beside others")
    report(tmp_path / "swift-swift-testing.xml", {STEADY: "passed", test: "failure"})
    report(tmp_path / "swift-alone-swift-testing.xml", {test: "passed"})
    again = count("--failed", tmp_path / "swift-swift-testing.xml")
    assert (again.returncode, bool(again.stdout.strip())) == (0, hasAnother), again.stdout
    counted = count("--run", "swift=1", tmp_path)
    assert counted.returncode == (0 if hasAnother else 1)
    assert counted.stdout.splitlines()[-1] == ("2 passed, 0 failed" if hasAnother else "1 passed, 1 failed")
    assert ("unsteady" in counted.stdout) == hasAnother


def engines(tmp_path, embedded, postgres, *more):
    report(tmp_path / "swift-swift-testing.xml", {STEADY: "passed"} | embedded)
    report(tmp_path / "postgres-swift-testing.xml", {STEADY: "passed"} | postgres)
    return count("--run", "swift=0", *more, "--run", "postgres=0", tmp_path)


ACT = ("UseCasesTests.QuotaTests", "an act()")


@pytest.mark.parametrize("embedded, postgres", [
    ({ACT: "passed"}, {}), ({}, {ACT: "passed"}), ({ACT: "passed"}, {ACT: "skipped"}), ({ACT: "skipped"}, {ACT: "passed"}),
    ({ACT: "passed"}, {(ACT[0], "another act()"): "passed"}),
    ({("CarriersTests.WorstHourTests", "an hour()"): "passed"}, {}), ({("ConsoleTests.RenewalTests", "a page()"): "passed"}, {}),
])
def test_what_touches_a_store_and_ran_on_one_engine_alone_fails(tmp_path, embedded, postgres):
    counted = engines(tmp_path, embedded, postgres)
    suite = next(iter({**embedded, **postgres}))[0]
    assert counted.returncode == 1 and counted.stdout.splitlines()[-1].endswith(", 1 failed"), counted.stdout
    assert re.search(rf"^{re.escape(suite)}: \d ran on the embedded engine, \d on PostgreSQL; on one alone: a", counted.stderr, re.M), counted.stderr
    assert "StoreTests.PlanTests:" not in counted.stderr


@pytest.mark.parametrize("embedded, postgres", [
    ({}, {}), ({ACT: "passed"}, {ACT: "passed"}), ({ACT: "skipped"}, {ACT: "skipped"}), ({("NumbersTests.MaskTests", "a mask()"): "passed"}, {}),
    ({("SQLiteStoreTests.BulkGuardTests", "a guard()"): "passed"}, {}), ({("CarriersTests.QuotaTests", "a quota()"): "passed"}, {}),
])
def test_what_is_the_same_on_both_or_touches_no_store_passes(tmp_path, embedded, postgres):
    counted = engines(tmp_path, embedded, postgres)
    assert counted.returncode == 0, counted.stderr
    both = 1 + list({**embedded, **postgres}.items()).count((ACT, "passed"))
    assert f"What touches a store: {both} tests on the embedded engine, {both} on PostgreSQL" in counted.stdout


def test_a_suite_of_the_run_with_time_limits_counts_as_the_embedded_engine_s(tmp_path):
    test = {("CarriersTests.WorstHourTests", "an hour()"): "passed"}
    report(tmp_path / "timed-swift-testing.xml", test)
    assert engines(tmp_path, {}, test, "--run", "timed=0").returncode == 0


def test_a_run_that_left_no_report_fails_once_and_is_compared_with_nothing(tmp_path):
    report(tmp_path / "swift-swift-testing.xml", {STEADY: "passed", ACT: "passed"})
    counted = count("--run", "swift=0", "--run", "postgres=139", tmp_path)
    assert counted.returncode == 1 and counted.stdout.splitlines()[-1] == "2 passed, 1 failed"
    assert "on one alone" not in counted.stderr and "touches a store" not in counted.stdout


def test_every_suite_that_opens_a_store_runs_on_both_engines():
    """But for those that are about one engine. A target of which only some suites do is named suite by suite, in files of their names."""
    pattern = count("--store-suites").stdout.strip()
    opens = re.compile(r"\b(withWorld|World\.make|withStore|TestStore\.make|TestEngine)\b")
    files = [path for path in (ROOT / "Tests").rglob("*.swift") if opens.search(path.read_text())]
    targets = {path.relative_to(ROOT / "Tests").parts[0] for path in files}
    assert {"UseCasesTests", "APITests", "StoreTests"} <= targets
    for path in files:
        target = path.relative_to(ROOT / "Tests").parts[0]
        if target not in ("SQLiteStoreTests", "PostgresStoreTests"):
            assert re.match(pattern, f"{target}.{path.stem}/a test()"), path


def test_every_suite_with_one_chance_is_there():
    """A suite that was renamed would be given a second chance unseen."""
    named = re.findall(r'"([A-Za-z]+(?:Tests|\.System)\.\w+)"', SCRIPT.read_text().split("ONE_CHANCE = {")[1].split("}")[0])
    assert len(named) > 10
    for suite in named:
        if suite.startswith("Tests.System."):
            assert (ROOT / (suite.replace(".", "/") + ".py")).exists(), suite
        else:
            target, name = suite.split(".")
            assert any(
                re.search(rf"\b(struct|class|actor) {name}\b", path.read_text()) for path in (ROOT / "Tests" / target).rglob("*.swift")), suite

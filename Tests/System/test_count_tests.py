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

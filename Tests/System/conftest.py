"""Where CI=true, a test that does not run has failed: nothing may be left out unseen. The files that take longest begin first."""

import os

import pytest

# Whoever begins one of them when the others are nearly done keeps all of them waiting.
LONGEST = ("test_own_pages", "test_schemathesis", "test_console_crawl", "test_persons", "test_personal_pages", "test_persons_sandbox", "test_reading",
           "test_console_counter", "test_console", "test_console_operation", "test_console_life", "test_console_registration", "test_parts", "test_kill",
           "test_postgres", "test_persons_leaks")
IS_CI = os.environ.get("CI", "").lower() in ("1", "true", "yes")


def _refuse_to_skip(report):
    if IS_CI and report.skipped and not hasattr(report, "wasxfail"):
        where, line, why = report.longrepr if isinstance(report.longrepr, tuple) else ("", "", str(report.longrepr))
        report.outcome = "failed"
        report.longrepr = f"{where}:{line}: skipped, which counts as failed here: {why}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    return _refuse_to_skip((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector):
    return _refuse_to_skip((yield))


def pytest_collection_modifyitems(items):
    place = {name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: place.get(item.path.stem, len(LONGEST)))

"""Where CI=true, a test that does not run has failed: nothing may be left out unseen."""

import os

import pytest

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

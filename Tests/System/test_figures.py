"""What make bench writes: each figure with the run it is of, also where a later run took only some of them anew."""

import importlib
import pathlib
import re
import sys

import pytest
from test_console_crawl import routes

BENCHMARKS = pathlib.Path(__file__).resolve().parents[2] / "Benchmarks"


def of_benchmarks(name):
    """A module of the benchmarks. Some have the names of modules here, which must not find them in their place."""
    theirs = {path.stem for path in BENCHMARKS.glob("*.py")}
    ours = {each: sys.modules.pop(each) for each in theirs if each in sys.modules}
    sys.path.insert(0, str(BENCHMARKS))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(BENCHMARKS))
        for each in theirs:
            sys.modules.pop(each, None)
        sys.modules.update(ours)


report = of_benchmarks("report")
console_pages = of_benchmarks("console_pages")
# What a page asks for by itself, or a file: nothing is painted.
NO_PAGES = {"/console/intakes/{id}/progress", "/console/intakes/{id}/events", "/console/intakes/{id}/repair-file", "/console/evidence/{id}"}
FIRST = {"date": "2026-11-01", "commit": "aaaaaaa"}
SECOND = {"date": "2026-11-02", "commit": "bbbbbbb"}
KEPT = {
    "runs": [FIRST], "taken": {"intake ordered, rows/s": 0, "decision over 10,000 cards, ms": 0, "decisions, peak memory MiB": 0},
    "figures": {"intake ordered, rows/s": {"shiming": [1]}, "decision over 10,000 cards, ms": {"shiming": [2]},
                "decisions, peak memory MiB": {"shiming": [3]}}}


@pytest.fixture(autouse=True)
def short_sentences(monkeypatch):
    monkeypatch.setattr(report.facts, "sentence", lambda run: f"Measured {run['date']} at {run['commit']}.")


def test_a_run_of_everything_is_told_once():
    figures, runs, taken = report.joined({}, {"intake ordered, rows/s": {"shiming": [5]}}, SECOND)
    assert report.measured(runs, taken) == "Measured 2026-11-02 at bbbbbbb."
    assert figures == {"intake ordered, rows/s": {"shiming": [5]}}


def test_what_a_run_did_not_take_keeps_the_run_it_is_of():
    figures, runs, taken = report.joined(KEPT, {"decision over 10,000 cards, ms": {"shiming": [9]}}, SECOND)
    assert figures["decision over 10,000 cards, ms"] == {"shiming": [9]} and figures["intake ordered, rows/s"] == {"shiming": [1]}
    assert report.measured(runs, taken) == (
        "- *some of Decisions*. Measured 2026-11-02 at bbbbbbb.\n- *Intake, some of Decisions*. Measured 2026-11-01 at aaaaaaa.")


def test_a_run_of_which_nothing_is_left_is_named_no_more():
    figures, runs, taken = report.joined(KEPT, {name: {"shiming": [7]} for name in KEPT["figures"]}, SECOND)
    assert runs == [SECOND] and set(taken.values()) == {0} and set(figures) == set(KEPT["figures"])


def test_the_page_has_the_figures_that_are_kept_beside_it():
    kept = report.json.loads(report.RESULTS.read_text(encoding="utf-8"))
    assert set(kept["taken"]) == set(kept["figures"]) and set(kept["taken"].values()) == set(range(len(kept["runs"])))
    page = report.PAGE.read_text(encoding="utf-8")
    for run in kept["runs"]:
        assert f"Measured {run['date']} at {run['commit']} " in page
    assert report.tables(kept["figures"]) in page


def test_the_first_paint_of_every_kind_of_page_is_measured_and_held_to_its_floor():
    addresses = [re.sub(r"\{\w+\}", "{id}", address.split("?")[0]) for _, address in console_pages.PAGES.values()]
    assert sorted(addresses) == sorted(routes() - NO_PAGES)
    floors = {floor.figure for floor in report.floors.floors([])}
    assert {report.floors.painted(kind) for kind in console_pages.PAGES} <= floors

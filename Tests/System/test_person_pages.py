"""No page of a person's is forgotten: every address, template and state is judged by a walk, or it is said why not."""

import pathlib

import person_pages
from person_pages import EXCUSED, SOURCES, TEMPLATES, WALKS

HERE = pathlib.Path(__file__).parent


def test_every_template_is_told_by_what_it_shows():
    assert {path.stem for path in (SOURCES / "Templates").glob("*.mustache")} == set(TEMPLATES)


def test_every_page_and_state_is_judged_by_a_walk_or_excused():
    judged = {name for names in WALKS.values() for name in names.split()}
    there = person_pages.everything()
    assert len(person_pages.routes()) > 25 and len(person_pages.panels()) > 25, there
    assert not (missing := there - judged - set(EXCUSED)), f"no walk judges {missing}"
    assert not (told := {name for name in EXCUSED if name not in there or name in judged}), f"excused without need: {told}"
    assert judged <= there, f"nobody can come to {judged - there}"


def test_every_walk_is_walked():
    texts = "".join(path.read_text() for path in HERE.glob("test_*.py"))
    assert not [walk for walk in WALKS if f'Judge("{walk}", language)' not in texts]

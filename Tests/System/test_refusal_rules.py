"""The rules that refusals name, by the sources: each can be looked up, and nobody is forbidden something without one."""
import pathlib
import re

import pytest

SOURCES = pathlib.Path(__file__).resolve().parent.parent.parent / "Sources"
RULES = SOURCES / "Registry/Rules/Rule.swift"
RULE = re.compile(r'"(R-[A-Z0-9]{2}-[0-9]{2})"')
# A refusal as it is written: its code, its kind, and the rules it rests on.
REFUSAL = re.compile(r'\bRefusal\(\s*"([^"\n]+)",\s*\.(\w+),\s*(?:requirements:\s*(\[[^\]]*\]|[^,]+),\s*)?en:')
# It guards the session against other sites and is no matter of what somebody may do.
OF_NO_RULE = {"form-not-of-page"}


def sources():
    return {path.relative_to(SOURCES): path.read_text() for path in sorted(SOURCES.rglob("*.swift"))}


def refusals(texts):
    """(code, kind, what stands for the rules) of every refusal that is written with its words."""
    return [found for text in texts for found in REFUSAL.findall(text)]


def test_every_rule_that_is_named_can_be_looked_up():
    known = set(RULE.findall(RULES.read_text()))
    named = {(rule, str(path)) for path, text in sources().items() for rule in RULE.findall(text)}
    assert len(known) > 70 and len(named) > 200
    assert [(rule, path) for rule, path in sorted(named) if rule not in known] == []


def test_what_stands_for_a_refusals_rules_is_the_id_of_one():
    ids = re.compile(r'\[(?:"R-[A-Z0-9]{2}-[0-9]{2}"(?:, )?)+\]')
    # Of these the caller says the rule, which is an id in its own place.
    handed = re.compile(r"requirements?(\.map \{ \[\$0\] \} \?\? \[\])?")
    found = refusals(sources().values())
    assert len(found) > 250
    assert [(code, rules) for code, _, rules in found if rules and not ids.fullmatch(rules) and not handed.fullmatch(rules)] == []


def test_nobody_is_forbidden_anything_without_a_rule():
    forbidden = [(code, rules) for code, kind, rules in refusals(sources().values()) if kind == "forbidden"]
    assert len(forbidden) > 10
    assert {code for code, rules in forbidden if not rules} == OF_NO_RULE


def test_nobody_is_refused_a_sign_in_without_a_rule():
    found = {code: rules for code, _, rules in refusals(sources().values())}
    for code in ("sign-in-refused", "sign-in-slowed", "sign-in-needed", "token-missing", "token-refused", "password-weak",
                 "second-factor-required", "second-factor-wrong", "second-factor-not-set-up", "enrolment-refused"):
        assert "R-DP-24" in found[code], code


@pytest.mark.parametrize("text, expected", [
    ('Refusal(\n    "a", .forbidden, en: "x", zh: "y")', [("a", "forbidden", "")]),
    ('Refusal("a", .invalid, requirements: ["R-25-09", "R-IC-04"],\n    en: "x", zh: "y")', [("a", "invalid", '["R-25-09", "R-IC-04"]')]),
    ('throw Refusal(copying: self, pointer: pointer)', []),
])
def test_a_refusal_is_read_as_it_is_written(text, expected):
    assert refusals([text]) == expected

"""The rules that refusals name, by the sources: each can be looked up, and nothing is refused without one."""
import pathlib
import re

import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SOURCES = ROOT / "Sources"
RULES = SOURCES / "Registry/Rules/Rule.swift"
HOUSE = SOURCES / "Registry/Rules/HouseRule.swift"
RULE = re.compile(r'"(R-[A-Z0-9]{2}-[0-9]{2})"')
# A refusal as it is written: its code, its kind, and the rules it rests on, requirements or one of the house.
REFUSAL = re.compile(r'\bRefusal\(\s*"([^"\n]+)",\s*\.(\w+),\s*(?:(?:requirements|house):\s*(\[[^\]]*\]|[^,]+),\s*)?en:')
# What a refusal is made of wherever its words stand, its code written or not.
MADE = re.compile(r"(requirements|house):\s*([^,]+),\s*en:")


def sources():
    return {path.relative_to(SOURCES): path.read_text() for path in sorted(SOURCES.rglob("*.swift"))}


def refusals(texts):
    """(code, kind, what stands for the rules) of every refusal that is written with its words."""
    return [found for text in texts for found in REFUSAL.findall(text)]


def house():
    """The names of the house's rules with their ids."""
    return dict(re.findall(r'case (\w+) = "(H-[0-9]{2})"', HOUSE.read_text()))


def test_every_rule_that_is_named_can_be_looked_up():
    known = set(RULE.findall(RULES.read_text()))
    named = {(rule, str(path)) for path, text in sources().items() for rule in RULE.findall(text)}
    assert len(known) > 70 and len(named) > 200
    assert [(rule, path) for rule, path in sorted(named) if rule not in known] == []


def test_what_stands_for_a_refusals_rules_is_the_id_of_one_or_a_rule_of_the_house():
    ids = re.compile(r'\[(?:"R-[A-Z0-9]{2}-[0-9]{2}"(?:, )?)+\]')
    # Of these the caller says the rule, or they have their details' rules.
    handed = {"requirements", "[requirement]", "rules.isEmpty ? [HouseRule.form.id] : rules"}
    of_house = {"." + name for name in house()}
    found = refusals(sources().values())
    assert len(found) > 340
    assert [(code, rules) for code, _, rules in found if not ids.fullmatch(rules) and rules not in of_house and rules not in handed] == []


def test_nothing_is_refused_without_a_rule():
    texts = sources()
    assert [code for code, _, rules in refusals(texts.values()) if not rules] == []
    assert [str(path) for path, text in texts.items() if re.search(r"requirements: \[\]", text)] == []
    # The compiler takes no refusal without either; no default may come back.
    assert "requirements: [String]," in texts[pathlib.Path("Registry/Refusal.swift")]


def test_each_rule_of_the_house_is_rested_on_and_its_document_is_there():
    known = house()
    assert len(known) > 12 and len(set(known.values())) == len(known)
    rested = {rules[1:] for text in sources().values() for word, rules in MADE.findall(text) if word == "house"}
    assert rested == set(known)
    documents = re.findall(r'"(docs/[^"]+)"', HOUSE.read_text())
    assert documents and all((ROOT / document).is_file() for document in documents), documents


def test_what_is_of_the_house_is_said_of_no_law_and_what_is_of_the_law_of_no_house():
    assert not re.search(r'"H-', RULES.read_text()) and not RULE.search(HOUSE.read_text())


def test_nobody_is_refused_a_sign_in_without_a_rule():
    found = {code: rules for code, _, rules in refusals(sources().values())}
    for code in ("sign-in-refused", "sign-in-slowed", "sign-in-needed", "token-missing", "token-malformed", "token-refused", "password-weak",
                 "second-factor-required", "second-factor-wrong", "second-factor-not-set-up", "enrolment-refused"):
        assert "R-DP-24" in found[code], code


@pytest.mark.parametrize("text, expected", [
    ('Refusal(\n    "a", .forbidden, en: "x", zh: "y")', [("a", "forbidden", "")]),
    ('Refusal("a", .invalid, requirements: ["R-25-09", "R-IC-04"],\n    en: "x", zh: "y")', [("a", "invalid", '["R-25-09", "R-IC-04"]')]),
    ('Refusal(\n    "a", .invalid, house: .form, en: "x", zh: "y")', [("a", "invalid", ".form")]),
    ('throw Refusal(copying: self, pointer: pointer)', []),
])
def test_a_refusal_is_read_as_it_is_written(text, expected):
    assert refusals([text]) == expected

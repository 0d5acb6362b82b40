"""What a template of the console asks for is what its view gives: by the sources, as the views are dictionaries.

A view gives the keys that are written in the functions of its page: the one that names the template, those that call it, and whatever of
values these call. A key that none of them writes is a slip on either side; Mustache would show nothing, and nobody would see it.
"""
import collections
import functools
import json
import pathlib
import re

import pytest

SOURCES = pathlib.Path(__file__).resolve().parent.parent.parent / "Sources"
TAG = re.compile(r"\{\{\{?\s*([#^/>]?)\s*([\w.\-]+)\s*\}?\}\}")
OWNER = re.compile(r"^(?:\w+ )*(?:extension|struct|enum|actor|class) ([\w.]+)", re.M)
MEMBER = re.compile(r"^    (?:(?:package|private|fileprivate|static|lazy|nonisolated|mutating) )*(?:func|var|let|init)\b ?(\w*)", re.M)
TEXT = re.compile(r'"[^"\\\n]*"')
CALLED = re.compile(r"(?<!\.)\b([a-z]\w*)\b(?!:)|(?:self|Self)\.(\w+)|(?<=\\\.)(\w+)|\.(\w+)\(")
# A dictionary's key, a key that is set, and the names a loop sets.
GIVEN = re.compile(r'"([A-Za-z][\w-]*)"(?=\s*:)|\["([A-Za-z][\w-]*)"\]\s*=[^=]')
LOOP = re.compile(r"\bfor name in \[([^\]]*)\]")
# What is on every page has no function of its own.
FRAME = {"write", "sharedValues"}
# The counter's form stands in the same frame of fields as a draft's, where alone a field says what needs it.
NEVER_THERE = {"counter": {"reason"}}


class Member:
    """A function or property of the console or of what its pages share."""

    def __init__(self, path, owner, found, text):
        self.path, self.owner, self.name, self.text = path, owner, found.group(1) or "init", text
        self.private = "private " in found.group(0)
        self.makes_values = "[String: " in text
        code = TEXT.sub('""', text)
        self.calls = {name for names in CALLED.findall(code) for name in names if name}
        self.reads = set(re.findall(r"\.(\w+)", code))
        self.keys = {name for names in GIVEN.findall(text) for name in names if name}
        self.keys |= {name for names in LOOP.findall(text) for name in re.findall(r'"(\w+)"', names)}


def members():
    for folder in ("Console/Views", "Console/Writing", "Console/Serving", "Pages"):
        for path in sorted((SOURCES / folder).rglob("*.swift")):
            text = path.read_text()
            found = list(MEMBER.finditer(text))
            ends = [member.start() for member in found[1:]] + [len(text)]
            for member, end in zip(found, ends):
                owners = OWNER.findall(text[:member.start()])
                yield Member(path, owners[-1] if owners else "", member, text[member.start():end])


@functools.cache
def views():
    by_name = collections.defaultdict(list)
    for member in members():
        by_name[member.name].append(member)
    return by_name


def everybody():
    return [member for named in views().values() for member in named]


def called(member):
    """The members it may call that make values: of its own file rather than of another."""
    for name in member.calls:
        others = [other for other in views().get(name, ()) if other.makes_values and (not other.private or other.path == member.path)]
        own = [other for other in others if other.path == member.path]
        # What is handed over by name may be of either.
        yield from (others if re.search(rf"map\({name}\)", member.text) else own or others)
    for name in member.reads:
        yield from (other for other in views().get(name, ())
                    if other.makes_values and not other.private and other.owner not in ("ConsoleVisit", "ConsolePage"))


def reached(members):
    seen, waiting = set(), list(members)
    while waiting:
        member = waiting.pop()
        if member not in seen and member.name not in FRAME:
            seen.add(member)
            waiting += called(member)
    return seen


@functools.cache
def shared_keys():
    frame = [member for name in ("write", "sharedValues", "choices") for member in views()[name]]
    return {key for member in [*frame, *reached(views()["errors"])] for key in member.keys}


def given(template):
    named = [member for member in everybody() if f'"{template}"' in member.text and "emplate" in member.text]
    callers = [member for member in everybody() if any(member.path == other.path and other.name in member.calls for other in named)]
    assert named or template == "layout", f"nobody writes {template}"
    return shared_keys() | {key for member in reached([*named, *callers]) for key in member.keys}


@functools.cache
def templates():
    return {path.stem: path.read_text() for path in (SOURCES / "Console/Templates").glob("*.mustache")}


def asked(text):
    """The keys a template and what stands inside it ask for: the first of each path."""
    keys = set()
    for sign, name in TAG.findall(text):
        if sign == ">":
            keys |= asked(templates()[name])
        elif sign != "/" and name != ".":
            keys.add(name.split(".")[0])
    return keys


def pages():
    inner = {name for text in templates().values() for sign, name in TAG.findall(text) if sign == ">"}
    return sorted(set(templates()) - inner)


@pytest.mark.parametrize("page", pages())
def test_every_key_that_a_template_asks_for_is_one_its_view_gives(page):
    assert asked(templates()[page]) - given(page) == NEVER_THERE.get(page, set())


@pytest.mark.parametrize("slip", ["{{intakee}}", "{{#hasRowz}}{{/hasRowz}}", "{{^mayRevael}}{{/mayRevael}}", "{{rulez.first}}"])
def test_a_slip_is_seen(slip):
    assert len(asked(templates()["queue"] + slip) - given("queue")) == 1


def test_what_another_page_alone_gives_does_not_count():
    others = asked(templates()["case"]) - asked(templates()["api-keys"])
    assert len(others - given("api-keys")) > 20


# A text that the sources name: whole, one of two, or by its beginning, which a word of the rules ends.
NAMED = re.compile(r'words(?:\[|\()\s*"([^"\\]+)"')
EITHER = re.compile(r'words\[[^\]"]*\? "([^"\\]+)" : "([^"\\]+)"\]')
BEGUN = re.compile(r'words(?:\[|\()\s*"([^"\\]+)\\\(')


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("target", ["Console", "PersonalPages"])
def test_every_text_that_a_view_names_is_there(target, language):
    texts = json.loads((SOURCES / target / f"Words/{language}.json").read_text(encoding="utf-8"))
    code = "\n".join(path.read_text() for path in sorted((SOURCES / target).rglob("*.swift")) if path.parent.name != "Generated")
    named = {*NAMED.findall(code), *(name for pair in EITHER.findall(code) for name in pair)}
    begun = set(BEGUN.findall(code))
    assert len(named) > 20 and begun, "the views ask otherwise than they did"
    assert not (missing := sorted(named - set(texts))), f"a page would show the name itself: {missing}"
    assert not (missing := sorted(name for name in begun if not any(text.startswith(name) for text in texts))), missing

"""The guides for each role (docs/guides*.md) call pages and words as the console does."""
import json
import re

import pytest
from shiming_server import ROOT

# What stands between the same marks and is no name of a page: words of the guides' own.
NO_NAMES = {
    "en": {"another person's", "sent back", "the same person's"},
    "zh": {"还缺什么"},
}


@pytest.mark.parametrize("language, guide, quoted", [
    ("en", "guides.md", r"(?<!\*)\*([^*\n]+)\*(?!\*)"), ("zh", "guides.zh-CN.md", r"“([^”\n]+)”"),
])
def test_what_a_guide_names_is_called_so_in_the_console(language, guide, quoted):
    words = set()
    for catalogue in ("Console", "PersonalPages"):
        words |= set(json.loads((ROOT / f"Sources/{catalogue}/Words/{language}.json").read_text(encoding="utf-8")).values())
    named = set(re.findall(quoted, (ROOT / "docs" / guide).read_text(encoding="utf-8")))
    assert len(named) > 10, "The guide quotes otherwise than it did."
    assert named - words == NO_NAMES[language]


def guide(language):
    return (ROOT / "docs" / {"en": "guides.md", "zh": "guides.zh-CN.md"}[language]).read_text(encoding="utf-8")


def pictures(language):
    """Name and alternative text, as the guide shows them; all of them are of its language."""
    shown = re.findall(r"!\[([^\]]*)\]\(pictures/([a-z]+)-(\w+)\.png\)", guide(language))
    assert shown and {tag for _, _, tag in shown} == {language}
    return [(name, text) for text, name, _ in shown]


def test_both_guides_have_the_same_parts_and_pictures():
    parts = [[len(re.findall(r"^\d+\. ", part, re.M)) for part in re.split(r"^## ", guide(language), flags=re.M)] for language in ("en", "zh")]
    assert parts[0] == parts[1] and len(parts[0]) >= 10, parts
    names = [name for name, _ in pictures("en")]
    assert names == [name for name, _ in pictures("zh")]
    assert len(names) == len(set(names)), "each is shown once"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_role_has_a_picture_that_is_told_in_the_language_of_its_guide(language):
    for part in re.split(r"^## ", guide(language), flags=re.M)[1:]:
        assert f"-{language}.png)" in part, f"no picture: {part.splitlines()[0]}"
    for name, text in pictures(language):
        assert bool(re.search(r"[\u4e00-\u9fff]", text)) == (language == "zh"), (name, text)


def test_every_picture_that_is_shown_is_made_by_the_script_and_none_lies_about():
    names = {name for name, _ in pictures("en")}
    script = (ROOT / "Scripts/guide-pictures.py").read_text(encoding="utf-8")
    assert set(re.findall(r'keep\(\w+, "([a-z]+)", language\)', script)) | set(re.findall(r'Page\("([a-z]+)"', script)) == names
    most = int(re.search(r"^BYTES_MAX = ([\d_]+)$", script, re.M).group(1))
    made = {path.name: path.read_bytes() for path in (ROOT / "docs/pictures").iterdir()}
    assert set(made) == {f"{name}-{language}.png" for name in names for language in ("en", "zh")}
    assert [name for name, bytes in made.items() if len(bytes) > most or not bytes.startswith(b"\x89PNG")] == []


def test_the_pictures_are_of_pages_that_the_console_has():
    script = (ROOT / "Scripts/guide-pictures.py").read_text(encoding="utf-8")
    links = (ROOT / "Sources/Console/Serving/ConsoleLink.swift").read_text(encoding="utf-8")
    known = {first + second for first, second in re.findall(r"\(\"(/[^\"]*)\", (?:nil|\w+), \"([^\"]*)\"\)", links)}
    assert len(known) > 60, "ConsoleLink says addresses otherwise than it did."
    visited = [place.rstrip("/") for place in re.findall(r"/console(/[a-z/-]+)", script)]
    assert len(set(visited)) >= 20 and set(visited) <= known, set(visited) - known

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


def test_both_guides_have_the_same_parts_and_pictures_and_every_picture_that_is_made():
    parts, pictures = [], []
    for language, guide in (("en", "guides.md"), ("zh", "guides.zh-CN.md")):
        text = (ROOT / "docs" / guide).read_text(encoding="utf-8")
        parts.append([len(re.findall(r"^\d+\. ", part, re.M)) for part in re.split(r"^## ", text, flags=re.M)])
        pictures.append(re.findall(rf"\]\(pictures/([a-z]+)-{language}\.png\)", text))
    assert parts[0] == parts[1] and len(parts[0]) >= 9, parts
    assert pictures[0] == pictures[1]
    made = {path.name for path in (ROOT / "docs/pictures").glob("*.png")}
    assert made == {f"{name}-{language}.png" for name in pictures[0] for language in ("en", "zh")}
    script = (ROOT / "Scripts/guide-pictures.py").read_text(encoding="utf-8")
    assert all(f'"{name}"' in script for name in pictures[0]), "each is made by the script"


def test_the_pictures_are_of_pages_that_the_console_has():
    script = (ROOT / "Scripts/guide-pictures.py").read_text(encoding="utf-8")
    links = (ROOT / "Sources/Console/Serving/ConsoleLink.swift").read_text(encoding="utf-8")
    known = {first + second for first, second in re.findall(r"\(\"(/[^\"]*)\", (?:nil|\w+), \"([^\"]*)\"\)", links)}
    assert len(known) > 60, "ConsoleLink says addresses otherwise than it did."
    visited = [place.rstrip("/") for place in re.findall(r"/console(/[a-z/-]+)", script)]
    assert len(visited) >= 7 and set(visited) <= known, set(visited) - known

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

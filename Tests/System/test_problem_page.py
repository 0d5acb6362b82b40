"""Where the `type` of a problem leads, as the real program serves it: complete, and every rule it links is there."""
import re

import pytest
import requests
from shiming_server import BIN, SECTIONS, Caller, serving

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("problems")) as server:
        yield server


@pytest.fixture(scope="module")
def page(server):
    return requests.get(server.address + "/reference/problems", timeout=60)


def test_it_is_served_to_everybody_as_a_page_that_runs_nothing(page):
    assert page.status_code == 200 and page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert len(page.content) < 200_000 and "<script" not in page.text


@pytest.mark.parametrize("code", ["not-found", "internal-error", "body-invalid", "sealed", "evidence-has-script", "copy-timeout", "picture-truncated"])
def test_each_part_of_the_program_has_its_codes_there(page, code):
    assert page.text.count(f'<div id="{code}"') == 1


def test_each_rule_it_links_is_found(server, page):
    rules = requests.get(server.address + "/console/rules", timeout=60).text
    linked = set(re.findall(r'href="/console/rules#([^"]+)"', page.text))
    assert len(linked) > 40 and [rule for rule in sorted(linked) if f'id="{rule}"' not in rules] == []


def test_the_reference_page_leads_there(server):
    assert 'href="/reference/problems"' in requests.get(server.address + "/reference", timeout=60).text


def test_a_type_that_leads_nowhere_is_noticed(server):
    stranger = Caller(server)
    assert stranger.ask("listCards").status_code == 401 and "/reference/problems#token-missing" in SECTIONS
    with pytest.raises(AssertionError, match="nothing says what /reference/problems#nothing means"):
        stranger.demand_section("/reference/problems#nothing")

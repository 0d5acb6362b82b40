"""What a reviewer sees of a person's case in a browser: pictures registered beside those of now, findings in words, and nothing for others."""
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from console_desk import Desk
from personal_page import CHROMIUM, SETTINGS, Phone, WatchSeller, browser
from playwright.sync_api import sync_playwright
from shiming_server import BIN, serving
from test_console import RULES
from test_own_pages import effective, prove

pytestmark = [
    pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program"),
    pytest.mark.skipif(not CHROMIUM, reason="there is no chromium"),
]
SAYS = {
    "zh": {"registered": "登记时留存", "read": "识别为", "proved": "所填号码与登记证件号码一致"},
    "en": {"registered": "as registered", "read": "read", "proved": "The number given is that of the document registered"},
}


@pytest.fixture(scope="module")
def seller(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("case"), settings=SETTINGS) as server:
        yield WatchSeller(server)


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as player, browser(player) as running:
        yield running


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_proof_is_compared_with_the_pictures_registered(seller, chromium, language):
    says = SAYS[language]
    seed = 140 + (language == "zh")
    with Phone(chromium, seller.server, language) as phone, Desk(chromium, seller.server, seller.reviewer, language=language) as desk:
        said, _ = effective(phone, seller, seed)
        prove(phone, said, seed)
        draft = seller.waiting()
        desk.go("/console/review")
        desk.page.click("main form button.main")
        desk.page.wait_for_url(re.compile("/console/applications/"))
        shown = desk.page.locator("figure", has_text=says["registered"])
        assert shown.count() >= 2 and desk.page.locator("figure").count() > shown.count(), desk.text
        source = shown.first.locator("img").get_attribute("src")
        assert desk.context.request.get(desk.address + source).headers["cache-control"] == "no-store"
        desk.page.locator("details summary").first.click()
        assert says["proved"] in desk.text and "holder-proved-by-number" not in desk.text
        assert said["number"] not in desk.page.content() and said["name"] not in desk.page.content()
        assert not Axe().run(desk.page, options=RULES).response["violations"]
        desk.picture("case-proof")
        with Desk(chromium, seller.server, seller.clerk, language=language) as other:
            other.go(desk.path)
            assert other.page.locator("figure img").count() == 0
            assert other.context.request.get(other.address + source).status == 404
        seller.decide(draft, ask="must")

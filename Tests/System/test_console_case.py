"""What a reviewer sees of a person's case in a browser: pictures registered beside those of now, findings in words, and nothing for others."""
import re

import pytest
from accessibility import violations
from console_desk import Desk
from personal_page import CHROMIUM, SETTINGS, Phone, WatchSeller, browser, effective, prove
from playwright.sync_api import sync_playwright
from shiming_server import BIN, poll, serving

pytestmark = [
    pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program"),
    pytest.mark.skipif(not CHROMIUM, reason="there is no chromium"),
]
SAYS = {
    "zh": {"registered": "登记时留存", "read": "识别为", "proved": "所填号码与登记证件号码一致",
           "larger": "放大", "turn": "旋转", "beside": "对比"},
    "en": {"registered": "as registered", "read": "read", "proved": "The number given is that of the document registered",
           "larger": "Larger", "turn": "Turn", "beside": "Compare"},
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
        assert not (found := violations(desk.page)), found
        desk.picture("case-proof")
        compare(desk, says)
        with Desk(chromium, seller.server, seller.clerk, language=language) as other:
            other.go(desk.path)
            assert other.page.locator("figure img").count() == 0
            assert other.context.request.get(other.address + source).status == 404
        seller.decide(draft, ask="must")


def until(page, holds):
    """The pages allow no text to become a script, which Playwright's own waiting needs."""
    poll(lambda: page.evaluate(holds) or None, 60, holds, pause=0.1)


def compare(desk, says):
    """By keyboard alone; nothing is asked for a second time, as each time is a look on the trail."""
    page, figures = desk.page, desk.page.locator("figure")
    until(page, "[...document.querySelectorAll('figure img')].every(picture => { picture.loading = 'eager'; return picture.naturalWidth > 0; })")
    asked = []
    page.on("request", lambda request: asked.append(request.url))

    def press(place, name, key="Enter"):
        button = place.get_by_role("button", name=name)
        button.focus()
        page.keyboard.press(key)
        return button

    assert press(figures.first, says["larger"]).get_attribute("aria-pressed") == "true"
    assert "large" in figures.first.get_attribute("class")
    assert press(figures.first, says["larger"], "Space").get_attribute("aria-pressed") == "false"
    press(figures.first, says["turn"])
    assert figures.first.locator("img").get_attribute("data-turns") == "1"
    opener = press(figures.first, says["beside"])
    dialogue = page.locator("dialog.compare")
    assert dialogue.is_visible()
    until(page, "[...document.querySelectorAll('dialog canvas')].every(canvas => canvas.width > 0 && canvas.height > 0)")
    sizes = "[...document.querySelectorAll('dialog canvas')].map(canvas => [canvas.width, canvas.height])"
    natural = "[...document.querySelectorAll('figure img')].slice(0, 2).map(picture => [picture.naturalWidth, picture.naturalHeight])"
    (left, right), (first, second) = page.evaluate(sizes), page.evaluate(natural)
    # As it stands on the page: the first one turned.
    assert (left, right) == (first[::-1], second)
    drawn = """() => [...document.querySelectorAll('dialog canvas')].every(canvas => {
        const colours = new Set(canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data);
        return colours.size > 20; })"""
    assert page.evaluate(drawn)
    page.keyboard.press("+")
    page.keyboard.press("+")
    assert page.input_value("#zoom") == "2"
    # Moved together.
    page.locator("dialog .view").first.focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    places = "[...document.querySelectorAll('dialog .view')].map(view => view.scrollLeft)"
    until(page, f"{places}.every(place => place > 0)")
    # No key decides what lies under it.
    page.keyboard.press("a")
    page.keyboard.press("1")
    assert not page.locator("input[name=verdict]:checked").count() and page.input_value("#reason") == ""
    assert not (found := violations(page)), found
    desk.picture("case-compare")
    page.select_option("#right", "2")
    third = page.evaluate("(picture => [picture.naturalWidth, picture.naturalHeight])(document.querySelectorAll('figure img')[2])")
    poll(lambda: page.evaluate(sizes)[1] == third or None, 60, "the third one is not shown", pause=0.1)
    page.keyboard.press("Escape")
    assert not dialogue.is_visible()
    assert opener.evaluate("button => button === document.activeElement")
    assert not asked, asked

"""Somebody at a card's entrance whom another was quicker than: what he is told, the way to a hall, and a message that opens a case."""
import pytest
from console_desk import PICTURES, Desk
from console_operation import faults
from person_pages import Judge
from personal_page import CHROMIUM, CONTACT, PHONE, SETTINGS, Phone, WatchSeller, browser
from persons import DATA_ONLY, UNLIMITED
from pictures import card
from playwright.sync_api import sync_playwright
from shiming_server import BIN, serving

pytestmark = [
    pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program"),
    pytest.mark.skipif(not CHROMIUM, reason="there is no chromium"),
]
DESK = {"width": 1440, "height": 900}
NOT_IN_HAND = {"zh": "卡不在我手中", "en": "not in my hands"}
WORDS = {"zh": ("此卡已被他人使用", "营业厅", "已向运营商反映", "今日已多次"), "en": ("Somebody else has this card", "business hall", "The operator has been told", "several times today")}
OWNER = card(901, "clean", "id-front")[1] | card(901, "clean", "id-back")[1]


@pytest.fixture(scope="module")
def seller(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("taken"), settings=(*SETTINGS, *CONTACT, *UNLIMITED)) as server:
        seller = WatchSeller(server)
        seller.administrator.must("setVerificationPolicy", {"organisation": seller.company}, json={"policy": DATA_ONLY | {"attemptsMax": 3}, "after": 0})
        yield seller


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as player, browser(player) as running:
        yield running


def shoot(phone, name, size):
    if PICTURES:
        phone.page.screenshot(path=f"{PICTURES}/{name}-{size['width']}.png", full_page=True)


def cases(seller):
    return [found["kind"] for found in seller.administrator.must("listLifeCases").json()["items"]]


def hand_in(chromium, seller, link):
    with Phone(chromium, seller.server, language="zh") as phone:
        phone.open(link)
        phone.consent(face=None)
        phone.choose()
        phone.fill(OWNER)
        phone.hand_in()


@pytest.mark.parametrize("language, size", [("zh", PHONE), ("en", PHONE), ("zh", DESK), ("en", DESK)])
def test_whoever_comes_second_is_told_what_to_do_and_may_tell_the_operator(seller, chromium, language, size):
    link = next(seller.links)
    before = len(cases(seller))
    with Phone(chromium, seller.server, language=language, size=size) as early:
        early.open(link)
        # Nobody else has it yet: there is nothing to tell, and whoever has not got the card is told not to go on.
        early.page.click(f"main details summary:has-text('{NOT_IN_HAND[language]}')")
        early.go("/p/taken")
        assert early.path == "/p"
    hand_in(chromium, seller, link)
    title, hall, told, often = WORDS[language]
    judge = Judge("taken", language)
    # At a desk by keys alone.
    with Phone(chromium, seller.server, language=language, size=size, keys=size == DESK) as late:
        late.open(link)
        judge(late, "/p of a card that is taken")
        late.by.press("main a[href='/p/taken']")
        assert title in late.text and hall in late.text and "400-000-0000" in late.text, late.text
        for text in (OWNER["name"], OWNER["number"], OWNER["address"], "SM-", "****" + OWNER["number"][-4:]):
            assert text not in late.page.content(), text
        judge(late)
        shoot(late, f"taken-{language}", size)
        late.by.press("form[action='/p/taken'] button")
        assert told in late.text, late.text
        # Heard at once by whoever does not see it.
        assert late.page.evaluate("document.activeElement.getAttribute('role')") == "status"
        judge(late, "/p/taken, told")
        shoot(late, f"taken-told-{language}", size)
        assert cases(seller)[before:] == ["claimed-at-entrance"]
        # Told again it is the one case; told often it is not listened to.
        for _ in range(2):
            late.go("/p/taken")
            late.by.press("form[action='/p/taken'] button")
        late.go("/p/taken")
        late.by.press("form[action='/p/taken'] button")
        assert often in late.text, late.text
        judge(late, "/p/taken, too often")
        judge.done()
        assert len(cases(seller)) == before + 1


def test_a_form_of_another_page_tells_nobody(seller, chromium):
    link = next(seller.links)
    before = len(cases(seller))
    hand_in(chromium, seller, link)
    with Phone(chromium, seller.server, language="en") as late:
        late.open(link)
        late.go("/p/taken")
        late.page.evaluate("document.querySelector(\"form[action='/p/taken'] [name=form]\").value = 'forged'")
        late.page.click("form[action='/p/taken'] button")
        assert "not from this page" in late.text, late.text
        assert len(cases(seller)) == before


@pytest.mark.parametrize("language, size, scheme", [("en", DESK, "light"), ("zh", PHONE, "dark")])
def test_a_number_that_is_left_reaches_whoever_looks_into_it_and_nobody_else(seller, chromium, language, size, scheme):
    link = next(seller.links)
    hand_in(chromium, seller, link)
    with Phone(chromium, seller.server, language=language, size=size) as late:
        late.open(link)
        late.go("/p/taken")
        late.page.fill("#contact", "<b>ruf mich an")
        late.page.click("form[action='/p/taken'] button")
        assert late.page.locator("[role=alert]").count() == 1 and late.page.input_value("#contact") == "<b>ruf mich an", late.text
        assert late.page.get_attribute("#contact", "aria-invalid") == "true"
        late.page.fill("#contact", "137 0013 7019")
        late.page.click("form[action='/p/taken'] button")
        assert WORDS[language][2] in late.text and "7019" not in late.page.content()
    with Desk(chromium, seller.server, seller.compliance, language=language, scheme=scheme, size=size) as desk:
        desk.go("/console/life-cases")
        # Four digits alone stand in a time in milliseconds now and then.
        assert "7019" not in desk.text and "137019" not in desk.page.content()
        assert not faults(desk, "/life-cases-claimed")
        row = desk.page.locator("tr", has=desk.page.locator("[name=purpose]")).last
        row.locator("[name=purpose]").fill("13700137019 anrufen")
        row.locator("form.row button").click()
        assert desk.page.locator("[role=alert]").count() == 1 and "13700137019" not in desk.page.inner_text("main"), desk.text
        row = desk.page.locator("tr", has=desk.page.locator("[name=purpose]")).last
        row.locator("[name=purpose]").fill("Case 2026-119")
        row.locator("form.row button").click()
        assert "13700137019" in desk.page.inner_text("main") and "13700137019" not in desk.page.url
        assert not faults(desk, "/life-cases-contact")
        desk.picture("life-cases-contact")

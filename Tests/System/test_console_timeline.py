"""A card's timeline and the box that takes any number, in a browser."""
import re

import pytest
from accessibility import shut_out
from console_desk import DESK, PHONE, Desk
from personal_page import CHROMIUM, browser
from persons import UNLIMITED
from playwright.sync_api import sync_playwright
from shiming_server import BIN, HANDLER, RESPONSIBLE, UNIT, World, card_file, iccid, msisdn, serving

pytestmark = [
    pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program"),
    pytest.mark.skipif(not CHROMIUM, reason="there is no chromium"),
]
PURPOSE = "投诉核查 2026-118"
SAYS = {
    "zh": ("登记：已提交", "登记：审核通过", "登记生效", "用途：", "更早", "不是卡号或设备号", "未找到", "重复输入"),
    "en": ("Registration: handed in", "Registration: approved", "registered", "for:", "Earlier", "No number of a card or device", "Not found", "typed again"),
}


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("timeline"), settings=UNLIMITED) as server:
        world = World(server, ["clerk", "reviewer", "compliance", "auditor"])
        world.take_in(card_file(range(120)))
        world.allocate()
        world.registered = world.register(cards={"numbers": [iccid(0)]})
        world.card = world.clerk.must("searchCards", json={"numbers": [iccid(0)]}).json()["items"][0]["card"]["card"]
        for _ in range(60):
            world.compliance.must("revealAnswer", json={"card": world.card, "purpose": PURPOSE})
        yield world


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as player, browser(player) as running:
        yield running


@pytest.mark.parametrize("language, scheme, size", [("zh", "light", DESK), ("en", "dark", PHONE)], ids=["zh-1440", "en-390"])
def test_the_timeline_has_registrations_and_to_whoever_reads_the_trail_the_looks(world, chromium, language, scheme, size):
    handed, approved, held, purpose, earlier, *_ = SAYS[language]
    with Desk(chromium, world.server, world.clerk, language, scheme=scheme, size=size) as desk:
        desk.go(f"/console/cards/{world.card}")
        told = desk.page.locator(".timeline").inner_text()
        assert all(text in told for text in (handed, approved, held)) and PURPOSE not in told, told
        assert desk.page.locator(f".timeline a[href='/console/registrations/{world.registered['registration']}']").count() >= 3
        assert not (found := shut_out(desk.page)), found
        desk.picture("timeline-clerk")
    with Desk(chromium, world.server, world.auditor, language, scheme=scheme, size=size) as desk:
        desk.go(f"/console/cards/{world.card}")
        looks = desk.page.locator(".timeline li.look")
        assert looks.count() == 50 and purpose + (" " if language == "en" else "") + PURPOSE in looks.first.inner_text()
        assert re.fullmatch(r"/console/trail/[0-9a-f-]{36}", looks.first.locator("a").get_attribute("href"))
        seen = 50
        with desk.page.expect_navigation():
            desk.page.click(f"a[rel=next]:has-text('{earlier}')")
        told = desk.page.locator(".timeline").inner_text()
        seen += looks.count()
        assert seen == 60 and handed in told and iccid(0) not in desk.page.url
        assert not (found := shut_out(desk.page)), found
        desk.picture("timeline-auditor")
        for at in ("x", 2**63 - 1, -(2**63), 2**53, -(2**53), 2**63):
            assert desk.go(f"/console/cards/{world.card}?after={at}.0").status == 400, at
            assert desk.go(f"/console/trail?after={at}.00000000-0000-7000-8000-000000000000").status == 400, at
        assert desk.go(f"/console/cards/{world.card}?after={2**53 - 1}.0").status == 200


@pytest.mark.parametrize("language, size", [("zh", DESK), ("en", PHONE)], ids=["zh-1440", "en-390"])
def test_a_hundred_numbers_at_once_are_each_told_of(world, chromium, language, size):
    malformed, missing, repeated = SAYS[language][5:]
    code = world.clerk.must("readRegistration", {"registration": world.registered["registration"]}).json()["code"]
    numbers = [iccid(n) for n in range(40)] + [str(msisdn(n)) for n in range(40, 90)] + ["13900139000", "nonsense", code]
    # As people paste: commas, line ends, spaces within a number and between two, one twice.
    text = ", ".join(numbers[:30]) + "\n" + " ".join(numbers[30:60]) + "\r\n" + "；".join(numbers[60:]) + "\n" + " ".join(re.findall("..?.?.?", iccid(1)))
    with Desk(chromium, world.server, world.clerk, language, size=size) as desk:
        desk.go("/console")
        desk.page.fill("#numbers", text)
        with desk.page.expect_navigation():
            desk.page.click(".search button")
        assert desk.path == "/console/search" and "?" not in desk.page.url
        assert desk.page.locator("table.rows tbody tr").count() == 90
        main = desk.page.inner_text("main")
        assert all(word in main for word in (malformed, missing, repeated, "13900139000", "nonsense")), main[-800:]
        assert desk.page.locator(f"main a:has-text('{code}')").get_attribute("href") == f"/console/registrations/{world.registered['registration']}"
        assert not (found := shut_out(desk.page)), found
        desk.picture("search-hundred")
    assert "13900139000" not in world.server.log.read_text()


def acts_of(world, person):
    account = person.must("readSession").json()["account"]["id"]
    return [entry["id"] for entry in world.auditor.pages("listTrail", query={"actor": account})]


@pytest.mark.parametrize("language, scheme, size", [("zh", "dark", DESK), ("en", "light", PHONE)], ids=["zh-1440", "en-390"])
def test_the_cards_page_says_who_answers_masked_and_leaves_no_entry_of_its_own(world, chromium, language, scheme, size):
    with Desk(chromium, world.server, world.clerk, language, scheme=scheme, size=size) as desk:
        before = acts_of(world, world.clerk)
        desk.go(f"/console/cards/{world.card}")
        who = desk.page.locator("#who").inner_text()
        assert UNIT["name"] in who and UNIT["documentNumber"] in who, who
        for person in (HANDLER, RESPONSIBLE):
            assert person["name"][0] + "*" in who, who
            assert person["name"] not in desk.page.content() and person["documentNumber"] not in desk.page.content()
        assert acts_of(world, world.clerk) == before, "what is masked leaves no entry"
        assert not (found := shut_out(desk.page)), found
        # A card for which nobody answers says so.
        vacant = world.clerk.must("searchCards", json={"numbers": [iccid(100)]}).json()["items"][0]["card"]["card"]
        desk.go(f"/console/cards/{vacant}")
        assert "○" in desk.page.locator("#who").inner_text() and desk.page.locator("#who table").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language, zone", [("zh", "北京时间（UTC+8）"), ("en", "Beijing time (UTC+8)")])
def test_a_cards_record_is_printed_dark_on_white_with_its_head_and_without_what_is_for_the_screen(world, chromium, language, zone, scheme):
    with Desk(chromium, world.server, world.clerk, language, scheme=scheme) as desk:
        desk.go(f"/console/cards/{world.card}")
        head = desk.page.locator(".printed").first
        assert desk.page.locator("[data-print]").is_visible() and not head.is_visible()
        assert desk.page.locator(".refused li").count() > 0, "there is something to leave out"
        desk.page.emulate_media(media="print", color_scheme=scheme)
        said = head.inner_text()
        company = world.administrator.must("readSession").json()["organisation"]["name"]
        assert company in said and iccid(0) in said and zone in said, said
        for shut in (".bar", ".menu", "footer", ".refused", "form", "button", ".pages"):
            shown = [place for place in desk.page.locator(shut).all() if place.is_visible()]
            assert not shown, (shut, len(shown))
        for kept in ("h1", ".axes", "#who", "#timeline li"):
            assert desk.page.locator(kept).first.is_visible(), kept
        colours = desk.page.evaluate("[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor, "
                                     "getComputedStyle(document.querySelector('#timeline li')).color]")
        assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)", "rgb(0, 0, 0)"], colours
        assert desk.page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "it is cut off on no side"
        desk.picture(f"card-print-{scheme}")
        desk.page.emulate_media(media="screen", color_scheme=scheme)
        # A dark theme chosen for good is dark on the screen alone.
        for theme in ("dark", "system"):
            desk.page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
            desk.page.emulate_media(media="print", color_scheme="dark")
            assert desk.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)", theme

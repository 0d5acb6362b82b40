"""What was typed and had not arrived: the seat ends, the server is away, a form is refused, and it stands there again; for the same card, on the
same device, in the same tab, and in clear nowhere."""

import json

import pytest
from personal_page import CHROMIUM, SETTINGS, Phone, WatchSeller, browser
from pictures import card
from playwright.sync_api import sync_playwright
from shiming_server import BIN, serving

pytestmark = [
    pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program"),
    pytest.mark.skipif(not CHROMIUM, reason="there is no chromium"),
]
both = pytest.mark.parametrize("language", ["zh", "en"])
TYPED = {"name": "阿依古丽·买买提明", "documentNumber": "110105194912310021", "address": "云汀省砚溪市竹影县拟真大道7号", "contact": "138 0013 8000"}
KEPT = {"zh": "已加密保存在本机的此标签页中", "en": "is kept on this phone until tomorrow, sealed"}
RESTORED = {"zh": "已恢复您此前填写但未保存的内容", "en": "What you had typed before the page closed stands here again"}
CLOSED = {"zh": "页面已关闭", "en": "This page has closed"}


@pytest.fixture(scope="module")
def seller(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("typed"), settings=SETTINGS) as server:
        yield WatchSeller(server)


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as player, browser(player) as running:
        yield running


def at_details(phone, link):
    phone.open(link)
    phone.consent(face=False)
    phone.choose()
    phone.go("/p/details")


def type_all(phone):
    """Key by key, as people do."""
    for field, value in TYPED.items():
        phone.page.fill(f"#holder-{field}", "")
        phone.page.type(f"#holder-{field}", value)
    phone.page.check("input[name=holder-longTerm]")


def send(phone):
    with phone.page.expect_navigation():
        phone.page.click("main button.main")


def kept(phone):
    return phone.page.evaluate("Object.fromEntries(Object.entries(sessionStorage))")


def wait_for(phone, count):
    phone.page.wait_for_function("count => Object.keys(sessionStorage).length === count", arg=count)


def shows_all(phone, language):
    phone.page.wait_for_selector("[data-restored]:not([hidden])")
    assert RESTORED[language] in phone.text
    for field, value in TYPED.items():
        assert phone.page.input_value(f"#holder-{field}") == value
    assert phone.page.is_checked("input[name=holder-longTerm]")
    # Long-term needs no day, as if it had been ticked by hand.
    assert phone.page.evaluate("document.getElementById('holder-validUntil').readOnly")


@both
def test_what_was_typed_while_the_seat_ended_stands_there_again(seller, chromium, language):
    link = next(seller.links)
    with Phone(chromium, seller.server, language) as phone:
        at_details(phone, link)
        type_all(phone)
        # As when its time is over: the browser drops the seat's cookie.
        phone.context.clear_cookies(name="shiming-seat")
        send(phone)
        assert CLOSED[language] in phone.text and KEPT[language] in phone.text
        # Sealed, and nowhere else.
        held = json.dumps(kept(phone), ensure_ascii=False)
        assert len(kept(phone)) == 1 and phone.page.evaluate("localStorage.length") == 0
        assert not [value for value in TYPED.values() if value in held]
        phone.open(link)
        phone.go("/p/details")
        shows_all(phone, language)
        # Sent now, it is the server's: what is wrong is said, and nothing needs to be kept in the browser.
        send(phone)
        assert phone.path == "/p/details" and phone.page.input_value("#holder-name") == TYPED["name"]
        wait_for(phone, 0)
        assert phone.page.is_hidden("[data-restored]")
        phone.page.fill("#holder-documentNumber", card(33, "clean", "id-front")[1]["number"])
        send(phone)
        assert phone.path != "/p/details"


def test_what_was_typed_while_the_server_was_away_stands_there_again(seller, chromium):
    with Phone(chromium, seller.server, "en") as phone:
        at_details(phone, next(seller.links))
        type_all(phone)
        phone.page.route("**/p/details", lambda route: route.abort("connectionrefused"), times=1)
        phone.page.click("main button.main")
        phone.page.wait_for_url(lambda address: address.startswith("chrome-error:"))
        phone.go("/p/details")
        shows_all(phone, "en")


def test_a_field_that_was_saved_meanwhile_is_left_as_it_is(seller, chromium):
    with Phone(chromium, seller.server, "en") as phone:
        at_details(phone, next(seller.links))
        type_all(phone)
        wait_for(phone, 1)
        other = phone.context.new_page()
        other.goto(phone.address + "/p/details")
        assert other.input_value("#holder-name") == "" and other.evaluate("sessionStorage.length") == 0, "another tab"
        other.fill("#holder-name", "欧阳青禾")
        with other.expect_navigation():
            other.click("main button.main")
        other.close()
        phone.go("/p/details")
        phone.page.wait_for_selector("[data-restored]:not([hidden])")
        assert phone.page.input_value("#holder-name") == "欧阳青禾"
        assert phone.page.input_value("#holder-address") == TYPED["address"]


def test_another_card_in_the_same_tab_shows_nothing_of_it(seller, chromium):
    first, second = next(seller.links), next(seller.links)
    with Phone(chromium, seller.server, "en") as phone:
        at_details(phone, first)
        type_all(phone)
        wait_for(phone, 1)
        at_details(phone, second)
        # Whatever the page does with what is kept, it has done once it keeps what is typed now.
        phone.page.type("#holder-address", "x")
        wait_for(phone, 2)
        assert [phone.page.input_value(f"#holder-{field}") for field in ("name", "documentNumber", "contact")] == ["", "", ""]
        assert phone.page.is_hidden("[data-restored]")
        phone.open(first)
        phone.go("/p/details")
        shows_all(phone, "en")


@pytest.mark.parametrize("damage", [
    "text => 'x'", "text => JSON.stringify({until: Date.now() - 1})",
    "text => { const kept = JSON.parse(text); kept.sealed = kept.sealed.slice(4) + kept.sealed.slice(0, 4); return JSON.stringify(kept); }",
    "text => { const kept = JSON.parse(text); kept.until = Date.now() - 1; return JSON.stringify(kept); }",
], ids=["no JSON", "without content", "changed", "a day old"])
def test_what_is_damaged_or_too_old_is_dropped(seller, chromium, damage):
    with Phone(chromium, seller.server, "en") as phone:
        at_details(phone, next(seller.links))
        type_all(phone)
        wait_for(phone, 1)
        phone.page.evaluate(
            f"() => {{ const name = Object.keys(sessionStorage)[0]; sessionStorage.setItem(name, ({damage})(sessionStorage.getItem(name))); }}")
        phone.go("/p/details")
        wait_for(phone, 0)
        assert phone.page.input_value("#holder-name") == "" and phone.page.is_hidden("[data-restored]")


def test_nothing_is_left_behind_when_the_page_is_left_or_the_case_handed_in(seller, chromium):
    with Phone(chromium, seller.server, "en") as phone:
        at_details(phone, next(seller.links))
        type_all(phone)
        wait_for(phone, 1)
        with phone.page.expect_navigation():
            phone.page.click("form[action='/p/leave'] button")
        assert phone.path == "/p/start" and kept(phone) == {}
        phone.everything_but_handing_in(next(seller.links), seed=24)
        phone.go("/p/details")
        phone.page.type("#holder-contact", "9")
        wait_for(phone, 1)
        phone.hand_in()
        wait_for(phone, 0)

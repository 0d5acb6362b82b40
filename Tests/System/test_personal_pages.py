"""The person's pages in a browser: from the link to "in effect", with and without scripts, in both languages, by keyboard, to machines that judge access."""

import re

import pytest
from bar_codes import label, photographed
from console_desk import DESK
from person_pages import Judge
from personal_page import CHROMIUM, CONTACT, PAGES, PHONE, SETTINGS, Phone, WatchSeller, browser
from pictures import card, feed, hand_held
from playwright.sync_api import sync_playwright
from shiming_server import BIN, serving

pytestmark = [
    pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program"),
    pytest.mark.skipif(not CHROMIUM, reason="there is no chromium"),
]
IN_EFFECT = {"zh": "已生效", "en": "In effect"}
WORDS = {"zh": ("人工审核中", "等待运营商受理"), "en": ("In review", "Waiting for the carrier")}


@pytest.fixture(scope="module")
def seller(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("pages"), settings=SETTINGS + CONTACT) as server:
        yield WatchSeller(server)


@pytest.fixture(scope="module")
def player():
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="module")
def chromium(player):
    with browser(player) as running:
        yield running


@pytest.mark.parametrize("language, scripts", [("zh", True), ("en", False)], ids=["zh-scripts", "en-no-scripts"])
def test_from_the_link_to_in_effect(seller, chromium, language, scripts):
    with Phone(chromium, seller.server, language, scripts) as phone:
        phone.everything_but_handing_in(next(seller.links), seed=20 + 2 * scripts + (language == "zh"))
        phone.hand_in()
        assert phone.path == "/p/status" and WORDS[language][0] in phone.text
        # What is over has its time, what goes on since when and how long it usually takes, what is ahead how long.
        assert smalls(phone) == {"done": [1], "now": [2], "ahead": [1, 0]}
        assert phone.page.inner_text(".stages li.ahead small") == {"zh": "通常不超过 3 个工作日。", "en": "This usually takes up to 3 working days."}[language]
        seller.decide(seller.waiting(), ask="must")
        phone.go("/p/status")
        assert WORDS[language][1] in phone.text and IN_EFFECT[language] not in phone.page.inner_text("main h2 >> nth=0")
        seller.carrier_accepts(f"receipt-{language}-{scripts}")
        phone.go("/p/status")
        assert IN_EFFECT[language] in phone.page.inner_text("main h2 >> nth=0")
        assert smalls(phone) == {"done": [1, 1, 1, 1]}
        case = phone.page.inner_text("main .code")
    # Whoever has the case number alone learns the same, and nothing personal.
    with Phone(chromium, seller.server, language, scripts) as other:
        other.go(f"/p/status/{case}")
        assert IN_EFFECT[language] not in other.page.inner_text("main h1")
        other.next()
        assert IN_EFFECT[language] in other.text and case not in other.page.url


def smalls(phone):
    """How many times or waits each stage on the status page is told with, by its state."""
    told = {}
    for stage in phone.page.locator(".stages li").all():
        told.setdefault(stage.get_attribute("class"), []).append(stage.locator("small").count())
    return told


def test_sent_back_mended_and_handed_in_again(seller, chromium):
    with Phone(chromium, seller.server) as phone:
        said = phone.everything_but_handing_in(next(seller.links), seed=30)
        phone.hand_in()
        seller.decide(
            seller.waiting(), ask="must", verdict="send-back", reasons=[{"pointer": "/evidence/holder-id-front", "code": "unreadable"}])
        phone.go("/p/status")
        assert "需要修改" in phone.text and "图片不清晰" in phone.text and "还可提交 2 次" in phone.text and "12321" in phone.text
        phone.page.click("text=立即修改")
        assert phone.path == "/p/document"
        phone.hand("holder-id-front", card(31, "clean", "id-front")[0])
        phone.go("/p/details")
        assert phone.page.input_value("#holder-name") == said["name"]
        phone.hand_in()
        assert phone.path == "/p/status" and "人工审核中" in phone.text


def test_typed_data_survives_an_error(seller, chromium):
    with Phone(chromium, seller.server, "en") as phone:
        phone.open(next(seller.links))
        phone.consent(face=False)
        phone.choose()
        phone.go("/p/details")
        typed = {"name": "阿依古丽·买买提明", "documentNumber": "110105194912310021", "address": "", "contact": "call me", "validUntil": "2036年1月31日"}
        for field, value in typed.items():
            phone.page.fill(f"#holder-{field}", value)
        phone.next()
        assert phone.path == "/p/details" and phone.page.title().startswith("Error: ")
        for field, value in typed.items():
            assert phone.page.input_value(f"#holder-{field}") == ("2036-01-31" if field == "validUntil" else value)
        wrong = phone.page.eval_on_selector_all("[aria-invalid=true]", "found => found.map(field => field.id)")
        assert wrong == ["holder-documentNumber", "holder-address", "holder-contact"]
        # The list of problems is heard at once, and each leads to its field.
        assert phone.page.evaluate("document.activeElement.getAttribute('role')") == "alert"
        phone.page.click("[role=alert] a >> nth=0")
        assert phone.page.evaluate("document.activeElement.id") == "holder-documentNumber"
        described = phone.page.get_attribute("#holder-documentNumber", "aria-describedby").split()
        assert "The check character" in phone.page.inner_text(f"#{described[-1]}")


def test_a_picture_that_may_not_do_is_seen_before_it_is_sent(seller, chromium):
    with Phone(chromium, seller.server, "en") as phone:
        phone.open(next(seller.links))
        phone.consent()
        phone.choose()
        for defect, words in (("dark", "too dark"), ("blurred", "blurred")):
            picture, _ = card(33, defect, "id-front")
            phone.page.set_input_files("#holder-id-front-file", {"name": "p.jpg", "mimeType": "image/jpeg", "buffer": picture})
            phone.page.wait_for_selector("#holder-id-front [data-faults]:not([hidden])")
            phone.page.wait_for_function(
                "words => document.querySelector('#holder-id-front [data-faults]').innerText.includes(words)", arg=words)
            assert phone.page.locator("#holder-id-front .state.todo").count() == 1
        phone.page.click("#holder-id-front [data-keep]")
        phone.page.wait_for_selector("#holder-id-front .state.done")


def test_what_a_machine_read_stands_there_to_be_checked(seller, chromium):
    with Phone(chromium, seller.server, "en") as phone:
        phone.open(next(seller.links))
        phone.consent()
        phone.choose()
        said = phone.photograph(23)
        phone.go("/p/details")
        assert phone.page.input_value("#holder-documentNumber") == said["number"]
        assert phone.page.input_value("#holder-validUntil") == said["validUntil"]
        described = phone.page.get_attribute("#holder-documentNumber", "aria-describedby").split()
        assert "holder-documentNumber-read" in described and "Read from your photo, please check" in phone.text
        # What is changed by hand is no machine's word any more.
        phone.page.fill("#holder-name", "欧阳青禾")
        phone.next()
        phone.go("/p/details")
        assert phone.page.input_value("#holder-name") == "欧阳青禾" and phone.page.locator("#holder-name-read").count() == 0


def test_a_picture_the_server_finds_fault_with_may_be_used_all_the_same(seller, chromium):
    with Phone(chromium, seller.server, "zh", scripts=False) as phone:
        phone.open(next(seller.links))
        phone.consent()
        phone.choose()
        picture = {"name": "p.jpg", "mimeType": "image/jpeg", "buffer": card(33, "glare", "id-front")[0]}
        phone.page.set_input_files("#holder-id-front-file", picture)
        phone.page.click("#holder-id-front form button")
        assert "证件反光" in phone.text and "关闭闪光灯" in phone.text
        assert phone.page.evaluate("document.activeElement.matches('#holder-id-front [data-faults]')")
        phone.page.set_input_files("#holder-id-front-file", picture)
        phone.page.check("#holder-id-front input[name=insist]")
        phone.page.click("#holder-id-front form button")
        assert phone.page.locator("#holder-id-front .state.done").count() == 1


def test_a_guardian_for_a_child(seller, chromium):
    with Phone(chromium, seller.server, "en") as phone:
        phone.open(next(seller.links))
        phone.consent(face=False)
        phone.choose()
        phone.photograph(35)
        child = {"name": "邵小满", "number": child_number(), "address": "云汀省砚溪市竹影县拟真大道7号", "validFrom": "2022-01-01", "validUntil": "2027-01-01"}
        phone.fill(child)
        # The number tells the age: now a guardian's consent and document are asked for.
        phone.go("/p/face")
        assert phone.path == "/p/consent", "a child's face before the guardian's consent"
        assert "A guardian" in phone.page.content() or "guardian" in phone.text
        phone.go("/p")
        assert "The guardian’s document" in phone.text
        phone.go("/p/consent")
        phone.page.check("input[name=guardian][value=yes]")
        phone.next()
        phone.go("/p/details")
        assert phone.page.input_value("#holder-name") == child["name"]
        assert phone.page.locator("#guardian-name").count() == 1


def child_number():
    digits = "99999920180601004"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return digits + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(digits, weights)) % 11]


def test_the_camera_answers_the_face_challenge(seller, player, tmp_path):
    view = tmp_path / "face.mjpeg"
    feed("face", 40).write(view)
    with browser(player, camera=view) as running, Phone(running, seller.server, "zh") as phone:
        phone.open(next(seller.links))
        phone.consent(face=True)
        phone.choose()
        phone.fill(phone.photograph(40))
        assert phone.path == "/p/face"
        phone.page.click("[data-begin]")
        phone.page.wait_for_url(re.compile("/p/review$"), timeout=60_000)
        phone.go("/p/face")
        assert phone.page.locator(".state.done").count() == 1
        phone.hand_in()
        assert phone.path == "/p/status" and "人工审核中" in phone.text


def test_a_photo_by_the_camera_of_the_page(seller, player, tmp_path):
    view = tmp_path / "card.mjpeg"
    feed("card", 41).write(view)
    with browser(player, camera=view) as running, Phone(running, seller.server, "en") as phone:
        phone.open(next(seller.links))
        phone.consent()
        phone.choose()
        phone.open_camera("holder-id-front")
        phone.page.click("#holder-id-front [data-shoot]")
        phone.page.wait_for_selector("#holder-id-front .state.done, #holder-id-front [data-faults]:not([hidden])")
        if phone.page.locator("#holder-id-front .state.done").count() == 0:
            phone.page.click("#holder-id-front [data-keep]")
        phone.page.wait_for_selector("#holder-id-front .state.done")


# ---------------------------------------------------------------- ways in

def test_a_foreign_link_and_a_wrong_code_say_what_to_do(seller, chromium):
    with Phone(chromium, seller.server, "en") as phone:
        assert phone.go("/p/0123456789ABCDEF").status == 404
        assert "unknown, has expired, was revoked" in phone.text and "Ask whoever sold the card" in phone.text
        card_number, right = (seller.issue("claim-code")[5][name] for name in ("iccid", "code"))
        phone.go("/p/start")
        phone.page.fill("#iccid", card_number)
        phone.next()
        # The number alone says nothing of the card.
        assert "China Mobile" in phone.text and "手表套餐" not in phone.text and "示例" not in phone.text
        phone.page.fill("#iccid", card_number)
        phone.page.fill("#claim-code", "00000000")
        phone.next()
        assert "unknown, has expired" in phone.text and phone.page.input_value("#iccid") == card_number
        # What is wrong is said at its field too.
        assert phone.page.get_attribute("#claim-code", "aria-invalid") == "true" and phone.page.locator("#iccid[aria-invalid]").count() == 0
        phone.page.fill("#claim-code", right[:4].lower() + " " + right[4:])
        phone.next()
        assert phone.path == "/p" and "手表套餐" in phone.text


def test_the_same_link_on_another_phone_shows_nothing_of_the_first(seller, chromium):
    link = next(seller.links)
    with Phone(chromium, seller.server) as first, Phone(chromium, seller.server) as second:
        said = first.everything_but_handing_in(link, seed=45)
        second.open(link)
        for path in PAGES:
            second.go(path)
            assert not [part for part in (said["name"], said["number"], said["address"]) if part in second.page.content()], path


# ---------------------------------------------------------------- for everybody

def all_pages(phone, seller, seed):
    """Every page there is, one after the other, with errors and without."""
    for path in ("/p/start", "/p/status", "/p/rules", "/p/0123456789ABCDEF", "/p/details"):
        phone.go(path)
        yield path
    phone.go("/p/status/SM-0000000000")
    phone.next()
    assert phone.page.get_attribute("#code", "aria-invalid") == "true"
    yield "/p/status, of no case"
    link = next(seller.links)
    phone.go("/p/start")
    phone.page.fill("#iccid", link["iccid"])
    phone.next()
    yield "/p/start, a card's number"
    phone.open(link)
    yield "/p"
    phone.go("/p/consent")
    phone.next()
    yield "/p/consent, nothing chosen"
    phone.consent(face=True)
    yield "/p/document, no type"
    phone.choose("military-id")
    yield "/p, at a hall"
    phone.choose()
    phone.page.click(".chosen summary")
    phone.page.check("input[name=proxy]")
    phone.page.click("form[action='/p/document'] button")
    yield "/p/document"
    said = phone.photograph(seed)
    phone.go("/p/details")
    phone.next()
    yield "/p/details, with errors"
    phone.fill(said | {"number": child_number(), "name": "邵小满"})
    phone.go("/p/consent")
    yield "/p/consent, a guardian's"
    phone.page.check("input[name=guardian][value=yes]")
    phone.next()
    for path in ("/p", "/p/status", "/p/consent?errors=1", "/p/details", "/p/guardian", "/p/proxy?errors=1", "/p/face", "/p/review"):
        phone.go(path)
        yield path
    phone.next()
    yield "/p/review, with errors"
    phone.go("/p/document")
    phone.page.click(".chosen summary")
    phone.page.uncheck("input[name=proxy]")
    phone.page.click("form[action='/p/document'] button")
    phone.fill(said)
    phone.consent(face=False)
    phone.hold(seed)
    yield "/p/photo"
    phone.hand_in()
    yield "/p/status, in review"
    for path in ("/p/withdraw", "/p/release"):
        phone.go(path)
        yield path
    seller.decide(seller.waiting(), ask="must", verdict="send-back", reasons=[{"pointer": "/holder/name", "code": "does-not-match"}])
    for path in ("/p/status", "/p"):
        phone.go(path)
        yield path + ", sent back"


def all_ends(phone, seller):
    """How a case that came back goes on and ends."""
    phone.hand_in()
    phone.go("/p")
    yield "/p, handed in"
    seller.decide(seller.waiting(), ask="must")
    phone.go("/p/status")
    yield "/p/status, with the carrier"
    seller.carrier_answers(f"no-{phone.page.inner_text('main p .code')}", "refused")
    phone.go("/p/status")
    yield "/p/status, refused by the carrier"
    phone.hand_in()
    seller.decide(seller.waiting(), ask="must", verdict="refuse", reasons=[{"pointer": "/holder", "code": "does-not-match"}])
    for path in ("/p/status", "/p"):
        phone.go(path)
        yield path + ", refused"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_page_shuts_anybody_out(seller, chromium, language):
    judge = Judge("case", language)
    with Phone(chromium, seller.server, language) as phone:
        for name in all_pages(phone, seller, seed=50 + 2 * (language == "zh")):
            assert phone.page.get_attribute("html", "lang") == {"zh": "zh-Hans", "en": "en"}[language]
            judge(phone, name, (PHONE, DESK))
        for name in all_ends(phone, seller):
            judge(phone, name)
    judge.done()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_step_by_keyboard(seller, chromium, language):
    """From the card's number to a case taken back, with Tab, arrows, Space, Enter and letters."""
    code, judge = seller.issue("claim-code")[20 + (language == "zh")], Judge("keys", language)
    with Phone(chromium, seller.server, language, keys=True) as phone:
        phone.go("/p/start")
        keys = phone.by
        keys.choose_file("#barcode", photographed(label(("code-128", code["iccid"]))))
        phone.page.wait_for_function("number => document.getElementById('iccid').value === number", arg=code["iccid"])
        keys.type("#claim-code", code["code"])
        # Enter in a field sends the form, and not the photo.
        keys.enter()
        assert phone.path == "/p", phone.text
        keys.press("main a.main")
        keys.pick("input[name=under-14][value=no]")
        for kind, answer in (("privacy", "yes"), ("sensitive-data", "yes"), ("face", "yes")):
            keys.pick(f"input[name={kind}][value={answer}]")
        keys.press("main button.main")
        keys.pick("input[value=resident-id]")
        keys.press("form[action='/p/document'] button")
        # The camera of the page leads to its trigger, and back where it is stopped; then a photo is chosen.
        keys.touch("#holder-id-front [data-open]")
        keys.wait_for("#holder-id-front [data-shoot]")
        keys.touch("#holder-id-front [data-stop]")
        keys.wait_for("#holder-id-front [data-open]")
        said = {}
        for slot, kind in (("holder-id-front", "id-front"), ("holder-id-back", "id-back")):
            picture, shown = card(61 + 2 * (language == "zh"), "clean", kind)
            said |= shown
            keys.choose_file(f"#{slot}-file", picture)
            phone.page.wait_for_selector(f"#{slot} .state.done")
        keys.press("main a.main")
        for field, value in (("name", said["name"]), ("documentNumber", said["number"]), ("address", said["address"]),
                             ("contact", "13800138000"), ("validUntil", said["validUntil"])):
            keys.type(f"#holder-{field}", value)
        keys.press("main button.main")
        assert phone.path == "/p/face", phone.text
        # The camera is begun and stopped where the focus is led; then the way without a face is taken.
        keys.touch("[data-begin]")
        keys.wait_for("[data-cancel]")
        phone.page.keyboard.press("Enter")
        keys.wait_for("[data-begin]")
        keys.press("form[action='/p/face/decline'] button")
        assert phone.path == "/p/photo", phone.text
        keys.choose_file("#hand-held-photo-file", hand_held(61)[0])
        phone.page.wait_for_selector("#hand-held-photo .state.done")
        keys.press("main a.main")
        keys.pick("input[name=notice]")
        keys.press("main button.main")
        assert phone.path == "/p/status"
        keys.press("a[href='/p/withdraw']")
        keys.press("main button.main")
        assert phone.page.inner_text("main h1") == {"zh": "申请已撤回", "en": "Taken back"}[language]
        judge(phone)
        phone.go(f"/p/status/{phone.page.inner_text('main .code')}")
        judge(phone)
        keys.press("main button.main")
        judge(phone, "/p/status/{code}, withdrawn")
    judge.done()

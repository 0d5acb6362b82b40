"""The console's counter: a person who stands before a clerk registers a card, in a browser, from the card's number to the printed slip."""
import datetime
import itertools
import json
import re

import pytest
import requests
from console_counter import SLOTS, Counter, document
from console_desk import DESK, Desk
from console_operation import faults, faults_in_any_look
from console_web import Web
from personal_page import CHROMIUM, PHONE, WATCH, browser
from pictures.drawing import jpeg
from pictures.people import NOBODYS_AREAS, identity_number
from pictures.scenes import face_in_room
from playwright.sync_api import sync_playwright
from shiming_server import BIN, World, card_file, iccid, serving

pytestmark = [
    pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program"),
    pytest.mark.skipif(not CHROMIUM, reason="there is no chromium"),
]
CARDS = itertools.count()
PEOPLE = itertools.count(300)
SELLERS = 500


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("counter"), settings=("rate-open-requests=100000", "rate-requests=1000000")) as server:
        world = World(server, ["clerk", "hall_clerk", "reviewer", "auditor"])
        world.administrator.must("createProduct", json={"code": "watch", "terms": WATCH})
        for batch, first, place in (("HALL", 0, world.hall), ("AGENT", SELLERS, world.agent)):
            assert world.take_in(card_file(range(first, first + 40)), product="watch", batch=batch)["counts"]["taken"] == 40
            world.allocate(to=place, batch=batch)
        yield world


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as player, browser(player) as running:
        yield running


@pytest.fixture
def number():
    return iccid(next(CARDS))


@pytest.fixture(scope="module")
def person():
    """Pictures of one person's document, and what they say, for whoever does not hand in."""
    return document(next(PEOPLE))


def spaced(number):
    return " ".join(re.findall(".{1,4}", number))


def assert_kept(desk, said):
    assert desk.typed() == {"name": said["name"], "documentNumber": said["number"], "address": said["address"], "contact": "138 0013 8000"}


@pytest.mark.parametrize("language, scripts, size", [("zh", True, DESK), ("en", True, PHONE), ("zh", False, PHONE), ("en", False, DESK)])
def test_a_person_is_registered_before_a_clerk_and_gets_a_slip(world, chromium, number, language, scripts, size):
    pictures, said = document(next(PEOPLE))
    with Counter(chromium, world.server, world.hall_clerk, language=language, scripts=scripts, size=size) as desk:
        desk.begin(spaced(number) if size == DESK else number, scanned=scripts)
        assert desk.page.input_value("#card") == number and desk.page.locator("#needs tbody tr").count() >= 3, desk.text
        assert desk.page.locator("#needs a.rule").count() >= 3
        assert not desk.page.locator("[name^=file-][name*=face]").count(), "staff do no face check (R-AF-11)"
        desk.picture("counter-card")
        desk.consent()
        desk.accept()
        desk.fill(said)
        desk.check()
        assert_kept(desk, said)
        used, most, left = re.findall(r"\d+", desk.page.inner_text("#quota"))[:3]
        assert used == "0" and most == left, desk.page.inner_text("#quota")
        desk.papers(pictures)
        assert_kept(desk, said)
        assert desk.page.locator(".decide .lacking").count() == 0, desk.text
        desk.picture("counter-complete")
        desk.hand_in()
        assert re.fullmatch(r"/console/counter/[0-9a-f-]{36}", desk.path), desk.text
        code = re.search(r"SM-\w+", desk.page.inner_text(".slip")).group()
        slip = desk.page.inner_text(".slip")
        assert "/p/status" in slip and said["name"][0] + "*" in slip and said["number"] not in slip
        assert said["name"] not in desk.page.content() and said["number"] not in desk.page.content()
        desk.picture("counter-slip")
        if scripts:
            assert not (found := faults_in_any_look(desk, "/counter-slip")), found
        desk.page.emulate_media(media="print")
        assert desk.page.locator(".slip").is_visible() and not desk.page.locator(".bar").is_visible()
        desk.picture("counter-print")
        urls = " ".join(desk.requested)
        assert not [text for text in (said["name"], said["number"], number) if text in urls]
        # Anybody who has the slip follows it.
        answer = requests.post(world.server.address + "/v1/personal/status-questions", json={"code": code}, timeout=60)
        assert answer.status_code == 200 and answer.json()["stage"] == "in-review", answer.text
        # And it went the one way: once more the card is not free.
        desk.page.emulate_media(media="screen")
        desk.begin(number)
        assert desk.page.locator("[name=noticeVersion]").count() == 0 and desk.alert()


def test_the_cards_page_leads_to_the_counter_with_the_card(world, chromium, number):
    with Counter(chromium, world.server, world.hall_clerk, language="en") as desk:
        desk.page.fill("#numbers", number)
        desk.page.press("#numbers", "Enter")
        desk.page.wait_for_url(re.compile("/console/cards/card_"))
        desk.page.click("main a[href^='/console/counter?card=card_']")
        assert number not in desk.page.url and desk.page.input_value("#card") == number
        assert desk.page.locator("#consent-privacy").count() == 1
        # From the overview as well.
        desk.go("/console")
        desk.page.click("main a[href='/console/counter']")
        assert desk.path == "/console/counter" and desk.page.evaluate("document.activeElement.id") == "card"


def test_a_reader_of_documents_types_field_by_field(world, chromium, number, person):
    _, said = person
    with Counter(chromium, world.server, world.hall_clerk, language="en") as desk:
        desk.begin(number)
        desk.page.focus("#holder-name")
        for text in ("欧阳\U00020BB7·知夏", said["number"], said["address"], "20160701", "20360701"):
            desk.page.keyboard.insert_text(text)
            desk.page.keyboard.press("Enter")
        assert desk.path == "/console/counter" and desk.page.locator("#holder-documentNumber-faults").count() == 0
        desk.check()
        assert desk.page.input_value("#holder-name") == "欧阳\U00020BB7·知夏"
        assert (desk.page.input_value("#holder-validFrom"), desk.page.input_value("#holder-validUntil")) == ("2016-07-01", "2036-07-01")


def test_what_a_picture_says_fills_what_nobody_typed(world, chromium, number, person):
    pictures, said = person
    with Counter(chromium, world.server, world.hall_clerk, language="en") as desk:
        desk.begin(number)
        desk.consent()
        desk.page.fill("#holder-address", "typed by hand")
        desk.hand("holder-id-front", pictures["holder-id-front"])
        assert desk.page.input_value("#holder-documentNumber") == said["number"]
        assert desk.page.input_value("#holder-address") == "typed by hand"
        assert "Read from the picture" in desk.text
        assert desk.page.evaluate("document.activeElement.id") == "holder-id-front"
        # Taken away, it is gone; what it said stays for whoever compares.
        with desk.answered():
            desk.page.click("#holder-id-front button[value=remove-holder-id-front]")
        assert not desk.has("holder-id-front") and desk.page.input_value("#holder-documentNumber") == said["number"]


def test_what_a_wrong_picture_said_goes_with_it_and_what_was_typed_stays(world, chromium, number, person):
    pictures, said = person
    wrong, mistaken = document(next(PEOPLE))
    with Counter(chromium, world.server, world.hall_clerk, language="en") as desk:
        desk.begin(number)
        desk.consent()
        desk.page.fill("#holder-address", "typed by hand")
        desk.hand("holder-id-front", wrong["holder-id-front"])
        assert desk.page.input_value("#holder-documentNumber") == mistaken["number"]
        # Looked at once more, it is still what the picture said.
        desk.check()
        assert "Read from the picture" in desk.text
        desk.hand("holder-id-front", pictures["holder-id-front"])
        assert desk.page.input_value("#holder-documentNumber") == said["number"]
        assert desk.page.input_value("#holder-address") == "typed by hand"
        # Corrected by hand it is nobody's but the clerk's.
        desk.page.fill("#holder-documentNumber", "11010119900101123X")
        desk.hand("holder-id-front", wrong["holder-id-front"])
        assert desk.page.input_value("#holder-documentNumber") == "11010119900101123X"


def test_a_picture_of_little_use_says_what_helps_and_is_taken_on_purpose(world, chromium, number, person):
    pictures, said = person
    dull = jpeg(face_in_room(7).resize((60, 45)))
    with Counter(chromium, world.server, world.hall_clerk, language="en") as desk:
        desk.begin(number)
        desk.fill(said)
        desk.hand("holder-id-front", pictures["holder-id-front"])
        assert "notice" in desk.alert() and not desk.has("holder-id-front"), "nothing is photographed before consent"
        assert_kept(desk, said)
        desk.consent()
        desk.hand("holder-id-front", dull)
        assert not desk.has("holder-id-front") and desk.page.locator("#holder-id-front .fault").count() >= 1, desk.text
        desk.alert()
        assert_kept(desk, said)
        desk.picture("counter-refused-picture")
        desk.page.check("[name=insist-holder-id-front]")
        desk.hand("holder-id-front", dull)
        assert desk.has("holder-id-front")
        for bytes, name in ((b"MZ\x90\x00 no picture", "virus.exe"), (b"<html><script>alert(1)</script>", "page.pdf")):
            desk.hand("holder-id-back", bytes, name=name, media="application/octet-stream")
            assert not desk.has("holder-id-back") and desk.alert()
        assert_kept(desk, said)


@pytest.mark.parametrize("scripts", [True, False])
def test_pictures_too_large_are_refused_at_their_place_and_nothing_typed_is_lost(world, chromium, number, person, scripts):
    pictures, said = person
    with Counter(chromium, world.server, world.hall_clerk, language="en", scripts=scripts) as desk:
        desk.begin(number)
        desk.consent()
        desk.fill(said)
        desk.hand("holder-id-front", pictures["holder-id-front"])
        desk.hand("holder-id-back", b"\xff\xd8\xff\xe0" + b"\x00" * (11 << 20))
        assert "larger than 10 MB" in desk.alert() and "larger than 10 MB" in desk.page.inner_text("#holder-id-back")
        assert desk.has("holder-id-front") and not desk.has("holder-id-back")
        assert_kept(desk, said)
        assert desk.page.is_checked("#consent-privacy") and desk.page.input_value("#card") == number


def test_what_is_missing_is_told_item_by_item_with_the_way_to_it(world, chromium, number):
    with Counter(chromium, world.server, world.hall_clerk, language="en") as desk:
        desk.begin(number)
        desk.page.fill("#holder-name", "欧阳青禾")
        desk.page.fill("#holder-documentNumber", "11010119900101123X")
        desk.hand_in()
        told = desk.alert()
        for word in ("Holder: Document number", "Holder, on site", "privacy notice", "Legal notice"):
            assert word in told, (word, told)
        assert desk.page.input_value("#holder-documentNumber") == "11010119900101123X"
        assert desk.page.locator("#holder-documentNumber-faults").count() == 1
        for link in desk.page.locator("[role=alert] li > a:first-child").all():
            target = link.get_attribute("href")
            if target.startswith("#"):
                assert desk.page.locator(target).count() == 1, target
        desk.page.click("[role=alert] a[href='#holder-documentNumber']")
        assert desk.page.evaluate("document.activeElement.id") == "holder-documentNumber"
        desk.picture("counter-missing")


def test_an_expired_document_is_no_document(world, chromium, number):
    pictures, said = document(next(PEOPLE))
    with Counter(chromium, world.server, world.hall_clerk, language="zh") as desk:
        desk.begin(number)
        desk.consent()
        desk.accept()
        desk.fill(said, validFrom="2009-01-31", validUntil="2019-01-31")
        desk.papers(pictures)
        assert desk.page.locator("#holder-validUntil-faults").count() == 1
        desk.hand_in()
        assert desk.page.inner_text("#holder-validUntil-faults").count("✕") == 1
        assert "有效期止" in desk.alert() and all(desk.has(slot) for slot in SLOTS)
        assert_kept(desk, said)
        # Mended, it goes through.
        desk.fill(said)
        desk.hand_in()
        assert desk.path.startswith("/console/counter/"), desk.text


def test_a_child_is_registered_by_a_guardian_only(world, chromium, number):
    pictures, said = document(next(PEOPLE))
    papers, guardian = document(next(PEOPLE))
    today = datetime.date.today()
    born = datetime.date(today.year - 8, 1, 31)
    child = said | {"number": identity_number(NOBODYS_AREAS[0], born, next(PEOPLE)), "validFrom": f"{today.year - 2}-02-01", "validUntil": f"{today.year + 3}-02-01"}
    with Counter(chromium, world.server, world.hall_clerk, language="en") as desk:
        desk.begin(number)
        desk.consent()
        desk.accept()
        desk.fill(child)
        desk.hand("holder-id-front", pictures["holder-id-front"])
        assert "guardian" in desk.alert() and not desk.has("holder-id-front"), "no picture of a child before the guardian consented"
        assert desk.page.locator("#consent-guardian").count() == 1
        desk.hand_in()
        assert "Guardian" in desk.alert()
        assert_kept(desk, child)
        desk.picture("counter-child")
        desk.consent("guardian")
        desk.fill(guardian, key="guardian")
        desk.papers(pictures)
        for slot, side in (("guardian-id-front", SLOTS[0]), ("guardian-id-back", SLOTS[1])):
            desk.hand(slot, papers[side])
        desk.hand_in()
        assert desk.path.startswith("/console/counter/"), desk.text
        for text in (child["number"], guardian["number"], guardian["name"]):
            assert text not in desk.page.content()


def test_another_subtrees_card_is_not_there_and_one_in_use_says_so(world, chromium, person):
    _, said = person
    with Counter(chromium, world.server, world.hall_clerk, language="en") as desk:
        for wrong in (iccid(SELLERS), "89860000000000000000", "no card", "<script>alert(1)</script>"):
            desk.begin(wrong)
            assert "No card of yours" in desk.alert(), wrong
            assert desk.page.locator("[name=noticeVersion]").count() == 0 and desk.page.locator("main script").count() == 0
        # Typed in vain nothing is lost: the card is another, the person stays.
        desk.begin(iccid(next(CARDS)))
        desk.fill(said)
        desk.page.fill("#card", iccid(SELLERS))
        desk.hand_in()
        assert "No card of yours" in desk.alert()
        assert_kept(desk, said)


def test_whoever_has_as_many_cards_as_one_may_is_told_before_anything_is_photographed(world, chromium):
    policy = {"rules": [{"methods": ["document-data", "document-photos"], "reasonEn": "Demanded by a test.", "reasonZh": "测试要求。"}],
              "approval": "reviewer", "cardsPerPerson": {"wearable": 1}, "attemptsMax": 3}
    world.administrator.must("setVerificationPolicy", {"organisation": world.company}, json={"policy": policy, "after": 0})
    pictures, said = document(next(PEOPLE))
    try:
        with Counter(chromium, world.server, world.hall_clerk, language="en") as desk:
            for place in range(2):
                desk.begin(iccid(next(CARDS)))
                desk.consent()
                desk.accept()
                desk.fill(said)
                desk.check()
                full = desk.page.locator("#quota.bad").count()
                assert full == place, desk.page.inner_text("#quota")
                if not full:
                    desk.papers(pictures)
                    desk.hand_in()
                    assert desk.path.startswith("/console/counter/"), desk.text
            assert "1 of at most 1" in desk.page.inner_text("#quota") and "comes free" in desk.page.inner_text("#quota")
            desk.picture("counter-full")
            # Of somebody else's number with another name nothing is told.
            desk.page.fill("#holder-name", "诸葛望舒")
            desk.check()
            assert "0 of at most 1" in desk.page.inner_text("#quota")
            desk.page.fill("#holder-name", said["name"])
            desk.papers({slot: jpeg(face_in_room(seed)) if slot == SLOTS[2] else picture
                         for seed, (slot, picture) in enumerate(document(next(PEOPLE))[0].items())})
            desk.hand_in()
            assert "as many cards" in desk.alert()
            assert_kept(desk, said)
    finally:
        floor = policy | {"cardsPerPerson": {"wearable": 10}}
        world.administrator.must("setVerificationPolicy", {"organisation": world.company}, json={"policy": floor, "after": 1})


def test_a_form_that_is_not_of_this_page_does_nothing_and_loses_nothing(world, chromium, number, person):
    _, said = person
    with Counter(chromium, world.server, world.hall_clerk, language="en") as desk:
        desk.begin(number)
        desk.consent()
        desk.fill(said)
        desk.page.evaluate("document.querySelectorAll('[name=form]').forEach(field => field.value = 'forged')")
        desk.hand_in()
        assert "not from this page" in desk.alert() and desk.path == "/console/counter"
        assert_kept(desk, said)
        assert desk.page.locator("#quota").count() == 0, "nothing is asked of the store"
        # The page's own form works again.
        desk.check()
        assert desk.page.locator("[role=alert]").count() == 0 and desk.page.locator("#quota").count() == 1
        assert desk.page.is_checked("#consent-privacy") and desk.page.is_checked("#consent-sensitive-data")
    # Another site's form is refused before it is read.
    web = Web(world, world.hall_clerk)
    answer = web.session.post(web.address + "/console/counter", data={"form": web.token(), "card": number}, headers={"Sec-Fetch-Site": "cross-site"}, timeout=60)
    assert answer.status_code == 403 and number not in answer.text


def test_whoever_may_not_is_offered_nothing_and_gets_nothing(world, chromium, number):
    with Desk(chromium, world.server, world.auditor, language="en") as desk:
        assert desk.page.locator("a[href='/console/counter']").count() == 0
        assert desk.go("/console/counter").status == 403
    for caller in (world.auditor, world.reviewer):
        web = Web(world, caller)
        assert web.form("/console/counter", card=number, act="check").status_code == 403
        assert web.form("/console/counter", card=number, act="hand-in").status_code == 403
    assert requests.get(world.server.address + "/console/counter", timeout=60, allow_redirects=False).status_code == 303


def test_hostile_text_is_text(world, number):
    web = Web(world, world.hall_clerk)
    texts = ["<script>alert(1)</script>", "\"'><img src=x onerror=alert(1)>", "{{w.home.title}}{{{body}}}", "欧" * 3_000, "\u202e\u0000x"]
    for text in texts:
        for act in ("check", "hand-in", f"remove-{text}", text):
            fields = {name: text for name in ("holder-name", "holder-documentNumber", "holder-documentType", "guardian-name", "holder-validUntil",
                                              "piece-holder-id-front", "piece-face-capture", "noticeVersion", "channel", "reads", "owner", "case", "caseVersion", "read-holder-name")}
            answer = web.form("/console/counter", card=number, act=act, **fields)
            assert answer.status_code < 500 and "<script>alert" not in answer.text and "<img" not in answer.text, (text, act)
    # Another's picture, or a face, is no evidence here.
    theirs = world.upload("holder-id-front")
    answer = web.form("/console/counter", card=number, act="check", **{"piece-holder-id-front": theirs, "piece-face-capture": theirs, "holder-name": "x"})
    assert theirs not in answer.text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_page_of_the_counter_shuts_anybody_out(world, chromium, number, person, language):
    pictures, said = person
    found = []
    with Counter(chromium, world.server, world.hall_clerk, language) as desk:
        desk.go("/console/counter")
        found += faults_in_any_look(desk, "/counter-empty")
        desk.begin(number)
        found += faults_in_any_look(desk, "/counter-begun")
        desk.consent()
        desk.fill(said, validUntil="2019-01-31")
        desk.open("guardian")
        desk.hand("holder-id-back", pictures["holder-id-back"])
        desk.hand("holder-id-front", b"no picture")
        desk.hand_in()
        desk.alert()
        found += faults_in_any_look(desk, "/counter-refused")
        weight = len(desk.page.content().encode())
        assert weight < 200 << 10, weight
    assert not found, found


def sign_in_again(desk, caller, **wrong):
    for name, text in (caller.credentials() | wrong).items():
        desk.page.fill(f"#{name}", text)
    with desk.answered():
        desk.page.click("main button.main")


@pytest.mark.parametrize("scripts", [True, False])
def test_what_was_typed_while_the_sign_in_ended_stands_there_again(world, chromium, number, person, scripts):
    pictures, said = person
    with Counter(chromium, world.server, world.hall_clerk, language="en", scripts=scripts) as desk:
        desk.begin(number)
        desk.consent()
        desk.accept()
        desk.fill(said)
        desk.hand("holder-id-front", pictures["holder-id-front"])
        desk.page.fill("#holder-address", said["address"] + " 2")
        # As when its time is over: the browser drops its tokens.
        for name in ("shiming-staff", "shiming-staff-refresh"):
            desk.context.clear_cookies(name=name)
        desk.hand_in()
        assert "comes back once you have signed in" in desk.text and said["name"] not in desk.page.content()
        desk.picture("counter-sign-in-ended")
        sign_in_again(desk, world.hall_clerk, password="falsch")
        assert desk.alert() and "comes back once you have signed in" in desk.text
        sign_in_again(desk, world.hall_clerk)
        assert_kept(desk, said | {"address": said["address"] + " 2"})
        assert desk.page.input_value("#card") == number and desk.has("holder-id-front")
        assert desk.page.is_checked("#consent-privacy") and desk.page.is_checked("#noticeAccepted")
        urls = " ".join(desk.requested) + json.dumps(desk.context.cookies())
        assert not [text for text in (said["name"], said["number"], said["address"]) if text in urls]
        # Nothing was handed in meanwhile, and now it is.
        desk.papers({slot: pictures[slot] for slot in SLOTS[1:]})
        desk.hand_in()
        assert re.fullmatch(r"/console/counter/[0-9a-f-]{36}", desk.path), desk.text


def test_what_one_typed_comes_back_to_nobody_else(world, chromium, number, person):
    _, said = person
    with Counter(chromium, world.server, world.hall_clerk, language="en") as desk:
        desk.begin(number)
        desk.fill(said)
        for name in ("shiming-staff", "shiming-staff-refresh"):
            desk.context.clear_cookies(name=name)
        desk.check()
        kept = desk.page.input_value("[name=kept]")
        sign_in_again(desk, world.clerk)
        assert desk.path == "/console" and said["number"] not in desk.page.content()
    # A form that nobody was given keeps nothing, however large.
    for owner in ("", "AAAA", kept[:-8] + "AAAAAAAA"):
        answer = requests.post(world.server.address + "/console/counter", files={"owner": (None, owner), "holder-name": (None, said["name"])},
                               timeout=60, allow_redirects=False)
        assert answer.status_code == 303 and answer.headers["Location"] == "/console/sign-in", answer.text


@pytest.mark.parametrize("language, scheme, size", [("en", "light", DESK), ("zh", "dark", PHONE)])
def test_what_is_sent_back_is_mended_at_the_counter(world, chromium, number, language, scheme, size):
    pictures, said = document(next(PEOPLE))
    with Counter(chromium, world.server, world.hall_clerk, language, scheme=scheme, size=size) as desk:
        desk.begin(number)
        desk.consent()
        desk.accept()
        desk.fill(said)
        desk.papers(pictures)
        desk.hand_in()
        application = desk.path.rsplit("/", 1)[1]
        code = re.search(r"SM-\w+", desk.page.inner_text(".slip")).group()
        seen = world.reviewer.must("readApplication", {"application": application})
        world.reviewer.must("decideApplication", {"application": application}, version=seen.headers["ETag"], json={
            "verdict": "send-back", "reasons": [{"pointer": "/holder/address", "code": "does-not-match"}], "note": "第二行不清楚"})
        # From the list of what was sent back, the case and the registration one comes to the counter, not to a unit's steps.
        desk.go("/console/drafts?state=sent-back")
        desk.page.click(f"main a:has-text('{code}')")
        assert desk.path == "/console/counter" and code in desk.text and "第二行不清楚" in desk.text, desk.text
        desk.go(f"/console/drafts/{application}")
        assert desk.path == "/console/counter"
        page = desk.page.content()
        assert said["number"] not in page and said["address"] not in page and all(desk.has(slot) for slot in SLOTS)
        assert desk.page.input_value("#card") == number and desk.page.is_checked("#consent-privacy")
        desk.picture("counter-sent-back")
        assert not faults(desk, "/counter-sent-back")
        desk.page.click(".panel.bad a[href='#holder-address']")
        assert desk.page.evaluate("document.activeElement.id") == "holder-address"
        desk.page.fill("#holder-address", said["address"] + "之二")
        desk.check()
        assert desk.page.locator(".decide .lacking").count() == 0, desk.text
        desk.hand_in()
        assert desk.path == f"/console/counter/{application}", desk.text
        revealed = world.reviewer.must("revealApplication", {"application": application}, json={"purpose": "Complaint 2026-119"}).json()
        holder = revealed["content"]["holder"]
        assert (holder["address"], holder["documentNumber"], holder["name"]) == (said["address"] + "之二", said["number"], said["name"])
        # Handed in, it is nobody's to mend.
        desk.go(f"/console/counter?case={application}")
        assert desk.path == f"/console/applications/{application}", desk.path
        for wrong in ("x", "0197b7a2-5d0c-7c3e-9a41-3f6a1c2b4d5e"):
            assert desk.go(f"/console/counter?case={wrong}").status == 404


def sent_back(world, application):
    seen = world.reviewer.must("readApplication", {"application": application})
    world.reviewer.must("decideApplication", {"application": application}, version=seen.headers["ETag"], json={
        "verdict": "send-back", "reasons": [{"pointer": "/holder/documentNumber", "code": "does-not-match"}]})


@pytest.mark.parametrize("language, scheme, size", [("en", "light", DESK), ("zh", "dark", PHONE)])
def test_a_mistyped_number_is_corrected_and_the_clerk_is_asked_whose_it_is(world, chromium, number, language, scheme, size):
    pictures, said = document(next(PEOPLE))
    mistyped = said | {"number": identity_number(NOBODYS_AREAS[0], datetime.date(1988, 3, 4), next(PEOPLE))}
    with Counter(chromium, world.server, world.hall_clerk, language, scheme=scheme, size=size) as desk:
        desk.begin(number)
        desk.consent()
        desk.accept()
        desk.fill(mistyped)
        desk.papers(pictures)
        desk.hand_in()
        application = desk.path.rsplit("/", 1)[1]
        sent_back(world, application)
        desk.go(f"/console/counter?case={application}")
        desk.page.fill("#holder-documentNumber", said["number"])
        desk.check()
        # Nothing goes, and nothing is taken, before it is said who he is.
        corrected, another = desk.page.locator("#person-holder-corrected"), desk.page.locator("#person-holder-another")
        assert not corrected.is_checked() and not another.is_checked(), desk.text
        assert all(desk.has(slot) for slot in SLOTS) and desk.page.is_checked("#consent-privacy"), desk.text
        desk.picture("counter-whose-document")
        assert not faults(desk, "/counter-whose-document")
        # A file chosen meanwhile is not taken, and does not disappear without a word.
        desk.hand(SLOTS[0], pictures[SLOTS[0]])
        assert SLOTS[0] in desk.page.eval_on_selector_all("[role=alert] a", "all => all.map(one => one.hash.slice(1))"), desk.text
        assert desk.page.locator(f"#{SLOTS[0]} .fault").count() == 1 and desk.page.locator(f"#{SLOTS[1]} .fault").count() == 0, desk.text
        assert all(desk.has(slot) for slot in SLOTS) and desk.page.locator("[data-focus]").count() == 1, desk.text
        desk.hand_in()
        assert desk.path == "/console/counter" and desk.page.locator("[role=alert]").count() == 1, desk.text
        another.check()
        desk.check()
        assert not any(desk.has(slot) for slot in SLOTS) and not desk.page.is_checked("#consent-privacy"), desk.text
        # Opened again: the number is mended, and the same person's pictures stand.
        desk.go(f"/console/counter?case={application}")
        desk.page.fill("#holder-documentNumber", said["number"])
        desk.check()
        corrected.check()
        desk.check()
        assert all(desk.has(slot) for slot in SLOTS) and desk.page.is_checked("#consent-privacy") and corrected.is_checked(), desk.text
        desk.accept()
        desk.hand_in()
        assert desk.path == f"/console/counter/{application}", desk.text
    seen = world.reviewer.must("readApplication", {"application": application}).json()
    assert "person-corrected" in [check["code"] for check in seen["checks"]], seen["checks"]
    revealed = world.reviewer.must("revealApplication", {"application": application}, json={"purpose": "Complaint 2026-120"}).json()
    assert revealed["content"]["holder"]["documentNumber"] == said["number"]


def facts(said, **more):
    return {"name": said["name"], "documentType": "resident-id", "documentNumber": said["number"], "address": said["address"],
            "contact": "13800138000", "validFrom": said["validFrom"], "validUntil": said["validUntil"] or "长期"} | more


def test_over_the_api_nobody_says_himself_that_the_holder_is_no_child(world, number):
    pictures, said = document(next(PEOPLE))
    today = datetime.date.today()
    born = datetime.date(today.year - 8, 1, 31)
    child = facts(said, documentNumber=identity_number(NOBODYS_AREAS[0], born, next(PEOPLE)),
                  validFrom=f"{today.year - 2}-02-01", validUntil=f"{today.year + 3}-02-01")
    clerk = world.hall_clerk

    def examine(holder=None, by=clerk):
        return by.must("examineInPerson", json={"card": number} | ({"holder": holder} if holder else {})).json()

    def photograph(consents="privacy,sensitive-data", by=clerk, **query):
        query = {"slot": "holder-on-site-photo", "consents": consents, "noticeVersion": notice} | query
        return by.ask("takeInPerson", query=query, data=pictures["holder-on-site-photo"], type="image/jpeg")

    notice = examine()["noticeVersion"]
    # The word of whoever asks counts for nothing, and what he makes up for less.
    refused = photograph(holderAge="fourteen-or-older")
    assert refused.status_code in (400, 409) and not refused.ok, refused.text
    assert photograph().json()["code"] == "age-unknown"
    assert photograph(examined=examine()["examined"]).json()["code"] == "age-unknown"
    assert photograph(examined="fourteen-or-older").json()["code"] == "examination-unknown"
    seen = examine(child)
    assert seen["holderAge"] == "under-14" and "guardian" in [one["kind"] for one in seen["notices"]]
    assert photograph(examined=seen["examined"]).json()["code"] == "guardian-consent-needed"
    assert child["documentNumber"] not in json.dumps(seen)
    assert photograph("privacy,sensitive-data,guardian", examined=seen["examined"]).status_code == 201
    # Another's examination is not his.
    assert photograph("privacy,sensitive-data,guardian", by=world.clerk, examined=seen["examined"]).json()["code"] == "examination-unknown"
    # Whose another document is, is said of a case that was sent back only.
    unsaid = clerk.ask("examineInPerson", json={"card": number, "persons": {"holder": "corrected"}})
    assert unsaid.json()["code"] == "fields-invalid", unsaid.text
    assert [(one["code"], one["pointer"]) for one in unsaid.json()["errors"]] == [("persons-without-case", "/persons")], unsaid.text
    grown = examine(facts(said))
    assert grown["holderAge"] == "fourteen-or-older"
    assert photograph(examined=grown["examined"]).status_code == 201

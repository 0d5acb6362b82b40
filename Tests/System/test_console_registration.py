"""The console where a unit's cards are registered: step by step up to a decision, what is missing or wrong item by item, and the unit's page."""
import datetime
import re

import pytest
from console_clerk import HALL_SLOTS, Clerk, decide
from console_desk import DESK, Desk, in_every_look, place
from console_operation import faults
from personal_page import CHROMIUM, PHONE, browser
from playwright.sync_api import sync_playwright
from qr_reading import text_of
from shiming_server import BATCH, BIN, HANDLER, RESPONSIBLE, SLOTS, SUCCESSOR, UNIT, World, card_file, iccid, serving

pytestmark = [
    pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program"),
    pytest.mark.skipif(not CHROMIUM, reason="there is no chromium"),
]
PERSONAL = [text for person in (HANDLER, RESPONSIBLE) for text in (person["name"], person["documentNumber"], person["contact"])]


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("registration"), settings=("rate-open-requests=100000", "rate-requests=1000000")) as server:
        world = World(server, ["clerk", "reviewer", "hall_clerk", "other_clerk", "auditor"])
        world.take_in(card_file(range(60)))
        world.allocate()
        world.take_in(card_file(range(100, 110)), batch="OTHER-1")
        world.allocate(to=world.other_agent, batch="OTHER-1")
        world.take_in(card_file(range(200, 220)), batch="HALL-1")
        world.allocate(to=world.hall, batch="HALL-1")
        yield world


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as player, browser(player) as running:
        yield running


@in_every_look
@pytest.mark.parametrize("who, first", [("clerk", 0), ("hall_clerk", 200)], ids=["agent", "hall"])
def test_a_units_cards_are_registered_step_by_step_up_to_their_effect(world, chromium, who, first, language, size):
    first += 3 * place(language, size)
    numbers = [iccid(number) for number in range(first, first + 3)]
    # One of them without scripts.
    scripts = (who, language, size) != ("hall_clerk", "en", DESK)
    with Clerk(chromium, world.server, getattr(world, who), language=language, scripts=scripts, size=size) as desk:
        desk.begin()
        desk.unit()
        assert desk.path.endswith("/handler"), desk.text
        desk.handler()
        desk.responsible()
        desk.use(has_device=who == "clerk")
        assert desk.path.endswith("/cards"), desk.text
        desk.cards(numbers)
        slots = SLOTS if who == "clerk" else HALL_SLOTS
        desk.papers(world, slots)
        # What one attached oneself one looks at, marked, until it is handed in.
        looks = [desk.address + link.get_attribute("href") for link in desk.page.locator(".pieces a[target]").all()]
        assert len(looks) == len(slots)
        assert desk.page.request.get(looks[0]).headers["content-type"] in ("image/jpeg", "application/pdf")
        desk.picture("papers")
        desk.step("")
        assert desk.page.locator(".decide .lacking").count() == 0, desk.text
        # What was entered is seen once more, of persons masked.
        assert "cold-chain" in desk.text and HANDLER["name"] not in desk.text
        desk.picture("complete-draft")
        code = re.search(r"SM-\w+", desk.text).group()
        desk.submit()
        assert desk.path.startswith("/console/registrations/") and code in desk.text, desk.text
        assert desk.page.request.get(looks[0]).status == 409
        registration = desk.path
        urls = " ".join(desk.requested)
        assert not [text for text in PERSONAL if text in urls]
        decide(world, chromium, code, language)
        desk.go(registration)
        for number in numbers:
            assert number in desk.text
        assert UNIT["name"] in desk.text and HANDLER["name"] not in desk.text and HANDLER["documentNumber"] not in desk.page.content()
        desk.picture("registration")
        desk.page.click("main dl.facts a[href*='/units/']")
        assert UNIT["name"] in desk.text and code in desk.text
        desk.picture("unit")
    assert world.answer(first)["standing"] == "registered"


def test_a_draft_is_left_and_resumed_by_a_colleague_and_persons_stay_masked(world, chromium):
    with Clerk(chromium, world.server, world.clerk, language="en") as desk:
        desk.begin()
        desk.unit()
        desk.handler()
        desk.go("/console/drafts")
        code = desk.page.inner_text("table.rows tbody tr:first-child a")
        assert UNIT["name"] in desk.page.inner_text("table.rows tbody tr:first-child")
        desk.picture("drafts")
        desk.page.click(f"text={code}")
        desk.step("handler")
        shown = desk.page.input_value("#handler-documentNumber")
        assert "*" in shown and desk.page.input_value("#handler-name") == "欧**"
        assert not [text for text in PERSONAL if text in desk.page.content()]
        # Saved as it is shown, it stays as it was.
        desk.page.fill("#handler-contact", "13500135000")
        desk.page.click("main form button[value=stay]")
        assert desk.page.locator(".fault").count() == 0, desk.text
        content = world.clerk.must("readApplication", {"application": desk.draft.split("/")[-1]}).json()["content"]
        assert content["handler"]["name"] == "欧**" and content["handler"]["contact"] == "135****5000"
        desk.picture("handler")


def test_two_who_save_at_once_lose_nothing(world, chromium):
    with Clerk(chromium, world.server, world.clerk, language="en") as one, Clerk(chromium, world.server, world.clerk, language="en") as two:
        one.begin()
        two.draft = one.draft
        two.step("unit")
        one.unit()
        two.page.fill("#unit-name", "另一人填写的单位")
        two.page.click("main form button[value=stay]")
        assert "changed" in two.alert()
        assert two.page.input_value("#unit-name") == "另一人填写的单位" and UNIT["name"] in two.text
        two.picture("conflict")
        two.page.click("main form button[value=stay]")
        assert two.page.locator("[role=alert]").count() == 0 and two.page.input_value("#unit-name") == "另一人填写的单位"
        # Papers go in beside whoever saves a form.
        one.step("unit")
        two.papers(world, {"unit-document": "pdf"})
        one.page.fill("#unit-name", UNIT["name"])
        one.page.click("main form button[value=stay]")
        assert "changed" in one.alert()


def test_a_step_saves_itself_and_writes_over_nobody(world, chromium):
    with Clerk(chromium, world.server, world.clerk, language="en") as one, Clerk(chromium, world.server, world.clerk, language="en") as two:
        one.begin()
        two.draft = one.draft
        for desk in (one, two):
            desk.step("unit")
        def kept(desk):
            desk.page.locator("[data-kept]:not(:empty)").wait_for()
            return desk.page.inner_text("[data-kept]")
        def stored():
            return world.clerk.must("readApplication", {"application": one.draft.split("/")[-1]}).json()["content"]["unit"]["name"]
        one.page.fill("#unit-name", UNIT["name"])
        assert "Saved" in kept(one) and stored() == UNIT["name"]
        two.page.fill("#unit-name", "另一人填写的单位")
        assert "Somebody else" in kept(two) and stored() == UNIT["name"]
        assert two.page.input_value("#unit-name") == "另一人填写的单位"
        # Whoever was first goes on with what his page knows; the other decides between both.
        one.page.fill("#unit-address", UNIT["address"])
        one.page.click("main form button[value=stay]")
        assert one.page.locator("[role=alert]").count() == 0, one.text
        two.page.click("main form button[value=stay]")
        assert "changed" in two.alert() and UNIT["name"] in two.text and two.page.locator("[data-keep]").count() == 0


def test_what_would_end_the_links_of_others_is_never_saved_by_itself(world, chromium):
    with Clerk(chromium, world.server, world.clerk, language="en") as desk:
        desk.begin()
        desk.party("unit", UNIT)
        desk.page.click("main form button[value=stay]")
        application = {"application": desk.draft.split("/")[-1]}
        world.clerk.must("issuePartLink", application, json={"role": "handler"})
        desk.step("unit")
        # Somebody stops in the midst of a word.
        desk.page.fill("#unit-name", UNIT["name"][:2])
        desk.page.locator("[data-kept]:not(:empty)").wait_for()
        assert "Press Save" in desk.page.inner_text("[data-kept]"), desk.text
        assert world.clerk.must("readApplication", application).json()["content"]["unit"]["name"] == UNIT["name"]
        link, = world.clerk.must("listPartLinks", application).json()["items"]
        assert link["standing"] == "open"
        # Who presses the button means it.
        desk.page.click("main form button[value=stay]")
        link, = world.clerk.must("listPartLinks", application).json()["items"]
        assert link["standing"] == "revoked", link


def test_handing_in_with_things_missing_says_each_with_its_rule_and_its_step(world, chromium):
    with Clerk(chromium, world.server, world.clerk, language="en") as desk:
        desk.begin()
        desk.party("unit", UNIT | {"documentNumber": "91110000MA00000078"})
        desk.page.click("main form button[value=stay]")
        assert desk.page.locator("#unit-documentNumber-faults").count() == 1, desk.text
        desk.picture("unit-fault")
        desk.submit()
        said = desk.alert()
        assert "field" in said, said
        rows = desk.page.locator("table.loose tbody tr")
        assert rows.count() > 15 and desk.page.locator("table.loose tbody td:last-child a").count() == rows.count()
        assert desk.page.locator("table.loose tbody td a.rule").count() >= rows.count()
        assert desk.page.locator("table.loose tbody td.lacking").count() == rows.count(), desk.text
        assert "check character" in desk.text
        desk.picture("incomplete-draft")
        application = desk.draft.split("/")[-1]
        assert world.clerk.must("readApplication", {"application": application}).json()["state"] == "draft"


def test_cards_of_others_registered_or_cancelled_are_told_card_by_card(world, chromium):
    world.register(cards={"numbers": [iccid(40)]})
    with Clerk(chromium, world.server, world.clerk, language="en") as desk:
        desk.begin()
        desk.cards([iccid(100), iccid(41), iccid(41), "89860000000000000000"])
        assert "1 cards chosen" in desk.page.inner_text("[role=status]")
        assert iccid(100) in desk.page.inner_text("[role=status]"), "another agent's card is none of ours"
        assert iccid(100) not in desk.page.url
        desk.cards([iccid(40), iccid(41)])
        desk.page.click("main details summary")
        assert iccid(40) in desk.text and iccid(41) in desk.text and "already" in desk.text
        desk.picture("cards-left-out")
        desk.cards([iccid(40)])
        desk.step("unit")
        desk.unit()
        desk.handler()
        desk.responsible()
        desk.use()
        desk.papers(world)
        desk.submit()
        assert "None of the selected cards" in desk.alert() and "already" in desk.text
        desk.step("cards")
        desk.page.fill("#batch", BATCH)
        desk.page.fill("#list", iccid(41))
        desk.page.click("main form button.main")
        assert "one way" in desk.alert() and desk.page.input_value("#list") == iccid(41)


@pytest.mark.parametrize("bytes, name", [(b"MZ\x90\x00 no picture", "virus.exe"), (b"<html><script>alert(1)</script>", "page.pdf"), (b"", "empty.png")])
def test_what_is_no_picture_or_paper_is_not_taken(world, chromium, bytes, name):
    with Clerk(chromium, world.server, world.clerk, language="en") as desk:
        desk.begin()
        desk.step("evidence")
        desk.hand("unit-document", bytes, name=name)
        desk.alert()
        assert desk.page.locator("#unit-document .pieces li").count() == 0


def test_a_photo_somewhat_too_large_is_refused_where_it_was_chosen(world, chromium):
    with Clerk(chromium, world.server, world.clerk, language="en") as desk:
        desk.begin()
        desk.step("evidence")
        desk.hand("unit-document", b"\xff\xd8\xff\xe0" + b"\x00" * (12 << 20), name="photo.jpg", media="image/jpeg")
        assert "large" in desk.alert() and desk.path.endswith("/evidence")


def test_what_waits_for_a_reviewer_is_taken_back(world, chromium):
    draft = world.submit(world.begin(cards={"numbers": [iccid(54)]}))
    with Clerk(chromium, world.server, world.clerk, language="en") as desk:
        desk.go(f"/console/registrations/{draft['registration']}")
        assert "waits for a reviewer" in desk.text
        desk.page.click("main details summary")
        desk.page.click("main details button")
        assert desk.path.startswith("/console/registrations/") and "withdrawn" in desk.text, desk.text
    with Desk(chromium, world.server, world.reviewer, language="en") as desk:
        desk.go(f"/console/registrations/{draft['registration']}")
        assert desk.page.locator("main form[action$=discard]").count() == 0


def test_the_code_for_the_phone_leads_to_the_page(world, chromium):
    with Clerk(chromium, world.server, world.clerk, language="en") as desk:
        desk.begin()
        desk.step("evidence")
        desk.page.click(".phone summary")
        side = int(desk.page.get_attribute(".phone rect", "width"))
        dark = [[False] * side for _ in range(side)]
        for column, row, length in re.findall(r"M(\d+) (\d+)h(\d+)", desk.page.get_attribute(".phone path", "d")):
            dark[int(row)][int(column):int(column) + int(length)] = [True] * int(length)
        desk.picture("phone-code")
        assert text_of([row[4:-4] for row in dark[4:-4]]) == desk.page.url


def test_cards_found_by_their_numbers_are_taken_along(world, chromium):
    with Clerk(chromium, world.server, world.clerk, language="en") as desk:
        desk.page.fill("#numbers", "\n".join(iccid(number) for number in (55, 56, 57)))
        desk.page.click(".search button")
        desk.page.click("main form[action='/console/drafts'] button")
        assert desk.path.endswith("/unit"), desk.text
        assert iccid(55) not in desk.page.url and "Cards 3" in desk.text
        # From the page of one card too.
        desk.page.fill("#numbers", iccid(58))
        desk.page.press("#numbers", "Enter")
        desk.page.wait_for_url(re.compile("/console/cards/card_"))
        desk.page.click("main form[action='/console/drafts'] button")
        assert "Cards 1" in desk.text, desk.text


def test_a_paper_is_taken_out_again(world, chromium):
    with Clerk(chromium, world.server, world.clerk, language="en") as desk:
        desk.begin()
        desk.papers(world, {"unit-document": "pdf"})
        desk.picture("papers")
        desk.page.click("#unit-document .pieces button")
        assert desk.page.locator("#unit-document .pieces li").count() == 0, desk.text


@pytest.mark.parametrize("field, text", [
    ("unit-name", "<script>alert(1)</script>"), ("unit-name", "\"'><img src=x onerror=alert(1)>"), ("unit-address", "{{w.home.title}}{{{body}}}"),
    ("unit-documentNumber", "' OR 1=1 --"), ("unit-name", "\u202e\u200b")])
def test_what_hostile_people_type_is_kept_as_text_or_refused(world, chromium, field, text):
    with Clerk(chromium, world.server, world.clerk, language="en") as desk:
        desk.begin()
        desk.page.fill(f"#{field}", text)
        desk.page.click("main form button[value=stay]")
        assert desk.page.input_value(f"#{field}").strip("\u202e\u200b") in (text.strip("\u202e\u200b"), "")
        desk.step("")
        assert desk.page.locator("main script, main img").count() == 0


def test_who_may_not_register_is_offered_nothing_and_gets_nothing(world, chromium):
    draft = world.begin(cards={"numbers": [iccid(50)]})
    with Desk(chromium, world.server, world.auditor, language="en") as desk:
        assert desk.page.locator(".menu a[href='/console/drafts']").count() == 0
        for path in ("/console/drafts", f"/console/drafts/{draft['application']}", f"/console/drafts/{draft['application']}/unit"):
            assert desk.go(path).status == 403, path
    with Desk(chromium, world.server, world.other_clerk, language="en") as desk:
        for path in (f"/console/drafts/{draft['application']}", f"/console/drafts/{draft['application']}/evidence",
                     f"/console/registrations/{draft['registration']}"):
            assert desk.go(path).status == 404, path
        papers = world.clerk.must("readApplication", {"application": draft["application"]}).json()["content"]["evidence"]
        look = f"{desk.address}/console/evidence/{papers['unit-document'][0]}?draft={draft['application']}"
        assert desk.page.request.get(look).status == 404
        desk.go("/console/drafts")
        assert UNIT["name"] not in desk.text


def test_what_was_sent_back_says_why_and_is_handed_in_again(world, chromium):
    draft = world.submit(world.begin(cards={"numbers": [iccid(51)]}))
    world.reviewer.must("lockApplication", {"application": draft["application"]})
    world.decide(draft, ask="must", verdict="send-back", reasons=[{"pointer": "/evidence/unit-document", "code": "unreadable"}], note="请重拍营业执照")
    with Clerk(chromium, world.server, world.clerk, language="zh") as desk:
        desk.page.click("main a[href='/console/drafts?state=sent-back']")
        desk.page.click("table.rows tbody a")
        assert "请重拍营业执照" in desk.text
        desk.picture("sent-back")
        desk.draft = desk.path
        code = re.search(r"SM-\w+", desk.text).group()
        desk.submit()
        assert desk.path.startswith("/console/registrations/"), desk.text
        # What is handed in is no draft any more.
        desk.step("unit")
        assert desk.path.startswith("/console/applications/"), desk.path
    decide(world, chromium, code, "zh")


def test_another_responsible_person_is_handed_in_from_the_registration(world, chromium):
    made = world.register(cards={"numbers": [iccid(52)]})
    with Clerk(chromium, world.server, world.clerk, language="en") as desk:
        desk.go(f"/console/registrations/{made['registration']}")
        desk.page.select_option("#kind", "change-role")
        desk.page.click(".drop button")
        assert "change" in desk.alert() and desk.page.input_value("#kind") == "change-role"
        desk.page.select_option("#role", "responsible-person")
        desk.page.click(".drop button")
        assert desk.path.startswith("/console/drafts/"), desk.text
        desk.draft = desk.path
        assert "Responsible person" in desk.page.inner_text(".steps") and "Cards" not in desk.page.inner_text(".steps")
        desk.step("handler")
        desk.handler()
        desk.party("responsiblePerson", SUCCESSOR)
        desk.on()
        desk.papers(world, {slot: SLOTS[slot] for slot in SLOTS if slot != "unit-document"})
        code = re.search(r"SM-\w+", (desk.step(""), desk.text)[1]).group()
        desk.submit()
        assert desk.path == f"/console/registrations/{made['registration']}", desk.text
        decide(world, chromium, code, "en")
        desk.go(desk.path)
        assert "上**" in desk.text and SUCCESSOR["name"] not in desk.page.content()
        desk.page.click("main details summary")
        assert "司** formerly" in desk.page.inner_text("main details")
        desk.page.click("main dl.facts a[href*='/units/']")
        assert "司** formerly" in desk.text


def test_the_lists_find_a_registration_and_a_unit_and_what_runs_out(world, chromium):
    end = (datetime.date.today() + datetime.timedelta(days=45)).isoformat()
    made = world.register(cards={"numbers": [iccid(53)]}, handler=HANDLER | {"validUntil": end})
    code = world.clerk.must("readRegistration", {"registration": made["registration"]}).json()["code"]
    with Desk(chromium, world.server, world.auditor, language="en") as desk:
        desk.page.click(".menu a[href='/console/registrations']")
        desk.page.fill("#code", code.lower())
        desk.page.press("#code", "Enter")
        own = desk.path
        assert own.startswith("/console/registrations/") and code in desk.text and code.lower() not in desk.page.url.lower()
        desk.go("/console/registrations")
        desk.page.fill("#code", HANDLER["documentNumber"])
        desk.page.press("#code", "Enter")
        assert desk.page.locator(".empty").count() == 1 and HANDLER["documentNumber"] not in desk.page.url
        # The box at the top knows both codes.
        for typed, place in [(code, own), (UNIT["documentNumber"], "/console/units/"), ("SM-NOSUCHCODE", "/console/search")]:
            desk.page.fill("header [name=numbers]", typed)
            desk.page.press("header [name=numbers]", "Enter")
            assert desk.path.startswith(place), (typed, desk.path)
        desk.go("/console/expiries?days=90")
        assert code in desk.text and end in desk.text
        desk.go("/console/units")
        desk.page.fill("#unit", UNIT["name"][:6])
        desk.page.press("#unit", "Enter")
        assert desk.path.startswith("/console/units/"), desk.text
        assert UNIT["documentNumber"] in desk.text and HANDLER["name"] not in desk.page.content()
        desk.go("/console/units")
        desk.page.fill("#unit", "没有这样的单位")
        desk.page.press("#unit", "Enter")
        assert desk.page.locator(".empty").count() == 1 and "没有" not in desk.page.url
        # From a card to its registration.
        desk.go("/console/cards?registered=yes")
        desk.page.click("table.rows tbody a")
        desk.page.click("main a[href*='/registrations/']")
        assert desk.path.startswith("/console/registrations/")


@pytest.mark.parametrize("language, scheme, size", [("zh", "light", DESK), ("en", "dark", PHONE)])
def test_no_page_of_registering_shuts_anybody_out(world, chromium, language, scheme, size):
    made = world.register(cards={"numbers": [iccid(30 if size == DESK else 31)]})
    unit = world.clerk.must("readRegistration", {"registration": made["registration"]}).json()["unit"]["id"]
    with Clerk(chromium, world.server, world.clerk, language, scheme=scheme, size=size) as desk:
        desk.begin()
        desk.page.fill("#unit-name", "一")
        desk.on()
        steps = [f"{desk.draft}{step}" for step in ("", "/unit", "/handler", "/responsible", "/use", "/cards", "/evidence")]
        found = []
        for link in [*steps, "/console/drafts", "/console/registrations", f"/console/registrations/{made['registration']}", "/console/units",
                     f"/console/units/{unit}", "/console/expiries", "/console/expiries?days=365"]:
            desk.go(link)
            found += faults(desk, link.replace(desk.draft, "/draft"))
        assert not found, found

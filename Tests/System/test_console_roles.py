"""Roles that have few pages, each at its main job in a browser: an enterprise's manager, an account manager, an agent's reviewer, a clerk in a hall.

What belongs to others is not there, neither in a list nor by its number nor by its address.
"""
import re

import pytest
from accessibility import shut_out
from console_clerk import HALL_SLOTS, Clerk
from console_counter import Counter
from console_desk import Desk, in_every_look, place
from personal_page import CHROMIUM, WATCH, browser
from persons import PersonalWorld
from playwright.sync_api import sync_playwright
from shiming_server import BIN, OTHER_UNIT, RESPONSIBLE, SEAT_CARDS, SLOTS, SUCCESSOR, UNIT, card_file, iccid, serving

pytestmark = [
    pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program"),
    pytest.mark.skipif(not CHROMIUM, reason="there is no chromium"),
]
HALL_CARDS = range(200, 204)
DIRECT_CARDS = range(300, 304)


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("roles"), settings=("rate-open-requests=100000", "rate-requests=1000000")) as server:
        people = ["clerk", "reviewer", "agent_reviewer", "hall_clerk", "account_manager", "enterprise_manager"]
        world = PersonalWorld(server, people, watches=4)
        world.administrator.must("createProduct", json={"code": "watch", "terms": WATCH})
        world.take_in(card_file(range(10)))
        world.allocate()
        world.agents = world.register(cards={"numbers": [iccid(0), iccid(1)]})
        world.take_in(card_file(HALL_CARDS), product="watch", batch="HALL-1")
        world.allocate(to=world.hall, batch="HALL-1")
        world.take_in(card_file(DIRECT_CARDS), batch="DIRECT-1")
        yield world


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as player, browser(player) as running:
        yield running


def reference(caller, number):
    return caller.must("searchCards", json={"numbers": [iccid(number)]}).json()["items"][0]["card"]["card"]


def listed(desk):
    """The numbers of the cards that the list shows."""
    desk.page.click(".menu a[href='/console/cards']")
    return sorted(desk.page.locator("table.rows tbody a.code").all_inner_texts())


def nothing_of_others(desk, world):
    """The first agent's card and registration, looked for in every way."""
    desk.go("/console")
    desk.page.fill("#numbers", iccid(0))
    desk.page.click(".search button")
    assert desk.path == "/console/search" and desk.page.locator("table.rows tbody tr").count() == 0, desk.text
    for page in (f"cards/{reference(world.administrator, 0)}", f"registrations/{world.agents['registration']}",
                 f"applications/{world.agents['application']}"):
        assert desk.go("/console/" + page).status == 404, page
    for page in ("registrations", "units"):
        desk.go("/console/" + page)
        assert UNIT["name"] not in desk.text, page


def answers(world, number):
    """Who answers for a card, as others are told."""
    return world.answer(number)["responsiblePerson"]["name"]


def masked(person):
    return person["name"][0] + "**"


@in_every_look
def test_an_enterprise_finds_its_cards_stops_one_and_names_another_responsible_person(world, chromium, language, size):
    manager, number = world.enterprise_manager, SEAT_CARDS[place(language, size)]
    successor = SUCCESSOR if answers(world, number) == masked(RESPONSIBLE) else RESPONSIBLE
    with Clerk(chromium, world.server, manager, language, size=size) as desk:
        assert listed(desk) == sorted(map(iccid, SEAT_CARDS))
        desk.page.click(f"table.rows tbody a:has-text('{iccid(number)}')")
        assert iccid(number) in desk.page.inner_text("h1"), desk.text
        desk.page.click(".choices form:has(input[value=activate]) button")
        # For a reason of its own; the operator's it may neither give nor lift.
        assert desk.page.locator("#reason-stop option").evaluate_all("all => all.map(one => one.value)") == ["owner-asked"], desk.text
        desk.page.click(".choices form:has(input[value=stop]) button")
        assert desk.page.locator("[role=alert]").count() == 0 and desk.page.locator("#reason-resume").count() == 1, desk.text
        assert manager.must("readLife", {"card": reference(manager, number)}).json()["stops"] == ["owner-asked"]
        desk.picture("enterprise-card")
        # New cards come through whoever sells them.
        desk.go("/console/drafts")
        assert desk.page.locator("main form button.main").count() == 0, desk.text
        nothing_of_others(desk, world)
        desk.go("/console/units")
        desk.page.click("table.rows tbody a")
        assert desk.page.inner_text("h1") == OTHER_UNIT["name"], desk.text
        desk.go("/console/registrations")
        desk.page.click("table.rows tbody a")
        registration = desk.path
        assert OTHER_UNIT["name"] in desk.text and OTHER_UNIT["documentNumber"] in desk.text
        desk.page.select_option("#kind", "change-role")
        desk.page.select_option("#role", "responsible-person")
        desk.page.click(".drop button")
        desk.draft = desk.path
        desk.step("handler")
        desk.handler()
        desk.party("responsiblePerson", successor)
        desk.on()
        desk.papers(world, {slot: SLOTS[slot] for slot in SLOTS if slot != "unit-document"})
        desk.step("")
        assert desk.page.locator(".decide .lacking").count() == 0, desk.text
        desk.submit()
        assert desk.path == registration, desk.text
        # Who hands in decides nothing.
        application = desk.draft.split("/")[-1]
        desk.go("/console/applications/" + application)
        assert desk.page.locator("main input[name=verdict]").count() == 0, desk.text
        assert answers(world, number) != masked(successor), "it was only handed in"
        seen = world.reviewer.must("readApplication", {"application": application})
        world.decide({"application": application, "version": seen.headers["ETag"]}, ask="must")
        desk.go(registration)
        assert masked(successor) in desk.text and successor["name"] not in desk.page.content(), desk.text
        desk.picture("enterprise-successor")
    assert answers(world, number) == masked(successor)


@in_every_look
def test_an_account_manager_hands_in_for_a_unit_that_buys_from_the_company_itself(world, chromium, language, size):
    number = DIRECT_CARDS[place(language, size)]
    with Clerk(chromium, world.server, world.account_manager, language, size=size) as desk:
        desk.begin()
        desk.unit()
        desk.handler()
        desk.responsible()
        desk.use(has_device=False)
        desk.cards([iccid(number)])
        # As in a hall, the handler stands before him.
        desk.papers(world, HALL_SLOTS)
        desk.step("")
        assert desk.page.locator(".decide .lacking").count() == 0, desk.text
        desk.submit()
        assert desk.path.startswith("/console/registrations/"), desk.text
        registration, application = desk.path, desk.draft.split("/")[-1]
        desk.go(f"/console/applications/{application}")
        assert desk.page.locator("main input[name=verdict]").count() == 0, desk.text
        seen = world.reviewer.must("readApplication", {"application": application})
        world.decide({"application": application, "version": seen.headers["ETag"]}, ask="must")
        desk.go(registration)
        desk.page.click(f"table.rows a:has-text('{iccid(number)}')")
        assert iccid(number) in desk.page.inner_text("h1"), desk.text
        desk.page.click(".choices form:has(input[value=activate]) button")
        assert desk.page.locator("#reason-stop").count() == 1, desk.text
        desk.picture("account-manager-card")
        # What he does not do: taking in, handing on, deciding, looking at the trail.
        for page in ("intakes", "custody", "trail", "webhooks"):
            assert desk.page.locator(f".menu a[href='/console/{page}']").count() == 0, page
    assert world.answer(number)["standing"] == "registered"


@in_every_look
def test_an_agents_reviewer_decides_what_the_policy_leaves_him_and_nothing_else(world, chromium, language, size):
    draft = world.submit(world.begin(cards={"numbers": [iccid(6 + place(language, size))]}))
    own_receipt = f"CM-{language}-{size['width']}"
    if not hasattr(world, "left"):
        world.leave_cases_to_agents()
        world.left = True
    world.newcomer().register()
    reviewer = world.agent_reviewer
    with Desk(chromium, world.server, reviewer, language, size=size) as desk:
        # A unit's case of his own agent is the operating company's to decide.
        desk.go(f"/console/applications/{draft['application']}")
        assert desk.page.locator("main input[name=verdict], figure img").count() == 0, desk.text
        assert world.decide(draft, by=reviewer).status_code in (403, 409)
        desk.page.click(".menu a[href='/console/review']")
        desk.page.click("main form button.main")
        desk.page.wait_for_url(re.compile("/console/applications/"))
        case = desk.path
        assert not case.endswith(draft["application"]) and desk.page.locator("figure img").count() >= 2, desk.text
        desk.picture("agent-reviewer-case")
        desk.page.check("input[value=approve]")
        desk.page.click(".decide button.main")
        # There is no other for him.
        assert desk.path == "/console/review", desk.text
        desk.go("/console/organisations")
        assert "另一家代理商" not in desk.text and "示例一级代理商" in desk.text
    states = [world.reviewer.must("readApplication", {"application": one}).json()["state"] for one in (case.split("/")[-1], draft["application"])]
    assert states == ["awaiting-carrier", "submitted"], states
    # What the carrier answers is noted at the case, by whoever may; a receipt that is none loses nothing typed.
    with Desk(chromium, world.server, world.reviewer, language, size=size) as desk:
        desk.go(case)
        for receipt, is_one in (("x", False), (own_receipt, True)):
            desk.page.check("input[name=answer][value=accepted]")
            desk.page.fill("#receipt", receipt)
            desk.page.click("#carrier-reply button")
            assert desk.page.locator("[role=alert]").count() == (0 if is_one else 1), desk.text
            assert desk.page.locator("#carrier-reply").count() == (0 if is_one else 1)
            assert not (found := shut_out(desk.page)), found
            if not is_one:
                assert desk.page.input_value("#receipt") == receipt and desk.page.is_checked("input[name=answer][value=accepted]")
        assert own_receipt in desk.text
    assert world.reviewer.must("readApplication", {"application": case.split("/")[-1]}).json()["state"] == "approved"


@in_every_look
def test_a_clerk_in_a_hall_comes_from_a_card_to_the_counter_and_sees_the_halls_alone(world, chromium, language, size):
    with Counter(chromium, world.server, world.hall_clerk, language, size=size) as desk:
        assert listed(desk) == sorted(map(iccid, HALL_CARDS))
        desk.page.click(f"table.rows tbody a:has-text('{iccid(HALL_CARDS[0])}')")
        desk.page.click("main a[href^='/console/counter?card=']")
        assert desk.page.input_value("#card") == iccid(HALL_CARDS[0]) and desk.page.locator("#needs").count() == 1, desk.text
        desk.picture("hall-counter")
        desk.begin(iccid(5))
        assert desk.page.locator("#needs").count() == 0, "a card of the agent's"
        desk.alert()
        nothing_of_others(desk, world)

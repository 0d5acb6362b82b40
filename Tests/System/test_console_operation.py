"""The console of those who run the operation: carriers and lives, custody, who answers, the trail."""
import html
import json
import re

import pytest
from console_desk import Desk, in_every_look, place
from console_operation import change, day, disagreement, faults, faults_in_any_look, play, reference, shown
from console_web import Web
from personal_page import CHROMIUM, browser
from playwright.sync_api import sync_playwright
from sandbox_program import SandboxProgram
from shiming_server import BATCH, BIN, HANDLER, RESPONSIBLE, TERMS, World, card_file, iccid, msisdn, poll, serving

pytestmark = [
    pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program"),
    pytest.mark.skipif(not CHROMIUM, reason="there is no chromium"),
]
CARDS = 40


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    folder = tmp_path_factory.mktemp("operation")
    with SandboxProgram(folder, "carriers", "SHIMING_SANDBOX_CARRIERS_KEY", "--files", str(folder / "connections")) as sandbox:
        play(sandbox, cards=[shown(n, "ready", "registered" if n < 10 else "unregistered") for n in range(CARDS)], effectSeconds=[1, 1],
             windowSeconds=1)
        connection = folder / "connections" / "onelink.json"
        connection.write_text(json.dumps(json.loads(connection.read_text()) | {"limits": {"windowSeconds": 1, "callsPerCardPerMinute": 0}}))
        settings = ("rate-open-requests=100000", "rate-requests=1000000", "carrier-sandbox-allowed=1", "carrier-settle-seconds=5")
        with serving(folder / "server", settings=settings, arguments=("--carrier", str(connection))) as server:
            world = World(server, ["clerk", "reviewer", "compliance", "auditor", "agent_manager", "sub_manager"])
            world.sandbox = sandbox
            assert world.take_in(card_file(range(CARDS)))["counts"]["taken"] == CARDS
            world.allocate()
            world.register(cards={"range": {"from": iccid(0), "to": iccid(9)}})
            world.take_in(card_file(range(100, 110)), kind="existing", batch="OLD-1")
            yield world


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as player, browser(player) as running:
        yield running


@in_every_look
def test_a_disagreement_is_mended_by_one_button(world, chromium, language, size):
    number = 6 + place(language, size)
    card = disagreement(world, number)
    with Desk(chromium, world.server, world.administrator, language=language, size=size) as desk:
        desk.page.click(".menu a[href='/console/carriers']")
        desk.page.click("main .tabs a[href='/console/life-cases']")
        row = desk.page.locator("tbody tr", has_text=iccid(number))
        assert row.locator("button[name=mend]").count() == 2, desk.text
        desk.picture("life-cases")
        row.locator("button[value=take-over]").click()
        assert desk.path == "/console/life-cases" and iccid(number) not in desk.text, desk.text
    assert world.administrator.must("readLife", {"card": card}).json()["stops"] == ["carrier-own"]


def test_a_case_mended_twice_or_closed_by_another_is_refused_in_words(world, chromium):
    card = disagreement(world, 2)
    case = next(one for one in world.administrator.must("listLifeCases").json()["items"] if one["card"] == card)
    with Desk(chromium, world.server, world.compliance, language="en") as desk:
        desk.go("/console/life-cases")
        row = desk.page.locator("tbody tr", has_text=iccid(2))
        world.administrator.must("closeLifeCase", json={name: case[name] for name in ("card", "kind", "openedAt")})
        row.locator("button[value=tell-again]").click()
        assert desk.page.locator("[role=alert]").count() == 1 and desk.path.endswith("/mend"), desk.text


@pytest.mark.parametrize("outcome", ["done", "failed"])
def test_what_no_interface_takes_is_settled_by_hand(world, chromium, outcome):
    number = 3 if outcome == "done" else 4
    change(world, "open-test", [number])
    with Desk(chromium, world.server, world.administrator, language="en") as desk:
        desk.go("/console/carriers?carrier=mobile&state=by-hand")
        row = desk.page.locator("tbody tr", has_text=iccid(number))
        poll(lambda: row.count() or desk.page.reload() and None, 30, lambda: desk.text, pause=0.3)
        desk.picture("carriers")
        row.locator(f"button[value={outcome}]").click()
        assert "state=by-hand" in desk.page.url and row.count() == 0, desk.text
    intents = world.administrator.must("readLife", {"card": reference(world, number)}).json()["intents"]
    assert [intent["state"] for intent in intents if intent["command"] == "open-test"] == [outcome]


def test_a_life_setting_is_valid_from_a_day_and_the_former_stays_on_record(world, chromium):
    with Desk(chromium, world.server, world.administrator, language="en") as desk:
        desk.go("/console/life-settings?carrier=mobile")
        assert "3" in desk.page.get_attribute("#idleMonths", "placeholder"), "what counts where nothing is typed"
        assert "(no)" in desk.page.text_content("#useBringsBack option:checked")
        desk.page.fill("#silentDays", "99999")
        desk.page.evaluate("document.querySelector('#silentDays').removeAttribute('maxlength')")
        desk.page.fill("#silentDays", "99999")
        desk.page.fill("#noticeDays", "9")
        desk.page.click("main button.main")
        assert desk.page.locator("[role=alert]").count() == 1, desk.text
        assert desk.page.input_value("#noticeDays") == "9", "nothing typed is lost"
        desk.page.fill("#silentDays", "120")
        desk.page.fill("#validFrom", f"{day(1)}T08:00")
        desk.page.select_option("#useBringsBack", "yes")
        desk.page.click("main button.main")
        assert "to come" in desk.text and desk.page.url.endswith("?carrier=mobile"), desk.text
        desk.picture("life-settings")
        desk.page.fill("#validFrom", f"{day(-1)}T08:00")
        desk.page.click("main button.main")
        assert desk.page.locator("[role=alert]").count() == 1, "not in the past"
    versions = world.administrator.must("listLifeSettings").json()["items"]
    assert [(one["carrier"], one["setting"]["silentDays"], one["setting"]["noticeDays"]) for one in versions] == [("mobile", 120, 9)]
    assert versions[0]["setting"]["useBringsBack"] is True and "testsUnregistered" not in versions[0]["setting"]


def test_a_life_setting_begins_before_a_coming_one_only_where_it_is_said_to_take_its_place(world, chromium):
    with Desk(chromium, world.server, world.administrator, language="en") as desk:
        desk.go("/console/life-settings?province=44")
        desk.page.fill("#idleMonths", "4")
        desk.page.fill("#validFrom", "2099-01-01T00:00")
        desk.page.click("main button.main")
        assert "version 1" in desk.page.locator("#coming").inner_text() and "to come" in desk.text, desk.text
        assert not faults(desk, "/life-settings-coming")
        desk.page.fill("#idleMonths", "5")
        desk.page.click("main button.main")
        assert desk.page.locator("[role=alert]").count() == 1 and desk.page.input_value("#idleMonths") == "5", desk.text
        desk.page.check("[name=replacing]")
        desk.page.click("main button.main")
        assert desk.page.locator("#coming").count() == 0 and "superseded" in desk.text and "valid now" in desk.text, desk.text
    asked = {"province": 44, "setting": {"idleMonths": 6}, "after": 2, "validFrom": "2000-01-01T00:00:00Z"}
    refused = world.administrator.ask("setLifeSetting", json=asked)
    assert refused.status_code == 422 and refused.json()["code"] == "version-in-the-past", refused.text


def test_two_who_set_the_same_at_once_do_not_overwrite_each_other(world, chromium):
    with Desk(chromium, world.server, world.administrator, language="en") as desk:
        desk.go("/console/life-settings?province=31")
        world.compliance.must("setLifeSetting", json={"province": 31, "setting": {"idleMonths": 4}, "after": 0})
        desk.page.fill("#idleMonths", "5")
        desk.page.click("main button.main")
        assert desk.page.locator("[role=alert]").count() == 1 and desk.page.input_value("#idleMonths") == "5", desk.text


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_cards_are_handed_on_and_taken_back_and_what_was_left_out_is_said(world, chromium, scripts):
    first = 20 if scripts else 30
    batch = f"HAND-{first}"
    world.take_in(card_file(range(200 + first, 205 + first)), batch=batch)
    with Desk(chromium, world.server, world.administrator, language="en", scripts=scripts) as desk:
        desk.page.click(".menu a[href='/console/custody']")
        desk.page.click("main button[value=allocate]")
        assert desk.page.locator("[role=alert]").count() == 1, "nothing is chosen"
        missing = "89860426000000999999"
        typed = "\n".join([iccid(200 + first), iccid(first), missing])
        desk.page.fill("#list", typed)
        desk.page.select_option("#organisation", world.other_agent)
        desk.page.click("main button[value=allocate]")
        assert desk.page.locator("[role=alert]").count() == 1 and "not in your own hands" in desk.text, desk.text
        assert desk.page.input_value("#list") == typed, "nothing typed is lost"
        desk.page.check("[name=leavingOthers]")
        desk.page.click("main button[value=allocate]")
        panel = desk.page.inner_text("[role=status]")
        assert "1 cards allocated" in panel and missing in panel and "not in your own hands" in panel, panel
        assert desk.page.locator("[role=status] li a.rule[href='/console/rules#H-12']").count() == 1, panel
        desk.picture("custody")
        desk.page.fill("#batch", batch)
        desk.page.fill("#list", iccid(1))
        desk.page.click("main button[value=recall]")
        assert desk.page.locator("[role=alert]").count() == 1, "one way of choosing"
        desk.page.fill("#list", "")
        desk.page.click("main button[value=recall]")
        assert "1 cards recalled" in desk.page.inner_text("[role=status]"), desk.text
        assert iccid(200 + first) not in desk.page.url
        assert desk.page.locator("main tbody tr").count() >= 2


def test_an_agents_manager_hands_on_within_his_own_tree_alone(world, chromium):
    with Desk(chromium, world.server, world.agent_manager, language="zh") as desk:
        desk.go("/console/custody")
        assert desk.page.locator("#organisation option").count() == 2, "his agent below, and no choice"
        desk.page.fill("#from", iccid(10))
        desk.page.fill("#to", iccid(12))
        desk.page.select_option("#organisation", world.sub_agent)
        desk.page.click("main button[value=allocate]")
        assert "已划拨 3 张" in desk.page.inner_text("[role=status]"), desk.text
        token = desk.page.get_attribute("main input[name=form]", "value")
        answer = desk.context.request.post(
            desk.address + "/console/custody", form={"form": token, "act": "allocate", "organisation": world.other_agent, "batch": BATCH})
        assert answer.status == 404, answer.text()[:300]
        for page in ("carriers", "life-cases", "trail", "products", "notices"):
            assert (page in ("products", "notices")) == desk.context.request.get(desk.address + f"/console/{page}").ok, page


def test_the_gap_report_counts_and_leads_to_the_cards(world, chromium):
    with Desk(chromium, world.server, world.administrator, language="en") as desk:
        desk.go("/console/gaps?lacks=holder")
        assert desk.page.locator("table.rows tbody tr").count() == 10 and "10" in desk.page.inner_text("main .facts")
        desk.picture("gaps")
        desk.page.click("table.rows tbody tr:first-child a")
        assert desk.path.startswith("/console/cards/card_")


@in_every_look
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_who_answered_is_masked_until_a_purpose_is_given(world, chromium, language, size, scripts):
    with Desk(chromium, world.server, world.reviewer, language=language, scripts=scripts, size=size) as desk:
        desk.go(f"/console/cards/{reference(world, 5)}")
        desk.page.click("main form[action='/console/answers'] button")
        assert desk.page.input_value("#number") == iccid(5)
        desk.page.click(".menu a[href='/console/answers']")
        desk.page.fill("#number", msisdn(5))
        desk.page.click("main .filter button")
        assert iccid(5) in desk.text and "示例一级代理商" in desk.text, desk.text
        for person in (HANDLER, RESPONSIBLE):
            assert person["name"] not in desk.text and person["documentNumber"] not in desk.text
        desk.picture("answers")
        desk.page.fill("#purpose", "   ")
        desk.page.click("main .reveal:not([target]) button")
        assert desk.page.locator("[role=alert]").count() == 1 and RESPONSIBLE["name"] not in desk.text, desk.text
        desk.page.fill("#purpose", RESPONSIBLE["documentNumber"])
        desk.page.click("main .reveal:not([target]) button")
        assert desk.page.locator("[role=alert]").count() == 1, "no number of a person stands on the trail"
        desk.page.fill("#purpose", "核对公安来函 2026-17")
        desk.page.click("main .reveal:not([target]) button")
        assert RESPONSIBLE["name"] in desk.text and RESPONSIBLE["documentNumber"] in desk.text, desk.text
        assert RESPONSIBLE["documentNumber"] not in desk.page.url and msisdn(5) not in desk.page.url
        desk.page.fill("#at", "2020-01-01T08:00")
        desk.page.click("main .filter button")
        assert desk.page.locator("[role=alert]").count() == 1 and RESPONSIBLE["name"] not in desk.text, "the card was not there then"
    actions = [entry["action"] for entry in world.auditor.must("listTrail", query={"action": "answer.revealed"}).json()["items"]]
    assert actions, "revealing is on the trail"


@pytest.mark.parametrize("number", ["", "12345", "8986042600000099999X", "<script>alert(1)</script>", iccid(0) + "\n" + iccid(1)])
def test_what_is_no_number_is_refused_and_shown_again(world, chromium, number):
    with Desk(chromium, world.server, world.auditor, language="en") as desk:
        desk.go("/console/answers")
        token = desk.page.get_attribute("main input[name=form]", "value")
        answer = desk.context.request.post(desk.address + "/console/answers", form={"form": token, "number": number})
        assert answer.status in (404, 422) and "<script>alert" not in answer.text(), answer.status
        assert desk.context.request.post(desk.address + "/console/answers", form={"number": iccid(1)}).status == 403


@in_every_look
def test_an_auditor_finds_an_act_and_sees_it_proven(world, chromium, language, size):
    allocated, proven = {"en": ("cards allocated", "the entry stands in the tree"), "zh": ("划拨卡片", "该记录在树中")}[language]
    world.settled_trail()
    with Desk(chromium, world.server, world.auditor, language=language, size=size) as desk:
        desk.page.click(".menu a[href='/console/trail']")
        desk.page.select_option("#act", "cards.allocated")
        desk.page.click("main .filter button")
        links = desk.page.locator("table.rows tbody td:nth-child(3) a")
        assert links.count() >= 1 and desk.page.locator("table.rows tbody tr", has_text=allocated).count() == links.count()
        assert desk.page.input_value("#act") == "cards.allocated", "what is asked for stays chosen"
        assert re.search(r"\d\d:\d\d:\d\d", desk.page.locator("table.rows tbody td:nth-child(2)").first.inner_text()), "to the second"
        assert set(desk.page.locator("table.rows tbody td:nth-child(5)").all_inner_texts()) != {"–"}, "what was touched"
        desk.picture("trail")
        links.last.click()
        assert proven in desk.text, desk.text
        desk.picture("trail-entry")
        desk.go("/console/trail?action=Drop%20Table")
        assert desk.page.locator("[role=alert]").count() == 1
        for bad in ("actor=nobody", "subject=x", "subject=x&subjectKind=card", "from=2026-02-30", "after=1.2.3"):
            assert desk.context.request.get(desk.address + f"/console/trail?{bad}").status in (400, 422), bad
        desk.go("/console/trail?action=cards.allocated")
        desk.page.fill("#actor", world.administrator.login.upper())
        desk.page.click("main .filter button")
        assert re.search(r"[?&]actor=[0-9a-f-]{36}", desk.page.url) and "action=cards.allocated" in desk.page.url, desk.page.url
        assert desk.page.input_value("#actor") == world.administrator.login
        who = desk.page.locator("table.rows tbody td:nth-child(4)").all_inner_texts()
        assert who and set(who) == {world.administrator.login}, who
        for nobody in ("no.such.login", "x", "' OR 1=1 --", "职员"):
            desk.page.fill("#actor", nobody)
            desk.page.click("main .filter button")
            assert desk.page.locator("[role=alert]").count() == 1 and desk.page.input_value("#actor") == nobody, desk.text
        desk.go(f"/console/trail?subjectKind=card&subject={reference(world, 5)}")
        assert desk.page.locator("table.rows tbody tr").count() >= 1, "the reveal above is about this card"
    with Desk(chromium, world.server, world.clerk) as desk:
        assert desk.page.locator(".menu a[href='/console/trail']").count() == 0
        assert desk.context.request.get(desk.address + "/console/trail").status == 403


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_page_shuts_anybody_out(world, chromium, language):
    found = []
    pages = {
        world.administrator: [
            "carriers", "carriers?state=by-hand", "life-cases", "due", "due?kind=stop-risk", "life-settings?carrier=mobile", "custody", "gaps"],
        world.auditor: ["trail", "answers"],
        world.compliance: ["kept"],
    }
    if not world.compliance.must("listLegalHolds").json()["items"]:
        world.compliance.must("placeLegalHold", json={"iccid": iccid(0), "caseNumber": "沪01民初〔2027〕418号", "reason": "民事诉讼证据保全"})
    for who, links in pages.items():
        with Desk(chromium, world.server, who, language) as desk:
            for link in links:
                desk.go("/console/" + link)
                found += faults_in_any_look(desk, link)
            if who is world.auditor:
                desk.page.fill("#number", iccid(5))
                desk.page.click("main .filter button")
                found += faults_in_any_look(desk, "answered")
                desk.go("/console/trail")
                desk.page.click("table.rows tbody tr:nth-child(3) td:nth-child(3) a")
                found += faults_in_any_look(desk, "entry")
    assert not found, found


def test_what_is_kept_and_who_answers_lead_to_each_other(world):
    web = Web(world, world.compliance)
    pages = ["/console/answers", "/console/kept"]
    for page in pages:
        tabs = re.search(r'<nav class="tabs".*?</nav>', web.get(page).text).group(0)
        assert re.findall(r'href="([^"]+)"', tabs) == pages and f'href="{page}" aria-current="page"' in tabs, tabs


def test_whoever_may_not_does_nothing_by_address_alone(world, chromium):
    card = reference(world, 20)
    forms = {
        f"carriers/wishes/{card}/settle": {"ordinal": "1", "outcome": "done"}, f"life-cases/{card}/mend": {"kind": "runs-at-carrier", "openedAt": "1"},
        f"life-cases/{card}/close": {"kind": "runs-at-carrier", "openedAt": "1"}, "life-settings": {"after": "0", "idleMonths": "4"},
        "custody": {"act": "recall", "batch": BATCH}, "answers/reveal": {"number": iccid(1), "purpose": "看一看而已"},
        "products": {"code": "mine", "name": "mine", "carrier": "mobile", "cardClass": "phone", "traffic": "none", "binding": "none"},
        "keys": {"label": "mine"}, "webhooks": {"url": "https://example.com/"}, "campaigns": {"gap": "holder", "begins": day(), "deadline": day(9)},
    }
    with Desk(chromium, world.server, world.clerk, language="en") as desk:
        desk.go("/console/answers")
        token = desk.page.get_attribute("main input[name=form]", "value")
        for address, form in forms.items():
            answer = desk.context.request.post(f"{desk.address}/console/{address}", form=form | {"form": token})
            assert answer.status in (403, 404), (address, answer.status, answer.text()[:2000])
            assert desk.context.request.post(f"{desk.address}/console/{address}", form=form).status == 403, address
        for page in ("carriers", "life-cases", "custody", "gaps", "campaigns", "keys", "webhooks", "products"):
            answer = desk.context.request.get(f"{desk.address}/console/{page}")
            assert answer.status == 403 or "<form method=\"post\" action=\"/console/" + page not in answer.text(), page


def test_a_wish_of_a_persons_case_is_answered_at_the_case(world):
    """Its buttons could only be refused: the carrier's receipt belongs to the case."""
    number = 60
    world.administrator.must("createProduct", json={"code": "watch", "terms": TERMS | {"cardClass": "wearable", "traffic": "general"}})
    world.take_in(card_file([number]), product="watch", batch="WATCH-1")
    world.allocate(batch="WATCH-1")
    made = world.hand_in_person(number)
    seen = world.reviewer.must("readApplication", {"application": made["application"]})
    done = world.decide({"application": made["application"], "version": seen.headers["ETag"]}, ask="must").json()
    assert done["state"] == "awaiting-carrier", done
    web = Web(world, world.administrator)

    def row():
        page = html.unescape(web.get("/console/carriers?carrier=mobile&state=by-hand").text)
        rows = re.findall(r"<tr>.*?</tr>", page, re.S)
        return next((row for row in rows if iccid(number) in row), None)

    shown = poll(row, 60, "nothing is wished of the carrier", pause=0.3)
    assert '"/console/review?state=awaiting-carrier"' in shown and "/settle" not in shown, shown
    # What says neither that it went well nor that it failed settles nothing.
    settle = f"/console/carriers/wishes/{reference(world, number)}/settle"
    for outcome in ({}, {"outcome": ""}, {"outcome": "undone"}, {"outcome": "Done"}):
        answer = web.form(settle, ordinal="1", **outcome)
        assert answer.status_code == 400 and "The form cannot be read." in answer.text, (outcome, answer.status_code)
    assert row() is not None

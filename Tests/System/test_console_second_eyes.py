"""A second pair of eyes, re-audit and exports with approval, in a browser: who sees which queue, who may not, and what comes of it."""
import re

import pytest
from accessibility import shut_out_in_any_look, violations
from console_desk import DESK, Desk, in_every_look
from personal_page import CHROMIUM, PHONE, browser
from persons import UNLIMITED
from playwright.sync_api import sync_playwright
from shiming_server import BIN, World, card_file, iccid, poll, serving

pytestmark = [
    pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program"),
    pytest.mark.skipif(not CHROMIUM, reason="there is no chromium"),
]
PEOPLE = ["clerk", "reviewer", "second_reviewer", "compliance"]
REASON = "季度对账 2026-Q3"


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("eyes"), settings=UNLIMITED) as server:
        world = World(server, PEOPLE)
        world.take_in(card_file(range(6)))
        world.allocate()
        yield world


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as player, browser(player) as running:
        yield running


def fine(desk):
    assert not (found := violations(desk.page)), found


@pytest.mark.parametrize("language, size", [("zh", DESK), ("en", PHONE)], ids=["zh-1440", "en-390"])
def test_two_reviewers_approve_and_another_looks_again(world, chromium, language, size):
    number = 0 if language == "zh" else 1
    with Desk(chromium, world.server, world.administrator, language=language, size=size) as desk:
        desk.go("/console/review/policy")
        if number == 0:
            desk.page.fill("#permille", "1000")
            # The Enter key adds no rule that nobody ticked, and what is ticked it adds.
            desk.page.press("#permille", "Enter")
            desk.page.wait_for_load_state()
            assert desk.page.locator("form.drop li").count() == 0 and desk.page.input_value("#permille") == "1000"
            desk.page.check("[name=kind-register]")
            desk.page.press("#permille", "Enter")
            desk.page.wait_for_selector("form.drop li")
            # What was ticked stands in the rule, and nothing else.
            rule = desk.page.locator("form.drop li").inner_text()
            assert "登记" in rule and "所有申请" not in rule
            desk.page.click("button[value=set]")
        assert desk.page.locator("tbody tr").count() == 1 and "1000" in desk.text
        fine(desk)
    draft = world.submit(world.begin(cards={"numbers": [iccid(number)]}))
    assert world.decide(draft, ask="must").json()["state"] == "awaiting-second-review"
    with Desk(chromium, world.server, world.reviewer, language=language, size=size) as desk:
        # Whoever was first is not the second.
        desk.go("/console/applications/" + draft["application"])
        assert desk.page.locator("section.decide").count() == 0
    with Desk(chromium, world.server, world.second_reviewer, language=language, size=size) as desk:
        desk.go("/console/review?state=awaiting-second-review")
        desk.page.click("main form button.main")
        desk.page.wait_for_url(re.compile("/console/applications/"))
        fine(desk)
        desk.page.keyboard.press("a")
        desk.page.keyboard.press("Control+Enter")
        desk.page.wait_for_url(re.compile("/console/review"))
    assert world.clerk.must("readApplication", {"application": draft["application"]}).json()["state"] == "approved"
    with Desk(chromium, world.server, world.second_reviewer, language=language, size=size) as desk:
        desk.go("/console/review/again")
        assert desk.page.locator("tbody tr").count() == 1
        desk.page.click("tbody a")
        assert "/console/applications/" in desk.path and desk.page.locator("section.decide").count() == 0
    with Desk(chromium, world.server, world.compliance, language=language, size=size) as desk:
        desk.go("/console/review/again")
        fine(desk)
        desk.page.click("tbody a")
        desk.page.wait_for_url(re.compile("/console/review/again/"))
        assert desk.page.locator("figure img").count() > 0
        source = desk.page.locator("figure img").first.get_attribute("src")
        assert desk.context.request.get(desk.address + source).status == 200
        assert not (found := shut_out_in_any_look(desk, "/review/again", (DESK, PHONE))), found
        desk.page.check("input[value=overturned]")
        desk.page.click("section.decide button.main")
        # An overturned one needs its reason.
        assert desk.page.locator("section.decide").count() == 1
        desk.page.check("input[value=overturned]")
        desk.page.select_option("#again-code0", "use-not-plausible")
        desk.page.click("section.decide button.main")
        desk.page.wait_for_url(re.compile("/console/review/again$"))
        desk.go("/console/review/again?state=overturned")
        assert desk.page.locator("tbody tr").count() == number + 1
    month = world.reviewer.must("readOwnReviewFigures", headers={"Cache-Control": "no-cache"}).json()["months"][3]
    assert month["overturned"] == number + 1 and month["reAudited"] == number + 1


def test_a_reason_of_ones_own_is_added_given_and_retired(world, chromium):
    words = {"zh": "公章重影", "en": "The seal is blurred"}
    with Desk(chromium, world.server, world.administrator, language="zh") as desk:
        desk.go("/console/review/reasons")
        fine(desk)
        desk.page.fill("#code", "blurred seal")
        for name, text in words.items():
            desk.page.fill(f"#{name}", text)
        desk.page.check("[name=verdict-send-back]")
        desk.page.check("[name=field-evidence]")
        # The Enter key adds; it retires nothing.
        desk.page.press("#code", "Enter")
        desk.page.wait_for_selector("[role=alert]")
        # Refused: nothing typed or ticked is lost.
        assert desk.page.locator("[role=alert]").count() == 1 and desk.page.input_value("#zh") == words["zh"]
        assert desk.page.is_checked("[name=field-evidence]")
        desk.page.fill("#code", "own-blurred-seal")
        desk.page.press("#en", "Enter")
        desk.page.wait_for_selector("form.drop li")
        assert words["zh"] in desk.page.locator("form.drop li").inner_text() and desk.page.input_value("#zh") == ""
        desk.page.fill("#code", "glare")
        desk.page.press("#code", "Enter")
        desk.page.wait_for_selector("[role=alert]")
        assert desk.page.locator("form.drop li").count() == 1
        desk.picture("reason-lists")
        # What is typed and not added is judged and set too.
        desk.page.click("button[value=set]")
        assert desk.page.locator("[role=alert]").count() == 1 and desk.page.locator("tbody tr").count() == 0
        desk.page.fill("#zh", "证件反光")
        desk.page.fill("#en", "There is glare")
        desk.page.click("button[value=set]")
        assert desk.page.locator("tbody tr").count() == 1
        assert all(code in desk.page.locator("tbody").inner_text() for code in ("own-blurred-seal", "own-glare"))
        fine(desk)
    draft = world.submit(world.begin(cards={"numbers": [iccid(4)]}))
    with Desk(chromium, world.server, world.reviewer, language="en") as desk:
        desk.go("/console/review")
        desk.page.click("main form button.main")
        desk.page.wait_for_url(re.compile("/console/applications/"))
        # The list offers it for papers, each with its place, and nowhere else.
        offered = desk.page.locator("#reason option[value$=' own-blurred-seal']").evaluate_all("all => all.map(one => one.value)")
        assert "send-back /evidence/unit-document own-blurred-seal" in offered and all("/evidence/" in value for value in offered), offered
        desk.page.check("input[value=send-back]")
        desk.page.click("section.decide summary")
        desk.page.select_option("#code0", "own-blurred-seal")
        desk.page.select_option("#pointer0", "/use")
        desk.page.click("section.decide button.main")
        # It is for papers alone; what was chosen stays chosen.
        assert desk.page.locator("[role=alert]").count() == 1 and desk.page.input_value("#code0") == "own-blurred-seal"
        desk.page.select_option("#pointer0", "/evidence/unit-document")
        desk.page.click("section.decide button.main")
        desk.page.wait_for_url(re.compile("/console/review"))
    with Desk(chromium, world.server, world.administrator, language="en") as desk:
        desk.go("/console/review/reasons")
        desk.page.click("button[value=remove-0]")
        desk.page.click("button[value=set]")
        assert desk.page.locator("tbody tr").count() == 2
        # One that is yet to come is what the form starts from, and nothing takes its place unasked.
        desk.page.fill("#validFrom", "2099-01-01T00:00")
        desk.page.click("button[value=set]")
        assert "version 3" in desk.page.locator("#coming").inner_text() and "to come" in desk.page.locator("tbody tr").first.inner_text()
        fine(desk)
        desk.page.click("button[value=set]")
        assert desk.page.locator("[role=alert]").count() == 1 and desk.page.locator("tbody tr").count() == 3
        desk.page.check("[name=replacing]")
        desk.page.click("button[value=set]")
        assert desk.page.locator("tbody tr").count() == 4 and desk.page.locator("#coming").count() == 0
        assert "superseded" in desk.page.locator("tbody tr").nth(1).inner_text()
    told = world.clerk.must("readApplication", {"application": draft["application"]}).json()["reasons"]
    assert [reason["text"] for reason in told] in ([words["zh"]], [words["en"]])
    with Desk(chromium, world.server, world.clerk, language="en") as desk:
        assert desk.go("/console/review/reasons").status == 403


@in_every_look
def test_an_export_is_asked_for_approved_by_another_and_fetched(world, chromium, language, size):
    with Desk(chromium, world.server, world.clerk, language=language, size=size) as desk:
        # What a list was narrowed to stands in the form by its names.
        desk.go(f"/console/exports/new?kind=cards&organisation={world.agent}&registered=no")
        facts = desk.page.inner_text("main dl.facts")
        assert "示例一级代理商" in facts and {"en": "not registered", "zh": "未登记"}[language] in facts and world.agent not in facts, facts
        desk.go("/console/cards?batch=B-2026-03")
        desk.page.click("main a[href*='/console/exports/new']")
        fine(desk)
        # Columns are those that are ticked, and whole numbers are asked for by a tick.
        desk.page.uncheck("input[name=column-msisdn]")
        desk.page.check("input[name=column-imsi]")
        desk.page.check("input[name=unmasked]")
        desk.page.fill("#reason", "x")
        # One letter is no reason, which the page's own rule would say first.
        desk.page.eval_on_selector("main form.drop", "form => form.noValidate = true")
        desk.page.click("main form.drop button.main")
        desk.page.wait_for_selector("[role=alert]")
        assert desk.page.is_checked("input[name=column-imsi]"), desk.text
        assert not desk.page.is_checked("input[name=column-msisdn]") and desk.page.is_checked("input[name=unmasked]")
        desk.page.uncheck("input[name=unmasked]")
        desk.page.fill("#reason", REASON)
        desk.page.click("main form.drop button.main")
        desk.page.wait_for_url(re.compile("/console/exports/[0-9a-f-]{36}$"))
        address = desk.path
        assert "IMSI" in desk.page.inner_text("main dl.facts"), desk.text
        assert desk.page.locator("button[value=approve]").count() == 0
        fine(desk)
    with Desk(chromium, world.server, world.compliance, language=language, size=size) as desk:
        desk.go("/console/exports?state=asked")
        assert desk.page.locator("tbody tr").count() == 1 and "○" in desk.page.inner_text("tbody tr")
        listed = desk.page.locator("tbody td").nth(4).inner_text()
        desk.page.click("tbody a")
        # Who asked is called the same on both pages, and the time says what it is of.
        facts = desk.page.inner_text("main dl.facts")
        assert listed + " · " in facts and {"en": "To be decided by", "zh": "待审批截止"}[language] in facts, facts
        fine(desk)
        desk.page.click("button[value=approve]")
        desk.page.wait_for_url(re.compile(address))
        # The file is the asker's alone.
        assert desk.page.locator("form[action$='/file']").count() == 0
    export = address.rsplit("/", 1)[1]
    poll(lambda: world.clerk.must("readExport", {"export": export}).json()["state"] == "ready", 60, "the file was not made")
    with Desk(chromium, world.server, world.clerk, language=language, size=size) as desk:
        desk.go(address)
        with desk.page.expect_download() as coming:
            desk.page.click("form[action$='/file'] button")
        text = open(coming.value.path(), encoding="utf-8-sig").read()
        assert REASON in text.splitlines()[0] and iccid(0) not in text and text.count("****") >= 6
    assert world.clerk.must("readExport", {"export": export}).json()["downloads"] == 1


@in_every_look
def test_what_is_kept_is_held_for_a_case_and_let_go_with_a_reason(world, chromium, language, size):
    def place(number):
        if not desk.page.is_visible("#hold-number"):
            desk.page.click("details:has(#hold-case) summary")
        desk.page.fill("#hold-number", iccid(1))
        desk.page.fill("#hold-case", number)
        desk.page.fill("#hold-reason", "民事诉讼证据保全")
        with desk.page.expect_navigation():
            desk.page.click("form[action='/console/kept/holds'] button.main")

    with Desk(chromium, world.server, world.compliance, language=language, size=size) as desk:
        desk.go("/console/answers")
        desk.page.click("main a[href='/console/kept']")
        fine(desk)
        before = desk.page.locator("form[action$='/release']").count()
        place("没有编号的案件")
        fine(desk)
        assert desk.page.locator("form[action$='/release']").count() == before
        assert desk.page.locator("[role=alert]").count() == 1
        assert desk.page.is_visible("#hold-reason") and desk.page.input_value("#hold-reason") == "民事诉讼证据保全", "What was typed is lost."
        assert desk.page.input_value("#open-reason") == "", "What was typed stands where it was not."
        place("沪01民初〔2027〕418号")
        fine(desk)
        assert desk.path == "/console/kept" and desk.page.locator("form[action$='/release']").count() == before + 1
        desk.page.fill("form[action$='/release'] input[name=reason] >> nth=0", "案件已结案")
        with desk.page.expect_navigation():
            desk.page.click("form[action$='/release'] button >> nth=0")
        assert desk.page.locator("form[action$='/release']").count() == before
        assert "案件已结案" in desk.page.inner_text("main")
    with Desk(chromium, world.server, world.clerk, language=language, size=size) as desk:
        assert desk.go("/console/kept").status == 403
        desk.go("/console/answers")
        assert desk.page.locator("main a[href='/console/kept']").count() == 0

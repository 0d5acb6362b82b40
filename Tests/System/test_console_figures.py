"""A reviewer's own statistics and how an agent's hand-ins fare: on the pages as by the API, in both languages, and nobody sees another's."""
import pytest
from console_desk import Desk
from console_operation import faults_in_any_look
from console_web import Web
from personal_page import CHROMIUM, browser
from persons import UNLIMITED
from playwright.sync_api import sync_playwright
from shiming_server import BIN, World, card_file, iccid, serving

pytestmark = [
    pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program"),
    pytest.mark.skipif(not CHROMIUM, reason="there is no chromium"),
]
REASON = [{"pointer": "/use/scene", "code": "use-not-plausible"}]
PEOPLE = ["clerk", "reviewer", "compliance", "auditor", "agent_manager", "other_manager", "other_clerk"]


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("figures"), settings=UNLIMITED) as server:
        world = World(server, PEOPLE)
        world.take_in(card_file(range(10)))
        world.allocate()
        for number, verdict in enumerate(["approve", "approve", "send-back", "refuse"]):
            draft = world.submit(world.begin(cards={"numbers": [iccid(number)]}))
            if number % 2:
                world.reviewer.must("lockApplication", {"application": draft["application"]})
            world.decide(draft, ask="must", verdict=verdict, **({} if verdict == "approve" else {"reasons": REASON}))
        world.submit(world.begin(cards={"numbers": [iccid(5)]}))
        yield world


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as player, browser(player) as running:
        yield running


def cells(desk, heading, row):
    return desk.page.locator(f"[role=region][aria-label='{heading}'] tbody tr").nth(row).locator("td").all_inner_texts()


def of_reviewer(world):
    return "/console/staff/" + world.reviewer.account + "/figures"


@pytest.mark.parametrize("language, name, heading", [("zh", "我的审核统计", "各月审核结果"), ("en", "My decisions", "Decisions by month")])
def test_a_reviewer_finds_what_he_decided_from_the_queue(world, chromium, language, name, heading):
    with Desk(chromium, world.server, world.reviewer, language=language) as desk:
        desk.page.click(".menu a[href='/console/review']")
        desk.page.click("main a[href='/console/review/figures']")
        assert desk.page.inner_text("h1") == name
        assert cells(desk, heading, 3)[1:] == ["2", "1", "1", "4", "0", "0", "0", "0", "0"]
        assert cells(desk, heading, 0)[1:] == ["0"] * 9
        assert desk.page.locator("svg.chart rect").count() == 4
        desk.picture("review-figures")
    month = world.reviewer.must("readOwnReviewFigures").json()["months"][3]
    assert (month["approved"], month["sentBack"], month["refused"]) == (2, 1, 1)
    assert month["waited"]["count"] == 4 and month["held"]["count"] == 2


@pytest.mark.parametrize("language, heading, below", [("zh", "按提交月份", "按机构"), ("en", "By month of handing in", "By organisation")])
def test_an_agents_performance_is_reached_from_its_page(world, chromium, language, heading, below):
    with Desk(chromium, world.server, world.agent_manager, language=language) as desk:
        desk.go("/console/organisations/" + world.agent)
        desk.page.click("main a[href$='/performance']")
        row = cells(desk, heading, 3)
        assert row[1:6] == ["5", "2", "1", "1", "50.0%"], row
        assert "示例一级代理商" in desk.page.inner_text("h1")
        desk.picture("performance")
    with Desk(chromium, world.server, world.administrator, language=language) as desk:
        desk.go(f"/console/organisations/{world.company}/performance")
        assert cells(desk, below, 0)[1:5] == ["5", "2", "1", "1"]
        desk.page.click(f"[role=region][aria-label='{below}'] a")
        assert desk.path == f"/console/organisations/{world.agent}/performance"
    found = world.agent_manager.must("readPerformance", {"organisation": world.agent}).json()
    assert (found["total"]["handedIn"], found["total"]["refused"], found["below"]) == (5, 1, [])


def test_whoever_answers_for_staff_sees_theirs_and_nobody_else_does(world):
    assert "4" in Web(world, world.compliance).get(of_reviewer(world)).text
    assert world.compliance.must("readReviewFigures", {"account": world.reviewer.account}).json()["months"][3]["approved"] == 2
    assert of_reviewer(world) in Web(world, world.auditor).get("/console/staff/" + world.reviewer.account).text
    for who in ("reviewer", "clerk", "agent_manager", "other_manager"):
        caller = getattr(world, who)
        assert caller.ask("readReviewFigures", {"account": world.reviewer.account}).status_code in (403, 404), who
        assert Web(world, caller).get(of_reviewer(world)).status_code in (403, 404), who
    for who in ("clerk", "agent_manager", "other_manager"):
        assert Web(world, getattr(world, who)).get("/console/review/figures").status_code == 403, who


def test_a_foreign_agent_sees_nothing_also_after_others_looked(world):
    place = f"/console/organisations/{world.agent}/performance"
    assert Web(world, world.agent_manager).get(place).status_code == 200
    for who, status in (("other_manager", 404), ("other_clerk", 403), ("clerk", 403)):
        assert Web(world, getattr(world, who)).get(place).status_code == status, who
        assert getattr(world, who).ask("readPerformance", {"organisation": world.agent}).status_code == status, who
    for name in ("x", "00000000-0000-0000-0000-000000000000", "<script>"):
        assert Web(world, world.administrator).get(f"/console/organisations/{name}/performance").status_code == 404, name


@pytest.mark.parametrize("language", ["zh", "en"])
def test_where_nothing_was_done_the_page_says_what_to_do(world, language):
    text = Web(world, world.other_manager, language).get(f"/console/organisations/{world.other_agent}/performance").text
    assert ("这几个月没有提交申请" if language == "zh" else "Nothing was handed in") in text
    text = Web(world, world.compliance, language).get("/console/review/figures").text
    assert ("请从队列领取案件" if language == "zh" else "Take a case from the queue") in text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_shuts_people_out(world, chromium, language):
    found = []
    for who, links in (
        (world.compliance, ["/console/review/figures", of_reviewer(world)]),
        (world.administrator, [f"/console/organisations/{world.agent}/performance"]),
    ):
        with Desk(chromium, world.server, who, language=language) as desk:
            for link in links:
                desk.go(link)
                found += faults_in_any_look(desk, link)
    assert not found, found

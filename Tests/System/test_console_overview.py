"""What somebody sees first in the morning: what is amiss, what waits, what carriers owe, what ends soon; each with its page, and only his own."""
import datetime
import html
import re

import pytest
from console_web import Web
from persons import UNLIMITED
from shiming_server import BIN, CONTRACT, SUCCESSOR, World, card_file, iccid, poll, serving

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")


def until(days):
    return str(datetime.datetime.now(datetime.timezone.utc).date() + datetime.timedelta(days=days))


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    settings = (*UNLIMITED, "webhook-local-allowed=1", "purge-days=5")
    with serving(tmp_path_factory.mktemp("overview"), settings=settings) as server:
        world = World(server, ["clerk", "reviewer", "auditor", "agent_manager", "other_manager", "other_clerk", "second_administrator", "compliance"])
        world.take_in(card_file(range(30)))
        world.allocate()
        today = datetime.datetime.now(datetime.timezone.utc).date()
        authorisation = {"purpose": "办理物联网卡实名登记", "validFrom": f"{today.year}-01-01", "validUntil": until(10)}
        world.register(cards={"numbers": [iccid(1)]}, authorisation=authorisation)
        world.register(cards={"numbers": [iccid(2)]})
        world.submit(world.begin(cards={"numbers": [iccid(3)]}))
        world.begin(cards={"numbers": [iccid(4)]})
        world.take_in(card_file(range(100, 110)), kind="existing", batch="E1")
        world.agent_manager.must("createWebhook", json={"url": "http://127.0.0.1:9/hook?secret=geheim"})
        world.administrator.must("changeLives", json={"command": "stop", "reason": "risk", "cards": {"numbers": [iccid(5)]}})
        yield world


def section(text, name):
    found = re.search(rf'<section aria-labelledby="{name}">(.*?)</section>', text, re.S)
    return found.group(1) if found else None


def links(text):
    return [link.replace("&amp;", "&") for link in re.findall(r'href="([^"]+)"', text)]


@pytest.mark.parametrize("language, words", [("zh", ("在用卡缺少", "授权")), ("en", ("cards in service lack", "authorisations"))])
def test_what_is_amiss_and_what_ends_is_a_line_with_its_page(world, language, words):
    web = Web(world, world.administrator, language)
    text = poll(lambda: (lambda page: page if words[0] in page else None)(web.get("/console").text), 60, "the gaps are not counted", pause=0.2)
    assert words[1] in section(text, "expiries") and until(10) in section(text, "expiries")
    for name in ("alerts", "waiting", "expiries"):
        for link in links(section(text, name)):
            assert web.get(link).status_code == 200, link
    assert not re.search(r"\d{17,}", text), "no number of a card stands on it"


@pytest.mark.parametrize("language, contracts", [("zh", "代理合同"), ("en", "agents' contracts")])
def test_an_agents_contract_that_ends_is_among_what_ends_and_others_contracts_are_not(world, language, contracts):
    if not hasattr(world, "ending"):
        world.ending = CONTRACT | {"carrier": "unicom", "version": "2026-U", "validUntil": until(20)}
        world.administrator.must("recordContract", {"organisation": world.agent}, json=world.ending)
    for who in (world.administrator, world.agent_manager):
        web = Web(world, who, language)
        part = html.unescape(section(web.get("/console").text, "expiries"))
        assert contracts in part and until(20) in part, part
        assert '"/console/expiries#contracts"' in part
        listed = re.search(r'<section id="contracts">(.*?)</section>', web.get("/console/expiries?days=30").text, re.S).group(1)
        assert "示例一级代理商" in listed and "2026-U" in listed and until(20) in listed
        assert 'id="contracts"' not in web.get("/console/expiries?days=0").text
    elsewhere = Web(world, world.other_manager, language)
    assert until(20) not in elsewhere.get("/console").text and 'id="contracts"' not in elsewhere.get("/console/expiries?days=365").text


def test_a_responsible_person_whom_another_follows_is_among_what_ends(world):
    made = world.register(cards={"numbers": [iccid(6)]})
    change = world.change(
        made["registration"], "change-role", ("responsible-person-id-front", "responsible-person-id-back"), role="responsible-person",
        responsiblePerson=SUCCESSOR, effectiveFrom=until(15))
    world.decide(change, ask="must")
    web = Web(world, world.agent_manager)
    part = html.unescape(section(web.get("/console").text, "expiries"))
    assert "responsible persons leaving" in part and until(15) in part and '"/console/expiries#leaving"' in part, part
    listed = re.search(r'<section id="leaving">(.*?)</section>', web.get("/console/expiries?days=30").text, re.S).group(1)
    assert until(15) in listed and f"/console/registrations/{made['registration']}" in listed
    elsewhere = Web(world, world.other_manager)
    assert until(15) not in elsewhere.get("/console").text and 'id="leaving"' not in elsewhere.get("/console/expiries?days=30").text


@pytest.mark.parametrize("who, seen", [("administrator", True), ("agent_manager", True), ("other_manager", True), ("clerk", False), ("reviewer", False)])
def test_how_many_cards_there_are_stands_on_the_overview_of_whoever_may_count_them(world, who, seen):
    web = Web(world, getattr(world, who))
    if not seen:
        assert section(web.get("/console").text, "totals") is None
        return

    def counted():
        part = section(web.get("/console").text, "totals")
        return part if part and "Rate" in part else None

    part = poll(counted, 60, "the cards are not counted", pause=0.2)
    registered = int(re.search(r"<b>([\d,]+)</b> Registered", part).group(1).replace(",", ""))
    assert registered == 0 if who == "other_manager" else registered >= 2, part
    figures = web.get("/console/figures")
    assert figures.status_code == 200 and "By channel that has them" in figures.text and '"/console/figures"' in part
    if who == "administrator":
        # By carrier, by whose hands they are in, by what these are and by month: each drawn, with its table.
        assert len(re.findall(r'<div class="scroll"[^>]*><table>', figures.text)) == 4, figures.text
        assert figures.text.count('<svg class="chart"') >= 4 and "<tfoot>" in figures.text, figures.text


def test_a_lone_page_has_no_tabs_and_no_card_in_service_is_told_from_no_gap(world):
    assert 'class="tabs"' in Web(world, world.administrator).get("/console/due").text
    assert 'class="tabs"' not in Web(world, world.clerk).get("/console/due").text
    for who, is_said in (("other_manager", True), ("administrator", False)):
        text = Web(world, getattr(world, who)).get("/console/gaps").text
        assert ("No cards were taken in as in service." in text) == is_said, text


@pytest.mark.parametrize("who, count", [("administrator", 1), ("clerk", 1), ("other_clerk", 0)])
def test_whoever_decides_nothing_sees_how_long_cases_wait_for_a_reviewer(world, who, count):
    waiting = html.unescape(section(Web(world, getattr(world, who)).get("/console").text, "waiting"))
    assert f'<a href="/console/review?state=submitted"><b>{count}</b> wait for a reviewer</a>' in waiting, waiting
    assert "wait for a reviewer" not in section(Web(world, world.reviewer).get("/console").text, "waiting")


def test_a_draft_that_nobody_hands_in_is_said_before_it_is_destroyed(world):
    alerts = section(Web(world, world.clerk, "zh").get("/console").text, "alerts")
    assert "1 件草稿或退件将在 7 天内销毁" in alerts and '"/console/drafts"' in alerts
    assert "草稿" not in section(Web(world, world.other_clerk, "zh").get("/console").text, "alerts")


def test_what_ends_is_listed_by_period(world):
    web = Web(world, world.reviewer)
    for days, count in [("0", 0), ("30", 1), ("90", None), ("365", None), ("-1", 1), ("99999999999999999999", 1), ("x", 1)]:
        answer = web.get("/console/expiries", params={"days": days})
        assert answer.status_code == 200
        assert count is None or answer.text.count(until(10)) == count, (days, answer.text)
    for place in ("x", "1.2.3.4", "20260101.00000000-0000-0000-0000-000000000000.document.unit", "....", "a" * 5_000):
        assert web.get("/console/expiries", params={"after": place}).status_code in (200, 400, 414), place


@pytest.mark.parametrize("who", ["other_manager", "other_clerk"])
def test_nobody_sees_what_is_others(world, who):
    web = Web(world, getattr(world, who))
    assert "127.0.0.1" not in web.get("/console").text and until(10) not in web.get("/console").text
    assert until(10) not in web.get("/console/expiries?days=365").text


def test_each_role_sees_what_it_may_open(world):
    seen = {}
    for who in ("administrator", "reviewer", "clerk", "auditor", "agent_manager", "compliance"):
        web = Web(world, getattr(world, who))
        text = web.get("/console").text
        for link in links(re.search(r"<main.*?</main>", text, re.S).group(0)):
            if link.startswith("/console"):
                assert web.get(link).status_code == 200, (who, link)
        seen[who] = text
    assert section(seen["clerk"], "owed") is None, "an agent's people are not told how carriers do"
    assert "geheim" not in "".join(seen.values()), "an address may hold a secret"


def test_a_program_that_takes_nothing_is_an_alert(world):
    web = Web(world, world.agent_manager)
    text = poll(lambda: (lambda page: page if "127.0.0.1" in page else None)(web.get("/console").text), 30, "nobody is told", pause=0.3)
    assert "geheim" not in text
    webhook = next(link for link in links(section(text, "alerts")) if "/webhooks/" in link)
    assert web.get(webhook).status_code == 200


def test_filters_and_columns_stay_in_the_address(world):
    web = Web(world, world.administrator)
    agent = world.agent
    world.take_in(card_file(range(1_000, 1_120)), batch="B & Ü/?=1")
    world.allocate(batch="B & Ü/?=1")
    # As a browser sends the form: `+` for a space.
    asked = {"batch": "B & Ü/?=1", "organisation": agent, "column": ["holder", "imsi"], "registered": "no", "carrier": "mobile", "state": "stock"}
    text = web.get("/console/cards", params=asked).text
    heads = re.findall(r"<th>([^<]*)</th>", text)
    assert len(heads) == 3 and text.count("示例一级代理商") >= 50
    following = next(link for link in links(text) if "after=" in link)
    rest = web.get(following).text
    assert re.findall(r"<th>([^<]*)</th>", rest) == heads and f'value="{agent}" selected' in rest and 'value="B &amp; Ü/?=1"' in rest
    assert 'value="mobile" selected' in rest and 'value="stock" selected' in rest
    rows = set(re.findall(r"8986\d{15,16}", text)) & set(re.findall(r"8986\d{15,16}", rest))
    assert not rows, "the next page goes on where the first ends"


@pytest.mark.parametrize("query", [
    {"column": "password"}, {"column": ["<script>", "imsi"]}, {"column": ""}, {"column": ["imsi"] * 200}, {"organisation": "x"},
    {"organisation": "00000000-0000-0000-0000-000000000000"}, {"after": "card_" + "0" * 32}, {"registered": "maybe"}, {"province": "9" * 40},
    {"carrier": "<script>"}, {"state": "gone"}, {"stop": "<script>"}, {"unit": "x"}, {"unit": "00000000-0000-0000-0000-000000000000"},
])
def test_an_address_somebody_made_up_breaks_nothing(world, query):
    answer = Web(world, world.administrator).get("/console/cards", params=query)
    assert answer.status_code in (200, 400, 404), answer.status_code
    assert "<script>" not in answer.text and len(answer.text) < 200_000

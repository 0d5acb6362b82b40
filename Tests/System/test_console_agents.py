"""The console's agents: organisations, contracts, staff, verification policies, cards handed on and taken back."""
import re

import pytest
from console_desk import LOOKS, Desk
from console_operation import day, faults_in_any_look
from personal_page import CHROMIUM, browser
from playwright.sync_api import sync_playwright
from shiming_server import BATCH, BIN, PASSWORD, PRODUCT, World, card_file, poll, serving

pytestmark = [
    pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program"),
    pytest.mark.skipif(not CHROMIUM, reason="there is no chromium"),
]
HOSTILE = "<script>alert(1)</script>"
#: Every look with scripts, and one of each language and width without.
with_scripts_and_without = pytest.mark.parametrize(
    "language, size, scripts", [(*look, True) for look in LOOKS.values()] + [(*LOOKS[name], False) for name in ("zh-390", "en-1440")],
    ids=[*LOOKS, "zh-390-no-scripts", "en-1440-no-scripts"])


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    settings = ("rate-open-requests=100000", "rate-requests=1000000")
    with serving(tmp_path_factory.mktemp("agents"), settings=settings) as server:
        world = World(server, ["agent_manager", "clerk", "auditor", "compliance"])
        world.take_in(card_file(range(10)))
        yield world


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as player, browser(player) as running:
        yield running


def send(desk, path, page=None, **fields):
    """What a form of this path would send, whether the page shows it or not."""
    desk.go(page or path)
    token = desk.page.locator("[name=form]").first.get_attribute("value")
    return desk.context.request.post(desk.address + path, form={"form": token} | fields)


def alerts(desk):
    return desk.page.locator("[role=alert]").count()


@with_scripts_and_without
def test_an_agent_is_taken_on_with_contract_and_staff_who_sign_in(world, chromium, language, size, scripts):
    mark = f"{language}-{size['width']}-{'s' if scripts else 'n'}"
    name = f"新代理 {mark} {HOSTILE}"
    with Desk(chromium, world.server, world.administrator, language=language, scripts=scripts, size=size) as desk:
        desk.page.click(".menu a[href='/console/organisations']")
        desk.picture("organisations")
        desk.page.click("table.rows tbody tr:first-child a")
        assert desk.page.locator("select#status, [name=sure], #reason").count() == 0, "the company itself is only named anew"
        assert desk.page.locator("#name").count() == desk.page.locator("[name=status][value=active]").count() == 1
        desk.page.fill("#childName", name)
        desk.page.select_option("#kind", "agent")
        desk.page.click("form[action$='/children'] button.main")
        assert desk.page.inner_text("h1") == name, desk.text
        place = desk.path
        desk.page.fill("#carrier", "mobile")
        desk.page.fill("#contractVersion", "2026-1")
        desk.page.fill("#validFrom", day())
        desk.page.fill("#validUntil", day(-1))
        desk.page.fill("#duties", "真实登记 " + HOSTILE)
        desk.page.fill("#breach", "停止供卡")
        desk.page.click("form[action$='/contracts'] button.main")
        assert alerts(desk) == 1 and desk.page.input_value("#breach") == "停止供卡", "it ends before it begins"
        desk.page.fill("#validUntil", day(365))
        desk.page.click("form[action$='/contracts'] button.main")
        assert alerts(desk) == 0 and day(365) in desk.text and desk.path == place, desk.text
        desk.picture("organisation")
        desk.page.fill("#carrier", "mobile")
        desk.page.fill("#contractVersion", "2026-1")
        desk.page.fill("#validFrom", day())
        desk.page.check("[name=longTerm]")
        desk.page.fill("#duties", "另一份")
        desk.page.fill("#breach", "停止供卡")
        desk.page.click("form[action$='/contracts'] button.main")
        assert alerts(desk) == 1 and desk.page.input_value("#duties") == "另一份", "this version is on record"
        desk.go(place + "/staff")
        desk.page.click("form button.main")
        assert alerts(desk) == 1, "no role was ticked"
        assert desk.page.locator("[name='role-reviewer']").count() == 0, "an agent has no reviewers of the operator"
        desk.page.check("[name='role-agent-clerk']")
        desk.page.click("main form button.main")
        token = desk.page.inner_text("#secret")
        desk.picture("staff")
        desk.go(place + "/staff")
        assert token not in desk.page.content() and desk.page.locator("table.rows tbody tr").count() == 1
    with Desk(chromium, world.server, language=language, scripts=scripts, size=size) as clerk:
        clerk.go("/console/enrol")
        for field, text in (("token", token), ("login", f"new.clerk.{mark}"), ("password", PASSWORD), ("again", PASSWORD)):
            clerk.page.fill("#" + field, text)
        clerk.page.click("main button.main")
        clerk.go("/console/sign-in")
        clerk.page.fill("#login", f"new.clerk.{mark}")
        clerk.page.fill("#password", PASSWORD)
        clerk.page.click("main button.main")
        assert clerk.path == "/console", clerk.text
        assert clerk.context.request.get(clerk.address + place + "/staff").status == 403, "a clerk reads no accounts"


def test_roles_are_changed_a_token_renewed_and_an_account_dismissed(world, chromium):
    made = world.administrator.must("createAccount", json={"organisation": world.agent, "roles": ["agent-clerk"]}).json()
    with Desk(chromium, world.server, world.agent_manager, language="en") as desk:
        desk.go("/console/staff/" + made["account"]["id"])
        old = desk.page.locator("[name=version]").first.get_attribute("value")
        assert desk.page.locator("[name='role-agent-reviewer']").count() == 0, "nobody gives what he does not hold"
        answer = send(desk, desk.path, act="roles", version=old, **{"role-agent-reviewer": "yes"})
        assert answer.status == 403, answer.text()
        desk.go("/console/staff/" + made["account"]["id"])
        desk.page.check("[name='role-agent-manager']")
        desk.page.click("button[value=roles]")
        assert alerts(desk) == 0 and "agent's manager" in desk.page.inner_text("dl.facts"), desk.text
        assert send(desk, desk.path, act="roles", version=old, **{"role-agent-clerk": "yes"}).status == 412
        desk.go("/console/staff/" + made["account"]["id"])
        desk.page.click("button[value=renew]")
        assert desk.page.inner_text("#secret").startswith("sm_en_")
        desk.picture("staff-member")
        # Of one's own account nothing is offered that would put one out.
        desk.go("/console/staff/" + world.agent_manager.account)
        assert desk.page.locator("main form").count() == 0 and desk.page.locator("dl.facts").count() == 1, desk.text
        desk.go("/console/staff/" + made["account"]["id"])
        desk.page.click("button[value=dismiss]")
        assert alerts(desk) == 1, "it was not confirmed"
        desk.page.check("[name=sure]")
        desk.page.click("button[value=dismiss]")
        assert "dismissed" in desk.text and desk.page.locator("main form").count() == 0, desk.text


def test_an_organisation_is_suspended_taken_up_again_and_ended(world, chromium):
    place = "/console/organisations/" + world.organisation("agent", "短期代理商")
    with Desk(chromium, world.server, world.administrator, language="zh") as desk:
        for state, word, reason in (("suspended", "已暂停", "未按合同登记，限期整改"), ("active", "正常", "整改完成")):
            desk.go(place)
            desk.page.select_option("#status", state)
            desk.page.click("#save")
            assert alerts(desk) == 1 and word not in desk.page.inner_text("dl.facts"), "no reason was given"
            desk.page.fill("#reason", reason)
            desk.page.click("#save")
            assert alerts(desk) == 0 and word in desk.page.inner_text("dl.facts"), desk.text
            newest = desk.page.inner_text("#standings tbody tr:first-child")
            assert word in newest and reason in newest, newest
        assert desk.page.locator("#standings tbody tr").count() == 2
        desk.page.fill("#reason", "合同到期不再续签")
        desk.page.select_option("#status", "ended")
        desk.page.click("#save")
        assert alerts(desk) == 1, "it was not confirmed"
        desk.page.check("[name=sure]")
        desk.page.click("#save")
        assert "已终止" in desk.page.inner_text("dl.facts") and desk.page.locator("main form").count() == 0, desk.text


@with_scripts_and_without
def test_a_policy_is_previewed_set_and_counts(world, chromium, language, size, scripts):
    name = f"严格代理商 {language}-{size['width']}-{'s' if scripts else 'n'}"
    place = "/console/organisations/" + world.organisation("agent", name)
    ask = f"{place}/policy?product={PRODUCT}"
    with Desk(chromium, world.server, world.administrator, language=language, scripts=scripts, size=size) as desk:
        desk.go(ask)
        guardian = "监护人" if language == "zh" else "guardian"
        assert guardian not in desk.page.inner_text("#needs"), desk.text
        desk.page.click("#new-rule summary")
        always = desk.page.locator("[name=method-document-data]")
        assert always.is_checked() and always.is_disabled(), "what the floor demands stays"
        desk.page.check("[name=method-guardian]")
        desk.page.click("button[value=add]")
        assert alerts(desk) == 1, "the rule has no reason"
        if not desk.page.is_visible("#reasonZh"):
            desk.page.click("#new-rule summary")
        assert desk.page.is_checked("[name=method-guardian]")
        desk.page.fill("#reasonZh", "本代理商的要求" + HOSTILE)
        desk.page.fill("#reasonEn", "This agent demands it.")
        desk.page.click("button[value=add]")
        assert alerts(desk) == 0 and desk.page.locator("#rules tbody tr").count() == 1, desk.text
        assert ("上级已要求" if language == "zh" else "demanded above") in desk.page.inner_text("#rules")
        desk.page.fill("#attemptsMax", "50")
        desk.page.fill("#max-phone", "99")
        desk.page.locator("button[value=preview]").first.click()
        assert desk.page.locator("#objections li").count() == 2 and desk.page.locator("button[value=set]").count() == 0, desk.text
        desk.picture("policy-refused")
        desk.page.fill("#attemptsMax", "2")
        desk.page.fill("#max-phone", "")
        desk.page.locator("button[value=preview]").first.click()
        assert guardian in desk.page.inner_text("#consequences"), desk.text
        desk.picture("policy-preview")
        before = desk.page.inner_text("#consequences")
        desk.page.fill("#attemptsMax", "1")
        if scripts:
            # The consequences follow what is typed, and nothing above them moves.
            top = desk.page.evaluate("document.querySelector('#attemptsMax').getBoundingClientRect().top + scrollY")
            poll(lambda: desk.page.inner_text("#consequences") != before or None, 60, lambda: desk.text, pause=0.2)
            assert desk.page.evaluate("document.querySelector('#attemptsMax').getBoundingClientRect().top + scrollY") == top
            assert guardian in desk.page.inner_text("#consequences"), desk.text
        else:
            desk.page.click("button[value=set]")
            assert alerts(desk) == 1, "what was not previewed is not set"
        desk.page.click("button[value=set]")
        assert alerts(desk) == 0 and desk.page.locator("#versions tbody tr").count() == 1, desk.text
        desk.go(ask)
        assert guardian in desk.page.inner_text("#needs"), desk.text
        desk.picture("policy")


def test_a_policy_begins_before_a_coming_one_only_where_it_is_said_to_take_its_place(world, chromium):
    agent = world.organisation("agent", "先行代理商")
    policy = {"rules": [], "approval": "reviewer", "attemptsMax": 3}
    later = {"policy": policy, "after": 0, "validFrom": "2099-01-01T00:00:00+08:00"}
    world.administrator.must("setVerificationPolicy", {"organisation": agent}, json=later)
    refused = world.administrator.ask("setVerificationPolicy", {"organisation": agent}, json=later | {"after": 1, "validFrom": "2098-12-31T00:00:00+08:00"})
    assert refused.status_code == 422 and refused.json()["code"] == "version-before-coming", refused.text
    with Desk(chromium, world.server, world.administrator, language="en") as desk:
        desk.go(f"/console/organisations/{agent}/policy")
        assert "version 1" in desk.page.locator("#coming").inner_text() and "to come" in desk.page.inner_text("#versions"), desk.text
        desk.page.fill("#attemptsMax", "2")
        desk.page.locator("button[value=preview]").first.click()
        desk.page.click("button[value=set]")
        assert alerts(desk) == 1 and desk.page.locator("#versions tbody tr").count() == 1, desk.text
        desk.page.check("[name=replacing]")
        desk.page.click("button[value=set]")
        states = desk.page.locator("#versions tbody tr").all_inner_texts()
        assert "valid now" in states[0] and "superseded" in states[1] and desk.page.locator("#coming").count() == 0, desk.text


def test_a_policy_below_the_floor_is_refused_item_by_item(world, chromium):
    place = f"/console/organisations/{world.agent}/policy"
    rule = '{"condition":{},"methods":["face"],"reason":{"en":"Less than the floor.","zh":"低于底线"}}'
    draft = '{"approval":"reviewer","rules":[%s,%s]}' % (rule, rule)
    with Desk(chromium, world.server, world.agent_manager, language="zh") as desk:
        answer = send(desk, place, act="preview", draft=draft, approval="reviewer", after="0")
        objections = re.search(r'<ul id="objections">(.*?)</ul>', answer.text(), re.S).group(1)
        assert objections.count("<li>") == 2 and "规则 2：" in objections and 'value="set"' not in answer.text()
        canonical = '{"approval":"reviewer","rules":[%s]}' % rule
        answer = send(desk, place, act="set", draft=canonical, previewed=canonical, approval="reviewer", after="0")
        assert answer.status == 422 and "该规则低于上级要求" in answer.text(), answer.text()
        for broken in ("", "{}", "[" * 5_000, HOSTILE, '{"approval":"nobody","rules":[]}'):
            assert send(desk, place, act="preview", draft=broken, approval="reviewer").status in (400, 422), broken
        assert send(desk, place, act="preview", draft='{"approval":"reviewer","rules":[]}', approval="reviewer", attemptsMax="9" * 30).status == 422
    assert not list(world.administrator.pages("listVerificationPolicies", {"organisation": world.agent}))


def test_cards_are_allocated_from_the_tree_and_recalled(world, chromium):
    target = world.organisation("agent", "收卡代理商")
    with Desk(chromium, world.server, world.administrator, language="zh") as desk:
        desk.go("/console/organisations/" + target)
        desk.page.click("main a[href^='/console/custody?']")
        assert desk.page.input_value("#organisation") == target
        desk.page.fill("#batch", BATCH)
        desk.page.click("button[value=allocate]")
        assert "已划拨 10 张" in desk.text, desk.text
        desk.go("/console/organisations/" + target)
        desk.page.fill("#reason", "合同到期不再续签")
        desk.page.select_option("#status", "ended")
        desk.page.check("[name=sure]")
        desk.page.click("#save")
        assert alerts(desk) == 1, "it holds cards"
        desk.go("/console/custody")
        desk.page.fill("#batch", BATCH)
        desk.page.click("button[value=recall]")
        assert "已回收 10 张" in desk.text, desk.text


def test_nobody_reaches_beyond_his_own(world, chromium):
    foreign = "/console/organisations/" + world.other_agent
    own = "/console/organisations/" + world.agent
    account = world.administrator.must("createAccount", json={"organisation": world.other_agent, "roles": ["agent-clerk"]}).json()["account"]
    with Desk(chromium, world.server, world.agent_manager, language="en") as desk:
        for path in (foreign, foreign + "/staff", foreign + "/policy", "/console/staff/" + account["id"], "/console/organisations/nobody"):
            assert desk.context.request.get(desk.address + path).status == 404, path
        contract = {"carrier": "mobile", "contractVersion": "9", "validFrom": day(), "longTerm": "yes", "duties": "无", "breach": "无"}
        draft = '{"approval":"reviewer","rules":[]}'
        for path, fields in {
            foreign: {"version": "1", "status": "active", "name": "改名"}, foreign + "/children": {"kind": "agent", "childName": "下级"},
            foreign + "/staff": {"kind": "person", "role-agent-clerk": "yes"}, "/console/staff/" + account["id"]: {"act": "renew"},
            foreign + "/policy": {"act": "set", "draft": draft, "previewed": draft, "approval": "reviewer", "after": "0"},
        }.items():
            assert send(desk, path, page=own, **fields).status == 404, path
        assert send(desk, own + "/contracts", page=own, **contract).status == 403, "an agent records no contract of its own"
        assert send(desk, own, version="1", status="suspended", name="自己").status == 403, "nor suspends itself"
        desk.go("/console/organisations")
        assert "另一家代理商" not in desk.text
    with Desk(chromium, world.server, world.auditor, language="en") as desk:
        desk.go(own)
        assert desk.page.locator("main form").count() == 0, "an auditor looks"
        assert send(desk, own + "/children", page=own, kind="agent", childName="x").status == 403
        assert send(desk, own + "/staff", page=own, kind="person", **{"role-agent-clerk": "yes"}).status == 403
        assert send(desk, own + "/policy", page=own, act="preview", draft=draft, approval="reviewer").status == 403


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_page_of_the_agents_shuts_anybody_out(world, chromium, language):
    found = []
    with Desk(chromium, world.server, world.administrator, language) as desk:
        own = "organisations/" + world.agent
        for link in ("organisations", own, own + "/staff", f"{own}/policy?product={PRODUCT}", f"organisations/{world.company}/policy", "roles"):
            desk.go("/console/" + link)
            found += faults_in_any_look(desk, link)
        desk.go(f"/console/{own}/policy")
        desk.page.locator("button[value=preview]").first.click()
        found += faults_in_any_look(desk, "policy-preview")
        desk.go(f"/console/{own}/staff")
        desk.page.click("table.rows tbody tr:first-child a")
        found += faults_in_any_look(desk, "staff-member")
    assert not found, found

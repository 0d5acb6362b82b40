"""Words of notices, set in a browser: tried, refused at their field, put in force, and taken back."""
import re
import sqlite3

import pytest
from accessibility import shut_out
from console_desk import DESK, PHONE, Desk
from personal_page import CHROMIUM, browser
from persons import UNLIMITED
from playwright.sync_api import sync_playwright
from shiming_server import BIN, World, serving

pytestmark = [
    pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program"),
    pytest.mark.skipif(not CHROMIUM, reason="there is no chromium"),
]
KIND = {"zh": "stop-arrears", "en": "stop-risk"}
WORDS = {
    "zh": "【示例物联】您登记的卡（{code}）于{day}停机，原因：{reason}。{remedy}所需材料：{documents}。{page}",
    "en": "Example IoT: your card ({code}) was stopped on {day}: {reason}. {remedy} Bring {documents}. {page}",
}


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("words"), settings=UNLIMITED) as server:
        yield World(server, ["clerk", "compliance"])


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as player, browser(player) as running:
        yield running


def press(desk, act):
    with desk.page.expect_navigation(wait_until="load"):
        desk.page.click(f"main button[value={act}]")


@pytest.mark.parametrize("language, scheme, size", [("zh", "light", DESK), ("en", "dark", PHONE)], ids=["zh-1440", "en-390"])
def test_words_are_tried_set_and_taken_back(world, chromium, language, scheme, size):
    kind = KIND[language]
    with Desk(chromium, world.server, world.administrator, language, scheme=scheme, size=size) as desk:
        desk.go("/console/notices/words")
        assert desk.page.locator("tbody tr").count() >= 25
        assert not (found := shut_out(desk.page)), found
        desk.picture("notice-wordings")
        with desk.page.expect_navigation():
            desk.page.click(f"a[href$='/words/{kind}']")
        # The form begins with the built-in words, and says what they would say.
        assert "{remedy}" in desk.page.input_value("#message-zh") and "SM-ABCDEFGHJK" in desk.page.inner_text("#preview")
        desk.page.fill(f"#message-{language}", WORDS[language].replace("{remedy}", "{phone}"))
        press(desk, "set")
        alert = desk.page.locator("[role=alert]")
        assert "{phone}" in alert.inner_text() and alert.locator(f"a[href='#message-{language}']").count() == 1
        assert "{phone}" in desk.page.input_value(f"#message-{language}")
        assert not (found := shut_out(desk.page)), found
        desk.picture("notice-wording-refused")
        desk.page.fill(f"#message-{language}", WORDS[language].replace("{documents}", ""))
        press(desk, "preview")
        assert "{documents}" in desk.page.inner_text("[role=alert]") and desk.page.locator("[role=alert] a.rule").count() >= 1
        desk.page.fill(f"#message-{language}", WORDS[language])
        press(desk, "preview")
        assert desk.page.locator("[role=alert]").count() == 0 and desk.page.locator("tbody tr").count() == 0
        shown = desk.page.inner_text("#preview")
        assert re.search("示例物联.*2027年2月9日" if language == "zh" else "Example IoT.*9 February 2027", shown) and "{" not in shown
        assert not (found := shut_out(desk.page)), found
        desk.picture("notice-wording")
        press(desk, "set")
        row = desk.page.locator("tbody tr")
        assert row.count() == 1 and ("现行" if language == "zh" else "valid now") in row.inner_text()
        # The letter was left as it was, and stays the built-in one.
        version = world.compliance.must("listNoticeWordings", query={"kind": kind}).json()["items"][0]
        assert version["message"][language] == WORDS[language] and "letter" not in version
        desk.page.fill("#validFrom", "2099-01-01T00:00")
        press(desk, "built-in")
        assert desk.page.locator("tbody tr").count() == 2 and desk.page.locator("#coming").count() == 1
        assert not (found := shut_out(desk.page)), found


def test_words_that_were_set_before_a_rule_was_tightened_are_mended_on_their_page(world, chromium):
    words = {"zh": "{code}：{day}{remedy}", "en": "{code}: {day} {remedy}"}
    world.administrator.must("setNoticeWording", json={"kind": "idle", "message": words, "after": 0})
    with sqlite3.connect(world.server.data / "shiming.sqlite", timeout=30) as store:
        # As a program wrote it that knew fewer rules: what is there is never changed.
        columns = [column[1] for column in store.execute("PRAGMA table_info(notice_wording)")]
        [row] = store.execute("SELECT * FROM notice_wording WHERE kind = 'idle'")
        newer = dict(zip(columns, row)) | {"ordinal": 2}
        newer["wording"] = newer["wording"].replace('{remedy}"', '{remedy}{gone}"')
        store.execute(f"INSERT INTO notice_wording ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})", list(newer.values()))
    with Desk(chromium, world.server, world.administrator, "zh") as desk:
        desk.go("/console/notices/words/idle")
        alert = desk.page.locator("[role=alert]")
        assert "{gone}" in alert.inner_text() and alert.locator("a[href='#message-zh']").count() == 1
        assert "{gone}" in desk.page.input_value("#message-zh") and desk.page.locator("#preview").count() == 0
        assert desk.page.locator("tbody p[lang=en]").count() >= 1
        assert not (found := shut_out(desk.page)), found


def test_an_agents_clerk_finds_no_such_page(world, chromium):
    with Desk(chromium, world.server, world.clerk, "zh") as desk:
        assert desk.go("/console/notices/words").status == 403
        assert desk.go("/console/notices/words/idle").status == 403
    with Desk(chromium, world.server, world.administrator, "en") as desk:
        assert desk.go("/console/notices/words/boredom").status == 404


@pytest.mark.parametrize("language, scheme, size", [("zh", "dark", PHONE), ("en", "light", DESK)], ids=["zh-390", "en-1440"])
def test_an_address_at_which_nothing_is_answers_a_page(world, chromium, language, scheme, size):
    says = {"zh": "没有这个页面", "en": "There is no such page"}[language]
    for caller in (None, world.administrator):
        with Desk(chromium, world.server, caller, language, scheme=scheme, size=size) as desk:
            for path in ("/console/nowhere", "/console/cards/x/y/z", "/console/search", "/console/%3Cscript%3E"):
                answer = desk.go(path)
                assert answer.status == 404, path
                assert answer.headers["content-type"].startswith("text/html") and says in desk.page.inner_text("h1"), path
            assert not (found := shut_out(desk.page)), found
            desk.picture("nowhere")
            assert desk.page.locator("main a.button").count() == 1
            assert desk.page.locator("form.search").count() == (1 if caller else 0)
            answer = desk.context.request.get(desk.address + "/v1/nowhere")
            assert answer.status == 404 and answer.json()["code"] == "no-such-path"
            assert desk.context.request.get(desk.address + "/consoles").headers["content-type"].startswith("application/problem+json")

"""The console in a real browser: each role's main job, by mouse and by keyboard, in both languages, on desk and phone."""
import re
import time

import pytest
from accessibility import out_of_keys, shut_out_in_any_look, weight
from console_desk import DESK, Desk, in_every_look, place
from console_web import Web
from personal_page import CHROMIUM, PHONE, browser
from playwright.sync_api import sync_playwright
from shiming_server import BIN, PASSWORD, PRODUCT, UNIT, Caller, World, card_file, iccid, imsi, msisdn, poll, serving, totp

pytestmark = [
    pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program"),
    pytest.mark.skipif(not CHROMIUM, reason="there is no chromium"),
]
CARDS = 60


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("console"), settings=("rate-open-requests=100000", "rate-requests=1000000")) as server:
        world = World(server, ["clerk", "reviewer", "second_reviewer", "auditor"])
        assert world.take_in(card_file(range(CARDS)))["counts"]["taken"] == CARDS
        world.allocate()
        yield world


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as player, browser(player) as running:
        yield running


def waiting_case(world, numbers):
    draft = world.begin(cards={"numbers": [iccid(number) for number in numbers]})
    world.submit(draft)
    return draft


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_newcomer_chooses_a_password_sets_the_second_factor_up_and_is_in(world, chromium, language, scripts):
    made = world.administrator.must("createAccount", json={"organisation": world.company, "roles": ["reviewer"]}).json()
    login = f"new.{language}.{'s' if scripts else 'n'}"
    with Desk(chromium, world.server, language=language, scripts=scripts) as desk:
        desk.go("/console")
        assert desk.path == "/console/sign-in"
        desk.picture("sign-in")
        desk.page.click("main a[href='/console/enrol']")
        desk.page.fill("#token", made["enrolment"]["token"])
        desk.page.fill("#login", login)
        desk.page.fill("#password", "short")
        desk.page.fill("#again", "short")
        desk.page.click("main button.main")
        assert desk.page.locator("[role=alert]").count() == 1, desk.text
        desk.page.fill("#token", made["enrolment"]["token"])
        desk.page.fill("#login", login)
        desk.page.fill("#password", PASSWORD)
        desk.page.fill("#again", PASSWORD)
        desk.page.click("main button.main")
        secret = desk.page.inner_text("main .big").replace(" ", "")
        desk.page.click("main a.main")
        desk.page.fill("#login", login)
        desk.page.fill("#password", PASSWORD)
        desk.page.fill("#code", totp(secret, int(time.time()) // 30))
        desk.page.click("main button.main")
        assert desk.path == "/console", desk.text
        desk.page.click(".out button")
        assert desk.path == "/console/sign-in"
        desk.go("/console/cards")
        assert desk.path == "/console/sign-in", "signed out is out"


@pytest.mark.parametrize("password, code", [("not the password", ""), ("", ""), (PASSWORD, "000000"), (PASSWORD, "")])
def test_a_wrong_password_or_code_opens_nothing(world, chromium, password, code):
    with Desk(chromium, world.server, language="en") as desk:
        desk.go("/console/sign-in")
        desk.page.fill("#login", world.reviewer.login)
        desk.page.evaluate("document.querySelector('#password').required = false")
        desk.page.fill("#password", password)
        desk.page.fill("#code", code)
        desk.page.click("main button.main")
        assert desk.path == "/console/sign-in" and desk.page.locator("[role=alert]").count() == 1
        assert "shiming-staff" not in [cookie["name"] for cookie in desk.context.cookies()]


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_file_with_faults_goes_in_and_comes_back_mended(world, chromium, tmp_path, scripts):
    first = 1_000 if scripts else 2_000
    good = card_file(range(first, first + 30)).decode()
    lines = good.splitlines()
    wrong = iccid(first + 2)[:15]
    lines[3] = lines[3].replace(iccid(first + 2), wrong)
    spoilt = tmp_path / "cards.csv"
    spoilt.write_text("\n".join(lines) + "\n")
    batch = f"CONSOLE-{first}"
    with Desk(chromium, world.server, world.administrator, language="en", scripts=scripts) as desk:
        desk.page.click(".menu a[href='/console/intakes']")
        desk.page.select_option("#kind", "stock")
        desk.page.select_option("#product", PRODUCT)
        desk.page.fill("#batch", batch)
        desk.page.fill("#province", "31")
        desk.page.check("#direct")
        desk.page.set_input_files("#file", spoilt)
        desk.page.click("main button.main")
        assert desk.path.startswith("/console/intakes/"), desk.text
        if scripts:
            desk.page.wait_for_selector("a[href*='repair-file']")
        else:
            poll(lambda: desk.page.reload() and desk.page.locator("a[href*='repair-file']").count() or None, 30, "no repair file", pause=0.2)
        assert desk.page.inner_text("main .facts .lacking") == "✕ 1", desk.text
        assert "29" in desk.page.inner_text("main .facts") and desk.page.locator("tbody tr").count() >= 1, desk.text
        desk.picture("intake")
        with desk.page.expect_download() as download:
            desk.page.click("a[href$='form=csv']")
        repair = download.value.path().read_bytes()
        assert wrong.encode() in repair and iccid(first + 3).encode() not in repair
        mended = tmp_path / "mended.csv"
        mended.write_bytes(repair.replace(wrong.encode(), iccid(first + 2).encode()))
        desk.page.click(".menu a[href='/console/intakes']")
        desk.page.select_option("#kind", "stock")
        desk.page.select_option("#product", PRODUCT)
        desk.page.fill("#batch", batch)
        desk.page.fill("#province", "31")
        desk.page.check("#direct")
        desk.page.set_input_files("#file", mended)
        desk.page.click("main button.main")
        poll(lambda: len(list(world.administrator.pages("listCards", query={"batch": batch}))) == 30 or None, 30, "not all cards are in")


def test_what_is_no_file_of_cards_is_refused_in_words(world, chromium, tmp_path):
    nothing = tmp_path / "nothing.csv"
    nothing.write_bytes(b"\x00\x01\x02 this is no table")
    with Desk(chromium, world.server, world.administrator, language="en") as desk:
        desk.go("/console/intakes")
        desk.page.set_input_files("#file", nothing)
        desk.page.click("main button.main")
        assert desk.page.locator("[role=alert]").count() == 1, desk.text


def test_any_number_pasted_anyhow_finds_its_card(world, chromium):
    with Desk(chromium, world.server, world.clerk, language="en") as desk:
        for text in (iccid(3), iccid(3)[:4] + " " + iccid(3)[4:11] + " " + iccid(3)[11:], msisdn(3), imsi(3)):
            desk.go("/console")
            desk.page.fill("#numbers", text)
            desk.page.press("#numbers", "Enter")
            desk.page.wait_for_url(re.compile("/console/cards/card_"))
            assert iccid(3) in desk.text
            assert not [number for number in (iccid(3), msisdn(3), imsi(3)) if number in desk.page.url]
        desk.page.fill("#numbers", "\n".join([iccid(1), msisdn(2), iccid(40), "89860000000000000000"]))
        desk.page.click(".search button")
        assert desk.page.locator("table.rows tbody tr").count() == 3 and "89860000000000000000" in desk.text


def test_a_card_shows_what_may_be_done_and_why_the_rest_may_not(world, chromium):
    with Desk(chromium, world.server, world.administrator, language="en") as desk:
        desk.page.fill("#numbers", iccid(50))
        desk.page.press("#numbers", "Enter")
        desk.page.wait_for_url(re.compile("/console/cards/card_"))
        assert "real name first" in desk.page.inner_text(".refused")
        desk.page.click(".choices form:has(input[value='open-test']) button")
        desk.page.wait_for_selector("[role=alert], .timeline li:nth-child(3)")
        desk.picture("card")


def row_of(desk):
    """Which row of the list the keys have come to."""
    return desk.page.evaluate("[...document.querySelectorAll('table.rows tbody tr')].findIndex(row => row.contains(document.activeElement))")


def test_every_key_that_the_pages_promise_does_it(world, chromium):
    with Desk(chromium, world.server, world.clerk, language="en") as desk:
        keys = desk.page.keyboard
        desk.go("/console/cards")
        for is_open in (True, False):
            keys.press("?")
            assert desk.page.evaluate("document.querySelector('details[data-keys]').open") == is_open
        promised = desk.page.locator("details[data-keys] kbd").evaluate_all("all => all.map(one => one.textContent)")
        assert {*"?/ghjknasr190wu+−", "Esc", "Ctrl", "Enter"} <= set(promised), promised
        keys.press("/")
        assert desk.page.evaluate("document.activeElement.id") == "numbers" and desk.page.input_value("#numbers") == ""
        # Where somebody types, a letter is a letter.
        for key in "jg?/h":
            keys.press(key)
        assert desk.page.input_value("#numbers") == "jg?/h" and desk.path == "/console/cards" and row_of(desk) == -1
        desk.page.evaluate("document.activeElement.blur()")
        for key, row in (("k", 0), ("j", 1), ("j", 2), ("k", 1), ("g", 1), ("j", 1), ("j", 2), ("k", 1), ("k", 0), ("k", 0)):
            keys.press(key)
            assert row_of(desk) == row, key
        number = desk.page.evaluate("document.activeElement.textContent")
        keys.press("Enter")
        desk.page.wait_for_url(re.compile("/console/cards/card_"))
        assert desk.page.inner_text("h1") == number
        for key in "gh":
            keys.press(key)
        desk.page.wait_for_url(lambda url: url.endswith("/console"))
        # Each entry of the menu has a letter of its own, which the help tells, and it leads there.
        letters = desk.page.locator(".menu [data-go]").evaluate_all("all => all.map(one => one.dataset.go)")
        assert all(letters) and len(set(letters)) == len(letters) and set(letters) <= set(promised), letters
        for key in "gq":
            keys.press(key)
        desk.page.wait_for_url(lambda url: url.endswith("/console/review"))
    with Desk(chromium, world.server, world.auditor, language="zh") as desk:
        # A row with several links is one row.
        desk.go("/console/trail")
        assert desk.page.locator("table.rows tbody tr:first-child a").count() > 1
        for row in range(3):
            desk.page.keyboard.press("j")
            assert row_of(desk) == row


DROP = """([selector, name, text]) => {
    const form = document.querySelector(selector), carried = new DataTransfer(), said = [];
    if (name) carried.items.add(new File([text], name, {type: "text/csv"}));
    for (const kind of ["dragover", "drop"]) {
        const event = new DragEvent(kind, {dataTransfer: carried, bubbles: true, cancelable: true});
        form.querySelector("button.main").dispatchEvent(event);
        said.push(event.defaultPrevented, form.classList.contains("over"));
    }
    return [...said, [...form.querySelector("[type=file]").files].map(file => file.name)];
}"""


def test_a_file_dropped_on_its_form_is_chosen_and_goes_in(world, chromium):
    with Desk(chromium, world.server, world.administrator, language="en") as desk:
        desk.go("/console/intakes")
        # The browser opens nothing, the form shows that it takes it; what is no file leaves the choice as it was.
        for name in ("dropped.csv", ""):
            said = desk.page.evaluate(DROP, ["form[data-drop]", name, card_file(range(3_000, 3_005)).decode()])
            assert said == [True, True, True, False, ["dropped.csv"]], (name, said)
        desk.page.select_option("#kind", "stock")
        desk.page.select_option("#product", PRODUCT)
        desk.page.fill("#batch", "DROPPED")
        desk.page.fill("#province", "31")
        desk.page.check("#direct")
        desk.page.click("main button.main")
        assert desk.path.startswith("/console/intakes/"), desk.text
    poll(lambda: len(list(world.administrator.pages("listCards", query={"batch": "DROPPED"}))) == 5 or None, 30, "not all cards are in")


class Counted:
    """The keys that are pressed, counted; what is chosen in the list is chosen by them too."""

    def __init__(self, page):
        self.page, self.pressed = page, 0

    def press(self, key):
        self.pressed += 1
        self.page.keyboard.press(key)

    def pick(self, value):
        """A place with its reason, by the key that stands before it in the list."""
        key = self.page.get_attribute(f"#reason option[value='{value}']", "data-key")
        assert self.page.text_content(f"#reason option[value='{value}']").startswith(f"{key} "), key
        self.press(key)
        assert self.page.input_value("#reason") == value

    def send(self):
        """The decision; the page that answers is the next case or the queue."""
        here = self.page.url
        self.press("Control+Enter")
        self.page.wait_for_url(lambda url: url != here and "/decision" not in url)


UNREADABLE = "send-back /evidence/unit-document unreadable"
UNLIKE = "send-back /handler/documentNumber does-not-match"
NO_USE = "refuse /use use-not-plausible"
#: Of the twenty cases: the key that comes first, the reason, and what becomes of the case. A reason without a verdict brings its own.
REJECTED = {
    0: ("", UNREADABLE, "sent-back"), 3: ("s", UNREADABLE, "sent-back"), 7: ("w", UNLIKE, "sent-back"), 11: ("r", UNLIKE, "refused"),
    13: ("s", NO_USE, "sent-back"), 15: ("", NO_USE, "refused"),
}


@in_every_look
def test_twenty_cases_by_keyboard_alone_each_in_three_keys(world, chromium, language, size):
    """From the queue to the next case, whatever is decided: those sent back and refused as well, with place and reason."""
    first = CARDS + 20 * place(language, size)
    world.take_in(card_file(range(first, first + 20)), batch=f"KEYS-{first}")
    world.allocate(batch=f"KEYS-{first}")
    drafts = [waiting_case(world, [number]) for number in range(first, first + 20)]
    with Desk(chromium, world.server, world.reviewer, language, size=size) as desk:
        keys = Counted(desk.page)
        # What a mouse or a finger did would be found out.
        desk.page.add_init_script("for (const kind of ['pointerdown', 'touchstart', 'wheel']) addEventListener(kind, () => { throw new Error(`${kind}, not a key`); })")
        desk.go("/console/review")
        desk.picture("queue")
        keys.press("n")
        desk.page.wait_for_url(re.compile("/console/applications/"))
        desk.picture("case")
        for turn in range(20):
            if turn == 5:
                reason_and_verdict_go_together(desk.page, keys)
            # The key that led to the first one counts as one of its own.
            keys.pressed = int(turn == 0)
            first_key, value, state = REJECTED.get(turn, ("a", None, "approved"))
            if turn == 3:
                # Without a reason it is refused; what was chosen is not lost.
                keys.press("s")
                keys.press("Control+Enter")
                desk.page.wait_for_selector("[role=alert]")
                assert desk.page.is_checked("input[value='send-back']")
                keys.pressed = 0
            if first_key:
                keys.press(first_key)
            if value:
                # In the list itself the browser finds what begins so.
                keys.pick(value)
                verdict = "refuse" if state == "refused" else "send-back"
                assert desk.page.is_checked(f"input[value='{verdict}']")
                said = desk.page.inner_text("output[data-said]")
                assert said.endswith(desk.page.text_content(f"#reason option[value='{value}']")) and "·" in said, said
            keys.send()
            assert keys.pressed <= 3, (turn, keys.pressed)
        assert desk.path == "/console/review", desk.path
    decided = [world.clerk.must("readApplication", {"application": draft["application"]}).json() for draft in drafts]
    found = sorted([one["state"], *(f"{reason['pointer']} {reason['code']}" for reason in one.get("reasons", []))] for one in decided)
    wanted = sorted([[state, value.split(" ", 1)[1]] for _, value, state in REJECTED.values()] + [["approved"]] * (20 - len(REJECTED)))
    assert found == wanted, found


def reason_and_verdict_go_together(page, keys):
    """A reason brings its verdict until the reviewer says one himself; an approval has none, and what is typed chooses nothing."""
    def stands():
        return page.evaluate("[...document.querySelectorAll('input[name=verdict]:checked')].map(one => one.value)"), page.input_value("#reason")

    assert stands() == ([], "")
    page.focus("#note")
    keys.press("1")
    assert page.input_value("#note") == "1" and stands() == ([], "")
    page.fill("#note", "")
    page.evaluate("document.activeElement.blur()")
    keys.pick(UNREADABLE)
    keys.pick(NO_USE)
    assert stands() == (["refuse"], NO_USE)
    keys.press("s")
    keys.pick(NO_USE)
    assert stands() == (["send-back"], NO_USE)
    keys.press("0")
    assert stands() == (["send-back"], "") and page.inner_text("output[data-said]") == ""
    # It goes with the approval that follows, and is no reason of it.
    keys.pick(UNREADABLE)


def test_without_scripts_a_case_is_sent_back_in_two_acts_and_refused_in_three(world, chromium):
    cards = range(3_100, 3_103)
    world.take_in(card_file(cards), batch="NO-SCRIPTS")
    world.allocate(batch="NO-SCRIPTS")
    with Desk(chromium, world.server, world.reviewer, "zh", scripts=False) as desk:
        for number, chosen, value, state in (
                (3_100, None, UNREADABLE, "sent-back"), (3_101, "refuse", UNLIKE, "refused"), (3_102, "approve", UNLIKE, "approved")):
            draft = waiting_case(world, [number])
            world.reviewer.must("lockApplication", {"application": draft["application"]})
            desk.go(f"/console/applications/{draft['application']}")
            # What the cards are for, by which authorisation, and which they are.
            assert all(said in desk.text for said in ("设备与用途", "YS-100", "cold-chain", "授权事项", iccid(number))), desk.text
            if state == "sent-back":
                # Neither a verdict nor a reason that is on the list.
                desk.page.click(".decide button.main")
                assert desk.page.locator("[role=alert]").count() == 1, desk.text
            if chosen:
                desk.page.check(f"input[value='{chosen}']")
            desk.page.select_option("#reason", value)
            with desk.page.expect_navigation():
                desk.page.click(".decide button.main")
            told = world.clerk.must("readApplication", {"application": draft["application"]}).json()
            reasons = [] if state == "approved" else [value.split(" ", 1)[1]]
            assert told["state"] == state and [f"{one['pointer']} {one['code']}" for one in told.get("reasons", [])] == reasons, told


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_a_picture_that_comes_late_moves_nothing_under_the_hand(world, chromium, size):
    waiting_case(world, [35 if size == DESK else 36])
    with Desk(chromium, world.server, world.reviewer, "en", size=size) as desk:
        late, is_late = [], True
        desk.page.route("**/console/evidence/**", lambda route: late.append(route) if is_late else route.continue_())
        desk.go("/console/review")
        desk.page.click("main form button.main")
        pictures = desk.page.evaluate("[...document.querySelectorAll('figure img')].map(picture => { picture.loading = 'eager'; }).length")
        assert pictures > 0

        def stand():
            return desk.page.evaluate(
                "[...document.querySelectorAll('.decide, .decide input[type=radio]')].map(part => part.getBoundingClientRect().top + scrollY)")

        def stand_once_asked():
            # What the page asks for comes in here only while something is said to it.
            tops = stand()
            return tops if len(late) == pictures else None
        before = poll(stand_once_asked, 60, lambda: f"{len(late)} of {pictures} pictures are asked for")
        assert len(before) > 1
        is_late = False
        for route in late:
            route.continue_()
        poll(lambda: desk.page.evaluate("[...document.querySelectorAll('figure img')].every(picture => picture.naturalWidth > 0)"), 60, "no picture comes")
        assert stand() == before


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_case_that_is_held_shuts_nobody_out_and_every_page_is_light(world, chromium, language):
    waiting_case(world, [33 if language == "zh" else 34])
    with Desk(chromium, world.server, world.reviewer, language) as desk:
        desk.go("/console/review")
        desk.page.click("main form button.main")
        desk.page.wait_for_url(re.compile("/console/applications/"))
        found = shut_out_in_any_look(desk, "held-case", (DESK, PHONE), lambda: desk.picture("held-case"))
        assert not found, found
        # Pictures of papers are as heavy as they are; everything else is light.
        assert 5_000 < (loaded := weight(desk.page, besides="/evidence/")) < 200_000, loaded
        if language == "en":
            desk.look(DESK, "light")
            assert not (found := out_of_keys(desk.page, "held-case")), found
        desk.page.click(".decide button.quiet")
        assert desk.path == "/console/review", desk.path


@pytest.mark.parametrize("state", ["approved", "draft", "", "nonsense"])
def test_there_is_a_next_case_in_the_queues_alone(world, chromium, state):
    with Desk(chromium, world.server, world.reviewer, "en") as desk:
        token = desk.page.get_attribute(".out input[name=form]", "value")
        # Reading the trail is an entry too, for each of its pages.
        def tried():
            return sum(entry["action"] != "trail.read" for entry in world.auditor.pages("listTrail"))

        before = tried()
        answer = desk.context.request.post(desk.address + "/console/review/next", form={"form": token, "state": state})
        assert answer.ok and "/console/review?state=submitted" in answer.url or "/console/applications/" in answer.url, answer.url
        assert tried() <= before + 1, "nothing was tried on cases that are decided"


def test_two_reviewers_never_hold_one_case_and_no_clerk_decides(world, chromium):
    draft = waiting_case(world, [30])
    with Desk(chromium, world.server, world.reviewer) as desk, Desk(chromium, world.server, world.clerk) as other:
        desk.go("/console/review")
        desk.page.click("main form button.main")
        desk.page.wait_for_url(re.compile("/console/applications/"))
        pictures = desk.page.locator("figure img")
        assert pictures.count() >= 4 and desk.page.locator("figure").count() >= 6
        source = pictures.first.get_attribute("src")
        shown = desk.context.request.get(desk.address + source)
        assert shown.ok and shown.headers["cache-control"] == "no-store", "each look is one on the trail"
        other.go(f"/console/applications/{draft['application']}")
        assert other.page.locator(".decide, figure img").count() == 0
        assert other.context.request.get(other.address + source).status == 404, "whoever does not hold the case sees no picture"
        # Another reviewer sees that it is held, decides nothing about it, and is led to another case or to none.
        held, second = desk.path, Web(world, world.second_reviewer)
        text = second.get(held).text
        assert '<section class="decide"' not in text and 'src="/console/evidence/' not in text
        assert second.get(source).status_code == 404
        assert "another reviewer" in second.get("/console/review").text
        decided = second.form(held + "/decision", version=desk.page.get_attribute(".decide input[name=version]", "value"), verdict="approve")
        assert 400 <= decided.status_code < 500, decided.text[:2_000]
        reached = second.form("/console/review/next", state="submitted").url.removeprefix(second.address)
        assert reached != held and reached.startswith(("/console/applications/", "/console/review?")), reached
        if reached.startswith("/console/applications/"):
            second.form(reached + "/release")
        desk.page.reload()
        assert desk.page.locator(".decide").count() == 1, "whoever holds it holds it still"
        assert desk.context.request.get(desk.address + source, headers={"Sec-Fetch-Site": "cross-site"}).status == 404


def test_a_form_of_another_site_or_without_its_token_does_nothing(world, chromium):
    with Desk(chromium, world.server, world.reviewer) as desk:
        token = desk.page.get_attribute(".out input[name=form]", "value")
        for form, headers in [({}, {}), ({"form": "x" * 43}, {}), ({"form": token}, {"Sec-Fetch-Site": "cross-site"})]:
            answer = desk.context.request.post(desk.address + "/console/leave", form=form, headers=headers)
            assert answer.status == 403, (form, answer.status)
        desk.go("/console/account")
        assert desk.path == "/console/account"


def test_language_and_theme_are_chosen_at_the_foot_of_a_page_and_it_leads_nowhere_else(world):
    web = Web(world, world.clerk)

    def choose(**fields):
        answer = web.form("/console/appearance", follow=False, **fields)
        assert answer.status_code == 303, answer.text[:1_000]
        return answer.headers["Location"]

    assert 'data-theme="system"' in web.get("/console/cards").text
    for theme in ("light", "dark"):
        assert choose(theme=theme, back="/console/cards") == "/console/cards"
        assert f'data-theme="{theme}"' in web.get("/console/account").text
    for language, tag in (("zh", "zh-Hans"), ("en", "en")):
        assert choose(language=language, back="/console/account") == "/console/account"
        # What was chosen goes before what the browser asks for, and the other choice stays.
        text = web.get("/console/cards", headers={"Accept-Language": "en" if language == "zh" else "zh-CN"}).text
        assert f'<html lang="{tag}" data-theme="dark">' in text, text[:200]
    choose(theme="blinking", language="xx")
    assert '<html lang="en" data-theme="dark">' in web.get("/console/cards").text, "what is none changes nothing"
    for back in ("https://other.example/", "//other.example/", "/\\other.example/", "/console//other.example/", "/console/@other.example",
                 "/consoles", "javascript:alert(1)", "/console/\r\nSet-Cookie: x=1", ""):
        assert choose(theme="dark", back=back) == "/console", back


def test_whoever_signed_in_twice_ends_the_other_sign_in_and_nobody_elses(world):
    one, two = Web(world, world.clerk), Web(world)

    def others():
        return set(re.findall(r'action="(/console/account/sessions/[^"]+)"', one.get("/console/account").text))

    before = others()
    assert two.form("/console/sign-in", **world.clerk.credentials()).url.endswith("/console")
    [ended] = others() - before
    assert Web(world, world.reviewer).form(ended).status_code == 404
    assert two.get("/console/account").url.endswith("/console/account")
    assert one.form(ended).url.endswith("/console/account") and others() == before
    assert two.get("/console/account").url.endswith("/console/sign-in")


def test_a_second_factor_is_set_up_and_renewed_on_the_page_of_the_account(world, chromium):
    clerk = Caller(world.server).enrol(token_of(world, world.agent, "agent-clerk"), "factor.clerk")
    with Desk(chromium, world.server, clerk) as desk:
        secret = taken = None
        for password, works in (("another " + PASSWORD, False), (PASSWORD, True), (PASSWORD, True)):
            desk.go("/console/account")
            desk.page.fill("#factor-password", password)
            assert (desk.page.locator("#factor-code").count() == 1) == (secret is not None)
            if secret:
                desk.page.fill("#factor-code", totp(secret, max(int(time.time()) // 30, taken + 1)))
            desk.page.click("form[action='/console/account/second-factor'] button")
            assert desk.page.locator("[role=alert]").count() == (0 if works else 1), desk.text
            if works:
                before, secret = secret, desk.page.text_content("b.code.big").replace(" ", "")
                assert secret and secret != before
                taken = int(time.time()) // 30
                desk.page.fill("#code", totp(secret, taken))
                desk.page.click("main button.main")
                assert desk.path == "/console/account" and "✓" in desk.page.inner_text("dl.facts"), desk.text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_page_shuts_anybody_out(world, chromium, language):
    if not list(world.reviewer.pages("listApplications", query={"state": "submitted"})):
        waiting_case(world, [31])
    found = []
    for who, pages in ((world.administrator, ("/console", "/console/cards", "/console/intakes", "/console/figures", "/console/rules", "/console/account")),
                       (world.reviewer, ("/console", "/console/review", "/console/review?state=approved"))):
        with Desk(chromium, world.server, who, language) as desk:
            links = list(pages)
            for page in links:
                desk.go(page)
                links += [link for link in desk.page.eval_on_selector_all(
                    "table.rows tbody tr:first-child a", "links => links.map(link => link.getAttribute('href'))") if link not in links]
                name = re.sub(r"[^a-z]+", "-", desk.path.removeprefix("/console").split("_")[0]).strip("-") or "home"
                found += shut_out_in_any_look(desk, page, (DESK, PHONE), lambda: desk.picture(f"{who.login.split('.')[0]}-{name}"))
                assert (loaded := weight(desk.page)) < 200_000, (page, loaded)
                if language == "en" and page in ("/console/cards", "/console/intakes", "/console/review"):
                    # A list, a form and a queue, with all that stands around every page.
                    desk.look(DESK, "light")
                    found += out_of_keys(desk.page, page)
    assert not found, found


def faults(desk, name):
    """What shuts somebody out of the page as it stands."""
    return shut_out_in_any_look(desk, name, (DESK, PHONE), lambda: desk.picture("door-" + re.sub(r"[^a-z]+", "-", name)))


def token_of(world, organisation, *roles):
    return world.administrator.must("createAccount", json={"organisation": organisation, "roles": roles}).json()["enrolment"]["token"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_neither_door_nor_search_nor_problem_shuts_anybody_out(world, chromium, language):
    found = []
    with Desk(chromium, world.server, None, language) as desk:
        desk.go("/console/sign-in")
        found += faults(desk, "sign-in")
        desk.page.fill("#login", "nobody")
        desk.page.fill("#password", "wrong")
        desk.page.click("main button.main")
        assert desk.page.locator("[role=alert]").count() == 1
        found += faults(desk, "sign-in refused")
        desk.go("/console/enrol")
        found += faults(desk, "enrolment")
        for name, text in (("token", token_of(world, world.agent, "agent-clerk")), ("login", "door." + language), ("password", "short"), ("again", "short")):
            desk.page.fill("#" + name, text)
        desk.page.click("main button.main")
        assert desk.page.locator("[role=alert]").count() == 1
        found += faults(desk, "enrolment refused")
        # A reviewer has a second factor, which is shown once.
        for name, text in (("token", token_of(world, world.company, "reviewer")), ("login", "door.reviewer." + language), ("password", PASSWORD), ("again", PASSWORD)):
            desk.page.fill("#" + name, text)
        desk.page.click("main button.main")
        assert desk.page.locator("main .big").count() == 1, desk.text
        found += faults(desk, "enrolled")
        desk.go("/console/rules")
        assert desk.page.locator("#house ~ dl > [id^='H-'] .hint").count() > 12 and desk.page.locator("#R-25-09").count() == 1, desk.text
        groups = desk.page.locator("main nav a[href^='#R-']").evaluate_all("all => all.map(one => one.getAttribute('href'))")
        assert len(groups) > 5 and all(desk.page.locator(f"h2{group}").count() == 1 for group in groups), groups
        found += faults(desk, "rules")
    # Who came in with a password alone, and has become somebody who needs more.
    clerk = Caller(world.server).enrol(token_of(world, world.agent, "agent-clerk"), "door.clerk." + language)
    account = world.administrator.must("readAccount", {"account": clerk.account})
    world.administrator.must("updateAccount", {"account": clerk.account}, json={"roles": ["agent-reviewer"]}, version=account.headers["ETag"])
    with Desk(chromium, world.server, None, language) as desk:
        desk.go("/console/sign-in")
        desk.page.fill("#login", clerk.login)
        desk.page.fill("#password", PASSWORD)
        desk.page.click("main button.main")
        assert desk.path == "/console/second-factor", (desk.path, desk.text)
        assert desk.page.locator("b.code.big").count() == 1
        found += faults(desk, "second factor")
        # Looked at again, by whosever link, it makes no other: that is asked for.
        desk.go("/console/second-factor")
        assert desk.page.locator("b.code.big").count() == 0
        found += faults(desk, "second factor begun")
        desk.page.click("main button[name=anew]")
        assert desk.page.locator("b.code.big").count() == 1
        desk.page.fill("#code", "000000")
        desk.page.click("main button.main")
        assert desk.page.locator("[role=alert]").count() == 1
        found += faults(desk, "second factor refused")
    with Desk(chromium, world.server, world.clerk, language) as desk:
        for name, text, rows in (("search", "\n".join([iccid(1), msisdn(2), iccid(41), "89860000000000000000", "354403110000013"]), 3),
                                 ("search in vain", "89860000000000000000\nnonsense", 0)):
            desk.go("/console")
            desk.page.fill("#numbers", text)
            desk.page.click(".search button")
            assert desk.path == "/console/search" and desk.page.locator("table.rows tbody tr").count() == rows, desk.text
            found += faults(desk, name)
        for name, path, status in (("not permitted", "/console/trail", 403), ("not found", "/console/cards/card_" + "0" * 32, 404)):
            assert desk.go(path).status == status, path
            # Each leads to its rule, the law's or the system's own.
            rule = desk.page.locator("main a.rule")
            assert rule.first.get_attribute("href") == "/console/rules#" + {403: "R-DP-19", 404: "H-08"}[status], desk.text
            found += faults(desk, name)
        # A form that is not of this session.
        desk.go("/console/account")
        desk.page.evaluate("document.querySelector('.out input[name=form]').value = 'x'.repeat(43)")
        with desk.page.expect_navigation():
            desk.page.click(".out button")
        assert desk.page.locator("main .panel.bad").count() == 1, desk.text
        found += faults(desk, "form of another session")
    assert not found, found


@pytest.mark.parametrize("language, words", [("zh", ("未见异常", "需注意", "高风险")), ("en", ("nothing found", "to be noted", "high risk"))])
def test_the_queue_tells_cases_apart_and_says_their_risk_to_reviewers_alone(world, chromium, language, words):
    draft = waiting_case(world, [37 if language == "zh" else 38])
    with Desk(chromium, world.server, world.reviewer, language) as desk:
        desk.go("/console/review")
        row = desk.page.locator("table.cases tbody tr", has_text=draft["code"])
        assert row.count() == 1, desk.text
        for text in (UNIT["name"], "示例一级代理商"):
            assert text in row.inner_text(), (text, row.inner_text())
        checks = world.reviewer.must("readApplication", {"application": draft["application"]}).json()["checks"]
        verdicts = {check["verdict"] for check in checks}
        level = 2 if "failed" in verdicts else 1 if "warned" in verdicts else 0
        assert " ".join(row.locator(".risk").inner_text().split()) == f"{'✓△▲'[level]} {words[level]}", verdicts
    with Desk(chromium, world.server, world.clerk, language) as desk:
        desk.go("/console/review?state=submitted")
        assert desk.page.locator("table.cases tbody tr", has_text=draft["code"]).count() == 1, desk.text
        assert desk.page.locator(".risk").count() == 0, "whoever hands in is not told how to pass"

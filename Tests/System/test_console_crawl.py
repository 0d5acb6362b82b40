"""Every link opened and every form sent, as each role, with what hostile people type: nothing breaks, nothing runs, nobody sees another's.

In a half of the tries what can be chosen is chosen rightly, so that what was typed is stored and shown afterwards, and looked at: in the page
as it is sent, and by a browser that would run it.
"""
import base64
import collections
import datetime
import functools
import html.parser
import itertools
import re

import pytest
from accessibility import shut_out_in_look, weight
from console_desk import DESK, PICTURES, Desk
from console_web import Web
from personal_page import CHROMIUM, PHONE, WATCH, browser
from playwright.sync_api import sync_playwright
from shiming_server import (BATCH, BIN, OTHER_UNIT, ROOT, SEAT_BATCH, SEAT_CARDS, SEAT_SELLER, UNIT, Caller, World, card_file, iccid, instant,
                            serving)

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")
# Whoever may change most comes last.
ROLES = ["hall_clerk", "clerk", "auditor", "agent_reviewer", "reviewer", "enterprise_manager", "compliance", "agent_manager", "account_manager"]
CRAWLS = [(role, "zh") for role in ROLES] + [("administrator", "en"), ("administrator", "zh")]
HOSTILE = [
    "<script>alert(1)</script>", "\"'><img src=x onerror=alert(1)>", "{{w.home.title}}{{{body}}}", "' OR 1=1 --", "../../etc/passwd", "０１２３", "\u202e\u0000\u200b",
    "欧" * 3_000, "-1", "9" * 40, "%00%ff%", "a\r\nSet-Cookie: x=1",
]
# A template's key that was typed, where it stands in a field, as it was typed, or masked.
TYPED_BRACES = re.compile(r"value=\"[^\"]*\"|<textarea[^>]*>[^<]*|\{\{w\.home\.title\}\}\{\{\{body\}\}\}|\{\{w\*+y\}\}\}")
# As they stand in a page that shows them.
SHOWN = ("&lt;script&gt;alert(1)", "&gt;&lt;img src=x", "{{w.home.title}}")
FOREIGN = "绝密甲方科技有限公司"
HALL_CARDS = range(800, 803)
WATCH_CARDS = (700, 701)
# What stands on a page that shows somebody else's: names, batches and cards of each who sees his own alone. Nothing of it is ever typed by a crawl.
MARKS = {
    "agent": ("示例一级代理商", BATCH, "CLAIMED-WITH-FAULTS", iccid(1), UNIT["name"]),
    "hall": ("示例营业厅", "HALL-BATCH", iccid(HALL_CARDS[0])),
    "enterprise": ("示例企业", OTHER_UNIT["name"], OTHER_UNIT["documentNumber"], SEAT_BATCH, *map(iccid, SEAT_CARDS[:2])),
    "seller": (SEAT_SELLER,),
    "foreign": (FOREIGN, "FOREIGN-BATCH", iccid(500)),
}
# Whose marks may stand on the pages of a role; those of everybody where the role is not named here. A unit may know who sold it its cards.
SEES = {"clerk": ("agent",), "agent_manager": ("agent",), "agent_reviewer": ("agent",), "hall_clerk": ("hall",), "enterprise_manager": ("enterprise", "seller")}
# The card a role types: one that it has.
OWN_CARD = {"hall_clerk": HALL_CARDS[2], "enterprise_manager": SEAT_CARDS[2]}
SOURCES = ROOT / "Sources/Console/Serving"
# Sent with nothing but nonsense, never as it would be done: it would end the sign-in that crawls, or lock another role out.
NEVER_DONE = re.compile(r"/console/(account/password|account/second-factor|second-factor|appearance|staff/ID|roles|staff/ID/figures)$")
# What is typed in fields that take no other.
TYPED = {
    "code": "c-{}".format, "login": "login.{}".format, "url": "http://127.0.0.1:9/{}".format, "carrier": lambda _: "telecom",
    "en": "It is blurred {}".format, "zh": "模糊 {}".format, "version": "2026-{}".format,
}
# Fields that take the number of a card.
NUMBERED = ("numbers", "list", "number", "cards")
# Pages no link leads to: for whoever is not signed in, not yet or not wholly; and what is asked for by a page's script, or by a key.
UNLINKED = {
    "/console/sign-in": "nobody who is signed in is led there", "/console/enrol": "for whoever has no account yet",
    "/console/second-factor": "where a second factor is missing",
    "/console/intakes/{id}/progress": "asked for by the page's script", "/console/intakes/{id}/events": "asked for by the page's script",
    "/console/counter/{id}": "the slip after handing in at the counter (test_console_counter.py)",
}
# Pages a link leads to where somebody did before what a crawler does by luck alone; each has a test of its own.
BY_LUCK = {
    "/console/exports/{id}/file": "a file of what another approved (test_console_second_eyes.py)",
    "/console/evidence/{id}": "a picture of a case that is held, on the page of the reviewer who holds it, or an own paper on a draft (test_console.py)",
    "/console/review/again/{id}": "a case approved and drawn for re-audit (test_console_second_eyes.py)",
}


class Links(html.parser.HTMLParser):
    """What a page leads to, and its forms: the fields with what may be chosen in them, and the buttons that send them."""

    def __init__(self, text):
        super().__init__()
        self.links, self.forms, self.scripts, self.handlers = [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.handlers += [name for name, _ in attributes if name.startswith("on")]
        if tag == "script":
            self.scripts.append(values)
        if tag in ("a", "link", "img") and (values.get("href") or values.get("src")):
            self.links.append(values.get("href") or values.get("src"))
        if tag == "form":
            self.forms.append({"action": values.get("action"), "method": values.get("method", "get"), "fields": [], "buttons": []})
        if not self.forms:
            return
        form = self.forms[-1]
        if tag == "button" and values.get("type", "submit") == "submit":
            form["buttons"].append((values.get("formaction") or form["action"], {values["name"]: values.get("value", "")} if values.get("name") else {}))
        if tag in ("input", "select", "textarea") and values.get("name"):
            form["fields"].append({"name": values["name"], "type": values.get("type", "text") if tag == "input" else tag, "value": values.get("value", ""),
                                   "most": int(values.get("maxlength", 10_000)), "mode": values.get("inputmode", ""), "options": []})
        if tag == "option" and form["fields"]:
            form["fields"][-1]["options"].append(values.get("value", ""))


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    folder = tmp_path_factory.mktemp("crawl")
    secrets = folder / "secrets"
    secrets.write_text("whsec_" + base64.b64encode(b"an invented secret of webhooks").decode())
    secrets.chmod(0o600)
    # Nobody takes what is sent: it waits and is shown. A sign-in is used by several browsers, so that none may renew it.
    settings = ("rate-open-requests=1000000", "rate-requests=1000000", "webhook-local-allowed=1", "notice-gather-seconds=1", "access-token-seconds=14400")
    arguments = ("--notice-webhook-url", "http://127.0.0.1:9/", "--notice-webhook-secret-file", str(secrets))
    with serving(folder / "server", settings=settings, arguments=arguments) as server:
        world = World(server, ROLES)
        assert world.take_in(card_file(range(40)))["counts"]["taken"] == 40
        world.allocate()
        world.submit(world.begin(cards={"numbers": [iccid(1)]}))
        world.begin(cards={"numbers": [iccid(3)]})
        world.register(cards={"numbers": [iccid(2)]})
        world.take_in(card_file(HALL_CARDS), batch="HALL-BATCH")
        world.allocate(to=world.hall, batch="HALL-BATCH")
        # Another agent's, which none of the first agent's people may see.
        other = world.organisation("agent", FOREIGN)
        world.take_in(card_file(range(500, 505)), batch="FOREIGN-BATCH")
        world.allocate(to=other, batch="FOREIGN-BATCH")
        furnish(world)
        yield world


def furnish(world):
    """One of everything else that has a page: a person's case, a card claimed by somebody else, a webhook, a key, a campaign, an export, devices, a
    notice, a batch with faults, a stopped card."""
    administrator, clerk = world.administrator, world.clerk
    administrator.must("createProduct", json={"code": "watch", "terms": WATCH})
    world.take_in(card_file(WATCH_CARDS), batch="WATCHES", product="watch")
    world.allocate(batch="WATCHES")
    world.leave_cases_to_agents()
    # Before staff of the agent, so looked at by the operating company.
    for number in WATCH_CARDS:
        world.hand_in_person(number)
    link = clerk.must("issueEntrances", json={"kind": "link", "cards": {"numbers": [iccid(WATCH_CARDS[0])]}, "days": 1}).json()["items"][0]
    claimant = Caller(world.server)
    claimant.token = claimant.must("openSeat", json={"link": link["code"]}).json()["token"]
    claimant.must("claimCard", json={})
    administrator.must("createWebhook", json={"url": "http://127.0.0.1:9/events"})
    world.people["agent_manager"].must("createWebhook", json={"url": "http://127.0.0.1:9/agents"})
    for place, login in ((world.company, "robot"), (world.agent, "agent.robot")):
        machine = administrator.must("createAccount", json={
            "organisation": place, "kind": "machine", "login": login, "roles": ["agent-clerk" if place == world.agent else "administrator"]}).json()
        until = instant(datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=30))
        administrator.must("createAPIKey", json={
            "account": machine["account"]["id"], "label": login, "permissions": ["card:read"], "expiresAt": until})
    today = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8))).date()
    administrator.must("makeCampaign", json={
        "name": "补登记", "gap": "holder", "organisation": world.agent, "begins": today.isoformat(),
        "deadline": (today + datetime.timedelta(days=60)).isoformat(), "noticeDays": [30], "stops": False})
    for who in (clerk, administrator):
        who.must("askForExport", json={"kind": "cards", "reason": "季度对账 2026-Q3"})
    pool = clerk.must("createDevicePool", json={"name": "水表一批"}).json()["id"]
    clerk.must("declarePoolDevices", {"devicePool": pool}, json={"imeis": ["354403110000013"]})
    world.take_in(b"ICCID\n123\n", batch="WITH-FAULTS")
    world.take_in(b"ICCID\n123\n", by=clerk, kind="claim", batch="CLAIMED-WITH-FAULTS")
    for command, more in (("activate", {}), ("stop", {"reason": "risk"})):
        administrator.must("changeLives", json={"command": command, "cards": {"numbers": [iccid(2)]}} | more)


# Things of a kind whose pages are opened: not each has all there is to see.
OF_A_KIND = 4
# What takes away again what was stored, done after that was looked at.
UNDOING = re.compile(r"/(discard|release|revoke|cancel)$")


HEAVIEST = 200_000


def kind_of(path):
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|card_[0-9a-f]+", "ID", path)


def is_copy(answer):
    """A paper's marked copy, which has no text to look through."""
    return answer.headers.get("Content-Type", "").startswith(("image/", "application/pdf"))


class Crawler:
    #: The kinds of pages that any role has seen.
    everything = set()

    def __init__(self, world, caller, language="zh", card=4):
        self.world, self.address, self.card = world, world.server.address, iccid(card)
        self.web = Web(world, caller, language).session
        self.sent, self.done, self.taken, self.texts = 0, set(), set(), []
        self.numbers = itertools.count()

    def crawl(self, most=800):
        """Opens whatever a link leads to; answers the pages by their address, and their forms. Nothing is sent meanwhile, so no link may be broken."""
        waiting, seen, pages, forms = ["/console"], collections.Counter(), {}, []
        while waiting:
            assert len(pages) < most, f"{len(waiting)} pages were not opened"
            path = waiting.pop(0)
            kind = kind_of(path)
            if path in pages or seen[kind] == OF_A_KIND:
                continue
            seen[kind] += 1
            answer = self.web.get(self.address + path, timeout=60)
            self.judge(path, answer)
            assert answer.status_code == 200, f"a link to {path} leads to {answer.status_code}"
            pages[path] = "" if is_copy(answer) else answer.text
            self.everything.add(kind.split("?")[0])
            if "text/html" not in answer.headers["Content-Type"]:
                continue
            found = Links(answer.text)
            waiting += [link.split("#")[0] for link in found.links if link.startswith("/console") and "/assets/" not in link]
            forms += found.forms
        return pages, forms

    def judge(self, what, answer):
        assert answer.status_code < 500, f"{what}: {answer.status_code} {answer.text[:1_000]}"
        if is_copy(answer):
            return
        self.texts.append((what, answer.text))
        if "text/html" not in answer.headers.get("Content-Type", ""):
            return
        assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
        found = Links(answer.text)
        assert not found.handlers and all(set(script) == {"type", "src"} for script in found.scripts), f"{what}: {found.handlers} {found.scripts}"
        assert all(link.startswith(("/", "#", "otpauth:")) for link in found.links), found.links
        assert "{{" not in TYPED_BRACES.sub("", answer.text), what

    def abuse(self, form, undoing):
        """Each button of the form: hostile in every field, and hostile in one field that is typed with everything else as it should be."""
        for action, pressed in form["buttons"] or [(form["action"], {})]:
            kind = kind_of(action or "")
            act = (form["method"], kind, tuple(sorted((name, kind_of(value)) for name, value in pressed.items())))
            if act in self.done or bool(UNDOING.search(kind)) != undoing or kind.endswith(("/leave", "/account/password")) or "/sessions/" in kind:
                continue
            self.done.add(act)
            for text in HOSTILE:
                self.send(form, action, pressed, self.nonsense(form, text), text)
            for text in HOSTILE[:2]:
                answer = self.send(form, action, pressed, self.nonsense(form, text) | {"form": text}, text)
                if form["method"] == "post":
                    assert answer.status_code in (400, 403, 413), (action, answer.status_code)
            if form["method"] == "post" and not NEVER_DONE.search(kind):
                typed = [one["name"] for one in form["fields"] if one["type"] in ("text", "textarea", "search", "tel", "url") and one["mode"] != "numeric"]
                for name, text in itertools.product(typed[:16] or [None], HOSTILE[:3]):
                    answer = self.send(form, action, pressed, self.plausible(form, name, text), text)
                    if answer.ok and answer.history:
                        self.taken.add((kind, name))

    def nonsense(self, form, text):
        """Whatever the field is; what the server wrote into its own hidden fields stays for a half of the tries, so that the others are judged too."""
        keeps = self.sent % 4 < 2
        return {one["name"]: one["value"] if one["name"] == "form" or (one["type"] == "hidden" and keeps) else text
                for one in form["fields"] if one["type"] != "file"}

    def plausible(self, form, poisoned, text):
        """As somebody fills it in who means it, but for one field."""
        fields, turn, days = {}, next(self.numbers), itertools.count(1)
        for one in form["fields"]:
            name, type, options = one["name"], one["type"], [value for value in one["options"] if value]
            day = (datetime.date.today() + datetime.timedelta(days=15 * next(days))).isoformat() if type.startswith("date") else ""
            if name == poisoned:
                # Whoever writes more than a field holds is refused, and nothing is stored.
                fields[name] = text[:one["most"]]
            elif type == "hidden":
                fields[name] = one["value"]
            elif type == "select":
                fields[name] = options[turn % len(options)] if options else ""
            elif type == "radio":
                if turn % 2 or name not in fields:
                    fields[name] = one["value"]
            elif type == "checkbox":
                if turn % 3 == 0:
                    fields[name] = one["value"] or "on"
            elif day:
                fields[name] = day + ("T08:00" if type == "datetime-local" else "")
            elif type == "number" or one["mode"] == "numeric":
                fields[name] = one["value"] or "1"
            elif name in NUMBERED:
                fields[name] = one["value"] or self.card
            elif type != "file":
                fields[name] = one["value"] or TYPED.get(name, lambda turn: "季度对账 2026-Q3")(turn)
        return fields

    def send(self, form, action, pressed, fields, text):
        data = fields | pressed
        files = [one["name"] for one in form["fields"] if one["type"] == "file"]
        send = {"params": data} if form["method"] == "get" else {"data": data}
        if files and form["method"] == "post":
            send["files"] = {name: (text[:50], text.encode(), "text/csv") for name in files}
        answer = self.web.request(form["method"], self.address + action, timeout=60, **send)
        self.sent += 1
        self.judge((action, pressed, text), answer)
        return answer


@functools.cache
def routes():
    """The addresses of the console's pages, from where they are registered."""
    link, pages = (SOURCES / "ConsoleLink.swift").read_text(), "".join(path.read_text() for path in SOURCES.glob("Console*.swift"))
    parts = {}
    for name, before, id, after in re.findall(r'case \.(\w+)(?:\([^)]*\))?: \("([^"]*)", (\w+), "([^"]*)"\)', link):
        parts[name] = "/console" + before + ("" if id == "nil" else "/{id}") + after
    steps = re.search(r"case (.+)", (SOURCES / "DraftStep.swift").read_text()).group(1).split(", ")
    names = re.findall(r"page\(\w+, \.get, \.(\w+)", pages)
    found = {parts[name] for name in names if name != "draftStep"} | {f"/console/drafts/{{id}}/{step}" for step in steps}
    assert len(found) > 50, found
    return found


def route_of(path):
    """The one of these that answers there."""
    path = path.split("?")[0]
    return path if path in routes() else next((route for route in routes() if re.fullmatch(re.sub(r"\{id\}", "[^/]+", route), path)), path)


#: How the pages are looked at, by language: on each size light and dark with one of them.
LOOKS = {"zh": ((DESK, "light"), (PHONE, "dark")), "en": ((PHONE, "light"), (DESK, "dark"))}
if PICTURES:
    # Whoever wants to look at the pictures gets them all.
    LOOKS = {language: tuple(itertools.product((DESK, PHONE), ("light", "dark"))) for language in LOOKS}


@pytest.fixture(scope="module")
def opened(world):
    """The pages that each role can open before anybody has typed anything, by their route."""
    found = {}
    for role in (*ROLES, "administrator"):
        pages, _ = Crawler(world, getattr(world, role)).crawl()
        found[role] = {}
        for path, text in pages.items():
            found[role].setdefault(route_of(path), (path, text.startswith("<!doctype html>")))
    return found


@pytest.mark.parametrize("language", LOOKS)
def test_no_page_that_any_role_opens_shuts_anybody_out(world, opened, language):
    """One page of each route, as it is for whoever may least and, in the other language, for whoever may most; and none is heavy."""
    if not CHROMIUM:
        pytest.skip("there is no chromium")
    missing = routes() - {route for pages in opened.values() for route in pages} - {*UNLINKED, *BY_LUCK}
    assert not missing, f"nobody came to {missing}"
    judged, found = set(), []
    with sync_playwright() as player, browser(player) as running:
        for role, pages in opened.items() if language == "zh" else reversed(opened.items()):
            with Desk(running, world.server, getattr(world, role), language) as desk:
                for route, (path, is_page) in pages.items():
                    if not is_page or route in judged:
                        continue
                    judged.add(route)
                    assert desk.go(path).status == 200, (role, path)
                    # With all it loads; pictures of papers are as heavy as they are.
                    if (loaded := weight(desk.page, besides="/evidence/")) >= HEAVIEST:
                        found.append((route, f"{loaded} bytes"))
                    for size, scheme in LOOKS[language]:
                        desk.look(size, scheme)
                        desk.picture("page" + re.sub(r"[^a-z]+", "-", route.removeprefix("/console")).rstrip("-"))
                        found += shut_out_in_look(desk.page, f"{route} as {role}", size, scheme)
    assert len(judged) > 50 and not found, found


#: By role, the pages that show something hostile which is stored.
POISONED = {}


@pytest.mark.parametrize("role, language", CRAWLS, ids=[f"{role}-{language}" for role, language in CRAWLS])
def test_no_link_is_broken_no_form_breaks_and_nothing_typed_runs(world, role, language):
    crawler = Crawler(world, getattr(world, role), language, OWN_CARD.get(role, 4))
    # What is done opens other pages, with other forms.
    for _ in range(2):
        pages, forms = crawler.crawl()
        for form in forms:
            crawler.abuse(form, undoing=False)
    pages, forms = crawler.crawl()
    POISONED[role] = [path for path, text in pages.items() if any(shown in text for shown in SHOWN)]
    for form in forms:
        crawler.abuse(form, undoing=True)
    assert len(pages) > 8 and crawler.sent > 60, (list(pages), crawler.sent)
    assert crawler.taken and len(POISONED[role]) >= (20 if role == "administrator" else 2), "what is hostile was stored, and is shown"
    of_others = [mark for owner, marks in MARKS.items() if owner not in SEES.get(role, MARKS) for mark in marks]
    for what, text in crawler.texts:
        assert not (told := [mark for mark in of_others if mark in text]), (role, what, told)
    # And what is its own is seen, so that the marks are looked for where they would stand.
    for owner in SEES.get(role, ())[:1]:
        assert any(mark in text for mark in MARKS[owner] for _, text in crawler.texts), (role, owner)


def test_the_crawls_have_seen_every_page_there_is(world):
    if len(POISONED) < len(set(role for role, _ in CRAWLS)):
        pytest.skip("not every role has crawled")
    missing = routes() - {route_of(path) for path in Crawler.everything}
    assert missing <= {*UNLINKED, *BY_LUCK}, f"nobody came to {missing - {*UNLINKED, *BY_LUCK}}"
    assert set(UNLINKED) <= missing, f"a link leads there all the same: {set(UNLINKED) - missing}"


def test_a_browser_runs_nothing_of_what_is_stored(world):
    if not CHROMIUM:
        pytest.skip("there is no chromium")
    if not POISONED:
        pytest.skip("nobody has crawled")
    with sync_playwright() as player, browser(player) as running:
        for role, pages in POISONED.items():
            if not pages:
                continue
            with Desk(running, world.server, getattr(world, role), "en" if role == "administrator" else "zh") as desk:
                said = []
                desk.page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
                desk.page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
                for path in pages:
                    desk.go(path)
                    assert not said and desk.page.locator("img[src=x], [onerror]").count() == 0, (role, path, said)

#!/usr/bin/env python3
"""Makes the pictures of docs/guides.md and docs/guides.zh-CN.md: starts the program named by SHIMING_BIN (or the debug build), has invented
people do their work, and keeps what Chromium shows, in few colours. Ends with 1 where a picture is too large for a guide.

Two servers are started: one of the staff, with a carrier's sandbox and a program that is told; one of the persons, whose cases are decided one
by one. Nothing that is shown once (a token, a key, a link's code) is on a page when its picture is taken.

    SHIMING_BIN=.build/debug/shiming .venv/bin/python Scripts/guide-pictures.py
"""
import base64
import contextlib
import datetime
import io
import json
import os
import pathlib
import re
import sys
import tempfile
import typing
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parent.parent
os.environ.setdefault("SHIMING_BIN", str(ROOT / ".build/debug/shiming"))
sys.path.insert(0, str(ROOT / "Tests/System"))

from PIL import Image  # noqa: E402
from console_counter import Counter  # noqa: E402
from console_desk import Desk  # noqa: E402
from console_operation import change, day, disagreement, play, program_told, shown  # noqa: E402
from personal_page import SETTINGS, WATCH, Phone, WatchSeller, browser, effective, prove  # noqa: E402
from persons import UNLIMITED  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402
from sandbox_program import SandboxProgram  # noqa: E402
from shiming_server import (BATCH, HANDLER, OTHER_UNIT, RESPONSIBLE, UNIT, Caller, World, card_file, iccid, instant, poll,  # noqa: E402
                            serving)

TARGET = ROOT / "docs/pictures"
BYTES_MAX = 60_000
SIZE = {"width": 1100, "height": 720}
# As many as fit: a page full of text is drawn in fewer.
COLOURS = (32, 24, 16)
LANGUAGES = ("zh", "en")
PEOPLE = ["clerk", "agent_manager", "hall_clerk", "reviewer", "second_reviewer", "compliance", "auditor"]
# A sign-in is used by several browsers, so that none may renew it.
STAFF_SETTINGS = (*UNLIMITED, "access-token-seconds=14400", "webhook-local-allowed=1", "webhook-wait-seconds-max=5", "notice-gather-seconds=1",
                  "carrier-sandbox-allowed=1", "carrier-settle-seconds=5")

# Cards by their running numbers.
REGISTERED = range(3)
RUNS_HERE_ONLY = 1
ENDS_SOON, SENT_BACK, REFUSED = 3, 4, 5
STOPPED = (7, 8, 9)
IN_DRAFTS = 10
IN_QUEUE = ((12, OTHER_UNIT), (13, UNIT))
IN_STOCK = range(40)
OLD = range(100, 112)
OLD_BATCH = "OLD-2019"
AT_HALL = range(500, 510)
OF_PERSONS = range(520, 530)
CHILDREN_WATCH = "儿童手表"
# How tokens, keys of programs and secrets of webhooks begin.
SECRET = re.compile(r"sm_[a-z]+_|whsec_")
# Whose person registers a watch himself, in the other server.
SEED = 73


def keep(seen, name, language):
    """What the window shows, in few colours; nothing of it opens anything."""
    told = SECRET.search(seen.page.inner_text("body"))
    assert not told and not seen.page.locator("#secret").count(), f"{seen.path} shows what is shown once"
    shot = Image.open(io.BytesIO(seen.page.screenshot())).convert("RGB")
    path = TARGET / f"{name}-{language}.png"
    for colours in COLOURS:
        shot.quantize(colours, dither=Image.Dither.NONE).save(path, optimize=True)
        if path.stat().st_size <= BYTES_MAX:
            break
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes")
    return path


# ---------------------------------------------------------------- what there is to see

@contextlib.contextmanager
def staffed(folder):
    """The server of the staff: its cards are at a carrier's sandbox, and a program takes its notices and events."""
    folder.mkdir()
    secrets = folder / "secrets"
    secrets.write_text("whsec_" + base64.b64encode(b"an invented secret of webhooks").decode())
    secrets.chmod(0o600)
    carrier = SandboxProgram(folder / "carrier", "carriers", "SHIMING_SANDBOX_CARRIERS_KEY", "--files", str(folder / "connections"))
    with carrier as sandbox, program_told() as told:
        play(sandbox, cards=[shown(n, "ready", "registered" if n <= ENDS_SOON else "unregistered") for n in IN_STOCK], effectSeconds=[1, 1],
             windowSeconds=1)
        connection = folder / "connections/onelink.json"
        connection.write_text(json.dumps(json.loads(connection.read_text()) | {"limits": {"windowSeconds": 1, "callsPerCardPerMinute": 0}}))
        address = f"http://127.0.0.1:{told.server_address[1]}"
        arguments = ("--carrier", str(connection), "--notice-webhook-url", address + "/notices", "--notice-webhook-secret-file", str(secrets))
        with serving(folder / "server", settings=STAFF_SETTINGS, arguments=arguments) as server:
            world = World(server, PEOPLE)
            world.sandbox, world.told, world.told_at = sandbox, told, address
            yield world


def prepare(world):
    administrator, manager = world.administrator, world.agent_manager
    stock(world)
    world.webhook = manager.must("createWebhook", json={"url": world.told_at + "/events"}).json()["webhook"]["id"]
    own = {"code": "own-blurred-seal", "zh": "公章重影", "en": "The seal is blurred.", "verdicts": ["send-back"], "fields": ["/evidence"]}
    administrator.must("setReasonList", json={"reasons": [own], "after": 0})
    # Everything that is approved is drawn for another look.
    administrator.must("setReviewPolicy", json={"policy": {"reAuditPermille": 1_000, "twoReviewers": []}, "after": 0})
    decide(world)
    wait_for_review(world)
    give_out_entrances(world)
    back_registration(world)
    stop_cards(world)
    disagreement(world, RUNS_HERE_ONLY)
    change(world, "open-test", [number for number in (*REGISTERED, ENDS_SOON) if number != RUNS_HERE_ONLY])
    machines(world)
    ask_for_files(world)
    hold_for_cases(world)
    named = {"unit": UNIT, "handler": HANDLER, "responsiblePerson": RESPONSIBLE}
    world.part = world.clerk.must("createRegistration", json={"channel": "agent", "content": named}).json()["application"]
    # Last, as it changes what the agent's persons have to show.
    rule = {"condition": {"deviceTypes": [CHILDREN_WATCH]}, "methods": ["document-data", "document-photos", "guardian"],
            "reasonZh": "儿童手表须由监护人同意。", "reasonEn": "A guardian consents to a child's watch."}
    policy = {"rules": [rule], "approval": "reviewer", "attemptsMax": 3}
    administrator.must("setVerificationPolicy", {"organisation": world.agent}, json={"policy": policy, "after": 0})


def stock(world):
    """Cards of four batches, and who has them."""
    world.administrator.must("createProduct", json={"code": "watch", "terms": WATCH})
    world.organisation("agent", "示例二级代理商", parent=world.agent)
    world.take_in(card_file(IN_STOCK))
    world.allocate()
    world.take_in(card_file(AT_HALL), product="watch", batch="HALL")
    world.allocate(to=world.hall, batch="HALL")
    world.take_in(card_file(OF_PERSONS), product="watch", batch="W-2026-05")
    world.allocate(batch="W-2026-05")
    world.take_in(card_file(OLD), kind="existing", batch=OLD_BATCH)
    world.allocate(batch=OLD_BATCH)


def decide(world):
    """Hand-ins of the agent: approved, one of them until soon, sent back and refused."""
    world.register(cards={"numbers": [iccid(number) for number in REGISTERED]})
    authorisation = {"purpose": "办理物联网卡实名登记", "validFrom": day(-300), "validUntil": day(10)}
    world.register(cards={"numbers": [iccid(ENDS_SOON)]}, unit=OTHER_UNIT, authorisation=authorisation)
    for number, verdict in ((SENT_BACK, "send-back"), (REFUSED, "refuse")):
        draft = world.submit(world.begin(cards={"numbers": [iccid(number)]}))
        world.reviewer.must("lockApplication", {"application": draft["application"]})
        world.decide(draft, ask="must", verdict=verdict, reasons=[{"pointer": "/use/scene", "code": "use-not-plausible"}])


def wait_for_review(world):
    """The units' cases wait longest: the reviewer's picture is of one with papers."""
    for number, unit in IN_QUEUE:
        world.submit(world.begin(cards={"numbers": [iccid(number)]}, unit=unit))
    for number, holder in zip(OF_PERSONS, (HANDLER, RESPONSIBLE)):
        world.hand_in_person(number, holder=holder)


def give_out_entrances(world):
    """Links and codes: one that somebody opened, one revoked, others open. And somebody says that a card is his for which another has applied."""
    def issue(numbers, kind):
        asked = {"kind": kind, "cards": {"numbers": [iccid(number) for number in numbers]}, "days": 30, "deviceType": CHILDREN_WATCH}
        return world.clerk.must("issueEntrances", json=asked).json()["items"]

    def open_seat(link):
        person = Caller(world.server)
        person.token = person.must("openSeat", json={"link": link["code"]}).json()["token"]
        return person

    opened, revoked, _ = issue(OF_PERSONS[2:5], "link")
    open_seat(opened)
    world.clerk.must("revokeEntrance", {"entrance": revoked["id"]})
    issue(OF_PERSONS[5:7], "claim-code")
    taken, = issue(OF_PERSONS[:1], "link")
    open_seat(taken).must("claimCard", json={})


def back_registration(world):
    """Cards in service that lack a holder, and a few that have one since."""
    terms = {"name": "存量卡补登记", "gap": "holder", "organisation": world.agent, "begins": day(), "deadline": day(60), "noticeDays": [30],
             "stops": False}
    world.campaign = world.administrator.must("makeCampaign", json=terms).json()["code"]
    poll(lambda: world.administrator.must("readCampaignProgress", {"campaign": world.campaign}).json()["items"] or None, 60,
         "the campaign's cards are not counted", pause=0.3)
    world.register(cards={"numbers": [iccid(number) for number in OLD[:4]]})


def stop_cards(world):
    """Cards stopped for the operator's reasons, of which the receiver of notices does not want to hear."""
    world.told.answers["/notices"] = 410
    for number in STOPPED:
        change(world, "stop", [number], reason="risk")
    poll(lambda: any(notice["kind"] == "stop-risk" for notice in world.administrator.pages("listNotices", query={"state": "refused"})), 60,
         "no notice is refused", pause=0.5)
    del world.told.answers["/notices"]


def machines(world):
    """The agent's own programs, with a key each."""
    until = instant(datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=30))
    for login, label, second in (("erp.orders", "订货系统", "entrance:issue"), ("crm.service", "客服系统", "registration:read")):
        account = world.agent_manager.must(
            "createAccount", json={"organisation": world.agent, "kind": "machine", "login": login, "roles": ["agent-clerk"]}).json()["account"]["id"]
        world.agent_manager.must("createAPIKey", json={"account": account, "label": label, "permissions": ["card:read", second], "expiresAt": until})


def ask_for_files(world):
    """One export that is approved and one that waits."""
    asked = [world.agent_manager.must("askForExport", json={"kind": "cards", "cards": {"batch": batch}, "reason": reason}).json()["id"]
             for batch, reason in ((BATCH, "季度对账 2026-Q3"), (OLD_BATCH, "存量卡补登记核对"))]
    world.compliance.must("decideExport", {"export": asked[0]}, json={"verdict": "approve"})
    poll(lambda: world.agent_manager.must("readExport", {"export": asked[0]}).json()["state"] == "ready", 60, "the file was not made")


def hold_for_cases(world):
    """What is kept for a case, and what was until it was over."""
    holds = [world.compliance.must("placeLegalHold", json={"iccid": iccid(number), "caseNumber": case, "reason": reason}).json()["id"]
             for number, case, reason in ((0, "沪01民初〔2027〕418号", "民事诉讼证据保全"), (2, "沪公网安调证〔2026〕77号", "公安机关调证"))]
    world.compliance.must("releaseLegalHold", {"legalHold": holds[1]}, json={"reason": "案件已结案"})


# ---------------------------------------------------------------- the pictures

class Page(typing.NamedTuple):
    """A page whose picture needs nothing but that it is opened."""
    name: str
    path: str
    #: What the server puts there by itself, in its own time.
    filled: str | None = None
    #: What is brought to the middle of the window.
    at: str | None = None


def pages(world):
    """By who opens them."""
    rows, device = "table.rows tbody tr", urllib.parse.quote(CHILDREN_WATCH)
    return {
        "clerk": [Page("cards", "/console/cards"), Page("entrances", "/console/entrances", at="main form.filter")],
        "agent_manager": [
            Page("overview", "/console", "section[aria-labelledby=totals] p.count"), Page("custody", "/console/custody"),
            Page("keys", "/console/keys"), Page("webhook", f"/console/webhooks/{world.webhook}", rows),
            Page("performance", f"/console/organisations/{world.agent}/performance", "main table"), Page("exports", "/console/exports"),
        ],
        "reviewer": [Page("account", "/console/account"), Page("decisions", "/console/review/figures", "main table")],
        "second_reviewer": [Page("again", "/console/review/again", rows)],
        "administrator": [
            Page("intakes", "/console/intakes"), Page("reasons", "/console/review/reasons"), Page("figures", "/console/figures", "main table"),
            Page("carriers", "/console/carriers", rows), Page("disagreements", "/console/life-cases", rows),
            Page("due", "/console/due?kind=stop-risk", rows), Page("inforce", "/console/in-force"),
            Page("policy", f"/console/organisations/{world.agent}/policy?product=watch&device={device}", "#needs"),
            Page("contract", f"/console/organisations/{world.agent}", at="main table.loose"),
            Page("campaign", f"/console/campaigns/{world.campaign}", "progress"), Page("notices", "/console/notices?state=refused", rows),
        ],
        "compliance": [Page("kept", "/console/kept", rows)],
        "auditor": [Page("trail", "/console/trail", rows)],
    }


def show(desk, page):
    desk.go(page.path)
    if page.filled:
        poll(lambda: desk.page.locator(page.filled).count() or desk.page.reload() and None, 60, lambda: f"{page.path} stays empty: {desk.text}",
             pause=0.5)
    if page.at:
        desk.page.locator(page.at).first.evaluate("place => place.scrollIntoView({block: 'center'})")
    return keep(desk, page.name, desk.language)


def draw(world, running, language, number):
    """The pictures of the staff's pages in a language. What has to be typed or begun first is here, the rest in `pages`."""
    made = []
    with Desk(running, world.server, language=language, size=SIZE) as desk:
        desk.go("/console/sign-in")
        desk.page.fill("#login", world.reviewer.login)
        made.append(keep(desk, "signin", language))
    draft = world.begin(cards={"numbers": [iccid(IN_DRAFTS + number)]})
    with Desk(running, world.server, world.clerk, language=language, size=SIZE) as desk:
        desk.go(f"/console/drafts/{draft['application']}")
        made.append(keep(desk, "draft", language))
    world.submit(draft)
    with Phone(running, world.server, language) as phone:
        phone.go(world.clerk.must("issuePartLink", {"application": world.part}, json={"role": "handler"}).json()["path"])
        # Its code has left the page and the address.
        assert phone.path == "/p/part", phone.text
        made.append(keep(phone, "part", language))
    with Counter(running, world.server, world.hall_clerk, language=language, size=SIZE) as desk:
        desk.begin(iccid(AT_HALL[number]))
        made.append(keep(desk, "counter", language))
    with Desk(running, world.server, world.reviewer, language=language, size=SIZE) as desk:
        desk.go("/console/review")
        made.append(keep(desk, "queue", language))
        desk.page.click("main form button.main")
        desk.page.wait_for_url(re.compile("/console/applications/"))
        desk.page.wait_for_load_state("networkidle")
        made.append(keep(desk, "case", language))
    with Desk(running, world.server, world.auditor, language=language, size=SIZE) as desk:
        desk.go("/console/answers")
        desk.page.fill("#number", iccid(REGISTERED[0]))
        desk.page.click("main .filter button")
        made.append(keep(desk, "answers", language))
    for who, opened in pages(world).items():
        with Desk(running, world.server, world.people[who], language=language, size=SIZE) as desk:
            made += [show(desk, page) for page in opened]
    return made


def draw_own_page(seller, running):
    """What is in a person's name, on his phone: once proved again who he is. He chooses the other language on the page."""
    with Phone(running, seller.server) as phone:
        said, link = effective(phone, seller, SEED)
        seller.compliance.must("revealAnswer", json={"iccid": link["iccid"], "purpose": "投诉核查 2026-031"})
        prove(phone, said, SEED)
        seller.decide(seller.waiting(), ask="must")
        made = []
        for language in LANGUAGES:
            phone.go("/p/mine")
            phone.page.click(f".languages button[value={language}]")
            phone.page.wait_for_load_state("networkidle")
            assert phone.path == "/p/mine", phone.text
            made.append(keep(phone, "mine", language))
        return made


def main():
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as player, browser(player) as running:
        folder = pathlib.Path(name)
        with serving(folder / "persons", settings=SETTINGS) as server:
            made = draw_own_page(WatchSeller(server, cards=4), running)
        with staffed(folder / "staff") as world:
            prepare(world)
            for number, language in enumerate(LANGUAGES):
                made += draw(world, running, language, number)
    large = [path for path in made if path.stat().st_size > BYTES_MAX]
    for path in large:
        print(f"{path.relative_to(ROOT)} is larger than {BYTES_MAX:,} bytes", file=sys.stderr)
    return 1 if large else 0


if __name__ == "__main__":
    sys.exit(main())

"""What happens to cards, followed and sent to programs, through the real server: signed as the specification says, in order, each once by id,
whatever the receivers do; and nothing to this machine, inner networks, or wherever a redirection points."""

import json
import subprocess

import pytest
import requests
import standardwebhooks
from console_web import Web
from notice_receivers import receiving
from persons import UNLIMITED
from shiming_server import BIN, UNIT, Caller, World, card_file, code, iccid, poll, serving

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")

LOCAL = (*UNLIMITED, "webhook-local-allowed=1", "webhook-wait-seconds-max=5")
CARDS = 12


def made(world, address, by=None, **more):
    # What has no place yet would be told too.
    now(world)
    return (by or world.agent_manager).must("createWebhook", json={"url": address} | more).json()


def messages(receiver):
    """What was taken, in order: headers in small letters, and the event as it came."""
    with receiver.lock:
        return [({name.lower(): value for name, value in headers.items()}, body) for headers, body in receiver.webhooks]


def events(receiver):
    return [json.loads(body) for _, body in messages(receiver)]


def comes(receiver, count, seconds=30):
    return poll(lambda: events(receiver) if len(events(receiver)) >= count else None, seconds,
                lambda: f"not {count}: {events(receiver)}", pause=0.1)


def stop(world, cards, command="stop"):
    world.administrator.must("changeLives", json={"command": command, "reason": "risk", "cards": {"numbers": [iccid(n) for n in cards]}})


def card(world, number):
    return world.administrator.must("searchCards", json={"numbers": [iccid(number)]}).json()["items"][0]["card"]["card"]


def follow(caller, after=None):
    """Everything that follows, and where it ends."""
    rows = []
    while True:
        page = caller.must("listChanges", query={"limit": 5} | ({"after": after} if after else {})).json()
        rows += page["items"]
        if not page["items"] and page["next"] == after:
            return rows, after
        after = page["next"]


def settled(world, by=None, count=1, after=None):
    """Everything that follows once there is so much."""
    def look():
        rows, end = follow(by or world.clerk, after)
        return (rows, end) if len(rows) >= count else None
    return poll(look, 60, "it does not come")


def delivered(world, webhook, count):
    """What a webhook was sent, once so much of it is known to have come: the receiver knows before the server has heard its answer."""
    def look():
        rows = list(world.agent_manager.pages("listWebhookEvents", {"webhook": webhook}))
        return rows if [row["state"] for row in rows] == ["delivered"] * count else None
    return poll(look, 60, "not all is delivered")


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("events") / "server", settings=LOCAL) as server:
        world = World(server, ["clerk", "agent_manager", "other_manager", "other_clerk", "reviewer", "auditor"])
        world.take_in(card_file(range(CARDS)))
        world.allocate()
        world.register(cards={"range": {"from": iccid(0), "to": iccid(CARDS - 1)}})
        world.administrator.must("changeLives", json={"command": "activate", "cards": {"numbers": [iccid(n) for n in range(CARDS)]}})
        yield world


@pytest.fixture
def receiver(world):
    """A fresh one; whatever webhooks a test leaves are gone after it."""
    with receiving("unused") as receiver:
        yield receiver
    for manager in (world.agent_manager, world.other_manager):
        for webhook in manager.must("listWebhooks").json()["items"]:
            manager.must("deleteWebhook", {"webhook": webhook["id"]})


def now(world, by=None):
    """Where the changes stand once all that was done has its place."""
    world.settled_trail()
    return (by or world.clerk).must("listChanges", query={"after": "now"}).json()["next"]


def test_events_are_verified_by_the_library_of_the_specification(world, receiver):
    start = now(world)
    webhook = made(world, receiver.address + "/webhook")
    stop(world, [0, 1, 2])
    stop(world, [1], "resume")
    told = comes(receiver, 2)
    assert [event["type"] for event in told] == ["card.life", "card.life"]
    assert [event["data"]["stops"] for event in told] == [["risk"], []]
    assert [row["card"] for row in told[0]["data"]["cards"]] == [card(world, number) for number in (0, 1, 2)]
    for headers, body in messages(receiver):
        assert standardwebhooks.Webhook(webhook["secret"]).verify(body, headers)
        with pytest.raises(standardwebhooks.WebhookVerificationError):
            standardwebhooks.Webhook(webhook["secret"]).verify(body + b" ", headers)
        assert b"8986" not in body
    rows, _ = settled(world, count=4, after=start)
    assert [row["card"] for row in rows] == [row["card"] for event in told for row in event["data"]["cards"]]
    deliveries = delivered(world, webhook["webhook"]["id"], 2)
    assert {row["id"] for row in deliveries} == {headers["webhook-id"] for headers, _ in messages(receiver)}
    world.agent_manager.must("deleteWebhook", {"webhook": webhook["webhook"]["id"]})


def test_a_receiver_that_was_down_gets_each_event_once_it_is_back_in_order(world, receiver):
    webhook = made(world, receiver.address + "/webhook")
    identity = {"webhook": webhook["webhook"]["id"]}
    receiver.shut()
    for number in range(3, 6):
        stop(world, [number])
        stop(world, [number], "resume")
    poll(lambda: world.agent_manager.must("readWebhook", identity).json().get("failure") == "no-connection", 60, "it does not fail")
    world.server.kill()
    world.server.start()
    receiver.open()
    world.sign_in_again()
    world.agent_manager.must("resumeWebhook", identity)
    told = comes(receiver, 6)
    wanted = [card(world, number) for number in (3, 3, 4, 4, 5, 5)]
    assert [event["data"]["cards"][0]["card"] for event in told] == wanted
    assert [event["data"]["stops"] for event in told] == [["risk"], []] * 3
    assert len({headers["webhook-id"] for headers, _ in messages(receiver)}) == 6
    world.agent_manager.must("deleteWebhook", identity)


def test_while_a_secret_changes_both_verify(world, receiver):
    webhook = made(world, receiver.address + "/webhook")
    identity = {"webhook": webhook["webhook"]["id"]}
    turned = world.agent_manager.must("rotateWebhookSecret", identity).json()
    assert world.agent_manager.must("tryWebhook", identity).json()["delivered"]
    headers, body = messages(receiver)[0]
    assert json.loads(body)["type"] == "ping"
    for secret in (webhook["secret"], turned["secret"]):
        standardwebhooks.Webhook(secret).verify(body, headers)
    assert "formerSecretUntil" in turned["webhook"]
    log = world.server.log.read_text()
    assert webhook["secret"] not in log and turned["secret"] not in log
    shown = world.agent_manager.must("readWebhook", identity).text
    assert "whsec_" not in shown
    world.agent_manager.must("deleteWebhook", identity)


def test_a_redirection_is_not_followed_wherever_it_points(world, receiver):
    with receiving("unused") as other:
        for place in (other.address + "/webhook", "http://127.0.0.1:1/", "http://169.254.169.254/latest/", "http://[::1]:1/"):
            receiver.behave = lambda *_, place=place: {"before": (307, b"", {"Location": place})}
            webhook = made(world, receiver.address + "/webhook")
            identity = {"webhook": webhook["webhook"]["id"]}
            assert world.agent_manager.must("tryWebhook", identity).json() | {"event": ""} == {
                "event": "", "delivered": False, "failure": "answer-status"}
            world.agent_manager.must("deleteWebhook", identity)
        assert other.came == [] and len(receiver.came) == 4


def test_a_paused_webhook_waits_and_a_rewound_one_begins_again(world, receiver):
    webhook = made(world, receiver.address + "/webhook", kinds=["life"])
    identity = {"webhook": webhook["webhook"]["id"]}
    world.agent_manager.must("pauseWebhook", identity)
    stop(world, [6])
    settled(world, after=webhook["webhook"]["position"])
    assert events(receiver) == []
    world.agent_manager.must("resumeWebhook", identity)
    comes(receiver, 1)
    world.agent_manager.must("rewindWebhook", identity, json={"after": webhook["webhook"]["position"]})
    comes(receiver, 2)
    ids = [headers["webhook-id"] for headers, _ in messages(receiver)]
    assert len(set(ids)) == 1
    assert world.agent_manager.must("replayWebhookEvent", identity | {"event": ids[0]}).json()["delivered"]
    assert events(receiver)[-1]["data"]["replayed"] is True
    world.agent_manager.must("deleteWebhook", identity)


def test_a_recalled_card_is_seen_leaving_and_never_after(world):
    start, other = now(world), now(world, world.other_clerk)
    world.administrator.must("createCustodyAct", json={"kind": "recall", "cards": {"numbers": [iccid(11)]}})
    stop(world, [10, 11])
    now(world)
    rows, _ = settled(world, count=2, after=start)
    assert [(row["card"], row["kind"], row["after"]) for row in rows] == [
        (card(world, 11), "custody", "gone"), (card(world, 10), "life", "active")]
    assert follow(world.other_clerk, other)[0] == []
    refused = world.clerk.ask("listChanges", query={"after": "1.card_" + "0" * 32})
    assert (refused.status_code, code(refused)) == (400, "changes-cursor-unknown")


def test_another_agents_webhook_is_not_there(world, receiver):
    webhook = made(world, receiver.address + "/webhook")
    identity = {"webhook": webhook["webhook"]["id"]}
    for name in ("readWebhook", "pauseWebhook", "tryWebhook", "rotateWebhookSecret", "deleteWebhook"):
        refused = world.other_manager.ask(name, identity)
        assert (refused.status_code, code(refused)) == (404, "not-found"), name
    assert world.clerk.ask("listWebhooks").status_code == 403
    assert world.other_manager.must("listWebhooks").json()["items"] == []
    figures = requests.get(world.server.address + "/metrics", timeout=30).text
    assert 'shiming_webhooks{state="running"} 1' in figures and "shiming_webhook_lag_seconds" in figures
    world.agent_manager.must("deleteWebhook", identity)


def test_what_is_told_of_single_requests_is_listed_by_state_and_to_nobody_else(world, receiver, tmp_path):
    created = made(world, receiver.address + "/webhook")["webhook"]["id"]
    identity = {"webhook": created}
    begun = world.clerk.must("createRegistration", json={
        "channel": "agent", "content": world.content(), "callback": receiver.address + "/outcome?order=7"}).json()
    assert world.agent_manager.must("listCallbacks", identity).json() == {"items": []}
    idle = world.agent_manager.must("listCallbacks", identity, query={"state": "idle"}).json()["items"]
    assert [(one["application"], one["url"], one["state"], one["tries"]) for one in idle] == [
        (begun["application"], receiver.address + "/outcome?order=7", "idle", 0)], idle
    assert begun["application"] in terminal(world.agent_manager, world, tmp_path, "webhooks", "callbacks", created, "--state", "idle")
    assert terminal(world.agent_manager, world, tmp_path, "webhooks", "callbacks", created) == ""
    for wrong in ("lost", ""):
        assert world.agent_manager.ask("listCallbacks", identity, query={"state": wrong}).status_code == 400, wrong
    assert world.other_manager.ask("listCallbacks", identity).status_code == 404
    assert world.clerk.ask("listCallbacks", identity).status_code == 403
    world.agent_manager.must("deleteWebhook", identity)


def test_how_the_installation_is_made_up_is_told_to_its_own_alone(world, tmp_path):
    told = world.administrator.must("readInForce", headers={"Accept-Language": "en"}).json()
    settings = {one["name"]: one for one in told["settings"]}
    assert settings["webhook-local-allowed"]["value"] == 1 and settings["webhook-local-allowed"]["standard"] == 0
    assert told["evidence"] == {"place": "folder"} and all(one["meaning"] for one in told["settings"])
    zh = world.administrator.must("readInForce", headers={"Accept-Language": "zh"}).json()["settings"]
    assert [one["name"] for one in zh] == list(settings) and zh[0]["meaning"] != told["settings"][0]["meaning"]
    for someone in (world.agent_manager, world.clerk, world.other_manager):
        assert someone.ask("readInForce").status_code == 403
    changed = terminal(world.administrator, world, tmp_path, "in-force", "--changed")
    assert "webhook-local-allowed" in changed and "purge-days" not in changed
    assert "purge-days" in terminal(world.administrator, world, tmp_path, "in-force")
    terminal(world.agent_manager, world, tmp_path, "in-force", code=3)


def terminal(caller, world, home, *arguments, code=0):
    """What the command line answers whoever is signed in."""
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(home), "SHIMING_SERVER": world.server.address, "SHIMING_TOKEN": caller.token,
                   "LANG": "C.UTF-8"}
    done = subprocess.run([BIN, *arguments], env=environment, capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL)
    assert done.returncode == code, done.stderr
    return done.stdout


def test_the_terminal_follows_changes_and_manages_webhooks(world, receiver, tmp_path):
    def shiming(*arguments, code=0):
        return terminal(world.agent_manager, world, tmp_path, *arguments, code=code)

    created = dict(line.split("\t", 1) for line in shiming("webhooks", "create", receiver.address + "/webhook", "--kind", "life").splitlines())
    assert created["secret"].startswith("whsec_") and created["kinds"] == "life"
    assert "yes" in shiming("webhooks", "test", created["webhook"])
    assert created["webhook"] in shiming("webhooks", "list")
    stop(world, [7])
    comes(receiver, 2)
    poll(lambda: "delivered" in shiming("webhooks", "events", created["webhook"]), 60, "it is not delivered")
    assert card(world, 7) in shiming("changes", "--after", created["position"])
    receiver.shut()
    assert "no-connection" in shiming("webhooks", "test", created["webhook"], code=1)
    receiver.open()
    shiming("webhooks", "delete", created["webhook"])
    assert shiming("webhooks", "list") == ""


@pytest.mark.parametrize("address, refusal", [
    ("https://127.0.0.1/", "inside"), ("https://169.254.169.254/latest/meta-data", "inside"), ("https://[::1]/", "inside"),
    ("https://10.1.2.3/", "inside"), ("https://[::ffff:127.0.0.1]/", "inside"), ("https://[fd00::1]/", "inside"),
    ("https://100.100.100.200/", "inside"), ("https://localhost/", "inside"), ("https://2130706433/", "form"), ("https://0x7f.1/", "form"),
    ("https://0177.0.0.1/", "form"), ("https://user@127.0.0.1/", "form"), ("http://127.0.0.1/", "plain"), ("http://hooks.example.com/", "plain")])
def test_nothing_leads_inside(strict, address, refusal):
    refused = strict.administrator.ask("createWebhook", json={"url": address})
    assert (refused.status_code, code(refused)) == (422, "webhook-address-" + refusal)
    assert strict.administrator.must("listWebhooks").json()["items"] == []


@pytest.fixture(scope="module")
def strict(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("strict") / "server", settings=UNLIMITED) as server:
        yield World(server, [])


def test_an_enterprises_program_is_told_of_its_units_cards_and_of_no_others(world, receiver):
    seat = world.organisation("enterprise", "示例企业席位", parent=world.agent)
    version = world.administrator.must("readOrganisation", {"organisation": seat}).headers["ETag"]
    world.administrator.must("updateOrganisation", {"organisation": seat}, json={"unitCode": UNIT["documentNumber"]}, version=version)
    invited = world.administrator.must("createAccount", json={"organisation": seat, "roles": ["enterprise-manager"]}).json()
    manager = Caller(world.server).enrol(invited["enrolment"]["token"], "seat.manager")
    world.take_in(card_file([900]), batch="foreign")
    world.allocate(batch="foreign")
    # Another test may have left it stopped.
    world.administrator.ask("changeLives", json={"command": "resume", "reason": "risk", "cards": {"numbers": [iccid(0)]}})
    webhook = made(world, receiver.address + "/webhook", by=manager)
    stop(world, [0, 900])
    told = comes(receiver, 1)
    assert [row["card"] for event in told for row in event["data"]["cards"]] == [card(world, 0)]
    identity = {"webhook": webhook["webhook"]["id"]}
    rows = poll(lambda: list(manager.pages("listWebhookEvents", identity)), 30, "nothing is noted")
    assert len(rows) == 1
    assert "card_" not in world.agent_manager.must("readWebhook", identity).json()["position"]
    for caller, name, status in ((world.agent_manager, "listWebhookEvents", 403), (world.other_manager, "readWebhook", 404)):
        assert caller.ask(name, identity).status_code == status, name
    # The one above has his pages, without what the unit was sent.
    above = Web(world, world.agent_manager)
    assert above.get("/console").status_code == 200
    page = above.get(f"/console/webhooks/{identity['webhook']}")
    assert page.status_code == 200 and "only the unit sees" in page.text and "<table" not in page.text, page.text[:2_000]
    stop(world, [0, 900], command="resume")
    manager.must("deleteWebhook", identity)

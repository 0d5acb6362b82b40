"""Back-registration of cards in service (R-25-24): two rounds of notices, half registered, the deadline, `kill -9` while the rest is stopped;
and once more while what lies idle is swept."""

import base64
import datetime
import json
import sqlite3
import stat

import pytest
from shiming_server import BIN, MovedClock, World, card_file, code, iccid, poll, serving

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")

CHINA = datetime.timezone(datetime.timedelta(hours=8))
YEAR = datetime.date.today().year + 1
CARDS = 200


def china(month, day, hour=9):
    return datetime.datetime(YEAR, month, day, hour, tzinfo=CHINA)


def terms(**changes):
    return {"name": "存量补登记", "gap": "holder", "begins": f"{YEAR}-03-02", "deadline": f"{YEAR}-04-01", "noticeDays": [30, 7],
            "stops": True} | changes


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    folder = tmp_path_factory.mktemp("campaigns")
    clock = MovedClock(folder / "clock")
    clock.move_to(china(3, 2))
    secrets = folder / "secrets"
    secrets.write_text("whsec_" + base64.b64encode(b"an invented secret of webhooks").decode())
    secrets.chmod(0o600)
    # Nobody takes the notices: they wait.
    arguments = ["--notice-webhook-url", "http://127.0.0.1:9/", "--notice-webhook-secret-file", str(secrets)]
    with serving(folder / "server", clock=clock, settings=["sweep-cards=2"], arguments=arguments) as server:
        world = World(server, ["clerk", "reviewer", "agent_manager", "other_manager"])
        world.clock = clock
        world.take_in(card_file(range(CARDS)), kind="existing")
        world.allocate()
        yield world


def at(world, moment):
    world.server.kill()
    world.clock.move_to(moment)
    world.server.start()
    world.sign_in_again()


def stored(world, query):
    wire = sqlite3.connect(f"file:{world.server.data}/shiming.sqlite?mode=ro", uri=True, timeout=30)
    try:
        return wire.execute(query).fetchone()
    finally:
        wire.close()


def happened(world, act):
    """How many events there are of such acts, and of how many cards."""
    return stored(world, f"SELECT COUNT(*), COUNT(DISTINCT e.subscription) FROM life_event e JOIN life_act a ON a.id = e.act WHERE a.{act}")


def stops(world):
    return happened(world, "reason = 'no-real-name'")


def state(world, campaign):
    return world.administrator.must("readCampaign", {"campaign": campaign}).json()


def told(world):
    rows = world.administrator.pages("listNotices")
    return sorted((row["cards"], row["day"]) for row in rows if row["kind"] == "back-registration")


def test_half_is_registered_and_the_rest_stopped_once_whoever_is_killed(base):
    made = base.administrator.must("makeCampaign", json=terms()).json()["code"]
    poll(lambda: state(base, made).get("toldOn"), 30, "nobody is told")
    deadline = f"{YEAR}-04-01"
    assert told(base) == [(CARDS, deadline)]
    base.register(cards={"range": {"from": iccid(0), "to": iccid(CARDS // 2 - 1)}})
    at(base, china(3, 25))
    poll(lambda: len(told(base)) == 2 or None, 30, "nobody is told again")
    assert told(base) == [(CARDS // 2, deadline), (CARDS, deadline)]
    assert stops(base) == (0, 0)

    at(base, china(4, 2, 0))
    for least in (1, CARDS // 4):
        poll(lambda: stops(base)[0] >= least or None, 60, "nothing is stopped", pause=0.001)
        base.server.kill()
        events, cards = stops(base)
        assert events == cards
        base.server.start()
    base.sign_in_again()
    ended = poll(lambda: state(base, made) if state(base, made)["state"] == "ended" else None, 60, "it does not end")
    assert "endedAt" in ended
    assert stops(base) == (CARDS // 2, CARDS // 2)
    own = base.agent_manager.must("readCampaignProgress", {"campaign": made}).json()["items"]
    assert [(row["cards"], row["lacking"], row["mended"], row["stopped"]) for row in own] == [(CARDS, CARDS // 2, CARDS // 2, CARDS // 2)]
    assert base.other_manager.ask("readCampaign", {"campaign": made}).status_code == 404

    # Late, yet not too late: what the registration settles is lifted, and nothing else.
    card = base.administrator.must("searchCards", json={"numbers": [iccid(CARDS - 1)]}).json()["items"][0]["card"]["card"]
    base.administrator.must("changeLives", json={"command": "stop", "reason": "risk", "cards": {"numbers": [card]}})
    base.register(cards={"numbers": [iccid(CARDS - 1)]})
    life = poll(
        lambda: (now := base.administrator.must("readLife", {"card": card}).json())["stops"] == ["risk"] and now or None, 30, "it stays stopped")
    assert [event["command"] for event in life["events"]][-1] == "register"
    assert base.server.check_store()[0] == 0


def test_what_is_over_or_wrong_is_refused(base):
    for changes, refused in [
            ({"gap": "evidence"}, "campaign-stops-without-duty"), ({"noticeDays": []}, "campaign-unannounced"),
            ({"deadline": f"{YEAR}-04-01", "stops": False}, "campaign-deadline-invalid")]:
        days = {"begins": f"{YEAR}-04-02", "deadline": f"{YEAR}-06-01"} | changes
        answer = base.administrator.ask("makeCampaign", json=terms(**days))
        assert answer.status_code == 422 and [error["code"] for error in answer.json()["errors"]] == [refused], answer.text
    answer = base.administrator.ask("makeCampaign", json=terms())
    assert code(answer) == "fields-invalid" or code(answer) == "campaign-begins-in-the-past"
    over = base.administrator.must("listCampaigns", query={"state": "ended"}).json()["items"][0]["code"]
    assert code(base.administrator.ask("cancelCampaign", {"campaign": over})) == "campaign-over"


def test_what_lies_idle_is_swept_once_whoever_is_killed(base):
    at(base, china(5, 29))
    poll(lambda: stored(base, "SELECT COUNT(*) FROM life_notice WHERE kind = 'idle'")[0] == CARDS or None, 60, "not everybody is told")
    base.server.kill()
    base.clock.move_to(china(6, 3, 1))
    for least in (1, CARDS // 4, CARDS // 2, CARDS):
        base.server.start()
        poll(lambda: happened(base, "command = 'cancel'")[0] >= least or None, 60, "nothing is swept", pause=0.001)
        base.server.kill()
        events, cards = happened(base, "command = 'cancel'")
        print(f"killed when {events} of {CARDS} were swept")
        assert events == cards
    assert events == stored(base, "SELECT COUNT(*) FROM card_life WHERE state = 4")[0] == CARDS


def test_a_campaign_from_a_terminal(tmp_path):
    from test_cli import Walk

    walk = Walk(tmp_path)
    try:
        manager = walk.invite("manager", "agent-manager", walk.agent)
        path = walk.tmp / "before.csv"
        path.write_text("ICCID\n" + "\n".join(iccid(n) for n in range(8000, 8004)) + "\n", encoding="utf-8")
        walk.administrator.run("intake", "send", str(path), "--kind", "existing", "--batch", "E1", "--product", "M-DIR-30", "--province", "31", "--wait")
        walk.administrator.run("allocate", "--to", walk.agent, "--batch", "E1")
        days = [(datetime.datetime.now(CHINA) + datetime.timedelta(days=more)).date().isoformat() for more in (0, 60)]
        asked = ["--name", "存量补登记", "--begins", days[0], "--deadline", days[1], "--notice-days", "30", "7"]
        assert "notices-not-configured" in walk.administrator.run("campaign", "make", *asked, "--stops", expect=1)[1]
        made = walk.administrator.json("campaign", "make", *asked)["code"]
        poll(lambda: walk.administrator.json("campaign", "list", "--state", "running")["items"] or None, 30, "it does not begin")
        assert "\t4\t" in walk.administrator.run("campaign", "show", made)[0]
        assert len(manager.run("campaign", "cards", made)[0].splitlines()) >= 4
        csv = walk.tmp / "links.csv"
        manager.run("campaign", "entrances", made, "--csv", str(csv))
        assert stat.S_IMODE(csv.stat().st_mode) == 0o600
        assert [line.split(",")[0] for line in csv.read_text().splitlines()[1:]] == [iccid(n) for n in range(8000, 8004)]
        assert walk.administrator.json("campaign", "change", made, *asked[2:], "--name", "第二版")["version"] == 2
        assert walk.other_clerk.run("campaign", "show", made, expect=3)
        assert json.loads(walk.administrator.run("campaign", "cancel", made, "--json")[0])["state"] == "cancelled"
        assert "campaign-over" in walk.administrator.run("campaign", "cancel", made, expect=1)[1]
        walk.clerk.run("life", "notices", "--kind", "idle")
    finally:
        assert walk.server.stop() == 0

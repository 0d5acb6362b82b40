"""What a card's life wants of its carrier, carried out: a server beside the sandbox of carriers, killed in between."""

import json
import random
import time

import pytest
import requests
from sandbox_program import KEY, SandboxProgram
from shiming_server import BIN, World, card_file, iccid, msisdn, poll, serving

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    folder = tmp_path_factory.mktemp("carrier-work")
    with SandboxProgram(folder, "carriers", "SHIMING_SANDBOX_CARRIERS_KEY", "--files", str(folder / "connections")) as sandbox:
        cards = [{"iccid": iccid(n), "msisdn": msisdn(n), "state": "ready", "realName": "registered"} for n in range(10)]
        play(sandbox, cards=cards, effectSeconds=[1, 2], windowSeconds=1)
        connection = folder / "connections" / "onelink.json"
        connection.write_text(json.dumps(json.loads(connection.read_text()) | {"limits": {"windowSeconds": 1, "callsPerCardPerMinute": 0}}))
        arguments = ("--carrier", str(connection))
        with serving(folder / "server", settings=("carrier-sandbox-allowed=1", "carrier-settle-seconds=5"), arguments=arguments) as server:
            world = World(server, ["clerk", "reviewer", "auditor"])
            world.take_in(card_file(range(10)))
            world.allocate()
            world.register(cards={"range": {"from": iccid(0), "to": iccid(9)}})
            world.sandbox = sandbox
            yield world


def play(sandbox, **scenario):
    answer = requests.put(
        sandbox.address + "/sandbox/scenario", json=scenario, headers={"Authorization": f"Bearer {sandbox.key}"}, timeout=30)
    assert answer.status_code == 204, answer.text


def change(world, command, cards, **more):
    return world.administrator.must("changeLives", json={"command": command, "cards": {"numbers": [iccid(n) for n in cards]}} | more)


def reference(world, number):
    return world.administrator.must("searchCards", json={"numbers": [iccid(number)]}).json()["items"][0]["card"]["card"]


def life(world, number):
    return world.administrator.must("readLife", {"card": reference(world, number)}).json()


def settled(world, number, state):
    """The card's life, once nothing is under way and the carrier says so."""
    def look():
        now = life(world, number)
        under_way = [intent for intent in now["intents"] if intent["state"] in ("waiting", "sent")]
        return now if not under_way and now["carrierState"] == state else None
    return poll(look, 60, lambda: f"not {state}: {life(world, number)}")


def test_what_is_wished_takes_effect_at_the_carrier(world):
    assert life(world, 0)["carrierState"] == "unknown"
    change(world, "activate", range(4))
    for number in range(4):
        found = settled(world, number, "active")
        assert [intent["state"] for intent in found["intents"]] == ["done"]
        assert found["carrierRealName"] == "registered" and found["carrierStateAt"]
        assert {saying["word"] for saying in found["carrierSayings"]} >= {"active", "registered"}


def test_a_killed_server_goes_on_and_tells_nothing_twice(world):
    before = statistics(world)["changes"]
    change(world, "stop", range(4), reason="risk")
    world.server.kill()
    world.server.start()
    world.sign_in_again()
    for number in range(4):
        assert [intent["command"] for intent in settled(world, number, "stopped")["intents"]] == ["stop", "activate"]
    assert statistics(world)["changes"] == before + 4


SEED = 20_261_130


def test_killed_ten_times_at_any_moment_each_wish_takes_effect_once(world):
    """The carrier does again what it is told again, and counts it."""
    play(world.sandbox, effectSeconds=[1, 2], windowSeconds=1, repeats=True)
    before = statistics(world)["changes"]
    chance = random.Random(SEED)
    for kill in range(10):
        command, state = (("resume", "active"), ("stop", "stopped"))[kill % 2]
        change(world, command, range(4), reason="risk")
        time.sleep(chance.random() * 1.5)
        world.server.kill()
        world.server.start()
        for number in range(4):
            found = settled(world, number, state)["intents"]
            assert [(found[0]["command"], found[0]["state"])] == [(command, "done")], (SEED, kill, found)
        assert statistics(world)["changes"] == before + 4 * (kill + 1), (SEED, kill)


def test_what_the_carrier_stops_itself_is_a_case_and_is_followed(world):
    change(world, "resume", [0], reason="risk")
    settled(world, 0, "active")
    play(world.sandbox, cards=[{"iccid": iccid(0), "msisdn": msisdn(0), "state": "stopped", "realName": "registered"}], windowSeconds=1)
    card = reference(world, 0)

    def found():
        # What was answered a moment ago is not asked again.
        world.administrator.must("askCarrier", json={"card": card})
        time.sleep(0.5)
        return next(iter(world.administrator.must("listLifeCases").json()["items"]), None)

    case = poll(found, 60, lambda: "no case")
    assert case["kind"] == "stopped-at-carrier" and case["card"] == card and case["mends"] == ["take-over", "tell-again"]
    mended = {name: case[name] for name in ("card", "kind", "openedAt")} | {"mend": "take-over"}
    assert world.administrator.ask("mendLifeCase", json=mended).status_code == 201
    assert world.administrator.ask("mendLifeCase", json=mended).status_code == 404
    assert life(world, 0)["stops"] == ["carrier-own"]


def test_what_waits_is_shown_to_the_operator_only(world):
    work = world.administrator.must("listCarriers").json()["items"]
    assert [(one["carrier"], one["connection"]) for one in work] == [("mobile", "sandbox-onelink")]
    assert world.clerk.ask("listCarriers").status_code == 403
    assert world.auditor.ask("listIntents", query={"carrier": "mobile"}).status_code == 403
    assert world.administrator.ask("listIntents", query={"carrier": "nobody's"}).status_code == 400
    assert world.administrator.must("listIntents", query={"carrier": "mobile", "state": "by-hand"}).json()["items"] == []
    figures = requests.get(world.server.address + "/metrics", timeout=30).text
    assert 'shiming_carrier_intents{state="waiting"} 0' in figures
    assert "shiming_life_cases 0" in figures


def statistics(world):
    return requests.get(
        world.sandbox.address + "/sandbox/statistics", headers={"Authorization": f"Bearer {KEY}"}, timeout=30).json()

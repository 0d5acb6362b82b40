"""A person's registration at the carrier itself: a server beside the sandbox of carriers, and nobody who notes what it said."""

import html
import json
import re

import pytest
import requests
from persons import DATA_ONLY, FIRST_WATCH, UNLIMITED, PersonalWorld
from sandbox_program import SandboxProgram
from shiming_server import BIN, iccid, msisdn, poll, serving

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")
WATCHES = range(FIRST_WATCH, FIRST_WATCH + 12)
SETTINGS = (*UNLIMITED, "carrier-sandbox-allowed=1", "carrier-settle-seconds=5")


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    folder = tmp_path_factory.mktemp("carrier-names")
    with SandboxProgram(folder, "carriers", "SHIMING_SANDBOX_CARRIERS_KEY", "--files", str(folder / "connections")) as sandbox:
        play(sandbox)
        connection = folder / "connections" / "generic.json"
        ours = json.loads(connection.read_text()) | {"carrier": "mobile", "limits": {"windowSeconds": 1, "callsPerCardPerMinute": 0}}
        connection.write_text(json.dumps(ours))
        with serving(folder / "server", settings=SETTINGS, arguments=("--carrier", str(connection))) as server:
            world = PersonalWorld(server, ["clerk", "reviewer"], watches=len(WATCHES))
            world.set_policy(DATA_ONLY)
            world.sandbox, world.folder = sandbox, folder
            yield world


def play(sandbox, **scenario):
    cards = [{"iccid": iccid(n), "msisdn": msisdn(n), "state": "active", "realName": "unregistered"} for n in WATCHES]
    body = {"cards": cards, "effectSeconds": [1, 2], "windowSeconds": 1} | scenario
    answer = requests.put(
        sandbox.address + "/sandbox/scenario", json=body, headers={"Authorization": f"Bearer {sandbox.key}"}, timeout=30)
    assert answer.status_code == 204, answer.text


def life(world, number):
    card = world.administrator.must("searchCards", json={"numbers": [iccid(number)]}).json()["items"][0]["card"]["card"]
    return world.administrator.must("readLife", {"card": card}).json()


def released(world):
    person = world.newcomer().register()
    assert world.review(person).json()["state"] == "awaiting-carrier"
    return person


def test_what_a_reviewer_let_pass_counts_once_the_carrier_shows_it(world):
    after = world.administrator.must("listChanges", query={"after": "now"}).json()["next"]
    person = released(world)
    assert world.answer(person.number)["standing"] == "unregistered"
    person.reaches("effective", never=("to-be-mended", "refused"))
    assert world.answer(person.number)["standing"] == "registered"
    found = life(world, person.number)
    assert [(intent["command"], intent["state"]) for intent in found["intents"]] == [("register", "done")]

    def told():
        changes = world.administrator.must("listChanges", query={"after": after}).json()["items"]
        return {(change["kind"], change["after"]) for change in changes} >= {("carrier", "done"), ("holding", "registered")} or None
    poll(told, 60, lambda: "no change tells of it")


def test_a_killed_server_hands_nobody_over_twice(world):
    play(world.sandbox, effectSeconds=[4, 5])
    person = released(world)
    poll(lambda: life(world, person.number)["intents"][0]["state"] != "waiting" or None, 60, lambda: "not told")
    world.server.kill()
    world.server.start()
    world.sign_in_again()
    poll(lambda: world.answer(person.number)["standing"] == "registered" or None, 90, lambda: "never in effect")
    intent, = life(world, person.number)["intents"]
    # Killed before the call, it is told again as the same order; after it never.
    assert intent["state"] == "done" and intent["tries"] in (1, 2)


def test_a_lost_answer_is_asked_about_and_told_again_as_the_same_order_at_most(world):
    play(world.sandbox, steps=[{"on": "generic", "kind": "command", "times": 1, "fault": "drop"}])
    person = released(world)
    person.reaches("effective", never=("to-be-mended", "refused"))
    assert len(life(world, person.number)["intents"]) == 1


def test_nothing_of_the_person_is_logged(world):
    person = released(world)
    person.reaches("effective")
    log = world.server.log.read_text()
    assert all(secret not in log for secret in person.secrets)


def test_a_person_whom_the_carrier_registers_itself_is_led_there_by_his_page(world):
    connection = world.folder / "connections" / "onelink.json"
    connection.write_text(json.dumps(
        json.loads(connection.read_text()) | {"carrier": "mobile", "limits": {"windowSeconds": 1, "callsPerCardPerMinute": 0}}))
    play(world.sandbox)
    with serving(world.folder / "beside", settings=SETTINGS, arguments=("--carrier", str(connection))) as server:
        beside = PersonalWorld(server, ["clerk", "reviewer"], watches=1)
        beside.set_policy(DATA_ONLY)
        person = released(beside)
        poll(lambda: person.status()["hasCarrierPage"] or None, 60, lambda: f"nobody leads there: {person.status()}")
        # An app is told the way, too.
        assert person.must("openCarrierPage").json()["address"].startswith(f"{world.sandbox.address}/page/")
        seat = {"Cookie": f"shiming-seat={person.caller.token}"}

        def send(path, **form):
            return requests.post(server.address + path, data=form, headers=seat, timeout=30)
        # With the case's code alone nobody is sent anywhere.
        asked = requests.get(f"{server.address}/p/status/{person.status()['code']}", timeout=30)
        told = requests.post(
            asked.url, data={"form": re.search(r'name="form" value="([^"]+)"', asked.text).group(1), "code": person.status()["code"]},
            cookies=asked.cookies, timeout=30).text
        assert "原来办理的手机" in told and "/p/carrier" not in told
        page = requests.get(server.address + "/p/status", headers=seat, timeout=30).text
        token = re.search(r'name="form" value="([^"]+)"', page).group(1)
        assert send("/p/carrier", form="of another page").status_code == 403
        led = send("/p/carrier", form=token)
        assert led.status_code == 200
        way = html.unescape(re.search(r'href="([^"]+)" rel="noreferrer">[^<]+</a></p></div>', led.text).group(1))
        assert way.startswith(f"{world.sandbox.address}/page/")
        assert requests.post(way + "/pass", timeout=30).status_code == 200

        def back():
            # It may take a moment at the carrier: the person says so once more.
            assert send("/p/carrier/followed", form=token).status_code == 200
            return person.stage() == "effective" or None
        poll(back, 60, lambda: f"never in effect: {person.status()}")
        assert person.ask("openCarrierPage").json()["code"] == "carrier-page-not-offered"
        assert way not in server.log.read_text()

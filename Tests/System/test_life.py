"""The life of a card, served from September to March by a clock that is moved, and killed in between."""

import calendar
import datetime

import pytest
from shiming_server import BIN, RESPONSIBLE, MovedClock, World, card_file, code, iccid, instant, poll, serving

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")

CHINA = datetime.timezone(datetime.timedelta(hours=8))
YEAR = datetime.date.today().year + 1
COMMANDS = ["open-test", "prepare", "activate", "stop", "resume", "cancel", "bring-back", "carrier-activated"]


def china(year, month, day, hour=9):
    return datetime.datetime(year, month, day, hour, tzinfo=CHINA)


@pytest.fixture(scope="module")
def life(tmp_path_factory):
    folder = tmp_path_factory.mktemp("life")
    clock = MovedClock(folder / "clock")
    clock.move_to(china(YEAR, 9, 1))
    with serving(folder / "server", clock=clock) as server:
        world = World(server, ["clerk", "reviewer", "compliance", "second_compliance", "auditor"])
        world.take_in(card_file(range(20)))
        world.allocate()
        world.registered = world.register(cards={"range": {"from": iccid(0), "to": iccid(9)}})
        world.clock = clock
        yield world


def at(world, moment):
    """The server is killed, and starts again at another time."""
    world.server.kill()
    world.clock.move_to(moment)
    world.server.start()
    world.sign_in_again()


def change(world, command, cards, by=None, **more):
    return (by or world.administrator).ask("changeLives", json={"command": command, "cards": {"numbers": [iccid(n) for n in cards]}} | more)


def reference(world, number):
    return world.administrator.must("searchCards", json={"numbers": [iccid(number)]}).json()["items"][0]["card"]["card"]


def state(world, number):
    return world.administrator.must("readLife", {"card": reference(world, number)}).json()


def becomes(world, number, wanted):
    def look():
        now = state(world, number)
        return now if now["state"] == wanted else None
    return poll(look, 30, lambda: f"it is not {wanted}: {state(world, number)}")


def told(world, kind, count):
    """So many cards have been told of what comes; untold it would be put off."""
    def look():
        return len(world.administrator.must("listLifeNotices", query={"kind": kind}).json()["items"]) >= count or None
    poll(look, 30, lambda: f"{count} cards are not told of {kind}")


def test_nobody_activates_before_the_real_name(life):
    refused = change(life, "activate", [15], by=life.clerk)
    assert (refused.status_code, code(refused)) == (409, "life-cards-refused")
    assert [error["code"] for error in refused.json()["errors"]] == ["life-no-real-name"]


def test_reasons_are_lifted_one_by_one_and_only_by_whoever_may(life):
    assert change(life, "activate", [0, 1, 2, 3], by=life.clerk).status_code == 201
    assert change(life, "stop", [3], by=life.clerk, reason="owner-asked").status_code == 201
    assert change(life, "stop", [3], reason="risk").status_code == 201
    assert change(life, "resume", [3], by=life.clerk, reason="risk").status_code == 403
    assert change(life, "resume", [3], by=life.clerk, reason="owner-asked").status_code == 201
    stopped = state(life, 3)
    assert (stopped["stops"], stopped["serves"]) == (["risk"], False)
    assert change(life, "resume", [3], reason="risk").status_code == 201
    assert state(life, 3)["serves"]


def test_what_was_used_in_time_lives_on(life):
    at(life, china(YEAR, 9, 30, 20))
    used = "iccid,usedAt,kilobytes\n" + "".join(f"{iccid(n)},{YEAR}-09-30 12:00:00,{n}\n" for n in range(4))
    sent = life.administrator.must("createUsageFile", data=used.encode(), type="text/csv").json()
    poll(lambda: life.administrator.must("readUsageFile", {"usageFile": sent["id"]}).json()["state"] == "done" or None, 30, lambda: "it goes on")
    assert state(life, 0)["lastUse"].startswith(f"{YEAR}-09-30T04:00")
    at(life, china(YEAR, 12, 30, 23))
    told(life, "idle", 4)
    assert state(life, 0)["state"] == "active"


def test_idle_past_its_time_on_31_december_it_is_cancelling(life):
    at(life, china(YEAR, 12, 31, 1))
    for number in range(4):
        becomes(life, number, "cancelling")
    assert change(life, "bring-back", [1], by=life.clerk).status_code == 201


def test_when_februarys_last_day_has_ended_it_is_cancelled_and_refuses_every_command(life):
    last = calendar.monthrange(YEAR + 1, 2)[1]
    at(life, china(YEAR + 1, 2, last, 23))
    told(life, "cycle-end", 3)
    assert state(life, 0)["state"] == "cancelling"
    at(life, china(YEAR + 1, 3, 1, 1))
    gone = becomes(life, 0, "cancelled")
    assert gone["realName"] == "vacant"
    assert [event["command"] for event in gone["events"]] == ["activate", "cancel", "finish"]
    assert state(life, 1)["state"] == "active"
    for command in COMMANDS:
        refused = change(life, command, [0], reason="risk")
        assert (refused.status_code, code(refused)) == (409, "life-cards-refused")
        assert [error["code"] for error in refused.json()["errors"]] == ["life-cancelled"], command
    for name, body in (("changeDevice", {"imei": "354403110000013"}), ("changeSIM", {"iccid": iccid(4_711)})):
        refused = life.clerk.ask(name, {"card": reference(life, 0)}, json=body)
        assert (refused.status_code, code(refused)) == (409, "life-cancelled")


def test_asked_who_held_it_then_the_entitled_get_the_name_and_the_clerk_does_not(life):
    asked = {"iccid": iccid(0), "at": instant(china(YEAR, 11, 15))}
    told = life.compliance.must("revealAnswer", json=asked | {"purpose": "公安调证 2026-118"}).json()
    for member in ("name", "documentNumber"):
        assert told["responsiblePerson"][member] == RESPONSIBLE[member]
    assert told["retention"] == "retention"
    for caller in (life.clerk, life.auditor, life.reviewer):
        answer = caller.must("answerForCard", json=asked).json()
        assert answer["withheld"] and not {"responsiblePerson", "handler", "unit", "usingDepartment"} & set(answer)
    now = life.compliance.must("answerForCard", json={"iccid": iccid(0)}).json()
    assert (now["standing"], now["serviceState"]) == ("vacant", "cancelled")
    # Nobody was shown masked what is kept; whoever is leaves an entry.
    assert list(life.auditor.pages("listTrail", query={"action": "kept-record.shown"})) == []
    masked = life.compliance.must("answerForCard", json=asked).json()
    assert masked["responsiblePerson"]["name"] not in ("", RESPONSIBLE["name"])
    [entry] = life.auditor.pages("listTrail", query={"action": "kept-record.shown"})
    assert entry["actor"] == life.compliance.account and '"phase":"retention"' in entry["body"]
    assert not any(RESPONSIBLE[member] in entry["body"] for member in ("name", "documentNumber"))
    deletion = life.clerk.must("answerDeletion", json=asked).json()
    assert (deletion["deleted"], deletion["phase"], deletion["requirement"]) == (False, "retention", "R-25-14")
    assert life.compliance.must("readRetentionReport").json()["cardsCancelled"] == 3


def test_what_is_held_for_a_case_is_not_sealed_and_what_is_sealed_opens_by_two(life):
    asked = {"iccid": iccid(0), "at": instant(china(YEAR, 11, 15))}
    case = {"caseNumber": "沪公网安调证〔2029〕77号", "reason": "涉诈案件协查"}
    reveal = asked | {"purpose": "涉诈案件协查"}
    hold = life.compliance.must("placeLegalHold", json=asked | case).json()
    at(life, china(YEAR + 3, 4, 1))
    assert life.compliance.must("answerDeletion", json=asked).json()["phase"] == "legal-hold"
    assert life.clerk.must("answerDeletion", json=asked).json()["phase"] == "deep-freeze", "Nobody else is told of it."
    assert life.compliance.must("revealAnswer", json=reveal).json()["responsiblePerson"]["documentNumber"] == RESPONSIBLE["documentNumber"]
    life.administrator.must("releaseLegalHold", {"legalHold": hold["id"]}, json={"reason": "案件已结案"})
    closed = life.compliance.ask("revealAnswer", json=reveal)
    assert (closed.status_code, code(closed)) == (403, "sealed")
    opening = {"sealedOpening": life.compliance.must("askForSealedOpening", json=asked | case).json()["id"]}
    own = life.compliance.ask("decideSealedOpening", opening, json={"verdict": "approve"})
    assert (own.status_code, code(own)) == (403, "own-opening")
    assert code(life.compliance.ask("revealAnswer", json=reveal)) == "sealed"
    assert life.second_compliance.must("decideSealedOpening", opening, json={"verdict": "approve"}).json()["state"] == "open"
    assert life.compliance.must("revealAnswer", json=reveal).json()["responsiblePerson"]["documentNumber"] == RESPONSIBLE["documentNumber"]
    assert code(life.second_compliance.ask("revealAnswer", json=reveal)) == "sealed", "It is open to whoever asked."
    at(life, china(YEAR + 3, 4, 1, 11))
    assert code(life.compliance.ask("revealAnswer", json=reveal)) == "sealed"


def test_the_trail_is_whole_after_all_this(life):
    head, bodies = life.whole_trail()
    assert len(bodies) == head["size"]

"""The main job over HTTP, from the one-time token to "who answers for this card", now and in the past."""

import contextlib
import datetime

import pytest
import reference_ledger as ledger
from postgres_cluster import cluster
from shiming_server import (BATCH, BIN, HANDLER, RESPONSIBLE, SUCCESSOR, UNIT, MovedClock, World, card_file, code, iccid, imsi, instant, msisdn,
                            serving)

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")
CARDS = 10_000


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def world(tmp_path_factory, request):
    with contextlib.ExitStack() as stack:
        environment = {}
        if request.param == "postgres":
            environment["SHIMING_STORE"] = stack.enter_context(cluster()).database()
        server = stack.enter_context(serving(tmp_path_factory.mktemp("walk"), environment=environment))
        world = World(server, ["clerk", "other_clerk", "reviewer", "compliance", "auditor"])
        done = world.take_in(card_file(range(CARDS)))
        assert (done["state"], done["counts"]["taken"], done["counts"]["failed"]) == ("done", CARDS, 0), done
        assert world.allocate()["moved"] == CARDS
        world.registered = world.register()
        yield world


def test_one_decision_registers_ten_thousand_cards(world):
    assert world.registered["decided"]["state"] == "approved"
    assert world.registered["decided"]["cardsRegistered"] == CARDS
    assert world.registered["decided"]["cardsExcluded"] == 0
    registration = world.clerk.must("readRegistration", {"registration": world.registered["registration"]}).json()
    assert (registration["state"], registration["cards"]) == ("registered", CARDS)


@pytest.mark.parametrize("question", [
    {"iccid": iccid(7)}, {"msisdn": msisdn(7)}, {"imsi": imsi(7)}, {"iccid": " " + iccid(7)[:10] + " " + iccid(7)[10:]},
])
def test_whoever_asks_learns_who_answers_masked(world, question):
    answer = world.reviewer.must("answerForCard", json=question).json()
    assert answer["standing"] == "registered" and answer["masked"]
    assert answer["unit"]["name"] == UNIT["name"] and answer["unit"]["code"] == UNIT["documentNumber"]
    assert answer["responsiblePerson"]["name"] == "司**"
    assert [link["name"] for link in answer["agentChain"]] == ["示例运营公司", "示例一级代理商"]
    assert answer["registration"] == world.registered["registration"]
    assert answer["decision"] == world.registered["decided"]["decision"]
    assert len(answer["evidence"]) == 6
    for secret in (RESPONSIBLE["documentNumber"], RESPONSIBLE["name"], HANDLER["name"], RESPONSIBLE["contact"]):
        assert secret not in str(answer)


def test_a_card_reference_asks_too(world):
    found = world.clerk.must("searchCards", json={"numbers": [iccid(9), "000"]}).json()["items"]
    assert "card" not in found[1] and found[1]["lack"] == "malformed" and "lack" not in found[0]
    answer = world.clerk.must("answerForCard", json={"card": found[0]["card"]["card"]}).json()
    assert answer["iccid"] == iccid(9)


def test_a_reveal_shows_the_person_and_leaves_its_entry(world):
    answer = world.compliance.must("revealAnswer", json={"iccid": iccid(0), "purpose": "投诉核查 2026-031"}).json()
    assert answer["responsiblePerson"]["documentNumber"] == RESPONSIBLE["documentNumber"]
    entries = list(world.auditor.pages("listTrail", query={"action": "answer.revealed"}))
    assert "投诉核查 2026-031" in entries[0]["body"]
    assert RESPONSIBLE["documentNumber"] not in str(entries)


def test_a_clerk_reveals_nothing(world):
    refused = world.clerk.ask("revealAnswer", json={"iccid": iccid(0), "purpose": "投诉核查 2026-031"})
    assert (refused.status_code, code(refused)) == (403, "not-permitted")


@pytest.mark.parametrize("number", [0, 9_999, 10_000_000])
def test_another_agent_learns_nothing_not_even_that_it_exists(world, number):
    refused = world.other_clerk.ask("answerForCard", json={"iccid": iccid(number)})
    assert (refused.status_code, code(refused)) == (404, "not-found")


def test_before_the_registration_nobody_answered(world):
    card = world.reviewer.must("searchCards", json={"numbers": [iccid(3)]}).json()["items"][0]["card"]
    answer = world.reviewer.must("answerForCard", json={"iccid": iccid(3), "at": card["recordedAt"]}).json()
    assert answer["standing"] == "unregistered" and "responsiblePerson" not in answer


def test_evidence_is_read_with_a_purpose_only(world):
    piece = world.answer(5)["evidence"][0]
    refused = world.compliance.ask("openEvidence", {"evidence": piece}, json={"purpose": " "})
    assert refused.status_code == 422
    opened = world.compliance.must("openEvidence", {"evidence": piece}, json={"purpose": "复核凭证 2026-8"})
    # A marked copy, not what was uploaded; another purpose makes another copy.
    signature = {"image/jpeg": b"\xff\xd8\xff", "application/pdf": b"%PDF-"}[opened.headers["Content-Type"]]
    assert opened.content.startswith(signature)
    other = world.compliance.must("openEvidence", {"evidence": piece}, json={"purpose": "复核凭证 2026-9"})
    assert other.content != opened.content
    assert world.clerk.ask("openEvidence", {"evidence": piece}, json={"purpose": "复核凭证 2026-8"}).status_code == 403


def test_cards_are_registered_once(world):
    draft = world.begin(cards={"batch": BATCH})
    refused = world.clerk.ask("submitApplication", {"application": draft["application"]}, version=draft["version"])
    assert (refused.status_code, code(refused)) == (422, "no-card-registrable")
    assert [error["code"] for error in refused.json()["errors"]] == ["card-already-registered"]
    registration = world.clerk.must("readRegistration", {"registration": world.registered["registration"]}).json()
    assert registration["cards"] == CARDS


def test_the_trail_is_whole_and_proves_its_entries(world):
    head, bodies = world.whole_trail()
    assert len(bodies) == head["size"] > 20
    # Looking at the trail is on it too, so it has grown meanwhile.
    entries = list(world.auditor.pages("listTrail"))
    world.settled_trail()
    one = world.auditor.must("readTrailEntry", {"entry": entries[-1]["id"]}).json()
    assert one["number"] == one["proof"]["index"] == 0
    _, bodies = world.whole_trail()
    leaves = [body.encode() for body in bodies[:one["proof"]["size"]]]
    assert one["leafHash"] == ledger.leaf_hash(leaves[0]).hex()
    assert one["proof"]["path"] == [step.hex() for step in ledger.inclusion_path(0, leaves)]


def test_a_responsible_person_replaced_in_june_answers_for_july_and_not_for_may(tmp_path):
    """The same data folder, served in March, in June and in July of next year by a clock that is moved."""
    year = datetime.date.today().year + 1

    def day(month, of=10):
        return datetime.datetime(year, month, of, 4, tzinfo=datetime.timezone.utc)

    clock = MovedClock(tmp_path / "clock")
    clock.move_to(day(3))
    with serving(tmp_path / "server", clock=clock) as server:
        world = World(server, ["clerk", "reviewer", "compliance", "second_compliance"])
        world.take_in(card_file(range(20)))
        world.allocate()
        registered = world.register()

        server.stop()
        clock.move_to(day(6))
        server.start()
        world.sign_in_again()
        change = world.change(
            registered["registration"], "change-role", ["responsible-person-id-front", "responsible-person-id-back"],
            role="responsible-person", responsiblePerson=SUCCESSOR)
        assert world.decide(change, ask="must").json()["state"] == "approved"

        server.stop()
        clock.move_to(day(7))
        server.start()
        world.sign_in_again()
        may, july, now = world.answer(3, at=instant(day(5))), world.answer(3, at=instant(day(7, 9))), world.answer(3)
        assert may["responsiblePerson"]["name"] == "司**"
        assert july["responsiblePerson"]["name"] == now["responsiblePerson"]["name"] == "上**"
        assert may["responsiblePerson"]["party"] != july["responsiblePerson"]["party"]
        assert may["evidence"] and july["evidence"]
        assert may["unit"] == july["unit"]
        shown = world.compliance.must(
            "revealAnswer", json={"iccid": iccid(3), "at": instant(day(5)), "purpose": "上年五月责任人核查"}).json()
        assert shown["responsiblePerson"]["documentNumber"] == RESPONSIBLE["documentNumber"]
        assert world.reviewer.ask("answerForCard", json={"iccid": iccid(3), "at": instant(day(2))}).status_code == 404

        # What takes effect in the past needs a ground and a second approver, and changes what is known of the past from then on only.
        known = world.answer(3)["asKnown"]
        back = world.change(
            registered["registration"], "change-role",
            ["responsible-person-id-front", "responsible-person-id-back", "change-ground"], role="responsible-person",
            responsiblePerson=SUCCESSOR, effectiveFrom=f"{year}-05-01")
        waiting = world.decide(back, by=world.compliance, ask="must")
        assert waiting.json()["state"] == "awaiting-second-approval"
        own = world.compliance.ask("secondDecision", {"application": back["application"]}, version=waiting.headers["ETag"])
        assert own.status_code in (403, 409), own.text
        world.second_compliance.must("secondDecision", {"application": back["application"]}, version=waiting.headers["ETag"])
        assert world.answer(3, at=instant(day(5)))["responsiblePerson"]["name"] == "上**"
        assert world.answer(3, at=instant(day(5)), asKnown=known)["responsiblePerson"]["name"] == "司**"

"""Creating calls happen once a key: fifty at once make one registration."""

import collections
import concurrent.futures
import threading
import uuid

import pytest
import requests
from shiming_server import BIN, TYPES, World, card_file, code, poll, serving

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")
AT_ONCE = 50


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("once")) as server:
        world = World(server, ["clerk", "other_clerk", "reviewer", "second_reviewer", "auditor"])
        world.take_in(card_file(range(200)))
        world.allocate()
        yield world


def at_once(count, ask):
    """`ask(n)` in as many threads, let go together; the answers."""
    gate = threading.Barrier(count)

    def one(number):
        gate.wait()
        return ask(number)

    with concurrent.futures.ThreadPoolExecutor(count) as pool:
        return list(pool.map(one, range(count)))


def registrations(world, by=None):
    return {row["id"] for row in (by or world.clerk).pages("listRegistrations")}


def post(world, caller, path, body, key):
    """Without the caller's own connection, which is one thread's."""
    return requests.post(world.server.address + path, json=body, timeout=60,
                         headers={"Authorization": "Bearer " + caller.token, "Idempotency-Key": key})


def test_fifty_requests_with_one_key_make_one_registration(world):
    body = {"channel": "agent", "content": world.content()}
    before = registrations(world)
    key = str(uuid.uuid4())
    answers = at_once(AT_ONCE, lambda _: post(world, world.clerk, "/v1/registrations", body, key))
    made = [answer for answer in answers if answer.status_code == 201]
    others = [answer for answer in answers if answer.status_code != 201]
    assert made and {(answer.status_code, code(answer)) for answer in others} <= {(409, "idempotency-key-running")}
    assert all("Retry-After" in answer.headers for answer in others)
    assert len({answer.text for answer in made}) == 1
    assert [answer.headers.get("Idempotent-Replay") for answer in made].count(None) == 1
    fresh = registrations(world) - before
    assert fresh == {made[0].json()["registration"]}

    # Afterwards everybody gets the same answer, with the same head fields.
    again = at_once(AT_ONCE, lambda _: post(world, world.clerk, "/v1/registrations", body, key))
    assert {answer.status_code for answer in again} == {201}
    assert {(answer.text, answer.headers["ETag"], answer.headers["Location"]) for answer in again} == {
        (made[0].text, made[0].headers["ETag"], made[0].headers["Location"])}
    assert {answer.headers["Idempotent-Replay"] for answer in again} == {"true"}
    assert registrations(world) - before == fresh


def test_the_same_key_with_another_body_is_422_and_makes_nothing(world):
    key = str(uuid.uuid4())
    body = {"channel": "agent", "content": world.content()}
    assert post(world, world.clerk, "/v1/registrations", body, key).status_code == 201
    before = registrations(world)
    other = post(world, world.clerk, "/v1/registrations", {"channel": "agent"}, key)
    assert (other.status_code, code(other)) == (422, "idempotency-key-reused")
    elsewhere = post(world, world.clerk, f"/v1/registrations/{next(iter(before))}/applications", {"kind": "end"}, key)
    assert (elsewhere.status_code, code(elsewhere)) == (422, "idempotency-key-reused")
    assert registrations(world) == before


def test_the_same_key_of_different_accounts_is_two_keys(world):
    key = str(uuid.uuid4())
    body = {"channel": "agent"}
    mine, theirs = (post(world, caller, "/v1/registrations", body, key) for caller in (world.clerk, world.other_clerk))
    assert mine.status_code == theirs.status_code == 201
    assert mine.json()["registration"] != theirs.json()["registration"]
    assert "Idempotent-Replay" not in theirs.headers


def test_without_a_key_nothing_is_made(world):
    before = registrations(world)
    refused = requests.post(world.server.address + "/v1/registrations", json={"channel": "agent"}, timeout=30,
                            headers={"Authorization": "Bearer " + world.clerk.token})
    assert (refused.status_code, code(refused)) == (428, "idempotency-key-missing")
    for key in ("a b", "x" * 129, "é".encode()):
        bad = requests.post(world.server.address + "/v1/registrations", json={"channel": "agent"}, timeout=30,
                            headers={"Authorization": "Bearer " + world.clerk.token, "Idempotency-Key": key})
        assert bad.status_code == 400, (key, bad.text)
    assert registrations(world) == before


def test_a_refused_request_leaves_its_key_free(world):
    key = str(uuid.uuid4())
    refused = post(world, world.clerk, "/v1/registrations", {"channel": "no such"}, key)
    assert refused.status_code == 422
    assert post(world, world.clerk, "/v1/registrations", {"channel": "agent"}, key).status_code == 201


def test_uploads_of_other_bytes_under_one_key_are_refused(world):
    media, make = TYPES["png"]
    key = str(uuid.uuid4())
    first = world.clerk.must("uploadEvidence", query={"kind": "unit-document"}, data=make("one"), type=media, key=key)
    same = world.clerk.must("uploadEvidence", query={"kind": "unit-document"}, data=make("one"), type=media, key=key)
    assert same.json() == first.json() and same.headers["Idempotent-Replay"] == "true"
    other = world.clerk.ask("uploadEvidence", query={"kind": "unit-document"}, data=make("two"), type=media, key=key)
    assert (other.status_code, code(other)) == (422, "idempotency-key-reused")


def test_two_reviewers_deciding_at_once_make_one_decision(world):
    draft = world.submit(world.begin())
    verdicts = [(world.reviewer, "approve"), (world.second_reviewer, "approve"), (world.reviewer, "refuse"), (world.second_reviewer, "refuse")]

    def decide(number):
        caller, verdict = verdicts[number]
        body = {"verdict": verdict} | ({"reasons": [{"pointer": "/unit", "code": "expired"}]} if verdict == "refuse" else {})
        return requests.post(
            f"{world.server.address}/v1/applications/{draft['application']}/decision", json=body, timeout=60,
            headers={"Authorization": "Bearer " + caller.token, "Idempotency-Key": str(uuid.uuid4()), "If-Match": draft["version"]})

    answers = at_once(len(verdicts), decide)
    assert collections.Counter(answer.status_code for answer in answers)[200] == 1, [answer.text for answer in answers]
    assert all(answer.status_code in (409, 412) and code(answer) for answer in answers if answer.status_code != 200)
    winner = next(answer for answer in answers if answer.status_code == 200).json()
    settled = world.clerk.must("readApplication", {"application": draft["application"]}).json()
    assert settled["state"] == winner["state"]
    registration = world.clerk.must("readRegistration", {"registration": draft["registration"]}).json()
    assert registration["cards"] == winner["cardsRegistered"] == (200 if winner["state"] == "approved" else 0)
    poll(lambda: world.settled_trail(), 10, "the trail does not settle")

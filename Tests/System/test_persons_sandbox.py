"""A person's case where machines are asked: the sandbox provider that is right, slow, away, lying, and a server killed while it asks."""

import collections
import contextlib
import time

import pytest
from persons import BY_MACHINE, PICTURES, UNLIMITED, PersonalWorld
from shiming_server import BIN, Server, poll, serving
from test_verification_sandbox import KEY, sandbox, told

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")
QUESTIONS = 2
# Long before a breaker opens, for tests that are about something else.
PATIENT = ("verification-breaker-failures=1000", "verification-timeout-seconds=2")
STAFF = ["clerk", "reviewer", "compliance", "auditor"]
EFFECTIVE_WITHIN = 30
LIES = ["contradiction", "other-request", "no-liveness", "repeats-number", "no-provider", "not-json", "cut", "twice", "too-large",
        "wrong-type", "redirect", "quota-exhausted", "broken", "too-many", "drop"]


def asked_by(provider, settings=PATIENT, allowed=1, **options):
    return {"environment": {"SHIMING_VERIFICATION_KEY": KEY}, "arguments": told(provider.address),
            "settings": (*UNLIMITED, f"verification-sandbox-allowed={allowed}", *settings)} | options


@contextlib.contextmanager
def asking(folder, provider, watches=8, **options):
    """A world whose floor lets machines approve."""
    with serving(folder, **asked_by(provider, **options)) as server:
        world = PersonalWorld(server, STAFF, watches=watches)
        world.set_policy(BY_MACHINE)
        yield world


@pytest.fixture(scope="module")
def provider(tmp_path_factory):
    with sandbox(tmp_path_factory.mktemp("sandbox")) as running:
        yield running


@pytest.fixture(scope="module")
def world(tmp_path_factory, provider):
    with asking(tmp_path_factory.mktemp("asking"), provider, watches=40) as world:
        yield world


@pytest.fixture(autouse=True)
def truthful(request):
    yield
    if "provider" in request.fixturenames:
        request.getfixturevalue("provider").play()


def fresh(world):
    """Somebody whose pictures nobody has seen: what was seen before is for a reviewer."""
    return world.newcomer().come_in().prepare()


def asked(provider):
    return collections.Counter(provider.statistics()["asked"])


def until_asked(provider, before, count=1):
    """Once each of both machines was asked so often since."""
    def look():
        now = asked(provider) - before
        return now if all(now[place] >= count for place in ("identity-checks", "face-comparisons")) else None
    return poll(look, 30, lambda: f"not asked: {provider.statistics()}", pause=0.02)


def recorded(world, person):
    """Words of machines on the trail, and decisions, about the person's case."""
    application = world.application_of(person)["id"].replace("-", "")
    world.settled_trail()
    bodies = [entry for entry in world.auditor.pages("listTrail") if application in entry["body"]]
    return [entry["body"] for entry in bodies if entry["action"] == "verification.recorded"]


# ---------------------------------------------------------------- right

def test_a_match_and_a_living_face_are_effective_without_anybody(world, provider):
    person = fresh(world)
    assert person.hand_in().json()["state"] == "checking"
    status = person.reaches("effective", seconds=EFFECTIVE_WITHIN, never=("in-review", "to-be-mended", "awaiting-carrier"))
    assert status["effectiveAt"] >= status["submittedAt"]
    assert world.answer(person.number)["standing"] == "registered"
    assert len(recorded(world, person)) == QUESTIONS


def test_under_an_agents_reviewer_policy_machines_do_not_approve(tmp_path, provider):
    with asking(tmp_path, provider, watches=1) as world:
        world.set_policy({"rules": [], "approval": "reviewer"}, world.agent)
        person = fresh(world)
        person.hand_in()
        person.reaches("in-review", never=("effective",))
        # The authority has spoken, so that the reviewer's word makes it count.
        assert world.review(person).json()["state"] == "approved"
        assert person.stage() == "effective"


def test_a_picture_used_in_another_case_is_looked_at_by_a_person(world, provider):
    first = fresh(world)
    first.hand_in()
    second = world.newcomer().come_in()
    second.consent()
    second.photograph("holder-id-front", PICTURES["holder-id-front"](first.seed))
    second.photograph("holder-id-back")
    second.show_face()
    second.fill_in()
    second.hand_in()
    second.reaches("in-review", never=("effective",))


def test_without_the_face_a_reviewer_decides(world, provider):
    person = world.newcomer().come_in()
    person.consent(("privacy", "sensitive-data"))
    for slot in ("holder-id-front", "holder-id-back", "hand-held-photo"):
        person.photograph(slot)
    person.fill_in(declinesFaceRecognition=True)
    before = asked(provider)
    person.hand_in()
    person.reaches("in-review", never=("effective",))
    assert (asked(provider) - before)["face-comparisons"] == 0


# ---------------------------------------------------------------- a definite no

@pytest.mark.parametrize("step,reason,pointer", [
    ({"on": "identity-checks", "verdict": "mismatch"}, "identity-mismatch", "/holder/documentNumber"),
    ({"on": "identity-checks", "verdict": "no-record"}, "identity-no-record", "/holder/documentNumber"),
    ({"on": "identity-checks", "verdict": "not-in-service"}, "document-not-in-service", "/holder/documentNumber"),
    ({"on": "face-comparisons", "verdict": "different"}, "face-different", "/evidence/face-capture"),
    ({"on": "face-comparisons", "liveness": "spoof"}, "liveness-failed", "/evidence/face-capture"),
])
def test_a_no_comes_back_with_its_reason(world, provider, step, reason, pointer):
    provider.play(steps=[step])
    person = fresh(world)
    person.hand_in()
    status = person.reaches("to-be-mended", never=("effective", "in-review"))
    assert [(found["pointer"], found["code"]) for found in status["reasons"]] == [(pointer, reason)]
    assert status["attemptsLeft"] == 2 and status["reasons"][0]["text"]
    assert world.answer(person.number)["standing"] == "unregistered"
    # Mended, it is asked anew.
    provider.play()
    person.hand_in()
    person.reaches("effective", seconds=EFFECTIVE_WITHIN)


@pytest.mark.parametrize("step", [
    {"on": "identity-checks", "verdict": "undecided"}, {"on": "face-comparisons", "verdict": "undecided"},
    {"on": "face-comparisons", "liveness": "undecided"}, {"on": "face-comparisons", "liveness": "absent"},
])
def test_what_a_machine_does_not_know_is_for_a_reviewer(world, provider, step):
    provider.play(steps=[step])
    person = fresh(world)
    person.hand_in()
    person.reaches("in-review", never=("effective", "to-be-mended"))


# ---------------------------------------------------------------- slow

def test_a_slow_provider_keeps_the_case_and_nobody_else_waiting(world, provider):
    provider.play(latencyMilliseconds=1_500)
    person = fresh(world)
    before = asked(provider)
    person.hand_in()
    until_asked(provider, before)
    begun = time.monotonic()
    assert person.status()["stage"] == "checking" and person.status()["expectedHours"] == 1
    other = world.newcomer().come_in()
    assert other.case()["standing"] == "open"
    assert time.monotonic() - begun < 1.5, "the server waited for the provider"
    person.reaches("effective", seconds=EFFECTIVE_WITHIN, never=("in-review",))


# ---------------------------------------------------------------- away

def test_a_provider_that_is_away_for_a_while_loses_no_case(tmp_path):
    with sandbox(tmp_path / "first") as first:
        port = first.address.rsplit(":", 1)[1]
        with asking(tmp_path / "server", first, watches=3) as world:
            persons = [fresh(world) for _ in range(3)]
            first.stop()
            for person in persons:
                assert person.hand_in().json()["state"] == "checking"
            # Tried in vain, it stays where it is.
            time.sleep(2)
            assert {person.stage() for person in persons} == {"checking"}
            with sandbox(tmp_path / "second", "--port", port) as second:
                assert second.address == first.address
                for person in persons:
                    person.reaches("effective", seconds=60, never=("in-review", "to-be-mended", "refused"))
                counts = second.statistics()
                assert counts["asked"] == {"identity-checks": 3, "face-comparisons": 3, "captures": 0}
                assert [len(recorded(world, person)) for person in persons] == [QUESTIONS] * 3


def test_a_provider_that_fails_is_left_alone_for_a_while(tmp_path):
    cases, failures = 6, 3
    settings = (f"verification-breaker-failures={failures}", "verification-breaker-open-seconds=4", "verification-concurrency=1")
    with sandbox(tmp_path / "sandbox") as provider, asking(tmp_path / "server", provider, watches=cases, settings=settings) as world:
        persons = [fresh(world) for _ in range(cases)]
        provider.play(steps=[{"fault": "broken"}])
        begun = time.monotonic()
        for person in persons:
            person.hand_in()
        until_asked(provider, collections.Counter(), failures)
        time.sleep(2)
        if time.monotonic() - begun < 6:
            # Without a breaker each case alone would have been asked three times.
            seen = asked(provider)
            assert max(seen.values()) <= failures + 1, seen
        assert {person.stage() for person in persons} == {"checking"}
        provider.play()
        for person in persons:
            person.reaches("effective", seconds=90, never=("in-review", "to-be-mended", "refused"))


# ---------------------------------------------------------------- lying

def test_what_must_not_be_believed_never_approves(tmp_path):
    """Every way of answering wrongly, each to a case of its own; then the truth, which is believed."""
    with sandbox(tmp_path / "sandbox") as provider, asking(tmp_path / "server", provider, watches=len(LIES)) as world:
        persons = {}
        for lie in LIES:
            person = fresh(world)
            provider.play(steps=[{"fault": lie, "retryAfterSeconds": 1}])
            before = asked(provider)
            person.hand_in()
            until_asked(provider, before)
            persons[lie] = person
        provider.play(steps=[{"fault": "contradiction"}])
        time.sleep(1)
        stages = {lie: person.stage() for lie, person in persons.items()}
        assert "effective" not in stages.values() and "to-be-mended" not in stages.values(), stages
        for lie, person in persons.items():
            assert world.answer(person.number)["standing"] == "unregistered", lie


def test_a_provider_that_lies_to_the_end_leaves_the_case_to_a_reviewer(tmp_path):
    with sandbox(tmp_path / "sandbox") as provider, asking(tmp_path / "server", provider, watches=2) as world:
        person = fresh(world)
        provider.play(steps=[{"fault": "other-request"}])
        person.hand_in()
        person.reaches("in-review", seconds=90, never=("effective", "to-be-mended"))
        # No authority has confirmed the person, so that the carrier must.
        assert world.review(person).json()["state"] == "awaiting-carrier"


def test_a_sandbox_that_is_not_allowed_confirms_nobody(tmp_path, provider):
    with asking(tmp_path, provider, allowed=0, watches=1) as world:
        person = fresh(world)
        before = asked(provider)
        person.hand_in()
        until_asked(provider, before, 2)
        assert person.stage() == "checking"
        assert world.answer(person.number)["standing"] == "unregistered"


# ---------------------------------------------------------------- twice

@pytest.mark.parametrize("fault", ["drop", "twice", "cut", "stall"])
def test_an_answer_that_had_to_be_asked_for_again_costs_and_counts_once(world, provider, fault):
    person = fresh(world)
    before = provider.statistics()
    provider.play(steps=[{"fault": fault, "on": "identity-checks", "times": 1}, {"fault": fault, "on": "face-comparisons", "times": 1}])
    person.hand_in()
    person.reaches("effective", seconds=60, never=("in-review", "to-be-mended"))
    after = provider.statistics()
    assert after["answered"] - before["answered"] == QUESTIONS
    assert after["repeated"] - before["repeated"] >= QUESTIONS
    assert len(recorded(world, person)) == QUESTIONS
    assert world.application_of(person)["decision"]["cardsRegistered"] == 1


# ---------------------------------------------------------------- nobody to ask

def test_without_a_provider_every_case_reaches_a_reviewer(tmp_path):
    with serving(tmp_path, settings=UNLIMITED) as server:
        world = PersonalWorld(server, STAFF, watches=3)
        world.set_policy(BY_MACHINE)
        for _ in range(3):
            person = fresh(world)
            assert person.hand_in().json()["state"] == "submitted"
            assert person.stage() == "in-review"
        assert len(list(world.reviewer.pages("listApplications", query={"state": "submitted"}))) == 3
        assert world.review(person).json()["state"] == "awaiting-carrier"


def test_a_provider_taken_out_of_the_configuration_leaves_its_cases_to_a_reviewer(tmp_path, provider):
    options = asked_by(provider)
    server = Server(tmp_path, **options)
    try:
        server.start()
        world = PersonalWorld(server, STAFF, watches=1)
        world.set_policy(BY_MACHINE)
        provider.play(latencyMilliseconds=60_000)
        person = fresh(world)
        person.hand_in()
        assert person.stage() == "checking"
        server.kill()
        server.arguments = []
        server.start()
        # Nobody is asked any more: the case must not wait for ever.
        person.reaches("in-review", seconds=30, never=("effective",))
    finally:
        server.kill()


# ---------------------------------------------------------------- killed

@pytest.mark.parametrize("moment", ["before it answers", "after it has answered"])
def test_a_case_under_check_when_the_server_is_killed_is_asked_again_and_settles_once(tmp_path, moment):
    with sandbox(tmp_path / "sandbox") as provider:
        server = Server(tmp_path / "server", **asked_by(provider, settings=("verification-breaker-failures=1000",)))
        try:
            server.start()
            world = PersonalWorld(server, STAFF, watches=1)
            world.set_policy(BY_MACHINE)
            person = fresh(world)
            provider.play(**({"latencyMilliseconds": 20_000} if moment == "before it answers" else {"steps": [{"fault": "stall"}]}))
            person.hand_in()
            until_asked(provider, collections.Counter())
            if moment == "after it has answered":
                poll(lambda: provider.statistics()["answered"] >= QUESTIONS or None, 10, "not answered")
            assert person.stage() == "checking"
            server.kill()
            provider.play()
            server.start()
            # DESIGN 8: a restart of seconds.
            person.reaches("effective", seconds=60, never=("in-review", "to-be-mended"))
            assert len(recorded(world, person)) == QUESTIONS
            assert world.application_of(person)["decision"]["cardsRegistered"] == 1
            assert provider.statistics()["answered"] == QUESTIONS
            time.sleep(1)
            assert len(recorded(world, person)) == QUESTIONS
        finally:
            server.kill()

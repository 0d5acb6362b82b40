"""A person's case where machines are asked: the sandbox provider that is right, slow, away, lying, and a server killed while it asks.

What is about the authority alone is tried on cards that need the document's data alone: there a match leads to a reviewer, whose word then
makes the card count without the carrier. Reading pictures takes its time.

What a case goes through while a provider is slow, away, lying, answering twice or left alone is tried on PostgreSQL too, in fewer ways.
"""

import collections
import contextlib
import datetime
import re
import time

import pytest
import requests
from console_web import Web
from persons import AREA, BY_MACHINE, DATA_ONLY, PICTURES, UNLIMITED, Person, PersonalWorld, document, rule
from pictures import card
from pictures.people import identity_number
from postgres_cluster import cluster
from sandbox_program import KEY
from shiming_server import BIN, Server, poll, serving
from test_verification_sandbox import Sandbox, told

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")
# Long before a breaker opens, for tests that are about something else.
PATIENT = ("verification-breaker-failures=1000", "verification-timeout-seconds=2")
STAFF = ["clerk", "reviewer", "compliance", "auditor"]
# Data and face, decided by machines.
FACE = BY_MACHINE | {"rules": [rule(["document-data", "face"])]}
PLACES = {"identity-checks", "face-comparisons"}
# Ways of answering wrongly that a check of identity can take.
LIES = ["other-request", "repeats-number", "no-provider", "not-json", "cut", "twice", "too-large", "wrong-type", "redirect",
        "broken", "too-many", "unavailable", "drop"]
# One of each kind: another's answer, none of the contract, none at all.
LIES_ON_POSTGRES = ["other-request", "not-json", "broken", "drop"]


def asked_by(provider, settings=PATIENT, allowed=1, store=None, **options):
    """`store`: the environment that makes a server keep its things elsewhere than in its folder."""
    return {"environment": {"SHIMING_VERIFICATION_KEY": KEY} | (store or {}), "arguments": told(provider.address),
            "settings": (*UNLIMITED, f"verification-sandbox-allowed={allowed}", *settings)} | options


@contextlib.contextmanager
def asking(folder, provider, policy=FACE, watches=8, **options):
    with serving(folder, **asked_by(provider, **options)) as server:
        world = PersonalWorld(server, STAFF, watches=watches)
        world.set_policy(policy)
        yield world


@pytest.fixture(scope="module")
def provider(tmp_path_factory):
    with Sandbox(tmp_path_factory.mktemp("sandbox")) as running:
        yield running


@pytest.fixture(scope="module")
def world(tmp_path_factory, provider):
    """Machines approve, by data and face."""
    # Longer than the slowest answer that is an answer.
    settings = ("verification-breaker-failures=1000", "verification-timeout-seconds=30", "verification-total-seconds=90")
    with asking(tmp_path_factory.mktemp("faces"), provider, watches=20, settings=settings) as world:
        yield world


@pytest.fixture(scope="module")
def plain(tmp_path_factory, provider):
    """Reviewers approve, by data alone."""
    with asking(tmp_path_factory.mktemp("plain"), provider, DATA_ONLY, watches=60) as world:
        yield world


@pytest.fixture(scope="module")
def postgres():
    with cluster() as made:
        yield made


@pytest.fixture
def store(request):
    """Of the engine a test names: a database of its own."""
    return {"SHIMING_STORE": request.getfixturevalue("postgres").database()} if request.param == "postgres" else {}


@pytest.fixture(scope="module")
def plain_on_postgres(tmp_path_factory, provider, postgres):
    with asking(tmp_path_factory.mktemp("plain"), provider, DATA_ONLY, watches=10, store={"SHIMING_STORE": postgres.database()}) as world:
        yield world


@pytest.fixture(autouse=True)
def truthful(request):
    yield
    if "provider" in request.fixturenames:
        request.getfixturevalue("provider").play()


def metrics(world):
    return requests.get(world.server.address + "/metrics", timeout=30).text


def fresh(world):
    """Somebody whose pictures nobody has seen: what was seen before is for a reviewer."""
    return world.newcomer().come_in().prepare()


def asked(provider):
    return collections.Counter(provider.statistics()["asked"])


def until_asked(provider, before, count=1, places=("identity-checks",)):
    def look():
        now = asked(provider) - before
        return now if all(now[place] >= count for place in places) else None
    return poll(look, 30, lambda: f"not asked: {provider.statistics()}", pause=0.02)


def recorded(world, person):
    """How many words of machines the trail has about the person's case."""
    application = world.application_of(person)["id"].replace("-", "")
    world.settled_trail()
    entries = world.auditor.pages("listTrail", query={"action": "verification.recorded"})
    return sum(application in entry["body"] for entry in entries)


# ---------------------------------------------------------------- right

def test_a_match_and_a_living_face_are_effective_without_anybody(tmp_path, provider):
    with asking(tmp_path, provider, BY_MACHINE, watches=1) as world:
        person = fresh(world)
        assert person.hand_in().json()["state"] == "checking"
        status = person.reaches("effective", never=("in-review", "to-be-mended", "awaiting-carrier"))
        assert status["effectiveAt"] >= status["submittedAt"]
        assert world.answer(person.number)["standing"] == "registered"
        assert recorded(world, person) == 2


def test_under_an_agents_reviewer_policy_machines_do_not_approve(tmp_path, provider):
    with asking(tmp_path, provider, watches=1) as world:
        world.set_policy({"rules": [], "approval": "reviewer"}, world.agent)
        person = fresh(world)
        person.hand_in()
        person.reaches("in-review", never=("effective",))
        # The authority has spoken, so that the reviewer's word makes it count.
        assert world.review(person).json()["state"] == "approved"
        assert person.stage() == "effective"


def test_a_picture_used_in_another_case_is_looked_at_by_a_person(tmp_path, provider):
    with asking(tmp_path, provider, BY_MACHINE, watches=2) as world:
        first = world.newcomer().come_in()
        first.consent()
        first.photograph("holder-id-front")
        second = world.newcomer().come_in()
        second.consent()
        second.photograph("holder-id-front", PICTURES["holder-id-front"](first.seed))
        second.photograph("holder-id-back")
        second.show_face()
        second.fill_in()
        second.hand_in()
        second.reaches("in-review", never=("effective",))
        checks = world.application_of(second)["checks"]
        found = {check["code"]: check["subject"] for check in checks if check["verdict"] == "warned"}
        assert found["picture-used-before"] == "/evidence/holder-id-front"
        assert found["reading-differs"].startswith("/holder/"), "the number of another person stands on the picture"


def test_scans_of_different_cards_are_not_taken_for_one_picture(tmp_path):
    """The backs of all cards look alike, and are different all the same."""
    with serving(tmp_path, settings=UNLIMITED) as server:
        world = PersonalWorld(server, STAFF, watches=8)
        world.set_policy(DATA_ONLY | {"rules": [rule(["document-data", "document-photos"])]})
        alike = []
        for _ in range(6):
            person = world.newcomer().come_in()
            person.consent()
            person.photograph("holder-id-front")
            person.photograph("holder-id-back", card(person.seed, "clean", "id-back", AREA)[0])
            person.fill_in()
            person.hand_in()
            alike += [check["subject"] for check in world.application_of(person)["checks"] if check["code"] == "picture-used-before"]
        assert alike == []


def test_without_the_face_a_reviewer_decides(world, provider):
    person = world.newcomer().come_in()
    person.consent(("privacy", "sensitive-data"))
    person.photograph("hand-held-photo", insist="true")
    person.fill_in(declinesFaceRecognition=True)
    before = asked(provider)
    person.hand_in()
    person.reaches("in-review", never=("effective",))
    assert (asked(provider) - before)["face-comparisons"] == 0


# ---------------------------------------------------------------- a definite no

@pytest.mark.parametrize("verdict,reason", [
    ("mismatch", "identity-mismatch"), ("no-record", "identity-no-record"), ("not-in-service", "document-not-in-service")])
def test_a_no_of_the_authority_comes_back_with_its_reason(plain, provider, verdict, reason):
    provider.play(steps=[{"on": "identity-checks", "verdict": verdict}])
    person = fresh(plain)
    person.hand_in()
    status = person.reaches("to-be-mended", never=("effective", "in-review"))
    assert [(found["pointer"], found["code"]) for found in status["reasons"]] == [("/holder/documentNumber", reason)]
    assert status["reasons"][0]["text"] and status["attemptsLeft"] > 0
    assert plain.answer(person.number)["standing"] == "unregistered"
    # Mended, it is asked anew.
    provider.play()
    person.hand_in()
    person.reaches("in-review", never=("to-be-mended",))
    assert plain.review(person).json()["state"] == "approved"


# ---------------------------------------------------------------- who else is named

# Whose documents the pictures of guardians and proxies are of.
OTHER = 61
BORN = datetime.date(1985, 6, 1)
CHILDS_BIRTH = datetime.date(datetime.date.today().year - 9, 6, 1)
FINE = "715"
ROLES = ("guardian", "proxy")


def with_another(world, role, order=FINE):
    """A case with a guardian, of a child, or a proxy, all but the handing in. The sandbox derives its word of him from `order` in his number."""
    person = world.newcomer().come_in()
    another = Person(world, OTHER).facts | {"documentNumber": identity_number(AREA, BORN, int(order))}
    holder = person.facts
    if role == "guardian":
        issued = datetime.date.today().replace(day=1)
        holder |= {"documentNumber": identity_number(AREA, CHILDS_BIRTH, 100 + person.seed % 700), "validFrom": issued.isoformat(),
                   "validUntil": issued.replace(year=issued.year + 5).isoformat()}
    person.consent(("privacy", "sensitive-data") + (("guardian",) if role == "guardian" else ()), under_14=role == "guardian")
    draft = {"holder": holder, role: another, "noticeAccepted": True}
    person.must("updatePersonalDraft", json=draft)
    for side in ("front", "back"):
        person.photograph(f"{role}-id-{side}", document(OTHER, side), insist="true")
    # What was read is of whoever the picture shows.
    person.must("updatePersonalDraft", json=draft)
    return person


def verdicts(world, person):
    return {said["about"]: said["verdict"] for said in world.application_of(person)["verifications"]}


@pytest.mark.parametrize("order,verdict,sign,words", [(FINE, "match", "✓", "一致"), ("904", "undecided", "△", "无法判定")])
@pytest.mark.parametrize("role,name", [("guardian", "监护人"), ("proxy", "代办人")])
def test_who_else_is_named_is_asked_about_by_himself_and_a_reviewer_reads_what_was_said(plain, provider, role, name, order, verdict, sign, words):
    before, questions = provider.statistics(), asked(provider)
    person = with_another(plain, role, order)
    person.hand_in()
    person.reaches("in-review", never=("effective", "to-be-mended"))
    after = provider.statistics()
    assert (asked(provider) - questions)["identity-checks"] == after["answered"] - before["answered"] == 2
    assert after["costUnits"] - before["costUnits"] == 2
    assert after["repeated"] == before["repeated"], "two questions, each under a number of its own"
    assert verdicts(plain, person) == {"holder": "match", role: verdict}
    assert recorded(plain, person) == 2
    page = Web(plain, plain.reviewer, language="zh").get(f"/console/applications/{plain.application_of(person)['id']}").text
    assert "身份信息（机主）" in page
    said = page.split(f"身份信息（{name}）")[1].split("</div>")[0]
    assert f"{sign} {words}" in said, said
    # The holder's match is there: the reviewer's word makes the card count.
    assert plain.review(person).json()["state"] == "approved"


@pytest.mark.parametrize("order,reason", [("901", "identity-mismatch"), ("902", "identity-no-record"), ("903", "document-not-in-service")])
@pytest.mark.parametrize("role", ROLES)
def test_a_no_about_who_else_is_named_comes_back_with_a_reason_of_its_own(plain, provider, role, order, reason):
    person = with_another(plain, role, order)
    person.hand_in()
    status = person.reaches("to-be-mended", never=("effective", "in-review"))
    assert [(found["pointer"], found["code"]) for found in status["reasons"]] == [(f"/{role}/documentNumber", f"{role}-{reason}")]
    assert status["reasons"][0]["text"] and status["attemptsLeft"] > 0
    assert plain.answer(person.number)["standing"] == "unregistered"


@pytest.mark.parametrize("role", ROLES)
def test_no_machine_approves_for_somebody_else(world, provider, role):
    person = with_another(world, role)
    person.consent(("face",), under_14=None)
    person.show_face()
    person.hand_in()
    person.reaches("in-review", never=("effective", "to-be-mended"))
    assert verdicts(world, person)[role] == "match"


# ---------------------------------------------------------------- a no to the face

@pytest.mark.parametrize("step,reason", [({"verdict": "different"}, "face-different"), ({"liveness": "spoof"}, "liveness-failed")])
def test_a_no_to_the_face_comes_back_with_its_reason(world, provider, step, reason):
    provider.play(steps=[{"on": "face-comparisons"} | step])
    person = fresh(world)
    person.hand_in()
    status = person.reaches("to-be-mended", never=("effective", "in-review"))
    assert [(found["pointer"], found["code"]) for found in status["reasons"]] == [("/evidence/face-capture", reason)]
    assert world.answer(person.number)["standing"] == "unregistered"


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

@pytest.mark.parametrize("store, milliseconds", [("sqlite", 20_000), ("postgres", 10_000)], indirect=["store"])
def test_a_slow_provider_keeps_the_case_and_nobody_else_waiting(tmp_path, provider, store, milliseconds):
    settings = ("verification-breaker-failures=1000", "verification-timeout-seconds=60", "verification-total-seconds=90")
    with asking(tmp_path, provider, DATA_ONLY, watches=2, settings=settings, store=store) as slow:
        person, other = fresh(slow), slow.newcomer()
        provider.play(latencyMilliseconds=milliseconds)
        before, answered = asked(provider), provider.statistics()["answered"]
        person.hand_in()
        until_asked(provider, before)
        status = person.status()
        assert (status["stage"], status["expectedHours"]) == ("checking", 1)
        assert other.come_in().case()["standing"] == "open"
        # All that came before the provider's answer.
        assert provider.statistics()["answered"] == answered
        person.reaches("in-review", never=("to-be-mended",))
        assert recorded(slow, person) == 1


def test_one_slow_question_does_not_hold_up_the_cases_of_others(world, provider):
    first, second = fresh(world), fresh(world)
    provider.play(steps=[{"on": "face-comparisons", "times": 1, "latencyMilliseconds": 120_000}])
    before = asked(provider)
    first.hand_in()
    until_asked(provider, before, places=PLACES)
    time.sleep(0.7)
    second.hand_in()
    second.reaches("effective", seconds=25, never=("in-review",))
    assert first.stage() == "checking"
    provider.play()
    first.reaches("effective", seconds=150, never=("in-review",))


# ---------------------------------------------------------------- away

@pytest.mark.parametrize("store", ["sqlite", "postgres"], indirect=True)
def test_a_provider_that_is_away_for_a_while_loses_no_case(tmp_path, store):
    with Sandbox(tmp_path / "first") as first:
        port = first.address.rsplit(":", 1)[1]
        with asking(tmp_path / "server", first, DATA_ONLY, watches=3, store=store) as world:
            persons = [fresh(world) for _ in range(3)]
            first.stop()
            for person in persons:
                assert person.hand_in().json()["state"] == "checking"
            # Tried in vain, it stays where it is.
            time.sleep(2)
            assert {person.stage() for person in persons} == {"checking"}
            with Sandbox(tmp_path / "second", "--port", port) as second:
                assert second.address == first.address
                for person in persons:
                    person.reaches("in-review", seconds=150, never=("to-be-mended", "refused"))
                counts = second.statistics()
                assert counts["asked"]["identity-checks"] >= 3 and counts["answered"] == 3
                assert [recorded(world, person) for person in persons] == [1] * 3
                assert world.review(persons[0]).json()["state"] == "approved"


@pytest.mark.parametrize("store, open_seconds", [("sqlite", 20), ("postgres", 10)], indirect=["store"])
def test_a_provider_that_fails_is_left_alone_for_a_while_and_then_asked_again(tmp_path, store, open_seconds):
    cases, failures = 6, 3
    settings = (
        f"verification-breaker-failures={failures}", f"verification-breaker-open-seconds={open_seconds}", "verification-concurrency=1")
    with Sandbox(tmp_path / "sandbox") as provider, \
            asking(tmp_path / "server", provider, DATA_ONLY, cases, settings=settings, store=store) as world:
        persons = [fresh(world) for _ in range(cases)]
        provider.play(steps=[{"fault": "broken"}])
        begun = time.monotonic()
        for person in persons:
            person.hand_in()
        until_asked(provider, collections.Counter(), failures)
        resting = 'shiming_provider_resting{provider="identity-authority"} 1'
        poll(lambda: resting in metrics(world) or None, 30, "the breaker does not open", pause=0.05)
        time.sleep(2)
        seen = asked(provider)["identity-checks"]
        # Without a breaker each case alone would have been asked three times; on a machine that stood still one question to see was let through.
        assert failures <= seen <= failures + (time.monotonic() - begun) // open_seconds, seen
        assert {person.stage() for person in persons} == {"checking"}
        provider.play()
        for person in persons:
            person.reaches("in-review", seconds=150, never=("to-be-mended", "refused"))
        assert [recorded(world, person) for person in persons] == [1] * cases
        figures = metrics(world)
        assert 'shiming_provider_resting{provider="identity-authority"} 0' in figures
        assert f'shiming_provider_questions_total{{provider="identity-authority",outcome="answered"}} {cases}' in figures
        failed = re.search(r'shiming_provider_questions_total\{provider="identity-authority",outcome="failed"\} (\d+)', figures)
        assert failed and int(failed[1]) > 0
        cost = re.search(r'shiming_provider_cost_units_total\{provider="identity-authority"\} (\d+)', figures)
        assert cost and int(cost[1]) == provider.statistics()["costUnits"] > 0


# ---------------------------------------------------------------- lying

@pytest.mark.parametrize("where, lies", [("plain", LIES), ("plain_on_postgres", LIES_ON_POSTGRES)], ids=["sqlite", "postgres"])
def test_what_must_not_be_believed_confirms_nobody_and_the_truth_does(request, provider, where, lies):
    """Every way of answering wrongly, each to a case of its own; then the truth, which is believed."""
    plain = request.getfixturevalue(where)
    # The pictures first: who was lied to is asked about again in some seconds, and would meet the next lies.
    persons = {lie: fresh(plain) for lie in lies}
    for lie, person in persons.items():
        lied_to(provider, person, lie)
        assert (person.stage(), recorded(plain, person)) == ("checking", 0), lie
    provider.play()
    for lie, person in persons.items():
        person.reaches("in-review", seconds=120, never=("to-be-mended",))
        assert recorded(plain, person) == 1, lie


def test_a_quota_that_is_used_up_confirms_nobody(plain, provider):
    """Asked again in a quarter of an hour only, so while nobody else's case is open."""
    person = fresh(plain)
    lied_to(provider, person, "quota-exhausted")
    assert (person.stage(), recorded(plain, person)) == ("checking", 0)


def lied_to(provider, person, lie):
    """Once; from then on the provider is away, which is waited for however long it lasts."""
    provider.play(steps=[{"fault": lie, "retryAfterSeconds": 1}])
    before = asked(provider)
    person.hand_in()
    until_asked(provider, before)
    provider.play(steps=[{"fault": "drop"}])


@pytest.mark.parametrize("lie", ["contradiction", "no-liveness", "other-request"])
def test_a_face_answer_that_must_not_be_believed_approves_nobody(world, provider, lie):
    person = fresh(world)
    provider.play(steps=[{"on": "face-comparisons", "fault": lie}])
    before = asked(provider)
    person.hand_in()
    until_asked(provider, before, places=PLACES)
    time.sleep(1)
    assert person.stage() == "checking"
    assert world.answer(person.number)["standing"] == "unregistered"
    provider.play()
    person.reaches("effective", seconds=60, never=("to-be-mended", "in-review"))


def test_a_provider_that_lies_to_the_end_leaves_the_case_to_a_reviewer_and_the_carrier(plain, provider):
    person = fresh(plain)
    provider.play(steps=[{"fault": "other-request"}])
    person.hand_in()
    person.reaches("in-review", seconds=90, never=("effective", "to-be-mended"))
    # No authority has confirmed the person.
    assert plain.review(person).json()["state"] == "awaiting-carrier"


def test_a_sandbox_that_is_not_allowed_confirms_nobody(tmp_path):
    """It was away when the server started, and so could not say what it is; its answers say so."""
    with Sandbox(tmp_path / "first") as first:
        port = first.address.rsplit(":", 1)[1]
        first.stop()
        with asking(tmp_path / "server", first, DATA_ONLY, watches=1, allowed=0) as world, \
                Sandbox(tmp_path / "second", "--port", port) as provider:
            person = fresh(world)
            person.hand_in()
            until_asked(provider, collections.Counter())
            time.sleep(1)
            assert person.stage() == "checking" and recorded(world, person) == 0


# ---------------------------------------------------------------- twice

@pytest.mark.parametrize("where, fault", [
    ("plain", "drop"), ("plain", "twice"), ("plain", "cut"), ("plain", "stall"), ("plain_on_postgres", "drop"), ("plain_on_postgres", "twice")])
def test_an_answer_that_had_to_be_asked_for_again_costs_and_counts_once(request, provider, where, fault):
    plain = request.getfixturevalue(where)
    person = fresh(plain)
    before = provider.statistics()
    provider.play(steps=[{"fault": fault, "times": 1}])
    person.hand_in()
    person.reaches("in-review", seconds=60, never=("to-be-mended",))
    after = provider.statistics()
    assert after["answered"] - before["answered"] == 1 and after["repeated"] - before["repeated"] >= 1
    assert recorded(plain, person) == 1
    assert plain.review(person).json()["cardsRegistered"] == 1


# ---------------------------------------------------------------- nobody to ask

def test_without_a_provider_every_case_reaches_a_reviewer(tmp_path):
    with serving(tmp_path, settings=UNLIMITED) as server:
        world = PersonalWorld(server, STAFF, watches=2)
        world.set_policy(FACE)
        persons = [fresh(world) for _ in range(2)]
        for person in persons:
            assert person.hand_in().json()["state"] == "submitted"
            assert person.stage() == "in-review"
        assert len(list(world.reviewer.pages("listApplications", query={"state": "submitted"}))) == 2
        assert world.review(persons[0]).json()["state"] == "awaiting-carrier"


@contextlib.contextmanager
def killed_while_asking(folder, provider, **scenario):
    """A case under check when the server is killed; the server is not started again yet."""
    server = Server(folder, **asked_by(provider, settings=("verification-breaker-failures=1000",)))
    try:
        server.start()
        world = PersonalWorld(server, STAFF, watches=1)
        world.set_policy(DATA_ONLY)
        person = fresh(world)
        provider.play(**scenario)
        before = asked(provider)
        person.hand_in()
        until_asked(provider, before)
        assert person.stage() == "checking"
        server.kill()
        provider.play()
        yield world, person
    finally:
        server.kill()


def test_a_provider_taken_out_of_the_configuration_leaves_its_cases_to_a_reviewer(tmp_path, provider):
    with killed_while_asking(tmp_path, provider, latencyMilliseconds=20_000) as (world, person):
        world.server.arguments = []
        world.server.start()
        # Nobody is asked any more: the case must not wait for ever.
        person.reaches("in-review", seconds=40, never=("effective",))


# ---------------------------------------------------------------- killed

@pytest.mark.parametrize("scenario", [{"latencyMilliseconds": 20_000}, {"steps": [{"fault": "stall"}]}], ids=["unanswered", "answered"])
def test_a_case_under_check_when_the_server_is_killed_is_asked_again_and_settles_once(tmp_path, scenario):
    with Sandbox(tmp_path / "sandbox") as provider, killed_while_asking(tmp_path / "server", provider, **scenario) as (world, person):
        world.server.start()
        # A restart of seconds, and nothing that was acknowledged is lost.
        person.reaches("in-review", seconds=40, never=("to-be-mended",))
        world.sign_in_again()
        assert recorded(world, person) == 1
        assert provider.statistics()["answered"] == 1
        decided = world.review(person).json()
        assert (decided["state"], decided["cardsRegistered"], decided["cardsExcluded"]) == ("approved", 1, 0)
        time.sleep(1)
        assert recorded(world, person) == 1

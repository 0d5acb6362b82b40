"""A person's own card over HTTP: by link or claim code to "it counts", and everything that must not be let through."""

import base64
import collections
import concurrent.futures
import contextlib
import datetime
import re
import socket
import threading
import time
import uuid
from urllib.parse import urlsplit

import pytest
import requests
from persons import AREA, DATA_ONLY, PICTURES, UNLIMITED, Person, PersonalWorld, document, face, problem, rule
from pictures import card, hand_held
from pictures.people import identity_number
from postgres_cluster import cluster
from shiming_server import BIN, ROOT, Caller, MovedClock, code, iccid, operations, pdf, serving

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")
LANGUAGES = ("en", "zh")
HAN = re.compile(r"[\u4e00-\u9fff]")
AT_ONCE = 200
ALLOWED = 10


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    people = ["clerk", "other_clerk", "agent_manager", "other_manager", "reviewer", "second_reviewer", "compliance", "auditor"]
    with serving(tmp_path_factory.mktemp("persons"), settings=UNLIMITED) as server:
        yield PersonalWorld(server, people, watches=66)


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    """The same where the document's data is enough: for what is not about pictures."""
    people = ["clerk", "other_clerk", "agent_manager", "reviewer", "compliance", "auditor"]
    with serving(tmp_path_factory.mktemp("plain"), settings=UNLIMITED) as server:
        world = PersonalWorld(server, people, watches=60)
        world.set_policy(DATA_ONLY | {"attemptsMax": 3})
        yield world


def in_both(caller, ask, status, refusal, en, zh):
    """Asked in either language: the same refusal in the reader's words, with what would mend it."""
    for language, words in zip(LANGUAGES, (en, zh)):
        caller.headers["Accept-Language"] = language
        answer = ask()
        assert (answer.status_code, code(answer)) == (status, refusal), answer.text
        assert words in answer.json()["title"] and answer.json().get("mend"), answer.text
        assert bool(HAN.search(answer.json()["title"])) == (language == "zh"), answer.text
        assert answer.headers["Content-Language"] == language or "Content-Language" not in answer.headers
    caller.headers.pop("Accept-Language")


def tells_nothing_of(person, answer):
    for secret in person.secrets:
        assert secret not in answer.text, answer.text


# ---------------------------------------------------------------- from the entrance to the effect

@pytest.mark.parametrize("kind", ["link", "claim-code"])
def test_handed_in_is_not_effective_until_the_carrier_has_accepted(world, kind):
    person = world.someone().come_in(kind=kind)
    assert person.case()["standing"] == "open" and "state" not in person.case()
    assert person.ask("readPersonalStatus").status_code == 404
    person.prepare()
    assert person.stage() == "begun"

    handed = person.hand_in().json()
    assert handed["state"] == "submitted" and handed["attemptsLeft"] == 2 and handed["quota"]["max"] == 10
    assert person.stage() == "in-review"
    assert world.answer(person.number)["standing"] == "unregistered"

    assert world.review(person).json()["state"] == "awaiting-carrier"
    assert person.stage() == "awaiting-carrier"
    assert world.answer(person.number)["standing"] == "unregistered"

    done = world.carrier_says(person).json()
    assert (done["state"], done["cardsRegistered"], done["cardsExcluded"]) == ("approved", 1, 0)
    status = person.status()
    assert status["stage"] == "effective" and status["effectiveAt"] >= status["submittedAt"]
    answer = world.answer(person.number)
    assert answer["standing"] == "registered" and len(answer["evidence"]) == 2 + 4  # Both sides, and the frames of the face.


@pytest.fixture(scope="module")
def registered(world):
    person = world.someone().register()
    world.review(person)
    world.carrier_says(person)
    return person


def test_the_answer_shows_the_holder_masked(world, registered):
    answer = world.answer(registered.number)
    assert answer["masked"] and answer["standing"] == "registered"
    assert [link["name"] for link in answer["agentChain"]] == ["示例运营公司", "示例一级代理商"]
    holder, facts = answer["holder"], registered.facts
    assert holder["name"] == facts["name"][0] + "**"
    assert holder["documentNumber"] == f"{facts['documentNumber'][0]}****{facts['documentNumber'][-1]}"
    assert holder["contact"] == f"{facts['contact'][:3]}****{facts['contact'][-4:]}"
    assert holder["address"] != facts["address"]


def test_the_masked_answer_holds_nothing_of_the_person_in_clear(world, registered):
    for caller in (world.reviewer, world.compliance, world.auditor, world.clerk):
        tells_nothing_of(registered, caller.must("answerForCard", json={"iccid": iccid(registered.number)}))


def test_a_reveal_with_a_purpose_names_the_holder_and_leaves_its_entry(world, registered):
    purpose = "投诉核查 2026-118"
    answer = world.compliance.must("revealAnswer", json={"iccid": iccid(registered.number), "purpose": purpose}).json()
    entries = [entry["body"] for entry in world.auditor.pages("listTrail", query={"action": "answer.revealed"})]
    assert any(purpose in body for body in entries)
    assert not any(secret in body for secret in registered.secrets for body in entries)
    assert answer["holder"]["name"] == registered.facts["name"]
    assert answer["holder"]["documentNumber"] == registered.facts["documentNumber"]


def test_another_agent_learns_nothing_of_a_persons_card(world, registered):
    refused = world.other_clerk.ask("answerForCard", json={"iccid": iccid(registered.number)})
    assert (refused.status_code, code(refused)) == (404, "not-found")


def test_whoever_knows_the_code_learns_the_stage_and_nothing_of_the_person(world, registered):
    stranger = Caller(world.server)
    answer = stranger.must("askPersonalStatus", json={"code": registered.case()["code"]})
    assert answer.json()["stage"] == "effective"
    tells_nothing_of(registered, answer)
    # Each stage that was, with its times in their order, and none that was not.
    stages = answer.json()["stages"]
    assert [stage["state"] for stage in stages] == ["done"] * len(stages) and stages[0]["stage"] == "submitted"
    times = [datetime.datetime.fromisoformat(stage[end]) for stage in stages for end in ("since", "until")]
    assert times == sorted(times) and stages[-1]["stage"] == "effective" and stages[-1]["since"] == answer.json()["effectiveAt"]
    assert stranger.ask("askPersonalStatus", json={"code": "SM-0000000000"}).status_code == 404


def test_the_code_of_a_units_registration_is_no_persons(world):
    begun = world.clerk.must("createRegistration", json={"channel": "agent"}).json()
    unit = world.clerk.must("readRegistration", {"registration": begun["registration"]}).json()["code"]
    assert Caller(world.server).ask("askPersonalStatus", json={"code": unit}).status_code == 404


def test_handed_in_twice_with_one_key_is_handed_in_once(plain):
    person = plain.someone().come_in().prepare()
    key = str(uuid.uuid4())
    first, second = (person.hand_in(key=key) for _ in range(2))
    assert first.json() == second.json() and second.headers["Idempotent-Replay"] == "true"
    in_both(person.caller, lambda: person.hand_in("ask"), 409, "application-closed", "", "")
    assert person.case()["attemptsLeft"] == 2


def test_what_the_carrier_refused_comes_back_with_its_reason_and_may_be_handed_in_again(plain):
    person = plain.someone().register()
    plain.review(person)
    receipt = "CM-" + uuid.uuid4().hex[:12]
    assert plain.carrier_says(person, "refused", receipt).json()["state"] == "sent-back"
    for language, words in zip(LANGUAGES, ("The carrier did not accept the registration.", "运营商未受理该登记。")):
        person.caller.headers["Accept-Language"] = language
        status = person.status()
        assert status["stage"] == "to-be-mended" and status["attemptsLeft"] == 2
        mend = status["reasons"][0].pop("mend")
        assert status["reasons"] == [{"pointer": "/card", "code": "carrier-refused", "text": words}]
        assert ("营业厅" if language.startswith("zh") else "business hall") in mend
    assert plain.answer(person.number)["standing"] == "unregistered"

    person.hand_in()
    plain.review(person)
    again = plain.carrier_says(person, "accepted", receipt, ask="ask")
    assert (again.status_code, code(again)) == (409, "receipt-used"), again.text
    assert person.stage() == "awaiting-carrier"
    assert plain.carrier_says(person).json()["state"] == "approved"


def test_a_receipt_is_taken_once_and_only_where_the_carrier_is_waited_for(plain):
    registered = plain.someone().register()
    plain.review(registered)
    plain.carrier_says(registered)
    for receipt in ("abc", "x" * 65, "CM 1234", registered.facts["name"] * 2, "CM-1/2"):
        refused = plain.carrier_says(registered, receipt=receipt, ask="ask")
        assert refused.status_code == 422, (receipt, refused.text)
    person = plain.someone().come_in().prepare()
    for stage in ("begun", "in-review"):
        assert person.stage() == stage
        refused = plain.carrier_says(person, ask="ask")
        assert refused.status_code == 409 and code(refused) in ("not-awaiting-carrier", "not-submitted"), refused.text
        if stage == "begun":
            person.hand_in()
    accepted = plain.carrier_says(registered, ask="ask")
    assert accepted.status_code == 409, accepted.text


@pytest.mark.parametrize("who", ["clerk", "agent_manager", "auditor", "administrator"])
def test_who_may_not_note_the_carriers_word(plain, who):
    person = plain.someone().register()
    plain.review(person)
    refused = plain.carrier_says(person, ask="ask", by=plain.people[who])
    assert (refused.status_code, code(refused)) == (403, "not-permitted")
    assert person.stage() == "awaiting-carrier"


# ---------------------------------------------------------------- ways in

ENTRANCE_WORDS = ("unknown, has expired, was revoked, or belongs to another card", "不存在、已过期、已作废或不属于此卡")


def closed(person, **proof):
    in_both(person.caller, lambda: person.open("ask", **proof), 404, "entrance-not-open", *ENTRANCE_WORDS)


def test_a_revoked_link_lets_nobody_in_and_whoever_is_in_is_out(plain):
    person = plain.someone().come_in()
    person.consent()
    plain.clerk.must("revokeEntrance", {"entrance": person.entrance["id"]})
    for name in ("readPersonalCase", "readPersonalStatus", "submitPersonal", "leaveSeat"):
        assert person.ask(name).status_code == 401
    closed(plain.someone(), link=person.entrance["code"])
    closed(person, link=person.entrance["code"])
    # Revoked twice is revoked.
    assert plain.clerk.ask("revokeEntrance", {"entrance": person.entrance["id"]}).status_code == 204
    listed = [row for row in plain.clerk.pages("listEntrances", query={"card": person.entrance["card"]}) if row["id"] == person.entrance["id"]]
    assert listed[0]["revokedAt"] and "code" not in listed[0]


@pytest.mark.parametrize("link", ["0" * 16, "O" * 16, "x", "not a code", "0123-4567-89AB-CDEF", "' OR 1=1 --", "中" * 16])
def test_a_link_nobody_gave_out_lets_nobody_in(world, link):
    closed(world.someone(), link=link)


def test_a_link_is_read_as_people_type_it(world):
    entrance = world.entrance(world.watch())
    typed = "-".join(re.findall("....", entrance["code"].lower().replace("0", "o").replace("1", "i")))
    assert world.someone().open(link=f" {typed} ").status_code == 201


def test_a_claim_code_belongs_to_its_card(world):
    one, other = world.watch(), world.watch()
    claim = world.entrance(one, "claim-code")["code"]
    world.entrance(other, "claim-code")
    closed(world.someone(), iccid=iccid(other), claimCode=claim)
    closed(world.someone(), link=claim)
    closed(world.someone(), iccid=iccid(999_999_999), claimCode=claim)
    for unclear in ({}, {"iccid": iccid(one)}, {"claimCode": claim}, {"iccid": iccid(one), "claimCode": claim, "link": claim}):
        assert world.someone().open("ask", **unclear).status_code == 422, unclear
    assert world.someone().open(iccid=iccid(one), claimCode=claim).status_code == 201


def test_claim_codes_cannot_be_guessed_all_day(world):
    number = world.watch()
    right = world.entrance(number, "claim-code")["code"]
    person = world.someone()
    answers = [person.open("ask", iccid=iccid(number), claimCode=f"0000000{n}") for n in range(10)]
    assert {(answer.status_code, code(answer)) for answer in answers} == {(404, "entrance-not-open")}
    in_both(person.caller, lambda: person.open("ask", iccid=iccid(number), claimCode=right), 429, "attempts-exhausted",
            "No attempts are left online", "今日线上办理次数已用完")
    # A card that is not here answers alike: how often one may try tells nobody which cards exist.
    unknown = [world.someone().open("ask", iccid=iccid(999_999_998), claimCode=f"0000000{n % 10}") for n in range(12)]
    assert [(answer.status_code, code(answer)) for answer in unknown] == [(404, "entrance-not-open")] * 10 + [(429, "attempts-exhausted")] * 2


def test_a_refusal_that_sends_to_the_operator_says_how_it_is_reached(tmp_path):
    contact = ("contact-hotline=400-000-0000", "contact-hours-en=daily 8:00 to 20:00", "contact-halls=https://halls.example.test/")
    with serving(tmp_path / "server", settings=UNLIMITED + contact) as server:
        world = PersonalWorld(server, ["clerk"], watches=1)
        person = world.someone()
        person.caller.headers["Accept-Language"] = "en"
        for _ in range(11):
            answer = person.open("ask", iccid=iccid(999_999_998), claimCode="00000000")
        assert code(answer) == "attempts-exhausted"
        assert "Hotline of the operator: 400-000-0000 (daily 8:00 to 20:00)." in answer.json()["mend"], answer.text
        assert "https://halls.example.test/" in answer.json()["mend"]
        # What is mended elsewhere does not.
        other = person.open("ask", link="0000000000000000")
        assert code(other) == "entrance-not-open" and "400-000" not in other.text


def test_a_link_expires_on_its_day(tmp_path):
    clock = MovedClock(tmp_path / "clock")
    with serving(tmp_path / "server", clock=clock, settings=UNLIMITED) as server:
        world = PersonalWorld(server, ["clerk"], watches=1)
        number = world.watch()
        entrance = world.entrance(number, days=1)
        person = world.someone()
        person.open(link=entrance["code"])
        assert person.case()["standing"] == "open"
        server.stop()
        clock.move_to(datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=1, minutes=1))
        server.start()
        person.caller.server = server
        assert person.ask("readPersonalCase").status_code == 401
        closed(person, link=entrance["code"])


def test_links_are_given_for_a_while_only(world):
    for days, refusal in ((0, "body-invalid"), (-1, "body-invalid"), (401, "entrance-time-invalid"), (10 ** 9, "body-invalid")):
        refused = world.issue([world.free_watches[0]], days=days, ask="ask")
        assert (refused.status_code, code(refused)) == (422, refusal), refused.text
    in_both(world.clerk, lambda: world.issue([world.free_watches[0]], days=401, ask="ask"), 422, "entrance-time-invalid",
            "1 to 400 days", "1 至 400 天")


def test_nobody_lets_a_person_in_to_anothers_card(world):
    number = world.free_watches[0]
    answer = world.issue([number], by=world.other_clerk, ask="ask")
    assert answer.status_code in (404, 422) and code(answer) == "cards-not-found", answer.text
    assert iccid(number) not in answer.text
    # One foreign card among one's own spoils all of them: nothing half done.
    own = world.stock_watches(1, to=world.other_agent)[0]
    mixed = world.issue([own, number], by=world.other_clerk, ask="ask")
    assert code(mixed) == "cards-not-found", mixed.text
    card = world.other_clerk.must("searchCards", json={"numbers": [iccid(own)]}).json()["items"][0]["card"]["card"]
    assert list(world.other_clerk.pages("listEntrances", query={"card": card})) == []


def test_anothers_entrances_are_neither_seen_nor_revoked(world):
    entrance = world.entrance(world.watch())
    for caller in (world.other_clerk, world.other_manager):
        assert caller.ask("listEntrances", query={"card": entrance["card"]}).status_code == 404
        assert entrance["id"] not in [row["id"] for row in caller.pages("listEntrances")]
        assert caller.ask("revokeEntrance", {"entrance": entrance["id"]}).status_code == 404
    assert world.someone().open(link=entrance["code"]).status_code == 201


def test_the_link_of_a_card_that_was_moved_on_is_closed(plain):
    number = plain.watch()
    person, late = plain.someone().come_in(number), plain.someone()
    person.prepare()
    plain.administrator.must("createCustodyAct", json={"kind": "recall", "cards": {"numbers": [iccid(number)]}})
    closed(late, link=person.entrance["code"])
    # Whoever came in before cannot hand in for somebody who has the card no more.
    refused = person.hand_in("ask")
    assert not refused.ok, "handed in by the entrance of an agent that has the card no more"


def test_a_link_passed_on_shows_nothing_of_whoever_had_it_first(plain):
    first = plain.someone().come_in().prepare()
    second = Person(plain, first.seed + 1)
    second.open(link=first.entrance["code"])
    case = second.must("readPersonalCase")
    assert "state" not in case.json() and case.json()["content"] == {}
    tells_nothing_of(first, case)
    assert second.device != first.device
    # The first goes on where he was, by the secret of his device.
    again = Person(plain, first.seed, device=first.device)
    again.open(link=first.entrance["code"])
    assert again.case()["content"]["holder"]["name"] == first.facts["name"]


def test_a_made_up_device_resumes_nothing(plain):
    first = plain.someone().come_in().prepare()
    guess = Person(plain, first.seed, device="A" * 43)
    guess.open(link=first.entrance["code"])
    assert guess.case()["content"] == {}


def test_two_persons_cannot_have_one_card(plain):
    first = plain.someone().come_in().prepare()
    second = plain.someone()
    second.open(link=first.entrance["code"])
    second.prepare()
    first.hand_in()
    in_both(second.caller, lambda: second.hand_in("ask"), 409, "card-under-application",
            "Somebody has handed in an application for this card already", "该卡已有办理中的实名申请")
    case = second.case()
    assert case["standing"] == case["obstacle"]["code"].removeprefix("card-") == "under-application" and case["obstacle"]["mend"]
    assert "obstacle" not in first.case()
    plain.review(first)
    plain.carrier_says(first)
    assert second.case()["standing"] == "registered"
    late = second.hand_in("ask")
    assert (late.status_code, code(late)) == (409, "card-already-registered"), late.text


def test_a_lookup_tells_what_the_number_itself_tells(world):
    stranger = Caller(world.server)
    known, unknown = (stranger.must("lookUpCard", json={"iccid": iccid(n)}).json() for n in (world.free_watches[0], 999_999_999))
    assert known == unknown and known["carrier"]
    refused = stranger.ask("lookUpCard", json={"iccid": "123"})
    assert (refused.status_code, code(refused)) == (422, "not-a-card-number")


# ---------------------------------------------------------------- nobody does it for another

PERSONAL = [operation for operation in operations().values() if operation.permissions in (["personal:register"], ["part:complete"])]


def test_personal_operations_are_found_in_the_contract():
    assert len(PERSONAL) >= 15


def test_each_call_of_a_person_stands_in_the_documents_beside_its_command():
    told = (ROOT / "docs/persons-page.md").read_text()
    assert [operation.name for operation in PERSONAL if f"`{operation.name}`" not in told] == []


@pytest.mark.parametrize("operation", PERSONAL, ids=lambda operation: operation.name)
def test_staff_may_not_verify(world, operation):
    picture = {"data": document(101, "front"), "type": "image/jpeg", "query": {"slot": "holder-id-front"}}
    more = picture if "image/jpeg" in operation.body_types else {}
    body = {"json": {}} if operation.body_types == ["application/json"] else {}
    for caller in world.people.values():
        in_both(caller, lambda: caller.ask(operation.name, **more, **body), 403, "staff-may-not-verify",
                "never does the check for a customer", "不得代客户完成实名核验")


def test_a_person_is_no_member_of_staff(world):
    person = world.someone().come_in()
    for name, ids, body in (
        ("listCards", None, None), ("listApplications", None, None), ("answerForCard", None, {"iccid": iccid(person.number)}),
        ("issueEntrances", None, {"kind": "link", "cards": {"numbers": [iccid(person.number)]}, "days": 1}),
        ("listTrail", None, None), ("readOrganisation", {"organisation": world.agent}, None), ("readSession", None, None),
        ("changePassword", None, {"current": "Blaue-Wolke-7-Sanduhr", "new": "Gelbe-Wolke-8-Sanduhr"}),
    ):
        answer = person.ask(name, ids, json=body)
        assert answer.status_code in (401, 403, 404), (name, answer.text)
    assert person.case()["standing"] == "open"


# ---------------------------------------------------------------- a slow line

def trickled(person, slot, picture, share=1.0, pieces=40, pause=0.05):
    """A picture in the pages' form, over a line that lets little through at a time; what is answered, nothing where the line breaks after a share."""
    place, cookie = urlsplit(person.world.server.address), f"shiming-seat={person.caller.token}"
    page = requests.get(person.world.server.address + "/p/document", headers={"Cookie": cookie}, timeout=30)
    token = re.search(r'name="form" value="([^"]+)"', page.text).group(1)
    part = "--line\r\nContent-Disposition: form-data; name="
    body = f'{part}"form"\r\n\r\n{token}\r\n{part}"file"; filename="p.jpg"\r\nContent-Type: image/jpeg\r\n\r\n'.encode() + picture + b"\r\n--line--\r\n"
    head = (f"POST /p/pictures/{slot} HTTP/1.1\r\nHost: {place.netloc}\r\nCookie: {cookie}\r\nConnection: close\r\n"
            f"Content-Type: multipart/form-data; boundary=line\r\nContent-Length: {len(body)}\r\n\r\n")
    sent = body[:int(len(body) * share)]
    size = len(sent) // pieces + 1
    with socket.create_connection((place.hostname, place.port), timeout=60) as wire:
        wire.sendall(head.encode())
        for start in range(0, len(sent), size):
            wire.sendall(sent[start:start + size])
            time.sleep(pause)
        answer = b""
        while share == 1.0 and (got := wire.recv(65536)):
            answer += got
    return answer


def test_a_picture_comes_in_over_a_slow_line_and_a_broken_one_takes_nothing_away(world):
    person = world.someone().come_in()
    person.consent()
    person.fill_in()
    picture = PICTURES["holder-id-front"](person.seed)
    trickled(person, "holder-id-front", picture, share=0.6, pieces=5)
    kept = person.case()["content"]
    assert "evidence" not in kept and kept["holder"]["name"] == person.facts["name"]
    answer = trickled(person, "holder-id-front", picture)
    assert answer.startswith(b"HTTP/1.1 303") and b"/p/document#holder-id-front" in answer, answer[:1_000]
    now = person.case()["content"]
    assert len(now["evidence"]["holder-id-front"]) == 1
    assert all(now["holder"][name] == kept["holder"][name] for name in person.facts)


# ---------------------------------------------------------------- consent comes first

def test_before_the_consents_nothing_is_taken(world):
    person = world.someone().come_in()
    for ask in (lambda: person.photograph("holder-id-front", ask="ask"), lambda: person.fill_in("ask"), lambda: person.hand_in("ask"),
                lambda: person.ask("issueFaceChallenge"), lambda: person.photograph("holder-id-front", ask="ask", insist="true")):
        in_both(person.caller, ask, 409, "consent-needed", "Nothing is collected before the notice was read", "请先阅读告知并同意")
    assert person.case()["content"] == {} and person.ask("readPersonalStatus").status_code == 404


@pytest.mark.parametrize("kinds", [("privacy",), ("sensitive-data",), ("face",), ("privacy", "face"), ("guardian",)])
def test_half_a_consent_is_none(world, kinds):
    person = world.someone().come_in()
    person.consent(kinds)
    for answer in (person.photograph("holder-id-front", ask="ask"), person.fill_in("ask"), person.ask("issueFaceChallenge")):
        assert (answer.status_code, code(answer)) == (409, "consent-needed"), answer.text


def test_the_face_is_asked_for_by_its_own_consent(world):
    person = world.someone().come_in()
    person.consent(("privacy", "sensitive-data"))
    person.photograph("holder-id-front")
    refused = person.ask("issueFaceChallenge")
    assert (refused.status_code, code(refused)) == (409, "consent-needed")


def test_a_consent_taken_back_ends_the_taking(world):
    person = world.someone().come_in().prepare()
    person.consent(("face",), given=False)
    assert person.ask("issueFaceChallenge").status_code == 409
    status, refusal, details = problem(person.hand_in("ask"))
    assert (status, refusal) == (422, "fields-invalid") and details.get("/consents/face") == "consent-missing"
    person.consent(("sensitive-data",), given=False)
    assert (person.fill_in("ask").status_code, person.stage()) == (409, "begun")


def test_another_guardian_is_asked_himself(world):
    person, first, second = world.someone().come_in(), Person(world, 61), Person(world, 62)
    child = {"documentNumber": identity_number(AREA, datetime.date(2018, 6, 1), 61), "validFrom": "2022-01-01", "validUntil": "2027-01-01"}
    person.consent(("privacy", "sensitive-data", "guardian"), under_14=True)
    for guardian in (first.facts, first.facts | {"name": second.facts["name"]}, first.facts | {"documentNumber": "1"}):
        person.fill_in(holder=child, guardian=guardian)
        assert person.case()["guardianChanged"] is False
    person.fill_in(holder=child, guardian=second.facts)
    case = person.case()
    assert case["guardianChanged"] is True and [one["given"] for one in case["consents"] if one["kind"] == "guardian"] == [True]
    in_both(person.caller, lambda: person.photograph("holder-id-front", ask="ask"), 409, "guardian-consent-of-another",
            "The guardian named now is another", "不是同一人")
    status, refusal, details = problem(person.hand_in("ask"))
    assert (status, refusal) == (422, "fields-invalid") and details.get("/consents/guardian") == "guardian-consent-of-another"
    person.consent(("guardian",), under_14=None)
    assert person.case()["guardianChanged"] is False
    person.photograph("holder-id-front")
    assert "/consents/guardian" not in problem(person.hand_in("ask"))[2]


def test_whoever_saw_another_notice_is_asked_again(world):
    person = world.someone().come_in()
    in_both(person.caller, lambda: person.consent(version="2020-01", ask="ask"), 409, "notice-version-old", "The notice has changed",
            "告知内容已更新")
    assert person.case()["consents"] == []


# ---------------------------------------------------------------- pictures and faces

@pytest.mark.parametrize("kind,drawn,seed", [
    ("hk-macao-permit", "hk-permit-back", 100_001), ("taiwan-permit", "taiwan-permit-back", 100_003),
    ("foreign-permanent-id", "foreign-id-back", 100_004)])
def test_what_a_zone_says_fills_what_is_empty_of_that_document(world, kind, drawn, seed):
    """Pictures of those that docs/reading.md measures; a passport's zone is read in the browser (test_for_others.py)."""
    person = world.someone().come_in()
    person.consent()
    person.must("updatePersonalDraft", json={"holder": {"documentType": kind, "contact": "13800138000"}})
    picture, said = card(seed, "clean", drawn)
    person.photograph("holder-id-back", picture, insist="true")
    filled = person.case()["content"]["holder"]
    assert (filled["documentNumber"], filled["validUntil"]) == (said["number"], said["validUntil"])
    assert (filled["documentType"], filled["contact"]) == (kind, "13800138000")
    # The date of birth is asked for where the number does not tell it.
    if kind != "foreign-permanent-id":
        assert filled["birthDate"] == said["birth"]


# A person whose hand-held photos are among those that docs/reading.md measures.
HOLDER = 100_001


def test_a_photo_without_a_face_or_without_a_document_is_refused_with_what_helps(world):
    person = world.someone().come_in()
    person.consent()
    for flaw, fault, said in (("no-face", "picture-no-face", ("No face is found", "未发现人脸")),
                              ("no-card", "picture-no-document", ("No document is found", "未发现证件"))):
        picture, _ = hand_held(HOLDER, flaw)
        for language, words in zip(LANGUAGES, said):
            person.caller.headers["Accept-Language"] = language
            refused = person.photograph("hand-held-photo", picture, ask="ask")
            assert (refused.status_code, code(refused)) == (422, "picture-not-usable"), refused.text
            told = [error for error in refused.json()["errors"] if error["code"] == fault]
            assert len(told) == 1 and words in told[0]["title"] and told[0]["mend"], refused.text
    person.caller.headers.pop("Accept-Language")
    assert "hand-held-photo" not in person.case()["content"].get("evidence", {})
    # With both in it, it is taken.
    person.photograph("hand-held-photo", hand_held(HOLDER)[0])
    assert len(person.case()["content"]["evidence"]["hand-held-photo"]) == 1


def test_only_photos_are_taken_here(world):
    person = world.someone().come_in()
    person.consent()
    for content in (pdf("x"), b"GIF89a" + b"\0" * 100, b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"MZ" + b"\0" * 200, b"\xff\xd8\xff\xe0 cut"):
        refused = person.photograph("holder-id-front", content, ask="ask")
        assert refused.status_code in (415, 422) and code(refused), (content[:8], refused.text)
    for slot in ("face-capture", "unit-document", "x"):
        refused = person.photograph(slot, document(101, "front"), ask="ask")
        assert refused.status_code in (400, 422), (slot, refused.text)
    assert "evidence" not in person.case()["content"]


@pytest.fixture(scope="module")
def before_camera(world):
    person = world.someone().come_in()
    person.consent()
    return person


def refused_face(person, nonce, frames):
    answer = person.ask("captureFace", json={"nonce": nonce, "frames": frames}, timeout=120)
    assert (answer.status_code, code(answer)) == (422, "face-challenge-refused"), answer.text
    assert "face-capture" not in person.case()["content"].get("evidence", {})
    return answer


def test_frames_without_the_challenges_nonce_are_refused(world, before_camera):
    challenge = before_camera.challenge()
    frames = before_camera.frames(challenge)
    before_camera.wait_for(challenge, frames)
    for nonce in ("x", "A" * 43, challenge["nonce"][:-1], challenge["nonce"].swapcase()):
        refused_face(before_camera, nonce, frames)
    body = {"frames": frames}
    missing = before_camera.ask("captureFace", json=body)
    assert (missing.status_code, code(missing)) == (422, "body-invalid")
    in_both(before_camera.caller, lambda: refused_face(before_camera, "x", frames), 422, "face-challenge-refused",
            "does not answer a challenge of this application", "人脸采集与本次挑战不符")


def test_the_challenge_of_another_person_is_refused(world, before_camera):
    other = world.someone().come_in()
    other.consent()
    challenge = other.challenge()
    frames = before_camera.frames(challenge)
    before_camera.wait_for(challenge, frames)
    refused_face(before_camera, challenge["nonce"], frames)
    # It is still good for the person it was made for.
    assert other.ask("captureFace", json={"nonce": challenge["nonce"], "frames": other.frames(challenge)}).status_code == 201


def spoil(name, person, challenge, frames):
    straight, moving = frames[0], frames[1:]
    actions = challenge["actions"]
    other = next(action for action in ("blink", "open-mouth", "turn-left", "turn-right") if action not in actions)
    return {
        "a frame is missing": frames[:-1],
        "the straight frame is missing": moving,
        "one frame too many": frames + person.frames(challenge)[-1:],
        "two straight frames": [straight, *moving[:-1], {name: value for name, value in moving[-1].items() if name != "action"}],
        "the actions in another order": [straight, *({**frame, "action": action} for frame, action in zip(moving, reversed(actions)))],
        "an action nobody asked for": [straight, *moving[:-1], {**moving[-1], "action": other}],
        "one action twice": [straight, *({**frame, "action": actions[0]} for frame in moving)],
        "one picture for all": [{**frame, "picture": straight["picture"]} for frame in frames],
        "two frames alike": [straight, moving[0], {**moving[1], "picture": moving[0]["picture"]}, *moving[2:]],
        "faster than a head turns": [straight, *({**frame, "milliseconds": 10 * (place + 1)} for place, frame in enumerate(moving))],
        "all at the same time": [straight, *({**frame, "milliseconds": 300} for frame in moving)],
        "backwards in time": [straight, *({**frame, "milliseconds": 900 - 250 * place} for place, frame in enumerate(moving))],
        "more time than has passed": [straight, *moving[:-1], {**moving[-1], "milliseconds": 500_000}],
    }[name]


@pytest.mark.parametrize("fault", [
    "a frame is missing", "the straight frame is missing", "one frame too many", "two straight frames", "the actions in another order",
    "an action nobody asked for", "one action twice", "one picture for all", "two frames alike", "faster than a head turns",
    "all at the same time", "backwards in time", "more time than has passed"])
def test_frames_that_do_not_answer_the_challenge_are_refused(world, before_camera, fault):
    challenge = before_camera.challenge()
    frames = before_camera.frames(challenge)
    before_camera.wait_for(challenge, frames)
    refused_face(before_camera, challenge["nonce"], spoil(fault, before_camera, challenge, frames))


@pytest.mark.parametrize("frames", [[], [{"milliseconds": 0, "picture": "AAAA"}], "x", None])
def test_no_frames_are_no_answer(world, before_camera, frames):
    answer = before_camera.ask("captureFace", json={"nonce": before_camera.challenge()["nonce"], "frames": frames})
    assert (answer.status_code, code(answer)) == (422, "body-invalid"), answer.text


def test_frames_that_are_no_pictures_are_refused(world, before_camera):
    for content in (base64.b64encode(b"no picture at all").decode(), "!!!!", base64.b64encode(pdf("x")).decode()):
        challenge = before_camera.challenge()
        frames = before_camera.frames(challenge)
        before_camera.wait_for(challenge, frames)
        frames[1]["picture"] = content
        answer = before_camera.ask("captureFace", json={"nonce": challenge["nonce"], "frames": frames})
        assert answer.status_code == 422 and code(answer), answer.text
        assert "face-capture" not in before_camera.case()["content"].get("evidence", {})


def test_a_challenge_is_answered_once(world):
    person = world.someone().come_in()
    person.consent()
    challenge = person.challenge()
    frames = person.frames(challenge)
    person.wait_for(challenge, frames)
    assert person.ask("captureFace", json={"nonce": challenge["nonce"], "frames": frames}).status_code == 201
    again = person.ask("captureFace", json={"nonce": challenge["nonce"], "frames": person.frames(challenge)})
    assert (again.status_code, code(again)) == (422, "face-challenge-refused")


def test_two_answers_at_once_to_one_challenge_count_once(world):
    person = world.someone().come_in()
    person.consent()
    challenge = person.challenge()
    bodies = [{"nonce": challenge["nonce"], "frames": person.frames(challenge)} for _ in range(4)]
    person.wait_for(challenge, bodies[0]["frames"])
    answers = at_once(len(bodies), lambda n: post(world, person.caller.token, "/v1/personal/case/face-captures", bodies[n]))
    assert sorted(answer.status_code for answer in answers) == [201, 422, 422, 422], [answer.text[:300] for answer in answers]


def test_a_challenge_is_good_for_a_while_only(tmp_path):
    with serving(tmp_path, settings=(*UNLIMITED, "face-challenge-seconds=1")) as server:
        person = PersonalWorld(server, ["clerk"], watches=1).someone().come_in()
        person.consent()
        face(person.seed)
        challenge = person.challenge()
        frames = person.frames(challenge, times=[400, 800, 1_200])
        person.wait_for(challenge, frames)
        refused_face(person, challenge["nonce"], frames)


def test_challenges_differ(world, before_camera):
    seen = [before_camera.challenge() for _ in range(24)]
    assert len({challenge["nonce"] for challenge in seen}) == len(seen)
    assert len({tuple(challenge["actions"]) for challenge in seen}) >= 8
    assert all(len(set(challenge["actions"])) == len(challenge["texts"]) == 3 for challenge in seen)


# ---------------------------------------------------------------- handing in

def test_everything_that_is_missing_is_named_at_once(world):
    person = world.someone().come_in()
    person.consent()
    person.ask("updatePersonalDraft", json={})
    for language in LANGUAGES:
        person.caller.headers["Accept-Language"] = language
        status, refusal, details = problem(person.hand_in("ask"))
        assert (status, refusal) == (422, "fields-invalid")
        assert {"/holder", "/noticeAccepted", "/evidence/holder-id-front", "/evidence/holder-id-back", "/evidence/face-capture"} <= set(details)
    assert person.stage() == "begun" and person.case()["attemptsLeft"] == 3


@pytest.mark.parametrize("field,value", [
    ("documentNumber", "109999199001010000"), ("documentNumber", "1234"), ("documentNumber", "109999209901010001"), ("name", "x" * 200),
    ("name", ""), ("documentType", "business-licence"), ("validUntil", "2020-01-01"), ("validFrom", "2099-01-01"), ("contact", "12"),
    ("address", ""),
])
def test_what_is_wrong_on_the_document_is_refused_and_costs_no_attempt(plain, before_handing_in, field, value):
    person = before_handing_in
    kept = person.fill_in("ask", holder={field: value})
    answer = person.hand_in("ask") if kept.ok else kept
    status, refusal, details = problem(answer)
    assert (status, refusal) in ((422, "fields-invalid"), (422, "body-invalid")), answer.text
    assert any((pointer or "").startswith(f"/holder/{field}") or field.startswith("valid") and "/holder/valid" in (pointer or "")
               for pointer in details), details
    tells_nothing_of(person, answer)
    assert person.stage() == "begun" and person.case()["attemptsLeft"] == 3


def test_a_long_term_document_that_is_not_valid_yet_is_refused(plain, before_handing_in):
    before_handing_in.fill_in(holder={"validFrom": "2099-01-01", "validUntil": "long-term"})
    status, refusal, details = problem(before_handing_in.hand_in("ask"))
    assert (status, refusal) == (422, "fields-invalid") and any(pointer.startswith("/holder/valid") for pointer in details)


@pytest.fixture
def before_handing_in(plain):
    return plain.someone().come_in().prepare()


@pytest.mark.parametrize("kind", ["military-id", "armed-police-id"])
def test_documents_that_no_register_knows_lead_to_a_hall(plain, before_handing_in, kind):
    before_handing_in.fill_in(holder={"documentType": kind})
    assert before_handing_in.case()["needs"]["inPersonOnly"]
    in_both(before_handing_in.caller, lambda: before_handing_in.hand_in("ask"), 422, "in-person-only", "at a business hall",
            "须到营业厅现场办理")


def test_whoever_declines_the_face_hands_in_a_photo_and_a_reviewer_looks(world):
    person = world.someone().come_in()
    person.consent(("privacy", "sensitive-data"))
    person.photograph("holder-id-front")
    person.photograph("holder-id-back")
    person.fill_in(declinesFaceRecognition=True)
    status, refusal, details = problem(person.hand_in("ask"))
    assert (status, refusal) == (422, "fields-invalid") and set(details) == {"/evidence/hand-held-photo"}, details
    person.photograph("hand-held-photo")
    person.hand_in()
    assert person.stage() == "in-review"


def test_the_fourth_attempt_of_a_day_is_refused_in_words(plain):
    person = plain.someone().come_in().prepare()
    for attempt in range(3):
        assert person.hand_in().json()["attemptsLeft"] == 2 - attempt
        plain.send_back(person)
        assert person.stage() == "to-be-mended"
    assert person.status()["attemptsLeft"] == 0
    in_both(person.caller, lambda: person.hand_in("ask"), 429, "attempts-exhausted", "No attempts are left online for this card today",
            "今日线上办理次数已用完")
    # Nor by another entrance or another device: the card's attempts are counted.
    late = plain.someone()
    late.open(link=plain.entrance(person.number)["code"])
    assert late.case()["attemptsLeft"] == 0
    assert person.stage() == "to-be-mended"


def test_what_was_handed_in_is_not_changed_any_more(plain):
    person = plain.someone().register()
    for ask in (lambda: person.fill_in("ask", holder={"contact": "13900000000"}), lambda: person.photograph("holder-id-front", ask="ask"),
                lambda: person.ask("issueFaceChallenge"), lambda: person.consent(("face",), given=False, ask="ask")):
        answer = ask()
        assert (answer.status_code, code(answer)) == (409, "application-closed"), answer.text
    revealed = plain.reviewer.must("revealApplication", {"application": plain.application_of(person)["id"]}, json={"purpose": "复核 2026-9"})
    assert revealed.json()["content"]["holder"]["contact"] == person.facts["contact"]


def test_a_refused_case_is_over_and_frees_the_card(plain):
    person = plain.someone().register()
    plain.review(person, "refuse", reasons=[{"pointer": "/holder", "code": "does-not-match"}])
    assert person.stage() == "refused"
    assert code(person.hand_in("ask")) == "application-closed"
    late = plain.someone()
    late.open(link=plain.entrance(person.number)["code"])
    late.prepare().hand_in()
    assert late.stage() == "in-review"


def test_who_does_not_review_decides_nothing_and_sees_the_person_masked(plain):
    person = plain.someone().register()
    for who in ("clerk", "agent_manager", "auditor"):
        caller = plain.people[who]
        refused = plain.review(person, ask="ask", by=caller)
        assert (refused.status_code, code(refused)) == (403, "not-permitted")
        tells_nothing_of(person, caller.must("readApplication", {"application": plain.application_of(person)["id"]}))
    own = plain.other_clerk.ask("readApplication", {"application": plain.application_of(person)["id"]})
    assert own.status_code == 404


# ---------------------------------------------------------------- policies

METHODS = {"document-data", "document-photos", "face"}


def test_an_agents_policy_below_the_floor_is_refused_and_the_methods_are_named(world):
    below = {"rules": [rule(["document-data"], cardClasses=["wearable"])], "approval": "reviewer"}
    for language, words in zip(LANGUAGES, (("document-photos, face",), ("证件正反面照片", "人脸识别"))):
        world.agent_manager.headers["Accept-Language"] = language
        answer = world.set_policy(below, world.agent, by=world.agent_manager, ask="ask")
        world.agent_manager.headers.pop("Accept-Language")
        assert (answer.status_code, code(answer)) == (422, "fields-invalid"), answer.text
        error, = answer.json()["errors"]
        assert error["code"] == "policy-below-floor" and "/rules/0/methods" in error["pointer"]
        assert all(word in error["title"] for word in words), error
        assert {"R-25-06", "R-PH-06"} <= set(error["requirements"])
    assert set(world.preview()["methods"]) == METHODS


@pytest.mark.parametrize("policy,refusals", [
    ({"rules": [rule([])], "approval": "reviewer"}, {"policy-rule-empty", "policy-below-floor"}),
    ({"rules": [], "approval": "machine"}, {"machine-approval-needs-liveness"}),
    ({"rules": [], "approval": "reviewer", "cardsPerPerson": {"wearable": 11}}, {"policy-limit-above-floor"}),
    ({"rules": [], "approval": "reviewer", "attemptsMax": 4}, {"policy-limit-above-floor"}),
    ({"rules": [rule(["document-data", "document-photos"]), rule(["face"], cardClasses=["wearable"])], "approval": "reviewer"},
     {"policy-below-floor"}),
])
def test_a_policy_that_takes_something_away_is_refused(world, policy, refusals):
    answer = world.set_policy(policy, world.agent, by=world.agent_manager, ask="ask")
    assert (answer.status_code, code(answer)) == (422, "fields-invalid"), answer.text
    assert {error["code"] for error in answer.json()["errors"]} <= refusals
    assert world.agent_manager.must("listVerificationPolicies", {"organisation": world.agent}).json()["items"] == []


def test_nobody_sets_the_policy_of_those_above_or_beside_him(world):
    policy = {"rules": [], "approval": "reviewer"}
    for organisation in (world.company, world.other_agent):
        refused = world.set_policy(policy, organisation, by=world.agent_manager, ask="ask")
        assert (refused.status_code, code(refused)) == (404, "not-found"), refused.text
    for who in ("clerk", "reviewer", "auditor"):
        refused = world.set_policy(policy, world.agent, by=world.people[who], ask="ask")
        assert (refused.status_code, code(refused)) == (403, "not-permitted")


def test_the_same_card_under_five_policies_needs_five_sets(world):
    number = world.stock_watches(1, to=world.other_agent)[0]
    sets = []
    for extra in ((), ("hand-held-photo",), ("provider-capture",), ("in-person",), ("hand-held-photo", "provider-capture")):
        rules = [rule(METHODS | set(extra), cardClasses=["wearable"])] if extra else []
        world.set_policy({"rules": rules, "approval": "reviewer"}, world.other_agent, by=world.other_manager)
        shown = world.preview(world.other_agent)
        sets.append(frozenset(shown["methods"]))
        assert set(shown["methods"]) == METHODS | set(extra)
        assert {need["method"] for need in shown["needs"] if need["owner"] == "agent"} == (set(rules[0]["methods"]) if rules else set())
        assert shown["inPersonOnly"] == ("in-person" in extra)
        # The person at the card is shown just that.
        person = world.someone()
        person.open(link=world.entrance(number, by=world.other_clerk)["code"])
        assert person.case()["needs"]["methods"] == shown["methods"]
        # And the neighbour's card needs what it needed.
        assert set(world.preview(world.agent)["methods"]) == METHODS
    assert len(set(sets)) == 5
    versions = world.other_manager.must("listVerificationPolicies", {"organisation": world.other_agent}).json()["items"]
    assert [version["ordinal"] for version in versions] == [5, 4, 3, 2, 1]


# What an agent demands beside the floor, the clause it names and its words for it.
EXTRAS = {
    "hand-held-photo": ("R-PH-06", "A watch is bought by post: the person is seen with the document.", "手表邮购：须核对人证合一。"),
    "provider-capture": ("R-OP-03", "The capture is that of a provider.", "由核验服务商采集。"),
    "in-person": (None, "This agent sells at its counter alone.", "本代理商仅柜台销售。"),
}
# What the standard floor says of a watch: the clause, and its reason.
SHOWN = ("R-25-06", "Whoever registers shows a valid document and gives the data on it.", "办理登记须出示有效证件并提供证件信息。")
FIRST = ("R-IC-06", "Cards sold to persons are registered to a person by name first, and used then.", "面向个人销售的卡须先登记个人实名，后使用。")
NUMBER = ("R-IC-05", "An 11-digit number is registered to a person by name.", "11 位号码须登记个人实名。")
FLOOR = {
    "document-data": [SHOWN, FIRST], "document-photos": [SHOWN],
    "face": [("R-PH-06", "Cards sold to persons are used only after a live check of the person.", "面向个人销售的卡须进行实人认证后方可使用。")],
}


def explained(needs, language):
    """Each need with its clause and its reason in the reader's language; answers clause and reason by method and owner."""
    found = collections.defaultdict(dict)
    for need in needs:
        assert need["text"] and need["reason"] and (need["owner"] == "agent" or need.get("requirement")), need
        for words in (need["text"], need["reason"]):
            assert bool(HAN.search(words)) == (language == "zh"), need
        found[need["method"], need["owner"]][need.get("requirement")] = need["reason"]
    return found


@pytest.mark.parametrize("extras", [
    (), ("hand-held-photo",), ("provider-capture",), ("in-person",), ("hand-held-photo", "provider-capture")],
    ids=lambda extras: "+".join(extras) or "floor")
def test_every_need_of_five_policies_is_explained_with_its_clause_in_both_languages(world, extras):
    rules = [rule(METHODS | {method}, cardClasses=["wearable"]) | {"reasonEn": en, "reasonZh": zh} | ({"requirement": clause} if clause else {})
             for method, (clause, en, zh) in EXTRAS.items() if method in extras]
    world.set_policy({"rules": rules, "approval": "reviewer"}, world.other_agent, by=world.other_manager)
    person = world.someone()
    person.open(link=world.entrance(world.stock_watches(1, to=world.other_agent)[0], by=world.other_clerk)["code"])
    for place, language in enumerate(LANGUAGES):
        for caller, ask in ((world.administrator, lambda: world.preview(world.other_agent)), (person.caller, lambda: person.case()["needs"])):
            caller.headers["Accept-Language"] = language
            found = explained(ask()["needs"], language)
            caller.headers.pop("Accept-Language")
            assert {method for method, _ in found} == METHODS | set(extras)
            assert {method for method, owner in found if owner == "agent"} == (METHODS | set(extras) if extras else set())
            said = {(method, "floor"): FLOOR[method] for method in FLOOR} | {(method, "agent"): [EXTRAS[method]] for method in extras}
            for need, clauses in said.items():
                assert found[need] == {clause: reasons[place] for clause, *reasons in clauses}, (need, found)


def test_a_preview_of_a_card_with_an_11_digit_number_says_by_which_clause_it_is_a_persons(world):
    for place, language in enumerate(LANGUAGES):
        world.administrator.headers["Accept-Language"] = language
        found = [explained(world.preview(world.agent, **facts)["needs"], language)
                 for facts in ({}, {"hasOrdinaryNumber": False}, {"hasOrdinaryNumber": True})]
        world.administrator.headers.pop("Accept-Language")
        for one, clauses in zip(found, ([SHOWN, FIRST], [SHOWN, FIRST], [SHOWN, FIRST, NUMBER])):
            assert one["document-data", "floor"] == {clause: reasons[place] for clause, *reasons in clauses}, one


def test_a_capture_that_nobody_offers_is_said_so_and_never_left_out(world):
    rules = [rule(METHODS | {"provider-capture"}, cardClasses=["wearable"])]
    number = world.stock_watches(1, to=world.other_agent)[0]
    world.set_policy({"rules": rules, "approval": "reviewer"}, world.other_agent, by=world.other_manager)
    person = world.someone()
    person.open(link=world.entrance(number, by=world.other_clerk)["code"])
    person.prepare()
    in_both(person.caller, lambda: person.hand_in("ask"), 409, "provider-capture-not-offered", "which is not connected here", "当前未接入")
    assert person.stage() == "begun"


def test_a_policy_set_on_what_was_not_read_is_stale(world):
    policy = {"rules": [], "approval": "reviewer"}
    ordinal = world.policies.get(world.other_agent, 0)
    for after in (ordinal + 1, ordinal + 7):
        answer = world.other_manager.ask(
            "setVerificationPolicy", {"organisation": world.other_agent}, json={"policy": policy, "after": after})
        assert answer.status_code in (409, 412) and code(answer) == "changed-meanwhile", answer.text


# ---------------------------------------------------------------- one person's cards

def at_once(count, ask):
    """`ask(n)` in as many threads, let go together; the answers."""
    gate = threading.Barrier(count)

    def one(number):
        gate.wait()
        return ask(number)

    with concurrent.futures.ThreadPoolExecutor(count) as pool:
        return list(pool.map(one, range(count)))


def post(world, token, path, body=None):
    """Without a caller's own connection, which is one thread's. A server that had no time has done nothing, and is asked again."""
    headers = {"Authorization": "Bearer " + token, "Idempotency-Key": str(uuid.uuid4()), "Accept-Language": "zh"}
    while (answer := requests.post(world.server.address + path, json=body, timeout=120, headers=headers)).status_code == 503:
        time.sleep(0.2)
    return answer


@pytest.mark.parametrize("store", ["sqlite", "postgres"])
def test_of_two_hundred_cards_one_person_gets_ten(tmp_path, store):
    with contextlib.ExitStack() as stack:
        # So many at once wait for one another longer than a server waits by default.
        patient = {"SHIMING_STORE_WAIT_SECONDS": "300", "SHIMING_STORE_RETRY_SECONDS": "120"}
        environment = {"SHIMING_STORE": stack.enter_context(cluster()).database()} | patient if store == "postgres" else {}
        server = stack.enter_context(serving(tmp_path, settings=UNLIMITED, environment=environment))
        world = PersonalWorld(server, ["clerk", "reviewer"], watches=AT_ONCE)
        world.set_policy(DATA_ONLY)
        links = world.issue(world.free_watches).json()["items"]
        assert len(links) == AT_ONCE
        seed = world.someone().seed

        def prepared(link):
            person = Person(world, seed)
            person.open(link=link["code"])
            return person.prepare()

        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            persons = list(pool.map(prepared, links))
        answers = at_once(AT_ONCE, lambda n: post(world, persons[n].caller.token, "/v1/personal/case/submission"))
        outcomes = collections.Counter((answer.status_code, code(answer)) for answer in answers)
        assert outcomes == {(200, None): ALLOWED, (409, "card-quota-reached"): AT_ONCE - ALLOWED}, outcomes
        for answer in answers:
            if not answer.ok:
                assert "登记的同类卡已达上限 10 张" in answer.json()["title"]
                tells_nothing_of(persons[0], answer)
        states = collections.Counter(person.stage() for person in persons)
        assert states == {"in-review": ALLOWED, "begun": AT_ONCE - ALLOWED}
        for person, answer in zip(persons, answers):
            quota = person.case()["quota"]
            # Full is told to whoever has none of the ten; how many, to nobody who has not proved who he is.
            assert quota["max"] == ALLOWED and "used" not in quota and quota["reached"] is (not answer.ok), quota
        queue = list(world.reviewer.pages("listApplications", query={"state": "submitted"}))
        assert len(queue) == ALLOWED

        # A place that comes free is one place.
        first = next(person for person, answer in zip(persons, answers) if answer.ok)
        world.review(first, "refuse", reasons=[{"pointer": "/holder", "code": "does-not-match"}])
        waiting = [person for person, answer in zip(persons, answers) if not answer.ok][:20]
        again = at_once(len(waiting), lambda n: post(world, waiting[n].caller.token, "/v1/personal/case/submission"))
        assert sorted(answer.status_code for answer in again) == [200] + [409] * 19
        assert server.process.poll() is None
        if store == "sqlite":
            server.stop()
            verdict, said = server.check_store()
            assert verdict == 0, said

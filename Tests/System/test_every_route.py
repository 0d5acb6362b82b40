"""Generated from the contract: every operation, every role, another agent's things. Refused, and nothing is told."""

import base64
import datetime
import uuid

import pytest
from shiming_server import (BIN, CONTRACT, HANDLER, PRODUCT, TERMS, TYPES, Caller, World, card_file, code, iccid, imsi, instant, msisdn, operations,
                            serving)

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")

ROLES = ["administrator", "reviewer", "compliance", "auditor", "account_manager", "agent_manager", "clerk", "hall_clerk", "enterprise_manager"]
# Who has no business with the first agent's things: beside it, under it, elsewhere.
OUTSIDERS = ["other_manager", "other_clerk", "sub_manager", "hall_clerk", "enterprise_manager", "seat"]
# A person at the entrance of the other agent's card, who is no member of staff.
SEAT = "seat"
SEATED = {"personal:register"}
# And of a person at his part of a unit's application.
PARTED = {"part:complete"}
SEAT_CARD = 900
# A card of the first agent's that a person registers before staff.
WATCH_CARD = 700
CARDS = 40
PURPOSE = "巡检 2026-07 第三项"
USAGE = b"iccid,usedAt\n" + iccid(1).encode() + b",2026-03-02 08:00:00\n"
IMEI = "354403110000013"
# A webhook that nobody answers.
NOBODY = "http://127.0.0.1:9/"

OPERATIONS = list(operations().values())
OPEN = [o for o in OPERATIONS if o.permissions == ["none"]]
GUARDED = [o for o in OPERATIONS if o.permissions != ["none"]]
PERMITTED = [o for o in GUARDED if o.permissions != ["self"]]
NAMED = [o for o in GUARDED if o.ids]
names = {"ids": lambda operation: operation.name}


class Estate:
    """One agent's things of every kind, and bodies that would be right if they came from the right hands."""

    def __init__(self, world):
        self.world = world
        world.take_in(card_file(range(CARDS)))
        world.allocate()
        registered = world.register(cards={"range": {"from": iccid(0), "to": iccid(CARDS // 2 - 1)}})
        draft = world.begin(cards={"range": {"from": iccid(CARDS // 2), "to": iccid(CARDS - 1)}})
        claim = world.take_in(b"ICCID\n123\n", by=world.clerk, kind="claim", batch="claimed")
        machine = world.administrator.must(
            "createAccount", json={"organisation": world.agent, "kind": "machine", "login": "agent.machine", "roles": ["agent-clerk"]}).json()
        self.machine = machine["account"]["id"]
        self.until = instant(datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=30))
        key = world.administrator.must("createAPIKey", json=self.api_key(self.machine)).json()["apiKey"]["id"]
        card = world.clerk.must("searchCards", json={"numbers": [iccid(1)]}).json()["items"][0]["card"]["card"]
        registration = world.clerk.must("readRegistration", {"registration": registered["registration"]}).json()
        entry = next(iter(world.auditor.pages("listTrail")))["id"]
        entrance = world.clerk.must("issueEntrances", json=self.entrances([iccid(CARDS - 1)])).json()["items"][0]["id"]
        self.evidence = world.upload("unit-document")
        notice = self.told()
        part = world.clerk.must("issuePartLink", {"application": draft["application"]}, json={"role": "handler"}).json()["id"]
        self.ids = {
            "partLink": part,
            "organisation": world.agent, "account": world.clerk.account, "session": world.clerk.must("readSession").json()["session"]["id"],
            "apiKey": key, "product": PRODUCT, "intake": claim["id"], "card": card, "evidence": self.evidence,
            "registration": registered["registration"], "application": draft["application"], "unit": registration["unit"]["id"],
            "entry": entry, "entrance": entrance, "notice": notice, "usageFile": self.usage(world),
            "webhook": world.people["agent_manager"].must("createWebhook", json={"url": NOBODY}).json()["webhook"]["id"], "event": str(uuid.uuid4()),
            "campaign": world.administrator.must("makeCampaign", json=self.campaign(world.agent)).json()["code"],
            "decision": str(uuid.uuid4()), "export": world.clerk.must("askForExport", json={"kind": "cards", "reason": PURPOSE}).json()["id"],
            "legalHold": world.administrator.must("placeLegalHold", json={"card": card, "caseNumber": "沪01民初〔2027〕418号", "reason": PURPOSE}).json()["id"],
            "sealedOpening": str(uuid.uuid4()), "devicePool": world.clerk.must("createDevicePool", json={"name": "水表一批"}).json()["id"],
        }
        self.secrets = [value for name, value in self.ids.items() if name not in ("product", "entry")] + [self.machine, registration["unit"]["name"]]

    def told(self):
        """A notice of a person's case of the first agent's, which nobody will ever take."""
        world = self.world
        world.administrator.must("createProduct", json={"code": "watch-1g", "terms": TERMS | {"cardClass": "wearable", "traffic": "general"}})
        world.take_in(card_file([WATCH_CARD]), batch="watches", product="watch-1g")
        world.allocate(batch="watches")
        world.hand_in_person(WATCH_CARD)
        return world.clerk.must("listNotices").json()["items"][0]["id"]

    def api_key(self, account):
        return {"account": account, "label": "Schlüssel 1", "permissions": ["card:read"], "expiresAt": self.until}

    @staticmethod
    def campaign(agent):
        """Of nobody's cards but this agent's; it stops nothing."""
        days = [(datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8))) + datetime.timedelta(days=more)).date().isoformat()
                for more in (0, 60)]
        return {"name": "补登记", "gap": "holder", "organisation": agent, "begins": days[0], "deadline": days[1], "noticeDays": [30], "stops": False}

    @staticmethod
    def entrances(cards):
        return {"kind": "link", "cards": {"numbers": cards}, "days": 1}

    @staticmethod
    def usage(world):
        return world.administrator.must("createUsageFile", data=USAGE, type="text/csv").json()["id"]

    def bodies(self, ids):
        """A body for each operation that takes one, naming these things."""
        return {
            "createOrganisation": {"kind": "agent", "name": "untergeschoben", "parent": ids["organisation"]},
            "updateOrganisation": {"name": "umbenannt"}, "recordContract": CONTRACT,
            "createAccount": {"organisation": ids["organisation"], "roles": ["agent-clerk"]}, "updateAccount": {"status": "dismissed"},
            "createAPIKey": self.api_key(ids["account"]), "createProduct": {"code": "P-" + uuid.uuid4().hex[:8], "terms": TERMS},
            "updateProduct": {"terms": TERMS},
            "createCustodyAct": {"kind": "recall", "cards": {"numbers": [ids["card"]]}},
            "withdrawClaims": {"cards": {"numbers": [ids["card"]]}}, "searchCards": {"numbers": [iccid(1), msisdn(1)]},
            "openEvidence": {"purpose": PURPOSE, "draft": ids["application"]}, "previewRequirements": {"channel": "agent"},
            "createRegistration": {"channel": "agent", "content": {"evidence": {"unit-document": [ids["evidence"]]}}},
            "createApplication": {"kind": "end"}, "updateApplication": {"content": {"usingDepartment": "x"}}, "selectCards": {"batch": "B-2026-03"},
            "decideApplication": {"verdict": "approve"}, "revealApplication": {"purpose": PURPOSE},
            "answerForCard": {"card": ids["card"]}, "revealAnswer": {"card": ids["card"], "purpose": PURPOSE},
            "setVerificationPolicy": {"policy": {"rules": [], "approval": "reviewer"}, "after": 0},
            "previewVerification": {"product": PRODUCT, "documentType": "resident-id", "organisation": ids["organisation"]},
            "issueEntrances": self.entrances([ids["card"]]), "revokeEntrances": {"cards": {"numbers": [ids["card"]]}}, "issuePartLink": {"role": "handler"}, "recordCarrierReply": {"verdict": "accepted", "receipt": "CM-0001"},
            "registerInPerson": {
                "card": ids["card"], "channel": "agent", "holder": HANDLER, "evidence": {"holder-id-front": [ids["evidence"]]},
                "consents": {"privacy": True, "sensitive-data": True}, "noticeVersion": "2026-12.1-counter", "noticeAccepted": True},
            "examineInPerson": {"card": ids["card"], "holder": HANDLER, "evidence": {"holder-id-front": [ids["evidence"]]}},
            "countCardsInPerson": {"card": ids["card"], "holder": HANDLER},
            "askForRelease": {"documentNumber": HANDLER["documentNumber"]}, "giveConsent": {"noticeVersion": "2026-12.3", "answers": {"privacy": False}}, "updatePersonalDraft": {},
            "consentToPart": {"noticeVersion": "unit-2026-12.1", "privacy": True, "sensitiveData": True}, "savePart": HANDLER,
            "openPartPicture": {"slot": "handler-id-front", "purpose": PURPOSE},
            "captureFace": {"nonce": "x", "frames": [{"milliseconds": 300 * place, "picture": "AAAA"} for place in range(4)]},
            "changeLives": {"command": "cancel", "cards": {"numbers": [ids["card"]]}}, "changeDevice": {"imei": IMEI}, "changeSIM": {"iccid": iccid(990)},
            "setLifeSetting": {"setting": {"idleMonths": 4}, "after": 0}, "answerDeletion": {"card": ids["card"]},
            "placeLegalHold": {"card": ids["card"], "caseNumber": "沪01民初〔2027〕418号", "reason": PURPOSE}, "releaseLegalHold": {"reason": PURPOSE},
            "askForSealedOpening": {"card": ids["card"], "at": "2026-03-02T00:00:00Z", "caseNumber": "沪公网安调证〔2028〕77号", "reason": PURPOSE},
            "decideSealedOpening": {"verdict": "refuse"}, "askCustodian": {"custodian": "a"}, "handInCustodianAnswer": {"answer": "{}"},
            "setCustodians": {"a": "custodian-00", "b": "custodian-01"}, "confirmCustodians": {"pair": 1, "a": "proof-00", "b": "proof-01"},
            "closeLifeCase": {"card": ids["card"], "kind": "used-after-cancellation", "openedAt": "2026-03-02T00:00:00Z"},
            "readClaimContacts": {"card": ids["card"], "purpose": PURPOSE}, "claimCard": {},
            "bringBackOwnCard": {"code": "SM-NONE"},
            "mendLifeCase": {"card": ids["card"], "kind": "runs-at-carrier", "openedAt": "2026-03-02T00:00:00Z", "mend": "tell-again"},
            "settleIntent": {"card": ids["card"], "ordinal": 0, "outcome": "done"}, "askCarrier": {"card": ids["card"]},
            "createWebhook": {"url": NOBODY}, "rewindWebhook": {"after": "now"},
            "createDevicePool": {"name": "untergeschoben"}, "declarePoolDevices": {"imeis": [IMEI]},
            "bindPoolCards": {"cards": {"numbers": [ids["card"]]}, "leavingOthers": True},
            "makeCampaign": self.campaign(ids["organisation"]), "changeCampaign": self.campaign(ids["organisation"]),
            "issueCampaignEntrances": {"kind": "link", "days": 1},
            "setReviewPolicy": {"policy": {"reAuditPermille": 0, "twoReviewers": []}, "after": 0}, "findReAudit": {"verdict": "kept"},
            "setReasonList": {"reasons": [], "after": 0},
            "setNoticeWording": {"kind": "idle", "after": 0}, "previewNoticeWording": {"kind": "idle"},
            "askForExport": {"kind": "cards", "reason": PURPOSE}, "decideExport": {"verdict": "refuse"},
            "beginSecondFactor": {}, "confirmSecondFactor": {"code": "000000"}, "changePassword": {"current": "x", "new": "y"},
        }

    def permissions_of(self, caller):
        return next((self.world.permissions[role] for role, person in self.world.people.items() if person is caller and role in self.world.permissions), ())

    def ask(self, caller, operation, ids=None, query=None):
        """The operation as its caller would ask it, of these things."""
        ids = ids or self.ids
        body = self.bodies(ids).get(operation.name)
        if operation.name == "openEvidence" and "evidence:read" in self.permissions_of(caller):
            del body["draft"]
        if operation.name in ("updateApplication",):
            body = {"usingDepartment": "x"}
        if operation.name in ("listLifeNotices", "listNoticeWordings"):
            query = {"kind": "idle"} | (query or {})
        more = {}
        if operation.body_types and "application/json" not in operation.body_types:
            body = None
            media, content = {"createIntake": ("text/csv", card_file([1])), "createUsageFile": ("text/csv", USAGE)}.get(
                operation.name, ("image/png", TYPES["png"][1]("x")))
            more = {"data": content, "type": media}
            query = {"createIntake": {"kind": "claim", "batch": "x", "product": PRODUCT}, "capturePicture": {"slot": "holder-id-front"}, "capturePart": {"slot": "handler-id-front"},
                     "takeInPerson": {"slot": "holder-id-front", "consents": "privacy,sensitive-data", "noticeVersion": "2026-12.1-counter"},
                     "createUsageFile": {}}.get(
                operation.name, {"kind": "unit-document"})
        return caller.ask(
            operation.name, {name: ids[name] for name in operation.ids}, query=query, json=body,
            version='"1"' if operation.edits else None, **more)


@pytest.fixture(scope="module")
def estate(tmp_path_factory):
    # Behind a proxy that is believed, each caller has an address of his own, so that limits of an address do not end the test early.
    folder = tmp_path_factory.mktemp("routes")
    secrets = folder / "secrets"
    secrets.write_text("whsec_" + base64.b64encode(b"an invented secret of webhooks").decode())
    secrets.chmod(0o600)
    arguments = ["--trusted-proxy", "127.0.0.1", "--setting", "webhook-local-allowed=1", "--notice-webhook-url", "http://127.0.0.1:9/", "--notice-webhook-secret-file", str(secrets)]
    with serving(folder / "server", arguments=arguments) as server:
        world = World(server, [name for name in dict.fromkeys(ROLES + OUTSIDERS) if name not in ("administrator", SEAT)])
        world.permissions = {name: set(caller.must("readSession").json()["permissions"]) for name, caller in world.people.items()}
        world.permissions[SEAT] = SEATED
        world.people[SEAT] = seat(world)
        leaver = world.add_leaver()
        estate = Estate(world)
        estate.leaver = leaver
        yield estate


def add_leaver(world):
    """A clerk who worked here and was dismissed."""
    made = world.administrator.must("createAccount", json={"organisation": world.agent, "roles": ["agent-manager"]}).json()
    caller = Caller(world.server).enrol(made["enrolment"]["token"], "leaver")
    assert caller.must("listCards").status_code == 200
    account = world.administrator.must("readAccount", {"account": caller.account})
    world.administrator.must("updateAccount", {"account": caller.account}, json={"status": "dismissed"}, version=account.headers["ETag"])
    return caller


World.add_leaver = add_leaver


def seat(world):
    """Somebody who came in by the link of another agent's card and has begun."""
    world.take_in(card_file([SEAT_CARD]), batch="others")
    world.allocate(to=world.other_agent, batch="others")
    link = world.other_clerk.must("issueEntrances", json=Estate.entrances([iccid(SEAT_CARD)])).json()["items"][0]["code"]
    caller = Caller(world.server)
    caller.token = caller.must("openSeat", json={"link": link}).json()["token"]
    notice = caller.must("readPersonalCase").json()["notices"][0]["version"]
    caller.must("giveConsent", json={"noticeVersion": notice, "answers": {"privacy": True, "sensitive-data": True}, "holderIsUnder14": False})
    return caller


def may(operation, permissions):
    # Whoever does not read evidence asks for a paper of a draft, which only whoever attaches some looks at.
    if operation.name == "openEvidence":
        return "evidence:read" in permissions or permissions >= {"evidence:write", "registration:write"}
    return operation.permissions == ["self"] or permissions & set(operation.permissions)


def not_permitted(operation):
    """Nobody who works here has the permission of a person at an entrance or at his part (R-AF-11), and is told so."""
    return (403, "staff-may-not-verify") if set(operation.permissions) in (SEATED, PARTED) else (403, "not-permitted")


def unknown(ids):
    return {name: "card_" + uuid.uuid4().hex if name == "card" else "no-such-product" if name == "product" else
            "0197b7a2-5d0c-7c3e-9a41-" + uuid.uuid4().hex[:12] for name in ids}


@pytest.mark.parametrize("operation", GUARDED, **names)
def test_without_a_token_nothing_answers(estate, operation):
    answer = estate.ask(Caller(estate.world.server), operation)
    assert answer.status_code == 401 and code(answer)
    assert "WWW-Authenticate" in answer.headers


@pytest.mark.parametrize("operation", GUARDED, **names)
def test_the_token_of_somebody_dismissed_opens_nothing(estate, operation):
    estate.leaver.headers = Caller(estate.world.server).headers
    answer = estate.ask(estate.leaver, operation)
    assert answer.status_code == 401, answer.text


@pytest.mark.parametrize("operation", PERMITTED, **names)
def test_a_role_without_the_permission_is_refused(estate, operation):
    for role in ROLES:
        if estate.world.permissions[role] & set(operation.permissions):
            continue
        answer = estate.ask(estate.world.people[role], operation)
        assert (answer.status_code, code(answer)) == not_permitted(operation), f"{role}: {answer.text}"
        untold(estate, answer)


def test_no_role_has_the_permission_of_a_person():
    for persons, least in ((SEATED, 9), (PARTED, 8)):
        assert sum(set(operation.permissions) == persons for operation in PERMITTED) >= least
        assert all(persons.isdisjoint(operation.permissions) or set(operation.permissions) == persons for operation in PERMITTED)


def test_no_account_or_key_is_given_the_permission_of_a_person(estate):
    for role, permissions in estate.world.permissions.items():
        assert role == SEAT or SEATED.isdisjoint(permissions), role
        assert PARTED.isdisjoint(permissions), role
    for persons in (SEATED, PARTED):
        body = estate.api_key(estate.machine) | {"permissions": list(persons)}
        refused = estate.world.administrator.ask("createAPIKey", json=body)
        assert refused.status_code in (403, 422), refused.text


@pytest.mark.parametrize("operation", PERMITTED, **names)
def test_a_person_at_an_entrance_does_nothing_of_what_staff_do(estate, operation):
    if set(operation.permissions) == SEATED:
        return
    answer = estate.ask(estate.world.people[SEAT], operation)
    assert (answer.status_code, code(answer)) == (403, "not-permitted"), answer.text
    untold(estate, answer)


@pytest.mark.parametrize("operation", NAMED, **names)
def test_the_things_of_another_agent_are_not_there(estate, operation):
    for outsider in OUTSIDERS:
        if operation.ids == ["product"]:
            continue  # Products are everybody's.
        caller = estate.world.people[outsider]
        answer = estate.ask(caller, operation)
        permitted = may(operation, estate.world.permissions[outsider])
        assert (answer.status_code, code(answer)) == ((404, "not-found") if permitted else (403, "not-permitted")), f"{outsider}: {answer.text}"
        untold(estate, answer)
        if permitted:
            # And what does not exist anywhere answers the same.
            nothing = estate.ask(caller, operation, unknown(estate.ids))
            assert without_request(nothing) == without_request(answer)


# Whoever leaves names nothing, and could be asked nothing more.
@pytest.mark.parametrize("operation", [o for o in PERMITTED if not o.ids and o.name != "leaveSeat"], **names)
def test_naming_another_agents_things_in_body_or_query_tells_nothing(estate, operation):
    for outsider in OUTSIDERS:
        caller = estate.world.people[outsider]
        if not estate.world.permissions[outsider] & set(operation.permissions):
            continue
        query = {name: estate.ids[name] for name in ("organisation", "registration", "unit", "account", "card") if name in operation.query}
        query |= {"parent": estate.ids["organisation"]} if "parent" in operation.query else {}
        query |= {"batch": "B-2026-03"} if operation.name == "listCards" else {}
        answer = estate.ask(caller, operation, query=query or None)
        assert answer.status_code < 500, answer.text
        untold(estate, answer)
        if operation.name in ("createOrganisation", "createAccount", "createAPIKey", "answerForCard", "revealAnswer", "previewVerification",
                              "issueEntrances", "revokeEntrances", "registerInPerson", "examineInPerson", "countCardsInPerson"):
            nothing = estate.ask(caller, operation, unknown(estate.ids))
            assert answer.status_code in (403, 404, 422), answer.text
            assert without_request(nothing) == without_request(answer)
        if operation.name in ("createCustodyAct", "withdrawClaims", "changeLives"):
            assert not answer.ok, answer.text
        if operation.name == "listEntrances":
            assert answer.status_code == 404, answer.text


@pytest.mark.parametrize("operation", NAMED, **names)
def test_what_nobody_made_is_not_found_by_any_role(estate, operation):
    for role in ROLES:
        permitted = may(operation, estate.world.permissions[role])
        answer = estate.ask(estate.world.people[role], operation, unknown(estate.ids))
        assert (answer.status_code, code(answer)) == ((404, "not-found") if permitted else (403, "not-permitted")), f"{role}: {answer.text}"


def test_every_number_of_anothers_card_finds_nothing(estate):
    for caller in (estate.world.other_manager, estate.world.sub_manager, estate.world.hall_clerk):
        found = caller.must("searchCards", json={"numbers": [iccid(1), msisdn(1), imsi(1), estate.ids["card"]]}).json()["items"]
        assert all("card" not in item for item in found)
        for body in ({"iccid": iccid(1)}, {"msisdn": msisdn(1)}, {"imsi": imsi(1)}, {"card": estate.ids["card"]}):
            assert caller.ask("answerForCard", json=body).status_code == 404


def test_an_agent_cannot_take_anothers_evidence_into_his_papers(estate):
    caller = estate.world.other_clerk
    body = {"channel": "agent", "content": {"evidence": {"unit-document": [estate.evidence]}}}
    answer = caller.ask("createRegistration", json=body)
    if answer.ok:
        # A draft may hold anything; handed in, the foreign paper is not there.
        begun = answer.json()
        seen = caller.must("readApplication", {"application": begun["application"]})
        handed = caller.ask("submitApplication", {"application": begun["application"]}, version=seen.headers["ETag"])
        assert handed.status_code == 422, handed.text
        errors = {(error.get("pointer", ""), error["code"]) for error in handed.json()["errors"]}
        assert any(pointer.startswith("/evidence/unit-document") for pointer, _ in errors), errors
    else:
        assert answer.status_code in (404, 422)
    assert caller.ask("readEvidence", {"evidence": estate.evidence}).status_code == 404


def test_after_all_this_the_agent_has_everything_as_it_was(estate):
    world = estate.world
    assert world.clerk.must("readApplication", {"application": estate.ids["application"]}).json()["state"] == "draft"
    registration = world.clerk.must("readRegistration", {"registration": estate.ids["registration"]}).json()
    assert (registration["state"], registration["cards"]) == ("registered", CARDS // 2)
    assert world.administrator.must("readAccount", {"account": estate.ids["account"]}).json()["status"] == "active"
    assert world.administrator.must("readOrganisation", {"organisation": world.agent}).json()["name"] == "示例一级代理商"
    assert len(list(world.clerk.pages("listCards"))) == CARDS + 1
    entrance = next(row for row in world.clerk.pages("listEntrances") if row["id"] == estate.ids["entrance"])
    assert "revokedAt" not in entrance
    parts = world.clerk.must("listPartLinks", {"application": estate.ids["application"]}).json()["items"]
    assert [part["standing"] for part in parts] == ["open"]
    for organisation in (world.agent, world.company):
        assert world.administrator.must("listVerificationPolicies", {"organisation": organisation}).json()["items"] == []
    # The person still sees the one card he came for.
    assert world.people[SEAT].must("readPersonalCase").json()["iccid"] == "****" + iccid(SEAT_CARD)[-4:]


def without_request(answer):
    """The answer without what differs from request to request."""
    body = answer.json()
    body.pop("requestId", None)
    return answer.status_code, body


def untold(estate, answer):
    """Nothing of the agent's stands in the answer."""
    told = answer.text
    if estate.world.sub_agent in told:
        # Whoever sits below an agent knows his own seat's parent.
        told = told.replace(f'"parent":"{estate.world.agent}"', "")
    for secret in estate.secrets:
        assert secret not in told, f"{secret} is told"

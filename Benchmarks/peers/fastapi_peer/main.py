"""The endpoints: begin a registration, choose its cards, hand it in; who answers for a card stands in who.py.

    DATABASE_URL=sqlite:///peer.sqlite uvicorn fastapi_peer.main:app --workers 2

One transaction a request: the idempotency key with its kept answer, the rows, the trail's entry. It is committed before the answer leaves
(`scope="function"`; FastAPI's habit is afterwards). Personal data is sealed with AES-GCM under a key of its own, wrapped; search goes by keyed
hash. The shape of bodies is judged by pydantic; check digits, policies, the trail's tree and proofs are left out, in this peer's favour.
"""
import hashlib
import hmac
import json
import os
import uuid

from fastapi import Depends, FastAPI, Header, HTTPException, Response
from pydantic import BaseModel
from sqlalchemy import insert, select, update
from sqlalchemy.engine import Connection

from . import tables as t
from . import who
from .plumbing import Caller, caller, fresh, keep, kept, now, seal, search_hash, trail, unseal, writing

app = FastAPI()
app.include_router(who.router)


class Party(BaseModel):
    name: str
    documentType: str
    documentNumber: str
    address: str | None = None
    contact: str | None = None
    validFrom: str | None = None
    validUntil: str | None = None


class Authorisation(BaseModel):
    purpose: str
    validFrom: str
    validUntil: str


class Content(BaseModel):
    unit: Party
    handler: Party
    responsiblePerson: Party
    usingDepartment: str | None = None
    authorisation: Authorisation
    use: dict
    noticeAccepted: bool
    evidence: dict[str, list[uuid.UUID]]


class Selection(BaseModel):
    numbers: list[str]


class Create(BaseModel):
    channel: str
    content: Content
    handIn: Selection | None = None


@app.post("/v1/registrations", status_code=201)
def create(
    asked: Create, response: Response, authorization: str = Header(), idempotency_key: str = Header(), db: Connection = Depends(writing, scope="function")
):
    who, request = caller(db, authorization), asked.model_dump_json().encode()
    if (answer := kept(db, who, idempotency_key, "create", request)) is None:
        answer = begin_and_hand_in(db, who, asked) if asked.handIn else begin(db, who, asked)
        keep(db, who, idempotency_key, "create", request, answer)
    response.headers["Location"], response.headers["ETag"] = f"/v1/applications/{answer['application']}", f'"{answer["version"]}"'
    return answer


def begin(db: Connection, who: Caller, asked: Create) -> dict:
    registration, application, code, at = fresh(), fresh(), fresh_code(), now()
    db.execute(insert(t.registration).values(
        id=registration, code=code, kind="unit", channel=asked.channel, organisation=who.organisation, path=who.path,
        created_by=who.account, created_at=at))
    db.execute(insert(t.registration_state).values(registration=registration, state="pending", updated_at=at))
    draft, key = seal(db, asked.content.model_dump_json().encode(), application)
    db.execute(insert(t.application).values(
        id=application, registration=registration, kind="register", state="draft", version=1, draft=draft, draft_key=key,
        organisation=who.organisation, path=who.path, cards=0, created_by=who.account, created_at=at, updated_at=at,
        purge_after=at + 90 * 86_400_000))
    trail(db, who, "application.created", {"registration": hashlib.sha256(registration).hexdigest()}, registration=registration,
          application=application)
    return {"registration": str(uuid.UUID(bytes=registration)), "application": str(uuid.UUID(bytes=application)), "code": code, "version": 1}


def fresh_code() -> str:
    return "SM-" + uuid.uuid4().hex[:10].upper()


def begin_and_hand_in(db: Connection, who: Caller, asked: Create) -> dict:
    """All in one: the rows of the three steps as they are at the end, one trail entry."""
    registration, application, code, at = fresh(), fresh(), fresh_code(), now()
    chosen = [{"lo": each, "hi": each} for each in sorted(cards_of(db, who, asked.handIn.numbers))]
    db.execute(insert(t.registration).values(
        id=registration, code=code, kind="unit", channel=asked.channel, organisation=who.organisation, path=who.path,
        created_by=who.account, created_at=at))
    handed = pin_all(db, who, {"id": application, "registration": registration, "kind": "register", "cards": len(chosen)}, asked.content, chosen)
    db.execute(insert(t.registration_state).values(registration=registration, state="pending", unit=handed["unit"], updated_at=at))
    draft, key = seal(db, asked.content.model_dump_json().encode(), application)
    db.execute(insert(t.application).values(
        id=application, registration=registration, kind="register", state="submitted", version=1, draft=draft, draft_key=key,
        organisation=who.organisation, path=who.path, cards=len(chosen), created_by=who.account, created_at=at, updated_at=at,
        submitted_at=at, submitted_by=who.account, submission=handed["submission"], unit=handed["unit"]))
    db.execute(insert(t.application_interval), [{"application": application, **each} for each in chosen])
    trail(db, who, "application.submitted", {"digests": handed["digests"]}, application=application, registration=registration,
          party=handed["unit"])
    return {"registration": str(uuid.UUID(bytes=registration)), "application": str(uuid.UUID(bytes=application)), "code": code, "version": 1,
            "cards": len(chosen), "submission": str(uuid.UUID(bytes=handed["submission"])), "checks": []}


def cards_of(db: Connection, who: Caller, numbers: list[str]) -> list[int]:
    return db.scalars(select(t.card.c.subscription).where(t.card.c.iccid.in_(numbers), t.card.c.path.startswith(who.path))).all()


def open_application(db: Connection, who: Caller, id: uuid.UUID, version: str):
    # Locked, where the database has such locks; SQLite's writer has the whole database.
    found = db.execute(select(t.application).where(
        t.application.c.id == id.bytes, t.application.c.path.startswith(who.path)).with_for_update()).mappings().first()
    if not found:
        raise HTTPException(404)
    if found["state"] != "draft":
        raise HTTPException(409)
    if f'"{found["version"]}"' != version:
        raise HTTPException(412)
    return found


@app.put("/v1/applications/{id}/cards")
def choose(
    id: uuid.UUID, asked: Selection, response: Response, authorization: str = Header(), if_match: str = Header(),
    db: Connection = Depends(writing, scope="function")
):
    who = caller(db, authorization)
    found = open_application(db, who, id, if_match)
    chosen = cards_of(db, who, asked.numbers)
    db.execute(t.application_interval.delete().where(t.application_interval.c.application == id.bytes))
    if chosen:
        db.execute(insert(t.application_interval), [{"application": id.bytes, "lo": each, "hi": each} for each in sorted(chosen)])
    db.execute(update(t.application).where(t.application.c.id == id.bytes).values(
        cards=len(chosen), updated_at=now(), version=found["version"] + 1))
    trail(db, who, "application.cards-selected", {"cards": len(chosen)}, application=id.bytes)
    response.headers["ETag"] = f'"{found["version"] + 1}"'
    return {"application": str(id), "version": found["version"] + 1, "cards": len(chosen), "notFound": len(asked.numbers) - len(chosen)}


def pin(db: Connection, who: Caller, role: str, facts: Party, digests: list[str]) -> tuple[bytes, bytes]:
    """The party and the identity version that says who it is; known ones are used again."""
    at = now()
    if role == "unit":
        known = db.scalar(select(t.unit_directory.c.party).where(t.unit_directory.c.code == facts.documentNumber))
    else:
        document, name = search_hash("document", facts.documentNumber), search_hash("name", facts.name)
        known = db.scalar(select(t.identity_search.c.party).where(
            t.identity_search.c.purpose == "document", t.identity_search.c.hash == document))
    plain = facts.model_dump_json().encode()
    if known:
        latest = db.execute(select(t.identity).where(t.identity.c.party == known).order_by(t.identity.c.ordinal.desc())).mappings().first()
        if latest and unseal(db, latest["sealed"], latest["id"], latest["data_key"])[32:] == plain:
            return known, latest["id"]
    party, version, salt = known or fresh(), fresh(), os.urandom(32)
    if not known:
        db.execute(insert(t.party).values(id=party, kind="unit" if role == "unit" else "person", recorded_at=at))
    sealed, key = seal(db, salt + plain, version)
    db.execute(insert(t.identity).values(
        id=version, party=party, ordinal=0 if not known else latest["ordinal"] + 1, document_type=facts.documentType,
        valid_from=facts.validFrom, valid_until=facts.validUntil, sealed=sealed, data_key=key,
        commitment=hmac.digest(salt, plain, "sha256"), recorded_at=at, recorded_by=who.account))
    digests.append(hashlib.sha256(version + sealed).hexdigest())
    if role == "unit":
        if not known:
            db.execute(insert(t.unit_directory).values(party=party, code=facts.documentNumber, name=facts.name, recorded_at=at))
    elif not known:
        db.execute(insert(t.identity_search), [
            {"purpose": "document", "hash": document, "party": party, "name_hash": name},
            {"purpose": "contact", "hash": search_hash("contact", facts.contact or ""), "party": party, "name_hash": None}])
    return party, version


@app.post("/v1/applications/{id}/submission")
def submit(
    id: uuid.UUID, response: Response, authorization: str = Header(), idempotency_key: str = Header(), if_match: str = Header(),
    db: Connection = Depends(writing, scope="function")
):
    who, request = caller(db, authorization), id.bytes + if_match.encode()
    if (answer := kept(db, who, idempotency_key, "submit", request)) is None:
        answer = hand_in(db, who, open_application(db, who, id, if_match))
        keep(db, who, idempotency_key, "submit", request, answer)
    response.headers["ETag"] = f'"{answer["version"]}"'
    return answer


def hand_in(db: Connection, who: Caller, found) -> dict:
    content = Content.model_validate_json(unseal(db, found["draft"], found["id"], found["draft_key"]))
    intervals = db.execute(select(t.application_interval).where(t.application_interval.c.application == found["id"])).mappings().all()
    handed, at = pin_all(db, who, found, content, intervals), now()
    db.execute(update(t.application).where(t.application.c.id == found["id"]).values(
        state="submitted", submission=handed["submission"], unit=handed["unit"], submitted_at=at, submitted_by=who.account, updated_at=at,
        version=found["version"] + 1, purge_after=None))
    db.execute(update(t.registration_state).where(t.registration_state.c.registration == found["registration"]).values(
        unit=handed["unit"], updated_at=at))
    trail(db, who, "application.submitted", {"digests": handed["digests"]}, application=found["id"], registration=found["registration"],
          party=handed["unit"])
    return {"application": str(uuid.UUID(bytes=found["id"])), "submission": str(uuid.UUID(bytes=handed["submission"])),
            "version": found["version"] + 1, "checks": handed["checks"]}


def pin_all(db: Connection, who: Caller, found, content: Content, intervals) -> dict:
    """What is handed in, as it stands: parties, evidence, cards, what the rules found."""
    pieces = [(slot, piece.bytes) for slot, all_ in content.evidence.items() for piece in all_]
    usable = set(db.scalars(select(t.evidence.c.id).where(t.evidence.c.id.in_([piece for _, piece in pieces]))).all())
    fit = sum(len(db.execute(select(t.card.c.state).where(
        t.card.c.subscription.between(each["lo"], each["hi"]), t.card.c.state == "stock")).all()) for each in intervals)
    if not fit or any(piece not in usable for _, piece in pieces):
        raise HTTPException(422)
    digests: list[str] = []
    roles = [(role, *pin(db, who, role, facts, digests)) for role, facts in (
        ("unit", content.unit), ("handler", content.handler), ("responsiblePerson", content.responsiblePerson))]
    unit, at, submission = roles[0][1], now(), fresh()
    db.execute(insert(t.submission).values(
        id=submission, application=found["id"], registration=found["registration"], ordinal=0, kind=found["kind"], policy="1",
        content=json.dumps(content.use | {"usingDepartment": content.usingDepartment}), unit=unit, cards=found["cards"],
        agent_chain=json.dumps([{"id": who.organisation.hex()}]), submitted_at=at, submitted_by=who.account))
    db.execute(insert(t.submission_role), [
        {"submission": submission, "role": role, "party": party, "identity": version,
         "authorised_from": content.authorisation.validFrom if role == "handler" else None,
         "authorised_until": content.authorisation.validUntil if role == "handler" else None} for role, party, version in roles])
    db.execute(insert(t.submission_evidence), [{"submission": submission, "slot": slot, "evidence": piece} for slot, piece in pieces])
    db.execute(insert(t.submission_interval), [{"submission": submission, "lo": each["lo"], "hi": each["hi"]} for each in intervals])
    checks = [{"verdict": "passed", "code": code, "requirement": "R", "subject": "/", "count": 1} for code in CHECKS]
    judgement = {"submission": submission, "findings": json.dumps([list(check.values()) for check in checks]), "recorded_at": at}
    db.execute(insert(t.rule_judgement), [judgement])
    digests.append(hashlib.sha256(json.dumps(judgement, default=bytes.hex).encode()).hexdigest())
    return {"submission": submission, "unit": unit, "digests": digests,
            "checks": [{"verdict": check["verdict"], "code": check["code"]} for check in checks]}


# As many findings of rules as Shiming records for these customers.
CHECKS = [f"check-{number}" for number in range(int(os.environ.get("CHECKS", "41")))]

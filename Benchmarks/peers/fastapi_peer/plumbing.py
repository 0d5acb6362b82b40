"""The connection, the caller, sealing, the trail and kept answers: what the endpoints share."""
import hashlib
import hmac
import json
import os
import time
import uuid

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from fastapi import HTTPException
from pydantic import BaseModel
from sqlalchemy import create_engine, event, insert, select
from sqlalchemy.engine import Connection

from . import tables as t

ADDRESS = os.environ["DATABASE_URL"]
KEK, SEARCH = AESGCM(bytes(32)), bytes(range(32))
engine = create_engine(ADDRESS, pool_size=40, max_overflow=0)

if ADDRESS.startswith("sqlite"):
    @event.listens_for(engine, "connect")
    def settings(connection, _):
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=60000", "cache_size=-65536", "wal_autocheckpoint=4000"):
            connection.execute("PRAGMA " + pragma)

    @event.listens_for(engine, "begin")
    def begin(connection):
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")


class Caller(BaseModel):
    account: bytes
    organisation: bytes
    path: str


def reading():
    with engine.begin() as connection:
        yield connection


def writing():
    with engine.execution_options(writes=True).connect() as connection, connection.begin():
        yield connection


def caller(db: Connection, authorization: str) -> Caller:
    found = db.execute(select(t.token).where(t.token.c.hash == hashlib.sha256(authorization.encode()).digest())).mappings().first()
    if not found:
        raise HTTPException(401)
    return Caller(**found)


def fresh() -> bytes:
    return uuid.uuid4().bytes


def now() -> int:
    return time.time_ns() // 1_000_000


def seal(db: Connection, plain: bytes, place: bytes, key: bytes | None = None) -> tuple[bytes, bytes]:
    """The sealed bytes and the identifier of the fresh key they are sealed under."""
    key_id, key, nonce, wrap = fresh(), os.urandom(32), os.urandom(12), os.urandom(12)
    db.execute(insert(t.data_key).values(id=key_id, wrapped_under="kek", wrapped=wrap + KEK.encrypt(wrap, key, key_id), created_at=now()))
    return nonce + AESGCM(key).encrypt(nonce, plain, place), key_id


def unseal(db: Connection, sealed: bytes, place: bytes, key_id: bytes) -> bytes:
    wrapped = db.scalar(select(t.data_key.c.wrapped).where(t.data_key.c.id == key_id))
    key = KEK.decrypt(wrapped[:12], wrapped[12:], key_id)
    return AESGCM(key).decrypt(sealed[:12], sealed[12:], place)


def search_hash(purpose: str, text: str) -> bytes:
    return hmac.digest(SEARCH, f"{purpose}:{text}".encode(), "sha256")


def trail(db: Connection, who: Caller, action: str, facts: dict, **subjects: bytes) -> None:
    entry = fresh()
    body = {"action": action, "actor": who.account.hex(), "at": now(), "facts": facts, "subjects": {k: s.hex() for k, s in subjects.items()}}
    db.execute(insert(t.trail_entry).values(
        id=entry, recorded_at=now(), actor=who.account, organisation_path=who.path, action=action, body=json.dumps(body, sort_keys=True)))
    db.execute(insert(t.trail_subject), [{"kind": kind, "subject": subject, "entry": entry} for kind, subject in subjects.items()])


def kept(db: Connection, who: Caller, key: str, operation: str, request: bytes) -> dict | None:
    """The answer kept for this key, when it was used."""
    found = db.execute(select(t.idempotency).where(t.idempotency.c.account == who.account, t.idempotency.c.key == key)).mappings().first()
    if not found:
        return None
    if found["operation"] != operation or found["body_hash"] != hashlib.sha256(request).digest():
        raise HTTPException(422)
    return json.loads(KEK.decrypt(found["answer"][:12], found["answer"][12:], key.encode()))


def keep(db: Connection, who: Caller, key: str, operation: str, request: bytes, answer: dict) -> None:
    nonce = os.urandom(12)
    db.execute(insert(t.idempotency).values(
        account=who.account, key=key, operation=operation, body_hash=hashlib.sha256(request).digest(), status=200,
        answer=nonce + KEK.encrypt(nonce, json.dumps(answer).encode(), key.encode()), created_at=now()))

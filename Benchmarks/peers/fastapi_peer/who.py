"""Who answers for a card: the card, its last holding, the registration's roles, each one's identity opened and masked."""
import uuid

from fastapi import APIRouter, Depends, Header, HTTPException
from pydantic import BaseModel
from sqlalchemy import select
from sqlalchemy.engine import Connection

from . import tables as t
from .plumbing import caller, reading, unseal

router = APIRouter()


class Question(BaseModel):
    iccid: str


class Facts(BaseModel):
    name: str
    documentType: str
    documentNumber: str


def masked(text: str) -> str:
    return text[:1] + "*" * (len(text) - 2) + text[-1:]


@router.get("/healthz")
def health():
    return {"status": "ok"}


@router.post("/v1/answers")
def answer(asked: Question, authorization: str = Header(), db: Connection = Depends(reading)):
    who = caller(db, authorization)
    card = db.execute(select(t.card).where(t.card.c.iccid == asked.iccid, t.card.c.path.startswith(who.path))).mappings().first()
    if not card:
        raise HTTPException(404)
    held = db.execute(select(t.holding).where(t.holding.c.subscription == card["subscription"]).order_by(t.holding.c.ordinal.desc())).mappings().first()
    if not held:
        return {"card": str(card["subscription"]), "iccid": card["iccid"], "state": card["state"], "holders": []}
    registration = db.execute(select(t.registration).where(t.registration.c.id == held["registration"])).mappings().first()
    holders = []
    for role in db.execute(select(t.role).where(t.role.c.registration == held["registration"]).order_by(t.role.c.role)).mappings():
        version = db.execute(select(t.identity).where(t.identity.c.id == role["identity"])).mappings().first()
        facts = Facts.model_validate_json(unseal(db, version["sealed"], version["id"], version["data_key"])[32:])
        is_unit = role["role"] == "unit"
        holders.append({
            "role": role["role"], "name": facts.name if is_unit else masked(facts.name), "documentType": facts.documentType,
            "documentNumber": facts.documentNumber if is_unit else masked(facts.documentNumber), "since": role["effective_from"]})
    return {
        "card": str(card["subscription"]), "iccid": card["iccid"], "state": card["state"], "product": card["product"],
        "registration": str(uuid.UUID(bytes=held["registration"])), "code": registration["code"], "since": held["effective_from"],
        "recordedAt": held["recorded_at"], "holders": holders}

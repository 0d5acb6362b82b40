"""Makes the tables and puts cards, evidence, a token and a registration of all cards into them.

    DATABASE_URL=… python -m fastapi_peer.seed CARDS.csv TOKEN EVIDENCE.json

The cards as a file of Benchmarks/cards.py; the evidence as the JSON that registrations will name.
"""
import csv
import hashlib
import json
import sys
import uuid

from sqlalchemy import insert

from . import tables as t
from .plumbing import engine, fresh, now, seal

FACTS = {"name": "司徒望舒", "documentType": "resident-id", "documentNumber": "360426199101010071", "address": "江西省德安县望舒路十二号"}


def main(file: str, token: str, evidence: str) -> None:
    t.metadata.create_all(engine)
    account, organisation, path, registration, at = fresh(), fresh(), "/1/2/", fresh(), now()
    with engine.execution_options(writes=True).connect() as db, db.begin():
        db.execute(insert(t.token).values(
            hash=hashlib.sha256(f"Bearer {token}".encode()).digest(), account=account, organisation=organisation, path=path))
        db.execute(insert(t.evidence), [
            {"id": uuid.UUID(piece).bytes, "slot": slot, "path": path} for slot, pieces in json.loads(evidence).items() for piece in pieces])
        db.execute(insert(t.registration).values(
            id=registration, code="SM-SEED", kind="unit", channel="agent", organisation=organisation, path=path, created_by=account,
            created_at=at))
        for role in ("unit", "handler", "responsiblePerson"):
            party, version = fresh(), fresh()
            sealed, key = seal(db, bytes(32) + json.dumps(FACTS).encode(), version)
            db.execute(insert(t.party).values(id=party, kind="person", recorded_at=at))
            db.execute(insert(t.identity).values(
                id=version, party=party, ordinal=0, document_type="resident-id", sealed=sealed, data_key=key, commitment=bytes(32),
                recorded_at=at, recorded_by=account))
            db.execute(insert(t.role).values(
                registration=registration, role=role, ordinal=0, party=party, identity=version, effective_from=at, recorded_at=at))
        with open(file, encoding="utf-8") as lines:
            waiting = []
            for number, row in enumerate(csv.DictReader(lines), 1):
                waiting.append((number, row["ICCID"]))
                if len(waiting) == 10_000:
                    put(db, waiting, path, registration, at)
                    waiting = []
            put(db, waiting, path, registration, at)


def put(db, cards, path: str, registration: bytes, at: int) -> None:
    if not cards:
        return
    many(db, t.card, ("subscription", "iccid", "state", "path", "product"), [
        (number, iccid, "stock", path, "BENCH-30M") for number, iccid in cards])
    many(db, t.holding, ("subscription", "ordinal", "effective_from", "recorded_at", "registration", "decision"), [
        (number, 0, at, at, registration, registration) for number, _ in cards])


def many(db, table, names: tuple[str, ...], rows: list[tuple]) -> None:
    """By the database's own quickest way: ten million rows are made before anything is measured."""
    driver, columns = db.connection.driver_connection, ", ".join(names)
    if db.dialect.name == "sqlite":
        driver.executemany(f"INSERT INTO {table.name} ({columns}) VALUES ({', '.join('?' * len(names))})", rows)
        return
    with driver.cursor() as cursor, cursor.copy(f"COPY {table.name} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Keys of what is sealed, with two custodians: frozen, deposited, refused, asked, answered offline, read, closed again."""

import datetime
import hashlib
import json
import shutil
import sqlite3
import subprocess

import pytest
from shiming_server import BIN, RESPONSIBLE, MovedClock, World, card_file, code, iccid, instant, poll, serving

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")

CHINA = datetime.timezone(datetime.timedelta(hours=8))
YEAR = datetime.date.today().year + 1
PASSPHRASE = "只有保管人自己知道的一句话"
# Of an invented installation.
VERIFIER = "installation-" + bytes(range(32)).hex() + hashlib.sha256(bytes(range(32))).digest()[:4].hex()
CASE = {"caseNumber": "沪公网安调证〔2029〕77号", "reason": "涉诈案件协查"}
ASKED = {"iccid": iccid(0), "at": instant(datetime.datetime(YEAR, 2, 1, 9, tzinfo=CHINA))}
REVEAL = ASKED | {"purpose": CASE["reason"]}


def china(year, month, day, hour=9):
    return datetime.datetime(year, month, day, hour, tzinfo=CHINA)


def offline(*words, passphrase=PASSPHRASE, expect=0):
    done = subprocess.run([BIN, "custodian", *map(str, words), "--password-stdin"], input=passphrase + "\n", capture_output=True, text=True, timeout=60)
    assert done.returncode == expect, done.stderr
    return done.stdout, done.stderr


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    folder = tmp_path_factory.mktemp("custodians")
    clock = MovedClock(folder / "clock")
    clock.move_to(china(YEAR, 1, 5))
    with serving(folder / "server", clock=clock) as server:
        world = World(server, ["second_administrator", "clerk", "reviewer", "compliance", "second_compliance", "auditor"])
        world.take_in(card_file(range(4)))
        world.allocate()
        world.register(cards={"range": {"from": iccid(0), "to": iccid(3)}})
        world.clock, world.folder = clock, folder
        cards = {"cards": {"numbers": [iccid(n) for n in range(4)]}}
        for command in ("activate", "cancel"):
            world.administrator.must("changeLives", json={"command": command} | cards)
        # Told first, for the night to September.
        at(world, china(YEAR, 8, 24))
        poll(lambda: len(world.administrator.must("listLifeNotices", query={"kind": "cycle-end"}).json()["items"]) == 4 or None, 30,
             lambda: "nobody is told")
        at(world, china(YEAR, 9, 1))
        poll(lambda: world.compliance.must("readRetentionReport").json()["retention"] == 1 or None, 30, lambda: "nothing ended")
        world.wrapped = wrapped(world)
        assert world.wrapped
        yield world


def at(world, moment):
    """The server is killed, and starts again at another time."""
    world.server.kill()
    world.clock.move_to(moment)
    world.server.start()
    world.sign_in_again()


def database(world):
    return world.server.data / "shiming.sqlite"


def wrapped(world):
    """The wrapped keys of what is registered, as they stand in the database."""
    world.server.kill()
    with sqlite3.connect(database(world)) as store:
        found = store.execute(
            "SELECT k.wrapped FROM data_key k WHERE k.wrapped IS NOT NULL AND (k.id IN (SELECT data_key FROM identity_version)"
            " OR k.id IN (SELECT draft_key FROM application) OR k.id IN (SELECT e.data_key FROM evidence e"
            " JOIN submission_evidence u ON u.evidence = e.id))").fetchall()
    world.server.start()
    world.sign_in_again()
    return [bytes(row[0]) for row in found]


def test_without_custodians_it_waits_and_with_them_it_is_deposited(kept):
    at(kept, china(YEAR + 3, 1, 5))
    report = kept.compliance.must("readRetentionReport").json()
    assert (report["deepFreeze"], report["inCustody"], report["awaitingCustody"], report["hasCustodians"]) == (1, 0, 1, False)
    for side in "ab":
        public, _ = offline("new", "--out", kept.folder / f"{side}.key")
        (kept.folder / f"{side}.pub").write_text(public)
        assert PASSPHRASE not in (kept.folder / f"{side}.key").read_text()
        assert (kept.folder / f"{side}.key").stat().st_mode & 0o777 == 0o600
    _, error = offline("new", "--out", kept.folder / "a.key", expect=2)
    assert "there already" in error
    _, error = offline("new", "--out", kept.folder / "c.key", passphrase="short", expect=2)
    assert "12 characters" in error
    pair = {side: (kept.folder / f"{side}.pub").read_text() for side in "ab"}
    alike = kept.administrator.ask("setCustodians", json={"a": pair["a"], "b": pair["a"]})
    assert (alike.status_code, code(alike)) == (422, "custodians-alike")
    refused = kept.compliance.ask("setCustodians", json=pair)
    assert refused.status_code == 403
    for side in "ab":
        shown, _ = offline("check", "--key", kept.folder / f"{side}.key")
        assert shown == pair[side]
    prove_and_confirm(kept, pair)
    poll(lambda: kept.compliance.must("readRetentionReport").json()["inCustody"] == 1 or None, 60, lambda: "nothing was deposited")
    assert kept.compliance.must("readRetentionReport").json()["awaitingCustody"] == 0


def prove_and_confirm(world, pair):
    """Proposed by one, proved by both offline, confirmed by another."""
    proposed = world.administrator.must("setCustodians", json=pair).json()
    assert proposed["ordinal"] == 1 and "confirmedAt" not in proposed
    assert not world.compliance.must("readRetentionReport").json()["hasCustodians"]
    proofs = {"pair": 1}
    for side in "ab":
        challenge = world.folder / f"{side}.challenge"
        challenge.write_text(proposed[f"challenge{side.upper()}"])
        other = world.folder / ("b.key" if side == "a" else "a.key")
        _, error = offline("prove", "--key", other, "--challenge", challenge, expect=2)
        assert "another custodian" in error
        proofs[side], _ = offline("prove", "--key", world.folder / f"{side}.key", "--challenge", challenge)
    verifier = world.administrator.must("readCustodians").json()["verifier"]
    assert (world.folder / "a.key.verifier").read_text().strip() == verifier
    alone = world.administrator.ask("confirmCustodians", json=proofs)
    assert (alone.status_code, code(alone)) == (403, "own-custodians")
    wrong = world.second_administrator.ask("confirmCustodians", json=proofs | {"b": proofs["a"]})
    assert (wrong.status_code, code(wrong)) == (422, "custodian-proof-wrong")
    confirmed = world.second_administrator.must("confirmCustodians", json=proofs).json()
    assert confirmed["confirmedBy"] != confirmed["proposedBy"]
    again = world.second_administrator.ask("confirmCustodians", json=proofs)
    assert (again.status_code, code(again)) == (409, "custodians-not-awaiting")


def test_in_the_files_of_the_stopped_server_no_key_stands_that_the_key_file_opens(kept):
    kept.server.stop()
    with sqlite3.connect(database(kept)) as store:
        assert store.execute("SELECT COUNT(*) FROM deposited_key").fetchone()[0] >= len(kept.wrapped)
    for file in database(kept).parent.glob("shiming.sqlite*"):
        raw = file.read_bytes()
        assert not [key for key in kept.wrapped if key in raw], file.name
    kept.server.start()
    kept.sign_in_again()


def test_two_people_and_two_custodians_open_it_for_an_hour(kept):
    assert code(kept.compliance.ask("revealAnswer", json=REVEAL)) == "sealed"
    opening = {"sealedOpening": kept.compliance.must("askForSealedOpening", json=ASKED | CASE).json()["id"]}
    early = kept.compliance.ask("askCustodian", opening, json={"custodian": "a"})
    assert (early.status_code, code(early)) == (409, "opening-not-awaiting")
    approved = kept.second_compliance.must("decideSealedOpening", opening, json={"verdict": "approve"}).json()
    assert approved["state"] == "awaiting-custodians"
    assert code(kept.compliance.ask("revealAnswer", json=REVEAL)) == "custodians-awaited"
    for side in "ab":
        asked = kept.compliance.must("askCustodian", opening, json={"custodian": side}).json()["file"]
        assert CASE["caseNumber"] not in asked and RESPONSIBLE["documentNumber"] not in asked
        (kept.folder / f"{side}.request").write_text(asked)
    words = ("answer", "--request", kept.folder / "a.request", "--yes")
    _, error = offline(*words, "--key", kept.folder / "b.key", "--out", kept.folder / "x", expect=2)
    assert "another custodian" in error
    _, error = offline(*words, "--key", kept.folder / "a.key", "--out", kept.folder / "x", passphrase=PASSPHRASE + "?", expect=2)
    assert "passphrase is wrong" in error
    offline("new", "--out", kept.folder / "c.key")
    _, error = offline(*words, "--key", kept.folder / "a.key", "--verifier", "installation-00", "--out", kept.folder / "x", expect=2)
    assert "cannot be read" in error
    strange = kept.folder / "strange.verifier"
    strange.write_text(VERIFIER)
    _, error = offline(*words, "--key", kept.folder / "a.key", "--verifier", strange, "--out", kept.folder / "x", expect=2)
    assert "did not sign" in error
    _, error = offline(*words, "--key", kept.folder / "c.key", "--out", kept.folder / "x", expect=2)
    assert "c.key.verifier cannot be read" in error
    for side in "ab":
        shown, _ = offline(
            "answer", "--request", kept.folder / f"{side}.request", "--yes", "--key", kept.folder / f"{side}.key",
            "--out", kept.folder / f"{side}.answer")
        assert CASE["caseNumber"] in shown and CASE["reason"] in shown and approved["code"] in shown
    answers = {side: {"answer": (kept.folder / f"{side}.answer").read_text()} for side in "ab"}
    assert kept.compliance.must("handInCustodianAnswer", opening, json=answers["a"]).json()["state"] == "awaiting-custodians"
    again = kept.compliance.ask("handInCustodianAnswer", opening, json=answers["a"])
    assert (again.status_code, code(again)) == (409, "answer-given-already")
    wrong = kept.compliance.ask("handInCustodianAnswer", opening, json={"answer": answers["a"]["answer"].replace('"a"', '"b"')})
    assert (wrong.status_code, code(wrong)) == (422, "answer-wrong")
    # Killed in between, it goes on where it was.
    at(kept, china(YEAR + 3, 1, 6))
    assert kept.compliance.must("handInCustodianAnswer", opening, json=answers["b"]).json()["state"] == "open"
    told = kept.compliance.must("revealAnswer", json=REVEAL).json()
    assert told["responsiblePerson"]["documentNumber"] == RESPONSIBLE["documentNumber"]
    assert kept.compliance.must("openEvidence", {"evidence": told["evidence"][0]}, json={"purpose": CASE["reason"]}).content
    assert code(kept.second_compliance.ask("revealAnswer", json=REVEAL)) == "sealed"
    at(kept, china(YEAR + 3, 1, 6, 11))
    assert code(kept.compliance.ask("revealAnswer", json=REVEAL)) == "sealed"
    poll(lambda: not exchanges(kept) or None, 150, lambda: "the opening's key stays", pause=1)


def exchanges(world):
    with sqlite3.connect(f"file:{database(world)}?mode=ro", uri=True) as store:
        return store.execute("SELECT COUNT(*) FROM opening_exchange WHERE sealed IS NOT NULL").fetchone()[0] \
            + store.execute("SELECT COUNT(*) FROM opening_answer").fetchone()[0]


def test_the_store_is_sound_and_a_backup_of_it_too(kept):
    kept.whole_trail()
    backup, returned = kept.folder / "backup", kept.folder / "returned"
    shiming("backup", "--data", kept.server.data, "--to", backup)
    manifest = json.loads((backup / "manifest.json").read_text())
    assert manifest["pieces"] > 0 and manifest["lackingPieces"] == []
    kept.server.stop()
    shiming("store", "check", "--data", kept.server.data)
    (returned / "keys").mkdir(parents=True)
    shutil.copy(kept.server.data / "keys" / "key-encryption-keys", returned / "keys")
    shiming("keys", "new", "--data", returned)
    shiming("restore", "--from", backup, "--data", returned)
    shiming("keys", "rotate", "--data", returned)
    shiming("store", "check", "--data", returned)


def shiming(*words):
    done = subprocess.run([BIN, *map(str, words)], capture_output=True, text=True, timeout=120, stdin=subprocess.DEVNULL)
    assert done.returncode == 0, done.stdout + done.stderr

"""`kill -9` at random moments of an intake and of a decision: what was acknowledged is there, nothing is double, nothing half done.

SHIMING_KILL_ROUNDS changes how many rounds, SHIMING_KILL_SEED their moments; the seed is printed.
"""

import collections
import os
import random
import sqlite3
import subprocess
import threading
import time
import uuid

import pytest
import requests
from shiming_server import BIN, PRODUCT, World, code, iccid, imsi, msisdn, poll, serving

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")

ROUNDS = int(os.environ.get("SHIMING_KILL_ROUNDS", "100"))
SEED = int(os.environ.get("SHIMING_KILL_SEED", "20261123"))
FILE = 20_000
LOT = FILE // 2


class Killing:
    """The world, its random moments, and what must hold after each of them."""

    def __init__(self, server, world):
        self.server, self.world = server, world
        self.chance = random.Random(SEED)
        self.base = 0
        self.lots = []
        self.rows_seen = {}
        self.kills = {"intake": 0, "decision": 0}
        # What was found after a kill: to see from the output that the moments were not all too early or too late.
        self.found = collections.Counter()

    def wait_and_kill(self, longest):
        """The moment lies between now and `longest` seconds."""
        moment = self.chance.uniform(0, longest)
        try:
            self.server.process.wait(moment)
            raise AssertionError("the server ended by itself: " + self.server.log.read_text()[-2000:])
        except subprocess.TimeoutExpired:
            self.server.kill()

    def restart(self):
        self.server.start()
        self.check_trail()

    def rows(self, query, *values):
        wire = sqlite3.connect(f"file:{self.server.data}/shiming.sqlite?mode=ro", uri=True, timeout=30)
        try:
            return wire.execute(query, values).fetchall()
        finally:
            wire.close()

    def check_trail(self):
        """Everything committed is numbered, from 0 without a gap, each entry once."""
        head = self.world.settled_trail()
        (count, least, most, entries, of), = self.rows(
            "SELECT COUNT(*), MIN(number), MAX(number), COUNT(DISTINCT entry), (SELECT COUNT(*) FROM trail_entry) FROM trail_sequence")
        assert (least, most + 1, entries) == (0, count, count)
        assert count >= head["size"] and of >= count

    def check_cards(self):
        # One statement, one snapshot: the job goes on while we count.
        (count, distinct, msisdns, imsis, listed), = self.rows(
            "SELECT COUNT(*), COUNT(DISTINCT iccid), COUNT(DISTINCT msisdn), COUNT(DISTINCT imsi),"
            " (SELECT COUNT(*) FROM iccid_directory) FROM subscription")
        assert count == distinct == msisdns == imsis == listed
        return count

    def asking(self, ask):
        """`ask()` in a thread of its own; what it answered, or nothing when the server died under it."""
        answers = []

        def run():
            try:
                answers.append(ask())
            except requests.RequestException:
                pass

        thread = threading.Thread(target=run)
        thread.start()
        return thread, answers

    # Intake.

    def new_file(self):
        self.base += FILE
        lots = [f"lot-{self.base}-a", f"lot-{self.base}-b"]
        content = "ICCID,接入号,IMSI,批次\n" + "".join(
            f"{iccid(n)},{msisdn(n)},{imsi(n)},{lots[n >= self.base + LOT]}\n" for n in range(self.base, self.base + FILE))
        return {"lots": lots, "content": content.encode(), "key": str(uuid.uuid4()), "intake": None}

    def send(self, file):
        headers = {"Authorization": "Bearer " + self.world.administrator.token, "Idempotency-Key": file["key"], "Content-Type": "text/csv"}
        return requests.post(
            f"{self.server.address}/v1/intakes", params={"kind": "stock", "batch": file["lots"][0], "product": PRODUCT},
            data=file["content"], headers=headers, timeout=60)

    def acknowledged(self, file, answer):
        """Remembers the intake; a lost answer is looked up in the list."""
        if answer.status_code == 409 and code(answer) == "idempotency-answer-lost":
            found = [i for i in self.world.administrator.pages("listIntakes") if i["batch"] == file["lots"][0]]
            assert len(found) == 1
            file["intake"] = found[0]
        else:
            assert answer.status_code == 202, answer.text
            file["intake"] = answer.json()
        file["sent_after"] = self.kills["intake"]

    def look(self, file):
        intake = self.world.administrator.must("readIntake", {"intake": file["intake"]["id"]}).json()
        assert intake["state"] in ("queued", "running", "done"), intake
        done = intake["counts"]["done"]
        assert done >= self.rows_seen.get(intake["id"], 0), "rows that were committed are gone"
        self.rows_seen[intake["id"]] = done
        return intake

    def intake_round(self, file):
        """One kill during this file, wherever it stands; True when the file is in."""
        self.kills["intake"] += 1
        if file["intake"] is None:
            thread, answers = self.asking(lambda: self.send(file))
            self.wait_and_kill(0.8)
            thread.join()
            self.restart()
            if answers:
                self.acknowledged(file, answers[0])
                self.look(file)
        else:
            self.wait_and_kill(0.6)
            self.restart()
        if file["intake"] is None:
            self.found["intake not acknowledged"] += 1
            return False
        # The intake goes on meanwhile: what was seen is counted afterwards.
        intake = self.look(file)
        count = self.check_cards()
        self.found["intake " + ("done" if intake["state"] == "done" else "under way" if intake["counts"]["done"] else "not begun")] += 1
        assert count >= sum(self.rows_seen.values())
        return intake["state"] == "done"

    def finish(self, file):
        """The job goes on by itself to its end."""
        if file["intake"] is None:
            self.acknowledged(file, self.send(file))
        poll(lambda: True if self.look(file)["state"] == "done" else None, 60, lambda: f"the intake does not resume: {self.look(file)}")
        counts = self.look(file)["counts"]
        assert (counts["taken"], counts["known"], counts["failed"], counts["repeated"]) == (FILE, 0, 0, 0), counts
        assert self.check_cards() == self.base
        for lot in file["lots"]:
            assert self.world.allocate(batch=lot)["moved"] == LOT
        self.lots += file["lots"]

    # Decision.

    def new_application(self):
        draft = self.world.submit(self.world.begin(cards={"batch": self.lots.pop()}))
        return draft | {"key": str(uuid.uuid4())}

    def decide(self, draft):
        headers = {"Authorization": "Bearer " + self.world.reviewer.token, "Idempotency-Key": draft["key"], "If-Match": draft["version"]}
        return requests.post(
            f"{self.server.address}/v1/applications/{draft['application']}/decision", json={"verdict": "approve"}, headers=headers, timeout=60)

    def kill_at_commit(self, draft):
        """As soon as the decision can be seen, which is mostly before it is answered."""
        of = uuid.UUID(draft["registration"]).bytes
        poll(lambda: self.rows("SELECT 1 FROM decision WHERE registration = ?", of) or None, 60, "no decision comes", pause=0.0005)
        self.server.kill()

    def decision_round(self, draft, longest=None):
        """One kill during the decision; True when it stands."""
        self.kills["decision"] += 1
        thread, answers = self.asking(lambda: self.decide(draft))
        if longest is None:
            self.kill_at_commit(draft)
        else:
            self.wait_and_kill(longest)
        thread.join()
        self.restart()
        stands = self.check_decision(draft)
        self.found[f"decision {'there' if stands else 'not there'}, {'answered' if answers else 'not answered'}"] += 1
        if answers:
            assert answers[0].status_code == 200 and stands, "acknowledged and gone"
        return stands

    def check_decision(self, draft):
        """Wholly there or not at all."""
        application = self.world.reviewer.must("readApplication", {"application": draft["application"]}).json()
        registration = self.world.reviewer.must("readRegistration", {"registration": draft["registration"]}).json()
        stands = application["state"] == "approved"
        assert application["state"] in ("submitted", "approved")
        held, = self.rows("SELECT COUNT(*), COUNT(DISTINCT subscription) FROM holding WHERE registration = ?",
                          uuid.UUID(draft["registration"]).bytes)
        decided, = self.rows("SELECT COUNT(*) FROM decision WHERE registration = ?", uuid.UUID(draft["registration"]).bytes)
        expected = (LOT, LOT, 1) if stands else (0, 0, 0)
        assert (*held, *decided) == expected
        assert registration["cards"] == expected[0]
        assert registration["state"] == ("registered" if stands else "pending")
        return stands

    def repeat(self, draft, stood):
        """The same request with the same key: done now, answered as before, or said to be done."""
        answer = self.decide(draft)
        if stood:
            assert answer.status_code == 200 or (answer.status_code, code(answer)) == (409, "idempotency-answer-lost"), answer.text
        else:
            assert answer.status_code == 200, answer.text
        if answer.status_code == 200:
            assert answer.json()["cardsRegistered"] == LOT
        assert self.check_decision(draft)


@pytest.fixture(scope="module")
def killing(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("kill"), settings=("intake-commit-rows=1000", "access-token-seconds=7200")) as server:
        world = World(server, ["clerk", "reviewer", "auditor"])
        yield Killing(server, world)


def test_rounds_of_kill_lose_nothing_and_double_nothing(killing):
    print(f"seed {SEED}, {ROUNDS} rounds")
    began = time.monotonic()
    intakes = ROUNDS * 6 // 10
    while killing.kills["intake"] < intakes or not killing.lots:
        file = killing.new_file()
        while killing.kills["intake"] < intakes and not killing.intake_round(file):
            pass
        killing.finish(file)

    longest = 0.6
    while sum(killing.kills.values()) < ROUNDS:
        if not killing.lots:
            killing.finish(killing.new_file())
        draft = killing.new_application()
        stood = False
        while sum(killing.kills.values()) < ROUNDS and not stood:
            stood = killing.decision_round(draft, longest)
        killing.repeat(draft, stood)

    # The moments between a commit and its answer are short, so some are sought.
    for _ in range(max(1, ROUNDS // 20)):
        if not killing.lots:
            killing.finish(killing.new_file())
        draft = killing.new_application()
        assert killing.decision_round(draft), "what could be seen is gone"
        killing.repeat(draft, True)
    print(f"{killing.kills} kills, {dict(killing.found)}, over {killing.check_cards()} cards in {time.monotonic() - began:.0f} s")

    head, bodies = killing.world.whole_trail()
    assert head["pending"] == 0 and len(bodies) == head["size"]
    answer = killing.world.answer(killing.base + 1)
    assert answer["iccid"] == iccid(killing.base + 1)


def test_the_store_is_sound_afterwards(killing):
    killing.server.stop()
    status, said = killing.server.check_store()
    assert status == 0, said

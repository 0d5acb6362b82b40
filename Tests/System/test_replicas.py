"""A standby answers what callers allow to be old, says how old it is, and is not missed when it is gone."""

import re
import signal
import time

import pytest
from postgres_cluster import Cluster, cluster
from shiming_server import BIN, Server, World, card_file, iccid, poll, serving

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")
RATES = ("rate-requests=1000000",)


def may_be(seconds):
    return {"Cache-Control": f"max-stale={seconds}"}


class Followed:
    """A server over a primary with a standby that may be held back."""

    def __init__(self, primary, standby, server, world):
        self.primary, self.standby, self.server, self.world = primary, standby, server, world

    def ask(self, number, headers=None, by=None, name="answerForCard", **body):
        return (by or self.world.reviewer).ask(name, json={"iccid": iccid(number)} | body, headers=headers)

    def old(self, number=0, seconds=3600):
        """An answer of the standby; waits until it gives one."""
        return poll(lambda: self.answered_there(number, seconds), 60, "the standby answers nothing")

    def answered_there(self, number, seconds):
        answer = self.ask(number, may_be(seconds))
        return answer if "Age" in answer.headers else None

    def figure(self, name):
        text = self.world.administrator.web.get(self.server.address + "/metrics", timeout=30).text
        found = re.search(rf"^{re.escape(name)} (\S+)$", text, re.M)
        return float(found.group(1)) if found else None

    def hold(self):
        self.standby.ask("SELECT pg_wal_replay_pause()")
        poll(lambda: self.standby.ask("SELECT pg_get_wal_replay_pause_state()") == [("paused",)] or None, 30, "it goes on")

    def let_go(self):
        self.standby.ask("SELECT pg_wal_replay_resume()")


@pytest.fixture
def followed(tmp_path):
    with cluster() as primary:
        standby = Cluster()
        try:
            standby.follow(primary, waits=False)
            address = primary.database()
            standby.name = primary.name
            nowhere = "/nowhere/at/all"
            replica = f"postgresql://shiming@/{primary.name}?host={nowhere},{standby.folder}"
            environment = {"SHIMING_STORE": address, "SHIMING_REPLICA": replica}
            with serving(tmp_path, settings=RATES, environment=environment) as server:
                world = World(server, ["clerk", "reviewer", "compliance", "auditor"])
                world.take_in(card_file(range(20)))
                world.allocate()
                world.register(cards={"numbers": [iccid(number) for number in range(10)]})
                yield Followed(primary, standby, server, world)
        finally:
            standby.end()


def without_times(answer):
    return {name: value for name, value in answer.json().items() if name not in ("at", "asKnown")}


def test_what_may_be_old_comes_from_the_standby_with_its_age(followed):
    there = followed.old(seconds=30)
    assert 1 <= int(there.headers["Age"]) <= 30
    now = followed.ask(0)
    assert "Age" not in now.headers and without_times(now) == without_times(there) and now.json()["standing"] == "registered"
    assert "Age" not in followed.ask(0, may_be(0)).headers
    for wrong in ("max-stale=soon", "max-stale=60, no-cache", "max-age=60", "min-fresh=60"):
        assert "Age" not in followed.ask(0, {"Cache-Control": wrong}).headers, wrong
    # Lists, too; and what is not found there says so with its age.
    assert aged(lambda: followed.world.reviewer.ask("listRegistrations", headers=may_be(60))).ok
    assert aged(lambda: followed.ask(19_999, may_be(60))).status_code == 404
    assert followed.figure("shiming_store_replica_lag_seconds") < 10
    assert followed.figure('shiming_store_reads_allowed_old{by="replica"}') >= 3


def aged(ask):
    """An answer of the standby. One look at it that took too long has the primary answer for a while."""
    return poll(lambda: (lambda answer: answer if "Age" in answer.headers else None)(ask()), 60, "the standby answers nothing")


def test_what_leaves_a_trail_or_writes_never_goes_there(followed):
    followed.old()
    followed.hold()
    before = followed.figure('shiming_store_reads_allowed_old{by="replica"}')
    revealed = followed.ask(0, may_be(3600), by=followed.world.compliance, name="revealAnswer", purpose="复核登记资料 2026-118")
    assert revealed.ok and "Age" not in revealed.headers
    listed = followed.world.auditor.ask("listTrail", headers=may_be(3600))
    assert listed.ok and "Age" not in listed.headers
    assert followed.figure('shiming_store_reads_allowed_old{by="replica"}') == before


def test_a_standby_that_is_behind_answers_only_whom_that_is_good_enough(followed):
    world = followed.world
    followed.old(10)
    followed.hold()
    began = time.monotonic()
    world.register(cards={"numbers": [iccid(10)]})
    poll(lambda: followed.figure("shiming_store_replica_lag_seconds") > 4 or None, 30, "no lag shows")
    # At least as old as the hold; and what was decided since is not there.
    asked = time.monotonic()
    there = followed.old(10, 60)
    assert int(there.headers["Age"]) >= asked - began - 2
    assert there.json()["standing"] == "unregistered"
    for headers in (may_be(3), None):
        now = followed.ask(10, headers)
        assert now.json()["standing"] == "registered" and "Age" not in now.headers
    followed.let_go()
    poll(lambda: (answer := followed.answered_there(10, 10)) and answer.json()["standing"] == "registered" or None, 90, "it does not catch up")


def test_a_dismissed_clerk_is_refused_at_once(followed):
    world = followed.world
    assert aged(lambda: world.clerk.ask("listRegistrations", headers=may_be(3600))).ok
    followed.hold()
    account = world.clerk.must("readSession").json()["account"]["id"]
    seen = world.administrator.must("readAccount", {"account": account})
    world.administrator.must("updateAccount", {"account": account}, json={"status": "dismissed"}, version=seen.headers["ETag"])
    refused = world.clerk.ask("listRegistrations", headers=may_be(3600))
    assert refused.status_code == 401, refused.text
    # The standby still knows him as he was.
    old = aged(lambda: world.administrator.must("readAccount", {"account": account}, headers=may_be(3600)))
    assert old.json()["status"] != "dismissed"


def test_a_standby_that_lost_its_primary_grows_old_and_says_so(followed):
    followed.old()
    followed.standby.ask("ALTER SYSTEM SET primary_conninfo = ''")
    followed.standby.ask("SELECT pg_reload_conf()")
    poll(lambda: not followed.primary.ask("SELECT 1 FROM pg_stat_replication") or None, 30, "it follows still")
    cut = time.monotonic()
    ages = []
    while time.monotonic() - cut < 4:
        ages.append((time.monotonic() - cut, int(followed.old().headers["Age"])))
    # Nobody writes; what it shows is the same, and yet it may not pass for fresh.
    assert all(age >= int(since) for since, age in ages), ages
    assert "Age" not in followed.ask(0, may_be(2)).headers
    assert followed.figure("shiming_store_replica_lag_seconds") >= 3


def test_a_standby_that_is_gone_is_not_missed(followed):
    followed.old()
    before = without_times(followed.ask(0))

    def answered_by_the_primary(within):
        began = time.monotonic()
        answer = followed.ask(0, may_be(3600))
        assert answer.ok and without_times(answer) == before and "Age" not in answer.headers
        assert time.monotonic() - began < within

    followed.standby.signal_all(signal.SIGSTOP)
    try:
        # Whoever is on his way there waits a little; soon nobody is sent there.
        poll(lambda: "Age" not in followed.ask(0, may_be(3600)).headers or None, 30, "it answers although it stands still")
        deadline = time.monotonic() + 120
        quick = 0
        while quick < 5 and time.monotonic() < deadline:
            began = time.monotonic()
            answered_by_the_primary(30)
            quick = quick + 1 if time.monotonic() - began < 2 else 0
        assert quick == 5, "every question waits for a standby that stands still"
    finally:
        followed.standby.signal_all(signal.SIGCONT)
    followed.old()
    followed.standby.program("pg_ctl", "--pgdata", followed.standby.data, "--mode", "immediate", "stop")
    for _ in range(5):
        answered_by_the_primary(10)
    followed.standby.start()
    followed.old()


@pytest.mark.parametrize("environment, message", [
    ({"SHIMING_REPLICA": "postgres://a@b/c"}, "go with --store"),
    ({"SHIMING_STORE": "postgres://a@b/c", "SHIMING_REPLICA": "mysql://a@b/c"}, "begin with postgres://"),
    ({"SHIMING_STORE": "postgres://nobody@/x?host=/nowhere", "SHIMING_REPLICA": "postgres://a:Geheim-7@b/c?nonsense=1"}, "malformed|cannot connect"),
])
def test_an_address_that_is_none_is_refused(tmp_path, environment, message):
    refused, said = Server(tmp_path, environment=environment).refuses_to_start()
    assert refused != 0 and re.search(message, said) and "Geheim" not in said, said

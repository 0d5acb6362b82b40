"""Two servers over one PostgreSQL whose sweeps come to the same due cards at the same moment: each card is acted on once, none is left."""

import contextlib
import datetime
import json
import os
import re
import subprocess
import time

import pytest
import requests
from postgres_cluster import cluster
from shiming_server import BIN, LeapingClock, Server, World, card_file, poll
from test_postgres import store, whole_trail

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")
CARDS = 200
BATCH = 10
DAYS = 130
NAMES = ("first", "second")
# The clock leaps while both run, and both believe it.
SETTINGS = (f"sweep-cards={BATCH}", "sweep-leap-seconds=1000000000")


class Gate:
    """Keeps everybody from the cards' lives from when it is granted until it is opened."""

    def __init__(self, database, name):
        self.database, self.name = database, name
        self.wire = subprocess.Popen(
            ["psql", "--no-psqlrc", "--quiet", "--host", str(database.folder), "--port", str(database.port), "--username", "shiming",
             "--dbname", database.name], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, text=True,
            env=os.environ | {"PGAPPNAME": name})
        self.say("BEGIN; LOCK TABLE card_life IN ACCESS EXCLUSIVE MODE;")

    def say(self, words):
        self.wire.stdin.write(words + "\n")
        self.wire.stdin.flush()

    def stands(self, granted):
        """Whether it is shut, or waits to be."""
        return self.database.ask(
            "SELECT 1 FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE l.relation = 'card_life'::regclass"
            f" AND a.application_name = '{self.name}' AND l.mode = 'AccessExclusiveLock' AND {'' if granted else 'NOT '}l.granted") != []

    def open(self):
        self.say("COMMIT;")
        self.end()

    def end(self):
        with contextlib.suppress(OSError):
            self.wire.stdin.close()
        try:
            self.wire.wait(30)
        except subprocess.TimeoutExpired:
            self.wire.kill()


def at_the_gate(database):
    """Servers that wait to look for what is due."""
    return {name for name, in database.ask(
        "SELECT DISTINCT application_name FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        " AND query LIKE '%card_life WHERE due_at%'")}


def counted(database, query):
    return int(database.ask("SELECT COUNT(*) FROM " + query)[0][0])


def ahead(server):
    text = requests.get(server.address + "/metrics", timeout=30).text
    return float(re.search(r"^shiming_clock_ahead_seconds (\S+)$", text, re.M).group(1))


def swept(database, since):
    """What the sweeps' entries since then say, in milliseconds of the servers' time."""
    return [json.loads(body) for body, in database.ask(
        f"SELECT body FROM trail_entry WHERE action = 'cards.life-swept' AND recorded_at > {since} ORDER BY recorded_at, id")]


def test_two_servers_sweep_two_hundred_due_cards_at_the_same_moment(tmp_path):
    clock = LeapingClock(tmp_path / "clock")
    with cluster() as database, contextlib.ExitStack() as ends:
        address = database.database()
        servers = []
        world = None
        for name in NAMES:
            server = Server(tmp_path, settings=SETTINGS, clock=clock, environment=store(f"{address}&application_name={name}"))
            server.folder = tmp_path / name
            ends.callback(server.kill)
            servers.append(server.start())
            # Whoever starts while nobody is enrolled makes a token of its own, which ends the one before.
            world = world or World(server, [])
        # Nobody is to be told first, so that what is due is done.
        world.administrator.must("setLifeSetting", json={"setting": {"noticeDays": 0}, "after": 0})
        world.take_in(card_file(range(CARDS)), kind="existing")
        poll(lambda: counted(database, "card_life WHERE state = 3") == CARDS, 30, "they are not in service")
        assert counted(database, "life_act WHERE command = 'cancel'") == 0

        # Both stand before the gate when the clock leaps, look once more by the old time, and come to the next gate by the new one.
        first = Gate(database, "gate-1")
        ends.callback(first.end)
        poll(lambda: first.stands(granted=True) and at_the_gate(database) == set(NAMES), 20, lambda: f"at the gate: {at_the_gate(database)}")
        leap = int(time.time() * 1_000) + 86_400_000
        clock.move_to(datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=DAYS))
        second = Gate(database, "gate-2")
        ends.callback(second.end)
        poll(lambda: second.stands(granted=False), 20, "the second gate is not asked for")
        first.open()
        poll(lambda: second.stands(granted=True) and at_the_gate(database) == set(NAMES), 20, lambda: f"at the gate: {at_the_gate(database)}")
        assert counted(database, f"trail_entry WHERE action = 'cards.life-swept' AND recorded_at > {leap}") == 0, "one was before the other"
        second.open()

        poll(lambda: counted(database, "card_life WHERE state = 4") == CARDS, 20, lambda: f"{counted(database, 'card_life WHERE state = 4')} are swept")
        now = int(clock.now() * 1_000)
        poll(lambda: counted(database, f"card_life WHERE due_at <= {now}") == 0, 20, "some are left")
        events = database.ask(
            "SELECT COUNT(*), COUNT(DISTINCT e.subscription) FROM life_event e JOIN life_act a ON a.id = e.act WHERE a.command = 'cancel'")
        assert events == [(str(CARDS), str(CARDS))], "a card was acted on twice, or not at all"
        whole_trail(database)
        entries = swept(database, leap)
        assert sum(entry["data"].get("cancel", 0) for entry in entries) == CARDS, [entry["data"] for entry in entries]
        assert sum(entry["data"]["cards"] for entry in entries) == CARDS, [entry["data"] for entry in entries]
        assert all(entry["data"]["cards"] <= BATCH for entry in entries) and len(entries) >= CARDS // BATCH
        assert all(ahead(server) > (DAYS - 1) * 86_400 for server in servers), "both live by the leapt clock"

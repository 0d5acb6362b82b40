"""Several servers over one PostgreSQL, and what bad luck does to it: nothing acknowledged is lost, nothing is double."""

import signal
import subprocess
import threading
import time
import uuid

import pytest
import requests
from busy_clients import Clients, Decider, Intake
from postgres_cluster import Cluster, cluster
from shiming_server import BIN, Server, World, card_file, code, iccid, poll, serving

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")
# Cards of the file that is on its way in when the primary is killed; it must not be in by then.
INTAKE = 60_000
RATES = ("rate-requests=1000000", "access-token-seconds=7200")


def store(address, **settings):
    """The environment that makes a server keep its things there."""
    return {"SHIMING_STORE": address} | {"SHIMING_STORE_" + name.upper(): str(value) for name, value in settings.items()}


@pytest.fixture(scope="module")
def postgres():
    with cluster() as made:
        yield made


def sound(server):
    done = subprocess.run([BIN, "store", "check", "--data", str(server.data)], capture_output=True, text=True, timeout=300,
                          env=server.environment | {"PATH": "/usr/bin:/bin"}, stdin=subprocess.DEVNULL)
    assert done.returncode == 0, done.stdout + done.stderr


def whole_trail(database):
    """Everything committed is numbered, from 0 without a gap, each entry once. Who looks at the trail adds to it."""
    def look():
        (count, least, most, entries, waiting, all_entries), = database.ask(
            "SELECT COUNT(*), MIN(number), MAX(number), COUNT(DISTINCT entry), (SELECT COUNT(*) FROM trail_pending),"
            " (SELECT COUNT(*) FROM trail_entry) FROM trail_sequence")
        if waiting != "0":
            return None
        assert least == "0" and int(most) + 1 == int(count) == int(entries) == int(all_entries), (count, least, most, entries, all_entries)
        return True
    poll(look, 30, "the trail is not numbered")


def test_two_servers_and_sixty_four_clients(postgres, tmp_path):
    """One holder a card, one registration a key, no gap in the trail."""
    environment = store(postgres.database())
    first = Server(tmp_path, settings=RATES, environment=environment)
    second = Server(tmp_path, settings=RATES, environment=environment)
    second.folder = tmp_path / "second"
    try:
        first.start()
        world = World(first, ["clerk", "reviewer", "second_reviewer", "auditor"])
        world.take_in(card_file(range(400)))
        world.allocate()
        second.start()

        # The same request with the same key at both servers at once: one registration.
        papers = world.content()
        keys = [str(uuid.uuid4()) for _ in range(16)]
        made = {key: set() for key in keys}

        def repeat(number):
            key, server = keys[number % 16], (first, second)[number // 16 % 2]
            headers = {"Authorization": "Bearer " + world.clerk.token, "Idempotency-Key": key}
            end = time.monotonic() + 60
            while time.monotonic() < end:
                answer = requests.post(server.address + "/v1/registrations", json={"channel": "agent", "content": papers}, headers=headers, timeout=60)
                if answer.ok:
                    return made[key].add(answer.json()["registration"])
                assert answer.status_code in (409, 503), answer.text
                time.sleep(0.02)

        together(repeat, 64)
        assert all(len(registrations) == 1 for registrations in made.values())
        assert int(postgres.ask("SELECT COUNT(*) FROM registration")[0][0]) == 16

        # Many hand in the same ten cards, at both: each card is answered for once.
        drafts = []
        for number in range(32):
            draft = world.begin(cards={"numbers": [iccid(n) for n in range(10)]}, evidence=papers["evidence"])
            drafts.append(world.submit(draft))
        decided = []

        def decide(number):
            draft = drafts[number % 32]
            caller = (world.reviewer, world.second_reviewer)[number // 32]
            headers = {"Authorization": "Bearer " + caller.token, "Idempotency-Key": str(uuid.uuid4()), "If-Match": draft["version"]}
            server = (first, second)[number % 2]
            answer = requests.post(f"{server.address}/v1/applications/{draft['application']}/decision", json={"verdict": "approve"},
                                   headers=headers, timeout=120)
            decided.append((answer.status_code, code(answer), answer.json().get("cardsRegistered", 0) if answer.ok else 0))

        together(decide, 64)
        assert all(status in (200, 403, 409, 412, 422, 503) for status, _, _ in decided), decided
        assert sum(cards for _, _, cards in decided) == 10, decided
        assert postgres.ask("SELECT COUNT(*), COUNT(DISTINCT subscription) FROM holding") == [("10", "10")]

        # And everybody his own.
        before = [int(postgres.ask(f"SELECT COUNT(*) FROM {table}")[0][0]) for table in ("registration", "submission")]
        clients = Clients(world, [first, second], 64, 400)
        for _ in range(10):
            next(clients.cards)
        clients.start()
        clients.wait(lambda: len(clients.acknowledged) >= 300 or None, 600, lambda: f"{len(clients.acknowledged)} {clients.refused}")
        clients.end()
        clients.demand_each_once(postgres, before)
        print(f"{len(clients.acknowledged)} handed in at two servers, refused on the way: {clients.refused}")
        head, bodies = world.whole_trail()
        assert head["pending"] == 0 and len(bodies) == head["size"]
        whole_trail(postgres)
        sound(first)
    finally:
        first.kill()
        second.kill()


def together(act, threads):
    failures = []

    def run(number):
        try:
            act(number)
        except BaseException as failure:
            failures.append(failure)

    running = [threading.Thread(target=run, args=(number,)) for number in range(threads)]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join(180)
    if failures:
        raise failures[0]


def test_the_primary_is_killed_and_its_standby_takes_over(tmp_path):
    with cluster() as primary:
        standby = Cluster()
        try:
            standby.follow(primary)
            address = primary.database(standby)
            standby.name = primary.name
            with serving(tmp_path, settings=RATES, environment=store(address)) as server:
                world = World(server, ["clerk", "reviewer", "auditor"])
                world.take_in(card_file(range(20_000)))
                world.allocate()
                clients = Clients(world, [server], 32, 20_000)
                decider = Decider(world, server, clients)
                clients.start()
                decider.start()
                clients.wait(lambda: len(clients.acknowledged) >= 1_000 or None, 600, lambda: f"{len(clients.acknowledged)} {clients.refused}")
                *over, intake = intakes_until_one_runs(world, server)
                primary.kill()
                killed = time.monotonic()
                assert intake.state["state"] == "running", "the intake was over before the kill"
                before, decided_before = len(clients.acknowledged), len(decider.decided)
                standby.promote()
                clients.wait(lambda: len(clients.acknowledged) >= before + 200 or None, 240,
                             lambda: f"no service after the failover: {clients.refused} {server.log.read_text()[-2000:]}")
                for busy in (clients, decider, intake):
                    busy.end()
                # Of what was begun after the kill, so that nothing counts that was done before it.
                first_after = min(moment for _, began, moment in clients.acknowledged.values() if began > killed) - killed
                print(f"{len(clients.acknowledged)} acknowledged, {before} before the kill; first again after {first_after:.1f} s; "
                      f"{len(decider.decided)} approved, {decided_before} before; refused on the way: {clients.refused}, "
                      f"{decider.asking.refused}, {intake.asking.refused}")
                assert first_after < 60, f"service was back after {first_after:.0f} s only"
                assert decided_before > 0 and len(decider.decided) > decided_before
                clients.demand_each_once(standby)
                decider.demand_each_once(standby)
                for one in (*over, intake):
                    one.demand_each_once(standby)
                world.settled_trail()
                whole_trail(standby)
                sound(server)
        finally:
            standby.end()


def intakes_until_one_runs(world, server):
    """The last is under way, however quick the machine is: a file that was over before anybody looked is followed by one four times as long."""
    intakes, first, cards = [], 100_000, INTAKE
    while True:
        intake = Intake(world, server, range(first, first + cards), f"B-during-{len(intakes)}")
        intakes.append(intake)
        intake.start().wait(lambda one=intake: one.state.get("counts", {}).get("taken", 0) > 0 or None, 120, lambda one=intake: str(one.state))
        if intake.state["state"] == "running":
            return intakes
        intake.end()
        first, cards = first + cards, cards * 4


def memory_and_threads(server):
    status = dict(line.split(":\t", 1) for line in open(f"/proc/{server.process.pid}/status") if ":\t" in line)
    return int(status["VmRSS"].split()[0]), int(status["Threads"])


def test_the_database_stops_for_half_a_minute(postgres, tmp_path):
    """The bounded queue is reached, each refusal comes within its bound, and what the server took for it is given back."""
    bounds = {"wait_seconds": 2, "queue_max": 12, "statement_seconds": 6, "connect_seconds": 2, "retry_seconds": 4}
    with serving(tmp_path, settings=RATES, environment=store(postgres.database(), **bounds)) as server:
        world = World(server, ["clerk", "auditor"])
        world.take_in(card_file(range(20_000)))
        world.allocate()
        clients = Clients(world, [server], 48, 20_000).start()
        clients.wait(lambda: len(clients.acknowledged) >= 50 or None, 120, lambda: f"{clients.refused}")
        memory, threads = memory_and_threads(server)
        postgres.signal_all(signal.SIGSTOP)
        stopped = time.monotonic()
        try:
            time.sleep(30)
            clients.demand_health()
            told = [took for moment, took in list(clients.asking.refusals) if moment > stopped]
            memory_after, threads_after = memory_and_threads(server)
        finally:
            postgres.signal_all(signal.SIGCONT)
            continued = time.monotonic()
        assert len(told) > 100, clients.refused
        assert threads_after <= threads + 8 and memory_after <= memory + 64_000, (memory, memory_after, threads, threads_after)
        # 48 callers for 16 connections and 12 places: some find no place and are told at once, some have waited for theirs in vain.
        at_once = sum(took < bounds["wait_seconds"] / 2 for took in told)
        # Who was at work already is told no sooner than a statement's time is over.
        waited = sum(bounds["wait_seconds"] <= took < bounds["statement_seconds"] for took in told)
        assert at_once > 100 and waited > 20, sorted(round(took, 1) for took in told)
        before = len(clients.acknowledged)
        clients.wait(lambda: len(clients.acknowledged) >= before + 100 or None, 240,
                     lambda: f"no recovery: {before} {len(clients.acknowledged)} {clients.refused} {server.log.read_text()[-3000:]}")
        recovered = min(moment for _, began, moment in clients.acknowledged.values() if began > continued) - continued
        clients.end()
        # An act waits for a connection, is at work on it until the silence is borne no longer, and is tried anew for a while.
        longest = max(took for _, took in clients.asking.refusals)
        bound = sum(bounds[name] for name in ("wait_seconds", "statement_seconds", "connect_seconds", "retry_seconds"))
        memory_later, threads_later = memory_and_threads(server)
        print(f"memory {memory}, {memory_after}, {memory_later} kB, threads {threads}, {threads_after}, {threads_later}, {at_once} told at once, "
              f"{waited} after their wait, the last after {longest:.1f} s, recovered in {recovered:.1f} s, refused {clients.refused}")
        assert longest < bound + 5, longest
        assert threads_later <= threads + 8 and memory_later <= memory + 64_000, (memory, memory_later, threads, threads_later)
        clients.demand_each_once(postgres)
        sound(server)


def test_the_application_login_can_change_nothing_registered(postgres, tmp_path):
    """Tables made by their owner; the server's login lacks the rights, and says nothing of triggers."""
    owner = postgres.database()
    postgres.ask("DROP ROLE IF EXISTS shiming_app", database="postgres")
    postgres.ask("CREATE ROLE shiming_app LOGIN", database="postgres")
    login = postgres.address(user="shiming_app")
    refused, said = Server(tmp_path / "early", environment=store(login)).refuses_to_start()
    assert refused != 0 and "permission denied" in said, said
    with serving(tmp_path, environment=store(login, owner=owner)) as server:
        world = World(server, ["clerk", "reviewer", "auditor"])
        world.take_in(card_file(range(100)))
        world.allocate()
        assert world.register()["decided"]["cardsRegistered"] == 100
        for statement in ("UPDATE holding SET ordinal = 7", "DELETE FROM trail_entry", "TRUNCATE decision", "UPDATE holding_p3 SET ordinal = 7",
                          "DROP TRIGGER holding_never_changed ON holding", "ALTER TABLE holding DISABLE TRIGGER ALL"):
            with pytest.raises(AssertionError, match="permission denied|must be owner"):
                postgres.ask(statement, user="shiming_app")
            if not statement.startswith(("DROP", "ALTER")):
                with pytest.raises(AssertionError, match="append-only|permission denied"):
                    postgres.ask(statement)
        assert "only triggers" not in server.log.read_text()
        world.settled_trail()
        sound(server)


@pytest.mark.parametrize("change, message", [
    ("INSERT INTO schema_step VALUES (99, 'later', 1, 1)", "newer"), ("UPDATE schema_step SET checksum = 1 WHERE number = 2", "another text"),
    ("DELETE FROM schema_step WHERE number = 3", "step 3 ("), ("DELETE FROM schema_step WHERE number >= 7", "step 7 ("),
])
def test_another_programs_database_is_refused(postgres, tmp_path, change, message):
    environment = store(postgres.database())
    with serving(tmp_path, environment=environment) as server:
        server.stop()
    postgres.ask(change)
    refused, said = Server(tmp_path, environment=environment).refuses_to_start()
    assert refused != 0 and message in said, said


@pytest.mark.parametrize("address, message", [
    ("mysql://a@b/c", "postgres://"), ("postgres://nobody@/x?host=/nowhere", "cannot connect"),
    ("postgres://a:Geheim-7@localhost:1/x?nonsense=1", "malformed"),
])
def test_what_is_no_database_is_refused_and_no_password_said(tmp_path, address, message):
    refused, said = Server(tmp_path, environment=store(address)).refuses_to_start()
    assert refused != 0 and message in said and "Geheim" not in said, said
    # Whoever cannot be reached now may be later.
    assert ("[store-unavailable]" in said) == (message == "cannot connect"), said

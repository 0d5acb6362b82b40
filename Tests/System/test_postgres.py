"""Several servers over one PostgreSQL, and what bad luck does to it: nothing acknowledged is lost, nothing is double."""

import signal
import subprocess
import threading
import time
import uuid

import pytest
import requests
from postgres_cluster import Cluster, cluster
from shiming_server import BIN, HANDLER, RESPONSIBLE, UNIT, Server, World, card_file, code, iccid, poll, serving

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")
RATES = ("rate-requests=1000000", "access-token-seconds=7200")


def store(address, **settings):
    """The environment that makes a server keep its things there."""
    return {"SHIMING_STORE": address} | {"SHIMING_STORE_" + name.upper(): str(value) for name, value in settings.items()}


@pytest.fixture(scope="module")
def postgres():
    with cluster() as made:
        yield made


def invented(number):
    """The papers of one more unit with people of its own, check digits and all."""
    def resident(serial):
        body = f"11010519491231{serial:03d}"
        total = sum(int(digit) * (2 ** (17 - place) % 11) for place, digit in enumerate(body))
        return body + "10X98765432"[total % 11]

    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    body = f"MA{number + 100:06d}"
    total = sum(weight * int(sign, 36) for weight, sign in zip((3, 7, 9, 10, 5, 8, 4, 2), body))
    code = "91110000" + body + "0123456789X0"[(11 - total % 11) % 12]
    code += alphabet[-sum(alphabet.index(sign) * 3 ** place for place, sign in enumerate(code)) % 31]
    return {
        "unit": UNIT | {"name": f"上海云杉第{number}物联科技有限公司", "documentNumber": code},
        "handler": HANDLER | {"documentNumber": resident(2 * number + 100), "contact": f"138{number:08d}"},
        "responsiblePerson": RESPONSIBLE | {"documentNumber": resident(2 * number + 101), "contact": f"139{number:08d}"},
    }


class Clients:
    """Threads that each register cards of their own, one a registration, until they are told to stop."""

    def __init__(self, world, servers, threads, cards):
        self.world, self.servers = world, servers
        papers = world.content()
        self.papers = [papers | invented(number) for number in range(threads)]
        self.lock = threading.Lock()
        self.cards = iter(range(cards))
        self.acknowledged = {}
        self.refused = {}
        self.isOver = threading.Event()
        self.threads = [threading.Thread(target=self.work, args=(number,)) for number in range(threads)]

    def start(self):
        for thread in self.threads:
            thread.start()
        return self

    def end(self):
        self.isOver.set()
        for thread in self.threads:
            thread.join(180)
        assert not any(thread.is_alive() for thread in self.threads), "a client hangs"

    def work(self, number):
        web = requests.Session()
        web.trust_env = False
        server = self.servers[number % len(self.servers)]
        while not self.isOver.is_set():
            with self.lock:
                card = next(self.cards, None)
            if card is None:
                return
            self.register(web, server, card, self.papers[number])

    def register(self, web, server, card, papers):
        made = self.insist(web, server, "POST", "/v1/registrations", {"channel": "agent", "content": papers})
        if made is None:
            return
        application = made.json()["application"]
        chosen = self.insist(
            web, server, "PUT", f"/v1/applications/{application}/cards", {"numbers": [iccid(card)]}, version=made.headers["ETag"])
        if chosen is None:
            return
        handed = self.insist(web, server, "POST", f"/v1/applications/{application}/submission", None, version=chosen.headers["ETag"])
        if handed is not None:
            with self.lock:
                self.acknowledged[card] = (application, time.monotonic())

    def insist(self, web, server, method, path, body, version=None):
        """The same request with the same key until it is answered; nothing once the time is over."""
        headers = {"Authorization": "Bearer " + self.world.clerk.token, "Idempotency-Key": str(uuid.uuid4())}
        if version:
            headers["If-Match"] = version
        end = time.monotonic() + 120
        while time.monotonic() < end:
            try:
                answer = web.request(method, server.address + path, json=body, headers=headers, timeout=60)
            except requests.RequestException as failure:
                raise AssertionError(f"our server went away: {failure}")
            if answer.ok:
                return answer
            with self.lock:
                self.refused[(answer.status_code, code(answer))] = self.refused.get((answer.status_code, code(answer)), 0) + 1
            if answer.status_code not in (503, 409):
                return None
            if answer.status_code == 503:
                assert int(answer.headers["Retry-After"]) >= 1
            if code(answer) == "idempotency-answer-lost":
                return None
            if self.isOver.is_set() and answer.status_code == 503:
                return None
            time.sleep(0.05)
        return None


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
        clients = Clients(world, [first, second], 64, 400)
        next(clients.cards)
        clients.start()
        poll(lambda: len(clients.acknowledged) >= 300 or None, 600, lambda: f"{len(clients.acknowledged)} {clients.refused}")
        clients.end()
        submitted = {application for application, _ in clients.acknowledged.values()}
        assert len(submitted) == len(clients.acknowledged)
        print(f"{len(submitted)} handed in at two servers, refused on the way: {clients.refused}")
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
                clients = Clients(world, [server], 32, 20_000).start()
                poll(lambda: len(clients.acknowledged) >= 1_000 or None, 600, lambda: f"{len(clients.acknowledged)} {clients.refused}")
                primary.kill()
                killed = time.monotonic()
                before = len(clients.acknowledged)
                standby.promote()
                poll(lambda: len(clients.acknowledged) >= before + 200 or None, 240,
                     lambda: f"no service after the failover: {clients.refused} {server.log.read_text()[-2000:]}")
                clients.end()
                first_after = min(moment for _, moment in clients.acknowledged.values() if moment > killed + 0.05)
                print(f"{len(clients.acknowledged)} acknowledged, {before} before the kill; first again after {first_after - killed:.1f} s; "
                      f"refused on the way: {clients.refused}")

                rows = standby.ask("SELECT encode(application, 'hex'), COUNT(*) FROM submission GROUP BY 1")
                submitted = {uuid.UUID(application): int(count) for application, count in rows}
                for application, _ in clients.acknowledged.values():
                    assert submitted.get(uuid.UUID(application)) == 1, "acknowledged, and gone or double"
                assert set(submitted.values()) == {1}
                world.settled_trail()
                whole_trail(standby)
                sound(server)
        finally:
            standby.end()


def memory_and_threads(server):
    status = dict(line.split(":\t", 1) for line in open(f"/proc/{server.process.pid}/status") if ":\t" in line)
    return int(status["VmRSS"].split()[0]), int(status["Threads"])


def test_the_database_stops_for_half_a_minute(postgres, tmp_path):
    environment = store(postgres.database(), wait_seconds=2)
    with serving(tmp_path, settings=RATES, environment=environment) as server:
        world = World(server, ["clerk", "auditor"])
        world.take_in(card_file(range(20_000)))
        world.allocate()
        clients = Clients(world, [server], 48, 20_000).start()
        poll(lambda: len(clients.acknowledged) >= 50 or None, 120, lambda: f"{clients.refused}")
        memory, threads = memory_and_threads(server)
        postgres.signal_all(signal.SIGSTOP)
        try:
            time.sleep(30)
            refused = dict(clients.refused)
            memory_after, threads_after = memory_and_threads(server)
        finally:
            postgres.signal_all(signal.SIGCONT)
        assert sum(count for (status, _), count in refused.items() if status == 503) > 100, refused
        assert threads_after <= threads + 8 and memory_after <= memory + 64_000, (memory, memory_after, threads, threads_after)
        before = len(clients.acknowledged)
        poll(lambda: len(clients.acknowledged) >= before + 100 or None, 240,
             lambda: f"no recovery: {before} {len(clients.acknowledged)} {clients.refused} {server.log.read_text()[-3000:]}")
        clients.end()
        print(f"memory {memory} to {memory_after} kB, threads {threads} to {threads_after}, refused {clients.refused}")
        for application, _ in clients.acknowledged.values():
            assert postgres.ask(f"SELECT COUNT(*) FROM submission WHERE application = '\\x{uuid.UUID(application).hex}'") == [("1",)]
            break
        counts = dict(postgres.ask("SELECT encode(application, 'hex'), COUNT(*) FROM submission GROUP BY 1"))
        assert all(counts.get(uuid.UUID(application).hex) == "1" for application, _ in clients.acknowledged.values())
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

"""Callers who are at work while bad luck happens: each repeats what was refused for the moment, and whatever else is answered is a failure.

Everything here is invented: people, units, numbers.
"""

import threading
import time
import uuid

import requests
from shiming_server import HANDLER, RESPONSIBLE, UNIT, card_file, code, iccid, operations, poll

# What may be answered besides success: nothing was done, or the same key is still at work.
PATIENCE = (503, 409)


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


class Persistent:
    """One caller's requests, each repeated with its key until it is answered. Several threads may share one."""

    def __init__(self, caller, seconds=120):
        self.caller, self.seconds = caller, seconds
        self.lock = threading.Lock()
        self.refused = {}
        # When each 503 was told, and after how long.
        self.refusals = []

    def insist(self, web, server, name, ids=None, version=None, **body):
        operation = operations()[name]
        path = operation.path
        for place, value in (ids or {}).items():
            path = path.replace("{" + place + "}", str(value))
        headers = {"Authorization": "Bearer " + self.caller.token} | body.pop("headers", {})
        if operation.creates:
            headers["Idempotency-Key"] = str(uuid.uuid4())
        if version:
            headers["If-Match"] = version
        end, wasRefused = time.monotonic() + self.seconds, False
        while time.monotonic() < end:
            began = time.monotonic()
            answer = web.request(operation.method, server.address + path, headers=headers, timeout=60, **body)
            if answer.ok:
                return answer
            told = (answer.status_code, code(answer))
            with self.lock:
                self.refused[told] = self.refused.get(told, 0) + 1
                if answer.status_code == 503:
                    self.refusals.append((time.monotonic(), time.monotonic() - began))
            if answer.status_code == 412 and wasRefused and not operation.creates:
                # Without a key a change whose end nobody could tell is seen by its version; the caller looks and changes again.
                headers["If-Match"] = self.insist(web, server, "readApplication", ids).headers["ETag"]
                continue
            assert answer.status_code in PATIENCE, f"{name}: {answer.status_code} {answer.text[:500]}"
            assert told[1] not in ("idempotency-answer-lost", "idempotency-key-reused"), told
            if answer.status_code == 503:
                assert int(answer.headers["Retry-After"]) >= 1
                wasRefused = True
            time.sleep(0.05)
        raise AssertionError(f"{name} was not answered within {self.seconds} s: {self.refused}")


class Busy:
    """Threads until they are told to end; what happens to one of them happens to the test."""

    def __init__(self):
        self.isOver = threading.Event()
        self.failures = []
        self.threads = []

    def add(self, work, *arguments):
        def run():
            try:
                web = requests.Session()
                web.trust_env = False
                work(web, *arguments)
            except BaseException as failure:
                self.failures.append(failure)

        self.threads.append(threading.Thread(target=run))

    def start(self):
        for thread in self.threads:
            thread.start()
        return self

    def run(self, work, count, seconds=300):
        """So many threads, each with its number, until all are through; where one fails, all end."""
        for number in range(count):
            self.add(work, number)
        self.start()
        try:
            self.wait(lambda: not any(thread.is_alive() for thread in self.threads), seconds, "a client hangs")
        finally:
            self.isOver.set()
        self.end()

    def demand_health(self):
        if self.failures:
            raise self.failures[0]

    def end(self):
        """Each finishes what it has begun."""
        self.isOver.set()
        for thread in self.threads:
            thread.join(180)
        self.demand_health()
        assert not any(thread.is_alive() for thread in self.threads), "a client hangs"

    def wait(self, look, seconds, otherwise):
        def healthy_look():
            self.demand_health()
            return look()
        return poll(healthy_look, seconds, otherwise)


class Clients(Busy):
    """Each registers cards of its own, one a registration, until they are told to stop."""

    def __init__(self, world, servers, threads, cards):
        super().__init__()
        self.world, self.servers = world, servers
        papers = world.content()
        self.papers = [papers | invented(number) for number in range(threads)]
        self.asking = Persistent(world.clerk)
        self.lock = threading.Lock()
        self.cards = iter(range(cards))
        # A card's application, with when its request was first sent and when its end was told.
        self.acknowledged = {}
        # Of each registration begun: one key was used for each.
        self.begun = []
        self.versions = {}
        for number in range(threads):
            self.add(self.work, number)

    @property
    def refused(self):
        return self.asking.refused

    def work(self, web, number):
        server = self.servers[number % len(self.servers)]
        while not self.isOver.is_set():
            with self.lock:
                card = next(self.cards, None)
            if card is None:
                return
            self.register(web, server, card, self.papers[number])

    def register(self, web, server, card, papers):
        began = time.monotonic()
        made = self.asking.insist(web, server, "createRegistration", json={"channel": "agent", "content": papers})
        draft = {"application": made.json()["application"]}
        with self.lock:
            self.begun.append(made.json()["registration"])
        chosen = self.asking.insist(web, server, "selectCards", draft, version=made.headers["ETag"], json={"numbers": [iccid(card)]})
        handed = self.asking.insist(web, server, "submitApplication", draft, version=chosen.headers["ETag"])
        with self.lock:
            self.versions[draft["application"]] = handed.headers["ETag"]
            self.acknowledged[card] = (draft["application"], began, time.monotonic())

    def demand_each_once(self, database, before=(0, 0)):
        """What was acknowledged is there once, and nothing was made that nobody was told of. Once all have ended; `before` counts the
        registrations and submissions that others had made."""
        assert len(set(self.begun)) == len(self.begun), "one registration for two keys"
        (registrations,), = database.ask("SELECT COUNT(*) FROM registration")
        assert int(registrations) == len(self.begun) + before[0], f"{registrations} registrations for {len(self.begun)} keys, and {before}"
        submitted = {str(uuid.UUID(application)): int(count) for application, count in database.ask(
            "SELECT encode(application, 'hex'), COUNT(*) FROM submission GROUP BY 1")}
        for application, _, _ in self.acknowledged.values():
            assert submitted.get(str(uuid.UUID(application))) == 1, "acknowledged, and gone or double"
        assert sum(submitted.values()) == len(submitted) == len(self.acknowledged) + before[1]
        # Only they hand in one card at a time: each of those cards stands in one submission alone.
        found = database.ask(
            "WITH ours AS (SELECT id, lo, hi FROM submission JOIN submission_interval ON submission = id WHERE cards = 1)"
            " SELECT COUNT(*), COUNT(DISTINCT lo), SUM(hi - lo + 1), (SELECT COUNT(*) FROM submission_interval o JOIN ours m"
            " ON o.submission <> m.id AND o.lo <= m.hi AND o.hi >= m.lo) FROM ours")
        assert found == [(str(len(self.acknowledged)),) * 3 + ("0",)], found


class Decider(Busy):
    """A reviewer who approves what the clients have handed in, for as long as they hand in."""

    def __init__(self, world, server, clients):
        super().__init__()
        self.server, self.clients = server, clients
        self.asking = Persistent(world.reviewer)
        self.decided = {}
        self.add(self.work)

    def work(self, web):
        while True:
            isOver = self.isOver.is_set()
            with self.clients.lock:
                waiting = [pair for pair in self.clients.versions.items() if pair[0] not in self.decided]
            for application, version in waiting:
                answer = self.asking.insist(
                    web, self.server, "decideApplication", {"application": application}, version=version, json={"verdict": "approve"})
                assert answer.json()["cardsRegistered"] == 1, answer.text
                self.decided[application] = time.monotonic()
                if isOver or self.isOver.is_set():
                    return
            if isOver:
                return
            time.sleep(0.01)

    def demand_each_once(self, database):
        """Each approval is there once, with one holder for its card and no holder more."""
        counts = {str(uuid.UUID(application)): int(count) for application, count in database.ask(
            "SELECT encode(s.application, 'hex'), COUNT(*) FROM decision d JOIN submission s ON s.id = d.submission GROUP BY 1")}
        assert counts == {str(uuid.UUID(application)): 1 for application in self.decided}
        assert database.ask("SELECT COUNT(*), COUNT(DISTINCT subscription) FROM holding") == [(str(len(self.decided)),) * 2]


class Intake(Busy):
    """One file of cards on its way in."""

    def __init__(self, world, server, numbers, batch):
        super().__init__()
        self.server, self.numbers, self.batch = server, numbers, batch
        self.asking = Persistent(world.administrator)
        self.state = {}
        self.add(self.work)

    def work(self, web):
        query = {"kind": "stock", "batch": self.batch, "product": "directed-30m", "province": 31}
        made = self.asking.insist(
            web, self.server, "createIntake", params=query, data=card_file(self.numbers), headers={"Content-Type": "text/csv"}).json()
        while self.state.get("state") not in ("done", "failed", "cancelled"):
            self.state = self.asking.insist(web, self.server, "readIntake", {"intake": made["id"]}).json()
            time.sleep(0.02)

    def demand_each_once(self, database):
        """Each card of the file came to one subscription, and no other card did."""
        assert self.state["state"] == "done" and self.state["counts"]["taken"] == len(self.numbers), self.state
        between = f"iccid BETWEEN '{iccid(self.numbers[0])}' AND '{iccid(self.numbers[-1])}'"
        for table in ("subscription", "iccid_directory"):
            assert database.ask(f"SELECT COUNT(*), COUNT(DISTINCT iccid) FROM {table} WHERE {between}") == [(str(len(self.numbers)),) * 2]

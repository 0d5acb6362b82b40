"""Who answers for this card, at growing numbers of cards stored: against other routes of ours, nginx's static answer and the FastAPI peer."""
import contextlib
import json
import pathlib
import random
import shutil
import subprocess
import time

import requests

import cards
import engines
import peer_server
import shiming_server
import sizes
import sweeping

HERE = pathlib.Path(__file__).resolve().parent
CONNECTIONS = 16
#: Cards a file of an intake has.
FILE_CARDS = 1_000_000
#: Registered cards of every stage, chosen by chance over all its cards, so that questions meet every part of the indexes.
REGISTERED = 20_000
#: Nobody is held back, nobody signs in again while ten million cards come in, and a stage's cards go to its agent as one range.
SETTINGS = ("rate-requests=1000000", "access-token-seconds=86400", "session-seconds-max=86400", "selection-cards-max=1000000000")


def ask(url: str, route: str, folder: pathlib.Path, seconds: int) -> dict:
    """wrk's figures for a route: one thread, its tokens and ICCIDs from the folder."""
    made = subprocess.run(
        ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", HERE / "wrk/ask.lua", url, "--", route, folder / "keys.txt",
         folder / "iccids.txt"], check=True, capture_output=True, text=True).stdout
    came = json.loads(made.rsplit("JSON ", 1)[1])
    if came["refused"] or came["broken"]:
        raise RuntimeError(f"{route} was refused: {came}")
    return came


def measured(figure: str, side: str, url: str, route: str, folder: pathlib.Path, seconds: int, server=None, engine=None):
    """One asking. Processor time is the server's and the database's."""
    ask(url, route, folder, 1)
    own, database = server.cpu_seconds() if server else 0, engine.busy() if engine else 0
    came = ask(url, route, folder, seconds)
    yield f"{figure}, requests/s", side, came["requests"] / came["seconds"]
    yield f"{figure}, median ms", side, came["p50_ms"]
    yield f"{figure}, 99th percentile ms", side, came["p99_ms"]
    if server:
        own, database = server.cpu_seconds() - own, engine.busy() - database
        yield f"{figure}, requests a second of processor time", side, came["requests"] / (own + database)
        if engine.cluster and route == "answers":
            yield f"{figure}, the database's part of processor time", side, database / (own + database)


class Stock:
    """A data folder that grows; each stage has its own agent and registrations."""

    def __init__(self, program, folder, given, engine: engines.Engine, with_others: bool):
        """`with_others`: hello and nginx are asked beside every stage."""
        self.program, self.folder, self.given, self.engine, self.with_others = program, folder, given, engine, with_others
        self.side, self.store = engine.side(engines.EMBEDDED), engine.store("asked")
        self.data = folder / engine.side("asked").replace(" ", "-")
        self.stored, self.registered, self.token = 0, [], None
        self.settings = SETTINGS

    def read(self):
        """Of its store, without the program."""
        return sizes.OfPostgres(self.engine.cluster, "asked") if self.engine.cluster else sizes.OfSQLite(self.data / "shiming.sqlite")

    @contextlib.contextmanager
    def server(self):
        with shiming_server.Server(self.program, self.data, self.store, self.settings) as server:
            if self.token is None:
                self.admin = server.first_administrator()
                shiming_server.prepare_product(self.admin)
                self.key = self.admin.machine("bench.machine", "auditor", ["answer:read"])
                self.token = self.admin.token
            self.admin.url = server.url
            yield server

    def grow(self, count: int):
        """Takes cards in until `count` are stored, and registers some by chance. Yields the figures of the intake."""
        first, rows, seconds = self.stored, count - self.stored, 0.0
        with self.server() as server:
            while self.stored < count:
                step = min(FILE_CARDS, count - self.stored)
                file = self.folder / "stage.csv"
                cards.write(file, step, start=self.stored)
                worked, job = shiming_server.take_in(self.admin, file, f"bench-{self.stored}")
                assert job["counts"]["taken"] == step, job
                self.stored, seconds = self.stored + step, seconds + worked
            yield f"intake up to {count:,} cards stored, rows/s", self.side, rows / seconds
            yield f"intake up to {count:,} cards stored, peak memory MiB", self.side, server.peak_memory_kib() / 1024
            chosen = random.Random(self.given.seed + count).sample(range(first, count), min(REGISTERED, rows))
            numbers = [cards.iccid(serial) for serial in sorted(chosen)]
            registration = shiming_server.Registration(self.admin, cards.iccid(first), cards.iccid(count - 1), count, {"numbers": numbers})
            self.seller, made = registration.seller, registration.decide()[1]
            assert made["cardsRegistered"] == len(numbers), made
            self.registered += numbers

    def asked(self):
        """Yields the figures of questions to a server that has just started, by turns with its other routes."""
        chosen = random.Random(self.given.seed).choices(self.registered, k=50_000)
        (self.folder / "iccids.txt").write_text("".join(iccid + "\n" for iccid in chosen))
        (self.folder / "keys.txt").write_text(self.key + "\n")
        figure = f"who answers, {self.stored:,} cards stored"
        routes = [("/v1/session", self.engine.side("constant route")), ("answers", self.side)]
        if self.with_others:
            routes.append(("/healthz", "hello"))
        with self.server() as server:
            yield f"start with {self.stored:,} cards stored, s", self.side, server.start_seconds
            for _ in range(self.given.rounds):
                for route, side in routes:
                    yield from measured(figure, side, server.url, route, self.folder, self.given.seconds, server, self.engine)
            yield f"{figure}, peak memory MiB", self.side, server.peak_memory_kib() / 1024
            if self.with_others:
                yield from nginx(figure, self.sample(server), self.folder, self.given)

    def sample(self, server) -> bytes:
        """An answer."""
        return requests.post(
            server.url + "/v1/answers", json={"iccid": self.registered[0]}, headers={"Authorization": "Bearer " + self.key}, timeout=60).content


def nginx(figure: str, body: bytes, folder: pathlib.Path, given):
    """A file of the same bytes, from nginx with one worker; nothing where it is not installed (Debian: nginx)."""
    program = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
    if not program:
        print("nginx is not installed: its row is left out (apt-get install nginx)")
        return
    root = folder / "nginx"
    root.mkdir(exist_ok=True)
    (root / "answer.json").write_bytes(body)
    port = peer_server.free_port()
    (root / "nginx.conf").write_text(
        f"worker_processes 1; daemon off; pid {root}/pid; error_log {root}/error.log; {'user root;' if root.owner() == 'root' else ''}\n"
        f"events {{ worker_connections 256; }}\n"
        f"http {{ access_log off; keepalive_requests 1000000000; client_body_temp_path {root}/b; proxy_temp_path {root}/p; "
        f"fastcgi_temp_path {root}/f; uwsgi_temp_path {root}/u; scgi_temp_path {root}/s;\n"
        f"server {{ listen 127.0.0.1:{port}; root {root}; }} }}\n")
    process = subprocess.Popen([program, "-p", root, "-c", root / "nginx.conf"], stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            with contextlib.suppress(requests.ConnectionError):
                if requests.get(f"http://127.0.0.1:{port}/answer.json", timeout=5).ok:
                    break
            time.sleep(0.05)
        for _ in range(given.rounds):
            yield from measured(figure, "nginx", f"http://127.0.0.1:{port}", "/answer.json", folder, given.seconds)
    finally:
        process.terminate()
        process.wait(30)


def fastapi(folder: pathlib.Path, given, engine: engines.Engine, count: int):
    """The FastAPI peer with so many cards, every one registered."""
    side, file, figure = engine.side("FastAPI"), folder / "peer-cards.csv", f"who answers, {count:,} cards stored"
    cards.write(file, count)
    with peer_server.Peer(engine.peer_address("asked_peer", folder), file) as peer:
        (folder / "keys.txt").write_text(peer_server.TOKEN + "\n")
        chosen = random.Random(given.seed).choices(range(count), k=50_000)
        (folder / "iccids.txt").write_text("".join(cards.iccid(serial) + "\n" for serial in chosen))
        for _ in range(given.rounds):
            yield from measured(figure, side, peer.url, "answers", folder, given.seconds, peer, engine)
        yield f"{figure}, peak memory MiB", side, peer.peak_memory_kib() / 1024


def compared(program, folder: pathlib.Path, given):
    """Ten million cards take long: the stock grows once, and every stage is asked as often as there are rounds."""
    with engines.wanted(folder, given) as wanted:
        for engine in wanted:
            stock = Stock(program, folder, given, engine, engine is wanted[0])
            stages = given.stored_postgres if engine.cluster else given.stored
            for count in stages:
                yield from stock.grow(count)
                yield from stock.asked()
                yield from sweeping.swept(stock, given.rounds)
            for count in stages:
                if count in given.stored_peer:
                    yield from fastapi(folder, given, engine, count)

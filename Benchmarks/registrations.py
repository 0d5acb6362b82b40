"""Durable single registrations: one unit, one card; begun, its card chosen, handed in, each step acknowledged before the next is asked for.

A registration here is three requests and, on Shiming's side, seven durable transactions: the claim of an idempotency key, the act and the
kept answer for beginning and for handing in, and one act for the choice. Customers, evidence and tokens are made beforehand.
"""
import contextlib
import json
import pathlib
import shutil
import subprocess

import cards
import customers
import peer_server
import postgres
import shiming_server

CLIENTS = (1, 8, 32)
SLOW_MICROSECONDS = 4_000
# More than any client reaches in a second: what is not used costs nothing but its line.
MOST_A_SECOND = 4_000
PEER_MOST_A_SECOND = 600
UNLIMITED = ("rate-requests=1000000",)
HERE = pathlib.Path(__file__).resolve().parent


def build_slow_sync(folder: pathlib.Path) -> dict[str, str]:
    """What makes a program's syncs slow, as its environment."""
    library = folder / "slow_sync.so"
    subprocess.run(
        ["cc", "-O2", "-Wall", "-Wextra", "-shared", "-fPIC", "-o", library, HERE / "c/slow_sync.c", "-ldl"], check=True)
    return {"LD_PRELOAD": str(library), "SLOW_SYNC_MICROSECONDS": str(SLOW_MICROSECONDS)}


class Load:
    """What is needed to register at a server: its address, a clerk's token, evidence, and cards not yet used."""

    def __init__(self, url: str, token: str, evidence: dict, folder: pathlib.Path, seed: int, most_a_second: int = MOST_A_SECOND):
        self.url, self.token, self.folder, self.seed, self.most_a_second = url, token, folder, seed, most_a_second
        self.evidence = json.dumps(evidence, separators=(",", ":"))
        self.next_card = 0

    def run(self, clients: int, seconds: int) -> dict:
        prefix = self.folder / "customers"
        each = self.each(clients, seconds)
        customers.write(prefix, clients, each, self.next_card, self.seed)
        self.next_card += clients * each
        made = subprocess.run(
            ["wrk", f"-t{clients}", f"-c{clients}", f"-d{seconds}s", "--timeout", "60s", "-s", HERE / "wrk/register.lua", self.url, "--", self.token,
             self.evidence, prefix], check=True, capture_output=True, text=True)
        came = json.loads(made.stdout.rsplit("JSON ", 1)[1])
        if came["refused"] or came["broken"] or not came["registered"]:
            raise RuntimeError(f"registrations were refused: {came} {made.stderr[:2000]}")
        return came

    def each(self, clients: int, seconds: int) -> int:
        """Customers a client needs at most."""
        return seconds * self.most_a_second // max(clients, 4)

    def cards_needed(self, seconds: int) -> int:
        return sum(clients * self.each(clients, seconds) for clients in CLIENTS)


@contextlib.contextmanager
def shiming(program, folder: pathlib.Path, given, *, store=None, settings=(), environment=None):
    """A server with cards enough in one agent's hands. Yields the load on it and the server."""
    data = folder / "registering"
    shutil.rmtree(data, ignore_errors=True)
    with shiming_server.Server(program, data, store, UNLIMITED + tuple(settings), environment) as server:
        admin = server.first_administrator()
        shiming_server.prepare_product(admin)
        load = Load(server.url, "", {}, folder, given.seed)
        count = load.cards_needed(given.seconds)
        file = folder / "registering.csv"
        cards.write(file, count)
        shiming_server.take_in(admin, file, "bench")
        seller = shiming_server.Seller(admin, cards.iccid(0), cards.iccid(count - 1), 1)
        yield Load(server.url, seller.clerk.token, seller.evidence(), folder, given.seed), server


def measured(load: Load, server, given, side: str, condition: str = "", clients=CLIENTS):
    for number in clients:
        busy = server.cpu_seconds()
        came = load.run(number, given.seconds)
        busy = server.cpu_seconds() - busy
        yield f"registrations, {number} clients{condition}, a second", side, came["registered"] / came["seconds"]
        if number == max(clients):
            yield f"registrations, {number} clients{condition}, 99th percentile of a request, ms", side, came["p99_ms"]
            yield f"registrations, {number} clients{condition}, ms of processor time each", side, busy / came["registered"] * 1000


def compared(program, folder: pathlib.Path, given):
    """By turns: Shiming, the same with a commit for every act, the FastAPI peer; then the first two with slow syncs."""
    most = (max(CLIENTS),)
    if given.engine != "postgres":
        slow = build_slow_sync(folder)
        condition = f", sync {SLOW_MICROSECONDS // 1000} ms slower"
        for settings, environment, said, side, clients in (
                ((), None, "", "shiming", CLIENTS), (("shared-commit-max=1",), None, "", "a commit each", CLIENTS),
                ((), slow, condition, "shiming", CLIENTS), (("shared-commit-max=1",), slow, condition, "a commit each", most)):
            with shiming(program, folder, given, settings=settings, environment=environment) as (load, server):
                yield from measured(load, server, given, side, said, clients)
        yield from fastapi(folder, given, f"sqlite:///{folder}/registering-peer.sqlite", "FastAPI")
    if given.engine != "sqlite":
        shutil.rmtree(folder / "postgres", ignore_errors=True)
        with postgres.Cluster(folder) as cluster:
            with shiming(program, folder, given, store=cluster.create("shiming")) as (load, server):
                yield from measured(load, server, given, "shiming on PostgreSQL")
            address = cluster.create("peer").replace("postgres://", "postgresql+psycopg://")
            yield from fastapi(folder, given, address, "FastAPI on PostgreSQL")


def fastapi(folder: pathlib.Path, given, address: str, side: str):
    for name in ("registering-peer.sqlite", "registering-peer.sqlite-wal", "registering-peer.sqlite-shm"):
        (folder / name).unlink(missing_ok=True)
    file = folder / "peer-cards.csv"
    load = Load("", peer_server.TOKEN, {}, folder, given.seed, most_a_second=PEER_MOST_A_SECOND)
    cards.write(file, load.cards_needed(given.seconds))
    with peer_server.Peer(address, file) as peer:
        load = Load(peer.url, peer_server.TOKEN, peer.evidence, folder, given.seed, most_a_second=PEER_MOST_A_SECOND)
        yield from measured(load, peer, given, side)

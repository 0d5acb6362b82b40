"""Durable single registrations: one unit, one card, handed in.

At once it is one request and one durable transaction, in steps it is three of each: begun, its card chosen, handed in, each acknowledged
before the next is asked for. Customers, evidence and tokens are made beforehand.
"""
import contextlib
import json
import pathlib
import shutil
import subprocess

import cards
import customers
import engines
import peer_server
import shiming_server

CLIENTS = (1, 8, 32)
AT_ONCE, STEPS = "at-once", "steps"
SLOW_MICROSECONDS = 4_000
# More than any number of clients registers in a second, and than one client does: what is not used costs nothing but its line.
MOST_A_SECOND = 4_000
MOST_A_CLIENT = 1_000
UNLIMITED = ("rate-requests=1000000",)
HERE = pathlib.Path(__file__).resolve().parent


def build_slow_sync(folder: pathlib.Path) -> dict[str, str]:
    """What makes a program's syncs slow, as its environment."""
    library = folder / "slow_sync.so"
    subprocess.run(
        ["cc", "-O2", "-Wall", "-Wextra", "-shared", "-fPIC", "-o", library, HERE / "c/slow_sync.c", "-ldl"], check=True)
    return {"LD_PRELOAD": str(library), "SLOW_SYNC_MICROSECONDS": str(SLOW_MICROSECONDS)}


class Load:
    """What is needed to register at a server: its address, a clerk's token, evidence. Every number of clients has cards and customers of its
    own, the same at every server."""

    def __init__(self, url: str, token: str, evidence: dict, folder: pathlib.Path, given):
        self.url, self.token, self.folder, self.given = url, token, folder, given
        self.evidence = json.dumps(evidence, separators=(",", ":"))

    def run(self, clients: int, way: str = AT_ONCE) -> dict:
        prefix, each = self.folder / f"customers-{way}-{clients}", customers_each(clients, self.given.seconds)
        if not pathlib.Path(f"{prefix}-0").exists():
            customers.write(prefix, clients, each, first_card(clients, self.given.seconds, way), self.given.seed)
        made = subprocess.run(
            ["wrk", f"-t{clients}", f"-c{clients}", f"-d{self.given.seconds}s", "--timeout", "60s", "-s", HERE / "wrk/register.lua", self.url, "--",
             self.token, self.evidence, prefix, way], check=True, capture_output=True, text=True)
        came = json.loads(made.stdout.rsplit("JSON ", 1)[1])
        if came["refused"] or came["broken"] or not came["registered"]:
            raise RuntimeError(f"registrations were refused: {came} {made.stderr[:2000]}")
        return came


def customers_each(clients: int, seconds: int) -> int:
    """Customers a client needs at most."""
    return seconds * min(MOST_A_SECOND // clients, MOST_A_CLIENT)


def first_card(clients: int, seconds: int, way: str = AT_ONCE) -> int:
    """Where the cards of so many clients begin; those of the steps come last."""
    return sum(fewer * customers_each(fewer, seconds) for fewer in CLIENTS if fewer < clients or way == STEPS)


def stock(folder: pathlib.Path, given) -> tuple[pathlib.Path, int]:
    """The file of all cards, and how many."""
    most = max(CLIENTS)
    file, count = folder / "registering.csv", first_card(most, given.seconds, STEPS) + most * customers_each(most, given.seconds)
    if not file.exists():
        cards.write(file, count)
    return file, count


@contextlib.contextmanager
def shiming(program, folder: pathlib.Path, given, engine: engines.Engine, settings=(), environment=None):
    """A server with cards enough in one agent's hands. Yields the load on it and the server."""
    data = folder / "registering"
    shutil.rmtree(data, ignore_errors=True)
    with shiming_server.Server(program, data, engine.store("registering"), UNLIMITED + tuple(settings), environment) as server:
        admin = server.first_administrator()
        shiming_server.prepare_product(admin)
        file, count = stock(folder, given)
        shiming_server.take_in(admin, file, "bench")
        seller = shiming_server.Seller(admin, cards.iccid(0), cards.iccid(count - 1), 1)
        yield Load(server.url, seller.clerk.token, seller.evidence(), folder, given), server


def measured(load: Load, server, engine: engines.Engine, side: str, condition: str = ""):
    for number in CLIENTS:
        figure = f"registrations, {number} clients{condition}"
        own, database = server.cpu_seconds(), engine.busy()
        came = load.run(number)
        own, database = server.cpu_seconds() - own, engine.busy() - database
        yield f"{figure}, a second", side, came["registered"] / came["seconds"]
        yield f"{figure}, median of a request, ms", side, came["p50_ms"]
        yield f"{figure}, 99th percentile of a request, ms", side, came["p99_ms"]
        if number == max(CLIENTS):
            yield f"{figure}, ms of processor time each", side, (own + database) / came["registered"] * 1000
            if engine.cluster:
                yield f"{figure}, of them the database's", side, database / came["registered"] * 1000
            yield f"{figure}, peak memory MiB", side, server.peak_memory_kib() / 1024


def in_steps(load: Load, side: str):
    came = load.run(max(CLIENTS), STEPS)
    yield f"registrations in three steps, {max(CLIENTS)} clients, a second", side, came["registered"] / came["seconds"]


def compared(program, folder: pathlib.Path, given):
    """By turns: Shiming, with slow syncs too, the FastAPI peer; on the embedded store also with a commit for every act."""
    slow, slowly = build_slow_sync(folder), f", sync {SLOW_MICROSECONDS // 1000} ms slower"
    alone = ("shared-commit-max=1",)
    with engines.wanted(folder, given) as wanted:
        for engine in wanted:
            conditions = [
                ((), None, "", engines.EMBEDDED), (alone, None, "", "a commit each"), ((), slow, slowly, engines.EMBEDDED),
                (alone, slow, slowly, "a commit each")]
            if engine.cluster:
                # There every act has a commit of its own.
                conditions = [each for each in conditions if each[0] != alone]
            for settings, environment, said, side in conditions:
                with (engine.syncing(environment) as of_server,
                      shiming(program, folder, given, engine, settings, of_server) as (load, server)):
                    yield from measured(load, server, engine, engine.side(side), said)
                    if not settings and not environment:
                        yield from in_steps(load, engine.side(side))
            with peer_server.Peer(engine.peer_address("registering_peer", folder), stock(folder, given)[0]) as peer:
                load = Load(peer.url, peer_server.TOKEN, peer.evidence, folder, given)
                yield from measured(load, peer, engine, engine.side("FastAPI"))
                yield from in_steps(load, engine.side("FastAPI"))

"""Durable single registrations: one unit, one card; begun, its card chosen, handed in, each step acknowledged before the next is asked for.

A registration here is three requests and, on Shiming's side, seven durable transactions: the claim of an idempotency key, the act and the
kept answer for beginning and for handing in, and one act for the choice. Customers, evidence and tokens are made beforehand.
"""
import contextlib
import json
import pathlib
import subprocess

import cards
import customers
import shiming_server

CLIENTS = (1, 8, 32)
SLOW_MICROSECONDS = 4_000
# More than any client reaches in a second: what is not used costs nothing but its line.
MOST_A_SECOND = 4_000
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

    def __init__(self, url: str, token: str, evidence: dict, folder: pathlib.Path, seed: int):
        self.url, self.token, self.folder, self.seed = url, token, folder, seed
        self.evidence = json.dumps(evidence, separators=(",", ":"))
        self.next_card = 0

    def run(self, clients: int, seconds: int) -> dict:
        prefix = self.folder / "customers"
        each = seconds * MOST_A_SECOND // max(clients, 4)
        customers.write(prefix, clients, each, self.next_card, self.seed)
        self.next_card += clients * each
        made = subprocess.run(
            ["wrk", f"-t{clients}", f"-c{clients}", f"-d{seconds}s", "-s", HERE / "wrk/register.lua", self.url, "--", self.token,
             self.evidence, prefix], check=True, capture_output=True, text=True)
        came = json.loads(made.stdout.rsplit("JSON ", 1)[1])
        if came["refused"] or came["broken"] or not came["registered"]:
            raise RuntimeError(f"registrations were refused: {came} {made.stderr[:2000]}")
        return came

    def cards_needed(self, seconds: int) -> int:
        return sum(clients * (seconds * MOST_A_SECOND // max(clients, 4)) for clients in CLIENTS)


@contextlib.contextmanager
def shiming(program, folder: pathlib.Path, given, *, store=None, settings=(), environment=None):
    """A server with cards enough in one agent's hands. Yields the load on it and the server."""
    data = folder / "registering"
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

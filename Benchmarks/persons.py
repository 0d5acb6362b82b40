"""Durable registrations by persons themselves: four requests each, at the entrance of a card of their own.

A person comes in by the card's link, consents, says who he is and hands in; what he says is put to a reviewer. Pictures are not in it, as they
are not in the other registrations: what they cost is decoding (docs/scale.md). Cards, links and persons are made beforehand.
"""
import contextlib
import itertools
import json
import pathlib
import random
import shutil
import subprocess

import cards
import customers
import engines
import shiming_server

HERE = pathlib.Path(__file__).resolve().parent
CLIENTS = (1, 8, 32)
#: More than any number of clients registers in a second, and than one client does.
MOST_A_SECOND, MOST_A_CLIENT = 1_500, 400
SETTINGS = ("rate-requests=1000000", "rate-open-requests=1000000", "rate-hand-ins=1000000")
#: Cards to which links are given out at once.
ENTRANCES = 10_000
WEARABLE = {
    "name": "Bench watch", "carrier": "mobile", "cardClass": "wearable", "traffic": "general", "monthlyMegabytes": 1_024, "voice": False,
    "sms": False, "binding": "none"}
POLICY = {
    "rules": [{"methods": ["document-data"], "reasonEn": "For the benchmark.", "reasonZh": "性能测试。"}], "approval": "reviewer",
    "cardsPerPerson": {"wearable": 10}, "attemptsMax": 100}


def each(clients: int, seconds: int) -> int:
    """Persons a client needs at most."""
    return seconds * min(MOST_A_SECOND // clients, MOST_A_CLIENT)


def grown_ups(seed: int):
    """Name, number and contact of people to whom a document of 2016 was given for twenty years, each once."""
    chance, known = random.Random(f"{seed} persons"), set()
    while True:
        person = customers.person(chance)
        if "1975" <= person[1][6:10] <= "1988" and person[1] not in known:
            known.add(person[1])
            yield person


@contextlib.contextmanager
def shiming(program, folder: pathlib.Path, given, engine: engines.Engine, settings=()):
    """A server with cards enough in one agent's hands. Yields it, the version of the notices, and people with a link each."""
    data, file = folder / "persons", folder / "persons.csv"
    count = sum(clients * each(clients, given.seconds) for clients in CLIENTS) + 1
    cards.write(file, count)
    shutil.rmtree(data, ignore_errors=True)
    with shiming_server.Server(program, data, engine.store("persons"), SETTINGS + tuple(settings)) as server:
        admin = server.first_administrator()
        admin.post("/v1/products", {"code": shiming_server.PRODUCT, "terms": WEARABLE})
        company = admin.get("/v1/session").json()["organisation"]["id"]
        admin.post(f"/v1/organisations/{company}/verification-policies", {"policy": POLICY, "after": 0})
        shiming_server.take_in(admin, file, "bench")
        clerk = shiming_server.Seller(admin, cards.iccid(0), cards.iccid(count - 1), 1).clerk
        links = []
        for begin in range(0, count, ENTRANCES):
            chosen = {"range": {"from": cards.iccid(begin), "to": cards.iccid(min(begin + ENTRANCES, count) - 1)}}
            made = clerk.post("/v1/entrances", {"kind": "link", "cards": chosen, "days": 30, "deviceType": "手表"}).json()
            links += [entrance["code"] for entrance in made["items"]]
        visitor = shiming_server.Caller(server.url)
        visitor.token = visitor.post("/v1/personal/seats", {"link": links.pop()}).json()["token"]
        notice = visitor.get("/v1/personal/case").json()["notices"][0]["version"]
        yield server, notice, (("\t".join([link, *person])) for link, person in zip(links, grown_ups(given.seed)))


def run(server, notice: str, people, clients: int, folder: pathlib.Path, given) -> dict:
    """Uses up as many of the people as the clients may need: a file a client, a line a person."""
    prefix = folder / f"persons-{clients}"
    for client in range(clients):
        lines = "".join(line + "\n" for line in itertools.islice(people, each(clients, given.seconds)))
        pathlib.Path(f"{prefix}-{client}").write_text(lines, encoding="utf-8")
    made = subprocess.run(
        ["wrk", f"-t{clients}", f"-c{clients}", f"-d{given.seconds}s", "--timeout", "60s", "-s", HERE / "wrk/persons.lua", server.url, "--", notice,
         prefix], check=True, capture_output=True, text=True)
    came = json.loads(made.stdout.rsplit("JSON ", 1)[1])
    if came["refused"] or came["broken"] or not came["registered"]:
        raise RuntimeError(f"persons were refused: {came} {made.stderr[:2000]}")
    return came


def compared(program, folder: pathlib.Path, given):
    """Shiming, on the embedded store also with a commit for every act."""
    with engines.wanted(folder, given) as wanted:
        for engine in wanted:
            sides = [((), engines.EMBEDDED)] + ([] if engine.cluster else [(("shared-commit-max=1",), "a commit each")])
            for settings, side in sides:
                with shiming(program, folder, given, engine, settings) as (server, notice, people):
                    for clients in CLIENTS:
                        own, database = server.cpu_seconds(), engine.busy()
                        came = run(server, notice, people, clients, folder, given)
                        own, database = server.cpu_seconds() - own, engine.busy() - database
                        figure = f"registrations by persons themselves, {clients} clients"
                        yield f"{figure}, a second", engine.side(side), came["registered"] / came["seconds"]
                        yield f"{figure}, median of a request, ms", engine.side(side), came["p50_ms"]
                        yield f"{figure}, 99th percentile of a request, ms", engine.side(side), came["p99_ms"]
                    yield f"{figure}, ms of processor time each", engine.side(side), (own + database) / came["registered"] * 1000

"""A carrier's file of what cards used: in order, and shuffled with a tenth of its lines repeated. What is kept of it is the same."""
import datetime
import random

import bulk
import cards
import engines
import shiming_server
import sizes

#: How often a card is reported.
ROUNDS = 5
#: A card of so many goes into another device.
MOVERS = 10
#: How far ahead of the server's clock a use may be said to be, a little less than it allows: no card has a use from before it was here.
AHEAD_SECONDS = 3_000
HEADER = "iccid,usedAt,month,kilobytes,imei,region\n"
CHINA = datetime.timezone(datetime.timedelta(hours=8))


def measured(program, folder, given):
    with engines.wanted(folder, given) as wanted:
        for engine in wanted:
            yield from compared(program, folder, given, engine)


def compared(program, folder, given, engine: engines.Engine):
    """Both stores have the cards before there is a line about them."""
    count, side = given.usage // ROUNDS, engine.side(engines.EMBEDDED)
    stock = folder / "cards-used.csv"
    cards.write(stock, count)
    stores = {order: Store(program, folder, engine, order) for order in ("ordered", "shuffled")}
    for store in stores.values():
        store.take_in(stock, count)
    lines = list(reported(count, datetime.datetime.now(CHINA) + datetime.timedelta(seconds=1)))
    kept = {}
    for order, store in stores.items():
        if order == "shuffled":
            chance = random.Random(given.seed)
            lines += chance.sample(lines, len(lines) // 10)
            chance.shuffle(lines)
        file = folder / "used.csv"
        with open(file, "w", encoding="utf-8", newline="") as text:
            text.write(HEADER)
            text.writelines(lines)
        yield from store.used(f"usage {order}", side, file, len(lines))
        kept[order] = store.kept()
        assert len(kept[order]) == count, f"{len(kept[order])} of {count} cards are known to have been used"
    others = [card for card, row in kept["ordered"].items() if kept["shuffled"].get(card) != row]
    yield "usage shuffled, cards other than in order", side, float(len(others))


class Store:
    """A fresh store with cards that were in service before they came here."""

    def __init__(self, program, folder, engine: engines.Engine, order: str):
        self.program, self.engine, self.name = program, engine, f"used_{order}"
        self.data, self.address = folder / self.name, engine.store(self.name)
        bulk.remove(self.data)

    def take_in(self, file, count: int) -> None:
        with shiming_server.Server(self.program, self.data, self.address) as server:
            self.admin = server.first_administrator()
            shiming_server.prepare_product(self.admin)
            _, job = shiming_server.take_in(self.admin, file, "used", kind="existing")
            assert job["counts"]["taken"] == count, job

    def used(self, figure: str, side: str, file, count: int):
        """Yields what the file costs a server that has just started."""
        with shiming_server.Server(self.program, self.data, self.address) as server:
            self.admin.url = server.url
            busy = server.cpu_seconds() + self.engine.busy()
            seconds, job = shiming_server.send_usage(self.admin, file)
            busy = server.cpu_seconds() + self.engine.busy() - busy
            assert (job["taken"], job["unknown"], job["failed"]) == (count, 0, 0), job
            yield f"{figure}, lines/s", side, count / seconds
            yield f"{figure}, lines a second of processor time", side, count / busy
            yield f"{figure}, peak memory MiB", side, server.peak_memory_kib() / 1024

    def kept(self) -> dict[str, str]:
        cluster = self.engine.cluster
        return (sizes.OfPostgres(cluster, self.name) if cluster else sizes.OfSQLite(self.data / "shiming.sqlite")).used()


def reported(count: int, begin: datetime.datetime):
    """Lines in the order of time. They end with the day in China: of a card that nobody counts changes of, first and last times of a further
    day are kept only once it is known to have changed its device."""
    end = min(begin + datetime.timedelta(seconds=AHEAD_SECONDS), begin.replace(hour=23, minute=59, second=59))
    step = (end - begin) / (count * ROUNDS)
    this_month = begin.strftime("%Y-%m")
    month_before = (begin.replace(day=1) - datetime.timedelta(days=1)).strftime("%Y-%m")
    numbers = [(cards.iccid(serial), imei(35_440_311, serial), imei(86_440_311, serial)) for serial in range(count)]
    for turn in range(ROUNDS):
        month = month_before if turn < ROUNDS // 2 else this_month
        for serial, (iccid, first, other) in enumerate(numbers):
            at = begin + step * (turn * count + serial)
            device = other if turn > ROUNDS // 2 and serial % MOVERS == 0 else first
            yield f"{iccid},{at:%Y-%m-%d %H:%M:%S},{month},{(turn + 1) * 1_000 + serial % 997},{device},{3101 + (serial + turn) % 16}\n"


def imei(kind: int, serial: int) -> str:
    body = f"{kind}{serial % 1_000_000:06d}"
    return body + cards.luhn_digit(body)

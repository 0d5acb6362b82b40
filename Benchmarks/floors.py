"""The floors the project holds itself to, judged for each engine from the figures of a run."""
import dataclasses
import statistics

import console_pages
import engines

Figures = dict[str, dict[str, list[float]]]
#: What "at 10 M" compares itself with.
FEW, MANY = 100_000, 10_000_000


@dataclasses.dataclass(frozen=True)
class Floor:
    """Shiming's `figure`, itself or divided by that of `peer` (of `other`, where it is another figure), is at least or at most `bound`."""
    what: str
    figure: str
    bound: float
    least: bool
    peer: str | None = None
    other: str | None = None

    def value(self, figures: Figures, own: str) -> float | None:
        """Nothing where the run did not take what is needed."""
        mine = figures.get(self.figure, {}).get(own)
        if not mine:
            return None
        if self.peer is None and self.other is None:
            return statistics.median(mine)
        sides = figures.get(self.other or self.figure, {})
        theirs = sides.get(own) if self.peer is None else sides.get(matched(self.peer, own, sides))
        return statistics.median(mine) / statistics.median(theirs) if theirs else None

    def holds(self, value: float) -> bool:
        return value >= self.bound if self.least else value <= self.bound


def matched(peer: str, own: str, sides) -> str | None:
    """The side of the peer that runs on the same engine; one that knows no engine is everybody's."""
    on_postgres = peer + engines.ON_POSTGRES
    if own.endswith(engines.ON_POSTGRES) and on_postgres in sides:
        return on_postgres
    if own.endswith(engines.ON_POSTGRES) and peer in engines.OF_AN_ENGINE:
        return None
    return peer if peer in sides else None


def asked(cards: int, what: str) -> str:
    return f"who answers, {cards:,} cards stored, {what}"


def painted(kind: str) -> str:
    return f"console, first paint, {kind}, ms"


def swept(cards: int, what: str) -> str:
    return f"sweep of 1,000 due, {cards:,} cards stored, {what}"


def floors(numbers: list[str]) -> list[Floor]:
    """`numbers`: the kinds of numbers that are validated."""
    slow = "registrations, 32 clients, sync 4 ms slower, a second"
    return [
        Floor("intake, rows/s against C", "intake ordered, rows/s", 0.5, True, peer="C"),
        Floor("intake, peak memory MiB", "intake ordered, peak memory MiB", 200, False),
        Floor("decision over 10,000 cards, times C", "decision over 10,000 cards, ms", 3, False, peer="C"),
        Floor("single registrations a second, 32 clients", "registrations, 32 clients, a second", 1_500, True),
        Floor("the same against the FastAPI peer", "registrations, 32 clients, a second", 5, True, peer="FastAPI"),
        Floor("the same, sync 4 ms slower, against a commit each", slow, 5, True, peer="a commit each"),
        *(Floor(f"who answers, {cards:,} cards, against the constant route", asked(cards, "requests/s"), 0.5, True, peer="constant route")
          for cards in (FEW, 1_000_000, MANY)),
        Floor(f"who answers, median at {MANY:,} cards, times that at {FEW:,}", asked(MANY, "median ms"), 1.5, False, other=asked(FEW, "median ms")),
        Floor(f"who answers, peak memory MiB at {MANY:,} cards", asked(MANY, "peak memory MiB"), 300, False),
        Floor(f"sweep of 1,000 due, ms a card at {MANY:,} cards, times that at {FEW:,}", swept(MANY, "ms a card"), 2, False, other=swept(FEW, "ms a card")),
        Floor("use of cards, cards kept otherwise when lines are shuffled and repeated", "usage shuffled, cards other than in order", 0, False),
        *(Floor(f"use of cards, peak memory MiB, {order}", f"usage {order}, peak memory MiB", 200, False) for order in ("ordered", "shuffled")),
        *(Floor(f"first contentful paint of the console's {kind}, ms", painted(kind), 1_000, False) for kind in console_pages.PAGES),
        *(Floor(f"check {kind} against python-stdnum", f"check {kind}, numbers/s", 50, True, peer="python-stdnum") for kind in numbers),
    ]


def judged(figures: Figures, numbers: list[str]) -> list[dict]:
    """What is demanded, what each engine reached, and whether that is enough; a floor whose figures were not taken is there, without them."""
    found = []
    for floor in floors(numbers):
        values = {own: floor.value(figures, own) for own in engines.OWN}
        found.append({
            "what": floor.what, "at": "least" if floor.least else "most", "bound": floor.bound,
            "reached": {own: {"value": value, "holds": floor.holds(value)} for own, value in values.items() if value is not None}})
    return found

"""What comes out of a run: the table of docs/performance.md and Benchmarks/results.json."""
import datetime
import json
import os
import pathlib
import platform
import statistics

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs/performance.md"
RESULTS = ROOT / "Benchmarks/results.json"
BEGIN, END = "<!-- figures: begin (make bench writes what stands between these lines) -->", "<!-- figures: end -->"
#: Shiming's own sides: on its embedded store, and on PostgreSQL.
OWN = ("shiming", "shiming on PostgreSQL")
Figures = dict[str, dict[str, list[float]]]

# (beginning of the figure, its end, the peer or none for Shiming's value itself, at least or at most, bound): docs and issue have them.
FLOORS = [
    ("intake ordered", "rows/s", "C", "least", 0.5), ("intake ordered", "peak memory MiB", None, "most", 200),
    ("decision over 10,000", "ms", "C", "most", 3),
    ("registrations, 32 clients, a second", "a second", None, "least", 1_500),
    ("registrations, 32 clients, a second", "a second", "FastAPI", "least", 5),
    ("registrations, 32 clients, sync 4 ms slower", "a second", "a commit each", "least", 5),
    ("who answers", "requests/s", "constant route", "least", 0.5), ("who answers", "peak memory MiB", None, "most", 300),
    ("check", "numbers/s", "python-stdnum", "least", 50),
]


def table(figures: Figures) -> str:
    """A line for every side of Shiming and every peer of a figure."""
    lines = ["| figure | Shiming | peer | | Shiming / peer | floor |", "| --- | ---: | --- | ---: | ---: | --- |"]
    for name, sides in figures.items():
        peers = [side for side in sides if side not in OWN]
        for own in (side for side in OWN if side in sides):
            label = name if own == OWN[0] else name + ", on PostgreSQL"
            value = statistics.median(sides[own])
            alone = floor(name, None, value) if own == OWN[0] else ""
            if not peers or alone:
                lines.append(f"| {label} | {shown(sides[own])} | | | | {alone} |")
            for peer in peers:
                ratio = value / statistics.median(sides[peer])
                judged = floor(name, peer, ratio) if own == OWN[0] else ""
                lines.append(f"| {label} | {shown(sides[own])} | {peer} | {shown(sides[peer])} | {ratio:.2f} | {judged} |")
        if not any(own in sides for own in OWN):
            lines += [f"| {name} | | {peer} | {shown(sides[peer])} | | |" for peer in peers]
    return "\n".join(lines)


def floor(name: str, peer: str | None, reached: float) -> str:
    """What is demanded and whether it is reached."""
    for begin, end, against, side, bound in FLOORS:
        if name.startswith(begin) and name.endswith(end) and peer == against:
            holds = reached >= bound if side == "least" else reached <= bound
            return f"at {side} {bound:,g}: " + ("reached" if holds else "**not reached**")
    return ""


def shown(values: list[float]) -> str:
    """The median, and from least to most where there are several rounds."""
    texts = [f"{value:,.0f}" if value >= 100 else f"{value:.3g}" for value in (statistics.median(values), min(values), max(values))]
    return texts[0] if len(values) == 1 else f"{texts[0]} ({texts[1]} to {texts[2]})"


def machine() -> str:
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
    return f"{os.cpu_count()} cores, {model}"


def publish(figures: Figures, given) -> None:
    """Writes the files; with `--keep` the figures this run did not take stay as they are."""
    if given.keep and RESULTS.exists():
        figures = json.loads(RESULTS.read_text(encoding="utf-8"))["figures"] | figures
    facts = {
        "date": datetime.date.today().isoformat(), "machine": machine(), "rounds": given.rounds, "cards": given.cards,
        "numbers": given.numbers, "seed": given.seed, "load": [given.load, os.getloadavg()[0]]}
    RESULTS.write_text(json.dumps({"facts": facts, "figures": figures}, indent=2) + "\n", encoding="utf-8")
    head = (
        f"Measured {facts['date']} on {facts['machine']}; {given.rounds} rounds, Shiming and peers by turns; "
        f"median (least to most); {given.cards:,} cards, {given.numbers:,} numbers a kind. Load of the machine by everything on it, "
        f"one-minute average at the start and the end: {given.load:.1f} and {os.getloadavg()[0]:.1f}.")
    text = PAGE.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    PAGE.write_text(before + BEGIN + "\n\n" + head + "\n\n" + table(figures) + "\n\n" + END + rest.split(END)[1], encoding="utf-8")

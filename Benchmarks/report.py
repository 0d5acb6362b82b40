"""What comes out of a run: the tables of docs/performance.md and Benchmarks/results.json."""
import json
import pathlib
import statistics

import engines
import facts
import floors
import numbers_for_check

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs/performance.md"
RESULTS = ROOT / "Benchmarks/results.json"
BEGIN, END = "<!-- figures: begin (make bench writes what stands between these lines) -->", "<!-- figures: end -->"
EMBEDDED, POSTGRES = engines.OWN
#: Heading, and how its figures begin.
SECTIONS = (
    ("Intake", ("intake ordered", "intake shuffled")), ("Decisions", ("decision",)), ("Single registrations", ("registrations",)),
    ("Who answers", ("intake up to", "start with", "who answers")), ("Sweeps", ("sweep",)), ("Use", ("usage",)),
    ("The console", ("console",)), ("Numbers", ("check",)), ("The program", ("",)))


def tables(figures: floors.Figures) -> str:
    """The floors, then a table a section."""
    parts, left = ["### Floors", floor_table(figures)], dict(figures)
    for heading, beginnings in SECTIONS:
        names = together([name for name in left if name.startswith(beginnings)])
        chosen = {name: left.pop(name) for name in names}
        if chosen:
            parts += ["### " + heading, table(chosen)]
    return "\n\n".join(parts)


def together(names: list[str]) -> list[str]:
    """What is said of the same thing stands together, though the engines were measured one after the other."""
    subjects = [name.split(", ")[:2] for name in names]
    return sorted(names, key=lambda name: subjects.index(name.split(", ")[:2]))


def floor_table(figures: floors.Figures) -> str:
    lines = ["| floor | bound | embedded | PostgreSQL |", "| --- | ---: | ---: | ---: |"]
    for floor in floors.judged(figures, list(numbers_for_check.KINDS)):
        cells = []
        for own in engines.OWN:
            reached = floor["reached"].get(own)
            cells.append(f"{number(reached['value'])}: " + ("reached" if reached["holds"] else "**not reached**") if reached else "")
        if not any(cells):
            cells[0] = "not taken"
        lines.append(f"| {floor['what']} | at {floor['at']} {floor['bound']:,g} | {cells[0]} | {cells[1]} |")
    return "\n".join(lines)


def table(figures: floors.Figures) -> str:
    """A line for every figure, and one more for each further peer; the engines' columns are those of all its lines."""
    has_postgres = any(POSTGRES in sides for sides in figures.values())
    has_peers = any(set(sides) - set(engines.OWN) for sides in figures.values())
    heads = ["figure", "embedded"] + ["PostgreSQL"] * has_postgres
    if has_peers:
        heads += ["peer", "", "embedded / peer"] + ["PostgreSQL / peer"] * has_postgres
    lines = ["| " + " | ".join(heads) + " |", "| " + " | ".join("---" if head in ("figure", "peer") else "---:" for head in heads) + " |"]
    for name, sides in figures.items():
        own = [shown(sides.get(side)) for side in engines.OWN[:1 + has_postgres]]
        for peer in [side for side in sides if side not in engines.OWN] or [None]:
            cells = [name, *own]
            if has_peers:
                cells += [peer or "", shown(sides.get(peer)), *(ratio(sides, side, peer) for side in engines.OWN[:1 + has_postgres])]
            lines.append("| " + " | ".join(cells) + " |")
            name, own = "", [""] * len(own)
    return "\n".join(lines)


def ratio(sides: dict[str, list[float]], own: str, peer: str | None) -> str:
    """Of medians; empty where the peer stands beside the other engine."""
    if not peer or own not in sides or floors.matched(peer.removesuffix(engines.ON_POSTGRES), own, sides) != peer:
        return ""
    return f"{statistics.median(sides[own]) / statistics.median(sides[peer]):.2f}"


def shown(values: list[float] | None) -> str:
    """The median, and from least to most where it was taken more than once."""
    if not values:
        return ""
    middle = number(statistics.median(values))
    return middle if len(values) == 1 else f"{middle} ({number(min(values))} to {number(max(values))})"


def number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def heading(name: str) -> str:
    """Of the section a figure stands in."""
    return next(heading for heading, beginnings in SECTIONS if name.startswith(beginnings))


def joined(kept: dict, figures: floors.Figures, run: dict) -> tuple[floors.Figures, list[dict], dict[str, int]]:
    """All figures, the runs they were taken in, newest first, and of each figure which one. What the new run took stands in place of the old."""
    runs, taken = [run], dict.fromkeys(figures, 0)
    for name in kept.get("figures", {}):
        if name not in taken:
            earlier = kept["runs"][kept["taken"][name]]
            if earlier not in runs:
                runs.append(earlier)
            taken[name] = runs.index(earlier)
    return kept.get("figures", {}) | figures, runs, taken


def measured(runs: list[dict], taken: dict[str, int]) -> str:
    """A paragraph a run; of several, each names the sections its figures stand in."""
    if len(runs) == 1:
        return facts.sentence(runs[0])
    of_section: dict[str, set[int]] = {}
    for name, run in taken.items():
        of_section.setdefault(heading(name), set()).add(run)
    parts = []
    for number, run in enumerate(runs):
        sections = [("" if len(of_section[each]) == 1 else "some of ") + each for each, _ in SECTIONS if number in of_section.get(each, ())]
        parts.append(f"- *{', '.join(sections)}*. {facts.sentence(run)}")
    return "\n".join(parts)


def page(text: str, figures: floors.Figures, runs: list[dict], taken: dict[str, int]) -> str:
    """The page with other figures."""
    before, rest = text.split(BEGIN)
    return before + BEGIN + "\n\n" + measured(runs, taken) + "\n\n" + tables(figures) + "\n\n" + END + rest.split(END)[1]


def publish(figures: floors.Figures, given) -> None:
    """Writes the files; with `--keep` the figures this run did not take stay as they are, with what is known of their own run."""
    kept = json.loads(RESULTS.read_text(encoding="utf-8")) if given.keep and RESULTS.exists() else {}
    figures, runs, taken = joined(kept, figures, facts.of(given))
    RESULTS.write_text(
        json.dumps({"runs": runs, "taken": taken, "floors": floors.judged(figures, list(numbers_for_check.KINDS)), "figures": figures}, indent=2)
        + "\n", encoding="utf-8")
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8"), figures, runs, taken), encoding="utf-8")

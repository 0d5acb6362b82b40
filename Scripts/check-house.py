#!/usr/bin/env python3
"""The rules of the house (docs/modules.md) that a compiler does not check. Prints every breach and ends with 1 if there is one.

    python3 Scripts/check-house.py
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent

# The rings, innermost first; an arrow points inwards or stays in its ring. Package.swift draws the arrows, this the rings.
RINGS = [
    {"Numbers", "Ledger", "Registry"},
    {
        "CExpat", "CMail", "COpenSSL", "CPostgres", "CQRCode", "CSQLite", "CSQLiteFeed", "CZip", "CConfinement", "CDecoding", "CInspection", "CReading", "CWatermark", "SQLCore", "SQLiteStore", "PostgresStore", "Vault", "Tabular",
        "CardFiles", "Confinement", "Inspection", "Reading", "Records", "Watermark",
    },
    {"UseCases", "Outbound", "Carriers", "Delivery", "S3Store", "Verification"},
    {"Contract", "API", "Client", "Console", "Pages", "PersonalPages", "Sandbox", "Web"},
    {"shiming"},
]
RING_OF = {target: ring for ring, targets in enumerate(RINGS) for target in targets}
# Beside the house: a library for tests.
BESIDE = {"TestKit"}
# A system library, and the targets that may import it: one, but for the parser of markup.
IMPORTERS = {
    "COpenSSL": {"Carriers"}, "CPostgres": {"PostgresStore"}, "CQRCode": {"Pages"}, "CSQLite": {"SQLiteStore"}, "CSQLiteFeed": {"SQLiteStore"}, "CExpat": {"Carriers", "Tabular"}, "CZip": {"Tabular"}, "CInspection": {"Inspection"},
    "CConfinement": {"Confinement"}, "CMail": {"Delivery"}, "CReading": {"Reading"}, "CWatermark": {"Watermark"},
}
# Only the program chooses the engine; above it nobody knows which it is.
STORE_CHOOSERS = {"shiming", "TestKit"}
SQL_WRITERS = {"Records", "SQLCore", "SQLiteStore", "PostgresStore", "TestKit"}
# The files people write; generated ones are as long as they must be.
LINES_MAX = 400
# Documents that stand in both languages.
TWINS = [
    ("README.md", "README.zh-CN.md"), ("docs/operations.md", "docs/operations.zh-CN.md"), ("docs/guides.md", "docs/guides.zh-CN.md"),
]

SQL = re.compile(
    r"\b(SELECT\s+[\w*(]|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|(CREATE|DROP|ALTER)\s+(TABLE|INDEX|TRIGGER)\s|PRAGMA\s+\w)")
IMPORT = re.compile(r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:package |internal |private |public )?import\s+(?:\w+\s+)?(\w+)", re.M)
FORBIDDEN = [
    (re.compile(r"\btry!"), "try!"),
    (re.compile(r"\bfatalError\("), "fatalError"),
    (re.compile(r"\bas!"), "as!"),
    (re.compile(r"\b(TODO|FIXME)\b"), "a note to do something later"),
]
# The first line of a file that a script writes (the same in swift-sources.sh).
GENERATED = re.compile(r"// (Generated|Made|Written) .*\.py")
RULE = re.compile(r"\bR-[A-Z0-9]{2}-[0-9]{2}\b")
FENCE = re.compile(r"^```.*?^```", re.M | re.S)


def files() -> list[str]:
    """What is tracked or might be; without a repository (an unpacked archive) every file that is not hidden."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode == 0:
        return [name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]
    paths = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
    return [str(path) for path in paths if not path.parts[0].startswith(".")]


def line_of(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def without_comments(text: str) -> str:
    """The text with line comments blanked (`//` inside a string blanks too much, which forgives, never accuses)."""
    return re.sub(r"//[^\n]*", "", text)


def source_breaches(name: str, text: str):
    """Breaches of one file below Sources/ or Tests/."""
    parts = pathlib.PurePosixPath(name).parts
    target, is_product = parts[1], parts[0] == "Sources"
    is_generated = GENERATED.match(text) is not None
    lines = text.count("\n")
    if lines > LINES_MAX and not is_generated:
        yield f"{name}: {lines} lines, {LINES_MAX} are the most"
    if not is_product or not name.endswith(".swift") or is_generated:
        return
    code = without_comments(text)
    for pattern, what in FORBIDDEN:
        for hit in pattern.finditer(text if "note" in what else code):
            yield f"{name}:{line_of(text if 'note' in what else code, hit.start())}: {what}"
    if target not in SQL_WRITERS | BESIDE:
        for hit in SQL.finditer(code):
            yield f"{name}:{line_of(code, hit.start())}: SQL outside {', '.join(sorted(SQL_WRITERS))}"
    for hit in IMPORT.finditer(code):
        yield from import_breaches(f"{name}:{line_of(code, hit.start())}", target, hit.group(1))


def import_breaches(where: str, target: str, imported: str):
    if imported in BESIDE and target not in BESIDE:
        yield f"{where}: {imported} is for tests only"
    if target not in IMPORTERS.get(imported, {target}):
        yield f"{where}: only {' and '.join(sorted(IMPORTERS[imported]))} may import {imported}"
    if imported == "SQLiteStore" and target not in STORE_CHOOSERS:
        yield f"{where}: only {' and '.join(sorted(STORE_CHOOSERS))} import SQLiteStore"
    if target in BESIDE:
        return
    if target not in RING_OF:
        yield f"{where}: {target} stands in no ring (Scripts/check-house.py)"
    elif imported in RING_OF and RING_OF[imported] > RING_OF[target]:
        yield f"{where}: {target} (ring {RING_OF[target]}) imports {imported} (ring {RING_OF[imported]})"


def twin_breaches():
    """A document and its Chinese twin say the same: as many headings, the same commands."""
    for name, twin in TWINS:
        english, chinese = ((ROOT / path).read_text(encoding="utf-8") for path in (name, twin))
        prose = [FENCE.sub("", text) for text in (english, chinese)]
        headings = [[line.split(" ")[0] for line in re.findall(r"^#{1,6} .*$", text, re.M)] for text in prose]
        if headings[0] != headings[1]:
            yield f"{name} has {len(headings[0])} headings, {twin} {len(headings[1])}, or other levels"
        if commands(english) != commands(chinese):
            yield f"{name} and {twin} differ in their commands: {sorted(set(commands(english)) ^ set(commands(chinese)))}"


def commands(text: str) -> list[str]:
    """The lines of the shell blocks, without comments."""
    blocks = re.findall(r"^```(?:sh|shell|bash)\n(.*?)^```", text, re.M | re.S)
    lines = [re.sub(r"\s+#.*$", "", line).strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if line and not line.startswith("#")]


def link_breaches(names: list[str]):
    """Links between the documents lead somewhere."""
    for name in names:
        if not name.endswith(".md"):
            continue
        path = ROOT / name
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", FENCE.sub("", path.read_text(encoding="utf-8"))):
            if "://" not in target and not (path.parent / target).exists():
                yield f"{name}: the link to {target} leads nowhere"


def rule_breaches():
    """A rule that anything cites can be looked up by its readers."""
    known = set(RULE.findall((ROOT / "Sources/Registry/Rules/Rule.swift").read_text(encoding="utf-8")))
    for path in sorted((ROOT / "Sources").rglob("*.swift")):
        for rule in sorted(set(RULE.findall(path.read_text(encoding="utf-8"))) - known):
            yield f"{path.relative_to(ROOT)}: {rule} is not among the rules (Sources/Registry/Rules/Rule.swift)"


def breaches():
    names = files()
    for name in names:
        if name.startswith((".build/", ".build-", ".venv/", ".demo/")):
            yield f"{name}: is made, not written; it must not be tracked"
        if name.startswith(("Sources/", "Tests/")) and name.endswith((".swift", ".c", ".h")):
            yield from source_breaches(name, (ROOT / name).read_text(encoding="utf-8"))
    folders = {path.name for path in (ROOT / "Sources").iterdir() if path.is_dir()}
    described = (ROOT / "docs/modules.md").read_text(encoding="utf-8")
    for target in sorted(folders):
        if not re.search(rf"`{target}`", described):
            yield f"docs/modules.md: no sentence about {target}"
    yield from twin_breaches()
    yield from rule_breaches()
    yield from link_breaches(names)


def main() -> int:
    found = list(breaches())
    for breach in found:
        print(breach)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Compares the SQL that stands in Sources with the statements that the tests ran on each engine, and writes the outcome as one test's report.

A test run notes each statement it is given (Sources/TestKit/SeenStatements.swift), an engine a file. A piece of SQL is a literal of Sources/Records or
Sources/UseCases, without what is interpolated; it was run when all of it stands in one statement, in its order. Pieces that no test runs on both
engines are named in Scripts/statements-never-run.txt, each with the file it stands in, below a line that begins with # and says why no test can
run it. That list only shrinks: a piece missing there fails, and so does one without a reason or one that stands in no source any more; one that is run
by now is named, to be taken out (some tests draw lots, so it may be one day's luck).
A short piece, such as a condition, counts as run wherever its text stands.

    check-statements.py SEEN_ON_SQLITE SEEN_ON_POSTGRES REPORT [--renew]
"""
import argparse
import json
import pathlib
import re
import sys
from xml.sax.saxutils import quoteattr

ROOT = pathlib.Path(__file__).resolve().parent.parent
LIST = ROOT / "Scripts/statements-never-run.txt"
WORDS = re.compile(
    r"\b(SELECT|INSERT INTO|UPDATE \w+ SET|DELETE FROM|WHERE|JOIN|ORDER BY|GROUP BY|EXISTS|UNION ALL|IS NULL|IS NOT NULL|LIMIT|NOT IN|COALESCE|CASE WHEN)\b"
    r"|^\s*(AND|OR|FROM|WITH|VALUES|ON CONFLICT|FOR UPDATE)\b|^\w+\.\w+ (=|<|>|<=|>=|<>|IN)\s*\x00")
HEX = re.compile(r"\\u\{([0-9A-Fa-f]{1,8})\}")
# Tables are made by the steps of the schema, which every test applies.
LEFT_OUT = ("Sources/Records/Schema/",)


def literals(text):
    """The string literals of a Swift source, with \\x00 for what is interpolated, those within interpolations too."""
    found = []

    def read_literal(at):
        quote = '"""' if text.startswith('"""', at) else '"'
        at += len(quote)
        piece = []
        while not text.startswith(quote, at):
            if text.startswith("\\(", at):
                at = read_code(at + 2, until=")")
                piece.append("\x00")
            elif sign := HEX.match(text, at):
                piece.append(chr(int(sign[1], 16)))
                at = sign.end()
            elif text[at] == "\\":
                # A line that goes on, or a sign that means something.
                piece.append(" " if text[at + 1] in "\n nt" else text[at + 1])
                at += 2
            elif quote == '"' and text[at] == "\n":
                return at
            else:
                piece.append(text[at])
                at += 1
        found.append("".join(piece))
        return at + len(quote)

    def read_code(at, until=None):
        depth = 0
        while at < len(text):
            sign = text[at]
            if text.startswith("//", at):
                at = text.find("\n", at)
                at = len(text) if at < 0 else at
            elif text.startswith('#"', at):
                at = text.find('"#', at + 2) + 2
            elif sign == '"':
                at = read_literal(at)
            elif until and sign == "(":
                depth, at = depth + 1, at + 1
            elif until and sign == until:
                if depth == 0:
                    return at + 1
                depth, at = depth - 1, at + 1
            elif sign == "/" and re.match(r"/[\^\\\[(]", text[at:at + 2]):
                end = re.compile(r"(?<!\\)/").search(text, at + 1)
                at = end.end() if end else at + 1
            else:
                at += 1
        return at

    read_code(0)
    return found


def plain(text):
    return " ".join(text.split())


def pieces():
    """Each piece of SQL with the files it stands in."""
    found = {}
    for folder in ("Records", "UseCases"):
        for path in sorted((ROOT / "Sources" / folder).rglob("*.swift")):
            name = str(path.relative_to(ROOT))
            if name.startswith(LEFT_OUT):
                continue
            for literal in literals(path.read_text()):
                if WORDS.search(literal):
                    found.setdefault(plain(literal.replace("\x00", " \x00 ")).replace("\x00", "…"), set()).add(name)
    return found


def was_run(piece, statements):
    parts = [plain(part) for part in piece.split("…")]
    parts = [part for part in parts if part]
    for statement in statements:
        at = 0
        for part in parts:
            at = statement.find(part, at)
            if at < 0:
                break
            at += len(part)
        else:
            return True
    return False


def seen(path):
    """Of the tests that ran alone once more, too."""
    noted = [file for file in (path, path.with_name(path.name + "-alone")) if file.exists()]
    return {squeezed(json.loads(line)) for file in noted for line in file.read_text().splitlines()}


def squeezed(text):
    """Laid out alike on both sides, whatever stands around signs."""
    return re.sub(r"\s*([(),])\s*", r"\1", plain(text))


def listed():
    """The pieces of the list, each with its reason; none where nobody gave one."""
    found, reason = {}, None
    for line in LIST.read_text().splitlines():
        if line.startswith("#"):
            reason = line
        else:
            found[line], reason = reason, None
    return found


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("sqlite", type=pathlib.Path)
    arguments.add_argument("postgres", type=pathlib.Path)
    arguments.add_argument("report", type=pathlib.Path)
    arguments.add_argument("--renew", action="store_true", help="write the list anew; look at what it gains")
    given = arguments.parse_args()
    engines = {"SQLite": seen(given.sqlite), "PostgreSQL": seen(given.postgres)}
    found = pieces()
    never = {}
    for piece, files in found.items():
        missing = [engine for engine, statements in engines.items() if not was_run(squeezed(piece), statements)]
        if missing:
            never[piece] = f"{', '.join(sorted(files))}: {piece}"
    reasons = listed()
    named = set(reasons)
    if given.renew:
        lines = [[reasons[line], line] if reasons.get(line) else [line] for line in sorted(never.values())]
        LIST.write_text("".join(line + "\n" for pair in lines for line in pair))
        print(f"{len(found)} pieces of SQL, {len(never)} never run on both engines")
        return 0
    problems = [f"never run on both engines, and not listed: {line}" for line in sorted(set(never.values()) - named)]
    problems += [f"listed without a reason: {line}" for line, reason in sorted(reasons.items()) if not reason]
    standing = {f"{', '.join(sorted(files))}: {piece}" for piece, files in found.items()}
    problems += [f"listed, and changed or gone by now: {line}" for line in sorted(named - standing)]
    for line in sorted(named & standing - set(never.values())):
        print(f"run by now, take it out of the list: {line}")
    if not all(engines.values()):
        problems = ["no statements were noted on " + " and ".join(engine for engine, statements in engines.items() if not statements)]
    print(f"{len(found)} pieces of SQL, {len(never)} never run on both engines", *problems, sep="\n")
    failure = f"<failure message={quoteattr('; '.join(problems)[:5000])}/>" if problems else ""
    given.report.write_text(
        f'<testsuites><testsuite><testcase classname="Statements" name="every piece of SQL is run on both engines">{failure}'
        "</testcase></testsuite></testsuites>")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

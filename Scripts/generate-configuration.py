#!/usr/bin/env python3
"""Writes the table of docs/configuration.md from the comments of Sources/UseCases/Settings.swift.

With --check it writes nothing and ends with 1 when the page is not what it would write.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCE = ROOT / "Sources/UseCases/Settings.swift"
PAGE = ROOT / "docs/configuration.md"
BEGIN, END = "<!-- settings: begin (made by Scripts/generate-configuration.py) -->", "<!-- settings: end -->"
SETTING = re.compile(r"package var (\w+): \w+ = ([^\n]+)")


def name_outside(name: str) -> str:
    """How a setting is written outside Swift: `reviewLockMinutes` is `review-lock-minutes`."""
    return re.sub(r"(?<=[a-z0-9])([A-Z])", lambda letter: "-" + letter[1].lower(), name)


def value(text: str) -> str:
    shift = re.fullmatch(r"(\d+) << (\d+)", text.strip())
    number = int(shift[1]) << int(shift[2]) if shift else text.strip().replace("_", "")
    return f"{number:,}" if isinstance(number, int) else f"{int(number):,}" if number.isdigit() else number


def rows() -> list[str]:
    lines, comment = [], []
    for line in SOURCE.read_text(encoding="utf-8").splitlines():
        text = line.strip()
        setting = SETTING.match(text)
        if text.startswith("///"):
            comment.append(text[3:].strip())
        elif setting:
            meaning = " ".join(comment) or "As the line above says."
            lines.append(f"| `{name_outside(setting[1])}` | {value(setting[2])} | {meaning.replace('|', chr(92) + '|')} |")
            comment = []
        else:
            comment = []
    return lines


def main() -> int:
    text = PAGE.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    table = "\n".join(["| setting | default | meaning |", "| --- | ---: | --- |", *rows()])
    wanted = f"{before}{BEGIN}\n\n{table}\n\n{END}{rest.split(END)[1]}"
    if "--check" in sys.argv[1:]:
        if wanted == text:
            return 0
        print("docs/configuration.md is out of date: run Scripts/generate-configuration.py", file=sys.stderr)
        return 1
    PAGE.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Writes the 8,105 characters of the Table of General Standard Chinese Characters (通用规范汉字表, State Council 2013), which names on
resident IDs are written in, into Sources/CReading/standard_characters.hpp.

    python3 Scripts/write-characters.py

The table's members are Unicode's property kTGHZ2013, taken from the package pypinyin-dict (MIT licence); only the characters are kept.
Run it anew only when the table changes.
"""
import pathlib

from pypinyin_dict.pinyin_data import ktghz2013

TARGET = pathlib.Path(__file__).resolve().parent.parent / "Sources/CReading/standard_characters.hpp"
# Surnames that keep a form which the table counts as a variant.
BESIDE_THE_TABLE = "麴"
A_LINE = 60


def main() -> None:
    characters = "".join(chr(point) for point in sorted({*ktghz2013.pinyin_dict, *map(ord, BESIDE_THE_TABLE)}))
    lines = [
        "// Written by Scripts/write-characters.py: the Table of General Standard Chinese Characters (通用规范汉字表, 2013) and the surname 麴.",
        *(f'"{characters[start:start + A_LINE]}"' for start in range(0, len(characters), A_LINE)),
    ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

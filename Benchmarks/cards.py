#!/usr/bin/env python3
"""Writes a CSV file of invented cards: ICCID,MSISDN,IMSI,product,province.

    Benchmarks/cards.py 1000000 cards.csv [--shuffled] [--seed 1] [--start 0]

In order, as carriers deliver them, or shuffled, the worst case for every index. ICCIDs have a right Luhn digit; the numbers lie in
ranges that belong to China Mobile, behind a block of this seed.
"""
import argparse
import random

PROVINCES = ["北京", "上海", "江苏", "浙江", "广东", "四川", "湖北", "山东"]
HEADER = "ICCID,MSISDN,IMSI,product,province\n"


def luhn_digit(digits: str) -> str:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def iccid(serial: int) -> str:
    body = f"898604{serial:013d}"
    return body + luhn_digit(body)


def rows(count: int, start: int = 0, product: str = "BENCH-30M"):
    for serial in range(start, start + count):
        province = PROVINCES[serial // 10_000 % len(PROVINCES)]
        yield f"{iccid(serial)},1440{serial:09d},46004{serial:010d},{product},{province}\n"


def write(path, count: int, start: int = 0, shuffled: bool = False, seed: int = 1) -> None:
    lines = rows(count, start)
    if shuffled:
        lines = list(lines)
        random.Random(seed).shuffle(lines)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(HEADER)
        file.writelines(lines)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("count", type=int)
    arguments.add_argument("file")
    arguments.add_argument("--shuffled", action="store_true")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--start", type=int, default=0)
    given = arguments.parse_args()
    write(given.file, given.count, given.start, given.shuffled, given.seed)


if __name__ == "__main__":
    main()

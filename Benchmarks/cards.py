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


#: Serial numbers that share all digits but the last four.
BLOCK = 10_000


def luhn_sum(digits: str) -> int:
    """Of digits that end just before the check digit, or an even number of places before it."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return total


def luhn_digit(digits: str) -> str:
    return str(-luhn_sum(digits) % 10)


def iccid(serial: int) -> str:
    body = f"898604{serial:013d}"
    return body + luhn_digit(body)


def rows(count: int, start: int = 0, product: str = "BENCH-30M"):
    # Ten million lines are wanted soon: what a block of serial numbers shares is made once.
    tails = [(f"{low:04d}", luhn_sum(f"{low:04d}")) for low in range(BLOCK)]
    for block in range(start // BLOCK, (start + count - 1) // BLOCK + 1):
        body, number, identity = f"898604{block:09d}", f"1440{block:05d}", f"46004{block:06d}"
        total, rest = luhn_sum(body), f",{product},{PROVINCES[block % len(PROVINCES)]}\n"
        first = block * BLOCK
        for tail, more in tails[max(start - first, 0):start + count - first]:
            yield f"{body}{tail}{-(total + more) % 10},{number}{tail},{identity}{tail}{rest}"


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

"""Lines of numbers for the validation benchmark: mostly right, one in ten with a slip. All invented."""
import datetime
import random

from stdnum import luhn
from stdnum.cn import uscc
from stdnum.iso7064 import mod_11_2

REGIONS = ["110101", "310101", "320102", "330102", "440103", "510104", "420102", "370102"]


def resident_id(chance: random.Random) -> str:
    born = datetime.date(1950, 1, 1) + datetime.timedelta(days=chance.randrange(20_000))
    body = f"{chance.choice(REGIONS)}{born:%Y%m%d}{chance.randrange(1000):03d}"
    return body + mod_11_2.calc_check_digit(body)


def credit_code(chance: random.Random) -> str:
    organisation = f"{chance.randrange(10**8):08d}"
    body = f"91{chance.choice(REGIONS)}{organisation}{organisation_check_digit(organisation)}"
    return body + uscc.calc_check_digit(body)


def organisation_check_digit(eight: str) -> str:
    """GB 11714, which stands inside a credit code."""
    total = sum(weight * int(digit) for weight, digit in zip((3, 7, 9, 10, 5, 8, 4, 2), eight))
    return "0123456789X0"[11 - total % 11]


def imei(chance: random.Random) -> str:
    body = f"{chance.randrange(10**7, 10**8)}{chance.randrange(10**6):06d}"
    return body + luhn.calc_check_digit(body)


def imsi(chance: random.Random) -> str:
    return f"4600{chance.choice('0134679')}{chance.randrange(10**10):010d}"


KINDS = {"resident-id": resident_id, "credit-code": credit_code, "imei": imei, "imsi": imsi}


def write(path, kind: str, count: int, seed: int) -> None:
    chance = random.Random(seed)
    make = KINDS[kind]
    with open(path, "w", encoding="ascii") as file:
        for _ in range(count):
            number = make(chance)
            if chance.random() < 0.1:
                at = chance.randrange(len(number))
                number = number[:at] + chance.choice("0123456789X") + number[at + 1:]
            file.write(number + "\n")

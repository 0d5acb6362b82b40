"""Invented customers for the registrations that are measured: each a card, a unit, a handler and a responsible person of its own."""
import random

import cards
import numbers_for_check

SURNAMES = "欧阳 司徒 上官 诸葛 皇甫 令狐 东方 南宫 公孙 慕容".split()
GIVEN = "青禾望舒云杉若谷明远知夏听雨安澜清越思齐怀瑾景行"
WORDS = "云杉 青禾 望舒 安澜 清越 若谷 明远 听雨".split()
CITIES = "上海 苏州 杭州 成都 武汉 青岛".split()


def write(prefix, clients: int, each: int, first_card: int, seed: int) -> None:
    """`prefix`-0, `prefix`-1 …: a file a client, a line a customer. Cards from number `first_card` on, each once."""
    chance = random.Random(f"{seed} {first_card}")
    for client in range(clients):
        with open(f"{prefix}-{client}", "w", encoding="utf-8") as file:
            for place in range(each):
                serial = first_card + client * each + place
                file.write("\t".join([cards.iccid(serial), unit(chance, serial), numbers_for_check.credit_code(chance)]
                                     + person(chance) + person(chance)) + "\n")


def content(base: dict, line: str) -> dict:
    """What a registration of this customer says; all but names and numbers as `base` has it."""
    _, unit, code, *people = line.split("\t")
    said = base | {"unit": base["unit"] | {"name": unit, "documentNumber": code}}
    for role, (name, number, contact) in (("handler", people[:3]), ("responsiblePerson", people[3:])):
        said[role] = base[role] | {"name": name, "documentNumber": number, "contact": contact}
    return said


def unit(chance: random.Random, serial: int) -> str:
    return f"{chance.choice(CITIES)}{chance.choice(WORDS)}{serial}号物联科技有限公司"


def person(chance: random.Random) -> list[str]:
    name = chance.choice(SURNAMES) + chance.choice(GIVEN) + chance.choice(GIVEN)
    return [name, numbers_for_check.resident_id(chance), f"13{chance.randrange(10**9):09d}"]

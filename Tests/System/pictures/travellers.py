"""Invented people without a resident ID: foreigners of a country that does not exist, residents of Hong Kong, Macao and Taiwan."""

import datetime
from dataclasses import dataclass

from .chance import chance
from .check_digits import mod_11_2
from .people import NOBODYS_AREAS, PINYIN_GIVEN, PINYIN_SURNAMES, TODAY, age_at, identity_number, years_later

# ICAO 9303 keeps Utopia for specimens.
NOBODYS_COUNTRY = "UTO"
ORIGINS = ("hongKong", "macao", "taiwan")
# Behind each stands no place: real numbers have 810000, 820000, 830000.
NOBODYS_ORIGIN_AREAS = {"hongKong": "819999", "macao": "829999", "taiwan": "839999"}

FOREIGN_SURNAMES = (
    "VELMORA",
    "QUISTENDAHL",
    "BRÖNTMARK",
    "OSTROWEC-LINDE",
    "O'FEARRAIN",
    "NAKATERU",
    "DE LA VEGUERRA",
    "SØRBALLE",
    "TREVANNICK",
    "ABDELMOURIN",
    "ZHIVKARIN",
)
FOREIGN_WOMEN = ("ILSABETH MARIE", "TAMSINE", "YUKARINE", "SØLVIE ANN", "MARÍA LUZELDA", "ORLAITH")
FOREIGN_MEN = ("ANDREAN PAUL", "KORVIN", "HARUTERU", "JÖRGEN-MATS", "LUCIO ESTEBÁN", "FERGUSSIN")
# A foreigner's name in Chinese characters.
CHINESE_NAMES = ("维莫拉", "奎斯登", "布伦马克", "奥林德", "中辉一真", "特雷万")


@dataclass(frozen=True)
class Traveller:
    """One invented traveller. `number` is the document's own, `identity` the eighteen characters of a residence document."""

    seed: int
    surname: str
    given: str
    chinese_name: str
    sex: str
    nationality: str
    birth: datetime.date
    number: str
    identity: str
    issued: datetime.date
    expiry: datetime.date

    @property
    def is_woman(self) -> bool:
        return self.sex == "F"

    @property
    def age(self) -> int:
        return age_at(self.birth, TODAY)

    @property
    def name(self) -> str:
        return f"{self.surname} {self.given}"


def _dates(seed: int, years: int) -> tuple[datetime.date, datetime.date, datetime.date]:
    pick = chance(seed, "traveller-dates")
    birth = TODAY - datetime.timedelta(days=pick.randrange(19 * 365, 75 * 365))
    issued = TODAY - datetime.timedelta(days=pick.randrange(20, (years - 3) * 365 - 10))
    return birth, issued, years_later(issued, years) - datetime.timedelta(days=1)


def _order(seed: int, is_woman: bool) -> int:
    return chance(seed, "traveller-order").randrange(1, 499) * 2 + (0 if is_woman else 1)


def foreigner(seed: int) -> Traveller:
    """A citizen of Utopia. The identity number names province 99 and country 999: neither exists."""
    pick = chance(seed, "foreigner")
    sex = pick.choice("MF")
    birth, issued, expiry = _dates(seed, 10)
    return Traveller(
        seed=seed,
        surname=pick.choice(FOREIGN_SURNAMES),
        given=pick.choice(FOREIGN_WOMEN if sex == "F" else FOREIGN_MEN),
        chinese_name=pick.choice(CHINESE_NAMES),
        sex=sex,
        nationality=NOBODYS_COUNTRY,
        birth=birth,
        number=f"{pick.choice('KLNPX')}{pick.choice('ABDKRT')}{pick.randrange(10**6, 10**7)}",
        identity=identity_number(NOBODYS_AREAS[0], birth, _order(seed, sex == "F")),
        issued=issued,
        expiry=expiry,
    )


def compatriot(seed: int, origin: str) -> Traveller:
    """A resident of Hong Kong, Macao or Taiwan; the permit's number begins with 99, which none has reached."""
    if origin not in ORIGINS:
        raise ValueError(f"no such origin: {origin}; there are {', '.join(ORIGINS)}")
    pick = chance(seed, f"compatriot-{origin}")
    sex = pick.choice("MF")
    family = pick.choice(sorted(PINYIN_SURNAMES))
    given = [pick.choice(sorted(PINYIN_GIVEN)) for _ in range(pick.choice((1, 2, 2)))]
    birth, issued, expiry = _dates(seed, 5 if origin == "taiwan" else 10)
    seventeen = f"{NOBODYS_ORIGIN_AREAS[origin]}{birth:%Y%m%d}{_order(seed, sex == 'F'):03d}"
    letter = {"hongKong": "H", "macao": "M", "taiwan": ""}[origin]
    return Traveller(
        seed=seed,
        surname=PINYIN_SURNAMES[family],
        given="".join(PINYIN_GIVEN[character] for character in given),
        chinese_name=family + "".join(given),
        sex=sex,
        nationality="CHN",
        birth=birth,
        number=f"{letter}99{pick.randrange(10**5, 10**6)}",
        identity=seventeen + mod_11_2(seventeen),
        issued=issued,
        expiry=expiry,
    )

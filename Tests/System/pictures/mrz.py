"""The machine-readable zone of ICAO 9303: two lines of 44 (passports, TD3) or three of 30 (cards, TD1)."""

import datetime
import unicodedata
from dataclasses import dataclass

from .check_digits import mrz_check

# ICAO 9303 part 3, section 6: letters that become two. Others lose their marks.
TWO_LETTERS = {"Ä": "AE", "Ö": "OE", "Ü": "UE", "Å": "AA", "Ø": "OE", "Æ": "AE", "Œ": "OE", "Þ": "TH", "ß": "SS", "ẞ": "SS", "Ñ": "N"}


@dataclass(frozen=True)
class Holder:
    """What a zone tells. `code` is the document's kind (P, CR …), `state` who issued it."""

    code: str
    state: str
    nationality: str
    surname: str
    given: str
    number: str
    birth: datetime.date
    sex: str
    expiry: datetime.date
    optional: str = ""


def letters(name: str) -> str:
    """A name in the zone's alphabet: hyphens and spaces become fillers, apostrophes vanish."""
    plain = "".join(TWO_LETTERS.get(letter, letter) for letter in name.upper())
    plain = "".join(letter for letter in unicodedata.normalize("NFD", plain) if not unicodedata.combining(letter))
    return "".join("<" if letter in "- " else letter for letter in plain if letter in "- " or "A" <= letter <= "Z")


def _names(holder: Holder, width: int) -> str:
    return f"{letters(holder.surname)}<<{letters(holder.given)}"[:width].ljust(width, "<")


def _field(text: str, width: int) -> str:
    if len(text) > width:
        raise ValueError(f"{text!r} is longer than {width} characters")
    return text.ljust(width, "<")


def td3(holder: Holder) -> tuple[str, str]:
    """The passport's two lines."""
    number, optional = _field(holder.number, 9), _field(holder.optional, 14)
    birth, expiry = f"{holder.birth:%y%m%d}", f"{holder.expiry:%y%m%d}"
    number += mrz_check(number)
    birth += mrz_check(birth)
    expiry += mrz_check(expiry)
    # An empty optional field may have the filler in place of its check digit.
    optional += mrz_check(optional) if holder.optional else "<"
    first = f"{_field(holder.code, 2)}{_field(holder.state, 3)}{_names(holder, 39)}"
    return (
        first,
        f"{number}{_field(holder.nationality, 3)}{birth}{holder.sex}{expiry}{optional}{mrz_check(number + birth + expiry + optional)}",
    )


def _td1_number(holder: Holder) -> str:
    """Number, check digit and optional data. Of a number longer than nine the rest, and the check digit of it all, go into the optional
    data, and a filler stands in the check digit's place (part 5, note j)."""
    if len(holder.number) <= 9:
        number = _field(holder.number, 9)
        return f"{number}{mrz_check(number)}{_field(holder.optional, 15)}"
    return holder.number[:9] + "<" + _field(f"{holder.number[9:]}{mrz_check(holder.number)}<{holder.optional}", 15)


def td1(holder: Holder) -> tuple[str, str, str]:
    """The card's three lines."""
    first = f"{_field(holder.code, 2)}{_field(holder.state, 3)}{_td1_number(holder)}"
    birth, expiry = f"{holder.birth:%y%m%d}", f"{holder.expiry:%y%m%d}"
    birth += mrz_check(birth)
    expiry += mrz_check(expiry)
    rest = _field("", 11)
    overall = mrz_check(first[5:] + birth + expiry + rest)
    return first, f"{birth}{holder.sex}{expiry}{_field(holder.nationality, 3)}{rest}{overall}", _names(holder, 30)

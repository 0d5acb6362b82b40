"""The machine-readable zones of the invented documents, against the published examples and check digits written anew."""

import datetime

import pytest

from pictures import mrz, residence_cards, travel_documents, travellers
from pictures.check_digits import mrz_check
from pictures.documents import draw

SEED = 7


def weighted(field: str) -> int:
    """The 7-3-1 sum, written anew."""
    alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return sum(max(alphabet.find(character), 0) * (7, 3, 1)[place % 3] for place, character in enumerate(field)) % 10


def zone_holds(lines: list[str]) -> bool:
    """Whether every check digit of a zone is right."""
    if len(lines) == 2:
        second = lines[1]
        checked = second[0:10] + second[13:20] + second[21:43]
        return (
            [len(line) for line in lines] == [44, 44]
            and weighted(second[0:9]) == int(second[9])
            and weighted(second[13:19]) == int(second[19])
            and weighted(second[21:27]) == int(second[27])
            and weighted(checked) == int(second[43])
        )
    first, second, _ = lines
    if first[14] == "<":
        rest = first[15:30].split("<")[0]
        number, digit = first[5:14] + rest[:-1], rest[-1]
    else:
        number, digit = first[5:14], first[14]
    checked = first[5:30] + second[0:7] + second[8:15] + second[18:29]
    return (
        [len(line) for line in lines] == [30, 30, 30]
        and weighted(number) == int(digit)
        and weighted(second[0:6]) == int(second[6])
        and weighted(second[8:14]) == int(second[14])
        and weighted(checked) == int(second[29])
    )


def test_the_published_passport_zone():
    """ICAO 9303 part 4, appendix A."""
    holder = mrz.Holder(
        "P", "UTO", "UTO", "Eriksson", "Anna Maria", "L898902C3", datetime.date(1974, 8, 12), "F", datetime.date(2012, 4, 15), "ZE184226B"
    )
    assert mrz.td3(holder) == ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10")


def test_the_published_card_zone():
    """ICAO 9303 part 5, appendix A."""
    holder = mrz.Holder(
        "I", "UTO", "UTO", "Eriksson", "Anna Maria", "D23145890", datetime.date(1974, 8, 12), "F", datetime.date(2012, 4, 15)
    )
    assert mrz.td1(holder) == ("I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<")


def test_a_number_longer_than_nine_goes_on_in_the_optional_data():
    """ICAO 9303 part 5, the example of note j."""
    holder = mrz.Holder(
        "I", "UTO", "UTO", "Stevenson", "Peter John", "D23145890734", datetime.date(1934, 7, 12), "M", datetime.date(1995, 7, 12)
    )
    assert mrz.td1(holder) == ("I<UTOD23145890<7349<<<<<<<<<<<", "3407127M9507122UTO<<<<<<<<<<<2", "STEVENSON<<PETER<JOHN<<<<<<<<<")


@pytest.mark.parametrize(
    "zone",
    [
        lambda seed: travel_documents.passport_zone(travellers.foreigner(seed)),
        lambda seed: residence_cards.foreign_zone(travellers.foreigner(seed)),
        *(
            lambda seed, origin=origin: travel_documents.permit_zone(travellers.compatriot(seed, origin), origin)
            for origin in travellers.ORIGINS
        ),
    ],
)
def test_zones_hold(zone):
    for seed in range(50):
        assert zone_holds(list(zone(seed))), zone(seed)


@pytest.mark.parametrize("kind", ["passport", "hk-permit-back"])
def test_a_wrong_digit_breaks_a_zone(kind):
    lines = draw(SEED, kind)[2]["mrz"]
    row = 1
    for place, character in enumerate(lines[row]):
        if character.isdecimal():
            wrong = [*lines]
            wrong[row] = lines[row][:place] + str((int(character) + 1) % 10) + lines[row][place + 1 :]
            assert not zone_holds(wrong), place


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("O'FEARRAIN", "OFEARRAIN"),
        ("BRÖNTMARK", "BROENTMARK"),
        ("OSTROWEC-LINDE", "OSTROWEC<LINDE"),
        ("DE LA VEGUERRA", "DE<LA<VEGUERRA"),
        ("MARÍA", "MARIA"),
    ],
)
def test_names_in_the_zones_alphabet(name, expected):
    assert mrz.letters(name) == expected


@pytest.mark.parametrize("wrong", ["l898902c3", "ABC 123", "É12345", "١٢٣"])
def test_no_check_digit_for_what_a_zone_cannot_hold(wrong):
    with pytest.raises(ValueError):
        mrz_check(wrong)


def test_a_passport_number_too_long_is_refused():
    with pytest.raises(ValueError, match="longer than 9"):
        mrz.td3(mrz.Holder("P", "UTO", "UTO", "A", "B", "1234567890", datetime.date(1980, 1, 1), "M", datetime.date(2030, 1, 1)))

"""Pictures of invented documents: the same from the same seed, true to what they say, nobody's, and bad only where they should be."""

import datetime
import io
import pathlib
import re
import subprocess
import sys

import pytest
from PIL import Image

import pictures
from picture_measures import area_on_picture, brightness, burnt_out, card_only, opened, sharpness
from pictures import people, photograph, residence_cards, resident_id, travellers
from pictures.check_digits import mod_11_2
from pictures.documents import draw
from pictures.drawing import font

HERE = pathlib.Path(__file__).resolve().parent
REGIONS = HERE.parent.parent / "Scripts" / "regions"
SEED = 7


def is_identity(number: str) -> bool:
    """ISO 7064 MOD 11-2, written anew: the sum over powers of two is 1."""
    if not re.fullmatch(r"\d{17}[\dX]", number):
        return False
    value = 0
    for character in number:
        value = (value * 2 + (10 if character == "X" else int(character))) % 11
    return value == 1


@pytest.fixture(scope="module")
def front() -> dict[str, tuple[Image.Image, dict]]:
    """The ID front in every difficulty."""
    made = {difficulty: pictures.card(SEED, difficulty) for difficulty in pictures.DIFFICULTIES}
    return {difficulty: (opened(picture), truth) for difficulty, (picture, truth) in made.items()}


# ---------------------------------------------------------------- the same from the same seed


@pytest.mark.parametrize("kind", ["id-front", "hk-permit-back"])
def test_same_seed_same_bytes(kind):
    once = pictures.card(SEED, "hard", kind)
    draw.cache_clear()
    assert pictures.card(SEED, "hard", kind) == once


def test_same_bytes_in_another_process(tmp_path):
    command = [
        sys.executable,
        "-m",
        "pictures",
        "id-front",
        "--seed",
        str(SEED),
        "--difficulty",
        "glare",
        "--out",
        str(tmp_path / "card.jpg"),
    ]
    subprocess.run(command, cwd=HERE, check=True, env={"PYTHONHASHSEED": "4711", "PATH": "/usr/bin:/bin"})
    assert (tmp_path / "card.jpg").read_bytes() == pictures.card(SEED, "glare")[0]


def test_other_seeds_are_other_pictures_and_people():
    numbers = {pictures.person(seed).number for seed in range(500)}
    assert len(numbers) == 500
    assert pictures.card(1)[0] != pictures.card(2)[0]


def test_a_difficulty_changes_the_picture_and_never_the_person(front):
    people_shown = [{name: truth[name] for name in ("name", "number", "address", "birth")} for _, truth in front.values()]
    assert all(shown == people_shown[0] for shown in people_shown)
    assert len({picture.tobytes() for picture, _ in front.values()}) == len(pictures.DIFFICULTIES)


# ---------------------------------------------------------------- true


def test_identity_numbers_hold_and_agree_with_the_person():
    for seed in range(300):
        who = pictures.person(seed)
        assert is_identity(who.number), who
        assert who.number[6:14] == f"{who.birth:%Y%m%d}"
        assert int(who.number[16]) % 2 == (1 if who.sex == "男" else 0)


def test_a_wrong_digit_breaks_an_identity_number():
    number = pictures.person(SEED).number
    for place in range(17):
        for digit in set("0123456789") - {number[place]}:
            assert not is_identity(number[:place] + digit + number[place + 1 :])


@pytest.mark.parametrize("number", ["11010519491231002X", "440524188001010014", "810000199001010019", "931392197506150028"])
def test_published_identity_numbers(number):
    assert mod_11_2(number[:17]) == number[17]


@pytest.mark.parametrize(
    "wrong", ["", "1234567890123456", "123456789012345678", "1234567890123456X", "１２３４５６７８９０１２３４５６A", "-2345678901234567"]
)
def test_no_check_character_for_what_is_not_seventeen_digits(wrong):
    with pytest.raises(ValueError):
        mod_11_2(wrong)


@pytest.mark.parametrize(("age", "years"), [(0, 5), (15, 5), (16, 10), (25, 10), (26, 20), (45, 20), (46, None), (90, None)])
def test_validity_goes_by_age_at_issue(age, years):
    assert people.validity_years(age) == years


def test_cards_are_valid_today_for_the_years_their_age_gives():
    for seed in range(200):
        who = pictures.person(seed)
        assert who.birth < who.valid_from < people.TODAY
        years = people.validity_years(people.age_at(who.birth, who.valid_from))
        if years is None:
            assert resident_id.validity(who).endswith("-长期")
        else:
            assert who.valid_until > people.VALID_ON and who.valid_until.year - who.valid_from.year == years


def test_an_expired_card_is_the_same_persons_and_over():
    for seed in range(100):
        who = pictures.person(seed)
        before = people.with_expired_card(who)
        assert before.number == who.number and before.valid_until < people.TODAY
        assert before.valid_until.year - before.valid_from.year == people.validity_years(people.age_at(who.birth, before.valid_from))


@pytest.mark.parametrize("origin", travellers.ORIGINS)
def test_permits_are_valid(origin):
    for seed in range(100):
        who = travellers.compatriot(seed, origin)
        resident, _ = residence_cards.permit_holder(seed, origin)
        assert who.issued < people.TODAY and who.expiry > people.VALID_ON and resident.valid_until > people.VALID_ON


def test_a_leap_day_has_no_29th_later():
    assert people.years_later(datetime.date(2016, 2, 29), 5) == datetime.date(2021, 2, 28)


def test_names_of_every_kind_occur():
    names = [pictures.person(seed).name for seed in range(300)]
    assert any("·" in name for name in names)
    assert any(set(name) & set(people.RARE_GIVEN) for name in names)
    assert any(name.startswith(("欧阳", "司徒", "尉迟", "皇甫", "长孙")) for name in names)
    assert not any(re.search(r"[\sA-Za-z0-9]", name) for name in names)


def test_the_typeface_has_every_character():
    def drawn(character: str) -> bytes:
        return bytes(font("hei", 40).getmask(character))

    missing = drawn("\U0010ffff")
    written = {
        *people.SURNAMES,
        *people.GIVEN,
        *"".join((*people.RARE_SURNAMES, *people.RARE_GIVEN, *people.PROVINCES, *people.CITIES, *people.DISTRICTS)),
    }
    assert not [character for character in written if drawn(character) == missing]


def test_addresses_break_into_two_or_three_lines_and_lose_nothing():
    for seed in range(300):
        address = pictures.person(seed).address
        lines = resident_id.address_lines(address)
        assert "".join(lines) == address and 2 <= len(lines) <= 3


def test_fields_lie_on_the_document_and_do_not_touch(front):
    boxes = front["clean"][1]["document"]["boxes"]
    for name, (left, top, right, bottom) in boxes.items():
        assert 0 <= left < right <= 1010 and 0 <= top < bottom <= 640, name
    for name, box in boxes.items():
        for other, beside in boxes.items():
            assert name == other or box[2] <= beside[0] or beside[2] <= box[0] or box[3] <= beside[1] or beside[3] <= box[1], (name, other)


# ---------------------------------------------------------------- nobody's


def known_regions() -> set[str]:
    return {
        code
        for path in REGIONS.rglob("*")
        if path.is_file()
        for code in re.findall(r"\b\d{6}\b", path.read_text(encoding="utf-8", errors="ignore"))
    }


def test_no_place_has_the_areas():
    known = known_regions()
    assert "110105" in known
    assert not known & ({*pictures.NOBODYS_AREAS} | {*travellers.NOBODYS_ORIGIN_AREAS.values()})


@pytest.mark.parametrize("area", ["110105", "440305", "810000", "710000", "", "99999", "9999999", "abcdef"])
def test_an_area_that_somebody_may_have_is_refused(area):
    with pytest.raises(ValueError, match="real people"):
        pictures.person(SEED, area)
    with pytest.raises(ValueError, match="real people"):
        pictures.card(SEED, area=area)


@pytest.mark.parametrize("area", pictures.NOBODYS_AREAS)
def test_resident_numbers_are_nobodys(area):
    assert all(pictures.person(seed, area).number.startswith(area) for seed in range(50))


@pytest.mark.parametrize("origin", travellers.ORIGINS)
def test_permit_numbers_are_nobodys(origin):
    for seed in range(50):
        who = travellers.compatriot(seed, origin)
        assert re.fullmatch({"hongKong": r"H99\d{6}", "macao": r"M99\d{6}", "taiwan": r"99\d{6}"}[origin], who.number)
        assert is_identity(who.identity) and who.identity.startswith(travellers.NOBODYS_ORIGIN_AREAS[origin])


def test_foreigners_come_from_no_country():
    for seed in range(50):
        who = travellers.foreigner(seed)
        assert who.nationality == "UTO" and who.identity.startswith("999999") and is_identity(who.identity)


def test_no_place_of_an_address_is_on_the_map():
    names = "".join(path.read_text(encoding="utf-8", errors="ignore") for path in REGIONS.rglob("*") if path.is_file())
    for place in (*people.PROVINCES, *people.CITIES, *people.DISTRICTS):
        assert place not in names, place


def test_files_carry_no_metadata():
    with Image.open(io.BytesIO(pictures.card(SEED)[0])) as picture:
        assert not picture.getexif() and "comment" not in picture.info


# ---------------------------------------------------------------- what is not there is refused


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: pictures.card(1, "perfect"), "no such difficulty"),
        (lambda: pictures.card(1, kind="driving-licence"), "no such kind"),
        (lambda: pictures.hand_held(1, "upside-down"), "no such flaw"),
        (lambda: pictures.feed("television", 1), "no such feed"),
        (lambda: pictures.feed("face", 1, actions=("wink",)), "no such action"),
        (lambda: pictures.feed("face", 1, size=(161, 120)), "even"),
        (lambda: travellers.compatriot(1, "atlantis"), "no such origin"),
    ],
)
def test_what_is_not_there_is_refused(call, message):
    with pytest.raises(ValueError, match=message):
        call()


@pytest.mark.parametrize(
    "arguments",
    [["id-top"], ["id-front", "--difficulty", "blurry"], ["id-front", "--area", "110105"], ["feed-face", "--actions", "wink"], []],
)
def test_the_command_refuses_and_writes_nothing(arguments, tmp_path):
    out = tmp_path / "out.y4m"
    done = subprocess.run(
        [sys.executable, "-m", "pictures", *arguments, "--out", str(out)], cwd=HERE, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2 and "error:" in done.stderr and "Traceback" not in done.stderr
    assert not out.exists()


# ---------------------------------------------------------------- defects are there, and only where they should be


def test_only_the_blurred_one_is_blurred(front):
    sharp = sharpness(front["clean"][0])
    assert sharpness(card_only(*front["blurred"])) < 0.15 * sharp
    for difficulty in ("hard", "glare", "small", "corner"):
        assert sharpness(card_only(*front[difficulty])) > 0.3 * sharp, difficulty


def test_only_the_dark_one_is_dark(front):
    assert brightness(card_only(*front["dark"])).mean() < 40
    for difficulty in set(pictures.DIFFICULTIES) - {"dark"}:
        assert brightness(card_only(*front[difficulty])).mean() > 110, difficulty


def test_only_the_one_with_glare_is_burnt_out(front):
    assert burnt_out(card_only(*front["glare"])) > 0.03
    for difficulty in set(pictures.DIFFICULTIES) - {"glare"}:
        assert burnt_out(card_only(*front[difficulty])) < 0.015, difficulty


def test_only_the_small_one_is_small(front):
    assert area_on_picture(front["small"][1]) < 0.06
    for difficulty in set(pictures.DIFFICULTIES) - {"small"}:
        assert area_on_picture(front[difficulty][1]) > 0.35, difficulty


@pytest.mark.parametrize("difficulty", pictures.DIFFICULTIES[1:])
def test_a_corner_is_missing_only_where_it_should(difficulty):
    for aspect in (1010 / 640, 1475 / 1038):
        for seed in range(100):
            missing = sum(
                not (0 <= x <= photograph.FRAME[0] and 0 <= y <= photograph.FRAME[1]) for x, y in photograph.place(aspect, seed, difficulty)
            )
            assert missing in (1, 2, 3) if difficulty == "corner" else missing == 0, (seed, aspect)

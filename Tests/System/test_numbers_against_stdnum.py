"""A million changed numbers through `shiming check KIND`, against python-stdnum and against references written here.

Where the program and python-stdnum differ, the difference must be one of the cases that docs/numbers.md names; which one is
decided here by logic of its own, and a difference that fits none fails. Run with SHIMING_BIN set to the built program:

    SHIMING_BIN=.build/release/shiming python3 -m pytest Tests/System/test_numbers_against_stdnum.py

SHIMING_NUMBERS_SEED and SHIMING_NUMBERS_COUNT change the seed and the million.
"""

import collections
import datetime
import os
import pathlib
import random
import re
import subprocess

import pytest
from stdnum import imei, imsi, luhn
from stdnum.cn import ric, uscc
from stdnum.iso7064 import mod_11_2, mod_11_10, mod_97_10

BIN = os.environ.get("SHIMING_BIN")
SEED = int(os.environ.get("SHIMING_NUMBERS_SEED", "20261123"))
MILLION = int(os.environ.get("SHIMING_NUMBERS_COUNT", "1000000"))
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
TODAY = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=8)).date()

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")

# How the million is shared out.
SHARES = {
    "resident-id": 25, "credit-code": 20, "imei": 12, "imsi": 8, "eid": 6, "iccid": 6, "msisdn": 5, "organisation-code": 4,
    "business-licence": 4, "residence-permit": 2, "foreign-permanent-id": 3, "hk-macao-permit": 2, "taiwan-permit": 2, "passport": 1,
}

DIGITS = "0123456789"
CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
BLANKS = [" ", "\t", "\u3000", "\u00a0", "\u200b", "\ufeff", "\u202f"]
DASHES = ["-", "\u2010", "\u2013", "\u2014", "\u2212", "\uff0d"]
STRAYS = ["\x00", "é", "😀", "١", "卡", ".", "/", "+", "_", "(", "O"]


# ---------------------------------------------------------------- numbers to begin with

def digits(chance, count):
    return "".join(chance.choice(DIGITS) for _ in range(count))


def birth(chance):
    if chance.random() < 0.1:
        return digits(chance, 8)
    year = chance.choice([chance.randint(1880, 2035), chance.randint(1940, 2010), chance.randint(1940, 2010)])
    return f"{year:04}{chance.randint(1, 12):02}{chance.randint(1, 29):02}"


def with_mod_11_2(seventeen):
    return seventeen + mod_11_2.calc_check_digit(seventeen)


def organisation_check(eight):
    total = sum(int(c, 36) * w for c, w in zip(eight, (3, 7, 9, 10, 5, 8, 4, 2)))
    return "0123456789X0"[11 - total % 11]


def organisation_code(chance):
    eight = chance.choice([digits(chance, 8), "MA" + "".join(chance.choice(CREDIT_ALPHABET) for _ in range(6))])
    return eight + organisation_check(eight)


def region(chance):
    return chance.choice(REGION_CODES) if chance.random() < 0.9 else digits(chance, 6)


def credit_code(chance):
    if chance.random() < 0.001:
        return "0" * 18
    inner = organisation_code(chance)
    if chance.random() < 0.1:
        inner = inner[:8] + chance.choice("0123456789X")
    first = chance.choice(["91", "91", "92", "11", "12", "51", "31", "A1", "N2", "Y1", "97", "00", "QX", "9A"])
    return first + uscc_check(first + region(chance) + inner)[2:]


def uscc_check(seventeen):
    total = sum(CREDIT_ALPHABET.index(c) * pow(3, i, 31) for i, c in enumerate(seventeen))
    return seventeen + CREDIT_ALPHABET[-total % 31]


def with_luhn(text):
    return text + luhn.calc_check_digit(text)


def eid(chance):
    body = chance.choice(["89", "89", "89", "88"]) + digits(chance, 28)
    return body + mod_97_10.calc_check_digits(body)


def iccid(chance):
    issuer = chance.choice(["00", "01", "02", "03", "04", "06", "07", "09", "11", "15", "99"])
    body = with_luhn("8986" + issuer + digits(chance, chance.choice([12, 13])))
    return body if chance.random() < 0.8 else body[:7] + chance.choice("ABCDE") + body[8:]


def msisdn(chance):
    start = chance.choice(["1440", "1441", "148", "146", "1410", "10647", "10649", "1064", "14", "138", "147", "172", "1", ""])
    number = start + digits(chance, chance.choice([11, 13, 13]) - len(start))
    return chance.choice(["", "", "", "86", "+86", "0086", "+852"]) + number


BEGINNINGS = {
    "resident-id": lambda c: with_mod_11_2(region(c) + birth(c) + digits(c, 3)),
    "credit-code": credit_code,
    "imei": lambda c: c.choice([with_luhn(digits(c, 14)), with_luhn(digits(c, 14)), digits(c, 14), digits(c, 16), digits(c, 14) + "0", "0" * 15]),
    "imsi": lambda c: (c.choice(["46000", "46006", "46011", "46015", "460", "00101", "46099", "429", "454", ""]) + digits(c, 15))[:c.choice([14, 15, 15, 15])],
    "eid": eid,
    "iccid": iccid,
    "msisdn": msisdn,
    "organisation-code": organisation_code,
    "business-licence": lambda c: (lambda body: body + mod_11_10.calc_check_digit(body))(region(c) + digits(c, 8)),
    "residence-permit": lambda c: with_mod_11_2(c.choice(["810000", "820000", "830000", "810101", "110105"]) + birth(c) + digits(c, 3)),
    "foreign-permanent-id": lambda c: c.choice(
        [with_mod_11_2("9" + c.choice(["11", "31", "44", "99"]) + digits(c, 3) + birth(c) + digits(c, 3)),
         "".join(c.choice(LETTERS) for _ in range(3)) + digits(c, 12)]),
    "hk-macao-permit": lambda c: c.choice(["H", "M", "", "T"]) + c.choice([digits(c, 8), digits(c, 10), "0" * 8]),
    "taiwan-permit": lambda c: c.choice([digits(c, 8), digits(c, 10), digits(c, 10) + "(B)", digits(c, 10) + "Ｂ", digits(c, 10) + "（Ｄ）", "1" * 8]),
    "passport": lambda c: c.choice(["E", "EA", "", "G"]) + digits(c, c.randint(3, 18)),
}


def changed(chance, text):
    """The text with one of the slips that people and programs make, or none."""
    slip = chance.randrange(12)
    at = chance.randrange(len(text)) if text else 0
    if slip == 0:
        return text[:at] + chance.choice(DIGITS) + text[at + 1:]
    if slip == 1:
        return text[:at] + text[at + 1:at + 2] + text[at:at + 1] + text[at + 2:]
    if slip == 2:
        return text[:at] + text[at + 1:]
    if slip == 3:
        return text[:at] + chance.choice(DIGITS + LETTERS) + text[at:]
    if slip == 4:
        return text.lower()
    if slip == 5:
        return "".join(chr(ord(c) + 0xFEE0) if 0x21 <= ord(c) <= 0x7E and chance.random() < 0.5 else c for c in text)
    if slip == 6:
        return text[:at] + chance.choice(BLANKS) + text[at:]
    if slip == 7:
        return text[:at] + chance.choice(DASHES) + text[at:]
    if slip == 8:
        return text[:at] + chance.choice(STRAYS) + text[at + chance.randrange(2):]
    if slip == 9:
        return text[:at] + chance.choice(DIGITS + LETTERS) + text[at + 1:]
    return text


# ---------------------------------------------------------------- the references

def read_regions():
    last = {}
    for row in (ROOT / "Scripts/regions/gb2260.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        code, _, _, until = row.split("\t")
        last[code] = max(last.get(code, 0), int(until[:4]) if until else 9999)
    return last


REGIONS = read_regions()
REGION_CODES = sorted(REGIONS)


def region_doubt(code, since):
    last = REGIONS.get(code) or (REGIONS.get(code[:4] + "00") if code.endswith("01") else None)
    if last is None:
        return "region-unknown"
    return "region-out-of-years" if last + 1 < since else None


def normalised(text, without_dashes):
    """What R-NF-04 makes of a text; dashes stay in the way where a format has none."""
    out = []
    for c in text:
        if 0xFF01 <= ord(c) <= 0xFF5E:
            c = chr(ord(c) - 0xFEE0)
        if c.isspace() or c in "\u200b\ufeff":
            continue
        if c in DASHES:
            if without_dashes:
                continue
            c = "-"
        out.append(c.upper() if c.isascii() else c)
    return "".join(out)


class Refused(Exception):
    pass


def demand(condition):
    if not condition:
        raise Refused


def date_of(text):
    try:
        return datetime.date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        raise Refused from None


def person_doubts(text):
    """The doubts about age that the eighteen characters give rise to."""
    demand(re.fullmatch(r"[0-9]{17}[0-9X]", text) and mod_11_2.is_valid(text))
    born = date_of(text[6:14])
    age = TODAY.year - born.year - ((TODAY.month, TODAY.day) < (born.month, born.day))
    demand(born <= TODAY and age <= 120)
    return (["age-unusual"] if age > 99 else []), born


def one_character(text):
    return len(text) > 1 and len(set(text)) == 1


def ref_resident_id(text):
    doubts, born = person_doubts(text)
    if "81" <= text[:2] <= "83":
        return text, doubts + ["is-residence-permit"]
    if text[0] == "9":
        return text, doubts + ["is-foreign-permanent-id"]
    doubt = region_doubt(text[:6], max(born.year, 1984))
    return text, doubts + ([doubt] if doubt else [])


def ref_credit_code(text):
    demand(len(text) == 18 and all(c in CREDIT_ALPHABET for c in text) and re.fullmatch("[0-9]{6}", text[2:8]))
    demand(not one_character(text) and uscc_check(text[:17]) == text and organisation_check(text[8:16]) == text[16])
    listed = {"1": "1239", "2": "19", "3": "123459", "4": "19", "5": "1239", "6": "12", "7": "129", "8": "19", "9": "123", "A": "19", "N": "1239", "Y": "1"}
    doubts = [] if text[1] in listed.get(text[0], "") else ["credit-code-authority-unknown"]
    if text[2:8] != "100000" and region_doubt(text[2:8], 0):
        doubts.append("region-unknown")
    return text, doubts


def ref_imei(text):
    demand(re.fullmatch("[0-9]{14,16}", text))
    doubts = ["imei-no-check-digit"] if len(text) == 14 else []
    if len(text) == 15 and not luhn.is_valid(text):
        demand(text[14] == "0")
        doubts.append("imei-check-digit-zero")
    return text, doubts + (["imei-placeholder"] if len(set(text[:14])) == 1 else [])


def ref_imsi(text):
    demand(re.fullmatch("[0-9]{15}", text) and (text.startswith("460") or text.startswith("00101")))
    if text[:5] in ("00101", "46099"):
        return text, ["imsi-test-network"]
    known = {"00", "01", "02", "03", "04", "05", "06", "07", "08", "09", "11", "12", "13", "15", "20"}
    return text, [] if text[3:5] in known else ["imsi-network-unknown"]


def ref_eid(text):
    demand(re.fullmatch("89[0-9]{30}", text) and mod_97_10.is_valid(text))
    return text, []


def ref_iccid(text):
    demand(re.fullmatch("8986[0-9A-Z]{15,16}", text))
    return text, ["iccid-luhn"] if text.isdigit() and not luhn.is_valid(text) else []


def ref_msisdn(text):
    number = re.fullmatch(r"(?:\+86|0086|86)?((?!86)[0-9]*)", text)
    demand(number)
    number = number.group(1)
    if re.fullmatch(r"14(?:[14]0|41|[68][0-9])[0-9]{9}|1064[0-9]{9}", number):
        return number, []
    if re.fullmatch("14[0-9]{11}", number):
        return number, ["msisdn-range-unknown"]
    demand(re.fullmatch("1[3-9][0-9]{9}", number))
    return number, [] if re.match("14[1456789]|172|178", number) else ["msisdn-ordinary-phone"]


def ref_organisation_code(text):
    demand(re.fullmatch("[0-9A-Z]{8}[0-9X]", text) and not one_character(text) and organisation_check(text[:8]) == text[8])
    return text, []


def ref_business_licence(text):
    demand(re.fullmatch("[0-9]{15}", text) and not one_character(text) and mod_11_10.is_valid(text))
    return text, ["region-unknown"] if text[:6] != "100000" and region_doubt(text[:6], 0) else []


def ref_residence_permit(text):
    doubts, _ = person_doubts(text)
    demand("81" <= text[:2] <= "83")
    return text, ([] if text[2:6] == "0000" else ["region-unknown"]) + doubts


def ref_foreign(text):
    if re.fullmatch("[A-Z]{3}[0-9]{12}", text):
        return text, []
    demand(text.startswith("9"))
    doubts, born = person_doubts(text)
    doubt = region_doubt(text[1:3] + "0000", born.year)
    return text, doubts + ([doubt] if doubt else [])


def ref_hk_macao(text):
    demand(re.fullmatch("[HM]?([0-9]{8}|[0-9]{10})", text) and not one_character(text.lstrip("HM")))
    return text, [] if text[0] in "HM" else ["hk-macao-permit-letter-missing"]


def ref_taiwan(text):
    parts = re.fullmatch(r"([0-9]{8}|[0-9]{10})|([0-9]{10})(?:\(([A-Z])\)|([A-Z]))", text)
    demand(parts)
    demand(not one_character(parts.group(1) or parts.group(2)))
    return parts.group(1) or parts.group(2) + (parts.group(3) or parts.group(4)), []


def ref_passport(text):
    demand(re.fullmatch("[0-9A-Z]{5,17}", text) and not one_character(text))
    return text, []


REFERENCES = {
    "resident-id": ref_resident_id, "credit-code": ref_credit_code, "imei": ref_imei, "imsi": ref_imsi, "eid": ref_eid, "iccid": ref_iccid,
    "msisdn": ref_msisdn, "organisation-code": ref_organisation_code, "business-licence": ref_business_licence,
    "residence-permit": ref_residence_permit, "foreign-permanent-id": ref_foreign, "hk-macao-permit": ref_hk_macao,
    "taiwan-permit": ref_taiwan, "passport": ref_passport,
}
WITHOUT_DASHES = {"msisdn", "imsi", "imei", "credit-code", "organisation-code"}


# ---------------------------------------------------------------- the named differences to python-stdnum

def stdnum_of(module, text):
    try:
        return module.validate(text)
    except Exception:  # also a KeyError of its own, for regions it knows without a county
        return None


def case_resident_id(text, ours, theirs):
    if theirs is not None:
        born = date_of(theirs[6:14])
        if born > TODAY:
            return "resident-id-future-birth"
        age = TODAY.year - born.year - ((TODAY.month, TODAY.day) < (born.month, born.day))
        return "resident-id-over-120" if age > 120 else None
    plain = normalised(text, False)
    if plain != text and stdnum_of(ric, plain):
        return "spaces-inside"
    person_doubts(plain)
    try:
        ric.get_birth_place(plain)
    except Exception:
        return "resident-id-region-only-doubted"
    return None


def case_credit_code(text, ours, theirs):
    if theirs is not None:
        if one_character(theirs):
            return "credit-code-placeholder"
        return "credit-code-inner-organisation-code" if organisation_check(theirs[8:16]) != theirs[16] else None
    plain = normalised(text, True)
    if not plain[:2].isdigit() and uscc_check(plain[:17]) == plain and plain[2:8].isdigit():
        return "credit-code-letter-authority"
    return "spaces-inside" if plain != text and uscc.is_valid(plain) else None


def case_imei(text, ours, theirs):
    plain = normalised(text, True)
    if theirs is None and plain != text and imei.is_valid(plain):
        return "spaces-inside"
    return "imei-network-zero" if theirs is None and re.fullmatch("[0-9]{14}0", plain) and not luhn.is_valid(plain) else None


def case_imsi(text, ours, theirs):
    plain = normalised(text, True)
    if theirs is None:
        if plain != text and imsi.is_valid(plain):
            return "spaces-inside"
        return None
    if len(theirs) == 14:
        return "imsi-fourteen-digits"
    return None if theirs.startswith("460") else "imsi-foreign-country"


CASES = {
    "resident-id": (ric, case_resident_id), "credit-code": (uscc, case_credit_code), "imei": (imei, case_imei), "imsi": (imsi, case_imsi),
}


# ---------------------------------------------------------------- the tests

def answers(kind, texts):
    lines = "".join(text + "\n" for text in texts).encode()
    done = subprocess.run([BIN, "check", kind], input=lines, stdout=subprocess.PIPE, check=False)
    rows = [line.split("\t") for line in done.stdout.decode().split("\n")]
    assert rows.pop() == [""] and len(rows) == len(texts)
    return rows


@pytest.fixture(scope="module", params=SHARES)
def run(request):
    kind = request.param
    chance = random.Random(f"{SEED} {kind}")
    texts = [changed(chance, BEGINNINGS[kind](chance)) for _ in range(MILLION * SHARES[kind] // 100)]
    print(f"{kind}: seed {SEED}, {len(texts)} numbers")
    return kind, texts, answers(kind, texts)


def test_every_answer_is_the_references(run):
    kind, texts, rows = run
    seen = collections.Counter()
    for text, (standing, value, reasons) in zip(texts, rows):
        try:
            expected, doubts = REFERENCES[kind](normalised(text, kind in WITHOUT_DASHES))
            assert (standing, value) == ("warn" if doubts else "ok", expected), ascii(text)
            assert sorted(filter(None, reasons.split(","))) == sorted(doubts), ascii(text)
        except Refused:
            assert (standing, value) == ("refused", "") and reasons and "," not in reasons, (ascii(text), standing, value, reasons)
        seen[standing] += 1
    print(dict(seen))
    assert seen["refused"] > len(texts) // 100 and seen["ok"] > len(texts) // 100


@pytest.mark.parametrize("run", [kind for kind in SHARES if kind in CASES], indirect=True, scope="module")
def test_every_difference_to_stdnum_has_a_name(run):
    kind, texts, rows = run
    module, name_of = CASES[kind]
    named = (ROOT / "docs/numbers.md").read_text(encoding="utf-8")
    cases = collections.Counter()
    for text, (standing, value, _) in zip(texts, rows):
        ours, theirs = value or None, stdnum_of(module, text)
        if ours == theirs:
            continue
        assert ours is None or theirs is None, f"both accept, but as different numbers: {text!a}"
        case = name_of(text, ours, theirs)
        assert case and f"`{case}`" in named, f"a difference without a name: {text!a} {standing} {theirs}"
        cases[case] += 1
    print(dict(cases))

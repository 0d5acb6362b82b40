"""Whether a copy of a picture is told from another card of the same layout: the trial of docs/reading.md, on drawn documents of invented people.
Prints the distances and how many cut copies are found (pytest -s shows them).

    SHIMING_BIN=.build/debug/shiming SHIMING_PICTURE_TRIAL=1 python3 -m pytest -s Tests/System/test_picture_marks.py
"""

import collections
import functools
import io
import itertools
import os
import random

import pytest

pictures = pytest.importorskip("pictures")

from PIL import Image, ImageEnhance  # noqa: E402
from test_reading import read, tell  # noqa: E402

# Seeds up to 1000 are for development; these were never looked at.
FIRST_SEED = 300_901
# As Registry/Verification/PictureDetail.swift has it.
COPY_BITS = 24
# As Registry/Verification/PictureExcerpt.swift has it.
EXCERPT_BITS = 10
KINDS = {"id-front": 10, "passport": 4, "hand-held": 6}
# Of so many cut copies at least so many are found; one of each way of cutting, and passports are hardly found.
FOUND = {"id-front": 3, "passport": 0, "hand-held": 3}
# Every cut of every picture, and not each of one.
IS_WHOLE_TRIAL = bool(os.environ.get("SHIMING_PICTURE_TRIAL"))


def stored(picture, quality, scale=1.0):
    smaller = picture.resize((int(picture.width * scale), int(picture.height * scale)), Image.Resampling.LANCZOS) if scale != 1 else picture
    into = io.BytesIO()
    smaller.save(into, "JPEG", quality=quality)
    return into.getvalue()


COPIES = {
    "stored anew": lambda picture: stored(picture, 75), "stored badly": lambda picture: stored(picture, 40),
    "half the size": lambda picture: stored(picture, 85, 0.5), "a screenshot of it": lambda picture: stored(picture, 70, 0.61),
    "lighter": lambda picture: stored(ImageEnhance.Brightness(picture).enhance(1.08), 85)}


# Left, top, right, bottom.
CUTS = {
    "1 % at the left": ((0.01, 0, 0, 0), lambda picture: stored(picture, 75)),
    "1 % on all sides": ((0.01, 0.01, 0.01, 0.01), lambda picture: stored(picture, 40, 0.61)),
    "2, 3, 0 and 5 %": ((0.02, 0.03, 0, 0.05), lambda picture: stored(ImageEnhance.Brightness(picture).enhance(1.08), 75, 0.8)),
    "5 % on all sides": ((0.05, 0.05, 0.05, 0.05), lambda picture: stored(picture, 60, 0.9)),
    "5 % above and at the right": ((0, 0.05, 0.05, 0), lambda picture: stored(picture, 40, 0.5))}


def cut(file, sides):
    picture = Image.open(io.BytesIO(file)).convert("RGB")
    left, top, right, bottom = sides
    width, height = picture.size
    return picture.crop((round(width * left), round(height * top), round(width * (1 - right)), round(height * (1 - bottom))))


def drawn(kind, seed):
    return pictures.hand_held(seed)[0] if kind == "hand-held" else pictures.card(seed, "clean", kind)[0]


def detail(picture):
    answer = read("quality", picture)
    assert len(answer["detail"]) == 256 and len(answer["fingerprint"]) == 16
    return int(answer["detail"], 16), int(answer["fingerprint"], 16), parts(answer["excerpts"]), parts(answer["excerptsSought"])


@functools.cache
def original(kind, seed):
    file = drawn(kind, seed)
    return file, detail(file)


# As an installation's key has it: the bits in another order, in four words.
ORDER = random.Random(20_261_130).sample(range(256), 256)
WORDS = [sum(1 << place for place in ORDER[first:first + 64]) for first in range(0, 256, 64)]


def parts(text):
    return [int(text[first:first + 64], 16) for first in range(0, len(text), 64)]


def is_found(kept, sought):
    """Whether a word is equal, and then few bits differ."""
    turned = (one ^ other for one in kept for other in sought)
    return any(bits.bit_count() <= EXCERPT_BITS and any(bits & word == 0 for word in WORDS) for bits in turned)


def distance(one, other):
    return (one ^ other).bit_count()


@pytest.mark.parametrize("kind", KINDS)
def test_copies_are_found_and_other_cards_are_not(kind):
    files, details = zip(*(original(kind, seed) for seed in range(FIRST_SEED, FIRST_SEED + KINDS[kind])), strict=True)
    others = sorted(distance(one[0], other[0]) for one, other in itertools.combinations(details, 2))
    marks = sorted(distance(one[1], other[1]) for one, other in itertools.combinations(details, 2))
    print(f"\n{kind}: other cards differ in {others[0]} of 1024 bits and more, in {marks[0]} of 64 and more")
    assert others[0] > COPY_BITS, "another person's card would be taken for a copy"
    # A frontal page of one layout: not every way of copying every card.
    for file, (own, *_), (name, copy) in zip(files[:5], details, COPIES.items()):
        found = distance(own, detail(copy(Image.open(io.BytesIO(file)).convert("RGB")))[0])
        tell(f"{kind}, {name}", {"bits": found}, 1024)
        assert found <= COPY_BITS, name


@pytest.mark.parametrize("kind", KINDS)
def test_copies_with_edges_cut_off_are_found_and_other_cards_are_not(kind):
    originals = [original(kind, seed) for seed in range(FIRST_SEED, FIRST_SEED + KINDS[kind])]
    details = [own for _, own in originals]
    for own in details:
        assert len(own[2]) <= 4 and len(own[3]) <= 54
    others = [
        (one ^ other).bit_count()
        for own, foreign in itertools.permutations(details, 2) for one in own[2] for other in foreign[3]]
    print(f"\n{kind}: parts of other cards differ in {min(others)} of 256 bits and more")
    assert min(others) > EXCERPT_BITS, "another person's card would be taken for a copy"
    found, tried, whole = collections.Counter(), collections.Counter(), 0
    copies = itertools.product(originals, CUTS.items()) if IS_WHOLE_TRIAL else zip(originals, CUTS.items(), strict=False)
    for (file, own), (name, (sides, copy)) in copies:
        again = detail(copy(cut(file, sides)))
        tried[name] += 1
        found[name] += is_found(own[2], again[3])
        whole += distance(own[0], again[0]) <= COPY_BITS
    for name, of in tried.items():
        tell(f"{kind}, cut by {name}", {"found": found[name]}, of)
    tell(f"{kind}, cut, by the detail alone", {"found": whole}, tried.total())
    assert found.total() >= FOUND[kind] * tried.total() / len(CUTS)

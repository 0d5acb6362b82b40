"""Whether a copy of a picture is told from another card of the same layout: the trial of docs/reading.md, on drawn documents of invented people.
Prints the distances (pytest -s shows them)."""

import io
import itertools

import pytest

pictures = pytest.importorskip("pictures")

from PIL import Image, ImageEnhance  # noqa: E402
from test_reading import read, tell  # noqa: E402

# Seeds up to 1000 are for development; these were never looked at.
FIRST_SEED = 300_901
# As Registry/Verification/PictureDetail.swift has it.
COPY_BITS = 24
KINDS = {"id-front": 10, "passport": 4, "hand-held": 6}


def stored(picture, quality, scale=1.0):
    smaller = picture.resize((int(picture.width * scale), int(picture.height * scale)), Image.Resampling.LANCZOS) if scale != 1 else picture
    into = io.BytesIO()
    smaller.save(into, "JPEG", quality=quality)
    return into.getvalue()


COPIES = {
    "stored anew": lambda picture: stored(picture, 75), "stored badly": lambda picture: stored(picture, 40),
    "half the size": lambda picture: stored(picture, 85, 0.5), "a screenshot of it": lambda picture: stored(picture, 70, 0.61),
    "lighter": lambda picture: stored(ImageEnhance.Brightness(picture).enhance(1.08), 85)}


def drawn(kind, seed):
    return pictures.hand_held(seed)[0] if kind == "hand-held" else pictures.card(seed, "clean", kind)[0]


def detail(picture):
    answer = read("quality", picture)
    assert len(answer["detail"]) == 256 and len(answer["fingerprint"]) == 16
    return int(answer["detail"], 16), int(answer["fingerprint"], 16)


def distance(one, other):
    return (one ^ other).bit_count()


@pytest.mark.parametrize("kind", KINDS)
def test_copies_are_found_and_other_cards_are_not(kind):
    files = [drawn(kind, seed) for seed in range(FIRST_SEED, FIRST_SEED + KINDS[kind])]
    details = [detail(file) for file in files]
    others = sorted(distance(one[0], other[0]) for one, other in itertools.combinations(details, 2))
    marks = sorted(distance(one[1], other[1]) for one, other in itertools.combinations(details, 2))
    print(f"\n{kind}: other cards differ in {others[0]} of 1024 bits and more, in {marks[0]} of 64 and more")
    assert others[0] > COPY_BITS, "another person's card would be taken for a copy"
    # A frontal page of one layout: not every way of copying every card.
    for file, (own, _), (name, copy) in zip(files[:5], details, COPIES.items()):
        found = distance(own, detail(copy(Image.open(io.BytesIO(file)).convert("RGB")))[0])
        tell(f"{kind}, {name}", {"bits": found}, 1024)
        assert found <= COPY_BITS, name

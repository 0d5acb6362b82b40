"""How often a picture that was photographed from a screen is flagged, and how often one that was not: the trial behind the figures in
docs/reading.md, on pictures that nothing was tuned on. Prints the rates (pytest -s shows them); more seeds take longer and say more.

    SCREEN_SEEDS=60 SHIMING_BIN=.build/debug/shiming python3 -m pytest -s Tests/System/test_screens.py
"""

import collections
import os

import pytest

pictures = pytest.importorskip("pictures")
from pictures.screens import Screen, rephotographed, screen  # noqa: E402
from test_reading import read, tell  # noqa: E402

# Seeds up to 1000 are for development; these were never looked at.
FIRST_SEED = 100_501
COUNT = int(os.environ.get("SCREEN_SEEDS", "10"))
KINDS = ("id-front", "id-back", "passport", "hk-permit-back")
DIFFICULTIES = ("clean", "hard", "glare")


def band(pitch):
    return "fine, seen whole" if pitch < 1.4 else "middling" if pitch < 2.3 else "coarse, close by"


def test_screens_are_flagged_and_documents_are_not():
    hits, shown, alarms, whole = collections.Counter(), collections.Counter(), collections.Counter(), collections.Counter()
    for seed in range(FIRST_SEED, FIRST_SEED + COUNT):
        kind = KINDS[seed % len(KINDS)]
        for difficulty in DIFFICULTIES:
            picture, _ = pictures.card(seed, difficulty, kind)
            alarms[difficulty] += read("quality", picture)["rephotographed"]
            whole[difficulty] += 1
        # What somebody has on his screen is a good picture.
        picture, _ = pictures.card(seed, ("clean", "hard")[seed % 2], kind)
        where = band(screen(seed).pitch)
        hits[where] += read("quality", rephotographed(picture, seed))["rephotographed"]
        shown[where] += 1
    tell("photographed from a screen and flagged", collections.Counter({f"{where} (of {shown[where]})": hits[where] for where in shown}), COUNT)
    tell("photographed from the document and flagged all the same", alarms, COUNT)
    assert sum(hits.values()) >= 0.5 * COUNT
    assert sum(alarms.values()) <= 0.05 * sum(whole.values())


def test_the_same_screen_twice_is_the_same_picture_and_another_is_another():
    picture, _ = pictures.card(7, "clean", "id-front")
    fine, coarse = (Screen(pitch, 0.8, 2, (0, 0)) for pitch in (1.2, 3.0))
    assert rephotographed(picture, 7, fine) == rephotographed(picture, 7, fine)
    assert rephotographed(picture, 7, fine) != rephotographed(picture, 7, coarse)

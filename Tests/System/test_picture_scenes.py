"""Invented people before a camera: what a hand-held photograph and a camera feed show, and what they lack on purpose."""

import dataclasses
import datetime

import numpy
import pytest
from PIL import Image

import pictures
from picture_measures import brightness, sharpness
from pictures.documents import holder
from pictures.feeds import ALL_ACTIONS, RATE, pose_at, schedule
from pictures.looks import Pose, looks
from pictures.scenes import face_of

SEED = 7
# Enough to measure, quick to draw.
SMALL = (160, 120)

# ---------------------------------------------------------------- hand-held


def test_another_persons_card_is_known_as_such():
    _, own = pictures.hand_held(SEED, size=SMALL)
    _, other = pictures.hand_held(SEED, "other-person", SMALL)
    assert own["card"] == own["holder"] == other["holder"]
    assert other["card"]["number"] != other["holder"]["number"]


def test_a_face_is_the_one_on_the_document():
    for kind in ("passport", "taiwan-permit-front", "id-front"):
        face = face_of(SEED, kind)
        who = holder(SEED, kind)
        assert face == looks(SEED, who.is_woman, who.age)
    assert pictures.hand_held(SEED, size=SMALL, document="passport")[1]["card"]["nationality"] == "UTO"


def test_what_is_missing_in_the_hand_is_missing_in_the_truth():
    assert pictures.hand_held(SEED, "no-card", SMALL)[1]["card"] is None
    assert pictures.hand_held(SEED, "no-face", SMALL)[1]["face"] is None


# ---------------------------------------------------------------- feeds


def frames(kind: str, **more) -> list[Image.Image]:
    return list(pictures.feed(kind, SEED, size=SMALL, **more).frames())


@pytest.mark.parametrize("kind", pictures.FEEDS)
def test_a_feed_is_a_whole_number_of_frames(kind, tmp_path):
    view = pictures.feed(kind, SEED, size=SMALL, seconds=0.4)
    view.write(tmp_path / "feed.y4m")
    written = (tmp_path / "feed.y4m").read_bytes()
    header, _, rest = written.partition(b"\n")
    assert header == b"YUV4MPEG2 W160 H120 F15:1 Ip A1:1 C420jpeg"
    assert len(rest) == view.truth["frames"] * (len(b"FRAME\n") + 160 * 120 * 3 // 2)


def test_the_same_feed_twice(tmp_path):
    for name in ("a.mjpeg", "b.mjpeg"):
        pictures.feed("face", SEED, size=SMALL, actions=("blink",), seconds=1.6).write(tmp_path / name)
    assert (tmp_path / "a.mjpeg").read_bytes() == (tmp_path / "b.mjpeg").read_bytes()


@pytest.mark.parametrize("name", ["feed.mp4", "feed", "feed.y4m.txt"])
def test_a_feed_of_another_format_is_refused(name, tmp_path):
    with pytest.raises(ValueError, match="y4m or .mjpeg"):
        pictures.feed("no-face", SEED, size=SMALL).write(tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_actions_follow_in_the_order_asked():
    moments = schedule(("turn-right", "blink", "turn-left"))
    assert [moment.action for moment in moments] == ["turn-right", "blink", "turn-left"]
    assert all(now.start + now.seconds < later.start for now, later in zip(moments, moments[1:], strict=False))
    middle = [pose_at(moments, moment.start + moment.seconds / 2) for moment in moments]
    assert middle[0].turn < -18 and middle[1].eyes == 0 and middle[2].turn > 18


def test_between_actions_the_face_rests():
    moments = schedule(ALL_ACTIONS)
    assert all(pose_at(moments, moment.start - 0.3) == Pose() for moment in moments)
    assert pose_at((), 2.0) == Pose()


@pytest.mark.parametrize("action", ["blink", "open-mouth", "turn-left", "turn-right"])
def test_an_action_changes_the_face_and_a_still_face_does_nothing(action):
    """Measured where the action is, with the swaying body taken out: at the same moment with the action and without."""
    acting, still = frames("face", actions=(action,), seconds=2.4), frames("face-still", seconds=2.4)
    moment = schedule((action,))[0]
    first, last = int(moment.start * RATE), int((moment.start + moment.seconds) * RATE) + 1
    changed = [float(numpy.abs(brightness(now) - brightness(other)).mean()) for now, other in zip(acting, still, strict=True)]
    assert max(changed[:first]) == 0 and max(changed[last + 1 :], default=0) == 0
    assert max(changed[first:last]) > 0.05


def test_the_lens_finds_its_focus_once():
    view = pictures.feed("card-blurred-first", SEED, size=(640, 360), seconds=2.2)
    shown = [sharpness(frame) for frame in view.frames()]
    sharp_from = int(view.truth["sharpFrom"] * RATE)
    assert max(shown[:3]) < 0.6 * min(shown[sharp_from + 1 :])
    assert all(value > 0.8 * shown[-1] for value in shown[sharp_from + 1 :])


def test_truth_is_plain_data():
    for truth in (pictures.card(SEED)[1], pictures.hand_held(SEED, size=SMALL)[1], pictures.feed("face", SEED).truth):
        assert truth["invented"] is True
        assert not any(dataclasses.is_dataclass(value) or isinstance(value, datetime.date) for value in truth.values())

"""Camera feeds for a browser: Chromium plays such a file as its camera, again and again, with

    --use-fake-ui-for-media-stream --use-fake-device-for-media-stream --use-file-for-fake-video-capture=feed.y4m

A `.mjpeg` file is a tenth as large; Chromium plays it at 30 frames a second.
"""

import functools
import pathlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy
from PIL import Image

from . import damage
from .documents import Truth, draw
from .drawing import jpeg
from .looks import REST, Pose
from .people import NOBODYS_AREAS
from .scenes import Size, face_in_room, face_of, faces_in_room, held_scene, hold, room, sensor

RATE = 15
MJPEG_RATE = 30
# An action and how many seconds it takes. Left and right are the person's own: the picture is not mirrored, `turn-left` goes right in it.
ACTIONS = {"blink": 0.5, "open-mouth": 1.2, "turn-left": 1.6, "turn-right": 1.6, "nod": 1.4}
ALL_ACTIONS = ("blink", "open-mouth", "turn-left", "turn-right")
TURN, NOD = 21.0, 12.0


@dataclass(frozen=True)
class Feed:
    """Frames to come and the truth about them. `frames` draws them anew each time it is called."""

    size: Size
    frames: Callable[[], Iterator[Image.Image]]
    truth: Truth

    def write(self, path: pathlib.Path) -> None:
        """As `.y4m` or `.mjpeg`, as the name says."""
        if path.suffix not in (".y4m", ".mjpeg"):
            raise ValueError(f"a feed is written as .y4m or .mjpeg, not {path.suffix or path.name}")
        with path.open("wb") as out:
            if path.suffix == ".y4m":
                out.write(f"YUV4MPEG2 W{self.size[0]} H{self.size[1]} F{RATE}:1 Ip A1:1 C420jpeg\n".encode())
            for frame in self.frames():
                out.write(b"FRAME\n" + planes(frame) if path.suffix == ".y4m" else jpeg(frame, 85) * (MJPEG_RATE // RATE))


def planes(frame: Image.Image) -> bytes:
    """Brightness in full, the two colours at half the size."""
    bright, blue, red = frame.convert("YCbCr").split()
    return bright.tobytes() + blue.reduce(2).tobytes() + red.reduce(2).tobytes()


@dataclass(frozen=True)
class Moment:
    """An action, when it begins and how long it lasts, in seconds."""

    action: str
    start: float
    seconds: float


def schedule(actions: tuple[str, ...], first: float = 1.0, pause: float = 0.7) -> tuple[Moment, ...]:
    """The actions one after the other, in this order."""
    moments, at = [], first
    for action in actions:
        if action not in ACTIONS:
            raise ValueError(f"no such action: {action}; there are {', '.join(ACTIONS)}")
        moments.append(Moment(action, round(at, 3), ACTIONS[action]))
        at += ACTIONS[action] + pause
    return tuple(moments)


def pose_at(moments: tuple[Moment, ...], second: float) -> Pose:
    """What the face does then; in steps, so that equal moments are drawn once."""
    for moment in moments:
        part = (second - moment.start) / moment.seconds
        if 0 <= part <= 1:
            # Out, a while there, and back.
            strength = float(numpy.clip(1.6 * numpy.sin(numpy.pi * part), 0, 1))
            match moment.action:
                case "blink":
                    return Pose(eyes=1 - round(strength * 4) / 4)
                case "open-mouth":
                    return Pose(mouth=round(strength * 8) / 8)
                case "turn-left":
                    return Pose(turn=round(strength * TURN / 3) * 3)
                case "turn-right":
                    return Pose(turn=-round(strength * TURN / 3) * 3)
                case _:
                    return Pose(nod=round(strength * NOD / 2) * 2)
    return REST


def _sway(second: float, size: Size) -> damage.Corner:
    """Nobody holds still."""
    reach = size[1] / 480
    return 2.4 * reach * numpy.sin(second * 2.1), reach * (1.6 * numpy.sin(second * 1.3 + 1) - 4)


def _face(seed: int, document: str, size: Size, moments: tuple[Moment, ...], seconds: float) -> Iterator[Image.Image]:
    for frame in range(int(seconds * RATE)):
        second = frame / RATE
        yield sensor(face_in_room(seed, pose_at(moments, second), size, _sway(second, size), document), seed, frame)


def _empty(seed: int, size: Size, seconds: float) -> Iterator[Image.Image]:
    for frame in range(int(seconds * RATE)):
        yield sensor(room(size, seed), seed, frame)


def _printed_face(seed: int, document: str, size: Size, seconds: float) -> Iterator[Image.Image]:
    """An attack: a printed photograph moved before the camera. It moves as a whole and never blinks."""
    photograph = face_in_room(seed, REST, size, document=document).resize((size[0] * 4 // 5, size[1] * 4 // 5), Image.Resampling.LANCZOS)
    for frame in range(int(seconds * RATE)):
        second = round(frame / RATE * 3) / 3
        centre = (size[0] / 2 + 8 * numpy.sin(second * 1.7), size[1] / 2 + 5 * numpy.sin(second * 2.3))
        quad = damage.pose(size[0] / size[1], size[0] * 0.8, centre, 4 * numpy.sin(second), (0.08 * numpy.sin(second * 1.9), 0.0))
        yield sensor(damage.lay(photograph, room(size, seed + 1), quad), seed, frame)


def _two_faces(seed: int, size: Size, seconds: float) -> Iterator[Image.Image]:
    scene = faces_in_room((seed, seed + 1), size)
    for frame in range(int(seconds * RATE)):
        yield sensor(scene, seed, frame)


@functools.lru_cache(maxsize=8)
def _held_card(seed: int, kind: str, area: str, size: Size, step: int) -> Image.Image:
    document = draw(seed, kind, area)
    aspect = document[0].width / document[0].height
    width = min(size[0] * 0.74, size[1] * 0.78 * aspect)
    centre = (size[0] / 2 + 1.5 * step, size[1] * 0.47 + (step % 2))
    quad = damage.pose(aspect, width, centre, 0.8 + 0.15 * step, (0.015, 0.02))
    return hold(room(size, seed), document, quad, face_of(seed, kind), at=0.05)


def _card(seed: int, kind: str, area: str, size: Size, seconds: float, blurred: float) -> Iterator[Image.Image]:
    """Held still but for a tremor; the lens finds its focus after `blurred` seconds."""
    for frame in range(int(seconds * RATE)):
        picture = _held_card(seed, kind, area, size, (0, 1, 2, 1)[frame // 3 % 4])
        away = blurred - frame / RATE
        yield sensor(damage.blur(picture, min(0.35, 0.5 * away)) if away > 0 else picture, seed, frame)


def _hand_held(seed: int, document: str, size: Size, seconds: float) -> Iterator[Image.Image]:
    # A person who holds a card still blinks.
    open_eyes, closed = (held_scene(seed, None, size, Pose(eyes=eyes), document)[0] for eyes in (1.0, 0.0))
    for frame in range(int(seconds * RATE)):
        yield sensor(closed if frame % 40 in (20, 21) else open_eyes, seed, frame)


FEEDS = ("card", "card-blurred", "card-blurred-first", "face", "face-still", "printed-face", "two-faces", "no-face", "hand-held")


def feed(
    kind: str,
    seed: int,
    *,
    actions: tuple[str, ...] = ALL_ACTIONS,
    document: str = "id-front",
    area: str = NOBODYS_AREAS[0],
    size: Size | None = None,
    seconds: float | None = None,
) -> Feed:
    """A camera's view. `actions` are what the face of the kind `face` does, in order; `document` is what is shown, and whose face; `area` is
    the one in the number of a card that is shown."""
    if kind not in FEEDS:
        raise ValueError(f"no such feed: {kind}; there are {', '.join(FEEDS)}")
    is_card = kind.startswith("card")
    size = size or ((1280, 720) if is_card or kind == "hand-held" else (640, 480))
    if size[0] % 2 or size[1] % 2:
        raise ValueError(f"width and height must be even, not {size[0]}x{size[1]}")
    moments = schedule(actions) if kind == "face" else ()
    if seconds is None:
        seconds = moments[-1].start + moments[-1].seconds + 0.8 if moments else 4.0
    blurred = {"card-blurred-first": 1.8, "card-blurred": seconds + 1}.get(kind, 0.0)
    frames: dict[str, Callable[[], Iterator[Image.Image]]] = {
        "card": lambda: _card(seed, document, area, size, seconds, 0),
        "card-blurred": lambda: _card(seed, document, area, size, seconds, blurred),
        "card-blurred-first": lambda: _card(seed, document, area, size, seconds, blurred),
        "face": lambda: _face(seed, document, size, moments, seconds),
        "face-still": lambda: _face(seed, document, size, (), seconds),
        "printed-face": lambda: _printed_face(seed, document, size, seconds),
        "two-faces": lambda: _two_faces(seed, size, seconds),
        "no-face": lambda: _empty(seed, size, seconds),
        "hand-held": lambda: _hand_held(seed, document, size, seconds),
    }
    shown = draw(seed, document, area)[2] if is_card else draw(seed, document)[2] if kind == "hand-held" else None
    return Feed(
        size,
        frames[kind],
        {
            "kind": kind,
            "seed": seed,
            "invented": True,
            "width": size[0],
            "height": size[1],
            "rate": RATE,
            "frames": int(seconds * RATE),
            "sharpFrom": blurred,
            "document": shown,
            "actions": [{"action": moment.action, "start": moment.start, "seconds": moment.seconds} for moment in moments],
        },
    )

"""People before a camera: a face in a room, a person who holds the card beside the face, a hand with a card."""

import functools

import numpy
from PIL import Image, ImageFilter

from . import damage
from .chance import chance, noise
from .documents import Drawn, Truth, draw, holder
from .drawing import Colour, jpeg, mesh, to_picture
from .faces import person_picture
from .looks import REST, Looks, Pose, looks

Size = tuple[int, int]
HAND_HELD_SIZE = (1280, 960)
OWN_CARD = "id-front"
# Another person than the seed's.
OTHER = 1_000_003
# What may be wrong with a hand-held photograph.
HAND_HELD_FLAWS = ("other-person", "no-card", "no-face", "face-covered", "blurred", "dark")


def face_of(seed: int, document: str = OWN_CARD) -> Looks:
    """The face on the document of this seed."""
    who = holder(seed, document)
    return looks(seed, who.is_woman, who.age)


@functools.lru_cache(maxsize=8)
def room(size: Size, seed: int) -> Image.Image:
    """A wall, out of focus, with what hangs and stands there."""
    pick = chance(seed, "room")
    wall = pick.choice(((186, 190, 192), (204, 196, 182), (168, 180, 190), (192, 186, 196), (182, 194, 182)))
    x, y = mesh(*size)
    light = 1.04 - 0.2 * (x / size[0]) * pick.choice((-1, 1)) - 0.12 * (y / size[1])
    picture = to_picture(numpy.array(wall, numpy.float32) * light[..., None])
    for _ in range(pick.randrange(2, 5)):
        w, h = int(size[0] * pick.uniform(0.08, 0.24)), int(size[1] * pick.uniform(0.15, 0.45))
        left, top = int(size[0] * pick.uniform(-0.05, 0.95)), int(size[1] * pick.uniform(-0.1, 0.7))
        bright = pick.uniform(0.5, 1.1)
        tone = tuple(min(int(part * bright * pick.uniform(0.93, 1.07)), 255) for part in wall)
        picture.paste(tone, (left, top, left + w, top + h))
    return picture.filter(ImageFilter.GaussianBlur(size[0] / 90))


def sensor(picture: Image.Image, seed: int, frame: int = 0) -> Image.Image:
    """The noise of a camera; each of four frames has its own, then they come again."""
    return to_picture(numpy.asarray(picture, numpy.float32) + _sensor_noise(picture.size, seed, frame % 4))


@functools.lru_cache(maxsize=8)
def _sensor_noise(size: Size, seed: int, frame: int) -> numpy.ndarray:
    return noise(seed, f"sensor-{frame}").normal(0, 2.4, (size[1], size[0], 1)).astype(numpy.float32)


def limb(picture: Image.Image, start: damage.Corner, end: damage.Corner, radius: float, colour: Colour) -> Image.Image:
    """A finger or an arm: a round bar between two points, lit from above left. Drawn onto the picture itself."""
    left, top = max(int(min(start[0], end[0]) - radius - 1), 0), max(int(min(start[1], end[1]) - radius - 1), 0)
    right, bottom = (
        min(int(max(start[0], end[0]) + radius + 2), picture.width),
        min(int(max(start[1], end[1]) + radius + 2), picture.height),
    )
    if left >= right or top >= bottom:
        return picture
    x, y = mesh(right - left, bottom - top)
    x, y = x + left - start[0], y + top - start[1]
    dx, dy = end[0] - start[0], end[1] - start[1]
    along = numpy.clip((x * dx + y * dy) / max(dx * dx + dy * dy, 1e-3), 0, 1)
    ox, oy = (x - along * dx) / radius, (y - along * dy) / radius
    distance = numpy.hypot(ox, oy)
    height = numpy.sqrt(numpy.clip(1 - distance**2, 0, 1))
    shade = numpy.clip(0.52 + 0.42 * height - 0.18 * ox - 0.2 * oy, 0.3, 1.12)
    cover = numpy.clip((1 - distance) * radius / 1.5, 0, 1)[..., None]
    ground = numpy.asarray(picture.crop((left, top, right, bottom)), numpy.float32)
    picture.paste(to_picture(ground * (1 - cover) + numpy.array(colour, numpy.float32) * shade[..., None] * cover), (left, top))
    return picture


def hold(picture: Image.Image, document: Drawn, quad: damage.Quad, face: Looks, at: float = 0.16) -> Image.Image:
    """A hand that holds the card by its lower edge: sleeve and fingers behind, the thumb before it, never on a machine-readable zone."""
    page, boxes, _, _ = document
    width = float(numpy.hypot(quad[1][0] - quad[0][0], quad[1][1] - quad[0][1]))
    finger = width * 0.048
    picture = picture.copy()
    palm = damage.on(quad, at, 1.22)
    wrist = (palm[0] + width * 0.06, palm[1] + width * 0.36)
    picture = limb(picture, (wrist[0] + width * 0.1, wrist[1] + width * 0.5), wrist, width * 0.15, face.clothes)
    picture = limb(picture, wrist, (palm[0] + width * 0.01, palm[1] + width * 0.12), width * 0.095, face.skin)
    picture = limb(picture, (palm[0] - width * 0.03, palm[1]), (palm[0] + width * 0.07, palm[1] + width * 0.02), width * 0.085, face.skin)
    for place in range(4):
        tip = damage.on(quad, at + 0.03 + 0.085 * place, 0.9)
        root = damage.on(quad, at + 0.01 + 0.055 * place, 1.14)
        picture = limb(picture, root, tip, finger, face.skin)
    picture = damage.lay(page, picture, quad)
    thumb = damage.on(quad, at - 0.02, 1.04 if "mrz" in boxes else 0.955)
    picture = limb(picture, (palm[0] - width * 0.04, palm[1] + width * 0.02), thumb, finger * 1.25, face.skin)
    nail = tuple(min(int(part * 1.12), 255) for part in face.skin)
    return limb(
        picture,
        (thumb[0] + finger * 0.05, thumb[1] - finger * 0.2),
        (thumb[0] + finger * 0.02, thumb[1] + finger * 0.4),
        finger * 0.62,
        nail,
    )


def face_in_room(
    seed: int, pose: Pose = REST, size: Size = (640, 480), offset: damage.Corner = (0, 0), document: str = OWN_CARD
) -> Image.Image:
    """The person of a document before a wall, looking into the camera."""
    scene = room(size, seed).copy()
    figure = _figure(face_of(seed, document), pose, size, 0.27)
    scene.paste(figure, (int(offset[0]), int(offset[1])), figure)
    return scene


def faces_in_room(seeds: tuple[int, ...], size: Size) -> Image.Image:
    """Several people side by side, where there should be one."""
    scene = room(size, seeds[0]).copy()
    width = size[0] // len(seeds)
    for place, seed in enumerate(seeds):
        figure = _figure(face_of(seed), REST, (width, size[1]), 0.17)
        scene.paste(figure, (width * place, 0), figure)
    return scene


@functools.lru_cache(maxsize=96)
def _figure(face: Looks, pose: Pose, size: Size, reach: float) -> Image.Image:
    """`reach` is half the head in parts of the height. Taller than the frame, so that a swaying body shows no edge."""
    return person_picture(face, pose, (size[0], size[1] + 12), (size[0] / 2, size[1] * 0.44), size[1] * reach)


def held_quad(size: Size, seed: int, aspect: float) -> damage.Quad:
    """Where the hand-held card is: below the chin, to one side."""
    pick = chance(seed, "held")
    width = size[0] * pick.uniform(0.335, 0.37)
    centre = (size[0] * pick.uniform(0.735, 0.765), size[1] * pick.uniform(0.60, 0.64))
    return damage.pose(aspect, width, centre, pick.uniform(-6, 6), (pick.uniform(-0.04, 0.04), pick.uniform(-0.04, 0.04)))


def held_scene(
    seed: int, flaw: str | None = None, size: Size = HAND_HELD_SIZE, pose: Pose = REST, document: str = OWN_CARD
) -> tuple[Image.Image, damage.Quad | None]:
    """The scene of a hand-held photograph before any defect of the camera, and the card's corners."""
    scene = room(size, seed).copy()
    face = face_of(seed, document)
    if flaw != "no-face":
        figure = person_picture(face, pose, size, (size[0] * 0.34, size[1] * 0.40), size[1] * 0.245)
        scene.paste(figure, (0, 0), figure)
    if flaw == "no-card":
        return scene, None
    shown = draw(_owner(seed, flaw), document)
    quad = held_quad(size, seed, shown[0].width / shown[0].height)
    if flaw == "face-covered":
        shift = (size[0] * 0.34 - (quad[0][0] + quad[2][0]) / 2, size[1] * 0.42 - (quad[0][1] + quad[2][1]) / 2)
        quad = tuple((corner[0] + shift[0], corner[1] + shift[1]) for corner in quad)
    return hold(scene, shown, quad, face), quad


def _owner(seed: int, flaw: str | None) -> int:
    return seed + OTHER if flaw == "other-person" else seed


def hand_held(seed: int, flaw: str | None = None, size: Size = HAND_HELD_SIZE, document: str = OWN_CARD) -> tuple[bytes, Truth]:
    """The photograph of a person holding the own document beside the face, as a JPEG file, and what is in it."""
    if flaw is not None and flaw not in HAND_HELD_FLAWS:
        raise ValueError(f"no such flaw: {flaw}; there are {', '.join(HAND_HELD_FLAWS)}")
    scene, quad = held_scene(seed, flaw, size, document=document)
    if flaw == "blurred":
        scene = damage.blur(scene, 0.25)
    elif flaw == "dark":
        scene = damage.darken(scene, 0.92, seed)
    shown = None if quad is None else draw(_owner(seed, flaw), document)[2]
    return jpeg(sensor(scene, seed), 88), {
        "kind": "hand-held",
        "seed": seed,
        "flaw": flaw,
        "invented": True,
        "holder": draw(seed, document)[2],
        "card": shown,
        "picture": {"width": scene.width, "height": scene.height, "corners": None if quad is None else [list(corner) for corner in quad]},
        "face": None if flaw == "no-face" else _face_box(scene.size),
    }


def _face_box(size: Size) -> list[int]:
    centre, scale = (size[0] * 0.34, size[1] * 0.40), size[1] * 0.245
    return [int(centre[0] - 0.72 * scale), int(centre[1] - 0.9 * scale), int(centre[0] + 0.72 * scale), int(centre[1] + scale)]

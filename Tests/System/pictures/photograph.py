"""A document as somebody photographs it: a scan, a hard but readable photograph, or one with a defect that must be noticed."""

from dataclasses import dataclass

from PIL import Image

from . import damage
from .chance import chance
from .drawing import Box

FRAME = (1280, 960)
DIFFICULTIES = ("clean", "hard", "blurred", "glare", "dark", "small", "corner")
DEFECTS = DIFFICULTIES[2:]


@dataclass(frozen=True)
class Photograph:
    """The picture, where the document's corners lie in it (top left first, clockwise), and the JPEG quality to save it with."""

    picture: Image.Image
    corners: damage.Quad
    quality: int


def place(aspect: float, seed: int, difficulty: str) -> damage.Quad:
    """Where the document lies in the frame: straight enough, and a hard one askew; a small one far away, a corner outside of it."""
    pick = chance(seed, f"place-{difficulty}")
    widest = min(FRAME[0] * 0.84, FRAME[1] * 0.84 * aspect)
    width = widest * (pick.uniform(0.2, 0.26) if difficulty == "small" else pick.uniform(0.86, 1))
    lean, reach = (7, 0.07) if difficulty == "hard" else (2, 0.02)
    turn, tilt = pick.uniform(-lean, lean), (pick.uniform(-reach, reach), pick.uniform(-reach, reach))
    centre = (FRAME[0] / 2 + pick.uniform(-20, 20), FRAME[1] / 2 + pick.uniform(-20, 20))
    if difficulty == "corner":
        side, end = pick.choice((-1, 1)), pick.choice((-1, 1))
        centre = (FRAME[0] / 2 + side * FRAME[0] * 0.16, FRAME[1] / 2 + end * FRAME[1] * 0.22)
    return damage.pose(aspect, width, centre, turn, tilt)


def photograph(document: Image.Image, seed: int, difficulty: str, target: Box) -> Photograph:
    """Photographs a document. `target` is the field that a glare spot hides."""
    if difficulty not in DIFFICULTIES:
        raise ValueError(f"no such difficulty: {difficulty}; there are {', '.join(DIFFICULTIES)}")
    width, height = document.size
    if difficulty == "clean":
        return Photograph(document, ((0, 0), (width, 0), (width, height), (0, height)), 92)
    pick = chance(seed, f"photograph-{difficulty}")
    is_hard = difficulty == "hard"
    quad = place(width / height, seed, difficulty)
    across = quad[1][0] - quad[0][0]
    seen = damage.lay(document, damage.table(FRAME, seed), quad)
    seen = damage.uneven_light(seen, pick.uniform(0.45, 0.7) if is_hard else 0.2, seed)
    if difficulty == "glare":
        u = (target[0] + (target[2] - target[0]) * pick.uniform(0.35, 0.65)) / width
        seen = damage.glare(seen, 1.0, damage.on(quad, u, (target[1] + target[3]) / 2 / height), across * 0.13)
    elif is_hard:
        seen = damage.glare(seen, 0.13, damage.on(quad, 0.75, 0.12), across * 0.1)
    if difficulty == "blurred":
        seen = damage.blur(seen, pick.uniform(0.2, 0.35))
    elif difficulty == "dark":
        seen = damage.darken(seen, pick.uniform(0.88, 0.95), seed)
    else:
        seen = damage.blur(seen, 0.03 if is_hard else 0.015)
    seen = damage.grain(seen, 0.45 if is_hard else 0.15, seed)
    return Photograph(seen, quad, 62 if is_hard else 85)

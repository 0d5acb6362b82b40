"""A head as a solid: an egg with nose, brow, lips and chin, seen by rays. Gives for every pixel the place on the head it shows."""

from dataclasses import dataclass

import numpy
from PIL import Image

from .drawing import mesh
from .looks import Looks, Pose

Field = numpy.ndarray
STEPS = 17


@dataclass(frozen=True)
class Surface:
    """What the rays found: cover (0 to 1), the place on the head at rest (x, y, z) and the normal as the viewer sees it."""

    cover: Field
    x: Field
    y: Field
    z: Field
    normal: tuple[Field, Field, Field]


def bell(distance: Field) -> Field:
    """1 at 0, falling to 0 at about 2."""
    return numpy.exp(-(distance * distance))


def step(value: Field, low: float, high: float) -> Field:
    """0 below `low`, 1 above `high`, smooth between."""
    t = numpy.clip((value - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


def rotation(pose: Pose) -> numpy.ndarray:
    """From the head to the viewer."""
    turn, nod, lean = numpy.radians((pose.turn, pose.nod, pose.lean))
    about_y = numpy.array([[numpy.cos(turn), 0, numpy.sin(turn)], [0, 1, 0], [-numpy.sin(turn), 0, numpy.cos(turn)]])
    about_x = numpy.array([[1, 0, 0], [0, numpy.cos(nod), numpy.sin(nod)], [0, -numpy.sin(nod), numpy.cos(nod)]])
    about_z = numpy.array([[numpy.cos(lean), -numpy.sin(lean), 0], [numpy.sin(lean), numpy.cos(lean), 0], [0, 0, 1]])
    return (about_z @ about_x @ about_y).astype(numpy.float32)


def jaw_drop(y: Field, pose: Pose) -> Field:
    """How far the open mouth has lowered what lies at `y`."""
    return 0.13 * pose.mouth * step(y, 0.52, 0.85)


def _relief(face: Looks, x: Field, y: Field, z: Field) -> Field:
    """What stands out of the egg or lies in it, on the front."""
    side = numpy.abs(x)
    nose = face.nose_length
    slope = numpy.clip(y / nose, 0, 1.25)
    ridge = numpy.where(slope < 1, slope**1.4, numpy.clip(1 - (slope - 1) / 0.16, 0, 1))
    width = 0.055 + (face.nose_width - 0.065) * numpy.clip(slope, 0, 1) ** 2
    height = 0.20 * ridge * bell(x / width) + 0.03 * bell(x / 0.05) * bell((y - 0.02) / 0.14)
    height += 0.055 * bell((side - face.nose_width * 0.72) / 0.045) * bell((y - nose + 0.02) / 0.055)
    height -= 0.055 * bell((side - face.eye_distance) / 0.15) * bell((y - 0.01) / 0.11)
    height += 0.035 * bell((side - face.eye_distance) / 0.13) * bell((y - 0.01) / 0.07)
    height += 0.035 * bell((y + 0.17) / 0.09) * bell(side / 0.42)
    height += 0.035 * bell((side - 0.42) / 0.16) * bell((y - 0.3) / 0.17)
    height += 0.045 * bell(x / face.mouth_width) * bell((y - 0.62) / 0.085)
    height += 0.055 * bell(x / 0.17) * bell((y - 0.9) / 0.11)
    height -= 0.02 * bell(x / 0.2) * bell((y - 0.76) / 0.05)
    return height * step(z, 0.02, 0.3) + (0 if face.hair_length else 0.10 * ears(face, x, y, z))


def ears(face: Looks, x: Field, y: Field, z: Field) -> Field:
    """Where the ears are."""
    return bell((y - 0.13) / 0.17) * bell((z + 0.02) / 0.15) * step(numpy.abs(x), 0.4, 0.6)


def hair_cover(face: Looks, x: Field, y: Field, z: Field) -> Field:
    """Where hair grows: above the line, at the temples, behind."""
    side = numpy.abs(x)
    line = face.hairline + 0.10 * bell((x - face.parting) / 0.10) * (0 if face.has_fringe else -1) + 0.22 * (side / face.width) ** 4
    if face.has_fringe:
        line = -0.33 + 0.018 * numpy.sin(x * 41 + face.seed) + 0.014 * numpy.sin(x * 97) + 0.16 * (side / face.width) ** 2
    lowest = 0.06 if face.hair_length == 0 else 0.5
    temple = face.width * (0.93 if face.hair_length == 0 else 0.91 - 0.08 * y)
    top = step(line - y, -0.03, 0.03)
    sides = step(side, temple - 0.035, temple + 0.01) * step(lowest - y, -0.05, 0.05)
    behind = step(-z, 0.16, 0.24) * step(lowest + (0.3 if face.hair_length == 0 else 0) - y, -0.05, 0.05)
    hair = numpy.maximum(numpy.maximum(top, sides), behind)
    return hair if face.hair_length else hair * (1 - step(ears(face, x, y, z), 0.35, 0.6))


def _beyond(face: Looks, pose: Pose, x: Field, y: Field, z: Field) -> Field:
    """How far a point lies outside of the head (negative inside)."""
    y = y - jaw_drop(y, pose)
    distance = numpy.sqrt(x * x + y * y + z * z) + 1e-6
    n = face.squareness
    # The skull is wide at the temples, the jaw narrower.
    width = face.width * (1 - 0.20 * step(y, 0.15, 1.0))
    egg = ((numpy.abs(x) / width) ** n + numpy.abs(y) ** n + (numpy.abs(z) / 0.86) ** n) ** (1 / n)
    radius = distance / (egg + 1e-6)
    volume = 0.055 + (0.03 if face.hair_length else 0)
    return distance - radius - _relief(face, x, y, z) * 0.9 - volume * hair_cover(face, x, y, z)


def see(face: Looks, pose: Pose, size: tuple[int, int], centre: tuple[float, float], scale: float) -> Surface:
    """Looks at the head from the front; `scale` is half a head's height in pixels. Rays are cast on a coarser grid, the rest is between."""
    coarse = max(scale / 64, 1)
    width, height = max(int(size[0] / coarse), 8), max(int(size[1] / coarse), 8)
    px, py = mesh(width, height)
    sx = ((px + 0.5) * size[0] / width - centre[0]) / scale
    sy = ((py + 0.5) * size[1] / height - centre[1]) / scale
    back = rotation(pose).T
    depth = numpy.full_like(sx, 1.25)
    nearest, nearest_depth = numpy.full_like(sx, 9), depth
    for _ in range(STEPS):
        x, y, z = (back[row, 0] * sx + back[row, 1] * sy + back[row, 2] * depth for row in range(3))
        beyond = _beyond(face, pose, x, y, z)
        nearest_depth = numpy.where(beyond < nearest, depth, nearest_depth)
        nearest = numpy.minimum(nearest, beyond)
        # A ray that only grazes the cheek must still reach the ear behind it.
        advance = numpy.where(beyond > 0.012, numpy.maximum(0.75 * beyond, 0.035), 0.75 * beyond)
        depth = numpy.maximum(depth - advance, -1.2)
    # A ray that misses shows what it passed closest.
    depth = numpy.where(nearest < 0.012, depth, nearest_depth)
    depth, nearest = _finer(_without_specks(depth), size), _finer(_without_specks(nearest), size)
    px, py = mesh(*size)
    sx, sy = (px + 0.5 - centre[0]) / scale, (py + 0.5 - centre[1]) / scale
    x, y, z = (back[row, 0] * sx + back[row, 1] * sy + back[row, 2] * depth for row in range(3))
    slope_y, slope_x = numpy.gradient(depth, 1 / scale)
    slope_x, slope_y = numpy.clip(slope_x, -4, 4), numpy.clip(slope_y, -4, 4)
    length = numpy.sqrt(slope_x**2 + slope_y**2 + 1)
    cover = 1 - step(nearest, 0.012, 0.012 + max(2.2 / scale, 0.012))
    return Surface(cover, x, y - jaw_drop(y, pose), z, (-slope_x / length, -slope_y / length, 1 / length))


def _without_specks(field: Field) -> Field:
    """Each place as the middle one of it and its neighbours."""
    around = numpy.pad(field, 1, mode="edge")
    height, width = field.shape
    return numpy.median([around[dy : dy + height, dx : dx + width] for dy in range(3) for dx in range(3)], axis=0)


def _finer(field: Field, size: tuple[int, int]) -> Field:
    if field.shape == (size[1], size[0]):
        return field
    return numpy.asarray(Image.fromarray(field.astype(numpy.float32)).resize(size, Image.Resampling.BICUBIC))

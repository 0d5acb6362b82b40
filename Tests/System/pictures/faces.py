"""Drawn faces of invented people: the solid head painted, lit and set on shoulders.

They are real enough for dlib's frontal detector (histograms of gradients): scores from 0.6, with the head turned 22 degrees, to 2.6.
"""

import numpy
from PIL import Image, ImageDraw, ImageFilter

from .chance import noise
from .drawing import Colour, mesh
from .heads import Field, Surface, bell, hair_cover, see, step
from .looks import REST, Looks, Pose, looks

LIGHT = numpy.array([-0.14, -0.44, 0.887], numpy.float32)


def _over(ground: Field, cover: Field, colour: Colour | Field) -> Field:
    weight = cover[..., None]
    return ground * (1 - weight) + numpy.asarray(colour, numpy.float32) * weight


def _shade(colour: Colour, factor: float) -> Colour:
    return tuple(int(part * factor) for part in colour)


def _eye(skin: Field, face: Looks, pose: Pose, x: Field, y: Field, side: int) -> Field:
    """One eye with lids, lashes and brow; `side` is -1 or 1."""
    u = (x * side - face.eye_distance) / face.eye_width
    v = y + face.eye_slant * u * face.eye_width
    arch = numpy.clip(1 - u * u, 0, 1)
    opening = face.eye_height * pose.eyes
    upper = -opening * arch**0.75
    lower = face.eye_height * 0.62 * arch**0.9 * (0.25 + 0.75 * pose.eyes) if pose.eyes > 0 else face.eye_height * 0.3 * arch
    upper = upper + (1 - pose.eyes) * face.eye_height * 0.25 * arch
    socket = bell(u / 1.35) * bell((v + 0.03) / 0.1)
    skin = _over(skin, 0.30 * socket, _shade(face.skin, 0.62))
    # The fold above the lid and the shadow below it.
    skin = _over(skin, 0.5 * bell((v - upper + 0.032) / 0.011) * bell(u / 0.95), _shade(face.skin, 0.5))
    skin = _over(skin, 0.28 * bell((v - lower - 0.045) / 0.022) * bell(u / 0.9), _shade(face.skin, 0.6))
    soft = 0.006
    white = step(v - upper, -soft, soft) * step(lower - v, -soft, soft) * step(1 - numpy.abs(u), 0, 0.08)
    if pose.eyes > 0.08:
        skin = _over(skin, white, (232, 226, 222))
        r = numpy.hypot(u * face.eye_width, v + 0.004) / 0.062
        skin = _over(skin, white * (1 - step(r, 0.88, 1.06)), face.iris)
        skin = _over(skin, white * (1 - step(r, 0.36, 0.5)), (10, 8, 8))
        spark = numpy.hypot(u * face.eye_width * side + 0.02, v + 0.022) / 0.013
        skin = _over(skin, white * (1 - step(spark, 0.6, 1.2)), (250, 250, 250))
        skin = _over(skin, 0.45 * white * bell((v - upper) / 0.022), (30, 20, 18))
    lashes = bell((v - upper) / (0.0125 + 0.016 * (1 - pose.eyes))) * step(1.12 - numpy.abs(u), 0, 0.16)
    skin = _over(skin, 0.92 * lashes, (24, 18, 18))
    skin = _over(skin, 0.35 * bell((v - lower) / 0.008) * step(1.02 - numpy.abs(u), 0, 0.2), _shade(face.skin, 0.4))
    brow_u = (x * side - face.eye_distance - 0.01) / (face.eye_width * 1.35)
    middle = -face.brow_height - face.brow_slant * brow_u * 0.2 + 0.028 * brow_u**2
    thickness = face.brow_thickness * (1 - 0.35 * numpy.clip(brow_u, -1, 1.2))
    brow = bell((y - middle) / thickness) * step(1.05 - numpy.abs(brow_u), 0, 0.3)
    return _over(skin, 0.86 * brow, _shade(face.hair, 1.1))


def _mouth(skin: Field, face: Looks, pose: Pose, x: Field, y: Field) -> Field:
    u = x / (face.mouth_width * (1 - 0.16 * pose.mouth))
    arch = numpy.clip(1 - u * u, 0, 1)
    middle = 0.605 - 0.010 * u * u
    gap = 0.075 * pose.mouth * arch**0.6
    top, bottom = middle - gap * 0.35, middle + gap
    bow = 1 - 0.35 * bell(u / 0.16)
    upper = step(y - (top - face.lip_fullness * bow * arch**0.7), -0.008, 0.008) * step(top - y, -0.008, 0.008)
    lower = step(bottom + face.lip_fullness * 1.25 * arch**0.7 - y, -0.012, 0.012) * step(y - bottom, -0.008, 0.008)
    inside = step(1 - numpy.abs(u), 0, 0.06)
    skin = _over(skin, 0.82 * upper * inside, _shade(face.lips, 0.84))
    skin = _over(skin, 0.78 * lower * inside, face.lips)
    skin = _over(skin, 0.22 * lower * bell((y - bottom - face.lip_fullness * 0.55) / 0.014) * bell(u / 0.5), (250, 220, 214))
    if pose.mouth > 0.05:
        hole = step(y - top, -0.006, 0.006) * step(bottom - y, -0.006, 0.006) * inside
        skin = _over(skin, hole, (52, 18, 20))
        teeth = hole * step(top + 0.024 * arch - y, -0.004, 0.008) * step(0.8 - numpy.abs(u), 0, 0.2)
        skin = _over(skin, 0.9 * teeth, (222, 214, 204))
    else:
        skin = _over(skin, 0.85 * bell((y - middle) / 0.0095) * step(1.06 - numpy.abs(u), 0, 0.14), (92, 44, 42))
    return _over(skin, 0.3 * bell((y - bottom - face.lip_fullness * 1.9) / 0.022) * bell(u / 0.55), _shade(face.skin, 0.58))


def _nose(skin: Field, face: Looks, x: Field, y: Field) -> Field:
    side, base = numpy.abs(x), face.nose_length
    skin = _over(skin, 0.2 * bell((y - base - 0.05) / 0.045) * bell(x / (face.nose_width * 0.7)), _shade(face.skin, 0.5))
    nostril = bell((side - face.nose_width * 0.46) / 0.034) * bell((y - base - 0.012) / 0.016)
    skin = _over(skin, 0.86 * nostril, (64, 32, 28))
    wing = bell((numpy.hypot((side - face.nose_width * 0.72) / 0.9, y - base + 0.02) - 0.048) / 0.011) * step(
        side, face.nose_width * 0.8, face.nose_width
    )
    skin = _over(skin, 0.36 * wing, _shade(face.skin, 0.5))
    skin = _over(skin, 0.16 * bell((side - 0.075) / 0.03) * bell((y - 0.12) / 0.16), _shade(face.skin, 0.6))
    return _over(skin, 0.3 * bell(x / 0.028) * bell((y - base * 0.72) / 0.14), (255, 238, 224))


def _skin(face: Looks, pose: Pose, seen: Surface) -> Field:
    x, y = seen.x, seen.y
    side = numpy.abs(x)
    skin = numpy.broadcast_to(numpy.array(face.skin, numpy.float32), (*x.shape, 3)).copy()
    skin = _over(skin, 0.20 * bell((side - 0.40) / 0.16) * bell((y - 0.32) / 0.15), (226, 138, 124))
    for eye_side in (-1, 1):
        skin = _eye(skin, face, pose, x, y, eye_side)
    skin = _nose(skin, face, x, y)
    fold = (
        bell((side - face.nose_width - 0.06 - 0.55 * (y - face.nose_length)) / 0.022)
        * step(y, face.nose_length - 0.06, face.nose_length + 0.02)
        * step(0.60 - y, 0, 0.08)
    )
    skin = _over(skin, (0.06 + 0.2 * face.folds) * fold, _shade(face.skin, 0.55))
    skin = _over(skin, 0.16 * bell(x / 0.025) * bell((y - 0.49) / 0.05), _shade(face.skin, 0.6))
    skin = _mouth(skin, face, pose, x, y)
    if face.folds > 0.45:
        for row in (-0.36, -0.43):
            skin = _over(
                skin, 0.22 * face.folds * bell((y - row - 0.02 * numpy.cos(x * 6)) / 0.009) * bell(x / 0.3), _shade(face.skin, 0.55)
            )
    if face.mole:
        skin = _over(skin, 0.8 * (1 - step(numpy.hypot(x - face.mole[0], y - face.mole[1]), 0.010, 0.018)), (84, 52, 44))
    front = step(seen.z, 0.0, 0.15)[..., None]
    return skin * front + numpy.array(face.skin, numpy.float32) * (1 - front)


def _glasses(colours: Field, face: Looks, seen: Surface) -> Field:
    u = (numpy.abs(seen.x) - face.eye_distance) / 0.20
    v = (seen.y - 0.02) / 0.145
    ring = (numpy.abs(u) ** 3 + numpy.abs(v) ** 3) ** (1 / 3)
    frame = bell((ring - 1) / 0.07)
    bridge = bell((seen.y + 0.02) / 0.014) * (numpy.abs(seen.x) < face.eye_distance - 0.18)
    arm = bell((seen.y + 0.04) / 0.014) * (numpy.abs(seen.x) > face.eye_distance + 0.2) * step(seen.z, -0.1, 0.0)
    return _over(colours, 0.85 * numpy.maximum(numpy.maximum(frame, bridge), arm) * step(seen.z, -0.1, 0.1), (40, 38, 42))


def _head(face: Looks, pose: Pose, size: tuple[int, int], centre: tuple[float, float], scale: float) -> tuple[Field, Field]:
    """Colours and cover of the head alone."""
    seen = see(face, pose, size, centre, scale)
    nx, ny, nz = seen.normal
    light = nx * LIGHT[0] + ny * LIGHT[1] + nz * LIGHT[2]
    diffuse = 0.56 + 0.52 * numpy.clip(light, 0, 1) + 0.08 * light
    shine = numpy.clip(nx * -0.17 + ny * -0.28 + nz * 0.945, 0, 1) ** 24
    rim = (1 - nz) ** 3
    colours = _skin(face, pose, seen) * (diffuse - 0.12 * rim)[..., None] + (22 * shine)[..., None]
    # Blood shows in the shadows.
    colours *= 1 - (1 - numpy.clip(diffuse, 0, 1))[..., None] * numpy.array([0.0, 0.16, 0.22], numpy.float32)
    # Paint covers the step that the hair's volume makes.
    cover = step(hair_cover(face, seen.x, seen.y, seen.z), 0.02, 0.5)
    fall = numpy.arctan2(seen.x - face.parting * 0.6, 1.3 + seen.y)
    strand = numpy.sin(fall * 90 + 5 * numpy.sin(seen.y * 9 + face.seed)) * 0.5 + numpy.sin(fall * 214 + seen.y * 4) * 0.5
    gloss = bell((seen.y + 0.72 + 0.05 * strand) / 0.14) * numpy.clip(light, 0, 1)
    hair = (
        numpy.array(face.hair, numpy.float32) * (0.62 + 0.55 * numpy.clip(light, 0, 1) + 0.16 * strand)[..., None]
        + (44 * gloss * (0.7 + 0.3 * strand))[..., None]
    )
    shadow = numpy.clip(hair_cover(face, seen.x, seen.y - 0.05, seen.z) - cover, 0, 1)
    colours *= (1 - 0.3 * shadow)[..., None]
    colours = _over(colours, cover, hair * (1 - 0.6 * rim)[..., None])
    if face.has_glasses:
        colours = _glasses(colours, face, seen)
    return colours, seen.cover


def _curve(points: list[tuple[float, float]], centre: tuple[float, float], scale: float) -> list[tuple[float, float]]:
    return [(centre[0] + x * scale, centre[1] + y * scale) for x, y in points]


def _body(face: Looks, pose: Pose, size: tuple[int, int], centre: tuple[float, float], scale: float) -> Image.Image:
    """Hair that hangs behind, neck and shoulders."""
    lean = numpy.sin(numpy.radians(pose.turn)) * 0.08
    # Drawn at twice the size, for smooth edges.
    size, centre, scale = (size[0] * 2, size[1] * 2), (centre[0] * 2, centre[1] * 2), scale * 2
    body = Image.new("RGBA", size, (*face.clothes, 0))
    draw = ImageDraw.Draw(body)
    if face.hair_length:
        w, low = face.width + 0.13, face.hair_length
        draw.polygon(
            _curve(
                _smooth(
                    [
                        (-w + 0.06, -0.5),
                        (-w - 0.02, 0.1),
                        (-w - 0.04, 0.6),
                        (-w + 0.04, low),
                        (w - 0.04, low),
                        (w + 0.04, 0.6),
                        (w + 0.02, 0.1),
                        (w - 0.06, -0.5),
                    ]
                ),
                centre,
                scale,
            ),
            fill=(*_shade(face.hair, 0.8), 255),
        )
    neck = _shade(face.skin, 0.74)
    draw.polygon(
        _curve(
            _smooth(
                [
                    (-0.40 + lean, 0.5),
                    (-0.38 + lean * 0.5, 1.05),
                    (-0.52, 1.45),
                    (-0.1, 1.85),
                    (0.1, 1.85),
                    (0.52, 1.45),
                    (0.38 + lean * 0.5, 1.05),
                    (0.40 + lean, 0.5),
                ]
            ),
            centre,
            scale,
        ),
        fill=(*neck, 255),
    )
    shoulders = [
        (-0.46, 1.24),
        (-0.80, 1.40),
        (-1.30, 1.58),
        (-1.58, 1.86),
        (-1.72, 2.5),
        (-1.8, 4),
        (1.8, 4),
        (1.72, 2.5),
        (1.58, 1.86),
        (1.30, 1.58),
        (0.80, 1.40),
        (0.46, 1.24),
        (0.2, 1.52),
        (0, 1.70),
        (-0.2, 1.52),
    ]
    draw.polygon(_curve(_smooth(shoulders), centre, scale), fill=(*face.clothes, 255))
    for side in (-1, 1):
        draw.polygon(
            _curve([(side * 0.44, 1.14), (side * 0.56, 1.34), (side * 0.26, 1.80), (0, 1.66), (side * 0.24, 1.44)], centre, scale),
            fill=(*face.collar, 255),
        )
        draw.line(
            _curve([(side * 0.56, 1.34), (side * 0.26, 1.80), (0, 1.66)], centre, scale),
            fill=(*_shade(face.collar, 0.6), 255),
            width=max(int(scale / 60), 1),
        )
    return body.filter(ImageFilter.GaussianBlur(max(scale / 160, 0.8))).reduce(2)


def _smooth(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Corners cut twice (Chaikin)."""
    for _ in range(2):
        cut = []
        for (ax, ay), (bx, by) in zip(points, points[1:] + points[:1], strict=True):
            cut += [(ax * 0.75 + bx * 0.25, ay * 0.75 + by * 0.25), (ax * 0.25 + bx * 0.75, ay * 0.25 + by * 0.75)]
        points = cut
    return points


def person_picture(face: Looks, pose: Pose, size: tuple[int, int], centre: tuple[float, float], scale: float) -> Image.Image:
    """Head and shoulders on a transparent ground. `centre` is between the eyes, `scale` half the head's height in pixels."""
    body = _body(face, pose, size, centre, scale)
    x, y = mesh(*size)
    u, v = (x - centre[0]) / scale, (y - centre[1]) / scale
    colours = numpy.asarray(body.convert("RGB"), numpy.float32)
    below_chin = bell((u - 0.03) / 0.5) * bell((v - 0.98) / 0.26) * step(v, 0.4, 0.8)
    colours = colours * (1 - 0.42 * below_chin - 0.10 * numpy.clip(u, -1, 1.6))[..., None]
    colours = colours + (3 * numpy.sin(u * 23 + 3 * numpy.sin(v * 6)) * step(v, 1.3, 1.6))[..., None]
    alpha = numpy.asarray(body.getchannel("A"), numpy.float32) / 255
    # The head is drawn in its own window.
    left, top = max(int(centre[0] - 1.35 * scale), 0), max(int(centre[1] - 1.35 * scale), 0)
    right, bottom = min(int(centre[0] + 1.35 * scale), size[0]), min(int(centre[1] + 1.4 * scale), size[1])
    head, cover = _head(face, pose, (right - left, bottom - top), (centre[0] - left, centre[1] - top), scale)
    window = numpy.s_[top:bottom, left:right]
    colours[window] = _over(colours[window], cover, head)
    alpha[window] = numpy.maximum(alpha[window], cover)
    pores = noise(face.seed, "pores").normal(0, 2.2, alpha.shape)
    result = numpy.dstack([numpy.clip(colours + pores[..., None], 0, 255), alpha * 255])
    return Image.fromarray((result + 0.5).clip(0, 255).astype(numpy.uint8))


def portrait(seed: int, is_woman: bool, age: int, size: tuple[int, int]) -> Image.Image:
    """The passport photograph of a person, without its ground."""
    face = looks(seed, is_woman, age)
    scale = size[1] * 0.31
    return person_picture(face, REST, size, (size[0] / 2, size[1] * 0.45), scale)

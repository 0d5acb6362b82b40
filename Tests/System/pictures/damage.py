"""What happens between a document and its photograph. Every function takes a strength from 0 (nothing) to 1 (as bad as it gets)."""

import io

import numpy
from PIL import Image, ImageFilter

from .chance import chance, noise
from .drawing import Colour, mesh, to_picture

RIM = 2

Corner = tuple[float, float]
Quad = tuple[Corner, Corner, Corner, Corner]


def blur(picture: Image.Image, strength: float) -> Image.Image:
    """Out of focus; at 1 the radius is a fortieth of the width."""
    return picture.filter(ImageFilter.GaussianBlur(strength * picture.width / 40)) if strength > 0 else picture


def darken(picture: Image.Image, strength: float, seed: int) -> Image.Image:
    """Too little light, and the grain that a sensor adds to it."""
    colours = numpy.asarray(picture, numpy.float32) * (1 - 0.93 * strength)
    grain = noise(seed, "dark").normal(0, 5 * strength, colours.shape[:2]).astype(numpy.float32)
    return to_picture(colours + grain[..., None])


def grain(picture: Image.Image, strength: float, seed: int) -> Image.Image:
    """A sensor's noise, in brightness and a little in colour."""
    colours = numpy.asarray(picture, numpy.float32)
    source = noise(seed, "grain")
    bright = source.normal(0, 16 * strength, colours.shape[:2]).astype(numpy.float32)
    tint = source.normal(0, 6 * strength, colours.shape).astype(numpy.float32)
    return to_picture(colours + bright[..., None] + tint)


def uneven_light(picture: Image.Image, strength: float, seed: int) -> Image.Image:
    """A lamp on one side, a shadow on the other."""
    pick = chance(seed, "light")
    angle = pick.uniform(0, 2 * numpy.pi)
    x, y = mesh(*picture.size)
    along = ((x / picture.width - 0.5) * numpy.cos(angle) + (y / picture.height - 0.5) * numpy.sin(angle)) * 2
    warmth = numpy.array([1.0, 1 - 0.05 * strength, 1 - 0.12 * strength], numpy.float32)
    return to_picture(numpy.asarray(picture, numpy.float32) * (1 - strength * (0.4 + 0.36 * along).clip(0))[..., None] * warmth)


def glare(picture: Image.Image, strength: float, centre: Corner, radius: float) -> Image.Image:
    """A lamp mirrored in the laminate: an oval that burns out, with a halo."""
    x, y = mesh(*picture.size)
    distance = numpy.hypot((x - centre[0]) / (radius * 1.5), (y - centre[1]) / (radius * 0.8))
    light = 1.6 * numpy.exp(-((distance * 1.1) ** 4)) + 0.45 * numpy.exp(-((distance / 1.5) ** 2))
    return to_picture(numpy.asarray(picture, numpy.float32) + (light * 255 * strength)[..., None])


def jpeg_loss(picture: Image.Image, strength: float) -> Image.Image:
    """Saved small and opened again."""
    if strength <= 0:
        return picture
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=int(90 - 75 * strength))
    return Image.open(io.BytesIO(out.getvalue())).convert("RGB")


def rounded(card: Image.Image, radius: float = 0.038) -> Image.Image:
    """With the round corners of a plastic card, as transparency."""
    scale = 4
    mask = Image.new("L", (card.width, card.height), 255)
    r = int(card.width * radius)
    x, y = mesh(r * scale, r * scale)
    inside = numpy.hypot(x - r * scale, y - r * scale) <= r * scale
    corner = Image.fromarray((inside * 255).astype(numpy.uint8)).resize((r, r), Image.Resampling.BOX)
    mask.paste(corner, (0, 0))
    mask.paste(corner.transpose(Image.Transpose.FLIP_LEFT_RIGHT), (card.width - r, 0))
    mask.paste(corner.transpose(Image.Transpose.FLIP_TOP_BOTTOM), (0, card.height - r))
    mask.paste(corner.transpose(Image.Transpose.ROTATE_180), (card.width - r, card.height - r))
    result = card.convert("RGBA")
    result.putalpha(mask)
    return result


def table(size: tuple[int, int], seed: int) -> Image.Image:
    """A table top: wood, cloth or stone."""
    pick, source = chance(seed, "table"), noise(seed, "table")
    tone: Colour = pick.choice(((128, 92, 60), (92, 70, 54), (70, 78, 88), (176, 160, 136), (54, 58, 56)))
    x, y = mesh(*size)
    warp = 18 * numpy.sin(x / pick.uniform(160, 300) + pick.uniform(0, 6)) + 6 * numpy.sin(x / 47)
    rings = numpy.sin((y + warp) / pick.uniform(6, 16)) + 0.5 * numpy.sin((y + warp * 1.6) / 3.7)
    fine = source.normal(0, 1, (size[1], size[0] // 12 + 2)).repeat(12, axis=1)[:, : size[0]]
    shade = 1 + 0.07 * rings + 0.05 * fine
    return to_picture(numpy.array(tone, numpy.float32) * shade[..., None].astype(numpy.float32)).filter(ImageFilter.GaussianBlur(0.8))


def pose(aspect: float, width: float, centre: Corner, turn: float, tilt: Corner) -> Quad:
    """Where the corners of a card lie: `width` in pixels, `turn` in degrees, `tilt` how far the plane leans, x and y."""
    half_w, half_h = width / 2, width / aspect / 2
    cos, sin = numpy.cos(numpy.radians(turn)), numpy.sin(numpy.radians(turn))
    quad = []
    for u, v in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
        x, y = u * half_w * cos - v * half_h * sin, u * half_w * sin + v * half_h * cos
        depth = 1 + tilt[0] * u + tilt[1] * v
        quad.append((float(centre[0] + x / depth), float(centre[1] + y / depth)))
    return tuple(quad)


def on(quad: Quad, u: float, v: float) -> Corner:
    """A place on the card; u and v from 0 (left, top) to 1."""
    top = [quad[0][axis] * (1 - u) + quad[1][axis] * u for axis in (0, 1)]
    bottom = [quad[3][axis] * (1 - u) + quad[2][axis] * u for axis in (0, 1)]
    return top[0] * (1 - v) + bottom[0] * v, top[1] * (1 - v) + bottom[1] * v


def lay(card: Image.Image, ground: Image.Image, quad: Quad) -> Image.Image:
    """The card seen in perspective on the ground, with a soft shadow below it."""
    card = rounded(card)
    longest = float(max(numpy.hypot(quad[i][0] - quad[i - 1][0], quad[i][1] - quad[i - 1][1]) for i in range(4)))
    if longest < card.width:
        card = card.resize((max(int(longest), 8), max(int(longest * card.height / card.width), 8)), Image.Resampling.LANCZOS)
    coefficients = _perspective(quad, card.size)
    # A clear rim, so that the edges come out smooth.
    framed = Image.new("RGBA", (card.width + 2 * RIM, card.height + 2 * RIM), (*card.getpixel((card.width // 2, 1))[:3], 0))
    framed.paste(card, (RIM, RIM))
    seen = framed.transform(ground.size, Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BICUBIC)
    shadow = seen.getchannel("A").filter(ImageFilter.GaussianBlur(max(longest / 90, 1))).point(lambda value: value * 0.45)
    result = ground.convert("RGB")
    result.paste((12, 10, 8), (int(longest / 160), int(longest / 110)), shadow)
    result.paste(seen.convert("RGB"), (0, 0), seen.getchannel("A"))
    return result


def _perspective(quad: Quad, size: tuple[int, int]) -> list[float]:
    """Pillow's eight numbers: from the place in the result to the place in the source within its clear rim."""
    right, bottom = size[0] + RIM, size[1] + RIM
    source = ((RIM, RIM), (right, RIM), (right, bottom), (RIM, bottom))
    rows, values = [], []
    for (x, y), (u, v) in zip(quad, source, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    return numpy.linalg.solve(numpy.array(rows, float), numpy.array(values, float)).tolist()

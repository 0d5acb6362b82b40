"""What every document is drawn with: typefaces, set text, security print, encoding."""

import functools
import io
import pathlib

import numpy
from PIL import Image, ImageDraw, ImageFont

Colour = tuple[int, int, int]
Box = tuple[int, int, int, int]

FONT_FOLDERS = (pathlib.Path("/usr/share/fonts"), pathlib.Path("/usr/local/share/fonts"), pathlib.Path.home() / ".local/share/fonts")
# File and face of a collection; Debian's packages fonts-noto-cjk and fonts-ocr-b.
TYPEFACES = {
    "hei": ("NotoSansCJK-Regular.ttc", 2),
    "hei-bold": ("NotoSansCJK-Bold.ttc", 2),
    "song": ("NotoSerifCJK-Regular.ttc", 2),
    "song-bold": ("NotoSerifCJK-Bold.ttc", 2),
    "ocr-b": ("OCRB.otf", 0),
}


@functools.cache
def _font_file(name: str) -> pathlib.Path:
    for folder in FONT_FOLDERS:
        for found in sorted(folder.rglob(name)) if folder.is_dir() else ():
            return found
    raise FileNotFoundError(f"the typeface {name} is missing; Scripts/setup.sh installs it")


@functools.cache
def font(typeface: str, size: int) -> ImageFont.FreeTypeFont:
    """One of TYPEFACES at a size in pixels."""
    name, face = TYPEFACES[typeface]
    return ImageFont.truetype(str(_font_file(name)), size, index=face, layout_engine=ImageFont.Layout.BASIC)


def set_text(
    picture: Image.Image,
    at: tuple[float, float],
    text: str,
    typeface: str,
    size: int,
    colour: Colour,
    spacing: float = 0,
    pitch: float = 0,
) -> Box:
    """Sets a line with its left end on the middle line `at`; `spacing` adds to every advance, `pitch` replaces it. The box around it."""
    draw, face = ImageDraw.Draw(picture), font(typeface, size)
    x, y = at
    for character in text:
        draw.text((x, y), character, font=face, fill=colour, anchor="lm")
        x += pitch or face.getlength(character) + spacing
    return int(at[0]) - 2, int(y - size * 0.62), int(x) + 2, int(y + size * 0.62)


def text_width(text: str, typeface: str, size: int, spacing: float = 0) -> float:
    """How wide `set_text` would set it."""
    return sum(font(typeface, size).getlength(character) + spacing for character in text)


def mesh(width: int, height: int) -> tuple[numpy.ndarray, numpy.ndarray]:
    """The coordinates x and y of every pixel."""
    y, x = numpy.mgrid[0:height, 0:width].astype(numpy.float32)
    return x, y


def hairlines(phase: numpy.ndarray, thickness: float) -> numpy.ndarray:
    """Lines where `phase` is whole: 1 on a line, 0 between; `thickness` is the part of a period a line takes."""
    distance = numpy.abs(phase - numpy.round(phase))
    return numpy.clip(1.5 - distance / max(thickness / 2, 1e-3), 0, 1)


def gradient(width: int, height: int, corners: tuple[Colour, Colour, Colour, Colour]) -> numpy.ndarray:
    """Colours flowing between the corners: top left, top right, bottom left, bottom right."""
    x, y = mesh(width, height)
    u, v = (x / (width - 1))[..., None], (y / (height - 1))[..., None]
    top_left, top_right, bottom_left, bottom_right = (numpy.array(colour, numpy.float32) for colour in corners)
    return (top_left * (1 - u) + top_right * u) * (1 - v) + (bottom_left * (1 - u) + bottom_right * u) * v


def ink(ground: numpy.ndarray, cover: numpy.ndarray, colour: Colour, strength: float) -> numpy.ndarray:
    """Prints a colour onto the ground where `cover` says so."""
    weight = (cover * strength)[..., None]
    return ground * (1 - weight) + numpy.array(colour, numpy.float32) * weight


def rosette(width: int, height: int, centre: tuple[float, float], radius: float, petals: int, period: float) -> numpy.ndarray:
    """The engraved flower of banknotes: two families of waving circles that fade at the rim."""
    x, y = mesh(width, height)
    dx, dy = x - centre[0], y - centre[1]
    r, angle = numpy.hypot(dx, dy), numpy.arctan2(dy, dx)
    fade = numpy.clip((radius - r) / (radius * 0.35), 0, 1)
    wave = 0.9 * numpy.sin(petals * angle)
    lines = numpy.maximum(hairlines(r / period + wave, 0.2), hairlines(r / period - wave, 0.2))
    return lines * fade


def to_picture(colours: numpy.ndarray) -> Image.Image:
    return Image.fromarray(numpy.clip(colours + 0.5, 0, 255).astype(numpy.uint8))


def jpeg(picture: Image.Image, quality: int = 92) -> bytes:
    """The picture as a JPEG file without any metadata."""
    out = io.BytesIO()
    picture.convert("RGB").save(out, "JPEG", quality=quality, subsampling=0 if quality >= 90 else 2)
    return out.getvalue()

"""A picture shown on a screen and photographed from there: light through red, green and blue stripes with dark seams between, met by the grid of a
sensor. The patterns that come of it (moiré) are not drawn; they come of the sampling, as in a camera."""

import io
from dataclasses import dataclass

import numpy
from PIL import Image

from . import damage
from .chance import chance
from .drawing import jpeg, mesh

FRAME = (1280, 960)
SAMPLES = 4


@dataclass(frozen=True)
class Screen:
    """How large a pixel of the screen is in pixels of the photograph, how much of it is lit, and how the phone is held before it."""

    pitch: float
    lit: float
    turn: float
    tilt: tuple[float, float]


def screen(seed: int) -> Screen:
    """From a fine display seen as a whole (a pixel of it is smaller than one of the camera) to a coarse one close by."""
    pick = chance(seed, "screen")
    return Screen(pick.uniform(0.8, 3.2), pick.uniform(0.7, 0.9), pick.uniform(-8, 8), (pick.uniform(-0.04, 0.04), pick.uniform(-0.04, 0.04)))


def rephotographed(picture: bytes, seed: int, shown_on: Screen | None = None) -> bytes:
    """What a phone makes of a photograph that fills a screen."""
    how = shown_on or screen(seed)
    width, height = FRAME
    columns, rows = int(width / how.pitch), int(height / how.pitch)
    shown = Image.open(io.BytesIO(picture)).convert("RGB").resize((columns, rows), Image.Resampling.LANCZOS)
    light = (numpy.asarray(shown, numpy.float32) / 255) ** 2.2
    x, y = mesh(width, height)
    cos, sin = numpy.cos(numpy.radians(how.turn)), numpy.sin(numpy.radians(how.turn))
    seen = numpy.zeros((height, width, 3), numpy.float32)
    for place in range(SAMPLES * SAMPLES):
        # Within a sensor's pixel, all its places.
        across = (x - width / 2 + (place % SAMPLES + 0.5) / SAMPLES) / width
        down = (y - height / 2 + (place // SAMPLES + 0.5) / SAMPLES) / height
        depth = 1 + how.tilt[0] * across + how.tilt[1] * down
        u = ((across * cos - down * height / width * sin) / depth * 0.96 + 0.5) * columns
        v = ((across * width / height * sin + down * cos) / depth * 0.96 + 0.5) * rows
        inside = (u >= 0) & (u < columns) & (v >= 0) & (v < rows)
        column, row = u.clip(0, columns - 1).astype(int), v.clip(0, rows - 1).astype(int)
        stripe, within = numpy.divmod((u - numpy.floor(u)) * 3, 1)
        is_lit = inside & (within < how.lit) & (v - numpy.floor(v) < how.lit)
        for channel in range(3):
            seen[..., channel] += light[row, column, channel] * (is_lit & (stripe == channel))
    # As bright as a camera that sets its own exposure makes it.
    seen /= numpy.percentile(seen, 99) + 1e-6
    taken = Image.fromarray((seen.clip(0, 1) ** (1 / 2.2) * 255).astype(numpy.uint8))
    return jpeg(damage.grain(damage.blur(taken, 0.015), 0.2, seed), 85)

"""The printed ground of documents: flowing colours, waving hairlines, rosettes. One for each kind, drawn once."""

import functools

import numpy

from .drawing import Colour, gradient, hairlines, ink, mesh, rosette

Corners = tuple[Colour, Colour, Colour, Colour]


@functools.cache
def printed(size: tuple[int, int], corners: Corners, heart: Colour, lines: Corners) -> numpy.ndarray:
    """`corners` flow into each other around a `heart`; `lines` are the inks of rising waves, falling waves, uprights and rosette."""
    width, height = size
    x, y = mesh(width, height)
    ground = gradient(width, height, corners)
    ground = ink(ground, numpy.exp(-(((x / width - 0.52) / 0.3) ** 2 + ((y / height - 0.5) / 0.32) ** 2)), heart, 0.55)
    wave = 5.5 * numpy.sin(x / 96) + 2.6 * numpy.sin(x / 37 + y / 120)
    ground = ink(ground, hairlines((y + wave * 3) / 8.5, 0.2), lines[0], 0.38)
    ground = ink(ground, hairlines((y - wave * 3 + 0.12 * x) / 10.5, 0.18), lines[1], 0.3)
    ground = ink(ground, hairlines((x + 14 * numpy.sin(y / 48)) / 13, 0.14), lines[2], 0.2)
    middle = (width / 2, height * 0.515)
    ground = ink(ground, rosette(width, height, middle, height * 0.39, 12, 11), lines[3], 0.32)
    return ink(ground, rosette(width, height, middle, height * 0.19, 18, 7), lines[0], 0.3)


def seal(ground: numpy.ndarray, centre: tuple[float, float], radius: float, petals: int, colour: Colour) -> numpy.ndarray:
    """A rosette of its own, in the place of an emblem or a hologram."""
    height, width = ground.shape[:2]
    return ink(ground, rosette(width, height, centre, radius, petals, 6), colour, 0.7)

"""Drawn faces of invented people."""

from PIL import Image, ImageDraw


def portrait(seed: int, is_woman: bool, age: int, size: tuple[int, int]) -> Image.Image:
    w, h = size
    p = Image.new("RGBA", size, (0, 0, 0, 0))
    d = ImageDraw.Draw(p)
    d.ellipse((w * .1, h * .75, w * .9, h * 1.4), fill=(60, 66, 80, 255))
    d.ellipse((w * .27, h * .15, w * .73, h * .78), fill=(214, 178, 152, 255))
    d.chord((w * .25, h * .1, w * .75, h * .7), 180, 360, fill=(30, 26, 24, 255))
    return p

"""What can be measured on a picture: how bright, how sharp, how large, how much burnt out."""

import io

import numpy
from PIL import Image


def opened(picture: bytes) -> Image.Image:
    return Image.open(io.BytesIO(picture)).convert("RGB")


def brightness(picture: Image.Image) -> numpy.ndarray:
    return numpy.asarray(picture.convert("L"), numpy.float32)


def sharpness(picture: Image.Image) -> float:
    """How much neighbours differ, in parts of the brightness there is. At a quarter of the size, where a sensor's grain is gone."""
    light = brightness(picture.reduce(4))
    return float(numpy.abs(numpy.diff(light, 2, axis=1)).mean() / (light.mean() + 1))


def card_only(picture: Image.Image, truth: dict) -> Image.Image:
    xs, ys = zip(*truth["picture"]["corners"], strict=True)
    return picture.crop((max(int(min(xs)), 0), max(int(min(ys)), 0), min(int(max(xs)), picture.width), min(int(max(ys)), picture.height)))


def area_on_picture(truth: dict) -> float:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = truth["picture"]["corners"]
    return abs((cx - ax) * (dy - by) - (dx - bx) * (cy - ay)) / 2 / truth["picture"]["width"] / truth["picture"]["height"]


def burnt_out(picture: Image.Image) -> float:
    return float((brightness(picture) > 252).mean())

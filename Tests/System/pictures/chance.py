"""Chance from a seed, the same on every machine: one stream for each purpose, so that a new purpose changes no other picture."""

import hashlib
import random

import numpy


def _number(seed: int, purpose: str) -> int:
    return int.from_bytes(hashlib.sha256(f"{purpose}:{seed}".encode()).digest()[:8], "big")


def chance(seed: int, purpose: str) -> random.Random:
    """For choices."""
    return random.Random(_number(seed, purpose))


def noise(seed: int, purpose: str) -> numpy.random.Generator:
    """For whole pictures of random numbers."""
    return numpy.random.Generator(numpy.random.PCG64(_number(seed, purpose)))

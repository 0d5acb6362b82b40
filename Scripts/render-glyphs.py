#!/usr/bin/env python3
"""Renders the characters of machine-readable zones from OCR-B into Sources/CReading/glyph_rasters.hpp.

    python3 Scripts/render-glyphs.py /usr/share/fonts/opentype/ocr-b/OCRB.otf

The font is Debian's fonts-ocr-b: Norbert Schwarz's OCR-B ("You may freely use, modify and/or distribute this file, without
limitation"), packaged by Matthew Skala in the public domain. It is needed only here; wants Pillow. Run it anew only to change the raster.
"""
import pathlib
import sys

from PIL import Image, ImageDraw, ImageFont

CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<"
# The raster: a capital is 20 rows tall, with two rows of air above and below, and the widest of them fits with air beside it.
COLUMNS, ROWS, TALL = 20, 24, 20
FINE = 16  # drawn so much larger, then averaged
TARGET = pathlib.Path(__file__).resolve().parent.parent / "Sources/CReading/glyph_rasters.hpp"


def font_with_capitals(path: str, height: int) -> ImageFont.FreeTypeFont:
    size = height
    while True:
        font = ImageFont.truetype(path, size)
        left, top, right, bottom = font.getbbox("H", anchor="ls")
        if bottom - top >= height:
            return font
        size += 1


def raster(font: ImageFont.FreeTypeFont, character: str) -> str:
    picture = Image.new("L", (COLUMNS * FINE, ROWS * FINE), 0)
    # In the middle of its advance, on the line.
    ImageDraw.Draw(picture).text((COLUMNS * FINE / 2, (ROWS + TALL) * FINE / 2), character, font=font, fill=255, anchor="ms")
    small = picture.resize((COLUMNS, ROWS), Image.Resampling.BOX)
    return "".join("0123456789abcdef"[(value + 8) * 15 // 263] for value in small.tobytes())


def main() -> None:
    font = font_with_capitals(sys.argv[1], TALL * FINE)
    lines = [
        "// Written by Scripts/render-glyphs.py from OCR-B (Norbert Schwarz, free to use, modify and distribute without limitation).",
        f"// {COLUMNS} columns by {ROWS} rows a character, a digit a pixel: 0 paper, f ink.",
    ]
    lines += [f'{{\'{character}\', "{raster(font, character)}"}},' for character in CHARACTERS]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""Looks for texts in bytes as programs leave them behind: written in other ways, and within what is compressed or encoded, several deep."""

import base64
import binascii
import html
import json
import os
import re
import struct
import sqlite3
import urllib.parse
import zlib

# So deep: a ZIP file in Base64 in an address is three.
DEPTH = 4
# Most bytes one stream is unpacked to.
MOST = 16 << 20
# Shorter forms are found by chance.
LEAST = 6
# Of a file of many small things so much is looked into at a time, each with the end of the one before it.
PART, SHARED = 64 << 10, 4 << 10

# The two bytes before a stream of zlib: deflate, any window, a check of five bits, no dictionary.
ZLIB = re.compile(b"|".join(
    re.escape(bytes((first, second))) for first in range(0x08, 0x80, 0x10) for second in range(256)
    if (first << 8 | second) % 31 == 0 and not second & 0x20), re.S)
GZIP = re.compile(rb"\x1f\x8b\x08")
ZIPPED = re.compile(rb"PK\x03\x04.{22}(..)(..)", re.S)
BASE64 = re.compile(rb"[A-Za-z0-9+/]{16,}|[A-Za-z0-9_-]{16,}")
HEXADECIMAL = re.compile(rb"[0-9A-Fa-f]{16,}")
PERCENT = re.compile(rb"[!-~]*%[0-9A-Fa-f]{2}[!-~]*")
ESCAPED = re.compile(rb"(?:\\u[0-9A-Fa-f]{4})+")
NUMBERED = re.compile(rb"(?:&#[xX]?[0-9A-Fa-f]{1,6};)+")
LISTED = re.compile(rb"\d{1,3}(?:, ?\d{1,3}){5,}")


# ---------------------------------------------------------------- a text, written

def forms(text):
    """The text as programs write it down, by what it is called."""
    raw = text.encode()
    found = {
        "UTF-8": raw, "UTF-16 LE": text.encode("utf-16-le"), "UTF-16 BE": text.encode("utf-16-be"), "GB18030": text.encode("gb18030"),
        "JSON": json.dumps(text)[1:-1].encode(), "JSON, capitals": re.sub(r"\\u....", lambda m: "\\u" + m[0][2:].upper(), json.dumps(text)[1:-1]).encode(),
        "JSON, every character": "".join(f"\\u{unit:04x}" for unit in units(text)).encode(),
        "URL": urllib.parse.quote(text).encode(), "URL, small": urllib.parse.quote(text).lower().encode(),
        "URL, every byte": "".join(f"%{byte:02X}" for byte in raw).encode(),
        "hexadecimal": raw.hex().encode(), "HEXADECIMAL": raw.hex().upper().encode(), "bytes as a list": ", ".join(map(str, raw)).encode(),
        "HTML": "".join(f"&#{ord(c)};" for c in text).encode(), "capitals": text.upper().encode(), "small": text.lower().encode(),
    }
    for name, content in {"": raw, "UTF-16 LE in ": found["UTF-16 LE"], "UTF-16 BE in ": found["UTF-16 BE"]}.items():
        for before in range(3):
            # Whatever stands before and after, these characters are there.
            encoded = base64.b64encode(b"\0" * before + content)
            first, whole = -(-before * 8 // 6), (before + len(content)) * 8 // 6
            found[f"{name}Base64 at {before}"] = encoded[first:whole]
            found[f"{name}Base64 URL at {before}"] = encoded[first:whole].replace(b"+", b"-").replace(b"/", b"_")
    return {name: value for name, value in found.items() if len(value) >= LEAST}


def units(text):
    """UTF-16 as JSON writes it."""
    raw = text.encode("utf-16-be")
    return struct.unpack(f">{len(raw) // 2}H", raw)


# ---------------------------------------------------------------- bytes, unpacked

def unpacked(content, depth=DEPTH):
    """The content and everything that is packed in it: how it was reached, and the bytes."""
    seen, waiting = {content}, [("", content, depth)]
    while waiting:
        how, here, left = waiting.pop()
        yield how, here
        for name, inner in (packed_in(here) if left else ()):
            if len(inner) >= LEAST and inner not in seen:
                seen.add(inner)
                waiting.append((f"{how}{name} > ", inner, left - 1))


def packed_in(content):
    for found in GZIP.finditer(content):
        yield "gzip", inflated(content[found.start():], 31)
    for found in ZLIB.finditer(content):
        yield "zlib", inflated(content[found.start():], 15)
    for found in ZIPPED.finditer(content):
        lengths = (int.from_bytes(found[group], "little") for group in (1, 2))
        yield "ZIP", inflated(content[found.end() + sum(lengths):], -15)
    yield "deflate", inflated(content, -15)
    for found in BASE64.finditer(content):
        run = found[0].replace(b"-", b"+").replace(b"_", b"/")
        for skipped in range(4):
            part = run[skipped:]
            yield "Base64", binascii.a2b_base64(part[:len(part) // 4 * 4] + (part[len(part) // 4 * 4:] + b"==")[:4] * (len(part) % 4 > 1))
    for found in HEXADECIMAL.finditer(content):
        for skipped in range(2):
            part = found[0][skipped:]
            yield "hexadecimal", binascii.unhexlify(part[:len(part) // 2 * 2])
    for found in PERCENT.finditer(content):
        yield "URL", urllib.parse.unquote_to_bytes(found[0].replace(b"+", b" "))
    for found in ESCAPED.finditer(content):
        yield "JSON", bytes.fromhex(found[0].replace(b"\\u", b"").decode()).decode("utf-16-be", "replace").encode()
    for found in NUMBERED.finditer(content):
        yield "HTML", html.unescape(found[0].decode()).encode("utf-8", "replace")
    for found in LISTED.finditer(content):
        listed = [int(byte) for byte in re.findall(rb"\d+", found[0])]
        yield "list", bytes(byte for byte in listed if byte < 256)


def inflated(content, window):
    """What comes out of a stream, however it ends: pages of a database are no whole streams."""
    stream, out = zlib.decompressobj(window), bytearray()
    try:
        for at in range(0, len(content), 512):
            out += stream.decompress(content[at:at + 512])
            if stream.eof or len(out) > MOST:
                break
    except zlib.error:
        pass
    return bytes(out)


# ---------------------------------------------------------------- found

def found_in(content, texts):
    """Each text that stands in the bytes, and in which form."""
    wanted = [(text, name, value) for text in texts for name, value in forms(text).items()]
    return sorted({(how + name, text) for how, here in unpacked(content) for text, name, value in wanted if value in here})


def found_in_parts(content, texts):
    """Like `found_in`, of what is as large as the files of a server of databases; where it is all zeros, nothing stands."""
    parts = (content[at:at + PART] for at in range(0, len(content), PART - SHARED))
    return sorted({found for part in parts if part.strip(b"\0") for found in found_in(part, texts)})


def places(folder):
    return [os.path.join(where, name) for where, _, names in os.walk(folder) for name in names]


def stands(folder, texts):
    """Where in a folder one of the texts is found, in which form: in files and in their names."""
    found = []
    for path in places(folder):
        with open(path, "rb") as file:
            content = file.read()
        shown = os.path.relpath(path, folder)
        found += [(shown, name, text) for name, text in found_in(content, texts)]
        found += [(shown, f"name of the file, {name}", text) for name, text in found_in(os.fsencode(shown), texts)]
    return found


def rows_of(database):
    """All values of a SQLite database, one after the other: a long one lies in the file in pieces."""
    connection = sqlite3.connect(f"file:{urllib.parse.quote(str(database))}?mode=ro", uri=True)
    try:
        tables = [name for name, in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            for row in connection.execute(f'SELECT * FROM "{table}"'):
                yield table, [value if isinstance(value, bytes) else str(value).encode() for value in row]
    finally:
        connection.close()

#!/usr/bin/env python3
"""Puts the person's pages into the program: PageFiles.swift holds Sources/PersonalPages/{Assets,Templates,Words}.

The scripts are joined to one in the order of their names. An asset's address holds a piece of its hash, so it may be kept for ever.
`--check` writes nothing and fails when the file is not current.
"""
import hashlib
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCE = ROOT / "Sources/PersonalPages"
TARGET = SOURCE / "Generated/PageFiles.swift"
NOTICE = "// Made from Sources/PersonalPages by Scripts/generate-pages.py; change the files named there, not this one.\n"


def literal(text: str) -> str:
    """A raw string of several lines; none of our files holds its end."""
    assert '"""##' not in text and "\\##" not in text
    return '##"""\n' + text.rstrip("\n") + '\n"""##'


def asset(name: str, kind: str, media: str, text: str) -> str:
    digest = hashlib.sha256(text.rstrip("\n").encode()).hexdigest()[:12]
    return (f'    static let {name} = PageAsset(\n        name: "{name}-{digest}.{kind}", media: "{media}", text: {literal(text)})\n')


def templates() -> str:
    entries = [f'        "{path.stem}": {literal(path.read_text(encoding="utf-8"))},\n' for path in sorted((SOURCE / "Templates").glob("*.mustache"))]
    return "    static let templates: [String: String] = [\n" + "".join(entries) + "    ]\n"


def words(name: str, path: pathlib.Path) -> str:
    texts = json.loads(path.read_text(encoding="utf-8"))
    entries = [f"        {json.dumps(key)}: {json.dumps(text, ensure_ascii=False)},\n" for key, text in texts.items()]
    return f"    static let {name}: [String: String] = [\n" + "".join(entries) + "    ]\n"


def generated() -> str:
    script = "\n".join(path.read_text(encoding="utf-8") for path in sorted((SOURCE / "Assets/scripts").glob("*.js")))
    parts = [
        asset("style", "css", "text/css; charset=utf-8", (SOURCE / "Assets/style.css").read_text(encoding="utf-8")),
        asset("script", "js", "text/javascript; charset=utf-8", script),
        asset("icon", "svg", "image/svg+xml", (SOURCE / "Assets/icon.svg").read_text(encoding="utf-8")),
        templates(),
        words("english", SOURCE / "Words/en.json"),
        words("chinese", SOURCE / "Words/zh.json"),
    ]
    return NOTICE + "\nenum PageFiles {\n" + "\n".join(parts) + "}\n"


def main() -> int:
    text = generated()
    if "--check" in sys.argv[1:]:
        if not TARGET.exists() or TARGET.read_text(encoding="utf-8") != text:
            print(f"{TARGET.relative_to(ROOT)} is not current: run Scripts/generate-pages.py", file=sys.stderr)
            return 1
        return 0
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

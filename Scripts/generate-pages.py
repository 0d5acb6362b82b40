#!/usr/bin/env python3
"""Puts the pages into the program: PageFiles.swift of each target of pages holds its {Assets,Templates,Words}.

The scripts are joined to one in the order of their names. An asset's address holds a piece of its hash, so it may be kept for ever.
`--check` writes nothing and fails when the file is not current.
"""
import hashlib
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCES = [ROOT / "Sources/Console", ROOT / "Sources/PersonalPages"]
NOTICE = "// Made by Scripts/generate-pages.py from the files beside this folder; change those, not this one.\n"


def literal(text: str) -> str:
    """A raw string of several lines; none of our files holds its end."""
    assert '"""##' not in text and "\\##" not in text
    return '##"""\n' + text.rstrip("\n") + '\n"""##'


def asset(name: str, kind: str, media: str, text: str) -> str:
    digest = hashlib.sha256(text.rstrip("\n").encode()).hexdigest()[:12]
    return (f'    static let {name} = PageAsset(\n        name: "{name}-{digest}.{kind}", media: "{media}", text: {literal(text)})\n')


def templates(source: pathlib.Path) -> str:
    entries = [f'        "{path.stem}": {literal(path.read_text(encoding="utf-8"))},\n' for path in sorted((source / "Templates").glob("*.mustache"))]
    return "    static let templates: [String: String] = [\n" + "".join(entries) + "    ]\n"


def words(name: str, path: pathlib.Path) -> str:
    texts = json.loads(path.read_text(encoding="utf-8"))
    entries = [f"        {json.dumps(key)}: {json.dumps(text, ensure_ascii=False)},\n" for key, text in texts.items()]
    return f"    static let {name}: [String: String] = [\n" + "".join(entries) + "    ]\n"


def generated(source: pathlib.Path) -> str:
    script = "\n".join(path.read_text(encoding="utf-8") for path in sorted((source / "Assets/scripts").glob("*.js")))
    parts = [
        asset("style", "css", "text/css; charset=utf-8", (source / "Assets/style.css").read_text(encoding="utf-8")),
        asset("script", "js", "text/javascript; charset=utf-8", script),
        asset("icon", "svg", "image/svg+xml", (source / "Assets/icon.svg").read_text(encoding="utf-8")),
        "    static let assets = [style, script, icon]\n",
        templates(source),
        words("english", source / "Words/en.json"),
        words("chinese", source / "Words/zh.json"),
    ]
    return NOTICE + "import Pages\n\nenum PageFiles {\n" + "\n".join(parts) + "}\n"


def main() -> int:
    status = 0
    for source in SOURCES:
        target, text = source / "Generated/PageFiles.swift", generated(source)
        if "--check" not in sys.argv[1:]:
            target.parent.mkdir(exist_ok=True)
            target.write_text(text, encoding="utf-8")
        elif not target.exists() or target.read_text(encoding="utf-8") != text:
            print(f"{target.relative_to(ROOT)} is not current: run Scripts/generate-pages.py", file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())

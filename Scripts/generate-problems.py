#!/usr/bin/env python3
"""Makes Swift of the refusals in Sources: ProblemSections.swift, where the `type` of a problem leads on the reference page.

`--check` writes nothing and fails when the file is not current.
"""
import html
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCES = ROOT / "Sources"
TARGET = SOURCES / "Contract" / "Generated" / "ProblemSections.swift"
NOTICE = "// Made from the refusals in Sources by Scripts/generate-problems.py; change those, not this file.\n"
# Their refusals are answered as pages, never as problem documents.
PAGES = {"Console", "Pages", "PersonalPages"}
# Codes that are values of an enumeration, with their words in a `switch`: where they stand, and what they rest on unless the words name it.
FAMILIES = [
    ("CustodyObstacle", ["Registry/Cards/Custody.swift"], []),
    ("LifeObstacle", ["Registry/Lifecycle/LifeObstacle.swift"], []),
    ("PoolObstacle", ["Registry/Lifecycle/DevicePool.swift"], ["R-IC-07"]),
    ("Ground", ["Registry/Registration/PersonalRule.swift"], []),
    ("InspectionRefusal", ["Inspection/InspectionRefusal.swift", "Inspection/InspectionRefusal+Words.swift"], ["R-DP-26"]),
    ("WatermarkRefusal", ["Watermark/WatermarkRefusal.swift"], ["R-25-12", "R-DP-26"]),
    ("ReadingRefusal", ["Reading/ReadingRefusal.swift"], ["H-01"]),
    ("Code", ["Tabular/TabularRefusal.swift", "Tabular/TabularRefusal+text.swift"], ["H-01"]),
    ("Code", ["CardFiles/CardFileRefusal.swift"], ["H-01"]),
]
HAN = re.compile(r"[\u4e00-\u9fff]")
RULE = re.compile(r"[RH]-[A-Z0-9]{2}(?:-[0-9]{2})?")
MADE = re.compile(r"(?<![\w.])(?:Refusal|CheckOutcome|self\.init|Self|Rule)\(")


# ---- Swift, as far as it must be understood


def after_string(text, at):
    """Past the string literal that begins at `at`, whatever is interpolated into it."""
    quote = '"""' if text.startswith('"""', at) else '"'
    at += len(quote)
    while not text.startswith(quote, at):
        if text.startswith("\\(", at):
            at = closing(text, at + 2) + 1
        else:
            at += 2 if text[at] == "\\" else 1
    return at + len(quote)


def closing(text, at):
    """Where the bracket closes that was opened before `at`."""
    depth = 0
    while True:
        if text[at] == '"':
            at = after_string(text, at)
            continue
        if text.startswith("//", at):
            at = text.index("\n", at)
        if text[at] in "([{":
            depth += 1
        elif text[at] in ")]}":
            if depth == 0:
                return at
            depth -= 1
        at += 1


def arguments(text):
    """The arguments of a call, as {label or position: expression}."""
    found, begin, at, depth = [], 0, 0, 0
    while at < len(text):
        if text[at] == '"':
            at = after_string(text, at)
            continue
        depth += (text[at] in "([{") - (text[at] in ")]}")
        if text[at] == "," and depth == 0:
            found.append(text[begin:at])
            begin = at + 1
        at += 1
    labelled = [re.match(r"\s*(?:(\w+):\s)?(.*)", argument, re.S) for argument in [*found, text[begin:]]]
    return {match[1] or place: match[2].strip() for place, match in enumerate(labelled)}


def literals(text):
    """The string literals, as they are read; what is put in at its time is an ellipsis."""
    found, at = [], 0
    while (at := text.find('"', at)) >= 0:
        end = after_string(text, at)
        found.append(plain(text[at:end]))
        at = end
    return found


def plain(literal):
    if literal.startswith('"""'):
        lines = [line.strip() for line in literal[3:-3].strip("\n").splitlines()]
        literal = '"' + "\n".join(lines).replace("\\\n", "").replace("\n", " ").strip() + '"'
    text, at = "", 1
    while at < len(literal) - 1:
        if literal.startswith("\\(", at):
            text, at = text + "…", closing(literal, at + 2) + 1
        elif literal[at] == "\\":
            text, at = text + literal[at + 1], at + 2
        else:
            text, at = text + literal[at], at + 1
    return text


def sources():
    for path in sorted(SOURCES.rglob("*.swift")):
        name = path.relative_to(SOURCES)
        if name.parts[0] not in PAGES and name.parts[1] != "Generated":
            yield path.read_text(encoding="utf-8")


# ---- What is refused


def house():
    text = (SOURCES / "Registry/Rules/HouseRule.swift").read_text(encoding="utf-8")
    ids = dict(re.findall(r'case (\w+) = "(H-[0-9]{2})"', text))
    words = text[text.index("var text: LocalText"):text.index("var protects: LocalText")]
    return ids, {ids[name]: said[0] for name, said in switched(words).items()}


def rules():
    """Each rule's words, in English."""
    text = (SOURCES / "Registry/Rules/Rule.swift").read_text(encoding="utf-8")
    calls = [arguments(text[found.end():closing(text, found.end())]) for found in MADE.finditer(text)]
    return {plain(call[0]): plain(call["en"]) for call in calls if "en" in call and RULE.fullmatch(call[0].strip('"'))}


def switched(text):
    """What is said behind each `case .name:`, as literals in their order."""
    found = {}
    heads = list(re.finditer(r"^\s*(?:case ((?:\.\w+(?:, )?)+)|default):", text, re.M))
    for head, following in zip(heads, [*heads[1:], None]):
        piece = text[head.end():following.start() if following else len(text)]
        piece = piece[:closing(piece + "}", 0)]
        names = {"house": re.findall(r"(?:HouseRule|house:)\s*\.(\w+)", piece)}
        for name in re.findall(r"\w+", head[1] or "default"):
            found.setdefault(name, []).extend(literals(piece) + ["house:" + rule for rule in names["house"]])
    return found


def of_family(name, files, standing, house_ids):
    text = "\n".join((SOURCES / file).read_text(encoding="utf-8") for file in files)
    begin = re.search(rf"enum {name}: String\b[^{{]*{{", text).end()
    body = text[begin:closing(text, begin)]
    said = switched(text)
    for case, code in re.findall(r'^\s*case (\w+) = "([a-z0-9-]+)"', body, re.M):
        words = said.get(case) or said.get("default", [])
        named = [word for word in words if RULE.fullmatch(word)] + [house_ids[word[6:]] for word in words if word.startswith("house:")]
        english, chinese = [], []
        for word in words:
            if HAN.search(word):
                chinese.append(word)
            elif " " in word:
                english.append(word)
        yield code, named or standing, sentence(english), sentence(chinese), sentence(english[1:]), sentence(chinese[1:])


def sentence(words):
    return words[0] if words else ""


def of_call(call, house_ids, beside=""):
    """One refusal as it is written with its code and words; none of any other call."""
    if "code" in call and "requirement" in call:
        code, rests, words = call["code"], call["requirement"], local(call.get("text", ""), beside)
    elif call.get(1) == '"guardian-consent-of-another"':
        code, rests, words = call[1], call[2], call
    else:
        code, rests, words = call.get(0, ""), call.get("requirements", call.get("house", "")), call
    if not re.fullmatch(r'"[a-z0-9-]+"', code) or "en" not in words:
        return None
    mend = local(call.get("mend", ""), beside)
    named = [house_ids[rests[1:]]] if rests.startswith(".") else RULE.findall(rests)
    texts = [words["en"], words["zh"], mend.get("en", ""), mend.get("zh", "")]
    return (plain(code), named, *["".join(literals(text)) for text in texts])


def local(text, beside):
    """The two languages of a `LocalText(…)`, written here or named in the same file."""
    named = re.search(rf"let {text} = (LocalText\()", beside) if re.fullmatch(r"\w+", text) else None
    if named:
        text = beside[named.start(1):closing(beside, named.end()) + 1]
    return arguments(text[len("LocalText("):-1]) if text.startswith("LocalText(") else {}


def refusals():
    house_ids, _ = house()
    found = {}
    for text in sources():
        for made in MADE.finditer(text):
            refusal = of_call(arguments(text[made.end():closing(text, made.end())]), house_ids, text)
            if refusal:
                found.setdefault(refusal[0], []).append(refusal[1:])
    for family in FAMILIES:
        for code, *rest in of_family(*family, house_ids):
            found.setdefault(code, []).append(tuple(rest))
    # All of one sentence.
    multipart = (SOURCES / "API/Edge/UploadedFile.swift").read_text(encoding="utf-8")
    begin = multipart.index("refusal.rawValue")
    shared = arguments(multipart[begin:closing(multipart, begin)])
    shared[0] = '"multipart"'
    for code in re.findall(r'"(multipart-[a-z-]+)"', (SOURCES / "Web/Multipart.swift").read_text(encoding="utf-8")):
        found.setdefault(code, []).append(of_call(shared, house_ids)[1:])
    return found


# ---- The sections


def section(code, meanings, words):
    parts = [f'<section id="problem-{code}"><h3><code>{code}</code></h3>']
    said = set()
    for named, english, chinese, mend, mend_chinese in meanings:
        if (english, mend) in said or not english:
            continue
        said.add((english, mend))
        parts.append(f'<p><strong>{shown(english)}</strong> <span lang="zh">{shown(chinese)}</span></p>')
        if mend:
            parts.append(f'<p>What to do: {shown(mend)} <span lang="zh">{shown(mend_chinese)}</span></p>')
    if not said:
        parts.append("<p>The answer says what is wrong.</p>")
    rests = sorted({rule for named, *_ in meanings for rule in named})
    parts += [f"<p>Rests on <code>{rule}</code>: {shown(words[rule])}</p>" for rule in rests]
    return "".join(parts) + "</section>\n"


def shown(text):
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(text, quote=False))


def swift():
    _, of_house = house()
    words = {**rules(), **of_house}
    sections = "".join(section(code, meanings, words) for code, meanings in sorted(refusals().items()))
    head = (
        '<h2 id="problems">Problems</h2><p>A problem\'s <code>type</code> leads to its code here: why it is refused, what would mend it, and '
        "the rule it rests on. What stands for <code>…</code> is said in the answer; an id that begins with H is the system's own rule and no law.</p>\n")
    return f'{NOTICE}\nextension ContractDocument {{\n    /// A section for each code, on `/reference`.\n    package static let problemSections = ##"""\n{head}{sections}\n"""##\n}}\n'


def main():
    made = swift()
    is_current = TARGET.exists() and TARGET.read_text(encoding="utf-8") == made
    if "--check" in sys.argv:
        sys.exit(0 if is_current else f"{TARGET.name} is not current; run Scripts/generate-problems.py")
    if not is_current:
        TARGET.write_text(made, encoding="utf-8")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Makes Swift of Contract/openapi.yaml: Operation.swift, ContractText.swift, RequestShapes.swift, Wire.swift,
ReferencePage.swift.

Needs PyYAML (Debian: python3-yaml). `--check` writes nothing and fails when a file is not current.
"""
import html
import json
import pathlib
import re
import sys

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCE = ROOT / "Contract" / "openapi.yaml"
TARGET = ROOT / "Sources" / "Contract" / "Generated"
METHODS = ["get", "post", "put", "patch", "delete"]
NOTICE = "// Made from Contract/openapi.yaml by Scripts/generate-contract.py; change the contract, not this file.\n"


def resolved(contract, node):
    while "$ref" in node:
        target = contract
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        node = target
    return node


def operations(contract):
    for path, item in contract["paths"].items():
        for method in METHODS:
            if method in item:
                yield path, method, item[method]


def parameters(contract, operation):
    return [resolved(contract, parameter) for parameter in operation.get("parameters", [])]


def strings(values):
    return "[" + ", ".join(json.dumps(str(value)) for value in values) + "]"


def facts(contract, path, method, operation):
    headers = {parameter["name"] for parameter in parameters(contract, operation) if parameter["in"] == "header"}
    permission = operation["x-permission"]
    statuses = sorted(int(status) for status in operation["responses"])
    success = next(status for status in statuses if status < 300)
    taken = list(operation.get("requestBody", {}).get("content", {}))
    produced = list(operation["responses"][str(success)].get("content", {}))
    return (
        f'OperationFacts(\n            method: "{method.upper()}", path: "{path}", tag: "{operation["tags"][0]}",\n'
        f"            permissions: {strings([permission] if isinstance(permission, str) else permission)},\n"
        f'            creates: {"true" if "Idempotency-Key" in headers else "false"}, '
        f'edits: {"true" if "If-Match" in headers else "false"}, '
        f'mayBeOld: {"true" if "Cache-Control" in headers else "false"}, bodyLimit: .{operation.get("x-body-limit", "usual")},\n'
        f"            takes: {strings(taken)}, produces: {strings(produced)},\n"
        f"            success: {success}, statuses: {statuses})"
    )


def operation_swift(contract):
    every = list(operations(contract))
    lines = [NOTICE, "/// Every operation of the API. A route exists because it stands here.",
             "package enum Operation: String, CaseIterable, Sendable {"]
    for path, method, operation in every:
        lines += [f"    /// {operation['summary']}: `{method.upper()} {path}`", f"    case {operation['operationId']}"]
    lines += ["", "    package var facts: OperationFacts {", "        switch self {"]
    for path, method, operation in every:
        lines += [f"        case .{operation['operationId']}:", f"            {facts(contract, path, method, operation)}"]
    lines += ["        }", "    }", "}", ""]
    return "\n".join(lines)


def raw_literal(text):
    marks = "#" * (1 + max([len(found) for found in re.findall(r'"""(#*)', text)] + [0]) + 1)
    return f'{marks}"""\n{text}\n"""{marks}'


def text_swift(text):
    return f"{NOTICE}\nextension ContractDocument {{\n    /// `/openapi.yaml`, as it stands in the repository.\n    package static let text = {raw_literal(text)}\n}}\n"


def shapes(contract):
    """What requests must look like: per operation its parameters and JSON body; schemas by name."""
    def lean(node):
        if isinstance(node, dict):
            kept = {key: value for key, value in node.items() if key not in ("description", "examples", "example", "default")
                    or (key != "default" and isinstance(value, dict) and "type" in value)}
            return {key: lean(value) for key, value in kept.items()}
        return [lean(value) for value in node] if isinstance(node, list) else node

    made, used = {}, set()

    def follow(node):
        if isinstance(node, dict):
            if "$ref" in node:
                name = node["$ref"].rsplit("/", 1)[1]
                if name not in used:
                    used.add(name)
                    follow(contract["components"]["schemas"][name])
            for value in node.values():
                follow(value)
        elif isinstance(node, list):
            for value in node:
                follow(value)

    for _, _, operation in operations(contract):
        shape = {}
        for parameter in parameters(contract, operation):
            if parameter["in"] in ("query", "path"):
                follow(parameter["schema"])
                shape.setdefault(parameter["in"], {})[parameter["name"]] = {
                    "required": parameter.get("required", False), "schema": lean(parameter["schema"])}
        body = operation.get("requestBody", {}).get("content", {}).get("application/json")
        if body:
            follow(body["schema"])
            shape["body"] = lean(body["schema"])
        made[operation["operationId"]] = shape
    schemas = {name: lean(contract["components"]["schemas"][name]) for name in sorted(used)}
    return json.dumps({"operations": made, "schemas": schemas}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def shapes_swift(contract):
    return (f"{NOTICE}\nextension ContractDocument {{\n    /// The shapes of parameters and JSON bodies, as JSON.\n"
            f"    package static let requestShapes = {raw_literal(shapes(contract))}\n}}\n")


# ---- Schemas as Swift

HAND_WRITTEN = {"Problem", "FieldError", "Page"}


def is_struct(schema):
    """Members whose names are words of the field, with hyphens, are keys of a dictionary."""
    return "properties" in schema and all(name.isidentifier() for name in schema["properties"])


def swift_type(contract, node, name):
    """The Swift type of a schema, and the declarations it needs nested inside."""
    if "$ref" in node:
        target = node["$ref"].rsplit("/", 1)[1]
        schema = contract["components"]["schemas"][target]
        return (f"Wire.{target}", []) if is_struct(schema) else swift_type(contract, schema, name)
    kind = node.get("type")
    if kind == "array":
        inner, nested = swift_type(contract, node["items"], name.rstrip("s") if name.endswith("s") else name)
        return f"[{inner}]", nested
    if kind == "object" and "properties" in node and not is_struct(node):
        inner, nested = swift_type(contract, next(iter(node["properties"].values())), name)
        return f"[String: {inner}]", nested
    if is_struct(node):
        title = name[0].upper() + name[1:]
        return title, [struct(contract, title, node)]
    if kind == "object":
        return "[String: String]", []
    return {"string": "String", "integer": "Int64", "boolean": "Bool"}[kind], []


def struct(contract, name, node):
    required = set(node.get("required", []))
    fields, nested = [], []
    for field, schema in node["properties"].items():
        kind, inner = swift_type(contract, schema, field)
        fields.append((field, kind + ("" if field in required else "?"), schema.get("description", "")))
        nested += inner
    # What is required comes first in the initialiser.
    ordered = [entry for entry in fields if not entry[1].endswith("?")] + [entry for entry in fields if entry[1].endswith("?")]
    lines = [f"/// {line}" for line in node.get("description", "").strip().split("\n") if line]
    lines.append(f"package struct {name}: Codable, Hashable, Sendable, WireJSON {{")
    for declaration in nested:
        lines += ["    " + line for line in declaration] + [""]
    for field, kind, description in fields:
        if description:
            lines.append("    /// " + " ".join(description.split()))
        lines.append(f"    package var {field}: {kind}")
    lines += ["", "    package init("]
    lines.append(",\n".join(f"        {field}: {kind}" + (" = nil" if kind.endswith("?") else "") for field, kind, _ in ordered))
    lines += ["    ) {"] + [f"        self.{field} = {field}" for field, _, _ in ordered] + ["    }", ""]
    lines += json_functions(ordered) + ["}"]
    return [part for line in lines for part in line.split("\n")]


def json_functions(fields):
    """How a struct is read from a parsed value and written as canonical JSON, whose names are sorted."""
    def function(kind):
        return "memberIfAny" if kind.endswith("?") else "member"

    read = ",\n".join(f'            {field}: try json.{function(kind)}("{field}")' for field, kind, _ in fields)
    written = [f'        try writer.{function(kind)}("{field}", {field})' for field, kind, _ in sorted(fields)]
    return ["    package init(json: JSONValue) throws(WireMismatch) {", f"        self.init(\n{read})", "    }", "",
            "    package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {",
            "        writer.beginObject()", *written, "        writer.endObject()", "    }"]


def wire_swift(contract):
    lines = [NOTICE, "import Ledger", "", "extension Wire {"]
    for name, schema in contract["components"]["schemas"].items():
        if is_struct(schema) and name not in HAND_WRITTEN:
            lines += [("    " + line).rstrip() for line in struct(contract, name, schema)] + [""]
    return "\n".join(lines[:-1] + ["}", ""])


# ---- The reference page

STYLE = """
:root { color-scheme: light dark; --line: #8884; --soft: #8881; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 62rem; padding: 1rem; }
code, pre { font: 0.9em/1.45 ui-monospace, monospace; }
pre { background: var(--soft); overflow-x: auto; padding: .6rem; }
section { border-top: 1px solid var(--line); padding: .8rem 0; }
table { border-collapse: collapse; width: 100%; } th, td { border-bottom: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top; }
.method { display: inline-block; font-weight: 700; min-width: 4.5rem; }
nav ul { columns: 18rem; list-style: none; padding: 0; }
"""


def escaped(text):
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(str(text), quote=False))


def kind(contract, node):
    if "$ref" in node:
        name = node["$ref"].rsplit("/", 1)[1]
        return f'<a href="#{name}">{name}</a>'
    if "oneOf" in node:
        return " or ".join(kind(contract, choice) for choice in node["oneOf"])
    if "enum" in node:
        return "one of " + ", ".join(f"<code>{html.escape(str(value))}</code>" for value in node["enum"])
    name = node.get("type", "anything")
    if name == "array":
        return "list of " + kind(contract, node.get("items", {}))
    limits = [f"{word} {node[key]}" for key, word in (
        ("minLength", "at least"), ("maxLength", "at most"), ("minimum", "from"), ("maximum", "to"), ("default", "default")) if key in node]
    return f'{name}{" (" + node["format"] + ")" if "format" in node else ""}{", " + ", ".join(limits) if limits else ""}'


def fields(contract, node):
    required = node.get("required", [])
    rows = "".join(
        f'<tr><td><code>{name}</code></td><td>{kind(contract, field)}</td><td>{"required" if name in required else ""}</td>'
        f'<td>{escaped(field.get("description", ""))}</td></tr>' for name, field in node.get("properties", {}).items())
    return f"<table><thead><tr><th>Field</th><th>What</th><th></th><th></th></tr></thead><tbody>{rows}</tbody></table>" if rows else ""


def operation_html(contract, path, method, operation):
    found = [f'<section id="{operation["operationId"]}"><h3><span class="method">{method.upper()}</span> <code>{html.escape(path)}</code></h3>',
             f'<p><strong>{escaped(operation["summary"])}</strong>. {escaped(operation.get("description", ""))}</p>']
    permission = operation["x-permission"]
    needed = [permission] if isinstance(permission, str) else permission
    found.append("<p>Needs: " + " or ".join(f"<code>{name}</code>" for name in needed) + "</p>")
    rows = "".join(
        f'<tr><td><code>{parameter["name"]}</code></td><td>{parameter["in"]}</td><td>{kind(contract, parameter["schema"])}</td>'
        f'<td>{"required" if parameter.get("required") else ""}</td><td>{escaped(parameter.get("description", ""))}</td></tr>'
        for parameter in parameters(contract, operation))
    if rows:
        found.append(f"<table><thead><tr><th>Parameter</th><th>In</th><th>What</th><th></th><th></th></tr></thead><tbody>{rows}</tbody></table>")
    for media, content in operation.get("requestBody", {}).get("content", {}).items():
        found.append(f'<p>Takes <code>{media}</code> {kind(contract, content["schema"]) if "schema" in content and "$ref" in content["schema"] else ""}</p>')
    for status, response in operation["responses"].items():
        response = resolved(contract, response)
        contents = ", ".join(
            f'<code>{media}</code> {kind(contract, content["schema"]) if "$ref" in content.get("schema", {}) else ""}'
            for media, content in response.get("content", {}).items())
        found.append(f'<p><code>{status}</code> {escaped(response["description"])} {contents}</p>')
    return "".join(found) + "</section>\n"


def reference(contract):
    every = list(operations(contract))
    parts = [f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
             f'<title>{contract["info"]["title"]}: the API</title><style>{STYLE}</style></head><body>\n'
             f'<h1>{contract["info"]["title"]}: the API</h1><p>{escaped(contract["info"]["summary"])}</p>'
             f'<p>{escaped(contract["info"]["description"])}</p><p>For programs: <a href="/openapi.yaml">openapi.yaml</a>. '
             f'Where the <code>type</code> of a problem leads: <a href="/reference/problems">problems</a></p>\n']
    for tag in contract["tags"]:
        here = [entry for entry in every if tag["name"] in entry[2]["tags"]]
        parts.append(f'<h2 id="tag-{tag["name"]}">{tag["name"]}</h2><p>{escaped(tag["description"])}</p><nav aria-label="{tag["name"]}"><ul>')
        parts += [f'<li><a href="#{entry[2]["operationId"]}">{escaped(entry[2]["summary"])}</a></li>' for entry in here]
        parts.append("</ul></nav>\n")
        parts += [operation_html(contract, *entry) for entry in here]
    parts.append("<h2>Schemas</h2>\n")
    for name, schema in contract["components"]["schemas"].items():
        example = schema.get("examples", [None])[0]
        shown = f"<pre>{html.escape(json.dumps(example, ensure_ascii=False, indent=2))}</pre>" if example is not None else ""
        what = "" if "properties" in schema else f"<p>{kind(contract, schema)}</p>"
        parts.append(f'<section id="{name}"><h3>{name}</h3><p>{escaped(schema.get("description", ""))}</p>{what}{fields(contract, schema)}{shown}</section>\n')
    parts.append("</body></html>\n")
    return "".join(parts)


def reference_swift(contract):
    return f"{NOTICE}\nextension ContractDocument {{\n    /// `/reference`.\n    package static let referencePage = {raw_literal(reference(contract))}\n}}\n"


def main():
    text = SOURCE.read_text(encoding="utf-8")
    contract = yaml.safe_load(text)
    files = {
        "Operation.swift": operation_swift(contract), "ContractText.swift": text_swift(text),
        "RequestShapes.swift": shapes_swift(contract), "Wire.swift": wire_swift(contract),
        "ReferencePage.swift": reference_swift(contract),
    }
    TARGET.mkdir(parents=True, exist_ok=True)
    stale = [name for name, made in files.items() if not (TARGET / name).exists() or (TARGET / name).read_text(encoding="utf-8") != made]
    if "--check" in sys.argv:
        sys.exit(f"not current: {', '.join(stale)}; run Scripts/generate-contract.py" if stale else 0)
    for name in stale:
        (TARGET / name).write_text(files[name], encoding="utf-8")


main()

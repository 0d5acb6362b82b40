"""What the standard (WHATWG) asks of a page and its parser does not say: what may stand in what, which attribute has a meaning where, and
what refers to what."""
import re

ELEMENTS = set(
    "a abbr address article aside audio b base bdi bdo blockquote body br button canvas caption cite code col colgroup data "
    "datalist dd del details dfn dialog div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup "
    "hr html i img input ins kbd label legend li link main mark menu meta meter nav noscript ol optgroup option output p picture "
    "pre progress q rp rt ruby s samp script search section select small source span strong style sub summary sup table tbody td "
    "template textarea tfoot th thead time title tr u ul var video wbr".split())
HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]
BLOCKS = {
    "address", "article", "aside", "blockquote", "details", "dialog", "div", "dl", "fieldset", "figure", "footer", "form", "header", "hr",
    "main", "menu", "nav", "ol", "p", "pre", "search", "section", "table", "ul", *HEADINGS}
# Hold words and what stands among words, no blocks; the last two hold headings besides.
WORDS_ONLY = {
    *HEADINGS, "abbr", "b", "bdi", "bdo", "button", "cite", "code", "data", "dfn", "em", "i", "kbd", "label", "legend", "mark", "output",
    "p", "pre", "q", "s", "samp", "small", "span", "strong", "sub", "summary", "sup", "time", "u", "var"}
WITH_HEADINGS = {"legend", "summary"}
CHILDREN = {
    "ul": {"li"}, "ol": {"li"}, "menu": {"li"}, "dl": {"dt", "dd", "div"}, "select": {"option", "optgroup", "hr"}, "optgroup": {"option"},
    "table": {"caption", "colgroup", "thead", "tbody", "tfoot", "tr"}, "thead": {"tr"}, "tbody": {"tr"}, "tfoot": {"tr"},
    "tr": {"td", "th"}}
PARENTS = {
    "li": {"ul", "ol", "menu"}, "dt": {"dl", "div"}, "dd": {"dl", "div"}, "summary": {"details"}, "legend": {"fieldset"},
    "option": {"select", "optgroup", "datalist"}, "figcaption": {"figure"}, "caption": {"table"}}
LABELABLE = {"button", "input", "meter", "output", "progress", "select", "textarea"}
TYPED = {"text", "search", "url", "tel", "email", "password"}
COUNTED = {"number", "range", "date", "month", "week", "time", "datetime-local"}
INPUTS = TYPED | COUNTED | {"hidden", "color", "checkbox", "radio", "file", "submit", "image", "reset", "button"}
# Which inputs an attribute has a meaning for.
MEANT_FOR = {
    "maxlength": TYPED, "minlength": TYPED, "pattern": TYPED, "size": TYPED, "placeholder": TYPED | {"number"}, "accept": {"file"},
    "capture": {"file"}, "multiple": {"email", "file"}, "checked": {"checkbox", "radio"}, "min": COUNTED, "max": COUNTED, "step": COUNTED,
    "list": INPUTS - {"hidden", "password", "checkbox", "radio", "file", "submit", "image", "reset", "button"},
    "readonly": TYPED | COUNTED - {"range"}, "required": INPUTS - {"hidden", "range", "color", "submit", "image", "reset", "button"},
    "alt": {"image"}, "src": {"image"}}
WHOLE = {"maxlength", "minlength", "size", "rows", "cols", "colspan", "rowspan", "width", "height"}
OBSOLETE = {"align", "bgcolor", "border", "cellpadding", "cellspacing", "valign", "nowrap", "language", "summary"}
REFERENCES = {
    "aria-activedescendant", "aria-controls", "aria-describedby", "aria-details", "aria-errormessage", "aria-flowto", "aria-labelledby",
    "aria-owns", "for", "form", "headers", "list"}
ROLES = {
    "alert", "article", "banner", "button", "complementary", "contentinfo", "dialog", "form", "group", "heading", "img", "link",
    "list", "listbox", "listitem", "log", "main", "menu", "menuitem", "meter", "navigation", "none", "note", "option", "presentation",
    "progressbar", "radio", "radiogroup", "region", "row", "search", "separator", "status", "switch", "tab", "table", "tablist",
    "tabpanel", "textbox", "timer", "tooltip"}


def elements(root):
    """(element, its ancestors from the outermost) in the order of the page, without what stands in a drawing."""
    waiting = [(root, ())]
    while waiting:
        element, above = waiting.pop()
        if not isinstance(element.tag, str) or element.tag.startswith("{"):
            continue
        yield element, above
        waiting += [(child, (*above, element)) for child in reversed(element)]


def named(element):
    return f"<{element.tag}>" + "".join(f" {name}={element.get(name)}" for name in ("id", "name", "class") if element.get(name))


def is_interactive(element):
    return (
        element.tag in ("button", "details", "iframe", "label", "select", "textarea") or element.tag == "a" and "href" in element.attrib
        or element.tag == "input" and element.get("type") != "hidden" or "tabindex" in element.attrib)


def is_labelable(element):
    return element.tag in LABELABLE and element.get("type") != "hidden"


def standing(element, above):
    """What may not stand where it stands."""
    tags = [other.tag for other in above]
    parent = tags[-1] if tags else ""
    if element.tag not in ELEMENTS:
        yield "is no element of HTML"
    if element.tag in BLOCKS:
        holders = [tag for tag in tags if tag in WORDS_ONLY and not (tag in WITH_HEADINGS and element.tag in HEADINGS)]
        yield from (f"stands in <{tag}>" for tag in holders)
    if parent in CHILDREN and element.tag not in CHILDREN[parent] | {"script", "template"}:
        yield f"stands in <{parent}>"
    if element.tag in PARENTS and parent not in PARENTS[element.tag] | {"template"}:
        yield f"stands in <{parent}>"
    if is_interactive(element):
        yield from (f"stands in <{tag}>, which is operated itself" for tag in tags if tag in ("a", "button", "summary"))
    if element.tag == "label" and "label" in tags:
        yield "stands in a label"
    if element.tag in ("summary", "legend") and above[-1][0] is not element:
        yield f"is not the first in its <{parent}>"


def holding(element):
    """What does not stand in it and should, or stands there too often."""
    if element.tag == "dl":
        groups = [[child] if child.tag != "div" else list(child) for child in element]
        terms = [child.tag for group in groups for child in group if child.tag in ("dt", "dd")]
        if terms and (terms[0] != "dt" or terms[-1] != "dd"):
            yield "does not go from terms to what they mean"
    if element.tag == "label" and len([child for child in element.iter() if isinstance(child.tag, str) and is_labelable(child)]) > 1:
        yield "labels several fields"
    if element.tag == "details" and (len(element) == 0 or element[0].tag != "summary"):
        yield "has no summary"
    if element.tag in (*HEADINGS, "title", "button", "a", "summary", "legend", "label") and len(element) == 0:
        if not ("".join(element.itertext()) + element.get("aria-label", "") + element.get("aria-labelledby", "")).strip():
            yield "says nothing"


def attributes(element):
    """Attributes without a meaning there, or with a value that is none."""
    kind = element.get("type", "text").lower() if element.tag == "input" else None
    if kind is not None and kind not in INPUTS:
        yield f"has the type {kind}"
    for name, value in element.attrib.items():
        if not isinstance(name, str):
            continue
        if name in OBSOLETE or name.startswith("on") or name == "style":
            yield f"has {name}"
        if kind is not None and name in MEANT_FOR and kind not in MEANT_FOR[name]:
            yield f"of type {kind} has {name}"
        if name in WHOLE and not value.isdecimal():
            yield f"has {name}={value}"
    if "id" in element.attrib and (not element.get("id") or re.search(r"\s", element.get("id"))):
        yield "has an id with spaces, or an empty one"
    if element.get("tabindex", "0") not in ("0", "-1"):
        yield f"has tabindex={element.get('tabindex')}"
    if element.get("role", "img") not in ROLES:
        yield f"has the role {element.get('role')}"
    if element.tag == "img" and not {"alt", "src"} <= set(element.attrib):
        yield "has no alt or no src"
    if element.tag == "button" and element.get("type", "submit") not in ("submit", "button", "reset"):
        yield f"has the type {element.get('type')}"


def headings(found):
    """Levels that are left out on the way down: who goes from heading to heading would look for them."""
    before = 0
    for element in found:
        if element.tag not in HEADINGS:
            continue
        level = HEADINGS.index(element.tag) + 1
        if level > before + 1:
            yield f"<h{level}> {''.join(element.itertext()).strip()[:40]} comes after a heading of level {before}"
        before = level


def references(root):
    """What refers to nothing, or a label to what is no field; drawings and what stands in them count."""
    found = [element for element in root.iter() if isinstance(element.tag, str)]
    by_id = {element.get("id"): element for element in found if element.get("id")}
    for element in found:
        for name in REFERENCES & set(element.attrib):
            yield from (f"nothing has the id {part}" for part in element.get(name).split() if part not in by_id)
        target = by_id.get(element.get("for")) if element.tag == "label" else None
        if target is not None and not is_labelable(target):
            yield f"nothing has the id {element.get('for')} that is a field"
        address = element.get("href") if element.tag == "a" else None
        if address and len(address) > 1 and address.startswith("#") and address[1:] not in by_id:
            yield f"nothing has the id {address[1:]}"


def breaches(root):
    """Each in words."""
    found = list(elements(root))
    for element, above in found:
        for what in (*standing(element, above), *holding(element), *attributes(element)):
            yield f"{named(element)} {what}"
    yield from headings([element for element, _ in found])
    yield from references(root)

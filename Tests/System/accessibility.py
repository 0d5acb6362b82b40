"""Whether a page shuts anybody out: axe-core by WCAG 2.2 AA, and whether it fits the screen, on every screen, light and dark; whether keys
lead to all of it."""
from axe_playwright_python.sync_playwright import Axe
from page_keys import FOCUS_IS_SEEN

# Only what is amiss is told in full, which takes half the time.
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}, "resultTypes": ["violations"]}
# What a scheme of colours may change of it.
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}, "resultTypes": ["violations"]}


def violations(page, rules=RULES):
    """What axe-core finds on the page as it stands, each with the first places."""
    return [(one["id"], [node["html"][:160] for node in one["nodes"]][:3]) for one in Axe().run(page, options=rules).response["violations"]]


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def shut_out(page, name="", rules=RULES):
    """What shuts somebody out of the page as it stands, under the name the test has for it."""
    found = [(name, *one) for one in violations(page, rules)]
    return found if fits(page) else [*found, (name, "wider than the screen")]


def shut_out_in_any_look(phone, name, sizes, seen=lambda: None):
    """The same of the page on each of these sizes, light and dark; `seen` is called with each look before it is judged."""
    found = []
    for size, scheme in phone.looks(sizes):
        seen()
        found += shut_out_in_look(phone.page, name, size, scheme)
    return found


def shut_out_in_look(page, name, size, scheme):
    """The same of the page as it stands, which is shown in this look; dark it is the page that was light, with other colours."""
    return shut_out(page, f"{name}, {scheme}, {size['width']}", RULES if scheme == "light" else COLOURS)


# Each thing that may be used has to be come to with Tab, of a group of choices one; where it has come it is to be seen.
LISTEN = "() => {\n    const isSeen = " + FOCUS_IS_SEEN + """;
    const all = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")];
    const keyOf = one => one.type === "radio" ? one.name : one;
    const stops = new Map(all.filter(one => one.tabIndex >= 0 && !one.disabled && one.checkVisibility()).map(one => [keyOf(one), one]));
    const missing = new Map(stops), unseen = new Set();
    document.addEventListener("focusin", event => {
        missing.delete(keyOf(event.target));
        if (!isSeen(event.target)) unseen.add(event.target);
    });
    window.keys = { missing, unseen };
    return stops.size;
}"""
TELL = """() => [window.keys.missing.values(), window.keys.unseen].map(
    found => [...found].slice(0, 3).map(one => one.outerHTML.slice(0, 160)))"""


def out_of_keys(page, name=""):
    """What on the page as it stands no Tab leads to, and where the focus would not be seen."""
    stops = page.evaluate(LISTEN)
    # Once around from wherever the focus is, and over the end; more where a field has several stops of its own.
    for _ in range(3):
        for _ in range(stops + 3):
            page.keyboard.press("Tab")
        missing, unseen = page.evaluate(TELL)
        if not missing:
            break
    return [(name, what, places) for what, places in (("no key leads there", missing), ("the focus is not seen", unseen)) if places]


def weight(page, besides=None):
    """Bytes of the page and of all it loaded, but for what has this in its address."""
    return page.evaluate(
        """besides => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
            .filter(entry => !besides || !entry.name.includes(besides)).reduce((sum, entry) => sum + entry.decodedBodySize, 0)""", besides)

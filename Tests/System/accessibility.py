"""Whether a page shuts anybody out: axe-core by WCAG 2.2 AA, and whether it fits the screen."""
from axe_playwright_python.sync_playwright import Axe

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}


def violations(page):
    """What axe-core finds on the page as it stands, each with the first places."""
    return [(one["id"], [node["html"][:160] for node in one["nodes"]][:3]) for one in Axe().run(page, options=RULES).response["violations"]]


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def shut_out(page, name=""):
    """What shuts somebody out of the page as it stands, under the name the test has for it."""
    found = [(name, *one) for one in violations(page)]
    return found if fits(page) else [*found, (name, "wider than the screen")]

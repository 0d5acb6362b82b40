"""Every page the crawler visits, as each role, in both languages: HTML without a fault, light, asking nobody else."""
import html.parser
import re
import subprocess

import html5lib
import page_rules
import pytest
from console_web import Web
from shiming_server import BIN, World, card_file, iccid, serving

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")
ROLES = ["clerk", "agent_manager", "agent_reviewer", "reviewer", "compliance", "auditor", "hall_clerk", "account_manager", "enterprise_manager"]
HEAVIEST = 200 << 10
NAMED_ONCE = ("main", "h1", "title")


class Page(html.parser.HTMLParser):
    """What a page leads to, loads and names."""

    def __init__(self, text):
        super().__init__()
        self.links, self.loads, self.ids, self.tags = [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        assert len(values) == len(attributes), f"an attribute of <{tag}> stands twice"
        self.tags.append(tag)
        if values.get("id"):
            self.ids.append(values["id"])
        if tag == "a" and values.get("href"):
            self.links.append(values["href"])
        self.loads += [values[name] for name in ("src", "srcset", "data", "poster", "action", "formaction", "ping") if values.get(name)]
        if tag == "link":
            self.loads.append(values["href"])


def faults(text, within=("/",)):
    """By the parser of the standard (WHATWG), then what a parser does not mind. `within`: how an address of its own begins."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root = parser.parse(text)
    found = [f"{code} {values} at {place}" for place, code, values in parser.errors]
    found += page_rules.breaches(root)
    page = Page(text)
    found += [f"id {name} stands twice" for name in {name for name in page.ids if page.ids.count(name) > 1}]
    found += [f"{page.tags.count(tag)} <{tag}>" for tag in NAMED_ONCE if page.tags.count(tag) != 1]
    found += [f"it reaches out to {load}" for load in page.loads if not load.startswith(within) or load.startswith("//")]
    if len(text.encode()) > HEAVIEST:
        found.append(f"{len(text.encode())} bytes")
    return found


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    settings = ("rate-open-requests=1000000", "rate-requests=1000000")
    with serving(tmp_path_factory.mktemp("html"), settings=settings) as server:
        world = World(server, ROLES)
        assert world.take_in(card_file(range(150)))["counts"]["taken"] == 150
        world.allocate()
        world.submit(world.begin(cards={"numbers": [iccid(1)]}))
        world.register(cards={"numbers": [iccid(2)]})
        Web(world, world.administrator).upload(
            card_file(range(300, 420)).replace(b"8986", b"8987").replace("接入号".encode(), b"<b>&\"'"), kind="stock")
        yield world


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("role", ["administrator", *ROLES])
def test_every_page_is_valid_light_and_asks_nobody_else(world, role, language):
    web = Web(world, getattr(world, role), language)
    waiting, seen, wrong = ["/console", "/console/nothing-here", "/console/cards/nothing"], set(), {}
    while waiting:
        path = waiting.pop(0)
        kind = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|card_[0-9a-f]+", "ID", path)
        if kind in seen:
            continue
        seen.add(kind)
        answer = web.get(path)
        if "text/html" not in answer.headers.get("Content-Type", ""):
            continue
        if found := faults(answer.text):
            wrong[path] = found[:6]
        waiting += [link.split("#")[0] for link in Page(answer.text).links if link.startswith("/console") and "/assets/" not in link]
    assert not wrong, wrong
    assert len(seen) > 8, seen


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_answers_a_form_is_valid_too(world, language):
    """What is found, and forms shown again with what is wrong."""
    numbers = "\n".join([iccid(1), iccid(2), "89860000000000000000", "354403110000013", "<b>nonsense", iccid(1)])
    sent = {
        "search": {"numbers": numbers}, "custody": {"act": "allocate", "numbers": numbers}, "answers": {"number": "<b>nonsense"},
        "products": {"code": "x y", "name": "<b>"}, "keys": {"label": ""}, "webhooks": {"url": "ftp://nobody"}, "campaigns": {"name": "<b>"},
        "life-settings": {"after": "0", "silentDays": "99999"}, "account/password": {"current": "wrong", "new": "a", "again": "b"},
        "nothing-here": {},
    }
    wrong, callers = {}, (world.administrator, world.clerk)
    for web in (Web(world, caller, language) for caller in callers):
        for path, fields in sent.items():
            answer = web.form("/console/" + path, **fields)
            assert answer.status_code < 500 and "text/html" in answer.headers["Content-Type"], (path, answer.status_code)
            if found := faults(answer.text):
                wrong[path] = found[:6]
    assert not wrong, wrong


def layout_faults(text):
    """Without what refers to what: words that are made up name no place. Real pages are looked at for that."""
    return [fault for fault in faults(text, ("#", "style-", "script-", "icon-")) if not fault.startswith("nothing has the id")]


# How Swift writes a dictionary, a list or what may be absent, where a text was to stand.
DUMPED = re.compile(r'\["|\[AnyHashable|\[:\]|Optional\(')


def dumped(text):
    """What stands in a page's texts, seen or hidden, as only a program writes it."""
    plain = html.unescape(text)
    return [plain[found.start():found.start() + 80] for found in DUMPED.finditer(plain)]


@pytest.mark.parametrize("bad", [
    "<input type=hidden value='[&quot;w&quot;: [&quot;a&quot;: 1]]'>", "<p>[AnyHashable(1): 2]</p>", "<p>Optional(1)</p>", "<p>[:]</p>"])
def test_values_written_as_a_program_writes_them_are_found(bad):
    assert dumped(content(bad)) and not dumped(content("<p>[1] a: b</p>"))


def test_the_gallery_shows_every_template_without_a_fault(tmp_path):
    command = [BIN, "console", "gallery", "--to", str(tmp_path / "gallery")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL)
    assert done.returncode == 0, done.stderr
    pages = sorted((tmp_path / "gallery").glob("*.html"))
    assert len(pages) > 150
    in_chinese, in_english = ({page.name.removesuffix(f".{language}.html") for page in pages if page.name.endswith(f".{language}.html")}
                              for language in ("zh", "en"))
    assert in_chinese == in_english and len(pages) == 2 * len(in_chinese) + 1, "each in both languages, and the index"
    wrong = {page.name: found[:4] for page in pages if (found := layout_faults(page.read_text()) + dumped(page.read_text()))}
    assert not wrong, wrong
    again = subprocess.run(command, capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL)
    assert again.returncode != 0, "nothing that is there is written over"


@pytest.mark.parametrize("bad", [
    "<!doctype html><title>a</title><main><h1>a</h1><p>a<div></p></main>", "<title>a</title><main><h1>a</h1></main>",
    "<!doctype html><title>a</title><main><h1>a</h1><i id=a></i><i id=a></i></main>",
    "<!doctype html><title>a</title><main><h1>a</h1><label for=x>a</label></main>",
    "<!doctype html><title>a</title><main><h1>a</h1><img src='//other.example/a.png'></main>",
    "<!doctype html><title>a</title><main><h1>a</h1><form action='https://other.example/'></form></main>",
    "<!doctype html><title>a</title><main><h1>a</h1>" + "a" * HEAVIEST + "</main>",
    "<!doctype html><title>a</title><h1>a</h1>",
])
def test_a_bad_page_is_told_from_a_good_one(bad):
    assert faults(bad)
    assert not faults("<!doctype html><html lang=en><head><title>a</title></head><body><main><h1>a</h1></main></body></html>")


def content(text):
    """A page without a fault around it."""
    return f"<!doctype html><html lang=en><head><title>a</title></head><body><main><h1>a</h1>{text}</main></body></html>"


@pytest.mark.parametrize("bad", [
    "<h3>a</h3>", "<h2>a</h2><h4>a</h4>", "<button><a href='/a'>a</a></button>", "<a href='/a'><button>a</button></a>",
    "<a href='/a'><span tabindex=0>a</span></a>", "<label>a <label for=x>b</label><input id=x></label>",
    "<label>a <input> <select></select></label>", "<label for=x>a</label><p id=x>a</p>",
    "<label for=x>a</label><input type=hidden id=x>", "<p aria-controls=x>a</p>", "<p id=y>a</p><p aria-describedby='y x'>a</p>",
    "<input aria-label=a list=x>", "<button form=x>a</button>", "<a href='#x'>a</a>", "<span><p>a</p></span>", "<b><div>a</div></b>",
    "<h2><p>a</p></h2>", "<ul><p>a</p></ul>", "<dl><p>a</p></dl>", "<dl><dd>a</dd><dt>a</dt></dl>", "<dl><div><dt>a</dt></div></dl>",
    "<div><li>a</li></div>", "<details><p>a</p></details>", "<details><p>a</p><summary>a</summary></details>",
    "<fieldset><p>a</p><legend>a</legend></fieldset>", "<fancy>a</fancy>", "<p id='a b'>a</p>", "<p style='color: red'>a</p>",
    "<p onclick='a()'>a</p>", "<p tabindex=3>a</p>", "<p role=fancy>a</p>", "<img src='/a.png'>",
    "<table width=a><tr><td>a</td></tr></table>", "<table border=1><tr><td>a</td></tr></table>", "<input aria-label=a type=fancy>",
    "<input aria-label=a type=number maxlength=3>", "<input aria-label=a type=checkbox placeholder=a>",
    "<input aria-label=a accept='image/png'>", "<input type=hidden required>", "<button></button>", "<a href='/a'> </a>", "<h2></h2>",
    "<textarea aria-label=a maxlength=many></textarea>",
])
def test_what_the_parser_does_not_mind_is_a_fault_all_the_same(bad):
    root = html5lib.HTMLParser(namespaceHTMLElements=False).parse(content(bad))
    assert list(page_rules.breaches(root)), bad


@pytest.mark.parametrize("good", [
    "<h2>a</h2><h3>a</h3><h2>a</h2>", "<label>a <input></label>", "<label for=x>a</label><select id=x><option></option></select>",
    "<dl><div><dt>a</dt><dd>b</dd></div></dl>", "<dl><dt>a</dt><dd>b</dd><dd>c</dd></dl>",
    "<details><summary><h2>a</h2></summary><p>a</p></details>",
    "<fieldset><legend>a</legend><label><input type=radio name=a> a</label></fieldset>", "<a href='/a'><span>a</span></a>",
    "<a href='#x'>a</a><p id=x>a</p>", "<button aria-label=a></button>", "<input type=file accept='image/png' aria-label=a multiple>",
    "<template><li>a</li></template>", "<svg viewBox='0 0 1 1' role=img aria-labelledby=x><text id=x>a</text></svg>",
    "<p tabindex=-1>a</p>", "<table><caption>a</caption><tbody><tr><th scope=row>a</th><td colspan=2>a</td></tr></tbody></table>",
    "<img src='/a.png' alt=''>",
])
def test_what_may_stand_so_is_no_fault(good):
    assert not faults(content(good)), good

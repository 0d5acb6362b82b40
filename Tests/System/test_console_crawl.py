"""Every link opened and every form sent, as each role, with what hostile people type: nothing breaks, nothing runs, nobody sees another's."""
import html.parser
import re
import urllib.parse

import pytest
import requests
from shiming_server import BIN, World, card_file, iccid, serving

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")
ROLES = ["clerk", "agent_manager", "reviewer", "compliance", "auditor", "hall_clerk", "account_manager"]
HOSTILE = [
    "<script>alert(1)</script>", "\"'><img src=x onerror=alert(1)>", "{{w.home.title}}{{{body}}}", "' OR 1=1 --", "../../etc/passwd", "０１２３", "\u202e\u0000\u200b",
    "欧" * 3_000, "-1", "9" * 40, "%00%ff%", "a\r\nSet-Cookie: x=1",
]
FOREIGN = "绝密甲方科技有限公司"


class Links(html.parser.HTMLParser):
    """What a page leads to, and its forms with their fields."""

    def __init__(self, text):
        super().__init__()
        self.links, self.forms, self.scripts, self.handlers = [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.handlers += [name for name, _ in attributes if name.startswith("on")]
        if tag == "script":
            self.scripts.append(values)
        if tag in ("a", "link", "img") and (values.get("href") or values.get("src")):
            self.links.append(values.get("href") or values.get("src"))
        if tag == "form":
            self.forms.append({"action": values.get("action"), "method": values.get("method", "get"), "type": values.get("enctype"), "fields": []})
        if tag in ("input", "select", "textarea", "button") and self.forms and values.get("name"):
            self.forms[-1]["fields"].append((values["name"], values.get("type", tag), values.get("value", "")))
            if values.get("formaction"):
                self.forms.append(self.forms[-1] | {"action": values["formaction"]})


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    settings = ("rate-open-requests=1000000", "rate-requests=1000000")
    with serving(tmp_path_factory.mktemp("crawl"), settings=settings) as server:
        world = World(server, ROLES)
        assert world.take_in(card_file(range(40)))["counts"]["taken"] == 40
        world.allocate()
        world.submit(world.begin(cards={"numbers": [iccid(1)]}))
        world.register(cards={"numbers": [iccid(2)]})
        # Another agent's, which none of the first agent's people may see.
        other = world.organisation("agent", FOREIGN)
        world.take_in(card_file(range(500, 505)), batch="FOREIGN-BATCH")
        world.allocate(to=other, batch="FOREIGN-BATCH")
        yield world


class Crawler:
    def __init__(self, world, caller):
        self.address = world.server.address
        self.web = requests.Session()
        self.web.trust_env = False
        self.seen, self.sent, self.texts = set(), 0, []
        page = self.web.get(self.address + "/console/sign-in")
        token = re.search(r'name="form" value="([^"]+)"', page.text).group(1)
        answer = self.web.post(self.address + "/console/sign-in", data={"form": token} | caller.credentials())
        assert answer.url.endswith("/console"), answer.text[:2_000]

    def crawl(self, most):
        waiting = ["/console"]
        while waiting and len(self.seen) < most:
            path = waiting.pop(0)
            kind = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|card_[0-9a-f]+", "ID", path)
            if kind in self.seen:
                continue
            self.seen.add(kind)
            answer = self.web.get(self.address + path, timeout=60)
            self.judge(path, answer)
            assert answer.status_code == 200, f"a link to {path} leads to {answer.status_code}"
            if "text/html" not in answer.headers["Content-Type"]:
                continue
            found = Links(answer.text)
            waiting += [link.split("#")[0] for link in found.links if link.startswith("/console") and "/assets/" not in link]
            for form in found.forms:
                self.abuse(form)

    def judge(self, what, answer):
        assert answer.status_code < 500, f"{what}: {answer.status_code} {answer.text[:1_000]}"
        self.texts.append((what, answer.text))
        if "text/html" not in answer.headers.get("Content-Type", ""):
            return
        assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
        found = Links(answer.text)
        assert not found.handlers and all(set(script) == {"type", "src"} for script in found.scripts), f"{what}: {found.handlers} {found.scripts}"
        assert all(link.startswith(("/", "#", "otpauth:")) for link in found.links), found.links
        assert "{{" not in re.sub(r"value=\"[^\"]*\"|<textarea[^>]*>[^<]*", "", answer.text).replace("{{w.home.title}}{{{body}}}", ""), what

    def abuse(self, form):
        kind = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|card_[0-9a-f]+", "ID", form["action"] or "")
        if (form["method"], kind) in self.seen or kind.endswith(("/leave", "/account/password")) or "/sessions/" in kind:
            return
        self.seen.add((form["method"], kind))
        for text in HOSTILE:
            for token in (True, False):
                # What the server wrote into its own hidden fields stays for a half of the tries, so that the others are judged too.
                fields = {name: value if type in ("hidden", "submit", "button") and self.sent % 4 < 2 else text
                          for name, type, value in form["fields"] if type != "file"}
                fields |= {name: value if token else text for name, _, value in form["fields"] if name == "form"}
                files = [name for name, type, _ in form["fields"] if type == "file"]
                send = {"params": fields} if form["method"] == "get" else {"data": fields}
                if files and form["method"] == "post":
                    send["files"] = {name: (text[:50], text.encode(), "text/csv") for name in files}
                answer = self.web.request(form["method"], self.address + form["action"], timeout=60, **send)
                self.sent += 1
                self.judge((form["action"], text), answer)
                if not token and form["method"] == "post":
                    assert answer.status_code in (400, 403, 413), (form["action"], answer.status_code)


@pytest.mark.parametrize("role", ["administrator", *ROLES])
def test_no_link_is_broken_no_form_breaks_and_nothing_typed_runs(world, role):
    crawler = Crawler(world, getattr(world, role))
    crawler.crawl(most=400)
    assert len(crawler.seen) > 8 and crawler.sent > 60, (crawler.seen, crawler.sent)
    if role in ("clerk", "agent_manager"):
        for what, text in crawler.texts:
            assert FOREIGN not in text and iccid(500) not in text and "FOREIGN-BATCH" not in text, what

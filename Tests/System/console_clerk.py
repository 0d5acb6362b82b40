"""Somebody who hands in for a unit at the console, step by step, and the reviewer who decides."""
import re

from console_desk import Desk
from shiming_server import HANDLER, RESPONSIBLE, SLOTS, TYPES, UNIT

# Where the handler stands before whoever takes the papers.
HALL_SLOTS = SLOTS | {"handler-on-site-photo": "jpeg", "purchase-voucher": "pdf"}


class Clerk(Desk):
    """Somebody who hands in for a unit."""

    def begin(self):
        self.page.click(".menu a[href='/console/drafts']")
        self.page.click("main button.main")
        self.draft = self.path.removesuffix("/unit")
        assert self.path.endswith("/unit"), self.text

    def step(self, name):
        self.go(f"{self.draft}/{name}".rstrip("/"))

    def party(self, key, facts):
        for field in ("name", "documentNumber", "address", "contact", "validFrom"):
            if field in facts:
                self.page.fill(f"#{key}-{field}", facts[field])
        self.page.select_option(f"#{key}-documentType", facts["documentType"])
        is_long = facts["validUntil"] == "long-term"
        self.page.set_checked(f"#{key}-longTerm", is_long)
        if not is_long:
            self.page.fill(f"#{key}-validUntil", facts["validUntil"])

    def on(self):
        self.page.click("main form button[value=next]")

    def unit(self, unit=UNIT):
        self.party("unit", unit)
        self.on()

    def handler(self, until="2027-12-31"):
        self.party("handler", HANDLER)
        self.page.fill("#authorisation-purpose", "办理物联网卡实名登记")
        self.page.fill("#authorisation-validFrom", "2026-01-01")
        self.page.fill("#authorisation-validUntil", until)
        self.page.check("#noticeAccepted")
        self.on()

    def responsible(self):
        self.party("responsiblePerson", RESPONSIBLE)
        self.on()

    def use(self, has_device=True):
        self.page.fill("#usingDepartment", "冷链运营部")
        if has_device:
            self.page.fill("#use-deviceType", "tracker")
            self.page.fill("#use-deviceModel", "YS-100")
        self.page.fill("#use-scene", "cold-chain")
        self.page.select_option("#use-traffic", "directed")
        self.page.fill("#use-monthlyMegabytes", "30")
        self.page.select_option("#use-voice", "no")
        self.page.select_option("#use-sms", "no")
        self.page.fill("#use-region", "31")
        self.on()

    def cards(self, numbers=None, batch=None):
        self.step("cards")
        if numbers:
            self.page.fill("#list", "\n".join(numbers))
        if batch:
            self.page.fill("#batch", batch)
        self.page.click("main form button.main")

    def hand(self, slot, bytes, name="paper.bin", media="application/octet-stream"):
        self.page.set_input_files(f"#{slot}-file", {"name": name, "mimeType": media, "buffer": bytes})
        # With scripts a chosen paper is sent by itself.
        if not self.scripts or not bytes:
            self.page.click(f"#{slot} form[enctype] button")
        self.page.wait_for_selector(f"#{slot} .pieces li, [role=alert]")

    def papers(self, world, slots=SLOTS):
        self.step("evidence")
        for slot, form in slots.items():
            media, make = TYPES[form]
            self.hand(slot, make(f"{slot} {next(world.chance)}"), media=media)
            assert self.page.locator(f"#{slot} .pieces li").count() == 1, self.text

    def submit(self):
        self.step("")
        self.page.click(".decide button.main")

    def alert(self):
        assert self.page.locator("[role=alert]").count() == 1, self.text
        return self.page.inner_text("[role=alert]")


def decide(world, chromium, code, language):
    with Desk(chromium, world.server, world.reviewer, language=language) as desk:
        desk.go("/console/review")
        desk.page.click("main form button.main")
        desk.page.wait_for_url(re.compile("/console/applications/"))
        assert code in desk.text
        desk.page.check("input[value=approve]")
        desk.page.click(".decide button.main")
        assert desk.path == "/console/review", desk.text

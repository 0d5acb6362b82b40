"""A clerk at the counter: the page where he registers the person before him."""
import contextlib

from console_desk import Desk
from pictures import card
from pictures.drawing import jpeg
from pictures.scenes import face_in_room

SLOTS = ("holder-id-front", "holder-id-back", "holder-on-site-photo")


def document(seed, back="id-back"):
    """What is photographed of this seed's invented person, and what it says."""
    front, said = card(seed, "clean", "id-front")
    behind, terms = card(seed, "clean", back)
    photo = jpeg(face_in_room(seed, document="id-front"))
    return dict(zip(SLOTS, (front, behind, photo), strict=True)), said | terms


class Counter(Desk):
    def begin(self, number, scanned=False):
        """The card's number, as somebody types it or as a scanner does, with Enter."""
        self.page.click(".menu a[href='/console/counter']")
        if scanned:
            self.page.locator("#card").press_sequentially(number)
        else:
            self.page.fill("#card", number)
        self.page.press("#card", "Enter")
        self.page.wait_for_selector("#needs, [role=alert]", state="attached")

    def consent(self, *kinds):
        for kind in kinds or ("privacy", "sensitive-data"):
            self.page.check(f"#consent-{kind}")

    def accept(self):
        self.page.check("#noticeAccepted")

    def fill(self, said, key="holder", contact="138 0013 8000", **more):
        fields = {"name": said["name"], "documentNumber": said["number"], "address": said["address"], "contact": contact,
                  "validFrom": said["validFrom"], "validUntil": said["validUntil"]} | more
        if key != "holder":
            self.open(key)
            self.page.select_option(f"#{key}-documentType", "resident-id")
        for field, text in fields.items():
            if field == "validUntil":
                self.page.set_checked(f"#{key}-longTerm", text is None)
            self.page.fill(f"#{key}-{field}", text or "")

    def open(self, key):
        if not self.page.evaluate("key => document.getElementById(key).open", key):
            self.page.click(f"#{key} summary")

    @contextlib.contextmanager
    def answered(self):
        """What is done here sends the form; the page that answers is waited for."""
        with self.page.expect_navigation(wait_until="load"):
            yield

    def hand(self, slot, picture, name="photo.jpg", media="image/jpeg"):
        """A picture chosen for its place; with scripts it is sent by itself."""
        file = {"name": name, "mimeType": media, "buffer": picture}
        with self.answered():
            self.page.set_input_files(f"#{slot}-file", file)
            if not self.scripts:
                self.page.click(f"#{slot} .row button")

    def has(self, slot):
        return self.page.locator(f"#{slot} input[name=piece-{slot}]").count() == 1

    def papers(self, pictures):
        for slot, picture in pictures.items():
            self.hand(slot, picture)
            assert self.has(slot), self.text

    def check(self):
        with self.answered():
            self.page.click("section[aria-labelledby=person-title] button[value=check]")

    def hand_in(self):
        with self.answered():
            self.page.click("button[value=hand-in]")

    def alert(self):
        assert self.page.locator("[role=alert]").count() == 1, self.text
        return self.page.inner_text("[role=alert]")

    def typed(self, key="holder"):
        return {field: self.page.input_value(f"#{key}-{field}") for field in ("name", "documentNumber", "address", "contact")}

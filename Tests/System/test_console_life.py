"""One card followed at the console from stock to cancelled, by a clock that is moved: where it stands on every axis, what happened to it, what may
be done with it, and at the end why nothing may."""

import calendar
import re

import pytest
from accessibility import shut_out
from console_desk import Desk, in_every_look
from personal_page import CHROMIUM, browser
from playwright.sync_api import sync_playwright
from shiming_server import BATCH, BIN, MovedClock, World, card_file, iccid, poll, serving
from test_life import COMMANDS, YEAR, at, becomes, china, reference, told

pytestmark = [
    pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program"),
    pytest.mark.skipif(not CHROMIUM, reason="there is no chromium"),
]
DEVICE = "354403110000013"
SAYS = {
    "zh": {"realName": "本系统实名", "service": "业务状态", "stops": "停机原因", "number": "号码状态", "in use": "使用中", "vacant": "未登记", "registered": "已登记", "none": "无",
           "owner-asked": "主动停用",
           "stock": "库存", "ready": "待激活", "active": "在用", "cancelling": "预销户", "cancelled": "已销户",
           "idle": "因长期未用进入预销户", "cycle-end": "销户", "first": "先实名，后使用", "refusal": "该卡已销户，不能再办理任何业务",
           "kinds": ["业务", "流转", "入库"],
           "events": ["销户", "预销户", "复机（主动停用）", "停机（主动停用）", "激活", "转待激活"]},
    "en": {"realName": "Real name here", "service": "Service", "stops": "Stops", "number": "Phone number", "in use": "in use", "vacant": "not registered", "registered": "registered", "none": "none",
           "owner-asked": "the owner asked",
           "stock": "in stock", "ready": "ready", "active": "active", "cancelling": "being cancelled", "cancelled": "cancelled",
           "idle": "cancellation begins: nobody uses it", "cycle-end": "it is cancelled", "first": "real name first, then use",
           "refusal": "The card is cancelled; nothing can be done with it any more",
           "kinds": ["Life", "Custody", "Intake"],
           "events": ["cycle over", "cancel", "resume (the owner asked)", "stop (the owner asked)", "activate", "deliver"]},
}


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as player, browser(player) as running:
        yield running


@pytest.fixture
def world(tmp_path):
    clock = MovedClock(tmp_path / "clock")
    clock.move_to(china(YEAR, 9, 1))
    with serving(tmp_path / "server", clock=clock, settings=("rate-open-requests=100000", "rate-requests=1000000")) as server:
        world = World(server, ["clerk", "reviewer", "compliance"])
        world.clock = clock
        assert world.take_in(card_file(range(3)))["counts"]["taken"] == 3
        world.allocate()
        yield world


class CardPage(Desk):
    """The page of one card, reached by its number."""

    def __init__(self, running, world, language, size):
        # A sign-in of another day has ended.
        world.clerk.cookies = None
        super().__init__(running, world.server, world.clerk, language, size=size)
        self.says = SAYS[language]
        self.page.fill("#numbers", iccid(0))
        self.page.press("#numbers", "Enter")
        self.page.wait_for_url(re.compile("/console/cards/card_"))

    def axes(self):
        return {axis.locator("b").inner_text(): axis.locator("span").inner_text() for axis in self.page.locator(".axis").all()}

    def stands(self, state, real_name="registered", stop="none"):
        """On every axis, in words; and the page shuts nobody out."""
        axes, says = self.axes(), self.says
        assert len(axes) == 6 and says[state] in axes[says["service"]], axes
        assert (axes[says["realName"]], axes[says["stops"]]) == (says[real_name], says[stop]), axes
        assert (axes[says["number"]] == says["in use"]) == (state != "cancelled"), axes
        assert not (found := shut_out(self.page)), found
        self.picture(f"life-{state}-{stop}")

    def happened(self):
        """What the timeline says of the card's service, newest first: the command, before its arrow."""
        lines = self.page.locator(".timeline li.life span").all_inner_texts()
        return [line.split(" → ")[0] for line in lines]

    def refused(self, reason):
        """How many commands are refused for this reason, each with the rule it rests on."""
        lines = self.page.locator(".refused li", has_text=self.says[reason])
        assert all(line.locator("a.rule").count() for line in lines.all())
        return lines.count()

    def declares_its_device(self):
        """The device it goes into: what is no number of one is refused at its field and not lost; spaces do no harm."""
        for typed, refused in ((DEVICE[:9], True), (f"{DEVICE[:6]} {DEVICE[6:12]} {DEVICE[12:]}", False)):
            with self.page.expect_navigation(wait_until="load"):
                self.page.fill("#new-imei", typed)
                self.page.click("#device form:has(#new-imei) button")
            assert self.page.locator("[role=alert] a[href='#new-imei']").count() == int(refused), self.text
            assert self.page.input_value("#new-imei") == (typed if refused else "")
            assert (DEVICE[:14] in self.page.inner_text("#device")) != refused, self.text
        assert not (found := shut_out(self.page)), found

    def do(self, command):
        with self.page.expect_navigation(wait_until="load"):
            self.page.click(f".choices form:has(input[value='{command}']) button")
        assert self.page.locator("[role=alert]").count() == 0, self.text


@in_every_look
def test_a_card_is_followed_from_stock_to_cancelled(world, chromium, language, size):
    says = SAYS[language]
    with CardPage(chromium, world, language, size) as desk:
        desk.stands("stock", "vacant")
        assert desk.refused("first") >= 1 and desk.page.locator(".choices input[value=activate]").count() == 0
        assert desk.happened() == [] and BATCH in desk.page.inner_text(".timeline")
        registered = world.register(cards={"numbers": [iccid(0)]})
        desk.page.reload()
        desk.stands("stock")
        assert desk.page.locator(f"dl.facts a[href='/console/registrations/{registered['registration']}']").count() == 1
        desk.do("prepare")
        desk.stands("ready")
        desk.do("activate")
        desk.stands("active")
        # A stop for which there are several reasons has none beforehand, and a cancellation is ticked as well as pressed.
        reasons = desk.page.locator("#reason-stop option").evaluate_all("all => all.map(one => one.value)")
        assert desk.page.input_value("#reason-stop") == ("" if len(reasons) > 1 else "owner-asked") and (len(reasons) == 1 or reasons[0] == ""), reasons
        assert desk.page.locator(".choices details:has(input[value=cancel]) input[name=sure][required]").count() == 1
        token, card = desk.page.get_attribute(".out input[name=form]", "value"), reference(world, 0)
        answer = desk.context.request.post(f"{desk.address}/console/cards/{card}/commands", form={"form": token, "command": "cancel"})
        assert 400 <= answer.status < 500 and 'role="alert"' in answer.text(), answer.status
        with desk.page.expect_navigation(wait_until="load"):
            desk.page.select_option("#reason-stop", "owner-asked")
            desk.page.click(".choices form:has(input[value=stop]) button")
        desk.stands("active", stop="owner-asked")
        desk.do("resume")
        desk.stands("active")
        desk.declares_its_device()

    # Used for the last time in September, it is idle at the end of December.
    at(world, china(YEAR, 9, 30, 20))
    used = f"iccid,usedAt,kilobytes\n{iccid(0)},{YEAR}-09-30 12:00:00,4096\n"
    sent = world.administrator.must("createUsageFile", data=used.encode(), type="text/csv").json()
    poll(lambda: world.administrator.must("readUsageFile", {"usageFile": sent["id"]}).json()["state"] == "done" or None, 30, "it goes on")
    at(world, china(YEAR, 12, 30, 23))
    told(world, "idle", 1)
    with CardPage(chromium, world, language, size) as desk:
        desk.stands("active")
        coming = desk.page.inner_text("main section:has(.axes) .panel")
        assert says["idle"] in coming and "31" in coming, coming
        assert "4 MB" in desk.page.inner_text(".facts")
    at(world, china(YEAR, 12, 31, 1))
    becomes(world, 0, "cancelling")
    with CardPage(chromium, world, language, size) as desk:
        desk.stands("cancelling")
        assert says["cycle-end"] in desk.page.inner_text("main section:has(.axes) .panel")
        assert desk.page.locator(".choices input[value=bring-back]").count() == 1, "until it is over it can be brought back"
    last = calendar.monthrange(YEAR + 1, 2)[1]
    at(world, china(YEAR + 1, 2, last, 23))
    told(world, "cycle-end", 1)
    assert becomes(world, 0, "cancelling")
    at(world, china(YEAR + 1, 3, 1, 1))
    becomes(world, 0, "cancelled")
    with CardPage(chromium, world, language, size) as desk:
        desk.stands("cancelled", "vacant")
        assert desk.page.locator("main section:has(.axes) .panel").count() == 0, "nothing comes any more"
        assert desk.happened()[:1] == [says["events"][0]] and [one for one in desk.happened() if one in says["events"]] == says["events"], desk.happened()
        kinds = list(dict.fromkeys(desk.page.locator(".timeline li b").all_inner_texts()))
        assert kinds[0] == says["kinds"][0] and set(says["kinds"]) <= set(kinds), kinds
        # Nothing may be done, each with the reason and its rule; and whoever asks all the same is told the same.
        assert desk.page.locator(".choices form, #device form").count() == 0 and desk.refused("refusal") == desk.page.locator(".refused li").count() >= 5
        token, card = desk.page.get_attribute(".out input[name=form]", "value"), reference(world, 0)
        for command in COMMANDS:
            if command == "carrier-activated":
                continue
            answer = desk.context.request.post(
                f"{desk.address}/console/cards/{card}/commands", form={"form": token, "command": command, "reason": "owner-asked", "sure": "yes"},
                headers={"Accept-Language": language})
            assert answer.status == 409 and says["refusal"] in answer.text() and 'role="alert"' in answer.text(), (command, answer.status)
        rule = desk.page.locator(".refused a.rule").first
        name = rule.inner_text()
        rule.click()
        assert desk.path == "/console/rules" and desk.page.locator(f":target:has-text('{name}')").count() == 1, desk.page.url

"""The console's settings: products, keys, webhooks, notices, campaigns."""
import base64
import datetime

import pytest
import requests
from console_desk import Desk
from console_operation import CHINA, change, day, faults_in_any_look, program_told
from personal_page import CHROMIUM, browser
from playwright.sync_api import sync_playwright
from shiming_server import BATCH, BIN, PRODUCT, World, card_file, iccid, instant, poll, serving

pytestmark = [
    pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program"),
    pytest.mark.skipif(not CHROMIUM, reason="there is no chromium"),
]


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    folder = tmp_path_factory.mktemp("settings")
    secrets = folder / "secrets"
    secrets.write_text("whsec_" + base64.b64encode(b"an invented secret of webhooks").decode())
    secrets.chmod(0o600)
    settings = ("rate-open-requests=100000", "rate-requests=1000000", "webhook-local-allowed=1", "webhook-wait-seconds-max=5",
                "notice-gather-seconds=1")
    with program_told() as told:
        address = f"http://127.0.0.1:{told.server_address[1]}/notices"
        arguments = ("--notice-webhook-secret-file", str(secrets), "--notice-webhook-url", address)
        with serving(folder / "server", settings=settings, arguments=arguments) as server:
            world = World(server, ["clerk", "auditor"])
            world.told = told
            world.take_in(card_file(range(20)))
            world.allocate()
            world.take_in(card_file(range(100, 110)), kind="existing", batch="OLD-1")
            yield world


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as player, browser(player) as running:
        yield running


def test_a_product_is_made_and_gets_a_new_version(world, chromium):
    with Desk(chromium, world.server, world.administrator, language="en") as desk:
        desk.page.click(".menu a[href='/console/products']")
        desk.page.fill("#code", "vehicle-1g")
        desk.page.fill("#name", "车联网一吉")
        desk.page.fill("#carrier", "telecom")
        desk.page.select_option("#cardClass", "vehicle")
        desk.page.select_option("#traffic", "general")
        desk.page.fill("#megabytes", "many")
        desk.page.click("main button.main")
        assert desk.page.locator("[role=alert]").count() == 1 and desk.page.input_value("#name") == "车联网一吉", desk.text
        desk.page.fill("#megabytes", "1024")
        desk.page.click("main button.main")
        assert desk.path == "/console/products/vehicle-1g", desk.text
        desk.picture("product")
        old = desk.page.get_attribute("input[name=version]", "value")
        desk.page.fill("#megabytes", "2048")
        desk.page.select_option("#status", "withdrawn")
        desk.page.click("main button.main")
        assert desk.page.locator("[role=alert]").count() == 0 and "withdrawn" in desk.text, desk.text
        desk.page.evaluate("version => document.querySelector('input[name=version]').value = version", old)
        desk.page.click("main button.main")
        assert desk.page.locator("[role=alert]").count() == 1, "what changed meanwhile is not overwritten"
        for spoilt in ("status => status.remove()", "status => { status.selectedOptions[0].value = 'paused' }",
                       "status => { status.selectedOptions[0].value = '' }"):
            desk.go("/console/products/vehicle-1g")
            desk.page.eval_on_selector("#status", spoilt)
            desk.page.click("main button.main")
            assert desk.page.locator("[role=alert]").count() == 1, "it would be active again: " + spoilt
            assert desk.page.input_value("#status") == "withdrawn"
    made = world.administrator.must("readProduct", {"product": "vehicle-1g"}).json()
    assert (made["terms"]["monthlyMegabytes"], made["status"], made["version"]) == (2048, "withdrawn", 2)


def test_a_key_is_shown_once_and_opens_nothing_once_revoked(world, chromium):
    with Desk(chromium, world.server, world.administrator, language="en") as desk:
        desk.go("/console/keys")
        assert "machine account" in desk.text
        world.administrator.must(
            "createAccount", json={"organisation": world.company, "kind": "machine", "login": "robot", "roles": ["administrator"]})
        desk.page.reload()
        desk.page.fill("#label", "billing")
        desk.page.fill("#expires", day(9_000))
        desk.page.check("[name='may-card:read']")
        assert desk.page.locator("[name='may-installation:manage']").count() == 0
        desk.page.click("main button.main")
        assert desk.page.locator("[role=alert]").count() == 1, desk.text
        assert desk.page.is_checked("[name='may-card:read']") and desk.page.input_value("#label") == "billing"
        desk.page.fill("#expires", day(30))
        desk.page.click("main button.main")
        token = desk.page.inner_text("#secret")
        desk.picture("keys")
        head = {"Authorization": f"Bearer {token}"}
        assert requests.get(world.server.address + "/v1/cards", headers=head, timeout=30).status_code == 200
        desk.go("/console/keys")
        assert token not in desk.page.content()
        # The box is demanded; a browser that does not demand it is told.
        desk.page.click("table.rows tbody tr:first-child summary")
        desk.page.evaluate("document.querySelector('input[name=sure]').required = false")
        desk.page.click("table.rows tbody tr:first-child button")
        assert "not confirmed" in desk.page.locator("[role=alert]").inner_text(), desk.text
        assert requests.get(world.server.address + "/v1/cards", headers=head, timeout=30).status_code == 200
        desk.page.click("table.rows tbody tr:first-child summary")
        desk.page.check("table.rows tbody tr:first-child input[name=sure]")
        desk.page.click("table.rows tbody tr:first-child button")
        assert "revoked" in desk.page.locator("table.rows tbody tr").first.inner_text()
        assert requests.get(world.server.address + "/v1/cards", headers=head, timeout=30).status_code == 401


def test_a_key_on_the_second_page_is_refused_and_revoked_there(world, chromium):
    machine = world.administrator.must("createAccount", json={
        "organisation": world.company, "kind": "machine", "login": "many.keys", "roles": ["administrator"]}).json()["account"]["id"]
    until = instant(datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=30))
    for number in range(101):
        world.administrator.must("createAPIKey", json={
            "account": machine, "label": f"key {number:03d}", "permissions": ["card:read"], "expiresAt": until})
    with Desk(chromium, world.server, world.administrator, language="en") as desk:
        desk.go("/console/keys")
        desk.page.click("a[rel=next]")
        shown = desk.page.locator("table.rows tbody tr td:first-child").all_inner_texts()
        assert shown and shown[-1] == "key 100", shown
        desk.page.click("table.rows tbody tr:last-child summary")
        desk.page.evaluate("document.querySelector('table.rows tbody tr:last-child input[name=sure]').required = false")
        desk.page.click("table.rows tbody tr:last-child button")
        assert "not confirmed" in desk.page.locator("[role=alert]").inner_text(), desk.text
        assert desk.page.locator("table.rows tbody tr td:first-child").all_inner_texts() == shown
        desk.page.click("table.rows tbody tr:last-child summary")
        desk.page.check("table.rows tbody tr:last-child input[name=sure]")
        desk.page.click("table.rows tbody tr:last-child button")
        assert desk.page.locator("table.rows tbody tr td:first-child").all_inner_texts() == shown
        assert "revoked" in desk.page.locator("table.rows tbody tr").last.inner_text()


def test_a_webhook_is_made_tried_paused_and_its_events_sent_again(world, chromium):
    told = world.told
    with Desk(chromium, world.server, world.administrator, language="en") as desk:
        desk.go("/console/webhooks")
        desk.page.fill("#url", "ftp://nobody")
        desk.page.click("main button.main")
        assert desk.page.locator("[role=alert]").count() == 1 and desk.page.input_value("#url") == "ftp://nobody", desk.text
        desk.page.fill("#url", f"http://127.0.0.1:{told.server_address[1]}/events")
        desk.page.click("main button.main")
        assert desk.page.inner_text("#secret").startswith("whsec_")
        desk.page.click("table.rows tbody tr:first-child a")
        desk.page.click("button[value=test]")
        assert "It was taken" in desk.text, desk.text
        told.answers["/events"] = 500
        desk.page.click("button[value=test]")
        assert "It was not taken" in desk.text, desk.text
        del told.answers["/events"]
        change(world, "stop", [7], reason="risk")
        here = desk.path.removesuffix("/act")
        desk.go(here)
        replay = desk.page.locator("table tbody tr", has_text="delivered").locator("button")
        poll(lambda: replay.count() or desk.go(here) and None, 30, lambda: desk.text, pause=0.3)
        replay.first.click()
        assert "It was taken" in desk.text, desk.text
        desk.go(here)
        desk.page.click("button[value=pause]")
        assert "paused" in desk.text
        desk.picture("webhook")
        desk.page.click("button[value=rotate]")
        assert desk.page.inner_text("#secret").startswith("whsec_") and "former secret" in desk.text
        desk.go(here)
        desk.page.click("button[value=delete]")
        assert desk.page.locator("[role=alert]").count() == 1, "it was not confirmed"
        desk.page.check("[name=sure]")
        desk.page.click("button[value=delete]")
        assert desk.path == "/console/webhooks" and desk.page.locator("main .empty").count() == 1


def test_a_notice_that_was_refused_is_sent_again(world, chromium):
    world.told.answers["/notices"] = 410
    change(world, "stop", [9], reason="risk")
    with Desk(chromium, world.server, world.administrator, language="zh") as desk:
        desk.go("/console/notices?state=refused")
        rows = desk.page.locator("table.rows tbody tr", has_text="停机")
        poll(lambda: rows.count() or desk.page.reload() and None, 60, lambda: desk.text, pause=0.5)
        desk.picture("notices")
        del world.told.answers["/notices"]
        before = rows.count()
        rows.first.locator("button").click()
        assert desk.page.url.endswith("?state=refused") and rows.count() == before - 1, desk.text
        desk.go("/console/notices?state=delivered")
        poll(lambda: desk.page.locator("table.rows tbody tr").count() or desk.page.reload() and None, 30, lambda: desk.text, pause=0.5)


def test_a_campaign_is_made_and_shows_how_it_stands(world, chromium):
    with Desk(chromium, world.server, world.administrator, language="zh") as desk:
        desk.page.click(".menu a[href='/console/custody']")
        desk.page.click("main .tabs a[href='/console/campaigns']")
        desk.page.fill("#name", "存量补登记")
        desk.page.fill("#begins", day())
        desk.page.fill("#deadline", day(-3))
        desk.page.click("main button.main")
        assert desk.page.locator("[role=alert]").count() == 1 and desk.page.input_value("#name") == "存量补登记", desk.text
        desk.page.fill("#deadline", day(60))
        desk.page.click("main button.main")
        assert desk.path.startswith("/console/campaigns/BR-"), desk.text
        poll(lambda: desk.page.locator("progress").count() or desk.page.reload() and None, 30, lambda: desk.text, pause=0.3)
        assert desk.page.locator("table.rows tbody tr").count() == 10, desk.text
        desk.picture("campaign")
        desk.page.click("main form.row button")
        assert desk.page.locator("[role=alert]").count() == 1, "it was not confirmed"
        desk.page.check("[name=sure]")
        desk.page.click("main form.row button")
        assert "已取消" in desk.text and desk.page.locator("main form.row").count() == 0
        assert desk.context.request.get(desk.address + "/console/campaigns/BR-NOTTHERE00").status == 404


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_in_force_is_shown_and_no_secret_with_it(world, chromium, language):
    with Desk(chromium, world.server, world.administrator, language=language) as desk:
        desk.go("/console/in-force")
        # Who is told, by host alone: never the path, never the secret.
        assert "127.0.0.1" in desk.text and "/notices" not in desk.page.inner_text("main") and "whsec_" not in desk.page.content()
        row = desk.page.locator("tr", has_text="webhook-wait-seconds-max")
        assert "●\u00a05" in row.inner_text() and {"en": "3,600 (1 h)", "zh": "3,600（1 小时）"}[language] in row.inner_text()
        assert {"en": "10,485,760 (10 MiB)", "zh": "10,485,760（10 MiB）"}[language] in desk.page.locator("tr", has_text="evidence-bytes-max").inner_text()
        # By shape too, not by word alone.
        assert desk.page.locator("table.outside td.text").first.inner_text()[0] in "✓△✕"
        purge = desk.page.locator("tr", has=desk.page.locator("code", has_text="slot-days"))
        assert purge.locator("b").count() == 0 and purge.inner_text().count("30") == 2, "as it is by default"
        assert desk.page.locator("code", has_text="foreign-permanent-id").count() == 1
        for link in desk.page.locator("main dl a").all():
            assert desk.context.request.get(desk.address + link.get_attribute("href")).status == 200
        desk.picture("in-force")
    for other in ("clerk", "auditor"):
        with Desk(chromium, world.server, getattr(world, other), language=language) as desk:
            assert desk.context.request.get(desk.address + "/console/in-force").status == 403


IMEIS = ["354403110000013", "354403110000021"]


def test_devices_come_into_a_pool_typed_and_by_file_and_what_is_wrong_names_its_line(world, chromium, tmp_path):
    with Desk(chromium, world.server, world.clerk, language="en") as desk:
        desk.go("/console/device-pools")
        desk.page.fill("#name", "13800138000")
        desk.page.click("main form button")
        assert desk.page.locator("[role=alert]").count() == 1 and desk.page.input_value("#name") == "13800138000"
        desk.page.fill("#name", "水表一批")
        desk.page.click("main form button")
        desk.page.wait_for_url(lambda url: "/device-pools/" in url)
        address = desk.path
        desk.page.fill("#imeis", "\n".join([IMEIS[0], "354403110000014", "1234567"]))
        desk.page.click("main form[enctype] button.main")
        # All or none, and each line that is wrong says so.
        alert = desk.page.locator("[role=alert]").inner_text()
        assert "Line 2" in alert and "Line 3" in alert and "Line 1:" not in alert and IMEIS[0] not in alert
        assert IMEIS[0] in desk.page.input_value("#imeis") and desk.page.locator("td.code").count() == 0
        assert desk.page.locator("[role=alert] a").first.get_attribute("href") == "#imeis"
        desk.go(address)
        listed = tmp_path / "devices.csv"
        listed.write_text("IMEI,model\r\n" + "\r\n".join(f"{imei},WM-1" for imei in IMEIS) + "\r\n", encoding="utf-8-sig")
        desk.page.set_input_files("#file", listed)
        desk.page.click("main form[enctype] button.main")
        assert desk.page.locator("[role=status]").count() == 1 and desk.page.locator("td.code").count() == 2, desk.text
        desk.page.fill("#list", "\n".join([iccid(0), "898600000000000000000"]))
        desk.page.click("main form:not([enctype]) button.main")
        # Its product is not bound to a pool: nothing was done.
        assert desk.page.locator("[role=alert] li").count() == 2 and iccid(0) in desk.page.input_value("#list")
        desk.page.check("input[value=withdraw]")
        desk.page.fill("#imeis", IMEIS[1])
        desk.page.click("main form[enctype] button.main")
        assert desk.page.locator("td.code").count() == 1
        desk.picture("device-pool")
        (tmp_path / "large.txt").write_text("3" * 300_000)
        desk.page.set_input_files("#file", tmp_path / "large.txt")
        desk.page.click("main form[enctype] button.main")
        assert desk.page.locator("[role=alert]").count() == 1 and desk.page.locator("td.code").count() == 1
    with Desk(chromium, world.server, world.auditor, language="en") as desk:
        posted = desk.context.request.post(desk.address + address + "/devices", multipart={"form": "x", "imeis": IMEIS[1], "act": "declare"})
        assert posted.status in (400, 403)


def now():
    return datetime.datetime.now(CHINA)


@pytest.mark.parametrize("language, says", [("zh", "按设备号（IMEI）查询"), ("en", "Taken for the number of a device")])
def test_the_search_box_takes_an_imei_and_says_what_it_was_taken_for(world, chromium, language, says):
    used = f"iccid,usedAt,kilobytes,imei\n{iccid(101)},{now():%Y-%m-%d %H:%M:%S},1,{IMEIS[0]}\n"
    sent = world.administrator.must("createUsageFile", data=used.encode(), type="text/csv").json()
    poll(lambda: world.administrator.must("readUsageFile", {"usageFile": sent["id"]}).json()["state"] == "done" or None, 30, lambda: "it goes on")
    with Desk(chromium, world.server, world.administrator, language=language) as desk:
        for typed in (IMEIS[0], f"{IMEIS[0][:6]} {IMEIS[0][6:12]} {IMEIS[0][12:]}"):
            desk.page.fill("#numbers", typed)
            desk.page.click("form[action$='/console/search'] button")
            desk.page.wait_for_selector("main h2")
            assert says in desk.text and iccid(101) in desk.text
        desk.picture("search-device")
        desk.page.fill("#numbers", IMEIS[1])
        desk.page.click("form[action$='/console/search'] button")
        desk.page.wait_for_selector("ul.numbers")
        assert ("as a device's number" in desk.text or "按设备号查询" in desk.text) and iccid(101) not in desk.page.inner_text("main")
    # The clerk's agent does not have the card.
    found = world.clerk.must("searchCards", json={"numbers": [IMEIS[0]]}).json()["items"][0]
    assert "card" not in found and found["device"] == {"cards": [], "more": False}


def test_links_are_given_out_with_their_codes_once_and_a_batch_is_revoked(world, chromium):
    with Desk(chromium, world.server, world.clerk, language="en") as desk:
        desk.go("/console/entrances")
        desk.page.fill("#numbers-of", "\n".join([iccid(0), iccid(1)]))
        desk.page.fill("#deviceType", "儿童手表")
        desk.page.fill("#days", "9999")
        desk.page.click("button[value=show]")
        assert desk.page.locator("[role=alert]").count() == 1 and iccid(1) in desk.page.input_value("#numbers-of")
        desk.page.fill("#days", "30")
        desk.page.click("button[value=show]")
        assert desk.page.locator("section.slip svg").count() == 2 and desk.page.locator("table.rows tbody tr").count() == 2, desk.text
        links = desk.page.locator("section.slip p.hash").all_inner_texts()
        assert all(link.startswith(desk.address + "/p/") for link in links) and requests.get(links[0], timeout=30).status_code == 200
        desk.picture("entrances")
        desk.go("/console/entrances")
        assert links[0].split("/p/")[1] not in desk.page.content() and desk.page.locator("section.slip").count() == 0
        desk.page.locator("table.rows button").first.click()
        assert "revoked" in desk.page.locator("table.rows tbody tr").first.inner_text()
        desk.page.click("table.rows tbody tr:first-child a")
        desk.page.click("main a[href*='/console/entrances?card=']")
        assert desk.page.locator("table.rows tbody tr").count() == 1 and desk.page.input_value("#numbers-of").startswith("card_")
        desk.page.fill("#batch-of", BATCH)
        desk.page.click("form[action$='/entrances/revoke'] button")
        assert desk.page.locator("[role=alert]").count() == 1 and desk.page.input_value("#batch-of") == BATCH
        desk.page.check("input[name=sure]")
        desk.page.click("form[action$='/entrances/revoke'] button")
        assert "1 revoked" in desk.page.locator("[role=status]").inner_text()
        assert all("revoked" in row for row in desk.page.locator("table.rows tbody tr").all_inner_texts())
        for standing, rows in (("open", 0), ("revoked", 2)):
            desk.go(f"/console/entrances?standing={standing}")
            assert desk.page.locator("table.rows tbody tr").count() >= rows and desk.page.input_value("#of-standing") == standing
            assert all(standing in row for row in desk.page.locator("table.rows tbody tr").all_inner_texts())
        token = desk.page.locator("input[name=form]").first.get_attribute("value")
        newest = desk.page.locator("input[name=newest]").get_attribute("value")
        form = {"form": token, "newest": newest, "kind": "claim-code", "batch": BATCH, "numbers": "", "days": "30", "deviceType": ""}
        form["act"] = "file"
        answer = desk.context.request.post(desk.address + "/console/entrances", form=form)
        lines = answer.text().split("\r\n")
        assert answer.headers["content-type"].startswith("text/csv") and lines[0].startswith("ICCID,kind,code") and len(lines) == 22
        ends = {one["id"]: one["expiresAt"] for one in world.clerk.pages("listEntrances")}
        # The six columns of the head, the time as the interface has it.
        rows = [line.split(",") for line in lines[1:-1]]
        assert [(row[4], len(row)) for row in rows] == [(ends.get(row[5]), 6) for row in rows], (rows[0], ends.get(rows[0][5]), len(ends))
        # The same once more gives out none.
        assert desk.context.request.post(desk.address + "/console/entrances", form=form).status == 412
        desk.go("/console/entrances")
        form["newest"] = desk.page.locator("input[name=newest]").get_attribute("value")
        assert form["newest"] != newest
        assert desk.context.request.post(desk.address + "/console/entrances", form=form | {"batch": "OLD-1"}).status == 422
    with Desk(chromium, world.server, world.auditor, language="en") as desk:
        assert desk.context.request.get(desk.address + "/console/entrances").status == 403


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_page_of_the_settings_shuts_anybody_out(world, chromium, language):
    found = []
    with Desk(chromium, world.server, world.administrator, language) as desk:
        for link in ["campaigns", "products", f"products/{PRODUCT}", "keys", "webhooks", "notices", "notices?state=delivered", "in-force", "review/reasons", "device-pools", "entrances"]:
            desk.go("/console/" + link)
            found += faults_in_any_look(desk, link)
        for link in ("campaigns", "webhooks", "device-pools"):
            desk.go("/console/" + link)
            if desk.page.locator("table.rows a").count():
                desk.page.click("table.rows tbody tr:first-child a")
                found += faults_in_any_look(desk, link + "-one")
    assert not found, found

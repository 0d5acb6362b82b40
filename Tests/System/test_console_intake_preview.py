"""A file is looked at before anything of it is taken: its columns, what is wrong, what would become of it; then it is taken in, or not."""
import csv
import io
import re

import pytest
from accessibility import shut_out_in_any_look
from console_desk import DESK, LOOKS, Desk
from console_web import Web
from personal_page import CHROMIUM, PHONE, browser
from playwright.sync_api import sync_playwright
from shiming_server import BIN, PRODUCT, World, card_file, iccid, imsi, msisdn, poll, serving
from test_intake_files import BAD, CARDS, HEADING, BadList, text_file

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")
# Rows of a file that its preview looks at.
LOOKED_AT = 2_000
HAN = re.compile(r"[\u4e00-\u9fff]")
HOSTILE = ["<script>alert(1)</script>", "\"'><img src=x onerror=alert(1)>", "{{w.home.title}}{{{body}}}", "=1+1", "\u202eICCI", "%00", "a\nb", "欧" * 500]


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    settings = ("rate-open-requests=100000", "rate-requests=1000000")
    with serving(tmp_path_factory.mktemp("preview"), settings=settings) as server:
        yield World(server, ["second_administrator", "agent_manager", "other_manager", "auditor"])


@pytest.fixture(scope="module")
def boss(world):
    return Web(world, world.administrator)


@pytest.fixture(scope="module")
def chromium():
    if not CHROMIUM:
        pytest.skip("there is no chromium")
    with sync_playwright() as player, browser(player) as running:
        yield running


def odd_file(numbers, heading="甲,乙,丙"):
    """Right cards under headings that say nothing."""
    return (heading + "\n" + "".join(f"{iccid(n)},{msisdn(n)},{imsi(n)}\n" for n in numbers)).encode()


def table(rows):
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def held(web, content, **fields):
    """The path of a file that was sent and is held."""
    answer = web.upload(content, **({"kind": "stock", "product": PRODUCT, "province": "31"} | fields))
    path = answer.url.removeprefix(web.address)
    assert answer.status_code == 200 and path.startswith("/console/intakes/"), answer.text[:3_000]
    return path


def facts(text):
    """What the page says would become of the rows: taken, known, repeated, failed."""
    shown = text[text.index('class="facts"'):]
    return [int(number) for number in re.findall(r"<dd[^>]*>\D*?(\d+)", shown)[:4]]


def batch_of(world, path):
    return world.administrator.must("readIntake", {"intake": path.rsplit("/", 1)[1]}).json()


@pytest.mark.parametrize("language, scripts", [("zh", True), ("zh", False), ("en", True), ("en", False)])
def test_columns_nobody_knows_are_said_and_the_first_problems_seen_before_anything_is_in(world, chromium, tmp_path, language, scripts):
    first = {("zh", True): 10_000, ("zh", False): 11_000, ("en", True): 12_000, ("en", False): 13_000}[language, scripts]
    lines = odd_file(range(first, first + 40)).decode().splitlines()
    lines[3] = lines[3].replace(iccid(first + 2), iccid(first + 2)[:15])
    file = tmp_path / "cards.csv"
    file.write_text("\n".join(lines))
    with Desk(chromium, world.server, world.administrator, language, scripts=scripts) as desk:
        desk.page.click(".menu a[href='/console/intakes']")
        desk.page.select_option("#kind", "stock")
        desk.page.fill("#batch", f"LOOK-{first}")
        desk.page.set_input_files("#file", file)
        desk.page.click("main button.main")
        assert desk.page.locator(".panel.bad").count() == 1 and desk.page.locator("form[action$=confirm]").count() == 0, desk.text
        desk.picture("preview-unknown")
        desk.page.select_option("#column-1", "iccid")
        desk.page.select_option("#column-2", "msisdn")
        desk.page.click("form[action$=mend] p:last-child button")
        assert facts(desk.page.content()) == [0, 0, 0, 40], "no product is named"
        desk.picture("preview-no-product")
        desk.page.select_option("#product", PRODUCT)
        desk.page.select_option("#column-3", "imsi")
        desk.page.click("form[action$=mend] p:last-child button")
        assert facts(desk.page.content()) == [39, 0, 0, 1] and desk.page.locator("table.problems, tbody tr").count() >= 1
        assert iccid(first + 2)[:15] not in desk.text, "what stands in the file is not shown"
        desk.picture("preview-ready")
        assert not list(world.administrator.pages("listCards", query={"batch": f"LOOK-{first}"})), "nothing is in yet"
        desk.page.click("form[action$=confirm] button")
        if scripts:
            desk.page.wait_for_selector("a[href*='repair-file']")
        poll(lambda: len(list(world.administrator.pages("listCards", query={"batch": f"LOOK-{first}"}))) == 39 or None, 30, "not all are in")


def send(desk, file, batch, language):
    """A file at the page of intakes, taken in after its preview where it has faults to show; ends at the intake's page, once it is over."""
    desk.page.click(".menu a[href='/console/intakes']")
    desk.page.select_option("#kind", "stock")
    desk.page.select_option("#product", PRODUCT)
    desk.page.fill("#batch", batch)
    desk.page.fill("#province", "31")
    desk.page.set_input_files("#file", file)
    desk.page.click("main button.main")
    assert desk.path.startswith("/console/intakes/") and desk.page.locator("[role=alert]").count() == 0, desk.text


def told(desk):
    """The problems on the page by their row, each with what to do."""
    found = {}
    for line in desk.page.locator("main table:has(th:nth-child(4)) tbody tr:has(td:nth-child(4)):not(:has(select))").all():
        row, field, text, mend = (cell.inner_text() for cell in line.locator("td").all())
        assert row.isdigit() and field and text and mend, (row, field, text, mend)
        assert line.locator("a.rule[href^='/console/rules#']").count() >= 1, (row, text)
        found[int(row)] = text
    return found


@pytest.mark.parametrize("look, cards", [("zh-1440", CARDS), ("en-390", CARDS), ("zh-390", CARDS // 2), ("en-1440", CARDS // 2)])
def test_ten_thousand_rows_with_faults_go_in_and_the_rest_comes_back_mended(world, chromium, tmp_path, look, cards):
    """Faults of fifteen kinds: seen first, left out, fetched, mended, and in. Half as many rows do where both language and width were seen with all."""
    language, size = LOOKS[look]
    listed = BadList(2_000_000 + 100_000 * list(LOOKS).index(look), cards)
    batch, file = f"TEN-THOUSAND-{look}", tmp_path / "cards.csv"
    world.take_in(text_file([HEADING[:3]] + listed.elsewhere, "utf-8"), batch=f"BEFORE-{look}")
    file.write_bytes(text_file(listed.table, "gb18030"))
    with Desk(chromium, world.server, world.administrator, language, size=size) as desk:
        send(desk, file, batch, language)
        # The preview looks at the first rows of a long file, and says so.
        first = [row for row in listed.bad if row <= LOOKED_AT + 1]
        assert str(LOOKED_AT) in desk.page.inner_text("section[aria-labelledby=outcome]")
        assert facts(desk.page.content()) == [LOOKED_AT - len(first), 0, 0, len(first)], desk.text
        seen = told(desk)
        assert list(seen) == first and len(set(seen.values())) >= 5, seen
        assert all(bool(HAN.search(text)) == (language == "zh") for text in seen.values()), seen
        content = desk.page.content()
        assert not [cell for row in listed.bad for cell in listed.rows[row][:3] if len(cell) > 8 and cell in content], "no number stands on the page"
        assert desk.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        desk.picture("ten-thousand-preview")
        assert not list(world.administrator.pages("listCards", query={"batch": batch})), "nothing is in yet"
        desk.page.click("form[action$=confirm] button")
        desk.page.wait_for_selector("a[href*='repair-file']")
        assert facts(desk.page.content()) == [cards - BAD, 0, 0, BAD], desk.text
        desk.picture("ten-thousand-done")
        with desk.page.expect_download() as download:
            desk.page.click("a[href$='form=csv']")
        rows = list(csv.reader(io.StringIO(download.value.path().read_bytes().decode("utf-8-sig"), newline="")))
        assert len(rows) == BAD + 1 and rows[0][2:] == HEADING
        for cells, row in zip(rows[1:], sorted(listed.bad), strict=True):
            assert cells[0] and cells[1] and bool(HAN.search(cells[0])) == (language == "zh"), cells
            cells[2:] = listed.mended(row)
        mended = tmp_path / "mended.csv"
        mended.write_bytes(text_file(rows, "utf-8-sig"))
        send(desk, mended, batch, language)
        assert facts(desk.page.content()) == [BAD, 0, 0, 0], desk.text
        desk.page.click("form[action$=confirm] button")
        found = poll(lambda: (lambda now: now if len(now) == cards else None)([*world.administrator.pages("listCards", query={"batch": batch})]),
                     60, "not all are in", pause=0.5)
        assert {card["iccid"] for card in found} == {listed.mended(row)[0] for row in listed.rows}
        # From the intake to its cards.
        desk.page.reload()
        desk.page.click("main a[href*='batch=']")
        assert desk.path == "/console/cards" and desk.page.locator("table.rows tbody tr").count() >= 10, desk.text


def reading(web, path):
    """The mark of how the file is read, as the page shows it to whoever may take it in."""
    found = re.search(r'name="reading" value="([^"]+)"', web.get(path).text)
    return found.group(1) if found else ""


def confirm(web, path):
    return web.form(path + "/confirm", reading=reading(web, path))


def test_the_preview_says_what_the_run_does(world, boss):
    world.take_in(card_file(range(20_000, 20_050)), batch="KNOWN")
    lines = card_file(range(20_000, 20_600)).decode().splitlines()
    lines[100] = lines[100].replace("8986", "8987")
    lines[200] = lines[201]
    lines[300] = lines[300].replace(imsi(20_299), imsi(20_310))
    lines += [lines[400]] * 3 + ["", ",,", "8.98604E+19,,"]
    content = "\n".join(lines).encode()
    path = held(boss, content, batch="SAME")
    seen = facts(boss.get(path).text)
    assert confirm(boss, path).status_code == 200
    counts = poll(lambda: (lambda now: now["counts"] if now["state"] == "done" else None)(batch_of(world, path)), 60, "it goes on")
    assert seen == [counts["taken"], counts["known"], counts["repeated"], counts["failed"]], (seen, counts)
    assert seen[0] > 400 and all(seen), seen


@pytest.mark.parametrize("content", [
    b"", b"\x00\x01\x02 no table", card_file(range(3)).decode().encode("cp037", "replace"), b"PK\x03\x04 half a workbook", b"\xff\xfe\x00", b"%PDF-1.7\n1 0 obj",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, b"\n\n,,\n", ("ICCID\n" + "1" * 400_000).encode(),
], ids=["empty", "binary", "ebcdic", "half-workbook", "bom-only", "pdf", "old-excel", "blank", "one-long-cell"])
def test_what_is_no_table_is_refused_at_once_or_takes_nothing(boss, content):
    answer = boss.upload(content, kind="stock", product=PRODUCT, batch="NOTHING", province="31")
    path = answer.url.removeprefix(boss.address)
    assert answer.status_code in (200, 413, 422), answer.status_code
    if answer.status_code != 200:
        assert 'role="alert"' in answer.text and 'value="NOTHING"' in answer.text, "what was typed is not lost"
        return
    text = boss.get(path).text
    assert "/confirm" not in text or facts(text)[0] == 0
    boss.form(path + "/cancel")


def test_half_a_workbook_and_gb18030_are_told_apart(boss, tmp_path):
    import openpyxl
    book = openpyxl.Workbook()
    for row in [["ICCID", "接入号"]] + [[iccid(n), msisdn(n)] for n in range(30_000, 30_040)]:
        book.active.append(row)
    book.save(tmp_path / "cards.xlsx")
    whole = (tmp_path / "cards.xlsx").read_bytes()
    for part in (whole[:len(whole) // 2], whole[:200], whole[:-40], whole[40:]):
        answer = boss.upload(part, name="cards.xlsx", kind="stock", product=PRODUCT)
        assert answer.status_code == 422 and 'role="alert"' in answer.text, answer.status_code
    assert facts(boss.get(held(boss, whole)).text) == [40, 0, 0, 0]
    chinese = "卡号,接入号,备注\n".encode("gb18030") + b"".join(f"{iccid(n)},{msisdn(n)},".encode() + "好\n".encode("gb18030") for n in range(31_000, 31_010))
    text = boss.get(held(boss, chinese)).text
    assert "卡号" in text and facts(text) == [10, 0, 0, 0]
    assert facts(boss.get(held(boss, card_file(range(31_020, 31_025)).decode().encode("utf-16"))).text) == [5, 0, 0, 0]


def test_hostile_columns_are_shown_as_text_and_can_be_left_out(boss):
    path = held(boss, table([HOSTILE, [iccid(32_000)] + ["x"] * 7]))
    text = boss.get(path).text
    assert "<script>alert(1)" not in text and "<img src=x" not in text and "&lt;script&gt;" in text
    assert "欧" * 100 not in text, "a heading is not longer than people can read"
    answer = boss.form(path + "/mend", product=PRODUCT, **{"column-1": "iccid"} | {f"column-{n}": "" for n in range(2, 9)})
    assert facts(answer.text) == [1, 0, 0, 0], answer.text[:2_000]
    boss.form(path + "/cancel")


@pytest.mark.parametrize("fields, status", [
    ({"column-1": ""}, 200), ({"column-1": "iccid", "column-2": "iccid"}, 200), ({"column-99": "iccid"}, 200), ({"column-1": "password"}, 422),
    ({"column-x": "iccid"}, 422), ({"column--1": "iccid"}, 422), ({"column-0": "iccid"}, 422), ({"column-1": "iccid", "batch": "欧" * 65}, 422),
    ({"column-1": "iccid", "province": "99"}, 422), ({"column-1": "iccid", "province": "x"}, 422), ({"column-1": "iccid", "product": "none"}, 422),
    ({"column-" + "9" * 400: "iccid"}, 422), ({f"column-{n}": "iccid" for n in range(1, 90)}, 200),
])
def test_a_mapping_that_makes_no_sense_takes_nothing(world, boss, fields, status):
    path = held(boss, odd_file(range(33_000, 33_010)))
    answer = boss.form(path + "/mend", **fields)
    assert answer.status_code == status, answer.text[:2_000]
    if status == 422:
        assert 'role="alert"' in answer.text
    assert "/confirm" not in boss.get(path).text, "nothing of it can be taken"
    assert confirm(boss, path).status_code == 422 and batch_of(world, path)["state"] == "held"
    boss.form(path + "/cancel")
    assert confirm(boss, path).status_code == 200 and batch_of(world, path)["state"] == "cancelled"


def test_only_who_sent_it_sees_or_takes_it(world, boss):
    path = held(boss, card_file(range(34_000, 34_010)))
    for who in ("second_administrator", "auditor", "agent_manager", "other_manager"):
        web = Web(world, getattr(world, who))
        page = web.get(path)
        assert page.status_code in (200, 403, 404) and "/confirm" not in page.text and "column-1" not in page.text, who
        for act in ("confirm", "mend"):
            answer = web.form(f"{path}/{act}", **{"column-1": "iccid"})
            assert answer.status_code in (200, 403, 404) and batch_of(world, path)["state"] == "held", (who, act)
    for act in ("confirm", "mend", "cancel"):
        assert boss.form(f"{path}/{act}", token=False).status_code in (400, 403)
    assert boss.upload(card_file(range(5)), token=False, kind="stock").status_code in (400, 403)
    # Somebody says it anew in another tab: what he has not seen is not taken in.
    seen = reading(boss, path)
    assert boss.form(path + "/mend", batch="ANEW", product=PRODUCT).status_code == 200
    for unseen in (seen, "", "0" * 64):
        answer = boss.form(path + "/confirm", reading=unseen)
        assert answer.status_code == 412 and 'role="alert"' in answer.text and batch_of(world, path)["state"] == "held", unseen
    seen = reading(boss, path)
    assert [boss.form(path + "/confirm", reading=seen).status_code for _ in range(2)] == [200, 200], "sent twice, taken once"
    counts = poll(lambda: (lambda now: now["counts"] if now["state"] == "done" else None)(batch_of(world, path)), 30, "it goes on")
    assert counts["taken"] == 10
    acts = [entry["action"] for entry in world.auditor.pages("listTrail") if entry["action"] == "intake.confirmed"]
    assert acts, "it stands on the trail"


def test_an_agent_looks_at_its_claim_within_its_own(world, boss):
    web = Web(world, world.agent_manager)
    world.take_in(card_file(range(35_000, 35_010)), batch="COMPANY")
    path = held(web, card_file(range(35_005, 35_015)), kind="claim")
    assert facts(web.get(path).text) == [5, 0, 0, 5], "cards of others are refused, as in the run"
    confirm(web, path)
    counts = poll(lambda: (lambda now: now["counts"] if now["state"] == "done" else None)(batch_of(world, path)), 30, "it goes on")
    assert (counts["taken"], counts["failed"]) == (5, 5)
    own, others = web.get(path).text, boss.get(path).text
    assert "repair-file" in own and "Only whoever sent" not in own
    assert "repair-file" not in others and "Only whoever sent" in others, "nobody else gets the file, nor is sent to it"


def test_no_more_than_twenty_files_are_held(world):
    web = Web(world, world.other_manager)
    paths = [held(web, card_file(range(36_000, 36_003)), kind="claim") for _ in range(20)]
    answer = web.upload(card_file(range(36_000, 36_003)), kind="claim", product=PRODUCT)
    assert answer.status_code == 409 and 'role="alert"' in answer.text
    web.form(paths[0] + "/cancel")
    held(web, card_file(range(36_000, 36_003)), kind="claim")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_pages_shut_nobody_out(world, chromium, boss, language):
    lines = card_file(range(37_000, 37_030)).decode().splitlines()
    lines[4] = lines[4].replace("8986", "8987")
    path = held(boss, "\n".join(lines).encode())
    with Desk(chromium, world.server, world.administrator, language) as desk:
        for page in (path, "/console/intakes", "/console/cards?column=holder&column=eid&column=recorded", "/console", "/console/expiries"):
            desk.go(page)
            name = f"preview-page-{re.sub(r'[^a-z]+', '-', page.split('?')[0])[:24]}"
            assert not (found := shut_out_in_any_look(desk, page, (DESK, PHONE), lambda: desk.picture(name))), found
    boss.form(path + "/cancel")

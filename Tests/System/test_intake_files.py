"""Files of cards as people send them: one list in four forms with the same bad rows, and files that are wrong as a whole."""

import csv
import io
import socket
import time
import zipfile
from urllib.parse import urlsplit

import openpyxl
import pytest
from shiming_server import BIN, PRODUCT, World, card_file, code, iccid, imsi, msisdn, poll, serving

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")

CARDS, BAD = 10_000, 37
HEADING = ["ICCID", "接入号", "IMSI", "运营商", "省份", "套餐", "备注"]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("files")) as server:
        world = World(server, ["clerk", "other_clerk", "auditor"])
        yield world


# ---------------------------------------------------------------- one list, four forms

def good(number):
    # Characters of two and of four bytes in GB18030; the last lies outside the basic plane.
    return [iccid(number), msisdn(number), imsi(number), "中国移动", "江苏省", PRODUCT, "吉林𠮷野㐂"]


class BadList:
    """Ten thousand cards from `base` on unless told how many, 37 of them spoiled in ways that any form of file can carry."""

    def __init__(self, base, cards=CARDS):
        self.base, self.cards = base, cards
        self.rows = {number + 2: good(base + number) for number in range(cards)}
        self.expected = []
        self.bad = []
        self.elsewhere = [[iccid(base + cards + 1), msisdn(base + cards + 1), imsi(base + cards + 1)]]
        self.spoil_all()
        assert len(self.bad) == BAD == len(set(self.bad))
        self.expected.sort()

    def spoil(self, field, code, **cells):
        row = 5 + 263 * self.cards // CARDS * len(self.bad)
        self.bad.append(row)
        for column, value in cells.items():
            self.rows[row][["iccid", "msisdn", "imsi", "carrier", "province", "product", "note"].index(column)] = value
        self.expected.append((row, field, code))
        return row

    def spoil_all(self):
        numbers = [
            ("iccid", "empty", ""), ("iccid", "iccid-length", "8986041234567890123X5"), ("iccid", "iccid-prefix", "12345678901234567890"),
            ("iccid", "excel-scientific", "8.98604E+19"), ("iccid", "excel-trailing-zeros", "89860412345678900000"),
            ("msisdn", "msisdn-length", "12"), ("msisdn", "excel-scientific", "1.44E+12"), ("imsi", "imsi-country", "310150123456789"),
            ("imsi", "excel-leading-zeros-lost", "1010000000000"), ("carrier", "carrier-unknown", "神秘通信"),
            ("carrier", "carrier-of-another-product", "中国联通"), ("province", "province-unknown", "99"),
            ("province", "province-unknown", "月球"), ("product", "product-unknown", "没有的套餐"), ("note", "text-too-long", "长" * 5_000),
        ]
        for field, code_, value in numbers + numbers[:14]:
            self.spoil("product" if code_ == "carrier-of-another-product" else field, code_, **{field: value})
        # Two that contradict each other by ICCID, two by number, two by IMSI; both of each pair are out.
        for column, place in (("iccid", 0), ("msisdn", 1), ("imsi", 2)):
            first = self.spoil(column, "contradiction-in-file")
            self.spoil(column, "contradiction-in-file", **{column: self.rows[first][place]})
        # Known already with another number; a number that another card has already.
        row = self.spoil("iccid", "card-known-with-other-data")
        self.elsewhere.append([self.rows[row][0], msisdn(self.base + self.cards + 2), self.rows[row][2]])
        self.spoil("msisdn", "number-on-another-card", msisdn=self.elsewhere[0][1])

    def mended(self, row):
        """The row as it should have been; a card that is here with other data becomes another card."""
        cells = good(self.base + row - 2)
        if cells[0] == self.elsewhere[1][0]:
            cells[0], cells[2] = iccid(self.base + self.cards + 3), imsi(self.base + self.cards + 3)
        return cells

    @property
    def table(self):
        return [HEADING] + [self.rows[row] for row in sorted(self.rows)]


def text_file(table, encoding, separator=","):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator, lineterminator="\r\n").writerows(table)
    return out.getvalue().encode(encoding)


def workbook(table):
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("卡")
    for row in table:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


FORMS = {
    "utf-8": lambda table: ("text/csv", text_file(table, "utf-8")),
    "utf-8 with mark": lambda table: ("text/csv", text_file(table, "utf-8-sig")),
    "gb18030": lambda table: ("text/csv", text_file(table, "gb18030")),
    "xlsx": lambda table: (XLSX, workbook(table)),
}


@pytest.mark.parametrize("form", FORMS)
def test_the_same_rows_are_left_out_of_every_form_and_the_mended_file_touches_only_those(world, form):
    batch = f"list {form}"
    listed = BadList(1_000_000 + 20_000 * list(FORMS).index(form))
    before = world.take_in(text_file([HEADING[:3]] + listed.elsewhere, "utf-8"), batch=f"before {form}")
    assert before["counts"]["taken"] == 2

    type, content = FORMS[form](listed.table)
    intake = world.take_in(content, batch=batch, type=type)
    assert intake["state"] == "done", intake
    problems = [p for p in world.problems(intake) if p["severity"] == "refused"]
    found = sorted({(p["row"], p["field"], p["code"]) for p in problems})
    assert found == listed.expected
    assert (intake["counts"]["taken"], intake["counts"]["failed"]) == (CARDS - BAD, BAD)
    assert all(p["title"] and p["mend"] for p in problems)
    said = str(problems)
    assert not any(cell and cell in said for row in listed.bad for cell in listed.rows[row][:3] if len(cell) > 8)

    repair = repaired(world, intake, listed, form)
    again = world.take_in(repair, batch=batch, type=XLSX if form == "xlsx" else "text/csv")
    assert (again["state"], again["counts"]["taken"], again["counts"]["known"], again["counts"]["failed"]) == ("done", BAD, 0, 0), \
        (again, world.problems(again)[:5])
    cards = {card["iccid"] for card in world.administrator.pages("listCards", query={"batch": batch})}
    assert cards == {listed.mended(row)[0] for row in listed.rows}

    # The same file once more changes nothing: what went in is known, what was out is out.
    third = world.take_in(content, batch=batch, type=type)
    assert third["counts"]["taken"] == 0
    assert third["counts"]["known"] + third["counts"]["failed"] == CARDS


def repaired(world, intake, listed, form):
    """The repair file as fetched, its cells mended by hand."""
    kind = "xlsx" if form == "xlsx" else "csv"
    fetched = world.administrator.must("readRepairFile", {"intake": intake["id"]}, query={"form": kind})
    if kind == "xlsx":
        rows = [[cell or "" for cell in row] for row in openpyxl.load_workbook(io.BytesIO(fetched.content)).active.iter_rows(values_only=True)]
    else:
        rows = list(csv.reader(io.StringIO(fetched.content.decode("utf-8-sig"), newline="")))
    assert len(rows) == BAD + 1 and rows[0][2:] == HEADING
    for cells, row in zip(rows[1:], sorted(listed.bad)):
        assert cells[0] and cells[1]
        cells[2:] = listed.mended(row)
    return workbook(rows) if kind == "xlsx" else text_file(rows, "utf-8-sig")


def test_the_repair_file_goes_to_its_sender_only(world):
    intake = world.take_in(b"ICCID\n123\n", batch="to mend")
    assert intake["counts"]["failed"] == 1
    assert world.clerk.ask("readRepairFile", {"intake": intake["id"]}).status_code == 404
    assert world.auditor.ask("readRepairFile", {"intake": intake["id"]}).status_code == 403


def test_formulas_of_a_bad_row_come_back_as_text(world):
    formula = '=HYPERLINK("http://invented.invalid";"x")'
    intake = world.take_in(text_file([["ICCID", "备注"], ["123", formula], ["456", "+1+1"], ["789", "@SUM(1)"]], "utf-8"), batch="formulas")
    text = world.administrator.must("readRepairFile", {"intake": intake["id"]}).content.decode("utf-8-sig")
    for row in csv.reader(io.StringIO(text, newline="")):
        assert not any(cell.startswith(("=", "+", "@", "-", "\t", "\r")) for cell in row), row
    book = world.administrator.must("readRepairFile", {"intake": intake["id"]}, query={"form": "xlsx"}).content
    for row in openpyxl.load_workbook(io.BytesIO(book)).active.iter_rows():
        assert all(cell.data_type in ("s", "n") and cell.data_type != "f" for cell in row)
        assert not any(cell.data_type == "n" and cell.value is not None for cell in row)


# ---------------------------------------------------------------- files that are wrong as a whole

def whole_file_refused(world, content, expected, type="text/csv", by=None, **query):
    """Refused at once or as a failed job; its code."""
    answer = (by or world.administrator).ask(
        "createIntake", query={"kind": "stock", "batch": "wrong", "product": PRODUCT} | query, data=content, type=type)
    if answer.status_code == 202:
        ended = world.end_of(answer.json())
        assert ended["state"] == "failed", ended
        found = ended["failure"]
    else:
        found = code(answer)
        assert 400 <= answer.status_code < 500
        assert answer.json()["title"]
    assert found in (expected if isinstance(expected, tuple) else (expected,)), answer.text


@pytest.mark.parametrize("content, expected", [
    (b"", ("file-empty", "body-missing")), (b"\xef\xbb\xbf", ("file-empty", "no-rows")), (b"\n\n\n", ("no-rows", "file-empty", "column-missing")),
    (b"ICCID,IMSI\n", "no-rows"), ("ICCID,接入号\r\n".encode("gb18030"), "no-rows"), (b"colour,taste\nred,sweet\n", "column-missing"),
    (f"ICCID,ICCID\n{iccid(1)},{iccid(2)}\n".encode(), "column-duplicated"),
    (f"ICCID,接入号,手机号\n{iccid(1)},{msisdn(1)},{msisdn(1)}\n".encode(), "column-duplicated"),
    (f"{iccid(1)},{msisdn(1)}\n{iccid(2)},{msisdn(2)}\n".encode(), "header-missing"),
], ids=lambda value: None if isinstance(value, bytes) else str(value))
def test_a_file_without_cards_or_columns_says_so(world, content, expected):
    whole_file_refused(world, content, expected)


@pytest.mark.parametrize("content", [
    b"\x00\x01\x02\x03" * 500, bytes(range(128, 256)) * 20, b"\x89PNG\r\n\x1a\n" + b"\x00" * 200, b"%PDF-1.4\n" + b"\xff\x00" * 100,
    b"ICCID\n\xff\xfe\xfd\n\xff\xff\xff\n",
])
def test_what_is_no_text_and_no_workbook_is_refused(world, content):
    whole_file_refused(world, content, ("not-a-table", "encoding-unknown", "column-missing", "no-rows"))


@pytest.mark.parametrize("encoding", ["utf-16", "big5"])
def test_another_encoding_is_read_or_refused_but_never_taken_as_nonsense(world, encoding):
    content = f"ICCID,備註\n{iccid(5_000_001)},臺灣\n".encode(encoding)
    answer = world.administrator.ask(
        "createIntake", query={"kind": "stock", "batch": encoding, "product": PRODUCT}, data=content, type="text/csv")
    if answer.status_code == 202:
        assert world.end_of(answer.json())["counts"]["failed"] == 0
    else:
        assert code(answer) in ("encoding-unknown", "encoding-unavailable", "not-a-table")


def bomb():
    """A workbook of a few kilobytes whose sheet would fill hundreds of megabytes."""
    sheet = io.BytesIO()
    with zipfile.ZipFile(sheet, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("[Content_Types].xml", '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>')
        archive.writestr("_rels/.rels", '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        archive.writestr("xl/workbook.xml", '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>')
        archive.writestr("xl/_rels/workbook.xml.rels", '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            part.write(b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>ICCID</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>')
            for _ in range(300):
                part.write(b"8" * (1 << 20))
            part.write(b"</t></is></c></row></sheetData></worksheet>")
    return sheet.getvalue()


def test_a_zip_bomb_called_xlsx_is_refused_quickly(world):
    content = bomb()
    assert len(content) < 1_000_000
    began = time.monotonic()
    whole_file_refused(
        world, content, ("workbook-suspicious", "workbook-too-large", "field-too-long", "row-too-long"), type=XLSX)
    assert time.monotonic() - began < 90


@pytest.mark.parametrize("cut", [0.2, 0.7, 0.99])
def test_a_workbook_cut_off_is_refused(world, cut):
    content = workbook([HEADING] + [good(6_000_000 + n) for n in range(50)])
    whole_file_refused(world, content[:int(len(content) * cut)], ("workbook-damaged", "not-a-table", "workbook-part-missing"), type=XLSX)


def raw(world, head, body=b"", by=None, more=b""):
    """A request written by hand; what comes back within its time."""
    address = urlsplit(world.server.address)
    with socket.create_connection((address.hostname, address.port), timeout=90) as wire:
        wire.sendall(head.format(token=(by or world.administrator).token, host=address.netloc).replace("\n", "\r\n").encode() + body)
        answer = b""
        while b"\r\n\r\n" not in answer:
            got = wire.recv(65536)
            if not got:
                break
            answer += got
        return answer


INTAKE_HEAD = ("POST /v1/intakes?kind=stock&batch={batch}&product=directed-30m HTTP/1.1\nHost: {{host}}\nAuthorization: Bearer {{token}}\n"
               "Content-Type: text/csv\nIdempotency-Key: {key}\nContent-Length: {length}\n\n")


def test_three_gigabytes_announced_are_refused_before_they_are_sent(world):
    began = time.monotonic()
    answer = raw(world, INTAKE_HEAD.format(batch="huge", key="huge-1", length=3 << 30))
    assert answer.startswith(b"HTTP/1.1 413"), answer[:200]
    assert b"application/problem+json" in answer
    assert time.monotonic() - began < 20


def test_an_upload_that_breaks_off_leaves_nothing_and_its_key_is_free_again(world):
    content = card_file(range(7_000_000, 7_000_100))
    before = len(list(world.administrator.pages("listIntakes")))
    address = urlsplit(world.server.address)
    with socket.create_connection((address.hostname, address.port), timeout=90) as wire:
        head = INTAKE_HEAD.format(batch="broken", key="broken-1", length=len(content)).format(
            token=world.administrator.token, host=address.netloc)
        wire.sendall(head.replace("\n", "\r\n").encode() + content[:len(content) // 2])
    assert len(list(world.administrator.pages("listIntakes"))) == before

    def look():
        answer = world.administrator.ask(
            "createIntake", query={"kind": "stock", "batch": "broken", "product": PRODUCT}, data=content, type="text/csv", key="broken-1")
        return None if answer.status_code == 409 else answer
    answer = poll(look, 90, "the key of the broken upload stays taken")
    assert answer.status_code == 202, answer.text
    assert world.end_of(answer.json())["counts"]["taken"] == 100


# ---------------------------------------------------------------- odd but good, and clashes

def test_columns_may_come_in_any_order_with_others_between(world):
    rows = [["备注", "colour", "IMSI", "卡号", "手机号码"]] + [["x", "red", imsi(n), iccid(n), msisdn(n)] for n in range(7_100_000, 7_100_020)]
    for separator, base in ((",", 0), ("\t", 0), ("|", 0)):
        intake = world.take_in(text_file(rows, "utf-8", separator), batch="shuffled")
        assert (intake["state"], intake["counts"]["failed"]) == ("done", 0)
        assert intake["counts"]["taken"] + intake["counts"]["known"] == 20
    card = world.administrator.must("searchCards", json={"numbers": [msisdn(7_100_003)]}).json()["items"][0]["card"]
    assert card["iccid"] == iccid(7_100_003)


def test_one_card_twice_in_a_file_is_in_once_when_identical_and_out_when_contradicting(world):
    n = 7_200_000
    rows = [HEADING[:3], *[[iccid(k), msisdn(k), imsi(k)] for k in (n, n + 1, n, n + 2)], [iccid(n + 2), msisdn(n + 3), imsi(n + 2)]]
    intake = world.take_in(text_file(rows, "utf-8"), batch="twice")
    counts = intake["counts"]
    assert (counts["taken"], counts["repeated"], counts["failed"]) == (2, 1, 2)
    problems = {(p["row"], p["severity"], p["code"], p.get("otherRow")) for p in world.problems(intake)}
    assert problems == {(4, "repeated", "repeat-in-file", 2), (5, "refused", "contradiction-in-file", 6), (6, "refused", "contradiction-in-file", 5)}


def test_excel_damage_in_true_number_cells_is_named(world):
    book = openpyxl.Workbook()
    book.active.append(["ICCID", "备注"])
    book.active.append([float(iccid(7_300_000)), "a number, not a text"])
    out = io.BytesIO()
    book.save(out)
    intake = world.take_in(out.getvalue(), batch="damage", type=XLSX)
    assert intake["counts"]["taken"] == 0
    assert world.problems(intake)[0]["code"] in ("excel-scientific", "excel-trailing-zeros", "number-stored-as-number")


def test_a_claim_of_anothers_card_gets_one_neutral_code(world):
    n = 7_400_000
    stock = world.take_in(card_file(range(n, n + 10)), batch="agent's own")
    assert stock["counts"]["taken"] == 10
    world.allocate(batch="agent's own")
    claims = {
        "allocated to another agent": [iccid(n), msisdn(n), imsi(n)], "with other data": [iccid(n + 1), msisdn(n + 90), imsi(n + 1)],
        "a number of another's card": [iccid(n + 91), msisdn(n + 2), imsi(n + 91)],
    }
    intake = world.take_in(text_file([HEADING[:3], *claims.values()], "utf-8"), by=world.other_clerk, kind="claim", batch="claims")
    problems = world.problems(intake, by=world.other_clerk)
    assert intake["counts"]["taken"] == 0 and len(problems) == 3
    assert {(p["code"], p["title"], p.get("otherRow")) for p in problems} == {("card-not-available", problems[0]["title"], None)}


def test_only_the_company_takes_stock_in_and_only_agents_claim(world):
    content = card_file([7_500_000])
    for by, kind in ((world.clerk, "stock"), (world.clerk, "existing"), (world.administrator, "claim")):
        answer = by.ask("createIntake", query={"kind": kind, "batch": "x", "product": PRODUCT}, data=content, type="text/csv")
        assert (answer.status_code, code(answer)) == (403, "not-permitted"), kind


def test_a_job_can_be_cancelled_and_what_is_in_stays(world):
    intake = world.send(card_file(range(7_600_000, 7_640_000)), batch="cancelled")
    stopped = world.administrator.ask("cancelIntake", {"intake": intake["id"]})
    ended = world.end_of(intake)
    assert (stopped.status_code, ended["state"]) in ((200, "cancelled"), (409, "done"))
    held = sum(1 for _ in world.administrator.pages("listCards", query={"batch": "cancelled"}))
    assert held == ended["counts"]["taken"]

"""What the comparison of the SQL in Sources with the statements that tests ran makes of them."""

import importlib.util
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SCRIPT = ROOT / "Scripts/check-statements.py"
spec = importlib.util.spec_from_file_location("check_statements", SCRIPT)
checking = importlib.util.module_from_spec(spec)
spec.loader.exec_module(checking)


def check(folder, sqlite, postgres):
    for name, statements in (("sqlite", sqlite), ("postgres", postgres)):
        (folder / name).write_text("".join(json.dumps(statement) + "\n" for statement in statements))
    done = subprocess.run(
        [sys.executable, SCRIPT, folder / "sqlite", folder / "postgres", folder / "report.xml"], capture_output=True, text=True)
    return done.returncode, done.stdout, "<failure" in (folder / "report.xml").read_text()


def listed():
    return {line.split(": ", 1)[1] for line in checking.listed()}


def test_pieces_are_found_whole_and_what_is_interpolated_is_left_out():
    text = '''
        // "SELECT 1 FROM remark"
        let a = "SELECT id FROM thing WHERE id = \\(id)"
        let b = """
            SELECT \\(columns("a, b")) FROM thing
            WHERE name = \\(name.map { "\\($0)" } ?? "none") ORDER BY id
            """
        let e = """
            SELECT id FROM export \\u{20}
            """ + "WHERE id = \\u{7}"
        let c = text.firstMatch(of: /"[^"]+"/), d = "said to people: WHERE it is"
    '''
    found = [checking.plain(literal.replace("\x00", "…")) for literal in checking.literals(text)]
    assert "SELECT id FROM thing WHERE id = …" in found and "SELECT … FROM thing WHERE name = … ORDER BY id" in found
    assert "SELECT id FROM export" in found and "WHERE id = \x07" in found
    assert not any("remark" in literal for literal in found)
    assert len(checking.pieces()) > 500


def test_a_piece_that_one_engine_alone_ran_fails_and_is_named(tmp_path):
    every = [piece.replace("…", "?") for piece in checking.pieces()]
    assert check(tmp_path, every, every)[0] == 0
    left_out = next(piece for piece in sorted(checking.pieces()) if piece.startswith("UPDATE data_key SET") and piece not in listed())
    fewer = [statement for statement in every if statement != left_out.replace("…", "?")]
    for sqlite, postgres in ((every, fewer), (fewer, every)):
        status, said, isFailed = check(tmp_path, sqlite, postgres)
        assert status == 1 and isFailed and left_out in said, said


def test_what_a_test_that_ran_alone_once_more_came_to_counts(tmp_path):
    every = [piece.replace("…", "?") for piece in checking.pieces()]
    alone = next(statement for statement in sorted(every) if statement.startswith("UPDATE data_key SET") and statement not in listed())
    (tmp_path / "postgres-alone").write_text(json.dumps(alone) + "\n")
    status, said, isFailed = check(tmp_path, every, [statement for statement in every if statement != alone])
    assert status == 0 and not isFailed, said


def test_no_statements_at_all_is_no_success(tmp_path):
    every = [piece.replace("…", "?") for piece in checking.pieces()]
    status, said, isFailed = check(tmp_path, every, [])
    assert status == 1 and isFailed and "no statements were noted on PostgreSQL" in said


def test_each_piece_of_the_list_has_its_reason_above_it(tmp_path, monkeypatch):
    assert all(checking.listed().values())
    monkeypatch.setattr(checking, "LIST", tmp_path / "list")
    checking.LIST.write_text("# one engine alone\na.swift: SELECT 1\nb.swift: SELECT 2\n")
    assert checking.listed() == {"a.swift: SELECT 1": "# one engine alone", "b.swift: SELECT 2": None}

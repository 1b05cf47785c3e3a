"""`tppo check`: the fixed shapes of its answers, for people and line by line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from webhook.cli import main

_KEYS = {"id", "verdict", "kind", "candidates", "confirmed", "phones", "accounts"}


@pytest.fixture(autouse=True)
def _no_deployment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TPPO_DATA_DIR", str(tmp_path / "data"))


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(
        "name,status,licence_no,valid_until,phone,address\n"
        "PT Sinar Rinjalo,aktif,KEP.101/2024,2027-12-31,,\n"
        '"KARYA MANDALU, PT ",dicabut,KEP.102/2024,,,\n',
        encoding="utf-8",
    )
    return path


def _answers(registry: Path, *lines: str, on: str = "2026-11-20") -> list[dict[str, object]]:
    arguments = ["check", "--jsonl", "--registry", str(registry), "--on", on]
    result = CliRunner().invoke(main, arguments, input="\n".join(lines) + "\n")
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_each_line_gets_one_answer_of_the_fixed_shape(registry: Path) -> None:
    answers = _answers(
        registry,
        json.dumps({"id": "a", "query": "pt sinar rinjalo resmi? wa 0819-0733-1234"}),
        json.dumps({"id": 2, "query": "karya mandalu"}),
        json.dumps({"id": 3, "query": "rek bri 0123-01-012345-50-3"}),
    )

    assert all(answer.keys() >= _KEYS for answer in answers)
    assert {key: answers[0][key] for key in _KEYS} == {
        "id": "a",
        "verdict": "LISTED_AS_OF",
        "kind": "mixed",
        "candidates": ["PT Sinar Rinjalo"],
        "confirmed": "PT Sinar Rinjalo",
        "phones": ["+6281907331234"],
        "accounts": [],
    }
    assert (answers[1]["verdict"], answers[1]["confirmed"]) == ("REVOKED", "KARYA MANDALU, PT ")
    assert (answers[2]["kind"], answers[2]["accounts"]) == ("bank_account", ["012301012345503"])


def test_the_day_decides(registry: Path) -> None:
    line = json.dumps({"id": 1, "query": "PT Sinar Rinjalo"})

    assert _answers(registry, line, on="2027-12-31")[0]["verdict"] == "LISTED_AS_OF"
    assert _answers(registry, line, on="2028-01-01")[0]["verdict"] == "EXPIRED"


def test_a_line_that_cannot_be_read_is_answered_and_stops_nothing(registry: Path) -> None:
    answers = _answers(
        registry, "{", "[]", '{"id": 3}', '{"id": 4, "query": 5}', json.dumps({"id": 5, "query": "sinar rinjalo"})
    )

    assert [answer["id"] for answer in answers] == [None, None, 3, 4, 5]
    assert all("error" in answer for answer in answers[:4])
    assert answers[4]["confirmed"] == "PT Sinar Rinjalo"


@pytest.mark.parametrize(
    ("words", "said", "code"),
    [
        ("PT Rinjalo Abadi resmi gak?", "ada di daftar perusahaan penempatan per 1 November 2026", 0),
        ("pt rinjalo", "Yang mirip", 1),
        ("pt bodonglo sekali", "Tidak ada di daftar yang kami punya", 1),
        ("pt kayangswara perkasa", "sudah dicabut", 1),
        ("cv rinjalo abadi", "hanya perusahaan penempatan", 1),
        ("kembulan citra mulia", "sudah dicabut", 1),
    ],
)
def test_a_person_reads_a_careful_sentence_and_that_the_sample_is_invented(words: str, said: str, code: int) -> None:
    result = CliRunner().invoke(main, ["check", words, "--on", "2026-11-20"])

    assert said in result.output
    assert "rekaan" in result.output
    assert result.exit_code == code
    assert len(result.output) <= 700
    # a licensed company is never called safe, an unlisted one never illegal
    assert not {"aman", "terpercaya", "ilegal", "resmi"} & set(result.output.lower().replace(".", " ").split())


def test_an_old_list_does_not_answer_where_an_age_is_set(registry: Path) -> None:
    arguments = [
        "check",
        "pt sinar rinjalo",
        "--registry",
        str(registry),
        "--on",
        "2026-11-20",
        "--as-of",
        "2026-01-01",
    ]

    assert "ada di daftar" in CliRunner().invoke(main, arguments).output
    old = CliRunner().invoke(main, [*arguments, "--max-age-days", "90"]).output
    assert "Petugas yang akan memeriksanya" in old
    assert "Rinjalo" not in old


def test_wrong_use_and_unreadable_lists_exit_with_two(tmp_path: Path) -> None:
    broken = tmp_path / "list.csv"
    broken.write_text("a,b\n1,2\n", encoding="utf-8")

    assert CliRunner().invoke(main, ["check"]).exit_code == 2
    assert CliRunner().invoke(main, ["check", "x", "--registry", str(broken)]).exit_code == 2
    assert "Example" in CliRunner().invoke(main, ["check", "--help"]).output


def test_command_and_chat_say_the_same_from_the_list_that_holds(registry: Path) -> None:
    imported = CliRunner().invoke(main, ["registry", "import", str(registry), "--as-of", "2026-11-01", "--yes"])
    told = CliRunner().invoke(main, ["check", "pt sinar rinjalo", "--on", "2026-11-20"])

    assert imported.exit_code == 0, imported.output
    assert "PT Sinar Rinjalo: namanya ada di daftar perusahaan penempatan per 1 November 2026." in told.output
    assert "Sumber: list.csv, 2 nama." in told.output
    assert told.exit_code == 0


def test_english_is_spoken_where_it_is_asked_for() -> None:
    told = CliRunner().invoke(main, ["check", "PT Rinjalo Abadi", "--on", "2026-11-20", "--language", "en"])

    assert "is on the list of placement companies as of 1 November 2026" in told.output

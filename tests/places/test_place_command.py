"""`tppo place`: one answer a line whatever comes, and words for people."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from webhook.cli import main


def answers(lines: str) -> list[dict[str, object]]:
    result = CliRunner().invoke(main, ["place", "--jsonl"], input=lines)
    assert result.exit_code == 0
    return [json.loads(line) for line in result.output.splitlines()]


def test_each_line_gets_its_answer_in_order() -> None:
    read = answers('{"id": 1, "text": "praya barat"}\n\n{"id": "b", "text": "kuta"}\n{"id": 3, "text": "gak tau"}\n')
    assert [(line["id"], line["code"], line["asked"]) for line in read] == [
        (1, "52.02.05", False), ("b", None, True), (3, None, False),
    ]  # fmt: skip


def test_the_unit_comes_with_its_district_and_regency() -> None:
    (line,) = answers('{"id": 1, "text": "ds. sengkol pujut"}\n')
    assert (line["code"], line["district"], line["regency"]) == ("52.02.04.2001", "52.02.04", "52.02")


@pytest.mark.parametrize(
    "bad", ["nonsense", "[1]", "3", '{"id": 7}', '{"id": 7, "text": 5}', "[" * 50_000, '{"text": "\\ud800"}']
)
def test_a_bad_line_is_answered_and_the_next_one_read(bad: str) -> None:
    read = answers(f'{bad}\n{{"id": 2, "text": "lotim"}}\n')
    assert read[0]["code"] is None
    assert read[1]["code"] == "52.03"


def test_broken_bytes_do_not_stop_the_stream() -> None:
    result = CliRunner().invoke(main, ["place", "--jsonl"], input=b'\xff\xfe\n{"id": 2, "text": "lotim"}\n')
    assert json.loads(result.output.splitlines()[-1])["code"] == "52.03"


def test_an_answer_comes_before_the_next_line_is_written() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", "from webhook.cli import main; main()", "place", "--jsonl"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdin
        assert process.stdout
        process.stdin.write('{"id": 1, "text": "selong"}\n')
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["code"] == "52.03.07"


def test_a_person_reads_the_place_or_the_choice() -> None:
    one = CliRunner().invoke(main, ["place", "deket", "pelabuhan", "lembar"])
    assert (one.exit_code, one.output) == (0, "52.01.13  Lembar, Kabupaten Lombok Barat\n")
    several = CliRunner().invoke(main, ["place", "kuta"])
    assert several.exit_code == 1
    assert several.output.startswith("Yang mana?\n  52.02.04.2009  Kuta, Pujut")
    assert "Di luar daerah" in CliRunner().invoke(main, ["place", "batam"]).output


def test_a_province_without_tables_is_refused() -> None:
    result = CliRunner().invoke(main, ["place", "--province", "99", "praya"])
    assert result.exit_code == 2
    assert "shipped" in result.output

"""`tppo officer`: whoever runs the hotline lets people in and shuts them out."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from webhook.cli import main

Run = Callable[..., Result]


@pytest.fixture
def run(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(data_dir.parent)
    monkeypatch.setenv("TPPO_DATA_DIR", str(data_dir))

    def command(*words: str) -> Result:
        return CliRunner().invoke(main, ["officer", *words])

    return command


def test_a_new_officer_gets_a_code_and_a_place_on_the_list(run: Run) -> None:
    added = run("add", "siti", "--name", "Siti Aminah")
    listed = run("list")

    assert added.exit_code == 0
    assert re.search(r"One-time code ([0-9A-Z]{6}-){4}[0-9A-Z]{2}\n", added.output)
    assert "/first#" in added.output
    assert re.search(r"1  siti +duty +code given +Siti Aminah", listed.output)


def test_whoever_is_disabled_comes_back_only_with_a_new_code(run: Run) -> None:
    run("add", "siti")

    assert run("disable", "siti").exit_code == 0
    assert "disabled" in run("list").output
    assert "One-time code" in run("renew", "siti").output
    assert "disabled" not in run("list").output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add", "x"), "2 to 32 small letters"),
        (("disable", "nobody"), "Nobody has this login"),
        (("renew", "nobody"), "Nobody has this login"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(run: Run, words: tuple[str, ...], said: str) -> None:
    result = run(*words)

    assert result.exit_code == 1
    assert said in result.output
    assert "Traceback" not in result.output


def test_a_login_is_given_once(run: Run) -> None:
    run("add", "siti")

    assert run("add", "siti").exit_code == 1


@pytest.mark.parametrize("command", ["add", "list", "renew", "disable"])
def test_help_shows_an_example(run: Run, command: str) -> None:
    result = run(command, "--help")

    assert result.exit_code == 0
    assert "Example:\n" in result.output
    assert f"tppo officer {command}" in result.output

"""`tppo registry`: imports only what was shown and agreed to, and says by its exit code what became of it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from webhook.commands.registry import registry

_NAMES = ("Aram", "Bisma", "Cakra", "Durma", "Elang", "Fajar", "Gilang", "Hulu", "Indra", "Jati")


@pytest.fixture
def deployment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own, and no .env of this machine."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TPPO_DATA_DIR", str(tmp_path / "data"))
    return tmp_path


def _list(folder: Path, names: tuple[str, ...], name: str = "daftar.csv") -> str:
    path = folder / name
    rows = "\n".join(f"PT Contoh {word},Berlaku" for word in names)
    path.write_text(f"Data per 1 November 2026\nNama Perusahaan,Status\n{rows}\n", "utf-8")
    return str(path)


def _run(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(registry, list(arguments), input=typed)


def test_import_shows_asks_and_replaces(deployment: Path) -> None:
    told = _run("import", _list(deployment, _NAMES), "--source", "daftar uji", typed="y\n")

    assert told.exit_code == 0, told.output
    assert "10 rows" in told.output
    shown = _run("show")
    assert "daftar uji" in shown.output
    assert "2026-11-01" in shown.output


def test_import_without_a_yes_replaces_nothing(deployment: Path) -> None:
    told = _run("import", _list(deployment, _NAMES), typed="n\n")

    assert told.exit_code == 1
    assert "No list yet" in _run("show").output


def test_shrunken_list_is_refused_with_its_own_exit_code(deployment: Path) -> None:
    _run("import", _list(deployment, _NAMES), "--yes")
    short = _list(deployment, _NAMES[:5], "pendek.csv")

    assert _run("diff", short).exit_code == 3
    assert _run("import", short, "--yes").exit_code == 3
    assert _run("import", short, "--yes", "--force").exit_code == 0


def test_diff_names_what_is_new_and_gone(deployment: Path) -> None:
    _run("import", _list(deployment, _NAMES), "--yes")

    told = _run("diff", _list(deployment, (*_NAMES[1:], "Kresna"), "lain.csv"))

    assert told.exit_code == 0
    assert "PT Contoh Kresna" in told.output
    assert "PT Contoh Aram" in told.output


def test_file_that_is_no_list_is_refused(deployment: Path) -> None:
    path = deployment / "catatan.csv"
    path.write_text("halo\napa kabar\n", "utf-8")

    assert _run("import", str(path), "--yes").exit_code == 2


def test_act_on_a_licence_is_recorded(deployment: Path) -> None:
    _run("import", _list(deployment, _NAMES), "--yes")

    told = _run("event", "PT Contoh Aram", "--kind", "suspended", "--on", "2026-11-03", "--source", "surat uji")

    assert told.exit_code == 0, told.output
    assert "Mind:" not in told.output
    assert "1 recorded" in _run("show").output


def test_act_under_a_name_that_is_not_listed_is_recorded_with_a_warning(deployment: Path) -> None:
    _run("import", _list(deployment, _NAMES), "--yes")

    told = _run("event", "PT Contoh Arram", "--kind", "suspended", "--on", "2026-11-03", "--source", "surat uji")

    assert told.exit_code == 0, told.output
    assert "exactly this name" in told.output


def test_columns_that_are_not_read_are_named(deployment: Path) -> None:
    path = deployment / "lebar.csv"
    path.write_text("Nama Perusahaan,Status,Nama Direktur\nPT Contoh Aram,Berlaku,Contoh\n", "utf-8")

    assert "Columns not read: Nama Direktur" in _run("diff", str(path)).output

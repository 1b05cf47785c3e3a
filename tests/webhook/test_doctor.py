"""The doctor names what must be mended, and only that makes it fail."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from storage.cipher import Cipher
from storage.database import open_database
from storage.keys import load_keys
from storage.migrate import upgrade
from webhook.commands.doctor import doctor
from webhook.commands.registry import registry


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch, data_dir: Path) -> None:
    import os

    for name in [name for name in os.environ if name.startswith("TPPO_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("TPPO_DATA_DIR", str(data_dir))
    monkeypatch.chdir(data_dir)


def examine() -> Result:
    """Run the doctor as an operator does, without the network."""
    return CliRunner().invoke(doctor, ["--offline"])


def make_deployment(data_dir: Path) -> None:
    """Make keys and an empty database."""
    Cipher(load_keys(data_dir))
    database = open_database(data_dir)
    upgrade(database.engine)
    database.close()


def test_an_empty_folder_is_no_fault() -> None:
    told = examine()

    assert told.exit_code == 0, told.output
    assert "the first start" in told.output


def test_nobody_at_the_desk_is_a_fault(data_dir: Path) -> None:
    make_deployment(data_dir)

    told = examine()

    assert told.exit_code == 1
    assert "tppo officer add" in told.output


def test_keys_that_others_can_read_are_a_fault(data_dir: Path) -> None:
    make_deployment(data_dir)
    (data_dir / "keys" / "audit.key").chmod(0o644)

    told = examine()

    assert told.exit_code == 1
    assert "chmod 600" in told.output


def test_lost_keys_are_a_fault_and_no_new_ones_are_made(data_dir: Path) -> None:
    make_deployment(data_dir)
    (data_dir / "keys" / "lookup.key").unlink()

    told = examine()

    assert told.exit_code == 1
    assert "backup" in told.output
    assert not (data_dir / "keys" / "lookup.key").exists()


def test_a_wrong_account_is_named_but_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TPPO_TWILIO_ACCOUNT_SID", "AC12")
    monkeypatch.setenv("TPPO_TWILIO_AUTH_TOKEN", "not-a-token-of-twilio")
    monkeypatch.setenv("TPPO_TWILIO_WHATSAPP_FROM", "+628110000001")
    monkeypatch.setenv("TPPO_PUBLIC_BASE_URL", "https://lapor.invented.id")

    told = examine()

    assert told.exit_code == 1
    assert "TPPO_TWILIO_AUTH_TOKEN" in told.output
    assert "not-a-token-of-twilio" not in told.output


def test_old_list_of_companies_must_be_mended(data_dir: Path) -> None:
    make_deployment(data_dir)
    file = data_dir / "daftar.csv"
    file.write_text("Nama\nPT Contoh Satu\n", "utf-8")
    CliRunner().invoke(registry, ["import", str(file), "--as-of", "2020-01-01", "--yes"])

    told = examine()

    assert "days old and answers nothing" in told.output
    assert told.exit_code != 0

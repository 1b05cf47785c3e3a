"""Ports that are taken or not ours: said in one line, before anything of the hotline is touched."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.bench.intake import free_port
from webhook.commands.serve import serve
from webhook.listening import CannotListen, open_ports
from webhook.settings import Settings, read_settings


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which somebody else listens."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[1]


def _settings(folder: Path, **changes: object) -> Settings:
    ports = {"public_port": free_port(), "desk_port": free_port()}
    return read_settings(_env_file=None, data_dir=folder, **ports | changes)


@pytest.mark.parametrize(("face", "opened"), [("both", {"public", "desk"}), ("desk", {"desk"}), ("public", {"public"})])
def test_the_ports_of_the_wanted_faces_are_open(tmp_path: Path, face: str, opened: set[str]) -> None:
    settings = _settings(tmp_path)
    ports = open_ports(settings, face)
    numbers = {name: one.getsockname()[1] for name, (one, *_) in ports.items()}
    for one in (one for some in ports.values() for one in some):
        one.close()

    assert set(ports) == opened
    assert numbers.items() <= {"public": settings.public_port, "desk": settings.desk_port}.items()


def test_a_taken_port_is_named_with_its_setting_and_leaves_none_open(tmp_path: Path, taken: int) -> None:
    settings = _settings(tmp_path, desk_port=taken)
    with pytest.raises(CannotListen, match=rf"Port {taken} is taken.*TPPO_DESK_PORT"):
        open_ports(settings)

    socket.create_server(("127.0.0.1", settings.public_port)).close()


def test_an_address_that_is_not_ours_is_named_with_its_setting(tmp_path: Path) -> None:
    with pytest.raises(CannotListen, match=r"192\.0\.2\.1.*TPPO_DESK_HOST"):
        open_ports(_settings(tmp_path, desk_host="192.0.2.1"))


def test_a_second_hotline_says_so_in_one_line_and_touches_nothing(tmp_path: Path, taken: int) -> None:
    folder = tmp_path / "data"
    environment = {"TPPO_DATA_DIR": str(folder), "TPPO_PUBLIC_PORT": str(taken), "TPPO_DESK_PORT": str(free_port())}
    clean = {key: None for key in os.environ if key.startswith("TPPO_")} | environment
    result = CliRunner().invoke(serve, [], env=clean)

    assert result.exit_code == 1
    assert result.output.startswith(f"Error: Port {taken} is taken")
    assert result.output.count("\n") == 1
    assert not folder.exists()

"""Keys are made once, for their owner only, and never quietly replaced."""

import stat
import threading
from pathlib import Path

import pytest

from storage.errors import NeedsOperator
from storage.keys import Keys, load_keys, read_key, write_secret


def test_missing_keys_are_made_and_stay(data_dir: Path) -> None:
    first, again = load_keys(data_dir), load_keys(data_dir)

    assert first == again
    assert len({*first.service.values(), first.lookup, first.receipt, first.audit}) == 4


def test_only_the_owner_can_read_keys(data_dir: Path) -> None:
    load_keys(data_dir)
    folder = data_dir / "keys"

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644])
def test_a_key_that_others_can_read_stops_the_start_and_says_how_to_mend_it(data_dir: Path, mode: int) -> None:
    load_keys(data_dir)
    path = data_dir / "keys" / "lookup.key"
    path.chmod(mode)

    with pytest.raises(NeedsOperator, match=f"chmod 600 {path}"):
        load_keys(data_dir)


def test_a_key_folder_that_others_can_enter_stops_the_start(data_dir: Path) -> None:
    load_keys(data_dir)
    (data_dir / "keys").chmod(0o750)

    with pytest.raises(NeedsOperator, match="chmod 700"):
        load_keys(data_dir)


def test_a_lost_key_is_not_replaced_where_there_is_data(data_dir: Path) -> None:
    load_keys(data_dir)
    (data_dir / "keys" / "service-1.key").unlink()

    with pytest.raises(NeedsOperator, match="backup"):
        load_keys(data_dir, may_create=False)


def test_a_cut_key_is_refused(data_dir: Path) -> None:
    load_keys(data_dir)
    path = data_dir / "keys" / "receipt.key"
    path.write_bytes(b"short")

    with pytest.raises(NeedsOperator, match="damaged"):
        load_keys(data_dir)


def test_processes_that_start_together_end_with_one_key(data_dir: Path) -> None:
    path = data_dir / "shared.key"
    seen: list[bytes] = []
    threads = [threading.Thread(target=lambda: seen.append(read_key(path))) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(seen) == 12
    assert len(set(seen)) == 1
    assert [entry.name for entry in data_dir.iterdir()] == ["shared.key"]


def test_writing_a_secret_never_replaces_one(data_dir: Path) -> None:
    path = data_dir / "one.key"
    write_secret(path, b"first")
    write_secret(path, b"second")

    assert path.read_bytes() == b"first"


def test_keys_do_not_show_themselves(data_dir: Path) -> None:
    keys = load_keys(data_dir)

    assert keys.lookup.hex() not in repr(keys)
    assert repr(keys.lookup) not in repr(keys)
    assert isinstance(keys, Keys)

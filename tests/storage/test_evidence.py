"""Sealed originals: whole, in place, and unopened by anybody else."""

import os
import time
from pathlib import Path

import pytest

from storage.cipher import Cipher
from storage.errors import CannotOpen
from storage.evidence import EvidenceFolder
from storage.keys import load_keys

PIECE = 64 * 1024


@pytest.fixture
def cipher(tmp_path_factory: pytest.TempPathFactory) -> Cipher:
    return Cipher(load_keys(tmp_path_factory.mktemp("keys")))


@pytest.fixture
def folder(tmp_path: Path, cipher: Cipher) -> EvidenceFolder:
    return EvidenceFolder(tmp_path, cipher)


def _keep(folder: EvidenceFolder, media_id: int, data: bytes) -> None:
    with folder.new_file(media_id) as file:
        file.write(data)
        file.keep()


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 200_000])
def test_what_went_in_comes_out(folder: EvidenceFolder, size: int) -> None:
    data = os.urandom(size)
    _keep(folder, 5, data)

    assert b"".join(folder.read(5)) == data


@pytest.mark.parametrize("damage", ["flip", "cut", "cut_piece", "grow", "swap", "head"])
def test_a_changed_file_does_not_open(folder: EvidenceFolder, tmp_path: Path, damage: str) -> None:
    _keep(folder, 5, b"a" * 2 * PIECE + b"b")
    _keep(folder, 6, b"c" * 2 * PIECE + b"d")
    path = tmp_path / "5.sealed"
    raw = path.read_bytes()
    path.write_bytes(
        {
            "flip": raw[:-40] + bytes([raw[-40] ^ 1]) + raw[-39:],
            "cut": raw[:-5],
            "cut_piece": raw[:-17],
            "grow": raw + b"x",
            "swap": (tmp_path / "6.sealed").read_bytes(),
            "head": b"x" + raw[1:],
        }[damage]
    )

    with pytest.raises(CannotOpen):
        list(folder.read(5))


def test_an_unfinished_file_leaves_no_trace(folder: EvidenceFolder, tmp_path: Path) -> None:
    with folder.new_file(5) as file:
        file.write(b"x" * 3 * PIECE)

    assert not list(tmp_path.iterdir())
    with pytest.raises(FileNotFoundError):
        list(folder.read(5))


def test_only_old_files_that_no_row_knows_are_swept(folder: EvidenceFolder, tmp_path: Path) -> None:
    for media_id in (1, 2, 3):
        _keep(folder, media_id, b"x")
    (tmp_path / ".9.part").write_bytes(b"x")
    long_ago = time.time() - 90_000
    for name in ("1.sealed", "2.sealed", ".9.part"):
        os.utime(tmp_path / name, (long_ago, long_ago))

    gone = folder.sweep({1})

    assert gone == 2
    assert sorted(folder.ids()) == [1, 3]
    assert not (tmp_path / ".9.part").exists()

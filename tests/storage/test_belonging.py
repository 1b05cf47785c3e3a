"""A database is only opened with the keys it was begun with."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from storage.belonging import check_keys
from storage.database import Database
from storage.errors import NeedsOperator
from storage.keys import load_keys


def test_the_keys_a_database_was_begun_with_are_accepted_again(database: Database, data_dir: Path) -> None:
    check_keys(database.engine, load_keys(data_dir))
    check_keys(database.engine, load_keys(data_dir))


def test_keys_that_were_lost_and_made_anew_are_refused(database: Database, data_dir: Path) -> None:
    check_keys(database.engine, load_keys(data_dir))
    shutil.rmtree(data_dir / "keys")

    with pytest.raises(NeedsOperator, match="backup"):
        check_keys(database.engine, load_keys(data_dir))


@pytest.mark.parametrize("name", ["lookup", "receipt", "audit"])
def test_one_strange_key_is_enough_to_refuse(database: Database, data_dir: Path, name: str) -> None:
    keys = load_keys(data_dir)
    check_keys(database.engine, keys)

    with pytest.raises(NeedsOperator):
        check_keys(database.engine, replace(keys, **{name: b"x" * 32}))


def test_a_strange_service_key_is_refused_and_a_new_generation_is_not(database: Database, data_dir: Path) -> None:
    keys = load_keys(data_dir)
    check_keys(database.engine, keys)

    check_keys(database.engine, replace(keys, service={**keys.service, 2: b"y" * 32}))
    with pytest.raises(NeedsOperator):
        check_keys(database.engine, replace(keys, service={1: b"y" * 32}))

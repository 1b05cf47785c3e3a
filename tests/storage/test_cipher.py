"""A sealed value opens in its own place, under its own key, unchanged, and nowhere else."""

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.cipher import Cipher
from storage.errors import CannotOpen
from storage.keys import Keys, load_keys

_KEYS = Keys(service={1: b"a" * 32}, lookup=b"b" * 32, receipt=b"c" * 32, audit=b"d" * 32)
_CIPHER = Cipher(_KEYS)
_PLACES = [("message.body_enc", 1), ("message.body_enc", 2), ("outbox.body_enc", 1), ("identity.address_enc", 2)]


@given(st.binary(max_size=2000), st.integers(min_value=0, max_value=2**63 - 1))
def test_what_was_sealed_opens_again(data: bytes, row_id: int) -> None:
    assert _CIPHER.open("message.body_enc", row_id, _CIPHER.seal("message.body_enc", row_id, data)) == data


@given(st.dictionaries(st.text(), st.one_of(st.text(), st.integers(-(2**63), 2**63 - 1), st.none(), st.booleans())))
def test_json_comes_back_as_it_was(body: dict[str, object]) -> None:
    assert _CIPHER.open_json("report.facts_enc", 3, _CIPHER.seal_json("report.facts_enc", 3, body)) == body


def test_any_two_values_that_change_places_stay_shut() -> None:
    sealed = {place: _CIPHER.seal(*place, b"cerita") for place in _PLACES}

    for here, there in permutations(_PLACES, 2):
        with pytest.raises(CannotOpen):
            _CIPHER.open(*here, sealed[there])


@given(st.data())
def test_one_changed_bit_anywhere_keeps_it_shut(data: st.DataObject) -> None:
    sealed = bytearray(_CIPHER.seal("message.body_enc", 1, b"cerita"))
    at = data.draw(st.integers(0, len(sealed) - 1))
    sealed[at] ^= 1 << data.draw(st.integers(0, 7))

    with pytest.raises(CannotOpen):
        _CIPHER.open("message.body_enc", 1, bytes(sealed))


@pytest.mark.parametrize("length", range(15))
def test_a_value_cut_short_keeps_shut(length: int) -> None:
    with pytest.raises(CannotOpen):
        _CIPHER.open("message.body_enc", 1, _CIPHER.seal("message.body_enc", 1, b"cerita")[:length])


def test_an_error_carries_the_place_and_no_content() -> None:
    sealed = _CIPHER.seal("message.body_enc", 1, b"nama saya Siti")
    with pytest.raises(CannotOpen) as caught:
        _CIPHER.open("message.body_enc", 2, sealed)

    assert "message.body_enc" in str(caught.value)
    assert "Siti" not in repr(caught.value)
    assert caught.value.__cause__ is None


def test_old_values_open_after_a_key_is_added_and_new_ones_use_it() -> None:
    old = _CIPHER.seal("message.body_enc", 1, b"lama")
    rotated = Cipher(replace(_KEYS, service={1: b"a" * 32, 2: b"e" * 32}))

    assert rotated.open("message.body_enc", 1, old) == b"lama"
    with pytest.raises(CannotOpen):
        _CIPHER.open("message.body_enc", 1, rotated.seal("message.body_enc", 1, b"baru"))


def test_a_rotated_key_file_is_found(data_dir: Path) -> None:
    keys = load_keys(data_dir)
    (data_dir / "keys" / "service-1.key").rename(data_dir / "keys" / "service-7.key")

    assert load_keys(data_dir).service == {7: keys.service[1]}


def test_the_same_words_are_never_sealed_alike() -> None:
    assert len({_CIPHER.seal("message.body_enc", 1, b"sama") for _ in range(100)}) == 100


def test_a_lookup_needs_the_key_and_keeps_kinds_apart() -> None:
    other = Cipher(replace(_KEYS, lookup=b"f" * 32))

    assert _CIPHER.lookup("phone", "+62811") == _CIPHER.lookup("phone", "+62811")
    assert _CIPHER.lookup("phone", "+62811") != _CIPHER.lookup("account", "+62811")
    assert _CIPHER.lookup("phone", "+62811") != other.lookup("phone", "+62811")
    assert _CIPHER.receipt_lookup("1234") != _CIPHER.lookup("", "1234")

"""Conversations remembered between two messages."""

from pathlib import Path

import pytest

from bot.talks import Talks
from flows.conversation import Answer, Conversation, dump
from storage.cipher import Cipher
from storage.conversations import STATE
from storage.errors import CannotOpen
from storage.keys import load_keys

_TALK = Conversation(flow="report", answers={"what": Answer("anak saya hilang")})


def test_what_was_written_last_is_not_read_again(tmp_path: Path) -> None:
    cipher = Cipher(load_keys(tmp_path))
    talks = Talks(cipher)
    sealed = cipher.seal(STATE, 7, dump(_TALK))
    talks.keep(7, sealed, _TALK)
    assert talks.read(7, sealed) is _TALK


def test_a_state_that_somebody_else_wrote_is_read(tmp_path: Path) -> None:
    cipher = Cipher(load_keys(tmp_path))
    talks = Talks(cipher)
    talks.keep(7, cipher.seal(STATE, 7, dump(_TALK)), _TALK)
    rested = _TALK.at_rest()
    assert talks.read(7, cipher.seal(STATE, 7, dump(rested))) == rested


def test_a_state_of_another_contact_does_not_open(tmp_path: Path) -> None:
    cipher = Cipher(load_keys(tmp_path))
    talks = Talks(cipher)
    sealed = cipher.seal(STATE, 7, dump(_TALK))
    talks.keep(7, sealed, _TALK)
    with pytest.raises(CannotOpen):
        talks.read(8, sealed)


def test_the_oldest_talks_are_let_go_and_read_again(tmp_path: Path) -> None:
    cipher = Cipher(load_keys(tmp_path))
    talks = Talks(cipher, most=2)
    sealed = {contact: cipher.seal(STATE, contact, dump(_TALK)) for contact in range(3)}
    for contact, state in sealed.items():
        talks.keep(contact, state, _TALK)
    assert talks.read(0, sealed[0]) == _TALK
    assert talks.read(0, sealed[0]) is not _TALK
    assert talks.read(2, sealed[2]) is _TALK

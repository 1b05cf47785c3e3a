"""A ticket's code beside its word asks how it stands, whatever was asked."""

import pytest

from flows.commands import Command, command_in
from tests.flows.pretend_desk import talk


@pytest.mark.parametrize("text", ["status AAA-001", "laporan k7m-4qx gmn", "cek status K7M-4QX ya", "kodenya AAA-001"])
def test_a_ticket_code_beside_its_word_asks_how_it_stands(text: str) -> None:
    assert command_in(text) is Command.STATUS


@pytest.mark.parametrize("text", ["021-555", "KEP-218", "nomornya 081-234", "BCA-123", "anak-anak", "ibu-ibu gmn"])
def test_other_signs_with_a_dash_ask_for_no_status(text: str) -> None:
    assert command_in(text) is not Command.STATUS


def test_status_with_a_code_is_no_destination() -> None:
    desk, _ = talk("adik saya dibawa ke malaysia sama pak Dullah", "aman", "status AAA-001")

    assert not any("AAA-001" in answer.value for answer in desk.conversation.answers.values() if answer.is_known)

"""Whom nobody must ring, told in English: "PLEASE nobody ring or message Agus"."""

import pytest

from flows.contact_wishes import contact_wish
from tests.flows.pretend_desk import told


@pytest.mark.parametrize(
    "text",
    [
        "PLEASE nobody ring or message Agus. they check the phones",
        "please dont call him, his boss has the phone",
        "no one should contact Hendra",
        "never text her",
        "dont call my brother",
    ],
)
def test_somebody_is_spared(text: str) -> None:
    assert contact_wish(text).spared


@pytest.mark.parametrize(
    "text",
    [
        "don't call me",
        "please dont message at night",
        "don't call my number",
        "nobody called Agus",
        "he told me don't call him",
        "can nobody ring Agus?",
    ],
)
def test_nobody_is_spared(text: str) -> None:
    assert not contact_wish(text).spared


def test_officers_see_whom_not_to_call() -> None:
    desk = told("two of my crew are locked up in Myanmar", "PLEASE nobody ring or message Agus. they check the phones")

    assert desk.conversation.value("not_to_call") == "PLEASE nobody ring or message Agus"

"""Who greets with salam is greeted back, before anything else is said."""

import pytest

from flows.labels import Language
from flows.said import Said
from flows.texts import say
from tests.flows.pretend_desk import PretendDesk

ID = Language.INDONESIAN


@pytest.mark.parametrize("text", ["assalamualaikum", "Ass wr wb pak", "aslmkm min, mau tanya", "assalamu'alaikum kak"])
def test_a_salam_is_answered(text: str) -> None:
    assert _last(text).startswith(say("salam", ID))


@pytest.mark.parametrize("text", ["halo", "asal dari bima", "assistant?", "selamat malam pak"])
def test_no_other_greeting_is_answered_with_one(text: str) -> None:
    assert say("salam", ID) not in _last(text)


def _last(text: str) -> str:
    return PretendDesk().hear(Said(text=text)).replies[0].text

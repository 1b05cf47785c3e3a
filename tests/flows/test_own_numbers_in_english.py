"""The writer's own number, given in English beside the name of somebody else, stays theirs."""

import pytest

from tests.flows.pretend_desk import told

_HELD = ("hi, my friend putri is locked in villa coral moon gili trawangan", "yes safe", "skip", "skip", "send")
_NUMBER = "+31644551289"


@pytest.mark.parametrize(
    "line",
    [
        "by whatsapp yes, +31 6 4455 1289, but only in English please. Not calling Putri, they took her phone",
        "yes on whatsapp +31 6 4455 1289",
        "I already said, whatsapp +31 6 4455 1289. And please do not tell the villa my name",
        "+31 6 4455 1289 is my number. Putri has no phone",
    ],
)
def test_a_number_given_as_ones_own_is_the_writers(line: str) -> None:
    talk = told(*_HELD, line).conversation

    assert talk.value("contact_phone") == _NUMBER
    assert not talk.knows("victim_phone")
    assert not talk.knows("recruiter_phone")


def test_who_says_that_a_number_is_theirs_gets_it_back() -> None:
    talk = told(
        *_HELD[:2], "her number +31 6 4455 1289", "skip", "No. +31 6 4455 1289 is MY number, not hers"
    ).conversation

    assert talk.value("contact_phone") == _NUMBER
    assert not talk.knows("victim_phone")


def test_who_asks_to_be_written_to_and_not_called_spares_nobody() -> None:
    talk = told(
        *("teman saya putri dikunci di vila gili trawangan", "aman", "lewati", "lewati", "kirim"),
        "wa aja 081234567890 jgn telpon",
    ).conversation

    assert talk.value("contact_phone") == "+6281234567890"
    assert not talk.knows("victim_phone")
    assert not talk.knows("not_to_call")

"""Whether it is safe to write, in people's own words."""

import pytest

from flows import questions as q
from flows.choices import choose
from flows.labels import Language
from flows.said import Said
from flows.showing import option_titles
from tests.flows.pretend_desk import PretendDesk


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("silakan, aman", "yes"),
        ("msh aman kok", "yes"),
        ("aman pak di teras", "yes"),
        ("sementara aman", "yes"),
        ("insyaallah aman, anak2 udah tidur", "yes"),
        ("lg sendirian", "yes"),
        ("gak ada orang disini", "yes"),
        ("tadi enggak skrg aman", "yes"),
        ("siap pak", "yes"),
        ("ok lah", "yes"),
        ("yes im safe", "yes"),
        ("kurang aman", "no"),
        ("belum begitu aman", "no"),
        ("ada majikan", "no"),
        ("no its not safe", "no"),
        ("aman gak sih ini", ""),
        ("am i safe here?", ""),
        ("saya sendiri yang jadi korban", ""),
        ("ga jadi deh, ga ada yg berangkat", ""),
        ("agak takut", ""),
    ],
)
def test_safety_is_told_in_many_ways(text: str, choice: str) -> None:
    titles = option_titles(q.SAFE.id, q.SAFE.choices, Language.INDONESIAN)

    assert choose(text, q.SAFE, q.SAFE.choices, titles).id == choice


def test_haste_beside_safety_is_no_alarm() -> None:
    desk = PretendDesk()
    desk.hear(Said(text="adik saya diajak kerja ke malaysia sama sponsor"))

    desk.hear(Said(text="aman aman cepet aja"))

    assert desk.conversation.value("urgency") != "emergency"


def test_danger_told_beside_safety_is_one() -> None:
    desk = PretendDesk()
    desk.hear(Said(text="adik saya diajak kerja ke malaysia sama sponsor"))

    desk.hear(Said(text="aman, tapi adik saya dikurung di kamar dipukulin"))

    assert desk.conversation.value("urgency") == "emergency"

"""Cries of few words, before the report is sent and after it: each gets its own answer."""

import pytest

from flows.said import Said
from flows.short_cries import asks_whether_here, is_at_the_door, is_only_scared
from tests.flows.pretend_desk import talk

BEFORE = ("hello pls help", "madam beat me", "im in dubai", "al barsha 2 villa 18", "chat ok", "me 29")
SENT = (*BEFORE, *["skip"] * 5, "send", "yes")


@pytest.mark.parametrize(
    "text",
    [
        *("u there?", "u there", "are you there", "anyone there??", "hello are you still there"),
        *("halo min masih ada?", "masih ada?", "kak masih disitu?", "masih online kah?", "masih ada orang?"),
    ],
)
def test_a_call_for_us_is_read(text: str) -> None:
    assert asks_whether_here(text)


@pytest.mark.parametrize(
    "text",
    [
        *("madam there", "there is madam", "masih ada uang?", "masih disana", "she is there", "sister still there?"),
        *("masih di dubai", "adik masih ada disana?", "you know there are police", "masih ada 3 orang"),
    ],
)
def test_what_is_told_of_others_is_no_call(text: str) -> None:
    assert not asks_whether_here(text)


@pytest.mark.parametrize(
    "text",
    [
        *("she knock door", "someone knocking", "she knocking my door now", "he is banging the door"),
        *(
            "ada yg ketuk pintu",
            "dia gedor pintu",
            "majikan ngetok pintu",
            "pintu digedor",
            "ada org gedor2",
            "he kick door",
        ),
    ],
)
def test_who_is_at_the_door_is_read(text: str) -> None:
    assert is_at_the_door(text)


@pytest.mark.parametrize(
    "text",
    [
        *("she knock my head", "he kick me", "dia ketuk kepala saya pakai gagang", "kemarin dia gedor pintu"),
        *(
            "polisi ketuk pintu tadi malam",
            "bang tolong saya",
            "she knocked my tooth",
            "pintu dikunci",
            "boleh ketuk pintu?",
        ),
    ],
)
def test_other_blows_are_no_knock(text: str) -> None:
    assert not is_at_the_door(text)


@pytest.mark.parametrize("text", ["scared", "im so scared", "takut", "sy takut pak", "takut banget kak", "i am afraid"])
def test_fear_alone_is_read(text: str) -> None:
    assert is_only_scared(text)


@pytest.mark.parametrize(
    "text", ["takut ketahuan", "adik sy takut", "takut polisi", "not scared", "takut dia marah", "apa harus takut?"]
)
def test_fear_of_something_is_told_as_such(text: str) -> None:
    assert not is_only_scared(text)


@pytest.mark.parametrize("lines", [BEFORE, SENT])
@pytest.mark.parametrize(
    ("cry", "answer"),
    [("she knock door", "Put the phone away"), ("scared", "you are scared"), ("u there?", "here")],
)
def test_each_is_answered(lines: tuple[str, ...], cry: str, answer: str) -> None:
    assert answer in talk(*lines, cry)[1]


@pytest.mark.parametrize("asked", ["u there?", "halo min masih ada?"])
def test_whoever_asks_whether_we_are_here_is_told_so_each_time(asked: str) -> None:
    _, said = talk("mau lapor", "agen bawa sepupu sy ke malaysia, paspornya ditahan", "u there?", "?", asked)

    assert "Saya masih di sini" in said


def test_a_knock_goes_to_the_ticket() -> None:
    desk, _ = talk(*SENT)

    assert [type(event).__name__ for event in desk.hear(Said(text="she knock door")).events] == ["Added"]

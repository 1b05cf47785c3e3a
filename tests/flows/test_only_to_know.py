"""Who said "me" stays the victim: whoever may be told, is named or asked after later makes no other."""

import pytest

from flows.confiding import is_only_to_know
from flows.folding import fold
from tests.flows.pretend_desk import PretendDesk, tell, told

BEFORE = ("hello pls help", "madam beat me", "im in dubai", "al barsha 2 villa 18", "chat ok")
REST = ("skip", "skip", "skip", "send", "yes")


def filed(*lines: str) -> PretendDesk:
    return told(*BEFORE, *lines, *REST)


def facts(desk: PretendDesk) -> dict[str, str]:
    standing = next(iter(desk.tickets.values()))
    return {key: answer.value for key, answer in standing.draft.facts.items()}


@pytest.mark.parametrize("line", ["me 29", "saya 29", "me, 29", "aku 29 thn"])
def test_who_says_me_with_an_age_is_the_victim(line: str) -> None:
    known = facts(filed(line))

    assert (known["victim"], known["victim_age"]) == ("self", "29")


def test_a_sister_with_an_age_is_the_victim() -> None:
    assert facts(filed("my sister 29"))["victim_relation"] == "adik perempuan"


@pytest.mark.parametrize(
    "line",
    [
        "my sister nurul in buer can tell",
        "you can tell my sister nurul",
        "kakak sy nurul boleh tau",
        "kasih tau ibu sy di buer ya",
        "tell my mother i am ok",
        "suami saya di praya boleh dikabari",
        "my brother dont know",
        "jangan kasih tau ibu sy",
        "my husband in lombok can call",
        "my friend also here",
        "adik sy tau semua",
    ],
)
def test_who_is_only_mentioned_later_is_not_the_victim(line: str) -> None:
    desk = filed("me 29")
    tell(desk, line)
    known = facts(desk)

    assert known["victim"] == "self"
    assert known.keys().isdisjoint({"victim_relation", "victim_name"})


@pytest.mark.parametrize(
    "line", ["kasih tau ibu sy ya", "my sister can tell", "tell my mother i am ok", "kabari suami sy"]
)
def test_who_may_hear_of_it_is_read(line: str) -> None:
    assert is_only_to_know(fold(line))


@pytest.mark.parametrize(
    "line",
    [
        "adik saya dipukul majikan",
        "she tell my sister to sleep outside",
        "dia kasih adik saya ke madam",
        "dia bawa adik saya juga",
        "she took my sister too",
        "my friend also here",
        "ibu saya sakit",
        "adik sy hilang kemarin",
    ],
)
def test_what_is_told_of_somebody_is_no_leave(line: str) -> None:
    assert not is_only_to_know(fold(line))


@pytest.mark.parametrize("line", ["korbannya adik saya bukan saya", "victim is my sister not me"])
def test_the_victim_is_put_right(line: str) -> None:
    desk = filed("me 29")
    tell(desk, line)

    assert facts(desk)["victim"].startswith("adik")

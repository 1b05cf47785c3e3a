"""Where those who recruit are or come from is neither where the victim is nor on the way."""

from datetime import datetime

import pytest

from flows.understanding import understand

NOW = datetime(2026, 11, 21, 9, 0)  # noqa: DTZ001 - a Saturday morning on the citizen's wall clock


def facts(text: str) -> dict[str, str]:
    return {key: found.value for key, found in understand(text, today=NOW).found.items()}


@pytest.mark.parametrize(
    "text",
    [
        "yg urus namanya Koko Steven di bali",
        "yang ngajak bu rini di surabaya",
        "yg ngurus saya mas joko di jakarta",
        "yg rekrut namanya bunga di bali",
        "yg urus namanya Koko Steven, orangnya di bali",
        "sponsornya om rudi di jakarta",
        "adik saya disekap. yg bawa dia Mbak Siska dari batam",
    ],
)
def test_where_who_recruits_is_nobody_else_is(text: str) -> None:
    assert {"victim_now", "destination", "transit"}.isdisjoint(facts(text))


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("adik saya dibawa ke taiwan, mak comblangnya Tante Mei Hwa dari pontianak", "Taiwan"),
        ("agennya namanya Bu Siska dari batam, adik saya sekarang di dubai", "Dubai, Uni Emirat Arab"),
        ("adik saya ke malaysia, agennya bu Eni dari jakarta", "Malaysia"),
    ],
)
def test_where_who_recruits_comes_from_lies_on_no_way(text: str, goal: str) -> None:
    assert "transit" not in facts(text)
    assert facts(text)["destination"] == goal


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("saya dibawa calo dari batam ke johor", "transit", "Batam"),
        ("agennya bawa saya dari jakarta ke dubai", "transit", "Jakarta"),
        ("adik saya kerja sama Koko Steven di bali", "victim_now", "Bali"),
        ("dibawa Koko Steven di bali", "victim_now", "Bali"),
        ("adik saya namanya Steven di bali", "victim_now", "Bali"),
        ("korban namanya Rini di batam", "victim_now", "Batam"),
        ("yg ngajak Bu Rini, adik saya skrg di batam", "victim_now", "Batam"),
        ("yg bawa adik saya di bali namanya Koko Steven", "victim_now", "Bali"),
        ("yang nawarin kerja namanya Kevin di Malaysia", "destination", "Malaysia"),
    ],
)
def test_where_who_was_taken_is_stays_theirs(text: str, key: str, value: str) -> None:
    assert facts(text)[key] == value

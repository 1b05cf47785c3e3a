"""What a check advises fits the offer: "do not leave" before a journey, not only "do not pay"."""

import pytest

from flows.labels import Language
from flows.texts import say
from tests.flows.pretend_desk import talk

_OFFERED = ("min cek 085733902218 namanya rendi", "ga ada pt nya", "ketemu di fb")


@pytest.mark.parametrize(
    ("lines", "advice"),
    [
        (("thailand berangkat kamis ini jadi cs", "ga diminta uang sama sekali"), "serious_leaving"),
        (("thailand jadi cs, lusa brgkt", "ke rekening pribadi 3 juta"), "serious_leaving"),
        (("thailand jadi cs", "ga diminta uang sama sekali makanya sy kira aman. itu bahaya ga sih"), "serious_free"),
        (("thailand", "tidak diminta uang kok"), "serious_free"),
        (("thailand", "atas nama orang, 3 juta"), "serious"),
    ],
)
def test_advice_fits_the_offer(lines: tuple[str, ...], advice: str) -> None:
    _, last = talk(*_OFFERED, *lines)

    assert say(f"finding.{advice}", Language.INDONESIAN) in last


def test_who_leaves_in_days_hears_it_again_when_an_officer_is_asked() -> None:
    _, last = talk(*_OFFERED, "thailand berangkat kamis ini", "ga diminta uang", "minta petugas cek")

    assert "jangan berangkat dulu" in last


def test_who_leaves_in_months_is_told_of_money() -> None:
    _, last = talk(*_OFFERED, "thailand berangkat 10 maret", "atas nama orang, 3 juta")

    assert say("finding.serious", Language.INDONESIAN) in last

"""Names of people where nothing is written large, and names that stand close to a word of harm."""

import pytest

from flows.labels import Urgency
from flows.understanding import understand
from tests.understanding.score import TODAY

_NAMES = ("ridwan", "mahsun", "rumenah", "apipudin", "sudarsih")


def _found(text: str, key: str) -> str:
    found = understand(text, today=TODAY).found
    return found[key].value.lower() if key in found else ""


@pytest.mark.parametrize(
    "frame",
    [
        "adik sy diajak sama {} ke malaysia",
        "dibawa {} ke malaysia",
        "dibawa sama {} kerja di saudi",
        "ditawarin sama {} gaji 10 juta",
        "direkrut {} ke kamboja",
        "dijemput {} pake mobil",
        "orangnya {} dari praya",
        "pelakunya {}",
        "sy bayar ke {} 5 juta",
        "tf ke si {} 3jt buat paspor",
    ],
)
def test_who_takes_others_along_is_named_in_small_letters(frame: str) -> None:
    assert [_found(frame.format(name), "recruiter") for name in _NAMES] == list(_NAMES)


@pytest.mark.parametrize("frame", ["sy {} mau lapor", "pak saya {} mau tanya"])
def test_who_asks_is_named_in_small_letters(frame: str) -> None:
    assert [_found(frame.format(name), "reporter_name") for name in _NAMES] == list(_NAMES)


@pytest.mark.parametrize(
    "text",
    [
        "diajak staycation di puncak",
        "dijemput malaikat maut",
        "dibawa ksana sini",
        "tf ke mandiri 3 juta",
        "sy takut mau lapor",
        "sy bingung mau tanya siapa",
    ],
)
def test_a_word_that_nobody_knows_is_not_somebody(text: str) -> None:
    assert not _found(text, "recruiter")
    assert not _found(text, "reporter_name")


@pytest.mark.parametrize("name", ["Nenah", "Patmah", "Senep", "Bukran", "Sardi", "Yeyen", "Siskah"])
@pytest.mark.parametrize("frame", ["nama saya {}", "adik sy namanya {} umur 19", "calonya namanya {}"])
def test_a_name_is_no_misspelt_harm(name: str, frame: str) -> None:
    for written in (name, name.lower()):
        reading = understand(frame.format(written), today=TODAY)

        assert reading.urgency is not Urgency.EMERGENCY
        assert not any(sign.is_met for sign in reading.signals)


def test_a_town_written_large_is_still_mended() -> None:
    assert "tachileik" in _found("anak sy jd admin judol di Tachilek", "destination")
    assert understand("tolong Sy Dpukul mandor", today=TODAY).is_emergency

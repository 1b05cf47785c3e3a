"""Whom it happens to, told from relatives who stand by and from strangers who were met."""

import pytest

from flows.reading import Reading
from flows.understanding import understand
from tests.understanding.score import TODAY


def _read(text: str) -> Reading:
    return understand(text, today=TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "nomor wa nya 0877 5503 1964, suami sy yg dapet",
        "writing in english bc my uncle reads my chats",
        "istri sakit jd sy mundur, ktp sy ndak dikasih balik",
        "suami salah satunya telp maki2 sy",
        "suami korban ga terima",
        "sy punya pinjol 58 juta. istri udah pulang ke orang tua",
        "she gave me this number, i got it from her sister",
    ],
)
def test_a_relative_who_stands_by_is_no_victim(text: str) -> None:
    assert "victim_relation" not in _read(text).found


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("istri sy sakit di jeddah ga dibawa ke dokter", "istri"),
        ("anak saya dapat kerja admin kripto di vientiane, paspor diambil", "anak"),
        ("suami pulang dari kapal kakinya patah", "suami"),
        ("my patient is from Sumbawa, her employer burned her arm", "pasien"),
    ],
)
def test_a_relative_to_whom_it_happens_is(text: str, relation: str) -> None:
    assert _read(text).found["victim_relation"].value == relation


@pytest.mark.parametrize(
    "text",
    [
        "ketemu orang namanya Mas Hanafi, ditawari 135 juta",
        "kenal orang di tiktok, namanya bu Wati, diajak ke kamboja",
        "sy kenalan sama cowok di fb namanya Dion, dijanjiin kerja di bali",
    ],
)
def test_a_stranger_who_was_met_is_who_recruits(text: str) -> None:
    found = _read(text).found

    assert "recruiter" in found
    assert "victim_name" not in found


@pytest.mark.parametrize(
    "text", ["adik saya ketemu orang namanya Siti, dibawa ke Batam", "ada gadis namanya Rina dibawa ke Malaysia"]
)
def test_who_is_taken_is_still_the_victim(text: str) -> None:
    assert _read(text).found["victim_name"].value in {"Siti", "Rina"}


@pytest.mark.parametrize(
    "text",
    [
        "sy daftar jd tukang batu ke brunei sama Pak Nasrudin, sudah setor 6,5 juta",
        "saya ngelamar kerja ke taiwan lewat bu Rini",
    ],
)
def test_who_applied_tells_of_themselves(text: str) -> None:
    assert _read(text).found["victim"].value == "self"

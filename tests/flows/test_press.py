"""A journalist is told once where to ask; what they ask for a victim who is with them is answered."""

import pytest

from flows.labels import Language
from flows.texts import say
from tests.flows.pretend_desk import talk

_PRESS = "Selamat malam. Saya Dewi wartawan Suara Selaparang. Berapa laporan yg masuk tahun ini?"


def _said(key: str) -> str:
    return say(key, Language.INDONESIAN)


def test_the_press_office_is_named_once() -> None:
    _, first = talk(_PRESS)
    _, second = talk(_PRESS, "saya bukan mau lapor mbak, mau wawancara humasnya. nomor humas berapa")

    assert _said("press") in first
    assert second == _said("press_again")


@pytest.mark.parametrize(
    "text",
    [
        "tp narasumber saya ada korban masih di riyadh paspornya ditahan. kalo saya suruh chat kesini aman ga",
        "saya bukan pelapor ya, saya cuma tanya caranya",
        "keluarganya takut, boleh chat ke sini?",
        "korbannya bisa hubungi ke sini ga",
    ],
)
@pytest.mark.parametrize("between", [(), ("PT Nur Amanah Abadi pernah dilaporkan ga?",)])
def test_a_source_may_write_here(between: tuple[str, ...], text: str) -> None:
    _, last = talk(_PRESS, *between, text)

    assert last == _said("press_source")


def test_a_journalist_who_wants_no_report_gets_none() -> None:
    desk, last = talk(_PRESS, "jangan dibuat laporan dulu, identitas narasumber harus saya lindungi")

    assert last == _said("not_reported")
    assert not desk.tickets


def test_harm_told_by_a_journalist_is_not_the_journalists() -> None:
    desk, last = talk(
        _PRESS, "barusan suaminya wa katanya dikurung majikan ga dikasi makan 2 hari. ini harus telp siapa"
    )

    assert desk.tickets
    assert "Pindah ke tempat yang lebih aman" not in last

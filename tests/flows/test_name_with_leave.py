"""A name given with the leave to use it: whose it is, and where the same words are of somebody else."""

import pytest

from flows.name_wishes import name_wish
from tests.flows.pretend_desk import told

_BEFORE = ("anak saya Nurjana disekap di poipet, dipukul", "di kota poipet")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("telepon aja saya melek sampe jam 12. Koh Awi, tulis aja gpp", "Koh Awi"),
        ("Koh Awi, tulis aja gpp", "Koh Awi"),
        ("chat aja. Rahmat Hidayat, boleh ditulis", "Rahmat Hidayat"),
        ("Prita, cantumin aja gapapa", "Prita"),
        ("wa aja ya, Joko. silakan dicatat", "Joko"),
        ("pake nama gpp rizal hadi. tp jgn sampe doni tau", "Rizal Hadi"),
        ("pakai nama aja Siti Aminah", "Siti Aminah"),
        ("Pak Doni, tulis aja perekrutnya", ""),
        ("alamat desa, tulis aja gpp", ""),
        ("saya rela nama saya dibuka", ""),
    ],
)
def test_a_name_before_mere_leave_is_the_writers(line: str, name: str) -> None:
    desk = told(*_BEFORE, line)

    assert desk.conversation.value("reporter_name") == name
    assert not name or desk.conversation.value("anonymous") == "name"


def test_a_name_with_leave_is_a_recruiters_where_they_were_asked_for() -> None:
    desk = told(*_BEFORE, "chat aja", "Pak Doni, tulis aja gpp")

    assert desk.conversation.value("recruiter") == "Pak Doni"
    assert not desk.conversation.value("reporter_name")


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("mau telepon mau wa silakan. nama boleh dibuka", "name"),
        ("nama silakan dibuka", "name"),
        ("identitas boleh dibuka ke petugas", "name"),
        ("nama saya boleh diketahui", "name"),
        ("nama sy jgn dibuka dulu pak", "hide"),
        ("nama jgn dibuka dulu", "hide"),
        ("nama saya jangan sampai diketahui", "hide"),
        ("nama saya dulu dipakai buat paspor palsu", ""),
        ("nama dia boleh dibuka", ""),
        ("nama anak saya boleh ditulis", ""),
        ("rekening atas nama dia dibuka di bank", ""),
        ("toko dibuka jam 8", ""),
    ],
)
def test_a_name_is_opened_or_kept_shut(text: str, wish: str) -> None:
    assert name_wish(text) == wish

"""The writer's own name is told in full at the end, and nobody else's is taken for it."""

import pytest

from tests.flows.pretend_desk import told

_BEFORE = (
    "anak saya Nurjana disekap di poipet, dipukul, namaku Ardi",
    *("di kota poipet", "chat aja", "ga tau", "ga tau", "pakai nama"),
)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("nama asli ardiansyah", "Ardiansyah"),
        ("nama asli sy ardiansyah", "Ardiansyah"),
        ("nama lengkap saya Ardiansyah Putra", "Ardiansyah Putra"),
        ("nama saya yang benar Ardiansyah", "Ardiansyah"),
        ("nama asli saya Hamdan Wirawan pak", "Hamdan Wirawan"),
        ("namaku aslinya Ardiansyah", "Ardiansyah"),
        ("nama asli dia ardiansyah", "Ardi"),
        ("nama aslinya Ardiansyah", "Ardiansyah"),
        ("nama aslinya Junaidi", "Ardi"),
        ("nama asli pelaku ardiansyah", "Ardi"),
        ("nama anak sy yg bener Nurjanah", "Ardi"),
        ("nama asli Junaidi", "Ardi"),
        ("nama lengkap nurjana sari", "Ardi"),
        ("nama asli", "Ardi"),
        ("nama saya asli sumbawa", "Ardi"),
        ("nama asli takut", "Ardi"),
        ("nama asli saya apa perlu?", "Ardi"),
    ],
)
def test_the_writers_name_is_put_right_by_their_own(line: str, name: str) -> None:
    assert told(*_BEFORE, line).conversation.value("reporter_name") == name

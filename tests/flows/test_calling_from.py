"""The number with which somebody calls is theirs."""

import pytest

from tests.flows.pretend_desk import told

_SISTER = "adik saya Rina dibawa ke malaysia sama tekong pak Hadi"


@pytest.mark.parametrize(
    ("line", "key", "number"),
    [
        ("adik saya wa dari +60 14 881 1101", "victim_phone", "+60148811101"),
        ("Rina kmrn vc pake nomor 0878 1111 4411", "victim_phone", "+6287811114411"),
        ("dia nelpon saya pakai no +60 14 881 1102", "victim_phone", "+60148811102"),
        ("pak Hadi nelpon terus pakai 0878 1111 4412", "recruiter_phone", "+6287811114412"),
        ("agennya wa saya dari 0878 1111 4413", "recruiter_phone", "+6287811114413"),
        ("dia nelpon pake hp temannya 0878 1111 4414", "other_phone", "+6287811114414 (temannya)"),
        ("dia skrg pake hp majikannya +966 55 711 4420", "other_phone", "+966557114420 (majikannya)"),
        ("saya pake hp tetangga saya 0858 1111 4421", "other_phone", "+6285811114421 (tetangga saya)"),
        ("adik saya pake hp temennya +966 55 711 4422 cuma bisa malam", "victim_phone", "+966557114422"),
        ("Rina skrg pinjem hp temannya +966 55 711 4423", "victim_phone", "+966557114423"),
        ("saya nelpon pakai 0878 1111 4415", "contact_phone", "+6287811114415"),
        ("bisa telpon saya pakai 0878 1111 4416", "contact_phone", "+6287811114416"),
    ],
)
def test_a_number_is_theirs_who_calls_with_it(line: str, key: str, number: str) -> None:
    assert told(_SISTER, line).conversation.value(key) == number


def test_a_neighbour_who_is_named_calls_with_her_own() -> None:
    desk = told(
        "ini soal tetangga saya Bu Nurjanah, disekap di Tawau", "Bu Nurjanah kemarin nelpon pakai +60 14 881 1103"
    )

    assert desk.conversation.value("victim_phone") == "+60148811103"

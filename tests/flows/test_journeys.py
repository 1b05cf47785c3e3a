"""What is told later is fitted to what was told before."""

import pytest

from tests.flows.pretend_desk import PretendDesk
from tests.flows.transcript import said_in


def told(*lines: str) -> dict[str, str]:
    desk = PretendDesk()
    for line in lines:
        desk.hear(said_in({"text": line}))
    return {key: answer.value for key, answer in desk.conversation.answers.items()}


@pytest.mark.parametrize(
    ("lines", "key", "value"),
    [
        (("adik saya mau dibawa ke Riyadh", "tgl 30 dia ke Jakarta"), "transit", "Jakarta"),
        (("adik saya mau dibawa ke Riyadh", "tgl 30 dia ke Jakarta"), "destination", "Riyadh, Arab Saudi"),
        (("adik saya sekarang di kontrakan di Bekasi", "rabu terbang ke Kamboja"), "destination", "Kamboja"),
        (("adik saya mau ke Oman lewat Batam", "transit di Doha"), "transit", "Batam; Doha, Qatar"),
        (("adik saya dibawa ke Henan", "sekarang masih disana"), "victim_now", "Henan, Tiongkok"),
        (("adik saya di Jeddah", "dia masih di rumah pamannya di Kopang"), "victim_now", "rumah pamannya di Kopang"),
        (("adik saya di ruko Nagoya Batam", "dia masih di Batam"), "victim_now", "ruko Nagoya Batam"),
        (
            ("adik saya ditahan di Batam", "aman", "dia di wisma Seruni Nagoya"),
            "victim_now",
            "wisma Seruni Nagoya, Batam",
        ),
        (("kakak saya dibawa kerja ke Sorong", "mereka tidur di barak proyek"), "victim_now", "barak proyek, Sorong"),
        (("dia diajak kerja di kafe di Dompu", "taunya dibawa ke Malaysia"), "destination", "Malaysia"),
        (("adik saya mau dibawa ke Malaysia", "mau kerja dulu di kafe di Dompu"), "destination", "Malaysia"),
        (("sy kerja di kafe di maumere", "awalnya dijanjiin jaga toko baju"), "job", "toko"),
        (("adik saya pakai visa kerja katanya ke Oman", "visanya ternyata turis"), "visa", "turis"),
    ],
)
def test_the_later_line_is_read_in_the_light_of_the_earlier(lines: tuple[str, ...], key: str, value: str) -> None:
    assert told(*lines).get(key) == value


@pytest.mark.parametrize("line", ["sekarang masih di rumah", "sekarang masih di penampungan", "dikunci di kantor agen"])
def test_a_home_or_a_building_without_a_name_is_asked_for_first(line: str) -> None:
    assert "victim_now" not in told(f"adik saya mau dibawa ke Oman, {line}")


_ASKED_WHERE = (
    "lapor",
    "aman",
    "adik saya mau dibawa kerja ke malaysia, dijanji gaji 10 juta",
    "adik saya Wulan 19 th",
)


@pytest.mark.parametrize(
    ("answer", "place"),
    [
        ("dia di asrama di Cakung, hp nya masih dipegang tapi tiap malam diperiksa", "asrama di Cakung"),
        ("masih di kos di Gomong, bebas kok, kadang pulang ke rumah", "kos di Gomong"),
        ("jalan Langko nomor 7 Mataram", "jalan Langko nomor 7 Mataram"),
        ("ok thats good", None),
        ("alhamdulillah sehat", None),
        ("ok di kos Gomong", "ok di kos Gomong"),
    ],
)
def test_an_answer_to_where_is_the_place_in_it(answer: str, place: str | None) -> None:
    assert told(*_ASKED_WHERE, answer).get("victim_now") == place


def test_where_the_writer_still_is_does_not_move_the_victim() -> None:
    lines = ("adik saya ditahan di ruko Nagoya Batam", "aman", "saya masih di rumah nenek di Kopang")

    assert "Nagoya" in told(*lines)["victim_now"]

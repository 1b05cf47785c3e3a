"""A spot told in several pieces, or unasked, stands whole beside its town, and is not asked for again."""

import pytest

from flows.spots_told import is_only_a_spot, spot_in, tells_a_house
from tests.flows.pretend_desk import PretendDesk, told
from tests.flows.transcript import said_in


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        (
            "jleeb block 4. flat lt 2. bawah ada pharmacy al noor",
            "jleeb block 4, flat lt 2, bawah ada pharmacy al noor",
        ),
        ("di johor bahru KTV silver moon", "johor bahru KTV silver moon"),
        ("karaokenya namanya bintang laut", "karaokenya namanya bintang laut"),
        ("dket kuantan. kbri bayar ndk", "dket kuantan"),
        ("dia di bukit bintang hotel mekar sari kamar 305", "bukit bintang hotel mekar sari kamar 305"),
        ("deira, near al hamra mall, 9th floor", "near al hamra mall, 9th floor"),
        ("lantai9 kamar 905", "lantai9 kamar 905"),
        ("gedungnya cat biru sebelah masjid", "gedungnya cat biru sebelah masjid"),
        ("apartemen sky tower lt 12, depannya ada 7eleven", "apartemen sky tower lt 12, depannya ada 7eleven"),
        ("sdh saya blg dkt kuantan", "dkt kuantan"),
        ("mess di belakang pabrik roti", "mess di belakang pabrik roti"),
        ("tower c unit 14 depan stesen lrt", "tower c unit 14 depan stesen lrt"),
    ],
)
def test_a_spot_is_read_with_all_its_words(text: str, spot: str) -> None:
    assert spot_in(text) == spot


@pytest.mark.parametrize(
    "text",
    [
        "yg ngajak bos toko sinar jaya",
        "rumah saya dekat masjid",
        "bulan depan mau berangkat",
        "dia deket sama mami",
        "bosnya di hotel mawar",
        "di kamar 3 orang",
        "kerja di toko baju",
        "nama karaokenya kok ga ada",
        "ditawari kerja di hotel Melati",
        "mau dijemput di depan indomaret",
        "pelakunya tinggal dekat pasar",
        "rekening atas nama budi",
        "adik saya dibawah umur",
        "di atas kapal",
    ],
)
def test_what_only_looks_like_a_spot_is_none(text: str) -> None:
    assert spot_in(text) == ""


def test_only_a_spot_is_told_where_nothing_stands_beside_it() -> None:
    assert is_only_a_spot("ktv silver moon, lantai 2")
    assert not is_only_a_spot("dekat Kuantan. mandornya Ah Kim")
    assert not is_only_a_spot("saya di hotel melati kamar 3")


_TAKEN = "min teman sy Tari 18 thn dijual, paspornya diambil mami"
_HELD = "hello pls help", "sy kerja kuwait maid. madam no give salary 5 bulan"
_HURT = "anak sy dikurung di pahang kbn sawit, kakinya luka ga diobatin"


def _asked_last(*lines: str) -> tuple[str, str]:
    """Give where the victim is after these lines, and what was asked last."""
    desk = PretendDesk()
    replies = [desk.hear(said_in({"text": line})).replies for line in lines]
    return desk.conversation.value("victim_now"), replies[-1][-1].prompt


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ((_TAKEN, "di johor bahru KTV silver moon"), "KTV silver moon"),
        ((_TAKEN, "di johor bahru", "ktv silver moon"), "ktv silver moon"),
        ((*_HELD, "jleeb block 4. flat lt 2. bawah ada pharmacy al noor"), "block 4. flat lt 2. bawah ada pharmacy"),
        ((*_HELD, "dia kunci pintu", "jleeb block 4 jalan 12"), "jleeb block 4 jalan 12"),
        ((_HURT, "dket kuantan. kbri bayar ndk, polisi sana kn nangkep yg kosong mas"), "dket kuantan"),
        ((_HURT, "kaki bengkak", "sdh tiang blg dkt kuantan. nm kbnnya ndk tau"), "dkt kuantan"),
        ((_TAKEN, "dia di batam, hotel mawar lantai 3 kamar 12, dijaga dua orang"), "hotel mawar lantai 3 kamar 12"),
    ],
)
def test_a_spot_stands_with_its_town_and_is_not_asked_again(lines: tuple[str, ...], words: str) -> None:
    here, asked = _asked_last(*lines)

    assert words in here
    assert asked not in {"victim_now", "victim_spot"}


@pytest.mark.parametrize("line", ["ktv silver moon", "ktv silver moon lantai 2", "ktvnya sebelah hotel mawar"])
def test_a_spot_told_unasked_is_put_before_the_town(line: str) -> None:
    answers = told(
        _TAKEN, "di johor bahru", "ga tau", "ya, chat aja", "Bu Ratna", "ga tau", "tanpa nama", line
    ).conversation.answers

    assert line in answers["victim_now"].value
    assert "Johor" in answers["victim_now"].value
    assert "recruiter" not in answers or line not in answers["recruiter"].value.casefold()


@pytest.mark.parametrize(
    "line",
    [
        "yg ngajak bos toko silver moon",
        "yang jemput dia dulu di depan indomaret",
        "kami ketemu di kafe silver moon",
        "bulan depan saya mau ke sana",
        "dia kenal sama mami dekat sekali",
    ],
)
def test_the_place_of_somebody_else_is_not_put_before_it(line: str) -> None:
    answers = told(_TAKEN, "di johor bahru", "ga tau", "ya, chat aja", line).conversation.answers

    assert answers["victim_now"].value == "Johor, Malaysia"


def test_near_a_town_is_no_house_yet() -> None:
    assert not tells_a_house("dekat lahad datu, Malaysia")
    assert tells_a_house("gang belakang SPBU")
    assert tells_a_house("lantai 3")

"""Where the writer is, and where strangers are whom they see: each is told from the place of who is far away."""

import pytest

from tests.flows.pretend_desk import tell, told

_SISTER = "tolong adik sy Sumarni disekap di Myanmar"


def _now(*lines: str) -> str:
    return told(*lines).conversation.value("victim_now")


@pytest.mark.parametrize(
    "line",
    [
        "sy sendiri di mataram pak",
        "saya sekarang di praya, kerja ojek",
        "im safe in jakarta now, call me anytime",
        "kak sy skrg di rumah di kopang",
        "i am still in manila",
        "aku lg di kos ampenan",
    ],
)
def test_where_the_writer_is_moves_nobody_else(line: str) -> None:
    assert _now(_SISTER, line) == "Myanmar"
    assert _now("tolong adik sy Sumarni dijual agen", line) == ""


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("dia skrg di yangon", "yangon"),
        ("sekarang di apartemen di yangon", "apartemen di yangon"),
        ("saya sama dia di bandara lombok", "bandara lombok"),
        ("saya di depan rumahnya skrg", "depan rumahnya"),
        ("di myawaddy", "myawaddy"),
    ],
)
def test_a_place_that_is_theirs_still_answers(line: str, place: str) -> None:
    assert place in _now(_SISTER, line).casefold()


def test_the_next_line_tells_of_a_friend_elsewhere() -> None:
    assert _now("saya di jakarta pak", "teman saya ditahan di kamboja") == "Kamboja"
    assert _now("sy skrg di batam pak", "suami sy dipukul mandor") == "Batam"


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (("bos ini di pelabuhan lembar", "ada 5 cewek muda2 baru turun dr avanza, dijagain laki2"), "pelabuhan lembar"),
        (("posisi sy di terminal mandalika", "ada 4 ibu2 nangis, dikawal laki2"), "terminal mandalika"),
        (("pak ini di poto tano", "kami lihat 3 perempuan nangis dibawa mobil travel"), "poto tano"),
        (("pak sy di mataram", "adik sy mau dibawa ke saudi"), ""),
        (("ini di polda kan", "ada 5 cewek dijaga laki2"), ""),
        (("ini sy lapor di hotline ya", "ada 5 cewek dijaga laki2"), ""),
        (("tetangga sy di praya", "ada 5 cewek dijaga laki2"), ""),
    ],
)
def test_strangers_are_where_they_are_seen(lines: tuple[str, ...], place: str) -> None:
    assert place in _now(*lines).casefold()
    assert bool(place) == bool(_now(*lines))


def test_a_helper_who_got_out_moves_nobody() -> None:
    inside = "there is one indonesian guy still inside a scam compound in myanmar"

    assert _now(inside, "Lalu Hendra, 27 yrs old", "im safe in manila now, you can call me here") == "Myanmar"


def test_the_spot_is_asked_for_twice_at_most() -> None:
    desk = told("adik sy disekap di batam")
    lines = ("tolong cepat pak", "eh namanya bukan lisa, lusi", "goblok jawab", "dia nangis terus", "gimana ini pak")

    assert tell(desk, *lines).count("Di bagian mana Batam") == 1


def test_another_place_is_asked_for_anew() -> None:
    desk = told("adik sy disekap di batam", "goblok jawab")

    assert "Di bagian mana tanjungpinang" in tell(desk, "eh salah, bukan batam tapi tanjungpinang")

"""A later day of something else takes no place of the day on which somebody left."""

import pytest

from tests.flows.pretend_desk import PretendDesk, tell, told
from tests.flows.transcript import said_in

_LEAVES = "adik saya mau dibawa ke Malaysia, berangkat kamis tgl 26"
_GONE = "kakak saya dikurung di Myawaddy, dipukul. berangkat 3 september lewat jakarta"


def _departure(*lines: str) -> str:
    return told(*lines).conversation.value("departure")


@pytest.mark.parametrize(
    "line",
    [
        "tadi dia chat katanya besok mau dipindah ke laukkaing",
        "lusa katanya mau dioper ke bos lain",
        "kalau senin tidak ditebus dia dijual lagi",
        "bosnya minta 60 juta paling lambat selasa",
        "sisa 4 juta harus lunas rabu ini",
        "bapaknya mau menyusul ke sana besok pagi, boleh?",
        "besok saya mau jemput dia ke bandara",
        "friday depan dia di deport katanya",
        "kalau minggu depan mereka dateng jemput gimana",
    ],
)
def test_a_day_of_something_else_leaves_the_departure_alone(line: str) -> None:
    assert _departure(_GONE, line) == "2026-09-03"
    assert _departure(_LEAVES, line) == "2026-11-26"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("eh bukan kamis, jumat tgl 27", "2026-11-27"),
        ("barusan dia bilang diundur jadi tgl 30 november", "2026-11-30"),
        ("berangkatnya besok pagi dari lembar", "2026-11-22"),
        ("tiketnya ternyata tgl 28", "2026-11-28"),
        ("kapalnya besok malam dr Lembar", "2026-11-22"),
        ("dia terbang senin tgl 23", "2026-11-23"),
        ("salah, berangkat 2 desember", "2026-12-02"),
    ],
)
def test_the_day_of_the_journey_itself_still_stands_for_the_first(line: str, day: str) -> None:
    assert _departure(_LEAVES, line) == day


@pytest.mark.parametrize(
    "line",
    [
        "kapal nya selasa mau jalan lagi",
        "hari kamis kapalnya berlayar lagi",
        "agency bilang jumat depan dia di deport",
        "orang tuanya mau menyusul ke Kaohsiung besok pagi",
        "kami mau jenguk dia lusa",
        "denda 20 juta paling lambat senin",
        "besok dia mau dipindah ke kapal lain",
    ],
)
def test_who_is_there_already_departs_on_no_later_day(line: str) -> None:
    assert not _departure("adik sy ABK di kaohsiung taiwan, 9 bulan ga digaji, paspor dipegang kapten", line)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("adik saya mau ke Malaysia, berangkat besok, sudah bayar 5 juta", "2026-11-22"),
        ("berangkat rabu bayar 3 juta ke pak Dullah", "2026-11-25"),
        ("adik saya mau nyusul temannya ke kamboja besok", "2026-11-22"),
        ("besok subuh dia dijemput travel", "2026-11-22"),
        ("adik saya berangkat sebelum tanggal 5 desember", "2026-12-05"),
        ("sdh bayar 2jt, sisa 3jt rabu ini, berangkat jumat", "2026-11-27"),
    ],
)
def test_a_first_day_is_still_read(line: str, day: str) -> None:
    assert _departure("adik saya mau dibawa orang kerja", line) == day


def test_what_is_told_of_a_filed_ticket_changes_the_day_only_where_it_is_the_journeys() -> None:
    desk = PretendDesk()
    for line in (_LEAVES, "aman", "cukup", "jangan hubungi", "tanpa nama", "sudah benar", "ya kirim"):
        desk.hear(said_in({"text": line}))
    code = desk.mine[0]

    desk.hear(said_in({"text": "besok bapaknya mau menyusul ke sana"}))
    desk.hear(said_in({"text": "kalau lusa mereka datang jemput gimana"}))
    assert desk.tickets[code].draft.facts["departure"].value == "2026-11-26"

    desk.hear(said_in({"text": "berangkatnya jadi tgl 28"}))
    assert desk.tickets[code].draft.facts["departure"].value == "2026-11-28"


_AWAY = "adik saya di johor dipaksa kerja di karaoke, udah ga ada kabar dari kemarin"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("berangkat dr lombok tgl 14", "2026-11-14"),
        ("berangkat tanggal 29", "2026-10-29"),
        ("berangkat senin tgl 9, eh bukan rabu deh tgl 11", "2026-11-11"),
        ("katanya mau berangkat tgl 28 ke kamboja", "2026-11-28"),
    ],
)
def test_who_is_there_already_left_on_the_last_such_day(line: str, day: str) -> None:
    assert _departure(_AWAY, "aman", line) == day


def test_a_weekday_denied_behind_the_right_day_is_put_right() -> None:
    assert _departure(_LEAVES, "salah itu, berangkat besok minggu 22 bukan kamis") == "2026-11-22"


def test_a_day_denied_takes_no_part_of_the_next() -> None:
    assert (
        _departure(_LEAVES, "aman", "eh maaf bukan kamis, bsk subuh jam 4 dia naik avanza ke lembar")
        == "2026-11-22 04:00"
    )


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("barusan dia wa saya katanya malem ini jg mau dijemput bunda Wati gak jadi besok", "2026-11-21"),
        ("ga jadi besok pak, malam ini mereka dijemput", "2026-11-21"),
        ("katanya dijemput malam ini ga jadi besok malam", "2026-11-21"),
        ("tadi dikabari mundur jadi tgl 28", "2026-11-28"),
        ("gak jadi besok", "2026-11-22"),
        ("malam ini ibunya mau jemput dia pulang", "2026-11-22"),
        ("malam ini dia dijemput bapaknya ke sekolah", "2026-11-22"),
    ],
)
def test_another_day_told_after_filing_holds_where_the_first_is_called_off(line: str, day: str) -> None:
    desk = PretendDesk()
    filed = ("murid saya Wulan 14 th mau dibawa bunda Wati ke batam, berangkat besok", "aman", "cukup")
    for said in (*filed, "jangan hubungi", "tanpa nama", "sudah benar", "ya kirim", line):
        desk.hear(said_in({"text": said}))

    assert desk.tickets[desk.mine[0]].draft.facts["departure"].value == day


_UNPAID = "adik saya di malaysia tidak digaji, berangkat tgl 14 desember"


@pytest.mark.parametrize(
    "line",
    [
        "lho kok desember. agustus tgl 14 tadi saya bilang, sudah berangkat sudah 3 bulan",
        "bukan desember kak, agustus tgl 14, udah 3 bulan lebih dia di sana",
        "masih salah tanggalnya. berangkatnya bln 8 tgl 14",
        "salah, 14 agustus berangkatnya",
        "bukan bulan desember, bulan agustus tgl 14",
        "kan tadi sy bilang agustus tgl 14 berangkatnya",
    ],
)
def test_a_day_said_again_with_its_month_wins(line: str) -> None:
    assert _departure(_UNPAID, line) == "2026-08-14"


@pytest.mark.parametrize(
    ("line", "day"),
    [("bukan mei, bulan 3 tgl 3", "2026-03-03"), ("salah, januari tgl 20 berangkatnya", "2026-01-20")],
)
def test_a_day_without_a_year_is_over_for_who_is_there(line: str, day: str) -> None:
    assert _departure("adik saya di malaysia tidak digaji, berangkat bulan mei", line) == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("lho bukan desember, januari tgl 14", "2027-01-14"),
        ("tadi saya bilang januari tgl 3 berangkatnya bukan desember", "2027-01-03"),
        ("kok dia bayar lagi agustus tgl 12, 5 juta", "2026-12-14"),
        ("kok belum ada kabar dari polisi", "2026-12-14"),
    ],
)
def test_a_day_of_who_is_to_leave_stays_ahead(line: str, day: str) -> None:
    assert _departure("adik saya mau dibawa ke malaysia, berangkat desember tgl 14", line) == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("eh tgl 13 pak, jumat malam itu jam 11", "2026-11-13 23:00"),
        ("salah pak, tanggal 14", "2026-11-14"),
        ("maksudnya tgl 10", "2026-11-10"),
        ("ternyata baru mau berangkat tgl 26", "2026-11-26"),
    ],
)
def test_a_day_that_is_over_is_put_right_to_one_that_is_over(line: str, day: str) -> None:
    assert _departure("suami saya hilang kontak, berangkat tgl 12 november kemarin lewat batam", line) == day


def test_a_day_is_shown_as_a_date_in_english() -> None:
    desk = told("my sister is being taken to Malaysia, they leave on Tuesday")

    assert "Saturday 21 November" in tell(desk, "tonight not Tuesday")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("kamis ga jadi pak, malam ini dijemputnya", "2026-11-21"),
        ("hari kamis gajadi, besok subuh berangkat", "2026-11-22"),
        ("ternyata malam ini pak", "2026-11-21"),
        ("bukan kamis, malam ini", "2026-11-21"),
        ("sabtu ini dia jadi pergi ke pasar", "2026-11-26"),
    ],
)
def test_a_day_called_off_gives_way_to_the_one_beside_it(line: str, day: str) -> None:
    assert _departure(_LEAVES, line)[:10] == day

"""What is no report: orders for another trade, a report that its writer takes back; and a check that becomes one."""

import itertools
from datetime import timedelta

import pytest

from flows import questions as q
from flows.another_name import wants_to_report
from flows.labels import Language
from flows.orders import is_an_order
from flows.reading import Found, Reading, Signal
from flows.said import Said
from flows.sayings import Saying, saying_in, wants_deletion
from flows.texts import say
from tests.flows.pretend_desk import PretendDesk, tell

_STABBED = Reading(signals=(Signal("violence", "tusuk"),))


@pytest.mark.parametrize("text", ["sate nya 200 tusuk", "nasi kotak 75, ayamnya paha semua", "galonnya sudah diantar?"])
def test_order_is_no_report(text: str) -> None:
    assert is_an_order(text, _STABBED)


@pytest.mark.parametrize(
    "text", ["dia di tusuk di kapal", "saya disuruh antar tamu ke hotel", "makan cuma nasi sekali"]
)
def test_harm_is_no_order(text: str) -> None:
    assert not is_an_order(text, _STABBED)


def test_work_with_food_is_no_order_where_harm_is_told() -> None:
    unpaid = Reading(signals=(Signal("unpaid", "ga digaji"),), found={"victim_relation": Found("anak", "anak")})

    assert not is_an_order("anak saya kerja katering ga digaji", unpaid)


def test_wrong_number_leaves_no_ticket_whatever_was_ordered() -> None:
    desk = PretendDesk()
    tell(desk, "halo bu pesanan saya 40 nasi kotak besok ya", "satenya 100 tusuk", "loh salah nomor maaf")

    assert not desk.tickets


@pytest.mark.parametrize(
    ("text", "is_taken_back"),
    [
        ("ga jadi lapor ya pak, saya salah sangka", True),
        ("thank you, no report needed", True),
        ("ibunya ga jadi lapor, takut", False),
        ("dia tidak jadi lapor polisi", False),
    ],
)
def test_only_ones_own_report_is_taken_back(text: str, *, is_taken_back: bool) -> None:
    assert (saying_in(text) in {Saying.NO_REPORT, Saying.MISTAKEN}) is is_taken_back


@pytest.mark.parametrize(
    ("text", "wants"),
    [
        ("jadi ini ga bener ya min? yaudah sy lapor", True),
        ("saya jadi curiga, sekalian lapor saja", True),
        ("tolong dilaporkan pak", True),
        ("jangan lapor", False),
        ("kalau lapor gimana?", False),
        ("sudah lapor polisi tapi diam", False),
        ("dia mau lapor", False),
    ],
)
def test_wish_to_report_is_heard_in_a_check(text: str, *, wants: bool) -> None:
    assert wants_to_report(text) is wants


def test_how_to_be_reached_is_never_asked_twice_in_a_row_in_danger() -> None:
    desk = PretendDesk()
    shown = []
    for text in (
        "tolong adik saya disekap, dipukuli di ruko belakang pasar kopang",
        "belakang toko emas",
        "pintunya digembok dari luar",
        "yang bawa Bu Ratmi orang praya",
        "dia dijanji gaji 5 juta",
        "paspornya diambil",
        "sudah 2 minggu di sana",
        "belum makan dari kemarin",
    ):
        desk.hear(Said(text=text))
        shown.append(desk.conversation.shown.prompt if desk.conversation.shown else "")

    asked = [at for at, prompt in enumerate(shown) if prompt == q.CONTACT.id]
    assert asked
    assert all(later - before > 1 for before, later in itertools.pairwise(asked))


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("air 3 galon bos", "anter ke kos melati", "cepet ya haus"), "not_ours"),
        (("mau tanya apa ada yg melapor soal paman sy", "beliau cuma bantu tetangga kerja"), "not_told"),
        (("siapa namanya yg lapor pak", "kami mau selesaikan kekeluargaan"), "not_told"),
        (("sy wartawan media lokal", "deadline jam 5", "kasus di lotim benar ada 5 korban?"), "press"),
        (("sy lagi skripsi soal tppo, bisa minta data kasus?", "atau wawancara korban jg boleh"), "press"),
    ],
)
def test_a_stranger_who_goes_on_is_answered_the_same_and_reports_nothing(lines: tuple[str, ...], told: str) -> None:
    desk = PretendDesk()
    for at, line in enumerate(lines):
        replies = desk.hear(Said(text=line)).replies

        key = "press_again" if at and told == "press" else told  # the long answer comes once
        assert [reply.text for reply in replies] == [say(key, desk.conversation.language)]
    assert not desk.tickets


def test_a_stranger_who_tells_of_harm_after_all_is_heard() -> None:
    desk = PretendDesk()
    desk.hear(Said(text="sy wartawan media lokal"))
    turn = desk.hear(Said(text="temen sy disekap di ruko pak"))

    assert desk.conversation.flow == "report"
    assert turn.events


@pytest.mark.parametrize("text", ["no one is in trouble here, just curious", "gak ada kasus kok, cuma nanya aja"])
def test_who_says_that_there_is_no_case_leaves_no_ticket(text: str) -> None:
    desk = PretendDesk()
    tell(desk, "mau lapor", "soal aturan kerja ke luar negeri", "lewati", text, "makasih")
    desk.wait(timedelta(hours=1))

    assert not desk.tickets


def test_who_says_so_before_anything_is_told_is_not_sent_away() -> None:
    desk = PretendDesk()
    tell(desk, "cuma mau tanya kak")

    assert desk.conversation.shown is not None


def test_what_was_told_is_kept_although_somebody_says_that_they_only_ask() -> None:
    desk = PretendDesk()
    tell(desk, "adik saya dibawa ke Kamboja, paspornya ditahan bos", "cuma nanya aja kak")

    assert desk.conversation.flow == "report"


def test_who_reports_nothing_after_all_begins_no_report() -> None:
    desk = PretendDesk()
    tell(desk, "halo", "gak ada yang mau dilaporin kok cuma nanya")

    assert desk.conversation.flow != "report"


@pytest.mark.parametrize("text", ["hapus", "ya hapus semuanya sama namaku"])
def test_who_repeats_the_wish_to_delete_is_asked_once(text: str) -> None:
    desk = PretendDesk()
    tell(desk, "mau lapor", "sponsornya nipu, udah bayar 7 juta", "tolong hapus semua chat ini", text)
    desk.wait(timedelta(hours=1))

    assert not desk.tickets


def test_who_stopped_and_thanks_is_asked_nothing() -> None:
    desk = PretendDesk()
    tell(desk, "mau lapor", "sepupu saya kerja di Ipoh gajinya dipotong terus", "gak jadi deh")
    replies = tell(desk, "makasih")

    assert "?" not in replies


def test_fear_that_was_a_mistake_ends_without_a_ticket() -> None:
    desk = PretendDesk()
    tell(desk, "min mau lapor", "sepupu sy hp nya ga aktif dr kmrn", "namanya Rudi 24", "alhamdulillah")
    replies = tell(desk, "batal lapor ya min saya salah paham", "maaf merepotkan")
    desk.wait(timedelta(hours=1))

    assert not desk.tickets
    assert "?" not in replies


def test_harm_stays_told_although_its_teller_speaks_of_a_mistake() -> None:
    desk = PretendDesk()
    tell(desk, "mau lapor", "sepupu saya kerja di Ipoh gajinya gak dibayar", "gak jadi lapor saya salah paham")
    desk.wait(timedelta(hours=1))

    assert desk.tickets


@pytest.mark.parametrize(
    ("lines", "flow"),
    [
        (("halo min", "yg mau aku laporin polisi soalnya"), "report"),
        (("mau nanya laporan saya minggu lalu",), "status"),
        (("lapor polisi udah sebulan gimana kelanjutannya",), "status"),
        (("kak aku mahasiswa", "ikut program magang", "ke taiwan"), "report"),
        (("kak aku mahasiswa", "mau ikut magang ke taiwan gimana caranya"), "learn"),
    ],
)
def test_beginning_is_told_from_a_question(lines: tuple[str, ...], flow: str) -> None:
    desk = PretendDesk()
    tell(desk, *lines)

    assert desk.conversation.flow == flow


@pytest.mark.parametrize(
    "lines",
    [
        ("halo min", "mau dong dikirim ke jepang biar ketemu naruto", "eh becanda min", "dadah"),
        ("gue laporin mantan gue nyuri hati gue", "bercanda doang kok min"),
        ("oi ini bot ya", "yaudah bye"),
        ("ini yg jawab robot apa orang sih",),
    ],
)
def test_jokes_and_questions_about_the_machine_leave_no_ticket(lines: tuple[str, ...]) -> None:
    desk = PretendDesk()
    tell(desk, *lines)
    desk.wait(timedelta(hours=1))

    assert not desk.tickets


def test_who_asks_whether_a_machine_answers_is_told_and_calls_nobody() -> None:
    desk = PretendDesk()

    assert say("asked_who", Language.INDONESIAN) in tell(desk, "halo", "ini manusia apa robot sih yg bales")


def test_a_joke_beside_harm_that_was_told_ends_nothing() -> None:
    desk = PretendDesk()
    tell(desk, "adik saya ditahan paspornya sama pak Dirham di johor, gaji ga dibayar", "eh becanda min")

    assert desk.conversation.flow == "report"


@pytest.mark.parametrize(
    "line", ["cuma mau tau aja kok bu, belum bayar apa2", "ga usah dibuatkan laporan ya pak", "hanya ingin memastikan"]
)
def test_who_only_wanted_to_check_is_let_go(line: str) -> None:
    desk = PretendDesk()
    tell(desk, "cek PT Zamrud Kalimaya Persada", "ditawari ke brunei, diminta 9 juta", "cukup")
    assert desk.conversation.shown is not None
    assert desk.conversation.shown.prompt == "check_next"

    tell(desk, line)
    desk.wait(timedelta(hours=1))

    assert not desk.conversation.flow
    assert not desk.tickets


@pytest.mark.parametrize(
    ("text", "wants"),
    [
        ("nanti saya hapus chatnya", False),
        ("aku hapus percakapan ini abis ini ya", False),
        ("saya mau hapus semua data saya", True),
        ("hapus aja kak, ga jadi", True),
    ],
)
def test_what_one_deletes_oneself_is_no_wish(text: str, *, wants: bool) -> None:
    assert wants_deletion(text) is wants


def test_who_wants_no_contact_after_a_deletion_is_told_so() -> None:
    desk = PretendDesk()
    tell(desk, "mau lapor, sepupu saya mau ke malaysia lewat calo", "hapus", "ya")

    assert tell(desk, "jangan hubungi saya lagi ya") == say("rest.no_contact", Language.INDONESIAN)


def test_a_journalist_of_any_paper_is_known() -> None:
    desk = PretendDesk()

    assert say("press", Language.INDONESIAN) in tell(desk, "Siang, saya Wira dari media daring Suara Gili.")


@pytest.mark.parametrize("text", ["ga ada yg mau gw laporin, males", "gak ada yang perlu dilaporkan kok"])
def test_who_has_nothing_to_report_begins_no_report(text: str) -> None:
    desk = PretendDesk()
    tell(desk, "halo", text)

    assert desk.conversation.flow != "report"


def test_that_nobody_dares_to_report_is_no_wish_of_ones_own() -> None:
    assert saying_in("di desa ini ga ada yg mau lapor, takut") is not Saying.NO_REPORT


@pytest.mark.parametrize(
    ("text", "refuses"),
    [
        ("saya tidak ingin membuat laporan", True),
        ("hanya mau mencegah, jadi tidak perlu dibuatkan laporan", True),
        ("sy blm mau lapor kok", True),
        ("ibunya ga mau lapor", False),
        ("belum lapor polisi", False),
        ("saya takut, ga berani lapor", False),
    ],
)
def test_who_wants_no_report_says_so_in_many_ways(text: str, *, refuses: bool) -> None:
    assert (saying_in(text) is Saying.NO_REPORT) == refuses


def test_who_is_asked_whether_it_is_safe_and_wants_no_report_is_not_in_danger() -> None:
    desk = PretendDesk()
    heard = tell(desk, "kakak saya mau kerja ke taiwan", "tidak, saya tidak ingin membuat laporan")

    assert say("quiet", Language.INDONESIAN) not in heard
    assert not desk.tickets


def test_the_wish_that_nobody_learns_who_reports_is_no_fishing() -> None:
    desk = PretendDesk()
    tell(desk, "keponakan saya dibawa ke kafe di Dompu, disuruh nemenin tamu", "jgn kasih tau siapa yg lapor ya kak")

    assert desk.conversation.value("anonymous") == "hide"


@pytest.mark.parametrize("yes", ["ya hapus, saya yakin", "iya hapus aja semuanya"])
def test_a_deletion_that_is_confirmed_in_other_words_happens(yes: str) -> None:
    desk = PretendDesk()
    tell(desk, "mau lapor, sponsor minta 9 juta", "tolong hapus semua yang saya tulis", yes)
    desk.wait(timedelta(hours=1))

    assert not desk.tickets
    assert not desk.conversation.flow


def test_who_wants_no_report_of_a_sum_that_was_only_asked_leaves_none() -> None:
    desk = PretendDesk()
    tell(desk, "suami mau ke qatar jadi sopir", "diminta 15 juta", "ga usah lapor dulu bu, cuma tanya")
    desk.wait(timedelta(hours=1))

    assert not desk.tickets


def test_small_talk_at_the_menu_begins_no_report() -> None:
    desk = PretendDesk()
    tell(desk, "tes", "motor gw kena tilang kmrn padahal ga salah")

    assert desk.conversation.flow == "menu"


@pytest.mark.parametrize(
    "first", ["terima kasih banyak ya min", "cuma mau bilang makasih", "makasih kemarin sudah dibantu"]
)
def test_who_only_thanks_leaves_no_ticket_whatever_they_chat_about(first: str) -> None:
    desk = PretendDesk()
    for text in (first, "semoga sehat semua", "disini ujan terus dr pagi hehe"):
        desk.hear(Said(text=text))
    desk.wait(timedelta(minutes=45))

    assert not desk.tickets


def test_who_thanks_and_then_tells_is_heard() -> None:
    desk = PretendDesk()
    for text in ("cuma mau bilang makasih", "adik saya dikurung di kos di batam"):
        desk.hear(Said(text=text))

    assert desk.tickets

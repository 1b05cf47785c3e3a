"""People who tell in their own order, whatever is asked."""

import pytest

from flows import questions as q
from flows.calming import is_courtesy
from flows.choices import choose
from flows.conversation import Origin
from flows.labels import Language
from flows.said import Said
from flows.sayings import Saying, saying_in
from flows.showing import option_titles
from flows.texts import say
from tests.flows.pretend_desk import PretendDesk, tell
from tests.flows.transcript import said_in


def test_what_is_remembered_at_the_summary_is_kept() -> None:
    desk = PretendDesk()
    tell(desk, "adik saya mau berangkat ke malaysia sama pak Dullah", "aman", "cukup", "jangan hubungi", "tanpa nama")
    assert desk.conversation.shown is not None
    assert desk.conversation.shown.prompt == q.SUMMARY.id

    heard = tell(desk, "oh ya mobilnya putih plat EA 1234")

    assert "EA 1234" in desk.conversation.value("what")
    assert say("miss.first_choice", Language.INDONESIAN) not in heard


def test_enough_at_the_summary_means_that_it_is_right() -> None:
    desk = PretendDesk()
    tell(
        desk, "adik saya mau berangkat ke malaysia", "aman", "cukup", "jangan hubungi", "tanpa nama", "ya udah gitu aja"
    )

    assert desk.conversation.shown is not None
    assert desk.conversation.shown.prompt == q.CONSENT.id


def test_who_tells_on_in_danger_is_asked_at_the_end_how_to_be_reached() -> None:
    desk = PretendDesk()
    tell(desk, "tolong adik saya disekap, dipukuli", "di ruko belakang pasar kopang")
    assert desk.conversation.shown is not None
    assert desk.conversation.shown.prompt == q.CONTACT.id

    tell(desk, "pintunya digembok dari luar sama mereka")
    meanwhile = desk.conversation.shown.prompt
    tell(desk, "gatau namanya", "gatau siapa", "gatau nomornya")

    assert meanwhile != q.CONTACT.id
    assert desk.conversation.shown.prompt == q.CONTACT.id


def test_pleas_and_fears_fill_no_answer() -> None:
    desk = PretendDesk()
    tell(desk, "tolong adik saya disekap di ruko dekat pasar kopang, dipukuli", "chat aja")
    tell(desk, "cepat pak", "hp mau mati", "hujan deras ini")

    answers = desk.conversation.answers
    assert not any(answers[key].is_known for key in ("recruiter", "recruiter_phone") if key in answers)


@pytest.mark.parametrize("text", ["ada yg lapor ke sini kan?", "pak ada yang ngadu soal saya ya", "ada yg melapor ga"])
def test_who_asks_whether_somebody_reported_is_told_nothing(text: str) -> None:
    assert saying_in(text) is Saying.WHO_REPORTED


@pytest.mark.parametrize("text", ["ada yang mau lapor tapi takut", "ada yg lapor ke desa tapi didiemin"])
def test_who_tells_of_reporters_asks_nothing(text: str) -> None:
    assert saying_in(text) is None


@pytest.mark.parametrize("text", ["itu bener ga ya pak", "resmi ga", "aman nggak sih"])
def test_a_question_back_chooses_nothing(text: str) -> None:
    shown = ("report", "verify", "done")
    assert not choose(text, q.CHECK_NEXT, shown, option_titles(q.CHECK_NEXT.id, shown, Language.INDONESIAN)).id


def test_talk_is_not_looked_up_as_a_name() -> None:
    desk = PretendDesk()
    heard = tell(desk, "mau cek perekrut", "belum tanda tangan apa2")

    assert desk.conversation.shown is not None
    assert desk.conversation.shown.prompt == q.CHECK_NAME.id
    assert "daftar" not in heard.rpartition("\n\n")[0]


def test_what_is_written_after_a_voice_note_stands_in_its_place() -> None:
    desk = PretendDesk()
    tell(desk, "istri saya dikunci majikan di dammam", "namanya Mariani", "chat aja", "sponsornya Sabri")
    assert desk.conversation.shown is not None
    assert desk.conversation.shown.prompt == q.RECRUITER_PHONE.id
    desk.hear(said_in({"voice": 8}))
    tell(desk, "sabri 0818 0577 2290 tp ga pernah diangkat")

    assert desk.conversation.value(q.RECRUITER_PHONE.id) == "+6281805772290"


def test_question_passed_by_is_not_told_to_the_officer_as_not_known() -> None:
    desk = PretendDesk()
    tell(desk, "adik saya mau berangkat ke malaysia sama pak Dullah", "aman")
    asked = desk.conversation.shown
    tell(desk, "pintu rumahnya dijaga orang terus pak saya takut")
    passed_by = {key: one for key, one in desk.conversation.answers.items() if one.origin is Origin.SKIPPED}
    tell(desk, "gak tau pak")
    not_known = {key for key, one in desk.conversation.answers.items() if one.origin is Origin.UNKNOWN}

    assert asked is not None
    assert set(passed_by) == {asked.prompt}
    assert "pintu" in passed_by[asked.prompt].words
    assert len(not_known) == 1


@pytest.mark.parametrize("text", ["ga ada nomornya, cm messenger", "nomornya tidak ada saya sudah ganti hp bulan lalu"])
def test_who_has_no_number_is_not_asked_for_it_again(text: str) -> None:
    desk = PretendDesk()
    tell(desk, "adik saya Murni dibawa ke malaysia sama pak Dullah", "aman")
    while desk.conversation.shown and desk.conversation.shown.prompt != q.RECRUITER_PHONE.id:
        tell(desk, "gak tau")
    tell(desk, text)

    assert desk.conversation.answers[q.RECRUITER_PHONE.id].origin is Origin.UNKNOWN
    assert desk.conversation.shown is not None
    assert desk.conversation.shown.prompt != q.RECRUITER_PHONE.id


@pytest.mark.parametrize("text", ["ga jadi lapor pak, takut saya", "maaf ya, salah paham, batal lapor aja"])
def test_who_takes_back_a_report_that_told_something_is_asked_nothing_more(text: str) -> None:
    desk = PretendDesk()
    tell(desk, "adik saya kerja di malaysia paspornya ditahan majikan", "aman")

    heard = tell(desk, text)

    assert heard == say("stop.kept", Language.INDONESIAN)
    assert desk.conversation.shown is None


def test_who_takes_back_what_was_only_feared_leaves_nothing() -> None:
    desk = PretendDesk()
    tell(desk, "sepupu sy ditawarin kerja ke brunei", "takutnya penipuan")

    assert tell(desk, "ga jadi lapor ya, ga ada yg berangkat") == say("stop.nothing", Language.INDONESIAN)


@pytest.mark.parametrize("text", ["yes that's right", "that is correct", "looks good"])
def test_english_yes_at_the_summary_is_a_yes(text: str) -> None:
    desk = PretendDesk()
    tell(desk, "my sister was offered a job in malaysia by a man named Dullah", "safe", "enough", "no contact")
    tell(desk, "without name")
    assert desk.conversation.shown is not None
    assert desk.conversation.shown.prompt == q.SUMMARY.id

    tell(desk, text)

    assert desk.conversation.shown.prompt == q.CONSENT.id


@pytest.mark.parametrize(
    ("right", "told"),
    [("eh salah umurnya 20", "adik, 20 tahun, Rini"), ("salah pak, bukan adik, sepupu saya", "sepupu, 19 tahun, Rini")],
)
def test_putting_one_thing_of_the_victim_right_keeps_the_others(right: str, told: str) -> None:
    desk = PretendDesk()
    tell(desk, "adik saya Rini 19 tahun dibawa ke malaysia", "aman")

    heard = tell(desk, right)

    assert desk.conversation.value(q.VICTIM.id) == told
    assert "Rini" not in heard


def test_who_gives_the_own_name_to_be_used_is_not_the_recruiter() -> None:
    desk = PretendDesk()
    tell(desk, "anak saya ditipu lpk, sdh bayar 35jt", "aman", "yang ngajak Suharman")

    tell(desk, "pake nama sy gpp, H. Muzakkir")

    assert desk.conversation.value(q.RECRUITER.id) == "Suharman"
    assert desk.conversation.value(q.REPORTER_NAME.id) == "H. Muzakkir"


@pytest.mark.parametrize("text", ["rek BCA 2290447815 an Zulkarnaen", "yg masukin dia CV Laut Seroja, mas Rohim"])
def test_name_told_of_an_account_or_a_firm_is_not_the_writers(text: str) -> None:
    desk = PretendDesk()
    tell(desk, "adik saya mau berangkat ke malaysia sama pak Dullah", "aman", "cukup", "jangan hubungi")
    assert desk.conversation.shown is not None
    assert desk.conversation.shown.prompt == q.ANONYMOUS.id

    tell(desk, text)

    assert not desk.conversation.knows(q.REPORTER_NAME.id)
    assert desk.conversation.value(q.ANONYMOUS.id) != "name"


def test_caption_does_not_take_the_place_of_the_place_told_before() -> None:
    desk = PretendDesk()
    tell(desk, "4 warga saya ditampung di rumah sponsor", "rumahnya di Labuapi belakang toko bangunan, digembok")

    desk.hear(said_in({"photo": "rumah pagar seng"}))

    assert "Labuapi" in desk.conversation.value(q.VICTIM_NOW.id)


def test_caption_of_a_picture_is_no_visa() -> None:
    desk = PretendDesk()
    tell(desk, "PT Sagara Utama Lestari resmi ga", "ke taiwan", "rekening BCA 7781220934")
    while desk.conversation.shown and desk.conversation.shown.prompt != "visa":
        tell(desk, "ga tau")
    assert desk.conversation.shown

    desk.hear(said_in({"photo": "kuitansi"}))

    assert not desk.conversation.knows("visa")


@pytest.mark.parametrize("text", ["Pak Amin", "Syukur", "maaf, durahim namanya"])
def test_a_name_is_no_courtesy(text: str) -> None:
    assert not is_courtesy(text)


@pytest.mark.parametrize("text", ["alhamdulillah", "maaf ngerepotin pak", "astaghfirullah", "sori ya baru bales"])
def test_courtesy_answers_nothing(text: str) -> None:
    desk = PretendDesk()
    tell(desk, "adik saya dibawa orang ke batam")
    asked, known = desk.conversation.shown, set(desk.conversation.answers)

    tell(desk, text)

    assert desk.conversation.shown == asked
    assert set(desk.conversation.answers) == known


def test_who_stopped_and_says_sorry_is_asked_nothing() -> None:
    desk = PretendDesk()
    tell(desk, "adik saya dibawa orang ke batam", "berhenti")

    tell(desk, "maaf ngerepotin ya")

    assert desk.conversation.shown is None


def test_age_of_the_writers_child_is_not_the_writers() -> None:
    desk = PretendDesk()
    tell(desk, "tiang di kebun sawit di Seruyan kalteng", "ndek bisa pulang, dijaga")
    tell(desk, "anak tiang yg besar 12 tahun disuruh ikut mungut buah", "nama tiang Mahrip, 33 tahun")

    assert desk.conversation.value(q.VICTIM_AGE.id) == "33"


def test_thanks_after_the_answer_about_a_firm_end_the_check() -> None:
    desk = PretendDesk()
    tell(desk, "PT Sagara Utama Lestari terdaftar ga buat ke taiwan?", "bukan semuanya")

    reason = say("finding.list_NOT_FOUND", Language.INDONESIAN)
    assert tell(desk, "oke makasih min") == say("check.thanked", Language.INDONESIAN, reason=reason)
    assert desk.conversation.shown is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("sy takut sekali pak", "self"), ("saya tetangganya", "saya tetangganya"), ("saya lihat adik kecil", "adik")],
)
def test_who_goes_on_about_oneself_is_the_victim(text: str, value: str) -> None:
    desk = PretendDesk()
    tell(desk, "lapor", "aman", "ada yang suka bawa orang kerja ke malaysia tanpa surat")
    assert desk.conversation.shown is not None
    assert desk.conversation.shown.prompt == q.VICTIM.id

    tell(desk, text)

    assert value in desk.conversation.value(q.VICTIM.id)


@pytest.mark.parametrize("text", ["ini dirahasiain kan ya pak?", "harus bayar ga ya laporannya?"])
def test_question_asked_back_is_no_answer(text: str) -> None:
    desk = PretendDesk()
    tell(desk, "adik saya Murni dibawa ke malaysia sama pak Dullah", "aman")
    asked = desk.conversation.shown
    tell(desk, text)

    assert asked is not None
    assert not desk.conversation.knows(asked.prompt)


@pytest.mark.parametrize(
    ("lines", "right", "key", "value"),
    [
        (("12 orang warga saya dibawa ke malaysia",), "eh bukan 12 tp 14 orang", "victim_count", "14"),
        (
            ("anak gadis saya Yuli dibawa terbang tgl 28",),
            "maaf bukan 28, tgl 29 kata anak saya",
            "departure",
            "2026-11-29",
        ),
    ],
)
def test_what_is_put_right_is_what_was_named(lines: tuple[str, ...], right: str, key: str, value: str) -> None:
    desk = PretendDesk()
    tell(desk, *lines, "aman")

    heard = tell(desk, right)

    assert desk.conversation.value(key) == value
    assert "_" not in heard
    assert "bukan anak" not in heard


def test_not_only_this_one_puts_nothing_right() -> None:
    desk = PretendDesk()
    tell(desk, "anak saya ditipu LPK, sudah bayar 40 juta", "aman")

    heard = tell(desk, "yg kena bukan dia saja, kawan2nya juga ada 17 orang")

    assert desk.conversation.value("victim_relation") == "anak"
    assert "ganti" not in heard


@pytest.mark.parametrize("text", ["duh gk jadi deh pak takut dia marah", "gk ada yg mau dilaporin kok cuma nanya"])
def test_second_thoughts_end_the_questions(text: str) -> None:
    desk = PretendDesk()
    tell(desk, "sepupu sy di malaysia gajinya dipotong terus", "aman", text)

    assert desk.conversation.shown is None


def test_another_way_of_contact_is_heard_where_its_hours_are_asked() -> None:
    desk = PretendDesk()
    tell(desk, "adik saya mau berangkat ke malaysia", "aman", "cukup", "telepon saja 0812 7000 4411")
    assert desk.conversation.shown is not None
    assert desk.conversation.shown.prompt == q.CONTACT_WHEN.id

    tell(desk, "jgn telp deh, chat aja malam")

    assert desk.conversation.value(q.CONTACT.id) == "chat"
    assert desk.conversation.shown.prompt != q.CONTACT_WHEN.id


def test_wish_to_delete_is_heard_before_an_alarm_that_nobody_told() -> None:
    desk = PretendDesk()
    tell(desk, "mau lapor sponsor nipu", "aman", "sy udh bayar 9 juta ke bu Ningsih utk ke hongkong")

    tell(desk, "kak suami sy marah dia baca chat sy. tolong hapus semua")

    assert desk.conversation.shown is not None
    assert desk.conversation.shown.prompt == q.DELETE.id
    assert not desk.tickets


def test_misunderstanding_puts_no_victim_right() -> None:
    desk = PretendDesk()
    tell(desk, "keponakan sy dibawa orang mau ke malaysia", "aman")

    tell(desk, "ternyata dia ikut pamannya ke nikahan, sy yg salah paham")

    assert "paman" not in desk.conversation.value(q.VICTIM.id)


def test_number_put_right_is_no_wrong_number() -> None:
    desk = PretendDesk()
    tell(desk, "adik saya dibawa ke malaysia besok", "aman", "calo nya pak Mahnun no 081936550027")

    tell(desk, "maaf salah nomor nya 081936550072 kebalik")

    assert desk.conversation.value(q.RECRUITER_PHONE.id) == "+6281936550072"
    assert desk.conversation.shown is not None


def test_who_was_warned_and_tells_on_reports() -> None:
    desk = PretendDesk()
    tell(desk, "mau cek pak Sahrip resmi gak, ngajak kerja ke malaysia", "gak tau", "sponsor", "rekening pribadi")
    tell(desk, "visa turis")
    while (
        desk.conversation.flow == "check"
        and desk.conversation.shown
        and desk.conversation.shown.prompt != q.CHECK_NEXT.id
    ):
        tell(desk, "gak tau")
    assert desk.conversation.flow == "check"

    tell(desk, "ini nomor dia 081805529934")

    assert desk.conversation.flow == "report"
    assert desk.conversation.value(q.RECRUITER_PHONE.id) == "+6281805529934"


def test_question_is_nobodys_name() -> None:
    desk = PretendDesk()
    tell(desk, "Kak nanya, umroh tapi disuruh kerja itu boleh ya?", "kakak saya mau berangkat, yaudah lapor aja")

    assert "?" not in desk.conversation.value(q.RECRUITER.id)


@pytest.mark.parametrize("text", ["berangkatnya tanggal 9", "brgktnya tgl 27", "lewat surabaya perginya"])
def test_what_is_told_after_filing_goes_to_the_report(text: str) -> None:
    desk = PretendDesk()
    tell(desk, "adik saya mau berangkat ke malaysia sama pak Dullah", "aman", "cukup", "jangan hubungi", "tanpa nama")
    tell(desk, "benar", "kirim")

    assert "tambahkan ke laporan" in tell(desk, text)


def test_who_asks_on_about_the_report_hears_of_it() -> None:
    desk = PretendDesk()
    tell(desk, "adik saya mau berangkat ke malaysia sama pak Dullah", "aman", "cukup", "jangan hubungi", "tanpa nama")
    tell(desk, "benar", "kirim")

    assert "belum diterima petugas" in tell(desk, "laporan sy yg berangkat tgl 9 sampai mana ya pak")


def test_second_thoughts_forget_nobody_who_was_named() -> None:
    desk = PretendDesk()
    tell(desk, "pacar sy mau ke turki kerja spa", "aman", "namanya Vina 25 thn", "yg nawarin Kak Dewi")

    assert tell(desk, "gk jadi deh kak sy takut dia marah") == say("stop.kept", Language.INDONESIAN)
    tell(desk, "hmm lanjut aja deh")

    assert desk.conversation.value(q.RECRUITER.id) == "Kak Dewi"


def test_a_wish_about_contact_is_no_greeting_though_it_says_malam() -> None:
    desk = PretendDesk()
    tell(desk, "adik saya mau berangkat ke malaysia", "aman", "cukup", "bukti transfer ada", "jadwal kerja juga ada")

    tell(desk, "chat aja kak, sy shift malam")

    assert desk.conversation.value(q.CONTACT.id) == "chat"


def test_a_name_that_was_given_is_not_told_back_to_who_wants_none() -> None:
    desk = PretendDesk()
    tell(desk, "adik saya mau berangkat ke malaysia sama pak Dullah", "aman", "nama saya Wahyuni", "cukup")

    heard = tell(desk, "jangan hubungi", "tanpa nama")

    assert desk.conversation.value("reporter_name") == "Wahyuni"
    assert say("line.reporter_name", Language.INDONESIAN) not in heard


@pytest.mark.parametrize(
    ("text", "is_kept"),
    [
        ("chat aja pak, saya kerja di proyek susah angkat telpon", False),
        ("paman saya kerja di proyek", True),
        ("dia kerja di proyek", True),
    ],
)
def test_work_of_the_writer_is_not_that_of_the_victim(text: str, *, is_kept: bool) -> None:
    desk = PretendDesk()
    for line in ("mau lapor", "paman saya dibawa ke Johor, gajinya tidak dibayar", text):
        desk.hear(Said(text=line))

    assert desk.conversation.knows("job") is is_kept


@pytest.mark.parametrize(
    ("line", "is_asked"),
    [
        *(("ga ada nomornya", False), ("gak punya nomer dia", False), ("hp kakak sy ga ada", True)),
        *(("ga tau pak", True), ("yg bawa mas Deden, ga tau nomornya", False)),
    ],
)
def test_who_says_that_there_is_no_number_is_asked_for_none(line: str, *, is_asked: bool) -> None:
    desk = PretendDesk()
    tell(desk, "kakak sy Wahyuni 24 thn disekap di ruko di batam", "rekrutnya mas Deden")

    tell(desk, line, "chat aja")

    assert desk.conversation.shown is not None
    assert (desk.conversation.shown.prompt == q.RECRUITER_PHONE.id) is is_asked

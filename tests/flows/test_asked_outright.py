"""Questions that are asked outright, each answered as asked, and what only sounds like one."""

import pytest

from flows.conversation import Shown
from flows.labels import Language
from flows.said import Said
from flows.texts import say
from flows.worries import worries_in
from tests.flows.pretend_desk import PretendDesk, talk, told

ID = Language.INDONESIAN
TAKEN = ("murid saya wulan 14 th mau dibawa ke batam besok, sy takut", "di rumahnya di desa lenek")
ABROAD = ("teman sy ilham disekap di myawaddy, dipukul",)


@pytest.mark.parametrize(
    ("text", "worry"),
    [
        ("calonya kmrn dtg minta 2 juta lagi katanya biar adik sy bisa pulang. sy kasih ndak pak", "pay"),
        ("agen nagih 3jt katanya biar anak sy bs plg. dikasih ndk", "pay"),
        ("sponsor minta duit lg. mending sy kasi apa jgn", "pay"),
        ("they want 2 million more so he can go. should i pay", "pay"),
        ("kalo telpon 110 nanti bilang apa ya", "say_110"),
        ("nanti klo nelpon polisi ngomongnya gimana", "say_110"),
        ("what do i say when i call 110", "say_110"),
        ("sy telpon 110 skrg ya, bilangnya ada anak mau dibawa gitu?", "say_110"),
        ("klo temen sy minta tolong sy kasi nomor siapa", "whose_number"),
        ("nomor darurat di johor brp kak", "whose_number"),
        ("embassy where", "embassy_where"),
        ("ada no kbri malaysia ga", "embassy_where"),
        ("can run?", "flee"),
        ("boleh ga anaknya tidur di rumah saya dulu", "shelter"),
        ("mending dia sy titip di rumah nenek aja gimana", "shelter"),
        ("adik sy overstay, kalo lapor nanti dipenjara ya pak?", "jail"),
        ("klo tiang lapor suami sy yg ndk ada surat itu ditangkap ndk", "jail"),
        ("kalian mau nangkep suami saya ya", "jail"),
        ("langkah biar duit sy balik gimana", "money_how"),
        ("lapor ke bank dulu apa ke polisi", "money_how"),
        ("jgn polisi dulu ya sy takut", "police_fear"),
        ("takut ke polisi sy pak", "police_fear"),
        ("nanti no sy dijual gak", "number_sold"),
        ("sudah terkirim blm min", "sent"),
        ("laporannya udah masuk belum", "sent"),
        ("sy susah tidur kepikiran terus", "sleepless"),
        ("sy cuma mau betulin nama korbannya", "mend"),
        ("mau ubah tanggal nya pak", "mend"),
        ("lapor 110 nya gmn caranya bilangnya", "say_110"),
        ("calo nya nelpon minta 5jt lg. bayar aja apa gimana", "pay"),
        ("sebaiknya ank nya sy ajak nginap dirumah sy kah", "shelter"),
        ("aku dulu ikut jadi admin judi, takut ditangkap", "jail"),
        ("embassy number pls", "embassy_where"),
        ("minta nmr yg bisa dihubungi buat minta tolong", "whose_number"),
        ("nanti nomorku kalian jual ya", "number_sold"),
        ("no police pls", "police_fear"),
        ("knp suruh 110, anak sy di kapal", "why_110"),
    ],
)
def test_a_question_is_read(text: str, worry: str) -> None:
    assert worry in worries_in(text)


@pytest.mark.parametrize(
    ("text", "worry"),
    [
        ("dia minta uang 2 juta. sudah sy kasih", "pay"),
        ("gaji saya 2 juta sebulan. dikasih tiap bulan", "pay"),
        ("kk sy bayar tebusan 45jt biar sy keluar", "pay"),
        ("sy sudah telpon 110 bilang suami sy dipukul", "say_110"),
        ("dia bilang jangan telpon 110", "say_110"),
        ("sponsor nelpon terus sy bilang apa", "say_110"),
        ("110 itu apa", "say_110"),
        ("nomor rekening siapa yg minta tolong itu", "whose_number"),
        ("paspor sy di kbri", "embassy_where"),
        ("sy udah ke kbri tapi ga ada jawaban", "embassy_where"),
        ("she run away last night", "flee"),
        ("anak saya disuruh tidur di rumah bunda ros", "shelter"),
        ("dia nginep di rumah saya kemarin", "shelter"),
        ("polisi mau nangkep calonya kan", "jail"),
        ("calonya bisa dipenjara ga kalo sy lapor", "jail"),
        ("adik sy kerja di bank, polisi dulu yg dtg", "money_how"),
        ("dia ngancam jangan lapor polisi", "police_fear"),
        ("polisi malaysia sering nangkep orang, takut", "police_fear"),
        ("adik saya dijual ke bos lain", "number_sold"),
        ("uangnya sudah masuk belum", "sent"),
        ("anak saya sudah masuk belum ya ke malaysia", "sent"),
        ("anak saya ga bisa tidur di lantai", "sleepless"),
        ("suami sy ditahan polisi malaysia, kalau lapor bisa dipulangkan kah", "jail"),
        ("takut dia ditangkap agen", "jail"),
        ("dia minta nomor saya buat minta tolong", "whose_number"),
        ("paspor ditahan kbri nomor sekian", "embassy_where"),
        ("video sy mau disebar", "number_sold"),
        ("dia sudah masuk kan", "sent"),
        ("mau ganti nama korbannya jadi Herman", "mend"),
        ("calonya mau ganti nama di paspor", "mend"),
    ],
)
def test_what_only_sounds_like_it_is_not(text: str, worry: str) -> None:
    assert worry not in worries_in(text)


def test_the_same_answer_comes_short_the_second_time() -> None:
    first, again = talk(*ABROAD, "uang sy 10 juta bisa balik ga")[1], ""
    again = talk(*ABROAD, "uang sy 10 juta bisa balik ga", "jadi uang sy bisa balik ga pak")[1]

    assert say("worry_money", ID) in first
    assert say("worry_money", ID) not in again
    assert say("worry_money_again", ID) in again


@pytest.mark.parametrize("text", ["sy hrs blg apa ke ilham", "ilham wa, aku harus jawab gimana ya ke dia"])
def test_what_to_say_to_the_victim_is_not_what_to_say_to_the_recruiter(text: str) -> None:
    assert say("worry_to_victim_gone", ID) in talk(*ABROAD, text)[1]


@pytest.mark.parametrize("text", ["kalo sponsor nanya sy hrs blg apa", "sy harus jawab apa ke bosnya"])
def test_what_to_say_to_the_recruiter_stays(text: str) -> None:
    assert say("worry_reply", ID) in talk(*ABROAD, text)[1]


def test_who_asks_what_to_do_tonight_for_one_who_leaves_hears_of_that() -> None:
    assert say("worry_do_leaving", ID) in talk(*TAKEN, "sy harus gimana malam ini pak")[1]


def test_whether_it_arrived_is_answered_before_and_after_it_is_sent() -> None:
    desk = told(*ABROAD, "cukup", "chat aja", "tanpa nama")
    before = "\n".join(one.text for one in desk.hear(Said(text="udh masuk blm pak")).replies)
    while desk.conversation.flow:
        desk.hear(Said(text="kirim"))
    after = "\n".join(one.text for one in desk.hear(Said(text="udh masuk blm pak")).replies)

    assert say("worry_sent", ID) in before
    assert "AAA-001" in after


def test_a_report_that_nobody_can_read_yet_is_not_said_to_have_arrived() -> None:
    desk = PretendDesk()
    for line in ("adik saya ditipu agen uang 5 juta gajadi berangkat", "aman"):
        desk.hear(Said(text=line))

    assert say("worry_sent_unread", ID) in desk.hear(Said(text="sudah masuk belum pak")).replies[0].text


def test_the_place_outlives_a_look_at_the_status() -> None:
    desk = told(*ABROAD, "cukup", "chat aja", "tanpa nama")
    while desk.conversation.flow:
        desk.hear(Said(text="kirim"))
    desk.hear(Said(text="status"))

    assert say("again.other_abroad", ID) in desk.hear(Said(text="gawat ilham dipukuli berdarah")).replies[0].text


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("polda? ini polisi? side mau nangkep anak sy ya. bayar brp lapor disini", ("jail", "asked_who", "asked_free")),
        ("ini beneran polisi ya? lapor disini bayar gak", ("asked_who", "asked_free")),
        ("side siapa namane, petugas ato mesin", ("asked_who",)),
        ("anda siapa", ("asked_who",)),
        ("nanti data saya dijual ga", ("number_sold",)),
        ("sy takut ke polisi pak", ("police_fear",)),
    ],
)
def test_a_first_message_that_asks_gets_every_answer(text: str, keys: tuple[str, ...]) -> None:
    heard = talk(text)[1]

    assert [key for key in keys if say(key if key.startswith("asked") else f"worry_{key}", ID) not in heard] == []


@pytest.mark.parametrize("text", ["dia siapa ya, orang mana", "siapa orangnya yg bawa", "yg bawa orang siapa"])
def test_who_somebody_is_is_no_question_for_the_machine(text: str) -> None:
    assert say("asked_who", ID) not in talk(*ABROAD, text)[1]


def test_what_stands_beside_a_question_of_this_service_is_kept() -> None:
    desk = told(*TAKEN, "ini beneran polisi ya? nama saya jgn sampai ketahuan orang kampung")

    assert "ketahuan orang kampung" in desk.conversation.value("what")


@pytest.mark.parametrize(
    "text", ["knp mesti pake no, nti dijual no tiang", "takut data sy disalahgunakan dijual no sy"]
)
def test_a_number_that_might_be_sold_is_no_person_sold(text: str) -> None:
    desk = told("suami sy ga digaji 4 bulan di pahang", "aman", text)

    assert "sold" not in desk.conversation.value("signals")


@pytest.mark.parametrize("text", ["adik sy mau dijual ke bos lain", "saya dengar dia mau dijual, no hp nya mati"])
def test_somebody_sold_still_is(text: str) -> None:
    assert "sold" in told("adik sy ga digaji 4 bulan di pahang", "aman", text).conversation.value("signals")


@pytest.mark.parametrize(
    "text", ["sy cuma mau betulin nama korbannya", "mau benerin nama korban aja", "aku cuma mau ganti nama pelapornya"]
)
def test_who_puts_a_name_right_does_not_fish_for_who_reported(text: str) -> None:
    assert say("not_told", ID) not in talk(*ABROAD, text)[1]


@pytest.mark.parametrize("text", ["siapa nama pelapornya", "mau tau nama korbannya siapa"])
def test_who_fishes_is_still_refused(text: str) -> None:
    assert say("not_told", ID) in talk(text)[1]


@pytest.mark.parametrize(
    "text", ["apa maksudne ngaku kurir. knp mesti bohong", "buat apa sih pura2 jd kurir", "maksudnya?"]
)
def test_why_an_officer_should_pretend_is_explained(text: str) -> None:
    lines = ("di kk park", "chat aja jgn telp, takut ketauan suami", "lewati", "lewati", "lewati", "lewati")
    desk, shown = told(*ABROAD), "contact_wording"
    for line in lines:
        if desk.conversation.shown != Shown(shown, ("any",)):
            desk.hear(Said(text=line))
    assert desk.conversation.shown == Shown(shown, ("any",))

    heard = desk.hear(Said(text=text)).replies[0].text

    assert say(f"explain.{shown}", ID) in heard
    assert not desk.conversation.knows(shown)


def test_what_answers_beside_a_question_of_this_service_is_taken() -> None:
    desk = told("anak sy diajak haji somad ke malesia ndk ada surat")
    assert desk.conversation.shown
    assert desk.conversation.shown.prompt == "safe"
    desk.hear(Said(text="ndk ada org. side siapa namane, petugas ato mesin"))

    assert desk.conversation.shown.prompt != "safe"


@pytest.mark.parametrize(
    ("text", "key"),
    [("sy hrs blg apa ke ilham", "to_victim_gone"), ("kalo dia nanya sy harus bilang apa ke dia", "reply")],
)
def test_after_filing_who_it_is_said_to_still_counts(text: str, key: str) -> None:
    desk = told(*ABROAD, "cukup", "chat aja", "tanpa nama")
    while desk.conversation.flow:
        desk.hear(Said(text="kirim"))

    assert say(f"worry_{key}", ID) in desk.hear(Said(text=text)).replies[0].text

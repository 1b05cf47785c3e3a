"""What people ask about their own case, and what only sounds like it."""

import pytest

from flows.labels import Language
from flows.said import Said
from flows.texts import say
from flows.worries import worry_in
from tests.flows.pretend_desk import PretendDesk


@pytest.mark.parametrize(
    ("text", "worry"),
    [
        ("sy harus ngapain pak", "do"),
        ("trus gimana ini kak", "do"),
        ("what should i do now", "do"),
        ("mending dibayar aja apa jangan ya", "pay"),
        ("boleh transfer dp nya dulu ga?", "pay"),
        ("jadi berangkat ga ya saya besok", "leave"),
        ("saya susul aja ke batam boleh gak", "follow"),
        ("visa umroh boleh dipake kerja ndak?", "visa"),
        ("emang bisa ya kerja pake visa turis?", "visa"),
        ("kok malah dikasih visa kunjungan ya, apa bener begitu", "visa"),
        ("kok sy disuruh pakai visa umroh", "visa"),
        ("dia ngancem sebarin video aku kak", "photos"),
        ("fotonya bisa diturunin biar ga disebar?", "photos"),
        ("kalau lari ke KJRI ditahan ga ya", "embassy"),
        ("ini termasuk penipuan bukan?", "fake"),
        ("jadi penipu apa bukan itu orang", "fake"),
        ("anak saya masih selamat kan pak?", "fate"),
        ("kapan suami sy bisa pulang", "fate"),
        ("jgn sampe mertua sy tau ya", "hush"),
        ("tolong jangan bilang ke pak kades", "hush"),
        ("gimana prosesnya kerja ke korea", ""),
        ("dia bilang jangan kasih tau siapa2", ""),
        ("disuruh bayar 20 juta dulu", ""),
        ("ga tau kapan dia bisa pulang", ""),
        ("besok mau berangkat dari lembar", ""),
        ("adik sy ga boleh pulang", ""),
        ("fotonya sudah saya kirim", ""),
        ("pake visa turis", ""),
        ("", ""),
    ],
)
def test_what_is_asked_about_the_case_is_known(text: str, worry: str) -> None:
    assert worry_in(text) == worry


def test_who_asks_what_to_do_is_answered_before_the_question_that_waits() -> None:
    desk = PretendDesk()
    for text in ("adik saya dibawa ke malaysia sama pak Dullah, paspornya ditahan", "aman"):
        desk.hear(Said(text=text))
    waits = desk.conversation.shown

    (reply,) = desk.hear(Said(text="sy harus gimana pak")).replies

    assert reply.text.startswith(say("worry_do", Language.INDONESIAN))
    assert desk.conversation.shown == waits
    assert "sy harus gimana pak" in desk.conversation.value("what")


def test_a_question_in_a_check_is_no_name_to_look_up() -> None:
    desk = PretendDesk()
    desk.hear(Said(text="cek perekrut"))

    (reply,) = desk.hear(Said(text="visa ziarah itu boleh ga buat kerja?")).replies

    assert reply.text.startswith(say("worry_visa", Language.INDONESIAN))
    assert reply.prompt == "check_name"


def test_a_question_after_filing_is_answered_and_added() -> None:
    desk = PretendDesk()
    for text in ("adik saya dikurung di kos di batam, dipukul", "cukup", "sudah benar", "ya kirim"):
        desk.hear(Said(text=text))
    tickets = len(desk.tickets)

    (reply,) = desk.hear(Said(text="keluarga boleh bayar tebusannya ga pak?")).replies

    assert reply.text.startswith(say("worry_pay", Language.INDONESIAN))
    assert len(desk.tickets) == tickets == 1


@pytest.mark.parametrize(
    ("text", "worry"),
    [
        ("polisi jadi dateng ga malam ini", "coming"),
        ("saya harus hubungi siapa ini", "police"),
        ("should i call 112?", "police"),
        ("nikah lewat makelar ke korea itu boleh ga?", "marriage"),
        ("pertanyaan saya belum dijawab", "unheard"),
        ("kalau wa nya saya hapus gapapa ga?", "evidence"),
        ("ijazah yg ditahan bisa diambil lagi ga", "papers"),
        ("saya bakal dihukum ga kalau ngaku", "jail"),
        ("110 itu apa ya", "number"),
        ("temenku lagi di sana.. aku harus gimana", "do"),
        ("polisi datang ke penampungan kemarin", ""),
        ("agennya ga jawab telepon", ""),
        ("adik saya nikah sama orang taiwan", ""),
        ("ijazahnya ditahan", ""),
        ("suaminya dihukum dulu", ""),
    ],
)
def test_what_else_is_asked_about_the_case_is_known(text: str, worry: str) -> None:
    assert worry_in(text) == worry


def test_aman_sekarang_after_filing_is_of_the_writer() -> None:
    desk = _begun()
    for text in ("cukup", "sudah benar", "ya kirim"):
        desk.hear(Said(text=text))

    reply = desk.hear(Said(text="aman sekarang, saya lanjut ya")).replies[0].text

    assert say("danger.taken_back", Language.INDONESIAN) not in reply


def _begun() -> PretendDesk:
    desk = PretendDesk()
    for text in ("adik saya di riyadh disuruh kerja ga digaji, paspor ditahan", "aman"):
        desk.hear(Said(text=text))
    return desk

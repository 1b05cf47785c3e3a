"""The order in which an answer is matched (docs/decisions/0004), as a table; and what must never be a choice."""

import pytest

from flows import questions as q
from flows.choices import Fit, choose
from flows.labels import Language
from flows.question import Question
from flows.showing import option_title
from tests.flows.pretend_desk import told

_MENU = [
    ("satu", "report"),
    ("1", "report"),
    ("1.", "report"),
    ("1\ufe0f\u20e3", "report"),
    ("１", "report"),
    ("no 1", "report"),
    ("nomor dua", "check"),
    ("yang pertama", "report"),
    ("pilih 3 dong", "status"),
    ("lapor", "report"),
    ("Melapor", "report"),
    ("mau lapor pak", "report"),
    ("cek pt", "check"),
    ("petugas", "human"),
]
_NO_MENU = [
    "😭",
    "tidak mau lapor",
    "tolong saya",
    "1 orang hilang",
    "gak tau",
    "ya tapi saya takut",
    "",
    "...",
    "sai apa",
]
_SAFE = [
    ("ya", "yes"),
    ("iyaaa", "yes"),
    ("nggih", "yes"),
    ("aok", "yes"),
    ("aman", "yes"),
    ("ya, aman pak", "yes"),
    ("sudah aman kok sekarang", "yes"),
    ("ndak", "no"),
    ("gak aman", "no"),
    ("tidak aman sekarang", "no"),
    ("belum aman, nanti saja", "no"),
    ("tolong", "danger"),
]
_CONTACT = [
    ("boleh chat aja", "chat"),
    ("boleh di chat aja ya pak", "chat"),
    ("jangan hubungi saya", "no"),
    ("jangan telpon", "no"),
    ("telpon aja", "phone"),
]
_NOT_CONTACT = ["dia tidak boleh keluar rumah", "adik saya tidak ada kabar", "saya mau cerita dulu", "hp saya diambil"]
_CONSENT = [
    ("ya kirim", "yes"),
    ("iya, kirim aja pak", "yes"),
    ("setuju", "yes"),
    ("jangan", "no"),
    ("jangan dulu", "no"),
]
_NO_CONSENT = ["ya tapi saya takut", "yaa mungkin", "kirim ke mana?", "boleh tanya dulu?", "y4", "iyakah", "gimana ya"]


@pytest.mark.parametrize(("text", "choice"), _MENU)
def test_menu_is_understood(text: str, choice: str) -> None:
    assert _chosen(q.MENU, text) == choice


@pytest.mark.parametrize("text", _NO_MENU)
def test_menu_never_guesses(text: str) -> None:
    assert _chosen(q.MENU, text) == ""


@pytest.mark.parametrize("text", ["5", "12", "0", "99"])
def test_number_beyond_the_choices_is_out_of_range(text: str) -> None:
    assert choose(text, q.SAFE, q.SAFE.choices).fit is Fit.OUT_OF_RANGE


def test_near_spelling_is_asked_back_and_only_for_the_menu() -> None:
    assert choose("melapur", q.MENU, q.MENU.choices, _titles(q.MENU)).fit is Fit.GUESSED
    assert choose("setujuu ya", q.CONSENT, q.CONSENT.choices, _titles(q.CONSENT)).fit is not Fit.GUESSED
    assert choose("amann sekalii", q.SAFE, q.SAFE.choices, _titles(q.SAFE)).fit is not Fit.GUESSED


@pytest.mark.parametrize(("text", "choice"), _SAFE)
def test_safety_is_understood(text: str, choice: str) -> None:
    assert _chosen(q.SAFE, text) == choice


@pytest.mark.parametrize(("text", "choice"), _CONTACT)
def test_contact_is_understood(text: str, choice: str) -> None:
    assert _chosen(q.CONTACT, text) == choice


@pytest.mark.parametrize("text", _NOT_CONTACT)
def test_story_is_no_answer_about_contact(text: str) -> None:
    assert _chosen(q.CONTACT, text) == ""


@pytest.mark.parametrize(("text", "choice"), _CONSENT)
def test_consent_is_understood(text: str, choice: str) -> None:
    assert _chosen(q.CONSENT, text) == choice


@pytest.mark.parametrize("text", _NO_CONSENT)
def test_nothing_but_a_yes_is_consent(text: str) -> None:
    assert _chosen(q.CONSENT, text) == ""


def _titles(question: Question) -> list[str]:
    return [option_title(question.id, choice, Language.INDONESIAN) for choice in question.choices]


def _chosen(question: Question, text: str) -> str:
    match = choose(text, question, question.choices, _titles(question))
    return match.id if match.fit is Fit.CHOSEN else ""


@pytest.mark.parametrize(
    "text", ["ya pak", "ya kak", "ya bu ya", "iya pak", "ya min", "pak ya", "nggih pak", "ok kak", "yes sir"]
)
@pytest.mark.parametrize("question", [q.SUMMARY, q.CONSENT], ids=lambda one: one.id)
def test_yes_with_an_address_is_yes(text: str, question: Question) -> None:
    assert choose(text, question, question.choices).id == question.choices[0]


@pytest.mark.parametrize("text", ["pak", "kak", "min pak", "sir"])
def test_an_address_alone_chooses_nothing(text: str) -> None:
    assert not choose(text, q.CONSENT, ["yes", "no"]).id


@pytest.mark.parametrize(
    "text",
    [
        "ya kirim cepet",
        "kirim cepat pak, saya takut",
        "kirim aja saya takut",
        "iya kirim. suami saya bisa ditolong pak?",
        "ya kirim aja, dia mau dibawa malam ini",
        "send it now please",
        "yaudah kirim aja dah cape gw",
        "kirim lah min cepetan",
        "udah bener kirimin aja",
        "Sudah kirim saja dan petugas telepon saya",
        "boleh dikirim nak terima kasih",
        "inggih silakan dikirim",
        "duh nak saya bingung. kirim saja",
        "kirim aja kak tp jgn telp ya jam 9 malam chat",
        "ya kirim tapi jgn ke polsek sini ya",
        "enough, send please",
        "that's all, send it",
        "yaudah kirim. makasi kak aku takut tp gmn ngomong ke bosnya",
        "iya kirim tapi nama saya jangan ya",
        "kirim tp jgn sampe bapaknya tau",
        "sudah kirim. kali ini awas kalau tdk ditindak",
    ],
)
def test_a_yes_holds_beside_what_urges_it(text: str) -> None:
    assert _chosen(q.CONSENT, text) == "yes"


@pytest.mark.parametrize(
    "text",
    [
        *("ya kirim tapi jangan ke polisi", "kirim kalau aman", "ya, saya takut", "ya Allah tolong", "kirim besok aja"),
        *("sudah kirim fotonya", "kirim ke siapa ini", "sudah kirim 5 juta", "kirim. tapi tujuannya salah"),
        "kirim. eh ga jadi",
        "bingung. kirim ke mana ini",
        "capek pak. uangnya sudah saya kirim",
    ],
)
def test_a_yes_that_hesitates_is_none(text: str) -> None:
    assert _chosen(q.CONSENT, text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "selebihnya sudah benar",
        "sampun leres",
        "iya cpt",
        "betul smua kak",
        "iya benar. telpon sekarang",
        "sudah bener tolong cepet ya pak",
        "benar, keluarga panik",
    ],
)
def test_the_summary_is_right_beside_what_urges(text: str) -> None:
    assert _chosen(q.SUMMARY, text) == "right"


def test_what_is_deleted_or_withdrawn_wants_the_choice_itself() -> None:
    assert _chosen(q.DELETE, "ya hapus cepat, saya takut") == ""


@pytest.mark.parametrize(
    "text",
    ["udah kirim aja lah capek", "enough, send please", "cape jawab, kirim aja", "itu aja yg saya tau", "cukup segitu"],
)
def test_who_wants_it_sent_in_the_middle_is_taken_to_the_end(text: str) -> None:
    desk = told("adik saya Rina dibawa pak Dullah ke malaysia, paspornya ditahan", "aman", text)

    assert desk.conversation.shown is not None
    assert desk.conversation.shown.prompt == "contact"


@pytest.mark.parametrize("text", ["dia sudah kirim uang", "kirim uang terus tiap bulan", "sudah saya kirim fotonya"])
def test_who_tells_of_sending_is_asked_on(text: str) -> None:
    desk = told("adik saya Rina dibawa pak Dullah ke malaysia, paspornya ditahan", "aman", text)

    assert desk.conversation.shown is None or desk.conversation.shown.prompt != "contact"

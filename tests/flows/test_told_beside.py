"""What is told beside an answer, taken back or owned up to later: whose it is, and what holds in the end."""

import pytest

from flows.labels import Language
from flows.said import Said
from flows.texts import say
from tests.flows.pretend_desk import PretendDesk, talk, told

_STORY = ("keponakan saya dibawa ke malaysia, gajinya ga dibayar", "aman")


@pytest.mark.parametrize(
    ("lines", "key", "value"),
    [
        ((*_STORY, "yg bawa pak Somad nomernya 0818 0552 9914", "maaf salah nomer, yg bener 0818 0552 9941"),
         "recruiter_phone", "+6281805529941"),
        ((*_STORY, "yg bawa pak Somad", "bukan pak somad deng, pak Samsudin"), "recruiter", "pak Samsudin"),
        ((*_STORY, "yg bawa pak Somad", "nomor bos 0878 6499 0217"), "recruiter_phone", "+6287864990217"),
        ((*_STORY, "nomor ponakan saya +60 11-2345 7781"), "victim_phone", "+60112345778"),
        (("adi kaku laki namanya Syamsul di sabah gaji nongka tebayar", "no syamsul +60 11-2345 7781"), "victim_phone",
         "+60112345778"),
        (("ada anak umur 16 mau dikirim ke singapura", "korbannya keponakan saya Lia"), "victim_relation", "keponakan"),
        (("temen sy cewe 23 ditawarin kerja di turki", "aman", "jujur aja itu sebenernya saya sendiri bukan temen"),
         "victim", "self"),
        (("pak sy ditipu", "suami sy maksudnya yg ditipu", "aman"), "victim_relation", "suami"),
        ((*_STORY, "sekarang di losmen Melur dekat pelabuhan lembar", "telp saya bisa, saya masih di sini"),
         "victim_now", "losmen Melur dekat pelabuhan lembar"),
        ((*_STORY, "tolong jgn bilang namaku ke siapa2"), "anonymous", "hide"),
        ((*_STORY, "saya bersedia dihubungi lewat WA setelah jam 2"), "contact", "chat"),
    ],
)  # fmt: skip
def test_what_holds_in_the_end(lines: tuple[str, ...], key: str, value: str) -> None:
    kept = told(*lines).conversation.value(key)

    assert kept.startswith(value) if value.startswith("+") else kept == value


@pytest.mark.parametrize(
    "text", ["sebenernya saya sendiri juga takut", "bukan saya sendiri kok", "jujur saya sendiri ga tau kemana"]
)
def test_who_only_speaks_of_oneself_owns_up_to_nothing(text: str) -> None:
    assert told("temen sy cewe 23 ditawarin kerja di turki", "aman", text).conversation.value("victim") != "self"


def test_a_number_put_right_is_not_taken_for_the_writers() -> None:
    conversation = told(
        *_STORY, "yg bawa pak Somad 0818 0552 9914", "maaf salah nomer, yg bener 0818 0552 9941"
    ).conversation

    assert not conversation.knows("contact_phone")


def test_kin_that_is_named_is_not_the_writer() -> None:
    conversation = told(
        "3 orang mau dibawa ke tawau lewat nunukan malam ini", "salah satunya mertua saya amaq Ridwan"
    ).conversation

    assert conversation.value("anonymous") != "name"
    assert not conversation.knows("reporter_name")


def test_who_is_told_of_in_danger_after_filing_is_said_back() -> None:
    desk = PretendDesk()
    for line in (
        "adik saya mau berangkat ke malaysia",
        "aman",
        "cukup",
        "jangan hubungi",
        "tanpa nama",
        "ya",
        "ya kirim",
    ):
        desk.hear(Said(text=line))

    heard = "\n".join(
        reply.text for reply in desk.hear(Said(text="tolong adik saya disekap di johor, dipukuli")).replies
    )

    assert say("again.other_abroad", Language.INDONESIAN) in heard
    assert "Johor" in heard


@pytest.mark.parametrize("text", ["bu Marni, ga tau nomornya", "pak haji Somad"])
def test_a_recruiter_named_where_leave_to_call_was_asked(text: str) -> None:
    conversation = told("tolong adik saya disekap, dipukuli", "di ruko belakang pasar kopang", text).conversation

    assert conversation.knows("recruiter")


def test_a_titled_name_where_it_is_asked_whether_to_name_the_writer_is_no_recruiters() -> None:
    conversation = told(
        "adik saya mau berangkat ke malaysia", "aman", "cukup", "jangan hubungi", "Bu Hartini"
    ).conversation

    assert conversation.value("recruiter") == ""


def test_who_only_says_their_age_among_the_lessons_reports_nothing() -> None:
    desk = PretendDesk()
    for line in ("syarat kerja ke korea yg resmi apa aja ya", "umur sy 22 lulusan sma"):
        desk.hear(Said(text=line))

    assert desk.conversation.flow != "report"


@pytest.mark.parametrize(("text", "stops"), [("stop jgn kirim pesan lagi", True), ("stop, dia pukul saya lagi", False)])
def test_who_wants_to_be_left_alone_calls_nobody(text: str, *, stops: bool) -> None:
    desk = PretendDesk()
    heard = "\n".join(reply.text for reply in desk.hear(Said(text=text)).replies)

    assert (heard == say("stop.nothing", Language.INDONESIAN) and not desk.tickets) is stops


def test_what_is_said_of_danger_fits_where_the_writer_is() -> None:
    first = PretendDesk().hear(Said(text="adik sy di myawaddy disekap, dipukul tiap hari")).replies[0].text
    official = PretendDesk().hear(Said(text="teman sy dikurung di karaoke, yg punya oknum polisi")).replies[0].text

    assert say("danger.other_abroad", Language.INDONESIAN) in first
    assert say("danger.other_official", Language.INDONESIAN) in official


def test_that_an_officer_is_called_is_not_repeated_on_every_line() -> None:
    desk = PretendDesk()
    lines = (
        "adik sy dikurung di kos batam",
        "dia dipukul",
        "pintunya digembok dr luar",
        "dia diancam mau dibunuh",
        "tolong",
    )
    heard = [desk.hear(Said(text=text)).replies[0].text for text in lines]

    assert sum("110" in reply for reply in heard) == 1
    assert len(set(heard[1:])) > 1


def test_who_waits_in_a_town_at_home_is_not_sent_to_an_embassy() -> None:
    _, heard = talk("sy disekap di penampungan di batam mau dikirim ke malaysia paspor diambil")

    assert "KBRI" not in heard
    assert "110" in heard


def test_who_reports_for_others_in_english_is_not_the_victim() -> None:
    desk, heard = talk(
        "I want to report for two men from Lombok. They are stuck on a ship, not paid, passports with the captain"
    )

    assert desk.conversation.value("victim") != "self"
    assert "hide this chat" not in heard


def test_advice_that_was_read_out_is_not_read_out_again() -> None:
    desk = PretendDesk()
    for line in ("adik saya mau ke malaysia", "aman", "cukup", "jangan hubungi", "tanpa nama", "ya", "ya kirim"):
        desk.hear(Said(text=line))

    heard = [
        "\n".join(reply.text for reply in desk.hear(Said(text=line)).replies)
        for line in ("tolong adik saya disekap di johor", "dia dipukuli majikan", "adik saya mau dijual bos")
    ]

    assert [say("again.other_abroad", Language.INDONESIAN) in one for one in heard] == [True, False, False]
    assert say("called_again", Language.INDONESIAN) in heard[1]


def test_what_follows_on_not_knowing_is_told_and_the_question_left_open() -> None:
    desk = told(
        "menantu sy rohani disiksa majikan di oman",
        "ndak tau sy pak. terakhir dia telpon akhir agustus nangis, dipukul nyonya nya",
        "rohani umurnya 27",
    )

    assert desk.conversation.shown
    assert desk.conversation.shown.prompt not in {"victim_now", "victim_spot"}
    assert "akhir agustus" in desk.conversation.value("what")


def test_two_siblings_stay_what_they_were_to_the_writer() -> None:
    kept = told(
        "Saya tetangganya. Dua anak kecil dibawa ke Jakarta disuruh ngemis",
        "Adik kakak, yang besar namanya Fikri umur 10, yang kecil perempuan 7 tahun",
    ).conversation

    assert kept.value("victim_relation") == "anak-anak"
    assert not kept.knows("victim_sex")


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("Yogi Pratama 26 th laki laki",), "Yogi Pratama"),
        (("yogi pratama 26 laki2 asal praya",), "Yogi Pratama"),
        (("umur 26", "Yogi Pratama 26 th"), "Yogi Pratama"),
        (("Wulan namanya 17 th",), ""),
        (("teman saya Wulan 17 th",), ""),
        (("umur 24", "Wulan 17 th"), ""),
    ],
)
def test_who_writes_of_themselves_may_introduce_themselves_barely(lines: tuple[str, ...], name: str) -> None:
    kept = told("saya disekap di kamboja pak tolong, gaji tidak dibayar", *lines).conversation

    assert kept.value("reporter_name") == name
    assert not kept.knows("victim_name")


def test_a_building_told_after_the_town_that_was_asked_for_stands_before_it() -> None:
    captive = ("saya disekap di kamboja, disuruh nipu", "poipet", "gedung b lt 5 atap ijo dkt kasino bintang emas")

    kept = told(*captive).conversation
    moved = told(*captive, "dipindah gedung c lt 2").conversation

    assert kept.value("victim_now") == "gedung b lt 5 atap ijo dkt kasino bintang emas, poipet, Kamboja"
    assert moved.value("victim_now") == "gedung c lt 2"
    assert moved.answers["victim_now"].was == kept.value("victim_now")


def test_a_town_that_was_asked_for_stays_where_no_building_is_told() -> None:
    captive = ("saya disekap di kamboja, disuruh nipu", "poipet")

    assert told(*captive, "dekat sama bosnya").conversation.value("victim_now") == "poipet, Kamboja"
    assert told(*captive, "takut dipindah ke gedung c").conversation.value("victim_now") == "poipet, Kamboja"

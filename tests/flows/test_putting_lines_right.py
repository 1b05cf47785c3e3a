"""What is said to be wrong without a better word, a line picked to be changed, and an age that says who is a child."""

import pytest

from flows.labels import Category, Language
from flows.said import Said
from flows.texts import say
from tests.flows.pretend_desk import PretendDesk, talk, told


def _signs(desk: PretendDesk) -> set[str]:
    return {signal.name for signal in desk.tickets[desk.mine[0]].draft.signals}


def test_a_denied_place_is_left_open_and_nothing_is_made_of_the_words_before_it() -> None:
    desk = told("suami sy kerja di kapal china di tiongkok, paspor ditahan kapten", "aman", "tujuannya bukan tiongkok")

    assert not desk.conversation.knows("destination")


def test_a_line_picked_to_be_changed_is_asked_again_in_danger_as_well() -> None:
    desk = told(
        "adik saya dikurung di kos di batam, dipukul. dia mau dibawa ke malaysia", "ga tau", "chat aja",
        "adik saya rina 20", "ga tau", "ga ada", "tanpa nama", "Ada yang diubah",
    )  # fmt: skip

    assert desk.hear(Said(text="Tujuan")).replies[0].prompt == "destination"
    desk.hear(Said(text="kamboja"))

    assert desk.conversation.value("destination") == "Kamboja"


def test_the_age_says_whether_the_victim_is_a_child() -> None:
    assert "child_victim" in _signs(told("ponakan saya dibawa ke kafe di bali, ga boleh pulang", "umurnya 16", "cukup"))
    grown = told("anak sekolah smp dulu, skrg 22 tahun, anak saya dikurung di kafe di bali", "umurnya 22", "cukup")
    assert "child_victim" not in _signs(grown)


def test_who_reported_is_not_told_beside_a_choice_either() -> None:
    desk = told("adik saya dibawa ke malaysia sama pak Dullah")

    reply = desk.hear(Said(text="aman. sy cuma mau tau siapa yg lapor")).replies[0].text

    assert "Saya tidak bisa memberi tahu" in reply


def test_who_refused_calls_is_offered_none_at_the_end_either() -> None:
    desk = told(
        "adik saya dikurung di kos di batam, dipukul",
        "ga tau",
        "jgn telpon ya bahaya",
        "yg bawa dia pak Sukri",
        "uda bayar 5 juta ke sukri",
        "paspornya ditahan",
        "dia 23 tahun",
        "tanpa nama",
    )
    asked = desk.hear(Said(text="benar")).replies[-1]

    assert [option.id for option in asked.options] == ["chat", "no"]


_ASKED_TO_CHANGE = (
    "anak saya nurhayati 19 th dibawa ke bali sama pak karim",
    "aman",
    *("lewati",) * 7,
    "tanpa nama",
    "Ada yang diubah",
)


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("anak saya umurnya 20", "victim_age", "20"),
        ("yg bawa herman, bukan yg lain", "recruiter", "Herman"),
        ("tujuannya batam bukan bali", "destination", "Batam"),
    ],
)
def test_what_is_to_be_changed_may_be_written_instead_of_naming_its_line(text: str, key: str, value: str) -> None:
    desk = told(*_ASKED_TO_CHANGE)
    reply = desk.hear(Said(text=text)).replies[-1]

    assert desk.conversation.value(key) == value
    assert [option.id for option in reply.options] == ["right", "change"]


def test_a_change_of_mind_at_what_is_to_be_changed_shows_the_summary_again() -> None:
    reply = told(*_ASKED_TO_CHANGE).hear(Said(text="ga jadi, udah bener semua kok")).replies[-1]

    assert [option.id for option in reply.options] == ["right", "change"]


def test_what_stands_beside_a_choice_is_kept_with_the_story() -> None:
    desk = told(
        "di desa kami ada calo bawa orang ke dubai",
        "Aman. Saya di rumah. Korbannya Sumiati 24 th, Rohani 31 th, sudah berangkat ke Jakarta",
    )

    assert "Rohani 31 th" in desk.conversation.value("what")


def test_the_words_of_a_correction_are_kept_with_the_story() -> None:
    desk = told(
        "adik sy diajak ke malaysia", "aman", "salah, tujuannya brunei bukan malaysia, naik dari pelabuhan bima"
    )

    assert "pelabuhan bima" in desk.conversation.value("what")


def test_a_grown_up_is_no_child_whatever_the_words_suggest() -> None:
    desk = told(*_ASKED_TO_CHANGE[:-2], "lewati", "benar", "kirim", "umur anak sy 21 bukan 19")

    assert desk.tickets[desk.mine[0]].draft.category is not Category.CHILD


@pytest.mark.parametrize(
    ("begun", "right", "key", "value"),
    [
        ("adik sy ditawarin kerja di cafe bali", "tujuannya sumbawa bukan bali", "destination", "sumbawa"),
        (
            "adik sy ditawarin kerja di cafe bali",
            "besok pagi jam 7 naik travel. eh cafenya jd di sumbawa besar bukan bali",
            "destination",
            "sumbawa besar",
        ),
        (
            "adik sy dibawa pak jun ke brunei",
            "dia di rumah. eh iya namanya pak zul bukan pak jun",
            "recruiter",
            "pak zul",
        ),
        ("adik sy dibawa ke jakarta", "bukan jakarta, dia skrg di bekasi", "destination", "Jakarta"),
    ],
)
def test_the_right_word_stands_before_bukan_in_its_own_sentence(begun: str, right: str, key: str, value: str) -> None:
    assert told(begun, "aman", right).conversation.value(key).casefold() == value.casefold()


def test_who_is_home_again_is_not_on_the_way_because_an_airport_is_named() -> None:
    desk = told("gaji saya di riyadh 14 bulan ga dibayar, sy sudah pulang bulan lalu", "aman", "saya sendiri")
    desk.hear(Said(text="gunawan. dia yg pegang paspor saya sekarang, di bandara langsung dia ambil"))

    assert desk.conversation.value("urgency") != "emergency"


def test_after_a_false_alarm_the_case_itself_goes_on() -> None:
    desk = told("adik sy disekap majikan di arab, paspornya ditahan")
    reply = desk.hear(Said(text="salah paham, ga bahaya. cuma mau paspornya sama gaji 5 juta dibayar")).replies[-1]

    assert say("danger.taken_back", Language.INDONESIAN) in reply.text
    assert desk.conversation.shown is not None


def test_a_denied_recruiter_is_left_open_though_the_line_names_him_again() -> None:
    desk = told(
        "di desa sebelah banyak orang dikumpulkan mau ke malaysia, perekrutnya H Saleh",
        "aman",
        "perekrutnya bukan H Saleh. saya tidak tahu siapa perekrutnya. H Saleh pemilik rumah",
    )

    assert not desk.conversation.knows("recruiter")


def test_what_is_added_beside_a_bukan_replaces_nothing() -> None:
    desk = told(
        "banyak orang dikumpulkan di rumah di desa pringgabaya mau ke malaysia",
        "aman",
        "bukan anak anak saja. tambah pagar hijau, rumah H Saleh, mobil L300",
    )

    assert "pringgabaya" in desk.conversation.value("victim_now")


def test_what_was_wrong_may_stand_before_the_word_that_says_so() -> None:
    desk = told("adik sy supardi mau dibawa ke malaysia sama pak jun", "aman", "oh ya min malaysia itu salah, brunei")

    assert desk.conversation.value("destination").casefold().startswith("brunei")
    assert not desk.conversation.knows("victim_now")


def test_a_relation_is_put_right_however_the_wrong_one_is_spelt() -> None:
    assert (
        told("adik sy mau dibawa ke malaysia", "aman", "dia kakak bukan adek").conversation.value("victim_relation")
        == "kakak"
    )


def test_what_a_correction_adds_in_another_sentence_replaces_nothing() -> None:
    desk = told(
        "ada 6 ibu di desa kami mau ke abu dhabi, berangkat tgl 24 november, dikumpulkan di penampungan condet jakarta",
        "aman",
        "tempatnya keliru, mereka masih di Aikmel. Ada empat orang lagi berangkat 30 november",
    )

    assert desk.conversation.value("victim_count") == "6"
    assert desk.conversation.value("departure").startswith("2026-11-24")


def test_words_are_put_right_where_they_stand_by_themselves() -> None:
    desk = told(
        "they hold my brother Ilham on a ship in Cape Town, his passport is taken",
        "safe",
        "enough",
        "chat please",
        "After 6 pm Cape Town time",
        "the victim is Ilham, not me",
    )

    assert desk.conversation.value("contact_when") in {"", "After 6 pm Cape Town time"}


def test_an_account_a_firm_and_a_wage_are_shown_before_the_report_goes() -> None:
    _, summary = talk(
        "adik saya ditipu H Mansur, PT Sinar Contoh Jaya, ke malaysia gaji 1500 ringgit",
        "transfer 7,5 juta ke bri 451201003390531 an mansur",
        "cukup",
        "jangan hubungi",
        "tanpa nama",
    )

    assert "Perusahaan: PT Sinar Contoh Jaya" in summary
    assert "Rekening: BRI 451201003390531" in summary
    assert "Gaji: RM1.500" in summary

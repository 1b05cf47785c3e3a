"""A number that went to the wrong person goes to its owner."""

import pytest

from flows.account_holders import holder_in
from flows.adding import completed
from flows.conversation import Answer
from flows.others_numbers import OTHERS
from flows.said import Said
from tests.flows.pretend_desk import PretendDesk, told


def test_a_victims_number_is_no_way_to_reach_the_writer() -> None:
    desk = told("cucu saya dibawa ke malaysia, paspornya ditahan", "aman", "telp saya di 0819 1700 0111")
    assert desk.conversation.value("contact_phone") == "+6281917000111"

    desk.hear(Said(text="itu no cucu sy bkn no sy"))

    assert desk.conversation.value("victim_phone") == "+6281917000111"
    assert not desk.conversation.knows("contact_phone")


def test_a_recruiters_number_gets_its_owners_name() -> None:
    desk = told("adik saya dibawa ke malaysia, paspornya ditahan", "aman", "yg bawa Kak Vira, nomornya 0819 1700 0222")

    reply = desk.hear(Said(text="nomor itu punya bang Rio bukan kak vira")).replies[0].text

    assert desk.conversation.value("recruiter") == "Bang Rio"
    assert desk.conversation.value("recruiter_phone") == "+6281917000222"
    assert "punya" not in reply


def test_a_number_told_in_the_same_line_is_read_as_ever() -> None:
    desk = told("adik saya dibawa ke malaysia, paspornya ditahan", "aman", "itu nomor calonya 0819 1700 0333")

    assert desk.conversation.value("recruiter_phone") == "+6281917000333"


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("bca 2310098871 an lalu suhardi", "person"),
        ("rek bri 4621 a.n. PT Sinar Contoh", "company"),
        ("atas nama Ibu Rina", "person"),
        ("transfer ke bca 2310098871", ""),
        ("anak saya di sana", ""),
    ],
)
def test_the_holder_of_an_account_is_told_beside_it(text: str, holder: str) -> None:
    assert holder_in(text) == holder


def test_a_fee_in_a_check_alarms_nobody_and_the_check_goes_on() -> None:
    desk = told("PT Sinar Kembang Contoh praya resmi gak ya", "bukan semuanya")
    desk.hear(Said(text="mbak yuni. dia minta dp 5 juta ke bca 2310098871 an lalu suhardi. total 35 jt"))

    assert not desk.tickets
    assert desk.conversation.flow == "check"
    assert desk.conversation.value("check_account") == "person"


def test_who_only_wants_a_check_gets_it_back() -> None:
    desk = told("tetangga saya dijanjikan kerja ke taiwan sama PT Sinar Kembang Contoh, katanya bagus", "aman")
    if desk.conversation.flow == "report":
        desk.hear(Said(text="saya cuma mau cek PT aja, belum bayar"))

    assert desk.conversation.flow == "check"


def test_a_number_that_must_not_be_called_is_no_way_to_reach_the_writer() -> None:
    desk = told("anak saya yuli disuruh kerja di karaoke di karimun ga boleh pulang", "ga tau", "boleh telpon")
    desk.hear(Said(text="nomor ini saja. jangan telpon nomor yg dipakai yuli 0822 1700 0444, nanti ketahuan"))

    assert desk.conversation.value("contact_phone") != "+6282217000444"
    assert desk.conversation.value("victim_phone") == "+6282217000444"


@pytest.mark.parametrize(
    ("first", "line", "key", "number"),
    [
        (
            "nomor pelakunya 0878 1700 0501",
            "itu nomor ayahnya, bukan nomor pelaku",
            "recruiter_phone",
            "+6287817000501",
        ),
        (
            "yg bawa Bu Sarni 0878 1700 0502",
            "nike nomer rahmi tetangga tiang, ndek nomer bu sarni",
            "recruiter_phone",
            "",
        ),
        ("yg bawa Bu Sarni 0878 1700 0503", "0878 1700 0503 itu no paman saya bukan no pelaku", "recruiter_phone", ""),
        ("yg bawa Bu Sarni 0878 1700 0504", "nomor itu bukan, punya tetangga saya", "recruiter_phone", ""),
        ("yg bawa Bu Sarni 0878 1700 0505", "yg 0878 itu nomor bapaknya", "recruiter_phone", ""),
        ("nomor adik saya +95 9 4455 20506", "yg +95 itu nomor penculiknya bukan no adik sy", "victim_phone", ""),
        ("nomor adik saya 0878 1700 0507", "itu no temennya bkn no adik sy", "victim_phone", ""),
        ("boleh telp saya 0878 1700 0508", "itu no kakak sy bkn no sy", "contact_phone", ""),
    ],
)
def test_a_number_of_another_leaves_its_wrong_place_and_that_is_said(
    first: str, line: str, key: str, number: str
) -> None:
    desk = told("adik saya rina 20 th dibawa ke myanmar, paspornya ditahan", "aman", first)
    before = desk.conversation.value(key)
    assert before, first

    reply = desk.hear(Said(text=line)).replies[0].text

    assert not desk.conversation.value(key)
    assert desk.conversation.value("other_phone").startswith(number or before)
    assert "nomor orang lain, bukan nomor" in reply
    assert line in desk.conversation.value("what")


def test_the_right_number_told_with_the_correction_takes_the_place() -> None:
    desk = told("siswi saya Laila 14 tahun hilang, diajak orang ke bali", "pelakunya 0878 1700 0601")
    desk.hear(Said(text="Maaf, 0878 1700 0601 itu nomor ayahnya, bukan nomor pelaku. Nomor pelaku 0812 1700 0602."))

    assert desk.conversation.value("recruiter_phone") == "+6281217000602"
    assert desk.conversation.value("other_phone") == "+6287817000601 (ayahnya)"


@pytest.mark.parametrize(
    ("first", "line", "key"),
    [
        ("yg bawa Bu Sarni 0878 1700 0701", "itu nomor bu sarni", "recruiter_phone"),
        ("yg bawa Bu Sarni 0878 1700 0702", "itu nomor calonya bukan nomor saya", "recruiter_phone"),
        ("yg bawa Bu Sarni 0878 1700 0706", "saya Nur, ini hp bapak saya, tlp sore aja", "recruiter_phone"),
        ("yg bawa Bu Sarni 0878 1700 0707", "tolong jangan telpon, hp ini punya kakak, sms aja", "recruiter_phone"),
        ("yg bawa Bu Sarni 0878 1700 0708", "ini nomor orangnya", "recruiter_phone"),
        ("yg bawa Bu Sarni 0878 1700 0703", "bapaknya sudah tahu nomor itu", "recruiter_phone"),
        ("nomor adik saya 0878 1700 0704", "itu nomor adik saya bukan nomor pelaku", "victim_phone"),
        ("boleh telp saya 0878 1700 0705", "itu nomor saya bukan nomor adik saya", "contact_phone"),
    ],
)
def test_a_number_that_stands_right_stays(first: str, line: str, key: str) -> None:
    desk = told("adik saya rina 20 th dibawa ke myanmar, paspornya ditahan", "aman", first)
    before = desk.conversation.value(key)

    desk.hear(Said(text=line))

    assert before
    assert desk.conversation.value(key) == before


def test_a_number_is_given_away_after_the_report_was_sent() -> None:
    known = {"victim_relation": Answer("adik"), "victim_phone": Answer("+959445520801")}
    told = {"other_phone": Answer("+95 (penculik)")}

    facts = completed(known, told)

    assert "victim_phone" not in facts
    assert facts["other_phone"].value == "+959445520801 (penculik)"


def test_the_victims_own_number_stays_after_the_report_was_sent() -> None:
    known = {"victim_relation": Answer("suami"), "victim_phone": Answer("+6287717000802")}

    assert "victim_phone" in completed(known, {"other_phone": Answer("+62877 (suami saya)")})


def test_a_neighbours_number_stays_the_way_to_the_writer_however_often_it_is_told() -> None:
    desk = told("cucu saya wulan 15 th dibawa rohani ke bali", "telpon bau, hp rusni tetangga 0853 1700 0901")
    for text in (
        "salah nak. nike nomer rusni tetangga tiang, ndek nomer rohani",
        "nomer nike endak, rusni tetangga",
        "bau nak telpon tiang jak nomer rusni 085317000901",
    ):
        desk.hear(Said(text=text))

    assert desk.conversation.value("contact_phone") == "+6285317000901"
    assert desk.conversation.value("other_phone") == "+6285317000901 (rusni tetangga, boleh dihubungi)"
    assert not desk.conversation.knows("recruiter_phone")
    assert desk.conversation.value("victim_name") != "Rusni"


def test_a_story_in_short_lines_gives_a_number_to_one_person_only() -> None:
    desk = told("adik saya dibawa ke riyadh", "nomor adik saya 0551 234 567")

    assert desk.conversation.value("victim_phone")
    assert not desk.conversation.knows("recruiter_phone")


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ("eh maaf pak yg barusan itu nomer staf saya. nomer haji zul 0823 3991 0876", "other_phone", "staf saya"),
        ("eh salah itu nomer ipar saya. nomer haji zul 0823 3991 0876", "other_phone", "ipar saya"),
        ("aduh tadi itu hp istri saya, sponsornya 0823 3991 0876", "other_phone", "istri saya"),
        ("maaf yg tadi nomor saya, nomer zul 0823 3991 0876", "contact_phone", "+6281246650098"),
    ],
)
def test_the_recruiters_number_is_put_right_with_whose_the_other_was(line: str, key: str, value: str) -> None:
    desk = told("adik saya dibawa ke dubai", "sponsornya H. Zulkarnaen", "hp nya 0812 4665 0098", line)

    assert desk.conversation.value("recruiter_phone") == "+6282339910876"
    assert value in desk.conversation.value(key)
    assert "+6282339910876" not in desk.conversation.value("contact_phone")


@pytest.mark.parametrize(
    "line",
    [
        "itu nomor agennya, nomor saya 0823 3991 0876",
        "itu nomer anaknya, hubungi saya di 0823 3991 0876",
        "nomer haji zul yg satu lagi 0823 3991 0876",
    ],
)
def test_another_number_leaves_the_recruiters(line: str) -> None:
    desk = told("adik saya dibawa ke dubai", "sponsornya H. Zulkarnaen", "hp nya 0812 4665 0098", line)

    assert desk.conversation.value("recruiter_phone") == "+6281246650098"


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("nomernya 0812 4665 0098 saya lihat di hp pasien", "recruiter_phone"),
        ("nomornya 0812 4665 0098 dapat dari chat pasien", "recruiter_phone"),
        ("nomor pasien 0812 4665 0098", "victim_phone"),
        ("nomernya pasien 0812 4665 0098", "victim_phone"),
    ],
)
def test_where_a_number_was_found_does_not_tell_whose_it_is(line: str, key: str) -> None:
    desk = told("pasien saya hamil dibawa ke denpasar", "yg jemput dan ngajak bu Agustin", line)

    assert desk.conversation.value(key) == "+6281246650098"


def test_the_number_of_a_report_is_nobodys_phone() -> None:
    desk = PretendDesk()

    desk.hear(Said(text="laporan ibu sy di amman nomor 0362 gmn? gajinya masih blm jg"))

    assert OTHERS not in desk.conversation.answers

"""The number of a relative, a neighbour, a friend or a captor is neither the recruiter's nor the victim's."""

import pytest

from tests.flows.pretend_desk import told

_SISTER = ("adik saya rina 20 th dibawa ke batam, paspornya ditahan", "aman")
_MYSELF = (
    "saya di taiwan dipaksa kerja 16 jam, paspor saya dipegang agensi",
    "aman",
    "saya sendiri",
    "chat aja jgn telp",
)
_GRANDCHILD = ("cucu saya wulan 15 th dibawa orang ke bali dan tidak boleh pulang",)
_CAPTIVE = ("adik saya disandera di myawaddy, boleh telpon saya 0819 1700 0901",)


@pytest.mark.parametrize(
    ("before", "line", "number", "whose"),
    [
        (_SISTER, "Bapaknya bernama Mahrup no HP 0878 1700 0101", "+6287817000101", "bapaknya mahrup"),
        (_SISTER, "ibunya inaq Sakmah nomernya 081917000102", "+6281917000102", "ibunya inaq sakmah"),
        (_SISTER, "ini nomor hp suaminya 0878 1700 0103", "+6287817000103", "suaminya"),
        (_SISTER, "0878 1700 0104 itu nomor orang tuanya", "+6287817000104", "orang tuanya"),
        (_SISTER, "dia sms pake hp temennya 0858 1700 0105", "+6285817000105", "temennya"),
        (_SISTER, "kemarin nelpon dari hp tetangga 085817000106", "+6285817000106", "tetangga"),
        (_SISTER, "paman saya Durahman 0878 1700 0107 sudah ke sana", "+6287817000107", "paman saya durahman"),
        (_MYSELF, "oh ya suami sy mahrip 0877 1700 0108 boleh dihubungi", "+6287717000108", "suami saya mahrip"),
        (_MYSELF, "ade sy nisa 0823 1700 0109 blh di hub, dia di bima", "+6282317000109", "saya nisa"),
        (_MYSELF, "kalo ada apa2 bisa hubungi kakak saya 0823 1700 0110", "+6282317000110", "kakak saya"),
        (_SISTER, "nomor bapak saya di lombok 0823 1700 0111", "+6282317000111", "bapak saya"),
        (_CAPTIVE, "penculiknya nelpon dr no +95 9 4455 20113", "+959445520113", "penculik"),
        (_CAPTIVE, "yang minta tebusan nomornya +95 9 4455 20112", "+959445520112", "yang minta tebusan"),
        (_CAPTIVE, "ini wa penculiknya +95 9 4455 20114", "+959445520114", "penculik"),
    ],
)
def test_a_number_of_somebody_beside_the_case_is_kept_with_whose_it_is(
    before: tuple[str, ...], line: str, number: str, whose: str
) -> None:
    desk = told(*before, line)

    conversation = desk.conversation
    assert conversation.value("other_phone").startswith(number)
    assert whose in conversation.value("other_phone")
    assert number not in {conversation.value("recruiter_phone"), conversation.value("victim_phone")}
    assert line in conversation.value("what")


def test_who_may_be_called_is_the_way_to_the_writer_where_no_other_is_known() -> None:
    desk = told(*_GRANDCHILD, "telpon bau, hp rusni tetangga 0853 1700 0201 aru-aru")

    assert desk.conversation.value("contact_phone") == "+6285317000201"
    assert desk.conversation.value("other_phone") == "+6285317000201 (rusni tetangga, boleh dihubungi)"
    assert not desk.conversation.knows("recruiter_phone")


@pytest.mark.parametrize(
    "line", ["suami sy mahrip 0877 1700 0202 boleh dihubungi", "bisa telp kakak saya 0877 1700 0202"]
)
def test_who_refused_calls_is_not_to_be_called_because_another_may_be(line: str) -> None:
    desk = told(*_MYSELF, line)

    assert desk.conversation.value("contact") == "chat"
    assert not desk.conversation.knows("contact_phone")
    assert "boleh dihubungi" in desk.conversation.value("other_phone")
    assert desk.conversation.value("victim_sex") != "laki-laki"  # who has a husband is a woman


def test_both_parents_numbers_and_their_names_stay_theirs() -> None:
    desk = told(
        "siswi saya Laila 14 tahun hilang, diajak orang ke bali",
        "Ayahnya bernama Sahrup no HP 0878 1700 0203, ibunya Inaq Mas 0819 1700 0204",
    )

    assert desk.conversation.value("other_phone") == "+6287817000203 (ayahnya sahrup); +6281917000204 (ibunya inaq mas)"
    assert not desk.conversation.knows("recruiter")
    assert not desk.conversation.knows("recruiter_phone")


def test_a_captors_number_leaves_the_recruiters_place_free() -> None:
    desk = told(
        *_CAPTIVE, "yang minta tebusan nomornya +95 9 4455 20205", "yg ngajak namanya Reno, no nya +66 81 555 0205"
    )

    assert desk.conversation.value("recruiter_phone") == "+66815550205"


@pytest.mark.parametrize(
    ("before", "line", "key", "number"),
    [
        (_SISTER, "nomor adik saya 0878 1700 0301", "victim_phone", "+6287817000301"),
        (_SISTER, "hp dia 0878 1700 0302", "victim_phone", "+6287817000302"),
        (_SISTER, "yg ngajak tetangga saya Rahmi 0878 1700 0303", "recruiter_phone", "+6287817000303"),
        (_SISTER, "tetangga saya yang bawa, nomornya 0878 1700 0304", "recruiter_phone", "+6287817000304"),
        (_SISTER, "dibawa sama temannya Dian, nomornya 0878 1700 0305", "recruiter_phone", "+6287817000305"),
        (_SISTER, "nomor calonya 0878 1700 0306 dapat dari tetangga", "recruiter_phone", "+6287817000306"),
        (_SISTER, "saya dapat dari tetangga nomor agennya 0878 1700 0307", "recruiter_phone", "+6287817000307"),
        (_SISTER, "nomor haji Mus dicatat menantu saya 0878 1700 0308", "recruiter_phone", "+6287817000308"),
        (_SISTER, "nomor saya 0878 1700 0309, saya kakaknya", "contact_phone", "+6287817000309"),
        (_SISTER, "saya Rudi tetangganya, telp saya di 0878 1700 0310", "contact_phone", "+6287817000310"),
        ((*_SISTER, "yg bawa bibinya"), "no bibinya 0878 1700 0311", "recruiter_phone", "+6287817000311"),
        ((*_SISTER, "yg ngajak Tante Ita"), "tantenya itu 0878 1700 0312", "recruiter_phone", "+6287817000312"),
        (_GRANDCHILD, "hp wulan 0878 1700 0313", "victim_phone", "+6287817000313"),
    ],
)
def test_other_numbers_stay_whose_they_are(before: tuple[str, ...], line: str, key: str, number: str) -> None:
    desk = told(*before, line)

    assert desk.conversation.value(key) == number
    assert not desk.conversation.knows("other_phone")


def test_what_follows_the_number_in_the_next_sentence_is_not_of_its_owner() -> None:
    desk = told(
        "ipar saya Nuraeni di riyadh disiksa majikan",
        "HJ MASTIAH. Bima. 0821 1700 0401. ada lagi korbannya, keponakan saya umur 22",
    )

    assert not desk.conversation.knows("victim_phone")


def test_the_firm_behind_a_number_is_not_whose_it_is() -> None:
    desk = told(*_SISTER, "bang tono dompu 0813 1700 0402. pt nya samudra contoh")

    assert not desk.conversation.knows("victim_phone")


def test_the_childs_number_is_kept_beside_ones_own() -> None:
    desk = told(
        "anak saya dibawa ke batam, tolong",
        "boleh telpon saya kapan saja",
        "nomor saya 0878 1700 0403. nomor anak saya 0877 1700 0404 yg centang satu",
    )

    assert desk.conversation.value("contact_phone") == "+6287817000403"
    assert desk.conversation.value("victim_phone") == "+6287717000404"


def test_ones_own_number_beside_this_is_not_the_number_of_the_chat() -> None:
    desk = told(*_SISTER, "boleh tlp gw ini nomer gw 0852 1700 0405. jgn tlp adek gw")

    assert desk.conversation.value("contact_phone") == "+6285217000405"


def test_a_captors_number_beside_the_recruiters_is_nobodys_of_the_case() -> None:
    desk = told(
        "anak sy Rizal 22 th di poipet kamboja, ga boleh keluar, disetrum",
        "di gedung tinggi deket pasar",
        "boleh telpon sy 0819 1744 2086 sore aja",
        "yg bawa hendra orang taliwang hp 0878 6512 3390. yg minta tebusan nomornya +855 96 441 2087",
    )

    assert desk.conversation.value("recruiter_phone") == "+6287865123390"
    assert "+855964412087" in desk.conversation.value("other_phone")
    assert not desk.conversation.knows("victim_phone")

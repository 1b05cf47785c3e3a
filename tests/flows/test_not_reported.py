"""Who does not want to report is not reported where no danger was told, and a question begins no report."""

import pytest

from flows.labels import Language
from flows.sentences import holds_a_question
from flows.texts import say
from tests.flows.pretend_desk import talk, told

_NOT_REPORTED = say("not_reported", Language.INDONESIAN)
_WARNED = (
    "pak haji muhlis ngajak anak sy ke taiwan, katanya PT cahaya rinjani persada, itu resmi ga",
    *("tetangga", "anak sy sri umur 22, ktp sama ijazah aslinya sudah di pegang pak haji", "atas nama orang", "cukup"),
)


@pytest.mark.parametrize(
    "text",
    [
        "trus ijazah anak sy gmn cara ambilnya. sy takut dia marah",
        "ijazahnya bisa diambil lagi ndak pak",
        "paspor anak sy masih bisa balik gak ya",
        "kalo selasa dia nagih sy harus bilang apa",
        "terus uangnya yang 7 juta itu gimana",
        "sebaiknya sy gimana pak, dia sdh bawa ijazah",
    ],
)
def test_a_question_after_a_warning_begins_no_report(text: str) -> None:
    desk, _ = talk(*_WARNED, text)

    assert desk.conversation.flow == "check"


@pytest.mark.parametrize(
    "text",
    [
        "sy blm mau lapor pak sy cuma tanya. nanti namanya sy di kasi tau ke pak haji ndak",
        "bukan mau lapor, cuma nanya. pak haji tau ndak nanti",
        "saya tidak mau lapor dulu, cuma mau tanya. dia tau ga sy yg nanya",
    ],
)
def test_who_only_asks_after_a_check_is_answered_and_not_reported(text: str) -> None:
    desk, last = talk(*_WARNED, text)

    assert say("worry_secret", Language.INDONESIAN) in last
    assert _NOT_REPORTED in last
    assert desk.conversation.flow == "check"


def test_what_is_told_on_makes_no_report_of_who_refused_one() -> None:
    desk = told(
        *_WARNED,
        "sy blm mau lapor pak sy cuma tanya. nanti namanya sy di kasi tau ke pak haji ndak",
        "hp pak haji 081977421160. rek bri 471101028833509",
    )

    assert desk.conversation.flow == "check"
    assert not desk.tickets


def test_a_report_that_grew_out_of_a_check_goes_back_to_it() -> None:
    desk, last = talk(*_WARNED, "jadikan laporan", "aman. tp sy blm mau lapor pak sy cuma tanya")

    assert _NOT_REPORTED in last
    assert desk.conversation.flow == "check"


def test_danger_is_reported_all_the_same() -> None:
    desk, last = talk("adik saya disekap di kamboja dipukuli tiap hari", "aman", "sy blm mau lapor pak, sy cuma tanya")

    assert _NOT_REPORTED not in last
    assert desk.tickets


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("pak haji tau ndak nanti", True),
        ("pak haji tau ndak sy yg nanya", True),
        ("dia tau ga boleh pulang", False),
        ("sy ga tau nanti", False),
        ("nanti sy kabari pak", False),
    ],
)
def test_who_gets_to_know_is_asked(text: str, *, asks: bool) -> None:
    assert holds_a_question(text) is asks


@pytest.mark.parametrize("text", ["sy bayarnya blm", "belum bayar apa2 kok", "transfernya belum pak", "blm setor uang"])
def test_who_has_not_paid_yet_may_wait(text: str) -> None:
    _, last = talk(*_WARNED, text)

    assert say("check.not_yet", Language.INDONESIAN) in last

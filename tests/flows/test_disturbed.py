"""Whoever must put the phone away is asked nothing more; what is told of others, or of another day, ends nothing."""

import pytest

from flows.labels import Language
from flows.said import Said
from flows.texts import say
from tests.flows.pretend_desk import talk, tell, told

OWN = ("tolong kak saya dikurung di rumah majikan di riyadh paspor diambil", "di dapur", "siti 24")
OF_ANOTHER = ("adik saya dibawa ke malaysia sama pak Dullah, paspornya ditahan", "aman")


@pytest.mark.parametrize(
    "text",
    [
        "madam dtg",
        "udah ya penjaga mau kontrol",
        "bos dateng",
        "eh papi manggil",
        "ntar lagi ada orang",
        "ada yg dateng",
        "takut ketauan, nanti lagi ya",
        "sy sembunyiin hp dulu",
        "someone is coming",
    ],
)
def test_who_writes_of_their_own_case_is_sent_away_at_once(text: str) -> None:
    desk, heard = talk(*OWN, text)

    assert heard == say("stop.hide_told", Language.INDONESIAN)
    assert text in desk.conversation.value("what")
    assert desk.conversation.shown is None


def test_who_comes_while_nobody_else_was_told_of_is_no_victim() -> None:
    desk, _ = talk("besok sy berangkat kerja ke thailand tp kok sy ragu ya", "aman", "bentar kak ada ibu")

    assert desk.conversation.value("victim") == ""
    assert desk.conversation.shown is None


@pytest.mark.parametrize("text", ["suami sudah datang nanti lagi", "bos masuk", "udah dulu, mandor balik"])
def test_who_writes_of_others_is_sent_away_where_it_is_plain(text: str) -> None:
    _, heard = talk(*OF_ANOTHER, text)

    assert heard == say("stop.hide", Language.INDONESIAN)


WARNINGS = [
    "awas",
    "awas bos",
    "ssst",
    "bentar ada org",
    "eh ada orang",
    "awas dia dtg",
    "udh dl ada org",
    "wait someone",
]


@pytest.mark.parametrize("text", WARNINGS)
@pytest.mark.parametrize("steps", [(), ("cukup", "boleh chat", "tanpa nama")])
def test_a_bare_warning_puts_the_phone_away_whoever_gives_it_and_alarms_nobody(
    text: str, steps: tuple[str, ...]
) -> None:
    desk, heard = talk(*OF_ANOTHER, *steps, text)

    assert heard == say("stop.hide", Language.INDONESIAN)
    assert not desk.tickets


@pytest.mark.parametrize("text", WARNINGS)
def test_a_bare_warning_is_heard_at_the_summary_of_who_is_held(text: str) -> None:
    _, heard = talk(*OWN, "boleh chat", "cukup", text)

    assert heard == say("stop.hide_told", Language.INDONESIAN)


@pytest.mark.parametrize("text", ["udah aman", "sdh aman kak", "aman"])
def test_safe_again_behind_a_warning_goes_on_in_a_line(text: str) -> None:
    desk = told(*OF_ANOTHER, "cukup", "boleh chat", "tanpa nama", "bentar ada org")
    heard = tell(desk, text)

    assert heard == "Baik.\n\nKalau sudah semua, ketik *kirim*."
    assert desk.conversation.flow == "report"


@pytest.mark.parametrize("text", ["sdh aman", "aman", "udah aman kak"])
def test_who_is_held_and_safe_to_write_takes_no_alarm_back(text: str) -> None:
    desk, heard = talk(*OWN, text)

    assert desk.conversation.flow == "report"
    assert heard.startswith("Baik.")


@pytest.mark.parametrize("text", ["bentar", "tunggu ya", "sebentar kak", "wait"])
def test_who_must_break_off_for_a_moment_is_waited_for(text: str) -> None:
    desk, heard = talk(*OF_ANOTHER, text)

    assert heard == say("stop.wait", Language.INDONESIAN)
    assert not desk.tickets


def test_a_warning_after_filing_is_no_addition() -> None:
    _, heard = talk(*OF_ANOTHER, "cukup", "boleh chat", "tanpa nama", "sudah benar", "ya kirim", "awas ada org")

    assert heard == say("stop.hide_told", Language.INDONESIAN)


@pytest.mark.parametrize(
    "text",
    [
        "ada orang yang jaga",
        "dia bilang awas kalau lapor",
        "kata orang dia di johor",
        "orang itu datang kemarin",
        "ada orang bilang dia dijual",
        "tunggu gaji dulu baru pulang",
        "orang tua saya takut",
        "dia sudah datang ke rumah bos",
        "ada orang dekat pelabuhan",
        "bentar lagi dia berangkat",
    ],
)
def test_what_only_sounds_like_a_warning_is_kept_with_the_story(text: str) -> None:
    desk, heard = talk(*OF_ANOTHER, text)

    assert say("stop.hide", Language.INDONESIAN) not in heard
    assert desk.conversation.shown is not None


def test_the_talk_goes_on_where_it_was() -> None:
    desk = told(*OWN, "madam dtg")

    (reply,) = desk.hear(Said(text="sudah aman kak")).replies

    assert reply.prompt == "contact"


@pytest.mark.parametrize(
    "text",
    [
        "maaf tadi ada penjaga lewat",
        "majikan saya datang bulan lalu",
        "hp saya disita madam",
        "jgn telp ya nanti ketauan",
        "penjaganya selalu datang malam",
    ],
)
def test_what_is_told_of_another_time_ends_nothing(text: str) -> None:
    _, heard = talk(*OWN, text)

    assert say("stop.hide_told", Language.INDONESIAN) not in heard


@pytest.mark.parametrize("text", ["dia sudah pulang", "adik saya dikirim masuk hutan", "hp nya mau diambil agen"])
def test_what_is_told_of_others_ends_nothing(text: str) -> None:
    _, heard = talk(*OF_ANOTHER, text)

    assert say("stop.hide", Language.INDONESIAN) not in heard


def test_who_is_held_and_safe_for_a_moment_takes_no_alarm_back() -> None:
    desk = told("tolong sy disekap di compound scam myawaddy", "gedung A3", "sudah aman bntr")

    assert desk.conversation.flow == "report"


@pytest.mark.parametrize("text", ["wait ada org", "bentar ada org lg", "ntar, ada orang nih"])
def test_who_waits_for_somebody_to_pass_is_asked_nothing(text: str) -> None:
    _, last = talk("tolong sy disekap di compound scam myawaddy", "gedung A3", text)

    assert "?" not in last

"""Every code has words, every moment is said as people say it, hidden characters are seen."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from zoneinfo import ZoneInfo

import pytest

from bot import ticket_words
from flows.labels import Category, Urgency
from flows.questions import QUESTIONS
from flows.ticket import Outcome, State, TicketKind
from webhook.desk import fact_words, words
from webhook.desk.clock import countdown, moment_words, short_moment, span
from webhook.desk.row_ids import row_id
from webhook.desk.visible import visible, without_hidden

WITA = ZoneInfo("Asia/Makassar")
NOW = datetime(2026, 11, 25, 15, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        (ticket_words.URGENCY, Urgency),
        (ticket_words.CATEGORY, Category),
        (ticket_words.STATE, State),
        (ticket_words.OUTCOME, Outcome),
        (ticket_words.KIND, TicketKind),
    ],
)
def test_every_code_has_its_words(table: Mapping[str, str], codes: type[str]) -> None:
    assert set(table) == set(codes)


def test_every_question_of_the_report_has_its_words() -> None:
    # these belong to the way through the conversation and are never kept as facts
    passing = {
        *("menu", "menu_sure", "resume", "summary", "fix", "receipt", "learn", "withdraw", "delete"),
    }

    assert set(QUESTIONS) - passing - set(fact_words.FACTS) == set()


def test_an_unknown_code_is_shown_rather_than_hidden() -> None:
    assert words.say(words.SIGNAL, "brand_new_sign") == "brand new sign"
    assert words.say(words.SIGNAL, None) == ""


@pytest.mark.parametrize(
    ("fact_id", "value", "said"),
    [
        ("documents", "held", "ditahan orang lain"),
        ("recruiter_phone", "+6281200001111", "0812-0000-1111"),
        ("recruiter_phone", "+60123456789", "+60123456789"),
        ("departure", "2026-11-26 04:30", "Kamis 26 November 04:30"),
        ("departure", "2026-13-45", "2026-13-45"),
        ("what", "held", "held"),
    ],
)
def test_answers_are_said_as_people_say_them(fact_id: str, value: str, said: str) -> None:
    assert fact_words.fact_value(fact_id, value) == said


def test_only_the_first_forty_letters_are_loud() -> None:
    assert words.loud_words("LAPORAN Anda") == ("laporan",)
    assert words.loud_words("x" * 41 + " laporan") == ()


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        *(
            (-5, "baru saja"),
            (0.5, "baru saja"),
            (4, "4 menit"),
            (59, "59 menit"),
            (60, "1 jam"),
            (65, "1 jam 5 menit"),
        ),
        *((605, "10 jam"), (47 * 60, "47 jam"), (48 * 60, "2 hari"), (60 * 24 * 30, "30 hari")),
    ],
)
def test_spans_are_said_in_their_biggest_unit(minutes: float, said: str) -> None:
    assert span(timedelta(minutes=minutes)) == said


def test_moments_are_said_in_wita() -> None:
    assert moment_words(NOW, WITA, NOW) == "pukul 23.10 WITA"
    assert moment_words(NOW + timedelta(hours=1), WITA, NOW) == "Kamis 26 November, pukul 00.10 WITA"
    assert moment_words(NOW - timedelta(days=365), WITA, NOW) == "Selasa 25 November 2025, pukul 23.10 WITA"
    assert moment_words(NOW, ZoneInfo("Asia/Jakarta"), NOW) == "pukul 22.10 WIB"
    assert moment_words(NOW, ZoneInfo("Asia/Jayapura"), NOW) == "Kamis 26 November, pukul 00.10 WIT".replace(
        "Kamis 26 November, ", ""
    )
    assert short_moment(NOW - timedelta(days=1), WITA, NOW) == "24 Nov 23.10"


def test_departures_count_down_and_then_up() -> None:
    assert countdown(NOW + timedelta(hours=3), NOW) == "3 jam lagi"
    assert countdown(NOW, NOW) == "berangkat sekarang"
    assert countdown(NOW - timedelta(minutes=20), NOW) == "lewat 20 menit"


def test_marks_are_made_for_hidden_characters_and_text_is_escaped() -> None:
    seen = visible("a\u202eb<b>\n\u200b")

    assert "\u202e" not in seen
    assert "&lt;b&gt;\n" in seen
    assert seen.count("hidden-char") == 2
    assert "paksa kanan ke kiri" in seen
    assert "U+0007" in visible("\x07")


def test_a_tower_of_marks_is_cut() -> None:
    assert visible("e" + "\u0301" * 200) == "e" + "\u0301" * 4


def test_hidden_characters_are_dropped_from_codes() -> None:
    assert without_hidden("K7\u200bM\u202e-4QX\x00") == "K7M-4QX"


@pytest.mark.parametrize("text", ["", "0", "-1", "x", "1.5", "\u0663", "9" * 40, str(2**63), " 1"])
def test_what_cannot_be_an_id_is_none(text: str) -> None:
    assert row_id(text) is None


def test_the_largest_id_is_one() -> None:
    assert row_id(str(2**63 - 1)) == 2**63 - 1


def test_the_sound_is_our_own_and_small() -> None:
    body = (files("webhook.desk") / "static" / "masuk.wav").read_bytes()

    assert body.startswith(b"RIFF")
    assert len(body) < 64 * 1024


def test_the_desk_weighs_little() -> None:
    """One stylesheet and small scripts: the shared PC is old and the night line is slow."""
    folder = files("webhook.desk") / "static"
    text = [path.read_bytes() for path in folder.iterdir() if path.name.endswith((".css", ".js", ".svg"))]

    assert sum(map(len, text)) < 40 * 1024

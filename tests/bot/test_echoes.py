"""Two machines never talk all night, and nobody who is afraid is left without an answer."""

from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from bot.echoes import Echoes, letters_of
from bot.hotline import Parts, running
from bot.inbound import Inbound
from bot.rules import Rules
from flows.said import Attachment, Kind, Said
from storage.cipher import Cipher
from storage.database import Database
from storage.evidence import EvidenceFolder
from storage.shelf import run
from tests.conftest import FrozenClock

AT = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
AUTOMATIC = "Terima kasih sudah menghubungi kami. Kami balas jam {} WITA."
_numbers = count(1)


def message(said: Said | str) -> Inbound:
    """One more message of somebody's."""
    words = Said(text=said) if isinstance(said, str) else said
    return Inbound("whatsapp", f"SM{next(_numbers)}", "+6281200000001", words, AT)


def answered(echoes: Echoes, *said: Said | str, every: timedelta = timedelta(seconds=3), contact_id: int = 1) -> int:
    """Say all this one after the other; gives how much of it is answered."""
    return sum(
        not echoes.is_one_too_many(contact_id, message(one), AT + place * every) for place, one in enumerate(said)
    )


def test_an_automatic_answer_gets_a_few_replies_and_then_hardly_any() -> None:
    same = [AUTOMATIC.format(number) for number in range(400)]

    assert answered(Echoes(), *same) == 5 + 6  # the 10th, 20th, 40th ... 320th


def test_two_automatic_answers_in_turn_are_no_way_round() -> None:
    same = [AUTOMATIC, "Halo! Ada yang bisa kami bantu hari ini, Kak?"] * 50

    assert answered(Echoes(), *same) < 20


def test_at_whatever_pace_a_machine_answers_the_day_has_an_end() -> None:
    assert answered(Echoes(), *[AUTOMATIC] * 1000, every=timedelta(minutes=11)) < 8 * 70


def test_danger_is_answered_however_often_it_is_said() -> None:
    plea = "tolong saya disekap di ruko, pintunya digembok"

    assert answered(Echoes(), *[plea] * 200) == 200


def test_even_a_machine_that_speaks_of_danger_comes_to_an_end() -> None:
    hospital = "Tolong! Dia dipukul dan disekap. Ini jawaban otomatis."

    assert answered(Echoes(), *[hospital] * 1000) < 210


def test_who_asks_again_after_a_while_is_answered_each_time() -> None:
    assert answered(Echoes(), *["kapan petugas datang ke sini"] * 40, every=timedelta(minutes=10)) == 40


def test_an_honest_report_may_say_the_same_short_word_many_times() -> None:
    assert answered(Echoes(), *["lewati"] * 25, *["1"] * 25, *["tidak tahu"] * 25) == 75


def test_other_words_other_people_and_files_are_not_counted_together() -> None:
    echoes = Echoes()
    assert answered(echoes, *[AUTOMATIC] * 9) == 5

    voice = Said(Kind.VOICE, attachments=(Attachment(Kind.VOICE, 1),))
    assert answered(echoes, AUTOMATIC, contact_id=2) == 1
    assert answered(echoes, *[voice] * 20, *[Said(Kind.CHOICE, token="menu:report")] * 20) == 40
    assert answered(echoes, "saya mau melapor, adik saya belum pulang") == 1


def test_a_transaction_that_is_tried_again_counts_a_message_once() -> None:
    echoes, again = Echoes(), message(AUTOMATIC)

    assert not any(echoes.is_one_too_many(1, again, AT) for _ in range(20))


@pytest.mark.parametrize(("one", "other"), [("Halo 1", "HALO, 2!"), ("jam 10.30", "jam 09.15")])
def test_hours_numbers_and_signs_make_no_difference(one: str, other: str) -> None:
    assert letters_of(one) == letters_of(other)
    assert letters_of("1") != letters_of("2")


async def test_every_word_is_kept_and_the_next_other_one_is_answered(
    database: Database, cipher: Cipher, data_dir: Path, clock: FrozenClock
) -> None:
    folder = EvidenceFolder(data_dir / "evidence", cipher)
    async with running(Parts(database, cipher, folder, Rules(), clock=clock)) as hotline:
        taken = [await hotline.take_in(message(AUTOMATIC)) for _ in range(20)]
        after = await hotline.take_in(message("saya mau melapor, adik saya belum pulang"))
        kept = await hotline.writer.run(
            lambda conn: run(conn, "SELECT count(*) FROM message WHERE speaker = 'citizen'").one()[0]
        )

    assert sum(bool(one.replies) for one in taken) == 7
    assert after.replies
    assert kept == 21

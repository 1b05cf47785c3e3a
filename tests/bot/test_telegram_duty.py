"""The duty group on Telegram: cards, acts by linked officers, and the desk, which sees the same ticket."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.duty_cards import HIDDEN
from bot.telegram_orders import NOT_LINKED
from flows.ticket import Outcome, State
from storage.cipher import Cipher
from storage.database import Database
from tests.fakes.telegram_room import CITIZEN, EMERGENCY, GROUP, OFFICER, Room, telegram_fixture, telegram_room

room = telegram_fixture()
forum = telegram_fixture(is_forum=True)
minimal = telegram_fixture(duty_card="minimal")

STRANGER = 9009


def heard(room: Room) -> str:
    """Give what was shown to whoever pressed last."""
    return str(list(room.world.queries.values())[-1]["answer"])


async def test_a_ticket_gets_one_card_that_changes_where_it_stands(room: Room) -> None:
    officer = await room.emergency()
    code = room.ticket().code
    assert room.card["text"].startswith(f"DARURAT · {code}")
    assert "Belum diterima" in room.card["text"]
    number = room.card["message_id"]
    await room.desk.confirm(officer, code)
    await room.settle()

    assert room.card["message_id"] == number
    assert "Diterima: Siti Aminah" in room.card["text"]
    assert room.world.titles(room.card) == []


async def test_a_linked_officer_takes_a_ticket_by_its_button(room: Room) -> None:
    officer = await room.emergency()
    await room.officer_presses("Terima")

    assert (room.ticket().state, room.ticket().owner_id) == (State.CONFIRMED, officer.id)
    assert heard(room) == f"Anda menerima {room.ticket().code}."
    assert room.rows("SELECT count(*) FROM timer WHERE kind = 'ladder' AND status = 'waiting'") == [(0,)]


async def test_nobody_who_is_not_linked_can_act(room: Room) -> None:
    await room.say(EMERGENCY)
    room.world.presses(STRANGER, "Terima", chat_id=GROUP)
    room.world.says(STRANGER, "/terima", to=GROUP, answers=room.card["message_id"])
    room.world.says(STRANGER, "/balas halo", to=GROUP, answers=room.card["message_id"])
    await room.pump()

    assert room.ticket().state == State.NEW
    assert heard(room) == NOT_LINKED
    assert room.world.seen(GROUP).count(NOT_LINKED) == 1
    assert room.rows("SELECT count(*) FROM message WHERE speaker = 'officer'") == [(0,)]


async def test_a_disabled_officer_is_nobody(room: Room) -> None:
    await room.emergency()
    with room.database.engine.begin() as conn:
        conn.execute(text("UPDATE officer SET disabled_at = 1"))
    await room.officer_presses("Terima")

    assert room.ticket().state == State.NEW


async def test_an_answer_to_the_card_goes_out_only_after_an_explicit_act(room: Room) -> None:
    await room.emergency()
    seen = room.world.seen(CITIZEN)
    await room.answer_card("Kami berangkat ke sana.")
    assert room.world.seen(CITIZEN) == seen
    await room.officer_presses("Kirim ke pelapor")

    assert room.world.seen(GROUP)[-1].startswith(("Dikirim ke pelapor", "Disimpan untuk pelapor"))
    assert room.rows("SELECT count(*) FROM message WHERE speaker = 'officer'") == [(1,)]
    assert room.ticket().state == State.IN_PROGRESS


async def agree_to_be_written_to(room: Room) -> None:
    """Let the reporter of the only ticket allow answers in the chat."""
    with room.database.engine.begin() as conn:
        conn.execute(text("UPDATE ticket SET may_contact = true"))


async def test_the_citizen_reads_what_was_sent_from_the_group(room: Room) -> None:
    await room.emergency()
    await agree_to_be_written_to(room)
    await room.answer_card("/balas Kami *berangkat* ke sana.")

    assert room.world.seen(CITIZEN)[-1] == "Kami *berangkat* ke sana."
    assert room.world.seen(GROUP)[-1] == f"Dikirim ke pelapor {room.ticket().code}."


async def test_who_does_not_want_to_be_written_to_is_not(room: Room) -> None:
    await room.emergency()
    seen = room.world.seen(CITIZEN)
    await room.answer_card("/balas Kami berangkat.")

    assert room.world.seen(CITIZEN) == seen
    assert room.world.seen(GROUP)[-1].startswith("Disimpan untuk pelapor")


async def test_a_picture_under_the_card_is_not_passed_over_in_silence(room: Room) -> None:
    await room.emergency()
    size = {"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}
    await room.answer_card(photo=[size])

    assert room.world.seen(GROUP)[-1].startswith("Dari grup hanya tulisan")
    assert room.rows("SELECT count(*) FROM message WHERE speaker = 'officer'") == [(0,)]


async def test_a_note_stays_inside(room: Room) -> None:
    await room.emergency()
    await agree_to_be_written_to(room)
    seen = room.world.seen(CITIZEN)
    await room.answer_card("Sudah kenal perekrutnya.")
    room.world.presses(OFFICER, "Simpan sebagai catatan", chat_id=GROUP)
    await room.answer_card("/catat Telepon desa.")

    assert room.world.seen(CITIZEN) == seen
    assert room.rows("SELECT count(*) FROM ticket_event WHERE kind = 'note'") == [(2,)]


async def test_only_the_writer_decides_what_becomes_of_their_words(room: Room) -> None:
    await room.officer()
    await room.officer("budi", "Budi", account=9002)
    await room.say(EMERGENCY)
    await room.answer_card("Kami berangkat.")
    room.world.presses(9002, "Kirim ke pelapor", chat_id=GROUP)
    await room.pump()

    assert heard(room) == "Hanya penulisnya yang bisa memilih."
    assert room.rows("SELECT count(*) FROM message WHERE speaker = 'officer'") == [(0,)]


async def test_two_quick_presses_send_once(room: Room) -> None:
    await room.emergency()
    await room.answer_card("Kami berangkat.")
    for title in ("Kirim ke pelapor", "Kirim ke pelapor", "Simpan sebagai catatan"):
        room.world.presses(OFFICER, title, chat_id=GROUP)
    await room.pump()

    assert room.rows("SELECT count(*) FROM message WHERE speaker = 'officer'") == [(1,)]
    assert room.rows("SELECT count(*) FROM ticket_event WHERE kind = 'note'") == [(0,)]


async def test_a_redelivered_command_acts_once(room: Room) -> None:
    """T2 for officers: one reply, whatever is delivered twice."""
    await room.emergency()
    await room.answer_card("/balas Kami berangkat.")
    for _ in range(3):
        await room.door.take(room.taken[-1])
    await room.settle()

    assert room.rows("SELECT count(*) FROM message WHERE speaker = 'officer'") == [(1,)]


async def test_officers_talking_among_themselves_do_nothing(forum: Room) -> None:
    await forum.emergency()
    (thread,) = forum.world.chats[GROUP].topics
    seen = forum.world.seen(GROUP)
    forum.world.says(OFFICER, "Siapa yang ke sana?", to=GROUP, thread=thread)
    await forum.order("Saya.")

    assert forum.world.seen(GROUP) == seen


async def test_a_forum_gets_a_topic_named_by_the_code_that_closes_with_its_ticket(forum: Room) -> None:
    officer = await forum.emergency()
    ticket = forum.ticket()
    ((thread, topic),) = forum.world.chats[GROUP].topics.items()
    assert topic == {"name": ticket.code, "closed": False}
    assert forum.world.seen(GROUP, thread=thread)[0].startswith("DARURAT")
    await forum.order("/terima", thread=thread)
    with forum.database.engine.begin() as conn:
        conn.execute(text("UPDATE ticket SET waiting_since = NULL"))
    await forum.order("/tutup", thread=thread)
    await forum.officer_presses("Pertanyaan terjawab")

    assert (forum.ticket().state, forum.ticket().outcome) == (State.CLOSED, Outcome.ANSWERED)
    assert topic["closed"] is True
    await forum.desk.reopen(officer, ticket.code, why="belum selesai")
    await forum.settle()
    assert topic["closed"] is False


async def test_words_that_nobody_read_keep_a_ticket_from_closing(room: Room) -> None:
    await room.emergency()
    await room.answer_card("/balas Kami berangkat.")
    await room.answer_card("/tutup")
    await room.say("dia dipukul lagi, tolong cepat")
    await room.officer_presses("Korban sudah selamat")

    assert room.ticket().state != State.CLOSED
    assert heard(room) == "Pelapor menulis lagi. Baca dan jawab dulu."


async def test_the_group_hears_once_that_a_citizen_wrote_again(room: Room) -> None:
    await room.emergency()
    await room.answer_card("/balas Kami berangkat.")
    again = f"Pelapor {room.ticket().code} menulis lagi. Baca di meja piket."
    assert again not in room.world.seen(GROUP)
    with room.database.engine.begin() as conn:
        conn.execute(text("DELETE FROM conversation"))  # the report is over, and what is said now is added to it
    await room.say("rukonya cat hijau, di sebelah bengkel")
    await room.say("nomor rukonya tiga belas")

    assert room.world.seen(GROUP).count(again) == 1
    assert not any("sebelah" in one for one in room.world.seen(GROUP))


async def test_a_report_that_names_an_official_gets_no_card(forum: Room) -> None:
    await forum.officer()
    await forum.say("tolong adik saya disekap di ruko, yang bawa polisi, oknum polsek ikut terlibat")
    ticket = forum.ticket()
    assert ticket.names_official
    await forum.order(f"/terima {ticket.code}")

    shown = "\n".join(forum.world.seen(GROUP))
    assert HIDDEN in shown
    assert not any(word in shown for word in ("polisi", "ruko"))
    assert forum.world.chats[GROUP].topics == {}
    assert forum.ticket().state == State.NEW


async def test_a_minimal_card_carries_no_content(minimal: Room) -> None:
    await minimal.say(EMERGENCY)

    assert minimal.ticket().code in minimal.card["text"]
    assert "ruko" not in "\n".join(minimal.world.seen(GROUP))


async def test_the_ladder_speaks_in_the_group(room: Room) -> None:
    await room.officer()
    await room.officer("budi", "Budi", account=9002)
    await room.say(EMERGENCY)
    room.clock.later += timedelta(minutes=6)
    await room.hotline.clockwork.fire_due()
    await room.settle()

    assert any("Giliran Budi" in one for one in room.world.seen(GROUP))


async def test_a_foreign_group_is_declined_once_and_nothing_said_there_is_kept(room: Room, cipher: Cipher) -> None:
    room.world.group(-42, "Arisan")
    for words in ("halo semua", "/start", "rahasia keluarga kami"):
        room.world.says(STRANGER, words, to=-42)
    await room.pump()
    bodies = [
        cipher.open_json("inbox.body_enc", int(str(i)), bytes(b))
        for i, b in room.rows("SELECT id, body_enc FROM inbox")
    ]  # type: ignore[arg-type]

    assert len(room.world.seen(-42)) == 1
    assert "rahasia" not in str(bodies)


async def test_a_wrong_link_code_links_nobody(room: Room) -> None:
    (answer,) = await room.say("/tautkan AAAA-BBBB-CCCC")

    assert "tidak berlaku" in answer
    assert room.rows("SELECT count(*) FROM officer_link") == [(0,)]
    assert room.rows("SELECT count(*) FROM contact") == [(0,)]


@pytest.mark.parametrize("words", ["/balas", "/balas   ", "/catat"])
async def test_an_empty_command_is_explained(room: Room, words: str) -> None:
    await room.emergency()
    await room.answer_card(words)

    assert room.world.seen(GROUP)[-1].startswith("Tulisannya kosong")


async def test_the_group_can_ask_for_the_list_and_for_a_card(room: Room) -> None:
    await room.emergency()
    code = room.ticket().code
    await room.order("/daftar")
    assert f"{code} DARURAT" in room.world.seen(GROUP)[-1]
    await room.order(f"/lihat {code}")

    assert room.world.seen(GROUP)[-1].startswith(f"DARURAT · {code}")


async def test_an_officer_can_act_from_a_private_chat_and_a_citizen_cannot(room: Room) -> None:
    await room.emergency()
    code = room.ticket().code
    await room.say(f"/terima {code}")
    assert room.ticket().state == State.NEW
    room.world.says(OFFICER, f"/terima {code}")
    room.world.says(OFFICER, "/daftar")
    await room.pump()

    assert room.ticket().state == State.CONFIRMED
    assert code in room.world.seen(OFFICER)[-1]
    assert room.rows("SELECT count(*) FROM ticket") == [(1,)]


async def test_the_duty_group_works_on_postgresql(postgres_database: Database, cipher: Cipher, data_dir: Path) -> None:
    async with telegram_room(postgres_database, cipher, is_forum=True, folder=data_dir) as room:
        officer = await room.officer()
        await room.say(EMERGENCY)
        room.world.presses(OFFICER, "Terima", chat_id=GROUP)
        await room.pump()
        (thread,) = room.world.chats[GROUP].topics
        room.world.says(OFFICER, "/balas Kami berangkat.", to=GROUP, thread=thread)
        await room.pump()
        await room.say("hapus jejak")
        await room.press("Ya, hapus")
        await room.later(minutes=3)

        assert room.world.seen(CITIZEN) == []
        assert room.ticket().owner_id == officer.id
        assert room.ticket().state == State.IN_PROGRESS
        assert room.rows("SELECT count(*) FROM outbox WHERE status IN ('dead', 'ready')") == [(0,)]

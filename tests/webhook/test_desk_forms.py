"""The forms of the ticket page: one officer wins, nothing typed is lost, no loud word lights up a lock screen."""

import asyncio
import re
from collections.abc import AsyncIterator, Iterator

import pytest

from storage.cipher import Cipher
from storage.database import Database
from storage.shelf import run
from tests.conftest import FrozenClock
from tests.desk_room import DeskRoom, Told, Visitor, desk_room

CODE = "K7M-4QX"


@pytest.fixture
def room(database: Database, cipher: Cipher, clock: FrozenClock) -> Iterator[DeskRoom]:
    with desk_room(database, cipher, clock) as one:
        yield one


@pytest.fixture
async def siti(room: DeskRoom) -> AsyncIterator[Visitor]:
    visitor = await room.signed_in("siti", "Siti Aminah")
    yield visitor
    await visitor.client.aclose()


@pytest.fixture
async def made(room: DeskRoom) -> AsyncIterator[Visitor]:
    visitor = await room.signed_in("made", "Made Arta")
    yield visitor
    await visitor.client.aclose()


async def test_two_officers_press_at_once_one_wins_and_the_other_keeps_his_words(
    room: DeskRoom, siti: Visitor, made: Visitor
) -> None:
    room.file(Told(CODE))
    seen = await siti.seen(CODE)

    answers = await asyncio.gather(
        siti.post(f"/tickets/{CODE}/reply", seen=seen, text="dari <Siti>"),
        made.post(f"/tickets/{CODE}/reply", seen=seen, text="dari <Made>", wait="1"),
    )

    assert sorted(answer.status_code for answer in answers) == [303, 409]
    lost = next(answer for answer in answers if answer.status_code == 409)
    winner = "Made Arta" if "dari &lt;Siti&gt;" in lost.text else "Siti Aminah"
    assert "Petugas lain lebih dulu" in lost.text
    assert f"{winner} mengubah laporan ini pukul 09.00" in lost.text
    assert room.read(lambda conn: run(conn, "SELECT count(*) FROM message WHERE speaker = 'officer'").one())[0] == 1


async def test_the_loser_may_send_anyway_after_reading(room: DeskRoom, siti: Visitor, made: Visitor) -> None:
    room.file(Told(CODE))
    seen = await siti.seen(CODE)
    await made.post(f"/tickets/{CODE}/confirm", seen=seen)

    lost = await siti.post(f"/tickets/{CODE}/reply", seen=seen, text="Kami bantu.", wait="1")
    again = re.search(r'name="seen" value="([^"]+)"', lost.text)
    assert again is not None
    sent = await siti.post(f"/tickets/{CODE}/reply", seen=again[1], text="Kami bantu.", wait="1")

    assert 'name="wait" value="1"' in lost.text
    assert sent.status_code == 303


async def test_pressing_twice_says_so_kindly(room: DeskRoom, siti: Visitor) -> None:
    room.file(Told(CODE))
    seen = await siti.seen(CODE)
    await siti.post(f"/tickets/{CODE}/confirm", seen=seen)

    twice = await siti.post(f"/tickets/{CODE}/confirm", seen=seen)

    assert twice.status_code == 409
    assert "Anda sendiri sudah mengubah laporan ini" in twice.text


async def test_a_form_without_the_lock_is_not_let_past_it(room: DeskRoom, siti: Visitor, made: Visitor) -> None:
    room.file(Told(CODE))
    await made.act(CODE, "confirm")

    answer = await siti.post(f"/tickets/{CODE}/take")

    assert answer.status_code == 409


async def test_every_act_works_from_its_form(room: DeskRoom, siti: Visitor) -> None:
    room.file(Told(CODE))

    for act, form, state in (
        ("confirm", {}, "confirmed"),
        ("note", {"text": "ditelepon"}, "confirmed"),
        ("amend", {"urgency": "high", "category": "child", "area": "selong, lombok timur"}, "confirmed"),
        ("move", {"to": "in_progress", "why": ""}, "in_progress"),
        ("refer", {"agency": "BP3MI NTB", "why": "jemput"}, "referred"),
        ("take", {}, "referred"),
        ("reply", {"text": "Kami bantu.", "wait": "1"}, "waiting_reporter"),
        ("close", {"outcome": "victim_safe", "why": "di rumah"}, "closed"),
        ("reopen", {"why": "menghubungi lagi"}, "in_progress"),
    ):
        answer = await siti.act(CODE, act, **form)
        assert (act, answer.status_code) == (act, 303)
        assert room.ticket(CODE).state == state

    ticket = room.ticket(CODE)
    assert (ticket.urgency, ticket.category, ticket.area_code) == ("high", "child", "52.03.07")
    page = (await siti.get(f"/tickets/{CODE}")).text
    for said in (
        "Siti Aminah menerima laporan",
        "mengubah mendesak dari Biasa menjadi Tinggi",
        "tempat dari belum jelas menjadi Selong, Lombok Timur",
        "meneruskan ke BP3MI NTB",
        "menyelesaikan: Korban sudah selamat",
        "membuka lagi",
        "ditelepon",
    ):
        assert said in page


@pytest.mark.parametrize(
    ("act", "form"),
    [
        ("reply", {"text": "   "}),
        ("note", {}),
        ("refer", {"agency": "Kantor Karangan", "why": "kata saya"}),
        ("close", {"outcome": "nonsense", "why": "kata saya"}),
        ("move", {"to": "nowhere"}),
        ("amend", {"urgency": "normal", "category": "none", "area": ""}),
        ("amend", {"urgency": "high", "category": "none", "area": "Negeri Karangan"}),
    ],
)
async def test_half_filled_forms_come_back_with_what_was_typed(
    room: DeskRoom, siti: Visitor, act: str, form: dict[str, str]
) -> None:
    room.file(Told(CODE, state="in_progress"))

    answer = await siti.act(CODE, act, **form)

    assert answer.status_code == 422
    assert "Belum disimpan" in answer.text
    if form.get("why"):
        assert form["why"] in answer.text
    assert room.ticket(CODE).version == 1


async def test_loud_first_words_on_a_lock_screen_need_a_second_thought(room: DeskRoom, siti: Visitor) -> None:
    room.file(Told(CODE, channel="whatsapp", may_contact=True))

    warned = await siti.act(CODE, "reply", text="Soal laporan TPPO Anda, polisi sudah tahu")
    sent = await siti.act(CODE, "reply", text="Soal laporan TPPO Anda, polisi sudah tahu", loud_ok="1")

    assert warned.status_code == 422
    assert "terlihat di layar terkunci" in warned.text
    assert "Soal laporan TPPO Anda" in warned.text
    assert sent.status_code == 303


@pytest.mark.parametrize("channel", ["web", "terminal"])
async def test_a_mailbox_lights_up_nothing_so_any_word_may_stand_there(
    room: DeskRoom, siti: Visitor, channel: str
) -> None:
    room.file(Told(CODE, channel=channel))

    assert (await siti.act(CODE, "reply", text="Laporan Anda sudah kami baca.")).status_code == 303


async def test_a_held_reply_says_when_it_will_be_read(room: DeskRoom, siti: Visitor) -> None:
    room.file(Told(CODE, channel="telegram"))

    before = (await siti.get(f"/tickets/{CODE}")).text
    await siti.act(CODE, "reply", text="Laporan Anda kami baca.")
    after = (await siti.get(f"/tickets/{CODE}")).text

    assert "Jangan hubungi" in before
    assert "Simpan balasan" in before
    assert "disimpan, dibaca saat pelapor bercerita lagi atau menanyakan status" in after


async def test_unknown_tickets_are_not_there(siti: Visitor) -> None:
    assert (await siti.get("/tickets/NO-SUCH")).status_code == 404
    for act in ("confirm", "reply", "note", "take", "refer", "close", "reopen", "move", "amend"):
        form = {"text": "x", "why": "x", "to": "in_progress", "agency": "LPSK", "outcome": "answered"}
        more = {"urgency": "high", "category": "child", "area": ""}
        answer = await siti.post(f"/tickets/NO-SUCH/{act}", seen="1.0", **form, **more)
        assert answer.status_code == 404, act


async def test_a_message_that_failed_is_sent_again_by_hand(room: DeskRoom, siti: Visitor) -> None:
    room.file(Told(CODE, channel="whatsapp", may_contact=True))
    await siti.act(CODE, "reply", text="Halo kak, ini dari toko baju.")
    letter = str(room.read(lambda conn: run(conn, "SELECT id FROM outbox").one())[0])
    too_early = await siti.act(CODE, "resend", letter=letter)
    room.write(lambda conn: run(conn, "UPDATE outbox SET status = 'dead'"))

    page = (await siti.get(f"/tickets/{CODE}")).text
    again = await siti.act(CODE, "resend", letter=letter)

    assert too_early.status_code == 422
    assert "gagal dikirim" in page
    assert f'name="letter" value="{letter}"' in page
    assert again.status_code == 303
    assert room.read(lambda conn: run(conn, "SELECT status FROM outbox").one())[0] == "ready"


async def test_a_held_message_and_one_of_another_ticket_are_not_sent_by_hand(room: DeskRoom, siti: Visitor) -> None:
    """Only the citizen may lift what the citizen asked for."""
    room.file(Told(CODE, channel="telegram"))
    room.file(Told("OTHER", channel="telegram", may_contact=True))
    for code in (CODE, "OTHER"):
        await siti.act(code, "reply", text="Kami bantu.")
    letters = [str(row[0]) for row in room.read(lambda conn: run(conn, "SELECT id FROM outbox ORDER BY id").all())]
    room.write(lambda conn: run(conn, "UPDATE outbox SET status = 'dead' WHERE id = ?", (int(letters[1]),)))

    answers = [await siti.act(CODE, "resend", letter=letter) for letter in (*letters, "x", "", "9" * 40)]

    assert [answer.status_code for answer in answers] == [422] * 5

"""Reading raw updates: everything real is read as python-telegram-bot reads it, and nothing else gets through."""

import copy
import json
import random
import warnings
from collections import Counter
from datetime import UTC, datetime
from typing import Any

import pytest
from telegram import Update

from bot.telegram_events import Broken, FromCitizen, GroupLost, GroupMoved, GroupPress, GroupWord, Shut, Unread
from bot.telegram_parse import parse
from bot.telegram_render import MOST_TEXT, data_of, render
from bot.text_parts import length_of, split_text
from flows.questions import QUESTIONS
from flows.reply import Option, Reply
from flows.said import Kind
from tests.fakes.telegram_corpus import generated
from tests.fakes.telegram_world import Json, World

AT = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
GROUP = -100500


@pytest.fixture
def world() -> World:
    """A Telegram with one citizen and one group."""
    world = World()
    world.person(5001, "Wati")
    world.group(GROUP)
    return world


def samples(world: World) -> list[Json]:
    """Give one real update of every kind that we know."""
    said = world.says(5001, "halo")
    size = {"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9}
    media = {"file_id": "f", "file_unique_id": "u", "file_size": 10}
    world.says(5001, "/start desa_52")
    world.says(5001, photo=[size], caption="ini", media_group_id="7")
    world.says(5001, voice={**media, "duration": 3, "mime_type": "audio/ogg"})
    world.says(5001, audio={**media, "duration": 3})
    world.says(5001, video={**media, "width": 1, "height": 1, "duration": 2})
    world.says(5001, video_note={**media, "length": 240, "duration": 2})
    world.says(5001, animation={**media, "width": 1, "height": 1, "duration": 2})
    world.says(5001, document={**media, "mime_type": "application/pdf"})
    sticker = {**media, "type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False}
    world.says(5001, sticker=sticker)
    world.says(5001, location={"latitude": -8.5, "longitude": 116.1, "live_period": 60})
    world.says(5001, venue={"location": {"latitude": -8.5, "longitude": 116.1}, "title": "Toko", "address": "Praya"})
    world.says(5001, contact={"phone_number": "62819", "first_name": "Wati", "user_id": 5001})
    world.says(5001, dice={"emoji": "🎲", "value": 3})
    world.says(5001, "loker", forward_origin={"type": "hidden_user", "sender_user_name": "x", "date": 1})
    world.says(5001, "klik", entities=[{"type": "text_link", "offset": 0, "length": 4, "url": "https://loker.example"}])
    world.edits(5001, said["message_id"], text="halo semua")
    keys = {"inline_keyboard": [[{"text": "Ya", "callback_data": "v1:safe:yes"}]]}
    message = {**said, "reply_markup": keys}
    world.presses_data(5001, message, "v1:safe:yes")
    world.says(5001, "di grup", to=GROUP)
    world.blocks(5001)
    world.blocks(5001, is_blocked=False)
    moved = world.says(5001, to=GROUP, migrate_to_chat_id=-100501)
    del moved
    return world.updates


def test_every_kind_is_read_by_us_and_by_the_library_alike(world: World) -> None:
    """python-telegram-bot is the second judge: chat, message and words are the same."""
    for raw in samples(world):
        event = parse(raw, AT)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            other = Update.de_json(raw, None)
        assert other.update_id == raw["update_id"]
        assert not isinstance(event, Broken)
        if isinstance(event, FromCitizen):
            assert other.effective_chat is not None
            assert event.inbound.address == str(other.effective_chat.id)
            assert event.inbound.provider_id == str(other.update_id)
            shown = other.effective_message
            if event.inbound.said.kind is Kind.TEXT and shown is not None and shown.text:
                assert event.inbound.said.text.splitlines()[0] == shown.text
            if event.inbound.said.kind is Kind.CHOICE and other.callback_query is not None:
                assert event.inbound.tap == other.callback_query.id


def test_kinds_become_what_the_conversation_knows(world: World) -> None:
    events = [parse(raw, AT) for raw in samples(world)]
    kinds = [
        event.inbound.said.kind.value if isinstance(event, FromCitizen) else type(event).__name__ for event in events
    ]

    assert kinds == [
        "text", "start", "photo", "voice", "voice", "video", "video", "video", "document", "sticker", "location",
        "location", "text", "other", "text", "text", "edit", "choice", "GroupWord", "Shut", "Shut", "GroupMoved",
    ]  # fmt: skip


def test_only_ones_own_card_is_ones_own_number(world: World) -> None:
    world.says(5001, contact={"phone_number": "6281900000008", "first_name": "Wati", "user_id": 5001})
    world.says(5001, contact={"phone_number": "6281900000009", "first_name": "Pak Mamad", "user_id": 42})
    own, foreign = (parse(raw, AT) for raw in world.updates)

    assert isinstance(own, FromCitizen)
    assert isinstance(foreign, FromCitizen)
    assert (own.inbound.said.text, own.inbound.said.contact) == ("Nomor saya +6281900000008", None)
    assert foreign.inbound.said.contact is not None
    assert foreign.inbound.said.contact.phones == ("+6281900000009",)


def test_a_link_that_hides_behind_words_is_read_with_them(world: World) -> None:
    mark = {"type": "text_link", "offset": 0, "length": 4, "url": "https://loker.example/daftar"}
    world.says(5001, "klik di sini", entities=[mark])
    event = parse(world.updates[0], AT)

    assert isinstance(event, FromCitizen)
    assert event.inbound.said.text == "klik di sini\nhttps://loker.example/daftar"


def told(world: World, **message: Any) -> str:
    """Give the words that are read from a message."""
    world.says(5001, **message)
    event = parse(world.updates[-1], AT)
    assert isinstance(event, FromCitizen)
    return event.inbound.said.text


def test_a_poll_is_read_with_its_choices(world: World) -> None:
    options = [{"text": "Berangkat"}, {"text": "Tidak"}]

    assert told(world, poll={"id": "1", "question": "Mau ke Kamboja?", "options": options}) == (
        "Mau ke Kamboja?\nBerangkat\nTidak"
    )


def test_what_is_quoted_from_somebody_elses_channel_is_read_with_the_question(world: World) -> None:
    """A bare "is this true?" says nothing without the piece of the advertisement that it is about."""
    origin = {"type": "channel", "date": 1, "message_id": 4, "chat": {"id": -9, "type": "channel", "title": "Loker"}}
    quote = {"text": "gaji 25 juta tanpa visa kerja", "position": 0}
    ours = {"message_id": 1, "date": 0, "chat": {"id": 5001, "type": "private"}}

    assert told(world, text="ini benar?", external_reply={"origin": origin}, quote=quote) == (
        "ini benar?\ngaji 25 juta tanpa visa kerja"
    )
    assert told(world, text="ya itu", reply_to_message=ours, quote={"text": "Mau apa?", "position": 0}) == "ya itu"


def test_where_a_button_under_a_forwarded_post_leads_is_read_with_it(world: World) -> None:
    keys = {"inline_keyboard": [[{"text": "Daftar", "url": "https://loker.example/daftar"}]]}

    assert told(world, text="Dibutuhkan segera", reply_markup=keys).endswith("\nhttps://loker.example/daftar")


def test_trap_5_what_the_bot_api_may_add_one_day_is_no_fault(world: World) -> None:
    """T5: new fields anywhere, of any shape, change nothing of what is read."""
    for plain in samples(world):
        event = parse(plain, AT)
        grown = json.loads(json.dumps(plain), object_hook=lambda one: {**one, "baru_2027": {"isi": [1, "x", None]}})
        again = parse(grown, AT)
        if isinstance(event, FromCitizen):
            assert isinstance(again, FromCitizen)
            assert again.inbound.said.kind is event.inbound.said.kind
            assert again.inbound.said.text == event.inbound.said.text
        else:
            assert again == event


@pytest.mark.parametrize(
    "change",
    [
        {"from": {"id": 9, "is_bot": True, "first_name": "b"}},
        {"via_bot": {"id": 9, "is_bot": True, "first_name": "b"}},
        {"business_connection_id": "b1"},
        {"chat": {"id": -5, "type": "channel", "title": "x"}},
    ],
)
def test_bots_channels_and_other_peoples_business_are_not_answered(world: World, change: Json) -> None:
    """T22's loop between two bots, and a business account's own chats."""
    message = world.says(5001, "halo")

    assert isinstance(parse({"update_id": 1, "message": message | change}, AT), Unread)


@pytest.mark.parametrize("kind", ["inline_query", "poll_answer", "chat_join_request", "purchased_paid_media", "baru"])
def test_unknown_kinds_are_recorded_and_not_answered(kind: str) -> None:
    assert parse({"update_id": 7, kind: {"id": "1", "from": {"id": 5001}}}, AT) == Unread("7", "unknown_kind")


@pytest.mark.parametrize(
    "update", [None, 3, "x", [], [1], {}, {"update_id": "7"}, {"update_id": True}, {"update_id": 2**60}]
)
def test_what_is_no_update_is_kept_aside_under_one_name(update: object) -> None:
    first, second = parse(update, AT), parse(copy.deepcopy(update), AT)

    assert isinstance(first, Broken)
    assert first == second


def test_ids_of_52_bits_are_kept_whole(world: World) -> None:
    world.person(2**51 + 3, "x")
    world.says(2**51 + 3, "halo")
    event = parse(world.updates[0], AT)

    assert isinstance(event, FromCitizen)
    assert event.inbound.address == str(2**51 + 3)


def test_the_generated_updates_are_really_varied(world: World) -> None:
    """Hardly two alike, every kind of event and of message among them, and as many whole as broken."""
    updates = generated(world, 1000)
    bare = {json.dumps({**one, "update_id": 0} if isinstance(one, dict) else one) for one in updates}
    events = [parse(one, AT) for one in updates]
    kinds = Counter(
        event.inbound.said.kind if isinstance(event, FromCitizen) else type(event).__name__ for event in events
    )

    assert len(bare) >= 950
    assert {*Kind, "GroupWord", "GroupPress", "Shut", "GroupMoved", "GroupLost", "Unread", "Broken"} <= kinds.keys()
    assert min(kinds.values()) >= 3
    assert 250 <= sum(isinstance(event, FromCitizen) for event in events) <= 750
    assert len({event.why for event in events if isinstance(event, Broken)}) >= 6


def test_a_thousand_mutated_updates_raise_nothing_and_let_nothing_through(world: World) -> None:
    """What becomes a citizen's message has an id, a private chat, and a person in it."""
    for update in generated(world, 1000):
        event = parse(update, AT)
        if isinstance(event, FromCitizen):
            body = next(update[kind] for kind in update if kind in {"message", "edited_message", "callback_query"})
            assert isinstance(body, dict)
            assert event.inbound.provider_id == str(update["update_id"])
            assert int(event.inbound.address)
            assert body["from"].get("is_bot") is not True
            chat = body.get("chat") or body["message"]["chat"]
            assert str(chat["id"]) == event.inbound.address
        else:
            assert isinstance(event, GroupWord | GroupPress | GroupMoved | GroupLost | Shut | Unread | Broken)


# --- rendering ---


@pytest.mark.parametrize("prompt", QUESTIONS)
def test_every_choice_of_every_question_fits_a_button(prompt: str) -> None:
    for choice in QUESTIONS[prompt].choices:
        data = data_of(prompt, Option(choice, "x"))
        assert data is not None
        assert len(data.encode()) <= 64


def test_trap_12_what_fits_no_button_is_answered_by_its_number() -> None:
    part = render(Reply("Pilih", (Option("x" * 70, "Satu"), Option("y", "Dua")), "menu"), is_ours=True)[0]

    assert part.text == "Pilih\n\n1. Satu\n2. Dua"
    assert not hasattr(part.markup, "inline_keyboard")


@pytest.mark.parametrize("seed", range(40))
def test_trap_11_long_texts_are_cut_between_sentences_and_nothing_is_lost(seed: int) -> None:
    """T11: 4096 counted as Telegram counts, in UTF-16 units; an emoji is never halved."""
    rng = random.Random(seed)
    long = "x" * rng.randrange(1, 6000)
    words = ["adik", "saya", "di", "Kamboja.", "Tolong!", "😢😢😢", "paspor\n", "ditahan?"] * 20 + [long]
    text = " ".join(rng.choice(words) for _ in range(rng.randrange(1, 3000))).strip()
    parts = split_text(text, MOST_TEXT)

    assert all(0 < length_of(part) <= 4096 for part in parts)
    bare = [part.partition(") ")[2] if len(parts) > 1 else part for part in parts]
    assert "".join("".join(bare).split()) == "".join(text.split())


def test_buttons_hang_under_the_last_part() -> None:
    parts = render(Reply("Kalimat. " * 1000, (Option("yes", "Ya"),), "consent"), is_ours=True)

    assert len(parts) > 1
    assert [part.markup is not None for part in parts] == [*[False] * (len(parts) - 1), True]


def test_stars_become_bold_where_they_stood() -> None:
    (part,) = render(Reply("😢 ketik *petugas* atau *lewati*, 2*3*4"), is_ours=True)

    assert part.text == "😢 ketik petugas atau lewati, 2*3*4"
    assert [(one.offset, one.length) for one in part.entities] == [(9, 7), (22, 6)]


def test_what_officers_write_stays_as_written() -> None:
    (part,) = render(Reply("Jangan bayar *apa pun* <b>"), is_ours=False)

    assert (part.text, part.entities) == ("Jangan bayar *apa pun* <b>", ())


@pytest.mark.parametrize(("prompt", "key"), [("victim_now", "request_location"), ("contact_phone", "request_contact")])
def test_a_place_and_a_number_can_be_sent_with_one_tap(prompt: str, key: str) -> None:
    (part,) = render(Reply("Di mana?", (), prompt), is_ours=True)
    assert part.markup is not None
    shown = json.loads(part.markup.to_json())

    assert shown["keyboard"][0][0][key] is True
    assert shown["one_time_keyboard"] is True


def test_nothing_to_say_is_no_message() -> None:
    assert render(Reply(" \n"), is_ours=True) == []

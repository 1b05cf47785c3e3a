"""Updates by the thousand, the same with every run: whole ones put together at random, and ones gone wrong."""

import copy
import random
from collections.abc import Callable
from typing import Any

from tests.fakes.telegram_rules import Json
from tests.fakes.telegram_world import World

CITIZEN, GROUP = 5001, -100500
_WORDS = (
    "halo", "tolong", "adik saya disekap", "/start", "/start desa_5203012005", "/status@layanan_lapor_bot", "1", "iya",
    "Dibutuhkan 20 orang ke Malaysia tanpa biaya", "0819-0000-0123", "😢😢", "\u202ekebalik", "nol\x00nol", "a" * 4096,
    "<b>tebal</b> & *bintang*", "ترجم لي", "我在柬埔寨", "/tautkan ABCD-EFGH-JKM1", "/balas K7M-4QX ya", " ",
    "hapus jejak", "lewati", "status", "cukup", "3.",
)  # fmt: skip
_MEDIA = ("voice", "audio", "video", "video_note", "animation", "document")
_ORIGINS = ("user", "hidden_user", "chat", "channel", "baru")
_STATUSES = ("member", "administrator", "kicked", "left", "restricted", "creator", "baru")
# what a broken or hostile sender could put where something else belongs
_ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 2**31, 2**52, 2**70, -(2**63), 1.5, -0.0, 1e308, float("nan"), float("inf"), "", "x",
    "0", "\x00\ud800", "a" * 5000, "7" * 400, [], [None], [[]], {}, {"id": None}, {"id": 2**55}, {"id": "5001"},
    [{"file_id": 3}], [{"type": "text_link", "url": 3}], {"latitude": "x"}, {"inline_keyboard": [{}, [3]]},
)  # fmt: skip


def generated(world: World, count: int, seed: int = 20261121) -> list[Json]:
    """Give updates: half of them are whole and real, the other half real but for one to five changes."""
    rng = random.Random(seed)
    found: list[Json] = []
    while len(found) < count:
        world.updates.clear()
        _real(world, rng)
        update: Any = copy.deepcopy(world.updates[-1])
        if len(found) % 2:
            for _ in range(rng.randrange(1, 6)):
                update = _changed(rng, update)
        if isinstance(update, dict) and rng.random() < 0.95:
            update["update_id"] = 900_000 + len(found)
        found.append(update)
    world.updates.clear()
    return found


def _real(world: World, rng: random.Random) -> None:
    """Let somebody do something that Telegram would tell us of."""
    rng.choice(_DEEDS)(world, rng)


def _says(world: World, rng: random.Random) -> None:
    world.says(_who(world, rng), rng.choice(_WORDS), **_beside(world, rng))


def _sends_file(world: World, rng: random.Random) -> None:
    kind = rng.choice(_MEDIA)
    file: Json = {"file_id": f"f{rng.random()}", "file_unique_id": "u", "duration": rng.randrange(600)}
    file |= _some(rng, file_size=rng.choice([0, 10, 20_000_000, 20_000_001, 2**40]), mime_type=_mime(rng), length=240)
    world.says(_who(world, rng), **{kind: file}, **_some(rng, caption=rng.choice(_WORDS)), **_beside(world, rng))


def _sends_photo(world: World, rng: random.Random) -> None:
    sizes = [
        {"file_id": f"p{place}", "file_unique_id": "u", "width": rng.randrange(2000), "height": rng.randrange(2000)}
        | _some(rng, file_size=rng.randrange(2**26))
        for place in range(rng.randrange(1, 5))
    ]
    album = _some(rng, media_group_id=str(rng.randrange(5)), caption=rng.choice(_WORDS))
    world.says(_who(world, rng), photo=sizes, **album, **_beside(world, rng))


def _sends_place(world: World, rng: random.Random) -> None:
    point = {"latitude": rng.uniform(-90, 90), "longitude": rng.uniform(-180, 180)}
    if rng.random() < 0.5:
        place: Json = {"location": point | _some(rng, live_period=60, horizontal_accuracy=9.5)}
    else:
        place = {"venue": {"location": point, "title": rng.choice(_WORDS)[:90], "address": "Praya"}}
    world.says(_who(world, rng), **place, **_beside(world, rng))


def _sends_thing(world: World, rng: random.Random) -> None:
    person = rng.choice([CITIZEN, 42])
    phone = rng.choice(["6281900000009", "+62 819-0000", "0819", "", "bukan nomor"])
    options = [{"text": word[:90], "voter_count": 0} for word in rng.sample(_WORDS, 3)]
    things: list[Json] = [
        {"contact": {"phone_number": phone, "first_name": rng.choice(_WORDS)[:60], "user_id": person}},
        {"sticker": {"file_id": "s", "file_unique_id": "s", "type": "regular", "width": 1, "height": 1}},
        {"poll": {"id": "1", "question": rng.choice(_WORDS)[:200], "options": options}},
        {"dice": {"emoji": "🎲", "value": rng.randrange(1, 7)}},
        {"story": {"chat": {"id": 9, "type": "private"}, "id": 3}},
        {"pinned_message": {"message_id": 1, "date": 0, "chat": {"id": CITIZEN, "type": "private"}}},
        {"new_chat_members": [{"id": 8, "is_bot": False, "first_name": "x"}]},
        {"migrate_to_chat_id": -100_000 - rng.randrange(1000)},
        {"barang_baru": {"apa": rng.choice(_WORDS)}},
    ]
    world.says(_who(world, rng), **rng.choice(things), **_beside(world, rng))


def _changes_words(world: World, rng: random.Random) -> None:
    person = _who(world, rng)
    number = world.says(person, rng.choice(_WORDS))["message_id"]
    point = {"latitude": -8.6, "longitude": 116.1}
    world.edits(person, number, **rng.choice([{"text": rng.choice(_WORDS)}, {"location": point}, {"caption": "x"}]))


def _presses(world: World, rng: random.Random) -> None:
    person = _who(world, rng)
    where = rng.choice([person, GROUP])
    message = world.says(person, "Mau apa?", to=where)
    data = rng.choice(
        ["v1:safe:yes", "v1:safe:danger", "v1:menu:report", "v1:", "d1:take:K7M-4QX", "", "x" * 64, "v9:a:b"]
    )
    world.presses_data(person, message, data)


def _comes_or_goes(world: World, rng: random.Random) -> None:
    chat = rng.choice([world.chats[CITIZEN].as_json(), world.chats[GROUP].as_json(), {"id": -7, "type": "channel"}])
    bot = {"id": 7000000001, "is_bot": True, "first_name": "Layanan"}
    old, new = ({"status": rng.choice(_STATUSES), "user": bot} for _ in range(2))
    person = {"id": rng.choice([CITIZEN, 77]), "is_bot": False, "first_name": "x"}
    change = {"chat": chat, "from": person, "date": 1, "old_chat_member": old, "new_chat_member": new}
    world.push({"my_chat_member": change})


def _does_what_we_do_not_read(world: World, rng: random.Random) -> None:
    kind = rng.choice(["message_reaction", "channel_post", "inline_query", "poll_answer", "business_message", "baru"])
    chat = {"id": CITIZEN, "type": "private"}
    world.push({kind: {"id": str(rng.randrange(99)), "chat": chat, "text": rng.choice(_WORDS), "date": 1}})


_DEEDS: tuple[Callable[[World, random.Random], None], ...] = (
    _says, _says, _says, _sends_file, _sends_photo, _sends_place, _sends_thing, _sends_thing, _changes_words, _presses,
    _comes_or_goes, _does_what_we_do_not_read,
)  # fmt: skip


def _who(world: World, rng: random.Random) -> int:
    person = rng.choice([CITIZEN, CITIZEN, 2**31 + 5, 2**51 + 3])
    world.person(person, "Wati")
    return person


def _beside(world: World, rng: random.Random) -> Json:
    """Give what may stand beside anything: where it was said, whence it came, what it answers, how it looks."""
    quoted = {"message_id": 3, "date": 1, "chat": {"id": CITIZEN, "type": "private"}, "text": "Mau apa?"}
    quoted["from"] = {"id": 7000000001, "is_bot": True, "first_name": "Layanan"}
    quoted["reply_markup"] = {"inline_keyboard": [[{"text": "Melapor", "callback_data": "v1:menu:report"}]]}
    link = {"type": "text_link", "offset": 0, "length": 1, "url": "https://loker.example/daftar"}
    button = {"inline_keyboard": [[{"text": "Daftar", "url": "https://loker.example/di-sini"}]]}
    where: Json = {"to": GROUP, "thread": 0} if rng.random() < 0.2 else {}
    return where | _some(
        rng,
        forward_origin={"type": rng.choice(_ORIGINS), "date": 1},
        reply_to_message=quoted,
        external_reply={"origin": {"type": "channel", "date": 1}},
        quote={"text": rng.choice(_WORDS), "position": 0},
        entities=[link],
        reply_markup=button,
        message_thread_id=rng.randrange(5),
        has_protected_content=True,
    )


def _some(rng: random.Random, **fields: Any) -> Json:
    """Give some of these fields."""
    return {name: value for name, value in fields.items() if rng.random() < 0.3}


def _mime(rng: random.Random) -> str:
    return rng.choice(["audio/ogg", "video/mp4", "application/pdf", "application/x-msdownload", "x" * 200, ""])


def _changed(rng: random.Random, update: Any) -> Any:
    """Change one place, every place being as likely as every other: drop it, move it, double it, or put junk there."""
    places = list(_places(update))
    if not places:
        return rng.choice(_ODD)
    holder, key = rng.choice(places)
    match rng.randrange(4), holder:
        case 0, _:
            del holder[key]
        case 1, dict():
            holder[rng.choice(["baru", "text", "chat", "from", "message", "id", "location"])] = holder[key]
        case 2, _:
            _, other = rng.choice(places)
            holder[key] = copy.deepcopy(holder.get(other)) if isinstance(holder, dict) else [holder[key]] * 3
        case _:
            holder[key] = copy.deepcopy(rng.choice(_ODD))
    return update


def _places(value: Any) -> Any:
    """Walk over every (holder, key) in an update."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inside in list(pairs):
        yield value, key
        yield from _places(inside)

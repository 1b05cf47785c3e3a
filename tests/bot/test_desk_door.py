"""Getting in, staying in, being locked out."""

from collections.abc import Iterator
from datetime import timedelta
from time import perf_counter

import pytest

from bot import officers
from bot.desk_door import CodeNotValid, Guest, PasswordNotTaken, TooManyTries, WrongPassword, wait_after
from bot.officers import LoginNotUsable, LoginTaken, NewOfficer, Role
from bot.passwords import Passwords, refusal
from storage import audit
from storage.cipher import Cipher
from storage.database import Database
from storage.shelf import run
from tests.conftest import FrozenClock
from tests.desk_room import PASSWORD, DeskRoom, desk_room


@pytest.fixture
def room(database: Database, cipher: Cipher, clock: FrozenClock) -> Iterator[DeskRoom]:
    with desk_room(database, cipher, clock) as one:
        yield one


async def guest_of(room: DeskRoom, token: str, *, is_act: bool = True) -> Guest | None:
    return await room.door.who(token, is_act=is_act)


async def test_a_code_opens_the_desk_once(room: DeskRoom) -> None:
    code = room.add_officer("siti", "Siti Aminah")

    token = await room.door.choose_password(code.lower().replace("-", " "), PASSWORD)

    guest = await guest_of(room, token)
    assert guest is not None
    assert guest.officer.name == "Siti Aminah"
    with pytest.raises(CodeNotValid):
        await room.door.choose_password(code, "another long enough one")


async def test_a_code_is_worthless_after_a_day(room: DeskRoom, clock: FrozenClock) -> None:
    code = room.add_officer("siti", "Siti")
    clock.advance(hours=24, seconds=1)

    with pytest.raises(CodeNotValid):
        await room.door.choose_password(code, PASSWORD)


async def test_only_digests_of_codes_tokens_and_passwords_are_kept(room: DeskRoom) -> None:
    code = room.add_officer("siti", "Siti Aminah")
    kept = str(room.read(lambda conn: run(conn, "SELECT * FROM officer").all()))
    token = await room.door.choose_password(code, PASSWORD)
    kept += str(room.read(lambda conn: run(conn, "SELECT * FROM officer_session").all()))
    kept += str(room.read(lambda conn: run(conn, "SELECT * FROM officer").all()))

    for secret in (code, code.replace("-", ""), token, PASSWORD, "Siti Aminah"):
        assert secret not in kept


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("pendek", "short"),
        ("x" * 129, "long"),
        ("satgastppontb", "common"),
        ("poldantb12345678", "common"),
        ("Password123456", "common"),
        ("aaaaaaaaaaaaaa", "common"),
        ("siti-siti-siti", "common"),
    ],
)
async def test_easy_passwords_are_refused_and_the_code_stays_good(room: DeskRoom, password: str, why: str) -> None:
    code = room.add_officer("siti", "Siti")

    with pytest.raises(PasswordNotTaken) as refused:
        await room.door.choose_password(code, password)

    assert refused.value.reason == why
    assert await room.door.choose_password(code, PASSWORD)


def test_a_sentence_needs_no_digits_and_no_signs() -> None:
    assert refusal("kerbau menari di loteng") == ""
    assert refusal("ikan" * 5 + " biru malam") == ""


async def test_wrong_password_unknown_login_and_disabled_officer_are_told_alike(room: DeskRoom) -> None:
    await room.door.choose_password(room.add_officer("siti", "Siti"), PASSWORD)
    await room.door.choose_password(room.add_officer("made", "Made"), PASSWORD)
    room.write(lambda conn: officers.disable(conn, room.cipher, "made", now=room.clock()))

    for login, password in (("siti", "not this one at all"), ("nobody", PASSWORD), ("made", PASSWORD)):
        with pytest.raises(WrongPassword):
            await room.door.sign_in(login, password)


async def test_five_failures_make_the_next_try_wait_ever_longer(room: DeskRoom, clock: FrozenClock) -> None:
    await room.door.choose_password(room.add_officer("siti", "Siti"), PASSWORD)
    for _ in range(5):
        with pytest.raises(WrongPassword):
            await room.door.sign_in("SITI ", "not this one at all")

    with pytest.raises(TooManyTries) as refused:
        await room.door.sign_in("siti", PASSWORD)

    assert refused.value.wait == timedelta(seconds=5)
    clock.advance(seconds=6)
    assert await room.door.sign_in("siti", PASSWORD)
    assert await room.door.sign_in("siti", PASSWORD)


def test_the_wait_grows_to_a_quarter_of_an_hour_and_no_further() -> None:
    waits = [wait_after(failures) for failures in range(60)]

    assert waits[:5] == [timedelta()] * 5
    assert waits == sorted(waits)
    assert waits[-1] == timedelta(minutes=15)


async def test_a_hundred_failures_in_a_row_need_a_new_code(room: DeskRoom, clock: FrozenClock) -> None:
    await room.door.choose_password(room.add_officer("siti", "Siti"), PASSWORD)
    key = officers.tries_key(room.cipher, "siti")
    for _ in range(100):
        room.write(lambda conn: run(conn, *_one_more(key, clock)))
    clock.advance(hours=1)

    with pytest.raises(TooManyTries) as refused:
        await room.door.sign_in("siti", PASSWORD)

    assert refused.value.wait is None
    code = room.write(lambda conn: officers.renew(conn, room.cipher, "siti", now=clock())).code
    await room.door.choose_password(code, PASSWORD + " lagi")
    assert await room.door.sign_in("siti", PASSWORD + " lagi")


def _one_more(key: str, clock: FrozenClock) -> tuple[str, tuple[object, ...]]:
    sql = (
        "INSERT INTO throttle (key, count, since) VALUES (?, 1, ?) "
        "ON CONFLICT (key) DO UPDATE SET count = throttle.count + 1"
    )
    return sql, (key, int(clock().timestamp() * 1_000_000))


async def test_one_source_cannot_try_every_login(room: DeskRoom) -> None:
    for number in range(20):
        with pytest.raises(WrongPassword):
            await room.door.sign_in(f"guess{number}", PASSWORD, "203.0.113.9")

    with pytest.raises(TooManyTries):
        await room.door.sign_in("guess20", PASSWORD, "203.0.113.9")
    with pytest.raises(WrongPassword):
        await room.door.sign_in("guess21", PASSWORD, "203.0.113.10")


async def test_half_an_hour_without_a_person_locks_and_live_updates_do_not_count(
    room: DeskRoom, clock: FrozenClock
) -> None:
    token = await room.door.choose_password(room.add_officer("siti", "Siti"), PASSWORD)
    for _ in range(31):
        clock.advance(minutes=1)
        guest = await guest_of(room, token, is_act=False)

    assert guest is not None
    assert guest.is_locked
    await room.door.unlock(guest, PASSWORD)
    again = await guest_of(room, token)
    assert again is not None
    assert not again.is_locked


async def test_a_person_at_work_is_never_locked_but_twelve_hours_end_it(room: DeskRoom, clock: FrozenClock) -> None:
    token = await room.door.choose_password(room.add_officer("siti", "Siti"), PASSWORD)
    for _ in range(35):
        clock.advance(minutes=20)
        guest = await guest_of(room, token)
        assert guest is not None
        assert not guest.is_locked
    clock.advance(minutes=20)

    assert await guest_of(room, token) is None


async def test_leaving_and_being_disabled_end_the_session_at_once(room: DeskRoom) -> None:
    left = await room.door.choose_password(room.add_officer("siti", "Siti"), PASSWORD)
    shut = await room.door.choose_password(room.add_officer("made", "Made"), PASSWORD)
    guest = await guest_of(room, left)
    assert guest is not None

    await room.door.sign_out(guest)
    room.write(lambda conn: officers.disable(conn, room.cipher, "made", now=room.clock()))

    assert await guest_of(room, left) is None
    assert await guest_of(room, shut) is None


async def test_a_new_password_ends_the_old_sessions(room: DeskRoom) -> None:
    old = await room.door.choose_password(room.add_officer("siti", "Siti"), PASSWORD)
    code = room.write(lambda conn: officers.renew(conn, room.cipher, "siti", now=room.clock())).code

    await room.door.choose_password(code, "gajah makan jagung rebus")

    assert await guest_of(room, old) is None


async def test_every_sign_in_good_or_bad_stands_in_the_audit(room: DeskRoom) -> None:
    await room.door.choose_password(room.add_officer("siti", "Siti"), PASSWORD)
    await room.door.sign_in("siti", PASSWORD)
    with pytest.raises(WrongPassword):
        await room.door.sign_in("siti", "wrong but long enough")

    actions = [row[0] for row in room.read(lambda conn: run(conn, "SELECT action FROM audit ORDER BY id").all())]
    assert actions == ["officer.added", "officer.password_chosen", "officer.signed_in", "officer.sign_in_failed"]
    assert room.read(lambda conn: audit.verify(conn, room.cipher)) is None


def test_logins_are_unique_and_of_one_form(room: DeskRoom) -> None:
    room.add_officer("siti", "Siti")

    with pytest.raises(LoginTaken):
        room.add_officer("SITI", "Another")
    with pytest.raises(LoginNotUsable):
        room.add_officer("siti aminah", "Siti")


def test_supervisors_stand_behind_every_duty_officer(room: DeskRoom) -> None:
    for login, role, order in (("baiq", Role.SUPERVISOR, 1), ("made", Role.DUTY, 5), ("siti", Role.DUTY, 2)):
        new = NewOfficer(login, login, role, order)
        room.write(lambda conn, new=new: officers.add(conn, room.cipher, new, now=room.clock()))

    everyone = [room.officer(login) for login in ("baiq", "made", "siti")]
    assert [one.login for one in officers.roster(everyone)] == ["siti", "made", "baiq"]


async def test_the_real_hash_costs_what_the_threat_model_asks() -> None:
    """trust.md R47: Argon2id, 64 MiB, t=3, p=1; an unknown officer costs as much as a known one."""
    passwords = Passwords()
    hashed = await passwords.hash(PASSWORD)
    await passwords.fits(PASSWORD, None)

    began = perf_counter()
    known = await passwords.fits("not this one", hashed)
    middle = perf_counter()
    unknown = await passwords.fits("not this one", None)
    ended = perf_counter()

    assert hashed.startswith("$argon2id$v=19$m=65536,t=3,p=1$")
    assert not known
    assert not unknown
    assert middle - began > 0.02
    assert ended - middle > 0.02

"""The desk's page of the list: age at a glance, a preview before anything holds, and a supervisor who agrees."""

from collections.abc import AsyncIterator, Iterator
from datetime import date

import httpx
import pytest
from sqlalchemy import Connection

from bot import registry_import
from bot.officers import Role
from storage import audit, check_marks, links, registry
from storage.cipher import Cipher
from storage.database import Database
from storage.registry_file import read_registry_bytes
from storage.shelf import run
from tests.conftest import FrozenClock
from tests.desk_room import DeskRoom, Told, Visitor, desk_room

_NAMES = ("Aram", "Bisma", "Cakra", "Durma", "Elang", "Fajar", "Gilang", "Hulu", "Indra", "Jati")
_MONDAY = date(2026, 11, 2)


@pytest.fixture
def room(sqlite_database: Database, cipher: Cipher, clock: FrozenClock) -> Iterator[DeskRoom]:
    """A desk on SQLite; what is kept is tried on both databases in tests/storage."""
    with desk_room(sqlite_database, cipher, clock) as one:
        yield one


@pytest.fixture
async def siti(room: DeskRoom) -> AsyncIterator[Visitor]:
    """A duty officer's browser."""
    visitor = await room.signed_in("siti", "Siti Aminah")
    yield visitor
    await visitor.client.aclose()


@pytest.fixture
async def boss(room: DeskRoom) -> AsyncIterator[Visitor]:
    """A supervisor's browser."""
    visitor = await room.signed_in("lalu", "Lalu Contoh", Role.SUPERVISOR)
    yield visitor
    await visitor.client.aclose()


@pytest.fixture
async def nobody(room: DeskRoom) -> AsyncIterator[Visitor]:
    """A browser that is not signed in."""
    visitor = room.visitor()
    yield visitor
    await visitor.client.aclose()


def _csv(names: tuple[str, ...]) -> bytes:
    rows = "\n".join(f"PT Contoh {word},Berlaku" for word in names)
    return f"Data per 1 Oktober 2026\nNama Perusahaan,Status\n{rows}\n".encode()


def _import(room: DeskRoom, names: tuple[str, ...]) -> None:
    def work(conn: Connection) -> None:
        read = read_registry_bytes(_csv(names))
        preview = registry_import.prepare(conn, read, source="daftar uji", on=_MONDAY, by="command", now=room.clock())
        registry_import.agree(conn, room.cipher, preview.edition_id, by="command", now=room.clock())

    room.write(work)


async def _upload(visitor: Visitor, content: bytes, **fields: str) -> httpx.Response:
    return await visitor.client.post(
        "/registry/upload",
        data={"csrf": visitor.csrf, **fields},
        files={"list": ("daftar.csv", content, "text/csv")},
        headers={"sec-fetch-site": "same-origin"},
    )


def _edition(room: DeskRoom, state: str) -> registry.EditionRow:
    found = room.read(lambda conn: registry.edition(conn, state))
    assert found is not None
    return found


async def test_page_shows_age_and_source_of_the_list(room: DeskRoom, siti: Visitor) -> None:
    _import(room, _NAMES)

    page = await siti.client.get("/registry")

    assert page.status_code == 200
    assert "daftar uji" in page.text
    assert "<b>32</b> hari" in page.text
    assert "lewat perintah tppo" in page.text
    assert "Impor daftar baru" not in page.text


async def test_upload_shows_a_preview_and_changes_nothing_until_agreed(room: DeskRoom, boss: Visitor) -> None:
    _import(room, _NAMES)
    shown = await _upload(boss, _csv((*_NAMES[1:], "Kresna")), source="daftar baru")

    assert shown.status_code == 200
    assert "Pratinjau, belum berlaku" in shown.text
    assert "PT Contoh Kresna" in shown.text
    assert "PT Contoh Aram" in shown.text
    assert _edition(room, "current").source == "daftar uji"

    draft = _edition(room, "draft")
    agreed = await boss.post("/registry/agree", edition=str(draft.id))

    assert agreed.status_code == 303
    assert _edition(room, "current").source == "daftar baru"


async def test_list_that_shrank_needs_a_second_word(room: DeskRoom, boss: Visitor) -> None:
    _import(room, _NAMES)
    shown = await _upload(boss, _csv(_NAMES[:5]))
    draft = _edition(room, "draft")

    refused = await boss.post("/registry/agree", edition=str(draft.id))
    forced = await boss.post("/registry/agree", edition=str(draft.id), force="1")

    assert "50%" in shown.text
    assert refused.status_code == 422
    assert forced.status_code == 303
    assert _edition(room, "current").rows == 5


async def test_only_a_supervisor_changes_the_list(room: DeskRoom, siti: Visitor) -> None:
    for answer in (
        await _upload(siti, _csv(_NAMES)),
        await siti.post("/registry/agree", edition="1"),
        await siti.post("/registry/event", name="PT A", kind="suspended", day="2026-11-01", source="surat"),
    ):
        assert answer.status_code == 403

    assert room.read(lambda conn: registry.edition(conn, "draft")) is None


async def test_strangers_and_forged_forms_upload_nothing(room: DeskRoom, nobody: Visitor, boss: Visitor) -> None:
    stranger = await _upload(nobody, _csv(_NAMES))
    boss.csrf = "forged"
    forged = await _upload(boss, _csv(_NAMES))

    assert stranger.status_code == 401
    assert forged.status_code == 403
    assert room.read(lambda conn: registry.edition(conn, "draft")) is None


@pytest.mark.parametrize("content", [b"", b"halo\napa kabar", b"PK\x03\x04rusak", b"\xff\xfe\x00"])
async def test_file_that_is_no_list_is_refused_in_words(room: DeskRoom, boss: Visitor, content: bytes) -> None:
    answer = await _upload(boss, content)

    assert answer.status_code == 422
    assert "tidak bisa dibaca" in answer.text


async def test_act_on_a_licence_is_recorded_with_its_source(room: DeskRoom, boss: Visitor) -> None:
    done = await boss.post(
        "/registry/event", name="PT Contoh Aram", kind="revoked", day="2026-11-01", source="surat 7/2026"
    )
    half = await boss.post("/registry/event", name="PT Contoh Aram", kind="revoked", day="", source="surat")

    assert done.status_code == 303
    assert half.status_code == 422
    assert room.read(lambda conn: len(registry.events(conn))) == 1


async def test_recorded_acts_are_shown_and_a_name_that_is_not_listed_is_marked(room: DeskRoom, boss: Visitor) -> None:
    _import(room, _NAMES)
    for name in ("PT Contoh Aram", "PT Contoh Arram"):
        await boss.post("/registry/event", name=name, kind="revoked", day="2026-11-01", source="surat 7/2026")

    page = (await boss.get("/registry")).text

    assert page.count("izin dicabut Minggu 1 November 2026, surat 7/2026") == 2
    assert page.count("nama ini tidak ada di daftar") == 1


async def test_problems_of_a_list_are_told_in_indonesian(room: DeskRoom, boss: Visitor) -> None:
    content = "Nama Perusahaan,Status,Nama Direktur\nPT Contoh Aram,entah,A\nPT Contoh Bisma,Berlaku,B\n,Berlaku,C\n"
    shown = (await _upload(boss, content.encode())).text
    refused = (await _upload(boss, b"PK\x03\x04broken")).text

    assert "Kolom yang tidak dibaca:</b> Nama Direktur" in shown
    assert "keadaan tidak dikenal" in shown
    assert "tidak ada nama perusahaan" in shown
    assert "rusak atau dikunci" in refused


async def test_ticket_shows_how_often_the_same_was_checked(room: DeskRoom, siti: Visitor) -> None:
    ticket_id = room.file(Told("K7M-4QX"))

    def work(conn: Connection) -> None:
        links.put(conn, room.cipher, ticket_id, [("phone", "+6281917000888")])
        for verdict in ("NOT_FOUND", "NOT_FOUND", "SIMILAR_NAME"):
            check_marks.count(conn, room.cipher, [("phone", "+6281917000888")], room.clock().date(), verdict)

    room.write(work)
    page = (await siti.get("/tickets/K7M-4QX")).text

    assert "dicek 3 kali, terakhir" in page
    assert "tidak ada di daftar (2), hanya mirip (1)" in page
    assert "tanpa penanya" in page


async def test_names_in_a_list_are_shown_as_text(room: DeskRoom, boss: Visitor) -> None:
    shown = await _upload(boss, _csv(("<script>alert(1)</script>",)))

    assert "<script>alert" not in shown.text


async def test_officers_verdict_reaches_the_family_in_reviewed_words(room: DeskRoom, siti: Visitor) -> None:
    facts = {"check_name": {"value": "PT Contoh Aram", "from": "asked"}}
    ticket_id = room.file(Told("K7M-4QX", kind="verification", may_contact=True, facts=facts))

    page = await siti.get("/tickets/K7M-4QX")
    answer = await siti.act(
        "K7M-4QX", "verdict", verdict="NOT_FOUND", name="PT Contoh Aram", text="Kami tanya Disnaker."
    )

    assert 'value="PT Contoh Aram"' in page.text
    assert answer.status_code == 303
    after = (await siti.get("/tickets/K7M-4QX")).text
    assert "petugas tidak menemukannya di daftar" in after
    assert "Kami tanya Disnaker." in after
    assert room.ticket("K7M-4QX").state == "in_progress"
    sent = room.read(lambda conn: run(conn, "SELECT purpose FROM outbox WHERE ticket_id = ?", (ticket_id,)).all())
    assert ("officer_reply",) in [tuple(row) for row in sent]
    found = room.read(lambda conn: run(conn, "SELECT detail FROM audit WHERE action = 'ticket.verdict'").all())
    assert [tuple(row) for row in found] == [("NOT_FOUND",)]


@pytest.mark.parametrize(("verdict", "name"), [("LISTED_AS_OF", " "), ("REGISTRY_UNFIT", "PT A"), ("aman", "PT A")])
async def test_verdict_without_a_name_or_of_another_kind_is_not_sent(
    room: DeskRoom, siti: Visitor, verdict: str, name: str
) -> None:
    room.file(Told("K7M-4QX", kind="verification", may_contact=True))

    answer = await siti.act("K7M-4QX", "verdict", verdict=verdict, name=name)

    assert answer.status_code == 422
    assert room.ticket("K7M-4QX").state == "new"


async def test_report_offers_no_verdict(room: DeskRoom, siti: Visitor) -> None:
    room.file(Told("K7M-4QX"))

    assert "Jawab hasil cek" not in (await siti.get("/tickets/K7M-4QX")).text


async def test_ticket_names_others_that_carry_the_same_as_a_suggestion(room: DeskRoom, siti: Visitor) -> None:
    one, other = room.file(Told("K7M-4QX")), room.file(Told("B2C-9DE", kind="verification"))
    room.file(Told("Z9Z-9ZZ"))

    def link(conn: Connection) -> None:
        for ticket_id in (one, other):
            links.put(conn, room.cipher, ticket_id, [("phone", "+6281917000888"), ("name", "CONTOHARAM")])

    room.write(link)
    page = (await siti.get("/tickets/K7M-4QX")).text

    assert 'href="/tickets/B2C-9DE"' in page
    assert "nama, nomor HP" in page
    assert "belum tentu orang yang sama" in page
    assert "Z9Z-9ZZ" not in page


async def test_probing_shows_as_a_number_without_sender_and_name(room: DeskRoom, siti: Visitor) -> None:
    row = audit.entry("hotline", "check.probed", "checks", "5 of one name in a day", room.clock())
    before = (await siti.get("/registry")).text

    room.write(lambda conn: audit.append(conn, room.cipher, [row]))

    assert "berulang-ulang" not in before
    assert "1 kali ada pengirim" in (await siti.get("/registry")).text

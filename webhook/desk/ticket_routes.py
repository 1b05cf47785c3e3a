"""The ticket page, its stamp for the live update, and the evidence that belongs to it."""

from collections.abc import AsyncIterator, Mapping

from fastapi import HTTPException, Request
from fastapi.responses import PlainTextResponse, Response, StreamingResponse

from bot import desk_page, ticket_words
from bot.desk_door import Guest
from bot.desk_page import TicketPage
from flows.ticket import MOVES, State
from flows.verdicts import OFFICER_VERDICTS
from storage import desk_ticket
from storage.desk_ticket import MediaRow
from webhook.desk import words
from webhook.desk.event_words import note_of, say_event
from webhook.desk.fact_words import CHOICES
from webhook.desk.pages import Pages
from webhook.desk.parts import Evidence, Parts
from webhook.desk.permissions import Permission, Routes, visit_of
from webhook.desk.related_words import check_lines
from webhook.desk.row_ids import row_id
from webhook.desk.ticket_view import asked_name, contact_rule, facts_of, file_of, lines_of, next_step

# what a browser may play in place; anything else leaves only as a download
_PLAYABLE = {"audio/ogg", "audio/mpeg", "audio/mp4", "audio/aac", "audio/wav", "audio/webm", "audio/amr"}
_BY_HAND = (State.IN_PROGRESS, State.WAITING_REPORTER)


class TicketRoutes:
    """The routes that show a ticket."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    def add_to(self, routes: Routes) -> None:
        """Declare the routes."""
        routes.get("/tickets/{code}", Permission.READ, self.page)
        routes.get("/tickets/{code}/stamp", Permission.READ, self.stamp)
        routes.get("/evidence/{media_id}/preview", Permission.READ, self.preview)
        routes.get("/evidence/{media_id}/audio", Permission.READ, self.audio)
        routes.get("/evidence/{media_id}/original", Permission.READ, self.original)

    async def page(self, request: Request, code: str) -> Response:
        """Show a ticket; each look is written down."""
        guest = visit_of(request).officer
        page = await desk_page.open_page(self._parts.store, code)
        if page is None:
            raise HTTPException(404)
        await desk_page.note_view(self._parts.store, guest.officer, page.ticket.id)
        return self.show(page, guest)

    async def stamp(self, code: str) -> Response:
        """Say whether the page has something new, without showing it."""
        return PlainTextResponse(await desk_page.stamp(self._parts.store, code))

    async def preview(self, request: Request, media_id: str) -> Response:
        """Show a picture made anew from the pixels of the original."""
        row, evidence = await self._evidence(request, media_id, "preview")
        picture = await evidence.preview(row.id)
        if picture is None:
            raise HTTPException(404)
        return Response(picture, media_type="image/jpeg")

    async def audio(self, request: Request, media_id: str) -> Response:
        """Let a voice note be heard."""
        row, evidence = await self._evidence(request, media_id, "heard")
        kind = row.mime.split(";")[0]
        if kind not in _PLAYABLE:
            raise HTTPException(404)
        return StreamingResponse(_pieces(evidence, row.id), media_type=kind)

    async def original(self, request: Request, media_id: str) -> Response:
        """Hand out the original as a download that no browser opens in place."""
        row, evidence = await self._evidence(request, media_id, "original")
        headers = {"content-disposition": f'attachment; filename="bukti-{row.id}.bin"'}
        return StreamingResponse(_pieces(evidence, row.id), media_type="application/octet-stream", headers=headers)

    def show(self, page: TicketPage, guest: Guest, *, status: int = 200, **more: object) -> Response:
        """Render a ticket page; `more` may bring back what was typed."""
        return self._pages.render("ticket.html", self.values(page, guest) | more, status=status)

    def values(self, page: TicketPage, guest: Guest) -> dict[str, object]:
        """Give everything the page's template names."""
        now, zone, state = self._parts.store.clock(), self._parts.zone, State(page.ticket.state)
        return {
            "me": guest.officer,
            "csrf": guest.csrf,
            "ticket": page.ticket,
            "owner_name": page.owner_name,
            "seen": page.seen,
            "stamp": page.stamp,
            "next": next_step(page, now, zone),
            "rule": contact_rule(page, now, zone),
            "facts": facts_of(page),
            "signals": page.signs,
            "loud_signals": words.DANGER_SIGNS,
            "messages": lines_of(page, zone),
            "media": [file_of(one) for one in page.media],
            "events": self.history(page),
            "moves": [one.value for one in _BY_HAND if one in MOVES[state]],
            "can_refer": State.REFERRED in MOVES[state] or state is State.REFERRED,
            "can_close": State.CLOSED in MOVES[state],
            "agencies": words.AGENCIES,
            "urgencies": ticket_words.URGENCY,
            "categories": ticket_words.CATEGORY,
            "outcomes": ticket_words.OUTCOME,
            "links": page.links,
            "checks": check_lines(page.checks),
            "verdicts": {code.value: CHOICES["check_verdict"][code.value] for code in OFFICER_VERDICTS},
            "asked_name": asked_name(page),
            "area_names": sorted(self._parts.areas.values()),
            "loud": " ".join(words.LOUD),
            "loud_found": (),
            "problem": "",
            "typed": {"reply": "", "note": "", "refer": "", "close": "", "reopen": "", "wait": False},
        }

    def history(self, page: TicketPage) -> list[Mapping[str, object]]:
        """Give the history, newest first, in words."""
        return [
            {"at": one.at, "words": say_event(one, page.names, self._parts.areas), "note": note_of(one)}
            for one in page.events
        ]

    async def _evidence(self, request: Request, media_id: str, how: str) -> tuple[MediaRow, Evidence]:
        guest, evidence = visit_of(request).officer, self._parts.evidence
        wanted = row_id(media_id) or 0
        found = await self._parts.store.read(lambda conn: desk_ticket.media_of_ticket(conn, wanted))
        if found is None or evidence is None or found[0].refusal:
            raise HTTPException(404)
        row, ticket_id = found
        await desk_page.note_view(self._parts.store, guest.officer, ticket_id, action=f"evidence.{how}")
        return row, evidence


async def _pieces(evidence: Evidence, media_id: int) -> AsyncIterator[bytes]:
    async for piece in evidence.original(media_id):
        yield piece

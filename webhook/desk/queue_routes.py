"""The queue page, its rows for the live update, and the line over which the bell is heard."""

from collections.abc import AsyncIterator
from typing import Final

from fastapi import Request
from fastapi.responses import RedirectResponse, Response, StreamingResponse

from bot import desk_queue
from bot.desk_page import note_list
from bot.desk_queue import Counts, Queue, Show
from webhook.desk.pages import Pages
from webhook.desk.parts import Parts
from webhook.desk.permissions import Permission, Routes, visit_of
from webhook.desk.row_ids import row_id
from webhook.desk.visible import without_hidden

_WORDS: Final = {
    Show.OPEN: "Semua",
    Show.UNCONFIRMED: "Belum diterima",
    Show.WAITING: "Menunggu jawaban",
    Show.MINE: "Punya saya",
    Show.CLOSED: "Selesai",
}
_EMPTY: Final = {
    Show.OPEN: "Antrean kosong. Laporan baru muncul di sini tanpa memuat ulang.",
    Show.UNCONFIRMED: "Semua laporan sudah diterima.",
    Show.WAITING: "Tidak ada pelapor yang menunggu jawaban.",
    Show.MINE: "Belum ada laporan yang Anda pegang.",
    Show.CLOSED: "Belum ada laporan yang selesai.",
}
_LONGEST_QUERY: Final = 24
# a browser opens the line anew by itself; an end now and then lets a stopping server and a revoked session through
_LINE_BEATS: Final = 30


class QueueRoutes:
    """The routes of the queue."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    def add_to(self, routes: Routes) -> None:
        """Declare the routes."""
        routes.get("/", Permission.WATCH, self.page)
        routes.get("/rows", Permission.WATCH, self.rows)
        routes.get("/live", Permission.WATCH, self.live)

    async def page(self, request: Request) -> Response:
        """Show the queue; an exact code leads straight to its ticket."""
        guest = visit_of(request).officer
        queue, values = await self._look(request)
        query = values["query"]
        if query and len(queue.rows) == 1 and queue.rows[0].ticket.code == query:
            return RedirectResponse(f"/tickets/{query}", 303)
        await note_list(self._parts.store, guest.officer)
        return self._pages.render("queue.html", values)

    async def rows(self, request: Request) -> Response:
        """Give the rows alone, for a page that is open already."""
        _, values = await self._look(request)
        return self._pages.render("_rows.html", values)

    async def live(self, request: Request) -> Response:
        """Hold a line open and ring on it."""
        del request
        return StreamingResponse(self._rings(), media_type="text/event-stream", headers={"x-accel-buffering": "no"})

    async def _rings(self) -> AsyncIterator[str]:
        async with self._parts.bell.listen() as listener:
            yield "retry: 3000\n\n"
            for _ in range(_LINE_BEATS):
                rang = await listener.wait()
                if listener.closed:
                    return
                yield "event: ring\ndata: 1\n\n" if rang else ": hening\n\n"

    async def _look(self, request: Request) -> tuple[Queue, dict[str, object]]:
        guest, asked = visit_of(request).officer, request.query_params
        show = Show(asked["show"]) if asked.get("show") in set(Show) else Show.OPEN
        query = without_hidden(asked.get("q", "")).strip().upper()[:_LONGEST_QUERY]
        before = asked.get("before", "")
        queue = await desk_queue.look(
            self._parts.store,
            show=show,
            me=guest.officer.id,
            query=query,
            before=row_id(before),
        )
        return queue, {
            "me": guest.officer,
            "csrf": guest.csrf,
            "is_locked": guest.is_locked,
            "roster": queue.roster,
            "counts": queue.counts,
            "rows": queue.rows,
            "older": queue.older,
            "filters": _filters(queue.counts),
            "show": show.value,
            "query": query,
            "address": f"q={query}" if query else f"show={show.value}",
            "empty_words": "Tidak ada laporan dengan kode itu." if query else _EMPTY[show],
        }


def _filters(counts: Counts) -> list[dict[str, object]]:
    numbers = {
        Show.OPEN: counts.open,
        Show.UNCONFIRMED: counts.unconfirmed,
        Show.WAITING: counts.waiting,
        Show.MINE: counts.mine,
        Show.CLOSED: None,
    }
    return [{"code": show.value, "word": _WORDS[show], "count": numbers[show]} for show in Show]

"""Builds the duty desk: one FastAPI app behind the guard, every door declared."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from bot.bell import watch
from storage import desk_queue
from webhook.desk.act_routes import ActRoutes
from webhook.desk.door_routes import DoorRoutes
from webhook.desk.link_routes import LinkRoutes
from webhook.desk.pages import Pages
from webhook.desk.parts import Parts
from webhook.desk.permissions import NeedsUnlock, Permission, Routes, refuse_undeclared
from webhook.desk.queue_routes import QueueRoutes
from webhook.desk.registry_routes import RegistryRoutes
from webhook.desk.ticket_routes import TicketRoutes
from webhook.guards import Guard

_SAID = {
    403: ("Tidak diizinkan", "Halaman ini kedaluwarsa atau bukan untuk Anda. Muat ulang, lalu coba lagi."),
    404: ("Tidak ada", "Laporan atau halaman ini tidak ada."),
    405: ("Tidak ada", "Laporan atau halaman ini tidak ada."),
}
_OTHER = ("Tidak bisa dibuka", "Permintaan ini tidak terbaca. Kembali ke antrean dan coba lagi.")


def create_desk_app(parts: Parts, *, origin: str = "") -> FastAPI:
    """Build the duty desk.

    Args:
        parts: The rooms behind the pages.
        origin: The desk's own address as browsers name it, such as "https://piket.example".

    Raises:
        UndeclaredRoute: A route says not who may use it.
    """
    # no schema pages: they would list every door (trust.md R22)
    app = FastAPI(
        title="Meja piket", openapi_url=None, docs_url=None, redoc_url=None, lifespan=lambda _app: _life(parts)
    )
    pages = Pages(parts)
    routes = Routes(app, parts.door)
    door, tickets = DoorRoutes(parts, pages), TicketRoutes(parts, pages)
    door.add_to(routes)
    QueueRoutes(parts, pages).add_to(routes)
    tickets.add_to(routes)
    ActRoutes(parts, pages, tickets).add_to(routes)
    RegistryRoutes(parts, pages).add_to(routes)
    LinkRoutes(parts, pages).add_to(routes)
    routes.get("/static/{name}", Permission.PUBLIC, pages.static.serve)
    _answer_errors(app, pages, door)
    refuse_undeclared(app)
    app.add_middleware(Guard, origin=origin)
    return app


@asynccontextmanager
async def _life(parts: Parts) -> AsyncIterator[None]:
    """Watch for what other processes commit, as long as the desk is open."""

    async def pulse() -> str:
        return await parts.store.read(desk_queue.pulse)

    watching = asyncio.create_task(watch(parts.bell, pulse), name="desk-pulse")
    try:
        yield
    finally:
        parts.bell.close()
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching


def _answer_errors(app: FastAPI, pages: Pages, door: DoorRoutes) -> None:
    async def say(request: Request, error: Exception) -> Response:
        del request
        status = error.status_code if isinstance(error, HTTPException) else 422
        headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
        if "location" in headers:
            return Response(status_code=status, headers=headers)
        headline, detail = _SAID.get(status, _OTHER)
        return pages.render("plain.html", {"headline": headline, "detail": detail}, status=status)

    app.add_exception_handler(HTTPException, say)
    app.add_exception_handler(RequestValidationError, say)
    app.add_exception_handler(NeedsUnlock, door.ask_again)  # type: ignore[arg-type] # it is only given its own kind

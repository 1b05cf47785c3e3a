"""The page of the list of companies: how old it is, what a new one would change, and the agreement that it holds."""

import asyncio
from datetime import date, timedelta
from typing import Final

from fastapi import HTTPException, Request
from fastapi.responses import RedirectResponse, Response
from sqlalchemy import Connection

from bot import registry_import
from bot.officers import Role
from bot.registry_import import DraftIsGone, ListShrank, Preview
from flows.matching import Event, EventKind
from storage import audit, checks, registry
from storage.registry_file import RegistryFile, UnreadableList, read_registry_bytes
from webhook.desk.pages import Pages
from webhook.desk.parts import Parts
from webhook.desk.permissions import Permission, Routes, visit_of
from webhook.desk.registry_words import FAULT, MOST_ACTS, act_values, edition_values, preview_values, verdict_counts
from webhook.desk.row_ids import row_id

_LONGEST: Final = 200
_COUNTED_DAYS: Final = 30
_NOT_RECORDED: Final = "Belum dicatat: nama, tanggal, dan dasarnya harus ada."


class RegistryRoutes:
    """The routes of the list. Everybody at the desk sees it; a supervisor changes it."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    def add_to(self, routes: Routes) -> None:
        """Declare the routes."""
        routes.get("/registry", Permission.READ, self.page)
        routes.post("/registry/upload", Permission.ACT, self.upload, takes_file=True)
        routes.post("/registry/agree", Permission.ACT, self.agree)
        routes.post("/registry/event", Permission.ACT, self.event)

    async def page(self, request: Request) -> Response:
        """Show the list that holds, its age, and the editions before it."""
        return await self._show(request)

    async def upload(self, request: Request) -> Response:
        """Read a list and show what it would change; nothing holds yet."""
        _refuse_others(request)
        form, file = visit_of(request).form, visit_of(request).file
        try:
            read = await asyncio.to_thread(read_registry_bytes, file)
            as_of = date.fromisoformat(form["as_of"]) if form.get("as_of") else None
        except (UnreadableList, ValueError) as refused:
            why = FAULT[refused.fault] if isinstance(refused, UnreadableList) else "tanggalnya bukan tanggal"
            return await self._show(request, status=422, problem=f"Daftar itu tidak bisa dibaca: {why}.")
        source = form.get("source", "").strip()[:_LONGEST] or visit_of(request).file_name
        preview = await self._prepare(request, read, source, as_of)
        return await self._show(request, preview=preview_values(preview, source))

    async def agree(self, request: Request) -> Response:
        """Let the list that was previewed hold from now on."""
        _refuse_others(request)
        form, officer = visit_of(request).form, visit_of(request).officer.officer
        now, by, store = self._parts.store.clock(), f"officer:{officer.id}", self._parts.store
        edition_id, force = row_id(form.get("edition", "")) or 0, form.get("force") == "1"

        def work(conn: Connection) -> None:
            registry_import.agree(conn, store.cipher, edition_id, by=by, now=now, force=force)

        try:
            await store.write(work)
        except DraftIsGone:
            return await self._show(request, status=409, problem="Ada impor lain sesudah ini. Unggah lagi.")
        except ListShrank:
            return await self._show(request, status=422, problem="Belum diganti: lebih dari sepersepuluh nama hilang.")
        await self._parts.refresh_registry()
        return RedirectResponse("/registry", 303)

    async def event(self, request: Request) -> Response:
        """Record a dated act upon a licence."""
        _refuse_others(request)
        form, officer = visit_of(request).form, visit_of(request).officer.officer
        name, source = form.get("name", "").strip()[:_LONGEST], form.get("source", "").strip()[:_LONGEST]
        try:
            act = Event(date.fromisoformat(form.get("day", "")), EventKind(form.get("kind", "")), source)
        except ValueError:
            name = ""
        if not name or not source:
            return await self._show(request, status=422, problem=_NOT_RECORDED)
        now, store, by = self._parts.store.clock(), self._parts.store, f"officer:{officer.id}"

        def work(conn: Connection) -> None:
            registry.record_event(conn, name, act, by=by, now=now)
            audit.append(conn, store.cipher, [audit.entry(by, "registry.event", "registry", act.kind.value, now)])

        await store.write(work)
        await self._parts.refresh_registry()
        return RedirectResponse("/registry", 303)

    async def _prepare(self, request: Request, read: RegistryFile, source: str, as_of: date | None) -> Preview:
        store, on, now = self._parts.store, self._today(), self._parts.store.clock()
        by = f"officer:{visit_of(request).officer.officer.id}"
        # comparing a long list takes its time: that must not hold up the writer
        difference = await store.read(lambda conn: registry_import.compare(conn, read.agencies, on))
        edition = registry_import.edition_of(read, source=source, on=on, as_of=as_of)
        draft = await store.write(lambda conn: registry.add_draft(conn, edition, read.agencies, by=by, now=now))
        return Preview(draft, read, edition.as_of, difference)

    async def _show(
        self, request: Request, *, status: int = 200, problem: str = "", preview: object = None
    ) -> Response:
        guest, on = visit_of(request).officer, self._today()
        since = date.fromordinal(on.toordinal() - _COUNTED_DAYS)
        known = await self._parts.store.read(registry.editions)
        counted = await self._parts.store.read(lambda conn: checks.counts(conn, since))
        probed = await self._parts.store.read(
            lambda conn: checks.probes(conn, self._parts.store.clock() - timedelta(days=_COUNTED_DAYS))
        )
        acts = await self._parts.store.read(registry.acts)
        values = {
            "acts": act_values(acts),
            "more_acts": max(0, len(acts) - MOST_ACTS),
            "probes": probed,
            "me": guest.officer,
            "csrf": guest.csrf,
            "may_change": guest.officer.role == Role.SUPERVISOR,
            "editions": [edition_values(one, on, self._parts.registry_max_age_days) for one in known],
            "counts": verdict_counts(counted),
            "counted_days": _COUNTED_DAYS,
            "problem": problem,
            "preview": preview,
        }
        return self._pages.render("registry.html", values, status=status)

    def _today(self) -> date:
        return self._parts.store.clock().astimezone(self._parts.zone).date()


def _refuse_others(request: Request) -> None:
    if visit_of(request).officer.officer.role != Role.SUPERVISOR:
        raise HTTPException(403)

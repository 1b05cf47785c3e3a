"""The page on which an officer ties their own Telegram account or phone to their name, by a code that holds once."""

from functools import partial

from fastapi import Request
from fastapi.responses import RedirectResponse, Response
from sqlalchemy import Connection

from bot import officer_links
from bot.officers import OneTimeCode
from storage import audit
from storage import officer_links as rows
from storage.officer_links import LinkRow
from webhook.desk import words
from webhook.desk.pages import Pages
from webhook.desk.parts import Parts
from webhook.desk.permissions import Permission, Routes, visit_of


class LinkRoutes:
    """The routes of an officer's own accounts. Everybody sees and changes their own alone."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    def add_to(self, routes: Routes) -> None:
        """Declare the routes."""
        routes.get("/links", Permission.READ, self.page)
        routes.post("/links/new", Permission.ACT, self.new)
        routes.post("/links/remove", Permission.ACT, self.remove)

    async def page(self, request: Request) -> Response:
        """Show what is tied to the officer."""
        return await self._show(request)

    async def new(self, request: Request) -> Response:
        """Give a code and show it, this once."""
        login, store = visit_of(request).officer.officer.login, self._parts.store
        give = partial(officer_links.give_code, cipher=store.cipher, login=login, now=store.clock())
        return await self._show(request, code=await store.write(give))

    async def remove(self, request: Request) -> Response:
        """Untie everything of one channel."""
        officer, store = visit_of(request).officer.officer, self._parts.store
        channel, now = visit_of(request).form.get("channel", ""), self._parts.store.clock()

        def work(conn: Connection) -> None:
            if rows.unlink(conn, officer.id, channel):
                who = f"officer:{officer.id}"
                audit.append(conn, store.cipher, [audit.entry(who, "officer.unlinked", who, "", now)])

        await store.write(work)
        return RedirectResponse("/links", 303)

    async def _show(self, request: Request, *, code: OneTimeCode | None = None) -> Response:
        guest, store = visit_of(request).officer, self._parts.store
        found = await store.read(lambda conn: rows.links(conn, store.cipher))
        mine = [_row(one) for one in found if one.officer_id == guest.officer.id]
        return self._pages.render("links.html", {"me": guest.officer, "csrf": guest.csrf, "links": mine, "code": code})


def _row(link: LinkRow) -> dict[str, object]:
    # the officer's own number: its end is enough to know it by
    name = words.say(words.CHANNEL, link.channel)
    return {"channel": link.channel, "name": name, "tail": link.address[-4:], "at": link.linked_at}

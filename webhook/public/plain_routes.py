"""The routes that know no chat: static files, the neutral page, health."""

from collections.abc import Awaitable, Callable

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from webhook.guards import NOT_FOUND, Refused
from webhook.public.pages import Pages, load_static


def add_plain_routes(app: FastAPI, pages: Pages, is_ready: Callable[[], Awaitable[bool]]) -> None:
    """Add them to `app`."""
    files = load_static()
    recipe = pages.recipe()

    @app.get("/static/{name}")
    async def static(name: str, request: Request) -> Response:
        file = files.get(name)
        if file is None:
            raise Refused(NOT_FOUND)
        if "gzip" in request.headers.get("accept-encoding", ""):
            return Response(
                file.packed, media_type=file.mime, headers={"content-encoding": "gzip", "vary": "accept-encoding"}
            )
        return Response(file.plain, media_type=file.mime)

    @app.get("/favicon.ico")
    async def favicon() -> Response:
        return Response(files["ikon.png"].plain, media_type="image/png")

    @app.get("/resep")
    async def neutral_page() -> Response:
        return HTMLResponse(recipe)

    @app.get("/healthz")
    async def alive() -> Response:
        return JSONResponse({"alive": True})

    @app.get("/readyz")
    async def ready() -> Response:
        can_take = await is_ready()
        return JSONResponse({"ready": can_take}, status_code=200 if can_take else 503)

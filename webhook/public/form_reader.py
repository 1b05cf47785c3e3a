"""Reading a multipart form as it streams in: fields into memory with a cap, files straight into the evidence room."""

from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from email.message import Message as MimeHeader
from typing import Final

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser
from starlette.types import Receive, Scope

from bot.citizen_face import Upload
from flows.said import Attachment, Kind
from webhook.bodies import CHAT_CAP_BYTES, UPLOAD_CAP_BYTES, UPLOAD_S, body_chunks
from webhook.guards import NOT_UNDERSTOOD, TOO_BIG, Refused, header

# the parts' own headers and the text fields come on top of the files
_BODY_CAP_BYTES: Final = UPLOAD_CAP_BYTES + CHAT_CAP_BYTES
_MOST_FILES: Final = 10
_KINDS: Final = {"photo": Kind.PHOTO, "voice": Kind.VOICE, "file": Kind.DOCUMENT}

Keep = Callable[[Upload], Awaitable[Attachment]]


@dataclass(slots=True)
class Form:
    """What a form held; after a file that was too big the rest is unread."""

    fields: dict[str, str] = field(default_factory=dict)
    attachments: list[Attachment] = field(default_factory=list)


@dataclass(slots=True)
class _Part:
    name: str
    has_file: bool
    mime: str


class _Parts:
    """The parts of a body one after the other; a part left unread is read past."""

    def __init__(self, boundary: str, chunks: AsyncIterator[bytes]) -> None:
        self._chunks = chunks
        self._events: deque[_Part | bytes | None] = deque()
        self._head = MimeHeader()
        self._name, self._value = b"", b""
        self._parser = MultipartParser(
            boundary.encode("latin-1"),
            {
                "on_part_begin": self._on_begin,
                "on_header_field": self._on_header_field,
                "on_header_value": self._on_header_value,
                "on_header_end": self._on_header_end,
                "on_headers_finished": self._on_headers,
                "on_part_data": lambda data, start, end: self._events.append(data[start:end]),
                "on_part_end": lambda: self._events.append(None),
            },
        )

    async def next_part(self) -> _Part | None:
        """Go to the next part, or give None at the end of the body."""
        while await self._fill():
            event = self._events.popleft()
            if isinstance(event, _Part):
                return event
        return None

    async def data(self) -> AsyncIterator[bytes]:
        """Give the data of the part that `next_part` gave last."""
        while await self._fill():
            event = self._events.popleft()
            if not isinstance(event, bytes):
                return
            yield event
        # the body ended inside the part: half a file must not pass for a whole one
        raise Refused(NOT_UNDERSTOOD)

    async def _fill(self) -> bool:
        while not self._events:
            chunk = await anext(self._chunks, None)
            if chunk is None:
                return False
            try:
                self._parser.write(chunk)
            except FormParserError:
                raise Refused(NOT_UNDERSTOOD) from None
        return True

    def _on_begin(self) -> None:
        self._head = MimeHeader()

    def _on_header_field(self, data: bytes, start: int, end: int) -> None:
        self._name += data[start:end]

    def _on_header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _on_header_end(self) -> None:
        self._head[self._name.decode("latin-1")] = self._value.decode("latin-1")
        self._name, self._value = b"", b""

    def _on_headers(self) -> None:
        name = self._head.get_param("name", "", "content-disposition")
        file_name = self._head.get_param("filename", None, "content-disposition")
        self._events.append(_Part(str(name), file_name is not None, self._head.get("content-type", "")))


async def read_form(scope: Scope, receive: Receive, keep: Keep) -> Form:
    """Read a form whose files go to `keep` while they arrive.

    Raises:
        Refused: It is no form, its fields are too big, or it came too slowly.
        ClientGone: The other side hung up.
    """
    kind = MimeHeader()
    kind["content-type"] = header(scope, b"content-type")
    boundary = kind.get_param("boundary")
    if kind.get_content_type() != "multipart/form-data" or not isinstance(boundary, str) or not 0 < len(boundary) <= 70:
        raise Refused(NOT_UNDERSTOOD)
    parts = _Parts(boundary, body_chunks(receive, cap_bytes=_BODY_CAP_BYTES, total_s=UPLOAD_S))
    form = Form()
    while (part := await parts.next_part()) is not None:
        if not part.has_file:
            form.fields[part.name] = await _field(parts, form)
        elif part.name in _KINDS and not await _take_file(parts, part, form, keep):
            break
    return form


async def _field(parts: _Parts, form: Form) -> str:
    room = CHAT_CAP_BYTES - sum(len(value) for value in form.fields.values())
    value = bytearray()
    async for chunk in parts.data():
        value += chunk
        if len(value) > room or len(form.fields) > 20:
            raise Refused(TOO_BIG)
    return value.decode("utf-8", "replace")


async def _take_file(parts: _Parts, part: _Part, form: Form, keep: Keep) -> bool:
    """Keep one file; False when nothing more of this body is worth reading."""
    kind = _KINDS[part.name]
    first = await anext(parts.data(), None)
    if first is None:
        return True  # a file input that was left empty
    if len(form.attachments) >= _MOST_FILES:
        form.attachments.append(Attachment(kind=kind, refusal="quota"))
        return False
    upload = Upload(kind, part.mime, _from(first, parts.data()), _seconds(form.fields.get("seconds", "")))
    try:
        kept = await keep(upload)
    except Refused as refused:
        if refused.refusal is not TOO_BIG:
            raise
        kept = Attachment(kind=kind, refusal="too_big")
    form.attachments.append(kept)
    return kept.refusal != "too_big"


async def _from(first: bytes, rest: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    yield first
    async for chunk in rest:
        yield chunk


def _seconds(text: str) -> int:
    return min(int(text), 36_000) if text.isascii() and text.isdigit() and len(text) < 6 else 0

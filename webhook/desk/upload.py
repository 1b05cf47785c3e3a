"""Reads the desk's one form that carries a file: fields and bytes, with a cap on what really arrives."""

from dataclasses import dataclass, field
from email.message import Message
from typing import Final

from fastapi import HTTPException, Request
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser

from webhook.bodies import UPLOAD_S, body_chunks

# the list reader itself refuses what is larger than 20 megabytes
_CAP_BYTES: Final = 20_000_000 + 64 * 1024
_MOST_FIELD_BYTES: Final = 4096
_LONGEST_BOUNDARY: Final = 70


@dataclass(slots=True)
class Upload:
    """What the form held: its fields, and the file with its name as the browser gave it."""

    fields: dict[str, str] = field(default_factory=dict)
    file: bytes = b""
    file_name: str = ""


@dataclass(slots=True)
class _Reading:
    upload: Upload = field(default_factory=Upload)
    head: Message = field(default_factory=Message)
    name: bytes = b""
    value: bytes = b""
    body: bytearray = field(default_factory=bytearray)

    def callbacks(self) -> dict[str, object]:
        return {
            "on_part_begin": self._begin,
            "on_header_field": self._on_name,
            "on_header_value": self._on_value,
            "on_header_end": self._on_header,
            "on_part_data": self._on_data,
            "on_part_end": self._end,
        }

    def _begin(self) -> None:
        self.head, self.body = Message(), bytearray()

    def _on_name(self, data: bytes, start: int, end: int) -> None:
        self.name += data[start:end]

    def _on_value(self, data: bytes, start: int, end: int) -> None:
        self.value += data[start:end]

    def _on_header(self) -> None:
        self.head[self.name.decode("latin-1")] = self.value.decode("latin-1")
        self.name, self.value = b"", b""

    def _on_data(self, data: bytes, start: int, end: int) -> None:
        self.body += data[start:end]

    def _end(self) -> None:
        name = str(self.head.get_param("name", "", "content-disposition"))
        file_name = self.head.get_param("filename", None, "content-disposition")
        if file_name is not None:
            self.upload.file, self.upload.file_name = bytes(self.body), str(file_name)[-80:]
        elif len(self.body) <= _MOST_FIELD_BYTES:
            self.upload.fields[name] = self.body.decode("utf-8", "replace")


async def read_upload(request: Request) -> Upload:
    """Read the form.

    Raises:
        HTTPException: It is no such form.
        Refused: It is too big or came too slowly.
    """
    kind = Message()
    kind["content-type"] = request.headers.get("content-type", "")
    boundary = kind.get_param("boundary")
    is_form = kind.get_content_type() == "multipart/form-data"
    if not is_form or not isinstance(boundary, str) or not 0 < len(boundary) <= _LONGEST_BOUNDARY:
        raise HTTPException(422)
    reading = _Reading()
    parser = MultipartParser(boundary.encode("latin-1"), reading.callbacks())  # type: ignore[arg-type] # its own TypedDict
    try:
        async for chunk in body_chunks(request.receive, cap_bytes=_CAP_BYTES, total_s=UPLOAD_S):
            parser.write(chunk)
    except FormParserError:
        raise HTTPException(422) from None
    return reading.upload

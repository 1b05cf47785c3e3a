"""A small hotline in memory for tests of the public face: it keeps, numbers and answers, and nothing else."""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime

from bot.citizen_face import Busy, Letter, Upload
from bot.inbound import Inbound, Taken
from flows.reply import Option, Reply
from flows.said import Attachment

MENU = (
    Option("report", "Saya mau melapor"),
    Option("check_recruiter", "Cek perekrut atau perusahaan"),
    Option("status", "Tanya laporan saya"),
    Option("human", "Bicara dengan petugas"),
)

NOTHING = Reply("")


def greeting(language: str) -> Reply:
    """What the invented hotline says first."""
    if language == "en":
        return Reply("This is the reporting line of Satgasda TPPO NTB. In danger? Call 110 now.", MENU, "menu")
    return Reply(
        "Ini layanan lapor Satgasda TPPO NTB. Saya mesin penjawab; petugas membaca setiap laporan.\n"
        "Kalau sedang dalam bahaya, telepon 110 sekarang.\nMau apa?",
        MENU,
        "menu",
    )


class HotlineDouble:
    """Plays the hotline behind the citizen face. `busy_times` makes it refuse that often."""

    def __init__(self) -> None:
        self.inbox: dict[tuple[str, str], Inbound] = {}
        self.chats: defaultdict[str, list[Letter]] = defaultdict(list)
        self.files: dict[int, bytes] = {}
        self.read: dict[str, int] = {}
        self.busy_times = 0
        self.refuse_files_as = ""
        self._ids = iter(range(7_000_000_000_000_000_001, 7_000_000_000_000_100_000))

    @property
    def said(self) -> list[Inbound]:
        """Everything taken in, in order."""
        return list(self.inbox.values())

    async def take_in(self, inbound: Inbound) -> Taken:
        if self.busy_times:
            self.busy_times -= 1
            raise Busy(3)
        key = (inbound.channel, inbound.provider_id)
        if key in self.inbox:
            return Taken(1, 1, is_duplicate=True)
        self.inbox[key] = inbound
        said = inbound.said
        self.write(inbound.address, "citizen", said.text, kind=said.kind.value)
        more = Reply("Baik, saya catat. Ada lagi?", (Option("no", "Sudah cukup"),), "more")
        self.write(inbound.address, "hotline", more.text, more)
        return Taken(1, 1, replies=(1,))

    def write(self, address: str, speaker: str, text: str, reply: Reply = NOTHING, *, kind: str = "text") -> None:
        """Put a letter into a chat, with the options of `reply`."""
        at = datetime(2026, 11, 21, 14, 5, tzinfo=UTC)
        self.chats[address].append(Letter(next(self._ids), speaker, text, at, reply.options, reply.prompt, kind))

    async def mailbox(self, channel: str, address: str, *, after: int = 0) -> Sequence[Letter]:
        return [letter for letter in self.chats.get(address, []) if letter.id > after]

    async def mark_read(self, channel: str, address: str, *, upto: int) -> None:
        self.read[address] = upto

    async def keep_file(self, channel: str, address: str, upload: Upload) -> Attachment:
        if self.refuse_files_as:
            return Attachment(upload.kind, refusal=self.refuse_files_as)
        data = b"".join([chunk async for chunk in upload.chunks])
        media_id = next(self._ids)
        self.files[media_id] = data
        digest = hashlib.sha256(data).hexdigest()
        return Attachment(upload.kind, media_id, upload.mime, len(data), digest, upload.seconds)

    async def drop_file(self, attachment: Attachment) -> None:
        self.files.pop(attachment.media_id, None)

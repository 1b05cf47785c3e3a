"""Every state of a conversation that the golden dialogues pass through, with the facts of that moment."""

from datetime import timedelta
from functools import cache

from flows.facts import Facts
from flows.said import Attachment, ContactCard, Kind, Location, Said
from tests.flows.pretend_desk import PretendDesk
from tests.flows.transcript import done_in, read_all, said_in

DANGER = "tolong pak saya disekap, dipukuli, tidak boleh keluar"

EVERY_KIND = {
    "text": Said(text="di rumah pak mamad, umur 17, 0819 1700 0111"),
    "number": Said(text="2"),
    "far number": Said(text="77"),
    "unknown": Said(text="gak tau"),
    "skip": Said(text="lewati"),
    "why": Said(text="kenapa?"),
    "back": Said(text="kembali"),
    "stop": Said(text="berhenti"),
    "menu": Said(text="menu"),
    "human": Said(text="petugas"),
    "status": Said(text="status"),
    "delete": Said(text="hapus"),
    "withdraw": Said(text="tarik laporan"),
    "enough": Said(text="cukup"),
    "thanks": Said(text="makasih"),
    "told": Said(text="kan sudah saya bilang tadi"),
    "english": Said(text="english please"),
    "insult": Said(text="anjing lu"),
    "who reported": Said(text="siapa yang lapor saya?"),
    "correction": Said(text="eh salah, bukan malaysia tapi kamboja"),
    "empty": Said(),
    "dots": Said(text="..."),
    "emoji": Said(text="😭"),
    "receipt": Said(text="1234 5678 9012 3456"),
    "danger": Said(text=DANGER),
    "voice": Said(Kind.VOICE, attachments=(Attachment(Kind.VOICE, 1, "audio/ogg", seconds=9),)),
    "refused voice": Said(Kind.VOICE, attachments=(Attachment(Kind.VOICE, refusal="too_big"),)),
    "photo": Said(Kind.PHOTO, attachments=(Attachment(Kind.PHOTO, 2, "image/jpeg"),)),
    "photos": Said(Kind.PHOTO, "ini fotonya", attachments=(Attachment(Kind.PHOTO, 3), Attachment(Kind.PHOTO, 4))),
    "refused photo": Said(Kind.PHOTO, attachments=(Attachment(Kind.PHOTO, refusal="not_a_picture"),)),
    "poster": Said(Kind.PHOTO, "LOWONGAN DUBAI", attachments=(Attachment(Kind.PHOTO, 5),), forwarded=True),
    "video": Said(Kind.VIDEO, attachments=(Attachment(Kind.VIDEO, 6, "video/mp4"),)),
    "document": Said(Kind.DOCUMENT, attachments=(Attachment(Kind.DOCUMENT, 7, "application/pdf"),)),
    "place": Said(Kind.LOCATION, location=Location(-8.58, 116.1, "Mataram")),
    "no place": Said(Kind.LOCATION, location=Location(float("nan"), 400)),
    "card": Said(Kind.CONTACT, contact=ContactCard("Pak Udin", ("081917000444",))),
    "empty card": Said(Kind.CONTACT, contact=ContactCard("")),
    "sticker": Said(Kind.STICKER),
    "start": Said(Kind.START),
    "edit": Said(Kind.EDIT, "di rumah, gerung selatan"),
    "stale button": Said(Kind.CHOICE, token="nothing:yes"),
    "broken button": Said(Kind.CHOICE, token="::"),
    "other": Said(Kind.OTHER),
}


@cache
def states() -> dict[tuple[str, str, int], tuple[bytes, Facts]]:
    """Give the states by flow, question last shown, and how many tickets there are: the first of each kind."""
    found: dict[tuple[str, str, int], tuple[bytes, Facts]] = {}
    for dialogue in read_all():
        desk = PretendDesk()
        for turn in map(done_in, dialogue.turns):
            if "elsewhere" in turn:
                desk.file_elsewhere(turn["elsewhere"])
            elif "officer" in turn:
                desk.act({key: value for key, value in turn.items() if key != "officer"})
            elif "pause" in turn:
                desk.wait(timedelta(minutes=turn["pause"]))
            else:
                desk.hear(said_in(turn))
            shown = desk.conversation.shown
            key = (desk.conversation.flow, shown.prompt if shown else "", min(1, len(desk.mine)))
            found.setdefault(key, (desk.state, desk.facts(Said())))
    return found

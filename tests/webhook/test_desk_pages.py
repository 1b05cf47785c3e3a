"""What officers read: the queue at one glance, the ticket with where everything came from, citizen text as text."""

import re
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from html.parser import HTMLParser
from importlib.resources import files
from zoneinfo import ZoneInfo

import pytest

from storage.cipher import Cipher
from storage.database import Database
from storage.shelf import run
from tests.conftest import FrozenClock
from tests.desk_night import settle_night
from tests.desk_room import DeskRoom, PaintedEvidence, Told, Visitor, desk_room, fact

CODE = "K7M-4QX"
# invented attempts at the usual gates: tags, attributes, entities, template marks, urls
ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<svg/onload=alert(1)>",
    "{{ 7*7 }}",
    "{% raw %}",
    "&lt;script&gt;",
    "javascript:alert(1)",
    "</textarea><script>x</script>",
    "</title><b>",
    "<!--",
    "]]>",
    "'-alert(1)-'",
    "<a href=//evil.example>klik</a>",
    "https://evil.example/klik",
    "**tebal** _miring_",
    "${7*7}",
    "<%= 7 %>",
    "\\u003cb\\u003e",
    "<iframe src=//x>",
    "<style>*{display:none}</style>",
    "<base href=//x>",
    "<form action=//x>",
    "<input autofocus onfocus=x>",
    "<details open ontoggle=x>",
    "<math><mi>",
    "<object data=x>",
    "<embed src=x>",
    "<link rel=stylesheet href=x>",
    "=cmd|' /C'!A0",
    "\u202egnp.exe",
    "<b\x00>",
    "&#60;b&#62;",
)


@pytest.fixture
def room(sqlite_database: Database, cipher: Cipher, clock: FrozenClock) -> Iterator[DeskRoom]:
    with desk_room(sqlite_database, cipher, clock, PaintedEvidence()) as one:
        yield one


@pytest.fixture
async def siti(room: DeskRoom) -> AsyncIterator[Visitor]:
    room.add_officer("made", "Made Arta")
    visitor = await room.signed_in("siti", "Siti Aminah")
    yield visitor
    await visitor.client.aclose()


class Words(HTMLParser):
    """Gathers the tags, the addresses and the text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.text += " "
        self.addresses += [value or "" for name, value in attrs if name in {"href", "src", "action"}]

    def handle_data(self, data: str) -> None:
        self.text += data


async def test_the_queue_says_who_what_where_at_one_glance(room: DeskRoom, siti: Visitor) -> None:
    settle_night(room, ["made"])

    words = " ".join(Words((await siti.get("/")).text).text.split())

    for said in (
        *("7 belum diterima", "Darurat", "Tinggi", "Biasa", "K7M-4QX", "Dipaksa menipu online", "Selong, Lombok Timur"),
        *("WhatsApp", "4 menit", "7 jam 36 menit lagi", "Belum diterima", "Made Arta", "Naik ke-2", "Lewat batas"),
        *("Menunggu jawaban", "Belum lengkap", "Diteruskan ke BP3MI NTB", "Minta cek perekrut", "Tempat belum jelas"),
        *("Piket:", "1 Made Arta", "2 Siti Aminah"),
    ):
        assert said in words
    order = re.findall(r'data-row="([^"]+)"', (await siti.get("/")).text)
    assert order[:3] == ["R2D-9HW", "K7M-4QX", "W6B-5JT"]


async def test_the_queue_shows_no_story_and_no_identity(room: DeskRoom, siti: Visitor) -> None:
    settle_night(room, ["made"])

    page = (await siti.get("/")).text + (await siti.get("/rows")).text

    for secret in ("Batam", "ruko", "Ratih", "0812-", "62812", "toko baju", "Myawaddy"):
        assert secret not in page


async def test_filters_and_search_lead_where_they_say(room: DeskRoom, siti: Visitor) -> None:
    settle_night(room, ["made"])

    mine = (await siti.get("/?show=mine")).text
    closed = (await siti.get("/?show=closed")).text
    exact = await siti.get("/?q= k7m-4qx\u200b")
    part = (await siti.get("/?q=k7m")).text
    none = (await siti.get("/?q=<b>")).text
    odd = await siti.get("/?show=nonsense&before=99999999999999999999")

    assert "Belum ada laporan yang Anda pegang" in mine
    assert 'data-row="D6H-4NS"' in closed
    assert (exact.status_code, exact.headers["location"]) == (303, f"/tickets/{CODE}")
    assert f'data-row="{CODE}"' in part
    assert "Tidak ada laporan dengan kode itu" in none
    assert "&lt;B&gt;" in none
    assert odd.status_code == 200


async def test_the_ticket_says_first_what_to_do_next(room: DeskRoom, siti: Visitor) -> None:
    settle_night(room, ["made"])

    for code, first, button in (
        (CODE, "Terima sekarang", "Terima"),
        ("P5T-3KA", "Terima laporan ini", "Terima"),
        ("W6B-5JT", "Pelapor menunggu jawaban", "Balas"),
        ("J2K-4WB", "Diteruskan ke BP3MI NTB", ""),
        ("D6H-4NS", "Selesai: Pertanyaan terjawab", "Buka lagi"),
    ):
        page = (await siti.get(f"/tickets/{code}")).text
        step = page[page.index('class="next') : page.index("</section>")]
        assert first in step
        assert button in step
        assert page.index('class="next') < page.index("Yang diketahui")


async def test_facts_say_where_each_came_from(room: DeskRoom, siti: Visitor) -> None:
    settle_night(room, ["made"])

    words = " ".join(Words((await siti.get(f"/tickets/{CODE}")).text).text.split())

    for said in (
        "Tujuan Kamboja sebelumnya: Malaysia dibetulkan: “mau dibawa ke kamboja”",
        "Korban adik pelapor, perempuan, 19 tahun diceritakan sendiri: “adik sy”",
        "Nomor perekrut 0812-0000-1111",
        "Berangkat Selasa 3 November pagi",
        "Dokumen ditahan orang lain ditanya",
        "Pembayaran tidak tahu",
        "dikurung",
        "Boleh dihubungi lewat WhatsApp …4QX Kapan: sesudah pukul 21.00 Awali dengan: Halo kak, ini dari toko baju",
        "Mesin penjawab",
        "disimpan, menunggu dikirim",
        "Bukti (4)",
        "tidak disimpan: terlalu besar",
    ):
        assert said in words


@pytest.mark.parametrize("attack", ATTACKS)
async def test_what_citizens_write_is_shown_as_text(room: DeskRoom, siti: Visitor, attack: str) -> None:
    room.file(
        Told(
            CODE,
            facts={"what": fact(attack, "corrected", attack + "!", attack + "?"), attack: fact(attack)},
            signals=(("threat", attack), (attack, attack)),
            reporter={"wording": attack, "name": attack, attack: attack},
            talk=(("citizen", attack), ("hotline", attack)),
            columns={"referred_to": attack},
        )
    )
    calm = Words((await siti.get("/tickets/K7M-4QX")).text)
    room.write(lambda conn: run(conn, "UPDATE ticket SET state = 'referred'"))
    referred = Words((await siti.get("/tickets/K7M-4QX")).text)
    queue = Words((await siti.get("/")).text)

    for page in (calm, referred, queue):
        assert not {"img", "style", "base", "object", "embed", "math", "iframe"} & set(page.tags)
        assert page.tags.count("script") <= 3
        assert all(one.startswith(("/", "#")) or not one for one in page.addresses)
        assert "7*7" not in attack or attack in page.text or page is queue


def test_no_template_trusts_text() -> None:
    folder = files("webhook.desk") / "templates"
    sources = {path.name: path.read_text("utf-8") for path in folder.iterdir()}

    assert len(sources) > 10
    for name, source in sources.items():
        assert not re.search(r"\|\s*safe\b|autoescape|urlize|Markup", source), name


async def test_hidden_characters_are_shown_as_marks(room: DeskRoom, siti: Visitor) -> None:
    room.file(Told(CODE, talk=(("citizen", "aman\u202e nama\u200b palsu \ufeff\u2067x 👨\u200d👩\u200d👧"),)))

    page = (await siti.get(f"/tickets/{CODE}")).text

    for hidden in "\u202e\u200b\ufeff\u2067":
        assert hidden not in page
    assert page.count("tanda tersembunyi") == 4
    assert "👨\u200d👩\u200d👧" in page


async def test_every_look_at_a_ticket_and_its_evidence_is_written_down(room: DeskRoom, siti: Visitor) -> None:
    settle_night(room, ["made"])
    for path in (f"/tickets/{CODE}", "/evidence/71/preview", "/evidence/73/audio", "/evidence/71/original", "/"):
        assert (await siti.get(path)).status_code == 200

    rows = room.read(lambda conn: run(conn, "SELECT action FROM audit ORDER BY id").all())
    assert [row[0] for row in rows][-5:] == [
        *("ticket.viewed", "evidence.preview", "evidence.heard", "evidence.original", "queue.listed"),
    ]


async def test_evidence_leaves_as_picture_sound_or_download_and_nothing_else(room: DeskRoom, siti: Visitor) -> None:
    settle_night(room, ["made"])

    preview = await siti.get("/evidence/71/preview")
    audio = await siti.get("/evidence/73/audio")
    original = await siti.get("/evidence/71/original")

    assert preview.headers["content-type"] == "image/jpeg"
    assert audio.headers["content-type"] == "audio/ogg"
    assert original.headers["content-type"] == "application/octet-stream"
    assert original.headers["content-disposition"].startswith("attachment;")
    # a photo is never played, a refused file was never kept, an unknown one is not there
    for path in (
        "/evidence/71/audio",
        "/evidence/74/original",
        "/evidence/999/preview",
        f"/evidence/{10**30}/preview",
        "/evidence/-1/audio",
        "/evidence/x/preview",
    ):
        assert (await siti.get(path)).status_code in {404, 422}


async def test_evidence_of_no_ticket_is_not_handed_out(room: DeskRoom, siti: Visitor) -> None:
    settle_night(room, ["made"])
    room.write(lambda conn: run(conn, "UPDATE media SET ticket_id = NULL WHERE id = 71"))

    assert (await siti.get("/evidence/71/preview")).status_code == 404


async def test_without_javascript_the_queue_reloads_itself(siti: Visitor) -> None:
    assert '<noscript><meta http-equiv="refresh" content="30"></noscript>' in (await siti.get("/")).text


async def test_receipts_never_show_and_a_phone_shows_its_last_three_digits(room: DeskRoom, siti: Visitor) -> None:
    """Whoever knows a receipt speaks for its citizen; trust.md T16 wants a wrong phone to be noticed."""
    room.file(
        Told(
            CODE,
            channel="whatsapp",
            may_contact=True,
            talk=(("hotline", "Nomor bukti: 1234 5678 9012 3456"), ("citizen", "KTP saya 5203014107990001")),
        )
    )

    page = (await siti.get(f"/tickets/{CODE}")).text

    assert "9012 3456" not in page
    assert "5203014107990001" in page
    # the double's address ends with the code
    assert "WhatsApp …4QX" in page


async def test_facts_stand_in_the_order_an_officer_wants(room: DeskRoom, siti: Visitor) -> None:
    facts = {
        "zebra": fact("z"),
        "destination": fact("Kamboja"),
        "payment": fact("", "skipped"),
        "what": fact("dikurung"),
    }
    room.file(Told(CODE, facts=facts))

    page = (await siti.get(f"/tickets/{CODE}")).text

    assert page.index("Apa yang terjadi") < page.index("Tujuan") < page.index("zebra")
    assert "Pembayaran" not in page


async def test_who_writes_after_the_end_is_seen(room: DeskRoom, siti: Visitor) -> None:
    room.file(Told(CODE, state="closed", columns={"outcome": "answered", "waiting_since": room.clock()}))

    queue, page = (await siti.get("/")).text, (await siti.get(f"/tickets/{CODE}")).text

    assert f'data-row="{CODE}"' in queue
    assert "Pelapor menulis lagi" in page
    assert (await siti.act(CODE, "settle")).status_code == 303
    assert f'data-row="{CODE}"' not in (await siti.get("/")).text


async def test_who_leaves_today_at_an_unknown_hour_is_not_gone(room: DeskRoom, siti: Visitor) -> None:
    now = room.clock().astimezone(ZoneInfo("Asia/Makassar"))
    since_midnight = (now - now.replace(hour=0, minute=0, second=0, microsecond=0)) / timedelta(hours=1)
    room.file(Told(CODE, 4, "emergency", departs_in_hours=-since_midnight))

    queue = " ".join(Words((await siti.get("/")).text).text.split())
    page = " ".join(Words((await siti.get(f"/tickets/{CODE}")).text).text.split())

    assert "hari ini" in queue
    assert re.search(r"hari ini berangkat \w+ \d+ \w+, jamnya belum jelas", page)


async def test_who_leaves_today_at_an_unknown_hour_stands_before_who_leaves_tonight(
    room: DeskRoom, siti: Visitor
) -> None:
    now = room.clock().astimezone(ZoneInfo("Asia/Makassar"))
    since_midnight = (now - now.replace(hour=0, minute=0, second=0, microsecond=0)) / timedelta(hours=1)
    room.file(Told("AAA-111", 5, "emergency", departs_in_hours=6))
    room.file(Told("AAA-222", 4, "emergency", departs_in_hours=-since_midnight))

    queue = (await siti.get("/")).text

    assert queue.index("AAA-222") < queue.index("AAA-111")

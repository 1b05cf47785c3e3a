"""Whatever arrives: a kind answer, nothing lost, nothing stored twice, no 500."""

import asyncio
import json
from collections.abc import AsyncIterator

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows.cleaning import clean_text
from tests.evidence_corpus import photo
from tests.hotline_double import HotlineDouble, greeting
from webhook.public.app import create_public_app
from webhook.public.incoming import TEXT_CAP_BYTES

BASE = "http://127.0.0.1:8000"
ID = "0123456789abcdef"
SESSION = "catatan=" + "a" * 43


@pytest.fixture
def hotline() -> HotlineDouble:
    return HotlineDouble()


@pytest.fixture
async def browser(hotline: HotlineDouble) -> AsyncIterator[httpx.AsyncClient]:
    app = create_public_app(hotline, base_url=BASE, greeting=greeting)
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url=BASE, headers={"cookie": SESSION}) as client:
        yield client


async def _post(browser: httpx.AsyncClient, raw: bytes) -> httpx.Response:
    return await browser.post("/chat/messages", content=raw, headers={"content-type": "application/json"})


KEPT = {
    "emoji only": "\U0001f62d\U0001f62d",
    "family emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "right to left": "\u202etolong saya\u202c",
    "arabic": "\u0633\u0627\u0639\u062f\u0646\u064a",
    "zero width inside": "to\u200blong",
    "html": "<script>alert(1)</script>",
    "formula": '=HYPERLINK("http://jahat.example")',
    "zalgo": "t" + "\u0301\u0302\u0303" * 300 + "olong",
    "template": "{{ 7 * 7 }} {% raw %} ${x} %s",
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT.keys())
async def test_odd_text_is_kept_as_written(browser: httpx.AsyncClient, hotline: HotlineDouble, text: str) -> None:
    answer = await browser.post("/chat/messages", json={"id": ID, "text": text})

    assert answer.json() == {"taken": True}
    assert hotline.said[0].said.text == clean_text(text)


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        (b'"tolong\\u0000 saya"', "tolong saya"),
        (b'"\\ud83d tolong"', " tolong"),
        (b'"rusak \xff\xfe"', "rusak \ufffd\ufffd"),
    ],
)
async def test_what_no_database_takes_is_taken_out(
    browser: httpx.AsyncClient, hotline: HotlineDouble, raw: bytes, kept: str
) -> None:
    answer = await _post(browser, b'{"id": "%s", "text": %s}' % (ID.encode(), raw))

    assert answer.status_code == 200
    assert hotline.said[0].said.text == kept


@pytest.mark.parametrize("text", ["", "   \n", "\u200b\u200d\ufeff", "\x00\x01", None])
async def test_nothing_said_gets_a_kind_word(
    browser: httpx.AsyncClient, hotline: HotlineDouble, text: str | None
) -> None:
    answer = await browser.post("/chat/messages", json={"id": ID, "text": text})

    assert (answer.status_code, answer.json()["error"]) == (422, "empty")
    assert not hotline.inbox


WRONG = [
    b"",
    b"null",
    b"[]",
    b'"x"',
    b"{",
    b"\xff\xfe",
    b"[" * 100_000,
    b'{"id": ' + b"9" * 5000 + b"}",
    b'{"text": "tanpa id"}',
    b'{"id": "pendek", "text": "x"}',
    b'{"id": "0123456789\\n", "text": "x"}',
    b'{"id": 1234567890, "text": "x"}',
    b'{"id": "0123456789ab", "text": 5}',
    b'{"id": "0123456789ab", "text": {"a": 1}}',
    b'{"id": "0123456789ab", "text": ["x"]}',
    b'{"id": "0123456789ab", "token": 5}',
    b'{"id": "0123456789ab", "location": 5}',
    b'{"id": "0123456789ab", "location": {}}',
    b'{"id": "0123456789ab", "location": {"lat": "8", "lon": 116}}',
    b'{"id": "0123456789ab", "location": {"lat": true, "lon": 116}}',
    b'{"id": "0123456789ab", "location": {"lat": NaN, "lon": 116}}',
    b'{"id": "0123456789ab", "location": {"lat": 1, "lon": -Infinity}}',
    b'{"id": "0123456789ab", "location": {"lat": 1, "lon": 1e999}}',
    b'{"id": "0123456789ab", "location": {"lat": 1, "lon": 1' + b"0" * 400 + b"}}",
    b'{"id": "0123456789ab", "location": {"lat": 1, "lon": 1, "label": 7}}',
]


@pytest.mark.parametrize("raw", WRONG, ids=range(len(WRONG)))
async def test_what_is_no_message_is_refused_kindly(
    browser: httpx.AsyncClient, hotline: HotlineDouble, raw: bytes
) -> None:
    answer = await _post(browser, raw)

    assert answer.status_code == 422
    assert answer.json()["text"]
    assert not hotline.inbox


@pytest.mark.parametrize("place", [(91.0, 116.0), (-8.5, 181.0), (1e308, 0.0), (116.1, -8.58), (0, 0), (-8.58, 116.1)])
async def test_a_place_off_the_earth_is_for_the_conversation_to_answer(
    browser: httpx.AsyncClient, hotline: HotlineDouble, place: tuple[float, float]
) -> None:
    answer = await browser.post("/chat/messages", json={"id": ID, "location": {"lat": place[0], "lon": place[1]}})

    assert answer.status_code == 200
    location = hotline.said[0].said.location
    assert location is not None
    assert location.is_on_earth == (abs(place[0]) <= 90 and abs(place[1]) <= 180)


@pytest.mark.parametrize("letter", ["a", "\u00e9", "\u0e01", "\U0001f62d", "\x01", '"'])
async def test_64_kb_of_text_is_taken_whole(browser: httpx.AsyncClient, hotline: HotlineDouble, letter: str) -> None:
    text = letter * (TEXT_CAP_BYTES // len(letter.encode()))
    raw = json.dumps({"id": ID, "text": "x" + text[1:]}).encode()

    answer = await _post(browser, raw)

    assert answer.json() == {"taken": True}
    assert hotline.said[0].said.text == clean_text("x" + text[1:])


async def test_more_than_64_kb_keeps_its_beginning_and_says_so(
    browser: httpx.AsyncClient, hotline: HotlineDouble
) -> None:
    answer = await browser.post("/chat/messages", json={"id": ID, "text": "\u0e01" * 30_000})

    assert answer.json() == {"taken": True, "duplicate": False, "cut": True}
    assert hotline.said[0].said.text == "\u0e01" * (TEXT_CAP_BYTES // 3)


async def test_a_megabyte_is_refused_kindly(browser: httpx.AsyncClient, hotline: HotlineDouble) -> None:
    answer = await browser.post("/chat/messages", json={"id": ID, "text": "a" * 1_000_000})

    assert (answer.status_code, answer.json()["error"]) == (413, "too_big")
    assert not hotline.inbox


async def test_the_same_message_twenty_times_at_once_is_one(browser: httpx.AsyncClient, hotline: HotlineDouble) -> None:
    body = {"id": ID, "text": "tolong"}

    answers = await asyncio.gather(*[browser.post("/chat/messages", json=body) for _ in range(20)])

    assert {answer.status_code for answer in answers} == {200}
    assert len(hotline.inbox) == 1


@pytest.mark.parametrize(
    "cookie", ["", "catatan=", "catatan=x", "catatan=" + "a" * 44, "catatan=r." + "/" * 43, "=;;=", "\xff"]
)
async def test_a_nonsense_cookie_is_no_session(browser: httpx.AsyncClient, hotline: HotlineDouble, cookie: str) -> None:
    headers = {"cookie": cookie.encode("latin-1"), "content-type": "application/json"}
    answer = await browser.post("/chat/messages", content=b'{"id": "0123456789ab", "text": "x"}', headers=headers)

    assert answer.status_code == 401
    assert not hotline.inbox


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(st.characters(exclude_categories=())),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["id", "text", "token", "location", "lat", "lon"]), inner)
        ),
    )
)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_no_json_breaks_us(browser: httpx.AsyncClient, body: object) -> None:
    answer = await _post(browser, json.dumps(body).encode())

    assert answer.status_code in {200, 413, 422}


# --- files ---


async def test_a_photo_becomes_one_message(browser: httpx.AsyncClient, hotline: HotlineDouble) -> None:
    answer = await browser.post(
        "/chat/files", data={"id": ID, "seconds": "7"}, files={"photo": ("x.jpg", photo(), "image/jpeg")}
    )

    attachment = hotline.said[0].said.attachments[0]
    assert answer.json() == {"taken": True, "duplicate": False, "refused": []}
    assert hotline.files[attachment.media_id] == photo()
    assert (attachment.kind.value, attachment.seconds, hotline.said[0].said.kind.value) == ("photo", 7, "photo")


async def test_a_file_sent_again_is_kept_once(browser: httpx.AsyncClient, hotline: HotlineDouble) -> None:
    for _ in range(2):
        answer = await browser.post("/chat/files", data={"id": ID}, files={"voice": ("a", b"OggS" * 90, "audio/ogg")})

    assert answer.json()["duplicate"] is True
    assert (len(hotline.inbox), len(hotline.files)) == (1, 1)


async def test_files_of_a_message_that_was_not_taken_are_dropped(
    browser: httpx.AsyncClient, hotline: HotlineDouble
) -> None:
    hotline.busy_times = 1

    answer = await browser.post("/chat/files", data={"id": ID}, files={"photo": ("x", photo(), "image/jpeg")})

    assert answer.status_code == 503
    assert not hotline.files


@pytest.mark.parametrize("refusal", ["not_a_picture", "quota", "unsupported"])
async def test_a_refused_file_still_reaches_the_conversation(
    browser: httpx.AsyncClient, hotline: HotlineDouble, refusal: str
) -> None:
    hotline.refuse_files_as = refusal

    answer = await browser.post(
        "/chat/files", data={"id": ID, "text": "ini fotonya"}, files={"photo": ("x", b"bukan" * 9000)}
    )

    assert answer.json() == {"taken": True, "duplicate": False, "refused": [refusal]}
    assert [a.refusal for a in hotline.said[0].said.attachments] == [refusal]
    assert hotline.said[0].said.text == "ini fotonya"


async def test_a_form_with_words_and_several_photos_is_one_message(
    browser: httpx.AsyncClient, hotline: HotlineDouble
) -> None:
    files = [("photo", ("a", photo(), "image/jpeg")), ("photo", ("b", photo("PNG"), "image/png")), ("voice", ("", b""))]

    answer = await browser.post("/chat", data={"id": ID, "text": "lihat ini"}, files=files)

    said = hotline.said[0].said
    assert answer.status_code == 303
    assert (said.text, len(said.attachments)) == ("lihat ini", 2)


@pytest.mark.parametrize("is_chunked", [False, True])
async def test_an_upload_past_the_cap_keeps_the_words(
    browser: httpx.AsyncClient, hotline: HotlineDouble, *, is_chunked: bool
) -> None:
    head = (
        f'--b\r\nContent-Disposition: form-data; name="id"\r\n\r\n{ID}\r\n'
        '--b\r\nContent-Disposition: form-data; name="text"\r\n\r\nvideo kejadian\r\n'
        '--b\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\n'
    ).encode()

    async def body() -> AsyncIterator[bytes]:
        yield head
        for _ in range(30):
            yield b"x" * 1_000_000

    headers = {"content-type": "multipart/form-data; boundary=b"}
    content = body() if is_chunked else head + b"x" * 30_000_000
    answer = await browser.post("/chat/files", content=content, headers=headers)

    assert (answer.status_code, answer.json()["error"], answer.json()["taken"]) == (413, "too_big", True)
    assert hotline.said[0].said.text == "video kejadian"
    assert not hotline.files


BROKEN_FORMS = [
    ("multipart/form-data", b"--b\r\n\r\n"),
    ("multipart/form-data; boundary=", b"--b\r\n"),
    ("multipart/form-data; boundary=" + "b" * 300, b"--b\r\n"),
    ("application/x-www-form-urlencoded", b"text=x"),
    ("text/plain", b"x"),
    ("", b"x"),
    ("multipart/form-data; boundary=b", b"nonsense"),
    ("multipart/form-data; boundary=b", b""),
    ("multipart/form-data; boundary=b", b'--b\r\nContent-Disposition: form-data; name="text"\r\n\r\nhalf'),
    (
        "multipart/form-data; boundary=b",
        b'--b\r\nContent-Disposition: form-data; name="photo"; filename="x"\r\n\r\nhalf',
    ),
    ("multipart/form-data; boundary=b", b"--b\r\n" + b"A" * 20_000 + b": x\r\n\r\nhalf"),
    ("multipart/form-data; boundary=b", b"--b\r\n\r\nnoname\r\n--b--\r\n"),
]


@pytest.mark.parametrize(("kind", "raw"), BROKEN_FORMS, ids=range(len(BROKEN_FORMS)))
@pytest.mark.parametrize("path", ["/chat", "/chat/files"])
async def test_a_broken_form_is_refused_kindly(
    browser: httpx.AsyncClient, hotline: HotlineDouble, path: str, kind: str, raw: bytes
) -> None:
    answer = await browser.post(path, content=raw, headers={"content-type": kind})

    assert answer.status_code == 422
    assert answer.json()["text"]
    assert not hotline.inbox
    assert not hotline.files


@pytest.mark.parametrize(
    "raw", [b"", b"{}", b"[]", b'{"upto": -1}', b'{"upto": "9999999999999999999"}', b'{"upto": "1e9"}', b"{"]
)
async def test_a_nonsense_read_mark_does_no_harm(browser: httpx.AsyncClient, raw: bytes) -> None:
    answer = await browser.post("/chat/read", content=raw)

    assert answer.status_code in {200, 422}

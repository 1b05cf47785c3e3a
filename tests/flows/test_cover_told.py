"""As whom officers are to pose is taken whenever it is told; what a recruiter taught to say is no such wish."""

import pytest

from flows.cover_told import cover_in
from flows.draft import draft_of
from flows.said import Said
from tests.flows.pretend_desk import told

_HELD = ("saya disekap di rumah majikan di kuwait, dipukul madam", "salmiya blok 10")


@pytest.mark.parametrize(
    ("text", "cover"),
    [
        ("oh iya kalo nanti ada yg liat hp aku bilang aja temen kampus ya", "temen kampus"),
        ("if madam see say sumi my sister", "sumi my sister"),
        ("kalau suami tanya bilang aja dari bank", "dari bank"),
        ("klo ada yg nanya ngaku aja kurir paket ya", "kurir paket"),
        ("ngaku jadi kurir ya pak", "kurir"),
        ("pura2 jadi temen sekolah aja", "temen sekolah"),
        ("if somebody sees my phone just say you are a friend", "a friend"),
        ("misal ada yg baca, bilang dari shopee", "dari shopee"),
        ("kalo ketauan bos bilang aja temen lama", "temen lama"),
        ("kalau mama buka hp bilang guru les saya ya", "guru les saya"),
        ("kata dia kalau ditanya imigrasi bilang aja liburan", ""),
        ("disuruh bilang mau umroh kalau ditanya", ""),
        ("kalau dia nanya sy bilang apa?", ""),
        ("kalau suami nanya saya bilang kerja di cafe", ""),
        ("dia ngaku dari PT resmi", ""),
        ("sponsornya lalu wira, ngakunya dari PT Cahaya Gili", ""),
        ("ngaku dari PT Cahaya Gili", ""),
        ("ngaku jadi agen resmi", ""),
        ("ngaku polisi minta uang", ""),
        ("sy bilang mau pulang kalau kontrak habis", ""),
        ("kalau ada apa2 bilang ya", ""),
        ("kalau liat dia bilang ke saya ya", ""),
        ("kalo ditanya petugas bandara bilang turis", ""),
    ],
)
def test_a_cover_is_heard_unasked(text: str, cover: str) -> None:
    assert cover_in(text) == cover


@pytest.mark.parametrize(
    "before",
    [(), ("tidak tahu",), ("tidak tahu", "chat aja"), ("tidak tahu", "chat aja", "kirim")],
)
def test_a_cover_stands_for_officers_whatever_was_asked(before: tuple[str, ...]) -> None:
    desk = told(*_HELD, *before, "if madam see say sumi my sister")
    draft = draft_of(desk.conversation, desk.facts(Said()))

    assert draft.reporter["wording"] == "sumi my sister"
    assert not desk.conversation.value("recruiter")
    assert draft.facts["victim"].value == "self"


def test_a_cover_told_later_counts() -> None:
    desk = told(
        *_HELD, "chat aja", "if madam see say sumi my sister", "kalo ada yg liat hp aku bilang aja temen kampus ya"
    )

    assert desk.conversation.value("contact_wording") == "temen kampus"

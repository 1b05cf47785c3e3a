"""What Twilio posts becomes the value that every channel makes; what is unknown or broken in it does no harm."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.twilio_parse import Heard, address_of, is_opt_out, parse
from bot.vcard import read_vcard
from flows.said import Kind, Location

AT = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
MEDIA = "https://api.twilio.com/2010-04-01/Accounts/AC0/Messages/MM0/Media/ME0"


def form(**fields: str) -> dict[str, str]:
    """An ordinary text message, with what a test adds to it."""
    sid = "SM" + "a" * 32
    sids = dict.fromkeys(("MessageSid", "SmsSid", "SmsMessageSid"), sid)
    people = {"From": "whatsapp:+6281200000001", "To": "whatsapp:+628110000000", "WaId": "6281200000001"}
    rest = {"AccountSid": "AC" + "0" * 32, "ApiVersion": "2010-04-01", "ProfileName": "Penjual \u202e😀"}
    counts = {"NumMedia": "0", "NumSegments": "1", "ReferralNumMedia": "0", "SmsStatus": "received", "Body": ""}
    return {**sids, **people, **rest, **counts, **fields}


def hear(**fields: str) -> Heard:
    """Parse such a message."""
    ids: Iterator[int] = count(1)
    return parse(form(**fields), at=AT, new_id=lambda: next(ids))


def test_text_arrives_with_its_window_and_id() -> None:
    inbound = hear(Body="halo\x00 saya mau lapor").inbound

    assert inbound.said.text == "halo saya mau lapor"
    assert inbound.said.kind is Kind.TEXT
    assert inbound.address == "+6281200000001"
    assert inbound.provider_id == "SM" + "a" * 32
    assert inbound.window_until == AT + timedelta(hours=24)
    assert inbound.also == ""


def test_t5_new_unknown_fields_are_no_fault() -> None:
    assert hear(Body="halo", BrandNewThing="1", ChannelMetadata="{not json").inbound.said.text == "halo"


def test_t5_what_nobody_reads_is_kept_and_names_are_not() -> None:
    inbound = hear(Body="halo", BrandNewThing="1\x00", ReferralHeadline="Kerja ke luar negeri", Empty="").inbound

    assert inbound.unread == {"BrandNewThing": "1", "ReferralHeadline": "Kerja ke luar negeri"}


@pytest.mark.parametrize(
    ("value", "address"),
    [
        ("whatsapp:+6281200000001", "+6281200000001"),
        ("whatsapp:ID.4566512", "ID.4566512"),
        ("whatsapp:US.ENT.abcDEF123", "US.ENT.abcDEF123"),
        ("+6281200000001", "+6281200000001"),
        ("whatsapp:081200000001", None),
        ("whatsapp:", None),
        ("messenger:123", None),
        ("whatsapp:ID.", None),
        ("whatsapp:+62812000000012345", None),
    ],
)
def test_t7_addresses_are_phones_or_business_scoped_ids(value: str, address: str | None) -> None:
    assert address_of(value) == address


def test_t7_a_sender_without_a_number_is_a_sender() -> None:
    inbound = hear(From="whatsapp:ID.4566512", WaId="", Body="halo").inbound

    assert (inbound.address, inbound.also) == ("ID.4566512", "")


@pytest.mark.parametrize("spelled", ["whatsapp:ID.4566512", "ID.4566512"])
def test_t7_both_identifiers_in_one_message_are_told(spelled: str) -> None:
    assert hear(Body="halo", ExternalUserId=spelled).inbound.also == "ID.4566512"


def test_button_and_list_give_their_token() -> None:
    assert hear(Body="Ya, aman", ButtonText="Ya, aman", ButtonPayload="safe:yes").inbound.said.token == "safe:yes"
    assert hear(Body="Cek", ListId="menu:check_recruiter", ListTitle="Cek").inbound.said.kind is Kind.CHOICE


def test_a_foreign_button_is_an_answer_in_words() -> None:
    said = hear(ButtonText="Balas", ButtonPayload="not ours at all").inbound.said

    assert (said.kind, said.text) == (Kind.TEXT, "Balas")


def test_location_with_its_words() -> None:
    said = hear(Latitude="-8.583", Longitude="116.116", Label="Terminal", Address="Mataram").inbound.said

    assert said.location == Location(-8.583, 116.116, "Terminal, Mataram")
    assert said.kind is Kind.LOCATION


@pytest.mark.parametrize(
    ("lat", "lon"),
    [("nan", "1"), ("91", "1"), ("1e308", "1"), ("8,5", "116"), ("inf", "0"), ("x" * 9, ""), ("", "116")],
)
def test_t17_a_place_that_is_nowhere_is_told_as_such(lat: str, lon: str) -> None:
    said = hear(Latitude=lat, Longitude=lon).inbound.said

    assert said.location is not None
    assert not said.location.is_on_earth
    assert said.kind is Kind.LOCATION


@pytest.mark.parametrize(
    ("mime", "kind"),
    [
        ("image/jpeg", Kind.PHOTO),
        ("audio/ogg; codecs=opus", Kind.VOICE),
        ("video/mp4", Kind.VIDEO),
        ("application/pdf", Kind.DOCUMENT),
        ("", Kind.DOCUMENT),
    ],
)
def test_files_wait_at_the_provider(mime: str, kind: Kind) -> None:
    inbound = hear(NumMedia="1", MediaUrl0=MEDIA, MediaContentType0=mime, Body="ini").inbound

    assert inbound.said.kind is kind
    assert [file.media_id for file in inbound.said.attachments] == [1]
    assert inbound.waiting[0].where["url"] == MEDIA
    assert inbound.said.text == "ini"


def test_t15_pictures_of_one_moment_are_an_album_and_voices_are_not() -> None:
    pictures = {hear(NumMedia="1", MediaUrl0=MEDIA, MediaContentType0="image/jpeg").inbound.album for _ in range(5)}

    assert len(pictures) == 1
    assert pictures != {""}
    assert hear(NumMedia="1", MediaUrl0=MEDIA, MediaContentType0="audio/ogg").inbound.album == ""


def test_t17_sticker_is_not_fetched() -> None:
    inbound = hear(NumMedia="1", MediaUrl0=MEDIA, MediaContentType0="image/webp", MessageType="sticker").inbound

    assert (inbound.said.kind, inbound.waiting) == (Kind.STICKER, ())


def test_a_contact_card_moves_nothing_before_it_is_read() -> None:
    inbound = hear(NumMedia="1", MediaUrl0=MEDIA, MediaContentType0="text/vcard", MessageType="contacts").inbound

    assert inbound.is_silent
    assert inbound.waiting[0].where["card"] == 1


def test_forwarded_and_quoted() -> None:
    heard = hear(Body="PT Sinar", FrequentlyForwarded="true", OriginalRepliedMessageSid="SM" + "b" * 32)

    assert heard.inbound.said.forwarded
    assert heard.quotes == "SM" + "b" * 32


@pytest.mark.parametrize("count_", ["-1", "99999999999999", "abc", "", "2.5", "²"])
def test_a_lying_count_of_files_does_no_harm(count_: str) -> None:
    assert hear(NumMedia=count_, MediaUrl0=MEDIA, MediaContentType0="image/png").inbound.waiting == ()


def test_own_words_for_stop_and_the_words_of_the_conversation() -> None:
    assert [
        word
        for word in ("STOP", "Berhenti.", "BATAL", "selesai", "MENU", "CANCEL", "END", "stop dulu ya")
        if is_opt_out(word)
    ] == [
        "STOP",
        "Berhenti.",
    ]


@given(
    st.dictionaries(
        st.sampled_from([*sorted(form()), "Latitude", "Longitude", "ListId", "ButtonPayload", "MediaUrl0"]), st.text()
    )
)
@settings(max_examples=300, deadline=None)
def test_no_form_breaks_the_parser(fields: dict[str, str]) -> None:
    hear(**fields)


def test_vcard_gives_name_and_numbers() -> None:
    raw = (
        b"BEGIN:VCARD\r\nVERSION:3.0\r\nN:Perekrut;Pak;;;\r\nFN:Pak Perekrut\\, Batam\r\n"
        b"item1.TEL;type=CELL;waid=6281200000009:+62 812-0000-0009\r\nTEL;TYPE=HOME:0370 1234\r\n"
        b"PHOTO:AAA\r\n BBB\r\nEND:VCARD"
    )

    card = read_vcard(raw)

    assert card is not None
    assert card.name == "Pak Perekrut, Batam"
    assert card.phones == ("+62 812-0000-0009", "0370 1234")


@given(st.binary(max_size=400))
@settings(max_examples=200, deadline=None)
def test_no_card_breaks_the_reader(raw: bytes) -> None:
    read_vcard(b"FN:" + raw + b"\nTEL:" + raw)

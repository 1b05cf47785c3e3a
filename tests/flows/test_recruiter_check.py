"""The recruiter check: what is said of a name, whatever was asked and answered; never more than the list holds."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from flows import questions as q
from flows.conversation import Answer, Conversation, Origin, dump, load
from flows.events import Checked, Filed, OfficerCalled, Watched
from flows.facts import Facts, WatchedName
from flows.impostor import claim_of, flags_of, heavy_from, questions_left
from flows.labels import Language, Urgency
from flows.matching import Agency, Check, Edition, Event, EventKind, Kind, Reason, Registry, Status, Verdict, Why, check
from flows.recruiter_check import TOLD, judge
from flows.said import Attachment, Said
from flows.said import Kind as SaidKind
from flows.telling_checks import findings
from flows.texts import catalogue
from flows.ticket import TicketKind
from flows.turn import Turn, take_turn
from flows.turning import Turning
from flows.verdicts import MOST_CHARACTERS, chosen_text, verdict_text
from tests.flows.invented_list import invented_list
from tests.flows.pretend_desk import PretendDesk

TODAY = date(2026, 11, 21)
FACTS = Facts(
    datetime(2026, 11, 21, 12, tzinfo=UTC),
    ZoneInfo("Asia/Makassar"),
    "AAA-001",
    "1111222233334444",
    registry=invented_list(),
)
_REAL = Edition("daftar perusahaan yang diumumkan kementerian", date(2026, 11, 1), 412, "ab")
_LONG = "PT " + "Panjang Sekali Namanya " * 6
_NEVER = re.compile(
    r"\baman\b(?! dihubungi)|terpercaya|ilegal|dijamin|\bresmi\b|safe|trusted|guarantee|%", re.IGNORECASE
)


def talk(
    *texts: str | Said, facts: Facts = FACTS, state: Conversation | None = None
) -> tuple[Conversation, list[Turn]]:
    """Speak a dialogue; the state is saved and loaded between every two turns."""
    conversation, turns = state or Conversation(), []
    for text in texts:
        turn = take_turn(conversation, text if isinstance(text, Said) else Said(text=text), facts)
        conversation = load(dump(turn.conversation))
        turns.append(turn)
    return conversation, turns


def words(turn: Turn) -> str:
    """Everything one turn said."""
    return "\n".join(reply.as_plain_text() for reply in turn.replies)


def _every_check() -> list[Check]:
    rows = tuple(replace(_agency(), name=f"{_LONG}{n}") for n in range(3))
    registry = Registry.of(rows, _REAL)
    near = check(f"{_LONG}x", registry, on=TODAY)
    plain = replace(near, candidates=(), confirmed=None, asked_name=_LONG)
    act = Event(TODAY, EventKind.REVOKED, "surat keputusan " * 9)
    made = [replace(near, verdict=verdict, confirmed=replace(_agency(), events=(act,))) for verdict in Verdict]
    whys = (Why.A_PERSON, Why.NO_NAME, Why.LIST_EMPTY, Why.LIST_STALE, Why.STATUS_UNREADABLE, Why.SAME_NAME_TWICE)
    made += [replace(plain, verdict=verdict, reasons=(Reason(why),)) for verdict in Verdict for why in whys]
    made += [
        replace(plain, verdict=Verdict.NOT_FOUND, reasons=(Reason(Why.NO_NAME),), phones=("+62811",), kind=Kind.PHONE)
    ]
    return made + [replace(one, edition=replace(_REAL, invented=True)) for one in made]


def _agency() -> Agency:
    return Agency(_LONG, valid_until=date(2027, 1, 1))


@pytest.mark.parametrize("language", Language)
def test_every_verdict_is_short_dated_and_promises_nothing(language: Language) -> None:
    for checked in _every_check():
        text = verdict_text(checked, language)

        assert len(text) <= MOST_CHARACTERS
        assert "1 November 2026" in text
        assert not _NEVER.search(text)
        assert "{" not in text


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("status", Status)
def test_name_that_was_picked_is_never_said_to_be_the_one_meant(status: Status, language: Language) -> None:
    checked = replace(_every_check()[0], on=date(2026, 11, 1))

    text = chosen_text(replace(_agency(), status=status), checked, language)

    assert text.startswith(("Kalau yang Anda maksud", "If you mean"))
    assert len(text) <= MOST_CHARACTERS
    assert not _NEVER.search(text)


@pytest.mark.parametrize("language", Language)
def test_every_answer_from_the_invented_list_says_so(language: Language) -> None:
    for query in ("PT Rinjalo Abadi", "PT Tidak Ada Dimana", "pak mamad", "PT Samabelu Kria Utama", "0819 1700 0888"):
        text = verdict_text(check(query, invented_list(), on=TODAY), language)

        assert catalogue(language)["verdict.invented"] in text


def test_name_is_looked_up_as_typed_and_never_in_a_shorter_reading() -> None:
    """A near twin with one word more must not get the answer of the listed name."""
    _, (turn,) = talk("apakah PT Rinjalo Abadi Sejati Makmur resmi?")

    assert any(isinstance(event, Checked) and event.verdict == "SIMILAR_NAME" for event in turn.events)


def test_listed_name_with_a_private_account_gets_the_worse_of_both() -> None:
    _, turns = talk("PT Rinjalo Abadi resmi gak?", "sponsor", "taiwan", "rekening pribadi")

    said = words(turns[-1])
    assert "tanda bahaya" in said
    assert "rekening pribadi" in said
    assert "calo" in said


def test_good_answers_never_clear_anybody() -> None:
    _, turns = talk(
        "PT Rinjalo Abadi resmi gak?",
        "orang dari pt",
        "taiwan",
        "tidak diminta uang",
        "ada",
        "sudah",
        "visa kerja",
        "sendiri",
    )

    assert "belum membuktikan" in words(turns[-1])
    assert not _NEVER.search(words(turns[-1]))


def test_revoked_licence_with_good_answers_stays_a_warning() -> None:
    _, turns = talk("PT Kayangswara Perkasa resmi gak?", "orang dari pt", "taiwan", "tidak diminta uang")

    assert "tanda bahaya" in words(turns[-1])
    assert "dicabut" in words(turns[-1])


def test_claim_about_a_country_names_its_day_and_source() -> None:
    _, turns = talk("PT Rinjalo Abadi resmi gak?", "orang dari pt", "ke myanmar", "tidak diminta uang", "cukup")

    assert "10 April 2025" in words(turns[-1])
    assert "P2MI" in words(turns[-1])


def test_check_becomes_a_report_that_keeps_everything_said() -> None:
    state, _ = talk(
        "cek pt",
        "PT Kayangswara Perkasa, hp 0819 1700 0888",
        "sponsor",
        "ke malaysia",
        "rekening pribadi",
        "jadikan laporan",
    )

    assert state.flow == "report"
    assert state.value("destination") == "Malaysia"
    assert state.value("recruiter_phone") == "+6281917000888"
    assert "Kayangswara" in state.value("company") + state.value("recruiter")
    assert state.value(TOLD) == "REVOKED"
    assert state.value("check_account") == "person"


def test_danger_in_the_middle_reaches_a_human_and_keeps_the_name() -> None:
    state, turns = talk("cek pt", "PT Rinjalo Abadi", "adik saya dikurung di mess mereka, pintu digembok, hp diambil")

    assert any(isinstance(event, OfficerCalled) and event.is_danger for event in turns[-1].events)
    assert turns[-1].replies[0].text.count("110")
    filed = next(event for event in turns[-1].events if isinstance(event, Filed))
    assert filed.draft.facts["check_name"].value == "PT Rinjalo Abadi"
    assert state.flow == "report"


def test_danger_is_read_also_when_too_many_names_were_checked() -> None:
    closed = FACTS._replace(checks_closed=True)

    _, (first,) = talk("PT Rinjalo Abadi resmi gak?", facts=closed)
    _, (danger,) = talk("tolong saya disekap di mess, dipukuli, tidak boleh keluar", facts=closed)

    assert not any(isinstance(event, Checked) for event in first.events)
    assert any(isinstance(event, OfficerCalled) for event in danger.events)


def test_no_list_and_an_old_list_go_to_a_person() -> None:
    stale = Registry.of(
        invented_list().agencies, replace(invented_list().edition, as_of=date(2025, 1, 1), max_age_days=90)
    )
    for registry in (None, stale):
        _, turns = talk(
            "PT Rinjalo Abadi resmi gak?", "ke taiwan, belum bayar", facts=FACTS._replace(registry=registry)
        )

        filed = [event for turn in turns for event in turn.events if isinstance(event, Filed)]
        assert [event.kind for event in filed] == [TicketKind.VERIFICATION]
        assert filed[0].draft.may_contact
        assert any(isinstance(e, Checked) and e.verdict == "REGISTRY_UNFIT" for turn in turns for e in turn.events)


def test_picture_goes_to_an_officer_with_what_was_said() -> None:
    picture = Said(SaidKind.PHOTO, attachments=(Attachment(SaidKind.PHOTO, 1, "image/jpeg"),))

    _, turns = talk("cek perekrut", picture, "kerja kebun ke malaysia, diminta 8 juta")

    filed = next(event for turn in turns for event in turn.events if isinstance(event, Filed))
    assert filed.kind is TicketKind.VERIFICATION
    assert filed.draft.facts["destination"].value == "Malaysia"
    assert "belum bisa saya baca" in words(turns[1])


def test_voice_note_at_the_last_question_reaches_an_officer() -> None:
    """It was promised that somebody listens."""
    note = Said(SaidKind.VOICE, attachments=(Attachment(SaidKind.VOICE, 2, "audio/ogg", seconds=4),))

    _, turns = talk("PT Rinjalo Abadi resmi gak?", "cukup", note, "ke taiwan")

    assert any(isinstance(event, Filed) for turn in turns for event in turn.events)


def test_watch_needs_its_own_yes() -> None:
    _, refused = talk("PT Rinjalo Abadi resmi gak?", "cukup", "pantau nama ini", "tidak")
    _, agreed = talk("PT Rinjalo Abadi resmi gak?", "cukup", "pantau nama ini", "ya")

    assert not any(isinstance(event, Watched) for turn in refused for event in turn.events)
    assert [event.name for turn in agreed for event in turn.events if isinstance(event, Watched)] == [
        "PT Rinjalo Abadi"
    ]


def test_steps_work_before_the_questions_are_done() -> None:
    _, turns = talk("PT Samabelu Kria Utama resmi gak?", "minta petugas cek")

    assert any(isinstance(event, Filed) and event.kind is TicketKind.VERIFICATION for event in turns[-1].events)


def test_news_is_told_only_to_those_who_watch() -> None:
    watching = FACTS._replace(watched=(WatchedName("PT Rinjalo Abadi", has_news=True),))

    _, (told,) = talk("kabar", facts=watching)
    _, (nothing,) = talk("kabar")

    assert "PT Rinjalo Abadi" in words(told)
    assert "Rinjalo" not in words(nothing)


def test_person_is_never_listed() -> None:
    for query in ("pak mamad", "cek bu ratna 081917000777", "mas Joni Sponsor"):
        verdict = check(query, invented_list(), on=TODAY).verdict

        assert verdict in {Verdict.NOT_A_P3MI, Verdict.NOT_FOUND}


@pytest.mark.parametrize(
    "text", ["mau cek pak mamad 081917000333", "cek bu ratna sponsor", "tolong cek PT Doroniti Nusantara"]
)
def test_wish_to_check_begins_a_check(text: str) -> None:
    state, _ = talk(text)

    assert state.flow == "check"


@pytest.mark.parametrize(
    "text", ["cek laporan saya sudah sampai mana", "tolong cek adik saya hilang kontak di malaysia"]
)
def test_other_things_to_look_at_begin_no_check(text: str) -> None:
    state, _ = talk(text)

    assert state.flow != "check"


def test_flag_words_with_a_no_before_them_raise_nothing() -> None:
    told = {"documents": Answer("tidak ditahan siapa siapa"), "visa": Answer("bukan visa turis")}

    assert flags_of(Conversation("check", answers=told)) == ()


def test_every_flag_and_claim_has_its_sentence_and_a_weight_from_one_to_five() -> None:
    texts = {key for key in catalogue(Language.INDONESIAN) if key.startswith(("flag.", "closure."))}
    signs = "passport_held\tx\ndebt_bondage\tx\nfake_docs\tx\nofficial_involved\tx"
    told = {
        "check_who": Answer("calo di fb, tetangga"), "check_account": Answer("pribadi"), "check_office": Answer("no"),
        "check_order": Answer("no"), "visa": Answer("visit"), "signals": Answer(signs, Origin.READ),
    }  # fmt: skip

    raised = flags_of(Conversation("check", answers=told))

    assert {f"flag.{flag.text}" for flag in raised} <= texts
    assert len(raised) >= 9
    assert all(1 <= flag.weight <= 5 for flag in raised)
    assert 1 < heavy_from() <= 5
    for place in ("Kamboja", "arab saudi", "Qatar", "Thailand"):
        claim = claim_of(Conversation("check", answers={"destination": Answer(place)}))
        assert claim is not None
        assert f"closure.{claim.text}" in texts


def test_questions_end_when_one_more_answer_would_change_nothing() -> None:
    told = {"check_who": Answer("broker"), "check_account": Answer("person")}

    assert len(questions_left(Conversation("check"), is_grave=False)) == 7
    assert len(questions_left(Conversation("check", answers=told), is_grave=False)) == 3


_ASKED = st.sampled_from(
    [
        "PT Rinjalo Abadi",
        "PT Rinjalo Abadi Jaya Sentosa",
        "rinjalo",
        "PT Kayangswara Perkasa",
        "PT Zzz Qqq",
        "pak mamad",
        "",
    ]
)
_WORDS = ("sponsor", "2", "1", "ke kamboja", "lewati", "gak tau", "rekening pribadi", "visa turis", "cukup", "kembali")
_TOLD = st.lists(st.sampled_from([*_WORDS, "PT Doroniti Nusantara resmi?", "halo", "..."]), max_size=7)


@settings(max_examples=60, deadline=None)
@given(_ASKED, _TOLD)
@example("pak mamad", ["1", "PT Doroniti Nusantara resmi?", "cukup", "lewati", "1"])
def test_whatever_is_asked_and_answered_nothing_is_promised(name: str, told: list[str]) -> None:
    """No word of safety, no number of percent, each message short enough to be read aloud."""
    _, turns = talk(f"cek {name} resmi gak?", *told)

    for turn in turns:
        for reply in turn.replies:
            assert len(reply.text) <= MOST_CHARACTERS
            ours = reply.text.replace("PT Doroniti Nusantara resmi?", "")  # the summary repeats the citizen's own words
            assert not re.search(r"terpercaya|ilegal|dijamin|%|\bresmi\b", ours)


def test_number_that_is_no_choice_is_asked_again_and_never_taken_for_the_menu() -> None:
    state, turns = talk("PT Rinjalo Abadi resmi gak?", "1", "ke taiwan", "4")

    assert state.flow == "check"
    assert not any(isinstance(event, Filed) for turn in turns for event in turn.events)
    assert "1 sampai 3" in words(turns[-1])
    assert "Uangnya diminta" in words(turns[-1])


_POSTER = """LOWONGAN RESMI LUAR NEGERI 2026
PT RINJALO ABADI (Taiwan pabrik)
PT DORONITI NUSANTARA (Hongkong)
PT KAYANGSWARA PERKASA (Malaysia ladang)
Hub Bu Rina 0819-1700-0444"""


def test_poster_with_several_listed_names_is_told_truly_and_confirms_none() -> None:
    _, (poster, picked) = talk(Said(text=_POSTER, forwarded=True), "nomor 1")

    assert "lebih dari satu perusahaan" in words(poster)
    assert "tidak ada di daftar" not in words(poster)
    assert "1. PT Rinjalo Abadi\n" in words(poster)
    assert "3. PT Kayangswara Perkasa (izinnya dicabut)" in words(poster)
    assert "tidak persis sama" not in words(picked)
    assert "belum membuktikan" in words(picked)
    assert checked_codes(poster) == ["SIMILAR_NAME"]


@pytest.mark.parametrize(
    "text", ["PT Rinjalo Abadi dan PT Zamrud Kalimaya resmi?", "PT Rinjalo Abadi atau PT Zamrud Kalimaya?"]
)
def test_listed_name_beside_an_unlisted_one_confirms_neither(text: str) -> None:
    _, (turn,) = talk(text)

    assert "lebih dari satu perusahaan" in words(turn)
    assert checked_codes(turn) == ["SIMILAR_NAME"]


def checked_codes(turn: Turn) -> list[str]:
    """Give the verdicts that one turn told."""
    return [event.verdict for event in turn.events if isinstance(event, Checked)]


def test_act_that_the_list_does_not_know_is_told_by_its_own_source() -> None:
    act = Event(date(2026, 11, 10), EventKind.REVOKED, "surat contoh 12/2026")
    row = Agency("PT Contoh Aram Jaya", events=(act,))
    registry = Registry.of((row,), Edition("daftar uji", date(2026, 9, 30), 1))
    told = verdict_text(check("PT Contoh Aram Jaya", registry, on=TODAY), Language.INDONESIAN)

    assert "dicabut menurut surat contoh 12/2026 (10 November 2026)" in told
    assert "Daftar per 30 September 2026 belum mencatatnya" in told
    assert "daftar uji" in told


def test_without_answers_nothing_is_said_in_favour_of_the_offer() -> None:
    _, early = talk("PT Rinjalo Abadi resmi gak?", "cukup")
    _, answered = talk(
        "PT Rinjalo Abadi resmi gak?", "orang dari pt", "ke taiwan", "tidak diminta uang", "ada", "sudah", "cukup"
    )

    assert "belum bisa saya nilai" in words(early[-1])
    assert "tanda bahaya" not in words(early[-1])
    assert "belum terlihat tanda bahaya" in words(answered[-1])


def test_who_writes_english_reads_their_own_word_for_a_country() -> None:
    _, turns = talk("Is PT Rinjalo Abadi licensed?", "broker", "Cambodia", "a person's")

    assert "For Cambodia:" in words(turns[-1])


def test_findings_with_every_sign_are_short_enough_to_be_read_aloud() -> None:
    for language in Language:
        told = {
            "check_who": "online", "destination": "Kamboja", "check_account": "person", "check_office": "no",
            "check_order": "no", "visa": "visa umrah", "documents": "ditahan sponsor", "departure": "2026-11-22",
            "check_verdict": "REVOKED", "check_name": "PT Kayangswara Perkasa",
        }  # fmt: skip
        answers = {key: Answer(value, Origin.ASKED, value) for key, value in told.items()}
        turning = Turning(Conversation("check", language=language, answers=answers), Said(), FACTS)
        text = findings(turning, judge(turning.conversation, FACTS))

        assert text.count("- ") >= 4
        assert len(text) <= MOST_CHARACTERS - 40


def test_near_departure_asks_for_a_report_and_raises_a_verification() -> None:
    asked = "PT Rinjalo Abadi resmi gak? anak saya berangkat lusa ke taiwan"

    _, turns = talk(
        asked, "orang dari pt", "tidak diminta uang", "ada", "sudah", "visa kerja", "sendiri", "minta petugas cek"
    )

    assert "Berangkatnya sudah dekat" in words(turns[-2])
    filed = next(event for event in turns[-1].events if isinstance(event, Filed))
    assert filed.draft.urgency is not Urgency.NORMAL
    assert filed.draft.departure_at is not None


def test_officer_who_is_called_in_a_check_sees_what_it_was_about() -> None:
    _, turns = talk("cek pt", "PT Kayangswara Perkasa", "petugas")

    filed = next(event for event in turns[-1].events if isinstance(event, Filed))
    assert filed.kind is TicketKind.CALL
    assert filed.draft.facts["check_name"].value == "PT Kayangswara Perkasa"


def test_question_of_a_check_that_was_passed_by_is_not_asked_in_the_report() -> None:
    state, _ = talk(
        "cek PT Bintang Karya Antariksa",
        "lewati",
        "ke Kamboja",
        "lewati",
        "lewati",
        "lewati",
        "kalau batal saya disuruh ganti tiket 8 juta",
    )

    assert state.flow == "report"
    assert "visa" in state.answers


def test_who_picks_no_near_name_twice_is_understood_to_mean_none() -> None:
    _, turns = talk("cek PT Rinjani Sinar Abadi", "belum daftar, baru lihat spanduknya", "cuma mau mastiin saja kak")

    assert "Saya belum paham" not in words(turns[-1])


def test_who_tells_on_is_not_asked_for_ever_which_of_them_is_meant() -> None:
    desk = PretendDesk()
    shown = []
    for text in (
        "PT Eropa Jaya Nusantara itu terdaftar gak ya? nawarin kerja di polandia",
        "suami saya sudah setor 30 juta",
        "yang rekrut Bu Rukmini, wa nya 081917000654",
        "berangkatnya tanggal 30 desember",
    ):
        shown += [reply.prompt for reply in desk.hear(Said(text=text)).replies if reply.prompt]

    assert shown.count("check_which") == 2


def test_who_wants_to_report_in_a_check_reports_whatever_was_asked() -> None:
    desk = PretendDesk()
    for text in ("PT Eropa Jaya Nusantara itu terdaftar gak ya?", "iya mau lapor aja deh kak, ga beres ini"):
        desk.hear(Said(text=text))

    assert desk.conversation.flow == "report"


def test_an_account_that_is_told_instead_of_a_name_is_checked() -> None:
    desk = PretendDesk()
    for text in ("ada loker petik buah di australia gaji 45jt sebulan", "suruh tf 3,5jt ke bca 7720114598"):
        desk.hear(Said(text=text))

    assert desk.conversation.flow == "check"
    assert TOLD in desk.conversation.answers


@pytest.mark.parametrize("answer", ["gatau namanya", "belum dikasih tau nama pt nya", "pt nya ga ada"])
def test_a_check_without_a_name_looks_up_no_story(answer: str) -> None:
    desk = PretendDesk()
    desk.hear(Said(text="gw dpt loker admin game online di thailand, aman ga ya"))
    shown = "\n".join(reply.text for reply in desk.hear(Said(text=answer)).replies)

    assert "Belum ada nama PT" in shown
    assert "Tidak ada di daftar" not in shown
    assert desk.conversation.shown is not None
    assert desk.conversation.shown.prompt == q.CHECK_WHO.id  # the name is not asked for once more


def test_a_sum_that_was_given_is_no_fee() -> None:
    desk = PretendDesk()
    for text in ("cek pt dong", "PT Sinar Bulan Abadi", "Vera", "ga bayar apa2, malah dikasi 1jt"):
        desk.hear(Said(text=text))

    assert "money_asked" not in {flag.text for flag in flags_of(desk.conversation)}

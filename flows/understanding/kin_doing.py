"""Which relative did it, and is not whom it happens to: "dijual teman", "bibi saya yang bawa", "laporin suami saya"."""

from flows.understanding.kin_of_kin import NEIGHBOURS, is_a_card, is_told_their_name
from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions
from flows.understanding.naming import MINE, is_capital
from flows.understanding.own_names import is_of_them
from flows.understanding.pattern import Span
from flows.understanding.places_named import values_of
from flows.understanding.roles import is_passive
from flows.understanding.words import Words

PASSES_ON = frozenset({"kirim", "ngirim", "mengirim"})
_PARENTS = frozenset({"bapak", "ibu", "ayah", "orangtua", "tua", "istri", "suami", "keluarga", "wali", "kakak", "adik"})
_ROOF = frozenset(
    {
        *("rumah", "kos", "kosan", "kontrakan", "tempat", "mess", "hp", "handphone", "nomor", "wa", "akun", "rekening"),
        *("ktp", "paspor", "kk", "ijazah", "akta", "motor", "foto", "nama", "uang"),
    }
)
_PAYING = frozenset({
    *("jual", "menjual", "jualin", "bayar", "membayar", "transfer", "setor", "kasih", "terima", "nerima", "dikasih"),
    *("pinjam", "minjam", "gadai", "utang", "hutang", "setuju", "tahu", "larang"),
})  # fmt: skip
_HOUSEHOLD = frozenset({"keluarga", "orangtua", "mertua", "tua"})
_OFFERED = frozenset({"dijanjikan", "dijanjiin", "dijanji", "diberi", "ditawari", "ditawarin", "menerima", "dibayar"})
_ONCE = frozenset({"dulu", "kesini", "kemari", "kesana", "itu", "ya", "kemarin", "awalnya", "adalah"})
_ALREADY = frozenset({"sudah", "yang", "pernah", "masih", "belum", "tidak", "malah", "juga", "lagi"})
_ACCUSING = frozenset({"laporkan", "laporin", "melaporkan", "ngelaporin", "ngelaporkan", "adukan", "aduin"})
_A_FULL_NAME = 5  # terms; "sendiri, Hj Siti Munawarah"
_FEELING = frozenset(
    {"khawatir", "takut", "kasihan", "kangen", "rindu", "bingung", "cemas", "sedih", "sayang", "ingat"}
)
_GRAND = frozenset({"kakek", "nenek"})
_SAYS = frozenset({"kata", "menurut"})
_TELLING = frozenset({"cerita", "bilang", "ngaku", "mengaku", "curhat", "ngomong", "ngadu", "pesan"})
_AND_SHORT = "ama"
_TOLD = frozenset({"told", "tells", "telling"})
_TO = frozenset({"ke", "kepada", "pada"})
_ELDERS = frozenset({"ibu", "bapak", "orangtua", "kakek", "nenek", "keluarga", "mertua"})
_SPOUSES, _PARENTAL = frozenset({"suami", "istri"}), frozenset({"orang", "orangtua", "mertua", "rumah"})
_SO = frozenset({"jadi", "jd", "makanya"})
_THEIR_OWN = frozenset({"her", "his"})
_LOOKING_ON = frozenset({
    *("baca", "membaca", "bacain", "buka", "ngecek", "nemenin", "ngomel", "reads", "checks", "watches", "keeps"),
})  # fmt: skip
_FOUND_OUT = frozenset({"dapat", "dapet", "dpt", "dapetin", "nemu", "nemuin", "menemukan", "nyari", "found"})
_WITH = frozenset({"sama", "dengan", "bareng"})
_TYPING = frozenset({
    *("ngetik", "ketik", "ngetikin", "ketikin", "mengetik", "diketikin", "nulis", "nulisin", "menulis"),
})  # fmt: skip
_FEW, _MINE_ONLY, _TWO = 4, 2, 2  # terms


def did_it(mentions: Mentions, span: Span) -> bool:
    """Tell "dijual teman", "sama om saya" and the writer's own "saya ibunya" from who is meant."""
    terms = mentions.words.terms
    if _does_something(mentions, span):
        return True
    if not span.first or mentions.words.sentences[span.first - 1] != mentions.words.sentences[span.first]:
        return False  # "nama saya boleh dicatat. ponakan saya ..."
    before = terms[span.first - 1].form
    if (led := _as_led(mentions, span, before)) is not None:
        return led
    is_called = before == "kk" and not is_a_card(mentions, span.first - 1)  # "kk tmnku di dubai"
    is_roof = before in _ROOF and not is_called and not is_told_their_name(mentions.words, span)
    if is_roof or terms[span.first].form == before == "anak":
        return True  # "rumah tante Lastri", "hp teman", "anak-anak"
    if terms[span.first].form == before and span.first > 1 and terms[span.first - 2].form in _WITH:
        return True  # "sama mbak2 lain"
    if span.first > 1 and before in word_set("taking_verbs") and terms[span.first - 2].form == "yang":
        return not is_mine(mentions, span)  # "yang ngajak tetangga"
    if (
        before == "pasangan"
        or _is_who_took_me(mentions.words, span.first)
        or {before, terms[span.first].form} == {"suami", "istri"}
    ):
        return True  # "agennya pasangan suami istri"
    if span.last < len(terms) and terms[span.last].form == "korban":
        return True  # "saya Nuraini, kakak korban"
    says_who = is_of_them(mentions.words, span.last - 1) or (
        span.last < len(terms) and terms[span.last].form in {"dari", "korban"}
    )
    is_named = span.first > 1 and terms[span.first - 2].form in MINE and not terms[span.first - 1].ids
    if is_named and mentions.words.raw(span.last - 1).lower().endswith("nya"):
        return True  # "saya Mahnan suaminya"
    is_elder = values_of("KIN").get(terms[span.first].form) in _GRAND
    return (before in MINE | {"ini", "niki"} and says_who) or (before in {"ini", "niki"} and is_elder)


def _is_who_took_me(words: Words, at: int) -> bool:
    """Read "yg ngajak aku temen fb" and "yg dulu bawa sy kesini tetangga", of whom term `at` tells."""
    begins = words.clause_begins(at)
    at -= 1
    while at > begins and words.forms[at] in _ONCE:
        at -= 1
    taking = word_set("taking_verbs") | word_set("recruiting_verbs")
    if at - 1 <= begins or words.forms[at] not in MINE or words.forms[at - 1] not in taking:
        return False
    return "yang" in words.forms[max(begins, at - 1 - _MINE_ONLY) : at - 1]


def _does_something(mentions: Mentions, span: Span) -> bool:
    """Say whether a relative takes others, offers work, pays, was told of it or only types."""
    if _takes_others(mentions, span) or _offers(mentions, span) or _pays_for_it(mentions, span):
        return True
    return _was_told_of_it(mentions, span) or _types_it(mentions, span) or _stands_by(mentions, span)


def _stands_by(mentions: Mentions, span: Span) -> bool:
    """Read "suami sy yg dapet nomornya", "my uncle reads my chats", "istri sakit jd sy mundur", who stand by."""
    words = mentions.words
    if words.raw(span.first - 1).lower() in _THEIR_OWN and span.first > 1:
        return words.raw(span.first - _TWO).lower() == "from"  # "she gave me this number from her sister"
    after = span.last
    while after < len(words.forms) and words.forms[after] in MINE | _ALREADY:
        after += 1
    if after >= len(words.forms) or words.sentences[after] != words.sentences[span.first]:
        return False
    goes_on = words.forms[after + 1 : after + 1 + _TWO]
    is_who = words.forms[after - 1] == "yang" and words.raw(after).lower() in _FOUND_OUT
    if is_who or words.raw(after).lower() in _LOOKING_ON:
        return True
    if words.forms[span.first] not in _SPOUSES:
        return False
    if words.forms[after] == "pulang":
        return goes_on[:1] == ["ke"] and not _PARENTAL.isdisjoint(goes_on)
    return words.forms[after] == "sakit" and not _SO.isdisjoint(goes_on[:1]) and not MINE.isdisjoint(goes_on)


def _as_led(mentions: Mentions, span: Span, before: str) -> bool | None:
    """Say by the word right before a relative whether they did it, None where it does not tell."""
    terms = mentions.words.terms
    earlier = terms[span.first - 2].form if span.first > 1 else ""
    if before in _SAYS and terms[span.first].form in _ELDERS | NEIGHBOURS:
        return True  # "ini kata tetangga saya"
    accused = "sendiri" in mentions.words.forms[span.last : span.last + _MINE_ONLY]
    if accused and mentions.words.raw(span.first - 1).lower() in _ACCUSING:
        return True  # "mau laporkan suami saya sendiri", not "melaporkan anak saya yang ..."
    if (before == "dari" and earlier in _PARENTS) or (before in _WITH and earlier in _FEELING):
        return False  # "bapak dari anak itu", "khawatir sama anak saya"
    if before in {"majikan", "sama", "dengan", "oleh", "dari"} or is_passive(mentions, span.first - 1):
        return True
    return None


def _was_told_of_it(mentions: Mentions, span: Span) -> bool:
    """Tell "she told my girlfriend she is 15" and "dia cerita ke istri saya" from whom it happens to."""
    forms, at = mentions.words.forms, span.first - 1
    if at < 0 or mentions.words.sentences[at] != mentions.words.sentences[span.first]:
        return False
    if mentions.words.raw(at).lower() == _AND_SHORT:
        return True  # "tinggal ama nenek"
    if mentions.words.raw(at).lower() in {"my", "our"}:
        return at > 0 and mentions.words.raw(at - 1).lower() in _TOLD
    return at > 0 and forms[at] in _TO and forms[at - 1] in _TELLING


def _types_it(mentions: Mentions, span: Span) -> bool:
    """Read "ini yg ngetik cucu saya" and "cucu saya yg bantu ketik", of who only holds the phone."""
    words = mentions.words
    if words.written.isdisjoint(_TYPING):
        return False
    after = span.last + (span.last < len(words.forms) and words.forms[span.last] in MINE)
    near = (*range(max(0, span.first - _FEW), span.first), *range(after, min(after + _FEW, len(words.forms))))
    typed = [
        at for at in near if words.raw(at).lower() in _TYPING and words.sentences[at] == words.sentences[span.first]
    ]
    return any("yang" in words.forms[max(0, at - _MINE_ONLY - 1) : at] for at in typed)


def _takes_others(mentions: Mentions, span: Span) -> bool:
    """Tell "kakak saya yang bawa menantu saya": the kin is the one who does it."""
    terms = mentions.words.terms
    after = span.last + (span.last < len(terms) and terms[span.last].form in MINE)
    after = _past_a_name(mentions, after)
    return [term.form for term in terms[after : after + 1]] == ["yang"] and any(
        term.form in word_set("taking_verbs") for term in terms[after + 1 : after + 5]
    )


def _past_a_name(mentions: Mentions, at: int) -> int:
    """Give where it goes on after a name that is put in: "bibi saya sendiri, Hj Munawarah, yang ngirim sepupu saya"."""
    words, end = mentions.words, at
    while end < min(len(words.terms), at + _A_FULL_NAME) and (
        words.forms[end] == "sendiri" or words.raw(end).lower() in word_set("titles") or is_capital(words, end)
    ):
        end += 1
    return end


def _pays_for_it(mentions: Mentions, span: Span) -> bool:
    """Tell "ibu saya sudah jual sapi" and "bapak sy yg bayar" from the one for whom it is paid."""
    words = mentions.words
    if words.forms[span.first] not in _ELDERS:
        return False
    after = span.last
    while after < len(words.forms) and words.forms[after] in MINE | _ALREADY:
        after += 1
    if (
        words.forms[span.first] in _HOUSEHOLD
        and words.forms[after : after + 1] != []
        and words.forms[after] in _OFFERED
    ):
        return any(form[0].isdigit() for form in words.forms[after + 1 : after + _FEW])  # "keluarga dijanjikan 80 juta"
    return words.forms[after : after + 1] != [] and words.forms[after] in _PAYING


def _offers(mentions: Mentions, span: Span) -> bool:
    """Tell "ada tante di ig nawarin kerja" from whom it is offered to."""
    words = mentions.words
    if is_mine(mentions, span):
        return False
    for at in range(span.last, min(span.last + _FEW, len(words.terms))):
        if words.clauses[at] != words.clauses[span.first] or is_passive(mentions, at):
            return False
        if words.forms[at] in word_set("taking_verbs") and words.forms[at] not in PASSES_ON:
            return True
    return False


def is_mine(mentions: Mentions, span: Span) -> bool:
    """Say whether the writer calls a relative their own: "kakak saya"."""
    terms = mentions.words.terms
    after = span.last + (span.last < len(terms) and terms[span.last].form == terms[span.last - 1].form == "laki")
    if any(terms[at].form in MINE for at in (span.last - 1, after) if at < len(terms)):
        return True
    return mentions.words.raw(span.last - 1).lower().endswith(("ku", "q"))

"""Whose name it is: the words before a name tell whether its bearer is taken away or takes others away."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flows.folding import fold
from flows.understanding.everyday import is_everyday
from flows.understanding.lexicon import lexicon, word_set
from flows.understanding.mentions import Mentions
from flows.understanding.naming import Named, is_capital
from flows.understanding.words import Words

RECRUITER, VICTIM = "recruiter", "victim_name"
_OF_POWER = ("OFFICIAL", "EMPLOYER", "RECRUITER")
PLACES = ("COUNTRY", "CITY", "INLAND_PLACE", "DISTRICT")

# the letter comes first, so that the search runs from one capital to the next
_CAPITAL = re.compile(r"[A-Z](?<=\s[A-Z])[a-z]")
_REACH = 14  # terms; what was said before that is about somebody else
_SENTENCES = 2
_WITH = frozenset({"sama", "oleh", "dengan", "bareng", "by", "with", "lewat", "melalui", "dari"})
_TO = frozenset({"ke", "kepada", "pada", "to"})
_PAYS = frozenset({"bayar", "transfer", "setor", "nyetor", "menyetor", "kirim", "titip", "serahkan", "kasih", "uang"})
_SOMEBODY = frozenset(
    {
        "orang",
        "seseorang",
        "pria",
        "cowok",
        "cewek",
        "wanita",
        "perempuan",
        "laki",
        "lelaki",
        "oknum",
        "someone",
        "man",
        "a",
    }
)
_GO_WITH = frozenset({"ikut", "pergi", "berangkat", "kenal", "ketemu", "kerja", "daftar", "bayar", "transfer"})
_NOT_PASSIVE = frozenset(
    {
        "diri",
        "dimana",
        "dikenal",
        "dipanggil",
        "disebut",
        "dinas",
        "diam",
        "diem",
        "dikit",
        "dingin",
        "disana",
        "disini",
        "disitu",
    }
)
_ROOF = frozenset({"rumah", "kos", "kosan", "kontrakan", "tempat", "mess", "kantor"})
_SHORTEST_PASSIVE = 5  # letters
_THE_ONE = frozenset({
    *("orangnya", "pelakunya", "pengurusnya", "sponsornya", "bosnya", "ownernya", "direkturnya", "foundernya"),
    *("adminnya", "maminya", "mamihnya", "papinya", "mucikarinya", "muncikarinya", "germonya", "leadernya"),
})  # fmt: skip
_NOT_AN_AGENT = frozenset(
    {"namanya", "katanya", "anaknya", "temannya", "temennya", "korbannya", "rumahnya", "alamatnya"}
)
_WHO = frozenset({"yang", "who", "sing"})
_OWN_FAMILY = frozenset({"anak", "istri", "suami", "adik", "ibu", "bapak", "cucu"})
_ACCOUNTS = frozenset({"rekening", "akun"})
_BEING = (["is"], ["was"], ["has"], ["had"])
_MET = frozenset({"kenal", "kenalan", "kenalnya", "ketemu", "ketemunya", "bertemu", "met"})
_ON_THE_WAY_TO_A_NAME = frozenset({"di", "dari", "lewat", "dia", "yang"})
_THE = "si"  # "paspor ditahan si robi" tells who did it
_SOON = 3  # terms
_FROM = frozenset({"dari", "asal", "from", "orang"})
_ENGLISH_DEEDS = frozenset({"sent", "hired", "recruited"})
_FAR, _NEAR = 12, 8  # terms in which somebody is taken, before "sama"


_BY = frozenset({"sama", "oleh"})
_TAKEN = frozenset({
    *("dibawa", "diajak", "diajakin", "direkrut", "dijemput", "diantar", "dianter", "dianterin", "diurus", "diurusin"),
    *("diberangkatkan", "diberangkatin", "dibujuk", "dikirim", "dikenalin", "dikenalkan", "ditampung", "dipinjamin"),
})  # fmt: skip
"""What is done by somebody who is named next: "dibawa ridwan"."""
_OFFERED = frozenset({"ditawari", "ditawarin", "ditawarkan", "dijanjikan", "dijanjiin", "disuruh", "ditipu", "dikasih"})
_GOES_ON = frozenset({"ke", "kerja", "dari", "pakai", "naik", "untuk", "buat", "bekerja"})
_SHORTEST_NAME, _NASAL = 4, ("ng", "nya", "nye", "nyi", "nyu")  # letters; "ngumpet"


@dataclass(slots=True)
class _Look:
    """A look back from a name, word by word."""

    mentions: Mentions
    named: Named
    brokers: frozenset[int]
    somebody: int = 0
    """How many words for just anybody stand between: "dibawa orang namanya ..."."""

    @property
    def next_to_name(self) -> int:
        """The term that stands directly before the name, "orang" and the like left out."""
        return self.named.lead - 1 - self.somebody


def tells_who_recruits(words: str) -> bool:
    """Say whether these words tell of recruiting itself: "yg ngajak dari sini Intan", not "bosnya Koh Alvin"."""
    recruits = word_set("recruiting_verbs") | word_set("recruiters")
    return any(word in recruits or word.removesuffix("nya") in recruits for word in fold(words[:200]))


def role_of(mentions: Mentions, named: Named, kin: frozenset[int]) -> str:
    """Give the question that the name answers, "" where the words before it do not tell.

    `kin` are the terms that name somebody near to the writer who did nothing of it.
    """
    follows = _role_by_what_follows(mentions, named)
    if follows and not (follows == VICTIM and _is_of_somebody_met(mentions, named)):
        return follows
    if any(mentions.covers(at, *_OF_POWER) for at in range(named.lead + 1, named.first)):
        return RECRUITER  # "nama sekdesnya Pak Burhan"
    if _names_the_victim(mentions, named, kin):
        return VICTIM
    return _role_before(mentions, named, kin)


def _is_of_somebody_met(mentions: Mentions, named: Named) -> bool:
    """Read "dichat orang di facebook namanya Ci Angel, ditawarin kerja": the name is of whoever wrote."""
    words, at = mentions.words, named.lead - 1
    while at >= 0 and words.clauses[at] == words.clauses[named.lead] and _says_where_they_met(words, at):
        at -= 1
    is_somebody = at > 0 and words.forms[at] in _SOMEBODY and words.clauses[at] == words.clauses[named.lead]
    return is_somebody and (is_passive(mentions, at - 1) or words.forms[at - 1] in _WITH)


def _role_before(mentions: Mentions, named: Named, kin: frozenset[int]) -> str:
    """Give the role that the words before a name tell, the nearest first."""
    words = mentions.words
    sponsors = {span.first for span in mentions.of("RECRUITER")}
    bosses = {span.first for span in mentions.of("EMPLOYER")}
    if kin:
        # "adik saya kerja sama majikan jahat. Namanya Jumiati" goes on about the sister
        bosses = {at for at in bosses if words.sentences[at] == words.sentences[named.first]}
    brokers = frozenset(sponsors | bosses)
    look = _Look(mentions, named, brokers)
    for at in range(named.lead - 1, max(-1, named.lead - 1 - _REACH), -1):
        form = words.terms[at].form
        if words.sentences[named.first] - words.sentences[at] > _SENTENCES or form in _ACCOUNTS:
            break
        if at in kin:
            return RECRUITER if at and _is_an_agents_verb(mentions, at - 1) else VICTIM
        passes = named.is_introduced and at == look.next_to_name and _says_where_they_met(words, at)
        if form in _SOMEBODY or passes:
            look.somebody += 1
            continue
        role = _role_by(look, at)
        if role:
            return role
    return ""


def _says_where_they_met(words: Words, at: int) -> bool:
    """Pass over "di facebook", "dari telegram" and "yg dia kenal di michat" between somebody and their name."""
    return words.forms[at] in word_set("online") | _MET | _ON_THE_WAY_TO_A_NAME and (
        words.forms[at] not in _ON_THE_WAY_TO_A_NAME
        or words.forms[at + 1] in word_set("online") | _MET | {"nama", "dia"}
    )


def _names_the_victim(mentions: Mentions, named: Named, kin: frozenset[int]) -> bool:
    """Read "nama korbannya Siti", "nama kakak saya Halimah" and "Nurjanah nama istri saya"."""
    words = mentions.words
    if named.last <= named.lead:
        return not kin.isdisjoint(range(named.lead + 1, named.lead + 3))
    named_kin = mentions.terms_of("KIN") | kin
    return any(words.terms[at].form == "korban" or at in named_kin for at in range(named.lead + 1, named.first))


def _role_by_what_follows(mentions: Mentions, named: Named) -> str:
    words = mentions.words
    after = past_where_from(words, named.last)
    after += words.forms[after : after + 1] in _BEING
    verbs = word_set("agent_verbs") if after <= named.last + 1 else word_set("recruiting_verbs")
    if words.forms[after : after + 1] != [] and words.forms[after] in verbs | _ENGLISH_DEEDS:
        return RECRUITER  # "tetangga namanya Bu Kartini nawarin kerja", "a man called Azlan is arranging"
    if not named.is_introduced:
        return ""
    if _was_met_before(words, named):
        return RECRUITER
    if any(is_passive(mentions, at) for at in _just_after(mentions, named)):
        return VICTIM  # "namanya Siti mau dibawa ke Malaysia"
    return RECRUITER if _was_met(words, named) else ""


def past_where_from(words: Words, at: int) -> int:
    """Give the term behind "from Alas" and "dari Lombok Timur", `at` where no such words follow."""
    if words.forms[at : at + 1] == [] or words.forms[at] not in _FROM or words.clauses[at] != words.clauses[at - 1]:
        return at
    end = at + 1
    while end < min(at + _SOON, len(words.forms)) and words.clauses[end] == words.clauses[at]:
        if end > at + 1 and not words.raw(end)[0].isupper():
            break
        end += 1
    return end


def _was_met(words: Words, named: Named) -> bool:
    """Read "cowok namanya Dicky kenal di fb" and "a guy named Dicky he met on Telegram"."""
    is_a_stranger = named.lead > 0 and words.forms[named.lead - 1] in _SOMEBODY
    near = words.forms[named.last : named.last + _SOON]
    is_from_the_net = near[:1] in (["dari"], ["di"]) and not word_set("online").isdisjoint(near[1:])
    return is_from_the_net or (is_a_stranger and not _MET.isdisjoint(near))


def _was_met_before(words: Words, named: Named) -> bool:
    """Read "ketemu orang namanya Mas Hanafi, ditawari ..." and "kenal org di tiktok, namanya bu Wati, diajak ..."."""
    begins = max(0, named.lead - _FAR)
    near = [at for at in range(begins, named.lead) if words.sentences[at] == words.sentences[named.lead]]
    forms = {words.forms[at] for at in near}
    met = _MET if not word_set("online").isdisjoint(forms) else _MET - {"kenal"}
    if met.isdisjoint(forms) or _SOMEBODY.isdisjoint(forms):
        return False
    ends = named.last >= len(words.forms) or words.clauses[named.last] != words.clauses[named.last - 1]
    return ends and not any("KIN" in words.terms[at].ids for at in near)


def _just_after(mentions: Mentions, named: Named) -> range:
    size = len(mentions.words.terms)
    return range(named.last, min(named.last + 2, size))


def _role_by(look: _Look, at: int) -> str:
    """Give the role that one word before the name tells."""
    mentions, form = look.mentions, look.mentions.words.terms[at].form
    if at in look.brokers or _is_somebodys_agent(look, at):
        return RECRUITER
    if form in {"korban", "pasien"}:
        return VICTIM
    if form in _TO:
        return RECRUITER if at == look.next_to_name and _is_paid(mentions, at) else ""
    if form in _WITH or form in _ROOF:
        begins = not at or mentions.words.sentences[at] != mentions.words.sentences[at - 1]
        return RECRUITER if at == look.next_to_name and (begins or _is_taken(mentions, at, _FAR)) else ""
    if is_passive(mentions, at):
        is_called = look.named.is_introduced and mentions.words.raw(look.named.lead).lower() != _THE
        by_whom = at == look.next_to_name and (look.somebody or not is_called)
        by_whom = by_whom or any(span.first == at + 1 for span in mentions.of("KIN"))  # "dibawa tante saya"
        return RECRUITER if by_whom else VICTIM if look.named.is_introduced else ""
    return RECRUITER if _is_an_agents_verb(mentions, at) else ""


def _is_an_agents_verb(mentions: Mentions, at: int) -> bool:
    return mentions.words.terms[at].form in word_set("agent_verbs") and _has_who(mentions, at)


def _is_somebodys_agent(look: _Look, at: int) -> bool:
    """Read "koordinatornya Bu Maharani", "orangnya H. Zul": whoever holds that place in the story, kin left out."""
    raw = look.mentions.words.raw(at).lower()
    if raw in _THE_ONE:
        return True
    near = at == look.next_to_name and raw.endswith("nya") and len(raw) > _SHORTEST_PASSIVE
    return near and raw not in _NOT_AN_AGENT and all(at != span.first for span in look.mentions.of("KIN"))


def goes_along(mentions: Mentions, named: Named) -> bool:
    """Tell the bystander in "8 orang sama anaknya si Ahmad"."""
    words, at = mentions.words, named.lead - 1
    if at < 1 or not words.raw(at).lower().endswith("nya") or words.terms[at - 1].form not in {"sama", "dan", "dengan"}:
        return False
    return words.terms[at].form in _OWN_FAMILY and mentions.covers(at, "KIN")


def is_a_place(mentions: Mentions, named: Named) -> bool:
    """Tell "ke Abu Dhabi" and "dari labuhan haji" from "abu Bakar" and "haji Lotim"."""
    # "ko Taiwan", where somebody's "ke" looks like a title
    return any(mentions.covers(at, *PLACES) for at in {named.first, named.last - 1})


def bare_agents(mentions: Mentions) -> Iterator[int]:
    """Give the terms at which somebody without a title may be named: "diajak Yusril", "yang bawa Meli"."""
    words = mentions.words
    if words.is_small:
        yield from (at for at in range(1, len(words.forms)) if _is_a_small_agent(mentions, at))
    if not _CAPITAL.search(words.text):
        return
    starts = {start: at for at, (start, _) in enumerate(words.spans)}
    for capital in _CAPITAL.finditer(words.text):
        at = starts.get(capital.start(), 0)
        if at and _is_a_bare_name(mentions, at) and _leads_to_an_agent(mentions, at - 1):
            yield at


def _is_a_small_agent(mentions: Mentions, at: int) -> bool:
    """Read "diajak sama ridwan ke malaysia", where nothing is written large; "diajak staycation" names nobody."""
    words, before = mentions.words, at - 1
    if words.clauses[before] != words.clauses[at] or not _is_a_bare_name(mentions, at) or not _stands_alone(words, at):
        return False
    before -= words.forms[before] == _THE
    by = before >= 0 and words.forms[before] in _BY
    before -= by
    if before < 0 or words.clauses[before] != words.clauses[at] or _has_who(mentions, before):
        return False
    if words.raw(at - 1).lower() in _THE_ONE:
        return True
    form = words.forms[before]
    if form in _TO:
        return _is_paid_a_sum(mentions, before)
    goes_on = by or not _GOES_ON.isdisjoint(words.forms[at + 1 : at + 2])
    return is_passive(mentions, before) and goes_on and (form in _TAKEN or (by and form in _OFFERED))


def _is_paid_a_sum(mentions: Mentions, at: int) -> bool:
    """Read "tf ke ridwan 3 juta"; "tf ke Mandiri" pays a bank."""
    words, named = mentions.words, at + 1
    is_a_bank = words.raw(named).lower() in word_set("firm_words") or "BANK" in words.terms[named].ids
    return not is_a_bank and "NUMBER" in _ids_at(words, named + 1) and _is_paid(mentions, at)


def _ids_at(words: Words, at: int) -> tuple[str, ...]:
    return words.terms[at].ids if at < len(words.terms) else ()


def _stands_alone(words: Words, at: int) -> bool:
    """Tell the name in "dibawa ridwan ke malaysia" from "dibawa ngumpet" and from words that nobody knows."""
    raw = words.raw(at)
    if len(raw) < _SHORTEST_NAME or raw.startswith(_NASAL) or not is_capital(words, at):
        return False
    after = at + 1
    ends = after >= len(words.forms) or words.clauses[after] != words.clauses[at]
    return ends or bool(words.terms[after].ids) or is_everyday(words.raw(after))


def _leads_to_an_agent(mentions: Mentions, at: int) -> bool:
    form = mentions.words.terms[at].form
    if mentions.words.raw(at).lower() in _THE_ONE:
        return True
    if form in _WITH:
        return _is_taken(mentions, at, _NEAR)
    if form in _TO:
        return _is_paid_a_sum(mentions, at)
    if is_passive(mentions, at):
        return not _has_who(mentions, at)
    return _is_an_agents_verb(mentions, at)


def is_passive(mentions: Mentions, at: int) -> bool:
    """Tell "dibawa" and "di bawa" from "dia" and "dinas"."""
    terms = mentions.words.terms
    form = terms[at].form
    if form.startswith("di") and len(form) >= _SHORTEST_PASSIVE and mentions.words.raw(at)[0].islower():
        return form not in _NOT_PASSIVE and form not in lexicon().plain
    return bool(at) and terms[at - 1].form == "di" and form in word_set("agent_verbs")


def _is_taken(mentions: Mentions, at: int, reach: int) -> bool:
    """Say whether somebody is taken, offered something or goes along in the words before `at`."""
    words = mentions.words
    return any(
        words.sentences[place] == words.sentences[at]
        and (is_passive(mentions, place) or words.terms[place].form in _GO_WITH)
        for place in range(max(0, at - reach), at)
    )


def _is_paid(mentions: Mentions, at: int) -> bool:
    words = mentions.words
    return any(
        words.sentences[place] == words.sentences[at] and words.terms[place].form in _PAYS
        for place in range(max(0, at - _FAR), at)
    )


def _has_who(mentions: Mentions, at: int) -> bool:
    return any(term.form in _WHO for term in mentions.words.terms[max(0, at - 3) : at])


def _is_a_bare_name(mentions: Mentions, at: int) -> bool:
    words = mentions.words
    raw, term = words.raw(at), words.terms[at]
    if raw.isupper() or words.sentences[at] != words.sentences[at - 1]:
        return False
    return (not term.ids or term.how != "") and raw.lower() not in word_set("not_names")

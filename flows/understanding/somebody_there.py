"""Somebody who is told of by what they are: "ada janda hamil di dusun saya namanya Maesarah", "bibik itu dipukul"."""

from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions
from flows.understanding.naming import Named
from flows.understanding.roles import is_passive
from flows.understanding.words import Words

WRITTEN_OF_A_SEX = {
    **dict.fromkeys(("siswi", "mahasiswi", "santriwati", "karyawati", "pemudi", "wanita", "gadis"), "perempuan"),
    **dict.fromkeys(("janda", "bibik", "hamil", "bunting", "dara", "perawan", "dedare", "tkw"), "perempuan"),
    **dict.fromkeys(("abang", "abangku", "duda", "bujang", "bujangan", "pemuda", "terune", "teruna"), "laki-laki"),
}
"""Words as they are written, which tell a man or a woman whatever else they mean."""
_LED = frozenset({"ada", "seorang", "satu", "1", "itu", "ini"})
_MOTHERS = frozenset({"ibu", "perempuan"})  # "ibu hamil"
_NEEDY = frozenset({"yatim", "piatu", "lansia", "difabel", "bisu", "tuli", "disabilitas"})
_PLEADING = frozenset({
    *("nangis", "menangis", "nangis2", "teriak", "teriak2", "merintih", "pingsan", "lemas", "kurus", "lebam"),
    *("crying", "screaming"),
})  # fmt: skip
_MASTERS = frozenset({
    *("madam", "maam", "mam", "mem", "nyonya", "tuan", "sir", "mr", "mrs", "majikan", "majikannya", "boss", "bos"),
})  # fmt: skip
_OFTEN = frozenset({"always", "suka", "sering", "sudah", "yang", "selalu", "sama"})
_CRUEL = frozenset({
    *("beat", "hit", "slap", "slapped", "kick", "punch", "lock", "burn", "burnt", "choke", "choked", "drag", "dragged"),
    *("hurt", "abuse", "abused", "shout", "yell", "curse", "cursed", "threw", "pull", "push", "starve", "starved"),
    *("mukul", "mukulin", "memukul", "pukul", "pukulin", "nampar", "menampar", "nyiksa", "menyiksa", "ngunci"),
    *("mengunci", "ngunciin", "ngurung", "nendang", "menendang", "marahin", "memarahi", "jambak"),
    *("nyiram", "menjambak", "nonjok"),
})  # fmt: skip
_HEADS = _NEEDY.union(WRITTEN_OF_A_SEX)
_DOERS_AS_WELL = frozenset({"abang", "abangku", "pemuda", "pemudi"})
_MET, _JUST_AFTER = frozenset({"kenal", "kenalan", "ketemu", "chat"}), 3  # terms
_ON_THE_WAY = frozenset({"mau", "sudah", "yang", "akan", "lagi", "baru", "sedang", "kemarin"})
_BY = frozenset({"sama", "oleh", "dengan", "bareng", "lewat", "kata", "menurut", "si"})


def is_somebody_there(mentions: Mentions, named: Named) -> bool:
    """Tell whose name "ada janda di dusun saya namanya Sri" gives from "janda dibawa orang namanya Sri"."""
    words, lead = mentions.words, named.lead
    is_of_another = lead > 0 and (words.raw(lead - 1).lower().endswith("nya") or mentions.covers(lead - 1, "KIN"))
    if not named.is_introduced or is_of_another:
        return False
    if _pleads(words, lead):
        return True
    if words.written.isdisjoint(_HEADS):
        return False
    begins = words.clause_begins(lead)
    if begins == lead and lead and words.sentences[lead - 1] == words.sentences[lead]:
        begins = words.clause_begins(lead - 1)  # "ada janda hamil di dusun saya, namanya Sri"
    head = _head(words, begins, lead)
    if head is None or words.raw(head).lower() in _DOERS_AS_WELL:
        return False
    between, after = words.forms[head + 1 : lead], words.forms[named.last : named.last + _JUST_AFTER]
    does = not (word_set("agent_verbs") | _MET).isdisjoint((*between, *after))
    does = does or any(begins <= span.first < named.last + _JUST_AFTER for span in mentions.of("RECRUITER"))
    return not does and _BY.isdisjoint(between) and not any(is_passive(mentions, at) for at in range(head + 1, lead))


def _pleads(words: Words, lead: int) -> bool:
    """Read "ada satu nangis minta pinjam hp, namanya Marwati"; "ada satu orang ngajak, namanya Rudi" takes others."""
    if words.written.isdisjoint(_PLEADING):
        return False
    begins = words.clause_begins(lead)
    if begins == lead and lead and words.sentences[lead - 1] == words.sentences[lead]:
        begins = words.clause_begins(lead - 1)
    said = words.forms[begins:lead]
    led = next((at for at, form in enumerate(said) if form in _LED), len(said))
    pleads = not _PLEADING.isdisjoint(raw.lower() for raw in words.raws[begins + led : lead])
    since = next(at for at in range(lead + 1) if words.sentences[at] == words.sentences[lead])
    doing = word_set("taking_verbs") | word_set("recruiting_verbs") | _BY - {"lewat"}
    return pleads and doing.isdisjoint(words.forms[min(begins, since) : lead])


def is_cruel_at_home(words: Words, named: Named) -> bool:
    """Tell "madam lina beat me" and "majikan bu Lina mukulin sy", of who is worked for, from who recruits."""
    at = named.last
    heads = {words.raw(named.first).lower(), words.raw(named.first - 1).lower() if named.first else ""}
    if heads.isdisjoint(_MASTERS) or at >= len(words.raws) or words.sentences[at] != words.sentences[at - 1]:
        return False
    at += words.forms[at] in _OFTEN
    raw = words.raw(at).lower() if at < len(words.raws) else ""
    return raw in _CRUEL or raw.removesuffix("s") in _CRUEL or raw.removesuffix("ed") in _CRUEL


def sex_of_somebody(words: Words) -> tuple[str, int] | None:
    """Give the sex that what somebody is tells, and where: of "ada janda ..." and "ibu hamil 25 tahun"."""
    if words.written.isdisjoint(WRITTEN_OF_A_SEX):
        return None
    for at in range(len(words.forms)):
        if at and words.clauses[at - 1] == words.clauses[at]:
            continue
        head = _head(words, at, len(words.forms))
        sex = WRITTEN_OF_A_SEX.get(words.raw(head).lower()) if head is not None else None
        if head is not None and sex:
            return sex, head
    led = (at for at in range(1, len(words.forms)) if words.raw(at).lower() in WRITTEN_OF_A_SEX)
    there = next((at for at in led if words.forms[at - 1] == "ada" and words.raw(at).lower() not in _DOERS_AS_WELL), 0)
    return (WRITTEN_OF_A_SEX[words.raw(there).lower()], there) if there else None  # "di desa saya ada gadis ..."


def is_taken(words: Words, at: int) -> bool:
    """Read "ada gadis dibawa ..." and, in Sasak, "arak dedare teajak ...", where nothing else is told of them."""
    after = at + 1
    while after < len(words.forms) and words.forms[after] in _ON_THE_WAY:
        after += 1
    verb = words.forms[after] if after < len(words.forms) and words.clauses[after] == words.clauses[at] else ""
    return verb.startswith(("di", "te")) and verb[2:] in word_set("taking_verbs")


def _head(words: Words, begins: int, ends: int) -> int | None:
    """Give where a clause tells what somebody is, with whom it begins: "ada janda ...", "seorang bibik ..."."""
    at = begins
    while at < ends and words.forms[at] in _LED:
        at += 1
    at += at + 1 < ends and words.forms[at] in _MOTHERS and words.raw(at + 1).lower() in WRITTEN_OF_A_SEX
    told = words.raw(at).lower() if at < ends and words.clauses[at] == words.clauses[begins] else ""
    return at if told in WRITTEN_OF_A_SEX or told in _NEEDY else None

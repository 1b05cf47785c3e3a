"""The ways of contact that a message names, each at its place, and what refuses one: "telp", "dihubungi lewat wa"."""

import itertools
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from flows.clauses import Clause
from flows.folding import fold
from flows.phrases import Words, without_fillers
from flows.word_tables import contact_verbs, contact_words, erase_words

_NO = "no"  # a number as well
_REFUSED_BY_NO = contact_words().english | frozenset({"phone", "phones", "visit", "visits", "visitors", "one", "more"})
_CALLS_ALONE = frozenset(
    {("telepon",), ("telepon", "ya"), ("telepon", "please"), ("telepon", "pak"), ("telepon", "kak")}
)
_UNABLE = frozenset(fold("cant cannot gabisa takleh susah sulit belum"))
_ABLE = frozenset(fold("bisa boleh berani sempat can could able dikasih dibolehin"))
_OF_THE_LINE = frozenset(fold("sinyal signal sinyalnya jaringan jaringannya network pulsa kuota"))
_ONLY_POSSIBLE = frozenset(
    {*itertools.product(("cuma", "cm", "cuman", "hanya", "only", "just"), ("bisa", "bs", "bsa", "can")), ("bisanya",)}
)
_MINE = frozenset(fold("di nya i"))
_WRITES = frozenset(fold("tulis nulis ketik ngetik ditulis diketik tertulis"))
_READS, _ANSWERS = frozenset(fold("baca bca read")), frozenset(fold("balasan balesan jawaban pesan chat wa replies"))
_NEAR = 3  # words between "dihubungi" and the way that it names
_FAR = 5  # words; "wa ke nomor sy ini saja"
_FAILS = 2  # words; "chat aja ga dibales", "telp aja ga bisa"
BY = frozenset({"lewat", "lwt", "lewt", "via", "melalui", "pakai", "pake", "by", "through", "per"})
"""Words before a way that say by what somebody is reached."""


class Said(NamedTuple):
    """A way of contact at its place in a clause."""

    way: str
    at: int
    clause: Clause


def ways_said(clauses: Sequence[Clause]) -> Iterator[Said]:
    """Give every way that is named, wished or not; "jgn lama balasnya" and "sinyal telpon jelek" name none."""
    ways = contact_words()
    tables = (("chat", ways.writing), ("phone", ways.calling), ("any", ways.reaching))
    for clause in clauses:
        for at, word in enumerate(clause.words):
            for way, listed in tables:
                if (
                    word in listed
                    and _OF_THE_LINE.isdisjoint(clause.words[max(0, at - 1) : at])
                    and not _is_about_haste(clause.words, at)
                    and not (word in ways.ordered and _is_an_order(clause.words, at))
                    and erase_words()[0].isdisjoint(clause.words[max(0, at - _NEAR) : at])  # "hapus semua chat ini"
                ):
                    yield Said(_named_next(clause.words, at) or way, at, clause)


def _named_next(words: Words, at: int) -> str:
    """Read "saya bisa dihubungi telepon" and "hubungi saya via telpon": the word after tells which way."""
    ways = contact_words()
    after = [word for word in words[at + 1 : at + 2 + _NEAR] if word not in ways.selves | BY]
    if words[at] not in ways.reaching or not after:
        return ""
    return "phone" if after[0] in ways.calling else "chat" if after[0] in ways.writing else ""


def _is_about_haste(words: Words, at: int) -> bool:
    """Tell "jgn balas lama", "jgn lama2 balasnya" and "jgn bales banyak2" from who wants no answer."""
    slow = contact_words().slow
    return not slow.isdisjoint(words[max(0, at - 1) : at] + words[at + 1 : at + 2]) or _is_about_much(words, at)


def _is_about_much(words: Words, at: int) -> bool:
    """Tell "jgn sering telp" and "jgn kirim pesan panjang2" from "jgn telpon banyak orang disini"."""
    much = contact_words().much
    after = without_fillers(words[at + 1 :])
    return not much.isdisjoint(words[max(0, at - 1) : at]) or (after != () and much.issuperset(after))


def refuses_much(words: Words) -> bool:
    """Say whether somebody begs for few or short messages: "jgn bales banyak2", "jgn keseringan wa"."""
    refused = refusal_in(words)
    if refused is None or contact_words().much.isdisjoint(words):
        return False
    return any(words[at] in contact_verbs() and _is_about_much(words, at) for at in range(refused, len(words)))


def _is_an_order(words: Words, at: int) -> bool:
    """Tell "pesan 2 galon" from "kirim pesan" and "pesan saja"."""
    ways = contact_words()
    return words[at - 1 : at] != ("kirim",) and ways.only.isdisjoint(words[at + 1 : at + 2])


def cannot(before: Words) -> bool:
    """Read what stands before the way of "i cant call here" and "disini ga bisa telpon", of who is able to do neither.

    "gapapa telp aja" and "ga masalah, telp" deny nothing.
    """
    ways, near = contact_words(), tuple(word for word in before if word not in BY | {"di", "ber"})[-2:]
    if near[-1:] != () and near[-1] in _UNABLE:
        return True
    return len(near) > 1 and near[0] in ways.denials | {"t", "don"} and near[1] in _ABLE


def is_the_only_one(before: Words, after: Words) -> bool:
    """Read "saya cuma bisa di wa" and "bisanya lewat chat"; "cuma bisa wa sebulan sekali" and "wa dia" tell a tale."""
    ways = contact_words()
    said = tuple(word for word in before if word not in BY | ways.selves | ways.leads | _MINE)
    ends = next((at for at, word in enumerate(after) if word in ways.refusals), len(after))  # "wa pak jgn telp"
    return said in _ONLY_POSSIBLE and not without_fillers(tuple(word for word in after[:ends] if word not in ways.here))


def only_writes(words: Words) -> bool:
    """Read "tulis aja" and "ketik disini saja" beside a refused call; "tulis nama saya" tells of the name."""
    ways = contact_words()
    rest = frozenset(without_fillers(words)) - ways.only - ways.here - ways.leads
    return bool(rest) and _WRITES.issuperset(rest)


def reads_answers(words: Words) -> bool:
    """Read "sy baca balasan bapak hari minggu": who reads what is written may be written to."""
    return not (_READS.isdisjoint(words) or _ANSWERS.isdisjoint(words))


def is_only(before: Words, after: Words) -> bool:
    """Read "wa aja", "lewat chat ini saja", "just text me", but not "chat aja ga dibales"."""
    ways = contact_words()
    if before[-1:] and before[-1] in ways.just:
        return True
    near = _FAR if after[:1] != () and after[0] in {"ke", "di"} else _NEAR  # "wa ke nomor ini saja"
    at = next((at for at, word in enumerate(after[:near]) if word in ways.only), None)
    if at is None:
        return False
    rest = after[at + 1 :]
    fails = bool(rest) and rest[0] in ways.denials and len(rest) <= _FAILS
    return not fails and ways.failing.isdisjoint(rest[:_FAILS])


def is_refusal(words: Words, at: int) -> bool:
    """Tell the "no" of "no calls please" from the one of "telp ke no ini jam 8" and "hamdan no nya".

    "NO TELEPON" and nothing beside it refuses a call; "no telepon 0812 ..." is a number.
    """
    if words[at] not in contact_words().refusals:
        return False
    if words[at] == _NO and words[at + 1 :] in _CALLS_ALONE and not at:
        return True
    return words[at] != _NO or not _REFUSED_BY_NO.isdisjoint(words[at + 1 : at + 2])


def is_refused_before(words: Words, at: int, reach: int) -> bool:
    """Say whether one of the `reach` words before a place refuses what stands there."""
    return any(is_refusal(words, before) for before in range(max(0, at - reach), at))


def refusal_in(words: Words) -> int | None:
    """Give where something is refused first, None for nowhere."""
    return next((at for at in range(len(words)) if is_refusal(words, at)), None)


@cache
def all_ways() -> frozenset[str]:
    """Give the words by which somebody is reached."""
    return contact_verbs() | {"melalui", "through"}


def says_this_number(words: Words) -> bool:
    """Read "telpon ke no sy ini", "call me on this number"."""
    numbers = contact_words().number
    return any(
        word in numbers and not {"ini", "this"}.isdisjoint(words[max(0, at - 1) : at + _NEAR])
        for at, word in enumerate(words)
    )

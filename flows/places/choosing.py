"""Makes one answer of all mentions: parents tell namesakes apart, and what stays unclear is asked."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from flows.places.lexicon import lexicon
from flows.places.mentions import Scan
from flows.places.model import Level, Place
from flows.places.naming import Target, indonesian
from flows.places.spelling import PLACE_UNITS, Mention

MOST_OPTIONS = 4
_ROLE_WEIGHT = {"at": 6, "from": 4, "": 4, "to": 2, "by": 1}  # what is only near has one less
_MEANT = ("maks", "mks")  # maksud, maksudnya, mksd
_WHICH_IS = frozenset({"yg", "yang", "yng"})
_OF_AN_ADDRESS = frozenset({"district", "street"})
_UNIT_LEVELS = {"village": Level.VILLAGE, "district": Level.DISTRICT, "regency": Level.REGENCY, "city": Level.REGENCY}


def choose(scan: Scan) -> tuple[Mention, Place | None, tuple[Place, ...]] | None:
    """The leading mention with its place or with the places to choose from; None where no place is meant."""
    mentions = _believed([_restricted(mention) for mention in scan.mentions], bare=scan.bare)
    mentions = _still_meant(_addressed(mentions, scan), scan)
    inside = [mention for mention in mentions if not mention.outside]
    inside = [_supported(mention, inside) for mention in inside if not _is_abroad(mention, mentions, scan)]
    if not inside:
        abroad = [mention for mention in mentions if _outside_targets(mention)]
        return (abroad[0], _outside_targets(abroad[0])[0].place, ()) if abroad else None
    lead = max(inside, key=lambda mention: _weight(mention, inside))
    other = _alternative(lead, inside, scan)
    if other:
        return lead, None, (*_likely_places(lead)[:2], *_likely_places(other)[:2])
    wider = _contradicted(lead, inside)
    if wider and _is_village(lead):  # the name of a quarter that is a village elsewhere
        return _deepest(wider, inside)
    if wider:
        return lead, None, (*_likely_places(lead)[:2], *_likely_places(wider)[:2])
    return _deepest(lead, inside)


def _is_village(mention: Mention) -> bool:
    return all(target.depth > len("52.01.01") and not target.is_landmark for target in mention.targets)


def _contradicted(lead: Mention, inside: Sequence[Mention]) -> Mention | None:
    """The larger place right behind a name in an address, where the name does not lie in it: "praya lotim"."""
    if any(mention is not lead and mention.fits(lead) for mention in inside):
        return None
    regencies = {code[:5] for target in lead.targets for code in target.within}
    for other in inside:
        behind = other.near.first <= lead.end <= other.start and not other.near.preposition
        large = min(target.depth for target in _likeliest(other)) <= len("52.01.01")
        near_miss = regencies & {code[:5] for target in other.targets for code in target.within}
        if behind and large and not near_miss:
            return other
    return None


def _restricted(mention: Mention) -> Mention:
    """Let "desa", "kec.", "kab." and "kota" before a name decide what it can be, if anything of that kind is left."""
    unit = mention.near.unit
    level = _UNIT_LEVELS.get(unit)
    if level is None:
        return mention
    kept = [target for target in mention.targets if target.place and target.place.level is level and not target.ask]
    if level is Level.REGENCY:
        prefix = "Kota " if unit == "city" else "Kabupaten "
        kept = [target for target in kept if target.place and target.place.name.startswith(prefix)]
    return mention.narrowed(kept)


def _believed(mentions: list[Mention], *, bare: bool) -> list[Mention]:
    """Keep what is sure, and what stands beside something sure that it lies in; in a story only if well spelled."""
    changed = True
    while changed:
        changed = False
        for i, mention in enumerate(mentions):
            may_lean = not mention.sure and not mention.near.vetoed and (mention.exact or bare)
            if may_lean and _leans(mention, _neighbours(mentions, i)):
                mentions[i] = replace(mention, sure=True)
                changed = True
    return [mention for mention in mentions if mention.sure]


def _neighbours(mentions: Sequence[Mention], i: int) -> Iterator[Mention]:
    me = mentions[i]
    if i and me.near.first <= mentions[i - 1].end and not me.near.preposition:
        yield mentions[i - 1]
    if i + 1 < len(mentions) and mentions[i + 1].near.first <= me.end:
        yield mentions[i + 1]


def _leans(mention: Mention, neighbours: Iterator[Mention]) -> bool:
    return any(other.sure and mention.fits(other) for other in neighbours)


def _addressed(mentions: list[Mention], scan: Scan) -> list[Mention]:
    """Let the larger place right behind a name stand as it does: "ke desa sengkol, pujut", "bukan kediri lombok"."""
    found = mentions[:1]
    for mention in mentions[1:]:
        last, near = found[-1], mention.near
        if near.first <= last.end and not near.preposition and not near.nearby and mention.fits(last):
            denied = last.near.negated and not scan.words[near.first].breaks
            near = replace(near, role=last.near.role or near.role, negated=near.negated or denied)
            mention = replace(mention, near=near)  # noqa: PLW2901 - the same mention, standing otherwise
        found.append(mention)
    return found


def _still_meant(mentions: list[Mention], scan: Scan) -> list[Mention]:
    """Leave out what is denied, and what was said before "eh salah" if anything else is left."""
    known = lexicon()
    kept = [mention for mention in mentions if not mention.near.negated]
    kept = [mention for mention in kept if mention.near.role != "by"] or kept
    if known.negation.isdisjoint(word.text for word in scan.words):
        kept = kept or mentions  # only "ndak", which may ask
    turns = [i for i, word in enumerate(scan.words) if word.text in known.correction]
    if turns:
        kept = _put_right(kept, turns[-1], scan)
    settled = [mention for mention in kept if mention.near.unit != "hamlet"]
    dropped = [m for m in kept if m.near.unit == "hamlet" and not any(m.fits(other) for other in settled)]
    return [mention for mention in kept if mention not in dropped] if settled else kept


def _put_right(mentions: list[Mention], turn: int, scan: Scan) -> list[Mention]:
    """What stands after "eh salah", or right before "maksud saya": "deta, eh dete maksudku. lape"."""
    known = lexicon()
    after = [mention for mention in mentions if mention.start > turn]
    meant = next((mention for mention in mentions if mention.end == turn), None)
    if meant is None or not scan.words[turn].text.startswith(_MEANT):
        return after or mentions
    first = meant.near.first
    anew = scan.words[first].breaks or (first > 0 and scan.words[first - 1].text in known.turning)
    if not anew or scan.words[turn].breaks:
        return after or mentions
    return [mention for mention in mentions if mention.start >= meant.start or mention.fits(meant)]


def _outside_targets(mention: Mention) -> list[Target]:
    return [target for target in mention.targets if not target.within]


def _is_abroad(mention: Mention, mentions: Sequence[Mention], scan: Scan) -> bool:
    """True for a namesake elsewhere: "kuta bali", or a famous name without anything that makes it the village."""
    after = [other for other in mentions if _is_around(other, mention, scan)]
    here = [target for target in mention.targets if target.within]
    villages_only = _is_village(mention.narrowed(here))
    supported = any(_supports(other, mention) for other in mentions if other is not mention and not other.outside)
    if after and (villages_only or mention.near.unit in _OF_AN_ADDRESS):
        return True  # "kuta bali", "kec tambora jakarta barat", "jl mataram semarang"
    if _may_be_a_namesake(mention) and not supported and any(map(_is_elsewhere_in_the_country, after)):
        return True  # "gunungsari surabaya"
    if not _outside_targets(mention) or not villages_only:
        return bool(after) and bool(_outside_targets(mention))
    return mention.near.unit != "village" and not supported


def _is_around(other: Mention, mention: Mention, scan: Scan) -> bool:
    """True where a place outside stands right behind a name: "kediri jawa timur", "tanjung yg di kalimantan"."""
    if other.start < mention.end or not _outside_targets(other) or other.fits(mention):
        return False
    known = lexicon()
    between = [word.text for word in scan.words[mention.end : other.start]]
    between = [word for word in between if word not in known.large_units]
    which_is = between[:1] and between[0] in _WHICH_IS
    return not between or (bool(which_is) and all(known.roles.get(word) == "at" for word in between[1:]))


def _supports(other: Mention, mention: Mention) -> bool:
    """Tell "malaka lombok", an address, from "orang sumbawa bali", whose island stands before."""
    after = other.start >= mention.end
    larger = [target for target in other.targets if after or len(target.within) == 1]
    return any(mine.holds_or_lies_in(theirs) for mine in mention.targets for theirs in larger)


def _may_be_a_namesake(mention: Mention) -> bool:
    """A regency, an island and a harbour are meant whatever follows: "sumbawa bali", "kapal lembar surabaya"."""
    famous = any(t.place.level is Level.REGENCY if t.place else t.ask for t in mention.targets if t.within)
    return not famous and mention.near.unit != "around" and mention.key not in lexicon().ports


def _is_elsewhere_in_the_country(mention: Mention) -> bool:
    """Another province or its city."""
    known = indonesian()
    return any(target.place.name in known for target in _outside_targets(mention) if target.place)


def _supported(mention: Mention, inside: Sequence[Mention]) -> Mention:
    """Keep the meanings that most other mentions agree with."""

    def support(target: Target) -> int:
        others = (other for other in inside if other is not mention and other.key != mention.key)
        return sum(any(target.holds_or_lies_in(theirs) for theirs in other.targets) for other in others)

    within = [target for target in mention.targets if target.within]
    most = max(map(support, within))
    return mention.narrowed([target for target in within if support(target) == most])


def _weight(mention: Mention, inside: Sequence[Mention]) -> tuple[int, int, int, int, int]:
    """Where somebody is goes first, then what is called "kec." or "desa", then what others agree with."""
    friends = sum(mention.key != other.key and mention.fits(other) for other in inside)
    stands = _ROLE_WEIGHT[mention.near.role] - (mention.near.nearby and not friends)
    return stands, int(mention.near.unit in PLACE_UNITS), friends, int(mention.exact), -mention.start


def _alternative(lead: Mention, inside: Sequence[Mention], scan: Scan) -> Mention | None:
    """Another place that the writer offers as well: "praya atau selong"."""
    choice = lexicon().choice
    for other in inside:
        first, second = sorted((lead, other), key=lambda mention: mention.start)
        between = scan.words[first.end : second.start]
        if first is not second and any(word.text in choice for word in between):
            return other
    return None


def _deepest(lead: Mention, inside: Sequence[Mention]) -> tuple[Mention, Place | None, tuple[Place, ...]]:
    """Follow the leading mention down to the smallest unit that the writer named."""
    chain = [mention for mention in inside if mention.fits(lead) and not _is_only_ahead(mention, lead)]
    best = max(chain, key=lambda mention: (min(target.depth for target in _likeliest(mention)), mention is lead))
    targets = _likeliest(best)
    for other in chain:
        agreeing = [target for target in targets if any(target.holds_or_lies_in(t) for t in _likeliest(other))]
        targets = agreeing or targets
    return best, *_settle(targets, [other for other in chain if other is not best])


def _is_only_ahead(mention: Mention, lead: Mention) -> bool:
    """Tell "di pemenang, mau ke gili air" from "di desa sengkol pujut"."""
    return mention.near.role == "to" != lead.near.role


def _likeliest(mention: Mention) -> list[Target]:
    """The meanings of the kind that a bare name has most often: a regency before a district before a village."""
    top = min(target.rank for target in mention.targets)
    return [target for target in mention.targets if target.rank == top]


def _likely_places(mention: Mention) -> tuple[Place, ...]:
    return _places(_likeliest(mention))


def _places(targets: Sequence[Target]) -> tuple[Place, ...]:
    found: dict[Place, None] = {}
    for target in targets:
        found.update(dict.fromkeys(target.ask or ((target.place,) if target.place else ())))
    return tuple(found)


def _settle(targets: Sequence[Target], others: Sequence[Mention]) -> tuple[Place | None, tuple[Place, ...]]:
    """One place, or the few to choose from."""
    if len(targets) == 1 and targets[0].place and not targets[0].ask:
        return targets[0].place, ()
    places = _places(targets)
    places = tuple(place for place in places if all(_agrees(place, other) for other in others)) or places
    if len(places) == 1 or len({(place.code, place.level) for place in places}) == 1:  # one port, spelled two ways
        return places[0], ()
    districts = {place.district for place in places}
    if all(target.part for target in targets) and len(districts) == 1:  # Mamben Lauk or Daya: the district is certain
        return targets[0].around, ()
    return None, places[:MOST_OPTIONS]


def _agrees(place: Place, other: Mention) -> bool:
    """True where the place lies in what the other mention means, or holds it."""
    code = place.code or ""
    return any(within.startswith(code) or code.startswith(within) for t in other.targets for within in t.within)

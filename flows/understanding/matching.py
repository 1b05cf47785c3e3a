"""Which signs hold in a message, and where."""

from collections.abc import Mapping

from flows.understanding.mentions import Mentions
from flows.understanding.pattern import find_all
from flows.understanding.rules import Hit, Rule, known_rules
from flows.understanding.sieve import numbers_in


def matching(mentions: Mentions) -> list[Hit]:
    """Give every sign that holds, with each place where it does; what the first concepts make comes first."""
    known = known_rules()
    left = known.sieve.left(mentions.met) >> known.compositions
    could = [known.rules[known.compositions + number] for number in numbers_in(left)]
    if len(could) > 1:
        order = {name: place for place, name in enumerate(mentions.spans)}
        could.sort(key=lambda rule: _first(rule, order))
    return [Hit(rule, span) for rule in could for span in find_all(rule.pattern, mentions)]


def _first(rule: Rule, order: Mapping[str, int]) -> int:
    return min([order[name] for name in rule.pattern.anchor if name in order])

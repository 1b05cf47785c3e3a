"""Whether somebody says that it is safe to write: "masih aman kok di berugak", "lg sendiri", "ada suami"."""

from flows.phrases import Words, without_particles
from flows.word_tables import safety_words, spoken_of_words

_NEAR = 2  # words between a denial and what it denies
_A_BARE_ANSWER = 5  # words; "saya sendiri yang jadi korban" answers something else
_A_LINE = 10  # words; a longer one tells a story in which these words may stand for anything


def safety_told(words: Words) -> str:
    """Give "yes" or "no" as the last of these words tells it, "" where they do not."""
    known, told, is_bare = safety_words(), "", len(words) <= _A_BARE_ANSWER
    if len(words) > _A_LINE or without_particles(words)[-1:] == ("tidak",):
        return ""  # "aman gak ya" asks
    for at, word in enumerate(words):
        near = words[max(0, at - _NEAR) : at]
        is_denied = not known.denials.isdisjoint(near) and known.now.isdisjoint(near)
        if word in known.safe and spoken_of_words().victim.isdisjoint(words[:at]):
            told = "no" if is_denied else "yes"
        elif word in known.alone and not is_denied and not told and is_bare:
            told = "yes" if words[at + 1 : at + 2] != ("yang",) else ""
        elif word in known.there and is_bare and words[at + 1 : at + 2] and words[at + 1] in known.somebody:
            told = "yes" if is_denied else "no"
    return told

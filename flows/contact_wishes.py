"""What an answer about contact means, word by word: "chat jgn bunyi", "jangan telp, chat ok", "boleh tp jgn skrg"."""

from flows.phrases import Words, contact_words

_OR = {("atau",), ("or",), ("dan",), ("and",)}


def contact_in(words: Words) -> str:
    """Give the choice of the contact question that these words mean: "chat", "phone", "no", "" for none."""
    ways = contact_words()
    wanted, denied = set[str](), set[str]()
    said = 0
    for place, word in enumerate(words):
        way = "chat" if word in ways.writing else "phone" if word in ways.calling else ""
        if way:
            before = words[max(0, place - 2, said) : place]
            said = place + 1 if words[place + 1 : place + 2] not in _OR else said
            (denied if ways.denials.intersection(before) else wanted).add(way)
    if len(wanted) == 1:
        return wanted.pop()
    if wanted or not words:
        return ""
    if words[0] in ways.agreements:
        return "phone" if denied == {"chat"} else "chat"
    return "no" if denied or words[0] in ways.refusals else ""

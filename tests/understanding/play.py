"""Play the citizens, say how it went: `python -m tests.understanding.play [wrong] [show] [<half or name>...]`."""

import json
import sys

from tests.understanding.citizens import Citizen, Marks, Talk, mark, play, read_citizens


def main(wishes: list[str]) -> None:
    """Play, and print one JSON line a half."""
    names = set(wishes) - {"wrong", "show"}
    citizens = read_citizens()
    for half in dict.fromkeys(citizen.half for citizen in citizens):
        played = [
            (citizen, play(citizen))
            for citizen in citizens
            if citizen.half == half and (not names or names & {citizen.name, half})
        ]
        if played:
            marks = [(citizen, talk, mark(citizen, talk)) for citizen, talk in played]
            for one in marks:
                _tell(*one, wishes)
            print(json.dumps({"bench": "dialogues", "half": half, **figures(marks)}))


def figures(marks: list[tuple[Citizen, Talk, Marks]]) -> dict[str, object]:
    """Give precision and recall of the facts, and how many dialogues went without a fault."""
    right, wrong, invented = (
        sum(len(part) for _, _, one in marks for part in [kind(one)])
        for kind in (lambda m: m.right, lambda m: m.wrong, lambda m: m.invented)
    )
    misread = sum(": None, not" not in line for _, _, one in marks for line in one.wrong)
    return {
        "dialogues": len(marks),
        "facts_expected": right + wrong,
        "recall_pct": round(100 * right / max(1, right + wrong), 1),
        "precision_pct": round(100 * right / max(1, right + misread + invented), 1),
        "all_facts_right": sum(not one.wrong and not one.invented for _, _, one in marks),
        "without_fault": sum(not talk.faults and talk.has_ticket == who.has_ticket for who, talk, _ in marks),
    }


def _tell(citizen: Citizen, talk: Talk, marks: Marks, wishes: list[str]) -> None:
    ticket = [] if talk.has_ticket == citizen.has_ticket else [f"ticket: {talk.has_ticket}"]
    faults = [*talk.faults, *ticket, *marks.wrong, *(f"invented {one}" for one in marks.invented)]
    if "show" in wishes or ("wrong" in wishes and faults):
        print(f"\n== {citizen.name}", *(f"   ! {fault}" for fault in faults), sep="\n")
        if "show" in wishes:
            print(*talk.lines, sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])

"""`make bench`: every figure as one JSON line."""

import importlib
import json
import sys

ROOMS = (
    "tests.bench.intake",
    "tests.bench.work",
    "tests.understanding.score",
    "tests.places.score",
    "tests.matching.score",
)


def main() -> None:
    """Print the figures of every room, or of those named on the command line."""
    wanted = sys.argv[1:]
    for room in ROOMS:
        if wanted and not any(word in room for word in wanted):
            continue
        for figure in importlib.import_module(room).figures():
            print(json.dumps(figure, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()

"""Make the compact area tables in flows/places/tables/areas/ from the npm package idn-area-data.

    python tools/make_areas.py                 # fetches the pinned version with `npm pack`
    python tools/make_areas.py path/to/package # uses a package that is already unpacked

A province's table is plain text, one unit a line: full code and name for a regency or a district, the last four
digits and the name for a village of the district above it. `regencies.tsv` names every regency of the country, so
that places outside the served province are recognised.
"""

import csv
import subprocess
import sys
import tarfile
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

VERSION = "4.0.1"
PROVINCES = ("52", "53", "16", "18", "72")
TARGET = Path(__file__).resolve().parents[1] / "flows" / "places" / "tables" / "areas"
NOTICE = (
    f"# Contains information from idn-area-data {VERSION} (https://github.com/fityannugroho/idn-area-data),",
    "# made available under the Open Database License (ODbL) 1.0: https://opendatacommons.org/licenses/odbl/1-0/",
    "# This table is a derived database under the same licence. Made by tools/make_areas.py; see LICENSE.md beside it.",
)


def fetch(into: Path) -> Path:
    """Fetch and unpack the pinned package; return the folder with its CSV files' parent."""
    packed = subprocess.run(
        ["npm", "pack", f"idn-area-data@{VERSION}", "--silent"], cwd=into, check=True, capture_output=True, text=True
    ).stdout.split()[-1]
    with tarfile.open(into / packed) as archive:
        archive.extractall(into, filter="data")
    return into / "package"


def rows(package: Path, table: str) -> list[dict[str, str]]:
    """Read one CSV file of the package."""
    with (package / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def tidy(name: str) -> str:
    """One blank between words, no blanks at the ends, straight apostrophes."""
    return " ".join(name.replace("\u2019", "'").replace("`", "'").split())


def children(table: Iterable[dict[str, str]], parent: str) -> dict[str, list[dict[str, str]]]:
    """Group rows by the code of the unit above, in order of code."""
    grouped: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in sorted(table, key=lambda row: row["code"]):
        grouped[row[parent]].append(row)
    return grouped


def province_lines(province: str, package: Path) -> Iterator[str]:
    """Write one province as lines: regency, its districts, and under each its villages."""
    districts = children(rows(package, "districts"), "regency_code")
    villages = children(rows(package, "villages"), "district_code")
    for regency in children(rows(package, "regencies"), "province_code")[province]:
        yield f"{regency['code']}\t{tidy(regency['name'])}"
        for district in districts[regency["code"]]:
            yield f"{district['code']}\t{tidy(district['name'])}"
            for village in villages[district["code"]]:
                yield f"{village['code'].rsplit('.', 1)[1]}\t{tidy(village['name'])}"


def regency_lines(package: Path) -> Iterator[str]:
    """Name every province (two digits) and every regency of the country."""
    for row in sorted(rows(package, "provinces") + rows(package, "regencies"), key=lambda row: row["code"]):
        yield f"{row['code']}\t{tidy(row['name'])}"


def write(name: str, lines: Iterable[str]) -> None:
    """Write a table with its licence notice on top."""
    path = TARGET / name
    body = list(lines)
    path.write_text("\n".join((*NOTICE, *body)) + "\n", encoding="utf-8")
    print(f"{path.name}: {len(body)} lines, {path.stat().st_size} bytes")


def main() -> None:
    """Make all tables anew."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        package = Path(sys.argv[1]) if len(sys.argv) > 1 else fetch(Path(scratch))
        for province in PROVINCES:
            write(f"{province}.tsv", province_lines(province, package))
        write("regencies.tsv", regency_lines(package))
        licence = (package / "data" / "LICENSE.md").read_text(encoding="utf-8")
        (TARGET / "ODbL-1.0.md").write_text(licence, encoding="utf-8")


if __name__ == "__main__":
    main()

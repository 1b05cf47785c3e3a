"""Drafts the next migration: `python -m storage.migrations "words"`."""

import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.config import Config

from storage.database import open_database
from storage.migrate import migrate


def main(words: str) -> None:
    """Bring an empty database to the newest edition, compare, and write the draft for a person to finish."""
    here = Path(__file__).parent
    number = f"{len(list((here / 'versions').glob('[0-9]*.py'))) + 1:04}"
    config = Config()
    config.set_main_option("script_location", str(here))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(Path(folder))
        with database.engine.begin() as conn:
            if number != "0001":
                migrate(conn)
            config.attributes["connection"] = conn
            command.revision(config, words, autogenerate=True, rev_id=number)
        database.close()


if __name__ == "__main__":
    main(sys.argv[1])

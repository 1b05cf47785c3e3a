"""What the hotline remembers: tables, writer, queries, cipher, audit, migrations."""

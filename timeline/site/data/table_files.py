"""Tables as files: CSV (RFC 4180), an SQLite database, JSON Lines, and the Data Package that describes them."""

import csv
import io
import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import TypeAdapter

from timeline.site.data.api import shapes
from timeline.site.data.tables import Table, Value
from timeline.site.parts.page import Artifact

FOLDER = "data"
DATABASE = "record.sqlite"
TABLES = ("events", "outages", "quotations", "sources")

# Signs with which a spreadsheet takes a cell for a formula; such a cell gets an apostrophe in front, as does one that
# begins with an apostrophe, so that taking one away gives the text back.
_FORMULA = tuple("=+-@\t\r'＝＋－＠")

_SQL = {"string": "TEXT", "datetime": "TEXT", "date": "TEXT", "integer": "INTEGER", "boolean": "INTEGER"}

_EVENT = TypeAdapter(shapes.Event)


def files(tables: Iterable[Table], events: Iterable[shapes.Event], about: dict[str, Any]) -> Iterator[Artifact]:
    """Yield the files of the tables; ``about`` is what the Data Package says of itself."""
    listed = tuple(tables)
    for table in listed:
        yield Artifact(f"{FOLDER}/{table.name}.csv", as_csv(table))
    yield Artifact(f"{FOLDER}/events.jsonl", b"".join(_EVENT.dump_json(e, exclude_none=True) + b"\n" for e in events))
    yield Artifact(f"{FOLDER}/{DATABASE}", as_sqlite(listed))
    yield Artifact(f"{FOLDER}/datapackage.json", json.dumps(_package(listed, about), ensure_ascii=False).encode())


def as_csv(table: Table) -> bytes:
    """Return a table as CSV in UTF-8, with the mark by which spreadsheets know it; what is not known is empty."""
    return csv_of([tuple(column.name for column in table.columns), *table.rows])


def csv_of(rows: Iterable[Iterable[Value]]) -> bytes:
    """Return rows as CSV in the same way; the first one has the names of the columns."""
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\r\n").writerows(map(_cell, row) for row in rows)
    return written.getvalue().encode("utf-8-sig")


def _cell(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def as_sqlite(tables: Iterable[Table]) -> bytes:
    """Return the tables as one SQLite database."""
    connection = sqlite3.connect(":memory:")
    try:
        for table in tables:
            columns = ", ".join(f'"{column.name}" {_SQL[column.type]}' for column in table.columns)
            key = ", ".join(f'"{name}"' for name in table.key)
            connection.execute(f'CREATE TABLE "{table.name}" ({columns}, PRIMARY KEY ({key})) WITHOUT ROWID')
            blanks = ", ".join("?" * len(table.columns))
            connection.executemany(f'INSERT INTO "{table.name}" VALUES ({blanks})', table.rows)  # noqa: S608 - own names
        connection.commit()
        return connection.serialize()
    finally:
        connection.close()


def _package(tables: Iterable[Table], about: dict[str, Any]) -> dict[str, Any]:
    resources = [
        {
            "name": table.name,
            "path": f"{table.name}.csv",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": {
                "fields": [_field(column.name, column.type, column.what) for column in table.columns],
                "primaryKey": list(table.key),
                "missingValues": [""],
            },
        }
        for table in tables
    ]
    return {"$schema": "https://datapackage.org/profiles/2.0/datapackage.json", **about, "resources": resources}


def _field(name: str, type_: str, what: str) -> dict[str, str]:
    field = {"name": name, "type": type_, "description": what}
    return field | {"format": "%Y-%m-%dT%H:%MZ"} if type_ == "datetime" else field

"""Tables are read rightly by pandas, by frictionless and by a spreadsheet."""

import io
import json
from pathlib import Path

import frictionless
import pandas as pd
import pytest

from tests import direct, hostile
from tests.site.data import published
from timeline.chronicle.chronicle import Chronicle
from timeline.values.dates import Precision

Files = dict[str, bytes]


@pytest.fixture(scope="module")
def files(chronicle: Chronicle) -> Files:
    """What is published of the site's record."""
    return published.files(chronicle)


def frame(files: Files, name: str, *dates: str) -> pd.DataFrame:
    """Read a table as somebody does who knows nothing but pandas."""
    return pd.read_csv(io.BytesIO(files[f"data/{name}.csv"]), parse_dates=list(dates))


def test_pandas_reads_dates(files: Files, chronicle: Chronicle) -> None:
    """Every date is read as an instant, and is the first one that the record's date can mean."""
    events = frame(files, "events", "started", "started_before").set_index("id")
    wanted = {entry.id: entry.event.when.started for entry in chronicle.entries}
    assert {one: moment.start for one, moment in wanted.items()} == events["started"].to_dict()
    assert {one: moment.end for one, moment in wanted.items()} == events["started_before"].to_dict()
    assert {one: moment.precision.name.lower() for one, moment in wanted.items()} == events[
        "started_precision"
    ].to_dict()
    assert {one: moment.approximate for one, moment in wanted.items()} == events["started_approximate"].to_dict()


def test_pandas_reads_lengths(files: Files, chronicle: Chronicle) -> None:
    """Lengths are numbers where both ends are known to the minute, and missing elsewhere."""
    outages = frame(files, "outages").set_index("event")["minutes"]
    wanted = {e.id: e.event.when.duration for e in chronicle.entries if e.event.outage}
    assert {one: length.minutes for one, length in wanted.items() if length} == outages.dropna().to_dict()
    assert len(wanted) == len(outages)
    assert any(entry.event.when.started.precision < Precision.MINUTE for entry in chronicle.entries)


def test_data_package(files: Files, tmp_path: Path) -> None:
    """Frictionless finds every table as the Data Package describes it."""
    published.laid(files, tmp_path)
    report = frictionless.validate(str(tmp_path / "data" / "datapackage.json"), type="package")
    assert [] == report.flatten(["rowNumber", "fieldName", "message"])
    assert {"events", "outages", "quotations", "sources"} == {task.name for task in report.tasks}


def test_data_package_is_checked(files: Files, tmp_path: Path) -> None:
    """A table that is not what the Data Package says is found, so that the test above means something."""
    changed = files["data/outages.csv"].replace(b"minute,", b"instant,", 1).replace(b"T", b" T", 1)
    folder = published.laid(files | {"data/outages.csv": changed}, tmp_path)
    assert not frictionless.validate(str(folder / "data" / "datapackage.json"), type="package").valid


def test_every_column_is_explained(files: Files) -> None:
    """The Data Package says what every column of every table means, under which licence and of which version."""
    package = json.loads(files["data/datapackage.json"])
    for resource in package["resources"]:
        columns = list(frame(files, resource["name"]).columns)
        assert columns == [field["name"] for field in resource["schema"]["fields"]]
        assert all(field["description"] for field in resource["schema"]["fields"])
    version = json.loads(files["api/v1/index.json"])["version"]
    assert (version, "CC-BY-4.0") == (package["version"], package["licenses"][0]["name"])


FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "'=1", '=HYPERLINK("https://x.example")', "＝1", "=cmd|' /C calc'!A0")


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_formula_runs(formula: str) -> None:
    """No cell begins like a formula, whatever a headline says, and the text is whole behind the apostrophe."""
    files = published.files(direct.chronicle_of({"2024-03-05-a": hostile.titled(formula)}))
    (headline,) = frame(files, "sources")["headline"]
    assert f"'{formula}" == headline


def test_marked_as_unicode(files: Files) -> None:
    """Each table begins with the mark by which spreadsheets know UTF-8, or Arabic would be scrambled there."""
    tables = [content for path, content in files.items() if path.endswith(".csv")]
    assert {True} == {content.startswith(b"\xef\xbb\xbf") for content in tables}

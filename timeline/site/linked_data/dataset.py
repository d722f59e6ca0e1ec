"""The record as a dataset, as search engines for data list it."""

from timeline.site.data.api.documents import FOLDER as API
from timeline.site.data.table_files import DATABASE, FOLDER, TABLES
from timeline.site.linked_data.things import Node, Things

_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "sqlite": "application/vnd.sqlite3",
}


def dataset(things: Things) -> Node:
    """Return the record as a dataset with the files in which it can be had."""
    publication, code = things.publication, things.language.code
    entries = publication.chronicle.entries
    files = [*(f"{FOLDER}/{name}.csv" for name in TABLES), f"{FOLDER}/{DATABASE}", f"{FOLDER}/events.jsonl"]
    node: Node = {
        "@type": "Dataset",
        "@id": f"{publication.root}#data",
        "url": publication.address(things.language, "data/"),
        "name": publication.settings.name.in_language(code),
        "description": publication.settings.description.in_language(code),
        "inLanguage": [own.code for own in publication.languages],
        "creator": {"@id": f"{publication.root}#publisher"},
        "isAccessibleForFree": True,
        **things.licensed,
        "distribution": [
            {
                "@type": "DataDownload",
                "contentUrl": f"{publication.root}{path}",
                "encodingFormat": _TYPES[path.rpartition(".")[2]],
            }
            for path in (*files, f"{API}/events.json")
        ],
    }
    if entries:
        node["dateModified"] = publication.updated
        first, last = entries[0].event.when.started, entries[-1].event.when.started
        node["temporalCoverage"] = f"{first.start:%Y-%m-%d}/{last.start:%Y-%m-%d}"
    return node


def _download(address: str) -> Node:
    return {"@type": "DataDownload", "contentUrl": address, "encodingFormat": _TYPES[address.rpartition(".")[2]]}

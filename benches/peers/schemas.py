"""Reads every record with tomllib and validates it by its kind's schema with jsonschema-rs.

Arguments: the folder of schemas, the workspace. Prints the paths of records with a fault.
"""

import datetime
import json
import sys
import tomllib
from pathlib import Path

import jsonschema_rs

KINDS = {"actors": "actor", "dynamics": "dynamic", "published": "published"}


def plain(value):
    """Returns a value of TOML as JSON knows it: a day is a text."""
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [plain(part) for part in value]
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    return value


def main():
    schemas, workspace = map(Path, sys.argv[1:])
    validators = {}
    for kind in ("territory", "actor", "dynamic", "published"):
        path = (schemas / f"{kind}.schema.json").resolve()
        schema = {"$id": path.as_uri(), **json.loads(path.read_text())}
        validators[kind] = jsonschema_rs.Draft202012Validator(schema)
    for path in (workspace / "territories").rglob("*.toml"):
        kind = "territory" if path.name == "territory.toml" else KINDS.get(path.parent.name)
        if kind is None:
            continue
        try:
            record = plain(tomllib.loads(path.read_text()))
        except tomllib.TOMLDecodeError:
            print(path)
            continue
        if not validators[kind].is_valid(record):
            print(path)


main()

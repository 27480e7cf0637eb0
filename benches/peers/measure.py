"""Measures `apes validate` and its peers in turn, and prints a table in Markdown.

User and system CPU time, wall time and peak memory of each run are those of the operating system
(`wait4`); printed are medians. What is found is counted over 40 defects of `apes demo --defects`: a
defect counts as found when the program names its file.
"""

import argparse
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import tempfile
import time
from collections import Counter
from pathlib import Path

DEFECTS = 40
CLASSES = {
    "syntax": ["duplicate-key"],
    "keys": ["unknown-key", "missing-key", "key-below-table"],
    "values": ["mistyped-value", "beyond-limit", "date-time"],
    "words": ["unknown-word", "unknown-check"],
    "references": ["unknown-actor", "unknown-territory", "unknown-dynamic", "unknown-source"],
    "official codes": ["unknown-official-code", "code-of-another-kind", "false-siren"],
    "time": [
        "period-backwards",
        "end-without-date",
        "stage-out-of-order",
        "succession-in-a-circle",
    ],
    "files and sums": [
        "id-out-of-form",
        "same-id-twice",
        "unread-file",
        "without-source",
        "published-parts-do-not-sum",
    ],
}
CLASS_OF = {check: name for name, checks in CLASSES.items() for check in checks}
KINDS = {"actor": "*/actors", "dynamic": "*/dynamics", "published": "*/published"}


def measured(commands, folder):
    """Runs commands one after another. Returns CPU seconds, wall seconds, peak MiB and output."""
    cpu, peak, said = 0.0, 0, ""
    start = time.monotonic()
    for command in commands:
        with tempfile.TemporaryFile("w+") as output:
            child = subprocess.Popen(
                command, cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=output
            )
            _, _, usage = os.wait4(child.pid, 0)
            child.returncode = 0
            output.seek(0)
            said += output.read()
        cpu += usage.ru_utime + usage.ru_stime
        peak = max(peak, usage.ru_maxrss)
    return cpu, time.monotonic() - start, peak / 1024, said


def programs(apes, peers, root):
    """Returns name, note and a function from a workspace to its commands, for each program."""
    python = peers / "python/bin"

    def by_kind(workspace):
        for kind, place in [("territory", "*"), *KINDS.items()]:
            name = "territory.toml" if kind == "territory" else "*.toml"
            files = sorted(str(path) for path in (workspace / "territories").glob(f"{place}/{name}"))
            schema = str(workspace / f"schemas/editor/{kind}.schema.json")
            # A command line holds about 2 MB on Linux.
            for start in range(0, len(files), 8000):
                part = files[start : start + 8000]
                yield [str(python / "check-jsonschema"), "--schemafile", schema, *part]

    return [
        ("apes validate", "everything, 40 criteria of the charter included", lambda _: [
            [str(apes), "validate", "--format", "short", "--lang", "en"]
        ]),
        ("taplo lint", "shape, by our schemas", lambda _: [[str(python / "taplo"), "lint"]]),
        ("jsonschema-rs, tomllib", "shape; Python", lambda workspace: [
            [str(python / "python"), str(root / "benches/peers/schemas.py"), workspace / "schemas/editor", workspace]
        ]),
        ("check-jsonschema", "shape; Python", lambda workspace: list(by_kind(workspace))),
        ("schemasafe, smol-toml", "shape; Node", lambda workspace: [
            ["node", str(root / "benches/peers/schemas.mjs"), peers, workspace / "schemas/editor", workspace]
        ]),
        ("hledger check --strict", "another language: as many transactions in one file", lambda workspace: [
            ["hledger", "check", "--strict", "-f", str(workspace / "all.journal")]
        ]),
    ]


def invent(apes, folder, records, defects):
    """Writes a workspace in TOML with schemas for editors, and a journal of as many transactions."""
    subprocess.run(
        [apes, "demo", "--records", str(records), "--defects", str(defects), "--syntax", "toml",
         "--output", folder],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
    # The schemas with the words of the network, and the settings by which taplo finds them.
    subprocess.run([apes, "schema", "--write", "--root", "."], cwd=folder, check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    journal = ["account assets:bank", "account expenses:travel", "commodity 1.00 EUR", ""]
    for index in range(records):
        journal.append(f"2025-{index % 12 + 1:02}-{index % 28 + 1:02} Journey {index}\n"
                       f"    expenses:travel  {index % 90 + 1}.00 EUR\n    assets:bank\n")
    (folder / "all.journal").write_text("\n".join(journal))


def found(said, defects):
    """Returns how many defects of each class are in files that the output names."""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", said)
    return Counter(CLASS_OF[row["check"]] for row in defects if row["file"] in plain)


def versions(apes, peers):
    """Returns one line with the version of each program."""
    pip = subprocess.run(
        [peers / "python/bin/pip", "list", "--format", "json"], capture_output=True, text=True
    )
    python = {row["name"].replace("_", "-"): row["version"] for row in json.loads(pip.stdout)}
    node = [f"{name} {json.loads((peers / 'node_modules' / name / 'package.json').read_text())['version']}"
            for name in ("smol-toml", "@exodus/schemasafe")]
    hledger = subprocess.run(["hledger", "--version"], capture_output=True, text=True).stdout
    own = subprocess.run([apes, "--version"], capture_output=True, text=True).stdout.strip()
    named = [f"{name} {python[name]}" for name in ("taplo", "jsonschema-rs", "check-jsonschema")]
    return ", ".join([own, *named, f"Python {platform.python_version()}", *node,
                      " ".join(hledger.split()[:2]).rstrip(",")])


def processor():
    """Returns the name of the processor and how many of its cores may be used."""
    try:
        name = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text()).group(1)
    except (OSError, AttributeError):
        name = platform.processor() or "processor"
    return f"{name}, {len(os.sched_getaffinity(0))} cores"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--apes", type=Path, required=True)
    parser.add_argument("--peers", type=Path, required=True)
    parser.add_argument("--records", type=int, required=True)
    parser.add_argument("--rounds", type=int, required=True)
    options = parser.parse_args()
    root = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        clean, faulty = Path(folder) / "clean", Path(folder) / "faulty"
        invent(options.apes, clean, options.records, 0)
        invent(options.apes, faulty, 400, DEFECTS)
        defects = json.loads((Path(folder) / "faulty.defects.json").read_text())
        rows = programs(options.apes, options.peers, root)
        runs = {name: [] for name, _, _ in rows}
        for _ in range(options.rounds):
            for name, _, commands in rows:
                runs[name].append(measured(commands(clean), clean)[:3])
        print(f"{options.records} invented records in TOML, medians of {options.rounds} runs in turn; "
              f"{platform.system()}, {processor()}; {time.strftime('%Y-%m-%d')}.")
        print(f"Versions: {versions(options.apes, options.peers)}.\n")
        print("| program | what it looks at | CPU s | wall s | peak MiB | found of 40 | "
              + " | ".join(CLASSES) + " |")
        print("|---|---|--:|--:|--:|--:|" + "--:|" * len(CLASSES))
        total = Counter(CLASS_OF[row["check"]] for row in defects)
        for name, note, commands in rows:
            cpu, wall, peak = (statistics.median(column) for column in zip(*runs[name]))
            cells = ["–"] * (1 + len(CLASSES))
            if shutil.which(str(commands(faulty)[0][0])) and name.split()[0] != "hledger":
                counts = found(measured(commands(faulty), faulty)[3], defects)
                cells = [str(counts.total())] + [f"{counts[part]}/{total[part]}" for part in CLASSES]
            print(f"| {name} | {note} | {cpu:.2f} | {wall:.2f} | {peak:.0f} | {' | '.join(cells)} |")


main()

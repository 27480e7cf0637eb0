#!/usr/bin/env python3
"""CPU time, wall time and peak memory of whole runs of apes, medians of some rounds in turn.

    python3 benches/program.py APES [RECORDS]

APES is the program, such as target/release/apes; with several, separated by commas, each round
runs all of them one after the other, so that a machine that slows down slows all of them.
RECORDS are the records of the invented workspaces, 10000 by default.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 5
HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def run(command, folder):
    """Seconds of CPU, seconds of wall time and MiB at the peak of one run."""
    start = time.monotonic()
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, _, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = 0
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024


def invent(program, records, syntax, folder):
    """Writes an invented workspace, the same for every program."""
    root = os.path.join(folder, syntax)
    demo = [program, "demo", "--records", str(records), "--syntax", syntax, "-o", root]
    subprocess.run(demo, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return root


def main():
    programs = [os.path.abspath(program) for program in sys.argv[1].split(",")]
    records = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        toml = invent(programs[0], records, "toml", folder)
        yaml = invent(programs[0], records, "yaml", folder)
        cases = [
            ("apes --version", ["--version"], HERE),
            ("validate, shipped workspace", ["validate"], HERE),
            ("validate, example", ["validate"], os.path.join(HERE, "examples/hauts-de-demain")),
            (f"validate, {records} TOML", ["validate"], toml),
            (f"validate, {records} TOML, no findings", ["validate", "--only", "unread-file"], toml),
            (f"validate, {records} YAML", ["validate"], yaml),
        ]
        print(f"{os.cpu_count()} cores, medians of {ROUNDS} runs\n")
        print(f"{'':44}{'CPU s':>9}{'wall s':>9}{'wall/CPU':>10}{'MiB':>7}")
        for name, arguments, root in cases:
            runs = {program: [] for program in programs}
            for _ in range(ROUNDS):
                for program in programs:
                    runs[program].append(run([program, *arguments], root))
            for program, measured in runs.items():
                cpu, wall, memory = (statistics.median(column) for column in zip(*measured))
                ratio = wall / cpu if cpu else 0
                print(f"{name:44}{cpu:9.4f}{wall:9.4f}{ratio:10.2f}{memory:7.0f}", end="")
                print(f"  {program}" if len(programs) > 1 else "")


if __name__ == "__main__":
    main()

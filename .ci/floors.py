#!/usr/bin/env python3
"""Runs the scorers of ../shared on a fuhe binary and holds their figures against floors that only go up.

    floors.py FUHE
"""
import json
import os
import re
import subprocess
import sys
import tempfile

SHARED = "../shared"
# Every form of the corpus is read and judged without a fault (scans aside, which the scorer passes over).
PERFECT_FLOOR = 52
# The same of OFD and of the other formats; OFD whose text is drawn as outlines has no truth and is unread.
OFD_PERFECT_FLOOR = 10
FORMATS_PERFECT_FLOOR = 13
# Forms that draw no rules: four of five are perfect, the fifth has its slip as a warning, for nothing else vouches for its parts.
UNRULED_PERFECT_FLOOR = 4
ICDAR_F1_FLOOR = 0.99
ICDAR_EXACT_FLOOR = 96.0  # per cent of the ruled tables
# Small inputs with one odd trait each: none is misread without a word, none accused that is right.
CASES_PASS_FLOOR = 190
CASES_SILENT_CEILING = 0
CASES_FALSE_CEILING = 0


def forms(fuhe, corpus, floor):
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "score.json")
        subprocess.run([sys.executable, f"{SHARED}/tools/score_forms.py", "--bin", fuhe, "--json", out, f"{SHARED}/corpus/{corpus}"])
        scored = json.load(open(out, encoding="utf8"))
    for f in scored["files"]:
        if f["bad"]:
            print("NOT PERFECT", f["file"], *f["bad"][:5], sep="\n    ")
    return scored["summary"]["files_perfect"] >= floor and not scored["summary"]["false_errors"]


def icdar(fuhe):
    run = subprocess.run([sys.executable, f"{SHARED}/tools/score_icdar.py", "--bin", fuhe, f"{SHARED}/corpus/icdar2013-eu"],
                         capture_output=True, text=True)
    print(run.stdout.strip())
    figures = re.search(r"F1 ([\d.]+).* exact ([\d.]+) %", run.stdout)
    return figures is not None and float(figures[1]) >= ICDAR_F1_FLOOR and float(figures[2]) >= ICDAR_EXACT_FLOOR


def cases(fuhe):
    run = subprocess.run([sys.executable, f"{SHARED}/tools/score_cases.py", "--bin", fuhe, f"{SHARED}/cases/inputs"], capture_output=True, text=True)
    print(run.stdout.strip())
    count = {word: int(n) for word, n in re.findall(r"(pass|SILENT|FALSE) (\d+)", run.stdout.strip().splitlines()[-1])}
    return (count["pass"] >= CASES_PASS_FLOOR and count["SILENT"] <= CASES_SILENT_CEILING and count["FALSE"] <= CASES_FALSE_CEILING)


if __name__ == "__main__":
    fuhe = os.path.abspath(sys.argv[1])
    sys.exit(0 if all([forms(fuhe, "generated", PERFECT_FLOOR), forms(fuhe, "ofd", OFD_PERFECT_FLOOR), forms(fuhe, "formats", FORMATS_PERFECT_FLOOR), forms(fuhe, "unruled", UNRULED_PERFECT_FLOOR), icdar(fuhe), cases(fuhe)]) else 1)

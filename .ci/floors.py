#!/usr/bin/env python3
"""Runs the scorers of ../shared on a fuhe binary and holds their figures against floors that only go up.

    floors.py FUHE
"""
import glob
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from xml.etree import ElementTree

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
# The tables of the same files that draw no rules, found with --inferred; none is found where there is no table.
INFERRED_F1_FLOOR = 0.99
INFERRED_FALSE_CEILING = 0
# Small inputs with one odd trait each: none is misread without a word, none accused that is right.
CASES_PASS_FLOOR = 192
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


def inferred(fuhe):
    """Tables without rules: the scorer takes the regions that ruled.json does not name, and a program that always looks for them."""
    folder = f"{SHARED}/corpus/icdar2013-eu"
    ruled, bare, pages = json.load(open(f"{folder}/ruled.json")), {}, set()
    for path in glob.glob(f"{folder}/*-str.xml"):
        name = os.path.basename(path)[:-len("-str.xml")]
        for n, region in enumerate(ElementTree.parse(path).getroot().iter("region")):
            bare[f"{name}|{n}"] = not ruled.get(f"{name}|{n}")
            pages.add((name.rstrip("ab"), region.get("page")))
    with tempfile.TemporaryDirectory() as work:
        program, regions = os.path.join(work, "inferring"), os.path.join(work, "bare.json")
        with open(program, "w") as f:
            f.write(f'#!/bin/sh\nexec {shlex.quote(fuhe)} "$@" --inferred\n')
        os.chmod(program, 0o755)
        json.dump(bare, open(regions, "w"))
        run = subprocess.run([sys.executable, f"{SHARED}/tools/score_icdar.py", "--bin", program, "--ruled", regions, folder], capture_output=True, text=True)
    print("without rules:", run.stdout.strip())
    figures = re.search(r"F1 ([\d.]+)", run.stdout)
    found = json.loads(subprocess.run([fuhe, "tables", "--inferred", "--format", "json", folder], capture_output=True).stdout)["documents"]
    false = [(d["path"], t["page"]) for d in found for t in d.get("tables") or []
             if t.get("inferred") and (os.path.basename(d["path"])[:-4].rstrip("ab"), str(t["page"])) not in pages]
    if false:
        print("tables without rules where there is none:", false)
    return figures is not None and float(figures[1]) >= INFERRED_F1_FLOOR and len(false) <= INFERRED_FALSE_CEILING


def cases(fuhe):
    run = subprocess.run([sys.executable, f"{SHARED}/tools/score_cases.py", "--bin", fuhe, f"{SHARED}/cases/inputs"], capture_output=True, text=True)
    print(run.stdout.strip())
    count = {word: int(n) for word, n in re.findall(r"(pass|SILENT|FALSE) (\d+)", run.stdout.strip().splitlines()[-1])}
    return (count["pass"] >= CASES_PASS_FLOOR and count["SILENT"] <= CASES_SILENT_CEILING and count["FALSE"] <= CASES_FALSE_CEILING)


if __name__ == "__main__":
    fuhe = os.path.abspath(sys.argv[1])
    sys.exit(0 if all([forms(fuhe, "generated", PERFECT_FLOOR), forms(fuhe, "ofd", OFD_PERFECT_FLOOR), forms(fuhe, "formats", FORMATS_PERFECT_FLOOR), forms(fuhe, "unruled", UNRULED_PERFECT_FLOOR), icdar(fuhe), inferred(fuhe), cases(fuhe)]) else 1)

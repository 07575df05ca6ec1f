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
# Files of the kinds this version reads; a file that is not perfect is a regression once its layout is listed here.
LAYOUTS = ("V1-", "V1w-", "D1-")
KINDS = (".pdf", ".xlsx")
ICDAR_F1_FLOOR = 0.0


def forms(fuhe):
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "score.json")
        subprocess.run([sys.executable, f"{SHARED}/tools/score_forms.py", "--bin", fuhe, "--json", out, f"{SHARED}/corpus/generated"])
        scored = json.load(open(out, encoding="utf8"))
    failed = [f for f in scored["files"] if f["bad"] and f["file"].startswith(LAYOUTS) and f["file"].endswith(KINDS)]
    for f in failed:
        print("NOT PERFECT", f["file"], *f["bad"][:5], sep="\n    ")
    if scored["summary"]["false_errors"]:
        print("FALSE ERRORS", scored["summary"]["false_errors"])
    return not failed and not scored["summary"]["false_errors"]


def icdar(fuhe):
    run = subprocess.run([sys.executable, f"{SHARED}/tools/score_icdar.py", "--bin", fuhe, f"{SHARED}/corpus/icdar2013-eu"],
                         capture_output=True, text=True)
    print(run.stdout.strip())
    f1 = re.search(r"F1 ([\d.]+)", run.stdout)
    return f1 is not None and float(f1.group(1)) >= ICDAR_F1_FLOOR


if __name__ == "__main__":
    fuhe = os.path.abspath(sys.argv[1])
    sys.exit(0 if all([forms(fuhe), icdar(fuhe)]) else 1)

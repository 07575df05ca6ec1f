#!/usr/bin/env python3
"""Holds workbooks that fuhe writes of forms against the truth of those forms: every plain figure must be a numeric cell, and LibreOffice
must show it as printed. The status is 1 where one is not; scans are named and left out.

    shown.py FUHE tables|convert FOLDER      (FOLDER has the files and truth.json; openpyxl, soffice on the PATH)
"""
import collections
import csv
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

import openpyxl

FIGURE = re.compile(r"-?[\d,]+(\.\d+)?(%|[一-龥]{0,3})?")
KEYS = {"initial_budget", "adjusted_budget", "executed", "weight", "execution_rate", "score", "target", "actual"}
AS_SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"


def wanted(truth):
    need = collections.Counter()
    for form in truth["forms"]:
        for field, text in form["text"].items():
            if field.rsplit("/", 1)[1] in KEYS and "/goals" not in field and FIGURE.fullmatch(text) and not re.match(r"(19|20)\d\d年|\d+月", text):
                need[text] += 1
    return need


def shown(book, folder):
    """How often each text is shown by a numeric cell, and the cells that show another value than they hold."""
    have, unlike = collections.Counter(), []
    for ws in openpyxl.load_workbook(book, data_only=True).worksheets:
        path = os.path.join(folder, f"{os.path.basename(book)[:-5]}-{ws.title}.csv")
        if not os.path.exists(path):  # a single sheet gets no name
            path = os.path.join(folder, os.path.basename(book)[:-5] + ".csv")
        rows = list(csv.reader(open(path, encoding="utf-8-sig")))
        for row in ws.iter_rows():
            for c in row:
                if isinstance(c.value, (int, float)):
                    text = rows[c.row - 1][c.column - 1]
                    m = re.match(r"-?[\d.]+", text.replace(",", ""))
                    value = float(m.group()) / (100 if "%" in text else 1) if m else None
                    have[text] += 1
                    if ws.title != "目录" and (value is None or abs(value - c.value) > 1e-9 * max(1, abs(value))):
                        unlike.append((ws.title, c.coordinate, text, c.value))
    return have, unlike


def scanned(program, path):
    raw = subprocess.run([program, "check", "-q", "--format", "json", path], capture_output=True).stdout
    return any(u.get("code") == "scanned" for d in json.loads(raw)["documents"] for u in d["unread"])


def main():
    program, command, source = sys.argv[1:4]
    truth = {t["file"]: t for t in json.load(open(os.path.join(source, "truth.json"), encoding="utf8"))}
    figures = found = 0
    with tempfile.TemporaryDirectory() as folder:
        books = {}
        unequal = 0
        for file in truth:
            books[file] = os.path.join(folder, file + ".xlsx")
            subprocess.run([program, command, "-q", os.path.join(source, file), "-o", books[file]], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        made = [b for b in books.values() if os.path.exists(b)]
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", AS_SHOWN, "--outdir", folder] + made,
                       capture_output=True, timeout=560)
        for file, t in truth.items():
            need = wanted(t)
            if scanned(program, os.path.join(source, file)):
                print(f"{file}: a scan, {sum(need.values())} figures left out")
                continue
            figures += sum(need.values())
            if not os.path.exists(books[file]):
                print(f"{file}: nothing written, {sum(need.values())} figures")
                continue
            have, unlike = shown(books[file], folder)
            found += sum(min(n, have[text]) for text, n in need.items())
            for text, n in need.items():
                if have[text] < n:
                    print(f"{file}: {text} is printed {n} times, shown by numbers {have[text]} times")
            for u in unlike:
                print(file, *u)
            unequal += len(unlike)
    print(f"{found} of {figures} figures are numbers that are shown as printed; {unequal} cells show another value than they hold")
    sys.exit(1 if found < figures or unequal else 0)


main()

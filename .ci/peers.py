#!/usr/bin/env python3
"""Holds the tables of fuhe and of other readers against the final accounts of samples/accounts, whose every cell is known: figures
that are numbers of the right value, codes that are still the texts printed, tables that go on over pages given as one, seconds.

    peers.py FUHE [--with pdfplumber] [--with camelot] [--with tabula] [FILE.pdf...]

Peers are used as their pages show, into pandas. Their figures are texts, so each is given a second chance (column "after"): commas
and percent signs taken out, then pandas.to_numeric cell by cell wherever that works: what a user would try next, and what makes
numbers of codes. A figure of several equal ones counts as often as it is printed.
"""
import argparse
import collections
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLES = os.path.join(HERE, "..", "samples", "accounts")


def value(text):
    """What a printed figure is worth; None for what is none."""
    s = text.strip()
    negative = s[:1] in "(（△－-" and s[:1] != ""
    s = s.strip("()（）△－-")
    percent = s.endswith("%")
    s = s.rstrip("%").replace(",", "")
    if not re.fullmatch(r"\d+(\.\d+)?", s):
        return None
    v = float(s) / (100 if percent else 1)
    return round(-v if negative else v, 9)


def naive(text):
    """The second chance: to_numeric of the text without commas, of a percentage without its sign."""
    import pandas
    s = text.strip().replace(",", "")
    percent = s.endswith("%")
    v = pandas.to_numeric(s.rstrip("%"), errors="coerce")
    return None if v != v else round(float(v) / (100 if percent else 1), 9)


def fuhe(program, path, folder):
    import openpyxl
    out = os.path.join(folder, "fuhe.xlsx")
    start = time.perf_counter()
    subprocess.run([program, "tables", "-q", path, "-o", out], check=True, stderr=subprocess.DEVNULL)
    seconds = time.perf_counter() - start
    tables = []
    for ws in openpyxl.load_workbook(out, data_only=True).worksheets[1:]:
        tables.append([[c.value for c in row] for row in ws.iter_rows()])
    return tables, seconds


def pdfplumber(_, path, __):
    import pandas
    import pdfplumber as reader
    start = time.perf_counter()
    with reader.open(path) as d:
        tables = [pandas.DataFrame(t).values.tolist() for p in d.pages for t in p.extract_tables()]
    return tables, time.perf_counter() - start


def camelot(_, path, __):
    import camelot as reader
    start = time.perf_counter()
    tables = [t.df.values.tolist() for t in reader.read_pdf(path, pages="all", flavor="lattice")]
    return tables, time.perf_counter() - start


def tabula(_, path, __):
    import tabula as reader
    start = time.perf_counter()
    tables = [[list(t.columns)] + t.values.tolist() for t in reader.read_pdf(path, pages="all", lattice=True, silent=True)]
    return tables, time.perf_counter() - start


def clean(cell):
    return "" if cell is None or cell != cell else cell


def score(known, tables):
    figures, codes = collections.Counter(), collections.Counter()
    for t in known:
        for row in t["body"]:
            for text, kind in row:
                if kind == "n":
                    figures[value(text)] += 1
                elif kind == "t" and re.fullmatch(r"[\d.]+|\d+-\d+", text):
                    codes[text] += 1
    numbers, after, texts, lost = (collections.Counter() for _ in range(4))
    for t in tables:
        for row in t:
            for cell in map(clean, row):
                if isinstance(cell, (int, float)) and not isinstance(cell, bool):
                    numbers[round(float(cell), 9)] += 1
                    after[round(float(cell), 9)] += 1
                else:
                    s = str(cell).replace("\n", "")
                    texts[s] += 1
                    v = naive(s)
                    if v is None:
                        lost[s] += 1
                    else:
                        after[v] += 1
    have = lambda need, got: sum(min(n, got[v]) for v, n in need.items())
    whole = 0
    for k in known:
        body = [key(s for s, _ in row) for row in k["body"]]
        for t in tables:
            rows = [key(map(clean, row)) for row in t]
            starts = [i for i, r in enumerate(rows) if r == body[0]]
            if any(rows[i:i + len(body)] == body for i in starts):
                whole += 1
                break
    return sum(figures.values()), have(figures, numbers), have(figures, after), sum(codes.values()), have(codes, texts), have(codes, lost), whole


def key(cells):
    """A row for finding it again, however its figures are written: the values of its figures, the letters of its texts."""
    out = []
    for c in cells:
        if hasattr(c, "year") or re.fullmatch(r"\d{4}\D\d{1,2}\D\d{1,2}日?", str(c)):
            c = ""  # a day, printed in one way and stored in another
        v = c if isinstance(c, (int, float)) else value(str(c))
        out.append(round(float(v), 6) if v is not None else re.sub(r"[^\u4e00-\u9fff]", "", str(c)))
    while out and out[-1] == "":
        out.pop()
    return out


def main():
    options = argparse.ArgumentParser()
    options.add_argument("fuhe")
    options.add_argument("--with", dest="others", action="append", default=[], choices=["pdfplumber", "camelot", "tabula"])
    options.add_argument("files", nargs="*")
    options = options.parse_args()
    known = json.load(open(os.path.join(SAMPLES, "accounts.json"), encoding="utf8"))
    files = options.files or [os.path.join(SAMPLES, f) for f in known if f.endswith(".pdf")]
    print("| reader | figures | numbers and right | after to_numeric | codes | still as printed | after to_numeric | tables | whole | seconds |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for name in ["fuhe"] + options.others:
        if name != "fuhe" and not importlib.util.find_spec(name):
            print(f"{name} left out: not installed")
            continue
        sums, seconds, tables = [0] * 7, 0, 0
        with tempfile.TemporaryDirectory() as folder:
            for path in files:
                got, took = globals()[name](options.fuhe, path, folder)
                seconds += took
                tables += len(known[os.path.basename(path)])
                for i, n in enumerate(score(known[os.path.basename(path)], got)):
                    sums[i] += n
        print(f"| {name} | {sums[0]} | {sums[1]} | {'–' if name == 'fuhe' else sums[2]} | {sums[3]} | {sums[4]} | {'–' if name == 'fuhe' else sums[5]} | {tables} | {sums[6]} | {seconds:.1f} |")
        sys.stdout.flush()


main()

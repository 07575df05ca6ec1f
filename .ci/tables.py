#!/usr/bin/env python3
"""Counts the digits that pages show within the boxes of their tables, with pdftotext, and holds the cells of `fuhe tables -o` against
them: a line of Markdown a file.

    tables.py [--quiet] FUHE FILE.pdf|FOLDER...

Where a digit of a page is in no cell, no heading that a later page repeats and not struck out, the status is 1 and the file is named; with
--quiet such files alone are printed. A file without tables (a scan, too) has nothing to count.

pdftotext knows nothing of tables and of how fuhe reads a page: a digit that lies within a table and is in no cell shows here.
Columns: pages, tables (of these over several pages), digits on the pages, digits in cells and in headings that later pages repeat,
figures in cells, of these numbers, the rest by what they are, doubts.
"""
import collections
import json
import os
import re
import subprocess
import sys
import tempfile


def words(path):
    out = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True).stdout.decode("utf8", "replace")
    page = 0
    for line in out.splitlines():
        if line.strip().startswith("<page"):
            page += 1
        m = re.search(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)</word>', line)
        if m:
            yield page, [float(x) for x in m.groups()[:4]], m[5]


def digits(s):
    return sum(c in "0123456789０１２３４５６７８９" for c in s)


def main():
    args = sys.argv[1:]
    quiet = args[0] == "--quiet"
    program, *places = args[quiet:]
    say = (lambda *_: None) if quiet else print
    files, unlike, counted, digits_held = [], 0, 0, 0
    for p in places:
        files += sorted(os.path.join(at, f) for at, _, names in os.walk(p) for f in names if f.endswith(".pdf")) if os.path.isdir(p) else [p]
    say("| file | pages | tables | over pages | digits on the pages | in cells | repeated headings | figures in cells | numbers | codes and other text | doubts | seconds |")
    say("|---|---|---|---|---|---|---|---|---|---|---|---|")
    for path in files:
        raw = subprocess.run([program, "tables", "-q", "--lang", "zh", "--format", "json", path], capture_output=True).stdout
        doc = json.loads(raw)["documents"][0]
        if doc["format"] != "pdf":
            continue  # it has no pages to count on
        boxes = collections.defaultdict(list)
        apart = 0
        for t in doc.get("tables", []):
            boxes[t["page"]].append(t["box"])
            apart += sum(digits(c["text"]) for c in t["cells"])
        if not boxes:
            why = "; ".join(sorted({u["reason"] for u in doc["unread"]})) or "no table"
            say(f"| {os.path.basename(path)} | {doc.get('pages', '')} | 0 | | | | | | | {why} | | |")
            continue
        shown = 0
        for page, b, text in words(path):
            n = len(text)
            for i, c in enumerate(text):  # a word may reach over the edge of a table: each of its characters counts where it lies
                x, y = b[0] + (b[2] - b[0]) * (i + 0.5) / n, (b[1] + b[3]) / 2
                shown += digits(c) and any(q[0] <= x <= q[2] and q[1] <= y <= q[3] for q in boxes[page])
        with tempfile.TemporaryDirectory() as folder:
            out = os.path.join(folder, "t.jsonl")
            start = os.times()
            subprocess.run([program, "tables", "-q", "--lang", "zh", path, "-o", out], stderr=subprocess.DEVNULL)
            took = os.times().children_user - start.children_user
            whole = [json.loads(line) for line in open(out, encoding="utf8")]
        cells = [c for t in whole for c in t["cells"]]
        held = sum(digits(c["text"]) for c in cells)
        figures = sum(bool(re.search("[0-9０-９]", c["text"])) for c in cells)
        numbers = sum(c["kind"] != "text" for c in cells)
        struck = any("划去" in c.get("doubt", "") for c in cells)
        counted, digits_held = counted + 1, digits_held + held
        if shown != apart and not struck:
            unlike += 1
            print(f"{path}: {shown} digits on the pages, {apart} in cells")
        say(f"| {os.path.basename(path)} | {doc['pages']} | {len(whole)} | {sum(len(t.get('pages', [])) > 1 for t in whole)} | {shown} | {held} | {apart - held} | {figures} | {numbers} | {figures - numbers} | {sum('doubt' in c for c in cells)} | {took:.2f} |")
    if quiet:
        print(f"{counted} files with tables, {digits_held} digits in their cells; {unlike} files where the pages show others")
    sys.exit(1 if unlike else 0)


main()

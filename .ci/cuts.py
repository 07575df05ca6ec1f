#!/usr/bin/env python3
"""cuts.py FUHE FILE.html …: prints each web page on pages of 15 heights (WeasyPrint) and compares the texts of the joined
tables with those of the same page on one sheet: equal; whole (every character stands in a cell, but a cell or the table is
in parts); named (characters are missing, and the program says of a page that it is unread); silent. Fails where one is silent."""
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

from weasyprint import HTML

HEIGHTS = [60, 65, 70, 75, 80, 90, 100, 110, 120, 130, 140, 160, 180, 200, 220]  # mm
ONE_SHEET = 1500


def printed(source, height, folder):
    """the path of the PDF"""
    rule = "@page{size:210mm %dmm;margin:14mm}" % height
    text, there = re.subn(r"@page\s*\{[^}]*\}", rule, source)
    if not there:
        text = source.replace("</head>", "<style>%s</style></head>" % rule)
    path = pathlib.Path(folder, "%d.pdf" % height)
    HTML(string=text).write_pdf(path)
    return path


def read(fuhe, path):
    """texts of each table, whether anything is unread"""
    out = subprocess.run([fuhe, "tables", "--join", "--format", "json", path], capture_output=True, check=True)
    doc = json.loads(out.stdout)["documents"][0]
    return [[c["text"] for c in t["cells"] if c["text"]] for t in doc.get("tables", [])], bool(doc["unread"])


def characters(tables):
    return collections.Counter("".join("".join(texts) for texts in tables).replace(" ", ""))


def verdict(whole, cut, unread):
    if len(whole) == len(cut) and sorted(sum(whole, [])) == sorted(sum(cut, [])):
        return "equal"
    if not characters(whole) - characters(cut):
        return "whole"
    return "named" if unread else "silent"


def main(fuhe, *files):
    silent = 0
    for file in files:
        raw = pathlib.Path(file).read_bytes()
        source = raw.decode("gb18030" if b"gb2312" in raw[:500].lower() else "utf-8")
        count = collections.Counter()
        with tempfile.TemporaryDirectory() as folder:
            whole, _ = read(fuhe, printed(source, ONE_SHEET, folder))
            for height in HEIGHTS:
                count[verdict(whole, *read(fuhe, printed(source, height, folder)))] += 1
        print(file, ", ".join("%s %d" % (k, count[k]) for k in ("equal", "whole", "named", "silent")))
        silent += count["silent"]
    return silent > 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

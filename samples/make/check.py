"""Holds every sample against its truth without fuhe: the letters of each truth must stand in the file's text.

    python3 check.py [FOLDER…]          (pdftotext, openpyxl and LibreOffice; all folders of samples/ when none is named)

It cannot say in which cell a text stands, only that nothing of it is missing, so that a wrong reading is the reader's fault.
"""

import collections
import html
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
# Letters that fonts draw with the glyph of a radical: pdftotext names the radical.
RADICALS = str.maketrans("⻓⻆⻋⻔⺠⻅⻉⻚⻛⻜⻢⻥⻦⻩⻬⻰═⻝戶", "长角车门民见贝页风飞马鱼鸟黄齐龙=食户")


def letters(s):
    s = unicodedata.normalize("NFKC", s).translate(RADICALS)
    return collections.Counter(re.sub(r"[\s—–―−-]", "", s))


def text_of(path):
    if path.endswith(".pdf"):
        password = []
        return subprocess.run(["pdftotext", "-raw", *password, path, "-"], capture_output=True, check=True).stdout.decode("utf8")
    if path.endswith(".xlsx"):
        import openpyxl
        out = []
        for ws in openpyxl.load_workbook(path, data_only=True):
            for row in ws.iter_rows():
                out += [shown(c) for c in row if c.value is not None]
        return "\n".join(out)
    other = {".xls": "xlsx", ".ods": "xlsx", ".doc": "docx", ".rtf": "docx", ".odt": "docx"}.get(os.path.splitext(path)[1])
    if other:
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", other, "--outdir", folder, path],
                           capture_output=True, check=True)
            return text_of(os.path.join(folder, os.path.splitext(os.path.basename(path))[0] + "." + other))
    if path.endswith(".ofd"):
        with zipfile.ZipFile(path) as z:
            pages = "".join(z.read(n).decode("utf8") for n in z.namelist() if n.endswith("Content.xml"))
        return html.unescape("".join(re.findall(r"<ofd:TextCode[^>]*>([^<]*)", pages)))
    if path.endswith(".docx"):
        xml = zipfile.ZipFile(path).read("word/document.xml").decode("utf8")
        return html.unescape("".join(re.findall(r"<w:t[ >][^<]*|<w:t>[^<]*", xml)))
    raw = open(path, "rb").read()
    text = raw.decode("gbk" if b"charset=gb2312" in raw else "utf8")
    if path.endswith(".html"):
        return html.unescape(re.sub(r"<[^>]*>", "", text))
    return re.sub(r"\$?\\geq", "≥", text)


def shown(cell):
    """A figure as its number format shows it; only the plain formats that the samples use."""
    m = re.fullmatch(r"(#,##)?0(\.0+)?(%?)", cell.number_format)
    if not isinstance(cell.value, (int, float)) or not m:
        return str(cell.value)
    places = len(m[2] or ".") - 1
    return f"{cell.value * (100 if m[3] else 1):{',' if m[1] else ''}.{places}f}" + m[3]


def main():
    samples = os.path.join(HERE, "..")
    folders = sys.argv[1:] or sorted(os.path.join(samples, d) for d in os.listdir(samples)
                                     if os.path.exists(os.path.join(samples, d, "truth.json")))
    bad = files = 0
    for d in folders:
        for entry in json.load(open(os.path.join(d, "truth.json"), encoding="utf8")):
            files += 1
            have, want = letters(text_of(os.path.join(d, entry["file"]))), collections.Counter()
            for form in entry["forms"]:
                merged = set()
                for path, text in form["text"].items():
                    # A merged heading is printed once for all its rows, and at least once: count each text once.
                    if path.endswith(("level1", "level2")):
                        if text in merged:
                            continue
                        merged.add(text)
                    want += letters(text)
            missing = want - have
            if missing:
                bad += 1
                print(os.path.basename(d) + "/" + entry["file"], "lacks", dict(missing))
    print(f"{files} files, {bad} lack something")
    sys.exit(bad > 0)


if __name__ == "__main__":
    main()

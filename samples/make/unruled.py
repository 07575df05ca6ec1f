"""Invented forms printed without rules between their cells.

    python3 unruled.py
"""

import invented
from layouts import page
from producers import Look, WORK, chromium, docx, office, reportlab, weasyprint, xlsx
from samples import Sample

ZEN, MING, SONG = "WenQuanYi Zen Hei", "AR PL UMing CN", "Noto Serif CJK SC"
BARE = "0 none"


def without_rules():
    s = Sample("without-rules")
    f = invented.form(61, "V1", ["rate-swap"])
    chromium(page(f[0]), s.file("chromium.pdf", "Chromium", f), Look(border=BARE), f[0]["title"])
    f = invented.form(62, "V1w")
    weasyprint(page(f[0]), s.file("weasyprint.pdf", "WeasyPrint", f), Look(font=ZEN, border=BARE, padding="4pt 4pt"), f[0]["title"])
    f = invented.form(63, "V1", ["total-score"])
    f[1][0]["level"] = "warning"  # the scores are vouched for by nothing else, and their places are inferred
    source = WORK + "/unruled.docx"
    docx(page(f[0]), source, Look(font=SONG, border=BARE))
    office(source, s.file("writer.pdf", "LibreOffice Writer", f))
    f = invented.form(64, "V1w")
    source = WORK + "/unruled.xlsx"
    xlsx([("自评表", page(f[0]))], source, Look(border=BARE))
    office(source, s.file("calc.pdf", "LibreOffice Calc", f))
    f = invented.form(65, "V1")
    reportlab(page(f[0]), s.file("reportlab.pdf", "ReportLab", f), Look(border=BARE), f[0]["title"])
    f = invented.form(66, "T1")  # no points: the rows are those of the texts
    weasyprint(page(f[0]), s.file("no-points.pdf", "WeasyPrint", f), Look(font=MING, border=BARE, padding="4pt 3pt"), f[0]["title"])
    f = invented.form(67, "V3")  # headings over two rows
    chromium(page(f[0]), s.file("tall-headings.pdf", "Chromium", f), Look(font=ZEN, points=8, border=BARE, padding="4pt 3pt", size="A4 landscape"), f[0]["title"])
    s.close()


if __name__ == "__main__":
    without_rules()

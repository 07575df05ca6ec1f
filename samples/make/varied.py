"""Invented forms printed in the ways that trouble a reader: each folder shows one of them.

    python3 varied.py
"""

import copy

import invented
from layouts import Table, page
from producers import Look, WORK, chromium, docx, office, reportlab, weasyprint, wkhtmltopdf, xlsx
from samples import Sample

ZEN, MING, SONG = "WenQuanYi Zen Hei", "AR PL UMing CN", "Noto Serif CJK SC"


def title_in_table():
    f = invented.form(11, "V1", ["rate-truncated"])
    s = Sample("title-in-table")
    weasyprint(page(f[0], title_in_table=True), s.file("form.pdf", "WeasyPrint", f), Look(font=ZEN), f[0]["title"])
    xlsx([("Sheet1", page(f[0], title_in_table=True))], s.file("form.xlsx", "openpyxl", f))
    s.close()


def landscape_double_rules():
    f = invented.form(12, "V1w", ["weight-sum"])
    s = Sample("landscape-double-rules")
    source = WORK + "/form.docx"
    docx(page(f[0]), source, Look(font=ZEN, size="A4 landscape", border="0.75pt double #000"))
    office(source, s.file("writer.pdf", "LibreOffice Writer", f))
    weasyprint(page(f[0]), s.file("weasyprint.pdf", "WeasyPrint", f), Look(font=ZEN, size="A4 landscape", border="3pt double #000"), f[0]["title"])
    s.close()


def grey_hairlines():
    f = invented.form(13, "D1", ["exec-score"])
    s = Sample("grey-hairlines")
    wkhtmltopdf(page(f[0]), s.file("form.pdf", "wkhtmltopdf", f), Look(font=ZEN, border="1px solid #bbb", outer="2px solid #000"), f[0]["title"])
    s.close()


def narrow_columns():
    """Amounts break over lines inside their cells: 4,950,9 / 92.21."""
    f = invented.form(17, "V1", ["rate-swap"])
    s = Sample("narrow-columns")
    chromium(page(f[0], widths=[8, 9, 10, 9, 8, 8, 7, 6, 12]), s.file("form.pdf", "Chromium", f),
             Look(font=MING, points=10.5, width="62%", wrap="break-all"), f[0]["title"])
    s.close()


def print_scaled():
    f = invented.form(15, "V1", ["missed-full"], long_goals=True)
    s = Sample("print-scaled")
    xlsx([("自评表", page(f[0], split_goal_rows=2))], s.file("form.xlsx", "openpyxl", f), Look(points=14), fit_height=1, total_points=1000)
    office(s.folder + "/form.xlsx", s.file("calc.pdf", "LibreOffice Calc", f))
    s.close()


def after_narrative():
    """Three pages of prose with figures and a small table that is no form, then the form."""
    f = invented.form(16, "V1", ["no-reason"])
    s = Sample("after-narrative")
    small = Table([1, 1, 1])
    small.row("年度", "预算数（万元）", "执行数（万元）")
    small.row("2021", "120.50", "118.00")
    small.row("2022", "130.00", "125.31")
    prose = [("title", f"{f[0]['department']}绩效自评报告"), ("heading", "一、项目概况"),
             *[("text", "按照财政部门关于预算绩效管理的要求，我单位组织开展了绩效自评，预算执行率为92.3%，自评得分见附表。" * 4) for _ in range(7)],
             ("heading", "二、资金安排"), ("table", small), ("text", "上表为近两年预算安排与执行情况，不含上年结转。" * 6), ("break",)]
    weasyprint(prose + page(f[0]), s.file("form.pdf", "WeasyPrint", f), Look(font=ZEN, points=10), "绩效自评报告")
    s.close()


def two_forms_one_sheet():
    a, b = invented.form(18, "V1"), invented.form(19, "V1w", ["total-score"])
    s = Sample("two-forms-one-sheet")
    xlsx([("自评表汇总", page(a[0]) + [("break",)] + page(b[0]))], s.file("form.xlsx", "openpyxl", a, b))
    s.close()


def hidden_sheet():
    """Last year's form on a hidden sheet that stands first, and a hidden list of words: read last, and named."""
    now, last = invented.form(20, "D1", ["missing-actual"]), invented.form(21, "D1")
    s = Sample("hidden-sheet")
    blank = Table([1, 1])
    blank.row("优", "良")
    blank.row("中", "差")

    def hide(wb):
        wb["上年"].sheet_state = "hidden"
        wb["字典"].sheet_state = "veryHidden"
        wb.active = 1
    xlsx([("上年", page(last[0])), ("自评表", page(now[0])), ("字典", [("table", blank)])], s.file("form.xlsx", "openpyxl", now, last), prepare=hide)
    s.close()


def blank_rows():
    f = invented.form(22, "V1", ["fund-sum"])
    s = Sample("blank-rows")
    parts = page(f[0], blank_rows=("head", "middle"))
    xlsx([("Sheet1", parts)], s.file("form.xlsx", "openpyxl", f))
    office(s.folder + "/form.xlsx", s.file("calc.pdf", "LibreOffice Calc", f))
    s.close()


def repeated_header():
    """The first four rows stand again at the top of each page."""
    f = invented.form(23, "V1", ["rate-ceiling"], long_goals=True, rows=6)
    s = Sample("repeated-header")
    source = WORK + "/form.docx"
    docx(page(f[0]), source, Look(font=ZEN, points=12, header_rows=2))
    office(source, s.file("form.pdf", "LibreOffice Writer", f))
    s.close()


def font_not_embedded():
    """STSong-Light by a predefined CMap, as many systems of the administration print."""
    f = invented.form(24, "V1w")
    s = Sample("font-not-embedded")
    reportlab(page(f[0]), s.file("form.pdf", "ReportLab", f), Look(font="STSong-Light", points=8), f[0]["title"])
    s.close()


def page_breaks_everywhere():
    """Many rows on small pages: merged cells and single rows break over them."""
    f = invented.form(25, "D1", ["score-over-weight"], rows=7)
    s = Sample("page-breaks")
    weasyprint(page(f[0]), s.file("weasyprint.pdf", "WeasyPrint", f), Look(font=ZEN, points=11, size="A5 landscape", margin="10mm"), f[0]["title"])
    chromium(page(f[0]), s.file("chromium.pdf", "Chromium", f), Look(font=MING, points=12, size="A5 landscape", margin="10mm"), f[0]["title"])
    s.close()


def formulas():
    """A workbook whose rates and sums are formulas, saved by LibreOffice: what is shown counts, not what is stored."""
    f = invented.form(26, "V1")
    s = Sample("workbook-with-formulas")
    shown = copy.deepcopy(f[0])
    source = WORK + "/formulas.xlsx"

    def live(wb):
        ws = wb.active
        for row in ws.iter_rows():
            for c in row:
                if c.value in ("年度资金总额", "年度资金总额："):
                    r = c.row
                    cells = {ws.cell(r, k).coordinate: ws.cell(r, k) for k in range(4, 10)}
                    a, b, rate = f"E{r}", f"F{r}", f"H{r}"
                    cells[b].value = f"=F{r + 1}+F{r + 2}+F{r + 3}"
                    cells[rate].value = f"={b}/{a}"
    xlsx([("自评表", page(shown))], source, prepare=live)
    office(source, s.file("form.xlsx", "LibreOffice Calc", f), "xlsx")
    s.close()


def main():
    for make in (title_in_table, landscape_double_rules, grey_hairlines, narrow_columns, print_scaled, after_narrative, two_forms_one_sheet,
                 hidden_sheet, blank_rows, repeated_header, font_not_embedded, page_breaks_everywhere, formulas):
        make()
        print(make.__name__)


if __name__ == "__main__":
    main()

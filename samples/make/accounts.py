"""Makes samples/accounts: tables of published final accounts (决算) with codes, row numbers, percentages, negatives, units and tables
that go on over pages, printed by four producers, with what every cell holds.

    python3 accounts.py OUT         (reportlab, weasyprint, openpyxl; chromium and soffice on the PATH)

accounts.json has for each file its tables: title, unit, whether it goes on over pages, rows of headings, and the body as rows of
[text, kind]: n a number, t a text, d a day, "" a blank. The texts are what is printed; nothing here was read back.
"""

import html
import json
import os
import random
import subprocess
import sys
import tempfile

CHARACTERS = "综合行政运行管理事务服务信息化建设培训机关离退休养老保险医疗住房公积金补贴教育科技文化卫生社会保障就业农林水交通资源勘探"


def money(r, lo=0, hi=10_000_000, grouped=True, places=2):
    v = r.randint(lo * 10**places, hi * 10**places)
    return f"{v / 10**places:,.{places}f}" if grouped else f"{v / 10**places:.{places}f}"


def name(r, n=6):
    return "".join(r.choice(CHARACTERS) for _ in range(r.randint(3, n)))


def codes(r, n):
    """Codes of a budget, each class before its items; every class is met, so that there are enough for any table."""
    out = []
    for c in ["201", "205", "208", "210", "213", "221"]:
        out.append(c)
        for k in sorted(r.sample(range(1, 99), 3)):
            out.append(c + f"{k:02d}")
            out += [out[-1] + f"{i:02d}" for i in sorted(r.sample(range(1, 99), 4))] if n > 0 else []
    return out[:n]


class T:
    """A table: head is rows of (text, rowspan, colspan) or None where a span covers; body rows of (text, kind)."""

    def __init__(self, title, unit, head, body, labels=("", ""), notes=(), widths=None):
        self.title, self.unit, self.head, self.body, self.labels, self.notes = title, unit, head, body, labels, list(notes)
        self.cols = len(body[0])
        self.widths = widths or [1] * self.cols


def total(r, seq):
    half, top = 18, [f"公开0{seq}表", "部门：清河县财政局"]
    head = [[("收入", 1, 3), None, None, ("支出", 1, 3), None, None],
            [("项目", 1, 1), ("行次", 1, 1), ("金额", 1, 1), ("项目", 1, 1), ("行次", 1, 1), ("金额", 1, 1)],
            [("栏次", 1, 1), ("", 1, 1), ("1", 1, 1), ("栏次", 1, 1), ("", 1, 1), ("2", 1, 1)]]
    body = []
    for i in range(half):
        amounts = [(money(r), "n") if r.random() < 0.5 else ("", "") for _ in range(2)]
        if i == 3:
            amounts[0] = ("0.00", "n")
        if i == half - 1:
            amounts = [(money(r, 10**7), "n")] * 2
        body.append([(name(r) if i < half - 1 else "总计", "t"), (str(i + 1), "t"), amounts[0], (name(r) if i < half - 1 else "总计", "t"), (str(half + i + 1), "t"), amounts[1]])
    return T("收入支出决算总表", "万元", head, body, top, ["注：本表反映部门本年度的总收支和年末结转结余情况。"], [5, 1, 2.5, 5, 1, 2.5])


def by_code(r, seq, title="收入决算表", rows=22, unit="万元"):
    head = [[("项目", 1, 2), None, ("本年收入合计", 2, 1), ("财政拨款收入", 2, 1), ("事业收入", 2, 1), ("其他收入", 2, 1)],
            [("科目代码", 1, 1), ("科目名称", 1, 1), None, None, None, None],
            [("栏次", 1, 2), None, ("1", 1, 1), ("2", 1, 1), ("3", 1, 1), ("4", 1, 1)]]
    body = []
    for c in codes(r, rows):
        body.append([(c, "t"), (name(r, 9), "t")] + [(money(r, 0, 99999), "n") if k == 0 or r.random() < 0.6 else ("", "") for k in range(4)])
    return T(title, unit, head, body, [f"公开0{seq}表", "部门：清河县财政局"], ["注：本表反映部门本年度取得的各项收入情况。"], [2, 4, 3, 3, 2.5, 2.5])


def three_levels(r, seq):
    head = [[("支出功能分类科目编码", 1, 3), None, None, ("科目名称", 2, 1), ("基本支出（元）", 2, 1), ("项目支出（元）", 2, 1)],
            [("类", 1, 1), ("款", 1, 1), ("项", 1, 1), None, None, None]]
    body = []
    for c in [c for c in codes(r, 40) if len(c) == 7][:12]:
        body.append([(c[:3], "t"), (c[3:5], "t"), (c[5:], "t"), (name(r), "t"), (str(r.randint(10000, 99999)), "n"), (str(r.randint(100000, 999999)), "n")])
    return T("支出决算表", "元", head, body, [f"公开0{seq}表", "编制单位：清河县教育局"], [], [1, 1, 1, 4, 3, 3])


NEGATIVES = [lambda s: f"({s})", lambda s: f"（{s}）", lambda s: "△" + s, lambda s: "－" + s, lambda s: "-" + s]


def changes(r, seq):
    neg = NEGATIVES[seq % len(NEGATIVES)]
    head = [[("序号", 1, 1), ("项目", 1, 1), ("预算数", 1, 1), ("决算数", 1, 1), ("增减额", 1, 1), ("完成率", 1, 1), ("备注", 1, 1)]]
    body = []
    for i in range(14):
        up = r.random() < 0.5
        amount = money(r, 1, 9999)
        body.append([(str(i + 1), "t"), (name(r), "t"), (money(r, 1, 99999), "n"), (money(r, 1, 99999), "n"),
                     (amount if up else neg(amount), "n"), (f"{r.randint(0, 12000) / 100:.2f}%", "n"), (r.choice(["—", "/", "见第3页", ""]), "t")])
    for row in body:
        if row[6][0] == "":
            row[6] = ("", "")
    return T("预算执行情况表", "万元", head, body, [f"附表{seq}", "填报单位：清河县水利局"], ["注：增减额为决算数减预算数。"], [1, 4, 3, 3, 3, 2, 2])


def travel(r, seq):
    head = [[("预算数", 1, 6), None, None, None, None, None, ("决算数", 1, 6), None, None, None, None, None],
            [(t, 1, 1) for t in ["合计", "出国费", "车辆小计", "购置费", "运行费", "接待费"] * 2], [(str(i + 1), 1, 1) for i in range(12)]]
    body = [[(money(r, 0, 99), "n") if i % 6 != 3 else ("", "") for i in range(12)]]
    return T("“三公”经费支出决算表", "万元", head, body, [f"公开0{seq}表", "部门：清河县财政局"], [])


def assets(r, seq):
    head = [[(t, 1, 1) for t in ["序号", "资产编号", "资产名称", "购置日期", "数量", "单价", "联系电话", "合同号"]]]
    day = [lambda y, m, d: f"{y}-{m:02d}-{d:02d}", lambda y, m, d: f"{y}年{m}月{d}日", lambda y, m, d: f"{y}/{m}/{d}"][seq % 3]
    body = []
    for i in range(12):
        body.append([(str(i + 1), "t"), (f"{r.randint(1, 99999):06d}", "t"), (name(r), "t"), (day(r.randint(2001, 2024), r.randint(1, 12), r.randint(1, 28)), "d"),
                     (str(r.randint(1, 300)), "n"), (money(r, 1, 99999), "n"), ("13" + f"{r.randint(0, 999999999):09d}", "t"), (f"{r.randint(10**17, 10**18)}", "t")])
    return T("资产购置明细表", "元", head, body, [f"附表{seq}", "编制单位：清河县机关事务中心"], [], [1, 2, 3, 3, 1.5, 2.5, 3, 4.5])


def chapters(r, seq):
    head = [[(t, 1, 1) for t in ["项目", "章节", "行", "页码", "占比(%)", "得分"]]]
    body = []
    n, m = 1, 0
    for i in range(12):
        at = str(n) if m == 0 else f"{n}.{m}"
        m += 1
        if m > 3:
            n, m = n + 1, 0
        body.append([(name(r), "t"), (at, "t"), (str(i + 1), "t"), (f"{i + 1}-{i + 2}", "t"), (f"{r.randint(1, 500) / 10:.1f}", "n"), (str(r.randint(1, 10)), "n")])
    return T("评价要点表", "", head, body, [f"附表{seq}"], [], [4, 1.5, 1, 1.5, 2, 1.5])


def tables(seed):
    r = random.Random(seed)
    out = [total(r, 1), by_code(r, 2), three_levels(r, 3), changes(r, 4 + seed % 5), travel(r, 5), assets(r, 6 + seed % 3), chapters(r, 7),
           by_code(r, 8, "一般公共预算财政拨款支出决算表", 60, "元")]
    out[2].unit = "元"
    return out


def web(ts, font, css=""):
    out = [f"<html><head><meta charset='utf-8'><style>@page{{size:A4 landscape;margin:14mm}}body{{font-family:'{font}';font-size:9pt}}table{{border-collapse:collapse;width:100%}}"
           f"td,th{{border:0.6pt solid #000;padding:2pt 3pt;font-weight:normal}}.n{{text-align:right}}h3{{text-align:center;font-size:14pt}}section{{page-break-after:always}}tr{{page-break-inside:avoid}}{css}</style></head><body>"]
    for t in ts:
        out.append(f"<section><h3>{t.title}</h3>")
        out.append(f"<p style='text-align:right;margin:1pt'>{t.labels[0]}</p>")
        left = t.labels[1] if len(t.labels) > 1 else ""
        unit = f"金额单位：{t.unit}" if t.unit else ""
        out.append(f"<p style='margin:1pt'>{left}<span style='float:right'>{unit}</span></p><table><thead>")
        for row in t.head:
            out.append("<tr>" + "".join(f"<th rowspan={c[1]} colspan={c[2]}>{html.escape(c[0])}</th>" for c in row if c) + "</tr>")
        out.append("</thead><tbody>")
        for row in t.body:
            out.append("<tr>" + "".join(f"<td class={k or 'b'}>{html.escape(s)}</td>" for s, k in row) + "</tr>")
        out.append("</tbody></table>" + "".join(f"<p style='margin:2pt'>{n}</p>" for n in t.notes) + "</section>")
    return "".join(out) + "</body></html>"


def chromium(ts, path, folder):
    page = os.path.join(folder, "page.html")
    open(page, "w", encoding="utf8").write(web(ts, "WenQuanYi Zen Hei"))
    subprocess.run(["chromium", "--headless", "--disable-pdf-tagging", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={folder}/chromium", f"--print-to-pdf={path}", "file://" + page],
                   check=True, capture_output=True, timeout=120)


def weasyprint(ts, path, folder):
    import weasyprint as w
    w.HTML(string=web(ts, "WenQuanYi Zen Hei", "table{border:1.2pt solid #000}")).write_pdf(path)


def sheets(ts, path):
    """The tables as a workbook in which every cell is a text: what is printed is what stands there."""
    import openpyxl
    from openpyxl.styles import Alignment, Border, Font, Side
    side = Side(style="thin")
    box, mid = Border(side, side, side, side), Alignment(horizontal="center", vertical="center", wrap_text=True)
    book = openpyxl.Workbook()
    book.remove(book.active)
    for i, t in enumerate(ts):
        ws = book.create_sheet(f"Z{i + 1:02d}")
        ws.append([t.title])
        ws.merge_cells(start_row=1, end_row=1, start_column=1, end_column=t.cols)
        ws["A1"].font, ws["A1"].alignment = Font(name="AR PL UMing CN", size=14), mid
        ws.append([t.labels[0]])
        ws.append([t.labels[1] if len(t.labels) > 1 else None] + [None] * (t.cols - 2) + [f"金额单位：{t.unit}" if t.unit else None])
        ws.cell(3, t.cols).alignment = Alignment(horizontal="right")
        top = ws.max_row + 1
        for r, row in enumerate(t.head):
            for c, cell in enumerate(row):
                at = ws.cell(top + r, c + 1)
                at.border, at.alignment = box, mid
                if cell:
                    at.value = cell[0]
                    if cell[1] > 1 or cell[2] > 1:
                        ws.merge_cells(start_row=top + r, end_row=top + r + cell[1] - 1, start_column=c + 1, end_column=c + cell[2])
        for r, row in enumerate(t.body):
            for c, (s, k) in enumerate(row):
                at = ws.cell(top + len(t.head) + r, c + 1, s or None)
                at.border, at.alignment = box, Alignment(horizontal="right" if k == "n" else "left", vertical="center", wrap_text=True)
                at.number_format, at.data_type = "@", "s" if s else "n"
        for r in ws.iter_rows(min_row=2):
            for c in r:
                c.font = Font(name="AR PL UMing CN", size=9)
        for n in t.notes:
            ws.append([n])
        for c, w in enumerate(t.widths):
            ws.column_dimensions[openpyxl.utils.get_column_letter(c + 1)].width = 7 * w
        ws.print_title_rows = f"{top}:{top + len(t.head) - 1}"
        ws.page_setup.orientation, ws.page_setup.paperSize = "landscape", 9
        ws.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)
        ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = 1, 0
    book.save(path)


def office(ts, path, folder):
    book = os.path.join(folder, os.path.basename(path)[:-4] + ".xlsx")
    sheets(ts, book)
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", os.path.dirname(path), book], check=True, capture_output=True, timeout=120)


def reportlab(ts, path, folder):
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate
    from reportlab.platypus import Table
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    usual = ParagraphStyle("u", fontName="STSong-Light", fontSize=9, leading=12)
    flow = []
    for t in ts:
        flow.append(Paragraph(t.title, ParagraphStyle("t", parent=usual, fontSize=14, leading=20, alignment=1)))
        flow.append(Paragraph(t.labels[0], ParagraphStyle("r", parent=usual, alignment=2)))
        line = Table([[t.labels[1] if len(t.labels) > 1 else "", f"金额单位：{t.unit}" if t.unit else ""]], colWidths=[380, 380])
        line.setStyle([("FONT", (0, 0), (-1, -1), "STSong-Light", 9), ("ALIGN", (1, 0), (1, 0), "RIGHT")])
        flow.append(line)
        rows, spans = [], []
        for r, row in enumerate(t.head):
            rows.append([c[0] if c else "" for c in row])
            spans += [("SPAN", (c, r), (c + cell[2] - 1, r + cell[1] - 1)) for c, cell in enumerate(row) if cell and (cell[1] > 1 or cell[2] > 1)]
        rows += [[s for s, _ in row] for row in t.body]
        wide = 760 / sum(t.widths)
        table = Table(rows, colWidths=[w * wide for w in t.widths], repeatRows=len(t.head))
        style = [("FONT", (0, 0), (-1, -1), "STSong-Light", 8), ("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("ALIGN", (0, 0), (-1, len(t.head) - 1), "CENTER"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
        for c, (_, k) in enumerate(t.body[0]):
            if k == "n":
                style.append(("ALIGN", (c, len(t.head)), (c, -1), "RIGHT"))
        table.setStyle(style + spans)
        flow.append(table)
        flow += [Paragraph(n, usual) for n in t.notes]
        flow.append(PageBreak())
    SimpleDocTemplate(path, pagesize=landscape(A4), leftMargin=40, rightMargin=40, topMargin=36, bottomMargin=36, invariant=1).build(flow)


def document(ts, path):
    """A word-processor document, written part by part: its library takes minutes for tables of this size."""
    import zipfile
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

    def para(text):
        return f"<w:p><w:r><w:t xml:space='preserve'>{html.escape(text)}</w:t></w:r></w:p>"

    def cell(text, rows=1, cols=1, goes_on=False):
        merge = "<w:vMerge/>" if goes_on else "<w:vMerge w:val='restart'/>" if rows > 1 else ""
        return f"<w:tc><w:tcPr><w:gridSpan w:val='{cols}'/>{merge}</w:tcPr>{para(text)}</w:tc>"

    body = []
    for t in ts:
        body += [para(t.title), para(t.labels[0]), para((t.labels[1] if len(t.labels) > 1 else "") + (f"    金额单位：{t.unit}" if t.unit else ""))]
        side = "".join(f"<w:{s} w:val='single' w:sz='4'/>" for s in ["top", "left", "bottom", "right", "insideH", "insideV"])
        body.append(f"<w:tbl><w:tblPr><w:tblBorders>{side}</w:tblBorders></w:tblPr><w:tblGrid>" + "".join(f"<w:gridCol w:w='{900 * x:.0f}'/>" for x in t.widths) + "</w:tblGrid>")
        for r, row in enumerate(t.head):
            cells = []
            for c, at in enumerate(row):
                above = r > 0 and t.head[r - 1][c]
                if at:
                    cells.append(cell(at[0], at[1], at[2]))
                elif above and above[1] > 1:
                    cells.append(cell("", 1, above[2], True))
            body.append("<w:tr><w:trPr><w:tblHeader/></w:trPr>" + "".join(cells) + "</w:tr>")
        for row in t.body:
            body.append("<w:tr>" + "".join(cell(s) for s, _ in row) + "</w:tr>")
        body.append("</w:tbl>")
        body += [para(n) for n in t.notes]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
        z.writestr("_rels/.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')
        z.writestr("word/document.xml", f"<?xml version='1.0' encoding='UTF-8'?><w:document xmlns:w='{w}'><w:body>{''.join(body)}</w:body></w:document>")


def truth(ts):
    return [{"title": t.title, "unit": t.unit, "notes": t.notes, "head": len(t.head), "body": t.body} for t in ts]


def main():
    out = sys.argv[1]
    os.makedirs(out, exist_ok=True)
    known = {}
    with tempfile.TemporaryDirectory() as folder:
        for i, (make, producer) in enumerate([(chromium, "chromium"), (weasyprint, "weasyprint"), (office, "libreoffice"), (reportlab, "reportlab")]):
            for k in range(2):
                ts = tables(10 * i + k)
                file = f"{producer}-{k + 1}.pdf"
                make(ts, os.path.abspath(os.path.join(out, file)), folder)
                known[file] = truth(ts)
        ts = tables(50)
        sheets(ts, os.path.join(out, "sheets.xlsx"))
        known["sheets.xlsx"] = truth(ts)
        ts = tables(51)
        open(os.path.join(out, "page.html"), "w", encoding="utf8").write(web(ts, "SimSun"))
        known["page.html"] = truth(ts)
        ts = tables(52)
        document(ts, os.path.join(out, "document.docx"))
        known["document.docx"] = truth(ts)
    lines = [json.dumps(f, ensure_ascii=False) + ": " + json.dumps(ts, ensure_ascii=False, separators=(",", ":")) for f, ts in known.items()]
    open(os.path.join(out, "accounts.json"), "w", encoding="utf8").write("{\n" + ",\n".join(lines) + "\n}\n")


main()

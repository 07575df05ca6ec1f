"""Tables into files, by real producers: HTML for Chromium, WeasyPrint and wkhtmltopdf, OOXML for LibreOffice Writer and
Calc, ReportLab. A page is a list of parts: ("title", text), ("period", text), ("text", text), ("table", Table), ("break",).
Nothing of the machine (paths, names) gets into a file: browsers print without their header and footer.
"""

import html
import os
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass

WORK = os.path.join(tempfile.gettempdir(), "fuhe-samples")


@dataclass
class Look:
    """What a clerk chooses when printing."""
    font: str = "Noto Sans CJK SC"
    points: float = 9
    border: str = "0.75pt solid #000"  # "0 none" for no rules at all
    outer: str = ""            # another line around the table
    padding: str = "2pt 2pt"
    size: str = "A4"           # CSS page size: "A4", "A4 landscape", "A3"
    margin: str = "15mm 12mm"
    width: str = "100%"
    shade: str = ""            # background of heading cells
    wrap: str = "normal"       # word-break; "break-all" splits numbers in narrow columns
    fixed: bool = True         # column widths as given, or as the text wants
    keep_rows: bool = False    # rows do not break over pages
    header_rows: int = 0       # rows repeated on every page


# ---- HTML -------------------------------------------------------------------------------------------------------------

def html_table(t, look):
    total = sum(t.widths)
    out = ["<table>"]
    if look.fixed:
        out.append("<colgroup>" + "".join(f'<col style="width:{100 * w / total:.2f}%">' for w in t.widths) + "</colgroup>")
    for i, row in enumerate(t.rows):
        if look.header_rows and i == 0:
            out.append("<thead>")
        if look.header_rows and i == look.header_rows:
            out.append("</thead><tbody>")
        out.append("<tr>")
        for c in row:
            span = (f' rowspan="{c.rows}"' if c.rows > 1 else "") + (f' colspan="{c.cols}"' if c.cols > 1 else "")
            cls = {"left": "l", "right": "r"}.get(c.align, "c") + (" b" if c.bold else "")
            out.append(f'<td{span} class="{cls}">{html.escape(c.text).replace(chr(10), "<br>")}</td>')
        out.append("</tr>")
    return "\n".join(out) + ("</tbody>" if look.header_rows else "") + "</table>"


def html_page(parts, look, title):
    body = []
    for kind, *rest in parts:
        if kind == "title":
            body.append(f"<h1>{html.escape(rest[0])}</h1>")
        elif kind == "period":
            body.append(f'<p class="period">{html.escape(rest[0])}</p>')
        elif kind == "text":
            body.append(f'<p class="text">{html.escape(rest[0])}</p>')
        elif kind == "heading":
            body.append(f"<h2>{html.escape(rest[0])}</h2>")
        elif kind == "break":
            body.append('<div style="page-break-after:always"></div>')
        elif kind == "table":
            body.append(html_table(rest[0], look))
    outer = f"border:{look.outer};" if look.outer else ""
    shade = f"tr:first-child td {{background:{look.shade}}}" if look.shade else ""
    keep = "tr {page-break-inside:avoid}" if look.keep_rows else ""
    layout = "fixed" if look.fixed else "auto"
    return f"""<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{html.escape(title)}</title><style>
@page {{size:{look.size}; margin:{look.margin}}}
body {{font-family:"{look.font}"; font-size:{look.points}pt; margin:0; color:#000}}
h1 {{text-align:center; font-size:{look.points * 1.7:.1f}pt; margin:0 0 6pt}} h2 {{font-size:{look.points * 1.3:.1f}pt}}
.period {{text-align:center; margin:0 0 8pt}} .text {{text-indent:2em; line-height:1.6}}
table {{border-collapse:collapse; table-layout:{layout}; width:{look.width}; {outer} margin:0 auto 10pt}}
td {{border:{look.border}; padding:{look.padding}; word-break:{look.wrap}; word-wrap:break-word; overflow-wrap:anywhere; vertical-align:middle}}
.l {{text-align:left}} .r {{text-align:right}} .c {{text-align:center}} .b {{font-weight:bold}} {shade} {keep}
</style></head><body>{chr(10).join(body)}</body></html>"""


def run(*command):
    p = subprocess.run(command, capture_output=True, timeout=180)
    if p.returncode != 0:
        raise RuntimeError(f"{command[0]}: {p.stderr.decode('utf8', 'replace')[-400:]}")


def written_html(parts, look, title):
    os.makedirs(WORK, exist_ok=True)
    path = os.path.join(WORK, "form.html")
    with open(path, "w", encoding="utf8") as f:
        f.write(html_page(parts, look, title))
    return path


def chromium(parts, out, look=Look(), title="绩效自评表"):
    path, pdf = written_html(parts, look, title), os.path.join(WORK, "form.pdf")
    if os.path.exists(pdf):
        os.remove(pdf)
    run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
        f"--user-data-dir={WORK}/chromium", f"--print-to-pdf={pdf}", "file://" + path)
    shutil.move(pdf, out)


def weasyprint(parts, out, look=Look(), title="绩效自评表"):
    run("weasyprint", written_html(parts, look, title), out)


def wkhtmltopdf(parts, out, look=Look(), title="绩效自评表"):
    path = written_html(parts, look, title)
    landscape = ["-O", "Landscape"] if "landscape" in look.size else []
    run("wkhtmltopdf", "-q", "-s", look.size.split()[0], *landscape, "--title", title, path, out)


# ---- spreadsheets -----------------------------------------------------------------------------------------------------

NUMBER = re.compile(r"(-?\d{1,3}(?:,\d{3})+|-?\d+)(\.\d+)?(%?)")


def typed(text):
    """A figure as a spreadsheet holds it: (value, number format), or the text."""
    m = NUMBER.fullmatch(text)
    if not m or (m[1].lstrip("-").startswith("0") and len(m[1].lstrip("-")) > 1):
        return text, None
    whole = "#,##0" if "," in m[1] else "0"
    form = whole + ("." + "0" * (len(m[2]) - 1) if m[2] else "") + m[3]
    value = float((m[1] + (m[2] or "")).replace(",", ""))
    if m[3]:
        value = round(value / 100, 10)
    return (int(value) if value == int(value) and not m[2] and not m[3] else value), form


def lines_needed(text, width_points, points):
    per_line = max(1.0, (width_points - 4) / points)
    return sum(max(1, -(-sum(1.0 if ord(ch) > 0x2E80 else 0.55 for ch in line) // per_line)) for line in text.split("\n"))


def put_table(ws, t, top, look, total_points=520, as_text=lambda r, c: False, min_height=18):
    """Writes a table into a sheet from row top (1-based) on; returns the first free row."""
    from openpyxl.styles import Alignment, Border, Font, Side
    style = "thin" if "solid" in look.border else "dotted"
    if "double" in look.border:
        style = "double"
    elif re.match(r"(1\.5|2)", look.border):
        style = "medium"
    colour = (re.search(r"#([0-9a-fA-F]{3,6})", look.border) or ["", "000"])[1]
    colour = "".join(2 * ch for ch in colour) if len(colour) == 3 else colour
    side = Side(style=style, color="FF" + colour.upper())
    box = Border(left=side, right=side, top=side, bottom=side)
    points = [w * total_points / sum(t.widths) for w in t.widths]
    for i, p in enumerate(points):
        ws.column_dimensions[letter(i + 1)].width = max(p / 5.6, ws.column_dimensions[letter(i + 1)].width if top > 6 else 0)
    taken, heights = set(), {}
    for r, row in enumerate(t.rows):
        c = 0
        for cell in row:
            while (r, c) in taken:
                c += 1
            for dr in range(cell.rows):
                for dc in range(cell.cols):
                    taken.add((r + dr, c + dc))
                    if not look.border.startswith("0 "):
                        ws.cell(top + r + dr, c + dc + 1).border = box
            if cell.rows * cell.cols > 1:
                ws.merge_cells(start_row=top + r, start_column=c + 1, end_row=top + r + cell.rows - 1, end_column=c + cell.cols)
            x = ws.cell(top + r, c + 1)
            value, form = (cell.text, None) if as_text(r, c) else typed(cell.text)
            if value != "":
                x.value = value
            if form:
                x.number_format = form
            elif isinstance(value, str) and value[:1] in "=+-@" and len(value) > 1:
                x.data_type, x.quotePrefix = "s", True
            x.font = Font(name="宋体", size=look.points, bold=cell.bold)
            x.alignment = Alignment(horizontal=cell.align, vertical="center", wrap_text=True)
            need = lines_needed(cell.text, sum(points[c:c + cell.cols]), look.points) * look.points * 1.35 / cell.rows
            for dr in range(cell.rows):
                heights[r + dr] = max(heights.get(r + dr, min_height), need + 4 / cell.rows)
            c += cell.cols
    for r in range(len(t.rows)):
        ws.row_dimensions[top + r].height = min(409, heights.get(r, min_height))
    return top + len(t.rows)


def letter(n):
    from openpyxl.utils import get_column_letter
    return get_column_letter(n)


def put_sheet(ws, parts, look, **how):
    """A page into a sheet: titles as merged rows above the table."""
    from openpyxl.styles import Alignment, Font
    columns = max(len(p[1].widths) for p in parts if p[0] == "table")
    row = 1
    for kind, *rest in parts:
        if kind == "break":
            row += 2
        elif kind == "table":
            row = put_table(ws, rest[0], row, look, **how)
        else:
            ws.merge_cells(start_row=row, start_column=1, end_row=row, end_column=columns)
            x = ws.cell(row, 1, rest[0])
            big = kind == "title"
            x.font = Font(name="宋体", size=look.points * (1.7 if big else 1), bold=big)
            x.alignment = Alignment(horizontal="left" if kind in ("text", "heading") else "center", vertical="center",
                                    wrap_text=kind == "text")
            ws.row_dimensions[row].height = 28 if big else 18
            row += 1
    ws.page_setup.orientation = "landscape" if "landscape" in look.size else "portrait"
    ws.page_setup.paperSize = 8 if look.size.startswith("A3") else 9


def xlsx(sheets, out, look=Look(), fit_height=0, prepare=None, **how):
    """sheets: [(name, parts)]. fit_height 1 prints each sheet on one page, 0 on as many as it takes."""
    from openpyxl import Workbook
    wb = Workbook()
    wb.remove(wb.active)
    for name, parts in sheets:
        ws = wb.create_sheet(name)
        put_sheet(ws, parts, look, **how)
        ws.sheet_properties.pageSetUpPr.fitToPage = True
        ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = 1, fit_height
        ws.page_margins.left = ws.page_margins.right = 0.4
    if prepare:
        prepare(wb)
    wb.properties.creator = "fuhe samples"
    wb.save(out)


def office(source, out, kind="pdf"):
    """LibreOffice converts a file: Writer or Calc by what it is."""
    folder = os.path.join(WORK, "office")
    os.makedirs(folder, exist_ok=True)
    run("soffice", f"-env:UserInstallation=file://{WORK}/libreoffice", "--headless", "--convert-to", kind, "--outdir",
        folder, source)
    made = os.path.join(folder, os.path.splitext(os.path.basename(source))[0] + "." + kind.split(":")[0])
    shutil.move(made, out)


# ---- Writer -----------------------------------------------------------------------------------------------------------

def docx(parts, out, look=Look()):
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt
    d = Document()
    s = d.sections[0]
    s.page_width, s.page_height = Mm(210), Mm(297)
    if "landscape" in look.size:
        s.orientation, s.page_width, s.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    s.left_margin = s.right_margin = Mm(14)
    s.top_margin = s.bottom_margin = Mm(16)
    d.core_properties.author = "fuhe samples"
    align = {"left": WD_ALIGN_PARAGRAPH.LEFT, "right": WD_ALIGN_PARAGRAPH.RIGHT, "center": WD_ALIGN_PARAGRAPH.CENTER}
    for kind, *rest in parts:
        if kind == "table":
            docx_table(d, rest[0], look, (s.page_width - s.left_margin - s.right_margin), align)
        elif kind == "break":
            d.add_page_break()
        else:
            p = d.add_paragraph()
            p.alignment = align["left" if kind in ("text", "heading") else "center"]
            docx_run(p, rest[0], look, look.points * (1.7 if kind == "title" else 1.1), kind in ("title", "heading"))
    d.save(out)


def docx_run(p, text, look, points, bold):
    from docx.oxml.ns import qn
    from docx.shared import Pt
    r = p.add_run(text)
    r.font.size, r.font.bold, r.font.name = Pt(points), bold, look.font
    r._element.rPr.rFonts.set(qn("w:eastAsia"), look.font)
    p.paragraph_format.space_after = Pt(0)


def docx_table(d, t, look, width, align):
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    table = d.add_table(rows=len(t.rows), cols=len(t.widths))
    table.style, table.autofit = "Normal Table" if look.border.startswith("0 ") else "Table Grid", False
    unit = width / sum(t.widths)
    grid = [[None] * len(t.widths) for _ in t.rows]
    for r, row in enumerate(table.rows):
        for c, x in enumerate(row.cells):
            grid[r][c] = x
            x.width = int(t.widths[c] * unit)
        if r < look.header_rows:
            row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    taken = set()
    for r, row in enumerate(t.rows):
        c = 0
        for cell in row:
            while (r, c) in taken:
                c += 1
            for dr in range(cell.rows):
                for dc in range(cell.cols):
                    taken.add((r + dr, c + dc))
            x = grid[r][c]
            if cell.rows * cell.cols > 1:
                x = x.merge(grid[r + cell.rows - 1][c + cell.cols - 1])
            x.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
            p = x.paragraphs[0]
            p.alignment = align[cell.align]
            docx_run(p, cell.text, look, look.points, cell.bold)
            c += cell.cols
    if look.border != Look.border and not look.border.startswith("0 "):
        docx_lines(table, look, OxmlElement, qn)


def docx_lines(table, look, element, qn):
    kind = next((k for k in ("double", "dotted", "dashed") if k in look.border), "single")
    size = float(re.match(r"[\d.]+", look.border)[0])
    if kind == "double":  # a style sheet counts both lines and the gap, a document each line
        size = max(0.5, size / 3)
    colour = (re.search(r"#([0-9a-fA-F]{6})", look.border) or ["", "000000"])[1]
    b = element("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        e = element("w:" + side)
        for k, v in (("val", kind), ("sz", str(max(2, round(size * 8)))), ("space", "0"), ("color", colour)):
            e.set(qn("w:" + k), v)
        b.append(e)
    table._tbl.tblPr.append(b)


# ---- ReportLab --------------------------------------------------------------------------------------------------------

def reportlab(parts, out, look=Look(), title="绩效自评表"):
    from reportlab.lib import colors, pagesizes
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table as Drawn
    if look.font == "STSong-Light":  # not embedded: a predefined CMap, as many government systems print
        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
        name = "STSong-Light"
    else:
        pdfmetrics.registerFont(TTFont("WQY", "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc"))
        name = "WQY"
    size = pagesizes.landscape(pagesizes.A4) if "landscape" in look.size else pagesizes.A4
    doc = SimpleDocTemplate(out, pagesize=size, leftMargin=36, rightMargin=36, topMargin=40, bottomMargin=40, title=title)
    style = {a: ParagraphStyle(a, fontName=name, fontSize=look.points, leading=look.points * 1.3, alignment=n, wordWrap="CJK")
             for a, n in (("left", 0), ("center", 1), ("right", 2))}
    head = ParagraphStyle("head", fontName=name, fontSize=look.points * 1.7, leading=look.points * 2.2, alignment=1)
    story, width = [], size[0] - 72
    for kind, *rest in parts:
        if kind == "break":
            story.append(PageBreak())
        elif kind != "table":
            story += [Paragraph(html.escape(rest[0]), head if kind == "title" else style["left" if kind in ("text", "heading") else "center"]),
                      Spacer(1, 6)]
        else:
            t, taken = rest[0], set()
            cells = [[""] * len(t.widths) for _ in t.rows]
            line = float(re.match(r"[\d.]+", look.border)[0])
            colour = (re.search(r"#([0-9a-fA-F]{6})", look.border) or ["", "000000"])[1]
            grid = [("GRID", (0, 0), (-1, -1), line, colors.HexColor("#" + colour))] if line else []
            marks = grid + [("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                     ("LEFTPADDING", (0, 0), (-1, -1), 2), ("RIGHTPADDING", (0, 0), (-1, -1), 2)]
            for r, row in enumerate(t.rows):
                c = 0
                for cell in row:
                    while (r, c) in taken:
                        c += 1
                    taken |= {(r + a, c + b) for a in range(cell.rows) for b in range(cell.cols)}
                    cells[r][c] = Paragraph(html.escape(cell.text).replace("\n", "<br/>"), style[cell.align])
                    if cell.rows * cell.cols > 1:
                        marks.append(("SPAN", (c, r), (c + cell.cols - 1, r + cell.rows - 1)))
                    c += cell.cols
            story.append(Drawn(cells, colWidths=[w * width / sum(t.widths) for w in t.widths], style=marks,
                               repeatRows=look.header_rows))
            story.append(Spacer(1, 10))
    doc.build(story)

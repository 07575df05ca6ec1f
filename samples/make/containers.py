"""Invented forms as documents, web pages and old workbooks, with what such files have and paper has not.

    python3 containers.py
"""

import copy

import invented
from layouts import page
from producers import Look, WORK, docx, html_table, office, xlsx
from samples import Sample

ZEN = "WenQuanYi Zen Hei"


def tracked(document, form):
    """An older figure deleted with tracking, a hidden remark, and the title in a text box, as Word keeps them."""
    from docx import Document
    from docx.oxml import parse_xml
    names = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
             'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
             'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"')
    d = Document(document)
    cells = [c for row in d.tables[0].rows for c in row.cells]
    amount = next(c for c in cells if c.text == form["funds"][0]["executed"])
    amount.paragraphs[0]._p.insert(1, parse_xml(
        f'<w:del {names} w:id="901" w:author="fuhe samples" w:date="2024-01-01T00:00:00Z"><w:r><w:delText>77.70</w:delText></w:r></w:del>'))
    amount.paragraphs[0]._p.append(parse_xml(f'<w:r {names}><w:rPr><w:vanish/></w:rPr><w:t>（待核）</w:t></w:r>'))
    title = d.paragraphs[0]
    text = title.text
    for r in list(title.runs):
        title._p.remove(r._r)
    box = f'<w:txbxContent><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>'
    title._p.append(parse_xml(
        f'<w:r {names}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice>'
        f'<mc:Fallback><w:pict><v:shape style="width:400pt;height:30pt"><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>'))
    d.save(document)


def word_document():
    f = invented.form(41, "D1", ["fund-sum"])
    s = Sample("word-document")
    path = s.file("form.docx", "python-docx", f)
    docx(page(f[0]), path, Look(font=ZEN))
    office(path, s.file("writer.docx", "LibreOffice Writer", f), "docx")
    tracked(path, f[0])
    s.close()


def web_page():
    """A page in GBK: navigation and a table that lays it out around the form, a second copy that is hidden."""
    f = invented.form(42, "V1w", ["total-score"])
    s = Sample("web-page")
    parts = page(f[0])
    table = next(rest[0] for kind, *rest in parts if kind == "table")
    lines = "".join(f"<p align=center>{rest[0]}</p>" for kind, *rest in parts if kind != "table")
    stale = html_table(copy.deepcopy(table), Look()).replace("100", "99")
    with open(s.file("page.html", "a web site", f), "w", encoding="gbk", newline="\n") as out:
        out.write(f"""<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>信息公开</title>
<style>td {{border:1px solid #000}} .phone {{display:none}}</style>
<script>document.write("<table><tr><td>x</td></tr></table>");</script></head><body>
<nav><ul><li><a href="/">首页</a></li><li><a href="/gk">政府信息公开</a></li></ul></nav>
<table width="100%"><tr><td>您现在的位置：首页 &gt; 预决算公开</td><td>2024-08-20</td></tr>
<tr><td colspan=2><div class="TRS_Editor">{lines}{html_table(table, Look())}</div><div class="phone">{stale}</div></td></tr></table>
<footer>主办：县政府办公室　网站标识码：5100000000</footer></body></html>
""")
    source = WORK + "/form.xlsx"
    xlsx([("自评表", parts)], source)
    office(source, s.file("calc.html", "LibreOffice Calc", f), "html")
    s.close()


def old_workbook():
    """What the sheet shows is formats on stored figures; last year's form lies on a hidden sheet."""
    now, last = invented.form(43, "V1", ["exec-score"]), invented.form(44, "V1")
    s = Sample("old-workbook")
    source = WORK + "/form.xlsx"

    def hide(wb):
        wb["上年"].sheet_state = "hidden"
        wb.active = 1
    xlsx([("上年", page(last[0])), ("自评表", page(now[0]))], source, prepare=hide)
    office(source, s.file("form.xls", "LibreOffice Calc", now, last), "xls")
    s.close()


def main():
    for make in (word_document, web_page, old_workbook):
        make()
        print(make.__name__)


if __name__ == "__main__":
    main()

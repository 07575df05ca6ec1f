"""Writes a PDF as OFD (GB/T 33190): rules in a template page, texts with tight boundaries, a scale and steps "g n v".

    pip install pdfplumber
    python3 ofd.py IN.pdf OUT.ofd
"""
import html
import sys
import zipfile

import pdfplumber

MM = 25.4 / 72
SCALE = 0.3528  # texts are written in points of their own, as some programs do
SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
ids = iter(range(1000, 10**9))


def num(x):
    return f"{x:.4f}".rstrip("0").rstrip(".")


def steps(values):
    """Equal steps in a row as g n v."""
    out, i = [], 0
    while i < len(values):
        j = i
        while j < len(values) and values[j] == values[i]:
            j += 1
        out += [f"g {j - i} {values[i]}"] if j - i > 2 else values[i:j]
        i = j
    return " ".join(out)


def rule(x0, y0, x1, y1, attrs, data):
    return (f'<ofd:PathObject ID="{next(ids)}" Boundary="{num(x0)} {num(y0)} {num(max(x1 - x0, 0.01))} {num(max(y1 - y0, 0.01))}" {attrs}>'
            f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>")


def rules(page):
    for l in page.lines:
        x0, y0, x1, y1 = (v * MM for v in (l["x0"], l["top"], l["x1"], l["bottom"]))
        yield rule(x0, y0, x1, y1, f'LineWidth="{num((l["linewidth"] or 0.5) * MM)}"', f"M 0 0 L {num(x1 - x0)} {num(y1 - y0)}")
    for r in page.rects:
        x0, y0, x1, y1 = (v * MM for v in (r["x0"], r["top"], r["x1"], r["bottom"]))
        w, h = num(x1 - x0), num(y1 - y0)
        attrs = f'Fill="{str(bool(r["fill"])).lower()}" Stroke="{str(bool(r["stroke"])).lower()}" LineWidth="{num((r["linewidth"] or 0.5) * MM)}"'
        yield rule(x0, y0, x1, y1, attrs, f"M 0 0 L {w} 0 L {w} {h} L 0 {h} C")


def texts(page):
    chars = [c for c in page.chars if c["upright"]]
    i = 0
    while i < len(chars):
        j = i + 1
        while (j < len(chars) and abs(chars[j]["bottom"] - chars[i]["bottom"]) < 0.05 and chars[j]["size"] == chars[i]["size"]
               and abs(chars[j]["x0"] - chars[j - 1]["x1"]) < 0.3 * chars[i]["size"]):
            j += 1
        piece = chars[i:j]
        size, x, x1 = piece[0]["size"] * MM, piece[0]["x0"] * MM, piece[-1]["x1"] * MM
        base = (float(page.height) - piece[0]["matrix"][5]) * MM
        top = base - 0.9 * size
        delta = steps([num((b["x0"] - a["x0"]) * MM / SCALE) for a, b in zip(piece, piece[1:])])
        yield (f'<ofd:TextObject ID="{next(ids)}" Boundary="{num(x)} {num(top)} {num(x1 - x)} {num(1.15 * size)}" CTM="{SCALE} 0 0 {SCALE} 0 0" Font="1" Size="{num(size / SCALE)}">'
               f'<ofd:TextCode X="0" Y="{num((base - top) / SCALE)}"' + (f' DeltaX="{delta}"' if delta else "") + f'>{html.escape("".join(c["text"] for c in piece))}</ofd:TextCode></ofd:TextObject>')
        i = j


def write(source, out):
    pages, templates = [], []
    with pdfplumber.open(source) as pdf, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:

        def put(name, text):
            z.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), '<?xml version="1.0" encoding="UTF-8"?>' + text, zipfile.ZIP_DEFLATED)

        put("OFD.xml", f'<ofd:OFD {SPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>')
        for n, page in enumerate(pdf.pages):
            area = f"<ofd:Area><ofd:PhysicalBox>0 0 {num(float(page.width) * MM)} {num(float(page.height) * MM)}</ofd:PhysicalBox></ofd:Area>"
            put(f"Doc_0/Tpls/Tpl_{n}/Content.xml", f'<ofd:Page {SPACE}>{area}<ofd:Content><ofd:Layer ID="2">{"".join(rules(page))}</ofd:Layer></ofd:Content></ofd:Page>')
            put(f"Doc_0/Pages/Page_{n}/Content.xml", f'<ofd:Page {SPACE}>{area}<ofd:Template TemplateID="{500 + n}" ZOrder="Background"/><ofd:Content><ofd:Layer ID="3">{"".join(texts(page))}</ofd:Layer></ofd:Content></ofd:Page>')
            templates.append(f'<ofd:TemplatePage ID="{500 + n}" BaseLoc="Tpls/Tpl_{n}/Content.xml"/>')
            pages.append(f'<ofd:Page ID="{n + 1}" BaseLoc="Pages/Page_{n}/Content.xml"/>')
        put("Doc_0/PublicRes.xml", f'<ofd:Res {SPACE} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="1" FontName="SimSun" FamilyName="SimSun"/></ofd:Fonts></ofd:Res>')
        put("Doc_0/Document.xml", f'<ofd:Document {SPACE}><ofd:CommonData><ofd:MaxUnitID>99999</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>'
            f'<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>{"".join(templates)}</ofd:CommonData><ofd:Pages>{"".join(pages)}</ofd:Pages></ofd:Document>')


if __name__ == "__main__":
    write(sys.argv[1], sys.argv[2])

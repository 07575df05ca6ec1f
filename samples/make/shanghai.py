"""samples/shanghai-2021: one published form in every file kind, and its truth.

    python3 shanghai.py

The figures below are typed from shanghai-2021.txt, the form as it was published; only the two long goals are cut out of it.
"""

import json
import os
import re

from layouts import national, truth
from producers import Look, chromium, docx, office, reportlab, weasyprint, wkhtmltopdf, xlsx, WORK

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "shanghai-2021")


def goals():
    """The goals as a reader sees them: the tags gone, the part of the expected goal that the page break cut off joined on."""
    lines = open(os.path.join(HERE, "shanghai-2021.txt"), encoding="utf8").read().split("\n")
    k = next(i for i, line in enumerate(lines) if "<p>" in line)
    expected, actual = re.findall(r"<p>(.*?)</p>", lines[k])
    rest = next(line for line in lines[k + 1:] if line.strip())
    assert rest.startswith("技术与全国各地") and expected.endswith("逐步实现上海新能源")
    return expected + rest.strip(), actual


EXPECTED, ACTUAL = goals()
REASON = "因为疫情的影响，成果推广活动由线下改为线上或者是被取消，同时本着厉行节约的原则，相关费用使用减少"
FORM = {
    "variant": "V1", "title": "财政项目支出绩效自评表", "period": "（2021年度）", "year": "2021", "unit": "元",
    "project": "新能源产业推进（2021）年", "department": "上海市科学技术委员会",
    "implementer": "上海新能源科技成果转化与产业促进中心",
    "funds": [
        {"name": "年度资金总额", "initial_budget": "530000.00", "adjusted_budget": "412907.00", "executed": "147,663.64",
         "weight": "10", "execution_rate": "35.77%", "score": "3.58"},
        {"name": "其中：当年财政拨款", "initial_budget": "530000", "adjusted_budget": "412907", "executed": "147,663.64", "weight": "—"},
        {"name": "上年结转资金", "initial_budget": "0", "adjusted_budget": "0", "executed": "0.00", "weight": "—"},
        {"name": "其他资金", "initial_budget": "0", "adjusted_budget": "0", "executed": "0.00", "weight": "—"},
    ],
    "words": {"expected": "预算目标"},
    "expected": EXPECTED, "actual": ACTUAL,
    "indicators": [dict(zip(("level1", "level2", "name", "target", "actual", "weight", "score", "deviation"), x)) for x in (
        ("产出指标", "数量指标", "预算执行率", "≥80%", "35.76%", "10", "3.58", REASON),
        ("产出指标", "质量指标", "组织会议调研推广活动次数", "≥20次", ">20次", "10", "10", ""),
        ("产出指标", "质量指标", "形成的工作报告和专报篇数", "≥12篇", ">12篇", "10", "10", ""),
        ("产出指标", "时效指标", "工作开展和信息公开实施率", "≥80%", ">80%", "20", "20", ""),
        ("效益指标", "社会效益指标", "政策指南制度知晓度", "≥80%", "", "20", "20", ""),
        ("效益指标", "可持续影响指标", "项目的可持续性", "≥80%", "", "10", "10", ""),
        ("满意度指标", "服务对象满意度指标", "服务对象的满意度", "≥80%", "", "10", "10", ""),
    )],
    "total": {"weight": "100", "score": "87.16"},
}
ERRORS = [
    {"kind": "rate-ceiling", "fields": ["/funds/0/execution_rate"], "correct": "35.76%", "level": "error", "cause": "rounded-up"},
    {"kind": "printed-twice", "fields": ["/funds/0/execution_rate", "/indicators/0/actual"], "correct": None, "level": "error"},
] + [{"kind": "missing-actual", "fields": [f"/indicators/{i}/score", f"/indicators/{i}/actual"], "correct": None, "level": "warning"}
     for i in (4, 5, 6)]


def page(**how):
    return [("title", FORM["title"]), ("period", FORM["period"]), ("table", national(FORM, **how))]


def markdown():
    """The table with pipes: a covered place is an empty cell."""
    t, lines, taken = national(FORM), [], set()
    for r, row in enumerate(t.rows):
        line, c = [""] * 9, 0
        for cell in row:
            while (r, c) in taken:
                c += 1
            taken |= {(r + a, c + b) for a in range(cell.rows) for b in range(cell.cols)}
            line[c] = cell.text.replace("\n", "<br>")
            c += cell.cols
        lines.append("| " + " | ".join(line) + " |")
        if r == 0:
            lines.append("|" + " --- |" * 9)
    return f"# {FORM['title']}\n\n{FORM['period']}\n\n" + "\n".join(lines) + "\n"


def main():
    made = {}

    def out(name, producer):
        made[name] = producer
        return os.path.join(HERE, name)

    made["shanghai-2021.txt"] = "the published text"
    with open(out("shanghai-2021.md", "hand"), "w", encoding="utf8") as f:
        f.write(markdown())
    wide = [9, 10, 12, 22, 14, 14, 7, 8, 24]
    # Goals merged over four rows: a row of a spreadsheet cannot be high enough for them.
    xlsx([("自评表", page(split_goal_rows=4))], out("shanghai-2021.xlsx", "openpyxl"), Look(points=10), fit_height=1)
    office(os.path.join(HERE, "shanghai-2021.xlsx"), out("calc-one-page.pdf", "LibreOffice Calc"))
    source = os.path.join(WORK, "shanghai-2021.docx")
    docx(page(widths=wide), source, Look(font="WenQuanYi Zen Hei", points=9))
    office(source, out("writer.pdf", "LibreOffice Writer"))
    chromium(page(widths=wide), out("chromium.pdf", "Chromium"), Look(font="AR PL UMing CN", points=9), FORM["title"])
    chromium(page(), out("chromium-landscape.pdf", "Chromium"), Look(points=7, size="A4 landscape", margin="8mm 8mm",
             border="1px solid #999"), FORM["title"])
    weasyprint(page(), out("weasyprint.pdf", "WeasyPrint"), Look(font="WenQuanYi Zen Hei", points=9), FORM["title"])
    wkhtmltopdf(page(), out("wkhtmltopdf.pdf", "wkhtmltopdf"), Look(font="WenQuanYi Zen Hei", points=9, border="1px solid #000"),
                FORM["title"])
    # ReportLab cannot break a row over pages: small letters.
    reportlab(page(widths=wide), out("reportlab.pdf", "ReportLab"), Look(points=6.5, size="A4 landscape"), FORM["title"])
    entry = truth(FORM, ERRORS)
    with open(os.path.join(HERE, "truth.json"), "w", encoding="utf8") as f:
        json.dump([{"file": n, "producer": p, "forms": [entry]} for n, p in made.items()], f, ensure_ascii=False, indent=1)
        f.write("\n")


if __name__ == "__main__":
    main()

"""Published forms typed from what was legible of them, as a spreadsheet and as a print.

    python3 published.py [published-school]

Amounts, rates, targets, actual values, weights and scores are as published, their slips included. What could not be read
(departments, second-level headings, goals, two totals) is filled in with words that claim nothing; see samples/README.md.
"""

import sys

from layouts import page
from producers import Look, chromium, docx, office, weasyprint, wkhtmltopdf, xlsx, WORK
from samples import Sample

KEYS = ("level1", "level2", "name", "target", "actual", "weight", "score", "deviation")
OUT, BENEFIT, SATISFIED = "产出指标", "效益指标", "满意度指标"


def rows(*lines):
    return [dict(zip(KEYS, x + ("",) * (len(KEYS) - len(x)))) for x in lines]


def unused(level1, level2, name):
    """A row of the template that nobody filled: printed, and no indicator."""
    return [{**x, "unused": True} for x in rows((level1, level2, name, "", "", "", "", ""))]


def filled(level1, level2, name, reason):
    """A second-level heading with one row of ten points that is met, and the rows of the template below it."""
    return rows((level1, level2, name, "100", "100", "10", "10", reason)) + unused(level1, level2, "指标2") + unused(level1, level2, "……")


def fund(name, *figures):
    return dict(zip(("name", "initial_budget", "adjusted_budget", "executed", "weight", "execution_rate", "score"), (name,) + figures))


# 215457.6 ÷ 250000 = 86.18304 %, printed 86.19 %: the second form of that city where the rate is rounded up.
SPORTS = ({
    "variant": "V1", "title": "财政项目支出绩效自评表", "period": "（2022年度）", "year": "2022", "unit": "元",
    "project": "普陀体育中心与委托运营方结算费用", "department": "区体育局", "implementer": "区体育场馆管理中心",
    "funds": [fund("年度资金总额", "250000", "250000", "215457.6", "10", "86.19%", "8.62"),
              fund("其中：当年财政拨款", "250000", "250000", "215457.6", "—"), fund("上年结转资金", "0", "0", "", "—"),
              fund("其他资金", "0", "0", "", "—")],
    "words": {"expected": "预算目标"}, "expected": "按合同完成与委托运营方的年度费用结算。", "actual": "已按合同完成年度费用结算。",
    "indicators": rows((OUT, "数量指标", "与委托运营方结算完成率", "=100%", "100%", "10", "10"),
                       (OUT, "质量指标", "合同结算条款完成率", "=100%", "100%", "20", "20"),
                       (OUT, "时效指标", "费用结算及时性", "及时", "及时", "20", "20"),
                       (BENEFIT, "社会效益指标", "与委托运营方合同完成率", "=100%", "100%", "30", "30"),
                       (SATISFIED, "服务对象满意度指标", "场馆开放满意度", ">=90%", "100%", "10", "10")),
    "total": {"weight": "100", "score": "98.62"},
}, [{"kind": "rate-ceiling", "fields": ["/funds/0/execution_rate"], "correct": "86.18%", "level": "error", "cause": "rounded-up"}])

# Scores and the rate are printed as integers: 8.62 → 9 and 86.20 % → 86 % are right. The missed target has its reason.
SCHOOL = ({
    "variant": "V1", "title": "项目支出绩效自评表", "period": "（2019年度）", "year": "2019", "unit": "万元",
    "project": "办公宿舍楼、食堂及餐厅暖通改造经费", "department": "廊坊市发改委", "implementer": "廊坊市食品工程学校",
    "funds": [fund("年度资金总额", "43.2", "43.2", "37.24", "10", "86%", "9"), fund("其中：当年财政拨款", "43.2", "43.2", "37.24", "", "", ""),
              fund("上年结转资金", "", "", "", "", "", ""), fund("其他资金", "", "", "", "", "", "")],
    "expected": "43.2", "actual": "37.24",
    "indicators": rows((OUT, "数量指标", "指标1工程资金金额", "43.2", "37.24", "10", "9", "已完工，剩余3%尾款未付，且最高限价低于预算金额。提高预算准确度。"))
                  + unused(OUT, "数量指标", "指标2") + unused(OUT, "数量指标", "……")
                  + rows((OUT, "质量指标", "指标1工程完工率", "100", "100", "10", "10"), (OUT, "质量指标", "指标2工程验收合格率", "100", "100", "10", "10")) + unused(OUT, "质量指标", "……")
                  + filled(OUT, "时效指标", "指标1项目完成及时率", "") + filled(OUT, "成本指标", "指标1成本控制率", "")
                  + filled(BENEFIT, "经济效益指标", "指标1安全率", "0") + filled(BENEFIT, "社会效益指标", "指标1学校发展能力", "0")
                  + unused(BENEFIT, "生态效益指标", "指标1") + unused(BENEFIT, "生态效益指标", "指标2") + unused(BENEFIT, "生态效益指标", "……")
                  + filled(BENEFIT, "可持续影响指标", "指标1长期使用性", "") + filled(SATISFIED, "服务对象满意度指标", "指标1学生满意度", "0"),
    "total": {"weight": "100", "score": "98"},
}, [])

# The annual total is 0 while its source is filled: the 10 points for spending are lost by it.
VILLAGE = ({
    "variant": "V1w", "title": "项目支出绩效自评表", "period": "（2022年度）", "year": "2022", "unit": "万元",
    "project": "委托业务项目", "department": "镇人民政府", "implementer": "镇人民政府",
    "points": {OUT: "50", BENEFIT: "30", SATISFIED: "10"},
    "funds": [fund("年度资金总额：", "0", "0", "0", "10", "0", "0"), fund("其中：本年财政拨款", "90", "89.974", "89.974", "—", "", "—"),
              fund("上年结转资金", "", "", "", "—", "", "—"), fund("其他资金", "", "", "", "—", "", "—")],
    "expected": "完成基建工程委托业务，规范建设程序。", "actual": "达成预期指标。",
    "indicators": rows((OUT, "数量指标", "基建工程委托业务项目数量", "≥50个", "50", "8", "8"), (OUT, "质量指标", "委托业务报告合格率", "≥100百分比", "100", "8", "8"),
                       (OUT, "质量指标", "经费支出合规性", "严格执行相关制度规定", "达成预期指标", "8", "8"),
                       (OUT, "时效指标", "提交报告及时性", "在项目计划完成时间内完成", "达成预期指标", "8", "8"),
                       (OUT, "成本指标", "项目总成本", "≤90万元", "90", "8", "8"), (OUT, "成本指标", "单项业务成本", "符合相关规定", "达成预期指标", "10", "10"),
                       (BENEFIT, "经济效益指标", "对维护基建市场公平的影响程度", "效果明显", "达成预期指标", "10", "10"),
                       (BENEFIT, "社会效益指标", "对控制基建项目成本影响程度", "效果明显", "达成预期指标", "10", "10"),
                       (BENEFIT, "可持续影响指标", "对基建管理的持续性影响", "效果明显", "达成预期指标", "10", "10"),
                       (SATISFIED, "服务对象满意度指标", "服务对象满意度", "≥90百分比", "90", "10", "10")),
    "total": {"weight": "100", "score": "90"},
}, [{"kind": "blank-total", "fields": [f"/funds/0/{k}" for k in ("name", "initial_budget", "adjusted_budget", "executed", "execution_rate", "score")],
     "correct": None, "level": "error"}])

# Six of nine indicators have neither target nor actual value, and all their points.
FLOOD = ({
    "variant": "V1w", "title": "项目支出绩效自评表", "period": "（2022年度）", "year": "2022", "unit": "万元",
    "project": "水旱灾害防御经费", "department": "市水利局", "implementer": "水旱灾害防御股",
    "points": {OUT: "50", BENEFIT: "30", SATISFIED: "10"},
    "words": {"adjusted": "全年预算数（A）", "executed": "全年执行数（B）", "rate": "执行率（B/A）"},
    "funds": [fund("年度资金总额：", "880", "880", "880", "10", "", "10"), fund("其中：本年财政拨款", "880", "880", "880", "—", "", "—"),
              fund("上年结转资金", "", "", "", "—", "", "—"), fund("其他资金", "", "", "", "—", "", "—")],
    "expected": "保障全市安全度汛。", "actual": "全市安全度汛。",
    "indicators": rows((OUT, "数量指标", "完成中型灌区节水改造项目数量", "1", "1", "10", "10"), (OUT, "数量指标", "完成农业综合水价改革项目", "1", "1", "10", "10"),
                       (OUT, "质量指标", "工程质量合格", "", "", "10", "10"), (OUT, "时效指标", "年度资金支付完成率100%", "", "", "10", "10"),
                       (OUT, "成本指标", "资金执行在预算范围内", "", "", "10", "10"), (BENEFIT, "经济效益指标", "全市安全度汛", "", "", "10", "10"),
                       (BENEFIT, "社会效益指标", "全市人口财产不受损失", "", "", "10", "10"), (BENEFIT, "可持续影响指标", "已建工程良性运行", "", "", "10", "10"),
                       (SATISFIED, "服务对象满意度指标", "服务对象满意度", "90%", "100%", "10", "10")),
    "total": {"weight": "100", "score": "100"},
    "footnote": "注：1.一级指标分值统一设置为：产出指标50分、效益指标30分、满意度指标10分，预算执行率10分。2.得分最多不超过该指标的分值。",
    "footnote_in_table": True,
}, [{"kind": "missing-actual", "fields": [f"/indicators/{i}/{k}" for k in ("score", "actual", "target")], "correct": None, "level": "warning"}
    for i in range(2, 8)])


def split(form, lines):
    """Indicators of a layout that prints sign, value and unit of the target apart."""
    out = []
    for level1, level2, name, sign, amount, of, actual, weight, score in lines:
        target = {"定性": "", "═": "="}.get(sign, sign) + amount + of
        out.append({"level1": level1, "level2": level2, "name": name, "sign": sign, "amount": amount, "of": of, "target": target,
                    "actual": actual, "weight": weight, "score": score, "deviation": ""})
    form["indicators"] = out
    return form


# No initial budget printed: two amounts stand in three columns. A target of 98 % against 100 % and one met target lost
# points without a reason. The signs are ≧ and ═.
MEALS = (split({
    "variant": "V3", "title": "项目支出绩效自评表", "period": "（2022年度）", "year": "2022", "unit": "元",
    "project": "义务教育营养改善计划专项资金", "department": "县教育体育局", "implementer": "初级中学",
    "funds": [fund("年度资金总额", "", "387664.62", "387664.62", "10", "100%", "10"), fund("其中：当年财政拨款", "", "387664.62", "387664.62", "—", "", "—"),
              fund("上年结转资金", "", "", "", "—", "", "—"), fund("其他资金", "", "", "", "—", "", "—")],
    "expected": "落实营养改善计划。", "actual": "已落实营养改善计划。", "total": {"weight": "100", "score": "96", "grade": "优"},
}, [(OUT, "数量指标", "学生受资助人数", "≧", "735", "人次", "735", "10", "10"), (OUT, "数量指标", "营养改善计划覆盖率", "≧", "100", "%", "100%", "10", "10"),
    (OUT, "时效指标", "资金到位及时率", "≧", "100", "%", "100%", "10", "7"), (OUT, "成本指标", "生均补助标准达标率", "═", "100", "%", "100%", "10", "10"),
    (OUT, "质量指标", "减轻贫困学生家庭经济负担", "定性", "有效", "", "有效", "10", "10"),
    (BENEFIT, "社会效益指标", "政策知晓率", "═", "100", "%", "98%", "10", "9"), (BENEFIT, "可持续影响指标", "促进学校教育事业健康发展", "≧", "100", "%", "100%", "10", "10"),
    (SATISFIED, "服务对象满意度指标", "学生满意度", "≧", "95", "%", "100%", "10", "10"), (SATISFIED, "服务对象满意度指标", "家长满意度", "≧", "95", "%", "100%", "10", "10")]),
    [{"kind": "no-reason", "fields": ["/indicators/2/score", "/indicators/2/deviation"], "correct": None, "level": "warning"},
     {"kind": "no-reason", "fields": ["/indicators/5/score", "/indicators/5/deviation"], "correct": None, "level": "warning"}])

# 47.68 ÷ 50 = 95.36 %, printed 95.00 %, and once more for its source. The form has no points.
LOTTERY = ({
    "variant": "T1", "title": "项目支出自评表", "period": "（2023年度）", "year": "2023", "unit": "万元",
    "project": "彩票市场调控资金", "department": "自治区民政厅", "implementer": "福利彩票发行中心",
    "funds": [{"name": "年度资金总额", "adjusted_budget": "50", "executed": "47.68", "execution_rate": "95.00%"},
              {"name": "其中：中央财政补助", "adjusted_budget": "50", "executed": "47.68", "execution_rate": "95.00%"}],
    "expected": "完成应用程序升级。", "actual": "已完成应用程序升级。",
    "indicators": [{k: v for k, v in x.items() if k not in ("weight", "score")} for x in rows(
        (OUT, "数量指标", "升级应用程序数量", "≥1个", "1个"), (OUT, "质量指标", "验收合格率", "100%", "100%"),
        (SATISFIED, "服务对象满意度指标", "用户满意度", "≥90%", "95%"))],
    "total": {},
}, [{"kind": "rate-integer", "fields": [f"/funds/{i}/execution_rate"], "correct": "95.36%", "level": "error"} for i in (0, 1)])


def main(only=None):
    zen, ming = "WenQuanYi Zen Hei", "AR PL UMing CN"
    for name, form, write in (
        ("published-sports-centre", SPORTS, lambda p, o: wkhtmltopdf(p, o, Look(font=zen), SPORTS[0]["title"])),
        ("published-school", SCHOOL, lambda p, o: weasyprint(p, o, Look(font=zen, border="0.5pt solid #000"), SCHOOL[0]["title"])),
        ("published-village", VILLAGE, lambda p, o: chromium(p, o, Look(font=ming, points=8.5), VILLAGE[0]["title"])),
        ("published-flood-defence", FLOOD, None),
        ("published-school-meals", MEALS, lambda p, o: weasyprint(p, o, Look(font=zen, size="A4 landscape"), MEALS[0]["title"])),
        ("published-lottery", LOTTERY, lambda p, o: wkhtmltopdf(p, o, Look(font=zen), LOTTERY[0]["title"])),
    ):
        if only and name != only:
            continue
        s, parts = Sample(name), page(form[0])
        xlsx([("自评表", parts)], s.file("form.xlsx", "openpyxl", form), Look(points=10))
        if write:
            producer = {"published-village": "Chromium", "published-school": "WeasyPrint", "published-school-meals": "WeasyPrint"}
            write(parts, s.file("form.pdf", producer.get(name, "wkhtmltopdf"), form))
        else:
            source = WORK + "/form.docx"
            docx(parts, source, Look(font=zen, points=9))
            office(source, s.file("form.pdf", "LibreOffice Writer", form))
        s.close()


if __name__ == "__main__":
    main(*sys.argv[1:2])

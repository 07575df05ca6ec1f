"""Forms as tables: a form record in, a table of cells with spans out, and the truth about it.

A record is a dict: variant, title, period, year, unit, project, department, implementer, funds[], expected, actual,
indicators[], total. What a form does not print is absent; what it prints blank is "". The truth is taken from the record,
never from a file made of it. How a table is drawn is no matter of this file (see producers.py).
"""

from dataclasses import dataclass, field


@dataclass
class Cell:
    text: str
    cols: int = 1
    rows: int = 1
    align: str = "center"  # left, center, right
    bold: bool = False


@dataclass
class Table:
    widths: list  # of the columns, in any unit: only their ratio counts
    rows: list = field(default_factory=list)  # lists of Cell; a place covered by a span from above has no Cell

    def row(self, *cells):
        self.rows.append([c if isinstance(c, Cell) else Cell(c) for c in cells])


def at(cells, n):
    """Cells of a row that follow each other, one column each, centred."""
    return [Cell(c) for c in cells][:n]


# ---- words that differ between forms of one layout -----------------------------------------------------------------

WORDS = {
    "project": "项目名称", "department": "主管部门", "implementer": "实施单位",
    "money": "项目资金\n（{unit}）", "initial": "年初预算数", "adjusted": "全年预算数", "executed": "全年执行数",
    "fund_weight": "分值", "rate": "执行率", "fund_score": "得分",
    "goals": "年度总体目标", "expected": "预期目标", "done": "实际完成情况",
    "block": "绩效指标", "level1": "一级指标", "level2": "二级指标", "name": "三级指标",
    "target": "年度指标值", "actual": "实际完成值", "weight": "分值", "score": "得分",
    "deviation": "偏差原因分析及改进措施", "total": "总分",
}


def words(form):
    w = dict(WORDS)
    w.update(form.get("words", {}))
    w["money"] = w["money"].format(unit=form["unit"])
    return w


def spans(indicators, key, above=None):
    """How many rows each merged cell covers: {first row: count}, a new one where the value (or the one above) changes."""
    out, start = {}, None
    for i, x in enumerate(indicators):
        same = start is not None and x[key] == indicators[start][key] and x[key] != "" \
            and (above is None or x[above] == indicators[start][above])
        if same:
            out[start] += 1
        else:
            start, out[i] = i, 1
    return out


def level1_text(form, name):
    points = form.get("points", {}).get(name)
    return f"{name}（{points}分）" if points else name


# ---- V1, V1w, D1: the national layouts ------------------------------------------------------------------------------

def national(form, widths=None, blank_rows=(), title_in_table=False, split_goal_rows=1, goal_label_rows=True):
    """财政项目支出绩效自评表 and 部门整体支出: nine columns, 分值 before 执行率, total in the last row."""
    w, t = words(form), Table(widths or [10, 12, 13, 22, 15, 15, 8, 9, 24])
    if title_in_table:
        t.row(Cell(form["title"], cols=9, bold=True))
        t.row(Cell(form["period"], cols=9))
    if form["variant"].startswith("D"):
        t.row(Cell(w["department"], cols=2), Cell(form["department"], cols=7))
    else:
        t.row(Cell(w["project"], cols=2), Cell(form["project"], cols=7))
        t.row(Cell(w["department"], cols=2), Cell(form["department"], cols=2), Cell(w["implementer"]),
              Cell(form["implementer"], cols=4))
    if "head" in blank_rows:
        t.row(*at([""] * 9, 9))
    t.row(Cell(w["money"], rows=1 + len(form["funds"])), Cell("", cols=2), w["initial"], w["adjusted"], w["executed"],
          w["fund_weight"], w["rate"], w["fund_score"])
    for f in form["funds"]:
        t.row(Cell(f["name"], cols=2, align="left"), *[Cell(f.get(k, ""), align="right") for k in
              ("initial_budget", "adjusted_budget", "executed")], *[Cell(f.get(k, "")) for k in ("weight", "execution_rate", "score")])
    if "expected" in form:
        n = split_goal_rows
        t.row(Cell(w["goals"], rows=1 + n), Cell(w["expected"], cols=4), Cell(w["done"], cols=4))
        t.row(Cell(form["expected"], cols=4, rows=n, align="left"), Cell(form["actual"], cols=4, rows=n, align="left"))
        for _ in range(n - 1):
            t.row()
    if "middle" in blank_rows:
        t.row(*at([""] * 9, 9))
    rows, l1, l2 = form["indicators"], spans(form["indicators"], "level1"), spans(form["indicators"], "level2", "level1")
    t.row(Cell(w["block"], rows=1 + len(rows)), w["level1"], w["level2"], w["name"], w["target"], w["actual"], w["weight"],
          w["score"], w["deviation"])
    for i, x in enumerate(rows):
        line = []
        if i in l1:
            line.append(Cell(level1_text(form, x["level1"]), rows=l1[i]))
        if i in l2:
            line.append(Cell(x["level2"], rows=l2[i]))
        line += [Cell(x["name"], align="left"), Cell(x["target"]), Cell(x["actual"]), Cell(x["weight"]), Cell(x["score"]),
                 Cell(x.get("deviation", ""), align="left")]
        t.row(*line)
    total = form["total"]
    t.row(Cell(w["total"], cols=6), total.get("weight", ""), total.get("score", ""), total.get("note", ""))
    if form.get("footnote") and form.get("footnote_in_table"):
        t.row(Cell(form["footnote"], cols=9, align="left"))
    return t


# ---- truth ------------------------------------------------------------------------------------------------------------

FUND = ("name", "initial_budget", "adjusted_budget", "executed", "weight", "execution_rate", "score")
INDICATOR = ("level1", "level2", "name", "target", "actual", "weight", "score", "deviation")


def truth(form, errors=()):
    """The form as field path → text, in the shape the scorer takes."""
    text = {}
    unprinted = {"V4": ("implementer", "level1", "level2")}.get(form["variant"], ())
    for k in ("project", "department", "implementer"):
        if k in form and k not in unprinted:
            text["/" + k] = form[k]
    for i, f in enumerate(form["funds"]):
        for k in FUND:
            if f.get(k, "") != "":
                text[f"/funds/{i}/{k}"] = f[k]
    if "expected" in form:
        text["/goals/expected"], text["/goals/actual"] = form["expected"], form["actual"]
    for i, x in enumerate(x for x in form["indicators"] if not x.get("unused")):
        for k in INDICATOR:
            if k in x and k not in unprinted:
                text[f"/indicators/{i}/{k}"] = x[k]
    for k in ("weight", "score", "grade"):
        if form["total"].get(k, "") != "":
            text[f"/total/{k}"] = form["total"][k]
    return {"variant": form["variant"], "year": form["year"], "currency": form["unit"], "text": text, "errors": list(errors)}


# ---- other layouts ----------------------------------------------------------------------------------------------------

def goal_block(t, label, expected, done, form, left, right):
    t.row(Cell(label, rows=2), Cell(expected, cols=left), Cell(done, cols=right))
    t.row(Cell(form["expected"], cols=left, align="left"), Cell(form["actual"], cols=right, align="left"))


def amounts(f, *keys):
    return [Cell(f.get(k, ""), align="right" if k in ("initial_budget", "adjusted_budget", "executed") else "center") for k in keys]


def tree(t, form, columns, block=None):
    """The indicator rows: merged first and second level, then the given columns of each row."""
    rows, l1, l2 = form["indicators"], spans(form["indicators"], "level1"), spans(form["indicators"], "level2", "level1")
    for i, x in enumerate(rows):
        line = [block] if block and i == 0 else []
        if i in l1:
            line.append(Cell(level1_text(form, x["level1"]), rows=l1[i]))
        if i in l2:
            line.append(Cell(x["level2"], rows=l2[i]))
        t.row(*line, *[Cell(x.get(k, ""), align="left" if k in ("name", "deviation") else "center") for k in columns])


def sichuan(form):
    """V2: goals before the money, weight behind the rate, the target in three columns."""
    t = Table([7, 9, 10, 15, 10, 10, 10, 10, 8, 8, 18])
    t.row(Cell("项目名称", cols=2), Cell(form["project"], cols=9))
    t.row(Cell("主管部门", cols=2), Cell(form["department"], cols=4), Cell("实施单位（盖章）", cols=2), Cell(form["implementer"], cols=3))
    t.row(Cell("项目基本情况", cols=2, rows=2), Cell("项目年度目标", cols=5), Cell("年度目标完成情况", cols=4))
    t.row(Cell(form["expected"], cols=5, align="left"), Cell(form["actual"], cols=4, align="left"))
    t.row(Cell("预算执行情况（10分）", cols=2, rows=1 + len(form["funds"])), Cell(f"年度预算数（{form['unit']}）", cols=2), "年初预算",
          "调整后预算数", "预算执行数", "预算执行率", "权重", "得分", "原因")
    for i, f in enumerate(form["funds"]):
        t.row(Cell(f["name"], cols=2, align="left"), *amounts(f, "initial_budget", "adjusted_budget", "executed", "execution_rate", "weight", "score"),
              *([Cell("", rows=len(form["funds"]))] if i == 0 else []))
    n = len(form["indicators"])
    t.row(Cell("绩效指标（90分）", rows=1 + n), "一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "完成值", "权重", "得分", "未完成原因分析")
    tree(t, form, ("name", "sign", "amount", "of", "actual", "weight", "score", "deviation"))
    t.row(Cell("合计", cols=8), form["total"]["weight"], form["total"]["score"], "")
    t.row(Cell("评价结论", cols=2), Cell("资金使用规范，任务基本完成。", cols=9, align="left"))
    t.row(Cell("存在问题", cols=2), Cell("无", cols=9, align="left"))
    return t


def yunnan(form):
    """V3: the national money block, the target in three columns under one heading, a grade beside the total."""
    w, t = words(form), Table([9, 10, 11, 20, 9, 11, 9, 14, 8, 8, 20])
    t.row(Cell("项目名称", cols=2), Cell(form["project"], cols=9))
    t.row(Cell("主管部门", cols=2), Cell(form["department"], cols=4), Cell("实施单位"), Cell(form["implementer"], cols=4))
    t.row(Cell(w["money"], rows=1 + len(form["funds"])), Cell("", cols=2), w["initial"], Cell(w["adjusted"], cols=2),
          Cell(w["executed"], cols=2), w["fund_weight"], w["rate"], w["fund_score"])
    for f in form["funds"]:
        a, b, c, d, e, g = amounts(f, "initial_budget", "adjusted_budget", "executed", "weight", "execution_rate", "score")
        b.cols = c.cols = 2
        t.row(Cell(f["name"], cols=2, align="left"), a, b, c, d, e, g)
    goal_block(t, w["goals"], w["expected"], w["done"], form, 5, 5)
    t.row(Cell("绩效指标", cols=4), Cell("年度指标值", cols=3), Cell("实际完成值", rows=2), Cell("分值", rows=2), Cell("得分", rows=2),
          Cell(w["deviation"], rows=2))
    t.row(Cell("一级指标", cols=2), "二级指标", "三级指标", "指标性质", "指标值", "度量单位")
    rows, l1, l2 = form["indicators"], spans(form["indicators"], "level1"), spans(form["indicators"], "level2", "level1")
    for i, x in enumerate(rows):
        line = [Cell(level1_text(form, x["level1"]), rows=l1[i], cols=2)] if i in l1 else []
        line += [Cell(x["level2"], rows=l2[i])] if i in l2 else []
        t.row(*line, *[Cell(x.get(k, ""), align="left" if k in ("name", "deviation") else "center")
                       for k in ("name", "sign", "amount", "of", "actual", "weight", "score", "deviation")])
    t.row(Cell("其他需要说明的事项", cols=3), Cell("无", cols=8))
    t.row(Cell("总分", cols=8), form["total"]["weight"], form["total"]["score"], form["total"].get("grade", ""))
    return t


def chongqing(form):
    """V4: a flat list of indicators, the total in the header."""
    t = Table([8, 18, 10, 10, 11, 11, 9, 9, 16])
    t.row(Cell("主管部门", cols=2), Cell(form["department"], cols=2), Cell("自评总分（分）", cols=2), Cell(form["total"]["score"], cols=3))
    t.row(Cell("项目名称", cols=2), Cell(form["project"], cols=7))
    t.row(Cell(f"预算执行情况（{form['unit']}）", rows=1 + len(form["funds"])), "", "年初预算数", "全年（调整）预算数", "全年执行数", "执行率（%）",
          "执行率权重", Cell("执行率得分（分）", cols=2))
    for f in form["funds"]:
        cells = amounts(f, "initial_budget", "adjusted_budget", "executed", "execution_rate", "weight", "score")
        cells[-1].cols = 2
        t.row(Cell(f["name"], align="left"), *cells)
    goal_block(t, "当年绩效目标", "年初绩效目标", "全年目标实际完成情况", form, 3, 5)
    n = len(form["indicators"])
    t.row(Cell("绩效指标", rows=1 + n), "指标名称", "计量单位", "指标性质", "指标值", "全年完成值", "指标权重（分）", "指标得分（分）", "说明")
    for x in form["indicators"]:
        t.row(*[Cell(x.get(k, ""), align="left" if k in ("name", "deviation") else "center")
                for k in ("name", "of", "sign", "amount", "actual", "weight", "score", "deviation")])
    return t


def hubei(form):
    """H1: weights in headings only, the budget execution worth 20 points."""
    t = Table([9, 12, 12, 22, 14, 14, 14])
    t.row(Cell("项目名称", cols=2), Cell(form["project"], cols=5))
    t.row(Cell("主管部门", cols=2), Cell(form["department"], cols=2), "项目实施单位", Cell(form["implementer"], cols=2))
    t.row(Cell("项目类别", cols=2), Cell("1、部门预算项目 ☑ 2、区直专项 ☐ 3、对下转移支付项目 ☐", cols=5, align="left"))
    t.row(Cell(f"预算执行情况（{form['unit']}）（20分）", cols=2, rows=1 + len(form["funds"])), "", "预算数（A）", "执行数（B）", "执行率（B/A）",
          "得分（20分*执行率）")
    for f in form["funds"]:
        t.row(Cell(f["name"]), *amounts(f, "adjusted_budget", "executed", "execution_rate", "score"))
    t.row(Cell("年度绩效目标（80分）", rows=1 + len(form["indicators"])), "一级指标", "二级指标", "三级指标", "年初目标值（A）", "实际完成值（B）", "得分")
    tree(t, form, ("name", "target", "actual", "score"))
    t.row(Cell("总分", cols=6), form["total"]["score"])
    t.row(Cell("备注：预算数为调整后的财政资金总额，执行数为实际支出数；定量指标得分不得突破权重总额。", cols=7, align="left"))
    return t


def transfer(form):
    """T1: money, rate, targets and actual values; no points at all."""
    t = Table([11, 13, 14, 20, 14, 14, 20])
    t.row(Cell("项目名称", cols=2), Cell(form["project"], cols=5))
    t.row(Cell("主管部门", cols=2), Cell(form["department"], cols=2), "实施单位", Cell(form["implementer"], cols=2))
    t.row(Cell(f"资金情况（{form['unit']}）", rows=1 + len(form["funds"])), Cell("", cols=2), "全年预算数（A）", "全年执行数（B）",
          Cell("预算执行率（B/A×100%）", cols=2))
    for f in form["funds"]:
        a, b, c = amounts(f, "adjusted_budget", "executed", "execution_rate")
        c.cols = 2
        t.row(Cell(f["name"], cols=2, align="left"), a, b, c)
    goal_block(t, "总体目标完成情况", "总体目标", "全年实际完成情况", form, 3, 3)
    t.row(Cell("绩效指标", rows=1 + len(form["indicators"])), "一级指标", "二级指标", "三级指标", "指标值", "全年实际完成值", "未完成原因和改进措施")
    tree(t, form, ("name", "target", "actual", "deviation"))
    t.row("说明", Cell("无", cols=6, align="left"))
    return t


def ningxia(form):
    """T2: the total in the first row, points before the target, no points for the money."""
    t = Table([8, 13, 15, 22, 9, 14, 14, 9])
    t.row(Cell("项目总得分", cols=2), Cell(form["total"]["score"], cols=6))
    t.row(Cell("项目名称", cols=2), Cell(form["project"], cols=6))
    t.row(Cell("主管部门", cols=2), Cell(form["department"], cols=2), "实施单位", Cell(form["implementer"], cols=3))
    t.row(Cell(f"资金情况（{form['unit']}）", rows=1 + len(form["funds"])), Cell("", cols=2), "全年预算数（A）", Cell("全年执行数（B）", cols=2),
          Cell("预算执行率（B/A×100%）", cols=2))
    for f in form["funds"]:
        a, b, c = amounts(f, "adjusted_budget", "executed", "execution_rate")
        b.cols = c.cols = 2
        t.row(Cell(f["name"], cols=2, align="left"), a, b, c)
    goal_block(t, "总体目标完成情况", "年初设定目标", "年度总体目标完成情况综述", form, 3, 4)
    t.row(Cell("绩效指标", rows=1 + len(form["indicators"])), "一级指标", "二级指标", "三级指标", "分值", "年度指标值", "全年实际值", "得分")
    tree(t, form, ("name", "weight", "target", "actual", "score"))
    return t


def poverty(form):
    """T3: no initial budget, points before the target, points in the first-level headings."""
    t = Table([9, 13, 14, 20, 11, 14, 14, 9])
    t.row(Cell("项目名称", cols=2), Cell(form["project"], cols=6))
    t.row(Cell("主管部门", cols=2), Cell(form["department"], cols=2), "实施单位", Cell(form["implementer"], cols=3))
    t.row(Cell(f"资金情况（{form['unit']}）", rows=1 + len(form["funds"])), Cell("", cols=2), "全年预算数（A）", "全年执行数（B）", "分值",
          "执行率（B/A）", "得分")
    for f in form["funds"]:
        t.row(Cell(f["name"], cols=2, align="left"), *amounts(f, "adjusted_budget", "executed", "weight", "execution_rate", "score"))
    goal_block(t, "总体目标完成情况", "年初设定目标", "年度总体目标完成情况综述", form, 3, 4)
    t.row(Cell("绩效指标", rows=1 + len(form["indicators"])), "一级指标", "二级指标", "三级指标", "分值", "年度指标值", "全年实际值", "得分")
    tree(t, form, ("name", "weight", "target", "actual", "score"))
    t.row(Cell("总分", cols=4), form["total"]["weight"], Cell("", cols=2), form["total"]["score"])
    return t


LAYOUTS = {"V1": national, "V1w": national, "D1": national, "V2": sichuan, "V3": yunnan, "V4": chongqing, "H1": hubei,
           "T1": transfer, "T2": ningxia, "T3": poverty}


def page(form, **how):
    """Title, period and table of a form."""
    out = [] if how.get("title_in_table") else [("title", form["title"]), ("period", form["period"])]
    if form["variant"] in ("V4", "H1"):
        out = [("title", form["title"])]
    out.append(("table", LAYOUTS[form["variant"]](form, **how)))
    if form.get("footnote") and not form.get("footnote_in_table"):
        out.append(("text", form["footnote"]))
    return out

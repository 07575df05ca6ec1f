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
    for k in ("project", "department", "implementer"):
        if k in form:
            text["/" + k] = form[k]
    for i, f in enumerate(form["funds"]):
        for k in FUND:
            if f.get(k, "") != "":
                text[f"/funds/{i}/{k}"] = f[k]
    if "expected" in form:
        text["/goals/expected"], text["/goals/actual"] = form["expected"], form["actual"]
    for i, x in enumerate(form["indicators"]):
        for k in INDICATOR:
            if k in x:
                text[f"/indicators/{i}/{k}"] = x[k]
    for k in ("weight", "score", "grade"):
        if form["total"].get(k, "") != "":
            text[f"/total/{k}"] = form["total"][k]
    return {"variant": form["variant"], "year": form["year"], "currency": form["unit"], "text": text, "errors": list(errors)}

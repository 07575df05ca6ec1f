"""Invented forms: a seed and a layout in, a form record whose figures are right but for the errors asked for, and those errors.

Figures are computed here in exact decimals, apart from fuhe. Names are made up.
"""

import random
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal as D

PLACES = ["松桥县", "江源市", "东岭区", "白石镇", "南浦新区", "云台市", "禾丰县", "柳溪区"]
OFFICES = ["水利局", "民政局", "文化和旅游局", "农业农村局", "住房和城乡建设局", "交通运输局", "第二中学", "人民医院", "统计局", "图书馆"]
PROJECTS = ["河道清淤及堤防维护经费", "老旧小区电梯加装补助", "农村公路日常养护", "公共图书馆购书经费", "高标准农田建设补助资金",
            "档案数字化服务", "食用农产品抽检经费", "城区路灯节能改造", "残疾人就业培训", "“四好农村路”示范创建（2期）", "学生营养餐补助",
            "防汛抗旱物资储备"]
GOALS = ["完成年度重点任务，资金按进度支付", "提高公共服务的覆盖面，惠及城乡居民约3.6万人", "开展业务培训12场，培训人员800余人次",
         "健全长效管护机制，责任落实到人", "按照2020年确定的三年方案（第2年），完成设施更新改造", "资金到位率达到100%，专款专用",
         "压减一般性支出5%以上，把钱花在刀刃上"]
COUNTS = [("维修养护里程", "公里"), ("购置图书册数", "册"), ("举办培训班次", "期"), ("受益群众人数", "人次"), ("安装路灯数量", "盏"),
          ("抽检样品批次", "批次"), ("改造面积", "㎡"), ("发放补助户数", "户"), ("编制报告数量", "份")]
RATES = ["验收合格率", "资金支付及时率", "设施完好率", "政策知晓率", "问题整改率", "系统正常运行率"]
WORDS = [("经费支出合规性", "合规"), ("任务完成及时性", "及时"), ("带动作用", "明显"), ("长效机制健全性", "健全"), ("公共服务水平", "有所提升"),
         ("对周边环境的影响", "持续改善")]
REASONS = ["招标推迟，年底前未能付清尾款，次年优先安排。", "受天气影响工期延后，已重新排定计划。", "部分对象外出务工未能参加，将补办一期。",
           "原定目标偏高，下年度据实编报。"]
LEVELS = {"产出指标": ["数量指标", "质量指标", "时效指标", "成本指标"],
          "效益指标": ["经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"],
          "满意度指标": ["服务对象满意度指标"]}


def rounded(x, places, how=ROUND_HALF_UP):
    return x.quantize(D(1).scaleb(-places), rounding=how)


def plain(x):
    """Without trailing zeros: 9.50 → 9.5, 10.00 → 10."""
    s = format(x, "f")
    return s.rstrip("0").rstrip(".") if "." in s else s


def money(x, places, commas):
    return f"{x:,.{places}f}" if commas else f"{x:.{places}f}"


class Maker:
    def __init__(self, seed, variant, kinds=(), long_goals=False, rows=None):
        self.r = random.Random(seed)
        self.variant, self.kinds, self.errors = variant, list(kinds), []
        self.long_goals, self.rows = long_goals, rows
        self.scored = variant != "T1"
        self.budget_weight = {"H1": 20, "T1": 0, "T2": 0}.get(variant, 10)

    def seeded(self, kind):
        return kind in self.kinds

    def error(self, kind, fields, correct=None, level="error", **more):
        self.errors.append({"kind": kind, "fields": fields, "correct": correct, "level": level, **more})

    def form(self):
        r, v = self.r, self.variant
        place, office = r.choice(PLACES), r.choice(OFFICES)
        year = str(r.randint(2019, 2024))
        f = {"variant": v, "year": year, "unit": r.choice(["元", "万元"]), "project": r.choice(PROJECTS), "department": place + office,
             "implementer": place + office + r.choice(["", "服务中心", "综合保障中心"]),
             "period": r.choice([f"（{year}年度）", f"({year}年度)", f"{year}年度", f"（ {year} 年度）"])}
        self.unit = f["unit"]
        if v == "D1":
            del f["project"], f["implementer"]
        self.money(f)
        self.goals(f)
        self.indicators(f)
        self.total(f)
        return f, self.errors

    # ---- money block ---------------------------------------------------------------------------------------------

    def amounts(self, places):
        """Budget and spending for the seeded slips to be visible in."""
        r = self.r
        for _ in range(5000):
            a = rounded(D(str(r.uniform(8, 900))) * (10000 if places == 2 and r.random() < .6 else 1), places)
            full = not self.kinds and r.random() < .25
            b = a if full else rounded(a * D(str(r.uniform(.31, .995))), places)
            first = a if r.random() < .5 and not self.seeded("rate-denominator") else rounded(a * D(str(r.uniform(.82, 1.25))), places)
            true = b * 100 / a
            if self.seeded("rate-ceiling") and rounded(true, 2) == rounded(true, 2, ROUND_CEILING):
                continue
            if self.seeded("rate-truncated") and rounded(true, 2) == rounded(true, 2, ROUND_FLOOR):
                continue
            s = str(rounded(true, 2))
            if self.seeded("rate-swap") and (len(s) != 5 or s[0] == s[1]):
                continue
            if self.seeded("rate-denominator") and (b * 100 / first > 100 or abs(b * 100 / first - true) < 1):
                continue
            if self.kinds and not self.decidable(a, b, places):
                continue
            return first, a, b
        raise RuntimeError("no amounts")

    def decidable(self, a, b, places):
        """Printed amounts are rounded themselves: 25.67 of 45.01 can be 57.04 % as well as 57.03 %. A seeded slip of a hundredth
        must lie outside all that they allow."""
        half, true = D(5).scaleb(-places - 1), b * 100 / a
        low, high = (b - half) * 100 / (a + half), (b + half) * 100 / (a - half)
        if self.seeded("rate-ceiling"):
            return rounded(true, 2, ROUND_CEILING) - D("0.005") > high
        if self.seeded("rate-truncated"):
            return rounded(true, 2, ROUND_FLOOR) + D("0.005") < low
        return high - low < D("0.2")

    def money(self, f):
        r = self.r
        places = r.choice([2, 2, 2, 4, 0]) if f["unit"] == "万元" else 2
        if any(k.startswith(("rate", "exec", "fund")) for k in self.kinds):
            places = max(places, 2)
        commas = r.random() < .35
        first, a, b = self.amounts(places)
        names = {"V2": ["总额", "其中：财政资金", "财政专户管理资金", "单位资金", "其他资金"],
                 "V4": ["年度总金额", "其中：财政拨款"], "H1": ["年度财政资金总额"],
                 "T1": ["年度资金总额：", "其中：中央补助", "地方资金", "其他资金"], "T2": ["年度资金总额", "其中：中央补助", "市县资金"],
                 "T3": ["年度资金总额：", "其中：本年财政拨款", "其他资金"]}.get(self.variant) or [
            r.choice(["年度资金总额", "年度资金总额："]), r.choice(["其中：当年财政拨款", "其中：本年财政拨款", "其中: 当年财政拨款"]),
            "上年结转资金", "其他资金"]
        rate_places = 2 if any(k.startswith("rate") for k in self.kinds) else r.choice([2, 2, 2, 1, 0])
        true = b * 100 / a
        rate, right = rounded(true, rate_places), str(rounded(true, rate_places))
        sign = "" if self.variant == "V4" else "%"
        if self.seeded("rate-ceiling"):
            rate = rounded(true, 2, ROUND_CEILING)
            self.error("rate-ceiling", ["/funds/0/execution_rate"], right + sign, cause="rounded-up")
        elif self.seeded("rate-truncated"):
            rate = rounded(true, 2, ROUND_FLOOR)
            self.error("rate-truncated", ["/funds/0/execution_rate"], right + sign, cause="truncated")
        elif self.seeded("rate-denominator"):
            rate = rounded(b * 100 / first, 2)
            self.error("rate-denominator", ["/funds/0/execution_rate"], right + sign, cause="initial-budget")
        elif self.seeded("rate-swap"):
            s = right
            rate = D(s[1] + s[0] + s[2:])
            self.error("rate-swap", ["/funds/0/execution_rate"], right + sign, cause="transposed")
        w = D(self.budget_weight)
        score = min(w, rounded(w * b / a, 2))
        self.budget_score = score
        top = {"name": names[0], "initial_budget": money(first, places, commas), "adjusted_budget": money(a, places, commas),
               "executed": money(b, places, commas), "weight": plain(w), "execution_rate": str(rate) + sign,
               "score": plain(score) if score == w or r.random() < .2 else str(score)}
        if self.seeded("exec-score"):
            wrong = score + r.choice([D("-0.5"), D("0.5"), D("-1.2")]) if score < 8 else score - D("0.6")
            top["score"], self.budget_score = str(wrong), wrong
            self.error("exec-score", ["/funds/0/score", "/total/score"], str(score))
        f["funds"] = [top] + self.sources(names[1:], first, a, b, places, commas, sign)
        for x in f["funds"]:
            for k in {"H1": ["initial_budget", "weight"], "T1": ["initial_budget", "weight", "score"], "T2": ["initial_budget", "weight", "score"],
                      "T3": ["initial_budget"]}.get(self.variant, []):
                x.pop(k, None)
        self.cost, self.places = a, places
        self.spent = b

    def sources(self, names, first, a, b, places, commas, sign):
        """The annual total split over its sources: first one the most, some of them nothing."""
        r, out = self.r, []
        dash = r.choice(["—", "—", "-", "/", ""])
        own = r.random() < .3 and not self.seeded("fund-sum")
        zero = r.choice(["0", money(D(0), places, False), "0.00"])
        parts = [[first, a, b]] + [None] * (len(names) - 1)
        if len(names) > 1 and r.random() < .6:
            k, share = r.randrange(1, len(names)), D(str(r.uniform(.05, .4)))
            parts[k] = [rounded(x * share, places) for x in (first, a, b)]
            parts[0] = [x - y for x, y in zip(parts[0], parts[k])]
        if self.seeded("fund-sum") and names:
            off = r.choice([D(1), D("0.03"), D(10), D("-2")])
            parts[0][2] += off
            self.error("fund-sum", ["/funds/0/executed", "/funds/1/executed", "/funds/0/name", "/funds/1/name"], None)
        for n, p in zip(names, parts):
            x = {"name": n, "weight": dash, "score": dash}
            if p:
                x.update(initial_budget=money(p[0], places, commas), adjusted_budget=money(p[1], places, commas), executed=money(p[2], places, commas))
                if own:
                    x["execution_rate"] = str(rounded(p[2] * 100 / p[1], 2)) + sign
            else:
                x.update(initial_budget=zero, adjusted_budget=zero, executed=zero)
                if own:
                    x["execution_rate"] = r.choice(["0.00" + sign, "—"])
            out.append(x)
        return out

    # ---- goals and indicators --------------------------------------------------------------------------------------

    def goals(self, f):
        if self.variant == "H1":
            return
        r = self.r
        n = r.randint(25, 45) if self.long_goals else r.randint(1, 3)
        said = [r.choice(GOALS) for _ in range(n)]
        f["expected"] = "".join(f"{i + 1}.{g}；" for i, g in enumerate(said))
        f["actual"] = "".join(f"{i + 1}.{g}，已完成；" for i, g in enumerate(said[:max(1, n // 2) if self.long_goals else n]))

    def weights(self, points, n):
        r = self.r
        if n == 1:
            return [D(points)]
        cuts = sorted(r.sample(range(2, points - 1), n - 1))
        parts = [D(y - x) for x, y in zip([0] + cuts, cuts + [points])]
        if r.random() < .12 and n >= 2:
            parts[0], parts[1] = parts[0] + D("0.5"), parts[1] - D("0.5")
        return parts

    def indicators(self, f):
        r, v, rows = self.r, self.variant, []
        points = {"H1": (40, 30, 10), "T2": (40, 40, 20)}.get(v, (50, 30, 10))
        used = set()
        for (level1, level2s), p in zip(LEVELS.items(), points):
            most = {"产出指标": 6, "效益指标": 4, "满意度指标": 2}[level1] if self.rows is None else self.rows
            n = r.randint(1 if level1 != "产出指标" else 2, most) if self.rows is None else (most if level1 != "满意度指标" else 2)
            kinds = sorted(r.choice(range(len(level2s))) for _ in range(n))
            for k, w in zip(kinds, self.weights(p, n)):
                rows.append(self.indicator(level1, level2s[k], w, used))
        self.slips(rows)
        if v in ("V1w", "T3"):
            f["points"] = {k: str(p) for k, p in zip(LEVELS, points)}
        self.leaf_sum = sum(D(x["score"]) for x in rows)
        for x in rows:
            x["score"] = self.shown(x["score"])
            if v == "H1":
                x.pop("weight")
                x.pop("deviation")
            if v in ("T2", "T3"):
                x.pop("deviation")
            if v == "T1":
                x.pop("weight")
                x.pop("score")
        f["indicators"] = rows

    def shown(self, score):
        s = D(score)
        if s == s.to_integral():
            return self.r.choice([plain(s), plain(s), f"{s:.2f}"])
        return str(rounded(s, 2)) if self.r.random() < .7 else plain(rounded(s, 2))

    def name(self, base, used):
        n, k = base, 2
        while n in used:
            n, k = f"{base}（{k}）", k + 1
        used.add(n)
        return n

    def indicator(self, level1, level2, w, used):
        r = self.r
        kind = r.choice(["count", "count", "rate", "rate", "equal", "word", "deadline", "cost"])
        if level1 == "满意度指标":
            kind = "rate"
        if kind == "cost" and level2 != "成本指标" or self.variant in ("V2", "V4") and kind == "deadline":
            kind = "rate"
        x = {"level1": level1, "level2": level2, "weight": plain(w), "score": w, "deviation": "", "kind": kind}
        ge = r.choice(["≥", "≥", "≥", "＞=", "≧"]) if self.variant not in ("V2", "V3", "V4") else "≥"
        if kind == "count":
            n, unit = r.choice(COUNTS)
            t = r.choice([r.randint(2, 40), r.randint(100, 9000)])
            x.update(name=n, sign=ge, amount=str(t), of=unit, got=t + r.choice([0, 0, r.randint(0, max(1, t // 12))]))
        elif kind in ("rate", "equal"):
            t = r.choice([80, 85, 90, 95, 98]) if kind == "rate" else 100
            got = t if kind == "equal" else r.choice([t, 100, D(str(round(r.uniform(t, 100), 1))), D(str(round(r.uniform(t, 100), 2)))])
            n = r.choice(RATES) if level1 != "满意度指标" else r.choice(["服务对象满意度", "群众满意度", "受益对象满意度"])
            x.update(name=n, sign=ge if kind == "rate" else "=", amount=str(t), of="%", got=got)
        elif kind == "cost":
            if r.random() < .5:  # the whole cost must be what the money block says, so that no contradiction is invented
                t, got = (rounded(y / (10000 if self.unit == "元" else 1), 2) for y in (self.cost, self.spent))
                x.update(name="项目总成本", sign="≤", amount=plain(t), of="万元", got=got)
            else:
                t = rounded(D(str(r.uniform(5, 400))), 1)
                x.update(name="单位平均成本", sign="≤", amount=plain(t), of="元", got=rounded(t * D(str(r.uniform(.9, 1))), 1))
        elif kind == "deadline":
            x.update(name="项目完成时限", sign="", amount="12月底前", of="", got=r.choice(["11月", "12月", "按时完成"]))
        else:
            n, t = r.choice(WORDS)
            x.update(name=n, sign="定性" if self.variant in ("V2", "V3", "V4") else "", amount=t, of="", got=t)
        x["name"] = self.name(x["name"], used)
        if kind in ("count", "rate") and not self.kinds and r.random() < .12:
            self.miss(x, reason=True)
        return self.print_indicator(x)

    def miss(self, x, reason, full=False):
        t = D(x["amount"])
        got = rounded(t * D(str(self.r.uniform(.6, .93))), 0 if x["kind"] == "count" else 1)
        got = max(D(1), min(got, t - 1)) if x["kind"] == "count" else got
        x["got"] = got
        if not full:
            x["score"] = rounded(D(x["weight"]) * got / t, 2)
        x["deviation"] = self.r.choice(REASONS) if reason else ""

    def print_indicator(self, x):
        amount = x["sign"] if x["sign"] != "定性" else ""
        x["target"] = amount + x["amount"] + x["of"]
        got = x["got"] if isinstance(x["got"], str) else plain(D(x["got"]))
        x["actual"] = got + ("" if self.variant in ("V2", "V4") else x["of"])
        return x

    def slips(self, rows):
        r = self.r
        numeric = [i for i, x in enumerate(rows) if x["kind"] in ("count", "rate") and D(x["amount"]) > 1]
        if not numeric and any(k in self.kinds for k in ("missed-full", "no-reason")):
            raise RuntimeError("no numeric indicator")
        if self.seeded("missing-actual"):
            i = r.randrange(len(rows))
            rows[i]["actual"] = ""
            self.error("missing-actual", [f"/indicators/{i}/score", f"/indicators/{i}/actual"], level="warning")
        if self.seeded("missed-full"):
            i = r.choice(numeric)
            self.miss(rows[i], reason=True, full=True)
            self.print_indicator(rows[i])
            self.error("missed-full", [f"/indicators/{i}/score", f"/indicators/{i}/actual"], level="warning")
        if self.seeded("no-reason"):
            i = r.choice(numeric)
            self.miss(rows[i], reason=False)
            self.print_indicator(rows[i])
            self.error("no-reason", [f"/indicators/{i}/deviation", f"/indicators/{i}/score"], level="warning")
        if self.seeded("score-over-weight"):
            i = r.randrange(len(rows))
            rows[i]["score"] = D(rows[i]["weight"]) + r.choice([D(1), D(2), D("0.5")])
            self.error("score-over-weight", [f"/indicators/{i}/score"])
        if self.seeded("weight-sum"):
            i = r.randrange(len(rows))
            more = r.choice([D(5), D(2), D(10)])
            rows[i]["weight"] = plain(D(rows[i]["weight"]) + more)
            rows[i]["score"] = D(rows[i]["score"]) + more
            self.error("weight-sum", [f"/indicators/{i}/weight", "/total/weight", "/total/score", "/indicators/0/level1"])

    def total(self, f):
        r, v = self.r, self.variant
        right = self.leaf_sum + (self.budget_score if self.budget_weight else 0)
        said = right
        if self.seeded("total-score"):
            said = right - r.choice([D(1), D(2), D("0.5"), D("0.1"), D(10)])
            self.error("total-score", ["/total/score"], f"{right:.2f}")
        if v == "T1":
            f["total"] = {}
            return
        f["total"] = {"score": plain(said) if r.random() < .5 else f"{said:.2f}"}
        if v in ("V1", "V1w", "D1", "V2", "V3", "T3"):
            f["total"]["weight"] = "100"
        if v == "V3":
            f["total"]["grade"] = "优" if said >= 90 else "良" if said >= 80 else "中" if said >= 60 else "差"


TITLES = {"V1": ["财政项目支出绩效自评表", "项目支出绩效自评表", "绩效自评表"], "V1w": ["项目支出绩效自评表", "财政项目支出绩效自评表"],
          "D1": ["部门整体支出绩效自评表", "部门整体绩效自评表"], "V2": ["部门预算项目支出绩效自评表"], "V3": ["项目支出绩效自评表"],
          "V4": ["{department}{year}年度项目绩效自评表"], "H1": ["{year}年度{project}项目自评表"], "T1": ["转移支付区域（项目）绩效目标自评表"],
          "T2": ["项目绩效目标自评表"], "T3": ["绩效目标自评表"]}
# Spellings that real forms of one layout use for one heading.
SPELLINGS = {
    "initial": ["年初预算数", "年初预算"], "adjusted": ["全年预算数", "全年预算数（A）", "全年预算数(A)"],
    "executed": ["全年执行数", "全年执行数（B）", "全年执行数(B)"], "rate": ["执行率", "执行率（B/A）", "执行率(%)"],
    "goals": ["年度总体目标", "年度\n总体\n目标"], "expected": ["预期目标", "年初设定目标", "预算目标"],
    "done": ["实际完成情况", "全年实际完成情况"], "target": ["年度指标值", "年度指标值（A）", "指标值"],
    "actual": ["实际完成值", "全年完成值", "实际完成值（B）", "全年实际值"],
    "deviation": ["偏差原因分析及改进措施", "未完成原因和改进措施", "偏差原因分析\n及改进措施", "未完成原因分析及改进措施"],
    "total": ["总分", "总  分", "合计", "总 分"],
}


def form(seed, variant, kinds=(), **how):
    """(record, errors); a seed that cannot show the error is passed over for the next."""
    for k in range(50):
        try:
            f, errors = Maker(f"{seed}/{variant}/{k}", variant, kinds, **how).form()
            break
        except RuntimeError:
            continue
    else:
        raise RuntimeError(f"no form for {variant} {kinds}")
    r = random.Random(f"{seed}/words")
    f["title"] = r.choice(TITLES[variant]).format(**{"project": "", **f})
    f["words"] = {k: r.choice(v) for k, v in SPELLINGS.items()}
    if f["words"]["rate"] == "执行率(%)":
        f["words"]["rate"] = "执行率"
    f["words"]["money"] = r.choice(["项目资金\n（{unit}）", "项目资金（{unit}）", "预算资金（{unit}）"])
    if variant == "D1":
        f["words"]["department"] = "部门名称"
    return f, errors

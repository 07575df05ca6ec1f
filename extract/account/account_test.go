package account

import (
	"strings"
	"testing"

	"fuhe"
)

func TestKindOf(t *testing.T) {
	for title, want := range map[string]fuhe.AccountKind{
		"收入支出决算总表": fuhe.BalanceAccount, "2026年部门收支总体情况表": fuhe.BalanceAccount, "财政拨款收入支出决算总表": fuhe.FiscalAccount,
		"2026年预算单位财务收支预算总表": fuhe.BalanceAccount, "支出决算表": fuhe.ExpenditureAccount, "收入决算表": fuhe.IncomeAccount, "支出总体情况表": fuhe.ExpenditureAccount,
		"一般公共预算财政拨款“三公”经费支出决算表": fuhe.ThreePublicAccount, "项目支出预算情况表": fuhe.ProjectsAccount, "政策和项目预算绩效目标表": fuhe.TargetsAccount,
		"政府性基金预算财政拨款收入支出决算表": "", "一般公共预算基本支出决算表": "", "项目支出绩效自评表": "", "一般公共预算财政拨款支出决算表": "", "决算情况说明": "", "": "",
	} {
		if got := KindOf(title); got != want {
			t.Errorf("%s: %q, want %q", title, got, want)
		}
	}
}

// tableOf is a table written as rows of cells between bars; "<" goes on with the cell to the left, "^" with the one above.
func tableOf(title, text string) fuhe.Table {
	t := fuhe.Table{Title: title}
	at := map[[2]int]int{}
	for r, line := range strings.Split(strings.TrimSpace(text), "\n") {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		t.Rows, t.Cols = r+1, max(t.Cols, len(cells))
		for k, c := range cells {
			c = strings.TrimSpace(c)
			from, goesOn := map[string][2]int{"<": {r, k - 1}, "^": {r - 1, k}}[c]
			i, there := at[from]
			if !goesOn || !there {
				i = len(t.Cells)
				t.Cells = append(t.Cells, fuhe.TableCell{Row: r, Col: k, Text: c, At: fuhe.Source{Table: 1, Ref: fuhe.Ref(r, k, 1, 1)}})
			}
			at[[2]int{r, k}] = i
			cell := &t.Cells[i]
			cell.RowSpan, cell.ColSpan = max(cell.RowSpan, r-cell.Row+1), max(cell.ColSpan, k-cell.Col+1)
		}
	}
	return t
}

func TestTargetsOfOneProject(t *testing.T) {
	got := Read([]fuhe.Table{tableOf("2024年项目绩效目标表", `
		| 项目名称 | < | 接访大厅运行经费 | < |
		| 主管部门 | < | 某市信访局 | < |
		| 一级指标 | 二级指标 | 三级指标 | 指标值 |
		| 成本指标 | 经济成本 | 保洁服务成本 | ≤15.36万元 |
		| 产出指标 | 数量指标 | 保安人数 | ≥8人 |
		| ^ | ^ | 宣传材料 |  |`)})
	if len(got) != 1 || got[0].Year != "2024" || len(got[0].Declared) != 1 || got[0].Unread != "" {
		t.Fatalf("%+v", got)
	}
	d := got[0].Declared[0]
	if d.Project.Text != "接访大厅运行经费" || d.Department.Text != "某市信访局" || len(d.Indicators) != 2 || d.Indicators[1].Name.Text != "保安人数" || d.Indicators[1].Level1.Text != "产出指标" ||
		d.Indicators[0].Target.Number == nil || d.Indicators[0].Target.Number.Sign != fuhe.AtMost {
		t.Errorf("%+v", d)
	}
}

func TestTargetsOfSeveralProjects(t *testing.T) {
	got := Read([]fuhe.Table{tableOf("市级项目绩效目标表", `
		| 序号 | 项目名称 | 指标名称 | 指标性质 | 指标值 | 计量单位 | 指标权重(%) |
		| 1 | 职业教育项目 | 实训人次 | ≥ | 2500 | 人次 | 30 |
		| ^ | ^ | 单位建设成本 | ≤ | 1300 | 元 | 20 |
		| 2 | 业务经费 | 职工满意度 | ≥ | 95 | % | 10 |`)})
	if len(got) != 1 || len(got[0].Declared) != 2 {
		t.Fatalf("%+v", got)
	}
	first := got[0].Declared[0]
	if first.Project.Text != "职业教育项目" || len(first.Indicators) != 2 || first.Indicators[0].Target.Text != "≥2500人次" || first.Indicators[0].Weight.Text != "30" {
		t.Errorf("%+v", first)
	}
}

// What is titled as a table of targets and has no headings of one says so; a form that was filled in is none.
func TestTargetsNotUnderstood(t *testing.T) {
	got := Read([]fuhe.Table{tableOf("项目绩效目标表", "| 甲 | 乙 |\n| 1 | 2 |"),
		tableOf("项目绩效目标表", "| 三级指标 | 指标值 | 实际完成值 |\n| 人次 | ≥3人 | 4人 |"), tableOf("自评表", "| 三级指标 | 指标值 |\n| 人次 | ≥3人 |")})
	if len(got) != 2 || got[0].Unread == "" || got[1].Unread != "" || len(got[1].Declared) != 0 {
		t.Errorf("%+v", got)
	}
}

// FuzzRead: whatever stands in a table, reading it ends, and what it declares has a name and a target.
func FuzzRead(f *testing.F) {
	f.Add("绩效目标表", "| 三级指标 | 指标值 |\n| 人次 | ≥3人 |")
	f.Add("项目绩效目标表", "| 项目名称 | 指标名称 | 指标值 |\n| ^ | < | < |")
	f.Fuzz(func(t *testing.T, title, text string) {
		for _, a := range Read([]fuhe.Table{tableOf(title, text)}) {
			for _, d := range a.Declared {
				for _, n := range d.Indicators {
					if n.Name.Text == "" || n.Target.Text == "" {
						t.Errorf("%+v", n)
					}
				}
			}
		}
	})
}

package around

import (
	"fmt"
	"testing"

	"fuhe/extract/grid"
)

// form is the upper page of a form whose names are merged over their rows.
const form = `| 项目名称 | 某项目 | < | < | < |
| 年度目标 | 预期目标 | < | 完成情况 | < |
| ^ | 完成设备采购12台，建成信息平台1个，并按照要求组织验收 | < | 已完成设备采购12台，建成信息平台1个，经过 | < |`

const indicators = `| 一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 |
| 产出指标 | 数量指标 | 采购设备 | 12台 | 12台 |
| ^ | ^ | 建成平台 | 1个 | 1个 |
| ^ | 质量指标 | 验收合格 | 合格 | 合格 |`

// TestCutByTheEdge: what the edge of a page cuts with a rule drawn at the cut is put together, and nothing else is.
func TestCutByTheEdge(t *testing.T) {
	for _, c := range []struct {
		name, upper, lower string
		rows               int
		joined             string // the first column's last cell and the last row, as they must be
	}{
		{"names go on", indicators, "| | | 长效管理 | 健全 | 健全 |\n| ^ | 时效指标 | 及时完成 | 及时 | 及时 |", 6, "产出指标×5 及时完成"},
		{"a name printed on the second page", "| 一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 |\n| 产出指标 | 数量指标 | 采购设备 | 12台 | 12台 |\n| ^ | ^ | 建成平台 | 1个 | 1个 |\n| | 经济指标 | 增收 | 2万元 | 2万元 |", "| 效益指标 | 社会指标 | 就业 | 3人 | 3人 |\n| ^ | ^ | 就医 | 4人 | 4人 |", 6, "效益指标×3 就医"},
		{"the rest of a name", indicators, "| | | 率 | | |\n| ^ | 时效指标 | 及时完成 | 及时 | 及时 |", 5, "产出指标×4 及时完成"},
		{"a row that nobody filled in", "| 一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 |\n| 产出指标 | 数量指标 | 采购设备 | | |\n| ^ | ^ | 建成平台 | 1个 | 1个 |", "| | | 长效管理 | | |\n| ^ | 时效指标 | 及时完成 | 及时 | 及时 |", 5, "产出指标×4 及时完成"},
		{"texts of another row", indicators, "| | | 环境改善程度 | 有效改善 | 有效 |\n| ^ | 时效指标 | 及时完成 | 及时 | 及时 |", 6, "产出指标×5 及时完成"},
		{"long texts with figures", form, "| | 并投入使用，覆盖3个县区 | < | 验收并投入使用，覆盖3个县区 | < |", 3, "年度目标×2 已完成设备采购12台，建成信息平台1个，经过验收并投入使用，覆盖3个县区"},
		{"the next numbered goal", "| 项目名称 | 某项目 | < | < | < |\n| 年度目标 | 预期目标 | < | 完成情况 | < |\n| ^ | 目标1：完成设备采购12台，建成信息平台1个，按要求验收。 | < | 目标1：已完成设备采购12台，建成信息平台1个，已验收。 | < |", "| | 目标2：组织培训3次，参加人员120人。 | < | 目标2：已组织培训3次，参加人员120人。 | < |", 4, "年度目标×3 目标2：已组织培训3次，参加人员120人。"},
		{"figures without a label", "| 科目 | 名称 | 决算 |\n| 201 | 公共服务 | 3.00 |\n| 202 | 外交 | 4.00 |", "| | 国防 | 5.00 |\n| 204 | 公安 | 6.00 |", 5, "204×1 6.00"},
		{"a blank name among others", "| 单位 | 名称 | 决算 |\n| 某局 | 公共服务 | 3.00 |\n| ^ | 医疗 | 3.00 |\n| | 外交 | 4.00 |\n| 某院 | 教育 | 7.00 |", "| | 国防 | 5.00 |\n| 某校 | 公安 | 6.00 |", 7, "某校×1 6.00"},
	} {
		book := grid.Book{Grids: []grid.Grid{onPage(parse(t, c.upper), 1, 1, 200), onPage(parse(t, c.lower), 2, 1, 200)}}
		tables, _ := Tables(nil, book, true)
		if len(tables) != 1 {
			t.Errorf("%s: %d tables", c.name, len(tables))
			continue
		}
		first, last := "", ""
		for _, k := range tables[0].Cells {
			if k.Col == 0 && k.Row+k.RowSpan == tables[0].Rows {
				first = fmt.Sprintf("%s×%d", k.Text, k.RowSpan)
			}
			if k.Row+k.RowSpan == tables[0].Rows && k.Text != "及时" && k.Text != "4人" {
				last = k.Text
			}
		}
		if got := first + " " + last; tables[0].Rows != c.rows || got != c.joined {
			t.Errorf("%s: %d rows, %q; want %d, %q", c.name, tables[0].Rows, got, c.rows, c.joined)
		}
	}
}

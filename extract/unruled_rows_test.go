package extract

import (
	"math"
	"testing"

	"fuhe"
	"fuhe/extract/form"
	"fuhe/extract/grid"
	"fuhe/extract/page"
	"fuhe/extract/page/inferred"
)

// roomyForm is the form with rows of indicators 30 apart, so that two lines of text have room in each.
func roomyForm() []written {
	texts := unruledForm()
	for i := range texts {
		if y := texts[i].y; y > 310 {
			row := math.Round((y-320)/20) * 20
			if off := y - 320 - row; math.Abs(off) <= 6 {
				texts[i].y = 320 + row*1.5 + off
			} else {
				texts[i].y = 320 + (y-320)*1.5
			}
		}
	}
	return texts
}

// A row that holds nothing but the name of an indicator that nobody filled in stands apart from its neighbours: it is no
// second line of the name above.
func TestRowOfANameAlone(t *testing.T) {
	texts := roomyForm()
	for i := range texts {
		if texts[i].y >= 470 {
			texts[i].y += 30
		}
		switch texts[i].text { // their groups take the row in
		case "效益指标", "可持续影响":
			texts[i].y += 15
		}
	}
	got := fieldsOf(t, append(texts, written{240, 470, "指标2："}))
	expect(t, got, map[fuhe.Field]string{"/indicators/4/name": "长效机制", "/indicators/4/score": "15", "/indicators/5/name": "老年人满意度", "/indicators/5/score": "10", "/total/score": "98.00"})
}

// Names of groups that stand in the first of their rows, with blanks below them.
func TestGroupsNamedInTheirFirstRow(t *testing.T) {
	texts := without(unruledForm(), func(w written) bool { return w.text == "产出指标" || w.text == "效益指标" })
	got := fieldsOf(t, append(texts, written{110, 320, "产出指标"}, written{110, 380, "效益指标"}))
	expect(t, got, map[fuhe.Field]string{"/indicators/0/level1": "产出指标", "/indicators/2/level1": "产出指标", "/indicators/3/level1": "效益指标", "/indicators/4/level1": "效益指标", "/indicators/5/level1": "满意度指标"})
}

// Drawn lines between the rows say where groups end, wherever their names stand.
func TestLinesEndGroups(t *testing.T) {
	texts := without(roomyForm(), func(w written) bool { return w.text == "产出指标" || w.text == "效益指标" })
	texts = append(texts, written{110, 330, "产出指标"}, written{110, 432, "效益指标"})
	p := pageOf(texts)
	for y := 302.0; y < 500; y += 30 {
		x := 135.0
		if y == 302 || y == 392 || y == 452 || y == 482 {
			x = 75
		}
		p.Rules = append(p.Rules, page.Rule{X0: x, Y0: y, X1: 580, Y1: y, Thickness: 0.5})
	}
	f := inferred.Finder{Words: formWords}
	grids, refused, _ := f.Page(p, nil)
	if len(grids) != 1 {
		t.Fatalf("not read: %v", refused)
	}
	r := reportOf(t, grids)
	for i, want := range []string{"产出指标", "产出指标", "产出指标", "效益指标", "效益指标", "满意度指标"} {
		if got := r.Indicators[i].Level1.Text; got != want {
			t.Errorf("row %d: %q, want %q", i, got, want)
		}
	}
}

// What the edge of a page left over of a row stands beside the total of the next page: it is said, never dropped.
func TestRestOfARowBesideTheTotalIsSaid(t *testing.T) {
	texts := unruledForm()
	first := without(texts, func(w written) bool { return w.y >= 440 })
	f := inferred.Finder{Words: formWords}
	if _, refused, _ := f.Page(pageOf(first), nil); len(refused) > 0 {
		t.Fatal(refused)
	}
	p := pageOf([]written{{240, 57, "测评"}, {240, 75, "总分"}, {435, 75, "100"}, {480, 75, "98.00"}})
	p.Number = 2
	if _, refused, _ := f.Page(p, nil); len(refused) == 0 {
		t.Error("the rest of a name was dropped without a word")
	}
}

func reportOf(t *testing.T, grids []grid.Grid) *fuhe.Report {
	t.Helper()
	reports, unread := form.Read(grids)
	if len(reports) != 1 {
		t.Fatalf("%d reports, %v", len(reports), unread)
	}
	return reports[0]
}

// A heading that goes on below the line of the others, though its first line is one by itself: its rest is no entry.
func TestHeadingThatGoesOnBelowTheOthers(t *testing.T) {
	texts := without(roomyForm(), func(w written) bool { return w.text == "一级指标" })
	texts = append(texts, written{110, 295, "一级"}, written{110, 307, "指标"})
	expect(t, fieldsOf(t, texts), map[fuhe.Field]string{"/indicators/0/level1": "产出指标", "/indicators/0/name": "建设服务站点数量", "/indicators/5/level1": "满意度指标"})
}

// Office programs leave a little white between digits and ideographs: a unit behind it ends the heading, it begins none.
func TestUnitBehindALittleWhite(t *testing.T) {
	texts := without(unruledForm(), func(w written) bool { return w.x == 525 && w.y == 160 })
	texts = append(texts, written{501, 160, "得分（10"}, written{545.75, 160, "分*执行率）"})
	expect(t, fieldsOf(t, texts), map[fuhe.Field]string{"/funds/0/score": "9.00", "/funds/0/execution_rate": "90.00%", "/funds/2/executed": "18.00"})
}

// The reasons and measures asked for under the indicators of a form that prints no points are none of its rows.
func TestReasonsUnderAFormWithoutPoints(t *testing.T) {
	texts := without(unruledForm(), func(w written) bool { return (w.x == 435 || w.x == 480) && w.y >= 295 || w.y == 440 })
	got := fieldsOf(t, append(texts, written{110, 440, "偏差大或目标未完成原因分析"}, written{340, 440, "无"}, written{110, 460, "改进措施及结果应用方案"}, written{340, 460, "无"}))
	expect(t, got, map[fuhe.Field]string{"/indicators/0/name": "建设服务站点数量", "/indicators/2/actual": "90%", "/indicators/4/level1": "效益指标", "/indicators/5/target": "≥90%"})
	if _, ok := got["/indicators/6/name"]; ok {
		t.Error("the reasons were read as an indicator")
	}
}

// Two headings that all but touch are no heading of one column: what stands under them would be read as one text.
func TestHeadingsThatTouchAreNotOne(t *testing.T) {
	texts := without(unruledForm(), func(w written) bool { return w.y == 295 && (w.x == 315 || w.x == 385) })
	r, reasons := readTexts(append(texts, written{349, 295, "年初目标值（A）实际完成值（B）"}))
	if r != nil || len(reasons) == 0 {
		t.Errorf("read: %v", reasons)
	}
}

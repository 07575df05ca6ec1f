package extract

import (
	"strings"
	"testing"

	"fuhe"
	"fuhe/extract/form"
	"fuhe/extract/grid"
	"fuhe/extract/page/inferred"
)

// readPages is the form that the texts of pages make, and why there is none.
func readPages(pages ...[]written) (*fuhe.Report, []string) {
	f := inferred.Finder{Words: formWords}
	var grids []grid.Grid
	var reasons []string
	for i, texts := range pages {
		p := pageOf(texts)
		p.Number = i + 1
		found, refused, _ := f.Page(p, nil)
		grids = append(grids, found...)
		for _, r := range refused {
			reasons = append(reasons, r.Reason)
		}
	}
	reports, unread := form.Read(grids)
	for _, u := range unread {
		reasons = append(reasons, u.Reason)
	}
	if len(reports) != 1 {
		return nil, reasons
	}
	return reports[0], reasons
}

func expectPages(t *testing.T, want map[fuhe.Field]string, pages ...[]written) {
	t.Helper()
	r, reasons := readPages(pages...)
	if r == nil || len(reasons) > 0 {
		t.Fatalf("not read: %v", reasons)
	}
	got := map[fuhe.Field]string{}
	for _, e := range r.Entries() {
		got[e.Field] = e.Cell.Text
	}
	expect(t, got, want)
}

// moved are the texts of some heights, so much higher.
func moved(texts []written, from, to, up float64) []written {
	var out []written
	for _, w := range texts {
		if w.y >= from && w.y < to {
			out = append(out, written{w.x, w.y - up, w.text})
		}
	}
	return out
}

// The remark over the total is no row of indicators, on whichever page it and the total stand.
func TestRemarkOverATotalOnTheNextPage(t *testing.T) {
	want := map[fuhe.Field]string{"/indicators/4/score": "15", "/indicators/4/level1": "效益指标", "/indicators/5/level2": "满意度", "/indicators/5/score": "10", "/total/weight": "100", "/total/score": "98.00"}
	texts, remark := unruledForm(), []written{{110, 440, "其他需要说明的事项"}, {400, 440, "无"}}
	rows, total := without(texts, func(w written) bool { return w.y >= 440 }), moved(texts, 440, 441, 380)
	expectPages(t, want, append(rows, remark...), total)
	next := append(moved(texts, 420, 421, 360), written{110, 80, "其他需要说明的事项"}, written{400, 80, "无"})
	expectPages(t, want, without(texts, func(w written) bool { return w.y >= 420 }), append(next, moved(texts, 440, 441, 340)...))
	if r, reasons := readPages(append(rows, remark...), []written{{240, 60, "二、主要做法"}, {240, 80, "专款专用。"}}); r == nil || len(reasons) > 0 || r.Total.Score.Text != "" {
		t.Errorf("another text on the next page: %v", reasons)
	}
}

// The name of a group whose rows the edge of a page parts is printed beside their middle: on the page after, too, above the rows
// that are left for it there.
func TestGroupPartedByThePage(t *testing.T) {
	texts := unruledForm()
	first := without(texts, func(w written) bool { return w.y >= 400 || w.text == "效益指标" })
	second := append(moved(texts, 400, 441, 340), written{110, 48, "效益指标"})
	expectPages(t, map[fuhe.Field]string{"/indicators/3/level1": "效益指标", "/indicators/4/level1": "效益指标", "/indicators/4/level2": "可持续影响", "/indicators/4/name": "长效机制",
		"/indicators/5/level1": "满意度指标", "/total/score": "98.00"}, append(first, written{110, 388, "效益指标"}), second)
}

// Names of groups that stand in the first of their rows do so on the next page, too.
func TestGroupsNamedInTheFirstRowOfTheNextPage(t *testing.T) {
	texts := without(unruledForm(), func(w written) bool {
		return w.text == "产出指标" || w.text == "效益指标" || w.x == 60 && w.y > 300
	})
	first := append(without(texts, func(w written) bool { return w.y >= 350 }), written{110, 320, "产出指标"})
	second := append(moved(texts, 350, 441, 300), written{110, 80, "效益指标"})
	expectPages(t, map[fuhe.Field]string{"/indicators/1/level1": "产出指标", "/indicators/3/level1": "效益指标", "/indicators/4/level1": "效益指标", "/indicators/5/level1": "满意度指标"}, first, second)
}

// A figure of the total that is broken in two is not read as the first half of it.
func TestTotalBrokenInTwo(t *testing.T) {
	for i, w := range unruledForm() {
		if w.y != 440 || w.text == "总分" {
			continue
		}
		texts := unruledForm()
		n := len(w.text) - 1
		texts[i].text = w.text[:n]
		r, reasons := readTexts(append(texts, written{w.x, 451, w.text[n:]}))
		if r != nil || !strings.Contains(strings.Join(reasons, " "), "under the total") {
			t.Errorf("%s: read, or refused for %v", w.text, reasons)
		}
	}
}

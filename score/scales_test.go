package score_test

import (
	"strings"
	"testing"

	"fuhe"
	"fuhe/score"
)

// Scales that a form prints in several sentences, and those with gaps: 80 % of 100.00 under each.
func TestScalesInSeveralSentences(t *testing.T) {
	const tiers = "注：执行率100%得10分；90%（含）～100%得9分；75%（含）～90%得8分；75%以下得0分。"
	for name, c := range map[string]struct{ note, score, total, says string }{
		"a tier of the third sentence": {tiers, "8", "98", ""},
		"the points of another":        {tiers, "9", "99", "error F104 8.00"},
		"a rate that no tier holds":    {"注：执行率达到100%得10分；低于60%不得分。", "8.00", "98.00", "note F104 "},
		"below it in proportion":       {"注：执行率低于60%不得分；60%以上按比例得分。", "8.00", "98.00", "note F104 "},
		"amounts that are blank":       {tiers, "8 ", "98", ""},
	} {
		form := strings.NewReplacer("980.00 | 1130.92 | 827.38", "100.00 | 100.00 | 80.00", "73.16% | 7.32", "80.00% | "+c.score, "97.32", c.total).Replace(unsourcedForm)
		form = strings.NewReplacer("| 5 | 4 | 印刷损耗，下年预留 |", "| 5 | 5 |  |", "4810册", "5010册", "| 9 | 8 | 改善程度未达预期 |", "| 7 | 7 |  |", "有所改善", "明显改善", "| 102 |", "| 100 |").Replace(form)
		if strings.HasSuffix(c.score, " ") {
			form = strings.Replace(form, "| 100.00 | 100.00 | 80.00 |", "|  |  |  |", 1)
		}
		r := readingOf(t, name, form+c.note+"\n")
		var said []string
		for _, f := range r.Findings {
			if f.Rule == "F104" || f.Severity == fuhe.Error {
				said = append(said, string(f.Severity)+" "+f.Rule+" "+f.Recomputed)
			}
		}
		if got := strings.Join(said, ", "); got != c.says {
			t.Errorf("%s: said %q, want %q", name, got, c.says)
		}
		if fixed := score.Recompute(r, score.Options{Lang: fuhe.ZH}); len(fixed) > 0 {
			t.Errorf("%s: corrected %+v", name, fixed)
		}
	}
}

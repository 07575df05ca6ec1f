package form

import (
	"strings"
	"testing"
)

// TestPointsOfOthersAreNamed: what others gave beside the form's own points is no entry, and is said not to be checked.
func TestPointsOfOthersAreNamed(t *testing.T) {
	for _, heading := range []string{"复核分", "财政评分", "复评得分", "主管部门评分"} {
		r := readOne(t, parse(t, change("| 得分 | 偏差原因分析及改进措施 |", "| 自评分 | "+heading+" |", "| 60 | 60 |  |", "| 60 | 60 | 55 |", "26.67 | 宣传不够", "26.67 | 20", "| 100 | 91.67 |  |", "| 100 | 91.67 | 80 |")))
		var got []string
		for _, l := range r.Lost {
			got = append(got, string(l.Part)+" "+l.Text)
			if l.Needed || !strings.Contains(l.Reason.ZH, heading) || !strings.Contains(l.Reason.EN, heading) {
				t.Errorf("%s: %s needed %v: %v", heading, l.Text, l.Needed, l.Reason)
			}
		}
		if s := strings.Join(got, ", "); s != "/indicators 55, /indicators 20, /total 80" {
			t.Errorf("%s: lost %q", heading, s)
		}
		if r.Indicators[0].Score.Text != "60" || r.Total.Score.Text != "91.67" {
			t.Errorf("%s: own points read as %q and %q", heading, r.Indicators[0].Score.Text, r.Total.Score.Text)
		}
	}
	r := readOne(t, parse(t, change("偏差原因分析及改进措施", "审核意见", "宣传不够", "见第2页说明")))
	if len(r.Lost) > 0 {
		t.Errorf("a remark is lost: %v", r.Lost)
	}
}

package form

import (
	"testing"

	"fuhe"
	"fuhe/extract/grid"
)

// TestTitlesOfSeveralLines: a title is read whole; a year, an annex, an entry or a paragraph above it is none of it.
func TestTitlesOfSeveralLines(t *testing.T) {
	type line struct {
		text string
		box  fuhe.Box
	}
	last := line{"（青禾分中心）项目支出绩效自评表", fuhe.Box{189, 66, 405, 78}}
	plain := line{"运转项目绩效自评表", fuhe.Box{230, 66, 364, 78}}
	for name, c := range map[string]struct {
		above []line
		want  string
	}{
		"two lines":        {[]line{{"某市示例公共服务中心", fuhe.Box{207, 49, 387, 61}}, last}, "某市示例公共服务中心（青禾分中心）项目支出绩效自评表"},
		"set as one":       {[]line{{"某市2023年示例中心建设", fuhe.Box{207, 49, 387, 61}}, plain}, "某市2023年示例中心建设运转项目绩效自评表"},
		"three lines":      {[]line{{"某市", fuhe.Box{285, 32, 309, 44}}, {"示例中心", fuhe.Box{273, 49, 321, 61}}, plain}, "某市示例中心运转项目绩效自评表"},
		"smaller above":    {[]line{{"某市示例中心", fuhe.Box{270, 52, 324, 61}}, plain}, "运转项目绩效自评表"},
		"not centred":      {[]line{{"某市示例中心", fuhe.Box{60, 49, 132, 61}}, plain}, "运转项目绩效自评表"},
		"far above":        {[]line{{"某市示例中心", fuhe.Box{261, 20, 333, 32}}, plain}, "运转项目绩效自评表"},
		"an annex":         {[]line{{"附件2", fuhe.Box{207, 49, 387, 61}}, last}, "（青禾分中心）项目支出绩效自评表"},
		"a year":           {[]line{{"（2023年度）", fuhe.Box{207, 49, 387, 61}}, plain}, "运转项目绩效自评表"},
		"an entry":         {[]line{{"填报单位：某局", fuhe.Box{207, 49, 387, 61}}, plain}, "运转项目绩效自评表"},
		"a sentence":       {[]line{{"现将自评情况报告如下。", fuhe.Box{207, 49, 387, 61}}, plain}, "运转项目绩效自评表"},
		"without geometry": {[]line{{"某市示例公共服务中心", fuhe.Box{}}, {last.text, fuhe.Box{}}}, "某市示例公共服务中心（青禾分中心）项目支出绩效自评表"},
	} {
		t.Run(name, func(t *testing.T) {
			g := parse(t, national)
			g.Page, g.Above = 1, nil
			for _, l := range c.above {
				g.Above = append(g.Above, fuhe.Line{Text: l.text, At: fuhe.Source{Page: 1, Box: l.box}})
			}
			reports, unread := Read([]grid.Grid{g})
			if len(reports) != 1 || reports[0].Title != c.want {
				t.Errorf("%d reports, unread %v", len(reports), unread)
				for _, r := range reports {
					t.Error(r.Title)
				}
			}
		})
	}
}

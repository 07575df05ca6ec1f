package form

import (
	"testing"

	"fuhe"
	"fuhe/extract/grid"
)

// TestWordsBehindPoints: a name behind a score or a weight leaves it in doubt; units of points, grades, marks and remarks do not.
func TestWordsBehindPoints(t *testing.T) {
	for was, texts := range map[string]map[string]bool{
		"26.67": {"26.67张三": true, "26.67 李四": true, "26.67分王五": true, "26.67ok": true, "26.67": false, "26.67分": false, "26.67分（已扣）": false, "26.67（扣3.33分）": false, "26.67①": false},
		"91.67": {"91.67张三": true, "91.67分": false, "91.67优": false, "91.67（优）": false},
	} {
		field := map[string]fuhe.Field{"26.67": "/indicators/1/score", "91.67": "/total/score"}[was]
		for text, doubtful := range texts {
			reports, unread := Read([]grid.Grid{parse(t, change(was, text))})
			if len(reports) != 1 {
				t.Errorf("%s: %d reports, unread %v", text, len(reports), unread)
				continue
			}
			for _, e := range reports[0].Entries() {
				if e.Field == field && ((e.Cell.Doubt != nil) != doubtful || (e.Cell.Number == nil) != doubtful) {
					t.Errorf("%s: number %v, doubt %v", text, e.Cell.Number, e.Cell.Doubt)
				}
			}
		}
	}
}

package page

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fuhe"
	"fuhe/render/review"
)

// shownForm is what the browser is given of a form.
type shownForm struct {
	SHA256   string
	Title    string
	Findings []struct {
		ID, Rule, Root, Published, Recomputed string
		Places                                []struct {
			Mark, Text string
			Field      fuhe.Field
		}
		Verdict review.Verdict
	}
	Figures []struct {
		Field    fuhe.Field
		Text     string
		Class    fuhe.Class
		Interval string
		Read     *string
		Because  string
	}
}

func (v *served) shown(path string) (f shownForm) {
	v.t.Helper()
	v.json(path, &f)
	return f
}

// The published form of Shanghai: 35.77% is 147,663.64 over 412907.00, and its second place is a term of X601.
func TestFormIsExplained(t *testing.T) {
	v := serve(t, "shanghai-2021/chromium.pdf")
	f := v.shown("/api/form/0/0")
	first, second := f.Findings[0], f.Findings[1]
	if first.Rule != "F102" || first.Published != "35.77%" || first.Places[0].Text != "35.77%" || first.Places[1].Text != "147,663.64" || first.Places[2].Text != "412907.00" {
		t.Errorf("%+v", first)
	}
	if second.Rule != "X601" || second.Root != first.ID || second.Places[1].Text != "35.76%" {
		t.Errorf("%+v", second)
	}
	for _, n := range f.Figures {
		if n.Field == "/funds/0/execution_rate" && n.Interval != "[35.765, 35.775)%" {
			t.Errorf("interval %s", n.Interval)
		}
		if n.Class == fuhe.Unchecked && n.Because == "" {
			t.Errorf("%s %q is unchecked without a reason", n.Field, n.Text)
		}
	}
	if status, png := v.get("/picture/0/1"); status != http.StatusOK || !strings.HasPrefix(png, "\x89PNG") {
		t.Errorf("picture: %d", status)
	}
}

func TestVerdictsGoToTheFile(t *testing.T) {
	v := serve(t, "shanghai-2021/chromium.pdf", "shanghai-2021/shanghai-2021.xlsx")
	f := v.shown("/api/form/0/0")
	say := map[string]any{"sha256": f.SHA256, "finding": f.Findings[0].ID, "verdict": "confirmed", "note": "属实", "by": "王", "rectification": "已整改"}
	if status, body := v.post("/api/verdict", say); status != http.StatusOK {
		t.Fatalf("%d %s", status, body)
	}
	raw, err := os.ReadFile(filepath.Join(v.folder, review.FileName))
	if err != nil || !strings.Contains(string(raw), `"verdict": "confirmed"`) || !strings.Contains(string(raw), "已整改") {
		t.Errorf("%s %v", raw, err)
	}
	if got := v.shown("/api/form/0/0").Findings[0].Verdict; got.Verdict != review.Confirmed || got.By != "王" {
		t.Errorf("%+v", got)
	}
	for name, wrong := range map[string]map[string]any{
		"word":    {"sha256": f.SHA256, "finding": f.Findings[0].ID, "verdict": "yes"},
		"finding": {"sha256": f.SHA256, "finding": "none", "verdict": "open"},
		"state":   {"sha256": f.SHA256, "finding": f.Findings[0].ID, "verdict": "open", "rectification": "x"},
	} {
		if status, _ := v.post("/api/verdict", wrong); status != http.StatusBadRequest && status != http.StatusNotFound {
			t.Errorf("%s: %d", name, status)
		}
	}
	var forms struct{ Total int }
	if v.json("/api/forms?verdict=confirmed", &forms); forms.Total != 1 {
		t.Errorf("%d forms with a confirmed finding", forms.Total)
	}
}

// Equal findings of two files of one form are judged at once, and a note on one of them stays.
func TestGroupsAreJudgedAtOnce(t *testing.T) {
	v := serve(t, "shanghai-2021/chromium.pdf", "shanghai-2021/weasyprint.pdf")
	f := v.shown("/api/form/0/0")
	v.post("/api/verdict", map[string]any{"sha256": f.SHA256, "finding": f.Findings[0].ID, "verdict": "open", "note": "问过单位"})
	var groups []struct {
		Rule, Message string
		Count, Open   int
	}
	v.json("/api/groups", &groups)
	for _, g := range groups {
		if g.Rule != "F102" {
			continue
		}
		if g.Count != 2 || g.Open != 2 {
			t.Errorf("%+v", g)
		}
		if status, body := v.post("/api/verdict", map[string]any{"group": map[string]string{"rule": g.Rule, "message": g.Message}, "verdict": "rejected"}); status != http.StatusOK || !strings.Contains(body, `"written":2`) {
			t.Errorf("%d %s", status, body)
		}
	}
	if got := v.shown("/api/form/0/0").Findings[0].Verdict; got.Verdict != review.Rejected || got.Note != "问过单位" {
		t.Errorf("%+v", got)
	}
}

// A figure read by hand is marked, and the form is judged again; taken back, it is as it was.
func TestReadingJudgesAgain(t *testing.T) {
	v := serve(t, "shanghai-2021/chromium.pdf")
	reading := map[string]any{"doc": 0, "report": 0, "field": "/funds/0/execution_rate", "text": "35.76%"}
	if status, body := v.post("/api/reading", reading); status != http.StatusOK || strings.Contains(body, `"rule":"F102"`) || !strings.Contains(body, `"read":"35.77%"`) {
		t.Errorf("%d %.200s", status, body)
	}
	reading["undo"] = true
	if status, body := v.post("/api/reading", reading); status != http.StatusOK || !strings.Contains(body, `"rule":"F102"`) || strings.Contains(body, `"read":"35.77%"`) {
		t.Errorf("%d %.200s", status, body)
	}
	reading["field"] = "/nothing"
	if status, _ := v.post("/api/reading", reading); status != http.StatusNotFound {
		t.Errorf("an entry that is not there: %d", status)
	}
	// The file is another one now: nothing is read in its name.
	path := filepath.Join(v.folder, "shanghai-2021-chromium.pdf")
	if err := os.WriteFile(path, []byte("%PDF-1.4\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	reading["field"], reading["undo"] = "/funds/0/execution_rate", false
	if status, body := v.post("/api/reading", reading); status != http.StatusConflict || !strings.Contains(body, "changed") {
		t.Errorf("%d %s", status, body)
	}
}

// Dropped files are read like others, whatever their names; one that is hostile says so.
func TestDroppedOntoThePage(t *testing.T) {
	v := serve(t)
	form, err := os.ReadFile("../../../samples/shanghai-2021/chromium.pdf")
	if err != nil {
		t.Fatal(err)
	}
	type file struct {
		Name    string `json:"name"`
		Content []byte `json:"content"`
	}
	names := []string{`..\..\evil<script>.pdf`, "../../../etc/cron.d/x.pdf", "", "CON", ".hidden.pdf", strings.Repeat("长", 300) + ".pdf"}
	var files []file
	for _, n := range names {
		files = append(files, file{n, form})
	}
	files = append(files, file{"broken.pdf", []byte("%PDF-1.7 nothing behind it")})
	if status, body := v.post("/api/drop", map[string]any{"files": files}); status != http.StatusOK {
		t.Fatalf("%d %s", status, body)
	}
	v.wait(len(files))
	var forms struct {
		Total int
		Forms []struct{ Path, Status, Title string }
	}
	v.json("/api/forms", &forms)
	if forms.Total != len(files) {
		t.Errorf("%d of %d: %+v", forms.Total, len(files), forms.Forms)
	}
	if last := forms.Forms[len(forms.Forms)-1]; last.Status != "unread" || !strings.Contains(last.Title, "damaged") {
		t.Errorf("%+v", last)
	}
	found, err := filepath.Glob(filepath.Join(v.options.Folder, "*", "*"))
	if err != nil || len(found) != len(files) {
		t.Errorf("kept: %v %v", found, err)
	}
	if status, _ := v.get("/picture/0/1"); status != http.StatusOK {
		t.Errorf("picture of a dropped file: %d", status)
	}
	if status, _ := v.post("/api/drop", map[string]any{"files": []file{}}); status != http.StatusBadRequest {
		t.Errorf("nothing dropped: %d", status)
	}
}

func TestQuitEnds(t *testing.T) {
	v := serve(t)
	if status, _ := v.post("/api/quit", struct{}{}); status != http.StatusNoContent {
		t.Errorf("%d", status)
	}
	if _, open := <-v.quit; open {
		t.Error("it goes on")
	}
}

// The picture of a page shows the text of a form with embedded fonts; what is no form or page is not asked for.
func TestUnseenTexts(t *testing.T) {
	v := serve(t, "shanghai-2021/chromium.pdf")
	if status, body := v.get("/api/unseen/0/0/1"); status != http.StatusOK || strings.TrimSpace(body) != "[]" {
		t.Errorf("%d %s", status, body)
	}
	for _, path := range []string{"/api/unseen/0/1/1", "/api/unseen/0/0/9", "/api/unseen/x/0/1", "/api/unseen/0/-1/1"} {
		if status, _ := v.get(path); status != http.StatusNotFound {
			t.Errorf("%s: %d", path, status)
		}
	}
}

// What was not read is one look away, a missing file as any other.
func TestUnreadIsListed(t *testing.T) {
	v := serve(t, "shanghai-2021/chromium.pdf")
	o := v.options.Run
	o.Paths = []string{filepath.Join(v.folder, "missing.pdf")}
	var said []string
	v.options.Took = func(doc fuhe.Document) { said = append(said, doc.Path) }
	v.read(v.ctx, o)
	var list struct {
		Total int
		Forms []struct{ Path, Title, Status string }
	}
	v.json("/api/forms?severity=unread", &list)
	if list.Total != 1 || list.Forms[0].Status != "unread" || !strings.Contains(list.Forms[0].Title, "no such file") || len(said) != 1 {
		t.Errorf("%+v, said %v", list, said)
	}
}

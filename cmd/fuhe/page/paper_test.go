package page

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fuhe"
	"fuhe/render/paper"
)

type shownPapers struct {
	State, Path string
	Entries     []struct{ Key, Label, Value string }
}

func (v *served) typedPapers() (p shownPapers) {
	v.t.Helper()
	v.json("/api/papers", &p)
	return p
}

// What is typed goes to the file beside the review file, and a page opened later begins with it.
func TestParticularsAreTyped(t *testing.T) {
	v := serve(t, "shanghai-2021/chromium.pdf")
	before := v.typedPapers()
	if len(before.Entries) != 12 || before.Entries[1].Label != "audited unit" || before.Path != filepath.Join(v.folder, paper.FileName) {
		t.Errorf("%+v", before)
	}
	if status, body := v.post("/api/papers", map[string]any{"state": before.State, "entries": map[string]string{"被审计单位": "<b>某委</b>", "索引号": "JX", "编制人": "=王"}}); status != http.StatusOK {
		t.Fatalf("%d %s", status, body)
	}
	if got := v.options.Papers.Particulars(); got.Unit != "<b>某委</b>" || got.Index(2) != "JX-002" {
		t.Errorf("%+v", got)
	}
	again, err := OpenPapers(before.Path, paper.Particulars{}, fuhe.EN)
	if err != nil || again.Particulars().PreparedBy != "=王" {
		t.Errorf("%+v, %v", again, err)
	}
	given, err := OpenPapers(before.Path, paper.Particulars{Unit: "另一单位"}, fuhe.EN) // --paper goes before what was kept
	if err != nil || given.Particulars().Unit != "另一单位" || given.Particulars().PreparedBy != "" {
		t.Errorf("%+v, %v", given, err)
	}
}

// Of two pages that are open the later one does not write over what it has not seen, nor over what another program wrote.
func TestParticularsTypedTwice(t *testing.T) {
	v := serve(t, "shanghai-2021/chromium.pdf")
	first := v.typedPapers().State
	if status, _ := v.post("/api/papers", map[string]any{"state": first, "entries": map[string]string{"期间": "2024"}}); status != http.StatusOK {
		t.Fatal(status)
	}
	status, body := v.post("/api/papers", map[string]any{"state": first, "entries": map[string]string{"期间": "2023"}})
	if status != http.StatusConflict || !strings.Contains(body, saysStale.EN) || v.options.Papers.Particulars().Period != "2024" {
		t.Errorf("%d %s", status, body)
	}
	now := v.typedPapers()
	if err := os.WriteFile(now.Path, []byte("期间: 2022\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if status, _ := v.post("/api/papers", map[string]any{"state": now.State, "entries": map[string]string{"期间": "2021"}}); status != http.StatusConflict {
		t.Error(status)
	}
	if got := v.options.Papers.Particulars(); got.Period != "2022" { // what the other wrote is what holds now
		t.Errorf("%+v", got)
	}
	if status, body := v.post("/api/papers", map[string]any{"state": v.typedPapers().State, "entries": map[string]string{"期间": "a\nb"}}); status != http.StatusBadRequest || !strings.Contains(body, "期间") {
		t.Errorf("%d %s", status, body)
	}
}

func TestKeptParticularsThatCannotBeRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), paper.FileName)
	if err := os.WriteFile(path, []byte("颜色: 红\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenPapers(path, paper.Particulars{}, fuhe.EN); err == nil || !strings.Contains(err.Error(), path) || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("%v", err)
	}
}

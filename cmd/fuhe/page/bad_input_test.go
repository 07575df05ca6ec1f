package page

import (
	"context"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fuhe"
	"fuhe/render/review"
)

// Two pages are open on one review file: what is said in either is in the file, and both show it.
func TestTwoPagesOnOneReviewFile(t *testing.T) {
	a := serve(t, "shanghai-2021/chromium.pdf")
	o := a.options
	var err error
	if o.Review, err = review.OpenFile(filepath.Join(a.folder, review.FileName), fuhe.EN); err != nil {
		t.Fatal(err)
	}
	s, err := Listen(o)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx) }()
	defer func() {
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	}()
	b := &served{s, t, "http://" + s.host, a.client, a.folder}
	if status, _ := b.get("/?token=" + token); status != http.StatusOK {
		t.Fatalf("the second page: %d", status)
	}
	b.wait(1)
	f := a.shown("/api/form/0/0")
	for i, page := range []*served{a, b} {
		if status, body := page.post("/api/verdict", map[string]any{"sha256": f.SHA256, "finding": f.Findings[i].ID, "verdict": "confirmed"}); status != http.StatusOK {
			t.Fatalf("%d %s", status, body)
		}
	}
	for _, page := range []*served{a, b} {
		for i, n := range page.shown("/api/form/0/0").Findings[:2] {
			if n.Verdict.Verdict != review.Confirmed {
				t.Errorf("%s does not show what was said of finding %d", page.base, i)
			}
		}
	}
}

// A review file that somebody broke by hand meanwhile stays as it is, and one line says what is wrong with it.
func TestReviewFileBrokenMeanwhile(t *testing.T) {
	v := serve(t, "shanghai-2021/chromium.pdf")
	f := v.shown("/api/form/0/0")
	path, broken := filepath.Join(v.folder, review.FileName), "{\n \"schema\": \"fuhe-review/1\",\n \"verdicts\": [,]\n}"
	if err := os.WriteFile(path, []byte(broken), 0o666); err != nil {
		t.Fatal(err)
	}
	status, body := v.post("/api/verdict", map[string]any{"sha256": f.SHA256, "finding": f.Findings[0].ID, "verdict": "confirmed"})
	if status != http.StatusConflict || !strings.Contains(body, review.FileName) || !strings.Contains(body, "line 3") || strings.Count(strings.TrimSpace(body), "\n") > 0 {
		t.Errorf("%d %s", status, body)
	}
	if raw, err := os.ReadFile(path); err != nil || string(raw) != broken {
		t.Errorf("the file was written: %s %v", raw, err)
	}
}

// An input that is another file now, or is gone: its pages are not shown as if they were those that were read, what was said stays.
func TestInputChangedMeanwhile(t *testing.T) {
	v := serve(t, "shanghai-2021/chromium.pdf")
	f := v.shown("/api/form/0/0")
	v.post("/api/verdict", map[string]any{"sha256": f.SHA256, "finding": f.Findings[0].ID, "verdict": "confirmed"})
	path := filepath.Join(v.folder, "shanghai-2021-chromium.pdf")
	other, err := os.ReadFile("../../../samples/clean-d1/D1-clean-wk-zenhei.pdf")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, other, 0o666); err != nil {
		t.Fatal(err)
	}
	if status, body := v.get("/picture/0/1"); status != http.StatusNotFound || !strings.Contains(body, "changed") {
		t.Errorf("another file: %d %.80s", status, body)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if status, body := v.get("/picture/0/1"); status != http.StatusNotFound || strings.TrimSpace(body) == "" {
		t.Errorf("no file: %d %.80s", status, body)
	}
	if got := v.shown("/api/form/0/0").Findings[0].Verdict.Verdict; got != review.Confirmed {
		t.Errorf("the verdict is %q", got)
	}
}

// Methods that a page has no use for are refused, and none of them tells other pages that they may ask.
func TestOtherMethods(t *testing.T) {
	v := serve(t)
	for _, method := range []string{"OPTIONS", "TRACE", "PROPFIND", "HEAD"} {
		status, body, h := v.do(v.request(method, "/api/verdict", nil))
		if status < 400 || h.Get("Access-Control-Allow-Methods") != "" || h.Get("Access-Control-Allow-Origin") != "" || strings.Contains(body, "Cookie") {
			t.Errorf("%s: %d %v %s", method, status, h, body)
		}
	}
}

// A dropped file that is too large costs itself only, and is named.
func TestTooLargeToDropInABrowser(t *testing.T) {
	v := serve(t)
	ctx := browserOn(t, v, "#q")
	act(t, ctx, "drop", js(`take([{ name: "huge.pdf", size: 5e8, arrayBuffer() { throw new Error("it was read"); } }, new File(["项目"], "small.txt")])`))
	holds(t, ctx, "it is named", `(m => m.includes("huge.pdf") && m.includes("too large"))(document.querySelector("#message").textContent)`)
	holds(t, ctx, "the other one is there", `document.querySelector("#forms").textContent.includes("small.txt")`)
}

//go:build unix

package main

import (
	"archive/zip"
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"net/http"
	"net/http/cookiejar"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"fuhe/render/review"
)

// served is a review page that runs as its own process, over the published form of Shanghai.
type served struct {
	t      *testing.T
	base   string
	client *http.Client
	folder string
	ended  func(syscall.Signal) (status int, said string)
}

// startServe starts the page over one form and waits until it is read.
func startServe(t *testing.T) *served {
	t.Helper()
	folder := t.TempDir()
	form, err := os.ReadFile("../../samples/shanghai-2021/chromium.pdf")
	if err == nil {
		err = os.WriteFile(filepath.Join(folder, "form.pdf"), form, 0o666)
	}
	if err != nil {
		t.Fatal(err)
	}
	s := serveFolder(t, folder)
	s.until(`"done":true`)
	return s
}

// until waits for the state of the page to hold a text.
func (s *served) until(text string) {
	s.t.Helper()
	for range 600 {
		if bytes.Contains(s.get("/api/state"), []byte(text)) {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	s.t.Fatalf("the page never says %s", text)
}

// serveFolder starts the page over a folder that may have just begun to be read.
func serveFolder(t *testing.T, folder string) *served {
	t.Helper()
	c := exec.Command("fuhe", "serve", "--no-browser", "--lang", "zh", folder)
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	c.Stderr = &said
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	ended := func(by syscall.Signal) (int, string) {
		_ = c.Process.Signal(by) // a test may have ended it
		_ = c.Wait()             // its status is looked at
		return c.ProcessState.ExitCode(), said.String()
	}
	t.Cleanup(func() { ended(syscall.SIGTERM) })
	url, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	base, _, _ := strings.Cut(url, "/?token=")
	s := &served{t, base, &http.Client{Jar: jar}, folder, ended}
	s.get(strings.TrimPrefix(strings.TrimSpace(url), base))
	return s
}

// Ctrl-C is how a person ends the page: that is no interruption, unless files are left. Other signals are one.
func TestEndOfThePage(t *testing.T) {
	if status, said := startServe(t).ended(syscall.SIGINT); status != 0 || strings.Contains(said, "未处理") {
		t.Errorf("Ctrl-C behind the last file: %d %s", status, said)
	}
	if status, said := startServe(t).ended(syscall.SIGTERM); status != 143 || !strings.Contains(said, "已中断，0 个文件未处理") {
		t.Errorf("SIGTERM: %d %s", status, said)
	}
	folder := copies(t, "../../samples/shanghai-2021/chromium.pdf", 400)
	if status, said := serveFolder(t, folder).ended(syscall.SIGINT); status != 130 || strings.Count(said, "个文件未处理") != 1 {
		t.Errorf("Ctrl-C before the last file: %d %s", status, said)
	}
	s := serveFolder(t, folder)
	s.until(`"expected":400`)
	answer, err := s.client.Post(s.base+"/api/quit", "application/json", strings.NewReader("{}"))
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	if _, said := s.ended(0); answer.StatusCode != http.StatusNoContent || strings.Count(said, "个文件未处理") != 1 {
		t.Errorf("quit before the last file: %d %s", answer.StatusCode, said)
	}
}

func (s *served) get(path string) []byte {
	s.t.Helper()
	answer, err := s.client.Get(s.base + path)
	if err != nil {
		s.t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		s.t.Fatalf("%s: %d %v %.200s", path, answer.StatusCode, err, body)
	}
	return body
}

// Every export holds the finding and what was said of it, which is in the file at once.
func TestExportsOfThePage(t *testing.T) {
	s := startServe(t)
	var form struct {
		SHA256   string
		Findings []struct{ ID, Rule string }
	}
	if err := json.Unmarshal(s.get("/api/form/0/0"), &form); err != nil || form.Findings[0].Rule != "F102" {
		t.Fatalf("%+v %v", form, err)
	}
	body, err := json.Marshal(map[string]string{"sha256": form.SHA256, "finding": form.Findings[0].ID, "verdict": "confirmed", "note": "见账册"})
	if err != nil {
		t.Fatal(err)
	}
	answer, err := s.client.Post(s.base+"/api/verdict", "application/json", bytes.NewReader(body))
	if err != nil || answer.StatusCode != http.StatusOK {
		t.Fatalf("%v %v", answer, err)
	}
	answer.Body.Close()
	if raw, err := os.ReadFile(filepath.Join(s.folder, review.FileName)); err != nil || !bytes.Contains(raw, []byte("见账册")) {
		t.Errorf("%s %v", raw, err)
	}

	book, err := excelize.OpenReader(bytes.NewReader(s.get("/export/fuhe-corrected.xlsx")))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if got := strings.Join(book.GetSheetList()[:5], "|"); got != "封面|复核汇总|复核意见|复核底稿|数据" {
		t.Errorf("sheets %s", got)
	}
	rows, err := book.GetRows("复核意见")
	if err != nil || !strings.Contains(strings.Join(rows[3], "|"), "属实 见账册") && !strings.Contains(strings.Join(rows[2], "|"), "属实 见账册") {
		t.Errorf("%v %v", rows, err)
	}
	page := string(s.get("/export/fuhe-report.html"))
	if !strings.Contains(page, "35.77%") || !strings.Contains(page, "见账册") || !strings.Contains(page, "data:image/png") {
		t.Errorf("the report lacks the figure, the note or a picture; %d bytes", len(page))
	}
	word := s.get("/export/fuhe-word.zip")
	papers, err := zip.NewReader(bytes.NewReader(word), int64(len(word)))
	if err != nil || len(papers.File) != 2 {
		t.Errorf("%v: Word papers", err)
	}
	var found struct {
		Documents []struct {
			Reports []struct{ Findings []struct{ Rule string } }
		}
	}
	if err := json.Unmarshal(s.get("/export/fuhe-findings.json"), &found); err != nil || found.Documents[0].Reports[0].Findings[0].Rule != "F102" {
		t.Errorf("%+v %v", found, err)
	}
	lines, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(s.get("/export/fuhe-findings.csv"), []byte("\uFEFF")))).ReadAll()
	if err != nil || len(lines) != 1+len(form.Findings) {
		t.Errorf("%d lines of %d findings: %v", len(lines), len(form.Findings), err)
	}
}

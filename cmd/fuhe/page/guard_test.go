package page

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"net/http/cookiejar"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fuhe"
	"fuhe/cmd/fuhe/run"
	"fuhe/extract"
	"fuhe/render"
	"fuhe/render/paper"
	"fuhe/render/review"
	"fuhe/score"
)

const token = "ASECRETFORTHISTEST"

// served is a page over the given samples, and a browser that was let in.
type served struct {
	*Server
	t      *testing.T
	base   string
	client *http.Client
	folder string // of the inputs
}

func serve(t *testing.T, samples ...string) *served {
	t.Helper()
	folder := t.TempDir()
	var paths []string
	for _, p := range samples {
		raw, err := os.ReadFile(filepath.Join("../../../samples", p))
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(folder, strings.ReplaceAll(p, "/", "-"))
		if err := os.WriteFile(path, raw, 0o666); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	file, err := review.OpenFile(filepath.Join(folder, review.FileName), fuhe.EN)
	if err != nil {
		t.Fatal(err)
	}
	o := run.Options{Paths: paths, Jobs: 1, Reading: extract.Options{Lang: fuhe.EN}, Scoring: score.Options{Lang: fuhe.EN}}
	o.Reread = func(doc *fuhe.Document) {
		held := file.Review()
		held.Apply(doc)
	}
	rules := map[string]render.Rule{}
	for _, r := range score.Rules() {
		rules[r.ID] = render.Rule{Title: r.Title.EN, Basis: r.Basis.EN}
	}
	papers, err := OpenPapers(filepath.Join(folder, paper.FileName), paper.Particulars{}, fuhe.EN)
	if err != nil {
		t.Fatal(err)
	}
	s, err := Listen(Options{Lang: fuhe.EN, Rules: rules, Run: o, Review: file, Papers: papers, Folder: t.TempDir(), Token: token, Exports: []Export{{Name: "count.txt", Type: "text/plain", Write: func(found Found) ([]byte, error) {
		return []byte{byte('0' + len(found.Docs))}, nil
	}}}})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx) }()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	v := &served{s, t, "http://" + s.host, &http.Client{Jar: jar}, folder}
	if status, _ := v.get("/?token=" + token); status != http.StatusOK {
		t.Fatalf("the first URL gives %d", status)
	}
	v.wait(len(paths))
	return v
}

// wait waits until so many documents are read and judged.
func (v *served) wait(n int) {
	v.t.Helper()
	for range 600 {
		var state struct {
			Done bool
			Read int
		}
		v.json("/api/state", &state)
		if state.Done && state.Read >= n {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	v.t.Fatal("the inputs are not read")
}

func (v *served) do(r *http.Request) (int, string, http.Header) {
	v.t.Helper()
	answer, err := v.client.Do(r)
	if err != nil {
		v.t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		v.t.Fatal(err)
	}
	return answer.StatusCode, string(body), answer.Header
}

func (v *served) request(method, path string, body io.Reader) *http.Request {
	v.t.Helper()
	r, err := http.NewRequest(method, v.base+path, body)
	if err != nil {
		v.t.Fatal(err)
	}
	return r
}

func (v *served) get(path string) (int, string) {
	v.t.Helper()
	status, body, _ := v.do(v.request("GET", path, nil))
	return status, body
}

func (v *served) json(path string, into any) {
	v.t.Helper()
	status, body := v.get(path)
	if status != http.StatusOK {
		v.t.Fatalf("%s: %d %s", path, status, body)
	}
	if err := json.Unmarshal([]byte(body), into); err != nil {
		v.t.Fatal(err)
	}
}

func (v *served) post(path string, value any) (int, string) {
	v.t.Helper()
	raw, err := json.Marshal(value)
	if err != nil {
		v.t.Fatal(err)
	}
	r := v.request("POST", path, bytes.NewReader(raw))
	r.Header.Set("Content-Type", "application/json")
	status, body, _ := v.do(r)
	return status, body
}

func TestListensHereOnly(t *testing.T) {
	v := serve(t)
	host, _, err := net.SplitHostPort(v.host)
	if err != nil || host != "127.0.0.1" {
		t.Errorf("it listens on %s", v.host)
	}
	addresses, err := net.InterfaceAddrs()
	if err != nil {
		t.Fatal(err)
	}
	_, port, _ := net.SplitHostPort(v.host)
	for _, a := range addresses {
		ip, _, err := net.ParseCIDR(a.String())
		if err != nil || ip.IsLoopback() || ip.To4() == nil {
			continue
		}
		if c, err := net.DialTimeout("tcp", net.JoinHostPort(ip.String(), port), time.Second); err == nil {
			c.Close()
			t.Errorf("it answers on %s", ip)
		}
	}
}

func TestNobodyWithoutTheToken(t *testing.T) {
	v := serve(t)
	v.client.Jar = nil
	for _, path := range []string{"/", "/api/state", "/api/forms", "/api/form/0/0", "/picture/0/1", "/export/count.txt", "/assets/page.js", "/?token=", "/?token=wrong"} {
		if status, body := v.get(path); status != http.StatusForbidden || strings.Contains(body, "form") {
			t.Errorf("%s: %d %s", path, status, body)
		}
	}
	r := v.request("GET", "/api/state", nil)
	r.AddCookie(&http.Cookie{Name: cookieName, Value: token[1:]})
	if status, _, _ := v.do(r); status != http.StatusForbidden {
		t.Errorf("another cookie: %d", status)
	}
	v.client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	status, _, h := v.do(v.request("GET", "/?token="+token, nil))
	cookie := h.Get("Set-Cookie")
	if status != http.StatusSeeOther || h.Get("Location") != "/" || !strings.Contains(cookie, "HttpOnly") || !strings.Contains(cookie, "SameSite=Strict") {
		t.Errorf("%d, to %q, cookie %q", status, h.Get("Location"), cookie)
	}
}

func TestOtherNamesAreRefused(t *testing.T) {
	v := serve(t)
	_, port, _ := net.SplitHostPort(v.host)
	for host, want := range map[string]int{
		"evil.example:" + port: http.StatusMisdirectedRequest, "evil.example": http.StatusMisdirectedRequest, "127.0.0.1": http.StatusMisdirectedRequest, "127.0.0.1:1": http.StatusMisdirectedRequest, v.host: http.StatusOK,
	} {
		r := v.request("GET", "/api/state", nil)
		r.Host = host
		r.AddCookie(&http.Cookie{Name: cookieName, Value: token})
		if status, _, _ := v.do(r); status != want {
			t.Errorf("%s: %d", host, status)
		}
	}
}

func TestOtherOriginsWriteNothing(t *testing.T) {
	v := serve(t)
	for header, value := range map[string]string{"Origin": "http://evil.example", "Sec-Fetch-Site": "cross-site"} {
		r := v.request("POST", "/api/quit", strings.NewReader("{}"))
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set(header, value)
		if status, _, _ := v.do(r); status != http.StatusForbidden {
			t.Errorf("%s: %d", header, status)
		}
	}
	for _, kind := range []string{"", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"} {
		r := v.request("POST", "/api/quit", strings.NewReader("{}"))
		r.Header.Set("Content-Type", kind)
		if status, _, _ := v.do(r); status != http.StatusUnsupportedMediaType {
			t.Errorf("%q: %d", kind, status)
		}
	}
	for _, path := range []string{"/nothing", "/api/form/0", "/assets/", "/api/form/x/0"} {
		if status, body, _ := v.do(v.request("GET", path, nil)); status != http.StatusNotFound || !strings.Contains(body, saysNoForm.EN) {
			t.Errorf("%s: %d %s", path, status, body)
		}
	}
	if status, body, h := v.do(v.request("GET", "/api/verdict", nil)); status != http.StatusMethodNotAllowed || h.Get("Allow") != "POST" || !strings.Contains(body, saysMethod.EN) {
		t.Errorf("%d %s %v", status, body, h)
	}
	for _, method := range []string{"PUT", "DELETE", "PATCH"} {
		if status, _, _ := v.do(v.request(method, "/api/verdict", nil)); status != http.StatusMethodNotAllowed {
			t.Errorf("%s: %d", method, status)
		}
	}
}

func TestBodiesHaveLimits(t *testing.T) {
	v := serve(t)
	if status, body := v.post("/api/verdict", map[string]string{"note": strings.Repeat("a", maxBody)}); status != http.StatusRequestEntityTooLarge {
		t.Errorf("%d %s", status, body)
	}
	if status, _ := v.post("/api/verdict", map[string]string{"what": "x"}); status != http.StatusBadRequest {
		t.Errorf("an unknown key: %d", status)
	}
}

func TestHeaders(t *testing.T) {
	v := serve(t, "shanghai-2021/chromium.pdf")
	for _, path := range []string{"/", "/assets/page.js", "/assets/page.css", "/api/state", "/picture/0/1", "/export/count.txt", "/nothing"} {
		_, _, h := v.do(v.request("GET", path, nil))
		for name, want := range map[string]string{
			"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "X-Frame-Options": "DENY", "Cross-Origin-Opener-Policy": "same-origin",
			"Cross-Origin-Resource-Policy": "same-origin", "Content-Security-Policy": "default-src 'none'",
		} {
			if !strings.HasPrefix(h.Get(name), want) {
				t.Errorf("%s: %s: %q", path, name, h.Get(name))
			}
		}
		if csp := h.Get("Content-Security-Policy"); strings.Contains(csp, "unsafe") || strings.Contains(csp, "*") {
			t.Errorf("policy %s", csp)
		}
		for _, name := range []string{"Access-Control-Allow-Origin", "Server", "X-Powered-By"} {
			if h.Get(name) != "" {
				t.Errorf("%s: %s: %q", path, name, h.Get(name))
			}
		}
	}
}

// No request names a path of the disk: what was not named at the start is not to be had.
func TestNoPathsFromRequests(t *testing.T) {
	v := serve(t, "shanghai-2021/chromium.pdf")
	for _, path := range []string{
		"/assets/../page.go", "/assets/..%2fpage.go", "/assets/%2e%2e%2f%2e%2e%2fgo.mod", "/assets/page.html", "/export/..%2f..%2fetc%2fpasswd", "/picture/..%2f/1",
		"/picture/-1/1", "/picture/0/99", "/picture/9/1", "/api/form/0/9", "/api/form/-1/0", "/api/form/99999999999999999999/0", "/etc/passwd", "//etc/passwd",
	} {
		if status, body := v.get(path); status != http.StatusNotFound || strings.Contains(body, "package page") || strings.Contains(body, "root:") {
			t.Errorf("%s: %d %.80s", path, status, body)
		}
	}
}

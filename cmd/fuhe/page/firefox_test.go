package page

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/websocket"
)

// firefox is a real Firefox on a page, asked over WebDriver BiDi, which it speaks itself.
type firefox struct {
	t       *testing.T
	ws      *websocket.Conn
	id      int
	context string
}

var listening = regexp.MustCompile(`WebDriver BiDi listening on ws://(\S+)`)

// openFirefox starts one; where there is none the test is skipped, and says so.
func openFirefox(t *testing.T, v *served) *firefox {
	t.Helper()
	path, err := exec.LookPath("firefox-esr")
	if err != nil {
		if path, err = exec.LookPath("firefox"); err != nil {
			t.Skip("skipped: there is no firefox here; .ci/browser installs it")
		}
	}
	const origin = "http://localhost"
	command := exec.Command(path, "--headless", "--no-remote", "--profile", t.TempDir(), "--remote-debugging-port", "0", "--remote-allow-origins", origin, "--width", "1440", "--height", "900")
	said, err := command.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = command.Process.Kill() // the browser has nothing to lose
		_ = command.Wait()         // its status is that of being killed
	})
	f := &firefox{t: t}
	f.ws, err = websocket.Dial("ws://"+addressOf(t, said)+"/session", "", origin)
	if err != nil {
		t.Fatal(err)
	}
	f.ask("session.new", map[string]any{"capabilities": map[string]any{}})
	var tree struct{ Contexts []struct{ Context string } }
	f.into(f.ask("browsingContext.getTree", map[string]any{}), &tree)
	f.context = tree.Contexts[0].Context
	f.open(v.URL())
	return f
}

// addressOf waits for the address that a browser says it listens at.
func addressOf(t *testing.T, said io.Reader) string {
	t.Helper()
	found := make(chan string, 1)
	go func() {
		lines := bufio.NewScanner(said)
		for lines.Scan() {
			if m := listening.FindStringSubmatch(lines.Text()); m != nil {
				found <- m[1]
			}
		}
		close(found)
	}()
	address := <-found
	if address == "" {
		t.Fatal("firefox ended before it listened")
	}
	return address
}

// ask sends a command and waits for its answer; events are passed over.
func (f *firefox) ask(method string, params any) json.RawMessage {
	f.t.Helper()
	f.id++
	if err := websocket.JSON.Send(f.ws, map[string]any{"id": f.id, "method": method, "params": params}); err != nil {
		f.t.Fatal(err)
	}
	for {
		var answer struct {
			ID      int
			Type    string
			Result  json.RawMessage
			Message string
		}
		if err := websocket.JSON.Receive(f.ws, &answer); err != nil {
			f.t.Fatal(errors.Join(errors.New(method), err))
		}
		if answer.ID == f.id {
			if answer.Type == "error" {
				f.t.Fatalf("%s: %s", method, answer.Message)
			}
			return answer.Result
		}
	}
}

func (f *firefox) into(raw json.RawMessage, value any) {
	f.t.Helper()
	if err := json.Unmarshal(raw, value); err != nil {
		f.t.Fatal(err)
	}
}

func (f *firefox) open(url string) {
	f.t.Helper()
	f.ask("browsingContext.navigate", map[string]any{"context": f.context, "url": url, "wait": "complete"})
}

// text is what an expression of the page comes to, as text.
func (f *firefox) text(expression string) string {
	f.t.Helper()
	var answer struct {
		Result           struct{ Value string }
		ExceptionDetails struct{ Text string }
	}
	f.into(f.ask("script.evaluate", map[string]any{"expression": "(async () => String(" + expression + "))()", "target": map[string]any{"context": f.context}, "awaitPromise": true}), &answer)
	return answer.Result.Value + answer.ExceptionDetails.Text
}

// holds waits until an expression of the page is true.
func (f *firefox) holds(what, expression string) {
	f.t.Helper()
	last := ""
	for range patience {
		if last = f.text("!!(" + expression + ")"); last == "true" {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	f.t.Fatalf("%s: it never came that %s (%s); the page says %s", what, expression, last, f.text(`document.querySelector("#detail").textContent + " / " + document.querySelector("#message").textContent`))
}

// key presses keys one after the other.
func (f *firefox) key(keys string) {
	f.t.Helper()
	var actions []map[string]string
	for _, k := range keys {
		actions = append(actions, map[string]string{"type": "keyDown", "value": string(k)}, map[string]string{"type": "keyUp", "value": string(k)})
	}
	f.ask("input.performActions", map[string]any{"context": f.context, "actions": []any{map[string]any{"type": "key", "id": "keys", "actions": actions}}})
}

// click clicks into the middle of what a selector names.
func (f *firefox) click(selector string) {
	f.t.Helper()
	place := f.text(fmt.Sprintf(`(() => { const e = document.querySelector(%q); e.scrollIntoView({block: "center"}); const b = e.getBoundingClientRect(); return Math.round(b.x + b.width / 2) + " " + Math.round(b.y + b.height / 2); })()`, selector))
	var x, y int
	if _, err := fmt.Sscan(place, &x, &y); err != nil {
		f.t.Fatalf("%s is at %q: %v", selector, place, err)
	}
	f.ask("input.performActions", map[string]any{"context": f.context, "actions": []any{map[string]any{"type": "pointer", "id": "mouse", "actions": []map[string]any{
		{"type": "pointerMove", "x": x, "y": y}, {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}}}}})
}

// The same walk in Firefox: the rate framed with its terms, its second place, a verdict by key that is there after reopening,
// filters, particulars, a file that is dropped, and what a name could do.
func TestWalkThroughInFirefoxBrowser(t *testing.T) {
	v := serve(t, "shanghai-2021/chromium.pdf", "shanghai-2021/shanghai-2021.xlsx")
	f := openFirefox(t, v)
	f.holds("the first finding is framed", marks("entry")+`.includes("35.77%")`)
	f.holds("its terms are marked", `(m => m.includes("147,663.64") && m.includes("412907.00"))(`+marks("term")+`)`)
	f.holds("the page is seen", `document.querySelector(".page img").naturalWidth > 500`)
	f.click("rect.mark-entry")
	f.holds("a click cycles to X601", `document.querySelector("#detail").textContent.includes("X601") && `+marks("term")+`.includes("35.76%")`)
	f.key("k")
	f.holds("back by key", `document.querySelector("#detail").textContent.includes("F102")`)
	f.key("c")
	f.holds("the verdict is shown", `document.querySelector("#list button[aria-current=true]").textContent.includes("confirmed")`)
	f.click("rect.agree")
	f.holds("a figure is explained", `document.querySelector("#detail").textContent.includes("checked by")`)
	f.holds("the export is there", `await (await fetch("/export/count.txt")).text() === "2"`)
	f.open(v.base + "/")
	f.holds("the verdict is still there", `document.querySelector("#list").textContent.includes("confirmed")`)
	f.click("#show-papers")
	f.holds("particulars", `document.querySelector("#papers").open && document.activeElement.tagName === "INPUT"`)
	f.key("审计一")
	f.click("#save-papers")
	f.holds("they are kept", `!document.querySelector("#papers").open`)
	if got := v.options.Papers.Particulars(); got.Project != "审计一" {
		t.Errorf("%+v", got)
	}
	f.text(`(() => { const t = new DataTransfer(); t.items.add(new File(["| 项目 | <img src=x onerror=document.title='hit'> |\n"], "<img src=x onerror=alert(1)>.txt")); document.dispatchEvent(new DragEvent("drop", { dataTransfer: t, bubbles: true })); })()`)
	f.holds("a dropped file is listed", `document.querySelector("#forms").textContent.includes("onerror=alert(1)")`)
	f.holds("and nothing in a name runs", `document.title.startsWith("fuhe") && !document.querySelector("#forms img")`)
	if agent := f.text("navigator.userAgent"); !strings.Contains(agent, "Firefox/") {
		t.Errorf("this is %s", agent)
	}
}

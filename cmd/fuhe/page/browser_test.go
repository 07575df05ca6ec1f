package page

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"fuhe/render/review"
)

// browser is a real Chromium on a page; where there is none the test is skipped, and says so.
func browser(t *testing.T, v *served) context.Context {
	t.Helper()
	return browserOn(t, v, `#list button`)
}

// browserOn is a browser on a page on which something is visible.
func browserOn(t *testing.T, v *served, visible string) context.Context {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("skipped: there is no chromium here; .ci/browser installs it")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.WindowSize(1440, 900))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	t.Cleanup(stop)
	act(t, ctx, "open", chromedp.Navigate(v.URL()), chromedp.WaitVisible(visible))
	return ctx
}

func act(t *testing.T, ctx context.Context, what string, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatalf("%s: %v", what, err)
	}
}

// patience is how often a page is looked at before it is said that something never came.
const patience = 300

// holds waits until an expression of the page is true.
func holds(t *testing.T, ctx context.Context, what, expression string) {
	t.Helper()
	var err error
	for range patience {
		var yes bool
		if yes, err = chromedp.Run(ctx, chromedp.Evaluate[bool]("(async () => !!("+expression+"))()", chromedp.EvalAwaitPromise)); yes {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	detail, _ := chromedp.Run(ctx, chromedp.Evaluate[string](`document.querySelector("#detail").textContent + " / " + document.querySelector("#forms").textContent + " / " + document.querySelector("#message").textContent`))
	t.Fatalf("%s: it never came that %s (%v); the page says %s", what, expression, err, detail)
}

// js is a step that the page does itself.
func js(expression string) chromedp.Action[chromedp.Void] {
	return chromedp.Evaluate[chromedp.Void](expression, chromedp.EvalAwaitPromise)
}

// texts of the marked places of a kind, by the names that their boxes have.
const marked = `[...document.querySelectorAll("rect.mark-%")].map(r => r.textContent).join("|")`

func marks(kind string) string { return strings.ReplaceAll(marked, "%", kind) }

// The sample of Shanghai from opening to reopening: the rate framed with its terms, its second place one click away, a verdict
// by key, the export, and the same verdict on a page opened again.
func TestWalkThroughInABrowser(t *testing.T) {
	v := serve(t, "shanghai-2021/chromium.pdf", "shanghai-2021/shanghai-2021.xlsx")
	ctx := browser(t, v)
	holds(t, ctx, "the first finding is framed", marks("entry")+`.includes("35.77%")`)
	holds(t, ctx, "its terms are marked", `(m => m.includes("147,663.64") && m.includes("412907.00"))(`+marks("term")+`)`)
	holds(t, ctx, "the page is seen", `document.querySelector(".page img").naturalWidth > 500`)
	shot(t, ctx, "page")
	act(t, ctx, "a click on the framed figure", chromedp.Click(`rect.mark-entry`))
	holds(t, ctx, "cycles to X601", `document.querySelector("#detail").textContent.includes("X601") && `+marks("term")+`.includes("35.76%")`)
	act(t, ctx, "back by key", chromedp.KeyEvent("k"))
	holds(t, ctx, "to F102", `document.querySelector("#detail").textContent.includes("F102")`)
	act(t, ctx, "confirm by key", chromedp.KeyEvent("c"))
	holds(t, ctx, "the verdict is shown", `document.querySelector("#list button[aria-current=true]").textContent.includes("confirmed") && document.querySelector("[data-verdict=confirmed]").getAttribute("aria-pressed") === "true"`)
	if raw, err := os.ReadFile(filepath.Join(v.folder, review.FileName)); err != nil || !strings.Contains(string(raw), `"confirmed"`) {
		t.Errorf("%s %v", raw, err)
	}
	act(t, ctx, "a figure that agrees", chromedp.Click(`rect.agree`))
	holds(t, ctx, "is explained", `document.querySelector("#detail").textContent.includes("checked by")`)
	holds(t, ctx, "the export is there", `await (await fetch("/export/count.txt")).text() === "2"`)
	act(t, ctx, "reopen", chromedp.Navigate(v.base+"/"), chromedp.WaitVisible(`#list button`))
	holds(t, ctx, "the verdict is still there", `document.querySelector("#list").textContent.includes("confirmed")`)
	act(t, ctx, "next form by key", chromedp.KeyEvent("J"))
	holds(t, ctx, "the workbook is a table with the cell marked", `document.querySelector("td.mark-entry")?.textContent === "35.77%"`)
	shot(t, ctx, "page-table")
}

// What is narrowed, searched, typed in and dropped.
func TestFilterReadAndDropInABrowser(t *testing.T) {
	v := serve(t, "shanghai-2021/chromium.pdf", "clean-d1/D1-clean-wk-zenhei.pdf")
	ctx := browser(t, v)
	count := func(n string) string { return `document.querySelectorAll("#forms button").length === ` + n }
	holds(t, ctx, "both forms", count("2"))
	act(t, ctx, "filter", chromedp.SetValue(`#severity`, "error"), js(`document.querySelector("#severity").dispatchEvent(new Event("change"))`))
	holds(t, ctx, "one has errors", count("1"))
	act(t, ctx, "no filter", chromedp.SetValue(`#severity`, ""), chromedp.SendKeys(`#q`, "临江市"))
	holds(t, ctx, "one has that text", count("1"))
	act(t, ctx, "no text", js(`document.querySelector("#q").value = ""; document.querySelector("#q").dispatchEvent(new Event("input"))`))
	holds(t, ctx, "both again", count("2"))
	act(t, ctx, "read by hand", chromedp.Click(`#detail details summary`), chromedp.SetValue(`#reading`, "35.76%"), chromedp.Click(`#apply-reading`))
	holds(t, ctx, "judged again, and marked", `!document.querySelector("#list").textContent.includes("F102") && document.querySelector("#detail").textContent.includes("35.77%")`)
	act(t, ctx, "drop", js(`(async () => {
		const raw = await (await fetch("/picture/0/1")).blob();
		const transfer = new DataTransfer();
		transfer.items.add(new File(["| 项目 | <img src=x onerror=document.title='hit'> |\n"], "<img src=x onerror=alert(1)>.txt"));
		transfer.items.add(new File([raw], "p.pdf"));
		document.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true }));
	})()`))
	holds(t, ctx, "dropped files are listed", `document.querySelector("#forms").textContent.includes("onerror=alert(1)")`)
	holds(t, ctx, "and nothing in a name runs", `document.title.startsWith("fuhe") && !document.querySelector("#forms img")`)
	holds(t, ctx, "every control has a name", `[...document.querySelectorAll("button, input, select, textarea")].every(e => (e.textContent || e.getAttribute("aria-label") || e.labels?.length))`)
	act(t, ctx, "particulars", chromedp.Click(`#show-papers`), chromedp.WaitVisible(`#papers input`), chromedp.SetValue(`#papers input[name=被审计单位]`, "<i>某委</i>"), chromedp.Click(`#save-papers`))
	holds(t, ctx, "they are saved", `!document.querySelector("#papers").open && (await (await fetch("/api/papers")).json()).entries[1].value === "<i>某委</i>"`)
	act(t, ctx, "equal findings", chromedp.Click(`#show-groups`), chromedp.WaitVisible(`#groups h2`))
}

// shot keeps a picture of the page where somebody asks for them.
func shot(t *testing.T, ctx context.Context, name string) {
	t.Helper()
	folder := os.Getenv("FUHE_SCREENS")
	if folder == "" {
		return
	}
	holds(t, ctx, "the pictures are there", `[...document.querySelectorAll("#stage img")].every(i => i.complete && i.naturalWidth > 0)`)
	png, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, name+".png"), png, 0o666); err != nil {
		t.Error(err)
	}
}

package page

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"fuhe"
	"fuhe/render/review"
)

// command is one that the browser takes from its developers.
func command(method string, params map[string]any) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error { return t.Call(ctx, method, params, &struct{}{}) })
}

// On a small screen the list of findings stands above what is said of one of them, and both are in sight.
func TestSmallScreenInABrowser(t *testing.T) {
	v := serve(t, "shanghai-2021/chromium.pdf")
	ctx := browser(t, v)
	act(t, ctx, "a small screen", chromedp.EmulateViewport(1280, 800), chromedp.Navigate(v.base+"/"), chromedp.WaitVisible(`#list button`))
	holds(t, ctx, "both are in sight", `(() => { const [l, d] = ["#list", "#detail"].map(q => document.querySelector(q).getBoundingClientRect());
		return l.height >= 100 && d.height >= 180 && l.bottom <= d.top && d.bottom <= innerHeight && document.documentElement.scrollHeight <= innerHeight; })()`)
	for range 30 {
		act(t, ctx, "next finding", chromedp.KeyEvent("j"))
	}
	holds(t, ctx, "the line of the last finding is in sight", `(() => { const l = document.querySelector("#list").getBoundingClientRect(), b = document.querySelector("#list li:last-child button[aria-current=true]")?.getBoundingClientRect();
		return b && b.top >= l.top - 1 && b.bottom <= l.bottom + 1; })()`)
}

// A document of several pages is walked by keys, also beyond those on which the form stands.
func TestPagesAreWalkedInABrowser(t *testing.T) {
	v := serve(t, "after-narrative/form.pdf")
	ctx := browser(t, v)
	var doc fuhe.Document
	v.session.look(func(docs []fuhe.Document) { doc = docs[0] })
	all := len(doc.PageSizes)
	form := pagesOf(&doc, doc.Reports[0])
	if all < 2 || len(form) >= all {
		t.Fatalf("the form stands on %d of %d pages: no sample for this test", len(form), all)
	}
	number := `document.querySelector("#page-number").textContent`
	for range all {
		act(t, ctx, "back", chromedp.KeyEvent("["))
	}
	holds(t, ctx, "the first page", number+`.startsWith("1 (")`)
	holds(t, ctx, "it is drawn and in sight", `(b => b.top < innerHeight && b.bottom > 0)(document.querySelector("[data-page='1']").getBoundingClientRect()) && document.querySelector("[data-page='1'] img").naturalWidth > 100`)
	for range all {
		act(t, ctx, "on", chromedp.KeyEvent("]"))
	}
	holds(t, ctx, "the last page, each once", number+fmt.Sprintf(` === "%d (1–%d)" && document.querySelectorAll(".page").length === %d`, all, all, all))
	act(t, ctx, "button", chromedp.Click("#previous-page"))
	holds(t, ctx, "one back", number+fmt.Sprintf(`.startsWith("%d (")`, all-1))
}

// A thousand forms: the page never holds more than a hundred lines of them, however it is narrowed and leafed through.
func TestThousandFormsInABrowser(t *testing.T) {
	v := serve(t, "shanghai-2021/chromium.pdf")
	v.session.mu.Lock()
	for n := range 999 {
		doc := v.session.docs[0]
		doc.Path, doc.SHA256 = fmt.Sprintf("%04d.pdf", n), fmt.Sprintf("%064d", n)
		v.session.docs = append(v.session.docs, doc)
	}
	v.session.version++
	v.session.mu.Unlock()
	if _, body := v.get("/api/forms"); len(body) > 64<<10 {
		t.Errorf("the list takes %d bytes at once", len(body))
	}
	ctx := browser(t, v)
	lines := `document.querySelectorAll("#forms li").length`
	holds(t, ctx, "a hundred lines", lines+` === 100 && document.querySelector("#range").textContent === "1–100 / 1000"`)
	holds(t, ctx, "the whole page is small", `document.querySelectorAll("*").length < 1500`)
	for range 9 {
		act(t, ctx, "more", js(`(async () => { const before = document.querySelector("#range").textContent; document.querySelector("#more").click(); for (let i = 0; i < 200 && document.querySelector("#range").textContent === before; i++) await new Promise(ok => setTimeout(ok, 20)); })()`))
	}
	holds(t, ctx, "the last hundred", lines+` === 100 && document.querySelector("#range").textContent === "901–1000 / 1000" && document.querySelector("#more").hidden`)
	act(t, ctx, "search", chromedp.SendKeys("#q", "0998.pdf"))
	holds(t, ctx, "one is left", lines+` === 1`)
	act(t, ctx, "open it", chromedp.Click("#forms button"))
	holds(t, ctx, "it is shown", `document.querySelector("#form-about").textContent.includes("0998.pdf")`)
}

// A note that is typed and left by pressing a verdict is kept with that verdict, and a later note takes none back.
func TestNoteAndVerdictInABrowser(t *testing.T) {
	v := serve(t, "shanghai-2021/chromium.pdf")
	ctx := browser(t, v)
	file := filepath.Join(v.folder, review.FileName)
	said := func(what, verdict, note string) {
		holds(t, ctx, what, `!document.querySelector("#message").hidden && document.querySelector("[data-verdict=`+verdict+`]").getAttribute("aria-pressed") === "true"`)
		raw, err := os.ReadFile(file)
		if err != nil || !strings.Contains(string(raw), `"verdict": "`+verdict+`"`) || !strings.Contains(string(raw), `"note": "`+note+`"`) {
			t.Errorf("%s: %s %v", what, raw, err)
		}
	}
	act(t, ctx, "note, then a slow press", chromedp.SendKeys("#note", "见账册"), js(`(async () => {
		const b = document.querySelector("[data-verdict=confirmed]");
		document.querySelector("#note").blur();
		await new Promise(ok => setTimeout(ok, 300));
		if (b.isConnected) b.click();
	})()`))
	said("confirmed with its note", "confirmed", "见账册")
	act(t, ctx, "another note", js(`(() => { const n = document.querySelector("#note"); n.value = "见明细账"; n.dispatchEvent(new Event("change")); })()`))
	holds(t, ctx, "it is kept", `(await (await fetch("/api/form/0/0")).json()).findings[0].verdict.note === "见明细账"`)
	said("still confirmed", "confirmed", "见明细账")
}

// Equal findings of two forms are rejected at once, and what was read is looked over before the findings, all by keys and tabs.
func TestGroupsAndReadingsInABrowser(t *testing.T) {
	v := serve(t, "shanghai-2021/chromium.pdf", "shanghai-2021/weasyprint.pdf")
	ctx := browser(t, v)
	act(t, ctx, "what was read", chromedp.Click("#tab-readings"))
	holds(t, ctx, "every entry with its text", `document.querySelectorAll("#list [data-field]").length > 60 && document.querySelector("#list [data-field='/funds/0/executed']").textContent.includes("147,663.64")`)
	act(t, ctx, "one of them", chromedp.Click(`#list [data-field="/funds/0/executed"]`))
	holds(t, ctx, "is framed and may be typed", marks("entry")+`.includes("147,663.64") && document.querySelector("#reading").value === "147,663.64"`)
	act(t, ctx, "groups", chromedp.Click("#tab-findings"), chromedp.Click("#show-groups"), chromedp.WaitVisible("#groups h2"))
	holds(t, ctx, "two of each", `[...document.querySelectorAll("#groups li")].find(l => l.textContent.includes("F102")).textContent.includes("2 times")`)
	act(t, ctx, "reject", js(`[...document.querySelectorAll("#groups li")].find(l => l.textContent.includes("F102")).querySelectorAll(".verdicts button")[1].click()`))
	holds(t, ctx, "both are", `!document.querySelector("#groups").open && (await Promise.all([0, 1].map(async d => (await (await fetch("/api/form/" + d + "/0")).json()).findings.find(f => f.rule === "F102").verdict.verdict))).join() === "rejected,rejected"`)
}

// A folder from the disk, dropped as a file manager drops it: what is in it and in folders of it is read, hidden files are not.
func TestFolderIsDroppedInABrowser(t *testing.T) {
	v := serve(t, "shanghai-2021/chromium.pdf")
	ctx := browser(t, v)
	folder := filepath.Join(t.TempDir(), "公开")
	raw, err := os.ReadFile("../../../samples/shanghai-2021/weasyprint.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"一.pdf", "下级/二.pdf", ".hidden.pdf"} {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, append(raw, name...), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, kind := range []string{"dragEnter", "dragOver", "drop"} {
		act(t, ctx, kind, command("Input.dispatchDragEvent", map[string]any{"type": kind, "x": 600, "y": 400, "data": map[string]any{"items": []any{}, "files": []string{folder}, "dragOperationsMask": 1}}))
	}
	holds(t, ctx, "both files, and no third", `(names => names.includes("一.pdf") && names.includes("二.pdf") && !names.includes("hidden") && document.querySelectorAll("#forms li").length === 3)(document.querySelector("#forms").textContent)`)
}

// Text stands out from its ground as AA asks for, in the light and in the dark, and the dark is dark.
func TestContrastInABrowser(t *testing.T) {
	v := serve(t, "shanghai-2021/chromium.pdf", "shanghai-2021/shanghai-2021.xlsx")
	ctx := browser(t, v)
	for scheme, dark := range map[string]string{"light": "false", "dark": "true"} {
		act(t, ctx, scheme, command("Emulation.setEmulatedMedia", map[string]any{"features": []map[string]string{{"name": "prefers-color-scheme", "value": scheme}}}), chromedp.KeyEvent("J"), chromedp.KeyEvent("c"))
		holds(t, ctx, scheme+" ground", `(() => { `+luminance+`; return (luminance(ground(document.body)) < 0.1) === `+dark+`; })()`)
		faint, err := chromedp.Run(ctx, chromedp.Evaluate[string]("(() => {"+luminance+"; return ["+tooFaint+"].flat().join(' | ')})()"))
		if err != nil || faint != "" {
			t.Errorf("%s: %s %v", scheme, faint, err)
		}
	}
}

const (
	luminance = `const rgb = c => c.match(/[\d.]+/g).map(Number), solid = c => rgb(c).length < 4 || rgb(c)[3] > 0.5;
		const luminance = c => rgb(c).slice(0, 3).map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4).reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0);
		const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (solid(c) && c !== "transparent") return c; } return "rgb(255,255,255)"; }`
	tooFaint = `[...document.querySelectorAll("body *")].filter(e => !e.closest("svg") && e.checkVisibility() && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())).map(e => {
		const [a, b] = [luminance(getComputedStyle(e).color), luminance(ground(e))].sort((x, y) => y - x), ratio = (a + 0.05) / (b + 0.05);
		return ratio < 4.5 && !e.disabled ? e.tagName + "." + e.className + " " + ratio.toFixed(2) + " " + e.textContent.trim().slice(0, 20) : ""; }).filter(Boolean)`
)

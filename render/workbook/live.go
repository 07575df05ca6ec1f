package workbook

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"fuhe"
)

// liveFormula is a formula of the input workbook that reaches outside of it when the workbook is opened or clicked on:
// it starts programs, asks servers or opens other files. It was there before; whoever opens the corrected copy is told.
type liveFormula struct {
	sheet, ref, formula string
	kind                *fuhe.Phrase
}

var (
	liveDDE     = &fuhe.Phrase{ZH: "DDE：打开时启动其他程序", EN: "DDE: starts another program"}
	liveServer  = &fuhe.Phrase{ZH: "向外部服务器取数", EN: "asks a server outside"}
	liveProgram = &fuhe.Phrase{ZH: "调用程序或宏", EN: "calls a program or a macro"}
	liveLink    = &fuhe.Phrase{ZH: "链接到本工作簿之外", EN: "leads out of the workbook"}
	liveBook    = &fuhe.Phrase{ZH: "引用其他工作簿", EN: "refers to another workbook"}
	liveSource  = &fuhe.Phrase{ZH: "外部数据连接", EN: "a connection to data outside"}
)

// liveFunction is how a function reaches outside; nil when it does not.
func liveFunction(name string) *fuhe.Phrase {
	switch strings.TrimPrefix(strings.ToUpper(name), "_XLFN.") {
	case "WEBSERVICE", "RTD", "IMAGE", "STOCKHISTORY", "SQL.REQUEST", "CUBEVALUE", "CUBEMEMBER", "CUBESET",
		"IMPORTDATA", "IMPORTXML", "IMPORTHTML", "IMPORTFEED", "IMPORTRANGE":
		return liveServer
	case "DDE":
		return liveDDE
	case "CALL", "REGISTER", "REGISTER.ID", "EXEC", "EVALUATE":
		return liveProgram
	}
	return nil
}

var (
	textInFormula = lazily(`"(?:[^"]|"")*"`)
	nameInFormula = lazily(`'(?:[^']|'')*'`)
	callInFormula = lazily(`([\pL_][\pL\pN_.]*)\s*\(`)
	hyperlinkTo   = lazily(`(?i)\bHYPERLINK\s*\(\s*("#)?`)
	ddeInFormula  = lazily(`[\pL\pN_.]\s*\|`)
)

// liveKind is how a formula reaches outside; nil when it does not.
func liveKind(formula string) *fuhe.Phrase {
	for _, m := range hyperlinkTo().FindAllStringSubmatch(formula, -1) {
		if m[1] == "" {
			return liveLink // "#" alone leads to a place in this workbook
		}
	}
	bare := textInFormula().ReplaceAllString(formula, `""`)
	if ddeInFormula().MatchString(nameInFormula().ReplaceAllString(bare, "''")) {
		return liveDDE
	}
	for _, m := range callInFormula().FindAllStringSubmatch(bare, -1) {
		if kind := liveFunction(m[1]); kind != nil {
			return kind
		}
	}
	if strings.Contains(bare, "[") && otherBook().MatchString(bare) {
		return liveBook
	}
	return nil
}

// otherBook is the name or number of another workbook before a sheet's: the columns of tables stand behind a name.
var otherBook = lazily(`(^|[^\pL\pN_\]])\[[^\[\]]+\][^\[\]]*!`)

// live finds the formulas of a workbook that reach outside, and the connections it has, in the order of its sheets.
func (p *pack) live() ([]liveFormula, error) {
	root, err := workbookPart(p.read)
	if err != nil {
		return nil, err
	}
	related, err := relations(p.read, root)
	if err != nil {
		return nil, err
	}
	sheets, err := sheetParts(p.read)
	if err != nil {
		return nil, err
	}
	names := make([]string, 0, len(sheets))
	for name := range sheets {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return strings.Compare(sheets[a], sheets[b]) })
	var found []liveFormula
	for _, name := range names {
		content, err := p.read(sheets[name])
		if err != nil {
			return nil, err
		}
		in, err := liveIn(name, content)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", sheets[name], err)
		}
		found = append(found, in...)
	}
	var sources []string
	for _, r := range related {
		if kind := path.Base(r.kind); kind == "connections" || kind == "externalLink" {
			sources = append(sources, r.part)
		}
	}
	slices.Sort(sources)
	for _, s := range sources {
		found = append(found, liveFormula{formula: s, kind: liveSource})
	}
	return found, nil
}

// liveIn finds them in one sheet. A formula that many cells share stands in one of them.
func liveIn(sheet string, content []byte) ([]liveFormula, error) {
	d := xml.NewDecoder(strings.NewReader(string(content)))
	var found []liveFormula
	shared := map[string]*fuhe.Phrase{}
	ref := ""
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return found, nil
		}
		if err != nil {
			return nil, err
		}
		e, ok := t.(xml.StartElement)
		switch {
		case !ok:
		case e.Name.Local == "c":
			ref = attribute(e, "r")
		case e.Name.Local == "f" && ref != "":
			var text string
			if err := d.DecodeElement(&text, &e); err != nil {
				return nil, err
			}
			kind, number := liveKind(text), attribute(e, "si")
			if attribute(e, "t") == "shared" && text == "" {
				kind = shared[number]
			} else if number != "" {
				shared[number] = kind
			}
			if kind != nil {
				found = append(found, liveFormula{sheet, ref, text, kind})
			}
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// listLive is what the sheet of findings says of them. With disarm each formula gives way to the result it shows.
func (b *book) listLive(live []liveFormula, disarm bool) (formSheet, error) {
	f := formSheet{}
	for _, l := range live {
		w := row{
			severity: fuhe.Warning, rule: liveRule, label: livePhrase.In(b.lang), published: "=" + l.formula, message: l.kind.In(b.lang),
			action: leftPhrase.In(b.lang),
		}
		if l.ref == "" {
			w.published, w.id = l.formula, l.formula
			f.rows = append(f.rows, w)
			continue
		}
		w.id = l.sheet + "!" + l.ref
		w.spot = spot{sheet: l.sheet, first: l.ref, last: l.ref, foreign: true}
		if disarm {
			if err := b.disarm(w.spot); err != nil {
				return f, fmt.Errorf("disarm %s!%s: %w", l.sheet, l.ref, err)
			}
			w.action = disarmedPhrase.In(b.lang)
		}
		f.rows = append(f.rows, w)
	}
	return f, nil
}

// liveRule stands in the column of rules for what is no rule of forms.
const liveRule = "—"

// disarm leaves the result of a formula in its place.
func (b *book) disarm(s spot) error {
	if err := b.unshare(s); err != nil {
		return err
	}
	delete(b.cached[s.sheet], s.first)
	if len(b.cached[s.sheet]) == 0 {
		delete(b.cached, s.sheet)
	}
	return b.file.SetCellFormula(s.sheet, s.first, "")
}

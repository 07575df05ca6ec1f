package bulk

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"

	"fuhe"
	"fuhe/render"
	"fuhe/render/stream"
)

// mostRows of a sheet: below Excel's limit, with room for headings.
const mostRows = 1_000_000

// Widths of columns in points.
const (
	textWidth  = 200.0
	countWidth = 70.0
)

// sheetNames and headings of the summary.
var (
	wholeName = fuhe.Phrase{ZH: "概况", EN: "Overview"}
	unitsName = fuhe.Phrase{ZH: "按单位", EN: "By unit"}
	yearsName = fuhe.Phrase{ZH: "按年度", EN: "By year"}
	rulesName = fuhe.Phrase{ZH: "按规则", EN: "By rule"}
	pairsName = fuhe.Phrase{ZH: "单位与规则", EN: "Units and rules"}
	// acrossName is the sheet of what forms say of each other.
	acrossName = fuhe.Phrase{ZH: "跨表核对", EN: "Across forms"}

	unitHead = fuhe.Phrase{ZH: "单位", EN: "unit"}
	yearHead = fuhe.Phrase{ZH: "年度", EN: "year"}
	ruleHead = fuhe.Phrase{ZH: "规则", EN: "rule"}
	nameHead = fuhe.Phrase{ZH: "名称", EN: "title"}

	tallyHeads = []fuhe.Phrase{{ZH: "自评表", EN: "forms"}, {ZH: "无错误、警告", EN: "without error or warning"}, {ZH: "错误", EN: "errors"}, {ZH: "警告", EN: "warnings"}, {ZH: "提示", EN: "notes"},
		{ZH: "数字", EN: "figures"}, {ZH: "相符", EN: "agree"}, {ZH: "矛盾", EN: "differ"}, {ZH: "待判断", EN: "to be judged"}, {ZH: "未核对", EN: "unchecked"}}
	ruleHeads = []fuhe.Phrase{{ZH: "错误", EN: "errors"}, {ZH: "警告", EN: "warnings"}, {ZH: "提示", EN: "notes"}, {ZH: "由其他发现引起", EN: "explained by another"}, {ZH: "涉及自评表", EN: "forms"}}

	statusNames = map[fuhe.Status]fuhe.Phrase{fuhe.StatusRead: {ZH: "已读", EN: "read"}, fuhe.StatusUnread: {ZH: "未读（全部或部分）", EN: "unread, all or in part"},
		fuhe.StatusWithoutForm: {ZH: "不含自评表", EN: "without a form"}, fuhe.StatusPassedOver: {ZH: "跳过", EN: "passed over"}}
	filesHead  = fuhe.Phrase{ZH: "文件", EN: "files"}
	reasonHead = fuhe.Phrase{ZH: "未读原因：", EN: "why unread: "}

	// codeNames say in words what the codes of the tables stand for; the code follows, to be found there.
	codeNames = map[fuhe.Code]fuhe.Phrase{
		fuhe.Unsupported: {ZH: "不支持的格式", EN: "not a kind that is read"},
		fuhe.Encrypted:   {ZH: "加密", EN: "encrypted"}, fuhe.Damaged: {ZH: "损坏", EN: "damaged"}, fuhe.Empty: {ZH: "空文件", EN: "empty"},
		fuhe.Scanned: {ZH: "扫描件", EN: "a scan"}, fuhe.Outlines: {ZH: "文字为图形", EN: "text drawn as shapes"}, fuhe.TooLarge: {ZH: "过大", EN: "too large"},
		fuhe.Budget: {ZH: "内容超出限度", EN: "holds more than the limit"}, fuhe.Deadline: {ZH: "超过时限", EN: "out of time"}, fuhe.Memory: {ZH: "超过内存上限", EN: "out of memory"},
		fuhe.ReaderDied: {ZH: "读取器中断", EN: "the reader broke off"}, fuhe.NoPermission: {ZH: "无权读取", EN: "no permission to read"}, fuhe.NotFound: {ZH: "未找到", EN: "not found"},
		fuhe.UnknownLayout: {ZH: "版式不识", EN: "unknown layout"}, fuhe.Doubtful: {ZH: "读数存疑", EN: "figures in doubt"},
	}
)

func (t *tally) numbers() []int {
	return []int{t.forms, t.clean, t.Errors, t.Warnings, t.Notes, t.Figures, t.Agree, t.Differ, t.Judgement, t.Unchecked}
}

func (t *ruleTally) numbers() []int {
	return []int{t.errors, t.warnings, t.notes, t.explained, t.forms}
}

// workbook writes the summary.
func (c *counts) workbook(w io.Writer, o Options) error {
	b := &summaryBook{Book: stream.New(w), o: o, names: render.SheetNames{}}
	b.Seal = o.Seal
	b.bold = b.Style(stream.Style{Bold: true, Fill: "DDEBF7"})
	b.plain = b.Style(stream.Style{})
	b.text = b.Style(stream.Style{Format: "@"})
	steps := []func() error{
		func() error { return c.overview(b) },
		func() error { return tallies(b, unitsName, unitHead, c.units) },
		func() error { return tallies(b, yearsName, yearHead, c.years) },
		func() error { return byRule(b, rulesName, c.rules) },
		func() error { return c.byPair(b) },
		func() error { return byRule(b, acrossName, c.together) },
		b.Close,
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return fmt.Errorf("%s: %w", summaryName, err)
		}
	}
	return nil
}

// summaryBook writes sheets of texts and counts, a further one where Excel's limit is near.
type summaryBook struct {
	*stream.Book
	o                 Options
	names             render.SheetNames
	bold, plain, text int
}

// list writes rows under headings: so many texts, then counts.
func (b *summaryBook) list(name fuhe.Phrase, heads []fuhe.Phrase, texts int, rows func(yield func(texts []string, numbers []int) error) error) error {
	var s *stream.Sheet
	widths := make([]float64, len(heads))
	for i := range widths {
		widths[i] = countWidth
		if i < texts {
			widths[i] = textWidth
		}
	}
	begin := func() (err error) {
		if s, err = b.Sheet(b.names.Take(name.In(b.o.Lang), name.In(b.o.Lang)), stream.Setup{Widths: widths, Frozen: 1, Repeat: 1, Landscape: true}); err != nil {
			return err
		}
		row := make([]stream.Cell, len(heads))
		for i, h := range heads {
			row[i] = stream.Cell{Col: i, Style: b.bold, Text: h.In(b.o.Lang)}
		}
		return s.Row(0, row)
	}
	if err := begin(); err != nil {
		return err
	}
	end := func() error {
		s.Filter(0, 0, s.Rows(), len(heads))
		return s.Close()
	}
	err := rows(func(texts []string, numbers []int) error {
		if s.Rows() > mostRows {
			if err := end(); err != nil {
				return err
			}
			if err := begin(); err != nil {
				return err
			}
		}
		return s.Row(0, b.cells(texts, numbers))
	})
	if err != nil {
		return err
	}
	return end()
}

func (b *summaryBook) cells(texts []string, numbers []int) []stream.Cell {
	row := make([]stream.Cell, 0, len(texts)+len(numbers))
	for _, t := range texts {
		row = append(row, stream.Cell{Col: len(row), Style: b.text, Text: render.CutUnits(t, render.MaxCellUnits)})
	}
	for _, n := range numbers {
		row = append(row, stream.Cell{Col: len(row), Style: b.plain, Number: strconv.Itoa(n)})
	}
	return row
}

// codeText is a code in words, with the code itself; a code without words stands alone.
func codeText(code fuhe.Code, l fuhe.Lang) string {
	name, ok := codeNames[code]
	if !ok {
		return string(code)
	}
	if l == fuhe.ZH {
		return name.ZH + "（" + string(code) + "）"
	}
	return name.EN + " (" + string(code) + ")"
}

// overview counts documents by what became of them, and all forms.
func (c *counts) overview(b *summaryBook) error {
	return b.list(wholeName, []fuhe.Phrase{{}, filesHead}, 1, func(yield func([]string, []int) error) error {
		for _, s := range []fuhe.Status{fuhe.StatusRead, fuhe.StatusUnread, fuhe.StatusWithoutForm, fuhe.StatusPassedOver} {
			if err := yield([]string{statusNames[s].In(b.o.Lang)}, []int{c.status[s]}); err != nil {
				return err
			}
		}
		for _, code := range slices.Sorted(maps.Keys(c.code)) {
			if err := yield([]string{reasonHead.In(b.o.Lang) + codeText(code, b.o.Lang)}, []int{c.code[code]}); err != nil {
				return err
			}
		}
		for i, n := range c.whole.numbers() {
			if err := yield([]string{tallyHeads[i].In(b.o.Lang)}, []int{n}); err != nil {
				return err
			}
		}
		return nil
	})
}

func tallies(b *summaryBook, name, key fuhe.Phrase, m map[string]*tally) error {
	return b.list(name, append([]fuhe.Phrase{key}, tallyHeads...), 1, func(yield func([]string, []int) error) error {
		for _, k := range sorted(m) {
			if err := yield([]string{k}, m[k].numbers()); err != nil {
				return err
			}
		}
		return nil
	})
}

func byRule(b *summaryBook, name fuhe.Phrase, m map[string]*ruleTally) error {
	return b.list(name, append([]fuhe.Phrase{ruleHead, nameHead}, ruleHeads...), 2, func(yield func([]string, []int) error) error {
		for _, id := range sorted(m) {
			if err := yield([]string{id, b.o.Titles[id]}, m[id].numbers()); err != nil {
				return err
			}
		}
		return nil
	})
}

func (c *counts) byPair(b *summaryBook) error {
	pairs := slices.Collect(maps.Keys(c.pairs))
	slices.SortFunc(pairs, func(x, y pair) int {
		return cmp.Or(cmp.Compare(x.unit, y.unit), cmp.Compare(x.rule, y.rule))
	})
	return b.list(pairsName, append([]fuhe.Phrase{unitHead, ruleHead, nameHead}, ruleHeads...), 3, func(yield func([]string, []int) error) error {
		for _, p := range pairs {
			if err := yield([]string{p.unit, p.rule, b.o.Titles[p.rule]}, c.pairs[p].numbers()); err != nil {
				return err
			}
		}
		return nil
	})
}

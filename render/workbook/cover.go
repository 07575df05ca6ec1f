package workbook

import (
	"strings"

	"fuhe"
	"fuhe/render"
)

// coverColumns hold the particulars two beside each other, and below them the inputs.
var coverColumns = []column{
	{name: fuhe.Phrase{ZH: "序号", EN: "no."}, width: 8},
	{name: fuhe.Phrase{ZH: "输入文件", EN: "input"}, width: 34, left: true},
	{name: fuhe.Phrase{ZH: "去向", EN: "what became of it"}, width: 12},
	{name: fuhe.Phrase{ZH: "表数", EN: "forms"}, width: 7},
	{name: fuhe.Phrase{ZH: "未读原因", EN: "why it was not read"}, width: 30, left: true},
	{name: fuhe.Phrase{ZH: "来源", EN: "source"}, width: 30, left: true},
	{name: fuhe.Phrase{ZH: "取得日期", EN: "fetched on"}, width: 12},
	{name: fuhe.Phrase{ZH: "SHA-256", EN: "SHA-256"}, width: 34, left: true},
}

// statusNames are what became of an input.
var statusNames = map[fuhe.Status]fuhe.Phrase{
	fuhe.StatusRead: {ZH: "已读", EN: "read"}, fuhe.StatusUnread: {ZH: "未读", EN: "unread"},
	fuhe.StatusWithoutForm: {ZH: "不含自评表", EN: "no form"}, fuhe.StatusPassedOver: {ZH: "跳过", EN: "passed over"},
}

// fillCover writes what the papers are about: particulars, scope, how it was done, what the marks mean, every input, who signs.
func (b *book) fillCover(sheet string, docs []fuhe.Document, o Options) error {
	cols := len(coverColumns)
	if err := b.headline(sheet, 0, cols, coverTitle.In(b.lang), style{font: titlePoints, bold: true}); err != nil {
		return err
	}
	row := 1
	for _, pair := range b.coverPairs(docs, o) {
		if err := b.coverLine(sheet, row, cols, pair[0], pair[1]); err != nil {
			return err
		}
		row++
	}
	for _, line := range []fuhe.Phrase{ticksPhrase, legendPhrase, signPhrase} {
		if err := b.coverLine(sheet, row, cols, "", line.In(b.lang)); err != nil {
			return err
		}
		row++
	}
	var inputs [][]entry
	for i := range docs {
		inputs = append(inputs, b.inputEntries(len(inputs)+1, &docs[i], o.Papers))
	}
	head := row + 1
	end, err := b.list(sheet, row, coverColumns, inputs)
	if err != nil {
		return err
	}
	for c, col := range coverColumns {
		name := strings.TrimRight(fuhe.Ref(0, c, 1, 1), "1")
		if err := b.file.SetColWidth(sheet, name, name, col.width); err != nil {
			return err
		}
	}
	return b.filtered(sheet, head, head, end, cols)
}

// coverPairs are the particulars and the run, each with its name.
func (b *book) coverPairs(docs []fuhe.Document, o Options) [][2]string {
	p, run := o.Papers.Particulars, o.Papers.Run
	t := render.TallyOf(docs)
	t.AddAcross(o.Across)
	say := func(zh, en string) string { return fuhe.Phrase{ZH: zh, EN: en}.In(b.lang) }
	pairs := [][2]string{
		{say("审计（评价）项目", "engagement"), p.Project}, {say("被审计（评价）单位", "audited unit"), p.Unit}, {say("审计事项", "matter"), p.Matter}, {say("所属期间", "period"), p.Period},
		{say("索引号", "index"), p.Index(1) + " …"}, {say("编制", "prepared"), strings.TrimSpace(p.PreparedBy + "  " + p.PreparedOn)}, {say("复核", "reviewed"), strings.TrimSpace(p.ReviewedBy + "  " + p.ReviewedOn)},
		{say("程序与规则", "program and rules"), strings.TrimSpace("fuhe " + run.Version + " · " + run.Profile + " " + run.RulesSHA256)},
		{say("命令", "command"), run.CommandLine(b.lang)},
		{say("范围", "scope"), strings.TrimSpace(render.Summary(t, b.lang))},
	}
	if run.NotReached > 0 {
		pairs = append(pairs, [2]string{say("中断，未处理的文件", "interrupted, files not reached"), itoa(run.NotReached)})
	}
	return pairs
}

// coverLine writes a name with what belongs to it, over the width of the sheet.
func (b *book) coverLine(sheet string, row, cols int, name, text string) error {
	label, err := b.style(style{font: fontPoints, bold: true, border: true, left: true})
	if err != nil {
		return err
	}
	plain, err := b.style(style{font: fontPoints, border: true, left: true, literal: looksLiteral(text)})
	if err != nil {
		return err
	}
	at, wide := 2, 0.0
	if name == "" {
		at = 0
	} else {
		if err := b.text(sheet, fuhe.Ref(row, 0, 1, 1), name); err != nil {
			return err
		}
		if err := b.merge(sheet, fuhe.Ref(row, 0, 1, 1), fuhe.Ref(row, 1, 1, 1), label); err != nil {
			return err
		}
	}
	for _, c := range coverColumns[at:] {
		wide += c.width
	}
	if err := b.text(sheet, fuhe.Ref(row, at, 1, 1), text); err != nil {
		return err
	}
	if err := b.merge(sheet, fuhe.Ref(row, at, 1, 1), fuhe.Ref(row, cols-1, 1, 1), plain); err != nil {
		return err
	}
	return b.file.SetRowHeight(sheet, row+1, listHeight(listLines(text, column{width: wide})))
}

func (b *book) inputEntries(number int, d *fuhe.Document, p *Papers) []entry {
	var reasons []string
	for _, u := range d.Unread {
		reasons = append(reasons, strings.TrimSpace(u.At.String()+" "+u.Reason))
	}
	if d.PassedOver != "" {
		reasons = append(reasons, d.PassedOver)
	}
	from := p.Particulars.Of(d.Path, d.SHA256)
	return []entry{count(number), words(d.Path), words(statusNames[d.Status()].In(b.lang)), count(len(d.Reports)), words(strings.Join(reasons, "\n")), words(from.URL), words(from.FetchedOn), words(d.SHA256)}
}

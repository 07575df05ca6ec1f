package figures

import (
	"slices"
	"strconv"
	"strings"

	"fuhe"
	"fuhe/score/profile"
	"fuhe/score/text"
)

// AmountLabel names an amount for a reader; one that is no entry of the report is called as its heading says.
func (f *Figures) AmountLabel(a Amount) string {
	if a.Field == "" {
		return a.heading
	}
	return f.Label(a.Field)
}

// AsCounted is an amount as the form prints it; the sum of the sources where that is what is compared.
func (f *Figures) AsCounted(a Amount) string {
	if a.summed {
		return a.Digits()
	}
	return f.Cell(a.Field).Text
}

// FundName is the name of a fund as printed, 其中 and colons cut off.
func (f *Figures) FundName(i int) string {
	name := strings.TrimRight(strings.TrimLeft(strings.TrimPrefix(f.Report.Funds[i].Name.Text, "其中"), ":： "), ":： ")
	if name == "" {
		return f.Label(fuhe.FundField(i, "adjusted_budget"))
	}
	return name
}

// headingOver is the heading that an entry of a fund or an indicator stands under, as printed, notes in brackets cut off:
// 调整后预算数 where the glossary says 全年预算数. "" where the printed table does not tell.
func (f *Figures) headingOver(field fuhe.Field) string {
	i := f.Places.Find(field)
	if i < 0 || f.Places.column[i] < 0 {
		return ""
	}
	cells := f.Report.Printed.Table.Cells
	at := f.Places.Cells[i].At
	own := slices.IndexFunc(cells, func(c fuhe.TableCell) bool { return !at.IsZero() && c.At == at })
	if own < 0 {
		return ""
	}
	heading, _, _ := strings.Cut(printedOver(f.Report, &cells[own]), "(")
	if len([]rune(heading)) > profile.HeadingRunes {
		return ""
	}
	return heading
}

// In is a wording in the language asked for.
func (f *Figures) In(ph fuhe.Phrase, args ...any) string { return text.Fill(ph, f.Lang, args...) }

// Label names an entry for a reader: its row, and the heading it stands under as the form prints it.
func (f *Figures) Label(field fuhe.Field) string {
	label := f.Report.Label(field, f.Lang)
	if heading := f.headingOver(field); heading != "" && f.Lang != fuhe.EN && field.Key() != "name" {
		row := label[:strings.LastIndexByte(label, ' ')+1]
		label = row + heading
	}
	return withoutColons.Replace(label)
}

// withoutColons takes the colon away behind a row's name.
var withoutColons = strings.NewReplacer("： ", " ", ": ", " ")

// NameOf names an indicator by what its row prints: its own name, else the headings it stands under, else its number.
func (f *Figures) NameOf(i int) string {
	ind := &f.Report.Indicators[i]
	for _, c := range []*fuhe.Cell{&ind.Name, &ind.Level2, &ind.Level1} {
		if c.Text != "" {
			return c.Text
		}
	}
	return f.In(partIndicator, strconv.Itoa(i+1))
}

package figures

import (
	"math/big"
	"regexp"
	"strings"
	"sync"

	"fuhe"
	"fuhe/score/interval"
	"fuhe/score/text"
)

// Split is the annual total divided once more beside its sources, as some departments print it: 按收入性质分：800.00 with
// 一般公共预算：640.00 and others below it. Such amounts stand in sentences and are no entries of the report.
type Split struct {
	Text  string // the cell that names it
	Total Amount
	Parts []Amount
	All   bool // every cell below it holds an amount
}

var (
	splitHead = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^按(?:收入|支出|资金|经费)?(?:性质|来源|用途|结构)分[:：](.+)$`)
	})
	splitPart = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(?:其中[:：])?[^:：0-9]+[:：](.*)$`) })
)

// Splits are those of the printed table that name an amount.
func (f *Figures) Splits() []Split {
	var out []Split
	cells := f.Report.Printed.Table.Cells
	for i := range cells {
		if !strings.Contains(cells[i].Text, "按") {
			continue
		}
		m := splitHead().FindStringSubmatch(text.Squeeze(cells[i].Text))
		if m == nil || cells[i].Doubt != nil || cells[i].Struck {
			continue
		}
		s := Split{Text: cells[i].Text, Total: f.amountIn(m[1]), All: true}
		if !s.Total.Known {
			continue
		}
		for row := cells[i].Row + 1; ; row++ {
			part := f.partBelow(row, cells[i].Col)
			if part == nil {
				break
			}
			if a := f.amountIn(splitPart().FindStringSubmatch(text.Squeeze(part.Text))[1]); a.Known && part.Doubt == nil && !part.Struck {
				s.Parts = append(s.Parts, a)
			} else {
				s.All = false
			}
		}
		out = append(out, s)
	}
	return out
}

// partBelow is the cell of a row and column that names a part of a split; nil for any other.
func (f *Figures) partBelow(row, col int) *fuhe.TableCell {
	cells := f.Report.Printed.Table.Cells
	for i := range cells {
		if c := &cells[i]; c.Row == row && c.Col == col {
			s := text.Squeeze(c.Text)
			if splitPart().MatchString(s) && !splitHead().MatchString(s) && !f.isEntry(c.At) {
				return c
			}
			return nil
		}
	}
	return nil
}

// isEntry reports whether what is printed at a place is an entry of the report.
func (f *Figures) isEntry(at fuhe.Source) bool {
	for _, c := range f.Places.Cells {
		if c.Present() && c.At == at {
			return true
		}
	}
	return false
}

// amountIn is an amount that stands in a sentence, in the unit of the block where it prints none.
func (f *Figures) amountIn(s string) Amount {
	c := fuhe.NewCell(s, fuhe.Source{})
	return readAmount("", &c, f.Report.MoneyUnit, moneyPlaces(f.Report))
}

// Sum is what the parts add up to, and whether the amount of the split may be that.
func (s *Split) Sum() (*big.Rat, bool) {
	sum, span := new(big.Rat), interval.Exactly(new(big.Rat))
	for _, a := range s.Parts {
		sum = interval.Add(sum, a.Exact)
		span = span.Plus(a.Own)
	}
	return sum, s.Total.Own.Meets(span)
}

// OfTotal reports whether the amount of the split may be one of the annual total, however that is counted.
func (s *Split) OfTotal(f *Figures) bool {
	for _, m := range []*Money{&f.PrintedTotal, &f.Funds[0]} {
		for _, a := range m.Amounts() {
			if a.Known && a.Own.Meets(s.Total.Own) {
				return true
			}
		}
	}
	return false
}

// Working is the sum of the parts with its result in the unit of the split.
func (s *Split) Working() string {
	sum, _ := s.Sum()
	c := Column{Total: s.Total, Sources: s.Parts, Exact: sum}
	return c.Working()
}

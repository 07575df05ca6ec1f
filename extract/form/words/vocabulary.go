// Package words is what the headings, labels and titles of a form mean: a text goes in, the one form in which headings are
// compared and the fields it may stand for come out. It knows no table and no position; adding a spelling is data.
package words

import (
	"strings"
	"sync"

	"fuhe/extract/lazy"
)

// Vocabulary is what the headings of one block of a form mean: spellings in their normal form, and patterns for
// spellings never seen. A field that is taken goes to the claim of the lowest rank.
type Vocabulary struct {
	Number   int                       // of the vocabulary in a cell's memory
	Spelled  func() map[string][]Claim // made when first asked for
	Patterns []pattern
}

// Claim is a field that a heading may stand for; rank 1 is certain, higher ranks give way.
type Claim struct {
	Field Field
	Rank  int
}

type pattern struct {
	re    *lazy.Regexp
	needs string // part of all that it matches; "" for none
	Claim
}

// Field is what a column (or a label) holds.
type Field uint8

const (
	None  Field = iota
	Known       // a heading that is understood and not read (参考值, 评分标准, 复核分)
	Project
	Department
	Implementer
	Year
	Initial
	Adjusted
	Executed
	Received // 到位资金
	Rate
	Weight
	Score
	Grade
	Expected
	Reached
	Level1
	Level2
	Name
	Target
	Revised // 调整指标值 beside 年初指标值: goes before it where it is filled
	Sign
	Unit
	Actual
	Deviation
	Reason // of the money block
	Fund   // its names, where a heading stands over them
	Fields // their number
)

// PatternRank is the rank of what only a pattern knows: every spelling of the tables goes before it.
const PatternRank = 6

// NearRank is the rank of a heading that only resembles a known one.
const NearRank = PatternRank + 1

// AboveRank is what an entry above the title gives way to the same one below it.
const AboveRank = PatternRank / 2

// Aside reports whether a column holds what is said beside the figures, in words: its cells may be merged over any columns.
func (f Field) Aside() bool { return f == Known || f == Reason || f == Fund }

// Claims are the fields a heading may stand for.
func (v *Vocabulary) Claims(key string) []Claim {
	if key == "" {
		return nil
	}
	if c, ok := v.Spelled()[strings.TrimSuffix(key, "%")]; ok {
		return c
	}
	if strings.ContainsAny(key, "0123456789%.,") || len(key) > maxPatternByte {
		return nil // a figure or a sentence: no pattern is asked
	}
	if v.twoHeadings(key) {
		return nil
	}
	for _, p := range v.Patterns {
		if strings.Contains(key, p.needs) && p.re.MatchString(key) {
			return []Claim{p.Claim}
		}
	}
	return nil
}

// twoHeadings reports whether a text is the heading of a figure with the one of its points behind it, 全年执行数分值: the rule
// between them is missing. 预算执行率得分 is one heading.
func (v *Vocabulary) twoHeadings(key string) bool {
	for i := range key {
		if i == 0 || !strings.HasSuffix(key[:i], "数") && !strings.HasSuffix(key[:i], "值") && !strings.HasSuffix(key[:i], "额") && !strings.HasSuffix(key[:i], "分") {
			continue
		}
		left, right := v.Spelled()[key[:i]], v.Spelled()[key[i:]]
		if len(left) > 0 && len(right) > 0 && left[0].Field != right[0].Field && (right[0].Field == Weight || right[0].Field == Score) {
			return true
		}
	}
	return false
}

// Vocabularies is their number.
const Vocabularies = 4

// Noted reads a heading with its note where the two together are one that is known: 预算数（年初）, 指标值（实际）.
func (v *Vocabulary) Noted(h Heading) []Claim {
	for _, n := range h.Notes {
		if c, ok := v.Spelled()[n+h.Key]; ok && n != "" {
			return c
		}
	}
	return v.Claims(h.Key)
}

// spell makes the table of spellings: one line per field and rank, spellings separated by white space.
func spell(lines ...spelling) func() map[string][]Claim {
	return sync.OnceValue(func() map[string][]Claim {
		most := 0
		for _, l := range lines {
			most += 1 + strings.Count(l.words, " ") + strings.Count(l.words, "\n")
		}
		out, all := make(map[string][]Claim, most), make([]Claim, 0, most)
		for _, l := range lines {
			for s := range strings.FieldsSeq(l.words) {
				if before, ok := out[s]; ok {
					out[s] = append(before, Claim{l.field, l.rank})
					continue
				}
				all = append(all, Claim{l.field, l.rank})
				out[s] = all[len(all)-1 : len(all) : len(all)]
			}
		}
		return out
	})
}

type spelling struct {
	field Field
	rank  int
	words string
}

func match(f Field, re string) pattern { return pattern{lazy.New(re), "", Claim{f, PatternRank}} }

func (p pattern) needing(word string) pattern {
	p.needs = word
	return p
}

// Reviewed marks a column that others filled: the self score stands beside it.
var Reviewed = lazy.New(`复核|审定|审核|复评|抽查|评审|部门评价|财政(部门)?(评|审|打)|主管部门(评|审|打)|第三方`)

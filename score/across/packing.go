package across

import (
	"encoding/binary"
	"errors"
	"math"

	"fuhe"
)

// packing writes values into a record or reads them out of one: each kind of value has one walk over its parts that does
// both, so that the two cannot differ.
type packing struct {
	bytes   []byte
	reading bool
	failed  bool // the record ended too early
}

// errDamaged is a record that is not what was kept.
var errDamaged = errors.New("what is compared was damaged on the disk")

// number is a whole number.
func number[N ~int | ~int32 | ~int64 | ~uint8](p *packing, n *N) {
	if !p.reading {
		p.bytes = binary.AppendVarint(p.bytes, int64(*n))
		return
	}
	v, size := binary.Varint(p.bytes)
	if size <= 0 {
		p.failed, p.bytes = true, nil
		return
	}
	*n, p.bytes = N(v), p.bytes[size:]
}

// word is a text.
func word[S ~string](p *packing, s *S) {
	n := len(*s)
	number(p, &n)
	switch {
	case !p.reading:
		p.bytes = append(p.bytes, *s...)
	case n < 0 || n > len(p.bytes):
		p.failed, p.bytes = true, nil
	default:
		*s, p.bytes = S(p.bytes[:n]), p.bytes[n:]
	}
}

func (p *packing) flag(b *bool) {
	n := 0
	if *b {
		n = 1
	}
	number(p, &n)
	*b = n == 1
}

func (p *packing) real(f *float64) {
	n := int64(math.Float64bits(*f))
	number(p, &n)
	*f = math.Float64frombits(uint64(n))
}

// list is a list of values with a walk each.
func list[T any](p *packing, values *[]T, walk func(*T)) {
	n := len(*values)
	number(p, &n)
	if p.reading {
		if n < 0 || n > len(p.bytes) { // a value takes a byte or more
			p.failed, p.bytes = true, nil
			return
		}
		*values = nil
		if n > 0 {
			*values = make([]T, n)
		}
	}
	for i := range *values {
		walk(&(*values)[i])
	}
}

// maybe is a value that may be missing.
func maybe[T any](p *packing, value **T, walk func(*T)) {
	there := *value != nil
	p.flag(&there)
	if !there {
		return
	}
	if p.reading {
		*value = new(T)
	}
	walk(*value)
}

func (p *packing) document(d *document) {
	word(p, &d.sha256)
	word(p, &d.path)
	number(p, &d.reports)
	list(p, &d.lists, func(l *projectList) {
		word(p, &l.title)
		list(p, &l.rows, func(r *projectRow) {
			p.name(&r.project)
			p.amount(&r.spent)
		})
	})
}

// form walks over what is compared of a form; what is told by its brief is not in it, nor is its document.
func (p *packing) form(f *form) {
	number(p, &f.report)
	word(p, &f.under)
	number(p, &f.kind)
	word(p, &f.title)
	number(p, &f.year)
	p.name(&f.project)
	p.name(&f.department)
	p.name(&f.implementer)
	p.flag(&f.renamed)
	p.spot(&f.projectAt)
	p.fund(&f.total)
	list(p, &f.sources, p.fund)
	list(p, &f.indicators, p.indicator)
	list(p, &f.printed, func(x *printed) {
		word(p, &x.field)
		word(p, &x.text)
		word(p, &x.value)
		p.spot(&x.at)
	})
	p.flag(&f.complete)
	p.spot(&f.reachedAt)
}

func (p *packing) name(n *name) {
	word(p, &n.printed)
	word(p, &n.whole)
	word(p, &n.bare)
	word(p, &n.phase)
}

func (p *packing) spot(s *spot) {
	word(p, &s.sheet)
	word(p, &s.ref)
	number(p, &s.page)
	number(p, &s.table)
}

func (p *packing) fund(f *fund) {
	word(p, &f.name)
	p.amount(&f.initial)
	p.amount(&f.adjusted)
	p.amount(&f.executed)
}

func (p *packing) amount(a *amount) {
	word(p, &a.text)
	word(p, &a.unit)
	number(p, &a.exact)
	number(p, &a.lo)
	number(p, &a.hi)
	number(p, &a.places)
	p.flag(&a.known)
	word(p, &a.field)
	p.spot(&a.at)
}

func (p *packing) indicator(n *indicator) {
	word(p, &n.key)
	word(p, &n.name)
	p.entry(&n.target)
	p.entry(&n.weight)
	number(p, &n.row)
}

func (p *packing) entry(e *entry) {
	word(p, &e.text)
	number(p, &e.value)
	word(p, &e.unit)
	word(p, &e.sign)
	p.flag(&e.known)
	p.spot(&e.at)
}

func (p *packing) across(x *fuhe.Across) {
	p.finding(&x.Finding)
	word(p, &x.SHA256)
	word(p, &x.Path)
	number(p, &x.Report)
	list(p, &x.Inputs, func(i *fuhe.Place) {
		word(p, &i.SHA256)
		word(p, &i.Path)
		number(p, &i.Report)
		word(p, &i.Field)
		p.source(&i.At)
	})
	maybe(p, &x.Match, func(m *fuhe.Match) {
		p.flag(&m.Sure)
		word(p, &m.Because)
	})
}

func (p *packing) finding(f *fuhe.Finding) {
	word(p, &f.ID)
	word(p, &f.Rule)
	word(p, &f.Severity)
	word(p, &f.Effect)
	word(p, &f.Field)
	p.source(&f.At)
	list(p, &f.Inputs, func(i *fuhe.Field) { word(p, i) })
	word(p, &f.Published)
	word(p, &f.Recomputed)
	word(p, &f.Working)
	maybe(p, &f.Cause, p.cause)
	list(p, &f.Causes, p.cause)
	word(p, &f.Root)
	p.flag(&f.Inferred)
	p.flag(&f.Scanned)
	word(p, &f.Kept)
	word(p, &f.Message)
}

func (p *packing) cause(c *fuhe.Cause) {
	word(p, &c.Kind)
	word(p, &c.Text)
}

func (p *packing) source(s *fuhe.Source) {
	word(p, &s.Sheet)
	number(p, &s.Page)
	number(p, &s.Table)
	word(p, &s.Ref)
	for i := range s.Box {
		p.real(&s.Box[i])
	}
}

package pdf

import (
	"context"
	"errors"

	"fuhe/extract/page"
	"fuhe/extract/page/lattice"
	"fuhe/extract/page/looks"
	"fuhe/extract/pdf/native"
)

// drawer is a document whose pages can be drawn several at a time, and are settled in their order.
type drawer interface {
	Draw(ctx context.Context, n int) *native.Drawn
	Settle(drawn *native.Drawn) (page.Page, error)
}

// steps are the reading of one page, step by step, each within what is left of its time.
type steps struct {
	outcome
	side     *side
	document Document
	n        int
	drawn    *native.Drawn
	ctx      context.Context // ends when a step is not done in its time
	stop     context.CancelCauseFunc
}

// steps begins the reading of a page.
func (s *side) steps(d Document, n int) *steps {
	p := &steps{side: s, document: d, n: n}
	p.ctx, p.stop = context.WithCancelCause(s.ctx)
	return p
}

// end ends the reading of the page.
func (p *steps) end() { p.stop(context.Canceled) }

// step takes a step, unless one before it failed.
func (p *steps) step(take func() outcome) {
	s := p.side
	switch {
	case p.err != nil:
		return
	case s.clock.over():
		p.err = errors.New("no time is left for it")
		return
	case s.ctx.Err() != nil:
		p.err = context.Cause(s.ctx)
		return
	}
	var o outcome
	h := s.crew.hire()
	err := h.take(min(s.perPage, s.clock.left()), s.clock, step{take: func() { o = take() }})
	if errors.Is(err, errTime) {
		p.stop(errTime)
		p.outcome = outcome{err: err, late: true}
		return
	}
	s.crew.free(h)
	if p.outcome = o; err != nil {
		p.outcome = outcome{err: err}
	}
}

// draw is the page as far as it can be read without the others.
func (p *steps) draw() (o outcome) {
	if d, ok := p.document.(drawer); ok {
		p.drawn = d.Draw(p.ctx, p.n)
		return outcome{}
	}
	o.page, o.err = p.document.Page(p.ctx, p.n)
	return o
}

// settle is the page, after all before it.
func (p *steps) settle() (o outcome) {
	d, ok := p.document.(drawer)
	if !ok {
		return p.outcome
	}
	o.page, o.err = d.Settle(p.drawn)
	p.drawn = nil // the page is what is left of it
	return o
}

// tables are the tables on it.
func (p *steps) tables() outcome {
	o := p.outcome
	if p.side.unit != nil {
		o.page.Scale(p.side.unit(p.n))
	}
	o.grids, o.err = lattice.Find(o.page)
	if p.side.styled {
		looks.Set(&o.page, o.grids)
	}
	return o
}

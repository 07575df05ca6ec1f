package pdf

import (
	"context"
	"errors"

	"fuhe/extract/page"
	"fuhe/extract/page/lattice"
	"fuhe/extract/page/looks"
	"fuhe/extract/pdf/native"
	"fuhe/extract/work"
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
}

// step takes a step, unless one before it failed.
func (p *steps) step(take func(ctx context.Context) outcome) {
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
	limit := min(s.perPage, s.clock.left())
	ctx, cancel := work.WithLimit(s.ctx, limit, errTime)
	defer cancel()
	o, err := within(limit, s.clock, func() (outcome, error) { return take(ctx), nil }, nil)
	if o.late = errors.Is(err, errTime); err != nil {
		o.err = err
	}
	p.outcome = o
}

// draw is the page as far as it can be read without the others.
func (p *steps) draw(ctx context.Context) (o outcome) {
	if d, ok := p.document.(drawer); ok {
		p.drawn = d.Draw(ctx, p.n)
		return outcome{}
	}
	o.page, o.err = p.document.Page(ctx, p.n)
	return o
}

// settle is the page, after all before it.
func (p *steps) settle(context.Context) (o outcome) {
	d, ok := p.document.(drawer)
	if !ok {
		return p.outcome
	}
	o.page, o.err = d.Settle(p.drawn)
	return o
}

// tables are the tables on it.
func (p *steps) tables(context.Context) outcome {
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

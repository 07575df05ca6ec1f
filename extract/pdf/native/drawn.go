package native

import (
	"context"
	"fmt"

	"fuhe/extract/page"
)

// Drawn is a page that was drawn and is not settled yet: what the pages before it tell of its digits is not known.
type Drawn struct {
	in  *interpreter
	err error
}

// Page is what page n shows, from 1. Drawing ends with its context.
func (d *Document) Page(ctx context.Context, n int) (page.Page, error) {
	return d.Settle(d.Draw(ctx, n))
}

// Draw draws page n, from 1, as far as it can be drawn without the others. Drawing ends with its context.
func (d *Document) Draw(ctx context.Context, n int) *Drawn {
	in := &interpreter{stint: newStint(), ctx: ctx, doc: d, operators: maxOperators}
	defer in.end()
	return &Drawn{in: in, err: d.drawInto(in, n)}
}

func (d *Document) drawInto(in *interpreter, n int) (err error) {
	defer recovered(&err)
	if n < 1 || n > len(d.pages) {
		return fmt.Errorf("no page %d in a file of %d", n, len(d.pages))
	}
	l := d.pages[n-1]
	if l.err != nil {
		return l.err
	}
	in.draw(n, l)
	return nil
}

// Settle is what a page shows that was drawn. Pages are settled in their order, so that every reading of a file tells the
// same of each.
func (d *Document) Settle(drawn *Drawn) (p page.Page, err error) {
	d.settling.Lock()
	defer d.settling.Unlock()
	defer func() {
		p.Damaged = p.Damaged || err != nil && (isGarbled(err) || d.source.misplaced())
	}()
	defer recovered(&err)
	if drawn.err != nil {
		return page.Page{}, drawn.err
	}
	in := drawn.in
	if d.count(in); d.unpacked > maxFileUnpacked {
		return page.Page{}, fmt.Errorf("the file unpacks to more than %d MB", maxFileUnpacked>>20)
	}
	in.stint = newStint()
	defer in.end()
	in.hearWitnesses()
	in.finish()
	return in.page, nil
}

// count adds what a page unpacked, the fonts that others showed before it left aside.
func (d *Document) count(in *interpreter) {
	d.unpacked += int64(maxPageBytes - in.left)
	for f := range in.charged {
		if f.at != (ref{}) && d.charged[f.at] {
			d.unpacked -= int64(f.cost.spent)
		}
		d.charged[f.at] = true
	}
}

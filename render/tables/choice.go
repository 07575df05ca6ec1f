package tables

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fuhe"
)

// Choice is which tables are wanted; the zero one wants all.
type Choice struct {
	Pages Pages
	Table int    // the N-th of its file, from 1; 0 for all
	Match string // its title holds this text; "" for any
}

// Pages are ranges of pages, from and to each; none for all pages.
type Pages [][2]int

// ParsePages reads ranges as people write them: 3-7,9. "" is all pages.
func ParsePages(s string) (Pages, error) {
	var out Pages
	if strings.TrimSpace(s) == "" {
		return nil, nil
	}
	for part := range strings.SplitSeq(strings.NewReplacer("，", ",", "–", "-", "—", "-").Replace(s), ",") {
		from, to, ranged := strings.Cut(strings.TrimSpace(part), "-")
		a, err := strconv.Atoi(strings.TrimSpace(from))
		if err != nil {
			return nil, fmt.Errorf("pages %q: %w", s, err)
		}
		b := a
		if ranged {
			if b, err = strconv.Atoi(strings.TrimSpace(to)); err != nil {
				return nil, fmt.Errorf("pages %q: %w", s, err)
			}
		}
		if a < 1 || b < a {
			return nil, fmt.Errorf("pages %q: no range from 1 up", s)
		}
		out = append(out, [2]int{a, b})
	}
	return out, nil
}

// has reports whether a page is among them.
func (p Pages) has(page int) bool {
	return len(p) == 0 || slices.ContainsFunc(p, func(r [2]int) bool { return page >= r[0] && page <= r[1] })
}

// Of leaves out of a document the tables that are not wanted, and what stands outside of tables on pages that are not. Tables
// of files without pages stand on no page, so that ranges do not concern them.
func (c Choice) Of(doc *fuhe.Document) {
	if len(c.Pages) == 0 && c.Table == 0 && c.Match == "" {
		return
	}
	var kept []fuhe.Table
	for i, t := range doc.Tables {
		if c.Table > 0 && i+1 != c.Table || c.Match != "" && !strings.Contains(bare(t.Title), bare(c.Match)) || !c.onPages(&t) {
			continue
		}
		kept = append(kept, t)
	}
	doc.Tables = kept
	doc.Outside = slices.DeleteFunc(slices.Clone(doc.Outside), func(o fuhe.Outside) bool { return o.At.Page > 0 && !c.Pages.has(o.At.Page) })
}

func (c Choice) onPages(t *fuhe.Table) bool {
	if t.Page == 0 {
		return true
	}
	return slices.ContainsFunc(append([]int{t.Page}, t.Pages...), c.Pages.has)
}

package across

import (
	"crypto/sha256"
	"math/bits"

	"fuhe"
)

// brief is what of a form stays in memory: what is asked of all forms before two of them are compared.
type brief struct {
	doc, report, year int32
	kind              kind
	renamed           bool // by the user's aliases
	listed            bool // there are lists of projects in its document
	project           nameID
	department        uint32
	implementer       uint32

	copyOf, figures, aims, narrative mark // of forms that share them: see form
	record                           extent
}

// nameID is the name of a project by its parts.
type nameID struct{ whole, phase, bare uint32 }

// id tells a project from every other one.
func (n nameID) id() [2]uint32 { return [2]uint32{n.whole, n.phase} }

// mark is what two forms have the same where they share something; zero for nothing.
type mark [16]byte

// markOf cuts a hash: of a hundred thousand forms no two are the same by chance.
func markOf(hash string) (m mark) {
	copy(m[:], hash)
	return m
}

// unit is who carries the project out: the implementer, or where the form names none its department.
func (b *brief) unit() uint32 {
	if b.implementer == 0 {
		return b.department
	}
	return b.implementer
}

// names are the names of a run, each kept once, by their numbers; the empty one is 0.
type names struct {
	ids   map[string]uint32
	texts [][]rune
	signs []uint64 // which runes are in a name, by 64 classes
}

func newNames() *names {
	n := &names{ids: map[string]uint32{}}
	n.id("")
	return n
}

// id is the number of a name. Of a sentence only the beginning is kept, which is too long to be like another name, and a hash.
func (n *names) id(s string) uint32 {
	s = short(s)
	if id, ok := n.ids[s]; ok {
		return id
	}
	id := uint32(len(n.texts))
	runes := []rune(s)
	n.ids[s] = id
	n.texts = append(n.texts, runes)
	n.signs = append(n.signs, signOf(runes))
	return id
}

// short is a name, or what stands for one that is too long; it holds no other text in memory.
func short(s string) string {
	if runes := []rune(s); len(runes) > longestName {
		sum := sha256.Sum256([]byte(s))
		return string(runes[:longestName]) + "\x00" + string(sum[:])
	}
	return string([]byte(s))
}

func signOf(runes []rune) (sign uint64) {
	for _, r := range runes {
		sign |= 1 << (uint32(r) * 0x9E3779B1 >> 26)
	}
	return sign
}

// find is the number of a name that is there.
func (n *names) find(s string) (uint32, bool) {
	id, ok := n.ids[short(s)]
	return id, ok
}

// like is how much of two names is the same, see like; 0 where it is surely less than at least.
func (n *names) like(a, b uint32, least float64) float64 {
	x, y := n.texts[a], n.texts[b]
	common := min(len(x)-bits.OnesCount64(n.signs[a]&^n.signs[b]), len(y)-bits.OnesCount64(n.signs[b]&^n.signs[a]))
	if len(x) == 0 || 2*float64(common)/float64(len(x)+len(y)) < least {
		return 0
	}
	return like(x, y)
}

// take keeps a form: its brief in memory, the rest where records are.
func (c *Comparison) take(f *form) {
	b := brief{
		doc: f.doc.n, report: int32(f.report), year: int32(f.year), kind: f.kind, renamed: f.renamed, listed: len(f.doc.lists) > 0,
		project:    nameID{c.names.id(f.project.whole), c.names.id(f.project.phase), c.names.id(f.project.bare)},
		department: c.names.id(f.department.whole), implementer: c.names.id(f.implementer.whole),
		copyOf: markOf(f.copyOf), figures: markOf(f.figures), aims: markOf(f.aims), narrative: markOf(f.narrative),
	}
	b.record = c.keep(func(p *packing) { p.form(f) })
	c.forms = append(c.forms, b)
}

// keep keeps what a walk goes over.
func (c *Comparison) keep(walk func(*packing)) extent {
	p := packing{bytes: c.record[:0]}
	walk(&p)
	c.record = p.bytes
	return c.store.keep(p.bytes)
}

// load reads what a walk goes over. Where it cannot be read, what is there is blank, and the comparison ends with an error.
func (c *Comparison) load(e extent, walk func(*packing)) {
	p := packing{bytes: c.store.read(e), reading: true}
	if c.store.err != nil {
		return
	}
	if walk(&p); p.failed || len(p.bytes) > 0 {
		c.store.err = errDamaged
	}
}

// form is a form as it was read.
func (c *Comparison) form(i int32) *form {
	return c.lately.get(i, func() *form {
		f := &form{doc: c.document(c.forms[i].doc)}
		c.load(c.forms[i].record, func(p *packing) { p.form(f) })
		return f
	})
}

// document is where a form stands.
func (c *Comparison) document(i int32) *document {
	return c.documents.get(i, func() *document {
		d := &document{n: i}
		c.load(c.docs[i], func(p *packing) { p.document(d) })
		return d
	})
}

// mention is a finding where it is kept.
type mention struct {
	doc, report int32
	record      extent
}

// put keeps a finding about a document of the run.
func (c *Comparison) put(doc int32, x fuhe.Across) {
	c.found = append(c.found, mention{doc, int32(x.Report), c.keep(func(p *packing) { p.across(&x) })})
}

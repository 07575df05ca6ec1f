package html

// pairs are colours of letters and of their ground that one rule sets, of which it is not known whether it holds.
type pairs [2]struct{ ink, ground colour }

// add takes the colours of such a rule; false when it does not set both, or there are too many.
func (p *pairs) add(sure, then sight) bool {
	if then.ink == sure.ink || then.ground == sure.ground || then.fill.state != unset || then.ink.state != known || then.ground.state == unset {
		return false
	}
	for i := range p {
		if p[i].ink.state == unset {
			p[i].ink, p[i].ground = then.ink, then.ground
			return true
		}
	}
	return false
}

// hang reports whether a text fades or does not by whether such a rule holds.
func (p pairs) hang(fades bool) bool {
	for _, c := range p {
		if c.ink.state == known && c.ground.state == known && c.ink.alike(c.ground) != fades {
			return true
		}
	}
	return false
}

// part takes the colours of pairs as those that do not hang together: something inside sets one of them.
func (s *sight) part() {
	for _, c := range s.both {
		s.inks.join(either{c.ink})
		s.grounds.join(either{c.ground})
	}
	s.both = pairs{}
}

// coloured reports whether an element sets any colour, or may.
func (s sight) coloured() bool {
	return s.ink.state != unset || s.fill.state != unset || s.ground.state != unset || s.inks != either{} || s.grounds != either{} || s.both != pairs{}
}

package native

import "unicode/utf16"

// readCMap reads what it understands and passes over the rest: a CMap is a program in PostScript, but nobody writes
// more of it than these operators.
func readCMap(b []byte) *cmap {
	m := &cmap{texts: make(map[uint64]string)}
	l := &lexer{b: b}
	args := make([]object, 0, min(len(b)/16, 256)) // a list has a hundred entries at most
	for {
		o := l.next()
		if o.kind == end {
			m.broken = m.broken || m.section != "" || l.bad || l.odd
			return m
		}
		if o.kind != operator {
			if len(args) < 4*maxMapEntries {
				args = append(args, o)
			}
			continue
		}
		m.run(string(o.str), args)
		args = args[:0]
		l.reset()
	}
}

func (m *cmap) run(op string, args []object) {
	m.enter(op, len(args))
	switch op {
	case "endcodespacerange":
		for i := 0; i+1 < len(args); i += 2 {
			low, n := number32(args[i])
			top, _ := number32(args[i+1])
			if m.broken = m.broken || len(m.spaces) == maxCodeSpaces; n > 0 && !m.broken {
				m.spaces = append(m.spaces, codeSpace{n, low, top})
			}
		}
	case "endbfchar":
		for i := 0; i+1 < len(args); i += 2 {
			if code, n := number32(args[i]); n > 0 {
				m.set(code, n, target(args[i+1]))
			}
		}
	case "endbfrange":
		for i := 0; i+2 < len(args); i += 3 {
			m.setRange(args[i], args[i+1], args[i+2])
		}
	case "endcidchar":
		for i := 0; i+1 < len(args); i += 2 {
			code, n := number32(args[i])
			m.addCID(cidRange{n, code, code, uint32(args[i+1].num)})
		}
	case "endcidrange":
		for i := 0; i+2 < len(args); i += 3 {
			low, n := number32(args[i])
			top, _ := number32(args[i+1])
			m.addCID(cidRange{n, low, top, uint32(args[i+2].num)})
		}
	case "def":
		if len(args) >= 2 && string(args[len(args)-2].str) == "WMode" && args[len(args)-1].num == 1 {
			m.vertical = true
		}
	case "usecmap":
		if len(args) > 0 {
			m.base = predefined(string(args[len(args)-1].str))
		}
	}
}

// enter notes in which list of entries the map is. An operator that does not end the list, or an entry without all of
// its parts, means that bytes were lost: what stands behind would be read against the wrong codes.
func (m *cmap) enter(op string, args int) {
	if m.section != "" && op != "end"+m.section {
		m.broken = true
	}
	m.section = ""
	switch op {
	case "begincodespacerange", "beginbfchar", "beginbfrange", "begincidchar", "begincidrange":
		m.section = op[len("begin"):]
	case "endcodespacerange", "endbfchar", "endcidchar":
		m.broken = m.broken || args%2 != 0
	case "endbfrange", "endcidrange":
		m.broken = m.broken || args%3 != 0
	}
}

// number32 is a code written as a string of one to four bytes.
func number32(o object) (code uint32, n int) {
	if o.kind != text || len(o.str) == 0 || len(o.str) > 4 {
		return 0, 0
	}
	for _, c := range o.str {
		code = code<<8 | uint32(c)
	}
	return code, len(o.str)
}

// target is what a code maps to: UTF-16BE, or the name of a glyph.
func target(o object) []uint16 {
	switch {
	case o.kind == name:
		return utf16.Encode([]rune(textOfName(string(o.str))))
	case o.kind != text:
		return nil
	case len(o.str) == 1: // a byte where two belong
		return []uint16{uint16(o.str[0])}
	}
	out := make([]uint16, 0, len(o.str)/2)
	for i := 0; i+1 < len(o.str); i += 2 {
		out = append(out, uint16(o.str[i])<<8|uint16(o.str[i+1]))
	}
	return out
}

func (m *cmap) set(code uint32, n int, to []uint16) {
	m.lengths[n] = true
	if len(m.texts) < maxMapEntries { // a code beyond has no text, and that is said when it is shown
		m.texts[coded(code, n)] = string(utf16.Decode(to))
	}
}

// setRange maps a range of codes: to texts that follow each other, or to a list of them.
func (m *cmap) setRange(low, top, to object) {
	from, n := number32(low)
	last, _ := number32(top)
	if n == 0 || last < from {
		return
	}
	if to.kind == array {
		for i, o := range to.list {
			if uint32(i) > last-from {
				break
			}
			m.set(from+uint32(i), n, target(o))
		}
		return
	}
	first := target(to)
	if len(first) == 0 {
		return
	}
	const written = 256
	if last-from >= written {
		if len(m.ranges) < maxLongRanges {
			m.lengths[n] = true
			m.ranges = append(m.ranges, textRange{n, from, last, first})
		}
		return
	}
	for code := from; ; code++ {
		m.set(code, n, following(first, code-from))
		if code == last {
			break
		}
	}
}

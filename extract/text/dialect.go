package text

import (
	"slices"
	"strings"

	"fuhe/extract/lazy"
)

// dialect is how a file separates its cells.
type dialect uint8

const (
	none dialect = iota
	tabs
	pipes // rows of Markdown
	commas
	semicolons
	bars // values separated by bars, without a frame
)

// separators are the characters between the cells of a row.
var separators = map[dialect]byte{tabs: '\t', commas: ',', semicolons: ';', bars: '|'}

// statedDialect is what a first line says that Excel takes for the separator (sep=;), and the text behind that line.
func statedDialect(s string) (dialect, string) {
	line, rest, _ := strings.Cut(s, "\n")
	if stated, ok := strings.CutPrefix(strings.ToLower(strings.Trim(line, "\ufeff\" \r")), "sep="); ok && len(stated) == 1 {
		for d, c := range separators {
			if c == stated[0] {
				return d, rest
			}
		}
	}
	return none, s
}

// dialectOf tells the dialect of a file: bars before tabs before commas, since prose holds commas most often.
func dialectOf(s string) dialect {
	tabbed, barred, ruled := 0, 0, false
	for line := range strings.Lines(s) {
		if strings.Contains(strings.Trim(line, " \t\n"), "\t") {
			tabbed++
		}
		if isBarred(line) {
			barred++
		} else if ruler.MatchString(line) {
			ruled = true // no prose has such a line
		}
	}
	switch {
	case !strings.Contains(s, "|"):
	case ruled, barred >= 2 && !valuesIn(s, '|', true):
		return pipes
	case valuesIn(s, '|', true):
		return bars
	}
	switch {
	case barred >= 2:
		return pipes
	case tabbed >= 2:
		return tabs
	case strings.Contains(s, ";") && valuesIn(s, ';', true):
		return semicolons
	case valuesIn(s, ',', false):
		return commas
	}
	return none
}

// valuesIn reports whether rows are cells with a separator between them: some have the same number of cells. Where most of
// them must, no other way to write a table is meant, and some row must begin or end with a cell that says something.
func valuesIn(s string, separator byte, most bool) bool {
	counts, rows, open := map[int]int{}, 0, false
	for _, row := range separated(s, separator) {
		n := len(row.fields)
		if n > 1 {
			rows++
			open = open || strings.TrimSpace(row.fields[0]) != "" || strings.TrimSpace(row.fields[n-1]) != ""
		}
		if n >= minCommaFields {
			counts[n]++
		}
	}
	for _, n := range counts {
		if n >= minCommaRows && (!most || open && n*2 > rows) {
			return true
		}
	}
	return false
}

const (
	minCommaFields = 3 // a sentence has a comma, too
	minCommaRows   = 2
)

// ruler is the line under the headings of a Markdown table.
var ruler = lazy.New(`^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?\s*$`)

// isBarred reports whether a line begins and ends with a bar.
func isBarred(line string) bool {
	line = strings.TrimSpace(line)
	return len(line) > 2 && line[0] == '|' && line[len(line)-1] == '|'
}

// row is a line of a file, or several that one quoted cell spans.
type row struct {
	fields []string // one when the line has no separator
	raw    string
	blank  bool
}

// separated splits a file at a separator. A cell that begins with a quotation mark ends at the next single one, over
// line ends, when a separator or a line end follows there; else the mark is part of the text.
func separated(s string, separator byte) []row {
	var rows []row
	for s != "" {
		line, _, _ := strings.Cut(s, "\n")
		if strings.TrimSpace(strings.Trim(line, string(separator))) == "" && !strings.Contains(line, `"`) {
			fields := strings.Split(line, string(separator))
			rows = append(rows, row{fields: fields, raw: line, blank: len(fields) == 1})
			s = s[min(len(line)+1, len(s)):]
			continue
		}
		var r row
		start := s
		for {
			field, rest, end := nextField(s, separator)
			r.fields = append(r.fields, field)
			s = rest
			if end {
				break
			}
		}
		r.raw = strings.TrimSuffix(start[:len(start)-len(s)], "\n")
		rows = append(rows, r)
	}
	return rows
}

// nextField takes a cell off the front of s and says whether its row ends with it.
func nextField(s string, separator byte) (field, rest string, end bool) {
	for _, begins := range []string{`"`, `="`} { // ="147663.64" is how Excel is told that a figure is text
		if inside, ok := strings.CutPrefix(s, begins); ok {
			if field, rest, end, ok := quoted(inside, separator); ok {
				return asText(field), rest, end
			}
		}
	}
	i := strings.IndexAny(s, string(separator)+"\n")
	if i < 0 {
		return s, "", true
	}
	return s[:i], s[i+1:], s[i] == '\n'
}

// asText is the text of a formula that is nothing but a text: ="147663.64".
func asText(field string) string {
	if inside, ok := strings.CutPrefix(field, `="`); ok && strings.HasSuffix(inside, `"`) {
		return strings.ReplaceAll(strings.TrimSuffix(inside, `"`), `""`, `"`)
	}
	return field
}

// quoted reads on behind an opening quotation mark.
func quoted(s string, separator byte) (field, rest string, end, ok bool) {
	var b strings.Builder
	for b.Len() <= maxQuoted {
		i := strings.IndexByte(s[:min(len(s), maxQuoted)], '"')
		if i < 0 {
			return "", "", false, false
		}
		b.WriteString(s[:i])
		s = s[i+1:]
		switch {
		case s == "":
			return b.String(), "", true, true
		case s[0] == '"':
			b.WriteByte('"')
			s = s[1:]
		case s[0] == separator || s[0] == '\n':
			return b.String(), s[1:], s[0] == '\n', true
		default:
			return "", "", false, false
		}
	}
	return "", "", false, false
}

// barredRows splits a file with Markdown tables. Lines outside tables have one field; rulers are dropped. Rows without a
// frame (a | b) count as rows right above a ruler and below it.
func barredRows(s string) []row {
	var rows []row
	lines := strings.Split(s, "\n")
	ruled := false // below a ruler, still in its table
	for i, line := range lines {
		ruled = ruled && strings.Contains(line, "|")
		switch {
		case strings.TrimSpace(line) == "":
			rows = append(rows, row{fields: []string{""}, blank: true})
		case isRuler(lines, i):
			ruled = true
		case isBarred(line), ruled, strings.Contains(line, "|") && i+1 < len(lines) && isRuler(lines, i+1):
			rows = append(rows, row{fields: splitBars(line), raw: line})
		default:
			rows = append(rows, row{fields: []string{line}, raw: line})
		}
	}
	return rows
}

// isRuler reports whether a line is the one under the headings: further down dashes stand for blank entries.
func isRuler(lines []string, i int) bool {
	return ruler.MatchString(lines[i]) && i > 0 && strings.Contains(lines[i-1], "|") && (i == 1 || !strings.Contains(lines[i-2], "|"))
}

// splitBars splits a row at its bars; \| is a bar inside a cell.
func splitBars(line string) []string {
	line = strings.TrimSpace(line)
	var cells []string
	var b strings.Builder
	for i := 0; i < len(line); i++ {
		switch {
		case line[i] == '\\' && i+1 < len(line) && line[i+1] == '|':
			b.WriteByte('|')
			i++
		case line[i] == '|':
			cells = append(cells, b.String())
			b.Reset()
		default:
			b.WriteByte(line[i])
		}
	}
	if last := strings.TrimSpace(b.String()); last != "" || line[len(line)-1] != '|' {
		cells = append(cells, last)
	}
	if len(cells) > 1 && line[0] == '|' {
		cells = slices.Delete(cells, 0, 1)
	}
	return cells
}

package fuhe

import (
	"bytes"
	"encoding/json"
	"strconv"
	"unicode/utf8"
)

// A run writes an entry's place for every entry of every form. They are written here piece by piece: through encoding/json
// each would be taken apart, written, and looked through again for each list it stands in.

// appendJSON adds a place.
func (s Source) appendJSON(to []byte) (out []byte, err error) {
	out, sep := to, byte('{')
	key := func(name string) {
		out = append(append(append(append(out, sep, '"'), name...), '"'), ':')
		sep = ','
	}
	if s.Sheet != "" {
		key("sheet")
		if out, err = appendString(out, s.Sheet); err != nil {
			return out, err
		}
	}
	if s.Page != 0 {
		key("page")
		out = strconv.AppendInt(out, int64(s.Page), 10)
	}
	if s.Table != 0 {
		key("table")
		out = strconv.AppendInt(out, int64(s.Table), 10)
	}
	if s.Ref != "" {
		key("ref")
		if out, err = appendString(out, s.Ref); err != nil {
			return out, err
		}
	}
	if !s.Box.IsZero() {
		key("box")
		out = s.Box.appendJSON(out)
	}
	if sep == '{' {
		out = append(out, '{')
	}
	return append(out, '}'), nil
}

// nudge before rounding to hundredths: positions in the middle of two are common (eighths of a point), and machines that
// multiply and add in one step come out on either side of it.
const nudge = 1e-7

func (b Box) appendJSON(to []byte) []byte {
	for i, v := range b {
		to = strconv.AppendFloat(append(to, "[,,,"[i]), v+nudge, 'f', 2, 64)
	}
	return append(to, ']')
}

// appendString adds a text in quotes, < > & as they are: json.Marshal escapes those even when the encoder around it does not.
func appendString(to []byte, s string) ([]byte, error) {
	if plainJSON(s) {
		return append(append(append(to, '"'), s...), '"'), nil
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(s)
	return append(to, bytes.TrimSuffix(b.Bytes(), []byte("\n"))...), err
}

// plainJSON reports whether nothing in a text needs to be written otherwise in JSON.
func plainJSON(s string) bool {
	for _, r := range s {
		if r < ' ' || r == '"' || r == '\\' || r == '\u2028' || r == '\u2029' || r == utf8.RuneError {
			return false
		}
	}
	return true
}

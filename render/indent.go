package render

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
)

// indented writes values as indented JSON, one after the other, as json.Indent would: only one of them is in memory at a
// time, and the text is not parsed again, for it comes from the encoder a moment ago. The
// buffered writer keeps its first error for Flush.
type indented struct {
	out   *bufio.Writer
	depth int
	text  bytes.Buffer
}

func newIndented(w io.Writer) *indented { return &indented{out: bufio.NewWriterSize(w, 64<<10)} }

// value writes a value at the depth it stands at.
func (n *indented) value(v any) error {
	n.text.Reset()
	if err := encoder(&n.text).Encode(v); err != nil {
		return err
	}
	n.compact(bytes.TrimSuffix(n.text.Bytes(), []byte("\n")))
	return nil
}

// compact writes valid JSON without white space between its tokens.
func (n *indented) compact(text []byte) {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; c {
		case '"':
			end := i + 1
			for text[end] != '"' {
				if text[end] == '\\' {
					end++
				}
				end++
			}
			_, _ = n.out.Write(text[i : end+1])
			i = end
		case '{', '[':
			if text[i+1] == c+2 { // } and ] stand two behind
				_, _ = n.out.Write(text[i : i+2])
				i++
				continue
			}
			n.out.WriteByte(c)
			n.depth++
			n.line()
		case '}', ']':
			n.depth--
			n.line()
			n.out.WriteByte(c)
		case ',':
			n.out.WriteByte(c)
			n.line()
		case ':':
			n.out.WriteString(": ")
		default:
			n.out.WriteByte(c)
		}
	}
}

// line begins a line.
func (n *indented) line() {
	n.out.WriteByte('\n')
	for range n.depth {
		n.out.WriteString("  ")
	}
}

// key begins the next member of the object that is being written.
func (n *indented) key(name string, first bool) error {
	if !first {
		n.out.WriteByte(',')
	}
	n.line()
	quoted, err := json.Marshal(name)
	if err != nil {
		return err
	}
	_, _ = n.out.Write(quoted)
	n.out.WriteString(": ")
	return nil
}

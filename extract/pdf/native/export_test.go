package native

// LexContents unpacks the contents of all pages and cuts them into words: what no reader of them can do without. It gives
// the number of operators.
func (d *Document) LexContents() (operators int, err error) {
	defer recovered(&err)
	for _, l := range d.pages {
		if l.err != nil {
			return operators, l.err
		}
		in := &interpreter{stint: newStint(), doc: d}
		content, err := in.contents(nil, l.page.metered(&in.meter).key("Contents"))
		in.end()
		if err != nil {
			return operators, err
		}
		for x := (&lexer{b: content}); ; x.reset() {
			o := x.next()
			if o.kind == end {
				break
			}
			if o.kind == operator {
				operators++
			}
		}
	}
	return operators, nil
}

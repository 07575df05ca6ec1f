package native

// marks are the marked contents the stream is in: layers that are switched off, watermarks.
type marks struct {
	open        []mark
	off, waters int
}

type mark struct{ off, water bool }

func (m *marks) hidden() bool    { return m.off > 0 }
func (m *marks) watermark() bool { return m.waters > 0 }

func (m *marks) push(k mark) {
	m.open = append(m.open, k)
	m.add(k, 1)
}

func (m *marks) pop() {
	if n := len(m.open); n > 0 {
		m.add(m.open[n-1], -1)
		m.open = m.open[:n-1]
	}
}

func (m *marks) add(k mark, by int) {
	if k.off {
		m.off += by
	}
	if k.water {
		m.waters += by
	}
}

// begin opens a marked content with properties.
func (in *interpreter) beginMark() {
	var k mark
	if n := len(in.args); n >= 2 && in.args[n-2].kind == name {
		tag, properties := string(in.args[n-2].str), in.args[n-1]
		switch {
		case tag == "OC" && properties.kind == name:
			k.off = in.layerOff(string(properties.str))
		case tag == "Artifact" && properties.kind == dict:
			kind, _ := properties.get("Subtype")
			k.water = string(kind.str) == "Watermark"
		}
	}
	in.mark(k)
}

// mark opens a marked content.
func (in *interpreter) mark(k mark) {
	if len(in.marks.open) >= maxMarks {
		in.stop("more than %d marked contents in one another", maxMarks)
		return
	}
	in.marks.push(k)
}

// layerOff reports whether a layer that the resources name is switched off.
func (in *interpreter) layerOff(key string) bool {
	if len(in.doc.hidden) == 0 {
		return false
	}
	properties := in.res.dict.key("Properties")
	if in.doc.hidden[properties.ref(key)] {
		return true
	}
	return in.doc.membershipOff(properties.key(key))
}

// membershipOff reports whether a membership of layers, which shows when any of them does, is switched off.
func (d *Document) membershipOff(v value) bool {
	if v.key("Type").name() != "OCMD" {
		return false
	}
	layers := v.key("OCGs").elements()
	if r := v.ref("OCGs"); len(layers) == 0 && r != (ref{}) && !v.key("OCGs").isArray() {
		layers = []ref{r}
	}
	for _, l := range layers {
		if !d.hidden[l] {
			return false
		}
	}
	return len(layers) > 0 && (v.key("P").null() || v.key("P").name() == "AnyOn")
}

// hiddenLayers are the references to the layers a viewer does not show at first.
func hiddenLayers(catalog value) map[ref]bool {
	out := make(map[ref]bool)
	properties := catalog.key("OCProperties")
	if properties.null() {
		return out
	}
	usual := properties.key("D")
	if usual.key("BaseState").name() == "OFF" {
		for _, r := range properties.key("OCGs").elements() {
			out[r] = true
		}
		for _, r := range usual.key("ON").elements() {
			delete(out, r)
		}
	}
	for _, r := range usual.key("OFF").elements() {
		out[r] = true
	}
	hideByUsage(usual.key("AS"), out)
	return out
}

// hideByUsage adds the layers that are switched off when the page is viewed or printed: what is not on both is a help
// for one of them, and not what the page says.
func hideByUsage(events value, out map[ref]bool) {
	for i := range min(events.len(), maxLayerEvents) {
		of := events.index(i).key("OCGs")
		refs := of.elements()
		for k := range min(of.len(), len(refs)) {
			usage := of.index(k).key("Usage")
			if usage.key("View").key("ViewState").name() == "OFF" || usage.key("Print").key("PrintState").name() == "OFF" {
				out[refs[k]] = true
			}
		}
	}
}

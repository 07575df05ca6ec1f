package native

import "sync"

// fonts are those of a file, each made once for all its pages. Several pages may ask at a time.
type fonts struct {
	mutex   sync.Mutex
	made    map[ref]*fontOnce
	entries int // of those
}

type fontOnce struct {
	once sync.Once
	font *font
	died any // a panic, which every page is to see
}

// of is the font at a place of the file, which v is.
func (s *fonts) of(at ref, v value) *font {
	s.mutex.Lock()
	one, ok := s.made[at]
	if !ok {
		one = new(fontOnce)
		if s.made == nil || s.entries > maxHeldEntries { // those of other pages are made again when they are needed
			s.made, s.entries = make(map[ref]*fontOnce), 0
		}
		s.made[at] = one
	}
	s.mutex.Unlock()
	one.once.Do(func() {
		defer func() { one.died = recover() }()
		one.font = makeFont(at, v)
		s.mutex.Lock()
		s.entries += one.font.entries()
		s.mutex.Unlock()
	})
	if one.died != nil {
		panic(one.died)
	}
	return one.font
}

// namedFont is the font that the resources name so.
func (in *interpreter) namedFont(key string) *font {
	named := in.res.dict.key("Font")
	return in.font(named.key(key), named.ref(key))
}

// font is the font a dictionary describes. at is where it stands in the file; none where it stands within something
// else. What it took to make it is charged to every page that shows it, whichever made it.
func (in *interpreter) font(v value, at ref) *font {
	if !v.isDict() {
		return nil
	}
	var f *font
	if at == (ref{}) {
		f = makeFont(at, v)
	} else {
		f = in.doc.fonts.of(at, v)
	}
	if in.charged[f] {
		return f
	}
	in.charged[f] = true
	in.left = max(0, in.left-f.cost.spent)
	in.meter.spend(f.cost.meter.looked)
	if in.entries += f.entries(); in.entries > maxPageEntries {
		in.stop("fonts of more than %d entries", maxPageEntries)
	}
	return f
}

// makeFont makes a font by a reader of its own.
func makeFont(at ref, v value) *font {
	k := fontMaker{stint: newStint()}
	defer k.end()
	f := k.newFont(v.metered(&k.meter))
	f.at, f.cost = at, k.cost()
	return f
}

// fontMaker makes one font.
type fontMaker struct{ stint }

package native

// value is an object of the file. Whatever it refers to is read when it is asked for, and charged to the meter of
// whoever asks.
type value struct {
	o object
	s *source
	m *meter
}

// metered is the value with whatever is looked up through it charged to another meter.
func (x value) metered(m *meter) value {
	if x.s != nil {
		x.m = m
	}
	return x
}

func (x value) key(k string) value {
	if !x.isDict() && !x.isStream() {
		return value{}
	}
	o, _ := x.o.get(k)
	return x.followed(o)
}

func (x value) index(i int) value {
	if !x.isArray() || i < 0 || i >= len(x.o.list) {
		return value{}
	}
	return x.followed(x.o.list[i])
}

// followed is what an object is or refers to.
func (x value) followed(o object) value {
	if o.kind == pointer {
		o = x.s.object(ref{o.id, o.gen}, x.m)
	}
	return value{o, x.s, x.m}
}

func (x value) len() int {
	if !x.isArray() {
		return 0
	}
	return len(x.o.list)
}

func (x value) null() bool { return x.o.kind == end }

func (x value) name() string {
	if !x.isName() {
		return ""
	}
	return string(x.o.str)
}

// nameBytes is a name, empty and not nil when it is none.
func (x value) nameBytes() []byte {
	if !x.isName() || len(x.o.str) == 0 {
		return []byte{}
	}
	return x.o.str
}

func (x value) bytes() string {
	if x.o.kind != text {
		return ""
	}
	return string(x.o.str)
}

func (x value) float() float64 {
	if !x.isNumber() {
		return 0
	}
	return x.o.num
}

func (x value) integer() int64 {
	if v := x.float(); v >= -1<<53 && v <= 1<<53 {
		return int64(v)
	}
	return 0
}

func (x value) isArray() bool  { return x.o.kind == array }
func (x value) isStream() bool { return x.o.kind == streamKind }
func (x value) isName() bool   { return x.o.kind == name }
func (x value) isDict() bool   { return x.o.kind == dict }
func (x value) isNumber() bool { return x.o.kind == number }
func (x value) isTrue() bool   { return x.o.kind == boolean && x.o.num == 1 }
func (x value) floats() []float64 {
	out := make([]float64, min(x.len(), maxOperands))
	for i := range out {
		if o := &x.o.list[i]; o.kind == number {
			out[i] = o.num
		} else {
			out[i] = x.index(i).float()
		}
	}
	return out
}

// number is the number a key has, if it has one.
func (x value) number(key string) (float64, bool) {
	v := x.key(key)
	return v.float(), v.isNumber()
}

// matrix is an array of six numbers; the identity when there is none.
func (x value) matrix() matrix {
	if x.len() != 6 {
		return identity
	}
	f := x.floats()
	return matrix{f[0], f[1], f[2], f[3], f[4], f[5]}
}

// ref is the reference a key of a dictionary has; none when it has anything else.
func (x value) ref(key string) ref {
	if o, _ := x.o.get(key); (x.isDict() || x.isStream()) && o.kind == pointer {
		return ref{o.id, o.gen}
	}
	return ref{}
}

// refAt is the reference at a place of an array; none when anything else stands there.
func (x value) refAt(i int) ref {
	if !x.isArray() || i >= len(x.o.list) || x.o.list[i].kind != pointer {
		return ref{}
	}
	return ref{x.o.list[i].id, x.o.list[i].gen}
}

// elements are the references an array holds; nil when it holds anything else.
func (x value) elements() []ref {
	out := make([]ref, x.len())
	for i := range out {
		if out[i] = x.refAt(i); out[i] == (ref{}) {
			return nil
		}
	}
	return out
}

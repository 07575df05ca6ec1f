package native

import (
	"strings"

	"github.com/ledongthuc/pdf"
)

// value is an object of the file. Each look-up starts the count that ends loops; the object layer itself caches
// nothing, so whoever asks twice keeps what was found.
type value struct {
	v pdf.Value
	s *source
}

func (x value) key(k string) value {
	if x.s != nil {
		x.s.begin()
	}
	return value{x.v.Key(k), x.s}
}

func (x value) index(i int) value {
	if x.s != nil {
		x.s.begin()
	}
	return value{x.v.Index(i), x.s}
}

func (x value) len() int       { return x.v.Len() }
func (x value) null() bool     { return x.v.IsNull() }
func (x value) name() string   { return x.v.Name() }
func (x value) bytes() string  { return x.v.RawString() }
func (x value) keys() []string { return x.v.Keys() }
func (x value) float() float64 { return x.v.Float64() }
func (x value) integer() int64 { return x.v.Int64() }
func (x value) isArray() bool  { return x.v.Kind() == pdf.Array }
func (x value) isStream() bool { return x.v.Kind() == pdf.Stream }
func (x value) isName() bool   { return x.v.Kind() == pdf.Name }
func (x value) isDict() bool   { return x.v.Kind() == pdf.Dict }
func (x value) isNumber() bool { return x.v.Kind() == pdf.Integer || x.v.Kind() == pdf.Real }
func (x value) isTrue() bool   { return x.v.Bool() }
func (x value) floats() []float64 {
	out := make([]float64, min(x.len(), maxOperands))
	for i := range out {
		out[i] = x.index(i).float()
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

// refs are the references a dictionary holds, by key: "5 0 R" names the same object wherever it stands. The object
// layer tells them only in its printed form, in the order of the keys.
func (x value) refs() map[string]string {
	printed := x.v.String()
	out := make(map[string]string)
	if !strings.HasPrefix(printed, "<<") {
		return out
	}
	printed = printed[2:]
	for i, k := range x.keys() {
		if i > 0 {
			printed = strings.TrimPrefix(printed, " ")
		}
		rest, ok := strings.CutPrefix(printed, "/"+k+" ")
		if !ok {
			return out
		}
		ref, after := leadingRef(rest)
		if ref != "" {
			out[k] = ref
		} else {
			after = rest[min(len(rest), len(x.v.Key(k).String())):] // it prints the same alone
		}
		printed = after
	}
	return out
}

// leadingRef cuts a reference off a printed object; "" when it begins with something else.
func leadingRef(s string) (ref, rest string) {
	i := 0
	for part := range 2 {
		from := i
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			i++
		}
		if i == from || i >= len(s) || s[i] != ' ' {
			return "", s
		}
		i++
		if part == 1 && i < len(s) && s[i] == 'R' && (i+1 == len(s) || strings.IndexByte(" >]", s[i+1]) >= 0) {
			return s[:i+1], s[i+1:]
		}
	}
	return "", s
}

// elements are the references an array holds; nil when it holds anything else.
func (x value) elements() []string {
	s := strings.TrimSuffix(strings.TrimPrefix(x.v.String(), "["), "]")
	out := make([]string, 0, x.len())
	for s != "" {
		ref, rest := leadingRef(s)
		if ref == "" {
			return nil
		}
		out, s = append(out, ref), strings.TrimPrefix(rest, " ")
	}
	if len(out) != x.len() {
		return nil
	}
	return out
}

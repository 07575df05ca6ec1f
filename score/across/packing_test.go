package across

import (
	"reflect"
	"slices"
	"testing"
	"unsafe"

	"fuhe"
)

// filled gives every part of a value another content that is not its zero.
func filled(v reflect.Value, n *int64, except ...string) {
	*n++
	switch v.Kind() {
	case reflect.String:
		v.SetString(string(rune('一' + *n)))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int32, reflect.Int64:
		v.SetInt(-*n)
	case reflect.Uint8:
		v.SetUint(uint64(*n % 3))
	case reflect.Float64:
		v.SetFloat(float64(*n) / 7)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		filled(v.Elem(), n)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		filled(v.Index(0), n)
		filled(v.Index(1), n)
	case reflect.Array:
		for i := range v.Len() {
			filled(v.Index(i), n)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Field(i)
			if !slices.Contains(except, v.Type().Field(i).Name) {
				filled(reflect.NewAt(f.Type(), unsafe.Pointer(f.UnsafeAddr())).Elem(), n) // fields of the package, too
			}
		}
	default:
		panic(v.Kind())
	}
}

// Every part of what is kept comes back; a record that was cut or goes on is said to be damaged.
func TestWhatIsKeptComesBack(t *testing.T) {
	check(t, func(p *packing, v *form) { p.form(v) }, "doc", "copyOf", "figures", "aims", "narrative", "habits")
	check(t, func(p *packing, v *document) { p.document(v) }, "n")
	check(t, func(p *packing, v *fuhe.Across) { p.across(v) })
}

func check[T any](t *testing.T, walk func(*packing, *T), except ...string) {
	t.Helper()
	var in, out T
	n := int64(0)
	filled(reflect.ValueOf(&in).Elem(), &n, except...)
	p := packing{}
	walk(&p, &in)
	back := packing{bytes: p.bytes, reading: true}
	if walk(&back, &out); back.failed || len(back.bytes) > 0 || !reflect.DeepEqual(in, out) {
		t.Errorf("%T:\n%+v\nbecame\n%+v", in, in, out)
	}
	for cut := range p.bytes {
		var lost T
		back := packing{bytes: p.bytes[:cut], reading: true}
		if walk(&back, &lost); !back.failed {
			t.Errorf("%T: %d of %d bytes are taken for all", in, cut, len(p.bytes))
		}
	}
}

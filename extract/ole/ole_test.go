package ole

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
)

const sector = 512

func put(b []byte, at int, v ...int) {
	for i, n := range v {
		binary.LittleEndian.PutUint32(b[at+4*i:], uint32(n))
	}
}

// container has a stream "long" of 5000 bytes and "short" of 100, and a storage with a "long" of its own. Sectors: 0 which
// follows which, 1 and 2 the directory, 3 to 12 long, 13 the short streams, 14 which small sector follows which.
func container() []byte {
	raw := make([]byte, 16*sector)
	copy(raw, signature)
	binary.LittleEndian.PutUint16(raw[30:], 9)
	put(raw, 44, 1, 1)
	put(raw, 56, 4096, 14, 1, -2, 0)
	for i := range inHeader {
		put(raw, 76+4*i, -1)
	}
	put(raw, 76, 0)
	next := raw[sector:]
	put(next, 0, -3, 2, -2, 4, 5, 6, 7, 8, 9, 10, 11, 12, -2, -2, -2)
	for i := 15; i < 128; i++ {
		put(next, 4*i, -1)
	}
	entry := func(n int, name string, kind byte, left, right, child, start, size int) {
		e := raw[2*sector+128*n:]
		for i, r := range name {
			e[2*i] = byte(r)
		}
		e[64], e[66] = byte(2*len(name)+2), kind
		put(e, 68, left, right, child)
		put(e, 116, start, size)
	}
	entry(0, "Root Entry", 5, -1, -1, 2, 13, 128)
	entry(1, "long", 2, -1, -1, -1, 3, 5000)
	entry(2, "short", 2, 1, 3, -1, 1, 100)
	entry(3, "storage", 1, -1, -1, 4, 0, 0)
	entry(4, "inner", 2, -1, -1, -1, 3, 5000)
	for i := range 5000 {
		raw[4*sector+i] = byte(i % 251)
	}
	// the short stream: small sector 1, then 0
	copy(raw[14*sector+64:], strings.Repeat("a", 64))
	copy(raw[14*sector:], strings.Repeat("b", 36))
	put(raw[15*sector:], 0, -2, 0)
	return raw
}

func TestStreams(t *testing.T) {
	f, err := Open(container())
	if err != nil {
		t.Fatal(err)
	}
	long, ok, err := f.Stream("long")
	if err != nil || !ok || len(long) != 5000 || long[0] != 0 || long[4999] != 4999%251 {
		t.Errorf("long: %d bytes, %v, %v", len(long), ok, err)
	}
	short, ok, err := f.Stream("short")
	if err != nil || !ok || string(short) != strings.Repeat("a", 64)+strings.Repeat("b", 36) {
		t.Errorf("short: %q, %v, %v", short, ok, err)
	}
	for _, name := range []string{"inner", "storage", "none"} {
		if _, ok, _ := f.Stream(name); ok {
			t.Errorf("%s is found in the root", name)
		}
	}
}

// TestDamaged: chains that go round or leave the file are errors.
func TestDamaged(t *testing.T) {
	for name, change := range map[string]func(raw []byte) []byte{
		"round":          func(raw []byte) []byte { put(raw, sector+4*5, 4); return raw },
		"outside":        func(raw []byte) []byte { put(raw, sector+4*5, 400); return raw },
		"small round":    func(raw []byte) []byte { put(raw, 15*sector, 1); put(raw, 2*sector+2*128+120, 4000); return raw },
		"small outside":  func(raw []byte) []byte { put(raw, 15*sector+4, 77); return raw },
		"cut":            func(raw []byte) []byte { return raw[:8*sector] },
		"longer":         func(raw []byte) []byte { put(raw, 2*sector+128+120, 1<<30); return raw },
		"table outside":  func(raw []byte) []byte { put(raw, 76, 9000); return raw },
		"more tables":    func(raw []byte) []byte { put(raw, 68, 2); put(raw, 3*sector+508, 2); return raw },
		"directory away": func(raw []byte) []byte { put(raw, 48, 99); return raw },
	} {
		f, err := Open(change(container()))
		if err == nil {
			_, _, err = f.Stream("long")
		}
		if err == nil {
			_, _, err = f.Stream("short")
		}
		if err == nil {
			t.Errorf("%s: read without an error", name)
		}
	}
}

// TestTreeThatGoesRound: a directory that goes round ends.
func TestTreeThatGoesRound(t *testing.T) {
	raw := container()
	put(raw, 2*sector+128+68, 2, 1)
	f, err := Open(raw)
	if err != nil {
		t.Fatal(err)
	}
	if _, ok, _ := f.Stream("none"); ok {
		t.Error("found what is not there")
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(container())
	f.Add(container()[:3*sector])
	f.Fuzz(func(t *testing.T, raw []byte) {
		c, err := Open(bytes.Clone(raw))
		if err != nil {
			return
		}
		for _, name := range []string{"long", "short"} {
			if b, _, err := c.Stream(name); err == nil && len(b) > len(raw)*64 {
				t.Errorf("%d bytes out of %d", len(b), len(raw))
			}
		}
	})
}

package native

import (
	"bytes"
	"compress/zlib"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
)

// deflated are texts of every kind that streams have, packed in every way.
func deflated(t testing.TB) map[string][2][]byte {
	r := rand.New(rand.NewPCG(3, 5))
	noise := make([]byte, 200_000)
	for i := range noise {
		noise[i] = byte(r.Uint32())
	}
	skewed := make([]byte, 300_000) // codes of up to 15 bits
	for i := range skewed {
		for b := 0; b < 40 && r.IntN(2) == 0; b++ {
			skewed[i]++
		}
	}
	texts := map[string][]byte{
		"nothing": {}, "one byte": {7}, "few": []byte("2 w 10 90 m 110 90 l S"), "one letter": bytes.Repeat([]byte("a"), 100_000),
		"content": []byte(strings.Repeat("BT /F 10 Tf 20 30 Td (88) Tj ET 2 w 10 90 m 110 90 l S\n", 3000)), "noise": noise, "skewed": skewed,
		"far back": append(append(bytes.Clone(noise[:32_768]), noise[:32_768]...), noise[:100]...),
	}
	out := make(map[string][2][]byte)
	for name, text := range texts {
		for level := zlib.HuffmanOnly; level <= zlib.BestCompression; level++ {
			var b bytes.Buffer
			w, err := zlib.NewWriterLevel(&b, level)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := w.Write(text); err != nil {
				t.Fatal(err)
			}
			w.Close()
			out[name+string(rune('2'+level))] = [2][]byte{text, b.Bytes()}
		}
	}
	return out
}

// What was deflated is inflated as it was, behind what stands before it, and not beyond the limit.
func TestInflate(t *testing.T) {
	var d inflater
	for name, c := range deflated(t) {
		text, packed := c[0], c[1]
		for _, room := range []int{0, 3, 1 << 20} {
			before := append(make([]byte, 0, room), "abc"...)
			got, ok := d.onto(before, append(bytes.Clone(packed), "endstream"...), len(text))
			if !ok || string(got[:3]) != "abc" || !bytes.Equal(got[3:], text) {
				t.Errorf("%s with room for %d: %v, %d bytes of %d", name, room, ok, len(got)-3, len(text))
			}
		}
		if _, ok := d.onto(nil, packed, len(text)-1); ok {
			t.Errorf("%s: beyond the limit", name)
		}
		for _, cut := range []int{1, 2, 4, 5, len(packed) / 2} {
			if _, ok := d.onto(nil, packed[:max(0, len(packed)-cut)], len(text)); ok {
				t.Errorf("%s: without the last %d bytes", name, cut)
			}
		}
	}
}

// inflatesAlike holds what is inflated against what the standard library makes of the same bytes.
func inflatesAlike(t *testing.T, packed []byte) {
	t.Helper()
	const limit = 1 << 20
	var want []byte
	z, err := zlib.NewReader(bytes.NewReader(packed))
	if err == nil {
		want, err = io.ReadAll(io.LimitReader(z, limit+1))
	}
	var d inflater
	got, ok := d.onto(nil, packed, limit)
	if right := err == nil && len(want) <= limit; ok != right || ok && !bytes.Equal(got, want) {
		t.Errorf("%x: %d bytes, %v; they are %d, %v", packed[:min(len(packed), 80)], len(got), ok, len(want), err)
	}
}

// What is broken is inflated by nobody, or by both in the same way.
func TestInflateBroken(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	for _, c := range deflated(t) {
		packed := c[1][:min(len(c[1]), 20_000)]
		for range 60 {
			b := bytes.Clone(packed)
			for range 1 + r.IntN(3) {
				b[r.IntN(min(len(b), 200))] = byte(r.Uint32())
			}
			b[0], b[1] = packed[0], packed[1]
			inflatesAlike(t, b)
		}
	}
}

func FuzzInflate(f *testing.F) {
	for _, c := range deflated(f) {
		if len(c[1]) < 4096 {
			f.Add(c[1])
		}
	}
	f.Fuzz(inflatesAlike)
}

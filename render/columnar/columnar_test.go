package columnar

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
)

type decimal = [16]byte

// everything has a column of each kind.
type everything struct {
	Name    string   `parquet:"name"`
	Kind    string   `parquet:"kind,dict"`
	Same    string   `parquet:"same,dict"`
	Number  int32    `parquet:"number"`
	Large   int64    `parquet:"large"`
	Seconds float64  `parquet:"seconds"`
	Sure    bool     `parquet:"sure"`
	Value   *float64 `parquet:"value,optional"`
	Amount  *decimal `parquet:"amount,optional,decimal(18:38)"`
	Beside  string   `parquet:"-"`
}

// invented are n rows: blanks in runs and between values, texts of any length, more kinds than a page has places for.
func invented(n int, seed uint64) []everything {
	r := rand.New(rand.NewPCG(seed, 1))
	rows := make([]everything, n)
	for i := range rows {
		row := everything{
			Name: strings.Repeat("财政 x", r.IntN(9)), Kind: fmt.Sprint("种", r.IntN(1+i/3)), Same: "同", Number: int32(r.Uint32()), Large: int64(r.Uint64()),
			Seconds: r.NormFloat64(), Sure: r.IntN(5) > 0,
		}
		if i/50%2 == 0 || r.IntN(3) == 0 {
			v := r.NormFloat64() * 1e9
			row.Value = &v
		}
		if i/500%2 == 0 && r.IntN(9) > 0 {
			var d decimal
			for j := range d {
				d[j] = byte(r.Uint32())
			}
			row.Amount = &d
		}
		rows[i] = row
	}
	return rows
}

// packed is a file of rows, written some at a time.
func packed[T any](t testing.TB, codec Codec, rows []T) []byte {
	var out bytes.Buffer
	w, err := New[T](&out, codec)
	if err != nil {
		t.Fatal(err)
	}
	for len(rows) > 0 {
		n := min(len(rows), 300)
		if err := w.Write(rows[:n]); err != nil {
			t.Fatal(err)
		}
		rows = rows[n:]
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Another library reads every value as it was, with the columns it would have made itself of the same struct.
func TestAnotherReaderReadsTheSame(t *testing.T) {
	for _, codec := range []Codec{Snappy, Zstd} {
		for _, n := range []int{0, 1, 7, 8, 9, 1000, 51_001} {
			want := invented(n, uint64(n))
			file := packed(t, codec, want)
			got, err := parquet.Read[everything](bytes.NewReader(file), int64(len(file)))
			if err != nil {
				t.Fatalf("%d rows: %v", n, err)
			}
			if len(got) != n {
				t.Fatalf("%d rows became %d", n, len(got))
			}
			for i := range got {
				if !reflect.DeepEqual(got[i], want[i]) {
					t.Fatalf("row %d of %d: %+v became %+v", i, n, want[i], got[i])
				}
			}
			open, err := parquet.OpenFile(bytes.NewReader(file), int64(len(file)))
			if err != nil {
				t.Fatal(err)
			}
			if got, want := open.Schema().String(), parquet.SchemaOf(everything{}).String(); strings.SplitN(got, "{", 2)[1] != strings.SplitN(want, "{", 2)[1] {
				t.Errorf("columns %s, want %s", got, want)
			}
			if groups := (n + groupRows - 1) / groupRows; len(open.RowGroups()) != groups {
				t.Errorf("%d groups of %d rows, want %d", len(open.RowGroups()), n, groups)
			}
		}
	}
}

// Texts that do not repeat, and such as fill a page each, in a column that has a dictionary.
func TestLargeDictionary(t *testing.T) {
	type row struct {
		Text string `parquet:"text,dict"`
	}
	var rows []row
	for i := range 70_000 {
		rows = append(rows, row{fmt.Sprint(i)})
	}
	rows = append(rows, row{strings.Repeat("长", pageBytes)}, row{""}, row{strings.Repeat("长", pageBytes)})
	file := packed(t, Zstd, rows)
	got, err := parquet.Read[row](bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, rows) {
		t.Error("not the same rows")
	}
}

// The bounds of each column are those of its values: readers pass over what lies outside.
func TestBounds(t *testing.T) {
	type row struct {
		N int32    `parquet:"n"`
		F float64  `parquet:"f"`
		O *float64 `parquet:"o,optional"`
		S string   `parquet:"s,dict"`
		L string   `parquet:"l"`
		D *decimal `parquet:"d,optional,decimal(18:38)"`
	}
	minus, one := decimal{0: 0xFF, 15: 0xFE}, decimal{15: 1}
	nan := math.NaN()
	file := packed(t, Snappy, []row{
		{N: -5, F: 0, S: "b", L: strings.Repeat("x", 65), D: &one, O: &nan}, {N: 3, F: -2.5, S: "a", L: "y", D: &minus}, {N: 0, F: -1, S: "中", L: "z"},
	})
	open, err := parquet.OpenFile(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	columns := open.Metadata().RowGroups[0].Columns
	for i, want := range []string{"-5 3 0", "-2.5 0 0", "? ? 2", "a 中 0", "? ? 0", fmt.Sprint(minus, " ", one, " 1")} {
		s := columns[i].MetaData.Statistics
		typ := open.Schema().Fields()[i].Type()
		show := func(b []byte) string {
			switch {
			case b == nil:
				return "?"
			case i == 5:
				return fmt.Sprint([16]byte(b))
			default:
				return typ.Kind().Value(b).String()
			}
		}
		if got := fmt.Sprint(show(s.MinValue), " ", show(s.MaxValue), " ", s.NullCount); got != want {
			t.Errorf("column %d: %s, want %s", i, got, want)
		}
	}
}

// A struct that no table can be made of is refused, and what cannot be written is told.
func TestRefused(t *testing.T) {
	for name, make := range map[string]func() error{
		"a slice": func() error {
			type r struct {
				A []int32 `parquet:"a"`
			}
			_, err := New[r](new(bytes.Buffer), Zstd)
			return err
		},
		"a pointer": func() error {
			type r struct {
				A *int32 `parquet:"a"`
			}
			_, err := New[r](new(bytes.Buffer), Zstd)
			return err
		},
		"no pointer": func() error {
			type r struct {
				A int32 `parquet:"a,optional"`
			}
			_, err := New[r](new(bytes.Buffer), Zstd)
			return err
		},
		"an unknown option": func() error {
			type r struct {
				A int32 `parquet:"a,delta"`
			}
			_, err := New[r](new(bytes.Buffer), Zstd)
			return err
		},
		"bytes, no decimal": func() error {
			type r struct {
				A decimal `parquet:"a"`
			}
			_, err := New[r](new(bytes.Buffer), Zstd)
			return err
		},
		"an unknown codec":    func() error { _, err := New[everything](new(bytes.Buffer), 4); return err },
		"a full disk":         func() error { _, err := New[everything](full(3), Zstd); return err },
		"a full disk, later":  func() error { return fill(full(200), 100) },
		"a full disk, at end": func() error { return fill(full(4), 0) },
	} {
		if make() == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// full is a disk with room for some bytes.
type full int

func (f full) Write(p []byte) (int, error) {
	if len(p) > int(f) {
		return 0, errors.New("full")
	}
	return len(p), nil
}

func fill(disk full, rows int) error {
	w, err := New[everything](disk, Snappy)
	if err != nil {
		return nil //nolint:nilerr // the error is expected later
	}
	if err := w.Write(invented(rows, 1)); err != nil {
		return err
	}
	return w.Close()
}

// Any numbers of any width come back from runs.
func FuzzRuns(f *testing.F) {
	f.Add([]byte{1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 0}, uint8(1))
	f.Add(bytes.Repeat([]byte{5, 5, 5, 9}, 40), uint8(4))
	f.Fuzz(func(t *testing.T, raw []byte, width uint8) {
		type row struct {
			Text string `parquet:"text,dict"`
			Some *bool  `parquet:"some,optional"`
		}
		rows := make([]row, len(raw))
		for i, b := range raw {
			rows[i].Text = fmt.Sprint(b >> (width % 8))
			if yes := b&2 > 0; b&1 > 0 {
				rows[i].Some = &yes
			}
		}
		file := packed(t, Snappy, rows)
		got, err := parquet.Read[row](bytes.NewReader(file), int64(len(file)))
		if err != nil {
			t.Fatal(err)
		}
		if len(got) != len(rows) || len(rows) > 0 && !reflect.DeepEqual(got, rows) {
			t.Errorf("%v became %v", rows, got)
		}
	})
}

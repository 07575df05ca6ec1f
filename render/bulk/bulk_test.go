package bulk

import (
	"bytes"
	"encoding/csv"
	"io"
	"math/big"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"fuhe"
	"fuhe/render/example"
)

// written are the tables of some documents, by their names.
func written(t *testing.T, across []fuhe.Across, docs ...fuhe.Document) map[string]*bytes.Buffer {
	files := map[string]*bytes.Buffer{}
	tables, err := New(func(name string) (io.Writer, error) {
		files[name] = new(bytes.Buffer)
		return files[name], nil
	}, Options{Lang: fuhe.EN, Titles: map[string]string{"F102": "rates"}})
	if err != nil {
		t.Fatal(err)
	}
	for i := range docs {
		if err := tables.Add(&docs[i]); err != nil {
			t.Fatal(err)
		}
	}
	for i := range across {
		if err := tables.Across(&across[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := tables.Close(); err != nil {
		t.Fatal(err)
	}
	return files
}

// A form under two paths is two documents and one form; both formats of a table hold the same rows.
func TestTablesHoldEachFormOnce(t *testing.T) {
	report := example.Shanghai(t)
	report.Figures = []fuhe.Figure{{Field: "/funds/0/execution_rate", Class: fuhe.Differs, By: []string{"F102"}}, {Field: "/funds", Class: fuhe.Unchecked, Because: "lost", At: &fuhe.Source{Page: 1, Ref: "A1"}, Text: "12"}}
	doc := example.Documents(report)[0]
	doc.Path = "=cmd|'/c calc'!A1.pdf"
	again := doc
	again.Path = "copy.pdf"
	lost := fuhe.Document{Path: "lost.pdf", Unread: []fuhe.Unread{{Code: fuhe.Scanned, Reason: "a scan, no text"}}}
	carried := fuhe.Across{
		Finding: fuhe.Finding{Rule: "A101", Severity: fuhe.Error, Field: "/funds/0/adjusted_budget"}, SHA256: "ab", Path: "2024.pdf",
		Inputs: []fuhe.Place{{SHA256: "cd", Path: "2023.pdf", Field: "/funds/0/executed", At: fuhe.Source{Page: 1, Table: 1, Ref: "G4"}}}, Match: &fuhe.Match{Sure: true, Because: "the names are the same"},
	}
	files := written(t, []fuhe.Across{carried}, doc, again, lost)
	for name, want := range map[string]int{"across": 1, "documents": 3, "forms": len(doc.Reports), "findings": findings(doc), "figures": figures(doc)} {
		rows := csvRows(t, files[name+".csv"].Bytes())
		file, err := parquet.OpenFile(bytes.NewReader(files[name+".parquet"].Bytes()), int64(files[name+".parquet"].Len()))
		if err != nil {
			t.Fatal(err)
		}
		if len(rows)-1 != want || file.NumRows() != int64(want) {
			t.Errorf("%s: %d and %d rows, want %d", name, len(rows)-1, file.NumRows(), want)
		}
		var columns []string
		for _, c := range file.Schema().Columns() {
			columns = append(columns, strings.Join(c, "."))
		}
		if strings.Join(columns, ",") != strings.Join(rows[0], ",") {
			t.Errorf("%s: columns %v and %v", name, columns, rows[0])
		}
	}
	if rows := csvRows(t, files["unread.csv"].Bytes()); len(rows) != 2 || rows[1][2] != "scanned" {
		t.Errorf("%v", rows)
	}
	if rows := csvRows(t, files["documents.csv"].Bytes()); rows[1][0] != "'"+doc.Path {
		t.Errorf("a name is a formula: %q", rows[1][0])
	}
	heads, row := csvRows(t, files["across.csv"].Bytes())[0], csvRows(t, files["across.csv"].Bytes())[1]
	if own := csvRows(t, files["findings.csv"].Bytes())[0]; strings.Join(heads[:len(own)], ",") != strings.Join(own, ",") {
		t.Errorf("the columns of across are %v, those of findings %v", heads, own)
	}
	if got, want := strings.Join(row[len(row)-4:], " "), `2024.pdf sure the names are the same [{"sha256":"cd","form":1,"path":"2023.pdf","field":"/funds/0/executed","place":"p1.t1!G4"}]`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if files["summary.xlsx"].Len() == 0 {
		t.Error("no summary")
	}
}

// The summary says in words why inputs were not read, whatever the reason, with the code that the tables have.
func TestReasonsAreInWords(t *testing.T) {
	for code, want := range map[fuhe.Code]string{fuhe.Doubtful: "读数存疑（doubtful）", fuhe.Scanned: "扫描件（scanned）", "of-tomorrow": "of-tomorrow"} {
		if got := codeText(code, fuhe.ZH); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for _, code := range []fuhe.Code{
		fuhe.Encrypted, fuhe.Damaged, fuhe.Empty, fuhe.Scanned, fuhe.Outlines, fuhe.TooLarge, fuhe.Budget, fuhe.Deadline, fuhe.Memory, fuhe.ReaderDied, fuhe.NoPermission,
		fuhe.NotFound, fuhe.UnknownLayout, fuhe.Doubtful,
	} {
		if codeNames[code].ZH == "" || codeNames[code].EN == "" {
			t.Errorf("%s has no words", code)
		}
	}
}

func findings(d fuhe.Document) (n int) {
	for _, r := range d.Reports {
		n += len(r.Findings)
	}
	return n
}

func figures(d fuhe.Document) (n int) {
	for _, r := range d.Reports {
		n += len(r.Figures)
	}
	return n
}

func csvRows(t *testing.T, raw []byte) [][]string {
	text, marked := strings.CutPrefix(string(raw), "\uFEFF")
	if !marked {
		t.Error("no mark of UTF-8")
	}
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// A number is kept to its last digit, or not at all.
func TestDecimals(t *testing.T) {
	for text, fits := range map[string]bool{
		"0": true, "0.00": true, "-3.50": true, "147663.64": true, "35.77%": true, "99999999999999999999.999999999999999999": true,
		"0.0000000000000000001": false, "123456789012345678901": false,
	} {
		n, ok := fuhe.ParseNumber(text)
		if !ok {
			continue // no figure at all
		}
		d := decimalOf(&n)
		if (d != nil) != fits {
			t.Errorf("%s: kept %v, want %v", text, d != nil, fits)
		}
		if d == nil {
			continue
		}
		back := new(big.Int).SetBytes(d[:])
		if d[0] >= 0x80 {
			back.Sub(back, new(big.Int).Lsh(big.NewInt(1), 128))
		}
		if got := new(big.Rat).SetFrac(back, new(big.Int).Exp(big.NewInt(10), big.NewInt(18), nil)); got.Cmp(n.Value.Rat()) != 0 {
			t.Errorf("%s became %s", text, got.FloatString(18))
		}
	}
	if decimalOf(nil) != nil {
		t.Error("no number is a number")
	}
}

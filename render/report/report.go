// Package report writes what a run read and found as web pages that need nothing else: judged documents, verdicts and pictures
// go in, one self-contained file comes out, or a folder of them where one would be too large. It opens from any disk, reads
// without scripts, prints on A4, and loads nothing. It computes no figure.
package report

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"

	"fuhe"
	"fuhe/render"
	"fuhe/render/review"
)

// Options say what a report holds besides the documents.
type Options struct {
	Lang   fuhe.Lang
	From   render.Run
	Rules  map[string]render.Rule
	Review review.Review
	Rolls  []fuhe.Roll // what forms come to by unit and year
	// Picture is the evidence of a finding as PNG; nil, or no bytes, where the rows of the form are shown as a table instead.
	Picture func(doc *fuhe.Document, r *fuhe.Report, f *fuhe.Finding) ([]byte, error)
	// NoPictures says why there are none in the whole report; "" where there are.
	NoPictures string
}

// ErrLarge is a report that is too large for one file: Folder writes it.
var ErrLarge = errors.New("too large for one file")

// Write writes the report as one file. The error is ErrLarge where it is too much for one; what was written is then nothing
// to be kept.
func Write(w io.Writer, docs []fuhe.Document, o Options) error {
	b := newBuilder(docs, o, func(int, int) string { return "" })
	if len(b.forms) > maxForms {
		return ErrLarge
	}
	out := &limited{w: w, left: maxBytes}
	to := &sealing{w: bufio.NewWriterSize(out, 64<<10)}
	err := b.page(to, b.index(), 0, len(b.forms))
	if err == nil {
		err = to.seal()
	}
	if out.left < 0 {
		return ErrLarge
	}
	return err
}

// Folder writes the report as an index and files of some forms each; write is called for each file with its name and what
// writes it.
func Folder(docs []fuhe.Document, o Options, write func(name string, content func(io.Writer) error) error) error {
	b := newBuilder(docs, o, nil)
	b.file = func(d, r int) string { return fileName(b.at[[2]int{d, r}]) }
	one := func(name string, content func(io.Writer) error) error {
		return write(name, func(w io.Writer) error {
			to := &sealing{w: bufio.NewWriterSize(w, 64<<10)}
			if err := content(to); err != nil {
				return err
			}
			return to.seal()
		})
	}
	for first := 0; first < len(b.forms); first += formsPerFile {
		err := one(fileName(first), func(w io.Writer) error { return b.page(w, nil, first, min(first+formsPerFile, len(b.forms))) })
		if err != nil {
			return err
		}
	}
	return one(IndexName, func(w io.Writer) error { return b.page(w, b.index(), 0, 0) })
}

// IndexName is the file of a folder that is opened first.
const IndexName = "index.html"

// fileName is the file that holds a form, counted over all documents from 0.
func fileName(form int) string {
	n := strconv.Itoa(form/formsPerFile + 1)
	return "forms-" + "0000"[min(len(n), 4):] + n + ".html"
}

// builder holds what all parts of a report need.
type builder struct {
	docs  []fuhe.Document
	o     Options
	forms [][2]int // document and report of each form
	at    map[[2]int]int
	file  func(doc, report int) string // the file a form stands in; "" for this one
	said  map[review.Key]review.Verdict
}

func newBuilder(docs []fuhe.Document, o Options, file func(int, int) string) *builder {
	b := &builder{docs: docs, o: o, file: file, at: map[[2]int]int{}, said: o.Review.Index()}
	for d := range docs {
		for r := range docs[d].Reports {
			b.at[[2]int{d, r}] = len(b.forms)
			b.forms = append(b.forms, [2]int{d, r})
		}
	}
	return b
}

// page writes one file: the index where there is one, then some forms.
func (b *builder) page(w io.Writer, front *index, from, to int) error {
	t, err := templates()
	if err != nil {
		return err
	}
	head := map[string]any{"Lang": map[fuhe.Lang]string{fuhe.ZH: "zh-CN", fuhe.EN: "en"}[b.o.Lang], "T": wordsIn(b.o.Lang), "Style": style(), "Script": script(), "Policy": policy(), "Index": front, "Back": front == nil}
	if err := t.ExecuteTemplate(w, "head", head); err != nil {
		return err
	}
	for _, f := range b.forms[from:to] {
		var out bytes.Buffer // a form that cannot be shown is an error, not half a form
		shown, err := b.form(f[0], f[1])
		if err == nil {
			err = t.ExecuteTemplate(&out, "form", shown)
		}
		if err == nil {
			_, err = w.Write(out.Bytes())
		}
		if err != nil {
			return err
		}
	}
	return t.ExecuteTemplate(w, "foot", head)
}

// limited counts what is written and refuses what is too much.
type limited struct {
	w    io.Writer
	left int64
}

func (l *limited) Write(p []byte) (int, error) {
	if l.left -= int64(len(p)); l.left < 0 {
		return 0, ErrLarge
	}
	return l.w.Write(p)
}

package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/urfave/cli/v2"

	"fuhe"
	"fuhe/cmd/fuhe/batch"
	"fuhe/cmd/fuhe/console"
	"fuhe/cmd/fuhe/journal"
	"fuhe/cmd/fuhe/output"
	"fuhe/render"
	"fuhe/render/bulk"
	"fuhe/render/workbook"
	"fuhe/score"
)

// export writes the tables of a batch from its journal. The answer is the documents that the journal cannot give any more;
// then nothing was written.
func (s *commands) export(c *cli.Context, ctx context.Context, j *journal.Journal, dir string, done batch.Progress) (damaged []string, err error) {
	e := &exporting{commands: s, ctx: ctx, j: j, dir: dir, force: c.Bool(flagForce), spill: spilling{dir: dir}}
	defer func() { err = errors.Join(err, e.drop(), e.spill.drop()) }()
	scoring := s.Scoring
	scoring.Spill, scoring.Keep = e.spill.begin, mostCompared
	e.forms = score.NewComparison(scoring)
	if err := e.sweep(); err != nil {
		return nil, err
	}
	e.tables, err = bulk.New(e.create, bulk.Options{Lang: s.Lang, Titles: s.titles(), Seal: func(hash string) []byte { return workbook.Properties(hash, console.Version()) }})
	if err != nil {
		return nil, err
	}
	if kind := c.String(flagWorkbooks); kind != "none" {
		e.workbooks = s.batchWorkbooks(dir, kind, c.Bool(flagForce))
		if err := j.Named(ctx, e.workbooks.expect); err != nil {
			return nil, err
		}
	}
	unpacker, err := journal.NewUnpacker()
	if err != nil {
		return nil, err
	}
	defer unpacker.Close()
	err = j.Each(ctx, func(path string, content journal.Content) error {
		doc, err := unpacker.Unpack(content.Words, content.Body)
		if err != nil {
			damaged = append(damaged, content.Key)
			return nil
		}
		doc.Path = path
		return e.add(&doc)
	})
	if err != nil || len(damaged) > 0 {
		return damaged, err
	}
	if err := errors.Join(e.compared(), e.tables.Close()); err != nil {
		return nil, err
	}
	return nil, e.keep(done)
}

// compared writes what the forms of the batch say of each other, into a table of its own: the others hold of a document what
// it alone says, whichever else the batch has.
func (e *exporting) compared() error {
	return e.forms.Each(func(x *fuhe.Across) error {
		if !e.Wanted.Wants(x.Rule) {
			return nil
		}
		e.Fail(x.Severity)
		return e.tables.Across(x)
	})
}

// exporting is the tables of a batch on their way to the disk.
type exporting struct {
	*commands
	ctx       context.Context
	j         *journal.Journal
	dir       string
	force     bool
	tables    *bulk.Tables
	workbooks *batchWorkbooks
	forms     *score.Comparison // of all documents, for what they say of each other
	spill     spilling          // of what is compared
	files     []*hashedDraft
	unread    int
	missed    int // documents of which something was not read
}

// hashedDraft is a file being written, with the hash of what was written.
type hashedDraft struct {
	draft *render.Draft // not embedded: other ways of writing would pass the hash by
	name  string
	path  string
	sum   hash.Hash
}

func (d *hashedDraft) Write(p []byte) (int, error) {
	d.sum.Write(p)
	return d.draft.Write(p)
}

// sweep takes away what a crash has left half-written; the journal is ours alone, so nobody is at these.
func (e *exporting) sweep() error {
	left, err := filepath.Glob(filepath.Join(e.dir, render.DraftPattern))
	if err != nil {
		return err
	}
	for _, path := range left {
		if err := os.Remove(path); err != nil {
			return err
		}
	}
	return nil
}

// create begins a file of the output. One that stands there is replaced when a batch here wrote it and nobody changed it since.
func (e *exporting) create(name string) (io.Writer, error) {
	to := &output.Target{Path: filepath.Join(e.dir, name), Single: true, Force: e.force, Ours: func(path string) bool { return e.j.Wrote(e.ctx, name, sumOf(path)) }}
	path, err := to.Whole()
	if err != nil {
		return nil, err
	}
	draft, err := render.NewDraft(path)
	if err != nil {
		return nil, err
	}
	d := &hashedDraft{draft, name, path, sha256.New()}
	e.files = append(e.files, d)
	return d, nil
}

// sumOf is the hash of a file; "" for one that cannot be read.
func sumOf(path string) string {
	f, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return ""
	}
	return hex.EncodeToString(h.Sum(nil))
}

// add takes one document into the tables, the exit status and the workbooks.
func (e *exporting) add(doc *fuhe.Document) error {
	if len(doc.Unread) > 0 {
		e.sayUnread(doc, e.missed)
		e.Status = console.Unread
		e.missed++
		e.unread += len(doc.Unread)
	}
	e.forms.Add(doc)
	e.Wanted.Trim(doc)
	e.Weigh(*doc)
	if e.workbooks != nil {
		e.workbooks.write(doc)
	}
	return e.tables.Add(doc)
}

// keep puts all files in their places and says so.
func (e *exporting) keep(done batch.Progress) error {
	const listed = 20
	if e.missed > listed {
		fmt.Fprintf(e.Stderr, e.Say("fuhe: 还有 %d 个文件未读或未全读，见 %s\n", "fuhe: and %d files more, see %s\n"), e.missed-listed, filepath.Join(e.dir, "unread.csv"))
	}
	for len(e.files) > 0 {
		d := e.files[0]
		e.files = e.files[1:]
		if err := e.j.Write(e.ctx, d.name, hex.EncodeToString(d.sum.Sum(nil))); err != nil { // first: a crash may come between
			return errors.Join(err, d.draft.Drop())
		}
		if err := d.draft.Keep(); err != nil {
			return err
		}
		if d.path != filepath.Join(e.dir, d.name) {
			fmt.Fprintf(e.Stderr, e.Say("fuhe: %s 不是本次批量所写，或写出后被改过，保持原样；新的写在 %s（--force 可覆盖）\n", "fuhe: %s was not written here, or was changed since, and stays; the new one is %s (--force overwrites it)\n"),
				render.Plain(filepath.Join(e.dir, d.name)), render.Plain(d.path))
		}
	}
	if e.Quiet {
		return nil
	}
	_, err := fmt.Fprintf(e.Stdout, e.Say("已写出 %s：文件 %d（已读 %d，未读 %d，无表 %d，跳过 %d），自评表 %d；本次读 %d，重判 %d，用时 %s\n",
		"wrote %s: files %d (read %d, unread %d, without form %d, passed over %d), forms %d; read now %d, judged again %d, in %s\n"),
		render.Plain(e.dir), done.Total, done.Status[fuhe.StatusRead], done.Status[fuhe.StatusUnread], done.Status[fuhe.StatusWithoutForm], done.Status[fuhe.StatusPassedOver], done.Forms,
		done.Read, done.Judged, time.Since(done.Began).Round(time.Second/10))
	return err
}

// drop takes away what was not put in its place.
func (e *exporting) drop() error {
	var errs []error
	for _, d := range e.files {
		errs = append(errs, d.draft.Drop())
	}
	e.files = nil
	return errors.Join(errs...)
}

// batchWorkbooks writes a workbook for each content with forms, one at a time.
type batchWorkbooks struct {
	w    *writing
	seen map[string]bool
}

func (s *commands) batchWorkbooks(dir, kind string, force bool) *batchWorkbooks {
	w := &writing{commands: s, to: &output.Target{Path: filepath.Join(dir, "workbooks"), Roots: s.Paths, Force: force, Ours: workbook.Unchanged}, options: workbook.Options{Lang: s.Lang}}
	if kind == "corrected" {
		w.correct = true
		w.options.Corrections = func(r *fuhe.Report) []fuhe.Correction { return score.Recompute(r, s.Scoring) }
	}
	return &batchWorkbooks{w, map[string]bool{}}
}

// expect names an input whose workbook may be written, as correct and convert do before they write the first.
func (b *batchWorkbooks) expect(path string, status fuhe.Status) {
	if status != fuhe.StatusPassedOver {
		b.w.to.Expect(path)
	}
}

// write lays the forms of a document out again. One that cannot be written costs itself only.
func (b *batchWorkbooks) write(doc *fuhe.Document) {
	if len(doc.Reports) == 0 || b.seen[doc.SHA256] {
		return
	}
	b.seen[doc.SHA256] = true
	path, err := b.w.to.For(doc.Path, ".xlsx")
	if err == nil {
		err = os.MkdirAll(filepath.Dir(path), 0o777)
	}
	if err == nil {
		err = render.WriteFile(path, func(to io.Writer) error {
			var out bytes.Buffer
			if err := workbook.Write(&out, []fuhe.Document{*doc}, b.w.options); err != nil {
				return err
			}
			return workbook.Seal(to, out.Bytes(), console.Version())
		})
	}
	if err != nil {
		b.w.failed(err)
	}
}

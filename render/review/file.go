package review

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"sync"

	"fuhe"
	"fuhe/render"
)

// maxFileBytes is far more than people write: some 50 000 verdicts with notes.
const maxFileBytes = 64 << 20

// File is a review file that is open. It may be changed by several at a time, other programs included: each change is made on
// what the file holds at that moment.
type File struct {
	path string
	lang fuhe.Lang
	mu   sync.Mutex
	held Review
	seen os.FileInfo // the file as it was when Latest read it last; nil before
}

// OpenFile reads a review file; one that is not there is an empty review. The error is one line that says what is wrong with
// it and where.
func OpenFile(path string, lang fuhe.Lang) (*File, error) {
	f := &File{path: path, lang: lang}
	var err error
	f.held, err = load(path, lang)
	return f, err
}

// Path is where the file is.
func (f *File) Path() string { return f.path }

// Review is what the file held when it was last read or written. The lists are the caller's to read, not to change.
func (f *File) Review() Review {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.held
}

// Latest is what the file holds now, where somebody else changed it, too. One that cannot be read is as it was last: Change says
// what is wrong with it.
func (f *File) Latest() Review {
	f.mu.Lock()
	defer f.mu.Unlock()
	now, err := os.Stat(f.path)
	if err != nil || f.seen != nil && os.SameFile(now, f.seen) && now.ModTime().Equal(f.seen.ModTime()) && now.Size() == f.seen.Size() {
		return f.held
	}
	if r, err := load(f.path, f.lang); err == nil {
		f.held, f.seen = r, now
	}
	return f.held
}

// Change reads the file again, has its content changed, and writes it whole. After an error the file is as it was.
func (f *File) Change(change func(*Review)) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	unlock, err := lock(f.path)
	if err != nil {
		return err
	}
	defer unlock()
	now, err := load(f.path, f.lang)
	if err != nil {
		return err
	}
	change(&now)
	if err := render.WriteFile(f.path, func(w io.Writer) error { return Write(w, now) }); err != nil {
		return err
	}
	f.held = now
	return nil
}

// Write writes a review as a file holds it.
func Write(w io.Writer, r Review) error {
	r.Schema = Schema
	if r.Verdicts == nil {
		r.Verdicts = []Verdict{}
	}
	if r.Readings == nil {
		r.Readings = []Reading{}
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(r)
}

// load reads a review file.
func load(path string, lang fuhe.Lang) (Review, error) {
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Review{Schema: Schema}, nil
	}
	if err != nil {
		return Review{}, err
	}
	defer file.Close()
	raw, err := io.ReadAll(io.LimitReader(file, maxFileBytes+1))
	if err == nil && len(raw) > maxFileBytes {
		err = fmt.Errorf(fuhe.Phrase{ZH: "超过 %d MB", EN: "larger than %d MB"}.In(lang), maxFileBytes>>20)
	}
	var r Review
	if err == nil {
		r, err = Parse(raw, lang)
	}
	if err != nil {
		return Review{}, fmt.Errorf("%s: %w", path, err)
	}
	return r, nil
}

// Parse reads what a review file holds. The error is one line that says what is wrong and where.
func Parse(raw []byte, lang fuhe.Lang) (Review, error) {
	raw = bytes.TrimPrefix(raw, []byte("\uFEFF"))
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	var r Review
	err := d.Decode(&r)
	if err == nil && d.More() {
		err = errors.New(fuhe.Phrase{ZH: "末尾还有别的内容", EN: "more follows behind its end"}.In(lang))
	}
	if err != nil {
		line := 1 + bytes.Count(raw[:min(int(offset(err, d)), len(raw))], []byte("\n"))
		return Review{}, fmt.Errorf(fuhe.Phrase{ZH: "第 %d 行：%w", EN: "line %d: %w"}.In(lang), line, err)
	}
	return r, r.check(lang)
}

// offset is where an error of JSON stands.
func offset(err error, d *json.Decoder) int64 {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return syntax.Offset
	case errors.As(err, &kind):
		return kind.Offset
	}
	return d.InputOffset()
}

package page

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"sync"

	"fuhe"
	"fuhe/render"
	"fuhe/render/paper"
)

// Papers are the particulars of the working papers as they are typed in the page, kept in a file beside the review file.
type Papers struct {
	path string
	lang fuhe.Lang
	mu   sync.Mutex
	held paper.Particulars
	seen []byte // what the file held when it was read or written last
}

// OpenPapers begins with what was given. Where nothing was, what was typed before is taken from the file; the error is one
// line that says what is wrong with it.
func OpenPapers(path string, given paper.Particulars, lang fuhe.Lang) (*Papers, error) {
	p := &Papers{path: path, lang: lang, held: given}
	raw, err := p.file()
	if err != nil {
		return nil, err
	}
	p.seen = raw
	for _, k := range paper.Keys() {
		if given.Get(k.ZH) != "" {
			return p, nil
		}
	}
	return p, p.load(raw)
}

// load takes what the file holds.
func (p *Papers) load(raw []byte) error {
	kept, err := paper.Load(bytes.NewReader(raw), p.lang)
	if err != nil {
		return fmt.Errorf("%s: %w", p.path, err)
	}
	kept.Sources = p.held.Sources
	p.held, p.seen = kept, raw
	return nil
}

// Particulars are those of now.
func (p *Papers) Particulars() paper.Particulars {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.held
}

// file is what the file holds; nothing where there is none.
func (p *Papers) file() ([]byte, error) {
	f, err := os.Open(p.path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxBody))
}

// look takes what another page, program or person wrote since, and tells this moment of the particulars from any other.
func (p *Papers) look() (state string, err error) {
	raw, err := p.file()
	if err == nil && !bytes.Equal(raw, p.seen) {
		err = p.load(raw)
	}
	var held bytes.Buffer
	if err == nil {
		err = paper.Write(&held, p.held)
	}
	return fmt.Sprintf("%x", sha256.Sum256(held.Bytes())), err
}

// errStale is a change of what is not there any more.
var errStale = errors.New("changed meanwhile")

// change writes what was typed, where nobody wrote since state.
func (p *Papers) change(state string, typed map[string]string) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	now, err := p.look()
	if err != nil {
		return err
	}
	if now != state {
		return errStale
	}
	next, err := p.held.With(typed, p.lang)
	if err != nil {
		return &typedError{err}
	}
	if err := render.WriteFile(p.path, func(w io.Writer) error { return paper.Write(w, next) }); err != nil {
		return err
	}
	p.held = next
	p.seen, err = p.file()
	return err
}

// typedError is an entry that cannot be.
type typedError struct{ error }

// papers answers with the particulars as they are.
func (s *Server) papers(w http.ResponseWriter, _ *http.Request) { s.sendPapers(w) }

func (s *Server) sendPapers(w http.ResponseWriter) {
	p := s.options.Papers
	p.mu.Lock()
	defer p.mu.Unlock()
	state, err := p.look()
	if err != nil {
		s.fail(w, err, http.StatusConflict)
		return
	}
	type entry struct {
		Key   string `json:"key"`
		Label string `json:"label"`
		Value string `json:"value"`
	}
	entries := []entry{}
	for _, k := range paper.Keys() {
		entries = append(entries, entry{k.ZH, paperLabel(k).In(s.options.Lang), p.held.Get(k.ZH)})
	}
	answer(w, map[string]any{"entries": entries, "state": state, "path": p.path})
}

// paperLabel is what an entry is called in the page.
func paperLabel(k paper.Key) phrase {
	if en, ok := paperWords[k.EN]; ok {
		return phrase{ZH: k.ZH, EN: en}
	}
	return phrase{ZH: k.ZH, EN: k.EN}
}

// typed takes particulars that were typed.
func (s *Server) typed(w http.ResponseWriter, r *http.Request) {
	var n struct {
		Entries map[string]string `json:"entries"`
		State   string            `json:"state"`
	}
	if !s.take(w, r, &n) {
		return
	}
	err := s.options.Papers.change(n.State, n.Entries)
	var wrong *typedError
	switch {
	case errors.Is(err, errStale):
		s.refuse(w, http.StatusConflict, saysStale)
	case errors.As(err, &wrong):
		s.fail(w, err, http.StatusBadRequest)
	case err != nil:
		s.fail(w, err, http.StatusConflict)
	default:
		s.sendPapers(w)
	}
}

package extract

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"fuhe"
	"fuhe/extract/pack"
)

// series is an archive that is read from its first file to its last, and whose files are inputs: any but a zip, and mail.
// They are mostly asked for in its order; one that was passed is held for those who read at the same time, or the archive is
// begun anew.
type series struct {
	Input
	kind     pack.Kind
	password string
	unpacked *atomic.Int64 // bytes, of this archive and of those it lies in: one budget for all
	listed   int64         // bytes of its files, as far as it was gone through

	mu     sync.Mutex
	wanted map[int]bool // numbers of the files that were not yet read
	held   map[int][]byte
	bytes  int // held
	opened *content
	files  pack.Series
	next   int // number of the file that comes next
}

// entry is a file of a series.
type seriesEntry struct {
	name   string
	at     int
	reason string // why it is not read
	code   fuhe.Code
	passed string // why it is passed over
	packed bool   // it begins as an archive does

	attaches bool // it is a PDF to which files may be attached
}

// series lists the files of an archive, in name order.
func (w *walker) series(in Input, kind pack.Kind, unpacked *atomic.Int64, depth int) {
	s := &series{Input: in, kind: kind, password: w.password, unpacked: unpacked, wanted: map[int]bool{}, held: map[int][]byte{}}
	entries, err := s.list()
	if err != nil {
		w.add(s.refused(err))
	}
	if err == nil && len(entries) == 0 {
		w.add(refuse(in.Path, in.Named, fuhe.Empty, "the archive holds no files"))
	}
	taken := make(map[string]bool, len(entries))
	for _, e := range entries {
		if w.full {
			return
		}
		name := once(e.name, taken)
		shown := in.Path + "/" + name
		switch {
		case w.excludes(in.Path, name):
			w.add(Input{Path: shown, File: in.File, passed: passedExcluded})
		case e.passed != "":
			w.add(Input{Path: shown, File: in.File, passed: e.passed})
		case e.reason != "":
			w.add(refuse(shown, false, e.code, "%s", e.reason))
		case e.packed || e.attaches:
			w.nested(s, e, shown, depth)
		default:
			s.wanted[e.at] = true
			w.add(s.input(e.at, shown))
		}
	}
	s.rewind()
}

// refused says why an archive cannot be read to its end.
func (s *series) refused(err error) Input {
	switch {
	case errors.Is(err, pack.ErrEncrypted) && s.password == "":
		return refuse(s.Path, s.Named, fuhe.Encrypted, "encrypted — give its password with --password")
	case errors.Is(err, pack.ErrEncrypted):
		return refuse(s.Path, s.Named, fuhe.Encrypted, "encrypted, and the password given does not open it — give the right one with --password")
	case errors.Is(err, errUnpacked):
		return refuse(s.Path, s.Named, fuhe.Budget, "%v", err)
	}
	return refuse(s.Path, s.Named, fuhe.Damaged, "%v", err)
}

// list goes through the archive once. What it found before an error is told, too.
func (s *series) list() ([]seriesEntry, error) {
	if err := s.begin(); err != nil {
		return nil, err
	}
	var entries []seriesEntry
	within := newLinks()
	for {
		m, err := s.files.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return entries, err
		}
		at := s.next
		s.next++
		name := shownName(m.Name)
		if m.Mode.IsDir() || strings.HasSuffix(name, "/") || name == "" || slices.ContainsFunc(strings.Split(name, "/"), passedOver) {
			continue
		}
		e := seriesEntry{name: name, at: at}
		if m.Target != "" || m.Mode&fs.ModeSymlink != 0 {
			within.to[name] = m.Target
		} else {
			within.file(name)
			if err := s.look(m, &e); err != nil {
				return entries, err
			}
		}
		entries = append(entries, e)
	}
	kept := entries[:0]
	for _, e := range entries {
		if _, isLink := within.to[e.name]; isLink {
			if within.inside(e.name) {
				e.passed = passedLink
			} else {
				e.reason, e.code = "a link inside the archive to something that is not in it — pack the file itself", fuhe.Unsupported
			}
		}
		kept = append(kept, e)
	}
	if s.kind != pack.Mail {
		slices.SortStableFunc(kept, func(a, b seriesEntry) int { return cmp.Compare(a.name, b.name) })
	}
	return kept, nil
}

// look reads how a file begins.
func (s *series) look(m pack.Member, e *seriesEntry) error {
	switch {
	case !m.Mode.IsRegular():
		e.reason, e.code = "no file but a device or pipe, inside the archive", fuhe.Unsupported
		return nil
	case m.Size > maxEntryBytes:
		e.reason, e.code = fmt.Sprintf("%d MB unpacked, more than the %d MB fuhe reads inside an archive — unpack it", m.Size>>20, maxEntryBytes>>20), fuhe.TooLarge
	}
	if s.listed += max(m.Size, 0); s.listed > maxZipUnpacked {
		return errUnpacked // what is passed over to list the rest is unpacked, too
	}
	head := make([]byte, sniffBytes)
	n, err := io.ReadFull(s.files, head)
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
	case errors.Is(err, pack.ErrEncrypted):
		reason := s.refused(err)
		e.reason, e.code = reason.refused, reason.code
	case err != nil:
		e.reason, e.code = err.Error(), fuhe.Damaged
	}
	if e.reason == "" {
		e.packed = beginsPacked(head[:n])
		e.attaches = mayAttach(io.MultiReader(bytes.NewReader(head[:n]), io.LimitReader(s.files, maxEntryBytes)))
	}
	return nil
}

// input is a file of the archive.
func (s *series) input(at int, shown string) Input {
	return Input{Path: shown, File: s.File, open: func() (content, error) { return s.content(at) }}
}

// begin opens the archive at its first file.
func (s *series) begin() error {
	s.rewind()
	c, err := s.open()
	if err != nil {
		return err
	}
	o := pack.Options{Password: s.password, Name: s.Path}
	if s.File == s.Path {
		o.Path = s.File
	}
	files, err := pack.Open(s.kind, c, c.size, o)
	if err != nil {
		c.close()
		return err
	}
	s.opened, s.files, s.next = &c, files, 0
	return nil
}

// rewind closes the archive until a file of it is asked for.
func (s *series) rewind() {
	if s.files != nil {
		_ = s.files.Close() // what was wanted of it was read
		s.opened.close()
		s.files, s.opened = nil, nil
	}
}

// content is the content of one file. The archive is closed once all its files were read.
func (s *series) content(at int) (content, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	raw, err := s.member(at)
	if delete(s.wanted, at); len(s.wanted) == 0 {
		s.rewind()
	}
	if err != nil {
		return content{}, err
	}
	return held(raw)()
}

// member reads one file of the archive.
func (s *series) member(at int) ([]byte, error) {
	if raw, ok := s.held[at]; ok {
		delete(s.held, at)
		s.bytes -= len(raw)
		return raw, nil
	}
	if s.files == nil || s.next > at {
		if err := s.begin(); err != nil {
			return nil, err
		}
	}
	for {
		m, err := s.files.Next()
		if err != nil {
			if errors.Is(err, io.EOF) {
				err = errors.New("the archive changed while it was read")
			}
			return nil, err
		}
		i := s.next
		s.next++
		if i == at {
			return s.unpack(m.Size)
		}
		if s.wanted[i] && s.bytes < maxHeldBytes {
			raw, err := s.unpack(m.Size)
			if err != nil {
				continue // said when that file is asked for
			}
			s.held[i] = raw
			s.bytes += len(raw)
		}
	}
}

// unpack reads the file gone to into memory, within the budgets whatever the archive says about its size.
func (s *series) unpack(size int64) ([]byte, error) {
	left := maxZipUnpacked - s.unpacked.Load()
	if left <= 0 {
		return nil, errUnpacked
	}
	b := roomFor(max(0, min(size, left, maxEntryBytes)))
	_, err := b.ReadFrom(io.LimitReader(s.files, min(left, maxEntryBytes)+1))
	s.unpacked.Add(int64(b.Len()))
	switch {
	case err != nil:
		return nil, err
	case b.Len() > maxEntryBytes:
		return nil, fmt.Errorf("more than %d MB unpacked — unpack the archive", maxEntryBytes>>20)
	case int64(b.Len()) > left:
		return nil, errUnpacked
	}
	return b.Bytes(), nil
}

package extract

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"sync/atomic"

	"fuhe"
)

// lookInto tells of an entry whether it begins as an archive does, and whether it is a PDF to which files may be attached.
func lookInto(f *zip.File) (packed, attaches bool) {
	rc, err := f.Open()
	if err != nil {
		return false, false // said when it is read
	}
	defer rc.Close()
	head := make([]byte, sniffBytes)
	n, err := io.ReadFull(rc, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return false, false // the same
	}
	return beginsPacked(head[:n]), mayAttach(io.MultiReader(bytes.NewReader(head[:n]), io.LimitReader(rc, maxEntryBytes)))
}

// beginsPacked reports whether a file may be an archive.
func beginsPacked(head []byte) bool {
	k, err := kindOf(byteReader(head), int64(len(head)))
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) || err == nil && k.pack != ""
}

// nested lists a file of the archive and what is in it, or attached to it.
func (w *walker) nested(s *series, e seriesEntry, shown string, depth int) {
	raw, err := s.member(e.at)
	if err != nil {
		w.add(refuse(shown, false, fuhe.Damaged, "%v", err))
		return
	}
	in := s.input(e.at, shown)
	if !e.packed || !w.inside(in, raw, s.unpacked, depth) {
		s.wanted[e.at] = true
		w.document(in, &content{byteReader(raw), int64(len(raw)), func() {}}, e.attaches, s.unpacked, depth)
	}
}

// inside lists the files in a packed file that is an archive itself; false when it is none.
func (w *walker) inside(in Input, raw []byte, unpacked *atomic.Int64, depth int) bool {
	k, err := kindOf(byteReader(raw), int64(len(raw)))
	switch {
	case err != nil || k.zip == nil && k.pack == "":
		return false
	case depth >= maxZipDepth:
		w.add(refuse(in.Path, false, fuhe.Budget, "an archive inside an archive inside an archive is not opened — unpack it"))
	case k.zip != nil:
		w.archive(newArchive(in, unpacked), k.zip, depth+1)
	default:
		w.series(in, k.pack, unpacked, depth+1)
	}
	return true
}

package extract

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"path"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"fuhe"
)

// archive is a zip whose files are inputs. It is opened for the first of them and closed after the last.
type archive struct {
	Input
	mu       sync.Mutex
	opened   *content
	zr       *zip.Reader
	left     int           // files not yet read
	unpacked *atomic.Int64 // bytes, of this zip and of those it lies in: one budget for all
}

func newArchive(in Input, unpacked *atomic.Int64) *archive {
	return &archive{Input: in, unpacked: unpacked}
}

// archive lists the files of a zip, in name order.
func (w *walker) archive(a *archive, zr *zip.Reader, depth int) {
	if len(zr.File) > maxZipEntries {
		w.add(refuse(a.Path, true, fuhe.Budget, "the zip holds %d files, more than the %d fuhe reads — unpack it", len(zr.File), maxZipEntries))
		return
	}
	entries := entriesOf(zr)
	if len(entries) == 0 {
		w.add(refuse(a.Path, a.Named, fuhe.Empty, "the zip holds no files"))
		return
	}
	within := newLinks()
	for _, e := range entries {
		if f := zr.File[e.at]; f.Mode()&fs.ModeSymlink == 0 {
			within.file(e.name)
		} else if target, err := linkTarget(f); err == nil {
			within.to[e.name] = target
		}
	}
	taken := make(map[string]bool, len(entries))
	for _, e := range entries {
		if w.full {
			return
		}
		name := once(e.name, taken)
		f, shown := zr.File[e.at], a.Path+"/"+name
		if w.excludes(a.Path, name) {
			w.add(Input{Path: shown, File: a.File, passed: passedExcluded})
			continue
		}
		passed, reason := linked(f, e.name, within)
		switch {
		case passed != "":
			w.add(Input{Path: shown, File: a.File, passed: passed})
		case reason != "":
			w.add(refuse(shown, false, fuhe.Unsupported, "%s", reason))
		default:
			w.entry(a, f, e.at, shown, depth)
		}
	}
}

// zipEntry is a file of a zip that may be read.
type zipEntry struct {
	name string
	at   int
}

// entriesOf are the files of a zip in name order, without folders and what is passed over everywhere.
func entriesOf(zr *zip.Reader) []zipEntry {
	var entries []zipEntry
	for i, f := range zr.File {
		name := entryName(f)
		if !strings.HasSuffix(name, "/") && !slices.ContainsFunc(strings.Split(name, "/"), passedOver) {
			entries = append(entries, zipEntry{name, i})
		}
	}
	slices.SortStableFunc(entries, func(a, b zipEntry) int { return strings.Compare(a.name, b.name) })
	return entries
}

// once is a name that no entry before has: a zip may hold several files of one name, and each is read.
func once(name string, taken map[string]bool) string {
	shown, ext := name, path.Ext(name)
	for n := 2; taken[shown]; n++ {
		shown = fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(name, ext), n, ext)
	}
	taken[shown] = true
	return shown
}

// linked says why an entry that is no file is passed over, or not read; twice "" for a file.
func linked(f *zip.File, name string, within links) (passed, reason string) {
	switch mode := f.Mode(); {
	case mode&fs.ModeSymlink != 0:
		if within.inside(name) {
			return passedLink, ""
		}
		return "", "a link inside the archive to something that is not in it — pack the file itself"
	case !mode.IsRegular():
		return "", "no file but a device or pipe, inside the archive"
	}
	return "", ""
}

func linkTarget(f *zip.File) (string, error) {
	const longest = 4096
	rc, err := f.Open()
	if err != nil {
		return "", err
	}
	defer rc.Close()
	target, err := io.ReadAll(io.LimitReader(rc, longest))
	return string(target), err
}

// entry lists one file of a zip, or what is in it when it is a zip itself.
func (w *walker) entry(a *archive, f *zip.File, at int, shown string, depth int) {
	switch {
	case f.Flags&1 != 0:
		w.add(refuse(shown, false, fuhe.Encrypted, "encrypted inside the zip — unpack it with its password first"))
		return
	case f.UncompressedSize64 > maxEntryBytes:
		w.add(refuse(shown, false, fuhe.TooLarge, "%d MB unpacked, more than the %d MB fuhe reads inside a zip — unpack it", f.UncompressedSize64>>20, maxEntryBytes>>20))
		return
	}
	a.left++
	in := Input{Path: shown, File: a.File, open: func() (content, error) { return a.openEntry(at) }}
	packed, attaches := lookInto(f)
	if !packed && !attaches {
		w.add(in)
		return
	}
	raw, err := a.unpack(f)
	if err != nil {
		a.left--
		w.add(refuse(shown, false, fuhe.Damaged, "%v", err))
		return
	}
	if !packed || !w.inside(in, raw, a.unpacked, depth) {
		w.document(in, &content{byteReader(raw), int64(len(raw)), func() {}}, attaches, a.unpacked, depth)
	}
}

// openEntry unpacks one file. The zip is closed once all its files were read.
func (a *archive) openEntry(at int) (content, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.zr == nil {
		c, err := a.open()
		if err != nil {
			return content{}, err
		}
		zr, err := zip.NewReader(c, c.size)
		if err != nil {
			c.close()
			return content{}, err
		}
		a.opened, a.zr = &c, zr
	}
	defer func() {
		if a.left--; a.left <= 0 {
			a.opened.close()
			a.opened, a.zr = nil, nil
		}
	}()
	if at >= len(a.zr.File) {
		return content{}, errors.New("the zip changed while it was read")
	}
	raw, err := a.unpack(a.zr.File[at])
	if err != nil {
		return content{}, err
	}
	return held(raw)()
}

// unpack reads one file of a zip into memory, within the budgets whatever the zip says about its size.
func (a *archive) unpack(f *zip.File) ([]byte, error) {
	rc, err := f.Open()
	if errors.Is(err, zip.ErrAlgorithm) {
		return nil, fmt.Errorf("packed with a method fuhe does not know (%d) — unpack it", f.Method)
	}
	if err != nil {
		return nil, fmt.Errorf("damaged zip: %w", err)
	}
	defer rc.Close()
	left := maxZipUnpacked - a.unpacked.Load()
	if left <= 0 { // before anything more is unpacked: a bomb has many files
		return nil, errUnpacked
	}
	b := roomFor(int64(min(f.UncompressedSize64, maxEntryBytes)))
	_, err = b.ReadFrom(io.LimitReader(rc, min(left, maxEntryBytes)+1))
	a.unpacked.Add(int64(b.Len()))
	switch {
	case err != nil:
		return nil, fmt.Errorf("damaged zip: %w", err)
	case b.Len() > maxEntryBytes:
		return nil, fmt.Errorf("more than %d MB unpacked — unpack the zip", maxEntryBytes>>20)
	case int64(b.Len()) > left:
		return nil, errUnpacked
	}
	return b.Bytes(), nil
}

// roomFor is the memory for a file of an archive. What one before it held is given back first where that is much: there are
// never two of them in memory but those that are read at the same time.
func roomFor(size int64) *bytes.Buffer {
	if size > oddBytes {
		debug.FreeOSMemory()
	}
	return bytes.NewBuffer(make([]byte, 0, size+bytes.MinRead))
}

var errUnpacked = fmt.Errorf("the zip unpacks to more than %d MB — unpack it", maxZipUnpacked>>20)

// entryName is the name of an entry as to be shown: the Unicode name some programs store beside it, UTF-8, or GB18030.
// Control characters are replaced, so that a name cannot paint the terminal.
func entryName(f *zip.File) string {
	if u, ok := unicodeName(f); ok {
		return shownName(u)
	}
	return shownName(f.Name)
}

// shownName is a name in an archive as to be shown.
func shownName(name string) string {
	if !utf8.ValidString(name) { // many zips made on Linux hold UTF-8 without saying so
		if s, err := simplifiedchinese.GB18030.NewDecoder().String(name); err == nil {
			name = s
		}
	}
	name = strings.Map(func(r rune) rune {
		if r == '\\' {
			return '/'
		}
		if unicode.IsControl(r) {
			return utf8.RuneError
		}
		return r
	}, strings.ToValidUTF8(name, "\uFFFD"))
	folder := strings.HasSuffix(name, "/")
	name = strings.TrimLeft(path.Clean("/"+name), "/")
	if folder {
		name += "/"
	}
	return name
}

// unicodeName reads the Info-ZIP Unicode path field (0x7075), valid when its checksum is that of the stored name.
func unicodeName(f *zip.File) (string, bool) {
	for extra := f.Extra; len(extra) >= 4; {
		id, n := binary.LittleEndian.Uint16(extra), int(binary.LittleEndian.Uint16(extra[2:]))
		if len(extra) < 4+n {
			break
		}
		field := extra[4 : 4+n]
		if id == 0x7075 && n > 5 && field[0] == 1 && binary.LittleEndian.Uint32(field[1:]) == crc32.ChecksumIEEE([]byte(f.Name)) {
			return string(field[5:]), utf8.Valid(field[5:])
		}
		extra = extra[4+n:]
	}
	return "", false
}

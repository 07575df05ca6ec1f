package extract

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"

	"fuhe"
	"fuhe/extract/lazy"
	"fuhe/extract/pack"
)

// Sources are the inputs of a run as they are named.
type Sources struct {
	Paths []string
	Stdin io.Reader // what the path "-" stands for

	// Except says why a file or folder found in a folder is passed over; "" for one that is not. With nil none is.
	Except func(path string) string

	// Excluded says that a file in an archive, or attached to a PDF, is passed over: the path of what it is in, and its name there.
	// With nil none is.
	Excluded func(outer, name string) bool

	Password string // of archives whose list of files is encrypted, and of PDFs to which files are attached

	// FilesOnly refuses pipes and devices that are named: they may never end, or be what requests come from.
	FilesOnly bool
}

// Walk lists the files behind the given paths, in their order: a file is itself, a folder all files in it in name order,
// an archive the files in it, "-" what stdin holds. Hidden files and lock files (~$) in folders and zips are left out.
// What cannot be opened is listed, too: reading it says why.
func Walk(paths []string, stdin io.Reader) []Input { return Sources{Paths: paths, Stdin: stdin}.Walk() }

// Walk lists the files behind the sources.
func (s Sources) Walk() []Input {
	w := s.walker()
	for _, p := range s.Paths {
		w.path(p)
	}
	return w.inputs
}

func (s Sources) walker() walker {
	return walker{stdin: s.Stdin, except: s.Except, excluded: s.Excluded, password: s.Password, filesOnly: s.FilesOnly}
}

// WalkHeld lists what a file in memory is, itself or the files in it; Paths are not looked at.
func (s Sources) WalkHeld(path string, raw []byte, named bool) []Input {
	w := s.walker()
	w.file(Held(path, raw, named))
	return w.inputs
}

type walker struct {
	stdin    io.Reader
	except   func(path string) string
	excluded func(outer, name string) bool
	inputs   []Input
	full     bool

	password  string // of archives
	filesOnly bool   // as in Sources
}

// What stands at a file in an archive that is passed over: by its name, or because it is another one of its files.
const (
	passedExcluded = "excluded"
	passedLink     = "a link to another file or folder of the archive, which is listed itself"
)

func (w *walker) excludes(outer, name string) bool {
	return w.excluded != nil && w.excluded(outer, name)
}

func (w *walker) add(in Input) {
	if len(w.inputs) < maxInputs {
		w.inputs = append(w.inputs, in)
		return
	}
	if !w.full {
		w.full = true
		w.inputs = append(w.inputs, refuse(in.Path, true, fuhe.Budget, "more than %d files: this one and those after it are not read — check them in parts", maxInputs))
	}
}

// path lists what one named path stands for.
func (w *walker) path(p string) {
	if p == "-" {
		w.stream("-", w.stdin)
		return
	}
	st, err := os.Stat(p)
	switch {
	case err != nil:
		w.add(refuse(p, true, accessCode(err), "%s", accessReason(err)))
	case st.IsDir():
		before := len(w.inputs)
		w.folder(p, []os.FileInfo{st})
		if len(w.inputs) == before {
			w.add(refuse(p, true, fuhe.Empty, "the folder holds no files"))
		}
	case st.Mode().IsRegular():
		w.file(Input{Path: p, File: p, Named: true, open: openFile(p)})
	case w.filesOnly:
		w.add(refuse(p, true, fuhe.Unsupported, "pipe or device"))
	default: // a pipe or device
		f, err := os.OpenFile(p, os.O_RDONLY|syscall.O_NONBLOCK, 0) // a pipe that nobody writes to is empty, and keeps nobody waiting
		if err != nil {
			w.add(refuse(p, true, accessCode(err), "%s", accessReason(err)))
			return
		}
		defer f.Close()
		w.stream(p, f)
	}
}

// stream holds what a pipe gives.
func (w *walker) stream(path string, r io.Reader) {
	raw, err := io.ReadAll(io.LimitReader(r, maxStreamBytes+1))
	switch {
	case err != nil:
		w.add(refuse(path, true, fuhe.Damaged, "cannot be read: %v", err))
	case len(raw) > maxStreamBytes:
		w.add(refuse(path, true, fuhe.TooLarge, "more than %d MB come from a pipe — save them to a file", maxStreamBytes>>20))
	default:
		w.file(Input{Path: path, Named: true, open: held(raw)})
	}
}

// folder lists the files of a folder. above are the folders it stands in: a link back to one of them is not followed.
func (w *walker) folder(dir string, above []os.FileInfo) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		w.add(refuse(dir, true, accessCode(err), "folder: %s", accessReason(err)))
	}
	for _, e := range entries {
		if passedOver(e.Name()) {
			continue
		}
		p := filepath.Join(dir, e.Name())
		if w.except != nil {
			if why := w.except(p); why != "" {
				w.add(Input{Path: p, passed: why})
				continue
			}
		}
		st, err := os.Stat(p) // follows links
		switch {
		case err != nil && e.Type()&fs.ModeSymlink != 0 && errors.Is(err, fs.ErrNotExist):
			w.dangling(p)
		case err != nil:
			w.add(refuse(p, false, accessCode(err), "%s", accessReason(err)))
		case st.IsDir():
			w.below(p, st, above)
		case st.Mode().IsRegular():
			w.file(Input{Path: p, File: p, open: openFile(p)})
		case namedAsDocument(p):
			w.add(refuse(p, false, fuhe.Unsupported, "pipe or device"))
		default:
			w.add(Input{Path: p, passed: "pipe or device"})
		}
		if w.full {
			return
		}
	}
}

// dangling lists a link to what is not there. One that is named like a document is missed.
func (w *walker) dangling(p string) {
	const said = "link to nowhere"
	if namedAsDocument(p) {
		w.add(refuse(p, false, fuhe.NotFound, said))
		return
	}
	w.add(Input{Path: p, passed: said})
}

func (w *walker) below(dir string, st os.FileInfo, above []os.FileInfo) {
	for _, a := range above {
		if os.SameFile(a, st) {
			w.add(Input{Path: dir, passed: "link back to a folder above it"})
			return
		}
	}
	if len(above) >= maxFolderDepth {
		w.add(refuse(dir, true, fuhe.Budget, "folders are nested more than %d deep — check this one by itself", maxFolderDepth))
		return
	}
	w.folder(dir, append(above[:len(above):len(above)], st))
}

// passedOver tells hidden files, lock files of Office and what macOS adds to zips.
func passedOver(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || name == "__MACOSX"
}

// file lists a file, or the files in it when it is an archive.
func (w *walker) file(in Input) {
	c, err := in.open()
	if err != nil {
		w.add(refuse(in.Path, in.Named, accessCode(err), "%s", accessReason(err)))
		return
	}
	defer c.close()
	defer func() {
		if p := recover(); p != nil {
			w.add(refuse(in.Path, in.Named, fuhe.ReaderDied, "the reader failed on this file (%v) — please report it", p))
		}
	}()
	if c.size == 0 || c.size > maxFileBytes {
		w.add(in) // Read says so
		return
	}
	switch k, err := kindOf(c, c.size); {
	case err == nil && k.zip != nil:
		w.archive(newArchive(in, new(atomic.Int64)), k.zip, 1)
	case err == nil && k.pack != "":
		w.volume(in, k.pack)
	default:
		attaches := err == nil && k.format == fuhe.PDF && mayAttach(io.NewSectionReader(c, 0, c.size))
		w.document(in, &c, attaches, new(atomic.Int64), 0)
	}
}

// volume lists the files of an archive that is no zip; a later volume of one is read with its first.
func (w *walker) volume(in Input, k pack.Kind) {
	switch first := firstVolume(in.File); {
	case first == "" || k != pack.RAR:
		w.series(in, k, new(atomic.Int64), 1)
	case exists(first):
		w.add(Input{Path: in.Path, File: in.File, passed: "volume of an archive, read with its first one"})
	default:
		w.add(refuse(in.Path, in.Named, fuhe.Damaged, "a later volume of an archive whose first one is missing — put all of them into one folder"))
	}
}

// firstVolume is the first volume of an archive that a file is a later one of, by its name; "" when it is none.
func firstVolume(name string) string {
	if m := laterPart.FindStringSubmatch(name); m != nil && strings.Trim(m[2], "0") != "1" {
		return m[1] + strings.Repeat("0", len(m[2])-1) + "1" + m[3]
	}
	if m := laterOld.FindStringSubmatch(name); m != nil {
		return m[1] + ".rar"
	}
	return ""
}

var (
	laterPart = lazy.New(`(?i)^(.*\.part)(\d+)(\.rar)$`)
	laterOld  = lazy.New(`(?i)^(.*)\.r\d\d$`)
)

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

// accessCode is the kind of what accessReason says.
func accessCode(err error) fuhe.Code {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fuhe.NotFound
	case errors.Is(err, fs.ErrPermission):
		return fuhe.NoPermission
	}
	return fuhe.Damaged
}

// AccessReason says in a language why the file system refuses a path; the path is not in it.
func AccessReason(err error, lang fuhe.Lang) string {
	reason := accessReason(err)
	if lang == fuhe.ZH {
		return inChinese(reason)
	}
	return reason
}

// accessReason says why the file system refuses a path.
func accessReason(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "no such file or folder"
	case errors.Is(err, fs.ErrPermission):
		return "no right to read it — change its permissions"
	}
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err // the path is printed in front anyway
	}
	return fmt.Sprintf("cannot be opened: %v", err)
}

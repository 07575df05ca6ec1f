package ocr

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// Model is a recognition model as a file.
type Model struct {
	Name   string // as the world knows it
	SHA256 string
	bytes  []byte
}

// String names the model as a report should.
func (m Model) String() string { return m.Name + ", SHA-256 " + m.SHA256[:12] + "…" }

// known are the models whose accuracy on forms was measured, by the name of their file.
var known = map[string]Model{
	"ch_PP-OCRv4_rec_infer.onnx": {Name: "PP-OCRv4 mobile (Apache-2.0)", SHA256: "48fc40f24f6d2a207a2b1091d3437eb3cc3eb6b676dc3ef9c37384005483683b"},
}

// modelFolder is where a model is looked for beside the program.
const modelFolder = "fuhe-ocr"

// ErrNoModel says that there is no model to recognise scans with.
var ErrNoModel = errors.New("no recognition model")

// FindModel reads a model. The place is its file, a folder that holds it, or the Python package (.whl) it comes in, or a
// folder with that; "" is the folder fuhe-ocr beside the program. A file whose SHA-256 is not that of a known model is an
// error: what others read wrong nobody has measured.
func FindModel(place string) (Model, error) {
	if place == "" {
		program, err := os.Executable()
		if err != nil {
			return Model{}, fmt.Errorf("%w: where the program lies is not known (%w): name the folder of a model", ErrNoModel, err)
		}
		place = filepath.Join(filepath.Dir(program), modelFolder)
	}
	files := []string{place}
	if info, err := os.Stat(place); err != nil {
		return Model{}, fmt.Errorf("%w at %s: %w", ErrNoModel, place, withoutPath(err))
	} else if info.IsDir() {
		if files, err = inFolder(place); err != nil {
			return Model{}, fmt.Errorf("%w at %s: %w", ErrNoModel, place, withoutPath(err))
		}
	}
	for _, file := range files {
		m, err := modelIn(file)
		if err == nil || !errors.Is(err, ErrNoModel) {
			return m, err
		}
	}
	return Model{}, fmt.Errorf("%w at %s: neither %s nor a .whl that holds it", ErrNoModel, place, names())
}

// withoutPath is an error of the file system without the path, which is said already.
func withoutPath(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}

// inFolder are the files of a folder that may be or hold a model, models first.
func inFolder(folder string) ([]string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var models, packages []string
	for _, e := range entries {
		switch _, is := known[e.Name()]; {
		case is:
			models = append(models, filepath.Join(folder, e.Name()))
		case strings.EqualFold(filepath.Ext(e.Name()), ".whl"):
			packages = append(packages, filepath.Join(folder, e.Name()))
		}
	}
	return append(models, packages...), nil
}

// modelIn is the model that a file is, or holds.
func modelIn(file string) (Model, error) {
	if !strings.EqualFold(filepath.Ext(file), ".whl") {
		f, err := os.Open(file)
		if err != nil {
			return Model{}, err
		}
		defer f.Close()
		return readModel(filepath.Base(file), f)
	}
	archive, err := zip.OpenReader(file)
	if err != nil {
		return Model{}, fmt.Errorf("%s: %w", file, err)
	}
	defer archive.Close()
	for _, entry := range archive.File {
		if _, is := known[path.Base(entry.Name)]; is {
			f, err := entry.Open()
			if err != nil {
				return Model{}, fmt.Errorf("%s: %w", file, err)
			}
			defer f.Close()
			return readModel(path.Base(entry.Name), f)
		}
	}
	return Model{}, fmt.Errorf("%w in %s", ErrNoModel, file)
}

// readModel reads a model and makes sure that it is the one of its name, whatever that is.
func readModel(name string, from io.Reader) (Model, error) {
	bytes, err := io.ReadAll(io.LimitReader(from, maxModelBytes+1))
	if err != nil {
		return Model{}, fmt.Errorf("%s: %w", name, err)
	}
	sum := sha256.Sum256(bytes)
	for _, m := range known {
		if m.SHA256 == hex.EncodeToString(sum[:]) {
			m.bytes = bytes
			return m, nil
		}
	}
	return Model{}, fmt.Errorf("%s is no model fuhe knows: its SHA-256 is %x", name, sum)
}

func names() string {
	var out []string
	for name := range known {
		out = append(out, name)
	}
	return strings.Join(out, ", ")
}

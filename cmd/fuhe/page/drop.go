package page

import (
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"fuhe/cmd/fuhe/output"
)

// drop takes files that were dropped onto the page: they are read as inputs are, and what is said of them stands in the
// review file under their hashes. They lie in a folder of their own for as long as the page is open.
func (s *Server) drop(w http.ResponseWriter, r *http.Request) {
	var dropped struct {
		Files []struct {
			Name    string `json:"name"`
			Content []byte `json:"content"` // in base64
		} `json:"files"`
	}
	if !s.take(w, r, &dropped) {
		return
	}
	var paths []string
	for _, f := range dropped.Files {
		path, err := s.keep(f.Name, f.Content)
		if err != nil {
			s.fail(w, err, http.StatusInternalServerError)
			return
		}
		paths = append(paths, path)
	}
	if len(paths) == 0 {
		s.refuse(w, http.StatusBadRequest, saysNothing)
		return
	}
	o := s.options.Run
	o.Paths, o.Stdin = paths, nil
	s.session.begin()
	go s.read(s.ctx, o)
	answer(w, map[string]int{"files": len(paths)})
}

// keep writes a dropped file under a name that every file system takes, in a folder of its own.
func (s *Server) keep(name string, content []byte) (string, error) {
	if s.options.Folder == "" {
		return "", errors.New(saysNoFolder.In(s.options.Lang))
	}
	folder := filepath.Join(s.options.Folder, strconv.FormatInt(s.dropped.Add(1), 10))
	if err := os.Mkdir(folder, 0o700); err != nil {
		return "", err
	}
	base := strings.TrimLeft(output.SafePath(filepath.Base(strings.ReplaceAll(name, `\`, "/"))), ".~")
	if base == "" {
		base = "_"
	}
	path := filepath.Join(folder, base)
	return path, os.WriteFile(path, content, 0o600)
}

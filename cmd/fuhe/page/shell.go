package page

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"html/template"
	"mime"
	"net/http"
	"net/url"
	"path"

	"fuhe"
)

//go:embed assets
var assets embed.FS

// shell is the page itself; everything else is asked for by its script.
func (s *Server) shell(w http.ResponseWriter, _ *http.Request) {
	t, err := template.ParseFS(assets, "assets/page.html")
	if err != nil {
		s.fail(w, err, http.StatusInternalServerError)
		return
	}
	type offered struct{ Name, Label string }
	var exports []offered
	for _, e := range s.options.Exports {
		exports = append(exports, offered{e.Name, e.Label.In(s.options.Lang)})
	}
	words, err := json.Marshal(wordsIn(s.options.Lang))
	if err != nil {
		s.fail(w, err, http.StatusInternalServerError)
		return
	}
	var out bytes.Buffer
	err = t.Execute(&out, map[string]any{"Words": string(words), "Lang": map[fuhe.Lang]string{fuhe.ZH: "zh-CN", fuhe.EN: "en"}[s.options.Lang], "T": wordsIn(s.options.Lang), "Exports": exports, "Version": s.options.From.Version})
	if err != nil {
		s.fail(w, err, http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = w.Write(out.Bytes()) // nobody is there any more to be told
}

// asset is the script or the style of the page.
func (s *Server) asset(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	kind := mime.TypeByExtension(path.Ext(name))
	if path.Ext(name) == ".js" {
		kind = "text/javascript; charset=utf-8" // systems know others, and a browser that sniffs nothing takes no other
	}
	raw, err := assets.ReadFile("assets/" + path.Base(name))
	if err != nil || path.Ext(name) == ".html" {
		s.refuse(w, http.StatusNotFound, saysNoForm)
		return
	}
	w.Header().Set("Content-Type", kind)
	_, _ = w.Write(raw) // nobody is there any more to be told
}

// export answers with a file made of all documents as they are now.
func (s *Server) export(w http.ResponseWriter, r *http.Request) {
	for _, e := range s.options.Exports {
		if e.Name != r.PathValue("name") {
			continue
		}
		raw, err := s.session.written(e)
		if err != nil {
			s.fail(w, err, http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", e.Type)
		w.Header().Set("Content-Disposition", fmt.Sprintf("attachment; filename*=UTF-8''%s", url.PathEscape(e.Name)))
		_, _ = w.Write(raw) // nobody is there any more to be told
		return
	}
	s.refuse(w, http.StatusNotFound, saysNoForm)
}

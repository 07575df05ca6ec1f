package page

import (
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strings"

	"fuhe/render"
)

// Limits of a request.
const (
	maxBody = 1 << 20   // of a verdict or a reading
	maxDrop = 512 << 20 // of dropped files: a third more than the largest one, for its content comes in base64
)

// cookieName holds the token once the first URL was opened.
const cookieName = "fuhe"

// policy lets the page load what this server sends and nothing else, run no script that stands in it, and stand in no frame.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// guarded lets through what the person at this machine asks for from this page. Any other page in the same browser, and any
// other program that finds the port, is refused.
func (s *Server) guarded(next http.Handler) http.Handler {
	cross := http.NewCrossOriginProtection()
	cross.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { s.refuse(w, http.StatusForbidden, saysOrigin) }))
	inner := cross.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodPost {
			kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
			if err != nil || kind != "application/json" {
				s.refuse(w, http.StatusUnsupportedMediaType, saysJSON)
				return
			}
			limit := int64(maxBody)
			if r.URL.Path == "/api/drop" {
				limit = maxDrop
			}
			r.Body = http.MaxBytesReader(w, r.Body, limit)
		}
		next.ServeHTTP(w, r)
	}))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		switch {
		case !s.ours(r.Host):
			s.refuse(w, http.StatusMisdirectedRequest, saysHost)
		case r.Method == http.MethodGet && r.URL.Path == "/" && s.isToken(r.URL.Query().Get("token")):
			http.SetCookie(w, &http.Cookie{Name: cookieName, Value: s.options.Token, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
			http.Redirect(w, r, "/", http.StatusSeeOther)
		case !s.known(r):
			s.refuse(w, http.StatusForbidden, saysToken)
		default:
			inner.ServeHTTP(w, r)
		}
	})
}

// ours reports whether a request was made to this server under a name of its own: another site whose name was made to lead
// here is not.
func (s *Server) ours(host string) bool {
	_, port, _ := strings.Cut(s.host, ":")
	return host == s.host || host == "localhost:"+port
}

func (s *Server) isToken(given string) bool {
	return s.options.Token != "" && subtle.ConstantTimeCompare([]byte(given), []byte(s.options.Token)) == 1
}

func (s *Server) known(r *http.Request) bool {
	c, err := r.Cookie(cookieName)
	return err == nil && s.isToken(c.Value)
}

// refuse answers with a reason.
func (s *Server) refuse(w http.ResponseWriter, status int, why phrase) {
	http.Error(w, why.In(s.options.Lang), status)
}

// fail answers with an error.
func (s *Server) fail(w http.ResponseWriter, err error, status int) {
	http.Error(w, render.Plain(s.reason(err)), status)
}

// reason is an error in the language of the page.
func (s *Server) reason(err error) string {
	if s.options.Reason == nil {
		return err.Error()
	}
	return s.options.Reason(err)
}

// unknown answers for paths and methods that the page has not.
func (s *Server) unknown(m *http.ServeMux) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		for _, method := range []string{http.MethodGet, http.MethodPost} {
			other := r.Clone(r.Context())
			other.Method = method
			if _, pattern := m.Handler(other); pattern != "/" {
				w.Header().Set("Allow", method)
				s.refuse(w, http.StatusMethodNotAllowed, saysMethod)
				return
			}
		}
		s.refuse(w, http.StatusNotFound, saysNoForm)
	}
}

// answer writes a value as JSON.
func answer(w http.ResponseWriter, value any) {
	w.Header().Set("Content-Type", "application/json")
	e := json.NewEncoder(w)
	_ = e.Encode(value) // nobody is there any more to be told
}

// take reads the JSON of a request; false when there is none, which is then said.
func (s *Server) take(w http.ResponseWriter, r *http.Request, into any) bool {
	d := json.NewDecoder(r.Body)
	d.DisallowUnknownFields()
	err := d.Decode(into)
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		s.refuse(w, http.StatusRequestEntityTooLarge, saysLarge)
	case errors.Is(err, io.EOF):
		s.fail(w, fmt.Errorf("%s%w", saysWrongJSON.In(s.options.Lang), io.ErrUnexpectedEOF), http.StatusBadRequest)
	case err != nil:
		s.fail(w, fmt.Errorf("%s%w", saysWrongJSON.In(s.options.Lang), err), http.StatusBadRequest)
	}
	return err == nil
}

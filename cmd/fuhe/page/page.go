// Package page is the review page: judged documents go in as they are read, a person looks at them in a browser, and verdicts
// and readings go to the review file, particulars of the working papers to a file beside it. It serves one person on this
// machine: it listens on 127.0.0.1 only, asks for the token of its first URL, takes no path from a request, and writes nothing
// but these two files.
package page

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"fuhe"
	"fuhe/cmd/fuhe/run"
	"fuhe/extract"
	"fuhe/render"
	"fuhe/render/evidence"
	"fuhe/render/review"
)

// Options say what is shown and how.
type Options struct {
	Lang    fuhe.Lang
	Run     run.Options // what is read, and how it is judged; its paths may be none
	From    render.Run
	Review  *review.File
	Papers  *Papers
	Rules   map[string]render.Rule // what the rules say, by their ids
	Reason  func(error) string     // an error in the language of the page
	Took    func(fuhe.Document)    // is told of each document that was read; nil for nobody
	Exports []Export
	Folder  string // of dropped files, for as long as the page is open
	Port    int    // 0 for a free one
	Token   string // of the first URL
}

// Export is a file that the page offers.
type Export struct {
	Name  string // of the file
	Type  string // of its content
	Label fuhe.Phrase
	Write func(found Found) ([]byte, error)
}

// Found is what was read and found.
type Found struct {
	Docs   []fuhe.Document
	Across []fuhe.Across
}

// Server is a page being served.
type Server struct {
	options  Options
	host     string // 127.0.0.1:PORT
	listener net.Listener
	session  *session
	pictures *run.Pictures
	album    *evidence.Album
	quit     chan struct{}
	once     sync.Once
	dropped  atomic.Int64    // files that were dropped, for their folders
	ctx      context.Context // of the readings that requests ask for
}

// Listen opens the port. Serve has to follow.
func Listen(o Options) (*Server, error) {
	l, err := net.Listen("tcp4", fmt.Sprintf("127.0.0.1:%d", o.Port))
	if err != nil {
		return nil, err
	}
	s := &Server{options: o, host: l.Addr().String(), listener: l, pictures: run.NewPictures(o.Run.Reading), quit: make(chan struct{}), session: newSession()}
	s.album = evidence.NewAlbum(s.pictures.Draw)
	return s, nil
}

// URL is where the page is, with its token.
func (s *Server) URL() string { return "http://" + s.host + "/?token=" + s.options.Token }

// Pictures draws the pages of what was read.
func (s *Server) Pictures() *run.Pictures { return s.pictures }

// Left is what has not been done as yet.
func (s *Server) Left() Left { return s.session.left() }

// Serve reads the inputs and answers the browser until the context ends or the person says that it is enough; the error is
// then nil.
func (s *Server) Serve(ctx context.Context) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	s.ctx = ctx
	server := &http.Server{Handler: s.guarded(s.routes()), ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 2 * time.Minute, IdleTimeout: 10 * time.Minute, MaxHeaderBytes: 64 << 10}
	s.session.begin()
	go s.read(ctx, s.options.Run)
	go func() {
		select {
		case <-ctx.Done():
		case <-s.quit:
		}
		// A browser holds its connections open: what is under way gets a moment.
		limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
		defer cancel()
		if server.Shutdown(limit) != nil {
			_ = server.Close() // it is the end either way
		}
	}()
	err := server.Serve(s.listener)
	stop()
	s.pictures.Close()
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// read reads inputs, a reading that has begun, and shows each as it is done.
func (s *Server) read(ctx context.Context, o run.Options) {
	r := run.New(o)
	s.session.expect(len(r.Inputs))
	_, err := r.Each(ctx, func(in extract.Input, doc fuhe.Document) error {
		if name, err := filepath.Rel(s.options.Folder, in.Path); err == nil && s.options.Folder != "" && filepath.IsLocal(name) {
			in.Path, doc.Path = name, name // dropped: nobody knows the folder it was put into
		}
		s.pictures.Add(in)
		s.session.add(doc)
		if s.options.Took != nil {
			s.options.Took(doc)
		}
		return nil
	})
	if err != nil {
		s.session.fail(s.reason(err))
	}
	s.session.together(&o)
}

// routes are all that the page answers.
func (s *Server) routes() http.Handler {
	m := http.NewServeMux()
	m.HandleFunc("/", s.unknown(m))
	m.HandleFunc("GET /{$}", s.shell)
	m.HandleFunc("GET /assets/{name}", s.asset)
	m.HandleFunc("GET /api/state", s.state)
	m.HandleFunc("GET /api/forms", s.forms)
	m.HandleFunc("GET /api/form/{doc}/{report}", s.form)
	m.HandleFunc("GET /api/groups", s.groups)
	m.HandleFunc("GET /api/unseen/{doc}/{report}/{page}", s.unseen)
	m.HandleFunc("GET /picture/{doc}/{page}", s.picture)
	m.HandleFunc("GET /export/{name}", s.export)
	m.HandleFunc("GET /api/papers", s.papers)
	m.HandleFunc("POST /api/papers", s.typed)
	m.HandleFunc("POST /api/verdict", s.verdict)
	m.HandleFunc("POST /api/reading", s.reading)
	m.HandleFunc("POST /api/drop", s.drop)
	m.HandleFunc("POST /api/quit", func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusNoContent)
		s.once.Do(func() { close(s.quit) })
	})
	return m
}

package page

import (
	"sync"

	"fuhe"
	"fuhe/cmd/fuhe/run"
)

// session is what was read so far. Documents keep their places; one is exchanged whole when it is judged again.
type session struct {
	mu       sync.RWMutex
	docs     []fuhe.Document
	across   []fuhe.Across
	expected int
	busy     int // readings under way
	counting int // those of them that are still finding out what there is to read
	version  int // counts every change, for the browser to see that there is one
	problems []string
}

func newSession() *session { return &session{} }

// begin begins a reading, of which it is not yet known how many inputs it has.
func (s *session) begin() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.busy++
	s.counting++
}

// expect says that so many inputs are being read.
func (s *session) expect(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.counting--
	s.expected += n
	s.version++
}

func (s *session) add(doc fuhe.Document) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.docs = append(s.docs, doc)
	s.version++
}

// Left is what the end of the page leaves.
type Left struct {
	Inputs  int  // that are known and were not read
	Counted bool // whether there are no more of them
	Judging bool // whether the documents are yet to be judged against each other
}

// Any reports whether anything is left.
func (l Left) Any() bool { return l.Inputs > 0 || !l.Counted || l.Judging }

func (s *session) left() Left {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return Left{Inputs: s.expected - len(s.docs), Counted: s.counting == 0, Judging: s.busy > 0}
}

func (s *session) fail(why string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.problems = append(s.problems, why)
}

// together ends a reading: the documents are judged against each other.
func (s *session) together(o *run.Options) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.across = o.Together(s.docs)
	s.busy--
	s.version++
}

// exchange puts a document that was judged again in its place.
func (s *session) exchange(i int, doc fuhe.Document, o *run.Options) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.docs[i] = doc
	s.across = o.Together(s.docs)
	s.version++
}

// look has a function look at the documents.
func (s *session) look(see func(docs []fuhe.Document)) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	see(s.docs)
}

// acrossAt are the findings over several forms that stand at one, as findings of that one. The caller looks at the documents.
func (s *session) acrossAt(doc *fuhe.Document, report int) []fuhe.Across {
	var here []fuhe.Across
	for _, x := range s.across {
		if x.SHA256 == doc.SHA256 && x.Path == doc.Path && x.Report == report {
			here = append(here, x)
		}
	}
	return here
}

// written is an export of what was read and found as it is now; nothing is added to the forms meanwhile.
func (s *session) written(e Export) ([]byte, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return e.Write(Found{s.docs, s.across})
}

// document is one of them; false when there is none.
func (s *session) document(i int) (fuhe.Document, bool) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if i < 0 || i >= len(s.docs) {
		return fuhe.Document{}, false
	}
	return s.docs[i], true
}

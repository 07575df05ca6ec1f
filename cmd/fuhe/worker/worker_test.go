package worker

import (
	"bytes"
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"
	"sync"
	"testing"
	"time"

	"fuhe"
)

// asChild in the environment makes this test a child that does as the paths of its jobs say.
const asChild = "FUHE_TEST_CHILD"

func TestMain(m *testing.M) {
	switch os.Getenv(asChild) {
	case "":
		os.Exit(m.Run())
	case "parent":
		parentOfOne()
	default:
		l := Limits{Memory: childMemory}
		if underRace { // its detector maps more than any limit
			l.Memory = 0
		}
		if err := errors.Join(Confine(l), Serve(os.Stdin, os.Stdout, act)); err != nil {
			os.Exit(1)
		}
		os.Exit(0)
	}
}

const childMemory = 256 << 20

// act does what the path of a job names.
func act(j Job) Answer {
	what, mark, _ := strings.Cut(j.Path, ":")
	switch what {
	case "crash":
		go func() { panic("a reader that nothing recovers") }()
		select {}
	case "crash once":
		if _, err := os.Stat(mark); err != nil {
			if err := os.WriteFile(mark, nil, 0o666); err != nil {
				panic(err)
			}
			os.Exit(7)
		}
	case "overflow":
		debug.SetMaxStack(childMemory / 8) // long before the memory is taken
		return Answer{Line: []byte(fmt.Sprint(overflow(0)))}
	case "hang":
		select {}
	case "turn":
		for n := 0; ; n++ {
			mark = mark[:0]
		}
	case "grow":
		var all [][]byte
		for {
			b := make([]byte, 8<<20)
			for i := 0; i < len(b); i += 4096 {
				b[i] = 1
			}
			if all = append(all, b); len(all) == 1<<20 {
				return Answer{Line: []byte(fmt.Sprint(len(all)))}
			}
		}
	case "spoil":
		return Answer{Line: []byte(fmt.Sprint(os.Getpid())), Spoiled: true}
	case "pid":
		return Answer{Line: []byte(fmt.Sprint(os.Getpid()))}
	}
	return Answer{Line: []byte(j.ID + "\n")}
}

// overflow calls itself more often than any stack holds.
func overflow(n int) int {
	if n < 0 {
		return 0
	}
	return overflow(n+1) + n
}

func testCommand(as string) Command {
	return Command{Path: os.Args[0], Args: []string{os.Args[0]}, Env: []string{asChild + "=" + as}}
}

// What becomes of a file whose reader dies, hangs or grows: it is tried in a second child and then has a code; the next
// file is answered by a third.
func TestWhatBecomesOfAFile(t *testing.T) {
	for _, c := range []struct {
		path string
		code fuhe.Code
	}{{"crash", fuhe.ReaderDied}, {"overflow", fuhe.ReaderDied}, {"hang", fuhe.Deadline}, {"turn", fuhe.Deadline}, {"grow", fuhe.Memory}} {
		t.Run(c.path, func(t *testing.T) {
			if underRace && c.code == fuhe.Memory {
				t.Skip("the race detector leaves no memory to bound")
			}
			l := Limits{Memory: childMemory}
			if c.code == fuhe.Deadline {
				l.Timeout = 200 * time.Millisecond
			}
			w := New(testCommand("child"), l)
			defer w.Close()
			_, err := w.Do(t.Context(), Job{ID: "1", Path: c.path})
			var f Failure
			if !errors.As(err, &f) || f.Code != c.code {
				t.Fatalf("%v", err)
			}
			if w.Started != 2 {
				t.Errorf("%d children had the file", w.Started)
			}
			doc := f.Document("a.pdf", 3, Limits{Timeout: time.Second, Memory: 1 << 30}, fuhe.EN)
			if doc.Status() != fuhe.StatusUnread || doc.Unread[0].Code != c.code || doc.Unread[0].Reason == "" {
				t.Errorf("%+v", doc)
			}
			a, err := w.Do(t.Context(), Job{ID: "next"})
			if err != nil || string(a.Line) != "next\n" {
				t.Errorf("the next file: %q %v", a.Line, err)
			}
		})
	}
}

// A file is not charged with the death of a child that something else has killed.
func TestTriedOnceMore(t *testing.T) {
	w := New(testCommand("child"), Limits{})
	defer w.Close()
	a, err := w.Do(t.Context(), Job{ID: "x", Path: "crash once:" + t.TempDir() + "/mark"})
	if err != nil || string(a.Line) != "x\n" || w.Started != 2 {
		t.Errorf("%q %v, %d children", a.Line, err, w.Started)
	}
	if err := w.child.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if a, err := w.Do(t.Context(), Job{ID: "y"}); err != nil || string(a.Line) != "y\n" {
		t.Errorf("after its child was killed: %q %v", a.Line, err)
	}
}

// A child is replaced after so many files, and when it says that something is still at work in it.
func TestReplaced(t *testing.T) {
	w := New(testCommand("child"), Limits{MaxDocs: 2})
	defer w.Close()
	var pids []string
	for _, path := range []string{"pid", "pid", "pid", "spoil", "pid"} {
		a, err := w.Do(t.Context(), Job{Path: path})
		if err != nil {
			t.Fatal(err)
		}
		pids = append(pids, string(a.Line))
	}
	if pids[0] != pids[1] || pids[1] == pids[2] || pids[2] != pids[3] || pids[3] == pids[4] {
		t.Errorf("%v", pids)
	}
}

// Answers come in the order of the requests, whichever child is done first, and what is wrong costs its own line only.
func TestEngineAnswersInOrder(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("{brace}.pdf", nil, 0o666); err != nil {
		t.Fatal(err)
	}
	var in bytes.Buffer
	in.WriteString("one\r\n{\"id\":\"two\",\"path\":\"crash\"}\n\n{\"id\":\"three\",\"name\":\"b.pdf\",\"size\":4}\n\n{}\n{\"id\":\"four\"}\n{brace}.pdf\n")
	in.WriteString("{\"id\":\n{\"id\":6,\"path\":\"p\"}\n{\"id\":\"seven\",\"path\":\"p\",\"size\":4}\nabcd{\"id\":\"eight\",\"path\":\"p\"}\n")
	in.WriteString(strings.Repeat("x", mostLine+10) + "\n{\"id\":\"cut\",\"size\":10}\nab")
	var out bytes.Buffer
	e := Engine{Command: testCommand("child"), Jobs: 3, Failed: func(j Job, f Failure) ([]byte, error) {
		return fmt.Appendf(nil, "%.5s %s\n", j.ID, f.Code), nil
	}}
	if err := e.Run(t.Context(), NewRequests(&in), &out); err != nil {
		t.Fatal(err)
	}
	want := "one\ntwo reader-died\nthree\nfour not-found\n{brace}.pdf\n{\"id\" not-found\n{\"id\" unsupported\nseven unsupported\neight\nxxxxx too-large\ncut damaged\n"
	if out.String() != want {
		t.Errorf("got:\n%swant:\n%s", out.String(), want)
	}
}

// Nobody takes the answers: the engine is told, and its children are gone.
func TestEngineEndsWithItsReader(t *testing.T) {
	r, w := io.Pipe()
	r.Close()
	e := Engine{Command: testCommand("child"), Jobs: 2}
	if err := e.Run(t.Context(), NewRequests(strings.NewReader("a\nb\nc\n")), w); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("%v", err)
	}
}

// An interruption ends a job that would take long.
func TestInterrupted(t *testing.T) {
	ctx, stop := context.WithCancelCause(t.Context())
	why := errors.New("interrupted")
	w := New(testCommand("child"), Limits{})
	defer w.Close()
	var waiting sync.WaitGroup
	waiting.Go(func() {
		if _, err := w.Do(ctx, Job{Path: "hang"}); !errors.Is(err, why) {
			t.Errorf("%v", err)
		}
	})
	stop(why)
	waiting.Wait()
}

// The mark before UTF-8 is no part of the first request, and of no other.
func TestRequestsAfterMark(t *testing.T) {
	q := NewRequests(strings.NewReader("\uFEFFa.pdf\n\uFEFFb.pdf\n"))
	for _, want := range []string{"a.pdf", "\uFEFFb.pdf"} {
		if r, err := q.Next(); err != nil || r.Job.Path != want {
			t.Errorf("%q, %v; want %q", r.Job.Path, err, want)
		}
	}
}

// A content comes whole through the pipe, whatever its size, and the next job is found behind it.
func TestContentOfJobs(t *testing.T) {
	var pipe bytes.Buffer
	to, from := gob.NewEncoder(&pipe), gob.NewDecoder(&pipe)
	sizes := []int{0, 1, piece - 1, piece, piece + 1, 3*piece + 7}
	for _, n := range sizes {
		content := bytes.Repeat([]byte{byte(n), 1, 2}, n/3+1)[:n]
		if err := send(to, Job{ID: "x", Bytes: content, Held: true}); err != nil {
			t.Fatal(err)
		}
		got, err := receive(from)
		if err != nil || got.ID != "x" || !got.Held || !bytes.Equal(got.Bytes, content) {
			t.Errorf("%d bytes: %d came, %v", n, len(got.Bytes), err)
		}
	}
	if err := send(to, Job{ID: "y"}); err != nil {
		t.Fatal(err)
	}
	if got, err := receive(from); err != nil || got.ID != "y" || got.Bytes != nil {
		t.Errorf("%+v, %v", got, err)
	}
}

// FuzzRequests: whatever comes, each request is answered or refused, and the reading ends.
func FuzzRequests(f *testing.F) {
	for _, s := range []string{"a.pdf\n", "{\"id\":\"x\",\"path\":\"p\"}\n", "{\"id\":\"x\",\"name\":\"n\",\"size\":3}\nabcnext\n", "{\"size\":-1}\n", "{\"size\":99999999999}\n", "{}\n", "\x00\n\xff\xfe", "\xef\xbb\xbfa\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		q := NewRequests(bytes.NewReader(raw))
		for range len(raw) + 1 {
			r, err := q.Next()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if r.Refused == nil && r.Job.Path == "" && !r.Job.Held && !strings.Contains(string(raw), "path") {
				t.Fatalf("a job of nothing: %+v", r.Job)
			}
		}
		t.Fatal("more requests than bytes")
	})
}

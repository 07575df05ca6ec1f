package worker

import (
	"bytes"
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"time"

	"fuhe"
)

// Command is how a child is started.
type Command struct {
	Path string
	Args []string // with the name of the program first
	Env  []string // beside what this process has
}

// Worker is a place for one child at a time. It is used by one goroutine.
type Worker struct {
	command Command
	limits  Limits
	child   *child
	Started int // children so far
}

// New makes a place; the first child is started by the first job.
func New(c Command, l Limits) *Worker { return &Worker{command: c, limits: l} }

// tries of a job: a child may have died of the files before.
const tries = 2

// Do has a job done. The error is a Failure when two children have failed at it, else the context's or that no child can be
// started at all.
func (w *Worker) Do(ctx context.Context, j Job) (Answer, error) {
	var last error
	for range tries {
		if err := w.ready(); err != nil {
			return Answer{}, err
		}
		a, err := w.child.ask(ctx, j, w.limits)
		if err == nil {
			w.child.done++
			if a.Spoiled || w.limits.MaxDocs > 0 && w.child.done >= w.limits.MaxDocs {
				w.drop()
			}
			return a, nil
		}
		w.drop()
		if ctx.Err() != nil {
			return Answer{}, context.Cause(ctx)
		}
		last = err
	}
	return Answer{}, asFailure(last)
}

// ready starts a child where there is none, or where the one there was has gone while it had nothing to do.
func (w *Worker) ready() error {
	if w.child != nil && w.child.gone() {
		w.drop()
	}
	if w.child != nil {
		return nil
	}
	c, err := start(w.command, w.limits)
	if err != nil {
		return err
	}
	w.child, w.Started = c, w.Started+1
	return nil
}

// drop ends the child.
func (w *Worker) drop() {
	if w.child != nil {
		w.child.end()
		w.child = nil
	}
}

// Close ends the child: it is told by its pipe, and not waited for long.
func (w *Worker) Close() { w.drop() }

// PID is the process of the child; 0 when there is none.
func (w *Worker) PID() int {
	if w.child == nil {
		return 0
	}
	return w.child.cmd.Process.Pid
}

// child is a running process.
type child struct {
	cmd     *exec.Cmd
	to      io.WriteCloser
	from    io.ReadCloser
	encoder *gob.Encoder
	decoder *gob.Decoder
	said    *tail         // the end of what it says on stderr
	exited  chan struct{} // closed when it has ended
	how     error
	bound   io.Closer // what ties its life to ours
	done    int
}

// start starts a child whose life ends with ours.
func start(c Command, l Limits) (*child, error) {
	cmd := exec.Command(c.Path)
	cmd.Args = c.Args
	cmd.Env = append(os.Environ(), c.Env...)
	k := &child{cmd: cmd, said: &tail{}, exited: make(chan struct{})}
	cmd.Stderr = k.said
	cmd.WaitDelay = time.Second
	var err error
	if k.to, err = cmd.StdinPipe(); err != nil {
		return nil, fmt.Errorf("start a worker: %w", err)
	}
	from, writes, err := os.Pipe() // not StdoutPipe: Wait would close it before the last answer is read
	if err != nil {
		return nil, fmt.Errorf("start a worker: %w", err)
	}
	cmd.Stdout, k.from = writes, from
	k.bound, err = startBound(cmd, l)
	writes.Close()
	if err != nil {
		from.Close()
		return nil, fmt.Errorf("start a worker: %w", err)
	}
	k.encoder, k.decoder = gob.NewEncoder(k.to), gob.NewDecoder(from)
	go func() {
		k.how = cmd.Wait()
		close(k.exited)
	}()
	return k, nil
}

func (k *child) gone() bool {
	select {
	case <-k.exited:
		return true
	default:
		return false
	}
}

// ask has one job done, within the limits.
func (k *child) ask(ctx context.Context, j Job, l Limits) (Answer, error) {
	type reply struct {
		a   Answer
		err error
	}
	replies := make(chan reply, 1)
	go func() {
		var r reply
		if r.err = send(k.encoder, j); r.err == nil {
			r.err = k.decoder.Decode(&r.a)
		}
		replies <- r
	}()
	watch := newWatch(k.cmd.Process.Pid, l)
	defer watch.stop()
	for {
		select {
		case r := <-replies:
			if r.err != nil {
				return Answer{}, k.death(r.err)
			}
			return r.a, nil
		case <-ctx.Done():
			return Answer{}, context.Cause(ctx)
		case <-watch.C:
			if f := watch.look(); f != nil {
				return Answer{}, *f
			}
		}
	}
}

// death says how a child ended that gave no answer.
func (k *child) death(read error) error {
	select {
	case <-k.exited:
	case <-time.After(dyingTime):
		return Failure{Code: fuhe.ReaderDied, Why: read.Error()}
	}
	said := k.said.String()
	if outOfMemory(said) {
		return Failure{Code: fuhe.Memory, Why: "out of memory"}
	}
	why := "ended"
	if k.how != nil {
		why = k.how.Error()
	}
	if line := firstLine(said); line != "" {
		why += ": " + line
	}
	return Failure{Code: fuhe.ReaderDied, Why: why}
}

// dyingTime is how long a process may take from closing its pipe to its end.
const dyingTime = 2 * time.Second

// outOfMemory tells the messages with which the runtime ends when the system gives it no more memory.
func outOfMemory(said string) bool {
	return strings.Contains(said, "out of memory") || strings.Contains(said, "cannot allocate memory") || strings.Contains(said, "failed to create new OS thread")
}

func firstLine(s string) string {
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line != "" {
			const most = 200
			return line[:min(len(line), most)]
		}
	}
	return ""
}

// end ends the process and what it started.
func (k *child) end() {
	k.to.Close()
	if !k.gone() && k.cmd.Process != nil {
		err := k.cmd.Process.Kill()
		if err == nil || errors.Is(err, os.ErrProcessDone) {
			<-k.exited
		}
	}
	k.from.Close()
	if k.bound != nil {
		k.bound.Close()
	}
}

// tail keeps the beginning of what a child says on stderr, which names what it died of, and drops the rest.
type tail struct {
	mu   sync.Mutex
	kept bytes.Buffer
}

// keptBytes of stderr: the first lines of a crash; its stacks are not shown to anybody.
const keptBytes = 8 << 10

func (t *tail) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if room := keptBytes - t.kept.Len(); room > 0 {
		t.kept.Write(p[:min(room, len(p))])
	}
	return len(p), nil
}

func (t *tail) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.kept.String()
}

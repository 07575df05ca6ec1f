package main

import (
	"bytes"
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"os"
	"slices"
	"sync"

	"github.com/urfave/cli/v2"

	"fuhe"
	"fuhe/cmd/fuhe/console"
	"fuhe/cmd/fuhe/journal"
	"fuhe/cmd/fuhe/worker"
	"fuhe/extract"
)

// apartMemory is what the child that reads odd files may take where --memory does not say: with what this process holds beside
// it, a run stays below 1 GiB.
const apartMemory = 700 << 20

// apartScanMemory is the same where scans are recognised: the model, and a page as pixels several times over.
const apartScanMemory = 1400 << 20

// apart has odd files read by a child process, one at a time. What is read there is judged here as everything else is.
type apart struct {
	mu       sync.Mutex
	limits   worker.Limits
	place    *worker.Worker
	unpacker *journal.Unpacker
	lang     fuhe.Lang
	unable   func(error) // is told once that no child can be started
	gone     bool
}

// readsHere are the commands that read files in this process.
func readsHere(command string) bool {
	return slices.Contains([]string{"check", "convert", "correct", "tables", "report", "serve"}, command)
}

// newApart prepares for odd files; the first one starts the child.
func (s *commands) newApart(c *cli.Context) (*apart, error) {
	a := &apart{lang: s.Lang, limits: worker.Limits{Timeout: s.Reading.Limit, Memory: apartMemory}}
	if s.Reading.Scans != nil {
		a.limits.Memory = apartScanMemory
	}
	if c.IsSet(flagMemory) {
		var err error
		if a.limits.Memory, err = parseBytes(c.String(flagMemory)); err != nil {
			return nil, err
		}
	}
	if a.limits.Timeout <= 0 {
		a.limits.Timeout = s.Reading.UsualLimit()
	}
	program, err := os.Executable()
	if err != nil {
		return nil, err
	}
	args := append([]string{os.Args[0], "worker", "--" + flagChild, "--" + flagLang + "=" + string(s.Lang),
		"--" + flagTimeout + "=" + a.limits.Timeout.String(), "--" + flagMemory + "=" + fmt.Sprint(a.limits.Memory)}, s.ocrArgs(c)...)
	a.place = worker.New(worker.Command{Path: program, Args: args}, a.limits)
	a.unable = func(err error) {
		fmt.Fprintf(s.Stderr, s.Say("fuhe: 子进程不能启动，可疑的文件也在本进程中读取：%s\n", "fuhe: no child process can be started, odd files are read in this one, too: %s\n"), console.Reason(err, s.Lang))
	}
	a.unpacker, err = journal.NewUnpacker()
	return a, err
}

// read is what extract.Apart asks for.
func (a *apart) read(ctx context.Context, in extract.Input, o extract.Options) (doc fuhe.Document, ok bool, err error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.gone {
		return doc, false, nil
	}
	job, err := readingJob(in, o) // one at a time: a packed file comes along with its content
	if err != nil {
		return doc, false, nil // reading it here says what is wrong with it
	}
	answer, err := a.place.Do(ctx, job)
	var failed worker.Failure
	switch {
	case err == nil:
	case ctx.Err() != nil:
		return doc, false, err
	case errors.As(err, &failed):
		return a.failed(in, failed), true, nil
	default:
		a.gone = true
		a.unable(err)
		return doc, false, nil
	}
	doc, err = a.unpacker.Unpack(answer.Stored.Words, answer.Stored.Body)
	if err != nil {
		return a.failed(in, worker.Failure{Code: fuhe.ReaderDied, Why: err.Error()}), true, nil
	}
	return doc, true, nil
}

// failed is the document of a file that the child did not survive.
func (a *apart) failed(in extract.Input, f worker.Failure) fuhe.Document {
	sum, size, err := in.Sum()
	if err != nil {
		sum = "" // it was there a moment ago; that it cannot be read is said in any case
	}
	doc := f.Document(in.Path, size, a.limits, a.lang)
	doc.SHA256 = sum
	return doc
}

func (a *apart) close() {
	a.place.Close()
	a.unpacker.Close()
}

// readingJob is the job of reading an input: by its path where it has one, else with its content.
func readingJob(in extract.Input, o extract.Options) (worker.Job, error) {
	o.Apart = nil
	var options bytes.Buffer
	if err := gob.NewEncoder(&options).Encode(o); err != nil {
		return worker.Job{}, err
	}
	job := worker.Job{ID: in.Path, Path: in.Path, Named: in.Named, Opened: in.Opened(), Wanted: worker.ReadOnly, Options: options.Bytes()}
	if in.Loose() {
		return job, nil
	}
	var err error
	job.Bytes, err = in.Bytes()
	job.Held = true
	return job, err
}

// readOnly reads what a job names, by the options it brings along; nothing is judged.
func (c *child) readOnly(j worker.Job) fuhe.Document {
	var o extract.Options
	if err := gob.NewDecoder(bytes.NewReader(j.Options)).Decode(&o); err != nil {
		panic(err)
	}
	doc, err := extract.Read(context.Background(), jobInput(j), o)
	if err != nil {
		panic(err) // it ends with a context that does not end
	}
	return doc
}

// jobInput is the single file of a job, which is no archive.
func jobInput(j worker.Job) extract.Input {
	if j.Held {
		return extract.Held(j.Path, j.Bytes, j.Named).WithOpened(j.Opened)
	}
	return extract.File(j.Path, j.Named).WithOpened(j.Opened)
}

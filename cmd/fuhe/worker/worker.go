// Package worker has files read by child processes, so that one that crashes the reader, hangs it or fills the memory
// costs itself and nothing else. Jobs go in, answers come out; a child that dies, takes too long or grows too large is
// ended and replaced, its job is tried once more in a new one, and then the answer is why there is none. The children are
// this program itself under a hidden option. The package reads no form: what a child does with a job is handed to Serve.
//
//	Serve(in, out, do)                what a child runs
//	c := worker.New(command, limits)  a place for one child at a time
//	answer, err := c.Do(ctx, job)     err is a Failure: what became of both tries
package worker

import (
	"errors"
	"fmt"
	"time"

	"fuhe"
)

// Job is one thing for a child to do. It goes through a pipe as it is.
type Job struct {
	ID     string
	Path   string   // of the file, as the system takes it; what to show where the bytes come along
	Bytes  []byte   // the content, where it comes along
	Held   bool     // Bytes is the content, and it may be empty
	Named  bool     // somebody asked for this very file: it is not passed over
	Opened []string // names of the files attached to it that are read by themselves
	Wanted Kind
	Stored Stored // of JudgeStored

	Options []byte // of ReadOnly: how it is read, as those who ask and those who answer write it
	Size    int    // of Bytes, which go through the pipe behind the job
}

// Kind is what is wanted of a job.
type Kind uint8

const (
	Line        Kind = iota // a line of JSON, as engines take it
	Record                  // what the journal of a batch keeps
	JudgeStored             // the same, of what it keeps already: scored again, not read
	ReadOnly                // the same, read and not judged
)

// Answer is what a child made of a job.
type Answer struct {
	Line    []byte // of a Line
	Stored  Stored // of the other kinds
	Spoiled bool   // something is still at work in the child on what was given up: it is to be replaced
}

// Stored is a document as a journal keeps it: what is asked of it without opening it, and all of it packed.
type Stored struct {
	SHA256 string
	Format fuhe.Format
	Status fuhe.Status
	Code   fuhe.Code // of the first place not read
	Forms  int
	Body   []byte
	Words  []byte // in which Body is written, the same for all documents of one version of the program
}

// Limits of a child.
type Limits struct {
	Timeout time.Duration // of the processor for one job, and by the clock for one at which nothing moves
	Memory  int64         // bytes; 0 for no limit
	MaxDocs int           // jobs before a child is replaced; 0 for any number
}

// Failure is why a job has no answer after two tries.
type Failure struct {
	Code fuhe.Code // reader-died, deadline, memory; of a request that is none whatever is wrong with it
	Why  string    // what the system says: "signal: killed"
	Said *fuhe.Phrase
}

func (f Failure) Error() string { return string(f.Code) + ": " + f.Why }

// Document is the answer of a job that has none: the file, unread, with the reason in a language.
func (f Failure) Document(path string, size int64, l Limits, lang fuhe.Lang) fuhe.Document {
	return fuhe.Document{Path: path, Bytes: size, Reports: []*fuhe.Report{}, Unread: []fuhe.Unread{{Reason: f.reason(l).In(lang), Code: f.Code}}}
}

// reason says what became of the file.
func (f Failure) reason(l Limits) fuhe.Phrase {
	if f.Said != nil {
		return *f.Said
	}
	switch f.Code {
	case fuhe.Deadline:
		return fuhe.Phrase{
			ZH: fmt.Sprintf("读取超过时限 %s，已中止——文件损坏，或远大于一张表", l.Timeout),
			EN: fmt.Sprintf("given up after %s — the file is damaged or far larger than a form", l.Timeout)}
	case fuhe.Memory:
		return fuhe.Phrase{
			ZH: fmt.Sprintf("读取所需内存超过 %d MB，已中止——文件损坏，或远大于一张表", l.Memory>>20),
			EN: fmt.Sprintf("given up: reading it takes more than %d MB of memory — the file is damaged or far larger than a form", l.Memory>>20)}
	}
	return fuhe.Phrase{
		ZH: fmt.Sprintf("读取此文件的进程两次异常结束（%s）——请报告此文件", f.Why),
		EN: fmt.Sprintf("the process that read this file died twice (%s) — please report it", f.Why)}
}

// asFailure is the failure that an error of a child stands for; anything else is a death.
func asFailure(err error) Failure {
	var f Failure
	if errors.As(err, &f) {
		return f
	}
	return Failure{Code: fuhe.ReaderDied, Why: err.Error()}
}

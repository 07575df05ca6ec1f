package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"runtime/debug"

	"github.com/urfave/cli/v2"

	"fuhe"
	"fuhe/cmd/fuhe/batch"
	"fuhe/cmd/fuhe/console"
	"fuhe/cmd/fuhe/journal"
	"fuhe/cmd/fuhe/run"
	"fuhe/cmd/fuhe/worker"
	"fuhe/extract"
	"fuhe/render"
	"fuhe/score"
)

// Flags of the commands that have files read by child processes.
const (
	flagMaxDocs = "max-docs"
	flagChild   = "child" // hidden: this process is one
)

// defaultMemory of a child: hostile files are built to fill the memory, and the largest annex known takes half of it.
const defaultMemory = "1GiB"

// workerCommand answers the requests of an engine.
func (s *commands) workerCommand() *cli.Command {
	return &cli.Command{
		Name:  "worker",
		Usage: s.Say("供计算引擎调用：标准输入每行一个请求，标准输出每行一份 JSON", "for engines: a request a line on standard input, a line of JSON each on standard output"),
		UsageText: "printf '%s\\n' a.pdf b.xlsx | fuhe worker\n" +
			s.Say("请求：路径；{\"id\",\"path\"}；或 {\"id\",\"name\",\"size\"} 及随后的字节", "a request: a path; {\"id\",\"path\"}; or {\"id\",\"name\",\"size\"} and then the bytes"),
		Flags:        append(s.childFlags(1), s.maxDocsFlag(), &cli.BoolFlag{Name: flagChild, Hidden: true}),
		OnUsageError: s.onUsageError,
		Action:       s.worker,
	}
}

// childFlags are the options that concern child processes and what they do.
func (s *commands) childFlags(jobs int) []cli.Flag {
	wanted := map[string]bool{flagLang: true, flagProfile: true, flagReader: true, flagPassword: true, flagPasswordFile: true, flagTimeout: true}
	flags := []cli.Flag{
		&cli.IntFlag{Name: flagJobs, Aliases: []string{"j"}, Value: jobs, Usage: s.Say("同时运行的子进程数", "child processes at the same time"), Action: s.checkJobs},
		&cli.StringFlag{Name: flagMemory, Value: defaultMemory, Usage: s.Say("每个子进程的内存上限；超出即中止并换新", "memory of each child process; one that takes more is ended and replaced"), Action: s.checkMemory},
		s.rulesFlag(),
	}
	for _, f := range s.sharedFlags() {
		if wanted[f.Names()[0]] {
			flags = append(flags, f)
		}
	}
	return flags
}

func (s *commands) maxDocsFlag() cli.Flag {
	return &cli.IntFlag{Name: flagMaxDocs, Usage: s.Say("每个子进程处理这么多文件后换新；0 为不换", "files after which a child process is replaced; 0 for never"), Action: func(_ *cli.Context, n int) error {
		if n < 0 {
			return s.UsageErrorf("--max-docs 不能是 %d", "--max-docs takes a number from 0 up, not %d", n)
		}
		return nil
	}}
}

func (s *commands) checkMemory(_ *cli.Context, text string) error {
	if _, err := parseBytes(text); err != nil {
		return s.UsageErrorf("--memory 应如 1GiB 或 500MB，不能是 %q", "--memory takes a size, as 1GiB or 500MB, not %q", text)
	}
	return nil
}

// limits are those of the child processes.
func (s *commands) limits(c *cli.Context) (worker.Limits, error) {
	memory, err := parseBytes(c.String(flagMemory))
	if err != nil {
		return worker.Limits{}, err
	}
	timeout := c.Duration(flagTimeout)
	if timeout <= 0 {
		timeout = extract.DefaultLimit
	}
	return worker.Limits{Timeout: timeout, Memory: memory, MaxDocs: c.Int(flagMaxDocs)}, nil
}

// childCommand starts this program as a child with the options given. A password goes where other users do not see it.
func (s *commands) childCommand(c *cli.Context) (worker.Command, error) {
	program, err := os.Executable()
	if err != nil {
		return worker.Command{}, err
	}
	args := []string{os.Args[0], "worker", "--" + flagChild, "--" + flagLang + "=" + string(s.Lang)}
	for _, name := range []string{flagProfile, flagReader, flagTimeout, flagMemory, flagRules} {
		if c.IsSet(name) {
			args = append(args, "--"+name+"="+c.String(name))
		}
	}
	if s.rulesFile != "" {
		args = append(args, "--"+flagRules+"="+s.rulesFile)
	}
	return worker.Command{Path: program, Args: args, Env: []string{"FUHE_PASSWORD=" + s.Reading.Password}}, nil
}

// worker is the command: with children of its own, or one of them.
func (s *commands) worker(c *cli.Context) error {
	if c.NArg() > 0 {
		return s.UsageErrorf("worker 从标准输入读取请求，不接受路径", "worker reads requests from standard input and takes no paths")
	}
	if err := s.takeOptions(c); err != nil {
		return err
	}
	limits, err := s.limits(c)
	if err != nil {
		return err
	}
	if c.Bool(flagChild) {
		return s.beChild(limits)
	}
	command, err := s.childCommand(c)
	if err != nil {
		return err
	}
	engine := worker.Engine{Command: command, Limits: limits, Jobs: c.Int(flagJobs), Failed: func(j worker.Job, f worker.Failure) ([]byte, error) {
		return workerLine(j.ID, f.Document(j.Shown(), int64(len(j.Bytes)), limits, s.Lang), nil)
	}}
	err = engine.Run(c.Context, worker.NewRequests(s.Stdin), s.Stdout)
	var by console.Interruption
	if errors.As(err, &by) {
		s.Status = by.Status()
		return nil
	}
	return err
}

// memoryShare of its limit is what the heap of a child keeps within as far as it can: the rest is for what is not on it.
const memoryShare = 0.6

// beChild does jobs until there are no more.
func (s *commands) beChild(l worker.Limits) error {
	debug.SetMemoryLimit(min(memoryLimit, int64(memoryShare*float64(l.Memory))))
	if err := worker.Confine(l); err != nil {
		return err
	}
	child, err := s.newChild()
	if err != nil {
		return err
	}
	return worker.Serve(s.Stdin, s.Stdout, child.do)
}

// child does jobs. What it cannot answer ends it: the parent says that the reader died.
type child struct {
	*commands
	packer   *journal.Packer
	unpacker *journal.Unpacker
}

func (s *commands) newChild() (*child, error) {
	packer, err := journal.NewPacker()
	if err != nil {
		return nil, err
	}
	unpacker, err := journal.NewUnpacker()
	return &child{s, packer, unpacker}, err
}

func (c *child) do(j worker.Job) worker.Answer {
	switch j.Wanted {
	case worker.Record:
		return c.stored(c.one(j))
	case worker.JudgeStored:
		doc, err := c.unpacker.Unpack(j.Stored.Words, j.Stored.Body)
		if err != nil {
			panic(err)
		}
		for _, report := range doc.Reports {
			score.Check(report, c.Scoring)
		}
		return c.stored(doc)
	}
	docs, whole := c.judged(j)
	line, err := workerLine(j.ID, whole, docs)
	if err != nil {
		panic(err)
	}
	return worker.Answer{Line: line, Spoiled: spoiled(append(docs, whole))}
}

// stored is a document as a journal keeps it.
func (c *child) stored(doc fuhe.Document) worker.Answer {
	body, err := c.packer.Pack(doc)
	if err != nil {
		panic(err)
	}
	kept := batch.Describe(doc)
	kept.Words, kept.Body = c.packer.Words(), body
	return worker.Answer{Stored: kept, Spoiled: spoiled([]fuhe.Document{doc})}
}

// one reads and judges a single file, which is no archive.
func (c *child) one(j worker.Job) fuhe.Document {
	in := extract.File(j.Path, j.Named)
	if j.Held {
		in = extract.Held(j.Path, j.Bytes, j.Named)
	}
	doc, err := extract.Read(context.Background(), in, c.Reading)
	if err != nil {
		panic(err) // it ends with a context that does not end
	}
	for _, report := range doc.Reports {
		score.Check(report, c.Scoring)
	}
	return doc
}

// spoiled tells a child in which a reader that was given up may still be at work.
func spoiled(docs []fuhe.Document) bool {
	for _, doc := range docs {
		for _, u := range doc.Unread {
			if u.Code == fuhe.Deadline {
				return true
			}
		}
	}
	return false
}

// judged reads what a job names and judges it: one document, or a container and those in it.
func (s *commands) judged(j worker.Job) (members []fuhe.Document, whole fuhe.Document) {
	o := s.Options
	o.Jobs = 1
	path := j.Path
	if path == "-" { // a file of that name: standard input is where requests come from
		path = "./-"
	}
	r := run.Run{Options: o, Inputs: extract.Walk([]string{path}, nil)}
	if j.Held {
		r.Inputs = extract.WalkHeld(j.Path, j.Bytes, j.Named)
	}
	var docs []fuhe.Document
	_, _ = r.Each(context.Background(), func(_ extract.Input, doc fuhe.Document) error { // neither ends before its end
		docs = append(docs, doc)
		return nil
	})
	if len(docs) == 1 && (docs[0].Path == j.Path || docs[0].Path == path) {
		docs[0].Path = j.Shown()
		return nil, docs[0]
	}
	return docs, container(j, s.Lang)
}

// container is the document of a folder or a zip, which has no form of its own.
func container(j worker.Job, lang fuhe.Lang) fuhe.Document {
	return fuhe.Document{Path: j.Shown(), Bytes: int64(len(j.Bytes)), Reports: []*fuhe.Report{}, Unread: []fuhe.Unread{{Code: fuhe.Unsupported,
		Reason: fuhe.Phrase{
			ZH: "文件夹或压缩包，其中的文件逐个列于 documents",
			EN: "a folder or an archive: what is in it stands in documents, one by one"}.In(lang)}}}
}

// workerLine is the answer to one request.
func workerLine(id string, doc fuhe.Document, members []fuhe.Document) ([]byte, error) {
	var b bytes.Buffer
	err := render.WorkerLine(&b, id, console.Version(), doc, members)
	return b.Bytes(), err
}

package main

import (
	"bytes"
	"errors"
	"os"

	"github.com/urfave/cli/v2"

	"fuhe"
	"fuhe/cmd/fuhe/console"
	"fuhe/cmd/fuhe/worker"
	"fuhe/render"
	"fuhe/render/bulk"
)

// Flags of the commands that have files read by child processes.
const (
	flagMaxDocs = "max-docs"
	flagChild   = "child" // hidden: this process is one
	flagTables  = "tables"
)

// defaultMemory of a child: hostile files are built to fill the memory, and the largest annex known takes half of it.
const defaultMemory = "1GiB"

// workerCommand answers the requests of an engine.
func (s *commands) workerCommand() *cli.Command {
	return &cli.Command{
		Name:  "worker",
		Usage: s.Say("供计算引擎调用：标准输入每行一个请求，标准输出每行一份 JSON", "for engines: a request a line on standard input, a line of JSON each on standard output"),
		UsageText: "printf '%s\\n' a.pdf b.xlsx | fuhe worker\n" +
			s.Say("请求：路径；{\"id\",\"path\"}；或 {\"id\",\"name\",\"size\"} 及随后的字节；id 是字符串", "a request: a path; {\"id\",\"path\"}; or {\"id\",\"name\",\"size\"} and then the bytes; an id is a string"),
		Flags: append(s.childFlags(1), s.maxDocsFlag(), &cli.BoolFlag{Name: flagChild, Hidden: true},
			&cli.BoolFlag{Name: flagTables, Usage: s.Say("每份回答另附 tables：批量结果表中的行", "with each answer its rows of the tables of a batch, as tables")}),
		OnUsageError: s.onUsageError,
		Action:       s.worker,
	}
}

// childFlags are the options that concern child processes and what they do.
func (s *commands) childFlags(jobs int) []cli.Flag {
	wanted := map[string]bool{flagLang: true, flagProfile: true, flagReader: true, flagPassword: true, flagPasswordFile: true, flagTimeout: true, flagOCR: true, flagOCRModel: true}
	flags := []cli.Flag{
		&cli.IntFlag{Name: flagJobs, Aliases: []string{"j"}, Value: jobs, Usage: s.Say("同时运行的子进程数", "child processes at the same time"), Action: s.checkJobs},
		&cli.StringFlag{Name: flagMemory, Value: defaultMemory, Usage: s.Say("每个子进程的内存上限；超出即中止并换新", "memory of each child process; one that takes more is ended and replaced"), Action: s.checkMemory},
		s.rulesFlag(),
	}
	for _, f := range s.sharedFlags(console.NeverFail) {
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
		timeout = s.Reading.UsualLimit()
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
	args = append(args, s.ocrArgs(c)...)
	if c.Bool(flagTables) {
		args = append(args, "--"+flagTables)
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
	s.rows = c.Bool(flagTables)
	if c.Bool(flagChild) {
		return s.beChild(limits)
	}
	command, err := s.childCommand(c)
	if err != nil {
		return err
	}
	engine := worker.Engine{Command: command, Limits: limits, Jobs: c.Int(flagJobs), Failed: func(j worker.Job, f worker.Failure) ([]byte, error) {
		return s.workerLine(j.ID, f.Document(j.Shown(), int64(len(j.Bytes)), limits, s.Lang), nil)
	}}
	err = engine.Run(c.Context, worker.NewRequests(s.Stdin), s.Stdout)
	var by console.Interruption
	if errors.As(err, &by) {
		s.Status = by.Status()
		return nil
	}
	return err
}

// workerLine is the answer to one request.
func (s *commands) workerLine(id string, doc fuhe.Document, members []fuhe.Document) ([]byte, error) {
	var b bytes.Buffer
	line := render.Line{ID: id, Version: console.Version(), Document: doc, Members: members}
	if s.rows {
		docs := members
		if len(docs) == 0 {
			docs = []fuhe.Document{doc}
		}
		line.Tables = bulk.RowsOf(bulk.Options{Lang: s.Lang, Titles: s.titles()}, docs...)
	}
	err := render.WorkerLine(&b, line)
	return b.Bytes(), err
}

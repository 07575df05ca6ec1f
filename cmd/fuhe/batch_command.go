package main

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/urfave/cli/v2"

	"fuhe"
	"fuhe/cmd/fuhe/batch"
	"fuhe/cmd/fuhe/console"
	"fuhe/cmd/fuhe/journal"
	"fuhe/cmd/fuhe/run"
	"fuhe/render"
)

// Flags of the command batch.
const (
	flagRetry     = "retry-failed"
	flagRecheck   = "recheck"
	flagWorkbooks = "workbooks"
)

// journalName is the journal in the folder of a batch.
const journalName = "journal.db"

// batchCommand reads many files, resumably, into tables.
func (s *commands) batchCommand() *cli.Command {
	wanted := map[string]bool{flagQuiet: true, flagFilesFrom: true, flagNull: true, flagShard: true, flagExclude: true, flagFailOn: true}
	flags := append(s.childFlags(runtime.NumCPU()), s.maxDocsFlag(), s.forceFlag(), s.aliasesFlag(),
		&cli.StringFlag{Name: flagOut, Aliases: []string{"o"}, TakesFile: true, Usage: s.Say("输出文件夹：documents、forms、figures、findings（.parquet 与 .csv）、summary.xlsx、unread.csv、journal.db", "folder for documents, forms, figures, findings (.parquet and .csv), summary.xlsx, unread.csv, journal.db")},
		&cli.BoolFlag{Name: flagRetry, Usage: s.Say("未读的文件再读一次", "read again what was unread")},
		&cli.BoolFlag{Name: flagRecheck, Usage: s.Say("按现在的规则重新复核已存的表，不读文件；无需给出路径", "judge the stored forms again by the rules of now, without reading files; needs no paths")},
		s.choice(flagWorkbooks, "none", []string{"none", "converted", "corrected"}, "另为每个文件写一份工作簿", "a workbook for each file as well"))
	for _, f := range s.sharedFlags(console.NeverFail) {
		if wanted[f.Names()[0]] {
			flags = append(flags, f)
		}
	}
	return &cli.Command{
		Name:         "batch",
		Usage:        s.Say("批量复核，可中断续做；结果为 Parquet、CSV 和汇总表", "check many files, resumably, into Parquet, CSV and a summary"),
		UsageText:    "fuhe batch published/ -o out/\nfuhe batch --recheck --profile shanghai -o out/\nfuhe batch --shard 1/4 /data -o part1/",
		ArgsUsage:    "FILE|FOLDER|ZIP|- …",
		Flags:        flags,
		OnUsageError: s.onUsageError,
		Action:       s.batch,
	}
}

// What the parent keeps within: the work is done by its children, and there may be one for each of many processors.
const (
	parentGC     = 50
	parentMemory = 120 << 20
)

// batch is the command.
func (s *commands) batch(c *cli.Context) (err error) {
	debug.SetGCPercent(parentGC)
	debug.SetMemoryLimit(parentMemory)
	dir := c.String(flagOut)
	if err := s.takeBatch(c, dir); err != nil {
		return err
	}
	lasting := context.WithoutCancel(c.Context)
	j, err := journal.Open(lasting, filepath.Join(dir, journalName))
	if err != nil {
		return s.journalError(dir, err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(s.journalError(dir, err), j.Abandon())
			return
		}
		err = j.Close()
	}()
	b, err := s.newBatch(c, lasting, j)
	if err != nil {
		return err
	}
	for range 2 { // a second time where the journal held what cannot be read any more
		var done batch.Progress
		if done, err = s.runBatch(c.Context, lasting, b); err != nil || s.NotReached > 0 {
			return err
		}
		var damaged []string
		if damaged, err = s.export(c, lasting, j, dir, done); err != nil || len(damaged) == 0 {
			return err
		}
		for _, key := range damaged {
			if err := j.Forget(lasting, key); err != nil {
				return err
			}
		}
	}
	return errors.New(s.Say("日志中有无法读取的记录", "the journal holds documents that cannot be read"))
}

// takeBatch puts the options into the console, and refuses an output that is no folder.
func (s *commands) takeBatch(c *cli.Context, dir string) error {
	if dir == "" {
		return s.UsageErrorf("batch 需要 -o 指明输出文件夹", "batch needs -o: a folder")
	}
	if err := s.folderWanted("-o", dir); err != nil {
		return err
	}
	if c.Bool(flagRecheck) {
		if c.NArg() > 0 || c.IsSet(flagFilesFrom) {
			return s.UsageErrorf("--recheck 复核日志中的表，不接受路径", "--recheck judges what the journal holds and takes no paths")
		}
		if _, err := os.Stat(filepath.Join(dir, journalName)); err != nil {
			return s.UsageErrorf("%s 中没有可复核的日志", "there is no journal in %s to judge again", dir)
		}
		return s.takeOptions(c)
	}
	s.Output = dir
	return s.take(c)
}

// journalError says what to do about a journal that cannot be used.
func (s *commands) journalError(dir string, err error) error {
	switch {
	case errors.Is(err, journal.ErrBusy):
		return fmt.Errorf(s.Say("%s 正由另一个 fuhe batch 使用", "another fuhe batch is at work in %s"), dir)
	case errors.Is(err, journal.ErrFull):
		return errors.New(s.Say("磁盘已满，已完成的都已保存；腾出空间后再运行同一命令即可续做", "the disk is full; what was done is kept, and the same command goes on when there is room"))
	case errors.Is(err, journal.ErrDamaged):
		return fmt.Errorf(s.Say("%s 不是日志或已损坏；请移走它，或换一个输出文件夹", "%s is no journal or is damaged; move it away or choose another folder"), filepath.Join(dir, journalName))
	}
	return err
}

// newBatch walks the inputs and says what documents are made with.
func (s *commands) newBatch(c *cli.Context, ctx context.Context, j *journal.Journal) (*batch.Batch, error) {
	limits, err := s.limits(c)
	if err != nil {
		return nil, err
	}
	command, err := s.childCommand(c)
	if err != nil {
		return nil, err
	}
	salt, err := j.Fact(ctx, "salt", rand.Text())
	if err != nil {
		return nil, err
	}
	version, err := buildOf(command.Path)
	if err != nil {
		return nil, err
	}
	b := &batch.Batch{
		Journal: j, Command: command, Limits: limits, Jobs: c.Int(flagJobs), Reading: s.Reading, Lang: s.Lang, Retry: c.Bool(flagRetry), Recheck: c.Bool(flagRecheck),
		Made: journal.Made{
			Version: version, Reading: c.String(flagReader) + s.ocrMark(), Scoring: strings.Join([]string{c.String(flagProfile), s.From.RulesSHA256, version}, " "), Lang: string(s.Lang),
			Patience: fmt.Sprintf("%s %d", limits.Timeout, limits.Memory), Password: keyed(salt, s.Reading.Password),
		},
	}
	if b.Recheck {
		b.Paths, b.Keys, err = j.LastPaths(ctx)
	} else {
		b.Inputs = run.New(s.Options).Inputs
	}
	if err != nil {
		return nil, err
	}
	asked, err := json.Marshal(struct {
		Paths   []string          `json:"paths"`
		Options map[string]string `json:"options"`
		Version string            `json:"version"`
		Rules   string            `json:"rules_sha256"`
	}{s.Paths, s.From.Options, version, s.From.RulesSHA256})
	if err != nil {
		return nil, err
	}
	return b, j.Begin(ctx, string(asked))
}

// buildOf tells builds of this program apart: by their commit, and where sources were changed since or the build does not
// say, by the program itself.
func buildOf(program string) (string, error) {
	version := console.Version()
	if strings.Contains(version, "+") && !strings.Contains(version, ".changed") {
		return version, nil
	}
	raw, err := os.ReadFile(program)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(raw)
	return version + "." + hex.EncodeToString(sum[:6]), nil
}

// keyed tells passwords apart without keeping them.
func keyed(salt, password string) string {
	if password == "" {
		return ""
	}
	h := hmac.New(sha256.New, []byte(salt))
	h.Write([]byte(password))
	return hex.EncodeToString(h.Sum(nil))
}

// runBatch does the inputs, with progress.
func (s *commands) runBatch(ctx, lasting context.Context, b *batch.Batch) (batch.Progress, error) {
	shown := s.newBatchProgress()
	b.Step = shown.step
	done, err := b.Run(ctx)
	shown.end()
	if err != nil {
		return done, err
	}
	if err := b.Journal.Commit(lasting); err != nil {
		return done, err
	}
	var by console.Interruption
	if errors.As(context.Cause(ctx), &by) {
		s.NotReached = max(done.Total-done.Done, 1)
		s.Status = by.Status()
		fmt.Fprintf(s.Stderr, s.Say("fuhe: 已中断，%d 个文件未处理；再运行同一命令即可续做，结果表在全部完成时写出\n", "fuhe: interrupted, %d files were not reached; the same command goes on, the tables are written when all are done\n"), done.Total-done.Done)
		return done, nil
	}
	return done, b.Journal.Finish(lasting)
}

// sayUnread says of a document what was not read; of many the first ones, the rest stands in a file.
func (s *commands) sayUnread(doc *fuhe.Document, said int) {
	const most = 20
	if said >= most {
		return
	}
	for _, u := range doc.Unread {
		place := doc.Path
		if at := u.At.String(); at != "" {
			place += ":" + at
		}
		fmt.Fprintf(s.Stderr, "fuhe: %s: %s\n", render.Plain(place), render.Plain(u.Reason))
	}
}

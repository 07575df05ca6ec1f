package main

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"github.com/urfave/cli/v2"

	"fuhe"
	"fuhe/cmd/fuhe/console"
	"fuhe/render"
	"fuhe/render/review"
)

// reviewFlag is --review.
func (s *commands) reviewFlag() cli.Flag {
	return &cli.StringFlag{Name: flagReview, TakesFile: true, Usage: s.Say("复核记录文件（人工判断与手工读数）；默认为输入旁的 "+review.FileName, "the review file (verdicts and readings of people); default "+review.FileName+" beside the inputs")}
}

// reviewPath is where the review file of some inputs is: as named, else beside the first of them, else here.
func reviewPath(named string, paths []string) string {
	if named != "" {
		return named
	}
	if len(paths) == 0 || paths[0] == "-" {
		return review.FileName
	}
	if st, err := os.Stat(paths[0]); err == nil && st.IsDir() {
		return filepath.Join(paths[0], review.FileName)
	}
	return filepath.Join(filepath.Dir(paths[0]), review.FileName)
}

// takeReview opens the review file of the inputs, and has the entries that people read put into the forms before these are
// judged. What is wrong with it ends the run before anything is done.
func (s *commands) takeReview(c *cli.Context) error {
	named := c.String(flagReview)
	path := reviewPath(named, s.Paths)
	switch st, err := os.Stat(path); {
	case err == nil && st.IsDir():
		return s.UsageErrorf("--%s %s 是一个文件夹，应为文件", "--%s %s is a folder; it takes a file", flagReview, path)
	case err != nil && named != "" && c.Command.Name != "serve":
		return console.UsageError{Message: fmt.Sprintf("--%s %v", flagReview, s.noAccess(path, err))}
	}
	f, err := review.OpenFile(path, s.Lang)
	if err != nil {
		return console.UsageError{Message: console.Reason(err, s.Lang) + s.Say("——请改正此复核记录，或移走它后重来", " — mend this review file, or move it away and run again")}
	}
	s.review = f
	var mu sync.Mutex // documents are judged several at a time
	s.Reread = func(doc *fuhe.Document) {
		held := f.Review()
		for _, n := range held.Apply(doc) {
			mu.Lock()
			fmt.Fprintf(s.Stderr, s.Say("fuhe: %s：复核记录中手工读出的 %s（%q）在表 %d 上没有对应的条目，未采用\n", "fuhe: %s: %s (%q), read by hand in the review file, is no entry of form %d and was not taken\n"),
				render.Path(doc.Path), render.Plain(string(n.Field)), n.Text, n.Report+1)
			mu.Unlock()
		}
	}
	if r := f.Review(); !s.Quiet && len(r.Readings) > 0 {
		fmt.Fprintf(s.Stderr, s.Say("fuhe: 采用 %s 中的手工读数 %d 处\n", "fuhe: taking %[2]d readings by hand from %[1]s\n"), render.Path(path), len(r.Readings))
	}
	return nil
}

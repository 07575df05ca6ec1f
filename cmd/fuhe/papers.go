package main

import (
	"errors"
	"fmt"
	"image"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"fuhe"
	"fuhe/cmd/fuhe/console"
	"fuhe/cmd/fuhe/run"
	"fuhe/extract"
	"fuhe/render"
	"fuhe/render/evidence"
	"fuhe/render/paper"
	"fuhe/render/workbook"
	"fuhe/score"
)

// paperFlags are the options of the commands that write working papers.
func (s *commands) paperFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: flagPaper, TakesFile: true, Usage: s.Say("工作底稿的要素（YAML）：项目名称、被审计单位、审计事项、期间、索引号、编制人、复核人、来源等", "particulars of the working papers (YAML): 项目名称, 被审计单位, 审计事项, 期间, 索引号, 编制人, 复核人, 来源 …")},
		&cli.StringFlag{Name: flagSources, TakesFile: true, Usage: s.Say("输入文件的来源（CSV）：文件、公开网址、取得日期", "where the inputs were taken from (CSV): 文件, 公开网址, 取得日期")},
		&cli.BoolFlag{Name: flagEvidence, Usage: s.Say("在复核意见中附每条发现的原页截图", "put the picture of each finding's evidence into the sheet of findings")},
	}
}

// particulars reads what --paper and --sources name.
func (s *commands) particulars(c *cli.Context) (paper.Particulars, error) {
	var p paper.Particulars
	if path := c.String(flagPaper); path != "" {
		f, err := s.openOption(flagPaper, path)
		if err != nil {
			return p, err
		}
		defer f.Close()
		if p, err = paper.Load(f, s.Lang); err != nil {
			return p, s.unusable(flagPaper, path, err)
		}
	}
	path := c.String(flagSources)
	if path == "" {
		return p, nil
	}
	f, err := s.openOption(flagSources, path)
	if err != nil {
		return p, err
	}
	defer f.Close()
	if p.Sources, err = paper.LoadSources(f, s.Lang); err != nil {
		return p, s.unusable(flagSources, path, err)
	}
	return p, nil
}

// takePapers reads what goes onto the working papers before any input is read.
func (s *commands) takePapers(c *cli.Context) error {
	p, err := s.particulars(c)
	if err != nil {
		return err
	}
	s.papers = &workbook.Papers{Particulars: p, Rules: s.ruleTexts()}
	if s.review != nil {
		s.papers.Review = s.review.Review()
	}
	if c.Bool(flagEvidence) {
		s.drawn = run.NewPictures(s.Reading)
		album := evidence.NewAlbum(func(doc *fuhe.Document, size fuhe.PageSize, scale float64) (*image.RGBA, error) {
			return s.drawn.Draw(doc, size, scale) // of the page that is served, where one is
		})
		s.papers.Picture = func(doc *fuhe.Document, r *fuhe.Report, f *fuhe.Finding) ([]byte, error) {
			png, err := album.Crop(doc, r, f.ID, evidence.Of(r, f))
			if errors.Is(err, evidence.ErrNoPicture) || errors.Is(err, evidence.ErrUnseen) {
				return nil, nil
			}
			return png, err
		}
	}
	return nil
}

// known has the pages of an input be drawn when they are asked for as evidence.
func (s *commands) known(in extract.Input) {
	if s.drawn != nil {
		s.drawn.Add(in)
	}
}

// papersFor are the working papers of a workbook that is about to be written: with what was typed into the one that stands
// where it was meant to go.
func (s *commands) papersFor(wanted string) *workbook.Papers {
	if s.papers == nil {
		return nil
	}
	p := *s.papers
	p.Run = s.From
	if _, err := os.Stat(wanted); err != nil || workbook.Unchanged(wanted) {
		return &p // nothing was typed since
	}
	typed, err := workbook.ReadTyped(wanted)
	if err != nil {
		fmt.Fprintf(s.Stderr, s.Say("fuhe: %s 不能打开，其中手工填写的内容未带入：%s\n", "fuhe: %s cannot be opened, and what was typed into it is not taken over: %s\n"), render.Path(filepath.Base(wanted)), render.Plain(console.Reason(err, s.Lang)))
	}
	p.Earlier = typed
	return &p
}

// ruleTexts are what the rules say of themselves, by their ids.
func (s *commands) ruleTexts() map[string]render.Rule {
	texts := map[string]render.Rule{}
	for _, r := range score.Rules() {
		texts[r.ID] = render.Rule{Title: r.Title.In(s.Lang), Basis: r.Basis.In(s.Lang)}
	}
	return texts
}

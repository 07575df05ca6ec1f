package main

import (
	"fmt"

	"fuhe"
	"fuhe/render"
)

// sayOutside says of each file how many figures stand on pages that have no table: a text in a frame over several pages looks
// like one. Whoever asks for a table by its number or title is not told.
func (c *chosen) sayOutside(docs []fuhe.Document) error {
	if c.Table > 0 || c.Match != "" {
		return nil
	}
	for i := range docs {
		var pages []int
		figures, sample := 0, ""
		for _, o := range docs[i].Outside {
			if !o.NoTable || o.Figures == 0 {
				continue
			}
			if figures == 0 {
				sample = o.Sample
			}
			pages, figures = append(pages, o.At.Page), figures+o.Figures
		}
		if figures == 0 {
			continue
		}
		if _, err := fmt.Fprintf(c.Stdout, c.Say("%s  第 %s 页没有表，其文字中有 %d 个数字，未取入，如：%s\n", "%s  no table on pages %s; %d figures in their text are not taken, as in: %s\n"),
			render.Path(docs[i].Path), ranges(pages), figures, render.Plain(sample)); err != nil {
			return err
		}
	}
	return nil
}

// sayNone says that files were read and no table found, where nothing else is printed.
func (s *commands) sayNone(docs []fuhe.Document) error {
	read := 0
	for i := range docs {
		if len(docs[i].Tables)+len(docs[i].Unread) > 0 {
			return nil
		}
		if docs[i].WithoutForm {
			read++
		}
	}
	if read == 0 {
		return nil
	}
	_, err := fmt.Fprintf(s.Stdout, s.Say("没有表格（读取文件 %d 个）\n", "no tables (files read: %d)\n"), read)
	if err == nil && !s.Reading.Inferred {
		_, err = fmt.Fprintln(s.Stdout, s.Say("下一步：--inferred 也取没有框线的表", "next: --inferred has tables that draw no rules, too"))
	}
	return err
}

// sayClosed says that no sum was found that does not close, and of how many tables: else nobody knows that they were added up.
func (s *commands) sayClosed(docs []fuhe.Document) error {
	added := 0
	for _, doc := range docs {
		added += len(doc.Tables)
		for _, t := range doc.Tables {
			if len(t.Findings) > 0 {
				return nil
			}
		}
	}
	if added == 0 {
		return nil
	}
	_, err := fmt.Fprintf(s.Stdout, s.Say("加总：无不符（表格 %d 张；表内证实不了的合计不作判断）\n", "sums: nothing that does not close (tables %d; sums that the rest of a table does not prove are not judged)\n"), added)
	return err
}

package main

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/urfave/cli/v2"

	"fuhe"
	"fuhe/render"
	"fuhe/render/tables"
)

// chosen are the tables that are asked for, and the files that have tables and none of those: else nothing is printed, which
// looks as if they had none.
type chosen struct {
	tables.Choice
	*commands
	asked string // the options, as they are typed

	mu       sync.Mutex
	others   map[string][]fuhe.Table // by path, the tables of files that have none of the chosen
	pageless map[string]bool         // files without pages of which pages are asked for: all of their tables stay
	some     bool                    // a file has one
}

// mostOthers is of how many files it is said by name.
const mostOthers = 5

// newChosen takes the choice from the options.
func (s *commands) newChosen(c *cli.Context) (*chosen, error) {
	pages, err := tables.ParsePages(c.String(flagPages))
	if err != nil {
		return nil, s.UsageErrorf("--pages 不能是 %q，应如 3-7,9", "--pages cannot be %q; it takes 3-7,9", c.String(flagPages))
	}
	var asked []string
	for _, name := range []string{flagPages, flagTable, flagMatch} {
		if c.IsSet(name) {
			asked = append(asked, "--"+name, render.ShellWord(fmt.Sprint(c.Value(name))))
		}
	}
	return &chosen{Choice: tables.Choice{Pages: pages, Table: c.Int(flagTable), Match: c.String(flagMatch)}, commands: s, asked: strings.Join(asked, " "), others: map[string][]fuhe.Table{}, pageless: map[string]bool{}}, nil
}

// of leaves out what is not chosen; it runs in the workers.
func (c *chosen) of(doc *fuhe.Document) {
	all := doc.Tables
	c.Of(doc)
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.Pages) > 0 && slices.ContainsFunc(doc.Tables, func(t fuhe.Table) bool { return t.Page == 0 }) {
		c.pageless[doc.Path] = true
	}
	switch {
	case len(doc.Tables) > 0:
		c.some = true
	case len(all) > 0:
		c.others[doc.Path] = all
	}
}

// say tells of the files that have none of the chosen tables which they have, and of those that have no pages to choose from.
func (c *chosen) say() {
	if c.Quiet {
		return
	}
	c.list(slices.Sorted(maps.Keys(c.others)), c.Say("%d 个文件没有符合 %s 的表", "%d files have no table that fits %s"), func(path string) string { return c.there(c.others[path]) })
	c.list(slices.Sorted(maps.Keys(c.pageless)), c.Say("%d 个文件没有页，%s 中的页码对其不适用", "%d files have no pages: those of %s do not apply to them"), func(string) string {
		return c.Say("此文件没有页，--pages 不适用，未按页取舍", "this file has no pages: --pages does not apply, tables of it are not chosen by page")
	})
}

// list says something of each file. Of many a count is enough where others have chosen tables.
func (c *chosen) list(paths []string, counted string, says func(path string) string) {
	if len(paths) > mostOthers && c.some && !c.Verbose {
		fmt.Fprintf(c.Stderr, "fuhe: "+counted+c.Say("（--verbose 逐一列出）\n", " (--verbose lists them)\n"), len(paths), c.asked)
		return
	}
	for i, path := range paths {
		if i >= mostOthers && !c.Verbose {
			fmt.Fprintf(c.Stderr, c.Say("fuhe: 另有 %d 个文件也没有（--verbose 逐一列出）\n", "fuhe: %d more files have none either (--verbose lists them)\n"), len(paths)-i)
			return
		}
		fmt.Fprintf(c.Stderr, "fuhe: %s: %s\n", render.Path(path), says(path))
	}
}

// there says which tables a file has where none is chosen.
func (c *chosen) there(all []fuhe.Table) string {
	const mostTitles = 5
	said := fmt.Sprintf(c.Say("没有符合 %s 的表；有表 %d 张", "no table fits %s; it has tables: %d"), c.asked, len(all))
	if pages := pagesOf(all); pages != "" {
		said += fmt.Sprintf(c.Say("，在第 %s 页", ", pages %s"), pages)
	}
	if c.Match == "" {
		return said
	}
	var titles []string
	for _, t := range all {
		if title := render.Plain(t.Title); title != "" && !slices.Contains(titles, title) {
			titles = append(titles, title)
		}
	}
	switch {
	case len(titles) == 0:
		return said + c.Say("，都没有表名", ", none with a title")
	case len(titles) > mostTitles:
		titles = append(titles[:mostTitles:mostTitles], "…")
	}
	return said + c.Say("，表名：", ", titled ") + strings.Join(titles, c.Say("、", ", "))
}

// pagesOf are the pages on which tables stand, as ranges; "" where there are no pages.
func pagesOf(all []fuhe.Table) string {
	var pages []int
	for _, t := range all {
		pages = append(pages, t.Page)
		pages = append(pages, t.Pages...)
	}
	return ranges(pages)
}

// ranges are page numbers as ranges, "3-7,9"; 0 is none.
func ranges(pages []int) string {
	slices.Sort(pages)
	pages = slices.DeleteFunc(slices.Compact(pages), func(p int) bool { return p == 0 })
	var out []string
	for i := 0; i < len(pages); {
		last := i
		for last+1 < len(pages) && pages[last+1] == pages[last]+1 {
			last++
		}
		text := strconv.Itoa(pages[i])
		if last > i {
			text += "-" + strconv.Itoa(pages[last])
		}
		out = append(out, text)
		i = last + 1
	}
	return strings.Join(out, ",")
}

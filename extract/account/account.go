// Package account recognises the tables of final accounts and budgets that stand in a document beside its forms: tables go in,
// those whose title says what they are come out with their kind, year and unit, and of tables of targets what they declare. A
// table that its title names and whose headings are not understood says so. It adds nothing up and opens no file.
package account

import (
	"strings"

	"fuhe"
	"fuhe/extract/lazy"
)

// kinds are the titles by which tables are recognised, the first that fits counts; "" for tables that are none though another
// pattern would fit.
var kinds = []struct {
	kind  fuhe.AccountKind
	title *lazy.Regexp
}{
	{"", lazy.New(`自评|目录|说明$|情况说明|采购|基本支出.*(决算|预算)`)},
	{fuhe.ThreePublicAccount, lazy.New(`三公.*表$`)},
	{fuhe.TargetsAccount, lazy.New(`绩效(目标|指标)(申报|情况|批复|公开)?表$|绩效目标申报表$|绩效目标表`)},
	{fuhe.ProjectsAccount, lazy.New(`项目支出(决算|预算)?(明细|情况)?表$`)},
	{"", lazy.New(`政府性基金|国有资本|财政专户`)},
	{fuhe.FiscalAccount, lazy.New(`财政拨款(收入支出|收支)(决算|预算)?(总体情况|总)表$`)},
	{fuhe.BalanceAccount, lazy.New(`(收入支出|收支)(决算|预算)?(总体情况|总)表$`)},
	{"", lazy.New(`财政拨款`)},
	{fuhe.ExpenditureAccount, lazy.New(`支出(决算|预算)?(总体情况|总)?表$`)},
	{fuhe.IncomeAccount, lazy.New(`收入(决算|预算)?(总体情况|总)?表$`)},
}

var titleYear = lazy.New(`(19|20)[0-9]{2}`)

// longestTitle of a table, in bytes: a sentence that mentions one is longer.
const longestTitle = 150

// KindOf tells what a table is from its title; "" for none.
func KindOf(title string) fuhe.AccountKind {
	if !strings.Contains(title, "表") {
		return "" // all of them end in it
	}
	title = squeeze(title)
	if len(title) > longestTitle || strings.ContainsAny(title, "。；") {
		return ""
	}
	for i := range kinds {
		if kinds[i].title.MatchString(title) {
			return kinds[i].kind
		}
	}
	return ""
}

// Read recognises the accounts among the tables of a document.
func Read(tables []fuhe.Table) []fuhe.Account {
	var out []fuhe.Account
	for i := range tables {
		t := &tables[i]
		kind := KindOf(t.Title)
		if kind == "" {
			continue
		}
		a := fuhe.Account{Kind: kind, Title: strings.TrimSpace(t.Title), Unit: t.Unit, Year: titleYear.FindString(t.Title), At: placeOf(t), Table: *t}
		if t.Setting.Unsure != "" {
			a.Unread = t.Setting.Unsure
		} else if kind == fuhe.TargetsAccount {
			a.Declared, a.Unread = readTargets(t)
		}
		out = append(out, a)
	}
	return out
}

func placeOf(t *fuhe.Table) fuhe.Source {
	return fuhe.Source{Sheet: t.Sheet, Page: t.Page, Table: t.Table}
}

// squeeze is a text without white space, quotes and differences of width.
func squeeze(s string) string {
	return plain.Replace(strings.Join(strings.Fields(s), ""))
}

var plain = strings.NewReplacer("“", "", "”", "", "\"", "", "（", "(", "）", ")", "：", ":")

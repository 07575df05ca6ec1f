package account

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"fuhe"
	"fuhe/extract/lazy"
)

// stated are the words in which the text of final accounts names a sum of their tables, and the heading under which they are
// about the whole; the first that fits a place counts.
var stated = []struct {
	of             fuhe.AccountKind
	words, heading *lazy.Regexp
}{
	{fuhe.FiscalAccount, lazy.New(`财政拨款` + bothSides + amountBehind), lazy.New(`财政拨款(?:收入支出|收支)决算总体`)},
	{fuhe.BalanceAccount, lazy.New(bothSides + amountBehind), lazy.New(`(?:收入支出|收支)决算总体`)},
	{fuhe.IncomeAccount, lazy.New(`本年收入(?:决算)?合计` + amountBehind), lazy.New(`收入(?:支出)?决算`)},
	{fuhe.ExpenditureAccount, lazy.New(`本年支出(?:决算)?合计` + amountBehind), lazy.New(`(?:收入)?支出决算`)},
}

const (
	bothSides = `收入?[、和与及]?支出?(?:决算)?总(?:计|额|决算)`
	// amountBehind is an amount of money that follows at once; it is the only group.
	amountBehind = `(?:均为|各为|均|各|为|是|：|:)?(?:人民币)?([0-9０-９][0-9０-９,，.．]*(?:万元|亿元|元))`
)

var (
	// subject is what may stand between the beginning of a sentence and the sum: whose it is, and of which year.
	subject = lazy.New(`^[^0-9０-９，,、：:（()）“”"]*(?:(?:19|20)[0-9]{2}年度?)?(?:本?(?:部门|单位))?$`)
	// ofOthers are words in it by which the sum is another year's, a plan's, or that of one fund or of one part.
	ofOthers = lazy.New(`上年|去年|以前|比|较|其中|约|近|预计|计划|预算|年初|财政拨款|基金|国有资本|专户|下属|所属|本级|机关|全[省市县区州乡镇]|人均|月`)
	// ofFunds are words by which what stands under a heading is about one kind of money, or a plan.
	ofFunds = lazy.New(`财政拨款|基金|国有资本|专户|预算|经营`)
	// withParts are words by which a sum is that of the whole with its parts.
	withParts = strings.NewReplacer("及所属", "", "和所属", "", "与所属", "", "含所属", "", "包括所属", "")
	// roughly are words behind an amount that is no exact one.
	roughly = lazy.New(`^(?:左右|以上|以下|余|多|上下)`)
	// numbered is a heading of the text: its number, and what it says.
	numbered = lazy.New(`^[（(]?(?:[一二三四五六七八九十]+|[0-9]+)[）)、.．]+([^，。；,;：:]+)$`)
	// pageNumber is a line that only numbers its page.
	pageNumber = lazy.New(`^[-—–－·第\s]*[0-9０-９]{1,4}[-—–－·页\s]*$`)
	yearBefore = lazy.New(`(?:19|20)[0-9]{2}年`)
	// ofYear is a line that names the accounts by their year.
	ofYear = lazy.New(`^[^0-9，。；比较]*((?:19|20)[0-9]{2})年度?[^0-9，。；]*决算(?:公开|报告|说明|情况说明)?$`)
)

// mostOfHeading is how many characters a heading has.
const mostOfHeading = 40

// ends are the ends of sentences, and where lines that follow each other may not be read as one.
const (
	cut  = "\n"
	ends = "。；;！？" + cut
)

// Stated finds what the running text of a document says of the sums of its accounts. Lines are in reading order; a sentence
// goes on over lines and pages. Only a sum of the whole and of the year of the accounts is one, in a sentence that says nothing
// before it, under a heading that is about it.
func Stated(lines []fuhe.Line, accounts []fuhe.Account, forms []*fuhe.Report) []fuhe.Statement {
	year := yearOf(lines, accounts, forms)
	text := runOn(lines)
	var out []fuhe.Statement
	for from := 0; from < len(text.all); {
		sentence := text.all[from:]
		if end := strings.IndexAny(sentence, ends); end >= 0 {
			sentence = sentence[:end]
		}
		for _, s := range statedIn(sentence, text.headingAt(from)) {
			if s.Year == "" || s.Year == year {
				s.At = lines[text.lineAt(from+s.offset)].At
				out = append(out, s.Statement)
			}
		}
		from += len(sentence) + 1 // of a mark of several bytes the rest is no word
	}
	return out
}

// yearOf is the year of the accounts of a document: that of their titles, else of the forms beside them, else of the lines
// that name the accounts; "" where these name several, or none.
func yearOf(lines []fuhe.Line, accounts []fuhe.Account, forms []*fuhe.Report) string {
	var years []string
	for i := range accounts {
		years = append(years, accounts[i].Year)
	}
	if year, told := only(years); told {
		return year
	}
	for _, r := range forms {
		years = append(years, r.Year)
	}
	if year, told := only(years); told {
		return year
	}
	for _, l := range lines {
		if !strings.Contains(l.Text, "决") {
			continue
		}
		if m := ofYear.FindStringSubmatch(squeeze(l.Text)); m != nil {
			years = append(years, m[1])
		}
	}
	year, _ := only(years)
	return year
}

// only is the one year among some; false where there is none, and "" where there are several.
func only(years []string) (string, bool) {
	years = slices.DeleteFunc(years, func(y string) bool { return y == "" })
	slices.Sort(years)
	if years = slices.Compact(years); len(years) > 1 {
		return "", true
	}
	return strings.Join(years, ""), len(years) == 1
}

// found is a statement, and where in its sentence the amount begins.
type found struct {
	fuhe.Statement
	offset int
}

// statedIn are the statements of one sentence under a heading.
func statedIn(sentence, heading string) []found {
	if !strings.Contains(sentence, "元") || !strings.Contains(sentence, "总") && !strings.Contains(sentence, "合") {
		return nil // no sum in money
	}
	var out []found
	taken := map[int]bool{}
	for i := range stated {
		s := &stated[i]
		if !s.heading.MatchString(heading) || s.of != fuhe.FiscalAccount && ofFunds.MatchString(heading) {
			continue
		}
		for _, m := range s.words.FindAllStringSubmatchIndex(sentence, -1) {
			from, to := m[2], m[3]
			head := sentence[:m[0]]
			if taken[from] || !subject.MatchString(head) || ofOthers.MatchString(withParts.Replace(head)) || roughly.MatchString(sentence[to:]) {
				continue
			}
			taken[from] = true
			out = append(out, found{fuhe.Statement{Of: s.of, Year: lastYear(head), Text: sentence[m[0]:to], Amount: sentence[from:to]}, from})
		}
	}
	return out
}

// lastYear is the last year that a text names; "" for none.
func lastYear(s string) string {
	year := ""
	for _, m := range yearBefore.FindAllStringSubmatch(s, -1) {
		year = m[0][:4]
	}
	return year
}

// running is the text of lines without white space, page numbers and headings; where each line begins in it; and the headings
// with where what they are about begins.
type running struct {
	all      string
	starts   []int
	headings []string
	from     []int
}

func (t *running) lineAt(offset int) int {
	return sort.Search(len(t.starts), func(i int) bool { return t.starts[i] > offset }) - 1
}

// headingAt is the last heading before a place; "" before the first.
func (t *running) headingAt(offset int) string {
	if i := sort.Search(len(t.from), func(i int) bool { return t.from[i] > offset }); i > 0 {
		return t.headings[i-1]
	}
	return ""
}

// runOn joins lines. Those whose digits would run together are kept apart.
func runOn(lines []fuhe.Line) *running {
	var b strings.Builder
	t := &running{starts: make([]int, len(lines))}
	digit := false // the text ends with one
	for i, l := range lines {
		t.starts[i] = b.Len()
		edge := i == 0 || i == len(lines)-1 || lines[i-1].At.Page != l.At.Page || lines[i+1].At.Page != l.At.Page
		text := strings.Join(strings.Fields(l.Text), "")
		if text == "" || edge && pageNumber.MatchString(text) {
			continue
		}
		if m := headingIn(text); m != "" {
			b.WriteString(cut)
			t.headings, t.from = append(t.headings, m), append(t.from, b.Len())
			digit = false
			continue
		}
		if l.At.Page == 0 && i > 0 || digit && startsLikeNumber(text) {
			b.WriteString(cut) // a paragraph of its own, or a figure in two parts
			t.starts[i] = b.Len()
		}
		b.WriteString(text)
		digit = endsLikeNumber(text)
	}
	t.all = b.String()
	return t
}

// headingIn is what a numbered heading says; "" for other lines.
func headingIn(text string) string {
	if len(text) > utf8.UTFMax*mostOfHeading || utf8.RuneCountInString(text) > mostOfHeading || strings.IndexAny(text, "（(一二三四五六七八九十0123456789") != 0 {
		return ""
	}
	m := numbered.FindStringSubmatch(text)
	if m == nil {
		return ""
	}
	return m[1]
}

const inNumbers = "0123456789０１２３４５６７８９,，.．"

func startsLikeNumber(s string) bool { return strings.IndexAny(s, inNumbers) == 0 }

func endsLikeNumber(s string) bool {
	return strings.TrimRight(s, inNumbers) != s
}

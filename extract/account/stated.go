package account

import (
	"sort"
	"strings"

	"fuhe"
	"fuhe/extract/lazy"
)

// stated are the words in which the text of final accounts names a sum of their tables; the first that fits a place counts.
var stated = []struct {
	of    fuhe.AccountKind
	words *lazy.Regexp
}{
	{fuhe.FiscalAccount, lazy.New(`财政拨款` + bothSides + amountBehind)},
	{fuhe.BalanceAccount, lazy.New(bothSides + amountBehind)},
	{fuhe.IncomeAccount, lazy.New(`本年收入(?:决算)?合计` + amountBehind)},
	{fuhe.ExpenditureAccount, lazy.New(`本年支出(?:决算)?合计` + amountBehind)},
}

const (
	bothSides = `收入?[、和与及]?支出?(?:决算)?总(?:计|额|决算)`
	// amountBehind is an amount of money that follows at once; it is the only group.
	amountBehind = `(?:均为|各为|均|各|为|是|：|:)?(?:人民币)?([0-9０-９][0-9０-９,，.．]*(?:万元|亿元|元))`
)

var (
	// ofOthers are words before a sum by which it is another year's, a plan's, or that of one fund or of one part.
	ofOthers = lazy.New(`上年|去年|以前|相比|同比|对比|比(?:上|去|较|19|20)|较(?:上|去|19|20)|其中|约|近|预计|计划|一般公共预算|政府性基金|国有资本|专户|下属|所属|分别`)
	// withParts are words by which a sum is that of the whole with its parts.
	withParts = strings.NewReplacer("及所属", "", "和所属", "", "与所属", "", "含所属", "", "包括所属", "")
	// roughly are words behind an amount that is no exact one.
	roughly = lazy.New(`^(?:左右|以上|以下|余|多|上下)`)
	// pageNumber is a line that only numbers its page.
	pageNumber = lazy.New(`^[-—–－·第\s]*[0-9０-９]{1,4}[-—–－·页\s]*$`)
	yearBefore = lazy.New(`(?:19|20)[0-9]{2}年`)
)

// fiscal are the words of one kind of money, of which two tables tell and the others do not.
const fiscal = "财政拨款"

// ends are the ends of sentences, and where lines that follow each other may not be read as one.
const (
	cut  = "\n"
	ends = "。；;！？" + cut
)

// Stated finds what the running text of a document says of the sums of its accounts. Lines are in reading order; a sentence
// goes on over lines and pages.
func Stated(lines []fuhe.Line) []fuhe.Statement {
	text, starts := runOn(lines)
	var out []fuhe.Statement
	for from := 0; from < len(text); {
		sentence := text[from:]
		if end := strings.IndexAny(sentence, ends); end >= 0 {
			sentence = sentence[:end]
		}
		for _, s := range statedIn(sentence) {
			at := from + s.offset
			line := sort.Search(len(starts), func(i int) bool { return starts[i] > at }) - 1
			s.At = lines[line].At
			out = append(out, s.Statement)
		}
		from += len(sentence) + 1 // of a mark of several bytes the rest is no word
	}
	return out
}

// found is a statement, and where in its sentence the amount begins.
type found struct {
	fuhe.Statement
	offset int
}

// statedIn are the statements of one sentence.
func statedIn(sentence string) []found {
	var out []found
	taken := map[int]bool{}
	for i := range stated {
		s := &stated[i]
		for _, m := range s.words.FindAllStringSubmatchIndex(sentence, -1) {
			from, to := m[2], m[3]
			head := withoutHeading(sentence[:m[0]])
			if taken[from] || ofOthers.MatchString(withParts.Replace(head)) || strings.Contains(head, fiscal) || roughly.MatchString(sentence[to:]) {
				continue
			}
			taken[from] = true
			out = append(out, found{fuhe.Statement{Of: s.of, Year: lastYear(head), Text: sentence[m[0]:to], Amount: sentence[from:to]}, from})
		}
	}
	return out
}

// withoutHeading is a text behind the heading that runs on into it: 三、支出决算情况说明某局2024年度 is 某局2024年度.
func withoutHeading(s string) string {
	const last = "说明"
	if i := strings.LastIndex(s, last); i >= 0 {
		return s[i+len(last):]
	}
	return s
}

// lastYear is the last year that a text names; "" for none.
func lastYear(s string) string {
	year := ""
	for _, m := range yearBefore.FindAllStringSubmatch(s, -1) {
		year = m[0][:4]
	}
	return year
}

// runOn is the text of lines without white space and page numbers, and where each line begins in it. Lines whose digits would
// run together are kept apart.
func runOn(lines []fuhe.Line) (string, []int) {
	var b strings.Builder
	starts := make([]int, len(lines))
	digit := false // the text ends with one
	for i, l := range lines {
		starts[i] = b.Len()
		edge := i == 0 || i == len(lines)-1 || lines[i-1].At.Page != l.At.Page || lines[i+1].At.Page != l.At.Page
		text := strings.Join(strings.Fields(l.Text), "")
		if text == "" || edge && pageNumber.MatchString(text) {
			continue
		}
		if l.At.Page == 0 && i > 0 || digit && startsLikeNumber(text) {
			b.WriteString(cut) // a paragraph of its own, or a figure in two parts
			starts[i] = b.Len()
		}
		b.WriteString(text)
		digit = endsLikeNumber(text)
	}
	return b.String(), starts
}

const inNumbers = "0123456789０１２３４５６７８９,，.．"

func startsLikeNumber(s string) bool { return strings.IndexAny(s, inNumbers) == 0 }

func endsLikeNumber(s string) bool {
	return strings.TrimRight(s, inNumbers) != s
}

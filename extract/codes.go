package extract

import (
	"regexp"
	"sync"

	"fuhe"
)

// codes tell from its reason what kind of unread a place is, the first that fits: readers give reasons in words, for each is
// also an error. What none of them fits was read and is not to be relied on.
var codes = []struct {
	words string
	code  fuhe.Code
}{
	{`^the two readers differ|^not verified|not to be relied on`, fuhe.Doubtful}, // they hold words of the page
	{`scanned page`, fuhe.Scanned},
	{`drawn as (outlines|shapes|curves)`, fuhe.Outlines},
	{`not read within|not read in time|no time is left|took too long|given up after`, fuhe.Deadline},
	{`encrypted|password`, fuhe.Encrypted},
	{`more attached files`, fuhe.Budget},
	{`attached file|XFA form|shows other pages in frames|before Excel 97|of Excel 95 or older`, fuhe.Unsupported},
	{`more than (the )?\d|larger than|beyond (the first )?\d|only the first \d|budget`, fuhe.Budget},
	{`damaged|cut short|ends in the middle|is missing|does not open|a blank page to`, fuhe.Damaged},
}

// codeOf is the code of a reason.
func codeOf(reason string) fuhe.Code {
	for _, c := range compiledCodes() {
		if c.words.MatchString(reason) {
			return c.code
		}
	}
	return fuhe.Doubtful
}

type compiledCode struct {
	words *regexp.Regexp
	code  fuhe.Code
}

// compiledCodes are compiled when the first reason is told: most runs have none.
var compiledCodes = sync.OnceValue(func() []compiledCode {
	out := make([]compiledCode, len(codes))
	for i, c := range codes {
		out[i] = compiledCode{regexp.MustCompile(c.words), c.code}
	}
	return out
})

// Package lazy holds regular expressions that are compiled when they are first asked for, and not even then where one is
// nothing but words. Compiling is what most of a start of the program would go into, and a run asks for a few of them only.
// An expression goes in, answers about texts come out; it knows no forms, and gives no other answers than package regexp.
package lazy

import (
	"regexp"
	"sync"
)

// Regexp is a regular expression that is compiled when it is first used; it may be used by several goroutines.
type Regexp struct {
	expr string
	once sync.Once
	re   *regexp.Regexp

	written sync.Once // whether it is words was looked at
	words   words     // what it is; nil for one that takes the engine
}

// New makes an expression without looking at it: one that does not parse panics at its first use, so a test of the
// package that owns it must use it.
func New(expr string) *Regexp { return &Regexp{expr: expr} }

// compiled is the expression, compiled at the first call.
func (r *Regexp) compiled() *regexp.Regexp {
	r.once.Do(func() { r.re = regexp.MustCompile(r.expr) })
	return r.re
}

// String is the expression.
func (r *Regexp) String() string { return r.expr }

// The methods of regexp.Regexp that this program uses.

// MatchString reports whether a text holds a match.
func (r *Regexp) MatchString(s string) bool {
	r.written.Do(func() { r.words, _ = wordsOf(r.expr) })
	if r.words != nil {
		if matched, sure := r.words.match(s); sure {
			return matched
		}
	}
	return r.compiled().MatchString(s)
}

func (r *Regexp) FindString(s string) string           { return r.compiled().FindString(s) }
func (r *Regexp) FindStringSubmatch(s string) []string { return r.compiled().FindStringSubmatch(s) }
func (r *Regexp) ReplaceAllString(s, with string) string {
	return r.compiled().ReplaceAllString(s, with)
}

func (r *Regexp) FindAllStringSubmatch(s string, n int) [][]string {
	return r.compiled().FindAllStringSubmatch(s, n)
}

func (r *Regexp) FindAllStringSubmatchIndex(s string, n int) [][]int {
	return r.compiled().FindAllStringSubmatchIndex(s, n)
}

func (r *Regexp) ReplaceAllStringFunc(s string, with func(string) string) string {
	return r.compiled().ReplaceAllStringFunc(s, with)
}

func (r *Regexp) Match(b []byte) bool            { return r.compiled().Match(b) }
func (r *Regexp) FindIndex(b []byte) []int       { return r.compiled().FindIndex(b) }
func (r *Regexp) FindSubmatch(b []byte) [][]byte { return r.compiled().FindSubmatch(b) }
func (r *Regexp) FindAllSubmatch(b []byte, n int) [][][]byte {
	return r.compiled().FindAllSubmatch(b, n)
}

func (r *Regexp) ReplaceAllFunc(b []byte, with func([]byte) []byte) []byte {
	return r.compiled().ReplaceAllFunc(b, with)
}

package own

import (
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/vm"
	"go.yaml.in/yaml/v3"

	"fuhe"
	"fuhe/score"
)

// check is one check of the file, compiled.
type check struct {
	id       string
	severity fuhe.Severity
	field    fuhe.Field
	message  fuhe.Phrase
	expr     string
	program  *vm.Program
	scope    score.Scope // of a check over several forms; "" for one on each form
}

// list is the list of which each row is checked; "" for a check of the whole form.
func (c *check) list() string {
	list, _, each := strings.Cut(strings.TrimPrefix(string(c.field), "/"), "/*/")
	if !each {
		return ""
	}
	return list
}

// compile compiles the expression of a check. A fault in it is given at its own line and column: those of the expression,
// counted on from where it stands in the file.
func (l *loader) compile(c *check, n *yaml.Node) bool {
	text, ok := l.text(n)
	if !ok {
		return false
	}
	c.expr = strings.TrimSpace(text)
	if len([]rune(c.expr)) > maxExpressionRunes {
		l.wrong(n, "%s：表达式超过 %d 字", "%s: the expression is longer than %d characters", c.id, maxExpressionRunes)
		return false
	}
	program, wrong := compiled(c.expr, c.list(), c.scope)
	if wrong == nil {
		c.program = program
		return true
	}
	line, column := place(n, wrong.line, wrong.column)
	if now := today(c.expr); now != "" {
		if _, still := compiled(now, c.list(), c.scope); still == nil {
			l.wrongAt(line, column, "%s：这是旧版（CEL）的写法，现在写作：%s", "%s: this is how it was written in CEL; write: %s", c.id, now)
			return false
		}
	}
	l.wrongAt(line, column, "%s：%s", "%s: %s", c.id, wrong.text.In(l.lang))
	return false
}

// wrong is what keeps an expression from being compiled: lines count from 1, columns from 0.
type wrong struct {
	line, column int
	text         fuhe.Phrase
}

// compiled compiles an expression; list is that of the row it speaks of, or "", scope that of several forms, or "".
func compiled(text, list string, scope score.Scope) (*vm.Program, *wrong) {
	patch := &exactly{source: []rune(text)}
	names := vocabulary(list)
	if scope != "" {
		names = groupVocabulary()
	}
	options := append(functions(), expr.Env(names), expr.MaxNodes(maxExpressionNodes), expr.Optimize(false), expr.Patch(patch))
	program, err := expr.Compile(text, options...)
	if len(patch.vetted) > 0 {
		m := patch.vetted[0]
		at := (&file.Error{Location: file.Location{From: m.at}}).Bind(file.NewSource(text))
		return nil, &wrong{at.Line, at.Column, fuhe.Phrase{ZH: m.zh, EN: m.en}}
	}
	if err != nil {
		var at *file.Error
		if errors.As(err, &at) {
			return nil, &wrong{at.Line, at.Column, inWords(at.Message)}
		}
		return nil, &wrong{1, 0, inWords(err.Error())}
	}
	root := program.Node()
	kind := kindOf(root)
	if t := root.Type(); kind == "" && t != nil && t.Kind() != reflect.Bool && t.Kind() != reflect.Interface {
		kind = t.String()
	}
	if kind != "" {
		return nil, &wrong{1, 0, fuhe.Phrase{ZH: "表达式的结果应是真或假，这个给出的是 " + kind, EN: "an expression that is true or false is wanted, this one gives a " + kind}}
	}
	return program, nil
}

// place is where a line and column of an expression stand in the file: lines of it count from 1, columns from 0. In a block
// (|) the text begins on the line below and its indentation is not known, so the line is right and the column at least it.
func place(n *yaml.Node, line, column int) (int, int) {
	switch {
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return n.Line + line, column + 1
	case line > 1:
		return n.Line + line - 1, column + 1
	case n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0:
		return n.Line, n.Column + 1 + column
	}
	return n.Line, n.Column + column
}

// run evaluates the check on a report: once, or for each row.
func (c *check) run(r *fuhe.Report, lang fuhe.Lang) []fuhe.Finding {
	vars, list := variables(r), c.list()
	if list == "" {
		return c.evaluate(vars, c.field, lang)
	}
	var out []fuhe.Finding
	for i, row := range vars[list].([]any) {
		vars["row"] = row
		at := fuhe.Field(strings.Replace(string(c.field), "*", fmt.Sprint(i), 1))
		out = append(out, c.evaluate(vars, at, lang)...)
	}
	return out
}

// evaluate gives a finding where the expression is false, and a note where it could not be evaluated: a figure that is not
// there, or more work than is allowed.
func (c *check) evaluate(vars map[string]any, at fuhe.Field, lang fuhe.Lang) []fuhe.Finding {
	return c.evaluateWithin(vars, at, lang, 0)
}

// failed is the note of a check that could not be evaluated.
func (c *check) failed(at fuhe.Field, why string, lang fuhe.Lang) fuhe.Finding {
	return fuhe.Finding{Field: at, Working: c.expr, Severity: fuhe.Note, Message: fuhe.Phrase{ZH: "自定义检查" + c.id + "无法核对：", EN: "check " + c.id + " could not be evaluated: "}.In(lang) + why}
}

// evaluateWithin does the same with more work allowed for each of so many forms.
func (c *check) evaluateWithin(vars map[string]any, at fuhe.Field, lang fuhe.Lang, forms int) []fuhe.Finding {
	vars[meterName] = &meter{steps: -forms * stepsPerForm}
	machine := vm.VM{MemoryBudget: maxElements + uint(forms)*elementsPerForm}
	result, err := machine.Run(c.program, vars)
	if err != nil {
		return []fuhe.Finding{c.failed(at, reason(err).In(lang), lang)}
	}
	f := fuhe.Finding{Field: at, Working: c.expr}
	holds, isBool := result.(bool)
	if holds && isBool {
		return nil
	}
	if !isBool {
		f.Severity = fuhe.Note
		f.Message = fuhe.Phrase{ZH: "自定义检查" + c.id + "的结果不是真或假", EN: "check " + c.id + " gives neither true nor false"}.In(lang)
		return []fuhe.Finding{f}
	}
	if f.Message = c.message.In(lang); f.Message == "" {
		f.Message = fuhe.Phrase{ZH: "不符合自定义检查" + c.id, EN: "check " + c.id + " does not hold"}.In(lang)
	}
	return []fuhe.Finding{f}
}

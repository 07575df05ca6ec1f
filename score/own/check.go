package own

import (
	"strings"

	"cel.dev/cel-go/cel"
	"go.yaml.in/yaml/v3"

	"fuhe"
)

// check is one check of the file, compiled.
type check struct {
	id       string
	severity fuhe.Severity
	field    fuhe.Field
	message  fuhe.Phrase
	expr     string
	program  cel.Program
}

// eachRow reports whether the check is one of every row of a list.
func (c *check) eachRow() bool { return strings.Contains(string(c.field), "/*/") }

// compile compiles the expression of a check. A fault in it is given at its own line and column: those of the expression,
// counted on from where it stands in the file.
func (l *loader) compile(c *check, n *yaml.Node) bool {
	text, ok := l.text(n)
	if !ok {
		return false
	}
	if l.cel == nil {
		env, err := newEnvironments()
		if err != nil {
			l.wrong(n, "CEL cannot be set up: %v", err)
			return false
		}
		l.cel = env
	}
	env := l.cel.form
	if c.eachRow() {
		env = l.cel.row
	}
	c.expr = strings.TrimSpace(text)
	ast, issues := env.Compile(c.expr)
	if issues.Err() != nil {
		for _, e := range issues.Errors() {
			line, column := place(n, e.Location.Line(), e.Location.Column())
			l.wrongAt(line, column, "%s: %s", c.id, e.Message)
		}
		return false
	}
	if t := ast.OutputType(); !t.IsExactType(cel.BoolType) && !t.IsExactType(cel.DynType) {
		l.wrong(n, "%s: an expression that is true or false is wanted, this one gives %s", c.id, t)
		return false
	}
	program, err := env.Program(ast, cel.CostLimit(maxCost))
	if err != nil {
		l.wrong(n, "%s: %v", c.id, err)
		return false
	}
	c.program = program
	return true
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
	vars := variables(r)
	if !c.eachRow() {
		return c.evaluate(r, vars, c.field, lang)
	}
	list, key, _ := strings.Cut(strings.TrimPrefix(string(c.field), "/"), "/*/")
	var out []fuhe.Finding
	for i, row := range vars[list].(rows) {
		vars["row"] = row
		at := fuhe.IndicatorField(i, key)
		if list == "funds" {
			at = fuhe.FundField(i, key)
		}
		out = append(out, c.evaluate(r, vars, at, lang)...)
	}
	return out
}

// evaluate gives a finding where the expression is false, and a note where it could not be evaluated: a figure that is not
// there, or more work than is allowed.
func (c *check) evaluate(r *fuhe.Report, vars map[string]any, at fuhe.Field, lang fuhe.Lang) []fuhe.Finding {
	result, _, err := c.program.Eval(vars)
	f := fuhe.Finding{Field: at, Working: c.expr}
	if err != nil {
		f.Severity = fuhe.Note
		f.Message = fuhe.Phrase{ZH: "自定义检查" + c.id + "无法核对：", EN: "check " + c.id + " could not be evaluated: "}.In(lang) + err.Error()
		return []fuhe.Finding{f}
	}
	holds, isBool := result.Value().(bool)
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

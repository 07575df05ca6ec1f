package own

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"fuhe"
	"fuhe/score"
)

// loader walks the nodes of a file, so that every fault has its place.
type loader struct {
	name   string
	lang   fuhe.Lang
	rules  *Rules
	faults faults
	ids    map[string]bool
}

// file reads the document.
func (l *loader) file(n *yaml.Node) {
	l.mapping(n, map[string]func(*yaml.Node){
		"off": l.off, "severity": l.severities, "profile": l.profile, "checks": l.checks,
	})
}

// mapping gives each value of a mapping to the function of its key; other keys are faults, and so are repeated ones.
func (l *loader) mapping(n *yaml.Node, keys map[string]func(*yaml.Node)) {
	if n.Kind != yaml.MappingNode {
		l.wrong(n, "这里应是映射，可有的键：%s", "a mapping is wanted, of %s", strings.Join(slices.Sorted(maps.Keys(keys)), ", "))
		return
	}
	seen := make(map[string]bool)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, v := n.Content[i], n.Content[i+1]
		read, known := keys[key.Value]
		switch {
		case !known:
			l.wrong(key, "没有键 %q；可有的键：%s", "unknown key %q; there are %s", key.Value, strings.Join(slices.Sorted(maps.Keys(keys)), ", "))
		case seen[key.Value]:
			l.wrong(key, "键 %q 出现了两次", "key %q stands here twice", key.Value)
		case v.Kind == yaml.AliasNode:
			l.wrong(v, "不支持 YAML 引用", "aliases are not supported")
		default:
			read(v)
		}
		seen[key.Value] = true
	}
}

// list gives each element of a sequence to a function.
func (l *loader) list(n *yaml.Node, read func(*yaml.Node)) {
	if n.Kind != yaml.SequenceNode {
		l.wrong(n, "这里应是列表", "a list is wanted")
		return
	}
	for _, e := range n.Content {
		read(e)
	}
}

func (l *loader) text(n *yaml.Node) (string, bool) {
	if n.Kind != yaml.ScalarNode || n.Value == "" {
		l.wrong(n, "这里应是文字", "a text is wanted")
		return "", false
	}
	return n.Value, true
}

// whole reads a whole number between two bounds.
func (l *loader) whole(n *yaml.Node, low, high int) (int, bool) {
	v, err := strconv.Atoi(n.Value)
	if n.Kind != yaml.ScalarNode || err != nil || v < low || v > high {
		l.wrong(n, "这里应是 %d 至 %d 的整数", "a whole number from %d to %d is wanted", low, high)
		return 0, false
	}
	return v, true
}

func (l *loader) yes(n *yaml.Node) (bool, bool) {
	if n.Kind != yaml.ScalarNode || n.Value != "true" && n.Value != "false" {
		l.wrong(n, "这里应是 true 或 false", "true or false is wanted")
		return false, false
	}
	return n.Value == "true", true
}

// rule reads the ID of a rule of the catalogue.
func (l *loader) rule(n *yaml.Node) (string, bool) {
	id, ok := l.text(n)
	if ok && score.Find(id) == nil {
		l.wrong(n, "没有规则 %q", "there is no rule %q", id)
		return "", false
	}
	return id, ok
}

func (l *loader) off(n *yaml.Node) {
	off := make(map[string]bool)
	l.list(n, func(e *yaml.Node) {
		if family := ofFamily(e.Value); e.Kind == yaml.ScalarNode && len(family) > 0 {
			for _, id := range family {
				off[id] = true
			}
		} else if id, ok := l.rule(e); ok {
			off[id] = true
		}
	})
	l.rules.overlay.Off = off
}

// ofFamily are the rules whose family has that letter: Q for all about the quality of indicators.
func ofFamily(letter string) []string {
	var ids []string
	for _, r := range score.Rules() {
		if r.ID[:1] == letter {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

func (l *loader) severities(n *yaml.Node) {
	if n.Kind != yaml.MappingNode {
		l.wrong(n, "这里应是“规则: 级别”的映射", "a mapping of rules to severities is wanted")
		return
	}
	out := make(map[string]fuhe.Severity)
	for i := 0; i+1 < len(n.Content); i += 2 {
		id, okRule := l.rule(n.Content[i])
		s, okSeverity := l.level(n.Content[i+1])
		if okRule && okSeverity {
			out[id] = s
		}
	}
	l.rules.overlay.Severity = out
}

func (l *loader) level(n *yaml.Node) (fuhe.Severity, bool) {
	s := fuhe.Severity(n.Value)
	if n.Kind != yaml.ScalarNode || s.Rank() == 0 {
		l.wrong(n, "这里应是 error、warning 或 note", "error, warning or note is wanted")
		return "", false
	}
	return s, true
}

// isOwnID tells the form of the ID of an own check, U and three digits: never that of a rule of the catalogue.
func isOwnID(id string) bool {
	digits, ok := strings.CutPrefix(id, "U")
	return ok && len(digits) == 3 && strings.Trim(digits, "0123456789") == ""
}

func (l *loader) checks(n *yaml.Node) {
	l.ids = make(map[string]bool)
	count := 0
	l.list(n, func(e *yaml.Node) {
		if count++; count == maxChecks+1 {
			l.wrong(e, "检查超过 %d 条", "more than %d checks", maxChecks)
		}
		if count <= maxChecks {
			l.check(e)
		}
	})
}

// check reads and compiles one check.
func (l *loader) check(n *yaml.Node) {
	before := len(l.faults)
	c := check{severity: fuhe.Warning, field: "/total/score"}
	var expr *yaml.Node
	l.mapping(n, map[string]func(*yaml.Node){
		"id":       func(v *yaml.Node) { c.id = l.checkID(v) },
		"severity": func(v *yaml.Node) { c.severity, _ = l.level(v) },
		"field":    func(v *yaml.Node) { c.field = l.field(v) },
		"expr":     func(v *yaml.Node) { expr = v },
		"message":  func(v *yaml.Node) { c.message = l.phrase(v) },
		"scope":    func(v *yaml.Node) { c.scope = l.scope(v) },
	})
	switch {
	case len(l.faults) > before:
		return
	case c.id == "":
		l.wrong(n, "检查缺少编号 id", "a check needs an id")
		return
	case expr == nil:
		l.wrong(n, "检查 %s 缺少 expr", "check %s needs an expr", c.id)
		return
	}
	if c.scope != "" && c.list() != "" {
		l.wrong(n, "检查 %s 对多张表，field 不能有 *", "check %s is over several forms: its field has no star", c.id)
		return
	}
	if l.compile(&c, expr) && c.scope != "" {
		l.rules.overlay.Groups = append(l.rules.overlay.Groups, score.OwnGroupCheck{ID: c.id, Severity: c.severity, Scope: c.scope, Field: c.field, Run: c.runGroup})
		l.rules.seen.take(c.program.Node())
		l.rules.overlay.See = l.rules.seen.see
	} else if c.program != nil {
		l.rules.overlay.Checks = append(l.rules.overlay.Checks, score.OwnCheck{ID: c.id, Severity: c.severity, Run: c.run})
	}
}

// scope reads which forms a check over several of them sees.
func (l *loader) scope(n *yaml.Node) score.Scope {
	s := score.Scope(n.Value)
	if n.Kind != yaml.ScalarNode || !slices.Contains(scopes, s) {
		l.wrong(n, "scope 应为 unit、year 或 all", "scope takes unit, year or all")
		return ""
	}
	return s
}

func (l *loader) checkID(n *yaml.Node) string {
	id, ok := l.text(n)
	switch {
	case !ok:
	case !isOwnID(id):
		l.wrong(n, "检查的编号是 U 加三位数字，如 U001", "the id of a check is U and three digits, as U001")
	case l.ids[id]:
		l.wrong(n, "编号 %s 出现了两次", "id %s stands here twice", id)
	default:
		l.ids[id] = true
		return id
	}
	return ""
}

// phrase reads a message: one text for both languages, or one for each.
func (l *loader) phrase(n *yaml.Node) fuhe.Phrase {
	if n.Kind == yaml.ScalarNode {
		s, _ := l.text(n)
		return fuhe.Phrase{ZH: s, EN: s}
	}
	var p fuhe.Phrase
	l.mapping(n, map[string]func(*yaml.Node){
		"zh": func(v *yaml.Node) { p.ZH, _ = l.text(v) },
		"en": func(v *yaml.Node) { p.EN, _ = l.text(v) },
	})
	if p.ZH == "" {
		p.ZH = p.EN
	}
	if p.EN == "" {
		p.EN = p.ZH
	}
	return p
}

// field reads where a finding stands; a star for the row makes the check one of every row.
func (l *loader) field(n *yaml.Node) fuhe.Field {
	s, ok := l.text(n)
	if !ok {
		return ""
	}
	f := fuhe.Field(s)
	if blank().Entry(firstRow(s)) == nil {
		l.wrong(n, "没有字段 %q；写法见报告的 JSON，如 /total/score 或 /indicators/*/score", "there is no field %q; see the JSON of a report, as /total/score or /indicators/*/score", s)
	}
	return f
}

// firstRow is a field with its row, a star or a number, exchanged for the first one.
func firstRow(field string) fuhe.Field {
	parts := strings.Split(field, "/")
	for i, part := range parts {
		if part == "*" || part != "" && len(part) <= 4 && strings.Trim(part, "0123456789") == "" {
			parts[i] = "0"
		}
	}
	return fuhe.Field(strings.Join(parts, "/"))
}

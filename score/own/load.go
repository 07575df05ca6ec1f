package own

import (
	"maps"
	"regexp"
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
	rules  *Rules
	faults faults
	ids    map[string]bool
	cel    *environments // set up for the first check
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
		l.wrong(n, "a mapping is wanted, of %s", strings.Join(slices.Sorted(maps.Keys(keys)), ", "))
		return
	}
	seen := make(map[string]bool)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, v := n.Content[i], n.Content[i+1]
		read, known := keys[key.Value]
		switch {
		case !known:
			l.wrong(key, "unknown key %q; there are %s", key.Value, strings.Join(slices.Sorted(maps.Keys(keys)), ", "))
		case seen[key.Value]:
			l.wrong(key, "key %q stands here twice", key.Value)
		case v.Kind == yaml.AliasNode:
			l.wrong(v, "aliases are not supported")
		default:
			read(v)
		}
		seen[key.Value] = true
	}
}

// list gives each element of a sequence to a function.
func (l *loader) list(n *yaml.Node, read func(*yaml.Node)) {
	if n.Kind != yaml.SequenceNode {
		l.wrong(n, "a list is wanted")
		return
	}
	for _, e := range n.Content {
		read(e)
	}
}

func (l *loader) text(n *yaml.Node) (string, bool) {
	if n.Kind != yaml.ScalarNode || n.Value == "" {
		l.wrong(n, "a text is wanted")
		return "", false
	}
	return n.Value, true
}

// whole reads a whole number between two bounds.
func (l *loader) whole(n *yaml.Node, low, high int) (int, bool) {
	v, err := strconv.Atoi(n.Value)
	if n.Kind != yaml.ScalarNode || err != nil || v < low || v > high {
		l.wrong(n, "a whole number from %d to %d is wanted", low, high)
		return 0, false
	}
	return v, true
}

func (l *loader) yes(n *yaml.Node) (bool, bool) {
	if n.Kind != yaml.ScalarNode || n.Value != "true" && n.Value != "false" {
		l.wrong(n, "true or false is wanted")
		return false, false
	}
	return n.Value == "true", true
}

// rule reads the ID of a rule of the catalogue.
func (l *loader) rule(n *yaml.Node) (string, bool) {
	id, ok := l.text(n)
	if ok && score.Find(id) == nil {
		l.wrong(n, "there is no rule %q", id)
		return "", false
	}
	return id, ok
}

func (l *loader) off(n *yaml.Node) {
	off := make(map[string]bool)
	l.list(n, func(e *yaml.Node) {
		if id, ok := l.rule(e); ok {
			off[id] = true
		}
	})
	l.rules.overlay.Off = off
}

func (l *loader) severities(n *yaml.Node) {
	if n.Kind != yaml.MappingNode {
		l.wrong(n, "a mapping of rules to severities is wanted")
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
		l.wrong(n, "error, warning or note is wanted")
		return "", false
	}
	return s, true
}

// ownID is the form of the ID of an own check: never that of a rule of the catalogue.
var ownID = regexp.MustCompile(`^U[0-9]{3}$`)

func (l *loader) checks(n *yaml.Node) {
	l.ids = make(map[string]bool)
	count := 0
	l.list(n, func(e *yaml.Node) {
		if count++; count == maxChecks+1 {
			l.wrong(e, "more than %d checks", maxChecks)
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
	})
	switch {
	case len(l.faults) > before:
		return
	case c.id == "":
		l.wrong(n, "a check needs an id")
		return
	case expr == nil:
		l.wrong(n, "check %s needs an expr", c.id)
		return
	}
	if l.compile(&c, expr) {
		l.rules.overlay.Checks = append(l.rules.overlay.Checks, score.OwnCheck{ID: c.id, Severity: c.severity, Run: c.run})
	}
}

func (l *loader) checkID(n *yaml.Node) string {
	id, ok := l.text(n)
	switch {
	case !ok:
	case !ownID.MatchString(id):
		l.wrong(n, "the id of a check is U and three digits, as U001")
	case l.ids[id]:
		l.wrong(n, "id %s stands here twice", id)
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
	blank := fuhe.Report{Funds: make([]fuhe.Fund, 1), Indicators: make([]fuhe.Indicator, 1)}
	f := fuhe.Field(s)
	if blank.Entry(fuhe.Field(strings.Replace(rowNumber.ReplaceAllString(s, "/0/"), "/*/", "/0/", 1))) == nil {
		l.wrong(n, "there is no field %q; see the JSON of a report, as /total/score or /indicators/*/score", s)
	}
	return f
}

var rowNumber = regexp.MustCompile(`/[0-9]{1,4}/`)

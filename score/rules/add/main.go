// Command add lays down what a new rule needs: its file with the constant and its check, its place in the catalogue, and its
// test. Run at the top of the repository:
//
//	go run ./score/rules/add I310 points-without-weight
//
// What is left to write is marked TODO, and tests fail until it is written: a rule that is not described in both languages,
// or has no form it speaks on and none it is silent on, does not pass. RULES.md follows with
// `go test ./score -run RULES -update`.
package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: go run ./score/rules/add ID NAME, as in: I310 points-without-weight")
		os.Exit(2)
	}
	written, err := add("score", os.Args[1], os.Args[2])
	for _, path := range written {
		fmt.Println(path)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "add:", err)
		os.Exit(1)
	}
}

var (
	isID   = regexp.MustCompile(`^[A-Z][1-9][0-9]{2}$`)
	isName = regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
)

// add writes the files of a rule under the folder of package score and names them. Nothing is overwritten.
func add(score, id, name string) ([]string, error) {
	if !isID.MatchString(id) || !isName.MatchString(name) {
		return nil, fmt.Errorf("%s %s: an ID is a letter of a family and three digits, a name is small letters and dashes", id, name)
	}
	code := filepath.Join(score, "rules", strings.ReplaceAll(name, "-", "")+".go")
	test := filepath.Join(score, "rulebook", "testdata", id+".txtar")
	for _, path := range []string{code, test} {
		if _, err := os.Lstat(path); err == nil {
			return nil, fmt.Errorf("%s is there already", path)
		} else if !errors.Is(err, os.ErrNotExist) {
			return nil, err
		}
	}
	catalogue := filepath.Join(score, "rules", "rule.go")
	changed, err := enter(filepath.Join(score, "rules"), catalogue, id, variable(name))
	if err != nil {
		return nil, err
	}
	var written []string
	for _, f := range []struct{ path, text string }{
		{code, fill(codeTemplate, id, name)}, {test, fill(testTemplate, id, name)}, {catalogue, changed},
	} {
		if err := os.WriteFile(f.path, []byte(f.text), 0o644); err != nil {
			return written, err
		}
		written = append(written, f.path)
	}
	return written, nil
}

// variable is the Go name of a rule: points-without-weight is pointsWithoutWeight.
func variable(name string) string {
	words := strings.Split(name, "-")
	for i := range words[1:] {
		words[i+1] = upper(words[i+1])
	}
	return strings.Join(words, "")
}

func upper(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

func fill(template, id, name string) string {
	v := variable(name)
	return strings.NewReplacer("{ID}", id, "{name}", name, "{Variable}", upper(v), "{variable}", v).Replace(template)
}

var declared = regexp.MustCompile(`(?m)^var (\w+) = &Rule\{\n\tID: "([A-Z]\d+)"`)

// enter puts a rule into the catalogue, behind the last of its family.
func enter(rules, catalogue, id, variable string) (string, error) {
	files, err := filepath.Glob(filepath.Join(rules, "*.go"))
	if err != nil {
		return "", err
	}
	ids := make(map[string]string) // by variable
	for _, path := range files {
		raw, err := os.ReadFile(path)
		if err != nil {
			return "", err
		}
		for _, m := range declared.FindAllStringSubmatch(string(raw), -1) {
			ids[m[1]] = m[2]
			if m[2] == id {
				return "", fmt.Errorf("%s is %s in %s: an ID is for ever", id, m[1], path)
			}
		}
	}
	raw, err := os.ReadFile(catalogue)
	if err != nil {
		return "", err
	}
	head, list, found := strings.Cut(string(raw), "var onOneForm = []*Rule{\n")
	list, tail, closed := strings.Cut(list, "\n}\n")
	if !found || !closed {
		return "", fmt.Errorf("%s: no list onOneForm", catalogue)
	}
	lines := strings.Split(list, "\n")
	at := len(lines)
	for i, line := range lines {
		for word := range strings.SplitSeq(strings.Trim(line, "\t,"), ", ") {
			if strings.HasPrefix(ids[word], id[:1]) {
				at = i
			}
		}
	}
	if at == len(lines) {
		lines = append(lines, "\t"+variable+",")
	} else {
		lines[at] += " " + variable + ","
	}
	return head + "var onOneForm = []*Rule{\n" + strings.Join(lines, "\n") + "\n}\n" + tail, nil
}

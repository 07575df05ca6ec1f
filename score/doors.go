package score

import (
	"io"

	"fuhe"
	"fuhe/score/across"
	"fuhe/score/foot"
	"fuhe/score/profile"
	"fuhe/score/rulebook"
	"fuhe/score/rules"
)

// Spill is where a comparison keeps what does not fit into memory, see across.Spill.
type Spill = across.Spill

// Profiles are the IDs of the rule profiles that a user may name.
func Profiles() []string { return profile.IDs() }

// HasProfile reports whether there is a profile with that ID; "" and "auto" are told from the form.
func HasProfile(id string) bool { return profile.Has(id) }

// Rules is the catalogue in order of ID.
func Rules() []*rules.Rule { return rules.Rules() }

// Same is what copies of a form share, "" for a form that may be like none.
func Same(r *fuhe.Report) string { return across.Same(r) }

// Find is the rule with an ID, nil when there is none.
func Find(id string) *rules.Rule { return rules.Find(id) }

// Describe is a rule as `fuhe rules ID` shows it.
func Describe(r *rules.Rule, lang fuhe.Lang) string { return rulebook.Describe(r, lang) }

// DescribeProfiles are the rule profiles as `fuhe rules --profiles` shows them.
func DescribeProfiles(lang fuhe.Lang) string { return rulebook.Profiles(lang) }

// Rolls are what the forms of a run come to by unit and year, see across.Rolls.
func Rolls(documents []fuhe.Document, found []fuhe.Across) []fuhe.Roll {
	return across.Rolls(documents, found)
}

// Foot adds a table up, see foot.Check.
func Foot(t *fuhe.Table) []fuhe.TableFinding { return foot.Check(t) }

// ReadAliases reads names that are one for Options.Aliases, see across.ReadAliases.
func ReadAliases(r io.Reader, lang fuhe.Lang) (across.Aliases, error) {
	return across.ReadAliases(r, lang)
}

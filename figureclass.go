package fuhe

// Figure is what became of one printed figure of a report.
type Figure struct {
	Field   Field    `json:"field"` // the entry; of a figure that is none, the part it would stand in: "/funds"
	Class   Class    `json:"class"`
	By      []string `json:"by"`                // the rules that found it right, or that named it
	Because string   `json:"because,omitempty"` // unchecked: why
	At      *Source  `json:"at,omitempty"`      // of a figure that is no entry
	Text    string   `json:"text,omitempty"`    // the same, as printed
}

// Class is what became of a figure.
type Class string

const (
	Agrees    Class = "agree"     // recomputed or cross-checked, and right
	Differs   Class = "differ"    // in an error
	Judged    Class = "judgement" // in a warning or note that a person must judge
	Unchecked Class = "unchecked" // no rule could check it
)

// Tick is the mark that an auditor puts beside a figure (审计标识): ✓ agrees, ✗ differs, ? for a person to judge, ○ unchecked.
func (c Class) Tick() string {
	switch c {
	case Agrees:
		return "✓"
	case Differs:
		return "✗"
	case Judged:
		return "?"
	}
	return "○"
}

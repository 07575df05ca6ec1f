package fuhe

// Severity says what a finding asks of its reader.
type Severity string

const (
	Error   Severity = "error"   // the printed figures contradict each other or the arithmetic
	Warning Severity = "warning" // against the rules or unsupported: a person must judge
	Note    Severity = "note"    // worth knowing, or could not be checked
)

// Rank orders severities: note 1, warning 2, error 3, anything else 0.
func (s Severity) Rank() int {
	switch s {
	case Note:
		return 1
	case Warning:
		return 2
	case Error:
		return 3
	}
	return 0
}

// Effect says what a correction of the entry would change on the form.
type Effect string

const (
	NoEffect    Effect = "none"
	ScoreEffect Effect = "score" // a score or the total changes
	GradeEffect Effect = "grade" // the total changes its grade
)

// Finding is one thing to know about one entry of a report.
type Finding struct {
	ID         string   `json:"id"`   // stable for the same form and entry, so that two runs can be compared
	Rule       string   `json:"rule"` // "F102"
	Severity   Severity `json:"severity"`
	Effect     Effect   `json:"effect"`
	Field      Field    `json:"field"`
	At         Source   `json:"at"`
	Inputs     []Field  `json:"inputs,omitempty"`     // what the entry was computed from
	Published  string   `json:"published,omitempty"`  // as printed
	Recomputed string   `json:"recomputed,omitempty"` // at the same precision and unit; "" where nothing is recomputed
	Working    string   `json:"working,omitempty"`    // "147663.64 ÷ 412907 = 35.7619…%"
	Cause      *Cause   `json:"cause,omitempty"`      // the simplest explanation
	Causes     []Cause  `json:"causes,omitempty"`     // further ones, simpler first, never more than two
	Root       string   `json:"root,omitempty"`       // ID of the finding that carries the explanation of this one
	Inferred   bool     `json:"inferred,omitempty"`   // the form draws no rules: its entries are inferred from the places of texts
	Scanned    bool     `json:"scanned,omitempty"`    // the figures of the form were recognised in a picture
	Kept       string   `json:"kept,omitempty"`       // why a correction leaves the entry as it is printed; the message ends with it
	Message    string   `json:"message"`              // one sentence, in the language the report was scored in
}

// CauseKind names a slip that gives the published figure.
type CauseKind string

const (
	RoundedUp     CauseKind = "rounded-up"
	Truncated     CauseKind = "truncated"
	InitialBudget CauseKind = "initial-budget" // other denominator
	UnitSlip      CauseKind = "unit"           // percent against fraction, ×100, ×10 000
	Transposed    CauseKind = "transposed"     // two neighbouring digits swapped
	OneDigit      CauseKind = "one-digit"
	StaleTotal    CauseKind = "stale-total"
	HalfEven      CauseKind = "half-even"         // a half rounded to the even neighbour
	SourceBudget  CauseKind = "source-budget"     // a source's budget for a denominator
	CountedTwice  CauseKind = "counted-twice"     // a row added twice
	LeftOut       CauseKind = "left-out"          // a row not added
	Copied        CauseKind = "copied"            // the figure of a neighbouring row or entry
	Point         CauseKind = "point"             // the decimal point shifted: ×10, ÷10
	Inverse       CauseKind = "inverse"           // A ÷ B for B ÷ A
	Complement    CauseKind = "complement"        // what is missing to the whole: 1 − x
	Exchanged     CauseKind = "exchanged"         // two figures in each other's place
	LostMinus     CauseKind = "lost-minus"        // points taken off, printed without their minus
	RowTwice      CauseKind = "row-twice"         // a row printed twice
	BudgetWeight  CauseKind = "budget-weight"     // the weight of budget execution, not what follows from it
	RoundedParts  CauseKind = "rounding-of-parts" // half a unit for each part that was itself computed
	UnknownCause  CauseKind = "unknown"
)

// Cause is the simplest slip that gives the published figure. It is evidence, not a verdict.
type Cause struct {
	Kind CauseKind `json:"kind"`
	Text string    `json:"text"`
}

// Correction is the recomputed content of one derived entry. Inputs (amounts, targets, actuals, weights) never have one.
type Correction struct {
	Field     Field
	Rule      string // the rule whose formula was used
	Published Cell
	Corrected Cell // same place, same precision and unit as published
	Working   string
	// Formula is the spreadsheet formula that gives Corrected's cell value, without "=", its operands as {field}:
	// "ROUND({/funds/0/executed}/{/funds/0/adjusted_budget},4)". A % entry is a fraction in a spreadsheet: 35.76% is 0.3576.
	Formula string
	Because string // one sentence, in the language the report was scored in
}

// Coverage counts the printed figures of a report, each in exactly one class: the last four add up to Figures.
type Coverage struct {
	Figures   int `json:"figures"`
	Agree     int `json:"agree"`     // recomputed or cross-checked, and right
	Differ    int `json:"differ"`    // in an error
	Judgement int `json:"judgement"` // in a warning or note that a person must judge
	Unchecked int `json:"unchecked"` // no rule could check it
}

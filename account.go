package fuhe

// Account is a table of a final account or a budget that stands in a document beside its forms, recognised by its heading.
type Account struct {
	Kind     AccountKind `json:"kind"`
	Title    string      `json:"title"`
	Unit     string      `json:"unit"` // of its amounts: 元 or 万元; "" when it prints none
	Year     string      `json:"year"` // four digits; "" when its title has none
	At       Source      `json:"at"`
	Declared []Declared  `json:"declared,omitempty"` // of a table of targets
	Unread   string      `json:"unread,omitempty"`   // why it was recognised and not read; "" when it was
	Table    Table       `json:"-"`
}

// AccountKind is what a table of accounts tells.
type AccountKind string

const (
	BalanceAccount     AccountKind = "balance"      // 收入支出决算总表: all income beside all expenditure
	FiscalAccount      AccountKind = "fiscal"       // 财政拨款收入支出决算总表
	IncomeAccount      AccountKind = "income"       // 收入决算表, by function
	ExpenditureAccount AccountKind = "expenditure"  // 支出决算表, by function
	ThreePublicAccount AccountKind = "three-public" // “三公”经费支出决算表
	ProjectsAccount    AccountKind = "projects"     // 项目支出表: projects, a row each
	TargetsAccount     AccountKind = "targets"      // 绩效目标表
)

// Statement is a sum of the accounts as the running text of their document names it.
type Statement struct {
	Of     AccountKind `json:"of"`     // the table that has the sum
	Year   string      `json:"year"`   // four digits; "" when the sentence names none
	Text   string      `json:"text"`   // the words, without white space: 收、支总计22066.59万元
	Amount string      `json:"amount"` // of these the amount with its unit: 22066.59万元
	At     Source      `json:"at"`     // the line in which the amount begins
}

// Declared is a project with the targets that were set for it.
type Declared struct {
	Project     Cell        `json:"project"`
	Department  Cell        `json:"department"`
	Implementer Cell        `json:"implementer"`
	Indicators  []Indicator `json:"indicators"` // without actual values and scores
}

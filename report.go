package fuhe

import "cmp"

// Document is one input file (or one file inside a zip) and everything read from it.
type Document struct {
	Path      string       `json:"path"` // as given; inside a zip "a.zip/b.pdf"
	Bytes     int64        `json:"bytes"`
	Seconds   float64      `json:"seconds"` // that reading it took by the clock
	SHA256    string       `json:"sha256"`
	Format    Format       `json:"format"`
	Pages     int          `json:"pages,omitempty"`
	Readers   []PageReader `json:"readers,omitempty"`
	PageSizes []PageSize   `json:"page_sizes,omitempty"` // of the pages that were read: the frame of every box on them
	Reports   []*Report    `json:"reports"`
	Tables    []Table      `json:"tables,omitempty"`   // filled for the command `tables`
	Accounts  []Account    `json:"accounts,omitempty"` // tables of accounts beside the forms, recognised by their headings
	Unread    []Unread     `json:"unread"`

	Statements []Statement `json:"statements,omitempty"` // sums of the accounts as the text names them

	WithoutForm bool   `json:"without_form,omitempty"` // read whole, and no form is in it
	PassedOver  string `json:"passed_over,omitempty"`  // what it is, of a file that can hold no form: "PNG image"

	Outside []Outside `json:"outside,omitempty"` // what its pages hold besides the tables; filled for the command `tables`
}

// Format is the kind of a file, told from its content.
type Format string

const (
	PDF  Format = "pdf"
	OFD  Format = "ofd"
	XLSX Format = "xlsx"
	XLS  Format = "xls"
	DOCX Format = "docx"
	ODT  Format = "odt"
	ODS  Format = "ods"
	RTF  Format = "rtf"
	DOC  Format = "doc"
	HTML Format = "html"
	Text Format = "text"
)

// PageSize is how large a page is as it is shown, in points: turned, cropped, in units of the file's own.
type PageSize struct {
	Page     int     `json:"page"`
	Width    float64 `json:"width"`
	Height   float64 `json:"height"`
	Rotation int     `json:"rotation"` // degrees clockwise that the file asks to turn the page by
}

// PageReader says which reader read a page, and why that one.
type PageReader struct {
	Page    int    `json:"page"`
	Reader  string `json:"reader"` // "native" or "pdfium" for a PDF, "ofd"
	Because string `json:"because,omitempty"`
}

// Unread is something that looked like a form, or could have held one, and was not read.
type Unread struct {
	At     Source `json:"at"`
	Reason string `json:"reason"`
	Code   Code   `json:"code"`

	Worded *Phrase `json:"-"` // Reason in both languages, where it was made in both
}

// Code is the kind of a reason, for programs.
type Code string

const (
	Unsupported   Code = "unsupported" // a format that is not read
	Encrypted     Code = "encrypted"
	Damaged       Code = "damaged"
	Empty         Code = "empty"
	Scanned       Code = "scanned"  // a picture of a page
	Outlines      Code = "outlines" // text drawn as shapes
	TooLarge      Code = "too-large"
	Budget        Code = "budget" // a limit of what one file may hold
	Deadline      Code = "deadline"
	Memory        Code = "memory"
	ReaderDied    Code = "reader-died"
	NoPermission  Code = "no-permission"
	NotFound      Code = "not-found"
	UnknownLayout Code = "unknown-layout"
	Doubtful      Code = "doubtful" // read, and not to be relied on
)

// Status is what became of a document.
type Status string

const (
	StatusRead        Status = "read"
	StatusUnread      Status = "unread" // all of it, or a part
	StatusWithoutForm Status = "without-form"
	StatusPassedOver  Status = "passed-over"
)

// Status is read only when nothing of the document was left unread.
func (d *Document) Status() Status {
	switch {
	case len(d.Unread) > 0:
		return StatusUnread
	case d.PassedOver != "":
		return StatusPassedOver
	case d.WithoutForm:
		return StatusWithoutForm
	}
	return StatusRead
}

// Unit is whom a form counts for where forms are counted or chosen by unit: its department, or where it names none the unit
// that carries the project out.
func (r *Report) Unit() string { return cmp.Or(r.Department.Text, r.Implementer.Text) }

// Report is one form. Cells that the layout does not have are zero.
type Report struct {
	Form      string  `json:"form"` // layout id, "mof-2020"
	Profile   Profile `json:"profile"`
	Title     string  `json:"title"`
	Year      string  `json:"year"`       // four digits, "" when the form prints none
	MoneyUnit string  `json:"money_unit"` // 元 or 万元, the unit of all Funds amounts; "" when the form prints none

	// Inferred is true when the form draws no rules: which text is which entry was told from the places of the texts.
	Inferred bool `json:"inferred,omitempty"`
	// Scanned is true when the form, or a part of it, was recognised in a picture.
	Scanned bool `json:"scanned,omitempty"`

	// HiddenSheet is the sheet the form stands on, where that is hidden: whoever opens the workbook does not see it.
	HiddenSheet string `json:"hidden_sheet,omitempty"`

	Project     Cell `json:"project"`
	Department  Cell `json:"department"`  // 主管部门
	Implementer Cell `json:"implementer"` // 实施单位

	Funds      []Fund      `json:"funds"`                // the annual total first, then its sources as printed
	FundReason Cell        `json:"fund_reason,omitzero"` // 原因 of the annual total, where the money block asks for it
	Goals      Goals       `json:"goals"`
	Indicators []Indicator `json:"indicators"` // in print order
	Subtotals  []Subtotal  `json:"subtotals,omitempty"`
	Total      Total       `json:"total"`
	Sections   []Section   `json:"sections,omitempty"`

	HeaderTotal *Total `json:"header_total,omitempty"` // the total printed in the header, where the last row prints one too

	Findings []Finding `json:"findings"` // in the order of their entries on the form
	Coverage Coverage  `json:"coverage"`
	Figures  []Figure  `json:"figures"` // what became of each printed figure, in the order of the form

	Lost     []Lost  `json:"-"` // what is printed on the form and became no entry
	Headings []Cell  `json:"-"` // the headings and lines the layout was told from, as printed; profiles are chosen by them
	Printed  Printed `json:"-"` // the form as it stands on paper
}

// Profile is the rule profile a report is judged by, and why that one.
type Profile struct {
	ID      string `json:"id"`
	Because string `json:"because"`
}

// Fund is a row of the money block: the annual total (年度资金总额) or one of its sources (其中：当年财政拨款 …).
type Fund struct {
	Name           Cell `json:"name"`
	InitialBudget  Cell `json:"initial_budget"`  // 年初预算数
	AdjustedBudget Cell `json:"adjusted_budget"` // 全年预算数
	Executed       Cell `json:"executed"`        // 全年执行数
	Weight         Cell `json:"weight"`          // 分值
	ExecutionRate  Cell `json:"execution_rate"`  // 执行率
	Score          Cell `json:"score"`           // 得分

	Received Cell `json:"received,omitzero"` // 到位资金, where the form prints it
}

// Goals are the annual goals (年度总体目标), as set and as reached.
type Goals struct {
	Expected Cell `json:"expected"`
	Actual   Cell `json:"actual"`
}

// Indicator is a row of the indicator tree. A merged 一级指标 or 二级指标 cell is repeated on each row it covers, with
// the source of the merged cell.
type Indicator struct {
	Level1    Cell `json:"level1"`
	Level2    Cell `json:"level2"`
	Name      Cell `json:"name"`      // 三级指标
	Target    Cell `json:"target"`    // 年度指标值; a split target is joined: sign + value + unit
	Actual    Cell `json:"actual"`    // 实际完成值
	Weight    Cell `json:"weight"`    // 分值
	Score     Cell `json:"score"`     // 得分
	Deviation Cell `json:"deviation"` // 偏差原因分析及改进措施
}

// Total is the row 总分, or what stands for it in the header.
type Total struct {
	Weight Cell `json:"weight"`
	Score  Cell `json:"score"`
	Grade  Cell `json:"grade"`
}

// Subtotal is a row among the indicators that adds up some of them: 产出指标小计.
type Subtotal struct {
	Name   Cell `json:"name"`
	Weight Cell `json:"weight"`
	Score  Cell `json:"score"`
	Above  int  `json:"above"` // how many indicators stand above it
}

// Section is a part of the form whose heading prints the points it holds: 预算执行情况（10分）, 绩效指标（90分）, 得分（20分*执行率）.
type Section struct {
	Name   Cell         `json:"name"`   // the heading as printed
	Weight Number       `json:"-"`      // the points it prints
	Covers SectionCover `json:"covers"` // what it is the heading of
}

// SectionCover says what a section's points are made of.
type SectionCover string

const (
	CoversBudget     SectionCover = "budget"     // the budget execution score
	CoversIndicators SectionCover = "indicators" // all indicators
	CoversLevel1     SectionCover = "level1"     // the indicators whose Level1 stands at the same place: 产出指标（50分）
)

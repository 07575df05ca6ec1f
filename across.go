package fuhe

// Across is a finding that one form alone cannot give. It stands at one form, and what it rests on stands on others or in
// tables beside them.
type Across struct {
	Finding
	SHA256 string  `json:"sha256"` // of the document it stands in
	Path   string  `json:"path"`
	Report int     `json:"report"`           // which form of that document, from 0; -1 for a table beside the forms
	Inputs []Place `json:"inputs,omitempty"` // what it rests on, in other forms and on this one
	Match  *Match  `json:"match,omitempty"`  // how the forms were found to belong together; nil where nothing was matched
}

// Place is an entry of one of the forms of a run.
type Place struct {
	SHA256 string `json:"sha256"`
	Path   string `json:"path"`
	Report int    `json:"report"` // from 0; -1 for a table beside the forms
	Field  Field  `json:"field"`
	At     Source `json:"at"`
}

// Match says how two forms were found to belong together. What rests on one that is not sure is offered as a note, never
// asserted.
type Match struct {
	Sure    bool   `json:"sure"`
	Because string `json:"because"` // in the language the forms were compared in
}

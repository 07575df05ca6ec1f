package fuhe

// TableFinding is a place of a table where its sums do not close.
type TableFinding struct {
	Rule       string `json:"rule"` // "C101"
	Row        int    `json:"row"`
	Col        int    `json:"col"`
	Published  string `json:"published"`
	Recomputed string `json:"recomputed"`
	Working    string `json:"working"`
	Parts      []Spot `json:"parts,omitempty"` // the cells that were added up
}

// Spot is a place of a table, from 0.
type Spot struct {
	Row int `json:"row"`
	Col int `json:"col"`
}

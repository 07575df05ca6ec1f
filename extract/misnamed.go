package extract

import (
	"path"
	"path/filepath"
	"strings"

	"fuhe"
	"fuhe/extract/grid"
)

// sayMisnamed says, and reports, that a file is named like a document of another kind and holds plain text without a table: mostly
// what a server answered when it should have sent the document. Whether a form was in that is not known.
func sayMisnamed(doc *fuhe.Document, book grid.Book) bool {
	if !misnamed(doc, book) {
		return false
	}
	unread(doc, fuhe.Damaged, "named %s, but its content is text without a table: not the document that it should be — get it again", path.Ext(filepath.ToSlash(doc.Path)))
	return true
}

func misnamed(doc *fuhe.Document, book grid.Book) bool {
	if doc.Format != fuhe.Text || len(book.Grids) > 0 {
		return false
	}
	switch strings.ToLower(path.Ext(filepath.ToSlash(doc.Path))) {
	case ".pdf", ".ofd", ".xls", ".xlsx", ".xlsm", ".xlsb", ".et", ".doc", ".docx", ".docm", ".wps", ".odt", ".ods":
		return true
	}
	return false
}

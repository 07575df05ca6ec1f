package xlsx

import (
	"fmt"
	"strings"

	"fuhe"
)

// severalValues is the doubt about a cell that stores more than one value.
func severalValues(n int) *fuhe.Phrase {
	return &fuhe.Phrase{ZH: fmt.Sprintf("单元格里存有%d个值", n), EN: fmt.Sprintf("%d values stand in this cell", n)}
}

// showsPicture tells the functions that show a picture in their cell: WPS writes =DISPIMG("ID_…",1), Excel IMAGE.
func showsPicture(formula string) bool {
	formula = strings.TrimPrefix(strings.TrimPrefix(formula, "="), "_xlfn.")
	return strings.HasPrefix(formula, "DISPIMG(") || strings.HasPrefix(formula, "IMAGE(")
}

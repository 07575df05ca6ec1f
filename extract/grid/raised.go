package grid

import "strings"

// Raised is text set above the line, Lowered below it: digits there stay apart from those on the line, so that 10 with a
// raised 4 is not 104. Settle keeps what is raised behind a text apart as a mark.
func Raised(s string) string  { return superscript.Replace(s) }
func Lowered(s string) string { return subscript.Replace(s) }

// Levelled is text that Raised or Lowered took, back on the line.
func Levelled(s string) string { return levelled.Replace(s) }

var (
	superscript = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹", "-", "⁻", "+", "⁺",
		"(", "⁽", ")", "⁾", "（", "⁽", "）", "⁾", "[", "⁽", "]", "⁾", "a", "ᵃ", "b", "ᵇ", "c", "ᶜ", "d", "ᵈ", "e", "ᵉ", "n", "ⁿ", "i", "ⁱ")
	lowered   = strings.NewReplacer("⁰", "0", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9", "⁻", "-", "⁺", "+", "⁽", "(", "⁾", ")")
	subscript = strings.NewReplacer("0", "₀", "1", "₁", "2", "₂", "3", "₃", "4", "₄", "5", "₅", "6", "₆", "7", "₇", "8", "₈", "9", "₉")
	levelled  = strings.NewReplacer("⁰", "0", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9", "⁻", "-", "⁺", "+", "⁽", "(", "⁾", ")", "ᵃ", "a", "ᵇ", "b", "ᶜ", "c", "ᵈ", "d", "ᵉ", "e", "ⁿ", "n", "ⁱ", "i", "₀", "0", "₁", "1", "₂", "2", "₃", "3", "₄", "4", "₅", "5", "₆", "6", "₇", "7", "₈", "8", "₉", "9")
)

package html

import "testing"

// TestRaisedAsAWhole: a figure that is raised or lowered as a whole is no exponent of anything; beside others it is.
func TestRaisedAsAWhole(t *testing.T) {
	for content, text := range map[string]string{
		`<span style="position:relative;top:1.5pt;mso-text-raise:-1.5pt">-120.00</span>`:                        "-120.00",
		`<span style="position:relative;top:-3pt">98</span><span style="position:relative;top:-3pt">.5%</span>`: "98.5%",
		`12m<span style="position:relative;top:-3pt">2</span>`:                                                  "12m²", `<sup>10</sup><sub>4</sub>`: "¹⁰₄", `<sup>m²</sup>`: "m²",
	} {
		if got := second(t, "", content); got.Text != text || got.Doubt != nil {
			t.Errorf("%s is read as %q, doubt %v", content, got.Text, got.Doubt)
		}
	}
}

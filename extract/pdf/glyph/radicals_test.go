package glyph

import (
	"testing"

	"golang.org/x/text/unicode/norm"
)

// The radicals that real files were seen to hold.
func TestIdeograph(t *testing.T) {
	for radical, want := range map[rune]rune{
		0x2F6C: '目', 0x2FA6: '金', 0x2ED3: '长', 0x2EC6: '角', 0x2ED4: '门', 0x2EA0: '民',
		0x2F3E: '户', 0x2FAF: '面', 0x2FB7: '食', 0x2F74: '立', 0x2FA8: '門', 0x2ED8: '青', 0x2FB8: '首', 0x2ECB: '车',
		'目': '目', '5': '5', 0x2E9A: 0x2E9A, 0x2E7F: 0x2E7F, 0x2FD6: 0x2FD6,
	} {
		if got := Ideograph(radical); got != want {
			t.Errorf("%U is %c (%U), want %c", radical, got, got, want)
		}
	}
}

// Compatibility decomposition, another table of Unicode, says the same of all Kangxi radicals but the one that fonts of
// simplified Chinese draw as another character.
func TestKangxiAgreesWithDecomposition(t *testing.T) {
	for r := rune(0x2F00); r <= 0x2FD5; r++ {
		if got, want := string(Ideograph(r)), norm.NFKC.String(string(r)); got != want && r != 0x2F3E {
			t.Errorf("%U is %s, decomposes to %s", r, got, want)
		}
	}
}

package pdfium

import (
	_ "embed"
	"fmt"

	"github.com/klauspost/compress/s2"
)

// packed is PDFium: the WebAssembly module of go-pdfium as it is, packed with S2, which unpacks in a few thousandths of a
// second. TestProgramIsThatOfTheModule compares the two, and writes this one with -update.
//
//go:embed pdfium.wasm.s2
var packed []byte

// unpack is PDFium's code.
func unpack() ([]byte, error) {
	code, err := s2.Decode(nil, packed)
	if err != nil {
		return nil, fmt.Errorf("PDFium's code: %w", err)
	}
	return code, nil
}

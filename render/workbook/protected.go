package workbook

import (
	"bytes"
	"fmt"

	"github.com/xuri/excelize/v2"
)

// openInput is the workbook inside a file, decrypted when it is encrypted.
func openInput(input []byte, password string) (*pack, error) {
	if protected(input) {
		plain, err := excelize.Decrypt(input, &excelize.Options{Password: password})
		if err != nil {
			return nil, err
		}
		if !bytes.HasPrefix(plain, []byte("PK")) {
			return nil, fmt.Errorf("the password does not open it")
		}
		input = plain
	}
	return openPack(input)
}

// protected reports whether a workbook is encrypted.
func protected(input []byte) bool { return !bytes.HasPrefix(input, []byte("PK")) }

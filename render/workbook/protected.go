package workbook

import (
	"bytes"
	"fmt"

	"github.com/xuri/excelize/v2"
)

// openInput is the workbook inside a file, decrypted when it is encrypted.
func openInput(input []byte, password string) (*pack, error) {
	if Protected(input) {
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

// Protected reports whether a file is an encrypted Office file: a container that has nothing but what is encrypted.
func Protected(input []byte) bool {
	return bytes.HasPrefix(input, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) && bytes.Contains(input, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e"))
}

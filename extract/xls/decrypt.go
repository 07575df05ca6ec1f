package xls

import (
	"bytes"
	"crypto/md5"
	"crypto/rc4"
	"encoding/binary"
	"errors"
	"unicode/utf16"

	"fuhe/extract/grid"
)

// readOnlyPassword is what Excel encrypts a workbook with whose structure is only protected against changes; it opens such
// a workbook without asking.
const readOnlyPassword = "VelvetSweatshop"

// errOtherCipher is an encryption that is not undone here: that of Excel 95, and those of later cipher libraries.
var errOtherCipher = errors.New("it is encrypted in a way that fuhe does not undo — save it without a password, or as .xlsx")

// cipher is the key of a workbook encrypted as Excel 97 does: RC4, with a new key for every kilobyte of the stream.
type cipher struct {
	secret [5]byte
	block  int64 // of which the stream is at hand, -1 for none
	stream [cipherBlock]byte
}

const cipherBlock = 1024

// cipherOf finds the key by the record that says how the workbook is encrypted.
func cipherOf(rec record, password string) (*cipher, error) {
	f := fields{b: rec.parts[0]}
	kind, major, minor := f.u16(), f.u16(), f.u16()
	if kind != 1 || major != 1 || minor != 1 {
		return nil, errOtherCipher
	}
	salt, proof, hash := f.take(16), f.take(16), f.take(16)
	if f.cut {
		return nil, errCut
	}
	if password == "" {
		password = readOnlyPassword
	}
	c := &cipher{block: -1}
	first := md5.Sum(utf16Bytes(password))
	rounds := md5.Sum(bytes.Repeat(append(bytes.Clone(first[:5]), salt...), 16))
	copy(c.secret[:], rounds[:5])
	both := append(bytes.Clone(proof), hash...)
	c.apply(both, 0)
	if sum := md5.Sum(both[:16]); !bytes.Equal(sum[:], both[16:]) {
		return nil, grid.ErrEncrypted
	}
	return c, nil
}

func utf16Bytes(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return b
}

// apply decrypts what stands at a place of the stream.
func (c *cipher) apply(b []byte, at int64) {
	for i := range b {
		block := (at + int64(i)) / cipherBlock
		if block != c.block {
			key := md5.Sum(binary.LittleEndian.AppendUint32(bytes.Clone(c.secret[:]), uint32(block)))
			clear(c.stream[:])
			if r, err := rc4.NewCipher(key[:]); err == nil { // a key of 16 bytes is always one
				r.XORKeyStream(c.stream[:], c.stream[:])
			}
			c.block = block
		}
		b[i] ^= c.stream[(at+int64(i))%cipherBlock]
	}
}

// decrypted is the stream of an encrypted workbook in plain. Heads of records are not encrypted, nor are the records that
// say where and how things stand, but the key goes on under them.
func (c *cipher) decrypted(raw []byte) []byte {
	out := bytes.Clone(raw)
	for at := 0; at+4 <= len(out); {
		kind := int(binary.LittleEndian.Uint16(out[at:]))
		from := at + 4
		end := min(from+int(binary.LittleEndian.Uint16(out[at+2:])), len(out))
		switch kind {
		case recBOF, recFilePass, recInterface, recUserExclusive, recFileLock, recRevisions, recRevisionHead:
			from = end
		case recBoundSheet:
			from = min(from+4, end) // its place in the stream
		}
		c.apply(out[from:end], int64(from))
		at = end
	}
	return out
}

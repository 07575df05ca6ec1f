package recogniser

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
)

// Fields of the protocol buffers of ONNX: the properties of a model, and the name and the value of one.
const (
	fieldProperties = 14
	fieldName       = 1
	fieldValue      = 2
	propertyOfThem  = "character"
)

var errModel = errors.New("not an ONNX model that names its characters")

// alphabetOf is the alphabet of a model, as it stands in its properties, a character a line; behind those a space.
func alphabetOf(model []byte) ([]string, error) {
	for len(model) > 0 {
		field, body, rest, err := nextField(model)
		if err != nil {
			return nil, err
		}
		if model = rest; field != fieldProperties {
			continue
		}
		name, value := "", ""
		for len(body) > 0 {
			field, part, rest, err := nextField(body)
			if err != nil {
				return nil, err
			}
			switch body = rest; field {
			case fieldName:
				name = string(part)
			case fieldValue:
				value = string(part)
			}
		}
		if name == propertyOfThem {
			return charactersOf(value)
		}
	}
	return nil, errModel
}

func charactersOf(value string) ([]string, error) {
	characters := strings.Split(strings.TrimSuffix(value, "\n"), "\n")
	if len(characters) > maxCharacters {
		return nil, fmt.Errorf("a model of %d characters: more than %d", len(characters), maxCharacters)
	}
	return append(characters, " "), nil
}

// Kinds of fields on the wire.
const (
	wireNumber = 0
	wireEight  = 1
	wireBytes  = 2
	wireFour   = 5
)

// nextField is the first field of a message: its number, its bytes (nil for a number), and what follows.
func nextField(b []byte) (field int, body, rest []byte, err error) {
	tag, n := binary.Uvarint(b)
	if n <= 0 || tag>>3 == 0 || tag>>3 > 1<<29 {
		return 0, nil, nil, errModel
	}
	b = b[n:]
	size, skipped := uint64(0), 0
	switch tag & 7 {
	case wireNumber:
		if _, skipped = binary.Uvarint(b); skipped <= 0 {
			return 0, nil, nil, errModel
		}
	case wireEight:
		size = 8
	case wireFour:
		size = 4
	case wireBytes:
		if size, skipped = binary.Uvarint(b); skipped <= 0 {
			return 0, nil, nil, errModel
		}
	default:
		return 0, nil, nil, errModel
	}
	b = b[skipped:]
	if size > uint64(len(b)) {
		return 0, nil, nil, errModel
	}
	if tag&7 == wireBytes {
		body = b[:size]
	}
	return int(tag >> 3), body, b[size:], nil
}

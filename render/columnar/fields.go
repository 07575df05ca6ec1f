package columnar

import (
	"fmt"
	"reflect"
	"strings"
)

// kind is how Parquet keeps a value (its "physical type").
type kind int32

const (
	boolean kind = 0
	int32s  kind = 1
	int64s  kind = 2
	double  kind = 5
	texts   kind = 6 // BYTE_ARRAY
	fixed   kind = 7 // FIXED_LEN_BYTE_ARRAY
)

// decimalBytes is the size of a decimal: whole units in two's complement, the greatest byte first.
const decimalBytes = 16

// field is a column as the tag of a field of the struct describes it.
type field struct {
	index          int
	name           string
	kind           kind
	optional       bool
	dict           bool
	places, digits int32 // of decimals
}

// fieldsOf are the columns of a struct; fields without a tag are none.
func fieldsOf(t reflect.Type) ([]field, error) {
	var fields []field
	for i := range t.NumField() {
		name, options := columnOf(t.Field(i))
		if name == "" {
			continue
		}
		f := field{index: i, name: name}
		of := t.Field(i).Type
		if of.Kind() == reflect.Pointer {
			of = of.Elem()
			f.optional = true
		}
		if err := f.take(of, options); err != nil {
			return nil, fmt.Errorf("column %s of %s: %w", name, t, err)
		}
		fields = append(fields, f)
	}
	return fields, nil
}

// columnOf is the name and the options of the column of a field; no name when it has none.
func columnOf(f reflect.StructField) (name, options string) {
	name, options, _ = strings.Cut(f.Tag.Get("parquet"), ",")
	if name == "-" {
		name = ""
	}
	return name, options
}

// take takes the type of a field and the options of its tag.
func (f *field) take(of reflect.Type, options string) error {
	decimal, optional := false, false
	for _, option := range strings.Split(options, ",") {
		switch {
		case option == "":
		case option == "dict":
			f.dict = true
		case option == "optional":
			optional = true
		default:
			if _, err := fmt.Sscanf(option, "decimal(%d:%d)", &f.places, &f.digits); err != nil {
				return fmt.Errorf("unknown option %q", option)
			}
			decimal = true
		}
	}
	var known bool
	if f.kind, known = kindOf(of); !known {
		return fmt.Errorf("no column holds a %s", of)
	}
	if optional != f.optional || decimal != (f.kind == fixed) || f.dict && f.kind != texts {
		return fmt.Errorf("%q does not fit a %s", options, of)
	}
	return nil
}

// kindOf tells how values of a type are kept.
func kindOf(of reflect.Type) (kind, bool) {
	switch of.Kind() {
	case reflect.Bool:
		return boolean, true
	case reflect.Int32:
		return int32s, true
	case reflect.Int64:
		return int64s, true
	case reflect.Float64:
		return double, true
	case reflect.String:
		return texts, true
	case reflect.Array:
		return fixed, of.Len() == decimalBytes && of.Elem().Kind() == reflect.Uint8
	default:
		return 0, false
	}
}

package ahead

import (
	"runtime"
	"slices"
	"strconv"
	"strings"

	"fuhe/cmd/fuhe/session"
	"fuhe/score"
)

// options are those of a check as written on the command line.
type options struct {
	session.Options
	colorWhen string
}

// parse reads the command line of a check with options that change nothing but how it is done and shown. ok is false for
// every other one, a wrong one included.
func parse(args []string) (o options, ok bool) {
	if len(args) < 3 || args[1] != "check" {
		return o, false
	}
	o.Jobs, o.Format, o.FailOn, o.colorWhen = runtime.NumCPU(), session.DefaultFormat, session.DefaultFailOn, session.DefaultColor
	o.Scoring.Profile = session.DefaultProfile
	for i := 2; i < len(args); i++ {
		a := args[i]
		switch {
		case a == "--":
			o.Paths = append(o.Paths, args[i+1:]...)
			return o, true
		case !strings.HasPrefix(a, "-") || a == "-":
			o.Paths = append(o.Paths, a)
			continue
		case a == "--quiet", a == "-q":
			o.Quiet = true
			continue
		}
		name, value, given := strings.Cut(a, "=")
		if !given {
			if i++; i == len(args) {
				return o, false
			}
			value = args[i]
		}
		if !o.set(name, value) {
			return o, false
		}
	}
	return o, true
}

// set takes one option; false for one that is unknown here or cannot have this value.
func (o *options) set(name, value string) bool {
	switch name {
	case "--format":
		o.Format = value
		return slices.Contains(session.Formats, value)
	case "--fail-on":
		o.FailOn = value
		return slices.Contains(session.FailOns, value)
	case "--color":
		o.colorWhen = value
		return slices.Contains(session.Colors, value)
	case "--lang": // taken from the command line as a whole
		return slices.Contains(session.Langs, value)
	case "--profile":
		o.Scoring.Profile = value
		return score.HasProfile(value)
	case "--password":
		o.Reading.Password = value
		return true
	case "--reader":
		o.Reading.PDFReader = value
		return value == "auto" || value == "native"
	case "--jobs", "-j":
		n, err := strconv.Atoi(value)
		o.Jobs = n
		return err == nil && n >= 1
	}
	return false
}

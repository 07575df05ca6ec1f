package console

import (
	"runtime/debug"
	"testing"
)

func TestVersion(t *testing.T) {
	commit := debug.BuildSetting{Key: "vcs.revision", Value: "1a2b3c4d5e6f"}
	for want, settings := range map[string][]debug.BuildSetting{
		"0.1.0":                  {{Key: "vcs.modified", Value: "true"}},
		"0.1.0+1a2b3c4d":         {commit, {Key: "vcs.modified", Value: "false"}},
		"0.1.0+1a2b3c4d.changed": {commit, {Key: "vcs.modified", Value: "true"}},
	} {
		if got := versionOf(settings); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

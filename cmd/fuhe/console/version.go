package console

import "runtime/debug"

// released is the version that is being worked towards, or was released.
const released = "0.1.0"

// Version is the version with the commit it was built from, where the build says so: "0.1.0+1a2b3c4d", with ".changed" for
// sources that were not committed. It stands in --version, in the JSON and in the workbooks.
func Version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return released
	}
	return versionOf(info.Settings)
}

func versionOf(settings []debug.BuildSetting) string {
	commit, changed := "", ""
	for _, s := range settings {
		switch {
		case s.Key == "vcs.revision":
			commit = "+" + s.Value[:min(len(s.Value), 8)]
		case s.Key == "vcs.modified" && s.Value == "true":
			changed = ".changed"
		}
	}
	if commit == "" {
		return released
	}
	return released + commit + changed
}

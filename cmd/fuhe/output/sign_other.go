//go:build !linux && !darwin && !freebsd && !netbsd && !windows

package output

import "errors"

func keep(_, _ string) error { return errors.ErrUnsupported }

func kept(string) (string, bool) { return "", false }

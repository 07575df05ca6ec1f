//go:build !linux

package worker

// parentOfOne is asked for on Linux only.
func parentOfOne() {}

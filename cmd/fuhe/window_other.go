//go:build !windows

package main

// ownWindow reports whether the program is alone in its console window: only Windows starts programs so.
func ownWindow() bool { return false }

// keepWindow waits for a key before the window closes.
func keepWindow(string) {}

// colourWindow has the console understand colours: here all do.
func colourWindow() {}

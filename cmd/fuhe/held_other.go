//go:build !windows

package main

// heldOpen reports whether a file could not be replaced because another program has it open: here none keeps one.
func heldOpen(error) bool { return false }

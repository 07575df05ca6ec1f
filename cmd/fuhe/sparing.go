package main

import (
	"runtime/debug"

	"fuhe"
)

// What a run that keeps its forms until it writes has use for: what every run takes, and a form with all that was read and
// found. Where there is less garbage than that it costs more to look for it than it is worth.
const (
	baseBytes   = 160 << 20
	formBytes   = 100 << 10
	leastBytes  = 250 << 20
	sparingFrom = 100 // forms; a run of fewer is over before it takes that much
)

// tablesMemory is what reading and writing tables keeps within as far as what is in use allows: a sheet of a million cells is 300 MB,
// and collecting what it leaves behind sooner takes a quarter more processor time there and none for what is smaller.
const tablesMemory = 350 << 20

// keeping has garbage be collected sooner while a run keeps many forms: a thousand take less than half of what memoryLimit lets
// them. What somebody asked for with --memory stays.
type keeping struct {
	forms int
	set   int64
}

// add counts the forms of a document that is kept.
func (k *keeping) add(doc *fuhe.Document) {
	k.forms += len(doc.Reports)
	limit := max(leastBytes, int64(baseBytes+k.forms*formBytes))
	now := debug.SetMemoryLimit(-1)
	if k.forms < sparingFrom || limit > memoryLimit || now != memoryLimit && now != k.set {
		return
	}
	k.set = limit
	debug.SetMemoryLimit(limit)
}

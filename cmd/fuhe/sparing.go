package main

import "runtime/debug"

// sparingFrom in one workbook leave so much behind while they are written that collecting it sooner is worth its time.
const sparingFrom = 100

// sparingPercent bounds what is not collected yet to three quarters of what is in use: a thousand forms are written in half the memory that
// gcPercent would take, in no more time that can be measured.
const sparingPercent = 75

// sparing has garbage be collected sooner while many forms are written; the function returned ends that.
func sparing(forms int) (end func()) {
	if forms < sparingFrom {
		return func() {}
	}
	before := debug.SetGCPercent(sparingPercent)
	return func() { debug.SetGCPercent(before) }
}

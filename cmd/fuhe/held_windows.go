package main

import (
	"errors"
	"syscall"
)

// errorSharingViolation is what Windows gives for a file that another program keeps to itself.
const errorSharingViolation = syscall.Errno(32)

// heldOpen reports whether a file could not be replaced because another program has it open.
func heldOpen(err error) bool {
	return errors.Is(err, errorSharingViolation) || errors.Is(err, syscall.ERROR_ACCESS_DENIED)
}

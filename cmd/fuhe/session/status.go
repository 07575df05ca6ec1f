package main

// Exit statuses, fixed by the contract. When several hold, the one that leaves most undone is given: usage, unread, findings.
const (
	exitClean    = 0 // every input was read, nothing at or above --fail-on
	exitFindings = 1 // findings at or above --fail-on
	exitUsage    = 2 // wrong usage; nothing was done
	exitUnread   = 3 // some input could not be read; the others were done
)

// usageError is a wrong command line: nothing was done.
type usageError struct{ message string }

func (e usageError) Error() string { return e.message }

package main

import (
	"fmt"
	"os"
	"unsafe"

	"golang.org/x/sys/windows"
	"golang.org/x/term"
)

// ownWindow reports whether the program is alone in its console window: it was started by a double click, or files were
// dropped on it, and the window closes when it ends.
func ownWindow() bool {
	var processes [2]uint32
	list := windows.NewLazySystemDLL("kernel32.dll").NewProc("GetConsoleProcessList")
	if list.Find() != nil {
		return false
	}
	n, _, _ := list.Call(uintptr(unsafe.Pointer(&processes[0])), uintptr(len(processes))) // 0 without a console
	return n == 1
}

// keepWindow waits for a key.
func keepWindow(say string) {
	fmt.Fprint(os.Stderr, say)
	in := int(os.Stdin.Fd())
	if before, err := term.MakeRaw(in); err == nil {
		defer func() { _ = term.Restore(in, before) }() // the window closes now
	}
	var key [1]byte
	_, _ = os.Stdin.Read(key[:]) // any key, or the end
}

// colourWindow has the console understand ANSI colours, which older ones do only when asked.
func colourWindow() {
	for _, f := range []*os.File{os.Stdout, os.Stderr} {
		var mode uint32
		handle := windows.Handle(f.Fd())
		if windows.GetConsoleMode(handle, &mode) == nil {
			_ = windows.SetConsoleMode(handle, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) // without it there are no colours
		}
	}
}

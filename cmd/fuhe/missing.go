package main

import (
	"fmt"
	"io"
	"os"

	"fuhe/cmd/fuhe/console"
	"fuhe/extract"
	"fuhe/render"
)

// open opens a file that was named; its error says in the language asked for why it cannot be, as of an input.
func (s *commands) open(path string) (*os.File, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, s.noAccess(path, err)
	}
	return f, nil
}

// noAccess is why the file system refuses a path.
func (s *commands) noAccess(path string, err error) error {
	return fmt.Errorf("%s: %s", path, extract.AccessReason(err, s.Lang))
}

// openOption opens the file that an option names; what cannot be opened is wrong usage.
func (s *commands) openOption(flag, path string) (*os.File, error) {
	f, err := s.open(path)
	if err != nil {
		return nil, console.UsageError{Message: fmt.Sprintf("--%s %v", flag, err)}
	}
	if st, err := f.Stat(); err == nil && st.IsDir() {
		f.Close()
		return nil, s.UsageErrorf("--%s %s 是一个文件夹，应为文件", "--%s %s is a folder; it takes a file", flag, path)
	}
	return f, nil
}

// unusable is what is wrong with the file that an option names.
func (s *commands) unusable(flag, path string, err error) error {
	return console.UsageError{Message: fmt.Sprintf("--%s %s: %s", flag, path, console.Reason(err, s.Lang))}
}

// readOption reads the file that an option names whole.
func (s *commands) readOption(flag, path string) ([]byte, error) {
	f, err := s.openOption(flag, path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	raw, err := io.ReadAll(f)
	if err != nil {
		return nil, console.UsageError{Message: fmt.Sprintf("--%s %v", flag, s.noAccess(path, err))}
	}
	return raw, nil
}

// someInput is an error where inputs were named and none of them is there: what is made of nothing looks as if all were
// well. Where some are there, the others are said to be missing on stderr and in what is made.
func (s *commands) someInput() error {
	var missing []error
	for _, path := range s.Paths {
		if path == "-" {
			continue
		}
		if _, err := os.Stat(path); err != nil {
			missing = append(missing, s.noAccess(path, err))
		}
	}
	if len(missing) == 0 || len(missing) < len(s.Paths) {
		return nil
	}
	last := len(missing) - 1
	for _, err := range missing[:last] {
		fmt.Fprintf(s.Stderr, "fuhe: %s\n", render.Path(err.Error()))
	}
	return missing[last]
}

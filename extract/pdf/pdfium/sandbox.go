package pdfium

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"runtime/debug"
	"unicode/utf16"

	"github.com/tetratelabs/wazero/api"
)

// sandbox is one running copy of PDFium with its own memory. It serves one document and is thrown away with it, so
// that nothing of one document reaches the next.
//
// Failures stick: after the first one every call does nothing and returns 0, and err says what happened.
type sandbox struct {
	module    api.Module // nil when it is thrown away
	functions map[string]api.Function
	ctx       context.Context // of the work under way
	scratch   uint64          // address of scratchBytes inside, for results
	err       error
}

const scratchBytes = 256

func newSandbox(ctx context.Context, engine func() (*program, error)) (*sandbox, error) {
	program, err := started(ctx, engine)
	if err != nil {
		return nil, err
	}
	select {
	case slots <- struct{}{}:
	case <-ctx.Done():
		return nil, errors.Join(errors.New("no free PDFium"), context.Cause(ctx))
	}
	if largeFreed.Swap(false) {
		debug.FreeOSMemory() // before the next one asks for as much
	}
	module, err := program.run(ctx)
	if err != nil {
		<-slots
		if cause := context.Cause(ctx); cause != nil {
			err = cause
		}
		return nil, fmt.Errorf("PDFium does not start: %w", err)
	}
	s := &sandbox{module: module, functions: make(map[string]api.Function)}
	s.begin(ctx)
	s.scratch = s.allocate(scratchBytes)
	if s.err != nil {
		s.discard()
		return nil, s.err
	}
	return s, nil
}

// begin sets the context of the calls that follow.
func (s *sandbox) begin(ctx context.Context) { s.ctx = ctx }

// discard ends the sandbox, whatever it is doing, and frees its memory.
func (s *sandbox) discard() {
	if s.module == nil {
		return
	}
	// Its error says that the module was already closed, by the context.
	_ = s.module.Close(context.WithoutCancel(s.ctx))
	s.module, s.functions = nil, nil
	if s.err == nil {
		s.err = errors.New("the document is closed")
	}
	<-slots
}

// call calls a function of PDFium. The result is 0 when it has none.
func (s *sandbox) call(name string, args ...uint64) uint64 {
	if s.err != nil {
		return 0
	}
	f := s.functions[name]
	if f == nil {
		if f = s.module.ExportedFunction(name); f == nil {
			s.err = fmt.Errorf("this build of PDFium has no %s", name)
			return 0
		}
		s.functions[name] = f
	}
	var stack [8]uint64
	copy(stack[:], args)
	if err := f.CallWithStack(s.ctx, stack[:]); err != nil {
		s.fail(err)
		return 0
	}
	return stack[0]
}

// yes is call for functions that answer with a truth value.
func (s *sandbox) yes(name string, args ...uint64) bool { return uint32(s.call(name, args...)) != 0 }

// number is call for functions that answer with a signed number.
func (s *sandbox) number(name string, args ...uint64) int { return int(int32(s.call(name, args...))) }

func (s *sandbox) fail(err error) {
	if cause := context.Cause(s.ctx); cause != nil {
		s.err = cause
		return
	}
	s.err = fmt.Errorf("PDFium failed: %s", firstLine(err.Error()))
}

// firstLine leaves out the stack of the WebAssembly function.
func firstLine(text string) string {
	for i, r := range text {
		if r == '\n' {
			return text[:i]
		}
	}
	return text
}

func (s *sandbox) allocate(size uint64) uint64 {
	at := uint64(uint32(s.call("malloc", size)))
	if at == 0 && s.err == nil {
		s.err = fmt.Errorf("no room for %d bytes in PDFium's memory", size)
	}
	return at
}

// copyFile copies a file into the sandbox. The copy is seen from outside, too, until the next call.
func (s *sandbox) copyFile(r io.ReaderAt, size int64) (at uint64, copied []byte, err error) {
	if at = s.allocate(uint64(size)); s.err != nil {
		return 0, nil, s.err
	}
	memory, ok := s.module.Memory().Read(uint32(at), uint32(size))
	if !ok {
		return 0, nil, errors.New("PDFium's memory is smaller than it says")
	}
	n, err := r.ReadAt(memory, 0)
	if n < len(memory) {
		if err == nil || errors.Is(err, io.EOF) {
			err = io.ErrUnexpectedEOF
		}
		return 0, nil, err
	}
	return at, memory, nil
}

// copyString is the address of a C string; 0 for "".
func (s *sandbox) copyString(text string) uint64 {
	if text == "" {
		return 0
	}
	at := s.allocate(uint64(len(text)) + 1)
	if s.err == nil && !s.module.Memory().Write(uint32(at), append([]byte(text), 0)) {
		s.err = errors.New("PDFium's memory is smaller than it says")
	}
	return at
}

// copyWide is the address of a text as PDFium takes it: UTF-16, little-endian, a zero at its end.
func (s *sandbox) copyWide(text string) uint64 {
	units := append(utf16.Encode([]rune(text)), 0)
	at := s.allocate(uint64(2 * len(units)))
	for i, u := range units {
		if s.err == nil && !s.module.Memory().WriteUint16Le(uint32(at)+uint32(2*i), u) {
			s.err = errors.New("PDFium's memory is smaller than it says")
		}
	}
	return at
}

// bytes are the first n bytes of scratch, valid until the next call.
func (s *sandbox) bytes(n int) []byte {
	if s.err == nil {
		if b, ok := s.module.Memory().Read(uint32(s.scratch), uint32(n)); ok {
			return b
		}
		s.err = errors.New("PDFium's memory is smaller than it says")
	}
	return make([]byte, n)
}

// float is the i-th float32 in scratch.
func (s *sandbox) float(i int) float64 {
	return float64(math.Float32frombits(binary.LittleEndian.Uint32(s.bytes(4*i + 4)[4*i:])))
}

// double is the i-th float64 in scratch.
func (s *sandbox) double(i int) float64 {
	return math.Float64frombits(binary.LittleEndian.Uint64(s.bytes(8*i + 8)[8*i:]))
}

// word is the i-th uint32 in scratch.
func (s *sandbox) word(i int) uint32 {
	return binary.LittleEndian.Uint32(s.bytes(4*i + 4)[4*i:])
}

// Package recogniser recognises the characters of one line of text: a model (PP-OCR, as ONNX) and lines as grey pixels go
// in, characters with their places and probabilities come out. The model is run by a WebAssembly program whose source is in
// the folder rust: it sees no files and no network. It finds no lines, and what the text means it does not know.
package recogniser

import (
	"bytes"
	"compress/gzip"
	"context"
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"sync"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"

	"fuhe/extract/compiled"
)

// packed is what rust/build.sh builds; its SHA-256, unpacked, lies beside it.
//
//go:embed recogniser.wasm.gz
var packed []byte

// Recogniser is a model that is ready to run. Its methods may be called from several goroutines; they work one after the
// other.
type Recogniser struct {
	alphabet []string

	mu      sync.Mutex
	runtime wazero.Runtime
	module  api.Module
	calls   map[string]api.Function
}

// ErrInterpreted says that this machine has no compiler for WebAssembly: a page would take an hour.
var ErrInterpreted = errors.New("recognition of scans does not run on this processor architecture")

// Open makes a recogniser of the bytes of a model. The first time on a machine it waits some seconds for its program to
// be compiled. An error says what is wrong with the model.
func Open(ctx context.Context, model []byte) (*Recogniser, error) {
	if !compiled.Possible {
		return nil, ErrInterpreted
	}
	alphabet, err := alphabetOf(model)
	if err != nil {
		return nil, err
	}
	if len(model) > maxModelBytes {
		return nil, fmt.Errorf("a model of %d bytes is more than %d", len(model), maxModelBytes)
	}
	r, err := compiled.With("recogniser", func(config wazero.RuntimeConfig) (*Recogniser, error) { return start(config) })
	if err != nil {
		return nil, fmt.Errorf("the recogniser does not start: %w", err)
	}
	r.alphabet = alphabet
	if err := r.load(ctx, model); err != nil {
		return nil, errors.Join(err, r.Close())
	}
	return r, nil
}

// start compiles the program.
func start(config wazero.RuntimeConfig) (*Recogniser, error) {
	program, err := unpack()
	if err != nil {
		return nil, err
	}
	ctx := context.Background()
	runtime := wazero.NewRuntimeWithConfig(ctx, config.WithMemoryLimitPages(memoryPages))
	if _, err := wasi_snapshot_preview1.Instantiate(ctx, runtime); err != nil {
		return nil, errors.Join(err, runtime.Close(ctx))
	}
	module, err := runtime.InstantiateWithConfig(ctx, program, wazero.NewModuleConfig().WithName("").WithStartFunctions("_initialize"))
	if err != nil {
		return nil, errors.Join(err, runtime.Close(ctx))
	}
	return &Recogniser{runtime: runtime, module: module, calls: make(map[string]api.Function)}, nil
}

func unpack() ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// Close frees its memory.
func (r *Recogniser) Close() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.runtime.Close(context.Background())
}

// load hands the model over.
func (r *Recogniser) load(ctx context.Context, model []byte) error {
	if err := r.give(ctx, model); err != nil {
		return err
	}
	failed, err := r.call(ctx, "load")
	switch {
	case err != nil:
		return fmt.Errorf("the model does not load: %w", err)
	case failed != 0:
		return fmt.Errorf("the model does not load: %w", r.said(ctx))
	}
	return nil
}

// Line recognises a line of text: columns × Rows pixels, row by row, 0 black, 255 white.
func (r *Recogniser) Line(ctx context.Context, pixels []byte) ([]Character, error) {
	columns := len(pixels) / Rows
	if columns < 1 || columns > MostColumns || columns*Rows != len(pixels) {
		return nil, fmt.Errorf("a line of %d pixels", len(pixels))
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	if err := r.give(ctx, pixels); err != nil {
		return nil, err
	}
	n, err := r.call(ctx, "recognise", uint64(columns))
	if err != nil {
		return nil, err
	}
	if int32(n) < 0 {
		return nil, r.said(ctx)
	}
	at, err := r.call(ctx, "steps")
	if err != nil {
		return nil, err
	}
	raw, ok := r.module.Memory().Read(uint32(at), uint32(n)*numbersPerStep*4)
	if !ok {
		return nil, errMemory
	}
	steps := make([]step, n)
	for i := range steps {
		number := func(k int) float32 {
			return math.Float32frombits(binary.LittleEndian.Uint32(raw[4*(numbersPerStep*i+k):]))
		}
		steps[i] = step{int(number(0)), float64(number(1)), int(number(2)), float64(number(3))}
	}
	return r.decode(steps, columns)
}

var errMemory = errors.New("the recogniser's memory is smaller than it says")

// give writes bytes where the program reads them.
func (r *Recogniser) give(ctx context.Context, b []byte) error {
	at, err := r.call(ctx, "reserve", uint64(len(b)))
	if err != nil {
		return err
	}
	if !r.module.Memory().Write(uint32(at), b) {
		return errMemory
	}
	return nil
}

// said is the reason of the last failure.
func (r *Recogniser) said(ctx context.Context) error {
	at, err := r.call(ctx, "said")
	if err != nil {
		return err
	}
	n, err := r.call(ctx, "said_bytes")
	if err != nil {
		return err
	}
	text, ok := r.module.Memory().Read(uint32(at), uint32(min(n, maxReasonBytes)))
	if !ok {
		return errMemory
	}
	return errors.New(string(text))
}

func (r *Recogniser) call(ctx context.Context, name string, args ...uint64) (uint64, error) {
	f := r.calls[name]
	if f == nil {
		if f = r.module.ExportedFunction(name); f == nil {
			return 0, fmt.Errorf("the recogniser has no %s", name)
		}
		r.calls[name] = f
	}
	// The context does not reach inside: to look out for its end makes the program four times as slow, and a line takes no
	// second.
	result, err := f.Call(ctx, args...)
	if err != nil {
		return 0, fmt.Errorf("the recogniser failed: %w", err)
	}
	return result[0], nil
}

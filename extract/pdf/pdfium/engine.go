package pdfium

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"

	"fuhe/extract/compiled"
)

// engine compiles PDFium for reading, once in a process and only when a document is opened: that takes seconds and 300 MB,
// or a sixth of a second and 70 MB when an earlier run left its result in the user's cache folder. Processors wazero has no
// compiler for interpret it, a dozen times slower. What is read must not depend on the machine: it sees no fonts.
var engine = sync.OnceValues(func() (*program, error) { return compile(wazero.NewFSConfig()) })

// drawingEngine is PDFium for pictures: it sees the fonts of the machine, and nothing else of it.
var drawingEngine = sync.OnceValues(func() (*program, error) { return compile(wazero.NewFSConfig().WithFSMount(systemFonts(), "/")) })

// program is PDFium, compiled, and the folders it sees. Each sandbox is a run of it.
type program struct {
	runtime wazero.Runtime
	code    wazero.CompiledModule
	sees    wazero.FSConfig
}

// slots are the sandboxes that may still be opened.
var slots = make(chan struct{}, sandboxes)

// compile makes a program whose runs end when their time is over.
func compile(sees wazero.FSConfig) (*program, error) {
	code, err := unpack()
	if err != nil {
		return nil, err
	}
	return compiled.With("pdfium", func(config wazero.RuntimeConfig) (*program, error) {
		ctx := context.Background()
		p := &program{sees: sees, runtime: wazero.NewRuntimeWithConfig(ctx, config.
			WithCoreFeatures(api.CoreFeaturesV2|experimental.CoreFeaturesExceptionHandling).
			WithMemoryLimitPages(memoryPages).
			WithCloseOnContextDone(true))}
		if err := p.load(ctx, code); err != nil {
			return nil, errors.Join(err, p.runtime.Close(ctx))
		}
		return p, nil
	})
}

// load compiles PDFium's code and gives it what it calls outside.
func (p *program) load(ctx context.Context, code []byte) error {
	if _, err := wasi_snapshot_preview1.Instantiate(ctx, p.runtime); err != nil {
		return err
	}
	var err error
	if p.code, err = p.runtime.CompileModule(ctx, code); err != nil {
		return err
	}
	return callbacks(ctx, p.runtime, p.code)
}

// run begins a run of the program: a module with its own memory, in which PDFium is ready.
func (p *program) run(ctx context.Context) (api.Module, error) {
	ctx = experimental.WithMemoryAllocator(ctx, experimental.MemoryAllocatorFunc(newMemory))
	module, err := p.runtime.InstantiateModule(ctx, p.code, wazero.NewModuleConfig().WithName("").WithStartFunctions("_initialize").WithFSConfig(p.sees))
	if err != nil {
		return nil, err
	}
	begin := module.ExportedFunction("FPDF_InitLibrary")
	if begin == nil {
		return nil, errors.Join(errors.New("this build of PDFium has no FPDF_InitLibrary"), module.Close(ctx))
	}
	if _, err := begin.Call(ctx); err != nil {
		return nil, errors.Join(err, module.Close(ctx))
	}
	return module, nil
}

// started is the engine, compiled in the background: compiling cannot be stopped, but waiting for it can.
func started(ctx context.Context, engine func() (*program, error)) (*program, error) {
	type result struct {
		program *program
		err     error
	}
	done := make(chan result, 1)
	go func() {
		program, err := engine()
		done <- result{program, err}
	}()
	select {
	case r := <-done:
		if r.err != nil {
			return nil, fmt.Errorf("PDFium does not start: %w", r.err)
		}
		return r.program, nil
	case <-ctx.Done():
		return nil, errors.Join(errors.New("PDFium was still starting"), context.Cause(ctx))
	}
}

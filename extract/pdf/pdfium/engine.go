package pdfium

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"

	pdfium "github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"fuhe/extract/compiled"
)

// engine compiles PDFium for reading, once in a process and only when a document is opened: that takes seconds and 300 MB,
// or a sixth of a second and 70 MB when an earlier run left its result in the user's cache folder. Processors wazero has no
// compiler for interpret it, a dozen times slower. What is read must not depend on the machine: it sees no fonts.
var engine = sync.OnceValues(func() (pdfium.Pool, error) { return pool(wazero.NewFSConfig()) })

// drawingEngine is PDFium for pictures: it sees the fonts of the machine, and nothing else of it.
var drawingEngine = sync.OnceValues(func() (pdfium.Pool, error) { return pool(wazero.NewFSConfig().WithFSMount(systemFonts(), "/")) })

// pool is PDFium in sandboxes that see some folders.
func pool(sees wazero.FSConfig) (pdfium.Pool, error) {
	return compiled.With("pdfium", func(config wazero.RuntimeConfig) (pdfium.Pool, error) { return compile(config, sees) })
}

// slots are the sandboxes that may still be opened.
var slots = make(chan struct{}, sandboxes)

// compile makes a pool whose sandboxes end when their time is over.
func compile(config wazero.RuntimeConfig, sees wazero.FSConfig) (pdfium.Pool, error) {
	return webassembly.Init(webassembly.Config{
		Context:  experimental.WithMemoryAllocator(context.Background(), experimental.MemoryAllocatorFunc(newMemory)),
		MaxTotal: sandboxes,
		FSConfig: sees, // nil would give PDFium the whole file system
		Stdout:   io.Discard,
		Stderr:   io.Discard,
		RuntimeConfig: config.
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
			WithMemoryLimitPages(memoryPages).
			WithCloseOnContextDone(true),
	})
}

// started is the engine, compiled in the background: compiling cannot be stopped, but waiting for it can.
func started(ctx context.Context, engine func() (pdfium.Pool, error)) (pdfium.Pool, error) {
	type result struct {
		pool pdfium.Pool
		err  error
	}
	done := make(chan result, 1)
	go func() {
		pool, err := engine()
		done <- result{pool, err}
	}()
	select {
	case r := <-done:
		if r.err != nil {
			return nil, fmt.Errorf("PDFium does not start: %w", r.err)
		}
		return r.pool, nil
	case <-ctx.Done():
		return nil, errors.Join(errors.New("PDFium was still starting"), context.Cause(ctx))
	}
}

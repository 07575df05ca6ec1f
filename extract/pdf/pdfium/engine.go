package pdfium

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"

	pdfium "github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// engine compiles PDFium for reading, once in a process and only when a document is opened: that takes seconds and 300 MB,
// or a sixth of a second and 70 MB when an earlier run left its result in the user's cache folder. Processors wazero has no
// compiler for interpret it, a dozen times slower. What is read must not depend on the machine: it sees no fonts.
var engine = sync.OnceValues(func() (pdfium.Pool, error) { return compiled(wazero.NewFSConfig()) })

// drawingEngine is PDFium for pictures: it sees the fonts of the machine, and nothing else of it.
var drawingEngine = sync.OnceValues(func() (pdfium.Pool, error) { return compiled(wazero.NewFSConfig().WithFSMount(systemFonts(), "/")) })

// compiled makes a pool whose sandboxes see some folders.
func compiled(sees wazero.FSConfig) (pdfium.Pool, error) {
	folder := cacheFolder()
	if !filled(folder) {
		defer alone(folder+".lock", lockWait)() // several programs that start at once compile once
	}
	for range 2 {
		cache, err := wazero.NewCompilationCacheWithDir(folder)
		if err != nil {
			break // cannot be written: it only saves time
		}
		pool, err := compile(wazero.NewRuntimeConfig().WithCompilationCache(cache), sees)
		if err == nil {
			return pool, nil
		}
		// What lies there may be damaged: made anew once.
		if os.RemoveAll(folder) != nil {
			break
		}
	}
	return compile(wazero.NewRuntimeConfig(), sees)
}

// slots are the sandboxes that may still be opened.
var slots = make(chan struct{}, sandboxes)

// cacheFolder is where compiled code is kept between runs; "" when the system knows no such place, which no cache takes.
func cacheFolder() string {
	user, err := os.UserCacheDir()
	if err != nil {
		return string([]byte{0}) // no file system has such a name
	}
	return filepath.Join(user, "fuhe", "pdfium")
}

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

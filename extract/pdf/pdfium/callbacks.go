package pdfium

import (
	"context"
	"io"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
)

// savingTo is the key of a call's context under which the saving is that it belongs to.
type savingTo struct{}

// callbacks gives PDFium the functions that its code asks for beside those of the system: it writes what it saves through one
// of them. The others are for forms that are filled in, downloads and the like, which nobody asks of it; that it calls one of
// them all the same ends the run.
func callbacks(ctx context.Context, runtime wazero.Runtime, code wazero.CompiledModule) error {
	builder := runtime.NewHostModuleBuilder("env")
	for _, f := range code.ImportedFunctions() {
		module, name, _ := f.Import()
		if module != "env" {
			continue
		}
		call := func(context.Context, api.Module, []uint64) { panic("PDFium calls " + name) }
		switch name {
		case "FPDF_FILEWRITE_CB":
			call = writeBlock
		case "emscripten_notify_memory_growth":
			call = func(context.Context, api.Module, []uint64) {}
		}
		builder.NewFunctionBuilder().WithGoModuleFunction(api.GoModuleFunc(call), f.ParamTypes(), f.ResultTypes()).Export(name)
	}
	_, err := builder.Instantiate(ctx)
	return err
}

// saving is where a document is saved to, and the first error of that: PDFium does not tell of each.
type saving struct {
	to  io.Writer
	err error
}

// writeBlock takes a block of a document that is saved: its place and size are the second and third number. It answers 0 when
// the block was not written.
func writeBlock(ctx context.Context, module api.Module, stack []uint64) {
	block, ok := module.Memory().Read(uint32(stack[1]), uint32(stack[2]))
	s, open := ctx.Value(savingTo{}).(*saving)
	stack[0] = 0
	if !ok || !open || s.err != nil {
		return
	}
	if _, s.err = s.to.Write(block); s.err == nil {
		stack[0] = 1
	}
}

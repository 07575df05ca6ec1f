// Package compiled keeps what WebAssembly programs were compiled to between runs: compiling takes seconds and hundreds of
// megabytes, loading what an earlier run left in the user's cache folder a fraction of it. The name of a program and how it
// is compiled go in, the program comes out. It knows no program.
package compiled

import (
	"os"
	"path/filepath"
	"runtime"

	"github.com/tetratelabs/wazero"
)

// Possible says whether WebAssembly runs as machine code here; where it is interpreted it is a dozen times slower.
const Possible = runtime.GOARCH == "amd64" || runtime.GOARCH == "arm64"

// With has a program compiled that is known by a name. The cache only saves time: what of it is damaged is made anew, and
// where there can be none the program is compiled all the same.
func With[T any](name string, compile func(wazero.RuntimeConfig) (T, error)) (T, error) {
	folder := cacheFolder(name)
	if !filled(folder) {
		defer alone(folder+".lock", lockWait)() // several programs that start at once compile once
	}
	for range 2 {
		cache, err := wazero.NewCompilationCacheWithDir(folder)
		if err != nil {
			break // cannot be written
		}
		program, err := compile(wazero.NewRuntimeConfig().WithCompilationCache(cache))
		if err == nil {
			return program, nil
		}
		// What lies there may be damaged: made anew once.
		if os.RemoveAll(folder) != nil {
			break
		}
	}
	return compile(wazero.NewRuntimeConfig())
}

// cacheFolder is where compiled code is kept between runs; where the system knows no such place, a name that no file system
// takes.
func cacheFolder(name string) string {
	user, err := os.UserCacheDir()
	if err != nil {
		return string([]byte{0})
	}
	return filepath.Join(user, "fuhe", name)
}

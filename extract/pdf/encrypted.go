package pdf

import "fuhe/extract/pdf/native"

// ErrEncrypted is a file that needs a password, or another one than was given.
var ErrEncrypted = native.ErrEncrypted

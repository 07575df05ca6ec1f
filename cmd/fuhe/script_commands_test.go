package main

import (
	"archive/zip"
	"bytes"
	"image"
	"image/png"
	"os"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// sparse FILE BYTES makes a file of that size without content on the disk.
func sparse(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: sparse FILE BYTES")
	}
	size, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Check(f.Truncate(size))
	ts.Check(f.Close())
}

// head FILE BYTES NEW makes a copy cut short.
func head(ts *testscript.TestScript, _ bool, args []string) {
	raw, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), raw[:n], 0o666))
}

// nuls FILE TEXT… writes texts with a NUL behind each, as find -print0 does.
func nuls(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Join(args[1:], "\x00")+"\x00"), 0o666))
}

// picture FILE makes a PNG image.
func picture(ts *testscript.TestScript, _ bool, args []string) {
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Check(png.Encode(f, image.NewGray(image.Rect(0, 0, 2, 2))))
	ts.Check(f.Close())
}

// unpack ZIP NEW puts what all parts of a workbook or Word document hold into one file.
func unpack(ts *testscript.TestScript, _ bool, args []string) {
	z, err := zip.OpenReader(ts.MkAbs(args[0]))
	ts.Check(err)
	var all bytes.Buffer
	for _, part := range z.File {
		r, err := part.Open()
		ts.Check(err)
		_, err = all.ReadFrom(r)
		ts.Check(err)
		ts.Check(r.Close())
	}
	ts.Check(z.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), all.Bytes(), 0o666))
}

// zipGBK ZIP FILE=NAME… packs files under names written in GBK, as Chinese Windows does.
func zipGBK(ts *testscript.TestScript, _ bool, args []string) {
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	w := zip.NewWriter(f)
	for _, arg := range args[1:] {
		file, name, _ := strings.Cut(arg, "=")
		raw, err := os.ReadFile(ts.MkAbs(file))
		ts.Check(err)
		gbk, err := simplifiedchinese.GBK.NewEncoder().String(name)
		ts.Check(err)
		part, err := w.CreateHeader(&zip.FileHeader{Name: gbk, NonUTF8: true, Method: zip.Deflate})
		ts.Check(err)
		_, err = part.Write(raw)
		ts.Check(err)
	}
	ts.Check(w.Close())
	ts.Check(f.Close())
}

// status N ARGS… runs fuhe and wants exit status N.
func status(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec("fuhe", args[1:]...)
	got := 0
	if exit, ok := err.(interface{ ExitCode() int }); ok {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

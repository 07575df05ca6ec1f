package workbook

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A workbook written by fuhe says so in its properties, with a hash of all the rest: one that nobody changed since may be
// replaced by the next run. A spreadsheet program that saves it writes other parts, and the hash holds no longer.

// sealName is the property that holds the hash; versionName the one that says which fuhe wrote it.
const (
	sealName    = "fuhe-sha256"
	versionName = "fuhe-version"
	sealBegins  = `name="` + sealName + `">` + valueBegins
	valueBegins = `<vt:lpwstr xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">`
	customPart  = "docProps/custom.xml"
	corePart    = "docProps/core.xml"
	typesPart   = "[Content_Types].xml"
	relsPart    = "_rels/.rels"
)

// Seal writes a workbook with the hash of its content in its properties. What is no zip, as an encrypted workbook, and what
// is sealed already is written as it is.
func Seal(w io.Writer, raw []byte, version string) error {
	zr, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil || sealed(zr) {
		_, err := w.Write(raw)
		return err
	}
	changed := map[string][]byte{}
	for _, part := range []string{customPart, typesPart, relsPart} {
		if changed[part], err = content(zr, part); err != nil {
			return err
		}
	}
	if changed[customPart] == nil {
		changed[customPart] = []byte(noProperties)
		changed[typesPart] = before(changed[typesPart], "</Types>", `<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>`)
		changed[relsPart] = before(changed[relsPart], "</Relationships>", `<Relationship Id="rIdFuhe" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="docProps/custom.xml"/>`)
	}
	hash, err := hashOf(zr, changed)
	if err != nil {
		return err
	}
	changed[customPart] = withSeal(changed[customPart], hash, version)
	return repacked(w, zr, changed)
}

// Properties are the custom properties of a workbook that is sealed while it is written, from the hash of its parts.
func Properties(hash, version string) []byte { return withSeal([]byte(noProperties), hash, version) }

func withSeal(custom []byte, hash, version string) []byte {
	return withProperty(withProperty(custom, sealName, hash), versionName, version)
}

const noProperties = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
	`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"></Properties>`

// Sealed reports whether fuhe wrote a file, whoever changed it since. Before there were seals it named itself as the creator.
func Sealed(path string) bool {
	zr, err := zip.OpenReader(path)
	if err != nil {
		return false
	}
	defer zr.Close()
	for part, says := range map[string]string{customPart: `name="` + sealName + `"`, corePart: "<dc:creator>fuhe</dc:creator>"} {
		if raw, err := content(&zr.Reader, part); err == nil && strings.Contains(string(raw), says) {
			return true
		}
	}
	return false
}

// Unchanged reports whether fuhe wrote a file and nobody changed it since.
func Unchanged(path string) bool {
	zr, err := zip.OpenReader(path)
	if err != nil {
		return false
	}
	defer zr.Close()
	return sealed(&zr.Reader)
}

func sealed(zr *zip.Reader) bool {
	custom, err := content(zr, customPart)
	if err != nil {
		return false
	}
	_, rest, ok := strings.Cut(string(custom), sealBegins)
	if !ok {
		return false
	}
	says, _, _ := strings.Cut(rest, "<")
	hash, err := hashOf(zr, nil)
	return err == nil && says == hash
}

// hashOf is the hash of all parts but the properties, some of them exchanged.
func hashOf(zr *zip.Reader, changed map[string][]byte) (string, error) {
	var lines []string
	for _, f := range zr.File {
		if f.Name == customPart {
			continue
		}
		part := changed[f.Name]
		if part == nil {
			var err error
			if part, err = unpacked(f); err != nil {
				return "", err
			}
		}
		lines = append(lines, fmt.Sprintf("%x %s\n", sha256.Sum256(part), f.Name))
	}
	slices.Sort(lines)
	sum := sha256.Sum256([]byte(strings.Join(lines, "")))
	return hex.EncodeToString(sum[:]), nil
}

// content is a part; nil when there is none.
func content(zr *zip.Reader, name string) ([]byte, error) {
	for _, f := range zr.File {
		if f.Name == name {
			return unpacked(f)
		}
	}
	return nil, nil
}

// maxPartBytes bounds what is unpacked of one part: the file that stands where an output goes may be anything.
const maxPartBytes = 256 << 20

func unpacked(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	part, err := io.ReadAll(io.LimitReader(r, maxPartBytes+1))
	if err == nil && len(part) > maxPartBytes {
		err = fmt.Errorf("%s unpacks to more than %d MB", f.Name, maxPartBytes>>20)
	}
	return part, err
}

// before inserts a text in front of the last place where another stands.
func before(part []byte, end, text string) []byte {
	i := bytes.LastIndex(part, []byte(end))
	if i < 0 {
		return part
	}
	return slices.Concat(part[:i], []byte(text), part[i:])
}

// withProperty sets a custom property, under a number of its own.
func withProperty(custom []byte, name, value string) []byte {
	text := string(custom)
	if i := strings.Index(text, `name="`+name+`"`); i >= 0 {
		begin, end := strings.LastIndex(text[:i], "<property"), strings.Index(text[i:], "</property>")
		if begin >= 0 && end >= 0 {
			text = text[:begin] + text[i+end+len("</property>"):]
		}
	}
	number := 2 // the first one that a program may use
	for strings.Contains(text, fmt.Sprintf(`pid="%d"`, number)) {
		number++
	}
	property := fmt.Sprintf(`<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="%d" name="%s">%s%s</vt:lpwstr></property>`, number, name, valueBegins, value)
	return before([]byte(text), "</Properties>", property)
}

// repacked writes a zip again with some parts exchanged, in their places; new ones come last.
func repacked(w io.Writer, zr *zip.Reader, changed map[string][]byte) error {
	zw := zip.NewWriter(w)
	for _, f := range zr.File {
		part := changed[f.Name]
		if part == nil {
			if err := zw.Copy(f); err != nil {
				return err
			}
			continue
		}
		delete(changed, f.Name)
		if err := put(zw, &zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: f.Modified}, part); err != nil {
			return err
		}
	}
	if part := changed[customPart]; part != nil {
		if err := put(zw, &zip.FileHeader{Name: customPart, Method: zip.Deflate}, part); err != nil {
			return err
		}
	}
	return zw.Close()
}

func put(zw *zip.Writer, h *zip.FileHeader, part []byte) error {
	to, err := zw.CreateHeader(h)
	if err == nil {
		_, err = to.Write(part)
	}
	return err
}

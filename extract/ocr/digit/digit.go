// Package digit recognises the characters of figures one by one, by their shapes alone: a second opinion on what a
// recogniser of lines says, which knows what figures usually look like and this does not. The pixels of a character go in,
// which one it is comes out. A small network does it, fitted by train.py to the characters of many fonts.
package digit

import (
	_ "embed"
	"encoding/binary"
	"image"
	"math"
	"sync"

	"fuhe/extract/ocr/bitmap"
)

// Characters are those that are known; anything else is none of them.
const Characters = "0123456789.,%-"

// Size of a character as the network takes it, and of the network. The last four inputs are how high and wide the
// character is and where it begins and ends, in heights of a digit of its line.
const (
	wide   = 12
	high   = 16
	inputs = wide*high + 4
	hidden = 64
	kinds  = len(Characters) + 1
)

// packed are the weights as train.py writes them: float32, little-endian, input by input to the hidden nodes, those nodes'
// biases, hidden node by hidden node to the kinds, the kinds' biases.
//
//go:embed weights.bin
var packed []byte

type network struct {
	first   [inputs][hidden]float32
	biases  [hidden]float32
	second  [hidden][kinds]float32
	leaning [kinds]float32
}

var weights = sync.OnceValue(func() *network {
	n, at := new(network), 0
	next := func() float32 {
		v := math.Float32frombits(binary.LittleEndian.Uint32(packed[at:]))
		at += 4
		return v
	}
	for i := range n.first {
		for k := range n.first[i] {
			n.first[i][k] = next()
		}
	}
	for k := range n.biases {
		n.biases[k] = next()
	}
	for i := range n.second {
		for k := range n.second[i] {
			n.second[i][k] = next()
		}
	}
	for k := range n.leaning {
		n.leaning[k] = next()
	}
	return n
})

// Line is where the digits of a line stand: the row above them and how high they are, in pixels.
type Line struct{ Top, High float64 }

// Read is the character in a box of the page, "" for none that is known, and how probable it is.
func Read(page *bitmap.Grey, box image.Rectangle, line Line) (text string, sure float64) {
	if box.Empty() || line.High <= 0 {
		return "", 0
	}
	in := shape(page, box, line)
	n := weights()
	nodes := n.biases
	for i, v := range in {
		if v == 0 {
			continue
		}
		for k := range nodes {
			nodes[k] += v * n.first[i][k]
		}
	}
	out := n.leaning
	for i, v := range nodes {
		if v <= 0 {
			continue
		}
		for k := range out {
			out[k] += v * n.second[i][k]
		}
	}
	best, total := 0, 0.0
	for k := range out {
		if out[k] > out[best] {
			best = k
		}
	}
	for _, v := range out {
		total += math.Exp(float64(v - out[best]))
	}
	switch {
	case best == len(Characters):
		return "", 1 / total
	case best == point || best == comma:
		return pointOrComma(box, line), (math.Exp(float64(out[point]-out[best])) + math.Exp(float64(out[comma]-out[best]))) / total
	}
	return Characters[best : best+1], 1 / total
}

// Places of the two among the characters.
const (
	point = 10
	comma = 11
)

// pointOrComma tells the two by where they end: a comma hangs below the digits.
func pointOrComma(box image.Rectangle, line Line) string {
	below := float64(box.Max.Y) - line.Top - line.High
	if below > hanging*line.High && float64(box.Dy()) > commaHigh*line.High {
		return ","
	}
	return "."
}

// In heights of a digit: how far below the digits a comma ends, and how high it is at least.
const (
	hanging   = 0.06
	commaHigh = 0.20
)

// shape is a character as the network takes it: how dark its pixels are, its shape kept, in the middle of the field.
func shape(page *bitmap.Grey, box image.Rectangle, line Line) [inputs]float32 {
	var in [inputs]float32
	scale := min(wide/float64(box.Dx()), high/float64(box.Dy()))
	w, h := max(1, int(math.Round(float64(box.Dx())*scale))), max(1, int(math.Round(float64(box.Dy())*scale)))
	most := float32(0)
	left, top := (wide-w)/2, (high-h)/2
	for y := range h {
		for x := range w {
			v := dark(page, box, x, y, w, h)
			in[(top+y)*wide+left+x] = v
			most = max(most, v)
		}
	}
	for i := range wide * high {
		if most > 0 {
			in[i] /= most
		}
	}
	in[wide*high] = float32(float64(box.Dy()) / line.High)
	in[wide*high+1] = float32(float64(box.Dx()) / line.High)
	in[wide*high+2] = float32((float64(box.Min.Y) - line.Top) / line.High)
	in[wide*high+3] = float32((float64(box.Max.Y) - line.Top) / line.High)
	return in
}

// dark is how dark the part of a box is that becomes one of w × h pixels.
func dark(page *bitmap.Grey, box image.Rectangle, x, y, w, h int) float32 {
	x0, x1 := box.Min.X+x*box.Dx()/w, box.Min.X+(x+1)*box.Dx()/w
	y0, y1 := box.Min.Y+y*box.Dy()/h, box.Min.Y+(y+1)*box.Dy()/h
	x1, y1 = max(x1, x0+1), max(y1, y0+1)
	sum := 0
	for py := y0; py < y1; py++ {
		for px := x0; px < x1; px++ {
			sum += 255 - int(page.At(px, py))
		}
	}
	return float32(sum) / float32((x1-x0)*(y1-y0))
}

package evidence

import (
	"errors"
	"image"
	"unicode"

	"fuhe"
)

// noPicture is why a place has no picture.
type noPicture struct{ fuhe.Phrase }

func (n *noPicture) Error() string { return n.EN }

// ErrNoPicture is a place of which there is no picture: its file has no pages, or it stands at none. ErrUnseen is one that
// the picture leaves blank where the form has text: neither the file nor this machine has the font.
var (
	ErrNoPicture error = &noPicture{fuhe.Phrase{ZH: "没有可显示的页面", EN: "there is no page to be shown"}}
	ErrUnseen    error = &noPicture{fuhe.Phrase{ZH: "文件未嵌入字体，本机也没有可用的中文字体：图像上看不到文字，以自评表的相关行代替", EN: "the font is neither in the file nor on this machine: the picture shows no text, and rows of the form stand for it"}}
)

// Reason is why there is no picture, in a language as far as this package knows it.
func Reason(err error, l fuhe.Lang) string {
	var n *noPicture
	if errors.As(err, &n) {
		return n.In(l)
	}
	return err.Error()
}

// Unseen are the cells of a form on a page that hold Chinese text of which the picture of the page shows nothing.
func (a *Album) Unseen(doc *fuhe.Document, r *fuhe.Report, page int) ([]fuhe.TableCell, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	picture, err := a.page(doc, page)
	if err != nil {
		return nil, err
	}
	unseen, _ := inkless(picture, r, page, fuhe.Box{0, 0, float64(picture.Rect.Dx()) / Scale, float64(picture.Rect.Dy()) / Scale})
	return unseen, nil
}

// inkless are the cells with Chinese text within an area of a page that its picture leaves blank, and how many have any.
func inkless(picture *image.Paletted, r *fuhe.Report, page int, area fuhe.Box) (unseen []fuhe.TableCell, of int) {
	for _, c := range r.Printed.Table.Cells {
		b := c.At.Box
		if c.At.Page != page || !chinese(c.Text) || b[1] < area[1] || b[3] > area[3] {
			continue
		}
		inside := pixels(fuhe.Box{b[0] + insetPoints, b[1] + insetPoints, b[2] - insetPoints, b[3] - insetPoints}).Intersect(picture.Rect)
		if inside.Empty() {
			continue
		}
		of++
		if blank(picture, inside) {
			unseen = append(unseen, c)
		}
	}
	return unseen, of
}

func chinese(text string) bool {
	for _, r := range text {
		if unicode.Is(unicode.Han, r) {
			return true
		}
	}
	return false
}

// blank reports whether a part of a picture is of one colour.
func blank(picture *image.Paletted, part image.Rectangle) bool {
	first := picture.ColorIndexAt(part.Min.X, part.Min.Y)
	for y := part.Min.Y; y < part.Max.Y; y++ {
		row := picture.Pix[picture.PixOffset(part.Min.X, y):picture.PixOffset(part.Max.X, y)]
		for _, colour := range row {
			if colour != first {
				return false
			}
		}
	}
	return true
}

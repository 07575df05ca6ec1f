package extract

import (
	"time"

	"fuhe"
	"fuhe/extract/ocr"
)

// Scans recognises scanned pages with a model.
type Scans = ocr.Reader

// ErrNoModel says that there is no model at a place.
var ErrNoModel = ocr.ErrNoModel

// FindScans makes ready to recognise scanned pages: it finds the model at a place, see ocr.FindModel, and leaves the rest to
// the first page that needs it.
func FindScans(place string) (*Scans, error) {
	model, err := ocr.FindModel(place)
	if err != nil {
		return nil, err
	}
	return ocr.New(model), nil
}

// Said is why no model was found, in a language.
func Said(err error, lang fuhe.Lang) string {
	if lang == fuhe.ZH {
		return inChinese(err.Error())
	}
	return err.Error()
}

// UsualLimit is how long one file may take where nothing is said.
func (o Options) UsualLimit() time.Duration {
	if o.Scans != nil {
		return maxScanDuration
	}
	return maxDuration
}

package main

import (
	"errors"

	"github.com/urfave/cli/v2"

	"fuhe/cmd/fuhe/console"
	"fuhe/extract"
)

// Options of the recognition of scanned pages.
const (
	flagOCR      = "ocr"
	flagOCRModel = "ocr-model"
)

// ocrFlags are --ocr and --ocr-model.
func (s *commands) ocrFlags() []cli.Flag {
	return []cli.Flag{
		&cli.BoolFlag{Name: flagOCR, Usage: s.Say("识别扫描页；所得数字须由表上的算式证实，否则只作存疑；需要识别模型，见 --ocr-model", "recognise scanned pages; their figures count only where a sum, rate or product on the form proves them; needs a model, see --ocr-model")},
		&cli.StringFlag{Name: flagOCRModel, TakesFile: true, Usage: s.Say("识别模型所在：文件夹、.onnx 或 PyPI 包 rapidocr-onnxruntime 1.4.4 的 .whl；默认为程序旁的 fuhe-ocr", "where the model lies: a folder, the .onnx, or the .whl of rapidocr-onnxruntime 1.4.4 from PyPI; default: fuhe-ocr beside the program")},
	}
}

// takeOCR makes ready to recognise scanned pages where that is asked for.
func (s *commands) takeOCR(c *cli.Context) error {
	if !c.Bool(flagOCR) {
		return nil
	}
	scans, err := extract.FindScans(c.String(flagOCRModel))
	switch {
	case errors.Is(err, extract.ErrNoModel):
		return s.UsageErrorf("--ocr 需要识别模型（%s）：用 pip download --no-deps rapidocr-onnxruntime==1.4.4 取得 .whl，以 --ocr-model 指明", "--ocr needs a recognition model (%s): get the .whl with pip download --no-deps rapidocr-onnxruntime==1.4.4 and name it with --ocr-model", console.Reason(err, s.Lang))
	case err != nil:
		return s.UsageErrorf("识别模型不能用：%s", "the recognition model cannot be used: %s", console.Reason(err, s.Lang))
	}
	s.Reading.Scans = scans
	return nil
}

// ocrMark tells readings with one model from those with another, and from those without.
func (s *commands) ocrMark() string {
	if s.Reading.Scans == nil {
		return ""
	}
	return " " + s.Reading.Scans.Model.String()
}

// ocrArgs are the same options for a child process.
func (s *commands) ocrArgs(c *cli.Context) []string {
	if s.Reading.Scans == nil {
		return nil
	}
	return []string{"--" + flagOCR, "--" + flagOCRModel + "=" + c.String(flagOCRModel)}
}

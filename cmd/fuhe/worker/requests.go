package worker

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"fuhe"
)

// mostLine and mostBytes are what a request may hold: a line is a path and a name, bytes are as many as a pipe may give.
const (
	mostLine  = 1 << 20
	mostBytes = 256 << 20
)

const mark = "\uFEFF"

// Request is one question of an engine, or why it is none.
type Request struct {
	Job     Job
	Refused *Failure // what is wrong with it; it is answered, and the next one is read
}

// Requests reads what an engine asks: a path a line; or {"id","path"}; or {"id","name","size"} and so many bytes.
type Requests struct {
	in    *bufio.Reader
	begun bool
}

// NewRequests reads from there.
func NewRequests(r io.Reader) *Requests { return &Requests{in: bufio.NewReaderSize(r, 64<<10)} }

// Next is the next request; io.EOF when there are no more. The mark by which some programs begin UTF-8 is no part of the first.
func (q *Requests) Next() (Request, error) {
	if !q.begun {
		q.begun = true
		if begins, err := q.in.Peek(len(mark)); err == nil && string(begins) == mark {
			_, _ = q.in.Discard(len(mark)) // it was just peeked at
		}
	}
	for {
		line, long, err := q.line()
		if long {
			return refusal(strings.ToValidUTF8(line[:60], "")+"…", fuhe.TooLarge, fuhe.Phrase{ZH: "请求超过 %d KB", EN: "a request of more than %d KB"}, mostLine>>10), nil
		}
		if line == "" {
			if err != nil {
				return Request{}, err
			}
			continue
		}
		return q.request(line)
	}
}

// line reads one line without its end; of one that is too long the rest is dropped.
func (q *Requests) line() (line string, long bool, err error) {
	var b strings.Builder
	for {
		part, err := q.in.ReadSlice('\n')
		if b.Len() < mostLine {
			b.Write(part)
		} else {
			long = true
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return strings.TrimRight(b.String(), "\r\n"), long, err
		}
	}
}

// request reads what a line asks. One that begins like JSON and is none is a path where there is such a file.
func (q *Requests) request(line string) (Request, error) {
	var asked struct {
		ID   *string `json:"id"`
		Path *string `json:"path"`
		Name string  `json:"name"`
		Size *int64  `json:"size"`
	}
	if !strings.HasPrefix(line, "{") {
		return Request{Job: Job{ID: line, Path: line, Named: true}}, nil
	}
	if err := json.Unmarshal([]byte(line), &asked); err != nil {
		return noRequest(line, json.Valid([]byte(line))), nil
	}
	id := ""
	if asked.ID != nil {
		id = *asked.ID
	}
	switch {
	case asked.Size != nil && asked.Path != nil:
		if r, err := q.held(id, asked.Name, *asked.Size); err != nil || r.Refused != nil {
			return r, err
		}
		return refusal(id, fuhe.Unsupported, fuhe.Phrase{ZH: "请求中既有 path 又有 size：给出路径，或随后给出内容", EN: "the request has both a path and a size: give a path, or the bytes behind it"}), nil
	case asked.Size != nil:
		return q.held(id, asked.Name, *asked.Size)
	case asked.Path == nil:
		return refusal(id, fuhe.NotFound, fuhe.Phrase{ZH: "请求中没有 path，也没有 size", EN: "the request has neither a path nor a size"}), nil
	case asked.ID == nil:
		id = *asked.Path
	}
	return Request{Job: Job{ID: id, Path: *asked.Path, Named: true}}, nil
}

// noRequest answers a line that begins like JSON and is no request: it may be the name of a file.
func noRequest(line string, valid bool) Request {
	if _, err := os.Stat(line); err == nil {
		return Request{Job: Job{ID: line, Path: line, Named: true}}
	}
	if valid {
		return refusal(line, fuhe.Unsupported, fuhe.Phrase{ZH: "请求不合规：id、path、name 应为文字，size 应为整数", EN: "no request: id, path and name are texts, and size is a whole number"})
	}
	return refusal(line, fuhe.NotFound, fuhe.Phrase{ZH: "不是合规的 JSON 请求，也没有这个文件", EN: "no request in JSON, and no file of this name"})
}

// held reads the bytes that come with a request. Those of one that is refused are passed over, so that the next request is
// found.
func (q *Requests) held(id, name string, size int64) (Request, error) {
	if name == "" {
		name = id
	}
	switch {
	case size < 0:
		return refusal(id, fuhe.Damaged, fuhe.Phrase{ZH: "size 不能是 %d", EN: "a size of %d"}, size), nil
	case size > mostBytes:
		if _, err := io.CopyN(io.Discard, q.in, size); err != nil && !errors.Is(err, io.EOF) {
			return Request{}, err
		}
		return refusal(id, fuhe.TooLarge, fuhe.Phrase{ZH: "%d MB，超过经管道可传的 %d MB——请给出路径", EN: "%d MB, more than the %d MB that come over a pipe — give its path"}, size>>20, mostBytes>>20), nil
	}
	raw, err := io.ReadAll(io.LimitReader(q.in, size))
	switch {
	case err != nil:
		return Request{}, err
	case int64(len(raw)) < size:
		return refusal(id, fuhe.Damaged, fuhe.Phrase{ZH: "输入在 %d 字节处结束，应有 %d 字节", EN: "%d of %d bytes came before the end of input"}, len(raw), size), nil
	}
	return Request{Job: Job{ID: id, Path: name, Bytes: raw, Held: true, Named: true}}, nil
}

func refusal(id string, code fuhe.Code, said fuhe.Phrase, args ...any) Request {
	said = fuhe.Phrase{ZH: fmt.Sprintf(said.ZH, args...), EN: fmt.Sprintf(said.EN, args...)}
	return Request{Job: Job{ID: id, Path: id}, Refused: &Failure{Code: code, Why: said.EN, Said: &said}}
}

// Shown is the path that an answer shows: the id where the path is no text.
func (j Job) Shown() string {
	if utf8.ValidString(j.Path) {
		return j.Path
	}
	return j.ID
}

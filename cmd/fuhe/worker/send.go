package worker

import (
	"encoding/gob"
	"runtime/debug"
)

// piece is how much of the content of a job goes through the pipe at a time: a message is held whole on both sides beside what
// it holds.
const piece = 1 << 20

// muchBytes of a content are worth a look for what can be given back.
const muchBytes = 24 << 20

// send writes a job, and its content behind it in pieces.
func send(to *gob.Encoder, j Job) error {
	content := j.Bytes
	j.Bytes, j.Size = nil, len(content)
	if err := to.Encode(j); err != nil {
		return err
	}
	for len(content) > 0 {
		n := min(piece, len(content))
		if err := to.Encode(content[:n]); err != nil {
			return err
		}
		content = content[n:]
	}
	return nil
}

// receive reads what send writes.
func receive(from *gob.Decoder) (j Job, err error) {
	if err := from.Decode(&j); err != nil {
		return j, err
	}
	if j.Size == 0 {
		return j, nil
	}
	if j.Size > muchBytes {
		debug.FreeOSMemory() // what the job before held, before as much is asked for again
	}
	j.Bytes = make([]byte, 0, j.Size)
	for len(j.Bytes) < j.Size {
		var part []byte
		if err := from.Decode(&part); err != nil {
			return j, err
		}
		j.Bytes = append(j.Bytes, part...)
	}
	return j, nil
}

package main

import (
	"context"
	"runtime/debug"

	"fuhe"
	"fuhe/cmd/fuhe/batch"
	"fuhe/cmd/fuhe/journal"
	"fuhe/cmd/fuhe/run"
	"fuhe/cmd/fuhe/worker"
	"fuhe/extract"
	"fuhe/score"
)

// memoryShare of its limit is what the heap of a child keeps within as far as it can: the rest is for what is not on it.
const memoryShare = 0.6

// beChild does jobs until there are no more.
func (s *commands) beChild(l worker.Limits) error {
	debug.SetMemoryLimit(min(memoryLimit, int64(memoryShare*float64(l.Memory))))
	if err := worker.Confine(l); err != nil {
		return err
	}
	child, err := s.newChild()
	if err != nil {
		return err
	}
	return worker.Serve(s.Stdin, s.Stdout, child.do)
}

// child does jobs. What it cannot answer ends it: the parent says that the reader died.
type child struct {
	*commands
	packer   *journal.Packer
	unpacker *journal.Unpacker
}

func (s *commands) newChild() (*child, error) {
	packer, err := journal.NewPacker()
	if err != nil {
		return nil, err
	}
	unpacker, err := journal.NewUnpacker()
	return &child{s, packer, unpacker}, err
}

func (c *child) do(j worker.Job) worker.Answer {
	switch j.Wanted {
	case worker.Record:
		return c.stored(c.one(j))
	case worker.ReadOnly:
		return c.stored(c.readOnly(j))
	case worker.JudgeStored:
		doc, err := c.unpacker.Unpack(j.Stored.Words, j.Stored.Body)
		if err != nil {
			panic(err)
		}
		for _, report := range doc.Reports {
			score.Check(report, c.Scoring)
		}
		return c.stored(doc)
	}
	docs, whole := c.judged(j)
	line, err := c.workerLine(j.ID, whole, docs)
	if err != nil {
		panic(err)
	}
	return worker.Answer{Line: line, Spoiled: spoiled(append(docs, whole))}
}

// stored is a document as a journal keeps it.
func (c *child) stored(doc fuhe.Document) worker.Answer {
	body, err := c.packer.Pack(doc)
	if err != nil {
		panic(err)
	}
	kept := batch.Describe(doc)
	kept.Words, kept.Body = c.packer.Words(), body
	return worker.Answer{Stored: kept, Spoiled: spoiled([]fuhe.Document{doc})}
}

// one reads and judges a single file, which is no archive.
func (c *child) one(j worker.Job) fuhe.Document {
	doc, err := extract.Read(context.Background(), jobInput(j), c.Reading)
	if err != nil {
		panic(err) // it ends with a context that does not end
	}
	for _, report := range doc.Reports {
		score.Check(report, c.Scoring)
	}
	return doc
}

// spoiled tells a child in which a reader that was given up may still be at work.
func spoiled(docs []fuhe.Document) bool {
	for _, doc := range docs {
		for _, u := range doc.Unread {
			if u.Code == fuhe.Deadline {
				return true
			}
		}
	}
	return false
}

// judged reads what a job names and judges it: one document, or a container and those in it.
func (s *commands) judged(j worker.Job) (members []fuhe.Document, whole fuhe.Document) {
	o := s.Options
	o.Jobs = 1
	path := j.Path
	if path == "-" { // a file of that name: standard input is where requests come from
		path = "./-"
	}
	from := extract.Sources{Paths: []string{path}, FilesOnly: true, Password: o.Reading.Password}
	r := run.Run{Options: o, Inputs: from.Walk()}
	if j.Held {
		r.Inputs = from.WalkHeld(j.Path, j.Bytes, j.Named)
	}
	var docs []fuhe.Document
	_, _ = r.Each(context.Background(), func(_ extract.Input, doc fuhe.Document) error { // neither ends before its end
		docs = append(docs, doc)
		return nil
	})
	if len(docs) == 1 && (docs[0].Path == j.Path || docs[0].Path == path) {
		docs[0].Path = j.Shown()
		return nil, docs[0]
	}
	return docs, container(j, s.Lang)
}

// container is the document of a folder or a zip, which has no form of its own.
func container(j worker.Job, lang fuhe.Lang) fuhe.Document {
	return fuhe.Document{Path: j.Shown(), Bytes: int64(len(j.Bytes)), Reports: []*fuhe.Report{}, Unread: []fuhe.Unread{{Code: fuhe.Unsupported,
		Reason: fuhe.Phrase{
			ZH: "文件夹、压缩包或带附件的 PDF，其中的文件逐个列于 documents",
			EN: "a folder, an archive or a PDF with attached files: what is in it stands in documents, one by one"}.In(lang)}}}
}

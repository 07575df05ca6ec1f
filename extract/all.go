package extract

import (
	"context"
	"sync"

	"fuhe"
	"fuhe/extract/work"
)

// ReadAll reads inputs with as many at a time as there are jobs, files first and pages of one where there are fewer, and
// hands over the documents in the order of the inputs, as soon as each and all before it are there. emit is called from
// one goroutine at a time; finish, when not nil, is called by the workers, each of which holds a job, on each document
// before it is emitted. When the context ends, what was read is still emitted; the answer is how many inputs were not
// reached.
func ReadAll(ctx context.Context, inputs []Input, o Options, jobs *work.Jobs, finish func(*fuhe.Document), emit func(i int, doc fuhe.Document)) (notReached int) {
	type answer struct {
		doc fuhe.Document
		err error
	}
	answers := make([]chan answer, len(inputs))
	for i := range answers {
		answers[i] = make(chan answer, 1)
	}
	// A worker may be ahead of the slowest file by so many, no more: documents waiting to be emitted fill the memory.
	ahead := make(chan struct{}, jobs.Count()*aheadPerJob)
	next := make(chan int)
	var workers sync.WaitGroup
	o.jobs = jobs
	for range max(min(jobs.Count(), len(inputs)), 1) {
		workers.Go(func() {
			for i := range next {
				o.jobs.Take()
				doc, err := Read(ctx, inputs[i], o)
				if finish != nil && err == nil {
					finish(&doc)
				}
				o.jobs.Give()
				answers[i] <- answer{doc, err}
			}
		})
	}
	go func() {
		for i := range inputs {
			ahead <- struct{}{}
			next <- i
		}
		close(next)
	}()
	for i := range inputs {
		a := <-answers[i]
		<-ahead
		if a.err != nil {
			notReached++
			continue
		}
		emit(i, a.doc)
	}
	workers.Wait()
	return notReached
}

const aheadPerJob = 16

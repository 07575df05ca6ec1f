package work

// Jobs are how many things may be done at a time. Whoever does one holds a job.
type Jobs struct {
	free  chan struct{}
	count int
}

// NewJobs are n jobs, all free; at least one.
func NewJobs(n int) *Jobs {
	j := &Jobs{make(chan struct{}, max(n, 1)), max(n, 1)}
	for range j.count {
		j.free <- struct{}{}
	}
	return j
}

// Count is how many there are, free or not.
func (j *Jobs) Count() int { return j.count }

// Take waits for a job. Those who wait go before those who try.
func (j *Jobs) Take() { <-j.free }

// TryTake takes a job that is free, if there is one.
func (j *Jobs) TryTake() bool {
	select {
	case <-j.free:
		return true
	default:
		return false
	}
}

// Give gives a job back.
func (j *Jobs) Give() { j.free <- struct{}{} }

package work

import "testing"

func TestJobs(t *testing.T) {
	j := NewJobs(2)
	j.Take()
	if !j.TryTake() || j.TryTake() {
		t.Error("two jobs are two jobs")
	}
	got := make(chan bool)
	go func() { j.Take(); got <- true }()
	j.Give()
	<-got
	if j.TryTake() {
		t.Error("a job that was taken was given again")
	}
	if n := NewJobs(0).Count(); n != 1 {
		t.Errorf("%d jobs, want one at the least", n)
	}
}

package work

import (
	"context"
	"errors"
	"testing"
	"time"
)

var errTaken = errors.New("taken")

// turn does nothing but work until the context ends.
func turn(ctx context.Context) {
	for n := 0; ctx.Err() == nil; n++ {
	}
}

// A step that works is ended by the work it did, and with the cause given.
func TestWorkIsBounded(t *testing.T) {
	ctx, cancel := WithLimit(context.Background(), 30*time.Millisecond, errTaken)
	defer cancel()
	watch := Start()
	turn(ctx)
	if !errors.Is(context.Cause(ctx), errTaken) {
		t.Errorf("ended by %v", context.Cause(ctx))
	}
	if watch.Spent() < 30*time.Millisecond {
		t.Errorf("ended after %v of work", watch.Spent())
	}
}

// A step that only waits goes on after its limit has passed by the clock, and is ended when patience is at its end.
func TestWaitingIsNoWork(t *testing.T) {
	const limit = 5 * time.Millisecond
	began := time.Now()
	ctx, cancel := WithLimit(context.Background(), limit, errTaken)
	defer cancel()
	<-ctx.Done()
	if took := time.Since(began); took < 2*limit {
		t.Errorf("a step that waits was ended after %v", took)
	}
	if !errors.Is(context.Cause(ctx), errTaken) {
		t.Errorf("ended by %v", context.Cause(ctx))
	}
}

// A step that may do no work is at its end before it begins.
func TestNoWork(t *testing.T) {
	ctx, cancel := WithLimit(context.Background(), 0, errTaken)
	defer cancel()
	if !errors.Is(context.Cause(ctx), errTaken) {
		t.Errorf("ended by %v", context.Cause(ctx))
	}
}

// A step that is done ends nothing afterwards, and a parent that ends takes it along.
func TestEndsOfOthers(t *testing.T) {
	parent, stop := context.WithCancelCause(context.Background())
	ctx, cancel := WithLimit(parent, time.Hour, errTaken)
	defer cancel()
	stop(errors.New("interrupted"))
	<-ctx.Done()
	if errors.Is(context.Cause(ctx), errTaken) {
		t.Error("the limit is given as the cause")
	}
	done, finish := WithLimit(context.Background(), time.Hour, errTaken)
	finish()
	if done.Err() == nil || errors.Is(context.Cause(done), errTaken) {
		t.Error("a step that is done is not at its end")
	}
}

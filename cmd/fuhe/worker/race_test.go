//go:build race

package worker

// underRace says whether the race detector is in.
const underRace = true

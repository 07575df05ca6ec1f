package figures

import (
	"math/big"
)

const (
	// yuanExactPlaces: the fen is the smallest unit of money, so an amount printed to the fen was not rounded.
	yuanExactPlaces = 2
	// rateOrderRatio: two readings of a rate that are both further than this factor from the computed rate are no
	// readings of it, and the figure is asked about, not accused.
	rateOrderRatio = 4
	// yuanPerTenThousand is the power of ten between 元 and 万元.
	yuanPerTenThousand = 4
	// sharePlaces: a weight of so many places is a share that was worked out, 8.33 of 50; weights that are dealt out have one.
	sharePlaces = 2
	// fractionScores: scores of more than so many times their weights are points, and the weights parts of one; beside weights in
	// points they stay below them, but for a slip or two.
	fractionScores = 10
	// fewestOfHundred: of fewer rows nothing can be told by most of them.
	fewestOfHundred = 3
	// ExactPlaces: sums of printed figures end; more places than any amount or score is printed with.
	ExactPlaces = 12
)

// FullPoints is what a form is scored out of; bands of grades are defined on it.
var FullPoints = big.NewRat(100, 1)

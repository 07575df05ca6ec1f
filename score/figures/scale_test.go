package figures

import (
	"math/big"
	"testing"

	"fuhe/score/interval"
)

func TestPrintedScales(t *testing.T) {
	const (
		tiers  = "注：预算执行率≥95%得10分，90%（含）-95%得8分，80%（含）-90%得6分，60%（含）-80%得4分，60%以下不得分。"
		from95 = "注：预算执行率达到95%以上（含95%）得满分，95%以下按执行率×分值计分。"
		apart  = "备注：执行率100%得10分；90%（含）～100%得9分；80%（含）～90%得8分；70%（含）～80%得7分；70%以下得0分。总分90分以上为优；满意度90%以上得10分。"
		commas = "注：1.预算执行率≥95%的，得10分，90%（含）-95%的，得8分，90%以下的，不得分。"
		by5    = "注：预算执行率100%计满分，每低于5%扣2分，扣完为止。"
	)
	for _, c := range []struct{ said, share, score string }{
		{tiers, "0.701", "4"}, {tiers, "0.96", "10"}, {tiers, "0.92", "8"}, {tiers, "0.59", "0"}, {tiers, "0.95", "10"},
		{apart, "1", "10"}, {apart, "0.866", "8"}, {apart, "0.69", "0"}, {from95, "0.981", "10"}, {commas, "0.97", "10"}, {"执行率低于60%的另作说明，80%以上得10分，60%以上得6分", "0.7", "6"}, {commas, "0.92", "8"}, {commas, "0.5", "0"}, {from95, "0.9", "9"}, {by5, "1", "10"}, {by5, "0.95", "8"}, {by5, "0.91", "8"}, {by5, "0.91", "6"}, {by5, "0.2", "0"},
	} {
		s := readScale(c.said)
		if s == nil || !s.Understood() {
			t.Errorf("%s is not understood", c.said)
			continue
		}
		share, _ := new(big.Rat).SetString(c.share)
		want, _ := new(big.Rat).SetString(c.score)
		found := false
		for _, i := range s.Scores(interval.Exactly(share), big.NewRat(10, 1)) {
			found = found || i.Meets(interval.Exactly(want))
		}
		if !found {
			t.Errorf("%s: a share of %s earns %s", c.said, c.share, c.score)
		}
	}
	if s := readScale(tiers); len(s.Scores(interval.Exactly(big.NewRat(701, 1000)), big.NewRat(10, 1))) != 1 {
		t.Error("70.1 % lies in one tier")
	}
	if s := readScale(apart); len(s.tiers) != 5 {
		t.Errorf("%d tiers are read of five: the satisfaction is none", len(s.tiers))
	}
	for _, said := range []string{"执行率*该指标分值，最高不得超过分值上限。", "注：1.得分一档最高不能超过该指标分值上限。", "定量指标完成值达到指标值，记满分。", "预算执行率为81.2%"} {
		if readScale(said) != nil {
			t.Errorf("%s is no scale", said)
		}
	}
}

package own

import (
	"go.yaml.in/yaml/v3"

	"fuhe"
	"fuhe/score"
)

// The numbers of a profile, as a file may set them.

// permits are the roundings of the rate a profile may permit besides half up.
var permits = map[string][]fuhe.CauseKind{
	"half-up": {}, "up": {fuhe.RoundedUp}, "down": {fuhe.Truncated}, "half-even": {fuhe.HalfEven},
	"any": {fuhe.RoundedUp, fuhe.Truncated, fuhe.HalfEven},
}

var reverses = map[string][]score.Reverse{
	"linear": {score.Linear}, "ratio": {score.Ratio}, "either": {score.Linear, score.Ratio},
}

// profile reads what is changed in the profile, as a list of changes to be made on a copy of it.
func (l *loader) profile(n *yaml.Node) {
	var changes []func(*score.Profile)
	change := func(c func(*score.Profile)) { changes = append(changes, c) }
	flag := func(set func(*score.Profile, bool)) func(*yaml.Node) {
		return func(v *yaml.Node) {
			if b, ok := l.yes(v); ok {
				change(func(p *score.Profile) { set(p, b) })
			}
		}
	}
	percent := func(high int, set func(*score.Profile, int)) func(*yaml.Node) {
		return func(v *yaml.Node) {
			if x, ok := l.whole(v, 0, high); ok {
				change(func(p *score.Profile) { set(p, x) })
			}
		}
	}
	l.mapping(n, map[string]func(*yaml.Node){
		"base": func(v *yaml.Node) {
			if id, ok := l.text(v); ok && !score.HasProfile(id) {
				l.wrong(v, "there is no profile %q", id)
			} else if id != "auto" {
				l.rules.overlay.Base = id
			}
		},
		"weights": func(v *yaml.Node) {
			if w := l.weights(v); w != nil {
				change(func(p *score.Profile) { p.Split = w })
			}
		},
		"tiers": func(v *yaml.Node) {
			if t, ok := l.tiers(v); ok {
				change(func(p *score.Profile) { p.Tiers = t })
			}
		},
		"bands": func(v *yaml.Node) {
			if b := l.bands(v); b != nil {
				change(func(p *score.Profile) { p.Bands = b })
			}
		},
		"reverse": func(v *yaml.Node) {
			if r, ok := reverses[v.Value]; ok {
				change(func(p *score.Profile) { p.Reverse = r })
			} else {
				l.wrong(v, "linear, ratio or either is wanted")
			}
		},
		"rounding": func(v *yaml.Node) {
			if r, ok := permits[v.Value]; ok {
				change(func(p *score.Profile) { p.Permits = r })
			} else {
				l.wrong(v, "half-up, up, down, half-even or any is wanted")
			}
		},
		"low_rate":        percent(100, func(p *score.Profile, x int) { p.LowRate = x }),
		"far_above":       percent(10_000, func(p *score.Profile, x int) { p.FarAbove = x }),
		"far_above_warns": flag(func(p *score.Profile, b bool) { p.FarAboveWarns = b }),
		"machine_scored":  flag(func(p *score.Profile, b bool) { p.MachineScored = b }),
		"capped":          flag(func(p *score.Profile, b bool) { p.Uncapped = !b }),
	})
	if len(changes) > 0 {
		l.rules.overlay.Change = func(p *score.Profile) {
			for _, c := range changes {
				c(p)
			}
		}
	}
}

// weights reads first-level headings and their points, in the order of the file.
func (l *loader) weights(n *yaml.Node) []score.Points {
	if n.Kind != yaml.MappingNode {
		l.wrong(n, "a mapping of first-level headings to points is wanted")
		return nil
	}
	out := []score.Points{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if points, ok := l.whole(n.Content[i+1], 0, 100); ok {
			out = append(out, score.Points{Heading: n.Content[i].Value, Points: points})
		}
	}
	return out
}

// tiers reads the lower ends of the two upper tiers.
func (l *loader) tiers(n *yaml.Node) (tiers [2]int, ok bool) {
	if n.Kind != yaml.SequenceNode || len(n.Content) != len(tiers) {
		l.wrong(n, "two percentages are wanted, as [80, 60]")
		return tiers, false
	}
	for i, e := range n.Content {
		if tiers[i], ok = l.whole(e, 1, 99); !ok {
			return tiers, false
		}
	}
	if tiers[0] <= tiers[1] {
		l.wrong(n, "the upper tier comes first")
		return tiers, false
	}
	return tiers, true
}

// bands reads grades and the totals from which they are given, highest first.
func (l *loader) bands(n *yaml.Node) []score.Band {
	out := []score.Band{}
	l.list(n, func(e *yaml.Node) {
		var b score.Band
		l.mapping(e, map[string]func(*yaml.Node){
			"from":  func(v *yaml.Node) { b.From, _ = l.whole(v, 0, 100) },
			"grade": func(v *yaml.Node) { b.Grade, _ = l.text(v) },
		})
		if len(out) > 0 && out[len(out)-1].From <= b.From {
			l.wrong(e, "the higher band comes first")
		}
		out = append(out, b)
	})
	if len(out) > 0 && out[len(out)-1].From != 0 {
		l.wrong(n, "the last band begins at 0")
	}
	return out
}

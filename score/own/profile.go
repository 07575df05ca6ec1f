package own

import (
	"go.yaml.in/yaml/v3"

	"fuhe"
	"fuhe/score/profile"
)

// The numbers of a profile, as a file may set them.

// permits are the roundings of the rate a profile may permit besides half up.
var permits = map[string][]fuhe.CauseKind{
	"half-up": {}, "up": {fuhe.RoundedUp}, "down": {fuhe.Truncated}, "half-even": {fuhe.HalfEven},
	"any": {fuhe.RoundedUp, fuhe.Truncated, fuhe.HalfEven},
}

var reverses = map[string][]profile.Reverse{
	"linear": {profile.Linear}, "ratio": {profile.Ratio}, "either": {profile.Linear, profile.Ratio},
}

// changes are what a file sets in a profile, made on a copy of it when it is known.
type changes []func(*profile.Profile)

// add takes in a change once its value has been read.
func (c *changes) add(ok bool, change func(*profile.Profile)) {
	if ok {
		*c = append(*c, change)
	}
}

func (c changes) make(p *profile.Profile) {
	for _, change := range c {
		change(p)
	}
}

// profile reads what is changed in the profile.
func (l *loader) profile(n *yaml.Node) {
	var c changes
	keys := l.figures(&c)
	keys["base"] = l.base
	keys["weights"] = func(v *yaml.Node) {
		w := l.weights(v)
		c.add(w != nil, func(p *profile.Profile) { p.Split = w })
	}
	keys["bands"] = func(v *yaml.Node) {
		b := l.bands(v)
		c.add(b != nil, func(p *profile.Profile) { p.Bands = b })
	}
	keys["tiers"] = func(v *yaml.Node) {
		t, ok := l.tiers(v)
		c.add(ok, func(p *profile.Profile) { p.Tiers = t })
	}
	keys["reverse"] = func(v *yaml.Node) {
		r, ok := reverses[v.Value]
		if !ok {
			l.wrong(v, "这里应是 linear、ratio 或 either", "linear, ratio or either is wanted")
		}
		c.add(ok, func(p *profile.Profile) { p.Reverse = r })
	}
	keys["rounding"] = func(v *yaml.Node) {
		r, ok := permits[v.Value]
		if !ok {
			l.wrong(v, "这里应是 half-up、up、down、half-even 或 any", "half-up, up, down, half-even or any is wanted")
		}
		c.add(ok, func(p *profile.Profile) { p.Permits = r })
	}
	l.mapping(n, keys)
	if len(c) > 0 {
		l.rules.overlay.Change = c.make
	}
}

// figures are the keys that hold one number, or true or false.
func (l *loader) figures(c *changes) map[string]func(*yaml.Node) {
	flag := func(set func(*profile.Profile, bool)) func(*yaml.Node) {
		return func(v *yaml.Node) {
			b, ok := l.yes(v)
			c.add(ok, func(p *profile.Profile) { set(p, b) })
		}
	}
	percent := func(high int, set func(*profile.Profile, int)) func(*yaml.Node) {
		return func(v *yaml.Node) {
			x, ok := l.whole(v, 0, high)
			c.add(ok, func(p *profile.Profile) { set(p, x) })
		}
	}
	return map[string]func(*yaml.Node){
		"low_rate":        percent(100, func(p *profile.Profile, x int) { p.LowRate = x }),
		"far_above":       percent(mostAbove, func(p *profile.Profile, x int) { p.FarAbove = x }),
		"far_above_warns": flag(func(p *profile.Profile, b bool) { p.FarAboveWarns = b }),
		"machine_scored":  flag(func(p *profile.Profile, b bool) { p.MachineScored = b }),
		"capped":          flag(func(p *profile.Profile, b bool) { p.Uncapped = !b }),
	}
}

// base reads the profile to start from.
func (l *loader) base(n *yaml.Node) {
	id, ok := l.text(n)
	switch {
	case !ok:
	case !profile.Has(id):
		l.wrong(n, "没有评分规则 %q", "there is no profile %q", id)
	case id != "auto":
		l.rules.overlay.Base = id
	}
}

// weights reads first-level headings and their points, in the order of the file.
func (l *loader) weights(n *yaml.Node) []profile.Points {
	if n.Kind != yaml.MappingNode {
		l.wrong(n, "这里应是“一级指标: 分值”的映射", "a mapping of first-level headings to points is wanted")
		return nil
	}
	out := []profile.Points{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if points, ok := l.whole(n.Content[i+1], 0, 100); ok {
			out = append(out, profile.Points{Heading: n.Content[i].Value, Points: points})
		}
	}
	return out
}

// tiers reads the lower ends of the two upper tiers.
func (l *loader) tiers(n *yaml.Node) (tiers [2]int, ok bool) {
	if n.Kind != yaml.SequenceNode || len(n.Content) != len(tiers) {
		l.wrong(n, "这里应是两个百分数，如 [80, 60]", "two percentages are wanted, as [80, 60]")
		return tiers, false
	}
	for i, e := range n.Content {
		if tiers[i], ok = l.whole(e, 1, 99); !ok {
			return tiers, false
		}
	}
	if tiers[0] <= tiers[1] {
		l.wrong(n, "较高的一档写在前面", "the upper tier comes first")
		return tiers, false
	}
	return tiers, true
}

// bands reads grades and the totals from which they are given, highest first.
func (l *loader) bands(n *yaml.Node) []profile.Band {
	out := []profile.Band{}
	l.list(n, func(e *yaml.Node) {
		var b profile.Band
		l.mapping(e, map[string]func(*yaml.Node){
			"from":  func(v *yaml.Node) { b.From, _ = l.whole(v, 0, 100) },
			"grade": func(v *yaml.Node) { b.Grade, _ = l.text(v) },
		})
		if len(out) > 0 && out[len(out)-1].From <= b.From {
			l.wrong(e, "较高的等级写在前面", "the higher band comes first")
		}
		out = append(out, b)
	})
	if len(out) > 0 && out[len(out)-1].From != 0 {
		l.wrong(n, "最后一个等级从 0 开始", "the last band begins at 0")
	}
	return out
}

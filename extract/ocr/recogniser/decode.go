package recogniser

import "fmt"

// Character is one recognised character of a line.
type Character struct {
	Text     string
	Sure     float64 // probability
	From, To int     // columns of the line's pixels that its steps cover: about where it stands
}

// step is what the program says of one place in a line: two characters of the alphabet, 0 for none, with probabilities.
type step struct {
	best   int
	chance float64
	next   int
	second float64
}

// decode makes characters of the steps: what follows itself is one character, and between two equal ones there is a step
// with none.
func (r *Recogniser) decode(steps []step, columns int) ([]Character, error) {
	var out []Character
	before := 0
	for i, s := range steps {
		if s.best < 0 || s.best > len(r.alphabet) {
			return nil, fmt.Errorf("the model tells character %d of %d", s.best, len(r.alphabet))
		}
		from, to := i*columns/len(steps), (i+1)*columns/len(steps)
		switch {
		case s.best == 0:
		case s.best == before:
			last := &out[len(out)-1]
			last.To, last.Sure = to, max(last.Sure, s.chance)
		default:
			out = append(out, Character{r.alphabet[s.best-1], s.chance, from, to})
		}
		before = s.best
	}
	return out, nil
}

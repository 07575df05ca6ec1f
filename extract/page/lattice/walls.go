package lattice

// walls are the drawn sides of the positions of a table: upright[i][r] stands at column border i along row r,
// level[j][c] lies at row border j along column c.
type walls struct {
	rows, cols     int
	upright, level [][]bool
}

// close draws the borders that have no line at all: the table is open on that side, and its cells end there.
func (w walls) close(byX, byY [][]line) {
	shut := func(of [][]line, drawn [][]bool) {
		for i, lines := range of {
			for k := range drawn[i] {
				drawn[i][k] = drawn[i][k] || lines == nil
			}
		}
	}
	shut(byX, w.upright)
	shut(byY, w.level)
}

// cells are the rooms between walls, row by row. A room that is no rectangle (a rule stops half way) is cut into the
// largest rectangles that can be had row by row from its top left corner on.
func (w walls) cells(d *desk) []cell {
	room, boxes := w.rooms(d)
	taken := d.flags.take(w.rows * w.cols)
	out := d.cells.take(len(boxes))[:0]
	for r := range w.rows {
		for c := range w.cols {
			if taken[r*w.cols+c] {
				continue
			}
			k := boxes[room[r*w.cols+c]]
			if k.area != k.rows*k.cols {
				k.rectangle = w.grow(room, taken, r, c)
			}
			for i := k.row; i < k.row+k.rows; i++ {
				for j := k.col; j < k.col+k.cols; j++ {
					taken[i*w.cols+j] = true
				}
			}
			if !w.void(k.rectangle) {
				out = append(out, cell{row: k.row, col: k.col, rows: k.rows, cols: k.cols})
			}
		}
	}
	return out
}

// rectangle is where a cell stands in the net.
type rectangle struct{ row, col, rows, cols int }

// bounds are the rectangle around a room and the number of positions in it.
type bounds struct {
	rectangle
	area int
}

// rooms numbers the rooms: positions with no wall between are one.
func (w walls) rooms(d *desk) (room []int, boxes []bounds) {
	room, boxes = d.places.take(w.rows*w.cols), d.bounds.take(w.rows * w.cols)[:0]
	for i := range room {
		room[i] = -1
	}
	var few [usualRoom]int
	todo := few[:0]
	for first := range room {
		if room[first] >= 0 {
			continue
		}
		n := len(boxes)
		room[first] = n
		top, left, bottom, right, area := w.rows, w.cols, 0, 0, 0
		for todo = append(todo[:0], first); len(todo) > 0; {
			p := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			r, c := p/w.cols, p%w.cols
			top, left, bottom, right, area = min(top, r), min(left, c), max(bottom, r), max(right, c), area+1
			visit := func(next int, wall bool) {
				if !wall && room[next] < 0 {
					room[next] = n
					todo = append(todo, next)
				}
			}
			if c+1 < w.cols {
				visit(p+1, w.upright[c+1][r])
			}
			if c > 0 {
				visit(p-1, w.upright[c][r])
			}
			if r+1 < w.rows {
				visit(p+w.cols, w.level[r+1][c])
			}
			if r > 0 {
				visit(p-w.cols, w.level[r][c])
			}
		}
		boxes = append(boxes, bounds{rectangle{top, left, bottom - top + 1, right - left + 1}, area})
	}
	return room, boxes
}

// grow is the rectangle in a room from a position to the right until a wall, then down while the row below is as wide.
func (w walls) grow(room []int, taken []bool, row, col int) rectangle {
	k := rectangle{row, col, 1, 1}
	free := func(r, c int) bool {
		return room[r*w.cols+c] == room[row*w.cols+col] && !taken[r*w.cols+c]
	}
	for c := col + 1; c < w.cols && free(row, c) && !w.upright[c][row]; c++ {
		k.cols++
	}
	for r := row + 1; r < w.rows; r++ {
		for c := col; c < col+k.cols; c++ {
			if !free(r, c) || w.level[r][c] || c > col && w.upright[c][r] {
				return k
			}
		}
		// A row that goes on to the side, where the rows above end at a wall, is another cell.
		if right := col + k.cols; right < w.cols && !w.upright[right][r] || !w.upright[col][r] && w.upright[col][row] {
			return k
		}
		k.rows++
	}
	return k
}

// void reports whether a rectangle is no cell: it lies in a corner of the table that is open to the page.
func (w walls) void(k rectangle) bool {
	bottom, right := k.row+k.rows, k.col+k.cols
	above := k.row == 0 && !most(w.level[0][k.col:right])
	below := bottom == w.rows && !most(w.level[bottom][k.col:right])
	before := k.col == 0 && !most(w.upright[0][k.row:bottom])
	after := right == w.cols && !most(w.upright[right][k.row:bottom])
	return (above || below) && (before || after)
}

func most(drawn []bool) bool {
	n := 0
	for _, d := range drawn {
		if d {
			n++
		}
	}
	return 2*n >= len(drawn)
}

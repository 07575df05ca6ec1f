package fuhe

// Formula is how a cell of a workbook is computed from cells of its table: what is written in it, piece by piece, each a text or
// an area. Without pieces it is one that is not made of cells of its table alone.
type Formula []FormulaPiece

// FormulaPiece is a piece of a Formula: an area where it has one.
type FormulaPiece struct {
	Text string
	Area *Area
}

// Area is a rectangle of cells, first and last included, from 0.
type Area struct{ From, To Spot }

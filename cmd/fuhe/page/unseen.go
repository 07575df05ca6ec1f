package page

import (
	"net/http"
	"strconv"

	"fuhe"
	"fuhe/render"
	"fuhe/render/evidence"
)

// unseen answers with the texts of a form that the picture of a page does not show, for neither the file nor this machine
// has their font: the browser sets them where they stand, and the page says so.
func (s *Server) unseen(w http.ResponseWriter, r *http.Request) {
	d, errDoc := strconv.Atoi(r.PathValue("doc"))
	n, errReport := strconv.Atoi(r.PathValue("report"))
	page, errPage := strconv.Atoi(r.PathValue("page"))
	doc, known := s.session.document(d)
	if errDoc != nil || errReport != nil || errPage != nil || !known || n < 0 || n >= len(doc.Reports) {
		s.refuse(w, http.StatusNotFound, saysNoForm)
		return
	}
	cells, err := s.album.Unseen(&doc, doc.Reports[n], page)
	if err != nil {
		http.Error(w, render.Plain(evidence.Reason(err, s.options.Lang)), http.StatusNotFound)
		return
	}
	type text struct {
		Text string   `json:"text"`
		Box  fuhe.Box `json:"box"`
	}
	out := []text{}
	for _, c := range cells {
		out = append(out, text{c.Text, c.At.Box})
	}
	answer(w, out)
}

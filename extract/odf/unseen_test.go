package odf

import "testing"

func span(style, text string) string {
	return `<text:span text:style-name="` + style + `">` + text + `</text:span>`
}

// unseen are cells and what is read of them: "?" for a doubt, the rest said as hidden.
var unseen = []struct{ name, style, content, want, hidden string }{
	{"black on paper", "", "9.47", "[9.47]", ""},
	{"white on paper", "", span("white", "8") + "9.47", "[9.47 ?]", "8"},
	{"white alone", "", span("white", "9.47"), "[ ?]", "9.47"},
	{"white in its own colour", "", span("own", "8") + "9.47", "[89.47]", ""},
	{"white on its marker", "", span("marked", "8") + "9.47", "[89.47]", ""},
	{"white on blue", "onblue", span("white", "9.47"), "[9.47]", ""},
	{"blue on blue", "onblue", span("blue", "8") + span("white", "9.47"), "[9.47 ?]", "8"},
	{"white on a picture", "onpicture", span("white", "9.47"), "[9.47]", ""},
	{"a point", "", span("point", "8") + "9.47", "[9.47 ?]", "8"},
	{"as narrow as a line", "", span("thin", "8") + "9.47", "[9.47 ?]", "8"},
	{"white words", "", "9.47" + span("white", "分"), "[9.47]", "分"},
}

func said(hidden string) string {
	if hidden == "" {
		return ""
	}
	return "\n! hidden text of the table is not read: " + hidden
}

// TestUnseenInSheets: what nobody sees of a cell is left out and said, and a figure beside it is in doubt.
func TestUnseenInSheets(t *testing.T) {
	sheet := func(rows string) string {
		return `<office:spreadsheet><table:table table:name="表"><table:table-column table:style-name="c" table:default-cell-style-name="pale"/><table:table-column table:number-columns-repeated="2" table:style-name="c"/>` + rows + `</table:table></office:spreadsheet>`
	}
	row := func(cells string) string { return `<table:table-row>` + cells + `</table:table-row>` }
	for _, c := range unseen {
		check(t, sheet(row(cellOf(`table:style-name="`+c.style+`x"`, "")+cellOf(`table:style-name="`+c.style+`"`, c.content))), c.want+said(c.hidden))
	}
	check(t, sheet(row(cellOf("", "8")+cellOf("", "甲"))), "[ ?][甲]"+said("8")) // by its column
	check(t, sheet(`<table:table-row table:number-rows-repeated="2">`+cellOf(`table:style-name="x"`, "甲")+cellOf(`table:style-name="pale" table:number-columns-repeated="2"`, "8")+`</table:table-row>`), "[甲][ ?][ ?]\n[甲][ ?][ ?]"+said("8 8 8 8"))
	check(t, sheet(row(cellOf(`table:style-name="x"`, "甲")+cellOf(`table:style-name="cond"`, "8"))), "[甲][8 ?]") // a condition may colour it
	check(t, sheet(row(cellOf(`table:style-name="x"`, "甲")+`<table:table-cell office:value-type="string" office:string-value="9.47"><text:p/></table:table-cell>`)), "[甲][ ?]")
	check(t, sheet(row(cellOf(`table:style-name="x"`, "甲"))+`<table:table-row table:style-name="flat">`+cellOf(`table:style-name="x"`, "藏")+`</table:table-row>`), "[甲]\n! hidden row 2 not read — unhide what belongs to the form")
	check(t, `<office:spreadsheet><table:table table:name="表"><table:table-column table:style-name="pixel"/><table:table-column/>`+row(cellOf("", "藏")+cellOf("", "甲"))+`</table:table></office:spreadsheet>`,
		"[甲]\n! hidden column A not read — unhide what belongs to the form")
}

// TestUnseenInTexts: so it is in the tables of a text.
func TestUnseenInTexts(t *testing.T) {
	text := func(cell string) string {
		return `<office:text><table:table><table:table-row>` + cellOf("", "甲") + cell + `</table:table-row><table:table-row>` + cellOf("", "乙") + cellOf("", "丙") + `</table:table-row></table:table></office:text>`
	}
	for _, c := range unseen {
		check(t, text(cellOf(`table:style-name="`+c.style+`"`, c.content)), "[甲]"+c.want+"\n[乙][丙]"+said(c.hidden))
	}
	check(t, text(cellOf("", span("dark", "8")+"9.47")), "[甲][9.47]\n[乙][丙]"+said("8")) // the program hides it: it is no part of the figure
	check(t, text(cellOf("", span("dark", "待核")+"9.47")), "[甲][9.47]\n[乙][丙]")
}

// TestNumbersOfLists: a number that a list prints may be a figure, or a part of one; before words it is none.
func TestNumbersOfLists(t *testing.T) {
	text := func(list, line string) string {
		return `<office:text><table:table><table:table-row>` + cellOf("", "甲") + `<table:table-cell><text:list text:style-name="` + list + `"><text:list-item><text:p>` + line + `</text:p></text:list-item></text:list></table:table-cell></table:table-row>` +
			`<table:table-row>` + cellOf("", "乙") + cellOf("", "丙") + `</table:table-row></table:table></office:text>`
	}
	for _, c := range []struct{ list, line, want string }{{"n", "9.47", "[9.47 ?]"}, {"n", "", "[ ?]"}, {"n", "完成河道清淤12公里", "[完成河道清淤12公里]"}, {"b", "9.47", "[9.47]"}} {
		check(t, text(c.list, c.line), "[甲]"+c.want+"\n[乙][丙]")
	}
}

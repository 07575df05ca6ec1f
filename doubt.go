package fuhe

import "strings"

// A doubt is why what stands in an entry is not taken for the figure or the text that it seems to be: such an entry is
// there, is not blank, and is not judged. Readers put one on the cells of a grid, ParseEntry finds those that a text shows.
var (
	// What stands in the place of text.
	DoubtPicture  = &Phrase{"此处是图片或文本框，不是单元格中的文字，未予识别", "a picture or a text box stands here in place of text, which is not read"}
	DoubtDrawing  = &Phrase{"此处文字以图形绘出，未予识别", "what stands here is drawn as shapes, which are not read"}
	DoubtScript   = &Phrase{"此处内容由网页脚本填入，未予执行", "a script fills in what stands here; scripts are not run"}
	DoubtUnseen   = &Phrase{"此格有看不见的文字（与底色同色，或被遮盖），未予读取", "something in this cell is seen by nobody, of the colour of what it stands on or painted over; it is not read"}
	DoubtUnshown  = &Phrase{"此格的数字格式不显示所存的内容，未予读取", "the number format of this cell shows nothing of what is stored in it; it is not read"}
	DoubtStyled   = &Phrase{"此处文字是否显示取决于未能套用的样式", "whether this is shown depends on rules of style that are not applied"}
	DoubtOverlaid = &Phrase{"此处有两层文字重叠，无法确定哪一层是填报内容", "two texts lie over one another here, and which one was entered is not known"}
	DoubtHidden   = &Phrase{"此行被筛选或隐藏，是否计入合计无法确定", "this row is hidden or filtered out, and whether the sums count it is not known"}
	DoubtFormula  = &Phrase{"公式没有保存的结果，且未能计算——请用Excel或WPS打开后另存", "a formula without a stored result, which could not be computed — open the workbook in Excel or WPS and save it"}
	DoubtTurned   = &Phrase{"数字设为从右到左显示，所见次序与所存不同", "its characters are set to show from right to left: what is seen is not the order in which they are stored"}
	DoubtNumbered = &Phrase{"此处有自动编号，不是存储的文字，未予读取", "an automatic number stands here, which is not stored as text; it is not read"}
	DoubtField    = &Phrase{"此处的域没有保存的结果，未能计算——请在Word或WPS中更新域后另存", "a field without a stored result, which is not computed — update the fields in Word or WPS and save the document"}
	DoubtFormat   = &Phrase{"数字格式未能套用，读取的是存储的数值", "its number format could not be applied: the stored number is read"}

	// What was recognised in a scan.
	DoubtBorders    = &Phrase{"扫描件上此单元格的框线不完整，识别结果不予采信", "the borders of this cell are not whole on the scan: what was recognised in it is not relied on"}
	DoubtEdge       = &Phrase{"扫描件上此处文字碰到单元格边线，可能被截断，识别结果不予采信", "on the scan the writing here touches the edge of its cell and may be cut off: what was recognised is not relied on"}
	DoubtStamped    = &Phrase{"此处有印章或彩色笔迹，识别结果不予采信", "a stamp or coloured ink lies here: what was recognised is not relied on"}
	DoubtFaint      = &Phrase{"扫描件上此处有墨迹，未能识别", "there is ink here on the scan, and nothing was recognised in it"}
	DoubtLayer      = &Phrase{"扫描件自带的文字层与识别结果不一致", "the text layer of the scan says something else than was recognised"}
	DoubtRecognised = &Phrase{"两种识别方法的结果不一致或把握不足，识别结果不予采信", "two ways of recognising it do not agree or are not sure: what was recognised is not relied on"}

	// What a text shows.
	DoubtGroups  = &Phrase{"分隔符或小数点的位置不成一个数，可能缺位、多位或是几个数连写", "separators or points do not stand as in one figure: a digit may be missing or too many, or figures run together"}
	DoubtLetters = &Phrase{"数字中夹有字母（如O、l），可能是误录", "letters stand among digits (O, l), which may be digits"}
	DoubtSeveral = &Phrase{"写有不止一个数，无法确定取哪一个", "more than one figure, and which one counts is not known"}
	DoubtRaised  = &Phrase{"数与单位之间有上标数字，可能是指数，也可能是注号", "raised digits stand between the figure and its unit: a power, or the mark of a note"}
	DoubtSign    = &Phrase{"数前的符号可能是负号，也可能是标记", "the sign before the figure may be a minus or a mark"}
)

// doubtOf says why a text that is no figure looks like one; nil when it does not. Dates, times and ranges do not.
func doubtOf(s string) *Phrase {
	_, s = cutSign(s)
	s, _ = cutCurrency(cutLead(s))
	if rest := strings.TrimLeft(s, "▲"); rest != s && isDigit(firstRune(strings.TrimSpace(rest))) {
		return DoubtSign
	}
	s, _ = cutMinus(s)
	if d, rest, ok := cutDigits(s); ok && d.text != "" && isRaised(firstRune(rest)) {
		_, rest = cutMark(rest)
		if unit, behind := cutUnit(strings.TrimSpace(rest)); unit != "" && behind == "" {
			return DoubtRaised
		}
	}
	kinds := map[byte]int{}
	end := strings.IndexFunc(s, func(r rune) bool {
		switch {
		case isDigit(r):
			kinds['0']++
		case strings.ContainsRune(mistakable+"!", r):
			kinds['O']++
		case strings.ContainsRune(groupings+".。:", r):
			kinds[',']++
		case strings.ContainsRune("()/", r):
			kinds['(']++
		case r == '%':
			kinds['%']++
		default:
			return true
		}
		return false
	})
	if end < 0 {
		end = len(s)
	}
	unit, rest := cutUnit(strings.TrimSpace(s[end:]))
	switch {
	case kinds['0'] == 0 || rest != "" || !isUnit(unit) || isDateText(s[:end]):
		return nil
	case kinds['O'] > 0:
		if kinds['0'] > kinds['O'] || kinds[','] > 0 {
			return DoubtLetters
		}
		return nil
	case kinds['('] > 0 || kinds['%'] > 1:
		return DoubtSeveral
	case kinds[','] > 0 || kinds['0'] > maxDigits:
		return DoubtGroups
	}
	return nil
}

// isDateText tells 2022.12.30, 2022/12/30, 12/15/2022 and 8:30.
func isDateText(s string) bool {
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '.' || r == '/' || r == ':' })
	whole := strings.Join(parts, "")
	if strings.Trim(whole, "0123456789") != "" || len(parts) < 2 || len(parts) > 3 {
		return false
	}
	if strings.Contains(s, ":") {
		return true
	}
	year := func(p string) bool { return len(p) == 4 && (p[:2] == "19" || p[:2] == "20") }
	short := func(p string) bool { return len(p) <= 2 }
	switch {
	case len(parts) == 3:
		return year(parts[0]) && short(parts[1]) && short(parts[2]) || year(parts[2]) && short(parts[0]) && short(parts[1])
	}
	return strings.Contains(s, "/") && year(parts[0]) && short(parts[1])
}

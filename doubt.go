package fuhe

// A doubt is why what stands in an entry is not taken for the figure or the text that it seems to be: such an entry is
// there, is not blank, and is not judged. Readers put one on the cells of a grid, ParseEntry finds those that a text shows.
var (
	// What stands in the place of text.
	DoubtPicture  = &Phrase{"此处是图片，不是文字，未予识别", "a picture stands here in place of text, which is not read"}
	DoubtDrawing  = &Phrase{"此处文字以图形绘出，未予识别", "what stands here is drawn as shapes, which are not read"}
	DoubtScript   = &Phrase{"此处内容由网页脚本填入，未予执行", "a script fills in what stands here; scripts are not run"}
	DoubtOverlaid = &Phrase{"此处有两层文字重叠，无法确定哪一层是填报内容", "two texts lie over one another here, and which one was entered is not known"}
	DoubtFormula  = &Phrase{"公式没有保存的结果，且未能计算", "a formula without a stored result, which could not be computed"}
	DoubtFormat   = &Phrase{"数字格式未能套用，读取的是存储的数值", "its number format could not be applied: the stored number is read"}
)

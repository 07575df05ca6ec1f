package fuhe

// Doubts about what is drawn on a page, which readers of paged files put on the cells of a grid.
var (
	DoubtBorder  = &Phrase{"此处数字压在单元格边框上，无法确定属于哪一格", "a figure stands across the border of two cells here, and which one it belongs to is not known"}
	DoubtBeside  = &Phrase{"此格内有并列的两段文字，其间可能缺少框线，无法分开", "two texts stand side by side in this cell: a rule between them may be missing, and which belongs where is not known"}
	DoubtStacked = &Phrase{"此格跨多行，各行旁各有一段文字，其间可能缺少框线", "this cell covers several rows and holds a text beside each of them: a rule between them may be missing"}
	DoubtCrossed = &Phrase{"有线条从此处文字上穿过，可能已划去", "a line runs through what stands here: it may be struck out"}
	DoubtInks    = &Phrase{"此格的数字与其他文字颜色不同，其中可能有印章或批注的文字", "digits and other text of this cell are of two colours: some may be of a stamp or a note laid on it"}
	DoubtFrame   = &Phrase{"此行被一个方框压住，无法确定方框是表格线还是盖上去的印章", "a frame lies over this row, and whether it is of the table or of a stamp laid on it is not known"}
	DoubtPale    = &Phrase{"此处数字颜色很浅，可能是水印或填写提示，未予读取", "the digits here are so pale that they may be a watermark or a hint: they are not read"}
	DoubtGarbled = &Phrase{"数字中夹有不可能属于数字的字符，可能是字符映射有误", "characters that belong to no figure stand within this one: the map of characters may be wrong"}
)

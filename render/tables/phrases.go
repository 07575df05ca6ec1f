package tables

import "fuhe"

// All wordings of this package in both languages.
var (
	wideSpace    = fuhe.Phrase{ZH: "　", EN: "  "} // between the parts of a line
	contentsName = fuhe.Phrase{ZH: "目录", EN: "contents"}
	allName      = fuhe.Phrase{ZH: "全部表格", EN: "all tables"}
	tableName    = fuhe.Phrase{ZH: "表", EN: "table"}
	pageName     = fuhe.Phrase{ZH: "页", EN: "page"}
	fileName     = fuhe.Phrase{ZH: "文件", EN: "file"}
	unitName     = fuhe.Phrase{ZH: "金额单位", EN: "unit"}
	marksName    = fuhe.Phrase{ZH: "注号：", EN: "marks: "}

	numberColumn  = fuhe.Phrase{ZH: "序号", EN: "no."}
	titleColumn   = fuhe.Phrase{ZH: "表名", EN: "title"}
	unitColumn    = fuhe.Phrase{ZH: "单位", EN: "unit"}
	rowsColumn    = fuhe.Phrase{ZH: "行数", EN: "rows"}
	colsColumn    = fuhe.Phrase{ZH: "列数", EN: "columns"}
	drawnColumn   = fuhe.Phrase{ZH: "原页数字个数", EN: "figures on the page"}
	heldColumn    = fuhe.Phrase{ZH: "表格数字个数", EN: "figures in cells"}
	numbersColumn = fuhe.Phrase{ZH: "其中数值", EN: "of these numbers"}
	sumColumn     = fuhe.Phrase{ZH: "数值合计", EN: "sum of the numbers"}
	doubtsColumn  = fuhe.Phrase{ZH: "存疑", EN: "doubts"}
	proofColumn   = fuhe.Phrase{ZH: "核对", EN: "proof"}
	sheetColumn   = fuhe.Phrase{ZH: "工作表", EN: "sheet"}
	rulesColumn   = fuhe.Phrase{ZH: "框线", EN: "rules"}
	liveColumn    = fuhe.Phrase{ZH: "公式", EN: "formulas"}
	valuedPhrase  = fuhe.Phrase{ZH: "%d；另 %d 个写为数值", EN: "%d; %d more as values"}
	otherPhrase   = fuhe.Phrase{ZH: "原公式按表中所示的数计算，与所示结果不同，写为数值", EN: "the formula of the original gives another result on the figures as shown: written as a value"}
	doubtColumn   = fuhe.Phrase{ZH: "存疑", EN: "doubt"}
	sumsColumn    = fuhe.Phrase{ZH: "加总不符", EN: "sums off"}

	drawnRules    = fuhe.Phrase{ZH: "齐全", EN: "drawn"}
	inferredRules = fuhe.Phrase{ZH: "不全，行列为推断", EN: "not all drawn: inferred"}

	unclosedPhrase = fuhe.Phrase{ZH: "加总不符（%s）：%s，应为 %s；%s", EN: "does not add up (%s): %s, should be %s; %s"}
	unclosedTitle  = fuhe.Phrase{ZH: "加总不符之处", EN: "sums that do not close"}
	closedPhrase   = fuhe.Phrase{ZH: "加总：无不符（表内证实不了的合计不作判断）", EN: "sums: nothing that does not close (sums that the rest of a table does not prove are not judged)"}

	agreePhrase   = fuhe.Phrase{ZH: "一致", EN: "equal"}
	repeatPhrase  = fuhe.Phrase{ZH: "一致（另有 %d 个在续页重复的表头中，未重写）", EN: "equal (%d more stand in headings that later pages repeat)"}
	struckPhrase  = fuhe.Phrase{ZH: "一致（另有 %d 个被划去，未取入）", EN: "equal (%d more are struck out and were not taken)"}
	brokenPhrase  = fuhe.Phrase{ZH: "一致（共 %d 位；页上折行或相接，个数的数法不同）", EN: "equal (%d digits; broken over lines or touching on the page, so counted differently)"}
	unlikePhrase  = fuhe.Phrase{ZH: "不一致：原页 %d 位，表格 %d 位，请对照原页", EN: "NOT equal: %d digits on the page, %d in cells; look at the page"}
	missingPhrase = fuhe.Phrase{ZH: "；%d 格存疑或有内容未取入（见批注）", EN: "; %d cells in doubt or not taken whole (see their comments)"}
	unfitPhrase   = fuhe.Phrase{ZH: "此表大于一张工作表所能容纳，未写出：%d 行 %d 列", EN: "larger than a sheet can hold, not written: %d rows, %d columns"}
	sumHead       = fuhe.Phrase{ZH: "共 %d 个文件、%d 张表；核对不一致 %d 张；加总不符 %d 处；存疑 %d 处", EN: "%d files, %d tables; %d not equal; %d sums that do not close; %d doubts"}

	outsideTitle   = fuhe.Phrase{ZH: "未取入的内容", EN: "what was not taken"}
	outsideFigures = fuhe.Phrase{ZH: "表外文字中有 %d 个数字，如：%s", EN: "%d figures in text outside tables, such as: %s"}
	outsidePicture = fuhe.Phrase{ZH: "有图片，图中文字未读取", EN: "pictures, whose text was not read"}
	noLooks        = fuhe.Phrase{ZH: "字号、粗体、文字颜色和底色未保留：%s 文件的外观未读取", EN: "sizes, bold, colours of text and shading are not kept: the looks of %s files are not read"}
	noShading      = fuhe.Phrase{ZH: "底色未保留：%s 文件的底色未读取", EN: "shading is not kept: that of %s files is not read"}
	noFormulas     = fuhe.Phrase{ZH: "公式未保留，写为数值：%s 文件的公式未读取", EN: "formulas are not kept but written as values: those of %s files are not read"}
	unreadPhrase   = fuhe.Phrase{ZH: "未能读取：%s", EN: "not read: %s"}
	filesTitle     = fuhe.Phrase{ZH: "本次输入的文件", EN: "the files of this run"}
	readName       = fuhe.Phrase{ZH: "已读取", EN: "read"}
	partlyName     = fuhe.Phrase{ZH: "部分未读取", EN: "partly not read"}
	unreadName     = fuhe.Phrase{ZH: "未读取", EN: "not read"}
	passedName     = fuhe.Phrase{ZH: "跳过", EN: "passed over"}
	stateColumn    = fuhe.Phrase{ZH: "状态", EN: "state"}
	whatColumn     = fuhe.Phrase{ZH: "说明", EN: "what"}
	tablesColumn   = fuhe.Phrase{ZH: "表数", EN: "tables"}
	moreOutside    = fuhe.Phrase{ZH: "……其余 %d 处从略", EN: "… %d more left out"}
)

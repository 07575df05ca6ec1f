package page

import "fuhe"

type phrase = fuhe.Phrase

// What refusals say.
var (
	saysOrigin    = phrase{ZH: "请求来自别的网页，已拒绝", EN: "refused: the request came from another page"}
	saysHost      = phrase{ZH: "请求的主机名不是本机，已拒绝", EN: "refused: the request was made to another name than this machine's"}
	saysToken     = phrase{ZH: "请用启动时打印的完整网址打开本页", EN: "open this page by the whole URL that was printed at its start"}
	saysJSON      = phrase{ZH: "只接受 application/json", EN: "only application/json is taken"}
	saysLarge     = phrase{ZH: "内容过大，未接收；请直接在命令行给出这些文件", EN: "too large, not taken; name such files on the command line"}
	saysNoForm    = phrase{ZH: "没有这一项", EN: "there is no such thing here"}
	saysNoFinding = phrase{ZH: "没有这条发现（可能已重新复核），请刷新", EN: "there is no such finding any more; reload the page"}
	saysMethod    = phrase{ZH: "这一项不接受这种请求", EN: "this takes another kind of request"}
	saysWrongJSON = phrase{ZH: "请求的内容不合格式：", EN: "the request cannot be taken: "}
	saysVerdict   = phrase{ZH: "判断或整改状态不在可选之列", EN: "no such verdict or state of rectification"}
	saysGoneFile  = phrase{ZH: "文件在读取之后被改动过，请重新打开", EN: "the file was changed since it was read; open it again"}
	saysStale     = phrase{ZH: "底稿要素已在别处改动，未保存；已重新载入，请核对后再填", EN: "the particulars were changed elsewhere meanwhile and nothing was saved; they are loaded again"}
	saysNothing   = phrase{ZH: "没有文件", EN: "no file came"}
	saysNoFolder  = phrase{ZH: "没有可以存放文件的临时文件夹", EN: "there is no folder for dropped files"}
)

// What became of files.
var (
	saysUnread      = phrase{ZH: "未读：", EN: "unread: "}
	saysPassedOver  = phrase{ZH: "跳过：", EN: "passed over: "}
	saysBeside      = phrase{ZH: "自评表以外的表和文字", EN: "tables and text beside the forms"}
	saysWithoutForm = phrase{ZH: "不含自评表", EN: "no form in it"}
)

// paperWords are the entries of the working papers in English.
var paperWords = map[string]string{
	"project": "engagement", "unit": "audited unit", "prepared_by": "prepared by", "prepared_on": "prepared on", "reviewed_by": "reviewed by", "reviewed_on": "reviewed on",
	"fetched_on": "fetched on", "index": "index prefix",
}

// pageWords are the words of the page, by the names that its template and its script use.
var pageWords = map[string]phrase{
	"title": {ZH: "复核", EN: "review"}, "search": {ZH: "搜索项目、单位、文字、文件名", EN: "search projects, units, text, file names"},
	"severity": {ZH: "级别", EN: "severity"}, "rule": {ZH: "规则", EN: "rule"}, "unit": {ZH: "单位", EN: "unit"}, "verdict": {ZH: "判断", EN: "verdict"}, "all": {ZH: "全部", EN: "all"},
	"error": {ZH: "错误", EN: "error"}, "warning": {ZH: "警告", EN: "warning"}, "note": {ZH: "提示", EN: "note"},
	"confirmed": {ZH: "属实", EN: "confirmed"}, "rejected": {ZH: "不属实", EN: "rejected"}, "open": {ZH: "待定", EN: "open"}, "none": {ZH: "未判断", EN: "no verdict"},
	"confirm": {ZH: "属实 (c)", EN: "confirm (c)"}, "reject": {ZH: "不属实 (x)", EN: "reject (x)"}, "leave": {ZH: "待定 (o)", EN: "open (o)"},
	"noteLabel": {ZH: "审计判断说明", EN: "note"}, "feedback": {ZH: "单位反馈", EN: "feedback of the unit"}, "rectification": {ZH: "整改状态", EN: "rectification"},
	"by": {ZH: "复核人", EN: "reviewer"}, "export": {ZH: "导出", EN: "export"}, "groups": {ZH: "相同发现", EN: "equal findings"}, "findings": {ZH: "发现", EN: "findings"},
	"readings": {ZH: "识别结果", EN: "what was read"}, "picture": {ZH: "原页", EN: "page"}, "table": {ZH: "表格", EN: "table"}, "view": {ZH: "显示方式", EN: "view"},
	"zoomIn": {ZH: "放大", EN: "zoom in"}, "zoomOut": {ZH: "缩小", EN: "zoom out"}, "previousPage": {ZH: "上一页", EN: "previous page"}, "nextPage": {ZH: "下一页", EN: "next page"},
	"forms": {ZH: "文件与自评表", EN: "files and forms"}, "files": {ZH: "文件", EN: "files"}, "formCount": {ZH: "自评表", EN: "forms"}, "more": {ZH: "后一百项", EN: "next hundred"}, "less": {ZH: "前一百项", EN: "previous hundred"},
	"reading": {ZH: "正在读取", EN: "reading"}, "tooLarge": saysLarge, "drop": {ZH: "把文件或文件夹拖到页面上即可复核", EN: "drop files or folders onto the page to check them"}, "dropping": {ZH: "松开即复核这些文件", EN: "let go to check these files"},
	"published": {ZH: "公布值", EN: "published"}, "recomputed": {ZH: "复算值", EN: "recomputed"}, "working": {ZH: "算式", EN: "working"}, "cause": {ZH: "可能成因", EN: "likely cause"},
	"basis": {ZH: "依据", EN: "basis"}, "terms": {ZH: "计算所用各数", EN: "terms"}, "because": {ZH: "未核对，因为", EN: "unchecked, because"}, "root": {ZH: "由另一发现解释", EN: "explained by another finding"},
	"agree": {ZH: "相符", EN: "agree"}, "differ": {ZH: "矛盾", EN: "differ"}, "judgement": {ZH: "待判断", EN: "to judge"}, "unchecked": {ZH: "未核对", EN: "unchecked"},
	"checkedBy": {ZH: "经以下规则核对", EN: "checked by"}, "interval": {ZH: "印出的数可代表", EN: "the printed figure stands for"}, "correctReading": {ZH: "读数有误？按原页填写后重新复核", EN: "read wrong? type what the page says, and it is judged again"},
	"apply": {ZH: "改读并重新复核", EN: "read so, and judge again"}, "undo": {ZH: "恢复原读数", EN: "take the reading back"}, "readAs": {ZH: "手工更正；程序原读作", EN: "read by hand; fuhe read"},
	"nothing": {ZH: "没有符合条件的自评表", EN: "no form fits"}, "noFindings": {ZH: "未发现问题", EN: "nothing found"}, "noPicture": {ZH: "这种文件没有页面图像，显示为表格", EN: "files of this kind have no pages; the form is shown as a table"},
	"look": {ZH: "查看", EN: "look"}, "papers": {ZH: "底稿要素", EN: "particulars"}, "papersHint": {ZH: "写入每份导出的底稿、取证单与清单", EN: "they go onto every working paper that is exported"}, "save": {ZH: "保存", EN: "save"},
	"unseen": {ZH: "文件未嵌入字体，本机也没有：灰色文字是程序读到的，不是原页的图像", EN: "the font is neither in the file nor on this machine: the grey text is what was read, not the picture of the page"},
	"help":   {ZH: "按键", EN: "keys"}, "keys": {ZH: "j/k 下一条/上一条发现 · J/K 下一张/上一张表 · c 属实 · x 不属实 · o 待定 · n 写说明 · t 原页/表格 · +/- 缩放 · [ ] 翻页 · / 搜索",
		EN: "j/k next/previous finding · J/K next/previous form · c confirm · x reject · o open · n note · t page/table · +/- zoom · [ ] pages · / search"},
	"saved": {ZH: "已记入", EN: "saved to"}, "gone": {ZH: "记录中有 %d 条判断所指的发现已不存在（保留）", EN: "%d verdicts in the review file are on findings that are gone (kept)"},
	"elsewhere": {ZH: "记录中有 %d 条判断属于本次没有的文件，或文件已改动（保留）", EN: "%d verdicts are on files that are not here or were changed since (kept)"},
	"quit":      {ZH: "结束", EN: "quit"}, "ended": {ZH: "已结束，可以关闭本页", EN: "ended; this page may be closed"}, "count": {ZH: "处", EN: "times"}, "close": {ZH: "关闭", EN: "close"},
	"unread": {ZH: "未读", EN: "unread"}, "without-form": {ZH: "不含自评表", EN: "no form"}, "passed-over": {ZH: "跳过", EN: "passed over"}, "profile": {ZH: "规则", EN: "rules"},
	"lost": {ZH: "与程序的连接已断开", EN: "the program does not answer any more"}, "figure": {ZH: "数字", EN: "figure"}, "figureCount": {ZH: "数字", EN: "figures"}, "entry": {ZH: "条目", EN: "entry"}, "skip": {ZH: "跳到发现", EN: "skip to the findings"},
}

// wordsIn are the words of the page in a language.
func wordsIn(l fuhe.Lang) map[string]string {
	out := make(map[string]string, len(pageWords))
	for name, p := range pageWords {
		out[name] = p.In(l)
	}
	return out
}

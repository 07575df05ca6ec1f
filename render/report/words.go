package report

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"

	"fuhe"
)

//go:embed assets
var assets embed.FS

func templates() (*template.Template, error) { return template.ParseFS(assets, "assets/report.html") }

// asset is a file that is part of the program; one that is not there is a mistake of the program, which a test finds.
func asset(name string) string {
	raw, err := assets.ReadFile("assets/" + name)
	if err != nil {
		return ""
	}
	return string(raw)
}

func style() template.CSS { return template.CSS(asset("report.css")) }
func script() template.JS { return template.JS(asset("report.js")) }

// policy lets the report use what stands in it and load nothing: its own style and script by their hashes, pictures as data.
func policy() string {
	hash := func(name string) string {
		sum := sha256.Sum256([]byte(asset(name)))
		return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	}
	return "default-src 'none'; img-src data:; style-src " + hash("report.css") + "; script-src " + hash("report.js") + "; base-uri 'none'; form-action 'none'"
}

// words are the words of a report, by the names that its templates use.
var words = map[string]fuhe.Phrase{
	"colon": {ZH: "：", EN: ": "}, "comma": {ZH: "，", EN: ", "}, "stop": {ZH: "。", EN: ". "},
	"title": {ZH: "自评表复核报告", EN: "Review of self-evaluation forms"}, "version": {ZH: "程序版本", EN: "version"}, "command": {ZH: "命令", EN: "command"}, "profile": {ZH: "评分规则", EN: "rules"},
	"ownRules": {ZH: "自定规则文件 SHA-256", EN: "own rules, SHA-256"}, "started": {ZH: "开始时间", EN: "started"}, "notReached": {ZH: "中断，未处理的文件", EN: "interrupted, files not reached"},
	"documents": {ZH: "文件", EN: "files"}, "forms": {ZH: "自评表", EN: "forms"}, "form": {ZH: "项目或部门", EN: "project or department"}, "errors": {ZH: "错误", EN: "errors"}, "warnings": {ZH: "警告", EN: "warnings"}, "notes": {ZH: "提示", EN: "notes"},
	"unread": {ZH: "未读", EN: "unread"}, "read": {ZH: "已读", EN: "read"}, "without-form": {ZH: "不含自评表", EN: "without a form"}, "passed-over": {ZH: "跳过", EN: "passed over"}, "doubts": {ZH: "存疑数字", EN: "doubtful figures"},
	"ticks":  {ZH: "审计标识：✓ 重算或核对相符；✗ 矛盾；? 待人判断；○ 未核对（原因列于各表之后）。图中红框为所涉数字，蓝框为计算所用各数。", EN: "Tick marks: ✓ recomputed or cross-checked, and right; ✗ differs; ? for a person to judge; ○ unchecked (the reason stands below each form). In pictures the entry is framed red and its terms blue."},
	"byRule": {ZH: "按规则", EN: "Findings by rule"}, "byUnit": {ZH: "按单位（错误与警告）", EN: "Errors and warnings by unit"}, "scatter": {ZH: "公布执行率与总分（红：有错误）", EN: "Published execution rate and total (red: with errors)"}, "others": {ZH: "其余 %d 项", EN: "%d others"},
	"rolls": {ZH: "各单位各年度：复算执行率与满分指标占比", EN: "Units and years: recomputed execution rate and share of indicators with full marks"}, "rollTable": {ZH: "以表格列出", EN: "as a table"}, "inTable": {ZH: "其余见表格", EN: "the rest stand in the table"},
	"budget": {ZH: "预算（万元）", EN: "budget (10 000 yuan)"}, "spent": {ZH: "执行（万元）", EN: "executed (10 000 yuan)"}, "unknown": {ZH: "金额未计入的表", EN: "forms without known amounts"}, "copies": {ZH: "重复的表（只计一次）", EN: "copies (counted once)"}, "mean": {ZH: "平均总分", EN: "mean total"}, "full": {ZH: "满分指标", EN: "full marks"}, "unknownRate": {ZH: "无", EN: "none"},
	"rate": {ZH: "公布执行率", EN: "published rate"}, "rollRate": {ZH: "复算执行率", EN: "recomputed rate"}, "total": {ZH: "总分", EN: "total"}, "grade": {ZH: "等级", EN: "grade"}, "unit": {ZH: "单位", EN: "unit"}, "year": {ZH: "年度", EN: "year"}, "judged": {ZH: "已判断", EN: "judged"}, "file": {ZH: "文件", EN: "file"},
	"filter": {ZH: "筛选：项目、单位、文件名", EN: "filter: project, unit, file"}, "gone": {ZH: "所指发现已不存在的人工判断（保留）", EN: "Verdicts on findings that are gone (kept)"}, "inputs": {ZH: "全部输入文件及去向", EN: "Every input, and what became of it"},
	"status": {ZH: "状态", EN: "status"}, "reason": {ZH: "原因", EN: "reason"}, "format": {ZH: "格式", EN: "format"}, "bytes": {ZH: "字节", EN: "bytes"}, "figures": {ZH: "数字", EN: "figures"},
	"agree": {ZH: "相符", EN: "agree"}, "differ": {ZH: "矛盾", EN: "differ"}, "judgement": {ZH: "待判断", EN: "to judge"}, "unchecked": {ZH: "未核对", EN: "unchecked"}, "evidence": {ZH: "原页", EN: "page"},
	"published": {ZH: "公布值", EN: "published"}, "recomputed": {ZH: "复算值", EN: "recomputed"}, "working": {ZH: "算式", EN: "working"}, "terms": {ZH: "计算所用", EN: "terms"}, "cause": {ZH: "可能成因", EN: "likely cause"}, "basis": {ZH: "依据", EN: "basis"}, "root": {ZH: "由此发现解释", EN: "explained by"},
	"across": {ZH: "跨表核对", EN: "Across forms"}, "rule": {ZH: "规则", EN: "rule"}, "place": {ZH: "位置", EN: "place"}, "finding": {ZH: "复核发现", EN: "finding"}, "against": {ZH: "对照", EN: "against"},
	"verdict": {ZH: "审计判断", EN: "verdict"}, "feedback": {ZH: "单位反馈", EN: "feedback"}, "noFindings": {ZH: "未发现问题", EN: "nothing found"}, "table": {ZH: "表格全文与审计标识", EN: "the form with its tick marks"}, "cut": {ZH: "表格过大，以下从略", EN: "the table is too large to be shown whole"},
}

func wordsIn(l fuhe.Lang) map[string]string {
	out := make(map[string]string, len(words))
	for name, p := range words {
		out[name] = p.In(l)
	}
	return out
}

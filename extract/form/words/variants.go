package words

import (
	"strings"
	"sync"

	"fuhe/extract/lazy"
)

// Forms are mirrored on pages in traditional characters, some of which add to each its reading, 項(xiàng)目; texts pasted
// from PDF carry radicals for characters.

// reading is a syllable of Pinyin with its tone in brackets, behind the character it is read for.
var reading = lazy.New(`(\p{Han})\([a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]*\)`)

// withoutReadings takes the readings off characters.
func withoutReadings(s string) string {
	if !strings.Contains(s, "(") || !strings.ContainsAny(s, "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ") {
		return s
	}
	return reading.ReplaceAllString(s, "$1")
}

// ideographs marks some of the characters from 一 on.
type ideographs [(lastIdeograph - firstIdeograph + 64) / 64]uint64

const (
	firstIdeograph = 0x4E00
	lastIdeograph  = 0x9FFF
)

// varying marks those that are variants: looking one up there takes a fraction of looking into the table.
var varying = sync.OnceValue(func() *ideographs {
	var out ideographs
	for r := range variants {
		if r >= firstIdeograph && r <= lastIdeograph {
			out[(r-firstIdeograph)/64] |= 1 << ((r - firstIdeograph) % 64)
		}
	}
	return &out
})

// stays tells characters that Squeeze leaves as they are, wherever they stand.
func (x *ideographs) stays(r rune) bool {
	switch {
	case r >= firstIdeograph && r <= lastIdeograph:
		return x[(r-firstIdeograph)/64]&(1<<((r-firstIdeograph)%64)) == 0
	case r > ' ' && r < 0x7F, r == '、', r == '。', r == '“', r == '”', r == '—':
		return true
	}
	return false
}

// variants are the CJK radicals that NFKC leaves alone and that fonts show for the real character (Unicode
// EquivalentUnifiedIdeograph), and the traditional forms of the characters in headings.
var variants = map[rune]rune{
	'⺟': '母', '⺠': '民', '⺫': '目', '⺬': '示', '⺮': '竹', '⺰': '纟', '⺳': '网', '⺸': '羊', '⺻': '聿', '⺼': '肉', '⻁': '虎', '⻄': '西',
	'⻅': '见', '⻆': '角', '⻇': '角', '⻉': '贝', '⻋': '车', '⻌': '辶', '⻏': '阝', '⻐': '钅', '⻑': '长', '⻓': '长', '⻔': '门', '⻖': '阝',
	'⻗': '雨', '⻘': '青', '⻙': '韦', '⻚': '页', '⻛': '风', '⻜': '飞', '⻝': '食', '⻢': '马', '⻣': '骨', '⻤': '鬼', '⻥': '鱼', '⻦': '鸟',
	'⻧': '卤', '⻨': '麦', '⻩': '黄', '⻬': '齐', '⻮': '齿', '⻰': '龙', '⻳': '龟', '⺎': '兀', '⺏': '尣', '⺝': '月',

	'萬': '万', '專': '专', '業': '业', '義': '义', '產': '产', '億': '亿', '價': '价', '優': '优', '會': '会', '體': '体', '餘': '余', '決': '决',
	'況': '况', '準': '准', '減': '减', '劃': '划', '則': '则', '別': '别', '製': '制', '辦': '办', '務': '务', '區': '区', '單': '单', '曆': '历',
	'歷': '历', '縣': '县', '參': '参', '號': '号', '啟': '启', '響': '响', '週': '周', '備': '备', '複': '复', '復': '复', '覆': '复', '實': '实',
	'審': '审', '對': '对', '導': '导', '屬': '属', '幣': '币', '標': '标', '欄': '栏', '錄': '录', '態': '态', '總': '总', '執': '执', '擔': '担',
	'擬': '拟', '撥': '拨', '據': '据', '數': '数', '無': '无', '時': '时', '權': '权', '來': '来', '條': '条', '濟': '济', '滿': '满', '狀': '状',
	'環': '环', '現': '现', '監': '监', '碼': '码', '離': '离', '稱': '称', '簽': '签', '籌': '筹', '類': '类', '級': '级', '組': '组', '細': '细',
	'終': '终', '經': '经', '結': '结', '統': '统', '績': '绩', '續': '续', '綜': '综', '編': '编', '網': '网', '職': '职', '聯': '联', '補': '补',
	'規': '规', '計': '计', '議': '议', '論': '论', '設': '设', '證': '证', '評': '评', '話': '话', '說': '说', '説': '说', '調': '调', '負': '负',
	'財': '财', '責': '责', '質': '质', '貸': '贷', '費': '费', '資': '资', '賦': '赋', '贈': '赠', '轉': '转', '較': '较', '達': '达', '運': '运',
	'進': '进', '採': '采', '釋': '释', '門': '门', '問': '问', '間': '间', '際': '际', '項': '项', '預': '预', '領': '领', '題': '题', '額': '额',
	'長': '长', '員': '员', '頁': '页', '與': '与', '後': '后', '開': '开', '關': '关', '內': '内', '寫': '写', '註': '注', '繫': '系', '係': '系',
	'電': '电', '匯': '汇', '彙': '汇', '債': '债', '齊': '齐', '當': '当', '縂': '总', '衆': '众', '眾': '众', '佈': '布', '個': '个', '構': '构',
	'驗': '验', '點': '点', '層': '层', '幹': '干', '歲': '岁', '範': '范', '圍': '围',
}

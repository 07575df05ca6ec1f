package rules

import "fuhe"

// overForms are the rules that need more than one form; package across holds their checks.
var overForms = []*Rule{CarriedOver, TargetKept, SumOfProjects, Alike, Habits, Balance, ByFunction, ThreePublic, SameTwice, SaidOtherwise, TableDown, TableAcross}

// basisAcross is the basis of what follows from several published forms.
var basisAcross = fuhe.Phrase{
	ZH: "同一单位、同一项目先后或同时公布的数据应当互相衔接；" + basisNational.ZH,
	EN: "figures published of one project, or of a unit and its projects, must fit each other; " + basisNational.EN,
}

// CarriedOver compares what was left last year with what this year's form carries over.
var CarriedOver = &Rule{
	ID: "A101", Name: "carried-over", Severity: fuhe.Warning,
	Title: fuhe.Phrase{ZH: "上年结转＝上年全年预算数−上年全年执行数", EN: "what is carried over is what last year left: adjusted budget − executed"},
	Basis: basisAcross,
	Explain: fuhe.Phrase{
		ZH: "同一项目相邻两年的表都在输入中时比较：今年印出的上年结转（年初或全年一栏）应等于上年全年预算数减全年执行数；扣除其他资金后的结余，或只算财政拨款的结余，也算相符。金额按印出的位数作区间比较。少于上年结余的可能已被收回，故为警告；表上没有结转一行、该格空白、单位不明、上年执行数未读的不比较。是否同一项目不能确定的，只作提示，写明“如是同一项目”。",
		EN: "Compared where the forms of one project for two years in a row are among the inputs: what this year's form prints as carried over (initial or adjusted) must be last year's adjusted budget less what was executed; what is left without other funds (其他资金), or of the fiscal funds alone, is taken, too. Amounts are intervals of their printed places. Less than was left may have been returned, hence a warning. Silent without a row of carry-overs, where it is blank, where a unit is not known or last year's amounts were not read. Where it is not sure that both are one project it is a note that says so.",
	},
}

// TargetKept compares targets with last year's and with those that were declared.
var TargetKept = &Rule{
	ID: "A102", Name: "target-kept", Severity: fuhe.Warning,
	Title: fuhe.Phrase{ZH: "指标值不低于上年和申报的目标，指标和分值不随意增减", EN: "targets are not below last year's or the declared ones; no indicator is dropped, no weight moved"},
	Basis: basisAcross,
	Explain: fuhe.Phrase{
		ZH: "同一项目与上年的自评表、或与同年申报的绩效目标表逐项比较，按指标名称配对：≥类目标降低、≤类目标放宽的，警告；预算按同样幅度减少的，只作提示。总成本一类以金额为上限的目标，两年都等于当年预算（总额或某项资金，年初或全年），或者增幅不大于预算增幅的，不提；只有今年等于预算的，作提示；人均、单位成本一类照常警告。申报的指标没有出现在自评表上、分值与申报不同的，警告；与上年相比少了指标、分值挪动的，每张表作一条提示，换了一半以上指标的不提。同一种量的单位（元与万元）会换算；其他单位不同、符号不同或不是单个数的不比较。",
		EN: "The form is compared with last year's of the same project, or with the targets declared for the year (绩效目标表), indicator by indicator by their names. A target of at least that went down, or of at most that went up, is a warning; a note where the budget shrank as much. An upper bound of money that is the budget of its year in both years (the whole or a source, initial or adjusted), or grew by no more than the budget did, is passed; where it is the budget this year only it is a note. What one of many costs (人均, 单位成本) is a warning all the same. A declared indicator that the form does not have, or another weight than declared, is a warning; one dropped since last year, or weights moved, is one note a form, and nothing is said where more than half of the indicators are new. Units of one quantity (元 and 万元) are converted; targets with other units or signs, and those that are no single figure, are not compared.",
	},
}

// SumOfProjects compares the form of a whole department with those of its projects, and both with the accounts beside them.
var SumOfProjects = &Rule{
	ID: "A103", Name: "sum-of-projects", Severity: fuhe.Error,
	Title: fuhe.Phrase{ZH: "部门整体的项目支出＝各项目之和，且不超过决算表", EN: "the projects of a department add up to its own form, and stay within its accounts"},
	Basis: basisAcross,
	Explain: fuhe.Phrase{
		ZH: "部门整体支出自评表印有“项目支出”一行时，与同部门同年度各项目表的全年预算数、全年执行数之和比较。各项目是否齐全须有根据：同一文件中的项目支出表逐项列出且都有对应的表。齐全而不等的是错误；不能确定齐全的，只在各项目之和已超过部门整体数时提示。同一文件有支出决算表、项目支出决算表的，项目执行数不应超过表上的数。金额按印出的位数作区间比较，有任何一项未读的不相加。",
		EN: "Where the form of a whole department prints a row 项目支出, its adjusted budget and executed amount are compared with the sums over the forms of its projects of that year. That all projects are there needs proof: a table of projects in the same document that lists each, and a form for each. All there and another sum is an error; where that is not proven a note is given only when the projects are already more than the department. Where the document has its accounts (支出决算表, 项目支出决算表), what a project executed must not be above them. Amounts are intervals of their printed places, and nothing is added up of which a part was not read.",
	},
}

// Alike notes what two projects cannot share by chance.
var Alike = &Rule{
	ID: "A104", Name: "alike", Severity: fuhe.Note,
	Title: fuhe.Phrase{ZH: "不同项目的指标、数据或完成情况雷同", EN: "two projects share their indicators, figures or narrative"},
	Basis: fuhe.Phrase{ZH: "输入文件之间的比较；审计经验，非算术关系", EN: "a comparison between the inputs; auditors' experience, no arithmetic"},
	Explain: fuhe.Phrase{
		ZH: "项目名称不同而表内全部数据相同，或者全部指标连同至少四个有区分度的实际完成值相同，或者三十字以上、含数字的完成情况逐字相同的，在后一张上提示一次。只有指标名称和目标相同的不提：同类项目常用同一套指标。同一项目的重复见X605。",
		EN: "Said once, at the later form, where two projects of different names have all figures in common, or all indicators with at least four telling actual values, or a narrative of what was reached of thirty characters or more with figures in it, word for word. Indicators and targets alone are not enough: projects of a kind use one set. The same project again is X605.",
	},
}

// Habits is a table of how units fill in their forms.
var Habits = &Rule{
	ID: "A105", Name: "habits", Severity: fuhe.Note, Table: true,
	Title: fuhe.Phrase{ZH: "各单位、各年度自评打分的特点（只列表，不判断）", EN: "how units score themselves, by unit and year (a table, no findings)"},
	Basis: fuhe.Phrase{ZH: "统计，非判断", EN: "counts, no judgement"},
	Explain: fuhe.Phrase{
		ZH: "fuhe check --statistics 与汇总表按单位和年度列出：表数、金额、执行率、平均得分、指标得满分的比例、得分全为整数的表数、总分相同的表数、套话原因的条数、各规则发现数、未读。只供挑选复核对象。",
		EN: "fuhe check --statistics and the summary sheets list by unit and year: forms, amounts, execution, mean score, the share of indicators with full marks, forms whose scores are all whole numbers, forms that share their total, boilerplate reasons, findings by rule, what was not read. It is for choosing what to look at.",
	},
}

// basisFooting is the basis of adding up any table.
var basisFooting = fuhe.Phrase{
	ZH: "表内数据勾稽关系：合计、小计应等于各分项之和",
	EN: "a total printed in a table must be the sum of the parts printed there",
}

// TableDown adds the rows of a table up; package foot holds the check.
var TableDown = &Rule{
	ID: "C101", Name: "table-down", Severity: fuhe.Error,
	Title: fuhe.Phrase{ZH: "合计行＝各分项行之和（fuhe tables --foot）", EN: "a row of totals is the sum of its rows (fuhe tables --foot)"},
	Basis: basisFooting,
	Explain: fuhe.Phrase{
		ZH: "哪一行是哪些行之和，由表自己证实：按科目编码的上下级、一二三的编号、合计小计总计的位置试加，在其余各列或其余同类各行都合得上（容许各数四舍五入之差），只有个别地方合不上的，才指出该处并列算式。百分比不相加，空白作零，读不准的数所在的列不核。没有得到证实的结构一概不提。",
		EN: "Which rows a row is the sum of is proven by the table: by codes within codes, by numbering, by the places of 合计, 小计 and 总计, and only where the sum closes in the other columns or in the other rows of its kind, within the rounding of every figure, a place where it does not is named with its working. Shares are not added up, a blank is nothing, a column with a figure that was not read for sure is left out. A structure that is not proven is passed in silence.",
	},
}

// TableAcross adds the columns of a table up; package foot holds the check.
var TableAcross = &Rule{
	ID: "C102", Name: "table-across", Severity: fuhe.Error,
	Title: fuhe.Phrase{ZH: "合计列＝各分项列之和（fuhe tables --foot）", EN: "a column of totals is the sum of its columns (fuhe tables --foot)"},
	Basis: basisFooting,
	Explain: fuhe.Phrase{
		ZH: "相邻各列之和在至少四行、且在五分之四以上的行合得上的，作为已证实的结构（列名为合计、小计的要求略低）；小计先于合计，合上的小计代替它的分项。个别行合不上的，指出该行并列算式。",
		EN: "Columns side by side that add up to another in four rows at least, and in four of five, are a proven structure (a column headed as a total needs a little less); the innermost first, and a subtotal then stands for its parts. A row in which they do not is named with its working.",
	},
}

// basisAccounts is the basis of the identities of final accounts.
var basisAccounts = fuhe.Phrase{
	ZH: "部门决算公开表的表内、表间勾稽关系",
	EN: "the identities within and between the tables of published final accounts",
}

// Balance holds income beside expenditure.
var Balance = &Rule{
	ID: "B101", Name: "account-balance", Severity: fuhe.Error,
	Title: fuhe.Phrase{ZH: "收支总表：本年合计＝各项之和，总计＝本年合计＋结转结余等，收支总计相等", EN: "income and expenditure: the year's items add up, with what is carried over they make the totals, and these are equal"},
	Basis: basisAccounts,
	Explain: fuhe.Phrase{
		ZH: "与自评表同在一个文件的收入支出决算总表、财政拨款收支总表（预算表同），按表名识别，逐栏核对三种关系。各数按印出的位数四舍五入；结转结余下列示的一般公共预算、政府性基金等明细不重复相加。同表其他关系合得上而个别合不上的才提；合不上的比合得上的还多，说明表的结构不同，不提。",
		EN: "Tables of income beside expenditure in a document, told by their title, are held to three identities, column by column, within the rounding of every figure; rows that tell of which fund a balance is are not added twice. Said only where the other identities of the table close; where more fail than close the table is built otherwise, and nothing is said.",
	},
}

// ByFunction holds the tables by function and by project.
var ByFunction = &Rule{
	ID: "B102", Name: "account-by-function", Severity: fuhe.Error,
	Title: fuhe.Phrase{ZH: "收入、支出决算表：科目上级＝下级之和，合计栏＝各栏之和", EN: "accounts by function: a code is the sum of the codes within it, 合计 the sum of its columns"},
	Basis: basisAccounts,
	Explain: fuhe.Phrase{
		ZH: "收入决算表、支出决算表、项目支出表和财政拨款总表（预算表同）按表名识别，行按科目编码、列按合计与分栏相加，方法与C101、C102相同：须由表内其他行列证实。",
		EN: "Tables of income, expenditure and projects, told by their title, are added up by their codes and by their columns as C101 and C102 do: the other rows and columns of the table must prove it.",
	},
}

// ThreePublic holds the “三公” expenses.
var ThreePublic = &Rule{
	ID: "B103", Name: "three-public", Severity: fuhe.Error,
	Title: fuhe.Phrase{ZH: "“三公”经费：合计＝因公出国＋公务用车＋公务接待，用车小计＝购置＋运行", EN: "the “三公” expenses: abroad, vehicles and reception make the total, purchase and running the vehicles"},
	Basis: basisAccounts,
	Explain: fuhe.Phrase{
		ZH: "按表头或行名识别各项，预算数、决算数各成一组。组内其他关系合得上而个别合不上的才提；一项都合不上的，不提。",
		EN: "The parts are told by headings or labels, budget and final figures each by themselves. Said only where another identity of the table closes.",
	},
}

// SameTwice holds one sum in two accounts of a document against itself.
var SameTwice = &Rule{
	ID: "B104", Name: "same-twice", Severity: fuhe.Warning,
	Title: fuhe.Phrase{ZH: "收支总表的本年收入、支出与收入决算表、支出决算表一致", EN: "the year's income and expenditure are the same in the balance and in the tables by function"},
	Basis: basisAccounts,
	Explain: fuhe.Phrase{
		ZH: "同一文件内各只有一张收支总表和收入（支出）决算表、年度相同、单位已知时比较：分表的合计应等于总表的本年合计或总计之一。",
		EN: "Compared where a document has one balance and one table by function of the same year in known units: 合计 of the latter must be the year's sum or the total of the former.",
	},
}

// SaidOtherwise holds the text of final accounts against their tables.
var SaidOtherwise = &Rule{
	ID: "B105", Name: "said-otherwise", Severity: fuhe.Warning,
	Title: fuhe.Phrase{ZH: "决算情况说明中的收支总计、本年收支合计与决算表一致", EN: "the text of final accounts names the sums that their tables print"},
	Basis: basisAccounts,
	Explain: fuhe.Phrase{
		ZH: "同一文件的文字说明以固定用语写明收、支总计，财政拨款收、支总计，本年收入合计，本年支出合计的，与收支总表、财政拨款总表、收入（支出）决算表的合计比较，按各自印出的位数、单位作区间比较。只比较在相应标题（如“一、收入支出决算总体情况说明”）之下、句首直接写明的本年决算合计：上年、预算、某项基金、所属单位的数和约数，年度不能确定的，不比较；文字对同一合计写有几个不同的数的，不比较；项目个数等不比较。",
		EN: "Where the text beside the tables names the total of income and expenditure, that of fiscal grants, the year's income or the year's expenditure in the usual words, it is compared with the sums of the balance, of the balance of fiscal grants and of the tables of income and expenditure, at the places and in the units that each prints. Only a sum of the year and of the whole counts, which its sentence names at once under a heading that is about it (一、收入支出决算总体情况说明): those of another year, of a budget, of one fund or of units below, rough ones, and those whose year is not known are left alone; so is a sum for which the text names several figures. Counts of projects are not compared.",
	},
}

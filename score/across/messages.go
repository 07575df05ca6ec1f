package across

import "fuhe"

// copied says where a form has been before.
var copied = fuhe.Phrase{
	ZH: "“%[1]s”的各项数据与%[2]s中的表完全相同",
	EN: "“%[1]s” has the very figures of the form in %[2]s",
}

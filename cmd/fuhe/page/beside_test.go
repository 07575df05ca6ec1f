package page

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// contradicted is an account whose text names another total than its table.
const contradicted = `<meta charset=utf-8><p>2023年度收入支出决算总表</p><p>单位：万元</p><table>
<tr><th colspan=3>收入<th colspan=3>支出</tr><tr><th>项目<th>行次<th>金额<th>项目<th>行次<th>金额</tr>
<tr><td>一、财政拨款收入<td>1<td>180.00<td>一、一般公共服务支出<td>5<td>210.00</tr>
<tr><td>二、事业收入<td>2<td>70.00<td>二、住房保障支出<td>6<td>40.00</tr>
<tr><td>本年收入合计<td>3<td>250.00<td>本年支出合计<td>7<td>250.00</tr>
<tr><td>总计<td>4<td>250.00<td>总计<td>8<td>250.00</tr></table>
<p>一、收入支出决算总体情况说明</p><p>本局2023年度收、支总计253万元。</p>`

// A finding in a table or in text beside the forms is in the list, is explained, and takes a verdict, in a file without a form.
func TestBesideForms(t *testing.T) {
	v := serve(t, "shanghai-2021/chromium.pdf")
	path := filepath.Join(v.folder, "account.html")
	if err := os.WriteFile(path, []byte(contradicted), 0o666); err != nil {
		t.Fatal(err)
	}
	o := v.options.Run
	o.Paths = []string{path}
	v.read(v.ctx, o)
	type line struct {
		Doc, Report, Errors, Warnings, Judged int
		Path, Title, Status                   string
	}
	var list struct {
		Total int
		Forms []line
		Rules []facet
	}
	for _, query := range []string{"?rule=B105", "?severity=warning&q=account", "?q=收、支总计"} {
		v.json("/api/forms"+query, &list)
		if list.Total != 1 || list.Forms[0].Report != noForm || list.Forms[0].Warnings != 1 || list.Forms[0].Status != "without-form" {
			t.Errorf("%s: %+v", query, list)
		}
	}
	for _, query := range []string{"?severity=error&q=account", "?unit=x", "?verdict=confirmed", "?q=nowhere"} {
		if v.json("/api/forms"+query, &list); list.Total != 0 {
			t.Errorf("%s: %+v", query, list)
		}
	}
	var state struct{ Tally struct{ Warnings int } }
	if v.json("/api/state", &state); state.Tally.Warnings != 4 { // three of the form
		t.Errorf("%+v at the top", state)
	}
	var form struct {
		SHA256   string
		Findings []struct {
			ID, Rule, Label, Title, Published, Recomputed string
			Places                                        []struct{ Mark, Label string }
		}
	}
	v.json("/api/form/1/-1", &form)
	if len(form.Findings) != 1 {
		t.Fatalf("%+v", form)
	}
	f := form.Findings[0]
	if f.Rule != "B105" || f.Label != "the text" || f.Title == "" || f.Published != "253万元" || f.Recomputed != "250.00万元" || len(f.Places) != 2 || f.Places[1].Label != "2023年度收入支出决算总表" {
		t.Errorf("%+v", f)
	}
	if status, body := v.post("/api/verdict", map[string]string{"sha256": form.SHA256, "finding": f.ID, "verdict": "confirmed"}); status != http.StatusOK || !strings.Contains(body, `"written":1`) {
		t.Errorf("%d %s", status, body)
	}
	if v.json("/api/forms?verdict=confirmed", &list); list.Total != 1 || list.Forms[0].Judged != 1 {
		t.Errorf("%+v", list)
	}
}

package check_test

import "github.com/statusgen/statusgen/generator/internal/codes"

// shop makes the catalogue one small table with owners.
func shop(c *codes.Catalog, more ...*codes.Code) *codes.Table {
	t := &codes.Table{
		Name: at(900, "shop"), Range: within(901, 0, 99),
		Owners: []*codes.Owner{
			{Name: at(902, "core"), Range: within(902, 1, 2)},
			{Name: at(903, "edge"), Range: within(903, 10, 19)},
			{Name: at(904, "core"), Range: within(904, 90, 200)},
		},
		Retired: []*codes.Retired{{Code: &codes.At[codes.Value]{Value: codes.IntegerValue(11), Pos: on(905)}, Reason: at(905, "Gone.")}},
		Codes:   append([]*codes.Code{number(906, 2, "declined"), number(907, 10, "expired")}, more...),
	}
	*c = codes.Catalog{Tables: []*codes.Table{t}}
	return t
}

var brokenOwners = []broken{
	{"numbers given out twice", func(c *codes.Catalog, _, _, _ *codes.Table) {
		shop(c, number(910, 2, "lost"), number(911, 10, "stolen"), number(912, 10, "forged"))
	}, []string{
		`910: 2 is both "declined" and "lost"; the code is that of "core" [duplicate-code] (see 906) hint: the next free code of "core" is 90`,
		`911: 10 is both "expired" and "stolen"; the code is that of "edge" [duplicate-code] (see 907) hint: the next free code of "edge" is 12`,
		`912: 10 is both "expired" and "forged"; the code is that of "edge" [duplicate-code] (see 907) hint: the next free code of "edge" is 13`,
	}},
	{"no number is left but one that was left out", func(c *codes.Catalog, _, _, _ *codes.Table) {
		shop(c, number(910, 2, "lost"), number(911, 2, "stolen")).Range.Max = 89
	}, []string{
		`910: 2 is both "declined" and "lost"; the code is that of "core" [duplicate-code] (see 906) hint: the next free code of "core" is 1`,
		`911: 2 is both "declined" and "stolen"; the code is that of "core" [duplicate-code] (see 906) hint: "core" has no free code left`,
	}},
	{"codes that are not for their owner", func(c *codes.Catalog, _, _, _ *codes.Table) {
		theirs, unknown, alone := number(911, 19, "theirs"), number(912, 18, "unknown"), number(914, 51, "alone")
		theirs.Owner, unknown.Owner, alone.Owner = at(911, "core"), at(913, "edges"), at(914, "core")
		shop(c, number(910, 50, "astray"), theirs, unknown, alone)
	}, []string{
		`910: 50 is for no owner of the table "shop" to give out [code-owner] (see 902)`,
		`911: 19 is not for "core" to give out, but for "edge" [code-owner] (see 903) hint: the next free code of "core" is 90`,
		`913: the table "shop" has no owner "edges" [code-owner] hint: did you mean "edge"?`,
		`914: 51 is not for "core" to give out [code-owner] hint: the next free code of "core" is 91`,
	}},
	{"owners that overlap, or are of another kind", func(c *codes.Catalog, _, _, _ *codes.Table) {
		t := shop(c)
		t.Owners = append(t.Owners, &codes.Owner{Name: at(910, "late"), Range: within(910, 19, 30)}, &codes.Owner{Name: at(911, "none"), Range: within(911, 2, 1)},
			&codes.Owner{Name: at(912, "text"), Prefix: at(912, "pay_")})
	}, []string{
		`910: the owners "edge" and "late" can both give out 19 [owner-overlap] (see 903)`,
		`911: the range from 2 to 1 holds no code [empty-range] hint: write [1, 2]`,
		`912: an owner with a prefix does not belong in the table "shop", whose codes are of kind integer [table-kind]`,
	}},
	{"texts given out twice", func(c *codes.Catalog, _, _, _ *codes.Table) {
		t := shop(c)
		t.Kind, t.Range, t.Retired = codes.Text, nil, nil
		t.Owners = []*codes.Owner{
			{Name: at(910, "core"), Prefix: at(910, "card_")}, {Name: at(911, "edge"), Prefix: at(911, "card_e")}, {Name: at(912, "edge"), Range: within(912, 1, 2)},
		}
		t.Codes = []*codes.Code{word(913, "card_lost", "card_lost"), word(914, "card_lost", "lost_card")}
	}, []string{
		`911: the owners "core" and "edge" can both give out "card_e" [owner-overlap] (see 910)`,
		`912: an owner with a range does not belong in the table "shop", whose codes are of kind text [table-kind]`,
		`914: "card_lost" is both "card_lost" and "lost_card"; the code is that of "core" [duplicate-code] (see 913) hint: choose another code for "lost_card"`,
	}},
	{"days of removal", func(c *codes.Catalog, _, _, _ *codes.Table) {
		t := shop(c)
		t.Codes[0].Deprecated = &codes.Deprecation{Pos: on(910), RemoveAfter: at(910, "2027-02-29")}
		t.Codes[1].Aliases = []*codes.Alias{{Name: at(911, "elsewhere"), RemoveAfter: at(911, "2027-02-28")}}
	}, []string{
		`910: "2027-02-29" is no day [removal-date] hint: write year, month and day: "2027-01-31"`,
		`911: the alias "elsewhere" is to be removed, but is not deprecated [removal-date] hint: write deprecated: true beside it`,
	}},
}

package main

import (
	"net/http"

	enumerclustered "speed/enumer/c10k"
	enumerhttp "speed/enumer/http"
	enumerscattered "speed/enumer/s10k"
	goenumclustered "speed/go-enum/c10k"
	goenumhttp "speed/go-enum/http"
	goenumscattered "speed/go-enum/s10k"
	"speed/ours/c10k"
	"speed/ours/httpstatus"
	"speed/ours/s10k"
	stringerclustered "speed/stringer/c10k"
	stringerhttp "speed/stringer/http"
	stringerscattered "speed/stringer/s10k"
)

// code -> text, of each table
var httpTexts = map[string]pass[int]{
	"net/http": func(codes []int) (n int) {
		for _, c := range codes {
			n += len(http.StatusText(c))
		}
		return n
	},
	"ours": func(codes []int) (n int) {
		for _, c := range codes {
			n += len(httpstatus.Code(c).Phrase())
		}
		return n
	},
	"stringer": func(codes []int) (n int) {
		for _, c := range codes {
			n += len(stringerhttp.Code(c).String())
		}
		return n
	},
	"enumer": func(codes []int) (n int) {
		for _, c := range codes {
			n += len(enumerhttp.Code(c).String())
		}
		return n
	},
	"go-enum": func(codes []int) (n int) {
		for _, c := range codes {
			n += len(goenumhttp.Code(c).String())
		}
		return n
	},
}

var clusteredTexts = map[string]pass[int]{
	"ours": func(codes []int) (n int) {
		for _, c := range codes {
			n += len(c10k.Code(c).Phrase())
		}
		return n
	},
	"stringer": func(codes []int) (n int) {
		for _, c := range codes {
			n += len(stringerclustered.Code(c).String())
		}
		return n
	},
	"enumer": func(codes []int) (n int) {
		for _, c := range codes {
			n += len(enumerclustered.Code(c).String())
		}
		return n
	},
	"go-enum": func(codes []int) (n int) {
		for _, c := range codes {
			n += len(goenumclustered.Code(c).String())
		}
		return n
	},
}

var scatteredTexts = map[string]pass[int]{
	"ours": func(codes []int) (n int) {
		for _, c := range codes {
			n += len(s10k.Code(c).Phrase())
		}
		return n
	},
	"stringer": func(codes []int) (n int) {
		for _, c := range codes {
			n += len(stringerscattered.Code(c).String())
		}
		return n
	},
	"enumer": func(codes []int) (n int) {
		for _, c := range codes {
			n += len(enumerscattered.Code(c).String())
		}
		return n
	},
	"go-enum": func(codes []int) (n int) {
		for _, c := range codes {
			n += len(goenumscattered.Code(c).String())
		}
		return n
	},
}

// name -> code
var httpCodes = map[string]pass[string]{
	"ours": func(names []string) (n int) {
		for _, name := range names {
			c, _ := httpstatus.Parse(name)
			n += int(c)
		}
		return n
	},
	"enumer": func(names []string) (n int) {
		for _, name := range names {
			c, _ := enumerhttp.CodeString(name)
			n += int(c)
		}
		return n
	},
	"go-enum": func(names []string) (n int) {
		for _, name := range names {
			c, _ := goenumhttp.ParseCode(name)
			n += int(c)
		}
		return n
	},
}

var clusteredCodes = map[string]pass[string]{
	"ours": func(names []string) (n int) {
		for _, name := range names {
			c, _ := c10k.Parse(name)
			n += int(c)
		}
		return n
	},
	"enumer": func(names []string) (n int) {
		for _, name := range names {
			c, _ := enumerclustered.CodeString(name)
			n += int(c)
		}
		return n
	},
	"go-enum": func(names []string) (n int) {
		for _, name := range names {
			c, _ := goenumclustered.ParseCode(name)
			n += int(c)
		}
		return n
	},
}

// Speed measures the lookups of generated Go. It prints, as JSON, what each
// competitor took in each round, in nanoseconds for one lookup.
package main

import (
	"encoding/json"
	"flag"
	"log"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"testing"
	"time"

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

const inputs = 1 << 16 // random, and too many for a processor to learn their branches

type measured struct {
	Costs       []float64
	Allocations float64
}

// pass looks all inputs up once. Each competitor has a loop of its own, so that
// the compiler may inline what it can.
type pass[In any] func([]In) int

var (
	sink     int
	rounds   = flag.Int("rounds", 1, "how often each competitor has its turn")
	spell    = flag.Duration("spell", time.Millisecond, "how long a turn lasts")
	seeded   = rand.New(rand.NewPCG(3, 4))
	measures = map[string]map[string]measured{}
)

func main() {
	log.SetFlags(0)
	flag.Parse()
	web, clustered, scattered := collect(httpstatus.All()), collect(c10k.All()), collect(s10k.All())
	agree(web, clustered, scattered)

	contest("phrase, http, known", picked(web), httpTexts)
	contest("phrase, http, unknown", strangers(web, 0, 1000), httpTexts)
	contest("phrase, c10k, known", picked(clustered), clusteredTexts)
	contest("phrase, c10k, unknown", strangers(clustered, clustered[0], clustered[len(clustered)-1]), clusteredTexts)
	contest("phrase, s10k, known", picked(scattered), scatteredTexts)
	contest("phrase, s10k, unknown", strangers(scattered, 0, 1<<31-1), scatteredTexts)

	webNames, clusteredNames := namesOf(httpstatus.All(), httpstatus.Code.Name), namesOf(c10k.All(), c10k.Code.Name)
	contest("name, http, known", picked(webNames), httpCodes)
	contest("name, http, unknown", misspelt(webNames), httpCodes)
	contest("name, c10k, known", picked(clusteredNames), clusteredCodes)
	contest("name, c10k, unknown", misspelt(clusteredNames), clusteredCodes)
	if err := json.NewEncoder(os.Stdout).Encode(measures); err != nil {
		log.Fatal(err)
	}
}

// contest lets the competitors take turns.
func contest[In any](question string, list []In, competitors map[string]pass[In]) {
	names := slices.Sorted(maps.Keys(competitors))
	answers, passes := map[string]measured{}, map[string]int{}
	for _, who := range names {
		run := competitors[who]
		passes[who] = 1
		for took(run, list, passes[who]) < *spell {
			passes[who] *= 2
		}
		answers[who] = measured{Allocations: testing.AllocsPerRun(1, func() { sink += run(list) }) / inputs}
	}
	for range *rounds {
		for _, who := range names {
			m := answers[who]
			m.Costs = append(m.Costs, float64(took(competitors[who], list, passes[who]))/float64(passes[who]*inputs))
			answers[who] = m
		}
	}
	measures[question] = answers
}

func took[In any](run pass[In], list []In, passes int) time.Duration {
	start := time.Now()
	for range passes {
		sink += run(list)
	}
	return time.Since(start)
}

// agree stops a comparison of different things: every competitor knows the same
// codes by the same names.
func agree(web, clustered, scattered []int) {
	for _, c := range web {
		same(httpstatus.Code(c).Name(), stringerhttp.Code(c).String(), enumerhttp.Code(c).String(), goenumhttp.Code(c).String())
	}
	for _, c := range clustered {
		same(c10k.Code(c).Phrase(), stringerclustered.Code(c).String(), enumerclustered.Code(c).String(), goenumclustered.Code(c).String())
	}
	for _, c := range scattered {
		same(s10k.Code(c).Phrase(), stringerscattered.Code(c).String(), enumerscattered.Code(c).String(), goenumscattered.Code(c).String())
	}
}

func same(want string, others ...string) {
	for _, got := range others {
		if want != got {
			log.Fatalf("competitors disagree: %q and %q", want, got)
		}
	}
}

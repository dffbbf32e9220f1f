package render

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// find follows the way that generated code goes.
func (h *Hash) find(hash uint64) int {
	hash ^= uint64(h.Displacements[hash>>(64-h.BucketBits)])
	return h.Slots[hash*Multiplier>>(64-h.SlotBits)]
}

func TestHashFindsEveryText(t *testing.T) {
	for _, n := range []int{1, 2, 17, 63, 1000, 20000} {
		var texts []string
		for i := range n {
			texts = append(texts, fmt.Sprintf("%*d_of_a_longer_name"[:3+i%18], 1+i%40, i))
		}
		texts = distinctTexts(texts)
		h := perfect(texts, HashText)
		for i, text := range texts {
			require.Equal(t, i+1, h.find(HashText(h.Seed, text)), text)
		}
		require.LessOrEqual(t, len(h.Slots), 16*len(texts)+16)
	}
}

// TestHashOfNumberedNames hashes names that differ in a few characters, as most
// do, and of every length: each of few seeds has to do. 100,000 of eight
// characters need all 64 bits.
func TestHashOfNumberedNames(t *testing.T) {
	for _, n := range []int{64, 1000, 10000, 100000} {
		for _, form := range []string{"%d", "e%d", "bad_%d", "bad %d", "e%07d", "err%06d", "%011d", "%015d", "user_not_found_%d", strings.Repeat("long_", 12) + "%d"} {
			texts := make([]string, n)
			for i := range texts {
				texts[i] = fmt.Sprintf(form, i)
			}
			h := perfect(texts, HashText)
			require.LessOrEqual(t, h.Seed*inverse(Multiplier), uint64(4), "%d of %s", n, form)
			require.LessOrEqual(t, len(h.Slots), 16*n, "%d of %s", n, form)
		}
	}
}

func distinctTexts(list []string) []string {
	seen := map[string]bool{}
	var kept []string
	for _, text := range list {
		if !seen[text] {
			seen[text] = true
			kept = append(kept, text)
		}
	}
	return kept
}

func TestHashFindsEveryNumber(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for name, number := range map[string]func(i uint64) uint64{
		"random":       func(uint64) uint64 { return random.Uint64() },
		"in a row":     func(i uint64) uint64 { return i },
		"far apart":    func(i uint64) uint64 { return i << 40 },
		"both signs":   func(i uint64) uint64 { return i - 5000 },
		"in one place": func(i uint64) uint64 { return i * inverse(Multiplier) }, // what a bare multiplication undoes
	} {
		seen := map[uint64]bool{}
		var numbers []uint64
		for i := range uint64(10000) {
			if n := number(i); !seen[n] {
				seen[n] = true
				numbers = append(numbers, n)
			}
		}
		h := perfect(numbers, HashNumber)
		for i, n := range numbers {
			require.Equal(t, i+1, h.find(HashNumber(h.Seed, n)), "%s: %d", name, n)
		}
	}
}

// inverse gives the number whose product with n is 1, modulo 2^64.
func inverse(n uint64) uint64 {
	x := n
	for range 6 {
		x *= 2 - n*x
	}
	return x
}

// TestHashReadsEveryByte: two texts that differ must differ in their hashes
// for some seed, or no perfect hash is ever found.
func TestHashReadsEveryByte(t *testing.T) {
	for n := range 100 {
		text := []byte(strings.Repeat("a", n))
		hash := HashText(1, string(text))
		require.NotEqual(t, hash, HashText(2, string(text)), "the seed changes it")
		require.NotEqual(t, hash, HashText(1, string(text)+"a"), "the length changes it")
		for i := range text {
			text[i] = 'b'
			require.NotEqual(t, hash, HashText(1, string(text)), "byte %d of %d", i, n)
			text[i] = 'a'
		}
	}
}

// TestHashTellsLengthsApart: a letter that differs as two lengths do must not
// make up for it, whatever the seed.
func TestHashTellsLengthsApart(t *testing.T) {
	pairs := [][2]string{{strings.Repeat("A", 15) + "zE" + strings.Repeat("A", 15), "~" + strings.Repeat("A", 14) + "z" + strings.Repeat("A", 15)}}
	for n := range 100 {
		for m := range n {
			other := byte('a' ^ (n + 1) ^ (m + 1))
			pairs = append(pairs, [2]string{strings.Repeat("a", n+1), string(other) + strings.Repeat("a", m)})
		}
	}
	for _, pair := range pairs {
		apart := false
		for seed := range uint64(4) {
			apart = apart || HashText((seed+1)*Multiplier, pair[0]) != HashText((seed+1)*Multiplier, pair[1])
		}
		require.True(t, apart, pair)
	}
}

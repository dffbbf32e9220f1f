package render

import (
	"cmp"
	"encoding/binary"
	"math/bits"
	"slices"
)

// Hash is a perfect hash, found by hash and displace: the upper bits of a
// key's hash choose a bucket, the bucket's displacement changes the hash, and
// the upper bits of what comes out are the key's slot, which no other key
// has. A key that is none of the table's finds some slot too, so that the key
// there has to be compared.
//
//	slot = (hash ^ Displacements[hash>>(64-BucketBits)]) * Multiplier >> (64-SlotBits)
//
// The hash of a number is [HashNumber], that of a text [HashText].
type Hash struct {
	Seed          uint64
	BucketBits    int
	SlotBits      int
	Displacements []int
	Slots         []int // the place of the key, from 1; 0: none

	hashes []uint64 // of the keys
	keys   []int    // of the slots: the number of the key, from 1; 0: none
}

// Multiplier is 2^64 divided by the golden ratio, which spreads the bits of
// neighbouring numbers.
const Multiplier = 0x9e3779b97f4a7c15

const (
	maxDisplacement = 1<<16 - 1 // what two bytes can hold
	maxBucket       = 64        // of 4 keys on average; with more, the hash is a bad one for these keys
)

// perfect finds a displacement for each bucket so that no two keys share a
// slot; where there is none, with more buckets and slots, then with another
// seed, so that no choice of keys can keep it from ending.
func perfect[Key any](keys []Key, hash func(seed uint64, key Key) uint64) *Hash {
	hashes := make([]uint64, len(keys))
	for seed := uint64(Multiplier); ; seed += Multiplier {
		for i, key := range keys {
			hashes[i] = hash(seed, key)
		}
		for more := range 3 {
			h := &Hash{
				Seed:       seed,
				BucketBits: more + max(1, bits.Len(uint(len(keys)/4))),
				SlotBits:   more + max(1, bits.Len(uint(len(keys)+len(keys)/4))),
				hashes:     hashes,
			}
			if h.displace() {
				h.Slots = slices.Clone(h.keys)
				return h
			}
		}
	}
}

// displace settles all buckets, the largest first, while there is room.
func (h *Hash) displace() bool {
	buckets := make([][]int, 1<<h.BucketBits)
	for i, hash := range h.hashes {
		b := hash >> (64 - h.BucketBits)
		buckets[b] = append(buckets[b], i)
	}
	order := make([]int, len(buckets))
	for b := range order {
		order[b] = b
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(len(buckets[y]), len(buckets[x])) })
	h.Displacements = make([]int, len(buckets))
	h.keys = make([]int, 1<<h.SlotBits)
	if len(buckets[order[0]]) > maxBucket {
		return false
	}
	for _, b := range order {
		if len(buckets[b]) > 0 && !h.settle(b, buckets[b]) {
			return false
		}
	}
	return true
}

// settle finds the displacement of one bucket.
func (h *Hash) settle(bucket int, keys []int) bool {
	taken := make([]uint64, 0, len(keys))
	for d := range uint64(maxDisplacement + 1) {
		taken = taken[:0]
		for _, key := range keys {
			slot := (h.hashes[key] ^ d) * Multiplier >> (64 - h.SlotBits)
			if h.keys[slot] != 0 || slices.Contains(taken, slot) {
				break
			}
			taken = append(taken, slot)
		}
		if len(taken) == len(keys) {
			h.Displacements[bucket] = int(d)
			for i, key := range keys {
				h.keys[taken[i]] = key + 1
			}
			return true
		}
	}
	return false
}

// Tagged gives the slots with sixteen bits of the hash of each key below its
// place: those which no displacement changes.
func (h *Hash) Tagged() []int {
	tagged := make([]int, len(h.Slots))
	for i, key := range h.keys {
		if key != 0 {
			tagged[i] = h.Slots[i]<<16 | int(uint16(h.hashes[key-1]>>16))
		}
	}
	return tagged
}

// HashNumber is the hash of a number. Generated code computes the same.
func HashNumber(seed, number uint64) uint64 { return mix(seed^number, Multiplier) }

// Apart is how far the second half of a text's hash is turned, by an odd number:
// of a short text both halves are the same, and the two of them together are to
// tell as much as one.
const Apart = 29

// HashText is the hash of a text. Generated code computes the same. Four words
// cover what is no longer than 32 bytes, so that names, whose lengths nobody
// foresees, all take one way.
func HashText(seed uint64, text string) uint64 {
	s := []byte(text)
	h := seed * (2*uint64(len(s)) + 1) // no text can undo a product as it can a sum of bits
	word := func(at int) uint64 { return binary.LittleEndian.Uint64(s[at:]) }
	for ; len(s) > 32; s = s[16:] {
		h = mix(h^word(0), Multiplier^word(8))
	}
	var a, b, c, d uint64
	switch n := len(s); {
	case n >= 8:
		third := (n - 6) / 3 // rounded up, so that no byte is left out
		a, b, c, d = word(0), word(third), word(n-8-third), word(n-8)
	case n >= 4:
		a, b = uint64(binary.LittleEndian.Uint32(s)), uint64(binary.LittleEndian.Uint32(s[n-4:]))
	case n > 0:
		a, b = uint64(s[0])|uint64(s[n/2])<<8, uint64(s[n-1])
	}
	return mix(h^a, Multiplier^b) ^ bits.RotateLeft64(mix(h^c, Multiplier^d), Apart)
}

// mix folds the product of two numbers, of which every bit depends on all of
// theirs.
func mix(a, b uint64) uint64 {
	high, low := bits.Mul64(a, b)
	return high ^ low
}

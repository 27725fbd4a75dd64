package oidc

import (
	"crypto/sha256"
	"errors"
	"sync"
	"time"
)

// The limits of what is remembered of proofs, for one generation of them.
const (
	proofsKept   = 200_000
	proofsPerKey = 20_000 // about 160 requests a second, so that one key cannot crowd out others
	// proofsTurn is at least as long as a proof can be taken for fresh.
	proofsTurn = maxProofAge + MaxClockSkew
)

// replays remembers which proofs have been here, each for at least as long as
// it would be taken for fresh and at most twice as long. What it cannot
// remember, it does not let in.
type replays struct {
	mu            sync.Mutex
	turned        time.Time
	young, old    map[[sha256.Size]byte]struct{}
	youngestByKey map[string]int
}

// take lets a proof in once. id is the proof's own, under the key that made it.
func (r *replays) take(key, id string, now time.Time) error {
	seen := sha256.Sum256([]byte(key + "\x00" + id))
	r.mu.Lock()
	defer r.mu.Unlock()
	r.turn(now)
	_, young := r.young[seen]
	_, old := r.old[seen]
	switch {
	case young || old:
		return errors.New("it has been here before")
	case len(r.young) >= proofsKept || r.youngestByKey[key] >= proofsPerKey:
		return errors.New("more proofs came than can be remembered")
	}
	r.young[seen] = struct{}{}
	r.youngestByKey[key]++
	return nil
}

// turn lets the young grow old, and forgets the old.
func (r *replays) turn(now time.Time) {
	age := now.Sub(r.turned)
	if r.young != nil && age < proofsTurn {
		return
	}
	r.old = r.young
	if age >= 2*proofsTurn {
		r.old = nil
	}
	r.young, r.youngestByKey, r.turned = map[[sha256.Size]byte]struct{}{}, map[string]int{}, now
}

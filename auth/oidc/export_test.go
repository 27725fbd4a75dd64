package oidc

// Settle waits for the fetches under way, so that a test can look at what they
// brought.
func (v *Verifier) Settle() { v.work.Wait() }

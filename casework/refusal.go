package casework

import (
	"entente/audit"
	"entente/graph"
)

// Refused notes that the caller is answered with an error code, and what was
// asked for: Disclose logs it with what is handed out. A gate has logged itself,
// and a failure of the hub is no refusal.
func (e *Enquiry) Refused(code graph.Code, asked ...graph.ID) {
	if code == graph.Internal || code == graph.GateClosed {
		return
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	at := -1
	for i := range e.noted {
		if e.noted[i].Refusal == code {
			at = i
		}
	}
	if at < 0 {
		at = len(e.noted)
		e.noted = append(e.noted, audit.Entry{Action: audit.Refuse, Refusal: code})
	}
	for _, id := range asked {
		if _, ok := id.Bits(); ok {
			e.noted[at].Elements = append(e.noted[at].Elements, id)
		}
	}
}

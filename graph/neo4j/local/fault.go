package local

// Fault is what the person at the terminal can put right. Problem says what is
// wrong, Remedy what to type or to set. Neither holds a secret.
type Fault struct {
	Problem string
	Remedy  string
}

// Error is the problem and the remedy on one line.
func (f *Fault) Error() string { return f.Problem + ". " + f.Remedy }

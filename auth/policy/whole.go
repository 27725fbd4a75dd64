package policy

// Whole is the sight of every element under the first n markings. It is no
// officer's: it exists to load a case into a hub and to restore one, where ends
// of links must be found whoever owns them. Nothing read under it is answered
// to anybody.
func Whole(n int) Sight {
	s := Sight{bits: make([]uint64, (n+63)/64)}
	for id := range n {
		s.bits[id/64] |= 1 << (id % 64)
		s.visible = append(s.visible, int64(id))
	}
	s.key = keyOf(s.visible)
	return s
}

package policy

import "slices"

// Within is what both sights see: it never shows more than either. An owner
// who looks through a partner's eyes still sees no more than the owner does.
func (s Sight) Within(o Sight) Sight {
	both := Sight{bits: slices.Clone(s.bits[:min(len(s.bits), len(o.bits))])}
	for i := range both.bits {
		both.bits[i] &= o.bits[i]
	}
	for _, id := range s.visible {
		if word := int(id / 64); word < len(both.bits) && both.bits[word]>>(id%64)&1 == 1 {
			both.visible = append(both.visible, id)
		}
	}
	both.key = keyOf(both.visible)
	return both
}

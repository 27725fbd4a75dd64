package local

// Progress is told how far a long step has come. Step is a phrase for people
// ("fetching Neo4j"), done counts up to total; total is 0 where it is unknown,
// and done is then seconds. It is called from one goroutine at a time. A nil
// Progress is allowed wherever one is taken.
type Progress func(step string, done, total int)

func (p Progress) tell(step string, done, total int) {
	if p != nil {
		p(step, done, total)
	}
}

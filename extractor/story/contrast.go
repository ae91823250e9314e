package story

const (
	// contrastSize is from how many articles on a group can stand against another; contrastLimit the contrast from
	// which on two groups are two stories, however alike their words are.
	contrastSize  = 3
	contrastLimit = 0.5
)

// apart reports whether two groups of articles are clearly about two things of one kind.
func apart(part []*node, a, b []int32) bool {
	return min(len(a), len(b)) >= contrastSize && contrast(part, a, b) >= contrastLimit
}

// contrast tells how clearly two groups of articles are about two things of one kind, such as two players of one team
// arrested for one offence, or two bouts of one boxer: by the share of a group's articles that name a person or place
// whom the other group does not name. It is that share at its highest, in the group where that is less; 0 where one
// group has no names of its own. Small groups have less of it.
func contrast(part []*node, a, b []int32) float64 {
	named := map[uint32][2]float64{}
	for side, group := range [2][]int32{a, b} {
		one := 1 / float64(len(group)+1)
		for _, i := range group {
			p := part[i].profile
			for _, names := range [2]vector{p.parts[partPeople], p.parts[partPlaces]} {
				for _, c := range names {
					v := named[c.key]
					v[side] += one
					named[c.key] = v
				}
			}
		}
	}
	var best [2]float64
	for _, v := range named {
		best[0] = max(best[0], v[0]-v[1])
		best[1] = max(best[1], v[1]-v[0])
	}
	return min(best[0], best[1])
}

package quant

// VotesCols is how many sums Votes has.
const VotesCols = votesCols

// Votes is a table of small weights, VotesCols in a row, whose rows are added up.
type Votes struct{ weights []int8 }

// NewVotes copies rows of cols weights, VotesCols at most.
func NewVotes(cols int, weights []int8) *Votes {
	v := &Votes{weights: make([]int8, len(weights)/cols*votesCols)}
	for i := 0; i < len(weights); i += cols {
		copy(v.weights[i/cols*votesCols:], weights[i:i+cols])
	}
	return v
}

// Sum adds up rows into to.
func (v *Votes) Sum(w *Workspace, rows []uint32, to *[VotesCols]int32) {
	*to = [VotesCols]int32{}
	if len(rows) > 0 {
		w.votes(&to[0], &v.weights[0], &rows[0], len(rows))
	}
}

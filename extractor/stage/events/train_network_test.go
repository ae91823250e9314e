package events

import "testing"

// What a foreign corpus holds for no event must not teach ours what none is.
func TestDomainLossKeepsNoEventApart(t *testing.T) {
	scores := make([]float32, typeCount+foreignCorpora)
	domainLoss(scores, 2, 0, 1)
	if scores[0] != 0 {
		t.Errorf("a foreign word without event moves our score of none by %v", scores[0])
	}
	if scores[typeCount+1] >= 0 {
		t.Errorf("its own score of none is not raised: gradient %v", scores[typeCount+1])
	}
	for _, other := range []int{typeCount, typeCount + 2, typeCount + 3} {
		if scores[other] != 0 {
			t.Errorf("the score of another corpus moves by %v", scores[other])
		}
	}
	clear(scores)
	domainLoss(scores, 0, 3, 1)
	if scores[3] >= 0 || scores[0] <= 0 || scores[typeCount] != 0 {
		t.Errorf("gradient of one of our events: its type %v, none %v, a foreign none %v", scores[3], scores[0], scores[typeCount])
	}
}

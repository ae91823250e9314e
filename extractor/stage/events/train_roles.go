package events

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/dateline-news/dateline/extractor"
)

// GoldArgument is who or what has a role in a marked event: all places that name it.
type GoldArgument struct {
	Role  extractor.ArgumentRole
	Spans []extractor.TextSpan
}

// roleExample is a party of a sentence that names a marked event.
type roleExample struct {
	features []uint32
	class    int
	rule     int
	group    int
	// known: the corpus marks every role, not the actor and recipient alone.
	known bool
}

// collectRoles returns the parties of all sentences that name a marked event of the type found.
func (a *analysis) collectRoles(gold []Gold, o Options) []roleExample {
	args := a.ruledArguments()
	var out []roleExample
	var parties []party
	for i := range a.candidates {
		c := &a.candidates[i]
		if c.dropped {
			continue
		}
		g := a.goldIndex(gold, c)
		if g < 0 || !gold[g].Is(c.sense.Type) || len(gold[g].Arguments) == 0 {
			continue
		}
		parties = a.partiesOf(c, args[i], parties[:0])
		for k := range parties {
			class := a.goldClass(&gold[g], &parties[k])
			rule := classOf(parties[k].rule)
			if o.PositivesOnly && class == classNone && rule >= classPlace {
				continue // nobody was asked for places and objects
			}
			a.describeParty(c, parties, k)
			out = append(out, roleExample{slices.Clone(a.hasher.out), class, rule, o.Group, !o.PositivesOnly})
		}
	}
	return out
}

// goldClass returns the class of the role that people gave to a party, of several the first in order.
func (a *analysis) goldClass(g *Gold, p *party) int {
	best := classNone
	span := a.Tokens[p.head].Span
	for _, arg := range g.Arguments {
		if c := classOf(arg.Role); c != classNone && (best == classNone || c < best) && overlapsAny(arg.Spans, span) {
			best = c
		}
	}
	return best
}

// Training of the role model.
const (
	roleEpochs = 5
	roleRounds = 5
	roleRate   = 0.05
	roleDecay  = 1e-3
)

// fitRoles averages the weights of several fits, each in an order of its own: what one order taught by chance goes.
func fitRoles(examples []roleExample, seed uint64) []float32 {
	mean := make([]float32, roleClasses<<roleBits)
	for round := range uint64(roleRounds) {
		for i, w := range fitRolesOnce(examples, seed+round) {
			mean[i] += w / roleRounds
		}
	}
	return mean
}

// fitRolesOnce fits the softmax by AdaGrad.
func fitRolesOnce(examples []roleExample, seed uint64) []float32 {
	w, g := make([]float32, roleClasses<<roleBits), make([]float32, roleClasses<<roleBits)
	r := rand.New(rand.NewPCG(seed, 17))
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	for range roleEpochs {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			e := &examples[i]
			p := roleScores(w, e.features)
			softmax(&p)
			p[e.class]--
			for _, f := range e.features {
				at := roleClasses * int(f)
				for k := range p {
					grad := p[k] + roleDecay*w[at+k]
					g[at+k] += grad * grad
					w[at+k] -= roleRate * grad / (float32(math.Sqrt(float64(g[at+k]))) + 1e-3)
				}
			}
		}
	}
	return w
}

func roleScores(w []float32, features []uint32) [roleClasses]float32 {
	var s [roleClasses]float32
	for _, f := range features {
		for k := range s {
			s[k] += w[roleClasses*int(f)+k]
		}
	}
	return s
}

// reportRoles logs how the roles of held-out documents come out, by the rules alone and by the model.
func reportRoles(examples []roleExample, seed uint64, log io.Writer) {
	var hit, gold, found, ruleHit, ruleFound [2][roleClasses]float64
	for fold := range foldsOfDocs {
		var in []roleExample
		for i := range examples {
			if examples[i].group%foldsOfDocs != fold {
				in = append(in, examples[i])
			}
		}
		w := fitRoles(in, seed)
		for i := range examples {
			e := &examples[i]
			if e.group%foldsOfDocs != fold {
				continue
			}
			p := roleScores(w, e.features)
			class, part := likeliest(&p, minRuled), 0
			if !e.known {
				part = 1
			}
			gold[part][e.class]++
			found[part][class]++
			ruleFound[part][e.rule]++
			if class == e.class {
				hit[part][class]++
			}
			if e.rule == e.class {
				ruleHit[part][e.class]++
			}
		}
	}
	for part, corpus := range []string{"annotated news", "records"} {
		for k := classActor; k < roleClasses; k++ {
			h, g, f, rh, rf := hit[part][k], gold[part][k], found[part][k], ruleHit[part][k], ruleFound[part][k]
			if g > 0 {
				fmt.Fprintf(log, "roles of %s: %s %4.0f: F1 %.3f (P %.3f R %.3f), by rules %.3f (P %.3f R %.3f)\n", corpus, roleOfClass[k], g, 2*h/(g+f), h/f, h/g, 2*rh/(g+rf), rh/rf, rh/g)
			}
		}
	}
}

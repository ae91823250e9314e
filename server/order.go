package server

// order decides when an answer may be sent: at once if it need not wait, else after every earlier one. It belongs
// to one goroutine.
type order struct {
	next    int32            // the first sequence that is not sent
	waiting map[int32]answer // ready, but an earlier one is not
	sent    map[int32]bool   // sent ahead of an earlier one
	out     []answer
}

func newOrder() *order {
	return &order{waiting: map[int32]answer{}, sent: map[int32]bool{}}
}

// add takes an answer and returns those that may be sent now, in order; valid until the next call.
func (o *order) add(a answer) []answer {
	clear(o.out)
	o.out = o.out[:0]
	switch {
	case a.anyTime:
		o.out = append(o.out, a)
		o.sent[a.sequence] = true
	default:
		o.waiting[a.sequence] = a
	}
	for {
		if o.sent[o.next] {
			delete(o.sent, o.next)
		} else if w, ok := o.waiting[o.next]; ok {
			delete(o.waiting, o.next)
			o.out = append(o.out, w)
		} else {
			return o.out
		}
		o.next++
	}
}

package story

import "sync"

// held keeps what was used last, in two generations: when the younger one is full the older one is dropped. How much is
// in a generation is told by the weights of its values. It is safe for concurrent use.
type held[K comparable, V any] struct {
	mu            sync.Mutex
	weigh         func(V) int
	weight, limit int
	young, old    map[K]V
}

func newHeld[K comparable, V any](limit int, weigh func(V) int) *held[K, V] {
	return &held[K, V]{weigh: weigh, limit: limit, young: map[K]V{}}
}

func (h *held[K, V]) get(key K) (V, bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	v, ok := h.young[key]
	if ok {
		return v, true
	}
	if v, ok = h.old[key]; ok {
		h.add(key, v)
	}
	return v, ok
}

func (h *held[K, V]) put(key K, v V) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.add(key, v)
}

func (h *held[K, V]) add(key K, v V) {
	w := h.weigh(v)
	if last, ok := h.young[key]; ok {
		h.weight -= h.weigh(last)
	}
	if h.weight+w > h.limit {
		h.old, h.young, h.weight = h.young, map[K]V{}, 0
	}
	h.weight += w
	h.young[key] = v
}

func (h *held[K, V]) drop(key K) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if last, ok := h.young[key]; ok {
		h.weight -= h.weigh(last)
	}
	delete(h.young, key)
	delete(h.old, key)
}

package nn

import "math"

// vectorable returns how many of n values the kernels take; the rest is left to Go.
func vectorable(n int) int {
	if !avx2 {
		return 0
	}
	return n &^ 7
}

// swish writes y = x·gate(x).
func swish(x, y []float32) {
	n := vectorable(len(x))
	if n > 0 {
		_ = y[n-1]
		swishAVX2(&x[0], &y[0], n)
	}
	for i, v := range x[n:] {
		y[n+i] = v * gate(v)
	}
}

// swishBack writes dx = dy·(gate(x) + x·slope(x)).
func swishBack(x, dy, dx []float32) {
	n := vectorable(len(x))
	if n > 0 {
		_, _ = dy[n-1], dx[n-1]
		swishBackAVX2(&x[0], &dy[0], &dx[0], n)
	}
	for i, v := range x[n:] {
		dx[n+i] = dy[n+i] * (gate(v) + v*gateSlope(v))
	}
}

// scanStep writes h = before + gate(z)·(c - before).
func scanStep(z, c, before, h []float32) {
	n := vectorable(len(h))
	if n > 0 {
		_, _, _ = z[n-1], c[n-1], before[n-1]
		scanStepAVX2(&z[0], &c[0], &before[0], &h[0], n)
	}
	for i := n; i < len(h); i++ {
		h[i] = before[i] + gate(z[i])*(c[i]-before[i])
	}
}

// scanBack is the gradient of scanStep; the part that belongs to the step before is added to dBefore.
func scanBack(z, c, before, dh, dz, dc, dBefore []float32) {
	n := vectorable(len(dh))
	if n > 0 {
		_, _, _, _, _, _ = z[n-1], c[n-1], before[n-1], dz[n-1], dc[n-1], dBefore[n-1]
		scanBackAVX2(&z[0], &c[0], &before[0], &dh[0], &dz[0], &dc[0], &dBefore[0], n)
	}
	for i := n; i < len(dh); i++ {
		g := gate(z[i])
		dc[i] = dh[i] * g
		dz[i] = dh[i] * (c[i] - before[i]) * gateSlope(z[i])
		dBefore[i] += dh[i] * (1 - g)
	}
}

// add is x += y.
func add(x, y []float32) {
	n := vectorable(len(x))
	if n > 0 {
		_ = y[n-1]
		addAVX2(&x[0], &y[0], n)
	}
	for i, v := range y[n:len(x)] {
		x[n+i] += v
	}
}

// apply is one step of Adam.
func (u update) apply(w, g, m, v []float32) {
	n := vectorable(len(w))
	if n > 0 {
		_, _, _ = g[n-1], m[n-1], v[n-1]
		adamAVX2(&w[0], &g[0], &m[0], &v[0], n, &[8]float32{u.b1, 1 - u.b1, u.b2, 1 - u.b2, u.rate, u.epsilon, u.scale, u.shrink})
	}
	for i := n; i < len(w); i++ {
		x := g[i] * u.scale
		m[i] = u.b1*m[i] + (1-u.b1)*x
		v[i] = u.b2*v[i] + (1-u.b2)*x*x
		w[i] = w[i]*u.shrink - u.rate*m[i]/(float32(math.Sqrt(float64(v[i])))+u.epsilon)
		g[i] = 0
	}
}

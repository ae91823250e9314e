package main

import (
	"encoding/binary"
	"fmt"
	"math"
	"os"

	"github.com/dateline-news/dateline/extractor/internal/features"
	"github.com/dateline-news/dateline/extractor/internal/modelfile"
	"github.com/dateline-news/dateline/extractor/internal/quant"
)

func f32(b []byte, n int) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return x
}
func linear(b []byte) (out, rest []byte) {
	in, o := int(binary.LittleEndian.Uint32(b)), int(binary.LittleEndian.Uint32(b[4:]))
	b = b[8:]
	p := make([]int16, in*o)
	for i := range p {
		p[i] = int16(binary.LittleEndian.Uint16(b[2*i:]))
	}
	b = b[2*in*o:]
	sc := f32(b, o)
	b = b[4*o:]
	bias := f32(b, o)
	b = b[4*o:]
	w := make([]float32, in*o)
	for i := range in {
		for j := range o {
			w[i*o+j] = float32(p[j/16*in*16+i/2*2*16+j%16*2+i%2]) * sc[j]
		}
	}
	return quant.NewLinear(in, o, w, bias).AppendBinary(nil), b
}
func encoder(b []byte) []byte {
	out := append([]byte(nil), b[:8]...)
	b = b[8:]
	for {
		k := b[0]
		out = append(out, k)
		b = b[1:]
		if k == 0 {
			return append(out, b...)
		}
		for range k {
			var l []byte
			l, b = linear(b)
			out = append(out, l...)
		}
	}
}

func main() {
	kind, old, to := os.Args[1], os.Args[2], os.Args[3]
	data, _ := os.ReadFile(old)
	var oldS, newS uint64
	var names []string
	if kind == "syntax" {
		oldS, newS = modelfile.Schema(kind, 2, features.Width, 18, 50, 0), 0
		names = []string{"vocabulary", "encoder", "spaces", "mix", "labels", "roots", "lexicon"}
	} else {
		names = []string{"boundaries", "lexicon", "vocabulary", "encoder", "out"}
	}
	// schema read from the file itself
	at := 8 + 1 + len(kind)
	oldS = binary.LittleEndian.Uint64(data[at:])
	fmt.Sscan(os.Args[4], &newS)
	secs, err := modelfile.Decode(data, kind, oldS)
	if err != nil {
		panic(err)
	}
	var all []modelfile.Section
	for _, n := range names {
		d := secs[n]
		switch n {
		case "encoder":
			d = encoder(d)
		case "spaces", "mix", "labels", "out":
			d, _ = linear(d)
		}
		all = append(all, modelfile.Section{Name: n, Data: d})
	}
	os.WriteFile(to, modelfile.Encode(kind, newS, all), 0o644)
}

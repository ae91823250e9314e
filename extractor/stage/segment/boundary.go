package segment

// chunkContext is what the boundary features know of a chunk beside its characters.
type chunkContext struct {
	// last: the block ends with the chunk. next: the class of the next chunk's first character.
	last bool
	next class
	// address: the chunk looks like a URL, a mail address or a file name; hyphens are counted up to three.
	address bool
	hyphens int
}

// contextOf fills in what the characters tell.
func contextOf(chunk []character, last bool, next class) chunkContext {
	c := chunkContext{last: last, next: next}
	for i := range chunk {
		switch chunk[i].fold {
		case '@', '\\', '_':
			c.address = true
		case '/':
			c.address = c.address || i > 0 && (chunk[i-1].fold == '/' || chunk[i-1].fold == ':')
		case '.':
			c.address = c.address || i == 3 && chunk[0].fold == 'w' && chunk[1].fold == 'w' && chunk[2].fold == 'w'
		}
		if chunk[i].class == hyphen {
			c.hyphens = min(3, c.hyphens+1)
		}
	}
	return c
}

// featureCount is how many features a boundary has at most.
const featureCount = 28

// boundaryFeatures writes the hashed features of a token boundary before character i of the chunk, and returns how many.
func boundaryFeatures(dst *[featureCount]uint32, chunk []character, i int, c chunkContext) int {
	f := featureWriter{dst: dst}
	l1, l2, l3 := foldAt(chunk, i-1), foldAt(chunk, i-2), foldAt(chunk, i-3)
	r1, r2, r3 := foldAt(chunk, i), foldAt(chunk, i+1), foldAt(chunk, i+2)
	cl1, cl2, cl3 := classAt(chunk, i-1), classAt(chunk, i-2), classAt(chunk, i-3)
	cr1, cr2, cr3 := classAt(chunk, i), classAt(chunk, i+1), classAt(chunk, i+2)
	pair := cl1<<4 | cr1
	f.add(1)
	f.add(l1)
	f.add(r1)
	f.add(l1, r1)
	f.add(l2, l1, r1)
	f.add(l1, r1, r2)
	f.add(l2, l1, r1, r2)
	f.add(l3, l2, l1, r1)
	f.add(l1, r1, r2, r3)
	f.add(pair)
	f.add(cl2, pair, cr2)
	f.add(cl3, cl2, pair, cr2, cr3)
	f.add(cl2, pair)
	f.add(pair, cr2)
	f.add(l1, cr1, cr2)
	f.add(cl2, cl1, r1)
	flags := uint32(c.hyphens) << 1
	if c.address {
		flags |= 1
	}
	f.add(pair, flags)
	f.add(l1, r1, flags)
	edge := uint32(c.next) << 1
	if c.last {
		edge |= 1
	}
	atEnd := uint32(min(len(chunk)-i, 3))
	f.add(l1, r1, atEnd)
	f.add(l1, r1, uint32(min(i, 3)))
	f.add(r1, atEnd, edge, cl1)
	left, right := runBefore(chunk, i), runAfter(chunk, i)
	f.add(left, r1, atEnd)
	f.add(left, r1, edge, atEnd)
	f.add(right, l1)
	f.add(left, l1, r1, right)
	f.add(rangeHash(chunk, i, len(chunk)), l1)
	f.add(rangeHash(chunk, 0, i), r1)
	f.add(rangeHash(chunk, 0, len(chunk)), uint32(i))
	return f.n
}

// featureWriter hashes values with the feature's number.
type featureWriter struct {
	dst *[featureCount]uint32
	n   int
}

func (f *featureWriter) add(values ...uint32) {
	h := uint64(f.n+1) * 0x9e3779b97f4a7c15
	for _, v := range values {
		h = (h ^ uint64(v)) * 0xff51afd7ed558ccd
		h ^= h >> 32
	}
	f.dst[f.n] = uint32(h>>20) & (weightCount - 1)
	f.n++
}

func foldAt(chunk []character, i int) uint32 {
	if i < 0 || i >= len(chunk) {
		return 0
	}
	return uint32(chunk[i].fold)
}

func classAt(chunk []character, i int) uint32 {
	if i < 0 || i >= len(chunk) {
		return 0
	}
	return uint32(chunk[i].class)
}

// runBefore hashes the letters or digits that end before character i, or those before the one mark there.
func runBefore(chunk []character, i int) uint32 {
	end := i
	if end > 0 && !word(chunk[end-1].class) {
		end--
	}
	begin := end
	for begin > 0 && end-begin < longestRun && word(chunk[begin-1].class) {
		begin--
	}
	return rangeHash(chunk, begin, end)
}

// runAfter hashes the letters or digits from character i on, or those after the one mark there.
func runAfter(chunk []character, i int) uint32 {
	begin := i
	if begin < len(chunk) && !word(chunk[begin].class) {
		begin++
	}
	end := begin
	for end < len(chunk) && end-begin < longestRun && word(chunk[end].class) {
		end++
	}
	return rangeHash(chunk, begin, end)
}

func word(c class) bool { return c == upper || c == lower || c == digit }

// longestRun bounds what is hashed, so that the time stays linear in chunks without end.
const longestRun = 48

func rangeHash(chunk []character, begin, end int) uint32 {
	h := uint32(2166136261)
	for _, c := range chunk[begin:min(end, begin+longestRun)] {
		h = (h ^ uint32(c.fold)) * 16777619
	}
	return h
}

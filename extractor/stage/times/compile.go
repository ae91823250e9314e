package times

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// instruction is a step of the machine that matches a rule: see machine.go.
type instruction struct {
	kind  instructionKind
	glued bool
	bit   uint8 // of a list
	slot  slot
	fixed bool    // value goes to the slot, not the word's own
	value int32   // of the assignment; the group; the jump's target
	words []int32 // any of them
}

type instructionKind uint8

const (
	stepWords instructionKind = iota
	stepList
	stepGroup
	stepJoint // a hyphen, or nothing
	stepSplit // go on here, else at value
	stepJump
	stepAny // any word
	stepNot // the next instruction must not match
	stepBegin
	stepEnd
	stepAccept
)

// firstSet is what a rule can begin with.
type firstSet struct {
	words []uint64 // bits
	lists mask
	any   bool
}

func (f *firstSet) addWord(w int32) {
	for int(w>>6) >= len(f.words) {
		f.words = append(f.words, 0)
	}
	f.words[w>>6] |= 1 << uint(w&63)
}

// has reports whether something that begins so can begin with an atom.
func (f *firstSet) has(a *atom) bool {
	return f.any || a.mask&f.lists != 0 || int(a.word>>6) < len(f.words) && f.words[a.word>>6]>>uint(a.word&63)&1 != 0
}

func (f *firstSet) add(o *firstSet) {
	f.lists |= o.lists
	f.any = f.any || o.any
	for len(f.words) < len(o.words) {
		f.words = append(f.words, 0)
	}
	for i, bits := range o.words {
		f.words[i] |= bits
	}
}

// compiler turns a match line into instructions.
type compiler struct {
	g     *grammar
	r     *rule
	words []string
	pos   int
}

func (g *grammar) compile(r *rule, words []string) error {
	c := &compiler{g: g, r: r, words: words}
	r.lines = append(r.lines, int32(len(g.lines)))
	g.lines = append(g.lines, matchLine{rule: g.indexOf(r), start: int32(len(r.code))})
	if err := c.sequence(); err != nil {
		return err
	}
	if c.pos < len(words) {
		return fmt.Errorf("%q closes nothing", words[c.pos])
	}
	c.emit(instruction{kind: stepAccept})
	return nil
}

func (c *compiler) emit(i instruction) int {
	c.r.code = append(c.r.code, i)
	return len(c.r.code) - 1
}

func (c *compiler) here() int32 { return int32(len(c.r.code)) }

// sequence compiles up to the end, a bar or a closing bracket.
func (c *compiler) sequence() error {
	for c.pos < len(c.words) {
		w := c.words[c.pos]
		switch w {
		case "|", ")", ")?":
			return nil
		case "(":
			c.pos++
			if err := c.choice(); err != nil {
				return err
			}
		case "[":
			c.pos++
			c.emit(instruction{kind: stepBegin})
		case "]":
			c.pos++
			c.emit(instruction{kind: stepEnd})
		default:
			c.pos++
			if err := c.element(w); err != nil {
				return fmt.Errorf("%s: %w", w, err)
			}
		}
	}
	return nil
}

// choice compiles what stands between brackets.
func (c *compiler) choice() error {
	var exits []int
	for {
		split := c.emit(instruction{kind: stepSplit})
		if err := c.sequence(); err != nil {
			return err
		}
		if c.pos == len(c.words) {
			return fmt.Errorf("a bracket is not closed")
		}
		w := c.words[c.pos]
		c.pos++
		if w == "|" {
			exits = append(exits, c.emit(instruction{kind: stepJump}))
			c.r.code[split].value = c.here()
			continue
		}
		if w == ")?" {
			c.r.code[split].value = c.here()
		} else {
			c.r.code[split] = instruction{kind: stepJump, value: int32(split + 1)} // the last choice has no other
		}
		for _, e := range exits {
			c.r.code[e].value = c.here()
		}
		return nil
	}
}

func (c *compiler) element(w string) error {
	if w == "_" || w == "_?" {
		c.emit(instruction{kind: stepJoint})
		return nil
	}
	if w == "*" {
		c.emit(instruction{kind: stepAny})
		return nil
	}
	not := len(w) > 1 && w[0] == '!'
	if not {
		w = w[1:]
		c.emit(instruction{kind: stepNot})
	}
	optional := len(w) > 1 && strings.HasSuffix(w, "?")
	split := 0
	if optional {
		w = w[:len(w)-1]
		split = c.emit(instruction{kind: stepSplit})
	}
	glued := len(w) > 1 && w[0] == '~'
	if glued {
		w = w[1:]
	}
	if err := c.alternatives(strings.Split(w, "|"), glued); err != nil {
		return err
	}
	if optional {
		c.r.code[split].value = c.here()
	}
	return nil
}

// alternatives compiles a|b|{c}: plain words without assignment make one step.
func (c *compiler) alternatives(alts []string, glued bool) error {
	plain := instruction{kind: stepWords, glued: glued}
	var others []string
	for _, a := range alts {
		if isPlain(a) {
			plain.words = append(plain.words, c.g.lex.plain(strings.TrimPrefix(a, "\\")))
		} else {
			others = append(others, a)
		}
	}
	var exits []int
	for i, a := range others {
		step, err := c.step(a, glued)
		if err != nil {
			return err
		}
		if i == len(others)-1 && len(plain.words) == 0 {
			c.emit(step)
			break
		}
		split := c.emit(instruction{kind: stepSplit})
		c.emit(step)
		exits = append(exits, c.emit(instruction{kind: stepJump}))
		c.r.code[split].value = c.here()
	}
	if len(plain.words) > 0 {
		c.emit(plain)
	}
	for _, e := range exits {
		c.r.code[e].value = c.here()
	}
	return nil
}

func isPlain(a string) bool {
	return len(a) == 1 || a[0] != '{' && a[0] != '<' && !strings.Contains(a, ":")
}

// step compiles {list}, {list:slot}, <group> or word:slot=value.
func (c *compiler) step(a string, glued bool) (instruction, error) {
	switch {
	case a[0] == '<' && strings.HasSuffix(a, ">"):
		return instruction{kind: stepGroup, glued: glued, value: int32(c.g.group(a[1 : len(a)-1]))}, nil
	case a[0] == '{' && strings.HasSuffix(a, "}"):
		list, slotName, named := strings.Cut(a[1:len(a)-1], ":")
		bit, ok := c.g.lex.lists[list]
		if !ok {
			return instruction{}, fmt.Errorf("no list is called %q", list)
		}
		if !named {
			slotName = list
		}
		s := slices.Index(slotNames[:], slotName)
		if s < 0 {
			if named {
				return instruction{}, fmt.Errorf("no slot is called %q", slotName)
			}
			s = 0
		}
		return instruction{kind: stepList, glued: glued, bit: uint8(bit), slot: slot(s)}, nil
	}
	i := strings.IndexByte(a[1:], ':') + 1
	as, err := parseAssignment(a[i+1:])
	if err != nil {
		return instruction{}, err
	}
	return instruction{kind: stepWords, glued: glued, words: []int32{c.g.lex.plain(a[:i])}, slot: as.slot, value: as.value, fixed: true}, nil
}

func parseAssignment(w string) (assignment, error) {
	name, number, ok := strings.Cut(w, "=")
	s := slices.Index(slotNames[:], name)
	value, err := strconv.Atoi(number)
	if !ok || s <= 0 || err != nil {
		return assignment{}, fmt.Errorf("%q assigns nothing", w)
	}
	return assignment{slot(s), int32(value)}, nil
}

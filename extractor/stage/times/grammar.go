package times

import (
	"embed"
	"fmt"
	"slices"
	"strings"
)

//go:embed rules
var ruleFiles embed.FS

// grammar is the compiled rules. It is immutable.
type grammar struct {
	lex   *lexicon
	rules []rule
	lines []matchLine
	feasts
	offices
	groups   []group
	names    map[string]int
	triggers mask
	relc     int // the list of words that relate to the day just spoken of
	// byWord and byList are the lines that may begin with a word or a list: words carry those of their lists.
	byWord [][]int32
	byList [64][]int32
	// afterWord is what can follow a word in any of its lines.
	afterWord []firstSet
}

// rule is an entry of a rules file.
type rule struct {
	name     string
	file     string
	piece    bool
	groups   []int
	op       operation
	defaults []assignment
	code     []instruction
	lines    []int32
	examples []string
}

// matchLine is one match line of a rule.
type matchLine struct {
	rule  int32
	start int32 // in the rule's code
	// first and second are what can stand first and second in it.
	first, second firstSet
}

type assignment struct {
	slot  slot
	value int32
}

type group struct {
	name  string
	rules []int32
	lines []int32
	// first and second are what its lines can begin with and go on with.
	first, second firstSet
	done          bool
}

var ruleOrder = []string{"dates", "periods", "clock", "durations", "references"}

// newGrammar reads and compiles the embedded rules.
func newGrammar() (*grammar, error) {
	lex, err := newLexicon()
	if err != nil {
		return nil, err
	}
	g := &grammar{lex: lex, names: map[string]int{}, relc: lex.lists["relc"]}
	for _, file := range ruleOrder {
		text, err := ruleFiles.ReadFile("rules/" + file + ".rules")
		if err != nil {
			return nil, err
		}
		if err := g.read(file, string(text)); err != nil {
			return nil, err
		}
	}
	if err := g.readFeasts(); err != nil {
		return nil, err
	}
	if err := g.readOffices(); err != nil {
		return nil, err
	}
	for _, grp := range g.groups {
		if len(grp.rules) == 0 {
			return nil, fmt.Errorf("no rule makes a <%s>", grp.name)
		}
	}
	lex.finish()
	g.triggers = lex.triggers
	g.index()
	return g, nil
}

// read compiles a rules file.
func (g *grammar) read(file, text string) error {
	var r *rule
	for n, line := range strings.Split(text, "\n") {
		words := strings.Fields(line)
		if len(words) == 0 || words[0][0] == '#' {
			continue
		}
		if words[0] != "rule" && words[0] != "piece" && r == nil {
			return fmt.Errorf("%s.rules:%d: no rule yet", file, n+1)
		}
		var err error
		switch words[0] {
		case "rule", "piece":
			r, err = g.newRule(words)
			if err == nil {
				r.file = file
			}
		case "match":
			err = g.compile(r, words[1:])
		case "means":
			err = g.means(r, words[1:])
		case "e.g.":
			r.examples = append(r.examples, strings.TrimSpace(line[strings.Index(line, "e.g.")+len("e.g."):]))
		default:
			err = fmt.Errorf("%q begins no line of a rule", words[0])
		}
		if err != nil {
			return fmt.Errorf("%s.rules:%d: %w", file, n+1, err)
		}
	}
	return nil
}

func (g *grammar) newRule(words []string) (*rule, error) {
	if len(words) < 4 || words[2] != ":" {
		return nil, fmt.Errorf("want “rule NAME : GROUP”")
	}
	r := rule{name: words[1], piece: words[0] == "piece"}
	for _, name := range words[3:] {
		id := g.group(name)
		r.groups = append(r.groups, id)
		g.groups[id].rules = append(g.groups[id].rules, int32(len(g.rules)))
	}
	g.rules = append(g.rules, r)
	return &g.rules[len(g.rules)-1], nil
}

func (g *grammar) indexOf(r *rule) int32 {
	for i := range g.rules {
		if &g.rules[i] == r {
			return int32(i)
		}
	}
	return -1
}

func (g *grammar) group(name string) int {
	id, ok := g.names[name]
	if !ok {
		id = len(g.groups)
		g.names[name] = id
		g.groups = append(g.groups, group{name: name})
	}
	return id
}

func (g *grammar) means(r *rule, words []string) error {
	if len(words) == 0 {
		return fmt.Errorf("an operation is missing")
	}
	op := slices.Index(operationNames[:], words[0])
	if op < 0 {
		return fmt.Errorf("no operation is called %q", words[0])
	}
	r.op = operation(op)
	for _, w := range words[1:] {
		a, err := parseAssignment(w)
		if err != nil {
			return err
		}
		r.defaults = append(r.defaults, a)
	}
	return nil
}

// index computes what each rule can begin with.
func (g *grammar) index() {
	g.byWord = make([][]int32, len(g.lex.words))
	for i := range g.groups {
		for _, r := range g.groups[i].rules {
			g.groups[i].lines = append(g.groups[i].lines, g.rules[r].lines...)
		}
	}
	for i := range g.lines {
		l := &g.lines[i]
		g.firstOf(&g.rules[l.rule], int(l.start), &l.first)
		g.secondOf(&g.rules[l.rule], int(l.start), &l.second)
	}
	for i := range g.groups {
		g.groupSets(i)
	}
	for i := range g.lines {
		if g.rules[g.lines[i].rule].piece {
			continue
		}
		for w := range g.byWord {
			if g.lines[i].first.has(&atom{word: int32(w)}) {
				g.byWord[w] = append(g.byWord[w], int32(i))
			}
		}
		for bit := range g.byList {
			if g.lines[i].first.lists&maskOf(bit) != 0 {
				g.byList[bit] = append(g.byList[bit], int32(i))
			}
		}
	}
	for id := range g.byWord {
		for bit := shapeCount; bit < 64; bit++ {
			if g.lex.words[id].mask&maskOf(bit) != 0 {
				g.byWord[id] = append(g.byWord[id], g.byList[bit]...)
			}
		}
		slices.Sort(g.byWord[id])
		g.byWord[id] = slices.Compact(g.byWord[id])
	}
	g.afterWord = make([]firstSet, len(g.byWord))
	for id := range g.byWord {
		for _, line := range g.byWord[id] {
			g.afterWord[id].add(&g.lines[line].second)
		}
	}
}

package events_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/dateline-news/dateline/extractor"
	"github.com/dateline-news/dateline/extractor/pipeline"
)

// TestRolesOfSentences looks who has which role in the event that a word names. “ACTOR=x”: somebody with that role has x
// in the name or words; “ACTOR==x”: the words are x; “!ACTOR=x”: nobody has.
func TestRolesOfSentences(t *testing.T) {
	tests := []struct{ text, trigger, want string }{
		// Objects, sources of what is told.
		{"Police fired tear gas and arrested eleven of them, according to Radio Vega.", "arrested", "ACTOR=Police; RECIPIENT=eleven of them; !RECIPIENT=Vega"},
		{"Nine miners were rescued, according to Radio Vega.", "rescued", "RECIPIENT=miners; !ACTOR=Vega"},
		{"Rebels killed two of the hostages, the newspaper Delfi reported.", "killed", "ACTOR=Rebels; RECIPIENT=hostages; !ACTOR=Delfi"},
		{"The union accused Norsk Kraft of lying.", "accused", "ACTOR=union; RECIPIENT=Norsk Kraft"},
		{"Maria Lindqvist accused the West of hypocrisy.", "accused", "ACTOR=Lindqvist; RECIPIENT=West"},
		{"Savers sued the bank over the losses.", "sued", "ACTOR=Savers; RECIPIENT=bank"},
		{"Residents accused the mayor of ignoring the warnings.", "accused", "ACTOR=Residents; RECIPIENT=mayor"},
		{"Villagers blamed the company for the landslide.", "blamed", "ACTOR=Villagers; RECIPIENT=company"},
		{"The senator criticised the weather bureau for its late warning.", "criticised", "ACTOR=senator; RECIPIENT=bureau"},
		// Subjects across relative clauses and appositions.
		{"President Jana Horvat, who has promised to veto the bill, called for calm.", "called", "ACTOR=Horvat; !RECIPIENT=Horvat"},
		{"Prime Minister Ola Berg, who was elected in May, met Chancellor Ida Roth in Bonn.", "met", "ACTOR=Berg; ACTOR=Roth"},
		{"The mayor, whose brother was killed in the blast, accused the army of negligence.", "accused", "ACTOR=mayor; RECIPIENT=army"},
		{"The governor, a former general, dismissed his deputy on Monday.", "dismissed", "ACTOR=governor; RECIPIENT=deputy"},
		{"Petra Novak, the editor of Vesna, was detained by police in Riga.", "detained", "ACTOR=police; RECIPIENT=Novak; !ACTOR=Novak"},
		{"The refinery, which Veldhuis bought from Borealis Oil, was shut down.", "shut", "!ACTOR=refinery; !RECIPIENT=Borealis; !ACTOR=Veldhuis"},
		{"The refinery, which Veldhuis bought from Borealis Oil, was shut down.", "bought", "ACTOR=Veldhuis; RECIPIENT=Borealis"},
		// Passives.
		{"Rusnak, who was arrested at Vienna airport and extradited to Moldova last year, was found guilty.", "arrested", "RECIPIENT=Rusnak; !ACTOR=Rusnak"},
		{"Two ministers were dismissed by President Horvat.", "dismissed", "ACTOR=Horvat; RECIPIENT=ministers"},
		{"Kask was acquitted of bribery by a court in Tartu.", "acquitted", "ACTOR=court; RECIPIENT=Kask"},
		{"The ambassador was expelled from Chad on Friday.", "expelled", "RECIPIENT=ambassador; !ACTOR=ambassador"},
		{"Opposition leader Nino Beridze was sentenced to six years in prison.", "sentenced", "RECIPIENT=Beridze; !ACTOR=Beridze"},
		{"Banca Verde was sold to the Hungarian lender Otka in March.", "sold", "!ACTOR=Otka; !ACTOR=Banca"},
		// Governors of nominal mentions.
		{"Prime Minister Karl Lund dismissed the resignation as irrelevant and vowed to pass the bill.", "resignation", "!ACTOR=Lund"},
		{"The president welcomed the release of the hostages by the rebels.", "release", "ACTOR=rebels; !ACTOR=president"},
		{"The pope condemned the attack on the mosque.", "attack", "!ACTOR=pope"},
		{"The minister denied reports of a meeting between Kask and Solberg.", "meeting", "ACTOR=Kask; ACTOR=Solberg; !ACTOR=minister"},
		{"The United Nations condemned Togo's attack on Chad.", "attack", "ACTOR=Togo; RECIPIENT=Chad; !ACTOR=Nations"},
		{"Protests against President Horvat continued in Split.", "Protests", "RECIPIENT=Horvat; !ACTOR=Horvat"},
		{"The arrest of Petra Novak by Latvian police angered the union.", "arrest", "ACTOR=police; RECIPIENT=Novak; !ACTOR=union"},
		{"Horvat's visit to Peru lasted two days.", "visit", "ACTOR=Horvat; RECIPIENT=Peru"},
		{"Talks between Chad and Togo ended without a result.", "Talks", "ACTOR=Chad; ACTOR=Togo"},
		{"The bombing of Aleppo by the air force killed nine people.", "bombing", "ACTOR=air force"},
		// Control and coordination.
		{"Norway urged Chad to release the journalists.", "urged", "ACTOR=Norway; RECIPIENT=Chad"},
		{"Norway promised to send Chad two helicopters.", "promised", "ACTOR=Norway; RECIPIENT=Chad"},
		{"Soldiers stormed the station and arrested its director.", "arrested", "ACTOR=Soldiers; RECIPIENT=director"},
		{"Kask flew to Rome and met Solberg.", "met", "ACTOR=Kask; ACTOR=Solberg"},
		{"Togo and Chad signed a fisheries treaty.", "signed", "ACTOR=Togo; ACTOR=Chad"},
		{"The army and the police arrested forty protesters.", "arrested", "ACTOR=army; ACTOR=police; RECIPIENT=protesters"},
		{"Ministers asked the court to ban the party.", "asked", "ACTOR=Ministers; RECIPIENT=court"},
		// Spans.
		{"A court in Tartu on Monday sentenced Kask to nine years in prison.", "sentenced", "ACTOR==A court; RECIPIENT=Kask"},
		{"Officials in the northern province on Tuesday arrested a teacher.", "arrested", "ACTOR==Officials; RECIPIENT==a teacher"},
		{"An explosion in a grain silo in Ghent killed seven workers.", "killed", "RECIPIENT==seven workers"},
		// Headlines.
		{"Explosion at Rotterdam refinery kills two, injures nine", "kills", "RECIPIENT=two; !ACTOR=Rotterdam"},
		{"Silo explosion in Ghent kills seven", "kills", "RECIPIENT=seven; !RECIPIENT=Ghent"},
		{"Court jails former bank chief for 9 years", "jails", "ACTOR=Court; RECIPIENT=chief"},
		{"Chad expels ambassador of Togo", "expels", "ACTOR=Chad; RECIPIENT=ambassador"},
		{"Rusnak, who was arrested in Bonn and deported to Moldova last year, was found guilty.", "deported", "!ACTOR=Rusnak"},
		{"Prime Minister Karl Lund dismissed the resignation of Petra Novak as irrelevant.", "resignation", "ACTOR=Novak; !ACTOR=Lund"},
		{"Norway threatened to expel the ambassador of Peru.", "threatened", "ACTOR=Norway"},
		{"Police arrest eight protesters in Split", "arrest", "ACTOR=Police; RECIPIENT=protesters"},
		{"Mayor of Split arrested over bribes", "arrested", "RECIPIENT=Mayor; !ACTOR=Mayor"},
		{"Former minister jailed for six years", "jailed", "RECIPIENT=minister; !ACTOR=minister"},
		{"Two killed in Ghent blast", "killed", "RECIPIENT=Two; !ACTOR=Two"},
		{"Nine injured as bus overturns near Lugo", "injured", "RECIPIENT=Nine"},
		{"Norway, Chad sign fisheries deal", "sign", "ACTOR=Norway; ACTOR=Chad"},
		{"Chad's president meets Norwegian minister", "meets", "ACTOR=president"},
		{"US imposes sanctions on Peruvian bank", "imposes", "ACTOR=US; RECIPIENT=bank"},
		{"Gunmen kill mayor in northern Peru", "kill", "ACTOR=Gunmen; RECIPIENT=mayor"},
		{"Four teenagers were hurt in a shooting at a graduation party in Bonn.", "shooting", "!RECIPIENT=party; !ACTOR=party"},
		{"Rebels freed the Norwegian engineer Ola Berg on Monday.", "freed", "ACTOR=Rebels; RECIPIENT=Berg; !RECIPIENT=Norwegian"},
		// Whom charges and losses befall.
		{"At least three workers were killed and fourteen injured on Tuesday.", "injured", "RECIPIENT=fourteen; !RECIPIENT=workers"},
		{"Novak and two managers face charges of fraud.", "face", "RECIPIENT=Novak; !ACTOR=Novak"},
		{"A Peruvian mayor will stand trial on Monday.", "stand", "RECIPIENT=mayor; !ACTOR=mayor"},
		{"The union alleged that the ministry had hidden the report.", "alleged", "ACTOR=union; RECIPIENT=ministry"},
		{"The rebels repeated the accusation that Norway had bombed a market.", "accusation", "RECIPIENT=Norway"},
		// Longer ones.
		{"The opposition leader, Milan Kovač, who returned from exile in June, was arrested on Friday.", "arrested", "RECIPIENT=Kovač; !ACTOR=Kovač"},
		{"Soldiers who had refused to fire on the crowd were executed, the ministry said.", "executed", "RECIPIENT=Soldiers; !ACTOR=ministry"},
		{"The men, who deny the charges, were convicted of spying for Chad.", "convicted", "RECIPIENT=men; !ACTOR=Chad; !RECIPIENT=Chad"},
		{"A journalist whom the army had detained in Goma was released on Sunday.", "detained", "ACTOR=army; RECIPIENT=journalist"},
		{"A journalist whom the army had detained in Goma was released on Sunday.", "released", "RECIPIENT=journalist; !ACTOR=journalist"},
		{"The strike that killed the general was carried out by Norway.", "killed", "RECIPIENT=general"},
		{"The bank, owned by the state, fired its director.", "fired", "ACTOR=bank; RECIPIENT=director"},
		{"Norway has sent its foreign minister to meet President Paz.", "meet", "ACTOR=minister; ACTOR=Paz"},
		{"Kask accused Solberg of having bribed two judges.", "bribed", "ACTOR=Solberg; RECIPIENT=judges; !ACTOR=Kask"},
		{"Parliament urged the government to dismiss the police chief.", "urged", "ACTOR=Parliament; RECIPIENT=government"},
		{"Parliament urged the government to dismiss the police chief.", "dismiss", "RECIPIENT=chief"},
		{"The court ordered the company to pay the families nine million euros.", "ordered", "ACTOR=court; RECIPIENT=company"},
		{"Chancellor Ida Roth rejected a proposal by President Jana Horvat.", "rejected", "ACTOR=Roth; RECIPIENT=Horvat"},
		{"The ministry rejected demands from the union for higher pay.", "rejected", "ACTOR=ministry; RECIPIENT=union"},
		{"Thousands marched in Lima against President Paz.", "marched", "ACTOR=Thousands; RECIPIENT=Paz"},
		{"Farmers protested against the law in Bonn.", "protested", "ACTOR=Farmers"},
		{"Norway and Chad agreed to exchange prisoners.", "agreed", "ACTOR=Norway; ACTOR=Chad"},
		{"Police and protesters clashed in Split.", "clashed", "ACTOR=Police; ACTOR=protesters"},
		{"Rebels in Chad kidnapped three aid workers from Norway.", "kidnapped", "ACTOR=Rebels; RECIPIENT=workers"},
		{"President Paz, speaking in Lima, praised the soldiers.", "praised", "ACTOR=Paz; RECIPIENT=soldiers"},
		{"Asked about the ban, President Paz criticised the European Union.", "criticised", "ACTOR=Paz; RECIPIENT=European Union"},
		{"After meeting Solberg in Oslo, Kask flew to Rome.", "flew", "ACTOR=Kask; !ACTOR=Solberg"},
		{"After meeting Solberg in Oslo, Kask flew to Rome.", "meeting", "ACTOR=Kask; ACTOR=Solberg"},
		{"Oil prices rose after Norway bombed a port in Chad, officials said.", "bombed", "ACTOR=Norway"},
		{"The Kremlin denied that Russia had attacked the village.", "attacked", "ACTOR=Russia; !ACTOR=Kremlin"},
		{"The village of Dobra was attacked by gunmen, witnesses told Radio Vega.", "attacked", "ACTOR=gunmen; !RECIPIENT=Vega"},
		{"Norway's arrest of a Chadian banker angered the government in N'Djamena.", "arrest", "ACTOR=Norway; RECIPIENT=banker"},
		{"The European Union's sanctions against Norsk Kraft take effect on Monday.", "sanctions", "ACTOR=European Union; RECIPIENT=Norsk Kraft"},
		{"The murder of journalist Ana Lopes shocked the country.", "murder", "RECIPIENT=Lopes; !ACTOR=Lopes"},
		{"The minister's resignation was accepted by President Paz.", "resignation", "ACTOR=minister; !ACTOR=Paz"},
		{"Criticism of the government by the church has grown.", "Criticism", "ACTOR=church; RECIPIENT=government"},
		{"Norway's offer of aid to Chad was welcomed by the rebels.", "offer", "ACTOR=Norway; RECIPIENT=Chad; !ACTOR=rebels"},
		{"A meeting of Solberg with Kask is planned.", "meeting", "ACTOR=Solberg; ACTOR=Kask"},
		{"The invasion of Chad by Norway began at dawn.", "invasion", "ACTOR=Norway; RECIPIENT=Chad"},
		{"The rebels' attack on the convoy left four soldiers dead.", "attack", "ACTOR=rebels"},
		// Participles taken for predicates, subjects taken for conjuncts.
		{"The engineer seized two weeks ago was freed on Monday.", "seized", "RECIPIENT=engineer; !ACTOR=engineer; TIME=two weeks; !TIME=Monday"},
		{"The engineer seized two weeks ago was freed on Monday.", "freed", "RECIPIENT=engineer; TIME=Monday; !TIME=two weeks"},
		{"The company fined last year for polluting the river was sued on Friday by residents.", "sued", "ACTOR=residents; RECIPIENT=company; TIME=Friday; !TIME=last"},
		{"A bishop kidnapped in 2019 said his captors beat him.", "kidnapped", "RECIPIENT=bishop; !ACTOR=bishop; !RECIPIENT=captors"},
		{"The hospital suspended her in January and police arrested her in February.", "arrested", "ACTOR=police; !ACTOR=hospital"},
		{"Protesters stormed the ministry on Tuesday and police beat them with batons.", "stormed", "ACTOR=Protesters; !RECIPIENT=police"},
		{"The gang's leader was shot dead by troops last year.", "shot", "ACTOR=troops; RECIPIENT=leader; !ACTOR==The gang"},
		{"Police are questioning the suspect's parents.", "questioning", "ACTOR=Police; RECIPIENT=parents; !RECIPIENT==the suspect"},
		{"An appeal by the Red Cross to the army went unheard.", "appeal", "ACTOR=Red Cross; RECIPIENT=army"},
	}
	p, err := pipeline.English()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range tests {
		article := &extractor.Article{Content: test.text + "\n\nThe mill stands beside a wide river. It is the oldest of its kind. Its walls are thick.", PublishTime: time.Date(2022, 3, 16, 9, 0, 0, 0, time.UTC)}
		if !strings.HasSuffix(test.text, ".") {
			article = &extractor.Article{Title: test.text, Content: test.text + "\n\nThe mill stands beside a wide river. It is the oldest of its kind. Its walls are thick.", PublishTime: article.PublishTime}
		}
		d, err := p.Analyze(context.Background(), article)
		if err != nil {
			t.Fatal(err)
		}
		e := eventOf(d, test.trigger)
		if e == nil {
			t.Errorf("%s\n\t%q names no event", test.text, test.trigger)
			continue
		}
		for want := range strings.SplitSeq(test.want, "; ") {
			if !holds(d, e, want) {
				t.Errorf("%s\n\t%s: not %s: %s", test.text, test.trigger, want, arguments(d, e))
			}
		}
	}
}

// inArticle analyzes a short article of 16 March 2022, a Wednesday, that begins with a sentence.
func inArticle(t *testing.T, p *extractor.Pipeline, sentence string) *extractor.Document {
	t.Helper()
	d, err := p.Analyze(context.Background(), &extractor.Article{Content: sentence + "\n\nThe mill stands beside a wide river. Its walls are thick.",
		PublishTime: time.Date(2022, 3, 16, 9, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// eventOf returns the event of which a word is a trigger, nil for none.
func eventOf(d *extractor.Document, word string) *extractor.Event {
	for i := range d.Events {
		for _, x := range d.Events[i].Triggers {
			if strings.HasPrefix(d.TextOf(x.Span), word) {
				return &d.Events[i]
			}
		}
	}
	return nil
}

// holds reports whether an event has the roles that a word of the table asks for.
func holds(d *extractor.Document, e *extractor.Event, want string) bool {
	want, not := strings.CutPrefix(want, "!")
	role, words, _ := strings.Cut(want, "=")
	exact, whole := strings.CutPrefix(words, "=")
	for _, x := range e.Arguments {
		name := ""
		if x.Entity >= 0 {
			name = d.Entities[x.Entity].Name
		}
		switch text := d.TextOf(x.Span); {
		case x.Role.String() != role:
		case whole && text == exact, !whole && (strings.Contains(text, words) || strings.Contains(name, words)):
			return !not
		}
	}
	return not
}

func arguments(d *extractor.Document, e *extractor.Event) string {
	out := ""
	for _, x := range e.Arguments {
		out += " " + x.Role.String() + "=" + d.TextOf(x.Span)
		if x.Entity >= 0 {
			out += "/" + d.Entities[x.Entity].Name
		}
	}
	return out
}

// What the headline announces and the first sentence tells with the same word is one event, a country or its capital
// standing for the people; two visits of different guests are two.
func TestHeadlineAndFirstSentence(t *testing.T) {
	p, err := pipeline.English()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		title, text string
		one         bool
	}{
		{"Latvia to visit Tallinn for cable talks", "Latvian Prime Minister Jana Ozola will visit Estonia on Friday, her office said.", true},
		{"Fishermen blockade port of Brest", "Fishermen blockaded the port of Brest on Tuesday over fuel prices.", true},
		{"Peru to visit Tallinn for cable talks", "Latvian Prime Minister Jana Ozola will visit Estonia on Friday, her office said.", false},
	} {
		d, err := p.Analyze(context.Background(), &extractor.Article{Content: test.title + "\n\n" + test.text, PublishTime: time.Date(2019, 5, 8, 9, 0, 0, 0, time.UTC)})
		if err != nil {
			t.Fatal(err)
		}
		one := false
		for i := range d.Events {
			first, last := d.Events[i].Triggers[0].Sentence, d.Events[i].Triggers[0].Sentence
			for _, x := range d.Events[i].Triggers {
				first, last = min(first, x.Sentence), max(last, x.Sentence)
			}
			one = one || first == 0 && last == 1
		}
		if one != test.one {
			t.Errorf("%q: told as one event: %v, want %v: %v", test.title, one, test.one, summaries(d))
		}
	}
}

func summaries(d *extractor.Document) []string {
	var out []string
	for i := range d.Events {
		out = append(out, d.Events[i].Summary)
	}
	return out
}

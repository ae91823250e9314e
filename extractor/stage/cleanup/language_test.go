package cleanup

import (
	"testing"

	"github.com/dateline-news/dateline/extractor"
)

func TestLanguage(t *testing.T) {
	for code, text := range map[string]string{
		"en": "The minister of transport said on Monday that the bridge over the river would be closed for two weeks.",
		"fr": "Le ministre des transports a dit lundi que le pont sur la rivière serait fermé pendant deux semaines pour des travaux.",
		"de": "Der Verkehrsminister sagte am Montag, dass die Brücke über den Fluss für zwei Wochen gesperrt wird und nicht länger.",
		"es": "El ministro de transportes dijo el lunes que el puente sobre el río estará cerrado durante dos semanas por obras.",
		"pt": "O ministro dos transportes disse na segunda-feira que a ponte sobre o rio vai ficar fechada por duas semanas para obras.",
		"it": "Il ministro dei trasporti ha detto lunedì che il ponte sul fiume sarà chiuso per due settimane e non di più.",
		"nl": "De minister van verkeer zei maandag dat de brug over de rivier twee weken dicht gaat en niet langer.",
		"sv": "Ministern sade på måndagen att bron över floden ska vara stängd i två veckor och att det inte är för länge.",
		"pl": "Minister powiedział w poniedziałek, że most przez rzekę będzie zamknięty na dwa tygodnie i nie jest to długo.",
		"tr": "Ulaştırma bakanı, nehir üzerindeki köprünün iki hafta için kapalı olacağını ve bunun çok uzun olmadığını söyledi.",
		"ru": "Министр сообщил в понедельник, что мост через реку будет закрыт на две недели.",
		"uk": "Міністр повідомив у понеділок, що міст через річку буде закритий на два тижні.",
		"el": "Ο υπουργός είπε τη Δευτέρα ότι η γέφυρα θα μείνει κλειστή για δύο εβδομάδες.",
		"ar": "قال الوزير يوم الاثنين إن الجسر سيغلق لمدة أسبوعين",
		"he": "השר אמר ביום שני כי הגשר ייסגר לשבועיים",
		"zh": "部长星期一说，河上的桥将关闭两个星期。",
		"ja": "大臣は月曜日、川の橋が二週間閉鎖されると述べた。",
		"ko": "장관은 월요일에 다리가 이주 동안 폐쇄될 것이라고 말했다.",
		"th": "รัฐมนตรีกล่าวเมื่อวันจันทร์ว่าสะพานจะปิดสองสัปดาห์",
		"hi": "मंत्री ने सोमवार को कहा कि पुल दो सप्ताह बंद रहेगा।",
	} {
		d := analyze(t, text, extractor.PlainText)
		if d.Metadata.LanguageCode != code || d.English != (code == "en") {
			t.Errorf("%s is taken for %s, English %t", code, d.Metadata.LanguageCode, d.English)
		}
		if warned := len(d.Warnings) == 1 && d.Warnings[0].Code == "LANGUAGE_UNSUPPORTED"; warned == d.English {
			t.Errorf("%s: warnings %v", code, d.Warnings)
		}
	}
}

// TestLanguageOfFewWords leaves a text that is too short to tell to what the caller believes.
func TestLanguageOfFewWords(t *testing.T) {
	for given, english := range map[string]bool{"": true, "en-GB": true, "et": false} {
		for _, content := range []string{"Kask Tartu", "Der Kanzler sah am Montag den Hafen in Tartu."} {
			d := extractor.NewDocument(&extractor.Article{Content: content, LanguageCode: given})
			if err := stage.Run(t.Context(), d); err != nil {
				t.Fatal(err)
			}
			if d.English != english {
				t.Errorf("%s given %q, English is %t", content, given, d.English)
			}
		}
	}
}

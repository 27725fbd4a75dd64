package devissuer

import (
	"net/http"

	"golang.org/x/text/language"
)

// language is that of the page: Romanian at a Romanian provider for a browser that
// prefers it, else English.
func (p *Provider) language(r *http.Request) string {
	if p.Country != "RO" {
		return "en"
	}
	spoken := language.NewMatcher([]language.Tag{language.English, language.Romanian})
	if _, at := language.MatchStrings(spoken, r.Header.Get("Accept-Language")); at == 1 {
		return "ro"
	}
	return "en"
}

// Say is an English text in the language of the page.
func (v view) Say(english string) string {
	if said, ok := romanian()[english]; ok && v.Lang == "ro" {
		return said
	}
	return english
}

func romanian() map[string]string {
	return map[string]string{
		textExpired:   "Această autentificare s-a încheiat sau nu a început niciodată aici. Întoarceți-vă la Entente și începeți din nou.",
		textWrong:     "Ofițerul sau parola nu este corectă. Încercați din nou.",
		textNoCode:    "Niciun program nu așteaptă acest cod. Verificați-l încă o dată sau începeți din nou.",
		textEntered:   "Sunteți autentificat. Întoarceți-vă la programul care v-a dat codul.",
		textSignedOut: "Ați ieșit.",
		textHome:      "Acest furnizor autentifică ofițeri inventați, pentru dezvoltare.",

		"Sign in": "Autentificare",
		"Development only: every officer here is invented.": "Numai pentru dezvoltare: fiecare ofițer de aici este inventat.",
		"Code that the program shows":                       "Codul pe care îl arată programul",
		"Officer":                                           "Ofițer",
		"Password":                                          "Parolă",
		"it is":                                             "este",
	}
}

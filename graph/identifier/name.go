package identifier

import (
	"slices"
	"strings"
	"unicode"

	"github.com/mozillazg/go-unidecode"
	"golang.org/x/text/unicode/norm"
)

// Terms are the distinct words of names in lower case without accents, in
// order of appearance ("Ștefănescu, Ana" gives stefanescu, ana): what a search
// by name compares. Each consists of a-z and 0-9 only.
func Terms(names ...string) []string {
	var terms []string
	for _, name := range names {
		for _, word := range words(name) {
			if !slices.Contains(terms, word) {
				terms = append(terms, word)
			}
		}
	}
	return terms
}

// SortKey is the text by which lists are ordered: the words of a label in
// lower case without accents, joined by single blanks.
func SortKey(label string) string { return strings.Join(words(label), " ") }

// composed is the text in Unicode's composed form without outer blanks.
func composed(text string) string { return norm.NFC.String(strings.TrimSpace(text)) }

// words transliterates letter by letter, because a letter may become several
// (Щ to shch), a blank (the end of a Chinese syllable) or nothing (a soft sign).
func words(text string) []string {
	var b strings.Builder
	for _, r := range norm.NFKC.String(text) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteString(plain(unidecode.Unidecode(string(r))))
		case !unicode.IsMark(r):
			b.WriteByte(' ')
		}
	}
	return strings.Fields(b.String())
}

func plain(latin string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == ' ':
			return r
		case r >= 'A' && r <= 'Z':
			return r + ('a' - 'A')
		}
		return -1
	}, latin)
}

package identifier

import (
	"strings"

	"github.com/nyaruka/phonenumbers"

	"entente/graph"
)

const phoneMessage = "A phone number is in international form, such as +40 700 900 123, and of a length its country uses."

// phone is the E.164 form, plus included. Without a country, digits that carry
// neither + nor 00 are read as if they had the plus.
func phone(value, country string) (string, bool) {
	value = strings.TrimSpace(value)
	if rest, found := strings.CutPrefix(value, "00"); found {
		value = "+" + rest
	}
	if country == "" && !strings.HasPrefix(value, "+") {
		value = "+" + value
	}
	number, err := phonenumbers.Parse(value, country)
	if err != nil || !phonenumbers.IsPossibleNumber(number) {
		return "", false
	}
	return phonenumbers.Format(number, phonenumbers.E164), true
}

func checkPhone(p *graph.Phone) error {
	if _, ok := phone(p.Number, ""); p.Number != "" && !ok {
		return graph.Bad("number", phoneMessage)
	}
	if n := len(Digits(p.IMEI)); p.IMEI != "" && (n < 14 || n > 16) {
		return graph.Bad("imei", "An IMEI has 14 to 16 digits.")
	}
	if n := len(Digits(p.IMSI)); p.IMSI != "" && (n < 14 || n > 15) {
		return graph.Bad("imsi", "An IMSI has 14 or 15 digits.")
	}
	return nil
}

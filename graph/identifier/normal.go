package identifier

import (
	"strings"

	"entente/graph"
)

// Normal is the form under which an identifier is stored and found, so that
// the same phone typed in three ways is one phone: phones as E.164 digits
// without the plus (IMEI and IMSI as digits), plates and document numbers as
// upper-case letters and digits, accounts likewise with an IBAN's check digits
// verified, profiles in lower case without the web address's beginning. What
// cannot be such an identifier is a graph.Bad on "value".
func Normal(id graph.Identifier) (string, error) {
	switch id.Scheme {
	case graph.PhoneNumber:
		return normalPhone(id)
	case graph.NumberPlate:
		return sized(Plate(id.Value), 2, 17, "A number plate has 2 to 12 letters and digits, a VIN up to 17.")
	case graph.AccountNumber:
		return normalAccount(id.Value)
	case graph.DocumentNumber:
		return sized(Alphanumeric(id.Value), 1, 64, "A document number has letters or digits.")
	case graph.ProfileName:
		return sized(Profile(id.Value), 1, 4000, "Give the user name or the address of the profile.")
	}
	return "", graph.Bad("scheme", "The scheme is PHONE, PLATE, ACCOUNT, DOCUMENT or PROFILE.")
}

func sized(value string, least, most int, message string) (string, error) {
	if len(value) < least || len(value) > most {
		return "", graph.Bad("value", message)
	}
	return value, nil
}

func normalPhone(id graph.Identifier) (string, error) {
	if e164, ok := phone(id.Value, id.Country); ok {
		return e164[1:], nil
	}
	if digits := Digits(id.Value); len(digits) >= 14 && len(digits) <= 16 {
		return digits, nil
	}
	return "", graph.Bad("value", phoneMessage)
}

func normalAccount(value string) (string, error) {
	account := Alphanumeric(value)
	if looksLikeIBAN(account) && !validIBAN(account) {
		return "", graph.Bad("value", ibanMessage)
	}
	return sized(account, 1, 128, "An account number has letters or digits.")
}

// Alphanumeric keeps letters and digits, unaccented and in upper case.
func Alphanumeric(value string) string {
	return strings.ToUpper(strings.Join(words(value), ""))
}

// Digits keeps the decimal digits of any script, as 0 to 9.
func Digits(value string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, strings.Join(words(value), ""))
}

// Plate is a number plate in upper-case letters and digits. Greek and Cyrillic
// letters that plates use because they look Latin become the Latin ones.
func Plate(value string) string { return Alphanumeric(lookalikes().Replace(strings.ToUpper(value))) }

// lookalikes are the letters that the Vienna Convention's plates share with
// the Latin alphabet.
func lookalikes() *strings.Replacer {
	const foreign, latin = "АВЕКМНОРСТУХІЈΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEKMHOPCTYXIJABEZHIKMNOPTYX"
	var pairs []string
	for i, r := range []rune(foreign) {
		pairs = append(pairs, string(r), latin[i:i+1])
	}
	return strings.NewReplacer(pairs...)
}

// Profile is a user name or web address in lower case, without "@", protocol,
// "www." and trailing slash.
func Profile(value string) string {
	p := strings.ToLower(composed(value))
	p = strings.TrimPrefix(p, "https://")
	p = strings.TrimPrefix(p, "http://")
	p = strings.TrimPrefix(p, "www.")
	return strings.TrimSuffix(strings.TrimPrefix(p, "@"), "/")
}

package identifier

import (
	"errors"
	"regexp"

	"github.com/biter777/countries"
	"github.com/bojanz/currency"

	"entente/graph"
)

const (
	countryMessage  = "A country is two upper-case letters of ISO 3166-1, such as RO or GB."
	currencyMessage = "A currency is three upper-case letters of ISO 4217, such as EUR."
	locodeMessage   = "A UN/LOCODE is two letters of a country and three letters or digits 2 to 9, such as GBDVR."
	plateMessage    = "A number plate has 2 to 12 letters and digits."
	bicMessage      = "A BIC has 8 or 11 letters and digits, with a country in the fifth and sixth place."
)

// Country says whether code is an ISO 3166-1 alpha-2 code.
func Country(code string) bool {
	return len(code) == 2 && countries.ByName(code).Alpha2() == code
}

// Check refuses codes and numbers that no country, bank or network gives out.
// It is asked after the details' own Check. Fields are relative to the details.
func Check(details graph.RecordDetails) error {
	switch d := details.(type) {
	case *graph.Person:
		return checkCountries("nationality", d.Nationality...)
	case *graph.CrimeGroup:
		return checkCountries("country", d.Country...)
	case *graph.Company:
		return checkCountries("country", d.Country)
	case *graph.BankAccount:
		return checkBankAccount(d)
	case *graph.PaymentInstrument:
		return checkInstrument(d)
	case *graph.Place:
		return first(checkCountries("country", d.Country), checkLocode("locode", d.Locode))
	case *graph.Journey:
		return first(checkLocode("from", d.From), checkLocode("to", d.To))
	case *graph.TravelDocument:
		return first(checkCountries("country", d.Country), checkNumber("number", d.Number, graph.DocumentNumber))
	case *graph.Vehicle:
		return checkVehicle(d)
	case *graph.Phone:
		return checkPhone(d)
	case *graph.OnlineProfile:
		return first(checkNumber("username", d.Username, graph.ProfileName), checkNumber("url", d.URL, graph.ProfileName))
	case *graph.ExploitationEvent:
		return checkCountries("country", d.Country)
	}
	return nil
}

// CheckLink refuses codes that do not exist. Nil details have none.
func CheckLink(details graph.LinkDetails) error {
	if t, ok := details.(*graph.Transfer); ok {
		return checkCurrency("currency", t.Currency)
	}
	return nil
}

func first(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func checkCountries(field string, codes ...string) error {
	for _, c := range codes {
		if c != "" && !Country(c) {
			return graph.Bad(field, countryMessage)
		}
	}
	return nil
}

func checkCurrency(field, code string) error {
	if code != "" && !currency.IsValid(code) {
		return graph.Bad(field, currencyMessage)
	}
	return nil
}

func checkLocode(field, code string) error {
	matched, err := regexp.MatchString(`^[A-Z]{2}[A-Z2-9]{3}$`, code)
	if code != "" && (err != nil || !matched || !Country(code[:2])) {
		return graph.Bad(field, locodeMessage)
	}
	return nil
}

func checkNumber(field, value string, scheme graph.IdentifierScheme) error {
	if value == "" {
		return nil
	}
	_, err := Normal(graph.Identifier{Scheme: scheme, Value: value})
	var bad *graph.Error
	if errors.As(err, &bad) {
		return graph.Bad(field, bad.Message)
	}
	return err
}

func checkBankAccount(a *graph.BankAccount) error {
	if a.IBAN != "" && !validIBAN(Alphanumeric(a.IBAN)) {
		return graph.Bad("iban", ibanMessage)
	}
	bic := Alphanumeric(a.BIC)
	if a.BIC != "" && ((len(bic) != 8 && len(bic) != 11) || !Country(bic[4:6])) {
		return graph.Bad("bic", bicMessage)
	}
	return first(checkNumber("accountNumber", a.AccountNumber, graph.AccountNumber),
		checkCountries("country", a.Country), checkCurrency("currency", a.Currency))
}

// checkInstrument lets through any short symbol, because tokens are not in ISO 4217.
func checkInstrument(i *graph.PaymentInstrument) error {
	if matched, err := regexp.MatchString(`^[A-Z0-9]{2,10}$`, i.Currency); i.Currency != "" && (err != nil || !matched) {
		return graph.Bad("currency", "A currency is an ISO 4217 code such as EUR, or a token's symbol of 2 to 10 upper-case letters and digits.")
	}
	return checkNumber("number", i.Number, graph.AccountNumber)
}

func checkVehicle(v *graph.Vehicle) error {
	if plate := Plate(v.RegistrationNumber); v.RegistrationNumber != "" && (len(plate) < 2 || len(plate) > 12) {
		return graph.Bad("registrationNumber", plateMessage)
	}
	if vin := Alphanumeric(v.VIN); v.VIN != "" && (len(vin) < 5 || len(vin) > 17) {
		return graph.Bad("vin", "A vehicle identification number has 5 to 17 letters and digits.")
	}
	return checkCountries("country", v.Country)
}

package identifier

import (
	"strings"

	"entente/graph"
)

// Normalise writes the normal forms back into details before they are checked,
// so that the same thing is stored the same: phones as +E.164, IBANs without
// blanks, plates and codes in upper case, texts composed and without outer
// blanks, times in UTC. What has no normal form is left as it is.
func Normalise(details graph.RecordDetails) {
	switch d := details.(type) {
	case *graph.Person:
		texts(&d.Name, &d.BirthPlace)
		each(d.Alias, composed)
		each(d.Nationality, code)
	case *graph.CrimeGroup:
		texts(&d.Name)
		each(d.Alias, composed)
		each(d.Country, code)
	case *graph.Company:
		texts(&d.Name, &d.Sector)
		each(d.Alias, composed)
		forms(Alphanumeric, &d.RegistrationNumber)
		forms(code, &d.Country)
	case *graph.BankAccount:
		texts(&d.BankName, &d.Holder)
		forms(Alphanumeric, &d.IBAN, &d.AccountNumber, &d.BIC)
		forms(code, &d.Country, &d.Currency)
	case *graph.PaymentInstrument:
		texts(&d.Number, &d.Issuer, &d.Holder) // the case of a wallet's address counts
		forms(code, &d.Currency)
	case *graph.Place:
		texts(&d.Name, &d.Address, &d.City, &d.PostalCode)
		forms(Alphanumeric, &d.Locode)
		forms(code, &d.Country)
	default:
		normaliseThing(details)
	}
}

func normaliseThing(details graph.RecordDetails) {
	switch d := details.(type) {
	case *graph.Journey:
		texts(&d.Carrier, &d.Number)
		forms(Alphanumeric, &d.From, &d.To)
		d.Departs, d.Arrives = d.Departs.UTC(), d.Arrives.UTC()
	case *graph.TravelDocument:
		texts(&d.Holder)
		forms(Alphanumeric, &d.Number)
		forms(code, &d.Country)
	case *graph.Vehicle:
		texts(&d.Make, &d.Model, &d.Colour)
		forms(Plate, &d.RegistrationNumber)
		forms(Alphanumeric, &d.VIN)
		forms(code, &d.Country)
	case *graph.Phone:
		texts(&d.Network)
		forms(Digits, &d.IMEI, &d.IMSI)
		if e164, ok := phone(d.Number, ""); ok {
			d.Number = e164
		}
	case *graph.OnlineProfile:
		texts(&d.Platform, &d.Username, &d.URL, &d.Title)
	case *graph.ExploitationEvent:
		texts(&d.Summary)
		forms(code, &d.Country)
	}
}

// NormaliseLink does the same for the details of a link; nil is left nil.
func NormaliseLink(details graph.LinkDetails) {
	switch d := details.(type) {
	case *graph.Transfer:
		texts(&d.Reference)
		forms(code, &d.Currency)
		d.At = d.At.UTC()
	case *graph.Call:
		d.At = d.At.UTC()
	case *graph.Travel:
		texts(&d.Booking, &d.Seat)
		forms(Alphanumeric, &d.Document)
	case *graph.Relationship:
		texts(&d.Relationship)
	}
}

func code(value string) string { return strings.ToUpper(strings.TrimSpace(value)) }

func texts(values ...*string) {
	for _, v := range values {
		*v = composed(*v)
	}
}

// forms keeps a value whose normal form would be empty: Check names its fault.
func forms(form func(string) string, values ...*string) {
	for _, v := range values {
		if normal := form(*v); normal != "" {
			*v = normal
		}
	}
}

func each(values []string, form func(string) string) {
	for i := range values {
		values[i] = form(values[i])
	}
}

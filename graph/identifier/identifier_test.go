package identifier_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"entente/graph"
	"entente/graph/identifier"
)

func TestTheSameThingTypedDifferentlyHasOneNormalForm(t *testing.T) {
	for _, c := range []struct {
		scheme graph.IdentifierScheme
		typed  []string
		want   string
	}{
		{graph.PhoneNumber, []string{"+40 712 345 678", "0040712345678", "40712345678", "+40-712-345-678"}, "40712345678"},
		{graph.PhoneNumber, []string{"35-209900-176148-1", "352099001761481"}, "352099001761481"},
		{graph.NumberPlate, []string{"B 123 ABC", "b-123-abc", "B123ABC", "В123АВС"}, "B123ABC"},
		{graph.AccountNumber, []string{"GB82 WEST 1234 5698 7654 32", "gb82west12345698765432"}, "GB82WEST12345698765432"},
		{graph.AccountNumber, []string{"12-34-56 00112233", "123456 00112233"}, "12345600112233"},
		{graph.DocumentNumber, []string{"xr 123/456", "XR123456"}, "XR123456"},
		{graph.ProfileName, []string{"@Mock.User", "mock.user", "https://www.mock.user/"}, "mock.user"},
	} {
		for _, typed := range c.typed {
			got, err := identifier.Normal(graph.Identifier{Scheme: c.scheme, Value: typed})
			if err != nil || got != c.want {
				t.Errorf("Normal(%s, %q) = %q, %v; want %q", c.scheme, typed, got, err, c.want)
			}
		}
	}
}

func TestAPhoneWithItsCountryNeedsNoPrefix(t *testing.T) {
	got, err := identifier.Normal(graph.Identifier{Scheme: graph.PhoneNumber, Value: "0712 345 678", Country: "RO"})
	if err != nil || got != "40712345678" {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestWhatIsNoIdentifierIsRefused(t *testing.T) {
	for _, id := range []graph.Identifier{
		{Scheme: graph.PhoneNumber, Value: "hello"},
		{Scheme: graph.PhoneNumber, Value: "+40 7"},
		{Scheme: graph.NumberPlate, Value: "-"},
		{Scheme: graph.AccountNumber, Value: "GB83 WEST 1234 5698 7654 32"},
		{Scheme: graph.DocumentNumber, Value: "***"},
		{Scheme: graph.ProfileName, Value: " "},
		{Scheme: "SHOE_SIZE", Value: "44"},
	} {
		if got, err := identifier.Normal(id); graph.CodeOf(err) != graph.BadInput {
			t.Errorf("Normal(%v) = %q, %v", id, got, err)
		}
	}
}

func TestTerms(t *testing.T) {
	got := identifier.Terms("Ștefănescu-Popa, ANA", "Ольга Щербак", "ana 北京", "O'Mock", "e\u0301te\u0301")
	want := []string{"stefanescu", "popa", "ana", "olga", "shcherbak", "bei", "jing", "o", "mock", "ete"}
	if !slices.Equal(got, want) {
		t.Errorf("Terms = %q, want %q", got, want)
	}
	if key := identifier.SortKey("  Ștefan  BĂLAN (B-12) "); key != "stefan balan b 12" {
		t.Errorf("SortKey = %q", key)
	}
}

func TestTermsHoldNothingButLettersAndDigits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, term := range identifier.Terms(rapid.String().Draw(t, "name")) {
			for _, c := range term {
				if (c < 'a' || c > 'z') && (c < '0' || c > '9') {
					t.Fatalf("term %q", term)
				}
			}
		}
	})
}

func TestNormalIsStable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		id := graph.Identifier{
			Scheme: rapid.SampledFrom(graph.IdentifierSchemes()).Draw(t, "scheme"),
			Value:  rapid.StringMatching(`[+ @A-Za-z0-9/.-]{0,24}`).Draw(t, "value"),
		}
		once, err := identifier.Normal(id)
		if err != nil || id.Scheme == graph.ProfileName {
			return
		}
		if twice, err := identifier.Normal(graph.Identifier{Scheme: id.Scheme, Value: once}); err != nil || twice != once {
			t.Fatalf("%q then %q, %v", once, twice, err)
		}
	})
}

func TestCheckNamesTheField(t *testing.T) {
	at := time.Date(2009, 3, 1, 0, 0, 0, 0, time.UTC)
	for field, details := range map[string]graph.RecordDetails{
		"nationality":        &graph.Person{Name: "Mock", Nationality: []string{"RO", "XQ"}},
		"country":            &graph.Company{Name: "Mock", Country: "UK"},
		"iban":               &graph.BankAccount{IBAN: "RO49AAAA1B31007593840001"},
		"bic":                &graph.BankAccount{AccountNumber: "1", BIC: "MOCKXQ21"},
		"accountNumber":      &graph.BankAccount{AccountNumber: "--"},
		"currency":           &graph.PaymentInstrument{Number: "1", Currency: "pounds"},
		"locode":             &graph.Place{City: "Dover", Locode: "GBD1R"},
		"from":               &graph.Journey{From: "XQABC", To: "GBDVR", Departs: at},
		"to":                 &graph.Journey{From: "GBDVR", To: "Otopeni"},
		"number":             &graph.Phone{Number: "12"},
		"imei":               &graph.Phone{IMEI: "123"},
		"imsi":               &graph.Phone{IMSI: "1234567890123456"},
		"registrationNumber": &graph.Vehicle{RegistrationNumber: "ABCDEFGHIJKLM"},
		"vin":                &graph.Vehicle{VIN: "123"},
		"username":           &graph.OnlineProfile{Platform: "mock", Username: "@"},
		"url":                &graph.OnlineProfile{Platform: "mock", URL: "https://"},
	} {
		assertField(t, identifier.Check(details), field)
	}
	assertField(t, identifier.Check(&graph.TravelDocument{Number: "-"}), "number")
	assertField(t, identifier.Check(&graph.CrimeGroup{Country: []string{"ro"}}), "country")
	assertField(t, identifier.Check(&graph.ExploitationEvent{Country: "England"}), "country")
	assertField(t, identifier.CheckLink(&graph.Transfer{Currency: "XQX"}), "currency")
}

func assertField(t *testing.T, err error, field string) {
	t.Helper()
	var e *graph.Error
	if !errors.As(err, &e) || e.Code != graph.BadInput || e.Field != field || e.Message == "" {
		t.Errorf("got %v, want a fault in %s", err, field)
	}
}

func TestNormaliseThenCheckAccepts(t *testing.T) {
	phone := &graph.Phone{Number: "0040 712 345 678", IMEI: "35-209900-176148-1"}
	account := &graph.BankAccount{IBAN: "ro49 aaaa 1b31 0075 9384 0000", Currency: "ron", Country: "ro", BIC: "mockro22"}
	vehicle := &graph.Vehicle{RegistrationNumber: "b 12 abc", VIN: "wvw zzz1jzxw000001"}
	place := &graph.Place{City: " Dover ", Locode: "gb dvr", Country: "gb"}
	for _, d := range []graph.RecordDetails{phone, account, vehicle, place, &graph.Person{Name: "Mock", Nationality: []string{"ro"}}} {
		identifier.Normalise(d)
		if err := identifier.Check(d); err != nil {
			t.Errorf("%T: %v", d, err)
		}
	}
	if *phone != (graph.Phone{Number: "+40712345678", IMEI: "352099001761481"}) {
		t.Errorf("phone %+v", phone)
	}
	if account.IBAN != "RO49AAAA1B31007593840000" || vehicle.RegistrationNumber != "B12ABC" || place.Locode != "GBDVR" || place.City != "Dover" {
		t.Errorf("%+v %+v %+v", account, vehicle, place)
	}
}

func TestNormaliseLinkPutsTimesInUTC(t *testing.T) {
	at := time.Date(2009, 3, 1, 12, 0, 0, 0, time.FixedZone("EET", 7200))
	transfer := &graph.Transfer{Currency: "eur", At: at}
	identifier.NormaliseLink(transfer)
	if transfer.Currency != "EUR" || transfer.At != at.UTC() {
		t.Errorf("%+v", transfer)
	}
	identifier.NormaliseLink(nil)
}

func TestMoneyIsExact(t *testing.T) {
	for _, c := range []struct {
		amount, code string
		minor        int64
		canonical    string
	}{
		{"12.50", "EUR", 1250, "12.50"},
		{"12.5", "GBP", 1250, "12.50"},
		{"12", "RON", 1200, "12.00"},
		{"500", "JPY", 500, "500"},
		{"1.234", "KWD", 1234, "1.234"},
		{"-0.01", "EUR", -1, "-0.01"},
		{"92233720368547758.07", "EUR", 9223372036854775807, "92233720368547758.07"},
	} {
		minor, err := identifier.Money(c.amount, c.code)
		if err != nil || minor != c.minor || identifier.Amount(minor, c.code) != c.canonical {
			t.Errorf("Money(%s, %s) = %d, %v; back %s", c.amount, c.code, minor, err, identifier.Amount(minor, c.code))
		}
	}
	for _, c := range [][2]string{
		{"12.345", "EUR"}, {"1e5", "EUR"}, {"NaN", "EUR"}, {"", "EUR"}, {"1,000", "EUR"}, {"0.5", "JPY"}, {"92233720368547758.08", "EUR"},
	} {
		_, err := identifier.Money(c[0], c[1])
		assertField(t, err, "amount")
	}
	_, err := identifier.Money("1", "POUNDS")
	assertField(t, err, "currency")
}

func TestMoneyThereAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		minor := rapid.Int64().Draw(t, "minor")
		code := rapid.SampledFrom([]string{"EUR", "GBP", "RON", "JPY", "KWD", "HUF"}).Draw(t, "currency")
		if back, err := identifier.Money(identifier.Amount(minor, code), code); err != nil || back != minor {
			t.Fatalf("%d %s came back as %d, %v", minor, code, back, err)
		}
	})
}

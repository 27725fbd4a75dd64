package identifier

import (
	"strconv"
	"strings"

	"github.com/bojanz/currency"

	"entente/graph"
)

// Money is a decimal amount in minor units of its currency ("12.50", EUR is
// 1250), exactly: what has more decimals than the currency, or does not fit 64
// bits, is a graph.Bad on "amount", an unknown currency one on "currency".
func Money(amount, code string) (int64, error) {
	if !currency.IsValid(code) {
		return 0, graph.Bad("currency", currencyMessage)
	}
	if !plainDecimal(amount) {
		return 0, badAmount()
	}
	exact, err := currency.NewAmount(amount, code)
	if err != nil {
		return 0, badAmount()
	}
	if same, err := exact.Cmp(exact.Round()); err != nil || same != 0 {
		return 0, badAmount()
	}
	minor, err := exact.Int64()
	if err != nil {
		return 0, badAmount()
	}
	return minor, nil
}

// plainDecimal says whether a text is digits, perhaps with a minus and with
// decimals. It is asked for every transfer of an import, so it is no regular
// expression.
func plainDecimal(text string) bool {
	whole, decimals, pointed := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	return digits(whole) && (!pointed || digits(decimals))
}

// digits says whether a text is 1 to 30 digits.
func digits(text string) bool {
	return len(text) >= 1 && len(text) <= 30 && strings.Trim(text, "0123456789") == ""
}

func badAmount() error {
	return graph.Bad("amount", "An amount is a plain decimal number such as 1250.00, with no more decimals than its currency has.")
}

// Amount is the decimal number of so many minor units (1250, EUR is "12.50").
// An unknown currency is taken to have no minor units.
func Amount(minor int64, code string) string {
	if exact, err := currency.NewAmountFromInt64(minor, code); err == nil {
		return exact.Number()
	}
	return strconv.FormatInt(minor, 10)
}

package demo

import "strconv"

// ukMobile is the n-th number of the range that Ofcom keeps for drama
// (07700 900000 to 900999), so it rings nobody. Past 999 it goes on in the
// drama ranges for London, Leeds and Sheffield.
func ukMobile(n int) string {
	ranges := []string{"+447700900", "+442079460", "+441134960", "+441144960"}
	return ranges[n/1000%len(ranges)] + padded(n%1000, 3)
}

// romanianMobile is the n-th of numbers that end in or run through 000 in a
// way that looks made up: +40 7xx 000 yyy.
func romanianMobile(n int) string {
	return "+407" + padded(n/1000%100, 2) + "000" + padded(n%1000, 3)
}

// ukIBAN is the account n at the invented bank MOCK.
func ukIBAN(n int) string { return iban("GB", "MOCK"+"000000"+padded(n, 8)) }

// romanianIBAN is the account n at the invented bank MOCA.
func romanianIBAN(n int) string { return iban("RO", "MOCA"+padded(n, 16)) }

// iban puts the check digits of ISO 7064 MOD 97-10 before a national number.
func iban(country, number string) string {
	remainder := 0
	for _, c := range number + country + "00" {
		value, factor := int(c-'0'), 10
		if c >= 'A' {
			value, factor = int(c-'A')+10, 100
		}
		remainder = (remainder*factor + value) % 97
	}
	return country + padded(98-remainder, 2) + number
}

// ukPlate is the n-th plate of the form of 2001, with letters that say demo.
func ukPlate(n int) string {
	return "DM" + padded(51+n/676%9, 2) + "X" + string(rune('A'+n/26%26)) + string(rune('A'+n%26))
}

// romanianPlate is the n-th plate of the invented county XX.
func romanianPlate(n int) string {
	return "XX" + padded(1+n%99, 2) + "D" + string(rune('A'+n/99%26)) + "M"
}

// documentNumber is the n-th number of a series of documents.
func documentNumber(series string, n int) string { return series + padded(n, 6) }

// flat is a house number for an address.
func flat(n int) string { return strconv.Itoa(1 + n) }

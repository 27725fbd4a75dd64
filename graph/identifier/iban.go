package identifier

import (
	"strconv"
	"strings"
)

const ibanMessage = "An IBAN has two letters of a country, two check digits that fit, and the length its country uses."

// ibanLengths are those of the SWIFT IBAN registry: country and length.
const ibanLengths = "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 " +
	"EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 " +
	"LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 " +
	"QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30 "

// ibanLength is the length a country's IBANs have, 0 for a country without.
func ibanLength(country string) int {
	at := strings.Index(ibanLengths, country)
	if len(country) != 2 || at < 0 || at%5 != 0 {
		return 0
	}
	length, err := strconv.Atoi(ibanLengths[at+2 : at+4])
	if err != nil {
		return 0
	}
	return length
}

// looksLikeIBAN says whether an alphanumeric text can be nothing but an IBAN.
func looksLikeIBAN(s string) bool {
	return ibanForm(s) && len(s) == ibanLength(s[:2])
}

func ibanForm(s string) bool {
	const letters, digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789"
	return len(s) > 4 && strings.Trim(s[:2], letters) == "" && strings.Trim(s[2:4], digits) == "" && strings.Trim(s[4:], letters+digits) == ""
}

// validIBAN follows ISO 13616: the length of the country, and the remainder 1
// of ISO 7064 MOD 97-10 once the first four characters stand at the end and
// letters are read as 10 to 35.
func validIBAN(s string) bool {
	if !ibanForm(s) || len(s) != ibanLength(s[:2]) {
		return false
	}
	remainder := 0
	for _, c := range s[4:] + s[:4] {
		if c >= 'A' {
			remainder = (remainder*100 + int(c-'A') + 10) % 97
		} else {
			remainder = (remainder*10 + int(c-'0')) % 97
		}
	}
	return remainder == 1
}

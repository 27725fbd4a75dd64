package demo

import "strconv"

// The names are put together from given names and from surnames that no family
// bears: they are the words for sample, example, fiction and pattern.

func givenNames() []string {
	return []string{
		"Adi", "Bogdan", "Costel", "Dorina", "Emil", "Florin", "Gelu", "Horia", "Iulia", "Jana", "Lică", "Mirel", "Nelu",
		"Oana", "Petru", "Relu", "Sanda", "Titi", "Ursu", "Viorel", "Zina", "Anca", "Barbu", "Cosmin", "Dinu", "Ene",
	}
}

func suspectSurnames() []string {
	return []string{"Fictescu", "Șablonaru", "Mostrescu", "Probescu", "Specimenaru", "Modelaru", "Tiparescu"}
}

func childGivenNames() []string {
	return []string{
		"Alina", "Bianca", "Călin", "Darius", "Ecaterina", "Fabian", "Gabi", "Ionuț", "Larisa", "Mălina",
		"Narcis", "Otilia", "Patricia", "Răzvan", "Sorina", "Tudorel", "Vlăduț", "Ștefania", "Țicu",
	}
}

func childSurnames() []string {
	return []string{
		"Născocescu", "Închipuitu", "Plăsmuitu", "Imaginaru", "Inventescu", "Nimenescu", "Poveștescu", "Basmescu", "Ficțiunaru", "Oarecescu",
	}
}

// childName is the name of child n, different for every n below 190.
func childName(n int) string {
	given, sur := childGivenNames(), childSurnames()
	return given[n%len(given)] + " " + sur[n/len(given)%len(sur)]
}

func suspectName(n int) string {
	given, sur := givenNames(), suspectSurnames()
	return given[n%len(given)] + " " + sur[n%len(sur)]
}

// standIn is a name for somebody of no interest, such as "Passenger 041".
func standIn(what string, n int) string { return what + " " + padded(n, 3) }

func padded(n, digits int) string {
	s := strconv.Itoa(n)
	for len(s) < digits {
		s = "0" + s
	}
	return s
}

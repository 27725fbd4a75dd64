package graph

// BankAccount is an account at a bank: an IBAN, or a national number.
type BankAccount struct {
	IBAN          string `json:"iban,omitempty"`
	AccountNumber string `json:"accountNumber,omitempty"`
	BIC           string `json:"bic,omitempty"`
	BankName      string `json:"bankName,omitempty"`
	Holder        string `json:"holder,omitempty"`
	Country       string `json:"country,omitempty"`  // ISO 3166-1 alpha-2
	Currency      string `json:"currency,omitempty"` // ISO 4217
}

// Kind is KindBankAccount.
func (*BankAccount) Kind() RecordKind { return KindBankAccount }

// Label is the IBAN, else the number.
func (a *BankAccount) Label() string { return firstOf(a.IBAN, a.AccountNumber) }

// Names is the holder.
func (a *BankAccount) Names() []string { return filled(a.Holder) }

// Identifiers are the IBAN and the number.
func (a *BankAccount) Identifiers() []Identifier {
	return identifiers(AccountNumber, a.Country, a.IBAN, a.AccountNumber)
}

// Check refuses an account without any number.
func (a *BankAccount) Check() error {
	if a.IBAN == "" && a.AccountNumber == "" {
		return Bad("iban", "Give an IBAN or an accountNumber.")
	}
	return texts("accountNumber", a.AccountNumber, "bankName", a.BankName, "holder", a.Holder)
}

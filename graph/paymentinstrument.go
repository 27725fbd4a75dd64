package graph

// PaymentInstrument is a card, a wallet or another means of paying.
type PaymentInstrument struct {
	Instrument InstrumentType `json:"instrument"`
	Number     string         `json:"number"`
	Issuer     string         `json:"issuer,omitempty"`
	Holder     string         `json:"holder,omitempty"`
	Currency   string         `json:"currency,omitempty"` // ISO 4217 or a token's symbol
}

// InstrumentType is the sort of a payment instrument.
type InstrumentType string

// The sorts.
const (
	Card            InstrumentType = "CARD"
	PrepaidCard     InstrumentType = "PREPAID_CARD"
	MobileWallet    InstrumentType = "MOBILE_WALLET"
	CryptoWallet    InstrumentType = "CRYPTO_WALLET"
	MoneyTransfer   InstrumentType = "MONEY_TRANSFER"
	OtherInstrument InstrumentType = "OTHER"
)

// Kind is KindPaymentInstrument.
func (*PaymentInstrument) Kind() RecordKind { return KindPaymentInstrument }

// Label is the number.
func (i *PaymentInstrument) Label() string { return i.Number }

// Names is the holder.
func (i *PaymentInstrument) Names() []string { return filled(i.Holder) }

// Identifiers is the number, as an account number.
func (i *PaymentInstrument) Identifiers() []Identifier {
	return identifiers(AccountNumber, "", i.Number)
}

// Check refuses an instrument without number or sort.
func (i *PaymentInstrument) Check() error {
	switch i.Instrument {
	case Card, PrepaidCard, MobileWallet, CryptoWallet, MoneyTransfer, OtherInstrument:
	default:
		return Bad("instrument", "The instrument is CARD, PREPAID_CARD, MOBILE_WALLET, CRYPTO_WALLET, MONEY_TRANSFER or OTHER.")
	}
	if err := required("number", i.Number, "the number or address of the instrument"); err != nil {
		return err
	}
	return texts("issuer", i.Issuer, "holder", i.Holder)
}

// Package scalar turns the API's scalars into Go values and back.
//
// It owns nothing but spelling and turns a noun's unknown into null. Start
// at datetime.go.
package scalar

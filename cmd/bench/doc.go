// Command bench runs the benchmarks of the packages where speed matters, prints
// what they measured as a table and writes it to docs/bench/latest.json.
//
// It owns which benchmarks are run, the form of the file and the figure that is
// drawn of it; what is measured is beside what it measures, in bench_test.go. It
// imports the standard library only. Start reading at main.go.
package main

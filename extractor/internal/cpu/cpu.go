// Package cpu tells which vector instructions the machine has, so that the kernels in assembly run only where they
// can. Every kernel has a plain Go twin that gives the same result.
package cpu

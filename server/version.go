package server

import "runtime/debug"

// release is the version of this source tree.
const release = "0.1.0"

// Version returns the service's version: the release, or the module's version when it was built as a dependency.
// It does not depend on the time or machine of the build.
func Version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return release
	}
	for _, m := range info.Deps {
		if m.Path == "github.com/dateline-news/dateline" {
			return m.Version
		}
	}
	return release
}

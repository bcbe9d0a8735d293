//! Tagged test texts: `<source>`, `<cue>`, `<content>`, `<target>`; a text without tags attributes nothing.

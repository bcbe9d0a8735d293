//! Rules of the repository, as tests that read its files.
//!
//! Each module is one rule and fails with the places that break it. Nothing here runs the product,
//! and nothing needs a network or a build.

#![forbid(unsafe_code)]

#[cfg(test)]
mod colors;
#[cfg(test)]
mod dependencies;
#[cfg(test)]
mod files;
#[cfg(test)]
mod lexicons;
#[cfg(test)]
mod messages;
#[cfg(test)]
mod page;
#[cfg(test)]
mod places;

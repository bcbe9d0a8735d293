//! The page: a text, its reading, and the ways in and out. Start at [`app::App`].
//!
//! One state (`store`), one reducer, selectors that make plain data, components that show it, and
//! `effects`, the only code that touches the browser. User text reaches the page as text nodes only.

#![forbid(unsafe_code)]
#![expect(unreachable_pub, reason = "a program has no outside: `pub` says what a module offers")]

mod app;
mod components;
mod effects;
mod i18n;
mod markup;
mod store;

/// Smaller than the standard library's in WebAssembly, and quicker.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    effects::start();
}

//! explorer.
fn main() {}

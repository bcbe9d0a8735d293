//! From the page to the page that other pages frame.
//!
//! The two differ in their policy alone: a frame without `allow-same-origin` has an origin of its
//! own, for which `'self'` may match nothing, so the host is named too where it is known. Which page
//! it is, the explorer sees in the address.

const META: &str = "http-equiv=\"Content-Security-Policy\"";

/// The embed page, from the page and the address of the host if it is known.
pub(crate) fn page(page: &str, host: Option<&str>) -> Result<String, String> {
    let host = host.map(origin).transpose()?;
    let tag = tag_around(page).ok_or("index.html has no policy in a meta tag")?;
    let policy = policy(&host.unwrap_or_default());
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    // Search engines are to list the page, not the frame.
    let robots = "<meta name=\"robots\" content=\"noindex\">";
    // A frame must not take the focus from the page around it.
    Ok(page.replacen(tag, &format!("{meta}{robots}"), 1).replace(" autofocus", ""))
}

fn policy(host: &str) -> String {
    let own = if host.is_empty() { "'self'".to_owned() } else { format!("'self' {host}") };
    [
        "default-src 'none'".to_owned(),
        format!("script-src {own} 'wasm-unsafe-eval'"),
        format!("style-src {own}"),
        format!("img-src {own} data: blob:"),
        format!("font-src {own}"),
        format!("connect-src {own}"),
        format!("worker-src {own} blob:"),
        "form-action 'none'".to_owned(),
        format!("base-uri {own}"),
    ]
    .join("; ")
}

/// `https://name[:port]`, which is all that a policy may hold of an address.
fn origin(address: &str) -> Result<String, String> {
    let wrong = || format!("READOUT_HOST is not an address like https://example.org: {address:?}");
    let (scheme, rest) = address.split_once("://").ok_or_else(wrong)?;
    let name = rest.split('/').next().unwrap_or_default();
    let plain = |c: char| c.is_ascii_alphanumeric() || ".-:[]".contains(c);
    if !matches!(scheme, "https" | "http") || name.is_empty() || !name.chars().all(plain) {
        return Err(wrong());
    }
    Ok(format!("{scheme}://{name}"))
}

/// The whole meta tag of the policy.
fn tag_around(page: &str) -> Option<&str> {
    let inside = page.find(META).or_else(|| page.find("http-equiv=Content-Security-Policy"))?;
    let start = page.get(..inside)?.rfind("<meta")?;
    // The policy stands in quotation marks and holds no angle bracket.
    let length = page.get(start..)?.find('>')? + 1;
    page.get(start..start + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\"><title>T</title></head>";

    #[test]
    fn only_the_policy_changes() {
        let made = page(PAGE, None).unwrap();
        assert!(made.starts_with("<head><meta charset=\"utf-8\"><meta http-equiv"));
        assert!(made.contains("worker-src 'self' blob:;"));
        assert!(made.ends_with("<title>T</title></head>"));
        assert_eq!(made.matches("Content-Security-Policy").count(), 1);
    }

    #[test]
    fn a_known_host_is_named_by_its_origin() {
        let made = page(PAGE, Some("https://example.org/readout/")).unwrap();
        assert!(made.contains("connect-src 'self' https://example.org;"));
    }

    #[test]
    fn what_could_break_the_policy_is_refused() {
        for bad in
            ["example.org", "https://", "https://a;script-src *", "javascript://x", "https://a b"]
        {
            assert!(page(PAGE, Some(bad)).is_err(), "{bad}");
        }
        assert!(page("<head></head>", None).is_err());
    }
}

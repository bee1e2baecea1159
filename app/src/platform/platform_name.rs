//! How the system names its command key.

/// `⌘` on Apple's systems, `Ctrl` elsewhere.
pub(crate) fn command_key() -> &'static str {
    let agent = web_sys::window().and_then(|window| window.navigator().user_agent().ok());
    let is_apple = agent.is_some_and(|agent| agent.contains("Mac") || agent.contains("iPhone"));
    if is_apple { "⌘" } else { "Ctrl" }
}

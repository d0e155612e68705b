//! The browser's side: the page ([`app`]) and its worker ([`worker`]). Only this folder knows a browser.

pub mod app;
mod messages;
pub mod worker;

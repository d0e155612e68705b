//! The browser's side: the page ([`app`]), the worker that analyses ([`worker`]) and the one that reads and writes
//! files ([`files`]), the analyzer inside other people's pages ([`embed`]). Only this folder knows a browser.

pub mod app;
pub mod embed;
pub mod files;
mod last_words;
mod messages;
pub mod worker;

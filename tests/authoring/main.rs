//! What an author meets: the documents of the format and the commands.

#[cfg(test)]
mod commands;
#[cfg(test)]
mod format;
#[cfg(test)]
mod rules;
#[cfg(test)]
mod searching;
#[cfg(test)]
#[path = "../support/mod.rs"]
mod support;

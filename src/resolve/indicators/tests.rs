//! Data-driven examples.

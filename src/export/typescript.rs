//! The TypeScript declarations of the Analysis, made from the Rust types and kept beside the package's scripts.

use crate::Analysis;
use std::collections::BTreeMap;
use ts_rs::{Config, TS, TypeVisitor};

/// Where they are kept.
const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/web/embed/analysis.d.ts");

/// Every type that a type is made of, by name: the order in which a type tells of its parts is not the same after
/// every compilation.
#[derive(Default)]
struct Declarations {
    config: Config,
    texts: BTreeMap<String, String>,
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // Lists, options and numbers have no declaration of their own.
        if T::output_path().is_none() {
            return;
        }
        let name = T::ident(&self.config);
        if self.texts.contains_key(&name) {
            return;
        }
        let docs = T::docs().unwrap_or_default();
        self.texts.insert(name, format!("\n{docs}export {}\n", T::decl(&self.config)));
        T::visit_dependencies(self);
    }
}

#[test]
fn the_declarations_are_those_of_the_types() {
    let mut found = Declarations::default();
    found.visit::<Analysis>();
    let texts: String = found.texts.into_values().collect();
    let made = format!("// Made from the Rust types by `YAOLAN_WRITE=1 cargo test --lib typescript`.\n{texts}");
    if std::env::var_os("YAOLAN_WRITE").is_some() {
        std::fs::write(FILE, &made).expect("the declarations can be written");
    }
    let kept = std::fs::read_to_string(FILE).unwrap_or_default();
    assert!(kept == made, "{FILE} is not what the types say: YAOLAN_WRITE=1 cargo test --lib typescript");
}

//! Any fragment of an address is a text or is refused; what a text is made into comes back.
#![no_main]

use libfuzzer_sys::fuzz_target;
use yaolan::library::link;

fuzz_target!(|bytes: &[u8]| {
    let words = String::from_utf8_lossy(bytes);
    let fragments = [words.to_string(), format!("#t=1.{words}")];
    for fragment in fragments {
        match link::decode(&fragment) {
            Err(error) => assert!(!error.to_string().is_empty()),
            Ok(parcel) => {
                if let Some(fragment) = link::encode(&parcel) {
                    assert_eq!(link::decode(&fragment).as_ref(), Ok(&parcel));
                }
            }
        }
    }
    let parcel = link::Parcel { text: words.into_owned(), ..link::Parcel::default() };
    if yaolan::input::check(&parcel.text).is_ok()
        && let Some(fragment) = link::encode(&parcel)
    {
        assert_eq!(link::decode(&fragment), Ok(parcel));
    }
});

//! The examples of this folder.

use crate::testing;

/// Every example gives exactly the tasks it names: action, object, owner, deadline.
#[test]
fn examples_give_exactly_their_tasks() {
    for row in testing::examples(include_str!("examples.tsv")) {
        let (document, found) = testing::recognize(row[0], "2024-06-30");
        let words = |span| document.text.slice(span);
        let given: Vec<String> = found
            .tasks
            .iter()
            .map(|task| {
                let deadline = task.deadline.map(|date| date.to_string()).unwrap_or_default();
                let owner = task.owner.as_deref().unwrap_or_default();
                format!("{}/{}/{}/{}", words(task.action), task.object.map(words).unwrap_or_default(), owner, deadline)
            })
            .collect();
        let wanted: Vec<&str> =
            row.get(1).map_or(Vec::new(), |cell| cell.split('|').filter(|task| !task.is_empty()).collect());
        assert_eq!(given, wanted, "{}", row[0]);
    }
}

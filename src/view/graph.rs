//! People and the bodies of their posts as a small graph: two columns joined by lines.

use crate::Analysis;
use crate::analysis::Tenure;

/// At most so many people are drawn; the table has them all.
const MOST: usize = 40;

/// A line from a person to a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie {
    /// Position in [`Graph::people`].
    pub person: usize,
    /// Position in [`Graph::bodies`].
    pub body: usize,
    /// The post without the body's name.
    pub post: String,
    /// When the post is held.
    pub when: Tenure,
}

/// Who holds what where.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Graph {
    /// Positions in the table of people, ordered so that those of one body stand together.
    pub people: Vec<usize>,
    /// Names of bodies as the posts write them, in order of first mention.
    pub bodies: Vec<String>,
    /// The posts.
    pub ties: Vec<Tie>,
}

/// Reads the graph off the posts. A post without a named body is tied to the level that it names (市, 省) or left out.
pub fn graph(analysis: &Analysis) -> Graph {
    let mut bodies: Vec<String> = Vec::new();
    let mut ties: Vec<(usize, usize, String, Tenure)> = Vec::new();
    for (at, person) in analysis.people.iter().enumerate().filter(|(_, person)| !person.byline).take(MOST) {
        for post in &person.posts {
            let Some((body, title)) = split(analysis, &post.text) else { continue };
            let index = bodies.iter().position(|known| known == body).unwrap_or_else(|| {
                bodies.push(body.to_owned());
                bodies.len() - 1
            });
            ties.push((at, index, title.to_owned(), post.when));
        }
    }
    let mut people: Vec<usize> = ties.iter().map(|tie| tie.0).collect();
    people.sort_unstable();
    people.dedup();
    let first_body = |person: usize| ties.iter().find(|tie| tie.0 == person).map(|tie| tie.1);
    crate::sorted::by_key(&mut people, |&person| (first_body(person), person));
    let place = |person: usize| people.iter().position(|&known| known == person).unwrap_or_default();
    let ties = ties.iter().map(|(person, body, post, when)| Tie {
        person: place(*person),
        body: *body,
        post: post.clone(),
        when: *when,
    });
    Graph { ties: ties.collect(), people, bodies }
}

/// Cuts a post into the longest known body or place that it begins with, and the title behind it.
fn split<'a>(analysis: &Analysis, post: &'a str) -> Option<(&'a str, &'a str)> {
    let bodies = analysis.organizations.iter().flat_map(|row| row.names.iter().chain([&row.name]));
    let places = analysis.places.iter().flat_map(|row| row.names.iter().chain([&row.name]));
    let known = bodies.chain(places).filter(|name| post.starts_with(name.as_str()) && name.len() < post.len());
    let longest = known.map(String::len).max();
    let end = longest.or_else(|| post.find('委').map(|at| at + '委'.len_utf8())).filter(|&end| end < post.len())?;
    Some(post.split_at(end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::ANALYZER;

    #[test]
    fn posts_tie_people_to_bodies() {
        let text = "云川市教育局局长周敏、云川市教育局副局长丁洪出席会议。";
        let analysis = ANALYZER.analyze(text, &crate::Options::default());
        let graph = graph(&analysis);
        assert_eq!(graph.people.len(), 2);
        assert_eq!(graph.bodies.len(), 1, "{graph:?}");
        let posts: Vec<&str> = graph.ties.iter().map(|tie| tie.post.as_str()).collect();
        assert_eq!(posts, ["局长", "副局长"]);
    }

    #[test]
    fn nobody_gives_an_empty_graph() {
        assert_eq!(graph(&Analysis::default()), Graph::default());
    }
}

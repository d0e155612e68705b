//! Work on several cores whose results come back in order, with few of them in memory.

use super::CorpusError;
use crossbeam_channel::{bounded, unbounded};
use std::collections::BTreeMap;
use std::thread::{Builder, scope};

/// Stack of a worker: a deeply nested document should not come near its end.
const STACK: usize = 64 * 1024 * 1024;

/// How many tasks may lie between the reader and what was given to `sink`, for each job and in all cases: enough that
/// the other workers go on while one sits over a document a hundred times as long as theirs.
const WINDOW: (usize, usize) = (16, 128);

/// Does `work` for every task on `jobs` threads and gives the results to `sink` in the order of the tasks.
/// Ends early where `sink` fails.
///
/// # Errors
/// What `sink` says, and where threads cannot be started.
pub fn in_order<Task: Send, Done: Send>(
    jobs: usize,
    tasks: impl Iterator<Item = Task> + Send,
    work: impl Fn(Task) -> Done + Sync,
    mut sink: impl FnMut(Done) -> Result<(), CorpusError>,
) -> Result<(), CorpusError> {
    let jobs = jobs.max(1);
    // Every task takes a place in the window before it is read and gives it back when its result was taken.
    let (take_place, give_place) = bounded(jobs * WINDOW.0 + WINDOW.1);
    let (to_workers, from_reader) = bounded(jobs * 2);
    let (to_sink, from_workers) = unbounded(); // never fuller than the window
    let work = &work;
    scope(|scope| {
        let thread = |name: &str| Builder::new().name(name.to_owned()).stack_size(STACK);
        let failed = |error: std::io::Error| CorpusError::new(format!("a thread cannot be started: {error}"));
        thread("reader")
            .spawn_scoped(scope, move || {
                for task in tasks.enumerate() {
                    if take_place.send(()).is_err() || to_workers.send(task).is_err() {
                        break;
                    }
                }
            })
            .map_err(failed)?;
        for _ in 0..jobs {
            let (from_reader, to_sink) = (from_reader.clone(), to_sink.clone());
            thread("worker")
                .spawn_scoped(scope, move || {
                    for (number, task) in from_reader {
                        if to_sink.send((number, work(task))).is_err() {
                            break;
                        }
                    }
                })
                .map_err(failed)?;
        }
        drop((from_reader, to_sink));
        // Dropped on the way out, where `sink` fails too: then the threads find their channels closed and end.
        let (from_workers, give_place) = (from_workers, give_place);
        let (mut next, mut waiting) = (0, BTreeMap::new());
        for (number, done) in &from_workers {
            waiting.insert(number, done);
            while let Some(done) = waiting.remove(&next) {
                sink(done)?;
                next += 1;
                let _ = give_place.try_recv();
            }
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    #[test]
    fn results_come_in_order_and_few_tasks_are_read_ahead() {
        let (read, mut seen) = (AtomicUsize::new(0), Vec::new());
        let tasks = (0..2_000).inspect(|_| {
            read.fetch_add(1, Ordering::Relaxed);
        });
        let slow = |task: usize| {
            if task.is_multiple_of(97) {
                std::thread::sleep(Duration::from_millis(2));
            }
            task
        };
        in_order(3, tasks, slow, |done| {
            seen.push(done);
            assert!(read.load(Ordering::Relaxed) <= seen.len() + 3 * WINDOW.0 + WINDOW.1 + 1);
            Ok(())
        })
        .unwrap();
        assert!(seen.into_iter().eq(0..2_000));
    }

    #[test]
    fn a_failing_sink_ends_everything() {
        let mut seen = 0;
        let ended = in_order(
            2,
            0..,
            |task: usize| task,
            |_| {
                seen += 1;
                if seen == 10 { Err(CorpusError::new("full")) } else { Ok(()) }
            },
        );
        assert_eq!((ended, seen), (Err(CorpusError::new("full")), 10));
    }
}

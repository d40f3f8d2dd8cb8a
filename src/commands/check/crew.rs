//! Many files at a time, heard in their order.

use super::desk::{Hear, Said};
use super::input::{Input, named};
use super::plan::Plan;
use super::reading;
use crate::cli;
use std::ops::ControlFlow;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// How many batches may be said of a file before its turn to be heard.
const AHEAD: usize = 32;
/// How many things are in a batch, at most.
const BATCH: usize = 64;
/// How many files a worker may be ahead of the one that is heard.
const FILES: usize = 4;

/// Whose turn it is to be heard.
enum Turn {
    /// It is checked when its turn has come: nobody should wait for standard input but who hears it.
    Here(Input),
    /// It is being checked elsewhere.
    There(Receiver<Batch>),
}

/// What is said of a text, in order: one by one it would take longer to pass on than to check.
type Batch = Vec<Said>;

/// An input with where to say what there is to say of it.
type Given = (Input, SyncSender<Batch>);

/// Checks all that was named, and has it heard in order, as if it were checked one by one.
pub fn check(plan: &Plan, arguments: &cli::Check, hear: &mut Hear) {
    let mut inputs = named(&arguments.files, plan.fields.is_some());
    let jobs = arguments.jobs.map_or_else(
        || thread::available_parallelism().map_or(1, usize::from),
        usize::from,
    );
    let one = matches!(arguments.files.as_slice(), [path] if !path.is_dir());
    // What it comes to is the same; why it ended, who hears it knows.
    let _ = if jobs == 1 || one {
        inputs.try_for_each(|input| reading::check(plan, input, hear))
    } else {
        together(plan, inputs, jobs, hear)
    };
}

/// Checks inputs on several threads. What they say is queued, but never much of it: a thread that is far ahead waits.
fn together(
    plan: &Plan,
    inputs: impl Iterator<Item = Input> + Send,
    jobs: usize,
    hear: &mut Hear,
) -> ControlFlow<()> {
    thread::scope(|scope| {
        let ahead = jobs * FILES;
        let (line_up, turns) = sync_channel(ahead);
        let (give, take) = sync_channel::<Given>(ahead);
        let take = Mutex::new(take);
        let take = std::sync::Arc::new(take);
        scope.spawn(move || {
            for input in inputs {
                let lined_up = if let Input::Standard = input {
                    line_up.send(Turn::Here(input)).is_ok()
                } else {
                    let (say, said) = sync_channel(AHEAD);
                    line_up.send(Turn::There(said)).is_ok() && give.send((input, say)).is_ok()
                };
                if !lined_up {
                    break; // Nobody listens any more.
                }
            }
        });
        for _ in 0..jobs {
            let take = std::sync::Arc::clone(&take);
            scope.spawn(move || work(plan, &take));
        }
        for turn in turns {
            match turn {
                Turn::Here(input) => reading::check(plan, input, hear)?,
                Turn::There(said) => said.into_iter().flatten().try_for_each(&mut *hear)?,
            }
        }
        ControlFlow::Continue(())
    })
}

/// Checks what is given, until there is no more.
fn work(plan: &Plan, take: &Mutex<Receiver<Given>>) {
    loop {
        let given = match take.lock() {
            Ok(take) => take.recv(),
            Err(_) => return,
        };
        let Ok((input, say)) = given else { return };
        let mut batch = Batch::new();
        let done = reading::check(plan, input, &mut |said| {
            let pause = matches!(said, Said::Pause);
            batch.push(said);
            if pause || batch.len() == BATCH {
                pass_on(&mut batch, &say)
            } else {
                ControlFlow::Continue(())
            }
        });
        // Where nobody listens any more, the next one given will tell.
        let _ = done.is_continue().then(|| pass_on(&mut batch, &say));
    }
}

fn pass_on(batch: &mut Batch, say: &SyncSender<Batch>) -> ControlFlow<()> {
    match say.send(std::mem::take(batch)) {
        Ok(()) => ControlFlow::Continue(()),
        Err(_) => ControlFlow::Break(()),
    }
}

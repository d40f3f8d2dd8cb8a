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
    let inputs = &Mutex::new(inputs);
    thread::scope(|scope| {
        let (line_up, turns) = sync_channel(jobs * FILES);
        let workers = (0..jobs).filter(|_| {
            let line_up = line_up.clone();
            let work = move || work(plan, inputs, &line_up);
            thread::Builder::new().spawn_scoped(scope, work).is_ok()
        });
        if workers.count() == 0 {
            // There are no threads to be had.
            return match inputs.lock() {
                Ok(mut inputs) => inputs.try_for_each(|input| reading::check(plan, input, hear)),
                Err(_) => ControlFlow::Continue(()),
            };
        }
        drop(line_up);
        for turn in turns {
            match turn {
                Turn::Here(input) => reading::check(plan, input, hear)?,
                Turn::There(said) => said.into_iter().flatten().try_for_each(&mut *hear)?,
            }
        }
        ControlFlow::Continue(())
    })
}

/// Checks one input after the other, until there is none left or nobody listens any more.
fn work(
    plan: &Plan,
    inputs: &Mutex<impl Iterator<Item = Input>>,
    line_up: &SyncSender<Turn>,
) -> Option<()> {
    loop {
        let (input, say) = lined_up(&mut *inputs.lock().ok()?, line_up)?;
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
        // Where nobody listens any more, the next one lined up will tell.
        let _ = done.is_continue().then(|| pass_on(&mut batch, &say));
    }
}

/// The next input, with where to say what there is to say of it, when it is in line to be heard.
fn lined_up(
    inputs: &mut impl Iterator<Item = Input>,
    line_up: &SyncSender<Turn>,
) -> Option<(Input, SyncSender<Batch>)> {
    loop {
        let input = inputs.next()?;
        if let Input::Standard = input {
            line_up.send(Turn::Here(input)).ok()?;
            continue;
        }
        let (say, said) = sync_channel(AHEAD);
        line_up.send(Turn::There(said)).ok()?;
        return Some((input, say));
    }
}

fn pass_on(batch: &mut Batch, say: &SyncSender<Batch>) -> ControlFlow<()> {
    match say.send(std::mem::take(batch)) {
        Ok(()) => ControlFlow::Continue(()),
        Err(_) => ControlFlow::Break(()),
    }
}

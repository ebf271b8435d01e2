//! Files that are small and unpack, unfold or type to much: refused or read within a bound of memory, and in steps of which
//! none takes long beside the whole.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::time::{Duration, Instant};

use migration_widget::data::{Intake, Next, ReadOptions, Reading, sheet_readers};
use migration_widget::model::Problem;

/// The system's allocator, with what each thread holds by it.
struct Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

thread_local! {
    static HELD: Cell<isize> = const { Cell::new(0) };
    static MOST: Cell<isize> = const { Cell::new(0) };
}

fn count(bytes: isize) {
    let _ = HELD.try_with(|held| {
        held.set(held.get() + bytes);
        let _ = MOST.try_with(|most| most.set(most.get().max(held.get())));
    });
}

// SAFETY: all is done by the system's allocator; beside it numbers are added.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size() as isize);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        count(-(layout.size() as isize));
        unsafe { System.dealloc(at, layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        count(layout.size() as isize);
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, at: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // Both are held while one is copied into the other.
        count(size as isize);
        let moved = unsafe { System.realloc(at, layout, size) };
        count(-(layout.size() as isize));
        moved
    }
}

/// What reading a file took.
struct Taken {
    outcome: Result<Reading, Problem>,
    /// The most bytes that were held at a time beyond those of the file.
    most_bytes: usize,
    /// The longest call, and all of them.
    longest: Duration,
    whole: Duration,
    what: String,
}

impl Taken {
    fn code(&self) -> &str {
        self.outcome.as_ref().map_or_else(|problem| problem.code, |_| "read")
    }
}

/// Reads a file as a browser does: piece by piece, step by step.
fn reading(bytes: &[u8], name: &str) -> Taken {
    let before = HELD.get();
    MOST.set(before);
    let begun = Instant::now();
    let (mut longest, mut what) = (Duration::ZERO, String::new());
    let mut timed = |at: Instant, name: String| {
        if at.elapsed() > longest {
            (longest, what) = (at.elapsed(), name);
        }
    };
    let mut read = || {
        let mut intake =
            Intake::new(ReadOptions { name: name.to_owned(), length: bytes.len(), ..ReadOptions::default() });
        for (index, piece) in bytes.chunks(32 * 1024).enumerate() {
            let at = Instant::now();
            let fed = intake.feed(piece);
            timed(at, format!("feed {index}"));
            fed?;
        }
        let at = Instant::now();
        let next = intake.end(Some(sheet_readers()));
        timed(at, "end".into());
        assert_eq!(next?, None::<Next>);
        let mut index = 0;
        loop {
            let at = Instant::now();
            let step = intake.step();
            timed(at, format!("step {index}"));
            index += 1;
            if let Some(reading) = step? {
                return Ok(reading);
            }
        }
    };
    let outcome = read();
    let most_bytes = (MOST.get() - before).max(0) as usize;
    Taken { outcome, most_bytes, longest, whole: begun.elapsed(), what }
}

fn told(name: &str, taken: &Taken) {
    println!(
        "{name}: {} {} MB, longest {:?} ({}) of {:?}",
        taken.code(),
        taken.most_bytes / 1_000_000,
        taken.longest,
        taken.what,
        taken.whole
    );
}

#[test]
fn explore() {
    use std::fmt::Write;
    let rows = |wide: &mut String| {
        for row in 0..1000 {
            let _ = write!(wide, "p{row}");
            for day in 0..1998 {
                let _ = write!(wide, ",{}", (row * day) % 7);
            }
            wide.push('\n');
        }
    };
    let forms: [(&str, &dyn Fn(usize) -> (String, String)); 6] = [
        ("group each", &|i| (format!("group {i}"), format!("{}", 1800 + i % 400))),
        ("group each pair", &|i| (format!("group {}", i / 2), format!("{}", 1800 + i % 400))),
        ("year above", &|i| (format!("{}", 1800 + i / 5), format!("group {i}"))),
        ("1000-", &|i| (String::new(), format!("{}", 1000 + i))),
        ("fiscal", &|i| (String::new(), format!("{}/{:02}", 1900 + i % 300, (i + 1) % 100))),
        ("year words", &|i| (String::new(), format!("{} w{i}", 1900 + i % 300))),
    ];
    for (name, form) in forms {
        let mut wide = String::new();
        if !form(0).0.is_empty() {
            for i in 0..1998 {
                let _ = write!(wide, ",{}", form(i).0);
            }
            wide.push('\n');
        }
        wide.push_str("place");
        for i in 0..1998 {
            let _ = write!(wide, ",{}", form(i).1);
        }
        wide.push('\n');
        rows(&mut wide);
        let taken = reading(wide.as_bytes(), "a.csv");
        told(name, &taken);
        if let Ok(reading) = taken.outcome {
            println!("{} {}", reading.table.rows, reading.table.columns.len());
        }
    }
}

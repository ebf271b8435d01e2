//! A workbook of another program than Excel's present one, or of an older: whatever its form, its sheets one after the
//! other.

use super::book::of_name;
use super::decoded;
use super::grid::GridRows;
use crate::data::intake::Intake;
use crate::data::options::ReadOptions;
use crate::data::readers::{OpenWorkbook, Wanted};
use crate::data::reading::{FileMetadata, Reading, Warning};
use crate::data::typed_rows::TypedRows;
use crate::model::{Listed, Problem};

/// How many marks of such a file are read at a time.
const STEP_MARKS: usize = 400;

/// The name of a sheet.
#[derive(Clone, Debug)]
pub(in crate::data) struct Tab {
    /// The name on its tab.
    pub(in crate::data) name: String,
    /// Whether it is not shown.
    pub(in crate::data) is_hidden: bool,
}

/// What reads a form of workbook.
pub(in crate::data) trait SheetSource {
    /// Finds the sheets, in steps; whether all are found.
    fn prepare(&mut self, most: usize) -> Result<bool, Problem>;

    /// The sheets, once they are found.
    fn tabs(&self) -> &[Tab];

    /// Goes to the sheet of a number.
    fn begin(&mut self, index: usize) -> Result<(), Problem>;

    /// Takes some of that sheet; whether all is taken.
    fn take(&mut self, most: usize) -> Result<bool, Problem>;

    /// The rows of that sheet so far.
    fn grid(&mut self) -> &mut GridRows;

    /// Adds what the file says of itself.
    fn describe(&self, _: &mut FileMetadata) {}

    /// The name of the format, where the form is one.
    fn format(&self) -> &'static str {
        ""
    }
}

/// A workbook that is being read.
pub(in crate::data) struct OtherWorkbook {
    source: Box<dyn SheetSource>,
    options: ReadOptions,
    /// The sheets still to be tried, the next one last, and how many there were.
    sheets: Vec<usize>,
    count: usize,
    stage: Stage,
    /// The sheet that is being read.
    sheet: usize,
    /// Why the first sheet is no table.
    problem: Option<Problem>,
}

enum Stage {
    Prepare,
    NextSheet,
    Rows(Box<TypedRows>),
    Table(Box<Intake>),
}

impl OtherWorkbook {
    /// Begins to read.
    pub(in crate::data) fn open(
        source: Box<dyn SheetSource>,
        options: &ReadOptions,
    ) -> Box<dyn OpenWorkbook> {
        Box::new(OtherWorkbook {
            source,
            options: options.clone(),
            sheets: Vec::new(),
            count: 0,
            stage: Stage::Prepare,
            sheet: 0,
            problem: None,
        })
    }

    /// Which sheets to look through: the one of the name in the address, else those that are shown.
    fn choose(&mut self) -> Result<(), Problem> {
        let name = self.options.name.split_once('#').map(|(_, name)| decoded(name)).unwrap_or_default();
        let tabs = self.source.tabs();
        let has_name = !name.is_empty() && !tabs.iter().all(|tab| tab.name.is_empty());
        if has_name {
            let names = tabs.iter().map(|tab| tab.name.as_str()).listed();
            self.sheets = vec![of_name(&names, &name)?];
        } else {
            let shown = tabs.iter().enumerate().filter(|(_, tab)| !tab.is_hidden).map(|(index, _)| index);
            self.sheets = shown.listed();
        }
        self.count = self.sheets.len();
        self.sheets.reverse();
        Ok(())
    }

    /// Leaves a sheet that is no table, as those of notes are.
    fn leave_sheet(&mut self, problem: Problem) {
        self.problem.get_or_insert(problem);
        self.stage = Stage::NextSheet;
    }
}

impl OpenWorkbook for OtherWorkbook {
    fn wants(&mut self) -> Result<Option<Wanted>, Problem> {
        match &mut self.stage {
            Stage::Table(intake) => intake.wants(false),
            _ => Ok(None),
        }
    }

    /// Where no sheet is a table, the error says why the first is none.
    fn step(&mut self) -> Result<Option<Reading>, Problem> {
        match &mut self.stage {
            Stage::Prepare => {
                if self.source.prepare(STEP_MARKS)? {
                    self.choose()?;
                    self.stage = Stage::NextSheet;
                }
            }
            Stage::NextSheet => match self.sheets.pop() {
                Some(index) => {
                    self.source.begin(index)?;
                    self.sheet = index;
                    self.stage = Stage::Rows(Box::default());
                }
                None => return Err(self.problem.take().unwrap_or_else(|| Problem::new("empty-file"))),
            },
            Stage::Rows(table) => {
                let is_whole = self.source.take(STEP_MARKS)?;
                let mut problem = None;
                for (line, cells) in self.source.grid().finished.drain(..) {
                    problem = problem.or(table.take(line, cells).err());
                }
                if let Some(problem) = problem {
                    self.leave_sheet(problem);
                } else if is_whole {
                    let mut options = self.options.clone();
                    self.source.describe(&mut options.metadata);
                    if !self.source.format().is_empty() {
                        self.source.format().clone_into(&mut options.format);
                    }
                    match Intake::of_rows(std::mem::take(table), options) {
                        Ok(intake) => self.stage = Stage::Table(Box::new(intake)),
                        Err(problem) => self.leave_sheet(problem),
                    }
                }
            }
            Stage::Table(intake) => match intake.step() {
                Ok(None) => {}
                Ok(Some(mut reading)) => {
                    if self.count > 1 {
                        let name = self.source.tabs().get(self.sheet).map(|tab| tab.name.clone());
                        let problem = Problem::new("sheet-chosen").with("text", name.unwrap_or_default());
                        reading.warnings.push(Warning { problem, count: self.count });
                    }
                    return Ok(Some(reading));
                }
                Err(problem) => self.leave_sheet(problem),
            },
        }
        Ok(None)
    }
}

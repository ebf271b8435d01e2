//! The chart kinds of the contract.

/// A chart kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line a series over time.
    Line,
    /// One filled area over time.
    Area,
    /// Areas on top of each other over time.
    StackedArea,
    /// Vertical bars over time, or horizontal ranked bars over entities.
    Bar,
    /// Bars of parts on top of each other, or end to end where horizontal.
    StackedBar,
    /// Bars side by side, one a series.
    GroupedBar,
    /// One small panel a series, of one design.
    SmallMultiples,
    /// The first and the last period of each series, joined.
    Slope,
    /// One point an entity: a figure across, another up, a third as its size.
    Scatter,
    /// Ages from young to old, one sex to the left and one to the right.
    Pyramid,
    /// Squares that each stand for a stated quantity.
    Waffle,
    /// Figures where they are on Earth.
    Map,
    /// Bands from origins to destinations.
    Flow,
    /// The figures as a table.
    Table,
    /// One figure, large, with its change and its past.
    Number,
}

/// What a kind needs of the figures to be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Nothing.
    Nothing,
    /// A field of periods.
    Periods,
    /// Countries or groups.
    Entities,
    /// Fields of age and of sex.
    AgesAndSexes,
    /// A field of countries.
    Countries,
    /// Fields of origins and of destinations.
    OriginsAndDestinations,
}

impl Needs {
    /// Every need with the contract's name for it.
    pub const ALL: [(Needs, &'static str); 6] = [
        (Needs::Nothing, ""),
        (Needs::Periods, "periods"),
        (Needs::Entities, "entities"),
        (Needs::AgesAndSexes, "ages-and-sexes"),
        (Needs::Countries, "countries"),
        (Needs::OriginsAndDestinations, "origins-and-destinations"),
    ];
}

impl Kind {
    /// Every kind with the contract's name for it.
    pub const ALL: [(Kind, &'static str); 15] = [
        (Kind::Line, "line"),
        (Kind::Area, "area"),
        (Kind::StackedArea, "stacked-area"),
        (Kind::Bar, "bar"),
        (Kind::StackedBar, "stacked-bar"),
        (Kind::GroupedBar, "grouped-bar"),
        (Kind::SmallMultiples, "small-multiples"),
        (Kind::Slope, "slope"),
        (Kind::Scatter, "scatter"),
        (Kind::Pyramid, "pyramid"),
        (Kind::Waffle, "waffle"),
        (Kind::Map, "map"),
        (Kind::Flow, "flow"),
        (Kind::Table, "table"),
        (Kind::Number, "number"),
    ];

    /// What it needs of the figures.
    pub fn needs(self) -> Needs {
        match self {
            Kind::Bar | Kind::StackedBar | Kind::GroupedBar | Kind::Table => Needs::Nothing,
            Kind::Line | Kind::Area | Kind::StackedArea => Needs::Periods,
            Kind::SmallMultiples | Kind::Slope | Kind::Number => Needs::Periods,
            Kind::Scatter | Kind::Waffle => Needs::Entities,
            Kind::Pyramid => Needs::AgesAndSexes,
            Kind::Map => Needs::Countries,
            Kind::Flow => Needs::OriginsAndDestinations,
        }
    }

    /// Whether it asks of the query more than lines, areas, bars and tables do: see `companions` and `fitted`.
    pub fn shapes_its_query(self) -> bool {
        use Kind::{Flow, Map, Number, Pyramid, Scatter, Slope, SmallMultiples, Waffle};
        matches!(self, SmallMultiples | Slope | Scatter | Pyramid | Waffle | Map | Flow | Number)
    }

    /// The contract's name of the kind.
    pub fn name(self) -> &'static str {
        Kind::ALL.iter().find(|(kind, _)| *kind == self).map_or("", |(_, name)| name)
    }

    /// The kind of a name, in any case.
    pub fn parse(name: &str) -> Option<Kind> {
        Kind::ALL.iter().find(|(_, known)| known.eq_ignore_ascii_case(name.trim())).map(|(kind, _)| *kind)
    }
}

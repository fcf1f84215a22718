//! The union's tree: the city, 17 districts, 343 streets and townships with the special zones.

/// A district by its six-digit administrative code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct District(u32);

/// A street or township by its nine-digit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Street(u32);

//! Who did it: the doer, the part somebody played, the office somebody holds.

pub(super) mod blame;
pub(super) mod clefts;
pub(super) mod doers;
pub(super) mod offices;
pub(super) mod origins;
pub(super) mod people;
pub(super) mod roles;

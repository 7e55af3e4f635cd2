//! Reads messages that `postcard` wrote, with half of the code that it takes itself.
//!
//! Whoever reads what serde derives has to look after every value whether it failed. Here nothing can:
//! [`Never`] has no values, so the compiler leaves all of that out. Past the end, and where bytes are no
//! value, zeros are read, and a message of which any were is refused as a whole.
//!
//! For types of a fixed shape, as `postcard` is itself; and not for `usize`, which has values that do not
//! fit in everywhere.

use serde::de::{self, DeserializeOwned, DeserializeSeed, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use std::fmt;

/// A message from its bytes, and the bytes behind it; `None` where they are none.
#[must_use]
pub fn take<T: DeserializeOwned>(bytes: &[u8]) -> Option<(T, &[u8])> {
    let mut source = Source { rest: bytes, whole: true };
    let Ok(value) = T::deserialize(&mut source);
    source.whole.then_some((value, source.rest))
}

/// A message from its bytes; `None` where they are none.
#[must_use]
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    take(bytes).map(|(value, _)| value)
}

/// What is left to read, and whether all so far was there.
struct Source<'a> {
    rest: &'a [u8],
    whole: bool,
}

impl<'a> Source<'a> {
    fn broken(&mut self) {
        self.whole = false;
        self.rest = &[];
    }

    fn bytes(&mut self, count: usize) -> &'a [u8] {
        let Some((taken, rest)) = self.rest.split_at_checked(count) else {
            self.broken();
            return &[];
        };
        self.rest = rest;
        taken
    }

    fn byte(&mut self) -> u8 {
        self.bytes(1).first().copied().unwrap_or_default()
    }

    /// A number of so many bits, seven in a byte.
    #[inline(never)]
    fn number(&mut self, bits: u32) -> u64 {
        let (mut value, mut shift) = (0, 0);
        while shift < bits {
            let byte = self.byte();
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                let room = bits - shift;
                if room < 7 && byte >> room != 0 {
                    self.broken();
                }
                return value;
            }
            shift += 7;
        }
        self.broken();
        0
    }

    /// One of so many; the first where there is none of that number.
    fn one_of(&mut self, many: usize) -> u32 {
        let index = self.number(32) as u32;
        if (index as usize) < many {
            return index;
        }
        self.broken();
        0
    }

    fn text(&mut self) -> &'a str {
        let length = self.number(32) as usize;
        let bytes = self.bytes(length);
        std::str::from_utf8(bytes).unwrap_or_else(|_| {
            self.broken();
            ""
        })
    }
}

/// A failure that does not happen.
#[derive(Debug)]
enum Never {}

impl fmt::Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl de::Error for Never {
    fn custom<T: fmt::Display>(_: T) -> Self {
        unreachable!("a shape that this cannot read")
    }
}

macro_rules! whole_numbers {
    ($($read:ident $visit:ident $bits:literal $type:ty)*) => {
        $(fn $read<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Never> {
            visitor.$visit(self.number($bits) as $type)
        })*
    };
}

impl<'a> de::Deserializer<'a> for &mut Source<'a> {
    type Error = Never;

    whole_numbers! {
        deserialize_u16 visit_u16 16 u16
        deserialize_u32 visit_u32 32 u32
        deserialize_u64 visit_u64 64 u64
    }

    fn deserialize_any<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_unit()
    }

    fn deserialize_bool<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_bool(self.flag())
    }

    fn deserialize_u8<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_u8(self.byte())
    }

    fn deserialize_i32<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Never> {
        let number = self.number(32) as u32;
        visitor.visit_i32((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
    }

    fn deserialize_f32<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_f32(f32::from_le_bytes(self.bytes(4).try_into().unwrap_or_default()))
    }

    fn deserialize_f64<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_f64(f64::from_le_bytes(self.bytes(8).try_into().unwrap_or_default()))
    }

    fn deserialize_string<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_str(self.text())
    }

    fn deserialize_option<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Never> {
        if self.flag() { visitor.visit_some(self) } else { visitor.visit_none() }
    }

    fn deserialize_newtype_struct<V: Visitor<'a>>(self, _: &'static str, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Never> {
        let mut left = self.number(32) as usize;
        // Every item takes a byte at least.
        if left > self.rest.len() {
            self.broken();
            left = 0;
        }
        visitor.visit_seq(Items { source: self, left })
    }

    fn deserialize_tuple<V: Visitor<'a>>(self, _: usize, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self))
    }

    fn deserialize_tuple_struct<V: Visitor<'a>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self))
    }

    fn deserialize_struct<V: Visitor<'a>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self))
    }

    fn deserialize_enum<V: Visitor<'a>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_enum(Variant { source: self, many: variants.len() })
    }

    forward_to_deserialize_any! { <V: Visitor<'a>>
        i8 i16 i64 i128 u128 char str bytes byte_buf unit unit_struct map identifier ignored_any
    }

    fn is_human_readable(&self) -> bool {
        false
    }
}

impl Source<'_> {
    fn flag(&mut self) -> bool {
        self.one_of(2) == 1
    }
}

/// The items of a list.
struct Items<'s, 'a> {
    source: &'s mut Source<'a>,
    left: usize,
}

impl<'a> de::SeqAccess<'a> for Items<'_, 'a> {
    type Error = Never;

    fn next_element_seed<T: DeserializeSeed<'a>>(&mut self, seed: T) -> Result<Option<T::Value>, Never> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        seed.deserialize(&mut *self.source).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

/// The fields of a shape, all of which are there.
struct Fields<'s, 'a>(&'s mut Source<'a>);

impl<'a> de::SeqAccess<'a> for Fields<'_, 'a> {
    type Error = Never;

    #[inline(always)]
    fn next_element_seed<T: DeserializeSeed<'a>>(&mut self, seed: T) -> Result<Option<T::Value>, Never> {
        seed.deserialize(&mut *self.0).map(Some)
    }
}

/// One of so many variants, and what is in it.
struct Variant<'s, 'a> {
    source: &'s mut Source<'a>,
    many: usize,
}

impl<'a> de::EnumAccess<'a> for Variant<'_, 'a> {
    type Error = Never;
    type Variant = Self;

    fn variant_seed<T: DeserializeSeed<'a>>(self, seed: T) -> Result<(T::Value, Self), Never> {
        let index = self.source.one_of(self.many);
        seed.deserialize(index.into_deserializer()).map(|value| (value, self))
    }
}

impl<'a> de::VariantAccess<'a> for Variant<'_, 'a> {
    type Error = Never;

    fn unit_variant(self) -> Result<(), Never> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'a>>(self, seed: T) -> Result<T::Value, Never> {
        seed.deserialize(self.source)
    }

    fn tuple_variant<V: Visitor<'a>>(self, _: usize, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self.source))
    }

    fn struct_variant<V: Visitor<'a>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields(self.source))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Engine, Request, Response};
    use crate::import::Record;
    use serde::{Deserialize, Serialize};

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    enum Each {
        Bare,
        Some(u8, u16),
        Named { list: Vec<Option<i32>>, word: String },
        One(Pair),
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Pair(bool, (u64, f32, [u8; 2]), f64);

    /// Whole, cut short anywhere and with any byte changed, it is read as `postcard` does.
    fn check<T: Serialize + DeserializeOwned + fmt::Debug>(value: &T, step: usize) {
        let bytes = postcard::to_allocvec(value).unwrap();
        let mut tried = vec![bytes.clone()];
        tried.extend((0..bytes.len()).step_by(step).map(|end| bytes[..end].to_vec()));
        for at in (0..bytes.len()).step_by(step) {
            for flip in [1, 2, 0x80, 0xff] {
                tried.push(bytes.clone());
                tried.last_mut().unwrap()[at] ^= flip;
            }
        }
        for bytes in tried {
            // As text, for some bytes are no number.
            let (own, theirs) = (read::<T>(&bytes), postcard::from_bytes::<T>(&bytes).ok());
            assert_eq!(format!("{own:?}"), format!("{theirs:?}"), "{bytes:?}");
        }
    }

    #[test]
    fn every_shape_is_read_as_it_was_written() {
        check(&Each::Bare, 1);
        check(&Each::Some(255, 65_535), 1);
        check(
            &Each::Named { list: vec![None, Some(0), Some(-1), Some(i32::MAX), Some(i32::MIN)], word: "é 雨".into() },
            1,
        );
        check(&Each::One(Pair(true, (u64::MAX, -0.5, [0, 200]), 1e300)), 1);
        check(&vec![u32::MAX, 0, 127, 128], 1);
    }

    #[test]
    fn facts_and_stories_are_read_as_they_were_written() {
        let text = "Lima, 3 May 2024 – At least 12 people were killed on Thursday, police chief Ana Diaz said.";
        let record = |id: &str| Record { id: id.into(), text: text.into(), ..Record::default() };
        let engine = Engine::default();
        let facts = ["a", "b"].map(|id| match engine.respond(Request::Read(record(id))) {
            Response::Facts(facts) => *facts,
            _ => unreachable!(),
        });
        check(&Request::Read(record("a")), 1);
        let tell = Request::Tell(facts.to_vec());
        check(&tell, 7);
        check(&engine.respond(tell), 7);
    }

    #[test]
    fn what_stands_behind_a_message_is_given_back() {
        assert_eq!(take::<u16>(&[0x80, 1, 9, 9]), Some((128, &[9, 9][..])));
    }
}

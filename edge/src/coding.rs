//! Which compression the other side reads.

/// A value of `content-encoding`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Coding {
    /// `br`
    Brotli,
    /// `gzip`
    Gzip,
}

impl Coding {
    /// The best one named in `Accept-Encoding`; one with weight 0 is refused.
    pub(crate) fn accepted(accept_encoding: &str) -> Option<Self> {
        let accept_encoding = accept_encoding.to_ascii_lowercase();
        [Self::Brotli, Self::Gzip].into_iter().find(|coding| {
            accept_encoding.split(',').any(|offer| {
                let (name, weight) = offer.split_once(';').unwrap_or((offer, ""));
                let weight = weight.trim().strip_prefix("q=").unwrap_or("1");
                name.trim() == coding.name()
                    && weight.parse::<f32>().is_ok_and(|weight| weight > 0.0)
            })
        })
    }

    /// Its name in a header.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    /// The ending of a precompressed file.
    pub(crate) const fn ending(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gz",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(accept_encoding: &str, expected: Option<Coding>) {
        assert_eq!(Coding::accepted(accept_encoding), expected);
    }

    #[test]
    fn brotli_before_gzip_and_weight_zero_is_a_refusal() {
        check("", None);
        check("identity", None);
        check("gzip, deflate, br, zstd", Some(Coding::Brotli));
        check("gzip", Some(Coding::Gzip));
        check("br;q=0, gzip;q=0.5", Some(Coding::Gzip));
        check("BR", Some(Coding::Brotli));
        check("BR;Q=0", None);
        check("br;q=x", None);
    }
}

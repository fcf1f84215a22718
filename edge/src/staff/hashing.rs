//! Passwords as Argon2id hashes, each with its own salt and the parameters it was made with.

use super::trouble::Trouble;
use crate::same::same;
use crate::seal::random;
use crate::sql::{Row, Sql, SqlError, Value};
use argon2::{Algorithm, Argon2, Params, Version};

/// OWASP's second choice: 19 MiB, two passes, one lane; WebAssembly gives a lane no thread of its own.
/// Compiled for speed it takes 36 ms of one core at the median of twelve in V8 [measured, node 20], and
/// 12 MiB with three passes takes 30.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// What is kept of a password.
pub(super) struct Hashed {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
    salt: [u8; 16],
    hash: [u8; 32],
}

impl Hashed {
    /// Hashes a password whose length was bounded.
    pub(super) fn new(password: &str) -> Result<Self, Trouble> {
        let mut hashed = Self::nobodys();
        hashed.salt = random();
        hashed.hash = hashed.hash(password)?;
        Ok(hashed)
    }

    /// What is compared with where there is no account: the same work, and nothing hashes to it.
    pub(super) fn nobodys() -> Self {
        Self {
            memory_kib: MEMORY_KIB,
            passes: PASSES,
            lanes: LANES,
            salt: [0; 16],
            hash: [0; 32],
        }
    }

    /// Whether it is of that password.
    pub(super) fn fits(&self, password: &str) -> Result<bool, Trouble> {
        Ok(same(&self.hash(password)?, &self.hash))
    }

    fn hash(&self, password: &str) -> Result<[u8; 32], Trouble> {
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(32))?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let mut hash = [0; 32];
        argon2.hash_password_into(password.as_bytes(), &self.salt, &mut hash)?;
        Ok(hash)
    }

    /// The one of an account; `None` before its set-up.
    pub(super) fn of(sql: &Sql, account: u32) -> Result<Option<Self>, Trouble> {
        let rows = sql.rows(
            "SELECT memory_kib, passes, lanes, salt, hash FROM password WHERE account = ?",
            vec![Value::Integer(account)],
        )?;
        rows.first().map(Self::read).transpose()
    }

    fn read(row: &Row) -> Result<Self, Trouble> {
        let salt = row.bytes(3)?.try_into();
        Ok(Self {
            memory_kib: row.integer(0)?,
            passes: row.integer(1)?,
            lanes: row.integer(2)?,
            salt: salt.map_err(|_| Trouble::Record("a salt"))?,
            hash: row.hash(4)?,
        })
    }

    /// Makes it the one of an account.
    pub(super) fn keep(&self, sql: &Sql, account: u32) -> Result<(), SqlError> {
        sql.run(
            "INSERT OR REPLACE INTO password (account, memory_kib, passes, lanes, salt, hash)
             VALUES (?, ?, ?, ?, ?, ?)",
            vec![
                Value::Integer(account),
                Value::Integer(self.memory_kib),
                Value::Integer(self.passes),
                Value::Integer(self.lanes),
                Value::Bytes(self.salt.to_vec()),
                Value::Bytes(self.hash.to_vec()),
            ],
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_its_own_password_fits() {
        let hashed = Hashed::new("窗前明月光，疑是地上霜。").unwrap();
        assert!(hashed.fits("窗前明月光，疑是地上霜。").unwrap());
        assert!(!hashed.fits("窗前明月光疑是地上露").unwrap());
        assert!(!Hashed::nobodys().fits("").unwrap());
    }

    #[test]
    fn the_same_password_has_another_hash_each_time() {
        let hash = || Hashed::new("correct horse battery").unwrap().hash;
        assert_ne!(hash(), hash());
    }
}

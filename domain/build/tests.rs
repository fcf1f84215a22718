//! What the checker of policy files refuses, and in which line.

mod policy;

#[test]
fn nothing() {
    assert!(policy::compile(&[]).is_ok());
}

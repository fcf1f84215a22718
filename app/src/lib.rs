//! What is seen: views, islands and wording.

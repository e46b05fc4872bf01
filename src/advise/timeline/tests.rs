//! What a replay recomputes.

//! The public record.

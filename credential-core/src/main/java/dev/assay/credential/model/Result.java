package dev.assay.credential.model;

import java.util.Optional;

/** One result as shown to people: which, and what was reached. */
public record Result(
        Optional<String> name,
        Optional<String> value,
        Optional<String> achievedLevel,
        Optional<String> status) {}

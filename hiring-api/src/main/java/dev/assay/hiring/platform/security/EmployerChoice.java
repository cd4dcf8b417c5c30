package dev.assay.hiring.platform.security;

import dev.assay.hiring.shared.Actor;
import java.util.List;

/** What came of asking: for which employer does this person act? */
public sealed interface EmployerChoice {

    /** They act here. */
    record Chosen(Employer employer, Actor.Person actor) implements EmployerChoice {}

    /** They belong to several and must say which. */
    record Ambiguous(List<Employer> employers) implements EmployerChoice {}

    /** They are not in the one they named, or in none that is ours, or have no role there. */
    record Refused() implements EmployerChoice {}
}

package dev.assay.credential.report;

import dev.assay.credential.model.CredentialSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything one verification found. The outcome follows from the checks and is never given from
 * outside: failed if a required check failed, else indeterminate if a required check is undecided,
 * else verified.
 *
 * @param format the format that was recognised
 * @param proof how the credential says it is secured
 * @param checks one entry for each {@link CheckName}, in that order
 * @param credential what the part covered by the proof claims, where it could be read; it is there
 *     for failed credentials too, so that a person sees what was claimed, and is to be believed
 *     only as far as {@link #outcome()} goes
 * @param statusUntil when to look at the status again, where a status list says so
 * @param fault set only when the bytes were no document at all
 * @param parts the credentials inside this one, each with a verdict of its own
 */
public record VerificationReport(
        CredentialFormat format,
        Optional<ProofDescription> proof,
        List<Check> checks,
        Optional<CredentialSummary> credential,
        Optional<Instant> statusUntil,
        Optional<InputFault> fault,
        List<Part> parts) {

    private static final List<CheckName> NAMES = List.of(CheckName.values());

    public VerificationReport {
        checks = List.copyOf(checks);
        parts = List.copyOf(parts);
        requireEach(checks);
    }

    private static void requireEach(List<Check> checks) {
        boolean each = checks.size() == NAMES.size();
        for (int i = 0; each && i < checks.size(); i++) {
            each = checks.get(i).name() == NAMES.get(i);
        }
        if (!each) {
            throw new IllegalArgumentException(
                    "a report has every check once, in order, but has "
                            + checks.stream().map(Check::name).toList());
        }
    }

    /** A report on a document with no other credentials in it. */
    public VerificationReport(
            CredentialFormat format,
            Optional<ProofDescription> proof,
            List<Check> checks,
            Optional<CredentialSummary> credential,
            Optional<Instant> statusUntil,
            Optional<InputFault> fault) {
        this(format, proof, checks, credential, statusUntil, fault, List.of());
    }

    /**
     * A report that somebody kept, perhaps since before there were as many checks as there are now:
     * one that was not made then does not apply.
     */
    public static VerificationReport recalled(
            CredentialFormat format,
            Optional<ProofDescription> proof,
            List<Check> checks,
            Optional<CredentialSummary> credential,
            Optional<Instant> statusUntil,
            Optional<InputFault> fault,
            @Nullable List<Part> parts) {
        var all =
                NAMES.stream()
                        .map(name ->
                                checks.stream()
                                        .filter(c -> c.name() == name)
                                        .findFirst()
                                        .orElseGet(() -> notMadeThen(name)))
                        .toList();
        return new VerificationReport(
                format,
                proof,
                all,
                credential,
                statusUntil,
                fault,
                parts == null ? List.of() : parts);
    }

    private static Check notMadeThen(CheckName name) {
        return Check.notApplicable(
                name, CheckCode.NOT_ASKED, "This check was not made when the credential was.");
    }

    /** Refuses nothing: any input, however broken, has a report. */
    public static VerificationReport unreadable(InputFault fault) {
        var structure = Check.failed(CheckName.STRUCTURE, fault.code(), fault.detail());
        return new VerificationReport(
                CredentialFormat.UNKNOWN,
                Optional.empty(),
                withoutFurtherChecks(structure),
                Optional.empty(),
                Optional.empty(),
                Optional.of(fault));
    }

    /** A format that is recognised but not verified: indeterminate, never failed or verified. */
    public static VerificationReport unsupported(CredentialFormat format, String detail) {
        return structureOnly(
                format,
                Check.indeterminate(CheckName.STRUCTURE, CheckCode.UNSUPPORTED_FORMAT, detail));
    }

    /** A document that reads well and is no credential. */
    public static VerificationReport noCredential(String detail) {
        return structureOnly(
                CredentialFormat.UNKNOWN,
                Check.failed(CheckName.STRUCTURE, CheckCode.NOT_A_CREDENTIAL, detail));
    }

    private static VerificationReport structureOnly(CredentialFormat format, Check structure) {
        return new VerificationReport(
                format,
                Optional.empty(),
                withoutFurtherChecks(structure),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A document that was not looked into, because the one around it has too many inside. */
    public static VerificationReport beyondLimit() {
        return structureOnly(
                CredentialFormat.UNKNOWN,
                Check.indeterminate(
                        CheckName.STRUCTURE,
                        CheckCode.TOO_MANY_PARTS,
                        "The credential around it has too many others inside."));
    }

    /** A credential that is known by its address only: undecided until its document is there. */
    public static VerificationReport pending(String detail) {
        return structureOnly(
                CredentialFormat.UNKNOWN,
                Check.indeterminate(CheckName.STRUCTURE, CheckCode.PENDING, detail));
    }

    /** This report with one check answered by somebody who knows more, such as a registry. */
    public VerificationReport with(Check answer) {
        var answered = checks.stream().map(c -> c.name() == answer.name() ? answer : c).toList();
        return new VerificationReport(
                format, proof, answered, credential, statusUntil, fault, parts);
    }

    /** The checks of a document of which nothing but the structure could be looked at. */
    private static List<Check> withoutFurtherChecks(Check structure) {
        var checks = new ArrayList<Check>();
        checks.add(structure);
        NAMES.stream().skip(1).map(VerificationReport::notReached).forEach(checks::add);
        return checks;
    }

    private static Check notReached(CheckName name) {
        return Check.notApplicable(name, CheckCode.NOT_REACHED, "The document could not be read.");
    }

    /** Follows from the required checks alone. */
    public Outcome outcome() {
        if (anyRequired(CheckOutcome.FAILED)) {
            return Outcome.FAILED;
        }
        return anyRequired(CheckOutcome.INDETERMINATE) ? Outcome.INDETERMINATE : Outcome.VERIFIED;
    }

    /** What one check came to; every report has all of them. */
    public Check check(CheckName name) {
        return checks.get(name.ordinal()); // they are in this order
    }

    /**
     * The one reason to give for not counting this credential: a failed required check first, then
     * an undecided one, then the subject. Empty when verification has nothing against it.
     */
    public Optional<IgnoreReason> ignoreReason() {
        return reasonAmong(CheckOutcome.FAILED, true)
                .or(() -> reasonAmong(CheckOutcome.INDETERMINATE, true))
                .or(() -> reasonAmong(CheckOutcome.FAILED, false))
                .or(() -> reasonAmong(CheckOutcome.INDETERMINATE, false));
    }

    private boolean anyRequired(CheckOutcome wanted) {
        for (var check : checks) {
            if (check.name().required() && check.stands(wanted)) {
                return true;
            }
        }
        return false;
    }

    private Optional<IgnoreReason> reasonAmong(CheckOutcome wanted, boolean required) {
        return checks.stream()
                .filter(c -> c.name().required() == required && c.stands(wanted))
                .flatMap(c -> reason(c).stream())
                .findFirst();
    }

    /** Of a whole that is no better than its items, the reason is theirs. */
    private Optional<IgnoreReason> reason(Check check) {
        if (check.name() != CheckName.ITEMS) {
            return check.code().ignoreReason();
        }
        return parts.stream()
                .filter(p -> p.role() == PartRole.ITEM)
                .map(Part::report)
                .filter(r -> r.outcome() == outcome())
                .flatMap(r -> r.ignoreReason().stream())
                .findFirst()
                .or(() -> check.code().ignoreReason());
    }
}

package dev.assay.admin.scoring;

import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Words;
import dev.assay.credential.model.Achievement;
import dev.assay.credential.model.CredentialSummary;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.CheckOutcome;
import dev.assay.hiring.credentials.StoredCredential;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a credential is called, and why it does not count, in plain words. Everything a credential
 * says of itself is a claim; these words never turn one into a fact.
 */
@Component
public class EvidenceWords {

    // As the issuer wrote them: a plain day, the same for every reader.
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK).withZone(ZoneOffset.UTC);

    private final Words words;

    public EvidenceWords(Words words) {
        this.words = words;
    }

    /** What it is called: by itself, by its achievement, or as what could not be read. */
    public String title(@Nullable StoredCredential credential) {
        if (credential == null) {
            return words.say("evidence.gone");
        }
        Optional<CredentialSummary> said = credential.report().credential();
        return said.flatMap(CredentialSummary::name)
                .or(() -> said.flatMap(CredentialSummary::achievement).map(Achievement::name))
                .orElseGet(() -> words.say(untitled(credential)));
    }

    private static String untitled(StoredCredential credential) {
        if (credential.report().credential().isPresent()) {
            return "evidence.untitled";
        }
        return credential.isPending()
                ? "evidence.pending"
                : isErased(credential) ? "evidence.erased" : "evidence.unreadable";
    }

    /** It was read once: of an erased person's credential the verdicts alone are left. */
    private static boolean isErased(StoredCredential credential) {
        return credential.report().check(CheckName.STRUCTURE).outcome() == CheckOutcome.PASSED;
    }

    /** Whom it names as its issuer. */
    public String issuer(@Nullable StoredCredential credential) {
        return said(credential)
                .map(said -> said.issuer().name().orElse(said.issuer().id()))
                .orElseGet(() -> words.say("evidence.issuer-unread"));
    }

    public String reasonWord(String reason) {
        return words.sayOr("reason." + reason + ".word", "reason-fallback.word");
    }

    /** Why the item counts nothing, as a sentence. */
    public String reason(String reason, @Nullable StoredCredential credential) {
        return words.sayOr("reason." + reason, "reason-fallback", arguments(credential));
    }

    /** The sentence for a check's code, by check first and by code alone otherwise. */
    public String check(String check, String code, String outcome, StoredCredential credential) {
        Object[] arguments = arguments(credential);
        String found = words.sayIfKnown("code." + check + "." + code, arguments);
        return found.isEmpty()
                ? words.sayOr("code." + code, "code-fallback." + outcome, arguments)
                : found;
    }

    /** The reason's word in the colour of its weight: a fault, a doubt, or plainly no help. */
    public Badge badge(String reason) {
        String word = reasonWord(reason);
        return switch (reason) {
            case "proof-failed",
                    "binding-failed",
                    "revoked",
                    "suspended",
                    "expired",
                    "subject-mismatch",
                    "issuer-blocked" ->
                    Badge.failed(word);
            case "could-not-check",
                    "unsupported-format",
                    "email-unconfirmed",
                    "mapping-unconfirmed",
                    "issuer-unknown" ->
                    Badge.unsure(word);
            default -> Badge.none(word);
        };
    }

    private Object[] arguments(@Nullable StoredCredential credential) {
        return new Object[] {
            issuer(credential),
            day(said(credential).flatMap(CredentialSummary::validFrom)),
            day(said(credential).flatMap(CredentialSummary::validUntil))
        };
    }

    private String day(Optional<Instant> instant) {
        return instant.map(DAY::format).orElseGet(() -> words.say("evidence.day-unread"));
    }

    private static Optional<CredentialSummary> said(@Nullable StoredCredential credential) {
        return Optional.ofNullable(credential).flatMap(known -> known.report().credential());
    }
}

package dev.assay.hiring.credentials;

import dev.assay.credential.model.Achievement;
import dev.assay.credential.model.Alignment;
import dev.assay.credential.model.CredentialSummary;
import dev.assay.credential.model.Credits;
import dev.assay.credential.skill.SkillClaim;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Of what kind a credential is, for reports that compare kinds; never for a score.
 *
 * @param creditBearing whether it states credits above zero
 * @param genAi whether its own words are about generative artificial intelligence: no format has a
 *     member that says so
 */
public record CredentialTraits(boolean creditBearing, boolean genAi) {

    private static final Pattern GENERATIVE =
            Pattern.compile(
                    "\\bgen[- ]?ai\\b|\\bgenerative (?:ai|artificial intelligence)\\b"
                            + "|\\blarge language models?\\b|\\bllms?\\b|\\bprompt engineering\\b"
                            + "|\\bgenerative (?:ki|künstliche intelligenz)\\b"
                            + "|\\b(?:ia|intelligence artificielle) générative\\b"
                            + "|\\b(?:ia|inteligencia artificial) generativa\\b",
                    Pattern.CASE_INSENSITIVE
                            | Pattern.UNICODE_CASE
                            | Pattern.UNICODE_CHARACTER_CLASS);

    /** Reads them off what the credential claims. */
    public static CredentialTraits of(CredentialSummary credential) {
        return new CredentialTraits(
                credential.credits().filter(CredentialTraits::areAny).isPresent(),
                words(credential).anyMatch(text -> GENERATIVE.matcher(text).find()));
    }

    private static boolean areAny(Credits credits) {
        return Stream.of(credits.available(), credits.earned())
                .flatMap(Optional::stream)
                .anyMatch(number -> number.compareTo(BigDecimal.ZERO) > 0);
    }

    private static Stream<String> words(CredentialSummary credential) {
        return Stream.of(
                        credential.name().stream(),
                        credential.achievement().map(Achievement::name).stream(),
                        credential.achievement().flatMap(Achievement::description).stream(),
                        credential.alignments().stream().map(Alignment::targetName),
                        credential.skills().stream().map(SkillClaim::name))
                .flatMap(texts -> texts);
    }
}

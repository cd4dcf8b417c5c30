package dev.assay.hiring.scoring;

import dev.assay.credential.VerificationPolicy;
import dev.assay.credential.model.Achievement;
import dev.assay.credential.model.CredentialSummary;
import dev.assay.credential.model.Party;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.CheckOutcome;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.report.VerificationReport;
import dev.assay.credential.skill.SkillClaim;
import dev.assay.hiring.credentials.StoredCredential;
import dev.assay.hiring.issuers.Issuer;
import dev.assay.hiring.issuers.Issuers;
import dev.assay.hiring.scoring.engine.AssessmentMode;
import dev.assay.hiring.scoring.engine.AuthorityTier;
import dev.assay.hiring.scoring.engine.EvidenceItem;
import dev.assay.hiring.scoring.engine.EvidenceKind;
import dev.assay.hiring.scoring.engine.IgnoreReason;
import dev.assay.hiring.scoring.engine.IndependenceGroup;
import dev.assay.hiring.scoring.engine.ItemRef;
import dev.assay.hiring.scoring.engine.Level;
import dev.assay.hiring.scoring.engine.SkillRef;
import dev.assay.hiring.scoring.engine.SkillShown;
import dev.assay.hiring.scoring.engine.Standing;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.skills.Skill;
import dev.assay.hiring.skills.Vocabularies;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Turns stored credentials into the engine's evidence, by the employer's registry and the date as
 * they are now.
 */
@Component
class EvidenceAssembler {

    /** As much as verification allows, so that the two never contradict each other. */
    private static final Duration SKEW = VerificationPolicy.standard().clockSkew();

    private final Issuers issuers;
    private final Vocabularies vocabularies;
    private final Clock clock;

    EvidenceAssembler(Issuers issuers, Vocabularies vocabularies, Clock clock) {
        this.issuers = issuers;
        this.vocabularies = vocabularies;
        this.clock = clock;
    }

    List<EvidenceItem> assemble(
            Actor actor, List<StoredCredential> offered, Collection<Skill> required) {
        List<StoredCredential> standing =
                offered.stream().filter(c -> c.withdrawnAt().isEmpty()).toList();
        Map<String, Issuer> registry =
                issuers.withIdentifiers(
                        actor, standing.stream().flatMap(c -> c.issuerId().stream()).toList());
        Map<String, Skill> byUri =
                required.stream()
                        .collect(
                                Collectors.toMap(
                                        skill -> skill.uri().toString(), Function.identity()));
        Set<StoredCredential> superseded = Replacement.superseded(standing);
        RequiredSkills asked =
                new RequiredSkills(
                        byUri, vocabularies.kin(actor, shownBy(standing), byUri.keySet()));
        Instant now = clock.instant();
        return standing.stream()
                .map(credential ->
                        item(credential, registry, asked, superseded.contains(credential), now))
                .toList();
    }

    private static Set<String> shownBy(List<StoredCredential> credentials) {
        return credentials.stream()
                .flatMap(credential -> credential.report().credential().stream())
                .flatMap(said -> said.skills().stream())
                .map(SkillClaim::targetUrl)
                .collect(Collectors.toSet());
    }

    /** When the first of these that has not ended yet comes to its end. */
    Optional<Instant> nextEnd(List<StoredCredential> offered) {
        Instant now = clock.instant();
        return offered.stream()
                .filter(credential -> credential.withdrawnAt().isEmpty())
                .flatMap(credential -> credential.report().credential().stream())
                .flatMap(said -> said.validUntil().stream())
                .map(end -> end.plus(SKEW))
                .filter(end -> end.isAfter(now))
                .min(Comparator.naturalOrder());
    }

    private static EvidenceItem item(
            StoredCredential credential,
            Map<String, Issuer> registry,
            RequiredSkills required,
            boolean superseded,
            Instant now) {
        VerificationReport report = credential.report();
        Optional<Issuer> issuer =
                report.credential()
                        .flatMap(said ->
                                Optional.ofNullable(registry.get(said.issuer().id()))
                                        .filter(entry ->
                                                entry.covers(
                                                        said.achievement().map(Achievement::id),
                                                        said.validFrom())));
        List<SkillClaim> claims =
                report.credential().map(CredentialSummary::skills).orElse(List.of());
        return new EvidenceItem(
                new ItemRef(credential.id().value()),
                EvidenceKind.CREDENTIAL,
                superseded
                        ? new Standing.Ignored(IgnoreReason.SUPERSEDED)
                        : standing(report, issuer, now),
                issuer.map(EvidenceAssembler::tier).orElse(AuthorityTier.UNKNOWN),
                group(credential, issuer),
                AssessmentMode.NOT_STATED,
                achievedOn(report),
                claims.size(),
                shown(claims, required));
    }

    static Standing standing(VerificationReport report, Optional<Issuer> issuer, Instant now) {
        Optional<IgnoreReason> reason =
                report.ignoreReason().map(found -> engineReason(found.wireName()));
        if (reason.isPresent() && !mayStandOpen(report, reason.get())) {
            return new Standing.Ignored(reason.get());
        }
        if (hasLapsed(report, now)) {
            return new Standing.Ignored(IgnoreReason.EXPIRED);
        }
        if (reason.isPresent()) {
            return new Standing.Open(reason.get());
        }
        return lacksAuthority(report, issuer)
                ? new Standing.Ignored(IgnoreReason.AUTHORITY_MISSING)
                : new Standing.Counted();
    }

    /** The report is as old as the application; what it found valid may have ended since. */
    private static boolean hasLapsed(VerificationReport report, Instant now) {
        return report.credential()
                .flatMap(CredentialSummary::validUntil)
                .filter(end -> !now.isBefore(end.plus(SKEW)))
                .isPresent();
    }

    /** Of a document that has not arrived nobody knows what it would show. */
    private static boolean mayStandOpen(VerificationReport report, IgnoreReason reason) {
        return report.credential().isPresent() && isOurDoubtAlone(report, reason);
    }

    /**
     * A doubt is ours when nothing failed: the credential may well be good, and it is we who could
     * not check it, or have not had the address confirmed. A format we cannot read is no such
     * doubt.
     */
    private static boolean isOurDoubtAlone(VerificationReport report, IgnoreReason reason) {
        boolean ours =
                switch (reason) {
                    case COULD_NOT_CHECK -> report.outcome() == Outcome.INDETERMINATE;
                    case EMAIL_UNCONFIRMED -> report.outcome() == Outcome.VERIFIED;
                    default -> false;
                };
        return ours && report.check(CheckName.SUBJECT).outcome() != CheckOutcome.FAILED;
    }

    /**
     * Issuing another's achievement counts only where the registry entry names that very
     * achievement: a delegation.
     */
    private static boolean lacksAuthority(VerificationReport report, Optional<Issuer> issuer) {
        CheckOutcome authority = report.check(CheckName.ACHIEVEMENT_AUTHORITY).outcome();
        boolean doubted =
                authority == CheckOutcome.FAILED || authority == CheckOutcome.INDETERMINATE;
        boolean delegated =
                issuer.isPresent()
                        && report.credential()
                                .flatMap(CredentialSummary::achievement)
                                .filter(achievement ->
                                        issuer.get()
                                                .content()
                                                .achievements()
                                                .contains(achievement.id()))
                                .isPresent();
        boolean another =
                report.credential()
                        .flatMap(said ->
                                said.achievement()
                                        .flatMap(Achievement::creator)
                                        .map(Party::id)
                                        .filter(creator -> !creator.equals(said.issuer().id())))
                        .isPresent();
        return doubted && another && !delegated;
    }

    private static IgnoreReason engineReason(String code) {
        return Arrays.stream(IgnoreReason.values())
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("the engine does not know the reason " + code));
    }

    private static AuthorityTier tier(Issuer issuer) {
        return switch (issuer.content().tier()) {
            case RECOGNISED -> AuthorityTier.RECOGNISED;
            case TRUSTED -> AuthorityTier.TRUSTED;
            case KNOWN -> AuthorityTier.KNOWN;
            case BLOCKED -> AuthorityTier.BLOCKED;
        };
    }

    private static IndependenceGroup group(StoredCredential credential, Optional<Issuer> issuer) {
        return issuer.map(entry ->
                        new IndependenceGroup("registry:" + digest(entry.independenceGroup())))
                .orElseGet(() ->
                        new IndependenceGroup(
                                "unregistered:"
                                        + digest(
                                                credential
                                                        .issuerId()
                                                        .orElse(credential.id().toString()))));
    }

    /** Names may be in any script, and the engine takes plain ASCII only. */
    private static String digest(String name) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException("SHA-256 is not available", failure);
        }
    }

    private static @Nullable LocalDate achievedOn(VerificationReport report) {
        return report.credential()
                .flatMap(CredentialSummary::validFrom)
                .map(from -> from.atOffset(ZoneOffset.UTC).toLocalDate())
                .orElse(null);
    }

    private static Set<SkillShown> shown(List<SkillClaim> claims, RequiredSkills required) {
        Set<SkillShown> shown = new HashSet<>();
        for (SkillClaim claim : claims) {
            Level level = claim.level().isPresent() ? new Level(claim.level().getAsInt()) : null;
            required.alignments(claim.targetUrl())
                    .forEach((skill, alignment) ->
                            shown.add(
                                    new SkillShown(
                                            new SkillRef(skill.id().value()),
                                            alignment,
                                            level,
                                            claim.hasOwnResult())));
        }
        return shown;
    }
}

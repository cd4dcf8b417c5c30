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
import dev.assay.hiring.credentials.Replacement;
import dev.assay.hiring.credentials.StoredCredential;
import dev.assay.hiring.evidence.RecordedEvidence;
import dev.assay.hiring.issuers.Issuer;
import dev.assay.hiring.issuers.IssuerId;
import dev.assay.hiring.issuers.Issuers;
import dev.assay.hiring.mappings.CredentialMapping;
import dev.assay.hiring.mappings.CredentialMappings;
import dev.assay.hiring.mappings.MappedSkill;
import dev.assay.hiring.mappings.MappingContent;
import dev.assay.hiring.scoring.engine.Alignment;
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
import dev.assay.hiring.shared.Sha256;
import dev.assay.hiring.skills.Skill;
import dev.assay.hiring.skills.SkillId;
import dev.assay.hiring.skills.Skills;
import dev.assay.hiring.skills.Vocabularies;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final CredentialMappings mappings;
    private final Skills skills;
    private final Clock clock;

    EvidenceAssembler(
            Issuers issuers,
            Vocabularies vocabularies,
            CredentialMappings mappings,
            Skills skills,
            Clock clock) {
        this.issuers = issuers;
        this.vocabularies = vocabularies;
        this.mappings = mappings;
        this.skills = skills;
        this.clock = clock;
    }

    /**
     * Evidence, with what an achievement's text suggests beside.
     *
     * @param suggestions the skills that stand unconfirmed among the items
     * @param unexplained achievements that state no skill at all
     */
    record Assembled(
            List<EvidenceItem> items,
            List<Suggested> suggestions,
            List<UnexplainedAchievement> unexplained) {}

    Assembled assemble(
            Actor actor,
            List<StoredCredential> offered,
            List<RecordedEvidence> recorded,
            Collection<Skill> required) {
        return assembled(
                standing(offered),
                recorded,
                lookedUp(actor, standing(offered), recorded, required));
    }

    /**
     * The same for some applications to one job at once, of people of whom this employer has seen
     * nothing yet; in their order.
     */
    List<Assembled> assembleEach(
            Actor actor, List<List<StoredCredential>> offers, Collection<Skill> required) {
        List<StoredCredential> all =
                offers.stream().flatMap(one -> standing(one).stream()).toList();
        Lookup known = lookedUp(actor, all, List.of(), required);
        return offers.stream().map(one -> assembled(standing(one), List.of(), known)).toList();
    }

    private static List<StoredCredential> standing(List<StoredCredential> offered) {
        return offered.stream().filter(c -> c.withdrawnAt().isEmpty()).toList();
    }

    /** What is known of all of these and of what is asked for. */
    private Lookup lookedUp(
            Actor actor,
            List<StoredCredential> standing,
            List<RecordedEvidence> recorded,
            Collection<Skill> required) {
        Map<String, Issuer> registry =
                issuers.withIdentifiers(
                        actor, standing.stream().flatMap(c -> c.issuerId().stream()).toList());
        Map<String, Skill> byUri =
                required.stream()
                        .collect(
                                Collectors.toMap(
                                        skill -> skill.uri().toString(), Function.identity()));
        ConfirmedMappings confirmed = confirmed(actor, registry.values());
        Map<SkillId, Skill> seen =
                recorded.isEmpty()
                        ? Map.of()
                        : skills.withIds(
                                actor,
                                recorded.stream()
                                        .map(RecordedEvidence::skill)
                                        .collect(Collectors.toSet()));
        Set<String> shown = shownBy(standing);
        shown.addAll(confirmed.uris());
        seen.values().forEach(skill -> shown.add(skill.uri().toString()));
        RequiredSkills asked =
                new RequiredSkills(byUri, vocabularies.kin(actor, shown, byUri.keySet()));
        return new Lookup(
                registry, asked, confirmed, seen, new Names(actor, required), clock.instant());
    }

    private static Assembled assembled(
            List<StoredCredential> standing, List<RecordedEvidence> recorded, Lookup known) {
        Set<StoredCredential> superseded = Replacement.superseded(standing);
        List<Read> read =
                standing.stream()
                        .map(credential ->
                                read(
                                        credential,
                                        known.registry(),
                                        known.asked(),
                                        known.confirmed(),
                                        superseded.contains(credential),
                                        known.now()))
                        .toList();
        Assembled offers = suggesting(read, known.names());
        List<EvidenceItem> items = new ArrayList<>(offers.items());
        recorded.forEach(one ->
                Optional.ofNullable(known.seen().get(one.skill()))
                        .ifPresent(
                                skill -> items.add(EmployerSeen.item(one, skill, known.asked()))));
        return new Assembled(items, offers.suggestions(), offers.unexplained());
    }

    private ConfirmedMappings confirmed(Actor actor, Collection<Issuer> registered) {
        Map<IssuerId, List<CredentialMapping>> inForce =
                mappings.inForce(
                        actor, registered.stream().map(Issuer::id).collect(Collectors.toSet()));
        Set<SkillId> named =
                inForce.values().stream()
                        .flatMap(List::stream)
                        .flatMap(mapping -> mapping.content().skills().stream())
                        .map(MappedSkill::skill)
                        .collect(Collectors.toSet());
        return new ConfirmedMappings(
                inForce, named.isEmpty() ? Map.of() : skills.withIds(actor, named));
    }

    /** Adds what texts suggest where a trusted issuer's achievement was looked at by nobody. */
    private static Assembled suggesting(List<Read> read, Names names) {
        List<UnexplainedAchievement> unexplained =
                read.stream().filter(Read::isUnexplained).map(Read::unexplained).toList();
        if (names.required().isEmpty() || read.stream().noneMatch(Read::mayBeSuggested)) {
            return new Assembled(read.stream().map(Read::item).toList(), List.of(), unexplained);
        }
        List<EvidenceItem> items = new ArrayList<>();
        List<Suggested> suggestions = new ArrayList<>();
        for (Read one : read) {
            List<Suggested> suggested =
                    one.mayBeSuggested() ? one.suggested(names.read()) : List.of();
            suggestions.addAll(suggested);
            items.add(one.with(suggested));
        }
        return new Assembled(items, suggestions, unexplained);
    }

    private static Set<String> shownBy(List<StoredCredential> credentials) {
        return credentials.stream()
                .flatMap(credential -> credential.report().credential().stream())
                .flatMap(said -> said.skills().stream())
                .map(SkillClaim::targetUrl)
                .collect(Collectors.toCollection(HashSet::new));
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

    private static Read read(
            StoredCredential credential,
            Map<String, Issuer> registry,
            RequiredSkills required,
            ConfirmedMappings confirmed,
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
        Optional<CredentialMapping> mapping =
                report.credential().flatMap(said -> confirmed.about(said, issuer));
        Set<SkillShown> shown = shown(claims, stated(mapping, report), required);
        mapping.ifPresent(found ->
                report.credential()
                        .ifPresent(said -> shown.addAll(confirmed.shown(found, said, required))));
        EvidenceItem item =
                new EvidenceItem(
                        new ItemRef(credential.id().value()),
                        EvidenceKind.CREDENTIAL,
                        superseded
                                ? new Standing.Ignored(IgnoreReason.SUPERSEDED)
                                : standing(report, issuer, now),
                        issuer.map(EvidenceAssembler::tier).orElse(AuthorityTier.UNKNOWN),
                        group(credential, issuer),
                        AssessmentMode.NOT_STATED,
                        achievedOn(report),
                        Math.max(claims.size(), shown.isEmpty() ? 0 : 1),
                        shown);
        return new Read(item, credential, issuer, mapping.isPresent());
    }

    /** The level that a confirmed reading of the results finds; empty where there is none. */
    private static OptionalInt stated(
            Optional<CredentialMapping> mapping, VerificationReport report) {
        return mapping.isPresent() && report.credential().isPresent()
                ? mapping.get().content().levelOf(report.credential().get().results())
                : OptionalInt.empty();
    }

    /**
     * What credentials are read by.
     *
     * @param seen the skills that the employer has seen of their holder
     */
    private record Lookup(
            Map<String, Issuer> registry,
            RequiredSkills asked,
            ConfirmedMappings confirmed,
            Map<SkillId, Skill> seen,
            Names names,
            Instant now) {}

    /** What the skills asked for are called, read when it is first needed. */
    private final class Names {

        private final Actor actor;
        private final Collection<Skill> required;
        private @Nullable Map<SkillId, List<String>> names;

        Names(Actor actor, Collection<Skill> required) {
            this.actor = actor;
            this.required = required;
        }

        Collection<Skill> required() {
            return required;
        }

        Map<SkillId, List<String>> read() {
            Map<SkillId, List<String>> known = names;
            if (known == null) {
                known = skills.names(actor, required.stream().map(Skill::id).toList());
                names = known;
            }
            return known;
        }
    }

    /**
     * A credential as evidence.
     *
     * @param settled whether a person confirmed what its achievement shows
     */
    private record Read(
            EvidenceItem item,
            StoredCredential credential,
            Optional<Issuer> issuer,
            boolean settled) {

        boolean mayBeSuggested() {
            return !settled
                    && issuer.isPresent()
                    && item.tier().trustedOrBetter()
                    && !(item.standing() instanceof Standing.Ignored)
                    && credential
                            .report()
                            .credential()
                            .filter(said -> said.achievement().isPresent())
                            .filter(said -> MappingContent.isReached(said.results()))
                            .isPresent();
        }

        boolean isUnexplained() {
            return mayBeSuggested() && item.skillsListed() == 0;
        }

        UnexplainedAchievement unexplained() {
            Achievement achievement =
                    credential
                            .report()
                            .credential()
                            .flatMap(CredentialSummary::achievement)
                            .orElseThrow();
            IssuerId entry = issuer.orElseThrow().id();
            return new UnexplainedAchievement(
                    digest(entry + " " + achievement.id() + " " + achievement.name()),
                    entry,
                    credential.application(),
                    credential.id(),
                    Mentions.of(texts(achievement)));
        }

        List<Suggested> suggested(Map<SkillId, List<String>> names) {
            Map<SkillId, List<String>> others = new HashMap<>(names);
            others.keySet().removeIf(this::shows);
            return unexplained().mentioned(others);
        }

        EvidenceItem with(List<Suggested> suggestions) {
            if (suggestions.isEmpty()) {
                return item;
            }
            Set<SkillShown> shown = new HashSet<>(item.skills());
            suggestions.forEach(one ->
                    shown.add(
                            new SkillShown(
                                    new SkillRef(one.skill().value()),
                                    new Alignment.Unconfirmed(),
                                    null,
                                    false)));
            return new EvidenceItem(
                    item.ref(),
                    item.kind(),
                    item.standing(),
                    item.tier(),
                    item.group(),
                    item.assessment(),
                    item.achievedOn(),
                    Math.max(item.skillsListed(), 1),
                    shown);
        }

        private boolean shows(SkillId skill) {
            return item.skills().stream().anyMatch(one -> one.skill().id().equals(skill.value()));
        }

        /** Criteria may be an address, whose words are none. */
        private static List<String> texts(Achievement achievement) {
            return Stream.of(
                            Optional.of(achievement.name()),
                            achievement.description(),
                            achievement.criteria().filter(text -> !text.startsWith("http")))
                    .flatMap(Optional::stream)
                    .toList();
        }
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
        return Sha256.hex(name, 16);
    }

    private static @Nullable LocalDate achievedOn(VerificationReport report) {
        return report.credential()
                .flatMap(CredentialSummary::validFrom)
                .map(from -> from.atOffset(ZoneOffset.UTC).toLocalDate())
                .orElse(null);
    }

    /** A level that the credential itself states for a skill stands, whatever its results say. */
    private static Set<SkillShown> shown(
            List<SkillClaim> claims, OptionalInt stated, RequiredSkills required) {
        Set<SkillShown> shown = new HashSet<>();
        for (SkillClaim claim : claims) {
            OptionalInt found = claim.level().isPresent() ? claim.level() : stated;
            Level level = found.isPresent() ? new Level(found.getAsInt()) : null;
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

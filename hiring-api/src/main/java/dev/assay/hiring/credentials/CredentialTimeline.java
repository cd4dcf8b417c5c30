package dev.assay.hiring.credentials;

import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.CheckName;
import dev.assay.hiring.credentials.CredentialTimelineRepository.Verdict;
import dev.assay.hiring.platform.privacy.PersonKeys;
import dev.assay.hiring.platform.privacy.PersonalVault;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.TimelineEntry;
import dev.assay.hiring.shared.TimelineKind;
import dev.assay.hiring.shared.TimelineScope;
import dev.assay.hiring.shared.TimelineTeller;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What became of a person's credentials. An end or a newer version writes no row: both are read off
 * the credentials themselves, of which a person has a bounded number.
 */
@Component
class CredentialTimeline implements TimelineTeller {

    private static final TimelineKind[] KINDS = {
        TimelineKind.CREDENTIAL_RECEIVED,
        TimelineKind.CREDENTIAL_VERIFIED,
        TimelineKind.CREDENTIAL_REVOKED,
        TimelineKind.CREDENTIAL_EXPIRED,
        TimelineKind.CREDENTIAL_SUPERSEDED,
        TimelineKind.CREDENTIAL_WITHDRAWN
    };

    private final CredentialRepository credentials;
    private final CredentialTimelineRepository verdicts;
    private final PersonalVault vault;
    private final JsonMapper json;
    private final Clock clock;

    CredentialTimeline(
            CredentialRepository credentials,
            CredentialTimelineRepository verdicts,
            PersonalVault vault,
            JsonMapper json,
            Clock clock) {
        this.credentials = credentials;
        this.verdicts = verdicts;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public List<TimelineEntry> tell(Actor actor, TimelineScope scope) {
        if (!scope.wantsAnyOf(KINDS)) {
            return List.of();
        }
        PersonKeys keys = vault.keys(actor, scope.people());
        List<StoredCredential> held =
                credentials.ofEach(actor.employer(), scope.applications()).stream()
                        .map(sealed -> sealed.opened(keys, json))
                        .toList();
        Map<CredentialId, List<Verdict>> found =
                verdicts
                        .verdicts(
                                actor.employer(), held.stream().map(StoredCredential::id).toList())
                        .stream()
                        .collect(Collectors.groupingBy(Verdict::credential));
        List<TimelineEntry> told = new ArrayList<>();
        Instant now = clock.instant();
        for (StoredCredential credential : held) {
            told.add(
                    entry(
                            TimelineKind.CREDENTIAL_RECEIVED,
                            credential,
                            credential.submittedAt(),
                            Map.of()));
            told.addAll(verified(credential, found.getOrDefault(credential.id(), List.of())));
            credential
                    .report()
                    .credential()
                    .flatMap(said -> said.validUntil())
                    .filter(end -> !end.isAfter(now))
                    .ifPresent(end ->
                            told.add(
                                    entry(
                                            TimelineKind.CREDENTIAL_EXPIRED,
                                            credential,
                                            end,
                                            Map.of())));
            credential
                    .withdrawnAt()
                    .ifPresent(at ->
                            told.add(
                                    entry(
                                            TimelineKind.CREDENTIAL_WITHDRAWN,
                                            credential,
                                            at,
                                            Map.of())));
        }
        told.addAll(superseded(scope, held));
        return scope.cut(told);
    }

    /** Each verification; the first that finds it revoked is told as that. */
    private static List<TimelineEntry> verified(
            StoredCredential credential, List<Verdict> verdicts) {
        List<TimelineEntry> told = new ArrayList<>();
        boolean before = false;
        for (Verdict verdict : verdicts) {
            boolean revoked = verdict.report().check(CheckName.STATUS).code() == CheckCode.REVOKED;
            Map<String, Object> detail =
                    new HashMap<>(Findings.of(credential.application(), verdict.report()));
            detail.remove("application");
            told.add(
                    entry(
                            revoked && !before
                                    ? TimelineKind.CREDENTIAL_REVOKED
                                    : TimelineKind.CREDENTIAL_VERIFIED,
                            credential,
                            verdict.at(),
                            verdict.id(),
                            detail));
            before = revoked;
        }
        return told;
    }

    /** What one person handed in counts together; else what came with one application does. */
    private static List<TimelineEntry> superseded(
            TimelineScope scope, List<StoredCredential> held) {
        List<StoredCredential> standing =
                held.stream().filter(one -> one.withdrawnAt().isEmpty()).toList();
        Collection<List<StoredCredential>> together =
                scope.people().size() > 1
                        ? List.of(standing)
                        : standing.stream()
                                .collect(Collectors.groupingBy(StoredCredential::application))
                                .values();
        List<TimelineEntry> told = new ArrayList<>();
        for (List<StoredCredential> some : together) {
            Replacement.successors(some)
                    .forEach((older, newer) ->
                            told.add(
                                    entry(
                                            TimelineKind.CREDENTIAL_SUPERSEDED,
                                            older,
                                            later(older, newer),
                                            Map.of("successorId", newer.id().toString()))));
        }
        return told;
    }

    /** It was so once both were here, whichever came first. */
    private static Instant later(StoredCredential one, StoredCredential other) {
        return one.submittedAt().isAfter(other.submittedAt())
                ? one.submittedAt()
                : other.submittedAt();
    }

    private static TimelineEntry entry(
            TimelineKind kind,
            StoredCredential credential,
            Instant at,
            Map<String, Object> detail) {
        return entry(kind, credential, at, credential.id().value(), detail);
    }

    private static TimelineEntry entry(
            TimelineKind kind,
            StoredCredential credential,
            Instant at,
            UUID id,
            Map<String, Object> detail) {
        Map<String, Object> all = new LinkedHashMap<>(detail);
        all.put("credentialId", credential.id().toString());
        ApplicationId application = credential.application();
        return new TimelineEntry(kind, at, id, Optional.of(application), Optional.empty(), all);
    }
}

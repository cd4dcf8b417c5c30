package dev.assay.hiring.scoring;

import dev.assay.credential.model.Achievement;
import dev.assay.credential.model.CredentialSummary;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.credentials.Credentials;
import dev.assay.hiring.credentials.StoredCredential;
import dev.assay.hiring.issuers.Issuer;
import dev.assay.hiring.issuers.IssuerId;
import dev.assay.hiring.issuers.Issuers;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.scoring.SuggestionRepository.Noted;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.skills.Skill;
import dev.assay.hiring.skills.SkillId;
import dev.assay.hiring.skills.Skills;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Achievements that wait for a person to say what they show. */
@Component
public class MappingSuggestions {

    private final SuggestionRepository repository;
    private final Credentials credentials;
    private final Candidates candidates;
    private final Issuers issuers;
    private final Skills skills;
    private final TenantTransaction transactions;

    MappingSuggestions(
            SuggestionRepository repository,
            Credentials credentials,
            Candidates candidates,
            Issuers issuers,
            Skills skills,
            TenantTransaction transactions) {
        this.repository = repository;
        this.credentials = credentials;
        this.candidates = candidates;
        this.issuers = issuers;
        this.skills = skills;
        this.transactions = transactions;
    }

    /**
     * What is suggested, each achievement once. The texts are read where they are sealed: a page
     * leaves out what can be read no more, and for who is not to know the candidate, what only
     * somebody reviewed blind handed in.
     */
    public Page<MappingSuggestion> list(Actor actor, Optional<PageCursor> after, PageSize size) {
        actor.require(Permission.READ_MAPPINGS);
        return transactions.in(
                actor,
                () -> {
                    Page<Noted> noted = repository.list(actor.employer(), after, size);
                    Map<ApplicationId, List<StoredCredential>> offered =
                            shown(
                                    actor,
                                    credentials.inClear(
                                            actor,
                                            noted.items().stream()
                                                    .map(Noted::application)
                                                    .toList()));
                    Map<SkillId, Skill> named =
                            skills.withIds(
                                    actor,
                                    noted.items().stream()
                                            .flatMap(one -> one.skills().stream())
                                            .distinct()
                                            .toList());
                    Map<IssuerId, Issuer> registry =
                            issuers.withIds(
                                    actor, noted.items().stream().map(Noted::issuer).toList());
                    return new Page<>(
                            noted.items().stream()
                                    .flatMap(one -> suggestion(one, registry, offered, named))
                                    .toList(),
                            noted.next());
                });
    }

    /** A suggestion says which issuer an application names: not while that is withheld. */
    private Map<ApplicationId, List<StoredCredential>> shown(
            Actor actor, Map<ApplicationId, List<StoredCredential>> offered) {
        if (actor.may(Permission.UNMASK_CANDIDATES)) {
            return offered;
        }
        Map<ApplicationId, List<StoredCredential>> shown = new HashMap<>(offered);
        Set<CandidateId> hidden =
                candidates.hidden(
                        actor,
                        offered.values().stream()
                                .flatMap(List::stream)
                                .map(StoredCredential::candidate)
                                .collect(Collectors.toSet()));
        shown.values().removeIf(each -> hidden.contains(each.getFirst().candidate()));
        return shown;
    }

    private static Stream<MappingSuggestion> suggestion(
            Noted noted,
            Map<IssuerId, Issuer> registry,
            Map<ApplicationId, List<StoredCredential>> offered,
            Map<SkillId, Skill> named) {
        return achievement(noted, offered)
                .map(achievement ->
                        new MappingSuggestion(
                                Objects.requireNonNull(registry.get(noted.issuer())),
                                achievement,
                                noted.skills().stream()
                                        .map(named::get)
                                        .filter(Objects::nonNull)
                                        .toList(),
                                noted.application(),
                                noted.credential()))
                .stream();
    }

    private static Optional<Achievement> achievement(
            Noted noted, Map<ApplicationId, List<StoredCredential>> offered) {
        return offered.getOrDefault(noted.application(), List.of()).stream()
                .filter(credential -> credential.id().equals(noted.credential()))
                .findFirst()
                .flatMap(credential -> credential.report().credential())
                .flatMap(CredentialSummary::achievement);
    }
}

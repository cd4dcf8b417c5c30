package dev.assay.hiring.dossier;

import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.Fingerprint;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.StaleVersion;
import dev.assay.hiring.shared.Version;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The employer's words for sorting, and what is sorted by them. Nothing is scored by a tag. */
@Component
public class Tags {

    /** How many tags one thing has at most. */
    public static final int MOST = 50;

    private final TagRepository repository;
    private final Candidates candidates;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final Clock clock;

    Tags(
            TagRepository repository,
            Candidates candidates,
            TenantTransaction transactions,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.candidates = candidates;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Adds a word.
     *
     * @throws Conflict when the employer has it already
     */
    public Tag write(Actor actor, String name) {
        actor.require(Permission.EDIT_PIPELINE);
        var tag =
                new Tag(
                        new TagId(NewIds.next()),
                        name,
                        false,
                        Version.FIRST,
                        actor.reference(),
                        clock.instant());
        return transactions.in(
                actor,
                () -> {
                    if (!repository.insert(actor.employer(), tag)) {
                        throw new Conflict("name-taken", "There is a tag of this name already.");
                    }
                    record(actor, "tag.written", tag);
                    return tag;
                });
    }

    /**
     * Retires a word, or takes it back into use.
     *
     * @throws NotFound when this employer has no such tag
     * @throws StaleVersion when somebody changed it since
     */
    public Tag change(Actor actor, TagId id, Version expected, boolean retired) {
        actor.require(Permission.EDIT_PIPELINE);
        return transactions.in(
                actor,
                () -> {
                    var tag =
                            new Tag(
                                    id,
                                    find(actor, id).name(),
                                    retired,
                                    expected.next(),
                                    actor.reference(),
                                    clock.instant());
                    if (!repository.update(actor.employer(), expected, tag)) {
                        throw new StaleVersion(expected);
                    }
                    record(actor, "tag.changed", tag);
                    return tag;
                });
    }

    /**
     * @throws NotFound when this employer has no such tag
     */
    public Tag get(Actor actor, TagId id) {
        actor.require(Permission.READ_DOSSIERS);
        return transactions.in(actor, () -> find(actor, id));
    }

    /** This employer's words by name, retired ones among them. */
    public Page<Tag> list(Actor actor, Optional<PageCursor> after, PageSize size) {
        actor.require(Permission.READ_DOSSIERS);
        return transactions.in(actor, () -> repository.list(actor.employer(), after, size));
    }

    /** What somebody, or one of their applications, is tagged with; by name. */
    public List<Tag> of(Actor actor, Owner owner) {
        actor.require(Permission.READ_DOSSIERS);
        return transactions.in(
                actor,
                () ->
                        owner.application()
                                .map(application -> repository.of(actor.employer(), application))
                                .orElseGet(
                                        () -> repository.of(actor.employer(), owner.candidate())));
    }

    /** What changes with the tags that something has. */
    public static Fingerprint fingerprint(List<Tag> tags) {
        return Fingerprint.of(
                tags.stream().map(tag -> tag.id() + " " + tag.version().value()).toList());
    }

    /**
     * Tags with these words and no others.
     *
     * @param seen which tags the caller saw
     * @throws StaleVersion when others are there by now
     * @throws InvalidInput when one of them is no word of the employer's, or newly given and
     *     retired
     */
    public List<Tag> set(Actor actor, Owner owner, Fingerprint seen, List<String> names) {
        actor.require(Permission.EDIT_DOSSIERS);
        return transactions.in(
                actor,
                () -> {
                    candidates.hold(actor, List.of(owner.candidate()));
                    List<Tag> before = of(actor, owner);
                    fingerprint(before).requireSeen(seen);
                    List<Tag> tags = known(actor, names, before);
                    owner.application()
                            .ifPresentOrElse(
                                    application ->
                                            repository.set(actor.employer(), application, tags),
                                    () ->
                                            repository.set(
                                                    actor.employer(), owner.candidate(), tags));
                    String what = owner.application().isPresent() ? "application" : "candidate";
                    audit.recordAndEmit(
                            actor,
                            what + ".tagged",
                            what,
                            owner.application()
                                    .map(application -> application.value())
                                    .orElse(owner.candidate().value()),
                            Map.of("tags", tags.stream().map(tag -> tag.id().toString()).toList()));
                    return of(actor, owner);
                });
    }

    private List<Tag> known(Actor actor, List<String> names, List<Tag> before) {
        Map<String, Tag> byName =
                repository.named(actor.employer(), names).stream()
                        .collect(Collectors.toMap(Tag::name, Function.identity()));
        List<Tag> tags = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Tag tag = byName.get(names.get(i));
            if (tag == null || (tag.retired() && !before.contains(tag))) {
                faults.add(new Fault("/tags/" + i, "is no tag of this employer's"));
            } else {
                tags.add(tag);
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return tags;
    }

    private Tag find(Actor actor, TagId id) {
        return repository.find(actor.employer(), id).orElseThrow(() -> new NotFound("tag"));
    }

    private void record(Actor actor, String action, Tag tag) {
        audit.recordAndEmit(
                actor,
                action,
                "tag",
                tag.id().value(),
                Map.of("retired", tag.retired(), "version", tag.version().value()));
    }
}

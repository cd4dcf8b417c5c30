package dev.assay.hiring.shared;

import java.util.Map;
import java.util.UUID;

/**
 * Writes down who did what, in the transaction of the deed itself: no deed without its row, no row
 * without its deed. Soon after, the row is sealed into the employer's hash chain, and never changes
 * again.
 */
public interface AuditTrail {

    /**
     * @param action past tense and dotted by feature, such as {@code job.created}
     * @param detail ids, codes and figures only; never personal data
     */
    void record(
            Actor actor,
            String action,
            String subjectKind,
            UUID subject,
            Map<String, Object> detail);

    /**
     * Records the same deed for many subjects, in the order of the map: each has a row of its own.
     *
     * @param details what {@link #record} takes, by subject
     */
    void recordEach(
            Actor actor, String action, String subjectKind, Map<UUID, Map<String, Object>> details);

    /**
     * Like {@link #recordEach}, and tells each to the outside too, as an event of the same name.
     */
    void recordAndEmitEach(
            Actor actor, String action, String subjectKind, Map<UUID, Map<String, Object>> details);

    /**
     * Like {@link #recordAndEmitEach(Actor, String, String, Map)}, for deeds of several calls.
     *
     * @param traces what each is traced by, by subject, where it is not what this call is
     */
    void recordAndEmitEach(
            Actor actor,
            String action,
            String subjectKind,
            Map<UUID, Map<String, Object>> details,
            Map<UUID, String> traces);

    /** Like {@link #record}, and tells it to the outside too, as an event of the same name. */
    void recordAndEmit(
            Actor actor,
            String action,
            String subjectKind,
            UUID subject,
            Map<String, Object> detail);
}

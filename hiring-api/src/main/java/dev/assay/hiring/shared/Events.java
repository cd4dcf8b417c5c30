package dev.assay.hiring.shared;

import java.util.Map;
import java.util.UUID;

/**
 * Tells the outside what happened: in the transaction of the deed, so that there is no deed without
 * its event and no event without its deed. Soon after, the event gets its place in the employer's
 * gap-free sequence, which listeners catch up from ({@code GET /v1/events}).
 */
public interface Events {

    /**
     * @param type past tense and dotted by feature, such as {@code job.created}; stable, since
     *     listeners branch on it
     * @param data ids, codes and figures only; never personal data
     */
    void emit(Actor actor, String type, String subjectKind, UUID subject, Map<String, Object> data);

    /**
     * Tells the same of some, in the order of the map: each has an event of its own, as if {@link
     * #emit} had been called for each.
     */
    void emitSome(
            Actor actor, String type, String subjectKind, Map<UUID, Map<String, Object>> data);

    /**
     * Like {@link #emitSome(Actor, String, String, Map)}, for deeds of several calls.
     *
     * @param traces what each is traced by, by subject, where it is not what this call is
     */
    void emitSome(
            Actor actor,
            String type,
            String subjectKind,
            Map<UUID, Map<String, Object>> data,
            Map<UUID, String> traces);

    /**
     * Tells the same of many, in the order of the map: each has an event of its own. They get their
     * places here, after all that was told before, unless too many others wait for theirs. The end
     * of the sequence is held until the transaction is over, so this belongs last in it.
     *
     * @param data what happened to each subject, as in {@link #emit}, written as JSON beforehand
     */
    void emitEach(Actor.Service actor, String type, String subjectKind, Map<UUID, String> data);
}

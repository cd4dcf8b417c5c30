package dev.assay.admin.timeline;

import dev.assay.admin.people.ActorWords;
import dev.assay.admin.scoring.ScoreWords;
import dev.assay.admin.shell.Moments;
import dev.assay.admin.shell.Words;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.TimelineEntry;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Entries of a timeline in words. */
@Component
class TimelineWords {

    private final Words words;
    private final ScoreWords scores;
    private final Moments moments;
    private final ActorWords actors;

    TimelineWords(Words words, ScoreWords scores, Moments moments) {
        this.words = words;
        this.scores = scores;
        this.moments = moments;
        this.actors = new ActorWords(words);
    }

    /**
     * What the page knows by name.
     *
     * @param people by their id at Keycloak
     * @param jobs titles by application
     * @param credentials by id, those that this viewer may see the names of
     */
    record Names(
            Map<UUID, String> people,
            Map<ApplicationId, String> jobs,
            Map<String, String> credentials) {}

    TimelineRow row(TimelineEntry entry, Names names) {
        return new TimelineRow(
                moments.of(entry.at()),
                sentence(entry),
                names.credentials().get(text(entry, "credentialId")),
                entry.application().map(names.jobs()::get).orElse(null),
                entry.application().map(id -> "/console/applications/" + id).orElse(null),
                entry.by().map(by -> actors.by(by, names.people())).orElse(null));
    }

    private String sentence(TimelineEntry entry) {
        String key = "timeline." + entry.kind().wireName();
        return switch (entry.kind()) {
            case APPLICATION_SUBMITTED,
                    CREDENTIAL_RECEIVED,
                    CREDENTIAL_REVOKED,
                    CREDENTIAL_EXPIRED,
                    CREDENTIAL_SUPERSEDED,
                    CREDENTIAL_WITHDRAWN,
                    EVIDENCE_WITHDRAWN ->
                    words.say(key);
            case APPLICATION_MOVED ->
                    words.say(
                            text(entry, "from").equals(text(entry, "to"))
                                    ? "timeline.stage-moved"
                                    : key,
                            word(entry, "phase.", "from"),
                            word(entry, "phase.", "to"));
            case DECIDED -> words.say(key, word(entry, "phase.", "to"));
            case CREDENTIAL_VERIFIED -> words.say(key, word(entry, "outcome.", "outcome"));
            case EVIDENCE_RECORDED ->
                    words.say(key, word(entry, "evidence.kind.", "method"), text(entry, "level"));
            case SCORE_CHANGED -> score(entry);
            case DISPUTE_OPENED -> words.say(key, word(entry, "dispute.about.", "about"));
            case DISPUTE_CLOSED ->
                    entry.detail().containsKey("outcome")
                            ? word(entry, "dispute.outcome.", "outcome")
                            : words.say(key);
            case NOTICE_SENT -> words.say(key, word(entry, "mail.kind.", "notice"));
        };
    }

    private String score(TimelineEntry entry) {
        String cause = word(entry, "cause.", "cause");
        return entry.detail().containsKey("before")
                ? words.say(
                        "timeline.score-changed",
                        points(entry, "before"),
                        points(entry, "after"),
                        cause)
                : words.say("timeline.score-first", points(entry, "after"), cause);
    }

    private String points(TimelineEntry entry, String name) {
        return entry.detail().get(name) instanceof BigDecimal points
                ? scores.points(points)
                : words.say("score.none");
    }

    private String word(TimelineEntry entry, String prefix, String name) {
        String code = text(entry, name);
        return words.sayOr(prefix + code, "timeline.code", code);
    }

    private static String text(TimelineEntry entry, String name) {
        @Nullable Object value = entry.detail().get(name);
        return value == null ? "" : value.toString();
    }
}

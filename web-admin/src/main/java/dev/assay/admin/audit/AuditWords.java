package dev.assay.admin.audit;

import dev.assay.admin.people.ActorWords;
import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Moments;
import dev.assay.admin.shell.Words;
import dev.assay.hiring.platform.audit.AuditEntry;
import dev.assay.hiring.platform.audit.ChainReport;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The trail and its chain in words. */
@Component
class AuditWords {

    private final Words words;
    private final Moments moments;
    private final ActorWords actors;

    AuditWords(Words words, Moments moments) {
        this.words = words;
        this.moments = moments;
        this.actors = new ActorWords(words);
    }

    /**
     * @param names of people by their id at Keycloak
     */
    AuditRow row(AuditEntry entry, Map<UUID, String> names) {
        return new AuditRow(
                entry.id().toString(),
                entry.seal().map(AuditEntry.Seal::sequence).orElse(null),
                moments.of(entry.occurredAt()),
                actors.by(entry.actor(), names),
                sentence(entry.action()),
                entry.action(),
                sentence(entry.subjectKind()),
                entry.subject().toString(),
                href(entry),
                DetailLine.of(entry.detail()),
                entry.seal().map(AuditEntry.Seal::hash).orElse(null),
                entry.traceId().orElse(null));
    }

    ChainNote note(ChainReport report) {
        return report.broken()
                .map(broken ->
                        new ChainNote(
                                Badge.failed(words.say("chain.broken")),
                                words.say(
                                        "chain.flaw." + broken.flaw().wireName(),
                                        figure(broken.sequence())),
                                null))
                .orElseGet(() -> sound(report));
    }

    private ChainNote sound(ChainReport report) {
        if (!report.isIntact()) {
            return new ChainNote(
                    Badge.unsure(words.say("chain.partly")),
                    words.say(
                            "chain.recomputed-to",
                            figure(report.verified().sequence()),
                            figure(report.end())),
                    report.verified());
        }
        String rows = words.say("chain.recomputed", figure(report.end()));
        return new ChainNote(
                Badge.verified(words.say("chain.intact")),
                report.unsealed() == 0
                        ? rows
                        : rows + " " + words.say("chain.unsealed", figure(report.unsealed())),
                null);
    }

    private static @Nullable String href(AuditEntry entry) {
        return switch (entry.subjectKind()) {
            case "application" -> "/console/applications/" + entry.subject();
            case "job" -> "/console/jobs/" + entry.subject();
            default -> null;
        };
    }

    /** Codes read well enough once their dots and dashes are spaces. */
    private static String sentence(String code) {
        String plain = code.replace('.', ' ').replace('-', ' ');
        return plain.isEmpty()
                ? plain
                : plain.substring(0, 1).toUpperCase(Locale.ENGLISH) + plain.substring(1);
    }

    private static String figure(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }
}

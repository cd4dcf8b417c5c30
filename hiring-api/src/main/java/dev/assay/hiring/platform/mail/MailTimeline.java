package dev.assay.hiring.platform.mail;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.TimelineEntry;
import dev.assay.hiring.shared.TimelineKind;
import dev.assay.hiring.shared.TimelineScope;
import dev.assay.hiring.shared.TimelineTeller;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a person was told by mail, once it had gone out; not to which address, nor in what words.
 */
@Component
class MailTimeline implements TimelineTeller {

    private final MailRepository repository;

    MailTimeline(MailRepository repository) {
        this.repository = repository;
    }

    @Override
    public List<TimelineEntry> tell(Actor actor, TimelineScope scope) {
        return scope.wants(TimelineKind.NOTICE_SENT)
                ? repository.sent(actor.employer(), scope).stream()
                        .map(MailTimeline::entry)
                        .toList()
                : List.of();
    }

    private static TimelineEntry entry(MailEntry mail) {
        return new TimelineEntry(
                TimelineKind.NOTICE_SENT,
                Objects.requireNonNull(mail.settledAt()),
                mail.id().value(),
                Optional.empty(),
                Optional.empty(),
                Map.of("noticeId", mail.id().toString(), "notice", mail.kind()));
    }
}

package dev.assay.hiring.platform.mail;

import dev.assay.hiring.platform.work.EmployerWork;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Mail;
import dev.assay.hiring.shared.Mailer;
import dev.assay.hiring.shared.NewIds;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class MailQueue implements Mailer {

    private final MailRepository repository;
    private final EmployerWork work;
    private final Clock clock;

    MailQueue(MailRepository repository, EmployerWork work, Clock clock) {
        this.repository = repository;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public void queueEach(Actor actor, List<Mail> mails) {
        if (mails.isEmpty()) {
            return;
        }
        Map<MailId, Mail> queued = new LinkedHashMap<>();
        mails.forEach(mail -> queued.put(new MailId(NewIds.next()), mail));
        repository.insert(actor.employer(), queued, clock.instant());
        work.note(MailDelivery.TOPIC, actor.employer());
    }
}

package dev.assay.admin.jobs;

import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Words;
import dev.assay.hiring.jobs.EmploymentType;
import dev.assay.hiring.jobs.Job;
import dev.assay.hiring.jobs.JobContent;
import dev.assay.hiring.jobs.JobStatus;
import dev.assay.hiring.jobs.Location;
import dev.assay.hiring.jobs.PayRange;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A posting in words. */
@Component
class JobWords {

    private final Words words;

    JobWords(Words words) {
        this.words = words;
    }

    Badge status(JobStatus status) {
        String word = words.say("job.status." + status.wireName());
        return switch (status) {
            case OPEN -> Badge.verified(word);
            case PAUSED -> Badge.unsure(word);
            case DRAFT, CLOSED -> Badge.none(word);
        };
    }

    /** The head of the job's pages, of which one is current. */
    JobHead head(Job job, String current) {
        JobContent content = job.content();
        List<String> facts = new ArrayList<>();
        if (content.department() != null) {
            facts.add(content.department());
        }
        content.locations().stream()
                .map(JobWords::place)
                .filter(place -> !place.isEmpty())
                .limit(2)
                .forEach(facts::add);
        facts.add(words.say("job.openings", content.openings()));
        return new JobHead(
                job.id().toString(),
                content.title(),
                status(job.status()),
                String.join(" · ", facts),
                current);
    }

    List<JobOverview.Fact> facts(JobContent content) {
        List<JobOverview.Fact> facts = new ArrayList<>();
        add(facts, "department", content.department());
        String places =
                content.locations().stream()
                        .map(JobWords::place)
                        .filter(place -> !place.isEmpty())
                        .collect(Collectors.joining("; "));
        add(facts, "place", places.isEmpty() ? null : places);
        add(facts, "workplace", words.say("job.workplace." + content.workplaceType().wireName()));
        add(facts, "employment", employment(content.employmentType()));
        add(facts, "openings", String.valueOf(content.openings()));
        PayRange pay = content.salary();
        add(facts, "pay", pay == null ? null : pay(pay));
        add(facts, "entry", content.entryLevel() ? words.say("job.entry.yes") : null);
        add(
                facts,
                "language",
                Locale.forLanguageTag(content.language()).getDisplayLanguage(Locale.ENGLISH));
        return facts;
    }

    private void add(List<JobOverview.Fact> facts, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new JobOverview.Fact(words.say("job.fact." + name), value));
        }
    }

    /** The kinds of employment by the name that forms send. */
    Map<String, String> employments() {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (EmploymentType type : EmploymentType.values()) {
            kinds.put(type.name(), employment(type));
        }
        return kinds;
    }

    private String employment(EmploymentType type) {
        return words.say(
                "job.employment." + type.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private String pay(PayRange pay) {
        String unit = words.say("job.pay." + pay.unit().name().toLowerCase(Locale.ROOT));
        String currency = pay.currency().getCurrencyCode();
        BigDecimal min = pay.min();
        BigDecimal max = pay.max();
        if (min != null && max != null) {
            return words.say("job.pay.range", currency, amount(min), amount(max), unit);
        }
        return min != null
                ? words.say("job.pay.from", currency, amount(min), unit)
                : words.say("job.pay.to", currency, amount(Objects.requireNonNull(max)), unit);
    }

    private static String amount(BigDecimal amount) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.UK);
        format.setMaximumFractionDigits(2);
        return format.format(amount);
    }

    private static String place(Location location) {
        return Stream.of(location.city(), location.region(), location.country())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }
}

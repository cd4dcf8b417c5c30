package dev.assay.hiring.postings;

import dev.assay.hiring.jobs.EmploymentType;
import dev.assay.hiring.jobs.Location;
import dev.assay.hiring.jobs.PayRange;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of a posting, as files and pages want them. */
final class FeedText {

    private FeedText() {}

    /** Without what XML 1.0 cannot hold (clause 2.2). */
    static String storable(String text) {
        int[] kept =
                text.codePoints()
                        .filter(point ->
                                point == '\t'
                                        || point == '\n'
                                        || point == '\r'
                                        || (point >= 0x20 && point <= 0xD7FF)
                                        || (point >= 0xE000 && point <= 0xFFFD)
                                        || point >= 0x10000)
                        .toArray();
        return new String(kept, 0, kept.length);
    }

    /** Paragraphs of plain text as HTML. */
    static String html(String text) {
        return paragraphs(text, FeedText::escaped);
    }

    /** Likewise without entities, which some boards do not read; so no text looks like a tag. */
    static String htmlWithoutEntities(String text) {
        return paragraphs(text, plain -> plain.replace('<', '‹').replace('>', '›'));
    }

    private static String paragraphs(String text, UnaryOperator<String> escaping) {
        return Arrays.stream(text.strip().split("\\R\\s*\\R"))
                .map(part -> "<p>" + escaping.apply(part).replaceAll("\\R", "<br>") + "</p>")
                .collect(Collectors.joining());
    }

    private static String escaped(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /**
     * What a board knows one place of a job by. It never changes for as long as the place keeps its
     * rank among the job's, however the place is spelt.
     */
    static String reference(UUID job, int place) {
        return place == 0 ? job.toString() : job + "-" + (place + 1);
    }

    static String place(Location place) {
        return Stream.of(place.city(), place.region(), place.country())
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    /** Such as {@code USD 52000 - 64000 per year}; null where there is none. */
    static @Nullable String pay(@Nullable PayRange pay) {
        if (pay == null) {
            return null;
        }
        String amount =
                Stream.of(pay.min(), pay.max())
                        .filter(Objects::nonNull)
                        .map(BigDecimal::toPlainString)
                        .distinct()
                        .collect(Collectors.joining(" - "));
        String bound = pay.min() == null ? "up to " : pay.max() == null ? "from " : "";
        return pay.currency().getCurrencyCode()
                + " "
                + bound
                + amount
                + " per "
                + pay.unit().name().toLowerCase(Locale.ROOT);
    }

    static String jobType(EmploymentType type) {
        return switch (type) {
            case FULL_TIME -> "fulltime";
            case PART_TIME -> "parttime";
            case CONTRACTOR -> "contract";
            case TEMPORARY, PER_DIEM -> "temporary";
            case INTERN -> "internship";
            case VOLUNTEER -> "volunteer";
            case OTHER -> "other";
        };
    }
}

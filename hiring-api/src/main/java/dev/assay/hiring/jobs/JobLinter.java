package dev.assay.hiring.jobs;

import dev.assay.hiring.jobs.JobWarning.Code;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Reads a posting as somebody would who is careful about whom it keeps away. What it finds are
 * hints for a person: words mean more than a list knows.
 */
final class JobLinter {

    private JobLinter() {}

    /** In the order of the posting; each words once a place. */
    static List<JobWarning> of(JobContent job) {
        List<JobWarning> found = new ArrayList<>();
        String language = Locale.forLanguageTag(job.language()).getLanguage();
        words(found, language, "/title", job.title());
        words(found, language, "/description", job.description());
        if (!WordList.LANGUAGES.contains(language)) {
            found.add(of(Code.LANGUAGE_NOT_CHECKED, "/language"));
        }
        PayRange pay = job.salary();
        if (pay == null) {
            found.add(of(Code.PAY_RANGE_MISSING, "/salary"));
        } else if (pay.min() == null || pay.max() == null) {
            found.add(of(Code.PAY_RANGE_OPEN, "/salary"));
        }
        if (job.requirements().isEmpty()) {
            found.add(of(Code.NO_REQUIREMENTS, "/requirements"));
        }
        return List.copyOf(found);
    }

    private static void words(
            List<JobWarning> found, String language, String pointer, String text) {
        for (WordList list : WordList.values()) {
            for (String read : new LinkedHashSet<>(List.of("en", language))) {
                list.pattern(read)
                        .ifPresent(pattern -> {
                            Matcher matcher = pattern.matcher(text);
                            while (matcher.find()) {
                                add(
                                        found,
                                        new JobWarning(
                                                list.code(),
                                                pointer,
                                                Optional.of(matcher.group())));
                            }
                        });
            }
        }
    }

    private static void add(List<JobWarning> found, JobWarning warning) {
        if (!found.contains(warning)) {
            found.add(warning);
        }
    }

    private static JobWarning of(Code code, String pointer) {
        return new JobWarning(code, pointer, Optional.empty());
    }
}

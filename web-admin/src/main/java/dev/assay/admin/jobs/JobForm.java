package dev.assay.admin.jobs;

import dev.assay.admin.shell.Typed;
import dev.assay.hiring.jobs.EmploymentType;
import dev.assay.hiring.jobs.Importance;
import dev.assay.hiring.jobs.Job;
import dev.assay.hiring.jobs.JobContent;
import dev.assay.hiring.jobs.Location;
import dev.assay.hiring.jobs.PayRange;
import dev.assay.hiring.jobs.Requirement;
import dev.assay.hiring.jobs.SkillLevel;
import dev.assay.hiring.jobs.WorkplaceType;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import dev.assay.hiring.shared.Version;
import dev.assay.hiring.skills.Skill;
import dev.assay.hiring.skills.SkillId;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A posting as a person types it, kept as it was typed until it is right.
 *
 * @param text what is typed into the fields that there are once, by their name
 * @param version the version it was read at; 0 for a new one
 */
record JobForm(Map<String, String> text, List<Place> places, List<Need> needs, int version) {

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,15}(?:\\.[0-9]{1,4})?");
    private static final int MOST = 50;
    private static final int EMPTY_PLACES = 1;
    private static final int EMPTY_NEEDS = 3;
    private static final List<String> ONCE =
            List.of(
                    "title",
                    "description",
                    "department",
                    "language",
                    "workplaceType",
                    "employmentType",
                    "openings",
                    "lastDay",
                    "entryLevel",
                    "payMin",
                    "payMax",
                    "currency",
                    "payUnit",
                    "requirementsReason");

    JobForm {
        text = Map.copyOf(text);
        places = List.copyOf(places);
        needs = List.copyOf(needs);
    }

    record Place(String city, String region, String country, String postalCode) {

        static final Place EMPTY = new Place("", "", "", "");

        boolean isBlank() {
            return equals(EMPTY);
        }
    }

    /**
     * @param skill an id, a URI or a name
     * @param known the id of the skill that was shown there, and
     * @param shown what it was shown as; both empty for a new one
     */
    record Need(
            String skill,
            String known,
            String shown,
            String importance,
            boolean mustHave,
            String level,
            String source) {

        static final Need EMPTY = new Need("", "", "", "3", false, "", "");
    }

    static JobForm empty() {
        return typed(
                Map.of(
                        "language", "en",
                        "openings", "1",
                        "workplaceType", WorkplaceType.ONSITE.wireName(),
                        "employmentType", EmploymentType.FULL_TIME.name(),
                        "payUnit", PayRange.PayUnit.YEAR.name()),
                0);
    }

    static JobForm typed(Map<String, String> typed, int version) {
        Map<String, String> text = new HashMap<>();
        ONCE.forEach(name -> text.put(name, Typed.text(typed.get(name))));
        List<Place> places = new ArrayList<>();
        List<Need> needs = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            Place place =
                    new Place(
                            Typed.text(typed.get("city-" + i)),
                            Typed.text(typed.get("region-" + i)),
                            Typed.text(typed.get("country-" + i)),
                            Typed.text(typed.get("postal-" + i)));
            if (!place.isBlank()) {
                places.add(place);
            }
            String skill = Typed.text(typed.get("skill-" + i));
            if (!skill.isEmpty()) {
                needs.add(
                        new Need(
                                skill,
                                Typed.text(typed.get("known-" + i)),
                                Typed.text(typed.get("shown-" + i)),
                                Typed.text(typed.get("importance-" + i)),
                                typed.containsKey("must-" + i),
                                Typed.text(typed.get("level-" + i)),
                                Typed.text(typed.get("source-" + i))));
            }
        }
        return new JobForm(text, places, needs, version);
    }

    static JobForm of(Job job, Map<SkillId, Skill> known, String gone) {
        JobContent content = job.content();
        Map<String, String> text = new HashMap<>();
        ONCE.forEach(name -> text.put(name, ""));
        text.put("title", content.title());
        text.put("description", content.description());
        text.put("department", shown(content.department()));
        text.put("language", content.language());
        text.put("workplaceType", content.workplaceType().wireName());
        text.put("employmentType", content.employmentType().name());
        text.put("openings", String.valueOf(content.openings()));
        text.put("lastDay", day(content.validThrough()));
        text.put("entryLevel", content.entryLevel() ? "true" : "");
        PayRange pay = content.salary();
        text.put("payUnit", (pay == null ? PayRange.PayUnit.YEAR : pay.unit()).name());
        if (pay != null) {
            text.put("payMin", amount(pay.min()));
            text.put("payMax", amount(pay.max()));
            text.put("currency", pay.currency().getCurrencyCode());
        }
        return new JobForm(
                text,
                content.locations().stream()
                        .map(place ->
                                new Place(
                                        shown(place.city()),
                                        shown(place.region()),
                                        shown(place.country()),
                                        shown(place.postalCode())))
                        .toList(),
                content.requirements().stream().map(need -> need(need, known, gone)).toList(),
                job.version().value());
    }

    private static Need need(Requirement need, Map<SkillId, Skill> known, String gone) {
        SkillLevel level = need.level();
        Skill skill = known.get(need.skill());
        String name = skill == null ? gone : skill.label();
        return new Need(
                name,
                need.skill().toString(),
                name,
                String.valueOf(need.importance().value()),
                need.mustHave(),
                level == null ? "" : String.valueOf(level.value()),
                shown(need.jobAnalysisSource()));
    }

    /** The same typing on top of what somebody else saved meanwhile. */
    JobForm onto(Job theirs) {
        return new JobForm(text, places, needs, theirs.version().value());
    }

    Version expected() {
        return new Version(Math.max(1, version));
    }

    public String get(String field) {
        return text.getOrDefault(field, "");
    }

    /** Those that were typed, and room for more. */
    public List<Place> placeRows() {
        return rows(places, Place.EMPTY, EMPTY_PLACES);
    }

    public List<Need> needRows() {
        return rows(needs, Need.EMPTY, EMPTY_NEEDS);
    }

    private static <T> List<T> rows(List<T> typed, T empty, int more) {
        return Stream.concat(
                        typed.stream(),
                        IntStream.range(0, Math.min(more, MOST - typed.size()))
                                .mapToObj(_ -> empty))
                .toList();
    }

    /**
     * @param before the posting it changes; what the form does not show is kept of it
     * @param named the skill that is typed, where there is one
     * @throws InvalidInput when it cannot be read, naming each field
     */
    JobContent content(Optional<Job> before, Function<String, Optional<SkillId>> named) {
        List<Fault> faults = new ArrayList<>();
        String title = sized("title", 1, 200, faults);
        String description = sized("description", 1, 50_000, faults);
        String department = sized("department", 0, 200, faults);
        if (!LANGUAGE.matcher(get("language")).matches()) {
            faults.add(new Fault("/language", "must be a language tag, such as en or es-MX"));
        }
        Optional<Integer> openings = number(get("openings"), 1, 100_000);
        if (openings.isEmpty()) {
            faults.add(new Fault("/openings", "must be a number from 1 to 100,000"));
        }
        WorkplaceType workplace =
                chosen(
                        WorkplaceType.values(),
                        WorkplaceType::wireName,
                        "workplaceType",
                        WorkplaceType.ONSITE,
                        faults);
        EmploymentType employment =
                chosen(
                        EmploymentType.values(),
                        EmploymentType::name,
                        "employmentType",
                        EmploymentType.FULL_TIME,
                        faults);
        List<Location> locations = locations(faults);
        @Nullable PayRange pay = pay(faults);
        @Nullable Instant lastDay =
                lastDay(before.map(job -> job.content().validThrough()).orElse(null), faults);
        List<Requirement> requirements = requirements(named, faults);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults.stream().distinct().toList());
        }
        return new JobContent(
                title,
                description,
                department.isEmpty() ? null : department,
                get("language"),
                locations,
                workplace,
                employment,
                openings.orElseThrow(),
                lastDay,
                !get("entryLevel").isEmpty(),
                pay,
                before.<@Nullable UUID>map(job -> job.content().roleProfileId()).orElse(null),
                requirements);
    }

    private String sized(String field, int least, int most, List<Fault> faults) {
        String typed = get(field);
        if (typed.length() < least || typed.length() > most) {
            faults.add(
                    new Fault(
                            "/" + field,
                            String.format(
                                    Locale.ENGLISH,
                                    "must have %,d to %,d characters",
                                    least,
                                    most)));
        }
        return typed;
    }

    private <T> T chosen(
            T[] values, Function<T, String> name, String field, T otherwise, List<Fault> faults) {
        return Arrays.stream(values)
                .filter(one -> name.apply(one).equals(get(field)))
                .findFirst()
                .orElseGet(() -> {
                    faults.add(new Fault("/" + field, "must be chosen"));
                    return otherwise;
                });
    }

    private List<Location> locations(List<Fault> faults) {
        List<Location> read = new ArrayList<>();
        for (Place place : places) {
            if (!place.country().isEmpty() && !COUNTRY.matcher(place.country()).matches()) {
                faults.add(
                        new Fault("/locations", "must have countries of two letters, such as US"));
            }
            if (Stream.of(place.city(), place.region()).anyMatch(text -> text.length() > 200)
                    || place.postalCode().length() > 20) {
                faults.add(new Fault("/locations", "must be shorter"));
            }
            read.add(
                    new Location(
                            absent(place.city()),
                            absent(place.region()),
                            absent(place.country()),
                            absent(place.postalCode())));
        }
        return read;
    }

    private @Nullable PayRange pay(List<Fault> faults) {
        String min = get("payMin");
        String max = get("payMax");
        if (min.isEmpty() && max.isEmpty()) {
            return null;
        }
        if (Stream.of(min, max)
                .anyMatch(text -> !text.isEmpty() && !AMOUNT.matcher(text).matches())) {
            faults.add(new Fault("/salary", "must be plain numbers, such as 52000"));
            return null;
        }
        BigDecimal least = min.isEmpty() ? null : new BigDecimal(min);
        BigDecimal most = max.isEmpty() ? null : new BigDecimal(max);
        if (least != null && most != null && least.compareTo(most) > 0) {
            faults.add(new Fault("/salary", "must not begin above its end"));
            return null;
        }
        PayRange.PayUnit unit =
                chosen(
                        PayRange.PayUnit.values(),
                        PayRange.PayUnit::name,
                        "payUnit",
                        PayRange.PayUnit.YEAR,
                        faults);
        try {
            return new PayRange(least, most, Currency.getInstance(get("currency")), unit);
        } catch (IllegalArgumentException noCurrency) {
            faults.add(new Fault("/salary", "must be in a currency of three letters, such as EUR"));
            return null;
        }
    }

    /** Through the end of the day that was typed; a moment that was set and not touched stays. */
    private @Nullable Instant lastDay(@Nullable Instant before, List<Fault> faults) {
        String typed = get("lastDay");
        if (typed.isEmpty()) {
            return null;
        }
        if (before != null && typed.equals(day(before))) {
            return before;
        }
        try {
            return LocalDate.parse(typed)
                    .plusDays(1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .minus(Duration.ofSeconds(1));
        } catch (DateTimeException noDay) {
            faults.add(new Fault("/lastDay", "must be a day"));
            return null;
        }
    }

    private List<Requirement> requirements(
            Function<String, Optional<SkillId>> named, List<Fault> faults) {
        List<Requirement> read = new ArrayList<>();
        for (Need need : needs) {
            Optional<SkillId> skill =
                    !need.known().isEmpty() && need.skill().equals(need.shown())
                            ? named.apply(need.known())
                            : named.apply(need.skill());
            Optional<Integer> importance = number(need.importance(), 1, 5);
            Optional<Integer> level = number(need.level(), 1, 5);
            if (skill.isEmpty()) {
                faults.add(
                        new Fault(
                                "/requirements",
                                "must name one known skill each; “" + need.skill() + "” does not"));
            } else if (importance.isEmpty() || (level.isEmpty() && !need.level().isEmpty())) {
                faults.add(new Fault("/requirements", "must have weights and levels from 1 to 5"));
            } else if (need.source().length() > 2_000) {
                faults.add(new Fault("/requirements", "must be explained in 2,000 characters"));
            } else {
                read.add(
                        new Requirement(
                                skill.get(),
                                new Importance(importance.get()),
                                need.mustHave(),
                                level.map(SkillLevel::new).orElse(null),
                                absent(need.source())));
            }
        }
        return read;
    }

    private static Optional<Integer> number(String typed, int least, int most) {
        try {
            int number = Integer.parseInt(typed);
            return number < least || number > most ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static String day(@Nullable Instant instant) {
        return instant == null ? "" : LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
    }

    private static String amount(@Nullable BigDecimal amount) {
        return amount == null ? "" : amount.toPlainString();
    }

    private static String shown(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String absent(String text) {
        return text.isEmpty() ? null : text;
    }
}

package dev.assay.hiring.sample;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.skills.SkillReference;
import dev.assay.hiring.skills.Skills;
import dev.assay.hiring.training.AssumptionContent;
import dev.assay.hiring.training.FiledTerm;
import dev.assay.hiring.training.ModuleContent;
import dev.assay.hiring.training.OfferRule;
import dev.assay.hiring.training.Price;
import dev.assay.hiring.training.Ramp;
import dev.assay.hiring.training.Range;
import dev.assay.hiring.training.RoleContent;
import dev.assay.hiring.training.SessionTerms;
import dev.assay.hiring.training.Term;
import dev.assay.hiring.training.TermKind;
import dev.assay.hiring.training.TrainingTerms;
import dev.assay.hiring.training.WageContent;
import dev.assay.hiring.training.Waiver;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Keeps the sample's six roles, with a source and a date for each assumption. What is there
 * already, from a start that was killed, stays as it is.
 */
@Component
@Profile("sample")
class SampleRoles {

    private static final String DOLLARS = "USD";
    private static final String OWNER = "Analytics lead";
    private static final LocalDate WRITTEN = LocalDate.of(2026, 11, 25);
    private static final String OURS = "Assumption of the sample, to be replaced by your own";
    private static final double LOAD = 1.4234;
    private static final double WIDE = 1.75;

    private final TrainingTerms terms;
    private final Skills skills;

    SampleRoles(TrainingTerms terms, Skills skills) {
        this.terms = terms;
        this.skills = skills;
    }

    /** The roles by the titles of the postings that name them. */
    Map<String, UUID> complete(Actor administrator) {
        Map<String, UUID> byPosting = new HashMap<>();
        UUID introduction = module(administrator, introduction());
        for (SampleRole sample : SampleRole.all()) {
            UUID role = complete(administrator, sample, introduction);
            if (!sample.posting().isEmpty()) {
                byPosting.put(sample.posting(), role);
            }
        }
        return byPosting;
    }

    private UUID complete(Actor actor, SampleRole sample, UUID introduction) {
        UUID wage =
                there(
                        actor,
                        TermKind.WAGE,
                        WageContent::occupation,
                        new WageContent(
                                "Bristol Bay",
                                sample.name(),
                                dollars(pert(sample.pay())),
                                Range.fixed(LOAD),
                                WRITTEN,
                                OURS));
        List<UUID> modules = new ArrayList<>();
        for (SampleRole.Course course : sample.courses()) {
            modules.add(module(actor, module(actor, course)));
        }
        modules.add(introduction);
        UUID role =
                there(actor, TermKind.ROLE, RoleContent::name, role(actor, sample, wage, modules));
        record(actor, role, sample, modules.subList(0, modules.size() - 1));
        return role;
    }

    private RoleContent role(Actor actor, SampleRole sample, UUID wage, List<UUID> modules) {
        return new RoleContent(
                sample.name(),
                sample.onetCode(),
                sample.skills().stream()
                        .map(need ->
                                new RoleContent.Need(
                                        id(actor, need.skill()), need.level(), need.weight()))
                        .toList(),
                40,
                new Ramp(
                        Range.pert(0.35, 0.5, 0.65),
                        weeks(sample),
                        Range.pert(0, 0.25, 0.5),
                        Ramp.Curve.EXPONENTIAL,
                        Ramp.Sharing.SHARED),
                26,
                modules,
                wage,
                dollars(Range.fixed(52)),
                DOLLARS,
                new OfferRule(new OfferRule.Stay(0.02, null, null, null), 1.1, null, null, null),
                null);
    }

    private static Range weeks(SampleRole sample) {
        return Range.pert(sample.weeks() / 2, sample.weeks(), sample.weeks() * WIDE);
    }

    private ModuleContent module(Actor actor, SampleRole.Course course) {
        return new ModuleContent(
                course.name(),
                List.of(new ModuleContent.SkillShare(id(actor, course.skill()), 1)),
                hours(course),
                Range.fixed(1.5),
                Range.fixed(4),
                dollars(Range.fixed(course.fee())),
                new SessionTerms(dollars(Range.fixed(1_200)), 12),
                new Waiver(0.1, null, 0.5, 0.85, null, null),
                List.of(),
                false);
    }

    private static Range hours(SampleRole.Course course) {
        return Range.pert(course.hours() * 0.75, course.hours(), course.hours() * 1.5);
    }

    private static ModuleContent introduction() {
        return new ModuleContent(
                "Company introduction",
                List.of(),
                Range.fixed(16),
                Range.fixed(0),
                Range.fixed(6),
                dollars(Range.fixed(0)),
                new SessionTerms(dollars(Range.fixed(900)), 10),
                null,
                List.of(),
                false);
    }

    /** Where each value comes from; what nobody published says so. */
    private void record(Actor actor, UUID role, SampleRole sample, List<UUID> modules) {
        List<AssumptionContent> lines = new ArrayList<>();
        lines.add(
                line(
                        role,
                        "role.rampUp.weeksTo95",
                        weeks(sample),
                        "weeks",
                        "Mellon 2003, n = 67: median weeks to full productivity of external hires, %s; the range is ours"
                                .formatted(sample.weeksOf()),
                        LocalDate.of(2003, 12, 31)));
        lines.add(
                line(
                        role,
                        "wage.load",
                        Range.fixed(LOAD),
                        "multiple of pay",
                        "BLS, Employer Costs for Employee Compensation, June 2025: private industry, 45.65 / 32.07",
                        LocalDate.of(2025, 6, 30)));
        lines.add(
                line(
                        role,
                        "role.rampUp.transfer",
                        Range.pert(0, 0.25, 0.5),
                        "share",
                        "No published value is known: our assumption, and the first thing to calibrate",
                        WRITTEN));
        lines.add(
                line(
                        role,
                        "role.rampUp.initialProductivity",
                        Range.pert(0.35, 0.5, 0.65),
                        "share",
                        OURS,
                        WRITTEN));
        lines.add(line(role, "mentorHourly", Range.fixed(52), "USD an hour", OURS, WRITTEN));
        for (int i = 0; i < modules.size(); i++) {
            lines.add(
                    line(
                            role,
                            "modules[%s].traineeHours".formatted(modules.get(i)),
                            hours(sample.courses().get(i)),
                            "hours",
                            OURS,
                            WRITTEN));
        }
        List<String> recorded =
                all(after -> terms.ledger(actor, role, after, new PageSize(PageSize.MAXIMUM)))
                        .stream()
                        .map(line -> line.content().input())
                        .toList();
        lines.stream()
                .filter(line -> !recorded.contains(line.input()))
                .forEach(line -> terms.add(actor, TermKind.ASSUMPTION, line));
    }

    private static AssumptionContent line(
            UUID role, String input, Range value, String unit, String source, LocalDate date) {
        return new AssumptionContent(role, input, value, unit, source, date, OWNER, null);
    }

    private UUID module(Actor actor, ModuleContent content) {
        return there(actor, TermKind.MODULE, ModuleContent::name, content);
    }

    /** The one with the same name, which is filed unless it is there. */
    private <T extends Term> UUID there(
            Actor actor, TermKind<T> kind, Function<T, @Nullable String> name, T content) {
        return all(after -> terms.list(actor, kind, after, new PageSize(PageSize.MAXIMUM))).stream()
                .filter(known ->
                        java.util.Objects.equals(name.apply(known.content()), name.apply(content)))
                .findFirst()
                .map(FiledTerm::id)
                .orElseGet(() -> terms.add(actor, kind, content).id());
    }

    private static <T extends Term> List<FiledTerm<T>> all(
            Function<Optional<PageCursor>, Page<FiledTerm<T>>> pages) {
        return pages.apply(Optional.empty()).items();
    }

    private UUID id(Actor actor, SampleSkill skill) {
        return skills.resolve(actor, new SkillReference.ByUri(skill.uri()))
                .orElseThrow()
                .id()
                .value();
    }

    private static Price dollars(Range amount) {
        return new Price(amount, DOLLARS);
    }

    private static Range pert(List<Double> points) {
        return Range.pert(points.get(0), points.get(1), points.get(2));
    }
}

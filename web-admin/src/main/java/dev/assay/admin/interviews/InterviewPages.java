package dev.assay.admin.interviews;

import dev.assay.admin.applications.ApplicationHeads;
import dev.assay.admin.people.PersonNames;
import dev.assay.admin.scoring.RequirementLine;
import dev.assay.admin.scoring.ScoreWords;
import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Moments;
import dev.assay.admin.shell.Words;
import dev.assay.hiring.applications.Application;
import dev.assay.hiring.intake.ApplicationView;
import dev.assay.hiring.intake.Intake;
import dev.assay.hiring.interviews.Interview;
import dev.assay.hiring.interviews.InterviewState;
import dev.assay.hiring.interviews.Interviews;
import dev.assay.hiring.interviews.Scorecard;
import dev.assay.hiring.interviews.Scorecards;
import dev.assay.hiring.interviews.SeenScorecard;
import dev.assay.hiring.interviews.Slot;
import dev.assay.hiring.scoring.Score;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.skills.Skill;
import dev.assay.hiring.skills.SkillId;
import dev.assay.hiring.skills.Skills;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Puts scorecards beside what is proven, and interviews below them. */
@Component
class InterviewPages {

    private final Intake intake;
    private final Scorecards scorecards;
    private final Interviews interviews;
    private final Skills skills;
    private final ApplicationHeads heads;
    private final PersonNames names;
    private final ScoreWords scoreWords;
    private final Words words;
    private final Moments moments;

    InterviewPages(
            Intake intake,
            Scorecards scorecards,
            Interviews interviews,
            Skills skills,
            ApplicationHeads heads,
            PersonNames names,
            ScoreWords scoreWords,
            Words words,
            Moments moments) {
        this.intake = intake;
        this.scorecards = scorecards;
        this.interviews = interviews;
        this.skills = skills;
        this.heads = heads;
        this.names = names;
        this.scoreWords = scoreWords;
        this.words = words;
        this.moments = moments;
    }

    InterviewsPage page(Actor actor, ApplicationId id) {
        ApplicationView view = intake.view(actor, id);
        List<SeenScorecard> seen = scorecards.of(actor, id);
        UnaryOperator<String> signatures =
                names.signatures(
                        actor, seen.stream().map(one -> one.scorecard().interviewer()).toList());
        List<Scorecard> open =
                seen.stream()
                        .filter(SeenScorecard.Open.class::isInstance)
                        .map(SeenScorecard::scorecard)
                        .toList();
        boolean isOpen = view.application().phase().isOpen();
        return new InterviewsPage(
                heads.of(actor, view, "interviews"),
                mayCard(actor, view.application(), seen),
                isOpen && actor.may(Permission.SCHEDULE_INTERVIEWS),
                open.stream().map(card -> card(card, signatures)).toList(),
                open.isEmpty() ? List.of() : rows(actor, view.score(), open),
                seen.stream()
                        .filter(SeenScorecard.Blind.class::isInstance)
                        .map(one -> signatures.apply(one.scorecard().interviewer()))
                        .toList(),
                interviews.of(actor, id).stream().map(this::line).toList());
    }

    /** One a phase and interviewer, while the application is open. */
    private static boolean mayCard(Actor actor, Application application, List<SeenScorecard> seen) {
        String phase = application.phase().wireName();
        return application.phase().isOpen()
                && actor.reach(Permission.SUBMIT_SCORECARDS).covers(application.job().value())
                && seen.stream()
                        .map(SeenScorecard::scorecard)
                        .noneMatch(card ->
                                card.phase().equals(phase)
                                        && card.interviewer().equals(actor.reference()));
    }

    private InterviewsPage.Card card(Scorecard card, UnaryOperator<String> signatures) {
        return new InterviewsPage.Card(
                signatures.apply(card.interviewer()),
                words.say("phase." + card.phase()),
                moments.of(card.submittedAt()),
                words.say("impression." + card.recommendation().wireName()),
                card.note().orElse(null));
    }

    private List<InterviewsPage.SkillRow> rows(Actor actor, Score score, List<Scorecard> cards) {
        List<InterviewsPage.SkillRow> rows = new ArrayList<>();
        List<SkillId> asked = new ArrayList<>();
        List<RequirementLine> needs = scoreWords.needs(score, Map.of());
        for (int i = 0; i < needs.size(); i++) {
            var skill = new SkillId(score.requirements().get(i).skill().id());
            asked.add(skill);
            RequirementLine need = needs.get(i);
            rows.add(
                    new InterviewsPage.SkillRow(
                            need.skill(), need.state(), need.figures(), impressions(cards, skill)));
        }
        List<SkillId> others =
                cards.stream()
                        .flatMap(card -> card.attributes().stream())
                        .map(Scorecard.Attribute::skill)
                        .filter(skill -> !asked.contains(skill))
                        .distinct()
                        .toList();
        Map<SkillId, Skill> known = skills.withIds(actor, others);
        for (SkillId skill : others) {
            String name =
                    Optional.ofNullable(known.get(skill))
                            .map(Skill::label)
                            .orElseGet(() -> words.say("skill.gone"));
            rows.add(new InterviewsPage.SkillRow(name, null, null, impressions(cards, skill)));
        }
        return rows;
    }

    private List<InterviewsPage.Impressed> impressions(List<Scorecard> cards, SkillId skill) {
        return cards.stream()
                .map(card ->
                        card.attributes().stream()
                                .filter(one -> one.skill().equals(skill))
                                .findFirst()
                                .map(one ->
                                        new InterviewsPage.Impressed(
                                                words.say(
                                                        "impression."
                                                                + one.impression().wireName()),
                                                one.note().orElse(null),
                                                one.evidenceId().isPresent()))
                                .orElse(new InterviewsPage.Impressed("", null, false)))
                .toList();
    }

    private InterviewsPage.InterviewLine line(Interview interview) {
        return new InterviewsPage.InterviewLine(
                interview.id().toString(),
                state(interview.state()),
                interview.slots().stream().map(this::slot).toList(),
                interview.booked().map(this::slot).orElse(null),
                interview.location().orElse(null),
                interview.note().orElse(null),
                interview.state() == InterviewState.PROPOSED,
                interview.state() == InterviewState.CANCELLED);
    }

    private InterviewsPage.SlotLine slot(Slot slot) {
        return new InterviewsPage.SlotLine(moments.of(slot.start()), moments.of(slot.end()));
    }

    private Badge state(InterviewState state) {
        String word = words.say("interview.state." + state.wireName());
        return switch (state) {
            case PROPOSED -> Badge.unsure(word);
            case BOOKED -> Badge.verified(word);
            case CANCELLED -> Badge.none(word);
        };
    }
}

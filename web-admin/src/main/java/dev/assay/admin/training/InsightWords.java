package dev.assay.admin.training;

import dev.assay.admin.shell.Words;
import dev.assay.hiring.insights.AdvancementInsight;
import dev.assay.hiring.insights.Caution;
import dev.assay.hiring.insights.HireInsight;
import dev.assay.hiring.insights.Reference;
import dev.assay.hiring.insights.TrainingInsight;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Insights as tables. */
@Component
class InsightWords {

    private static final String WEEKS = " weeks";
    private static final String PERCENT = " %";

    private final Words words;

    InsightWords(Words words) {
        this.words = words;
    }

    InsightCard training(TrainingInsight insight) {
        return new InsightCard(
                columns("cost-ratio", "weeks", "weeks-assumed", "rating", "above-ceiling"),
                insight.groups().stream()
                        .map(group ->
                                new InsightCard.Row(
                                        group(group.group(), group.achievement()),
                                        List.of(
                                                Figures.mean(group.costRatio(), ""),
                                                Figures.mean(group.weeksTo95(), WEEKS),
                                                Figures.mean(group.weeksAssumed(), WEEKS),
                                                Figures.mean(group.rating(), ""),
                                                Figures.mean(
                                                        group.premiumAboveCeiling(), PERCENT))))
                        .toList(),
                cautions(insight.groups().stream().flatMap(group -> group.cautions().stream())),
                references(insight.references()));
    }

    InsightCard hires(HireInsight insight) {
        return new InsightCard(
                columns("rating-30", "rating-60", "rating-90", "premium", "ceiling"),
                insight.groups().stream()
                        .map(group ->
                                new InsightCard.Row(
                                        group(group.group(), group.achievement()),
                                        List.of(
                                                Figures.mean(group.rating30(), ""),
                                                Figures.mean(group.rating60(), ""),
                                                Figures.mean(group.rating90(), ""),
                                                Figures.mean(group.premiumPaid(), PERCENT),
                                                Figures.mean(group.premiumCeiling(), PERCENT))))
                        .toList(),
                cautions(insight.groups().stream().flatMap(group -> group.cautions().stream())),
                references(insight.references()));
    }

    InsightCard advancement(AdvancementInsight insight) {
        return new InsightCard(
                columns("advanced", "of-hires"),
                Stream.concat(
                                insight.advancement().stream()
                                        .map(line ->
                                                new InsightCard.Row(
                                                        group(line.group(), null),
                                                        List.of(
                                                                Figures.shareOf(line.rate()),
                                                                new Figures.Cell("", null, -1)))),
                                insight.shares().stream()
                                        .map(line ->
                                                new InsightCard.Row(
                                                        words.say("insight.share." + line.kind()),
                                                        List.of(
                                                                Figures.shareOf(line.applicants()),
                                                                Figures.shareOf(line.hires())))))
                        .toList(),
                cautions(
                        Stream.concat(
                                insight.cautions().stream(),
                                insight.shares().stream()
                                        .flatMap(share -> share.cautions().stream()))),
                references(insight.references()));
    }

    private List<String> columns(String... names) {
        return Stream.of(names).map(name -> words.say("insight.column." + name)).toList();
    }

    private String group(String group, @Nullable String achievement) {
        return achievement == null ? words.say("insight.group." + group) : achievement;
    }

    /** Each once; how few there are is in every cell. */
    private static List<String> cautions(Stream<Caution> all) {
        return all.filter(caution -> !caution.code().equals("few"))
                .map(Caution::text)
                .distinct()
                .toList();
    }

    private static List<InsightCard.Line> references(List<Reference> references) {
        return references.stream()
                .map(line -> new InsightCard.Line(line.claim(), line.source()))
                .toList();
    }
}

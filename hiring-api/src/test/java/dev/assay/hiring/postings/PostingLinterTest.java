package dev.assay.hiring.postings;

import static dev.assay.hiring.postings.SomePostings.HARBOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.assay.hiring.jobs.Location;
import dev.assay.hiring.jobs.WorkplaceType;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostingLinterTest {

    @Test
    void aWholePostingIsTakenEverywhere() {
        assertThat(PostingLinter.of(SomePostings.whole())).isEmpty();
        assertThat(FeedKind.INDEED.items(SomePostings.whole())).isEqualTo(2);
        assertThat(FeedKind.RSS.items(SomePostings.whole())).isEqualTo(1);
    }

    @Test
    void withoutAPlaceOnlyRssTakesIt() {
        Posting nowhere = SomePostings.at();

        assertThat(rejections(nowhere))
                .containsExactly(
                        "indeed place-missing /locations",
                        "linkedin place-missing /locations",
                        "search place-missing /locations");
        assertThat(FeedKind.INDEED.items(nowhere)).isZero();
        assertThat(FeedKind.RSS.items(nowhere)).isEqualTo(1);
    }

    @Test
    void eachPlaceHasToSayWhatTheBoardAsksFor() {
        Posting vague = SomePostings.at(HARBOR, new Location(" ", null, null, null));

        assertThat(rejections(vague))
                .containsExactly(
                        "indeed city-missing /locations/1/city",
                        "indeed region-missing /locations/1/region",
                        "indeed country-missing /locations/1/country",
                        "linkedin country-missing /locations/1/country",
                        "search country-missing /locations/1/country");
    }

    @Test
    void linkedInWantsTheCompanysNumberAndSearchEnginesLikeToKnowWhoHires() {
        Posting unknown =
                SomePostings.posting(
                        EmployerProfile.NONE, WorkplaceType.REMOTE, List.of(HARBOR), "Analyst");

        assertThat(PostingLinter.of(unknown))
                .extracting(
                        fault -> fault.outlet().wireName(),
                        fault -> fault.code().wireName(),
                        PostingFault::rejected)
                .containsExactly(
                        tuple("linkedin", "linkedin-company-missing", true),
                        tuple("search", "website-missing", false),
                        tuple("search", "logo-missing", false));
    }

    private static List<String> rejections(Posting posting) {
        return PostingLinter.of(posting).stream()
                .filter(PostingFault::rejected)
                .map(fault ->
                        fault.outlet().wireName()
                                + " "
                                + fault.code().wireName()
                                + " "
                                + fault.pointer())
                .toList();
    }
}

package dev.assay.credential.jsonld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.fixture.Samples;
import dev.assay.credential.proof.ProofSuite;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The direct way must never be told from the general processor, but by the clock. */
@DisplayName("F24: the fast way says what the general one says")
class DirectWayTest {

    private static final WorkBudget BUDGET = new WorkBudget(20_000);

    @Property(tries = 1_000)
    void agreesWithTheGeneralProcessorToTheByte(@ForAll long seed) {
        BothWays.agree(DocumentMaker.document(seed), DocumentMaker.CATALOGUE, BUDGET);
    }

    @Property(tries = 300)
    void agreesOnBadgesInWhichSomethingWasReplaced(@ForAll long seed) {
        var badge = Samples.unsigned();
        new Mutation(new Random(seed)).apply(badge);

        BothWays.agree(badge, DocumentMaker.CATALOGUE, BUDGET);
    }

    @Test
    void isNotOnlyForAFew() {
        var direct = new AtomicInteger();
        for (long seed = 0; seed < 300; seed++) {
            var document = DocumentMaker.document(seed);
            if (new LinkedData(DocumentMaker.CATALOGUE, BUDGET).isDirect(document)) {
                direct.incrementAndGet();
            }
        }

        assertThat(direct).hasValueGreaterThan(75);
    }

    @ParameterizedTest
    @EnumSource(value = ProofSuite.class, mode = EnumSource.Mode.MATCH_ANY, names = "ED.*")
    void isTakenByBadgesAndTheirProofs(ProofSuite suite) {
        var badge = Samples.sign(Samples.unsigned(suite), suite);
        var proof = ((ObjectNode) badge.remove("proof"));
        proof.remove("proofValue");
        proof.set("@context", badge.path("@context"));

        assertThat(isDirect(badge)).isTrue();
        assertThat(isDirect(proof)).isTrue();
    }

    @Test
    void isWithinTheSameBudget() {
        var badge = Samples.unsigned();
        int enough = 1;
        while (!(form(badge, new WorkBudget(enough)) instanceof CanonicalForm.Canonical)) {
            BothWays.agree(badge, ContextCatalogue.bundled(), new WorkBudget(enough++));
        }

        assertThat(enough).isGreaterThan(10);
        BothWays.agree(badge, ContextCatalogue.bundled(), new WorkBudget(enough));
    }

    @Nested
    class IsLeft {

        @ParameterizedTest
        @ValueSource(strings = {"grade", "@graph", "cred:validUntil", "urn:x", ""})
        void toTheGeneralProcessorForAKeyThatIsNoTerm(String key) {
            assertThat(isDirect(Samples.unsigned().put(key, "x"))).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"relative", "_:b0", "@here", "a b:c", "", "https://example.org/ä"})
        void toTheGeneralProcessorForAnIdThatIsNoPlainIri(String id) {
            assertThat(isDirect(Samples.unsigned().put("id", id))).isFalse();
        }

        @Test
        void toTheGeneralProcessorWithAContextInside() {
            var badge = Samples.unsigned();
            ((ObjectNode) badge.path("issuer")).set("@context", badge.path("@context"));

            assertThat(isDirect(badge)).isFalse();
        }

        @Test
        void toTheGeneralProcessorWhenAPartIsDescribedTwice() {
            var badge = Samples.unsigned();
            var subject = (ObjectNode) badge.path("credentialSubject");
            var achievement = subject.path("achievement");
            subject.putArray("achievement").add(achievement).add(achievement.deepCopy());

            assertRefusedByBoth(badge);
            assertThat(isDirect(badge)).isFalse();
        }
    }

    /** A prefix of the context makes another IRI of it, wherever it stands. */
    @ParameterizedTest
    @ValueSource(strings = {"id", "type", "kind", "ref", "stepIds"})
    void leavesCompactIris(String key) {
        var document =
                Samples.parse(
                        """
                        {"@context": ["https://www.w3.org/ns/credentials/v2",
                                      "https://college.example/context"],
                         "days": 3}
                        """);
        assertThat(isDirect(document.put(key, "urn:x:full"))).isTrue();
        document.put(key, "ex:compact");

        assertThat(isDirect(document)).isFalse();
        assertThat(new LinkedData(DocumentMaker.CATALOGUE, BUDGET).canonicalForm(document))
                .hasToString(
                        LinkedData.generalOnly(DocumentMaker.CATALOGUE, BUDGET)
                                .canonicalForm(document)
                                .toString())
                .asString()
                .contains("https://college.example/terms#compact");
    }

    /** The memory of contexts must not be for an attacker to fill. */
    @Test
    void forgetsCombinationsRatherThanKeepThemAll() {
        var known = new KnownContexts(ContextCatalogue.bundled());
        var badge = Samples.unsigned();
        var root = known.root(badge.path("@context")).orElseThrow();
        var types = List.of("Profile", "Result", "Alignment", "Address", "Evidence", "Image");
        for (int i = 0; i < 3_000; i++) {
            var random = new Random(i);
            var some = random.ints(1 + random.nextInt(6), 0, 6).mapToObj(types::get).toList();
            assertThat(root.inNodeOf(some)).isPresent();
        }

        assertThat(root.remembered()).isLessThanOrEqualTo(128);
        assertThat(known.remembered()).isLessThanOrEqualTo(256);
    }

    private static boolean isDirect(JsonNode document) {
        return new LinkedData(DocumentMaker.CATALOGUE, BUDGET).isDirect(document);
    }

    private static void assertRefusedByBoth(JsonNode document) {
        assertThat(new LinkedData(ContextCatalogue.bundled(), BUDGET).refusal(document))
                .isPresent()
                .isEqualTo(
                        LinkedData.generalOnly(ContextCatalogue.bundled(), BUDGET)
                                .refusal(document));
    }

    private static CanonicalForm form(JsonNode document, WorkBudget budget) {
        return LinkedData.generalOnly(ContextCatalogue.bundled(), budget).canonicalForm(document);
    }

    /** Replaces a few values anywhere in a document by what stands elsewhere in another one. */
    private record Mutation(Random random) {

        void apply(ObjectNode document) {
            for (int i = random.nextInt(3); i >= 0; i--) {
                place(document, value());
            }
        }

        private JsonNode value() {
            var other = DocumentMaker.document(random.nextLong());
            var values = other.values().stream().toList();
            return values.isEmpty() ? other : values.get(random.nextInt(values.size()));
        }

        private void place(ObjectNode into, JsonNode value) {
            var below = into.values().stream().filter(ObjectNode.class::isInstance).toList();
            if (!below.isEmpty() && random.nextInt(3) > 0) {
                place((ObjectNode) below.get(random.nextInt(below.size())), value);
                return;
            }
            var keys = into.propertyNames().stream().toList();
            into.set(keys.isEmpty() ? "name" : keys.get(random.nextInt(keys.size())), value);
        }
    }
}

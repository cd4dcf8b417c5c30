package dev.assay.hiring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.trainingcost.model.InvalidInputException;
import dev.assay.trainingcost.model.Uncertain;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class RangeTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Provide
    Arbitrary<Uncertain> numbers() {
        Arbitrary<Double> some = Arbitraries.doubles().between(0.01, 1e6).ofScale(4);
        return Arbitraries.oneOf(
                some.map(Uncertain::fixed),
                some.list()
                        .ofSize(3)
                        .map(list -> {
                            var in = list.stream().sorted().toList();
                            return new Uncertain.Pert(in.get(0), in.get(1), in.get(2));
                        }),
                some.list()
                        .ofSize(3)
                        .map(list -> {
                            var in = list.stream().sorted().toList();
                            return new Uncertain.Triangular(in.get(0), in.get(1), in.get(2));
                        }),
                some.list()
                        .ofSize(2)
                        .map(list -> {
                            var in = list.stream().sorted().toList();
                            return new Uncertain.LogNormal(in.get(0), in.get(1));
                        }));
    }

    @Property(tries = 200)
    void whatIsWrittenDownIsReadBackToTheLastBit(@ForAll("numbers") Uncertain number) {
        String text = JSON.writeValueAsString(Range.of(number));

        assertThat(JSON.readValue(text, Range.class).uncertain()).isEqualTo(number);
    }

    @Test
    void aValueAloneIsKnownExactly() {
        assertThat(JSON.readValue("{\"value\":3}", Range.class).uncertain())
                .isEqualTo(Uncertain.fixed(3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                                         | value",
                "{\"value\":1,\"least\":0}                                                  | least",
                "{\"distribution\":\"pert\",\"least\":1,\"most\":3}                         | mostLikely",
                "{\"distribution\":\"pert\",\"least\":1,\"mostLikely\":2,\"most\":3,\"p10\":1} | p10",
                "{\"distribution\":\"pert\",\"least\":3,\"mostLikely\":2,\"most\":4}        | mostLikely",
                "{\"distribution\":\"triangular\",\"least\":1,\"mostLikely\":2,\"most\":1}  | most",
                "{\"distribution\":\"lognormal\",\"p10\":0,\"p90\":1}                       | p10",
                "{\"distribution\":\"lognormal\",\"value\":1,\"p10\":1,\"p90\":2}           | value",
                "{\"value\":1e999}                                                          | value",
            })
    void refusesWhatIsNoNumberAndNamesTheMember(String text, String member) {
        Range range = JSON.readValue(text, Range.class);

        assertThatThrownBy(range::uncertain)
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.path()).isEqualTo(member));
    }
}

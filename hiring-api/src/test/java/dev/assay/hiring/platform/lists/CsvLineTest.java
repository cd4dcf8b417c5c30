package dev.assay.hiring.platform.lists;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

    @Test
    void quotesWhatWouldEndACell() {
        assertThat(CsvLine.of("a", "b,c", "d\"e", "f\ng", ""))
                .isEqualTo("a,\"b,c\",\"d\"\"e\",\"f\ng\",\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "−1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void leadsWhatWouldRunWithAnApostrophe(String written) {
        assertThat(CsvLine.text(written)).isEqualTo("'" + written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Vale", "1=1", "'=1"})
    void leavesOtherTextsAsTheyAre(String written) {
        assertThat(CsvLine.text(written)).isEqualTo(written);
    }
}

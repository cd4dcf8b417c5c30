package dev.assay.trainingcost.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.random.SobolSequenceGenerator;
import org.junit.jupiter.api.Test;

class SobolPointsTest {

    @Test
    void publishedNumbersRebuildThePlainSequence() {
        var plain = new SobolSequenceGenerator(40);
        var directions = SobolPoints.published(40);
        for (int index = 0; index < 3000; index++) {
            var point = plain.nextVector();
            for (int d = 0; d < 40; d++) {
                long digits = 0;
                int gray = index ^ (index >>> 1);
                for (int b = 0; gray >> b != 0; b++) {
                    digits ^= (gray >> b & 1) == 1 ? directions[d][b] : 0;
                }
                assertThat(digits * 0x1p-52).isEqualTo(point[d]);
            }
        }
    }

    @Test
    void scramblingKeepsOnePointInEveryInterval() {
        int bits = 10;
        var points = new SobolPoints(60, bits, 42);
        for (int d = 0; d < 60; d++) {
            var hit = new boolean[1 << bits];
            for (int i = 0; i < hit.length; i++) {
                hit[(int) (points.coordinate(d, i) * hit.length)] = true;
            }
            assertThat(hit).as("dimension " + d).doesNotContain(false);
        }
    }

    // The first two dimensions are a (0, m, 2)-net, and scrambling must keep it one.
    @Test
    void scramblingKeepsOnePointInEveryElementaryRectangle() {
        int bits = 8;
        var points = new SobolPoints(2, bits, 7);
        for (int across = 0; across <= bits; across++) {
            int columns = 1 << across;
            int rows = 1 << (bits - across);
            var hit = new boolean[columns * rows];
            for (int i = 0; i < hit.length; i++) {
                int column = (int) (points.coordinate(0, i) * columns);
                int row = (int) (points.coordinate(1, i) * rows);
                hit[column * rows + row] = true;
            }
            assertThat(hit).as(columns + " by " + rows).doesNotContain(false);
        }
    }

    @Test
    void everyPointIsUniformOverTheSeeds() {
        double sum = 0;
        double squares = 0;
        int seeds = 20_000;
        for (int seed = 0; seed < seeds; seed++) {
            double u = new SobolPoints(1, 1, seed).coordinate(0, 0);
            sum += u;
            squares += u * u;
        }
        assertThat(sum / seeds).isCloseTo(0.5, within(4 * Math.sqrt(1.0 / 12 / seeds)));
        assertThat(squares / seeds).isCloseTo(1.0 / 3, within(4 * Math.sqrt(4.0 / 45 / seeds)));
    }

    @Test
    void coordinatesStayStrictlyInside() {
        var points = new SobolPoints(128, 12, 3);
        for (int d = 0; d < 128; d++) {
            for (int i = 0; i < 1 << 12; i++) {
                assertThat(points.coordinate(d, i)).isGreaterThan(0).isLessThan(1);
            }
        }
    }

    @Test
    void seedsDecideThePoints() {
        assertThat(new SobolPoints(3, 4, 1).coordinate(2, 5))
                .isEqualTo(new SobolPoints(3, 4, 1).coordinate(2, 5))
                .isNotEqualTo(new SobolPoints(3, 4, 2).coordinate(2, 5));
    }
}

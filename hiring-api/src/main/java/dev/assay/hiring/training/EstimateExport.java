package dev.assay.hiring.training;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A form in which finance takes an estimate away. */
public enum EstimateExport {
    /** A workbook whose totals are live formulas. */
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        void write(EstimateDocument estimate, ByteArrayOutputStream to) throws IOException {
            new EstimateWorkbook(estimate).write(to);
        }
    },
    /** One flat table. */
    CSV("csv", "text/csv") {
        @Override
        void write(EstimateDocument estimate, ByteArrayOutputStream to) throws IOException {
            new EstimateTable(estimate).write(to);
        }
    },
    /** One page with a chart, to be filed. */
    PDF("pdf", "application/pdf") {
        @Override
        void write(EstimateDocument estimate, ByteArrayOutputStream to) throws IOException {
            new EstimatePage(estimate).write(to);
        }
    };

    private final String wireName;
    private final String mediaType;

    EstimateExport(String wireName, String mediaType) {
        this.wireName = wireName;
        this.mediaType = mediaType;
    }

    public String wireName() {
        return wireName;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The estimate in this form. */
    public byte[] of(EstimateDocument estimate) {
        var bytes = new ByteArrayOutputStream();
        try {
            write(estimate, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    abstract void write(EstimateDocument estimate, ByteArrayOutputStream to) throws IOException;
}

package dev.assay.credential.model;

import java.util.Optional;

/** Open Badges 3.0 {@code Alignment}: what in some framework an achievement stands for. */
public record Alignment(
        String targetName,
        String targetUrl,
        Optional<String> targetFramework,
        Optional<String> targetCode,
        Optional<String> targetType) {}

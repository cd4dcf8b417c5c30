package dev.assay.hiring.scoring.engine;

/** An item that counts nothing for a requirement, and the one reason why. */
public record IgnoredItem(ItemRef item, IgnoreReason reason) {}

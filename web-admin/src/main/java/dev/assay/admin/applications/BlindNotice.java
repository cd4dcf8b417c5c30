package dev.assay.admin.applications;

/**
 * That nobody who judges an application is told whose it is, at present.
 *
 * @param until in words, where that ends
 * @param mayAsk whether this reader may be told all the same
 */
public record BlindNotice(String until, boolean mayAsk) {}

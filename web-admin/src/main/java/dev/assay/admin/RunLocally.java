package dev.assay.admin;

import dev.assay.hiring.platform.local.LocalLauncher;

/**
 * What {@code ./assay run} starts: the all-in-one beside a PostgreSQL and a Keycloak of its own, on
 * sample data. No part of a production installation.
 */
final class RunLocally {
    private RunLocally() {}

    public static void main(String[] arguments) {
        System.exit(LocalLauncher.run(arguments, ConsoleApplication.class));
    }
}

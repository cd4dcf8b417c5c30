package dev.assay.admin;

import dev.assay.hiring.platform.local.LocalLauncher;

/**
 * What {@code ./assay run} starts once after a build, under a JVM that archives the classes it
 * sees: every start after that takes half the time.
 */
final class RehearseLocally {
    private RehearseLocally() {}

    public static void main(String[] arguments) {
        LocalLauncher.rehearse(ConsoleApplication.class);
    }
}

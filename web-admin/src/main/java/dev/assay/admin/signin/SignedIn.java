package dev.assay.admin.signin;

import dev.assay.admin.shell.Viewer;
import dev.assay.hiring.shared.Actor;

/**
 * The signed-in person acting at the employer they chose; what a page's controller takes to call a
 * facade. Controllers cannot get one for somebody without a role.
 */
public record SignedIn(Actor.Person actor, Viewer viewer) {}

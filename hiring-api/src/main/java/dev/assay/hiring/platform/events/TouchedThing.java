package dev.assay.hiring.platform.events;

import java.util.UUID;

/** That an event was about something; not what happened to it. */
public record TouchedThing(long sequence, String kind, UUID id) {}

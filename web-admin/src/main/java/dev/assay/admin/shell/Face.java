package dev.assay.admin.shell;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Permission;
import java.util.List;

/** One page of a place that has several, for those who may open it. */
record Face(Permission permission, String label, String href) {

    /** The tabs of a place as the actor sees it, from the page at this address. */
    static List<Tab> tabs(List<Face> faces, Actor actor, String current) {
        return faces.stream()
                .filter(face -> actor.may(face.permission()))
                .map(face -> new Tab(face.label(), face.href(), current.equals(face.href())))
                .toList();
    }
}

package dev.assay.admin.jobs;

import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Crumb;
import dev.assay.admin.shell.Tab;
import java.util.List;

/** The head of every page of a job. */
record JobHead(String id, String title, Badge status, String facts, String current) {

    public String path() {
        return "/console/jobs/" + id;
    }

    public List<Crumb> trail() {
        return List.of(new Crumb("Jobs", "/console/jobs"));
    }

    public List<Tab> tabs() {
        return List.of(
                new Tab("Overview", path(), current.equals("overview")),
                new Tab("Requirements", path() + "/requirements", current.equals("requirements")),
                new Tab("Ranking", path() + "/ranking", current.equals("ranking")),
                new Tab("Board", path() + "/board", current.equals("board")),
                new Tab("Training", path() + "/training", current.equals("training")),
                new Tab("Settings", path() + "/settings", current.equals("settings")));
    }
}

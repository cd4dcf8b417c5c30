package dev.assay.trainingcost.cohort;

import dev.assay.trainingcost.model.CredentialId;
import dev.assay.trainingcost.model.ModuleId;
import dev.assay.trainingcost.model.SkillId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** For each hire, which offers are paid and which courses are taken; the cost of it all. */
final class Selection {

    private final SponsorCase problem;
    final boolean[][] paid;
    final boolean[][] taken;

    Selection(SponsorCase problem) {
        this.problem = problem;
        int hires = problem.needs().size();
        paid = new boolean[hires][problem.offers().size()];
        taken = new boolean[hires][problem.courses().size()];
        for (var courses : taken) {
            for (int c = 0; c < courses.length; c++) {
                courses[c] = problem.courses().get(c).mandatory();
            }
        }
    }

    double fees() {
        double fees = 0;
        for (var offers : paid) {
            for (int o = 0; o < offers.length; o++) {
                fees += offers[o] ? problem.offers().get(o).cost() : 0;
            }
        }
        return fees;
    }

    double cost() {
        double cost = fees();
        for (int c = 0; c < problem.courses().size(); c++) {
            var course = problem.courses().get(c);
            int seats = seats(c);
            cost +=
                    seats * course.costPerHire()
                            + SessionCount.certain(seats, course.capacity()) * course.sessionCost();
        }
        return cost;
    }

    int seats(int course) {
        int seats = 0;
        for (var courses : taken) {
            seats += courses[course] ? 1 : 0;
        }
        return seats;
    }

    Set<SkillId> missing(int hire) {
        var missing = new HashSet<>(problem.needs().get(hire).skills());
        for (int o = 0; o < problem.offers().size(); o++) {
            if (paid[hire][o]) {
                missing.removeAll(problem.offers().get(o).covers());
            }
        }
        for (int c = 0; c < problem.courses().size(); c++) {
            if (taken[hire][c]) {
                missing.removeAll(problem.courses().get(c).covers());
            }
        }
        return missing;
    }

    boolean isWithinBudget() {
        var budget = problem.budget();
        return budget == null || fees() <= budget * (1 + 1e-9);
    }

    boolean coversAll() {
        for (int h = 0; h < problem.needs().size(); h++) {
            if (!missing(h).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    List<SponsorPlan.Choice> choices() {
        var choices = new ArrayList<SponsorPlan.Choice>();
        for (int h = 0; h < problem.needs().size(); h++) {
            var sponsored = new HashSet<CredentialId>();
            var trained = new HashSet<ModuleId>();
            for (int o = 0; o < problem.offers().size(); o++) {
                if (paid[h][o]) {
                    sponsored.add(problem.offers().get(o).id());
                }
            }
            for (int c = 0; c < problem.courses().size(); c++) {
                if (taken[h][c]) {
                    trained.add(problem.courses().get(c).id());
                }
            }
            choices.add(new SponsorPlan.Choice(problem.needs().get(h).hire(), sponsored, trained));
        }
        return choices;
    }
}

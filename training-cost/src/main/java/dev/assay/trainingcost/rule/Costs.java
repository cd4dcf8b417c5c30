package dev.assay.trainingcost.rule;

/** Sums of costs by component and by module, over one or many evaluations. */
public final class Costs {

    private static final Component[] COMPONENTS = Component.values();

    private final double[] components = new double[COMPONENTS.length];
    private final double[] modules;

    public Costs(int modules) {
        this.modules = new double[modules];
    }

    void add(Component component, double cost) {
        components[component.ordinal()] += cost;
    }

    void addModule(int module, double cost) {
        modules[module] += cost;
    }

    /** Adds the sums of another; callers fix the order, so that digits do not depend on threads. */
    public void add(Costs other) {
        for (int i = 0; i < components.length; i++) {
            components[i] += other.components[i];
        }
        for (int m = 0; m < modules.length; m++) {
            modules[m] += other.modules[m];
        }
    }

    /** The mean over a number of evaluations. */
    public Costs dividedBy(int evaluations) {
        var mean = new Costs(modules.length);
        for (int i = 0; i < components.length; i++) {
            mean.components[i] = components[i] / evaluations;
        }
        for (int m = 0; m < modules.length; m++) {
            mean.modules[m] = modules[m] / evaluations;
        }
        return mean;
    }

    public double component(Component component) {
        return components[component.ordinal()];
    }

    public double module(int module) {
        return modules[module];
    }
}

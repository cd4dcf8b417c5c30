package dev.assay.hiring.training;

/** The five sorts of things that estimates are made from. */
public final class TermKind<T extends Term> {

    public static final TermKind<ModuleContent> MODULE =
            new TermKind<>("training-module", ModuleContent.class);
    public static final TermKind<RoleContent> ROLE =
            new TermKind<>("role-profile", RoleContent.class);
    public static final TermKind<WageContent> WAGE =
            new TermKind<>("wage-point", WageContent.class);
    public static final TermKind<AssumptionContent> ASSUMPTION =
            new TermKind<>("assumption", AssumptionContent.class);
    public static final TermKind<RateContent> RATE =
            new TermKind<>("exchange-rate", RateContent.class);

    private final String name;
    private final Class<T> type;

    private TermKind(String name, Class<T> type) {
        this.name = name;
        this.type = type;
    }

    /** As in audit rows. */
    public String wireName() {
        return name;
    }

    Class<T> type() {
        return type;
    }
}

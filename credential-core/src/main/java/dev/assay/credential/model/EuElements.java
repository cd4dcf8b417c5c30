package dev.assay.credential.model;

import java.util.Set;

/**
 * Which of the elements of an EU micro-credential a credential states. It says nothing about the
 * learning itself: an excellent badge may state few of them.
 */
public record EuElements(Set<EuElement> stated) {

    public EuElements {
        stated = Set.copyOf(stated);
    }

    /** How many of the eleven mandatory ones are stated. */
    public int mandatoryStated() {
        return (int) stated.stream().filter(EuElement::isMandatory).count();
    }

    /** The share of the mandatory ones, in whole percent, rounded down: 100 means all of them. */
    public int completeness() {
        return mandatoryStated() * 100 / EuElement.MANDATORY;
    }
}

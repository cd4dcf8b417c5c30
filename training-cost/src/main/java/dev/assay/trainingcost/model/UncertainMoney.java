package dev.assay.trainingcost.model;

import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/** A price or rate of pay, known more or less well. Refuses a negative amount. */
public record UncertainMoney(Uncertain amount, CurrencyUnit currency) {

    public UncertainMoney {
        Uncertain.requireNotNegative("amount", amount);
    }

    /** A price known exactly. */
    public static UncertainMoney of(MonetaryAmount money) {
        return new UncertainMoney(
                Uncertain.fixed(money.getNumber().doubleValue()), money.getCurrency());
    }

    /** The same, with the ledger's override. */
    public UncertainMoney settle(Ledger ledger, String path) {
        var settled = ledger.settle(path, amount);
        return InvalidInputException.within(path, () -> new UncertainMoney(settled, currency));
    }
}

package dev.assay.db.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RolePasswordsTest {
    @Test
    void givesEachRoleItsOwn() {
        RolePasswords passwords = new RolePasswords("one", "two", "three");

        assertThat(passwords.of(RuntimeRole.WEB)).isEqualTo("one");
        assertThat(passwords.of(RuntimeRole.WORKER)).isEqualTo("two");
        assertThat(passwords.of(RuntimeRole.SELF_ID)).isEqualTo("three");
    }

    @Test
    void refusesABlankOne() {
        assertThatThrownBy(() -> new RolePasswords("one", " ", "three"))
                .hasMessageContaining("assay_worker");
    }

    @Test
    void neverPrintsThem() {
        assertThat(new RolePasswords("one", "two", "three").toString())
                .doesNotContain("one", "two", "three");
    }
}

package dev.assay.admin;

import dev.assay.hiring.EmployerCommand;
import dev.assay.hiring.HiringConfiguration;
import dev.assay.hiring.SkillsCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;

/**
 * The all-in-one: the hiring platform with its API, and the console in the same process. The
 * console calls the features' facades directly, with the signed-in person as the actor; the same
 * authorization runs there as behind the API.
 */
// A page and a resource of the API may well be called alike.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Import(HiringConfiguration.class)
public class ConsoleApplication {

    /** A node; or, asked for {@code employer create}, the operator's command. */
    public static void main(String[] arguments) {
        if (EmployerCommand.isMeantBy(arguments)) {
            System.exit(EmployerCommand.run(arguments));
        }
        if (SkillsCommand.isMeantBy(arguments)) {
            System.exit(SkillsCommand.run(arguments));
        }
        SpringApplication.run(ConsoleApplication.class, arguments);
    }
}

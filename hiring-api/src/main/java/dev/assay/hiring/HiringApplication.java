package dev.assay.hiring;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The API alone, without the console: one of many stateless nodes. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(HiringConfiguration.class)
public class HiringApplication {

    /** A node; or, asked for {@code employer create}, the operator's command. */
    public static void main(String[] arguments) {
        if (EmployerCommand.isMeantBy(arguments)) {
            System.exit(EmployerCommand.run(arguments));
        }
        if (SkillsCommand.isMeantBy(arguments)) {
            System.exit(SkillsCommand.run(arguments));
        }
        new SpringApplicationBuilder(HiringApplication.class)
                .properties("spring.config.import=classpath:hiring-api.yml")
                .run(arguments);
    }
}

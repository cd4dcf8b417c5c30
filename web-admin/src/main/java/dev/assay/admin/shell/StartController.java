package dev.assay.admin.shell;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The bare address leads to the console. */
@Controller
class StartController {

    @GetMapping("/")
    String start() {
        return "redirect:/console";
    }
}

package dev.assay.hiring.sample;

import dev.assay.hiring.skills.Skills.NewSkill;
import java.net.URI;

/** The few skills the sample's jobs ask for; addresses and labels are ESCO's. */
enum SampleSkill {
    SQL("598de5b0-5b58-4ea7-8058-a4bc4d18c742", "SQL"),
    DATA_ANALYSIS("2b92a5b2-6758-4ee3-9fb4-b6387a55cc8f", "perform data analysis"),
    SPREADSHEETS("1973c966-f236-40c9-b2d4-5d71a89019be", "use spreadsheets software"),
    VISUALS("c3e36d05-8ae8-447f-bb2b-6f9409f85389", "deliver visual presentation of data"),
    PYTHON("ccd0a1d9-afda-43d9-b901-96344886e14d", "Python (computer programming)"),
    DATA_QUALITY("cc7370dd-69fa-4c67-a96f-d4d135d38700", "data quality assessment"),
    ICT_SUPPORT("c2296e2e-5fef-4f24-a24f-e5b3792268be", "provide ICT support"),
    ICT_PROBLEMS("9e06bac6-6b91-48ca-8b7d-c1f48cdecd7c", "solve ICT system problems"),
    TICKETING("6430eb0d-c6de-46b7-a7fc-3dd2e8e62a69", "use ICT ticketing system"),
    OPERATING_SYSTEMS("f9a6f35b-01a7-40c9-8b61-b6ee46f97272", "operating systems"),
    HEALTH_RECORDS(
            "53141450-2fa9-4890-a64e-7ffd4e1144be",
            "use electronic health records management system"),
    DATA_PROTECTION("a4346013-a967-4a58-a533-6b32ad1364c5", "data protection"),
    OFFICE_SOFTWARE("cf310cff-0d28-4dbc-9dbb-cc500a3196c2", "office software"),
    CUSTOMER_CARE("5b0f2198-7246-4256-a902-4d9ce1260c80", "ensure customer orientation"),
    CUSTOMER_RECORDS(
            "9889b795-d755-41b2-8afd-2e3c87a65a38",
            "use customer relationship management software"),
    CORRESPONDENCE("debef2fc-7af4-4bff-ac92-4d0317915a84", "electronic communication"),
    CALCULATIONS("19ba11f3-9c99-41fd-a7c9-f77e6a026186", "carry out calculations"),
    EXACTNESS("83e6510b-ffeb-4aec-959c-4265fd0ff7b7", "attend to detail"),
    PROGRAMMING("21d2f96d-35f7-4e3f-9745-c533d2dd6e97", "computer programming"),
    DEBUGGING("2522a6ce-3202-4ac8-9f5b-b9cb5a3a83a1", "debug software"),
    JAVASCRIPT("3cd569a2-4f88-4c1e-9995-8dce8c5e51a7", "JavaScript"),
    DATABASES("4463a721-69f3-413d-8321-43e3af13a4f1", "use databases"),
    CYBER_SECURITY("8088750d-8388-4170-a76f-48354c469c44", "cyber security"),
    ATTACK_VECTORS("501537a7-9d63-491d-ae02-09f04767ff1e", "attack vectors"),
    FIREWALLS("e5b5053e-0ef6-4c4e-a3f2-42f955f4322c", "implement a firewall");

    private final URI uri;
    private final String label;

    SampleSkill(String id, String label) {
        this.uri = URI.create("http://data.europa.eu/esco/skill/" + id);
        this.label = label;
    }

    URI uri() {
        return uri;
    }

    String label() {
        return label;
    }

    NewSkill asNewSkill() {
        return new NewSkill(uri, label, "ESCO");
    }
}

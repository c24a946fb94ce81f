package io.beanpole.deploy.dockerrun;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The rules of Elastic Beanstalk for a docker-compose.yml. */
final class ComposeCheck {
    private static final String PLACE = "/" + ComposeNotation.SERVICES;
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(?!EB_LOG_BASE_DIR)[A-Za-z_]");

    private final CheckContext context;
    private final Findings findings;

    ComposeCheck(CheckContext context, Findings findings) {
        this.context = context;
        this.findings = findings;
    }

    void file(ObjectNode root, String text) {
        if (!(root.path(ComposeNotation.SERVICES) instanceof ObjectNode services) || services.isEmpty()) {
            findings.error(PLACE, "No service is defined, so nothing would run.", "Add services with an image.");
            return;
        }
        if (text.contains("<<:")) {
            findings.note(
                    "", "The file uses anchors, which Compose follows and this check doesn't.", "Check them by eye.");
        }
        var set = ComposeNotation.INSTANCE.read(root);
        services.properties().forEach(service -> service(PLACE + "/" + service.getKey(), service.getValue()));
        var links = new LinkCheck(findings, set.containers());
        set.containers().forEach(container -> links.links(PLACE + "/" + container.name() + "/links", container));
        published(set);
        properties(services, text);
        new MemoryCheck(context, findings).fits(PLACE, set.containers());
    }

    private void service(String place, JsonNode service) {
        if (service.has("build")) {
            findings.warning(
                    place + "/build",
                    "The image is built on every instance: deployments are slow, and two instances can differ.",
                    "Push the image to ECR and name it by digest.");
        } else {
            new ImageCheck(context, findings, context.beside().contains(Format.V3.fileName()))
                    .image(place + "/image", service.path("image").asString(""));
        }
        if (!service.path("volumes").toString().contains(ComposeService.LOGS)) {
            findings.note(
                    place,
                    "No log directory is mounted, so Elastic Beanstalk's logs hold what the service prints only.",
                    "Mount " + ComposeService.LOGS + place.substring(place.lastIndexOf('/') + 1)
                            + " where it writes its logs.");
        }
    }

    /** With Compose Elastic Beanstalk starts no nginx: whoever asks, asks port 80 of the instance. */
    private void published(ContainerSet set) {
        Set<Integer> taken = new HashSet<>();
        for (var container : set.containers()) {
            for (var port : container.settings().ports()) {
                if (port.host().isPresent() && !taken.add(port.host().getAsInt())) {
                    findings.error(
                            PLACE + "/" + container.name() + "/ports",
                            "Host port " + port.host().getAsInt() + " is taken twice.",
                            "Give each service a host port of its own.");
                }
            }
        }
        if (!taken.contains(80)) {
            findings.error(
                    PLACE,
                    (context.isWorker()
                                    ? "sqsd posts every message to http://localhost:80"
                                    : "The load balancer asks port 80 of the instance")
                            + ", with Compose no nginx stands there, and no service publishes port 80.",
                    "Add ports: [\"80:8080\"] to the service that answers.");
        }
    }

    private void properties(ObjectNode services, String text) {
        if (context.beside().contains(".env")) {
            findings.warning(
                    "",
                    "The bundle brings a .env of its own, so Elastic Beanstalk writes none: the environment's properties"
                            + " don't reach the services.",
                    "Delete it, and set its lines as environment properties.");
        }
        var isUsed = VARIABLE.matcher(text).find();
        services.properties().forEach(service -> {
            if (!isUsed
                    && Fields.strings(service.getValue().path("env_file")).stream()
                            .noneMatch(".env"::equals)) {
                findings.warning(
                        PLACE + "/" + service.getKey(),
                        "Elastic Beanstalk writes the environment's properties to .env, and this service doesn't read it.",
                        "Add env_file: [.env].");
            }
        });
    }
}

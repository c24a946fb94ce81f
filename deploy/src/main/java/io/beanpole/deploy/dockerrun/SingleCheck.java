package io.beanpole.deploy.dockerrun;

import tools.jackson.databind.node.ObjectNode;

/** The rules of version 1. */
final class SingleCheck {
    private final CheckContext context;
    private final Findings findings;

    SingleCheck(CheckContext context, Findings findings) {
        this.context = context;
        this.findings = findings;
    }

    void file(ObjectNode root) {
        var login = LoginNotation.OF_V1.login(root).isPresent();
        var image = root.path("Image");
        if (context.beside().contains("Dockerfile")) {
            if (image.isObject()) {
                findings.warning(
                        "/Image",
                        "A Dockerfile lies beside, so the image is built from it and Image is ignored.",
                        "Delete the Dockerfile or Image.");
            }
        } else if (image.path("Name").asString("").isBlank()) {
            findings.error("/Image", "No image is named, and no Dockerfile lies beside.", "Add Image with a Name.");
        } else {
            new ImageCheck(context, findings, login)
                    .image("/Image/Name", image.path("Name").asString(""));
            ports(root);
            update(image.path("Update").asString("true"), image.path("Name").asString(""));
        }
        volumes(root);
        commands(root);
        new LoginCheck(context, findings).login(root, LoginNotation.OF_V1, Format.V1);
    }

    private void ports(ObjectNode root) {
        var ports = root.path("Ports");
        if (ports.isEmpty()) {
            findings.error(
                    "/Ports",
                    "An image without Ports: nginx doesn't know where to send requests, and the deployment fails.",
                    "Add \"Ports\": [{\"ContainerPort\": 8080}].");
        }
        var index = 0;
        for (var port : ports) {
            var place = "/Ports/" + index++;
            var number = SingleNotation.number(port.path("ContainerPort").asString(""));
            if (number.isEmpty() || number.getAsInt() < 1 || number.getAsInt() > 65535) {
                findings.error(place, "ContainerPort must be a number from 1 to 65535.", "Write such a number.");
            } else if (index > 1) {
                findings.warning(place, "nginx uses the first of the Ports only.", "Put the one for requests first.");
            }
        }
    }

    private void update(String update, String image) {
        if (update.equals("true") && !image.contains("@")) {
            findings.warning(
                    "/Image/Update",
                    "Update is true, which is the default: every new instance pulls what the tag means by then.",
                    "Pin the image by digest.");
        } else if (!update.equals("true") && !update.equals("false")) {
            findings.error("/Image/Update", "Update is the string \"true\" or \"false\".", "Write one of them.");
        }
    }

    private void volumes(ObjectNode root) {
        var index = 0;
        for (var volume : root.path("Volumes")) {
            var place = "/Volumes/" + index++;
            if (volume.path("HostDirectory").asString("").isBlank()
                    || volume.path("ContainerDirectory").asString("").isBlank()) {
                findings.error(
                        place, "A volume needs HostDirectory and ContainerDirectory.", "Add the one that is missing.");
            }
        }
    }

    private void commands(ObjectNode root) {
        for (var field : new String[] {"Command", "Entrypoint", "Logging"}) {
            if (root.has(field) && !root.path(field).isString()) {
                findings.error("/" + field, field + " is a string in version 1.", "Write it in one string.");
            }
        }
    }
}

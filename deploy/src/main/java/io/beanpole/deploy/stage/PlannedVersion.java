package io.beanpole.deploy.stage;

import java.util.List;

/** The version that an environment shall run, and the images in it by digest. */
record PlannedVersion(String label, List<String> images) {}

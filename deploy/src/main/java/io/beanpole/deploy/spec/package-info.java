/** What deployment.yml says: application, images, lanes, environments and stages, read strictly. */
@NullMarked
package io.beanpole.deploy.spec;

import org.jspecify.annotations.NullMarked;

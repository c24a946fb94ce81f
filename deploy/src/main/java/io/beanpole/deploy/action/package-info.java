/** What people did besides deploying: redrives, purges, swaps and the like, kept in S3 beside the deployments. */
@NullMarked
package io.beanpole.deploy.action;

import org.jspecify.annotations.NullMarked;

/** Repositories and sign-in of ECR. */
@NullMarked
package io.beanpole.deploy.ecr;

import org.jspecify.annotations.NullMarked;

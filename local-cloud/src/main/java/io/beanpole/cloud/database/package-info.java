/** RDS: a real PostgreSQL, embedded. */
@NullMarked
package io.beanpole.cloud.database;

import org.jspecify.annotations.NullMarked;

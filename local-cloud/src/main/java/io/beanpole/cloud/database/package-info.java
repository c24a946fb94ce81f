/** The database that stands for RDS: a real PostgreSQL, durable, in the data directory. */
@NullMarked
package io.beanpole.cloud.database;

import org.jspecify.annotations.NullMarked;

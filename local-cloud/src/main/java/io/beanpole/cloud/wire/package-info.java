/**
 * AWS's wire protocols (query, JSON and RPC v2 CBOR), read into and written from the AWS SDK's own model classes, so
 * that shapes come from AWS's model and not from our typing.
 */
@NullMarked
package io.beanpole.cloud.wire;

import org.jspecify.annotations.NullMarked;

package io.beanpole.cloud.beanstalk.catalog;

import io.beanpole.cloud.wire.AwsService;
import software.amazon.awssdk.services.elasticbeanstalk.model.AssociateEnvironmentOperationsRoleRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.CreateStorageLocationRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.CreateStorageLocationResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeAccountAttributesRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeAccountAttributesResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.DisassociateEnvironmentOperationsRoleRequest;
import software.amazon.awssdk.services.elasticbeanstalk.model.ResourceQuota;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

/** What belongs to the account: its quotas, its bucket, and the roles that it can't give away here. */
final class AccountApi {
    private static final String NO_ROLES = "An operations role can't be passed to an environment, because there is no"
            + " IAM here; every environment runs with the rights of the local account.";

    private final Surroundings surroundings;

    AccountApi(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    void register(AwsService service) {
        String code = "InsufficientPrivilegesException";
        service.on(DescribeAccountAttributesRequest.class, this::attributes)
                .on(CreateStorageLocationRequest.class, this::storageLocation)
                .refuses(AssociateEnvironmentOperationsRoleRequest.class, code, 403, NO_ROLES)
                .refuses(DisassociateEnvironmentOperationsRoleRequest.class, code, 403, NO_ROLES);
    }

    private DescribeAccountAttributesResponse attributes(DescribeAccountAttributesRequest request) {
        return DescribeAccountAttributesResponse.builder()
                .resourceQuotas(quotas -> quotas.applicationQuota(quota(Quotas.APPLICATIONS))
                        .applicationVersionQuota(quota(Quotas.VERSIONS))
                        .environmentQuota(quota(Quotas.ENVIRONMENTS))
                        .configurationTemplateQuota(quota(Quotas.TEMPLATES))
                        .customPlatformQuota(quota(Quotas.CUSTOM_PLATFORMS)))
                .build();
    }

    private static ResourceQuota quota(int maximum) {
        return ResourceQuota.builder().maximum(maximum).build();
    }

    private CreateStorageLocationResponse storageLocation(CreateStorageLocationRequest request) {
        String bucket = surroundings.bucket();
        try {
            surroundings.s3().headBucket(head -> head.bucket(bucket));
        } catch (NoSuchBucketException e) {
            surroundings.s3().createBucket(create -> create.bucket(bucket));
        }
        return CreateStorageLocationResponse.builder().s3Bucket(bucket).build();
    }
}

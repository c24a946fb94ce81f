package io.beanpole.deploy.spec;

/** A small deployment.yml of another application than ours. */
public final class SpecFiles {
    public static final String VALID = """
            application: shop
            platform: ECS
            bases:
              java: {repository: shop/java}
            images:
              worker:
                repository: shop/worker
                base: java
                classes: worker/classes
                libs: worker/libs
                mainClass: a.Worker
                port: 8080
                user: app
            lanes: [fast]
            tiers:
              worker:
                options:
                  aws:elasticbeanstalk:sqsd: {MaxRetries: 7}
                properties: {COLOUR: of the tier, SIZE: of the tier}
            environments:
              urgent:
                tier: worker
                image: worker
                lane: fast
                memory: 256
                properties: {RECEIVES: "${option:aws:elasticbeanstalk:sqsd.MaxRetries}"}
              shop:
                tier: web
                image: worker
                memory: 256
                properties: {QUEUE: "${lane:fast.queueUrl}"}
            testTask:
              environment: shop
              path: /orders
              statusPath: /orders/${id}
              headers: {Accept: application/json}
              body: '{"priority": "${lane}"}'
              fields: {id: /no, state: /state, submittedAt: /at, startedAt: /begun}
              endStates: [DONE]
            stages:
              local:
                region: us-east-1
                localCloud: true
                secrets: true
                properties: {COLOUR: of the stage}
                environments:
                  shop: {memory: 300, properties: {COLOUR: of the override}}
            """;

    private SpecFiles() {}
}
